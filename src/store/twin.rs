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
//! The cost: what was written is written once more at every pause in typing, and "saved" comes some
//! milliseconds later. A copy is one write, there or not: all that is sealed, or what has changed since
//! all of it was copied, as long as that is the smaller part.
//!
//! Where the browser has no database, its word for `localStorage` is all there is.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    time::Duration,
};

use gloo_storage::{LocalStorage, Storage};
use js_sys::Math;
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
    vault::{PREFIX, Shelf, everything, is_there, remains},
};

/// The number; it starts as all that is the vault's does, and goes with it.
const TURN: &str = "svl:v1:turn";
/// Which page copied all of it last: what another one has copied since belongs to another whole.
const BY: &str = "svl:v1:by";
/// All of it, in the database.
const ENTRY: &str = "vault";
/// What has changed since: `{"of": <number of the whole>, "texts": {<key>: <text>}}`.
const SINCE: &str = "since";
/// Which part of the whole may have changed, before the whole is copied again: one in so many.
const PART: usize = 4;
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
    /// The whole that this page copied last.
    whole: RefCell<Option<Whole>>,
    /// What was written since.
    changed: RefCell<Vec<String>>,
    busy: Cell<bool>,
    full: Cell<bool>,
    forgets: Cell<bool>,
}

struct Whole {
    turn: u64,
    by: String,
    length: usize,
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

/// To be called whenever something in `localStorage` is written: what it holds by then is copied soon.
pub(super) fn touched(key: &str) {
    // A shared machine keeps nothing, so there is nothing to wait for.
    if page::kiosk() {
        return TWIN.with(|twin| {
            twin.written.set(twin.written.get().wrapping_add(1));
            twin.on_disk().set(twin.written.get());
        });
    }
    let idle = TWIN.with(|twin| {
        let mut changed = twin.changed.borrow_mut();
        if !changed.iter().any(|one| one == key) {
            changed.push(key.to_owned());
        }
        drop(changed);
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
    touched(TURN);
}

async fn copy() {
    loop {
        let database = Database::open_note().await;
        // What is there by now, not what was there when this was asked for.
        let seen = written();
        let put = match (database, take()) {
            (Ok(database), Some(entries)) => database.put_all(NOTE, &entries).await,
            (database, _) => database.map(|_| ()),
        };
        let idle = TWIN.with(|twin| {
            if put.is_err() {
                twin.whole.take();
            }
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

/// What is to be put into the database: everything as it stands, or what has changed; the number alone where
/// everything was deleted, for that must not be forgotten either.
fn take() -> Option<Vec<(&'static str, String)>> {
    let stands = is_there(&BrowserShelf);
    let turn = TWIN.with(|twin| {
        if stands {
            twin.forgets.set(false);
        } else if !twin.forgets.get() {
            return None;
        }
        let turn = twin.turn.get().max(number(&text(TURN))) + 1;
        twin.turn.set(turn);
        Some(turn)
    })?;
    let named = Value::from(turn.to_string());
    if !stands {
        let mut alone = Map::new();
        alone.insert(TURN.into(), named);
        return Some(whole(Value::Object(alone).to_string()));
    }
    // Where there is no room for it, what is copied now counts as the older one at the next
    // start; then both are the same anyway.
    let _ = LocalStorage::set(TURN, &named);
    if let Some(since) = TWIN.with(since) {
        return Some(vec![(SINCE, since)]);
    }
    let by = ((Math::random() * 1e15) as u64).to_string();
    let _ = LocalStorage::set(BY, &by);
    let all = remains(&BrowserShelf);
    let length = all.len();
    TWIN.with(|twin| {
        twin.changed.take();
        // Without its number nothing could be said to belong to it.
        let numbered = text(TURN) == named;
        twin.whole
            .replace(numbered.then_some(Whole { turn, by, length }));
    });
    Some(whole(all))
}

/// A whole takes the place of what belonged to the one before it.
fn whole(all: String) -> Vec<(&'static str, String)> {
    vec![(ENTRY, all), (SINCE, String::new())]
}

/// What has changed since this page copied all of it; `None` where it has not, another page has since, or it is much.
/// What went is gone from the copy, too: then all of it is copied.
fn since(twin: &Twin) -> Option<String> {
    let whole = twin.whole.borrow();
    let whole = whole.as_ref()?;
    if text(BY).as_str() != Some(&whole.by) {
        return None;
    }
    let (mut texts, mut length) = (Map::new(), 0);
    for key in twin
        .changed
        .borrow()
        .iter()
        .map(String::as_str)
        .chain([TURN])
    {
        let text = BrowserShelf.get(key)?;
        length += text.len();
        texts.insert(key.to_owned(), text.into());
    }
    if length * PART > whole.length {
        return None;
    }
    let mut part = Map::new();
    part.insert("of".into(), whole.turn.into());
    part.insert("texts".into(), texts.into());
    Some(Value::Object(part).to_string())
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
    // In the order of their names.
    let mut entries = database.values(NOTE).await.ok()?;
    let mut all = texts(&entries.pop()?)?;
    if let Some(mut since) = entries.pop().and_then(|since| texts(&since))
        && since.get("of").and_then(Value::as_u64) == Some(turn_of(&all))
        && let Some(Value::Object(since)) = since.remove("texts")
    {
        for (key, text) in since {
            all.insert(key, text);
        }
    }
    Some(all)
}

fn texts(json: &[u8]) -> Option<Map<String, Value>> {
    serde_json::from_slice(json).ok()
}

async fn put_back(there: Map<String, Value>) {
    let (turn, here) = (turn_of(&there), everything(&BrowserShelf));
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

/// What stands in `localStorage`; null: nothing.
fn text(key: &str) -> Value {
    BrowserShelf.get(key).into()
}

fn turn_of(texts: &Map<String, Value>) -> u64 {
    texts.get(TURN).map_or(0, number)
}

fn number(text: &Value) -> u64 {
    let number = text.as_str().and_then(|text| text.parse().ok());
    number.unwrap_or_default()
}
