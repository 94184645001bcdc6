//! The second copy of the note: what was said to be saved outlives a storage that forgets.

use std::{cell::Cell, rc::Rc};

use gloo_storage::{LocalStorage, Storage};
use leptos::prelude::*;
use stepnote::{
    answer::Answer,
    forms::INTRODUCTION,
    record::{Note, Record},
    store::{Door, Session, twin},
};
use wasm_bindgen_test::wasm_bindgen_test;

use super::stage::{begun, door, fresh, reopened, session, until};

type Dump = Vec<(String, String)>;

/// All that the storage holds, as it lies there.
fn dump() -> Dump {
    let storage = LocalStorage::raw();
    let key = |at| storage.key(at).ok().flatten();
    let keys = (0..LocalStorage::length()).filter_map(key);
    keys.filter_map(|key| Some((key.clone(), storage.get_item(&key).ok().flatten()?)))
        .collect()
}

/// What a browser does that ended before it had written anything since.
fn forgets_all_since(before: &Dump) {
    LocalStorage::clear();
    for (key, value) in before {
        let _ = LocalStorage::raw().set_item(key, value);
    }
}

fn likes(session: Session) -> String {
    let note = session.note().record(&INTRODUCTION);
    note.answers.text("likes").to_owned()
}

async fn saves(session: Session, words: &str) {
    let mut record = Record::default();
    record.answers.put("likes", Answer::Text(words.to_owned()));
    let change = |note: &mut Note| note.put(&INTRODUCTION, &record);
    assert_eq!(session.save(change), Ok(()));
    is_on_the_disk().await;
}

async fn is_on_the_disk() {
    let written = twin::written();
    until("on the disk", || untrack(|| twin::is_on_disk(written))).await;
}

/// What the next start does first.
async fn starts() {
    let begun = Rc::new(Cell::new(false));
    let done = Rc::clone(&begun);
    twin::catch_up(Box::new(move || done.set(true)));
    until("started", || begun.get()).await;
}

#[wasm_bindgen_test]
async fn what_the_storage_has_forgotten_of_what_was_saved_is_put_back() {
    let _owner = fresh();
    let here = begun();
    saves(here, "電車").await;
    let before = dump();
    saves(here, "電車とトンネル").await;
    let after = dump();
    forgets_all_since(&before);
    starts().await;
    assert_eq!(likes(reopened()), "電車とトンネル");
    forgets_all_since(&Vec::new());
    assert_eq!(door(session()), Door::Absent);
    starts().await;
    assert_eq!(likes(reopened()), "電車とトンネル");
    let sorted = |mut dump: Dump| {
        dump.sort();
        dump
    };
    assert_eq!(sorted(dump()), sorted(after));
}

/// Long enough that a few characters more are written alone.
fn long(words: &str) -> String {
    "電車".repeat(4_000) + words
}

#[wasm_bindgen_test]
async fn a_few_characters_more_of_a_long_note_are_put_back_with_the_rest() {
    let _owner = fresh();
    let here = begun();
    saves(here, &long("")).await;
    let before = dump();
    for words in ["と", "とトン", "とトンネル"] {
        saves(here, &long(words)).await;
    }
    for lost in [before, Vec::new()] {
        forgets_all_since(&lost);
        starts().await;
        assert_eq!(likes(reopened()), long("とトンネル"));
    }
}

#[wasm_bindgen_test]
async fn where_another_page_has_copied_all_of_it_nothing_is_left_out() {
    let _owner = fresh();
    let here = begun();
    saves(here, &long("")).await;
    saves(here, &long("と")).await;
    LocalStorage::set("svl:v1:by", "another page").unwrap();
    saves(here, &long("とトンネル")).await;
    forgets_all_since(&Vec::new());
    starts().await;
    assert_eq!(likes(reopened()), long("とトンネル"));
}

#[wasm_bindgen_test]
async fn what_the_storage_holds_beyond_the_copy_stays() {
    let _owner = fresh();
    let here = begun();
    saves(here, "電車").await;
    let mut record = Record::default();
    record.answers.put("likes", Answer::Text("船".to_owned()));
    assert_eq!(here.save(|note| note.put(&INTRODUCTION, &record)), Ok(()));
    // It was not said to be saved yet: the copy is still the one before.
    starts().await;
    assert_eq!(likes(reopened()), "船");
    is_on_the_disk().await;
}

#[wasm_bindgen_test]
async fn what_was_deleted_stays_deleted_when_the_storage_forgets_that() {
    let _owner = fresh();
    let here = begun();
    saves(here, "電車").await;
    let before = dump();
    assert_eq!(here.wipe(), Ok(()));
    is_on_the_disk().await;
    forgets_all_since(&before);
    starts().await;
    assert_eq!(door(session()), Door::Absent);
    starts().await;
    // The next note is not taken for the one that was deleted.
    let next = begun();
    saves(next, "船").await;
    starts().await;
    assert_eq!(likes(reopened()), "船");
}
