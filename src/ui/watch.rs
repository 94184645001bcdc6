//! What goes on behind every screen while a note is open: it is kept when the page is left, other
//! screens are heard, and nobody's absence leaves it open.

use std::time::Duration;

use leptos::{ev, prelude::*};

use super::part::{Left, ending};
use crate::{
    browser::{clock, page, place, ways},
    draft::Keeper,
    idle::{Idle, Limits},
    machine::Way,
    route::Route,
    store::{
        Session,
        machine::{hold, machine},
    },
};

/// Lives as long as the page.
#[derive(Clone)]
pub struct Watch {
    owner: Option<Owner>,
    begun: StoredValue<bool>,
    warned: RwSignal<bool>,
    left: Left,
}

impl Watch {
    /// To be made with the app itself.
    pub fn new() -> Watch {
        let left = Left(RwSignal::new(None));
        provide_context(left);
        Watch {
            owner: Owner::current(),
            begun: StoredValue::new(false),
            warned: RwSignal::new(false),
            left,
        }
    }

    /// Whether the note is about to be locked.
    pub fn warns(&self) -> bool {
        self.warned.get()
    }

    /// Begins, the first time this is called. The first part of the program never does: there nothing
    /// can be written.
    pub fn begin(&self, session: Session) {
        if self.begun.get_value() {
            return;
        }
        self.begun.set_value(true);
        let (warned, left) = (self.warned, self.left);
        let begin = move || {
            let keeper = Keeper::new(session);
            provide_context(keeper);
            keep_when_leaving(keeper);
            hear_other_screens(keeper);
            if page::kiosk() {
                forget_when_idle(session, left);
            } else {
                lock_when_idle(session, warned);
            }
        };
        if let Some(owner) = &self.owner {
            owner.with(begin);
        }
    }
}

/// The last chance to save is when the page is hidden: phones kill it without another word.
fn keep_when_leaving(keeper: Keeper) {
    let hidden = window_event_listener_untyped("visibilitychange", move |_| {
        if page::hidden() {
            keeper.keep_now();
        }
    });
    let left = window_event_listener_untyped("pagehide", move |_| keeper.keep_now());
    // What could not be kept is said before the page goes.
    let asked = window_event_listener(ev::beforeunload, move |event| {
        keeper.keep_now();
        if keeper.trouble_untracked().is_some() {
            event.prevent_default();
        }
    });
    on_cleanup(move || {
        hidden.remove();
        left.remove();
        asked.remove();
    });
}

/// What another screen writes is looked at when the browser says so, also out of sight: two saves
/// that crossed are told apart only soon after. And whenever somebody comes back to this one, for a
/// page that sleeps is told nothing.
fn hear_other_screens(keeper: Keeper) {
    for event in ["storage", "pageshow", "visibilitychange"] {
        let heard = window_event_listener_untyped(event, move |_| {
            if event == "storage" || !page::hidden() {
                keeper.renew();
            }
        });
        on_cleanup(move || heard.remove());
    }
}

/// Locks an open note that nobody touches. Says so shortly before.
fn lock_when_idle(session: Session, warned: RwSignal<bool>) {
    let touched = StoredValue::new(clock::now_ms());
    let hidden_since = StoredValue::new(None::<f64>);
    let touch = move || {
        touched.set_value(clock::now_ms());
        session.set_awaited(false);
        warned.set(false);
    };
    for event in ["pointerdown", "keydown", "input", "wheel"] {
        window_event_listener_untyped(event, move |_| touch());
    }
    let look = move || {
        if !session.is_open_untracked() {
            return warned.set(false);
        }
        let now = clock::now_ms();
        let since = hidden_since.get_value();
        hidden_since.set_value(page::hidden().then(|| since.unwrap_or(now)));
        // Whoever takes a photo of a page is out of sight for longer, and has not gone.
        let hidden = since.filter(|_| !session.is_awaited());
        let hidden = hidden.map(|since| now - since);
        match Limits::OWN_DEVICE.after(now - touched.get_value(), hidden) {
            Idle::Busy => warned.set(false),
            Idle::Warn => warned.set(true),
            Idle::Wipe => {
                session.lock();
                warned.set(false);
            }
        }
    };
    // A page out of sight may not be given its timers, so it also looks when it comes back.
    window_event_listener_untyped("visibilitychange", move |_| look());
    // Somebody left this page, and somebody came back to it.
    window_event_listener(ev::pageshow, move |event| {
        if event.persisted() {
            session.lock();
        }
    });
    let every = set_interval_with_handle(look, Duration::from_secs(5));
    on_cleanup(move || {
        if let Ok(every) = every {
            every.clear();
        }
    });
}

/// Forgets all on a shared machine that nobody touches. Until then any touch goes on, as often as
/// somebody likes.
fn forget_when_idle(session: Session, Left(left): Left) {
    let end = ending();
    hold();
    let touched = StoredValue::new(clock::now_ms());
    // Whoever has just printed is there too.
    for event in ["pointerdown", "keydown", "input", "wheel", "afterprint"] {
        let heard = window_event_listener_untyped(event, move |_| {
            touched.set_value(clock::now_ms());
            left.set(None);
            if event == "afterprint" {
                ways::used(Way::Paper);
            }
        });
        on_cleanup(move || heard.remove());
    }
    // A page that the browser kept aside comes back as it was left: the first screen stands there.
    let restored = window_event_listener(ev::pageshow, move |event| {
        if event.persisted() {
            end();
        }
    });
    on_cleanup(move || restored.remove());
    let look = move || {
        // Nothing is there to be forgotten.
        if !session.is_open_untracked() && Route::parse(&place::fragment()) == Route::Home {
            return left.set(None);
        }
        let quiet = clock::now_ms() - touched.get_value();
        let limits = Limits::shared_machine(machine().quiet);
        left.set(limits.left(quiet));
        if limits.after(quiet, None) == Idle::Wipe {
            end();
        }
    };
    let back = window_event_listener_untyped("visibilitychange", move |_| look());
    let every = set_interval_with_handle(look, Duration::from_secs(1));
    on_cleanup(move || {
        back.remove();
        if let Ok(every) = every {
            every.clear();
        }
    });
}
