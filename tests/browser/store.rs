//! The vault in a real browser's storage, and who has opened it.

use gloo_storage::{LocalStorage, Storage};
use leptos::prelude::untrack;
use stepnote::{
    answer::Answer,
    desk::Closed,
    forms::INTRODUCTION,
    merge::Keep,
    record::{Note, Record},
    store::{Door, Fare, Unsaved, settings},
    text::Lang,
    vault::{Kek, SlotKind},
};
use wasm_bindgen_test::wasm_bindgen_test;

use super::stage::{
    begun, door, fill_the_storage, fresh, key, keys, make_room, refused, reopened, session,
};

/// What somebody writes: names that break software, and much of it.
const LIKES: &str = "電車\u{3000}髙\u{FA11}𠮷 \"\\\n";

fn written(likes: &str) -> impl FnOnce(&mut Note) {
    let mut record = Record::default();
    record.answers.put("likes", Answer::Text(likes.to_owned()));
    move |note| note.put(&INTRODUCTION, &record)
}

fn likes(note: &Note) -> String {
    note.record(&INTRODUCTION).answers.text("likes").to_owned()
}

#[wasm_bindgen_test]
fn a_note_comes_back_byte_for_byte_after_locking() {
    let _owner = fresh();
    let session = session();
    assert_eq!(door(session), Door::Absent);
    let session = begun();
    assert_eq!(door(session), Door::Open);
    assert_eq!(session.save(written(LIKES)), Ok(()));
    let before = session.note().to_bytes();

    session.lock();
    assert_eq!(door(session), Door::Locked);
    assert_eq!(session.child_untracked(), None);
    assert_eq!(session.note(), Note::default());
    refused(session.save(written("")), Unsaved::Locked);

    let later = super::stage::session();
    assert_eq!(door(later), Door::Locked);
    assert_eq!(later.unlock(SlotKind::Passphrase, &key()), Ok(()));
    later.sit_down();
    assert_eq!(door(later), Door::Open);
    assert_eq!(later.child_untracked().map(|c| c.name), Some("ひな".into()));
    assert_eq!(later.note().to_bytes(), before);
    assert_eq!(likes(&later.note()), LIKES);
}

#[wasm_bindgen_test]
fn nothing_that_was_written_can_be_read_in_the_storage() {
    let _owner = fresh();
    let session = begun();
    assert_eq!(session.save(written("電車")), Ok(()));
    let storage = LocalStorage::raw();
    for key in keys() {
        let text = storage.get_item(&key).expect("a storage").expect("kept");
        for secret in ["電車", "ひな", "ume", "likes", "introduction"] {
            assert!(!text.contains(secret), "{secret} in {key}");
            assert!(!key.contains(secret), "{secret} in {key}");
        }
    }
}

#[wasm_bindgen_test]
fn another_passphrase_leaves_the_door_locked_and_the_note_as_it_was() {
    let _owner = fresh();
    assert_eq!(begun().save(written(LIKES)), Ok(()));
    let session = session();
    let wrong = Kek::from_bytes([8; 32]);
    assert_eq!(
        session.unlock(SlotKind::Passphrase, &wrong),
        Err(Door::Locked)
    );
    assert_eq!(door(session), Door::Locked);
    assert!(session.children().is_empty());
    assert_eq!(session.unlock(SlotKind::Passphrase, &key()), Ok(()));
    session.sit_down();
    assert_eq!(likes(&session.note()), LIKES);
}

fn remove(which: &str) {
    let mut removed = 0;
    for key in keys().iter().filter(|key| key.contains(which)) {
        LocalStorage::delete(key);
        removed += 1;
    }
    assert!(removed > 0, "{which} was there");
}

#[wasm_bindgen_test]
fn a_record_that_the_browser_has_removed_is_damage_and_no_empty_note() {
    let _owner = fresh();
    assert_eq!(begun().save(written(LIKES)), Ok(()));
    remove(":rec:");
    let session = session();
    assert_eq!(door(session), Door::Locked);
    assert_eq!(session.unlock(SlotKind::Passphrase, &key()), Ok(()));
    session.sit_down();
    // The door is open: the other children's notes are to be had.
    assert_eq!(untrack(|| session.fare()), Fare::Closed(Closed::Missing));
    refused(session.save(written("")), Unsaved::Locked);
}

#[wasm_bindgen_test]
fn a_missing_index_and_a_missing_header_are_damage_too() {
    let _owner = fresh();
    begun();
    remove(":idx:");
    assert_eq!(
        session().unlock(SlotKind::Passphrase, &key()),
        Err(Door::Damaged)
    );
    remove(":hdr");
    assert_eq!(door(session()), Door::Damaged);
}

#[wasm_bindgen_test]
fn a_newer_version_is_not_guessed_at() {
    let _owner = fresh();
    begun();
    let header: String = LocalStorage::get("svl:v1:hdr").expect("a header");
    let newer = header.replace(r#""minReader":1"#, r#""minReader":9"#);
    assert_ne!(newer, header);
    LocalStorage::set("svl:v1:hdr", &newer).expect("room");
    let session = session();
    assert_eq!(door(session), Door::TooNew);
    assert_eq!(
        session.unlock(SlotKind::Passphrase, &key()),
        Err(Door::TooNew)
    );
}

#[wasm_bindgen_test]
fn a_full_storage_refuses_and_keeps_what_it_has() {
    let _owner = fresh();
    let session = begun();
    assert_eq!(session.save(written("電車")), Ok(()));
    fill_the_storage();
    let longer = "電車とバス".repeat(100);
    refused(session.save(written(&longer)), Unsaved::Full);
    assert_eq!(likes(&reopened().note()), "電車");
    // What is on the screen is not lost either: with room again, the next save takes it along.
    make_room();
    assert_eq!(session.save(|_| ()), Ok(()));
    assert_eq!(likes(&reopened().note()), longer);
}

#[wasm_bindgen_test]
fn a_full_storage_is_not_taken_for_none() {
    let _owner = fresh();
    fill_the_storage();
    assert_eq!(door(session()), Door::Absent);
    make_room();
}

#[wasm_bindgen_test]
fn the_second_of_two_tabs_overwrites_nothing_in_silence() {
    let _owner = fresh();
    let first = begun();
    let second = reopened();
    assert_eq!(first.save(written("はじめ")), Ok(()));
    assert_eq!(second.save(written("あと")), Ok(()));
    assert!(untrack(|| second.differs()));
    assert_eq!(second.settle(&[Keep::Theirs]), Ok(()));
    assert_eq!(likes(&reopened().note()), "はじめ");
}

#[wasm_bindgen_test]
fn the_language_is_remembered_for_the_next_time() {
    let _owner = fresh();
    assert_eq!(settings::language(), None);
    for lang in Lang::ALL {
        settings::keep_language(lang);
        assert_eq!(settings::language().as_deref(), Some(lang.code()));
    }
}
