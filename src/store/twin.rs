//! The note once more, in the database, where a write can be waited for.
//!
//! The vault needs a storage that answers at once, and `localStorage` is the only one; but no
//! browser says when it reaches the disk. Chromium writes it out after five seconds and, after many
//! saves in a row, up to a minute later; Firefox after five seconds. A browser that is ended before
//! that (by a phone that needs the memory, by a battery) has forgotten what it had accepted and even
//! read back. So what is said to be saved is first put here, in one transaction that is asked to be
//! on the disk before it ends, and at the next start the newer of the two counts.
//!
//! Which is newer says a number beside the vault, one more at every copy. It is written to
//! `localStorage` after what it counts, so that it is never ahead of it there.
//!
//! The cost: all that is sealed, some ten to a few hundred kB, is written once more at every pause in
//! typing, and "saved" comes some milliseconds later. That all goes at once, not only what has
//! changed, keeps it as simple as a single write can be: it is there or not.
//!
//! Where the browser has no database, its word for `localStorage` is all there is.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    time::Duration,
};

use gloo_storage::{LocalStorage, Storage};
use leptos::prelude::*;
use serde_json::{Map, Value};
use wasm_bindgen_futures::spawn_local;

use super::shelf::BrowserShelf;
use crate::{
    browser::{
        clock,
        database::{self, Database, NOTE, Refused},
        page,
    },
    vault::{PREFIX, Shelf, is_there, remains},
};

/// The number; it starts as all that is the vault's does, and goes with it.
const TURN: &str = "svl:v1:turn";
/// The one entry of the database.
const ENTRY: &str = "vault";
/// A database that does not answer keeps nobody from the note for longer.
const PATIENCE: Duration = Duration::from_secs(3);

thread_local! {
    static TWIN: Twin = Twin::default();
}

#[derive(Default)]
struct Twin {
    /// Counts what was written to `localStorage`.
    written: Cell<u32>,
    /// Which of it is on the disk too.
    on_disk: RefCell<Option<ArcRwSignal<u32>>>,
    /// The highest number that this page has seen.
    turn: Cell<u64>,
    busy: Cell<bool>,
    full: Cell<bool>,
    forgets: Cell<bool>,
}

impl Twin {
    fn on_disk(&self) -> ArcRwSignal<u32> {
        let mut signal = self.on_disk.borrow_mut();
        signal.get_or_insert_with(|| ArcRwSignal::new(0)).clone()
    }
}

/// Names what was written so far: to be asked for with [`is_on_disk`].
pub fn written() -> u32 {
    TWIN.with(|twin| twin.written.get())
}

/// Whether what was written by then is on the disk, now and after every change; as far as this
/// browser can tell.
pub fn is_on_disk(written: u32) -> bool {
    TWIN.with(Twin::on_disk).get() >= written
}

/// Whether there was no room for it, now and after every change.
pub fn is_full() -> bool {
    TWIN.with(Twin::on_disk).track();
    TWIN.with(|twin| twin.full.get())
}

/// Waits until what was written so far is on the disk; whether it is.
pub(super) async fn reaches_the_disk() -> bool {
    const LOOK: Duration = Duration::from_millis(20);
    let written = written();
    let is_there = || TWIN.with(Twin::on_disk).get_untracked() >= written;
    for _ in 0..PATIENCE.as_millis() / LOOK.as_millis() {
        if is_there() {
            break;
        }
        clock::wait(LOOK).await;
    }
    is_there()
}

/// To be called whenever `localStorage` is written: what it holds by then is copied soon.
pub(super) fn touched() {
    // A shared machine keeps nothing, so there is nothing to wait for.
    if page::kiosk() {
        return TWIN.with(|twin| {
            twin.written.set(twin.written.get().wrapping_add(1));
            twin.on_disk().set(twin.written.get());
        });
    }
    let idle = TWIN.with(|twin| {
        twin.written.set(twin.written.get().wrapping_add(1));
        !twin.busy.replace(true)
    });
    if idle {
        spawn_local(copy());
    }
}

/// To be called when everything is about to be deleted on purpose: only then a copy of nothing is
/// one. A storage that was emptied by anybody else is put back from the copy.
pub(super) fn forgets() {
    TWIN.with(|twin| twin.forgets.set(true));
    touched();
}

async fn copy() {
    loop {
        let database = Database::open_note().await;
        // What is there by now, not what was there when this was asked for.
        let seen = written();
        let put = match (database, take()) {
            (Ok(database), Some(text)) => database.put(NOTE, ENTRY, text.as_bytes()).await,
            (database, _) => database.map(|_| ()),
        };
        let idle = TWIN.with(|twin| {
            let full = put == Err(Refused::Full);
            twin.full.set(full);
            twin.on_disk().update(|on_disk| {
                if !full {
                    *on_disk = seen;
                }
            });
            let idle = twin.written.get() == seen;
            twin.busy.set(!idle);
            idle
        });
        if idle {
            return;
        }
    }
}

/// Everything as it stands, under the next number; the number alone where everything was deleted,
/// for that must not be forgotten either.
fn take() -> Option<String> {
    let stands = is_there(&BrowserShelf);
    let turn = TWIN.with(|twin| {
        if stands {
            twin.forgets.set(false);
        } else if !twin.forgets.get() {
            return None;
        }
        let turn = twin.turn.get().max(turn_of(&here())) + 1;
        twin.turn.set(turn);
        Some(turn.to_string())
    })?;
    if stands {
        // Where there is no room for it, what is copied now counts as the older one at the next
        // start; then both are the same anyway.
        let _ = LocalStorage::set(TURN, &turn);
        return Some(remains(&BrowserShelf));
    }
    let mut alone = Map::new();
    alone.insert(TURN.into(), turn.into());
    Some(Value::Object(alone).to_string())
}

/// Puts back what `localStorage` has lost of what was said to be saved, then goes on; to be called
/// before anything is read. Goes on without it when the database does not answer.
pub fn catch_up(then: Box<dyn FnOnce()>) {
    let then = Rc::new(Cell::new(Some(then)));
    let late = Rc::clone(&then);
    spawn_local(async move {
        let there = read().await;
        // Whoever has gone on without it must not find another note under her hands.
        if let Some(then) = then.take() {
            if let Some(there) = there {
                put_back(there).await;
            }
            then();
        }
    });
    spawn_local(async move {
        clock::wait(PATIENCE).await;
        if let Some(then) = late.take() {
            then();
        }
    });
}

async fn read() -> Option<Map<String, Value>> {
    let database = Database::open_note().await.ok()?;
    let bytes = database.get(NOTE, ENTRY).await.ok()??;
    serde_json::from_slice(&bytes).ok()
}

async fn put_back(there: Map<String, Value>) {
    let (turn, here) = (turn_of(&there), here());
    TWIN.with(|twin| twin.turn.set(turn));
    if turn <= turn_of(&here) {
        return;
    }
    for key in here.keys().filter(|key| !there.contains_key(*key)) {
        LocalStorage::delete(key);
    }
    if there.len() > 1 {
        // The number last: as long as it is not there, this is done once more.
        let texts = there.iter().filter(|(key, _)| *key != TURN);
        for (key, text) in texts.chain(there.get_key_value(TURN)) {
            if !key.starts_with(PREFIX) || LocalStorage::set(key, text).is_err() {
                return;
            }
        }
    } else if here.is_empty() {
        // Everything was deleted, and that is on the disk by now.
        TWIN.with(|twin| twin.turn.set(0));
        let _ = database::forget_note().await;
    }
}

/// What is of ours in `localStorage`.
fn here() -> Map<String, Value> {
    let keys = BrowserShelf.keys(PREFIX).into_iter();
    keys.filter_map(|key| Some((key.clone(), BrowserShelf.get(&key)?.into())))
        .collect()
}

fn turn_of(texts: &Map<String, Value>) -> u64 {
    let turn = texts.get(TURN).and_then(Value::as_str);
    turn.and_then(|turn| turn.parse().ok()).unwrap_or_default()
}
