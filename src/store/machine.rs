//! What the staff of a shared machine decided for it, in `localStorage` under a key of its own, and
//! the places from which it forgets whoever was there.

use gloo_storage::{LocalStorage, Storage};

use super::shelf;
use crate::{
    browser::{blob, camera, clock, traces, ways},
    machine::{
        Ended, Machine,
        wipe::{self, Doing, Place, Places},
    },
};

/// The key. What is under it outlives every person.
pub(super) const KEY: &str = "stepnote:machine";

/// What holds here; the strictest where nothing was decided.
pub fn machine() -> Machine {
    let kept = LocalStorage::raw().get_item(KEY).ok().flatten();
    kept.map_or_else(Machine::default, |kept| Machine::read(&kept))
}

/// Decides. Whether it is kept.
pub fn decide(machine: &Machine) -> bool {
    ways::allow(&machine.ways);
    let text = machine.to_text();
    let storage = LocalStorage::raw();
    let put = storage.set_item(KEY, &text).is_ok();
    put && storage.get_item(KEY).ok().flatten() == Some(text)
}

/// Lets it hold on this page.
pub fn hold() {
    ways::allow(&machine().ways);
}

/// The places of this browser. `every`: also a sealed note that somebody keeps here, who opened the
/// app as on a device of her own. Nobody but the staff may take that away.
#[derive(Clone, Copy)]
struct Here {
    every: bool,
}

impl Places for Here {
    fn empty(&self, place: Place) -> Doing<()> {
        let every = self.every;
        Box::pin(async move {
            match place {
                Place::Memory => shelf::forget_memory(),
                Place::Camera => camera::turn_off(),
                Place::Addresses => blob::revoke_all(),
                Place::Databases if every || !shelf::somebody_keeps() => {
                    traces::delete_databases().await;
                }
                Place::Databases => {}
                Place::Caches => traces::delete_strange_caches().await,
                Place::Session => traces::empty_session(),
                Place::Local => shelf::forget_stored(every),
                Place::Cookies => traces::end_cookies(),
            }
        })
    }

    fn is_empty(&self, place: Place) -> Doing<bool> {
        let none = |all: Option<Vec<String>>| all.is_some_and(|all| all.is_empty());
        Box::pin(async move {
            match place {
                Place::Memory => shelf::memory_is_empty(),
                Place::Camera => camera::is_off(),
                Place::Addresses => blob::no_addresses(),
                // A browser that does not list them is asked for its word by deleting them.
                Place::Databases => traces::databases().await.is_none_or(|all| all.is_empty()),
                Place::Caches => none(traces::strange_caches().await),
                Place::Session => none(traces::session_names()),
                Place::Local => shelf::stored_is_empty(),
                Place::Cookies => traces::no_cookies(),
            }
        })
    }
}

/// Forgets; where something is left.
pub async fn forget() -> Vec<Place> {
    wipe::wipe(&Here { every: false }).await
}

/// The same, and also a sealed note that somebody left here.
pub async fn forget_everything() -> Vec<Place> {
    let left = wipe::wipe(&Here { every: true }).await;
    note(&left);
    left
}

/// Where something is.
pub async fn look() -> Vec<Place> {
    wipe::look(&Here { every: false }).await
}

/// The same, before the next person begins. It is noted for the staff.
pub async fn look_after() -> Vec<Place> {
    let left = look().await;
    note(&left);
    left
}

/// Whether somebody keeps a sealed note here.
pub fn somebody_keeps() -> bool {
    shelf::somebody_keeps()
}

/// Nothing is written on a machine that nobody set up.
fn note(left: &[Place]) {
    let mut machine = machine();
    if machine.pin.is_some() {
        machine.ended = Some(Ended {
            at: clock::now_ms() as u64,
            left: left.to_vec(),
        });
        decide(&machine);
    }
}
