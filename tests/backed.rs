//! The age of the last backup, and how papers lie in one.

use serde_json::json;
use stepnote::{
    attachment::{self, Part},
    forms::{INTRODUCTION, PROFILE},
    merge::Merge,
    record::Note,
    vault::{BackedUp, MemoryShelf, Shelf},
};

#[path = "support/shelf.rs"]
mod shelf;

use shelf::{NOW, furnished, random, unlock};

const MADE: u64 = NOW + 5;

#[test]
fn a_vault_that_was_never_backed_up_says_so() {
    let (shelf, _) = furnished(3);
    assert_eq!(unlock(&shelf).unwrap().last_backup(), None);
}

#[test]
fn what_is_saved_after_a_backup_is_counted_and_the_backup_itself_is_not() {
    let (shelf, child) = furnished(1);
    let mut random = random();
    let mut vault = unlock(&shelf).unwrap();
    let saves = vault.saves();
    vault.remember_backup(MADE, saves, &mut random).unwrap();
    for changes in 0..12 {
        let last = BackedUp {
            made_ms: MADE,
            changes,
        };
        assert_eq!(vault.last_backup(), Some(last));
        assert_eq!(
            unlock(&shelf).unwrap().last_backup(),
            Some(last),
            "on another screen"
        );
        vault.save(&child, b"more", NOW, &mut random).unwrap();
    }
}

#[test]
fn what_was_saved_while_the_backup_was_made_counts_as_a_change() {
    let (shelf, child) = furnished(1);
    let mut random = random();
    let mut vault = unlock(&shelf).unwrap();
    let saves = vault.saves();
    vault.save(&child, b"more", NOW, &mut random).unwrap();
    vault.remember_backup(MADE, saves, &mut random).unwrap();
    assert_eq!(vault.last_backup().unwrap().changes, 1);
}

#[test]
fn a_backup_is_not_remembered_over_what_another_screen_saved() {
    let (shelf, child) = furnished(1);
    let mut random = random();
    let mut vault = unlock(&shelf).unwrap();
    let mut other = unlock(&shelf).unwrap();
    other.save(&child, b"more", NOW, &mut random).unwrap();
    assert!(
        vault
            .remember_backup(MADE, vault.saves(), &mut random)
            .is_err()
    );
    assert_eq!(vault.last_backup(), None);
    vault.reload().unwrap();
    assert_eq!(*vault.load(&child).unwrap().bytes, b"more");
}

#[test]
fn new_keys_leave_the_age_of_the_backup_as_it_is() {
    let (shelf, _) = furnished(1);
    let mut random = random();
    let mut vault = unlock(&shelf).unwrap();
    vault
        .remember_backup(MADE, vault.saves(), &mut random)
        .unwrap();
    vault
        .rotate(&shelf::kek(), shelf::PARAMS, &mut random)
        .unwrap();
    assert_eq!(vault.last_backup().unwrap().made_ms, MADE);
    let kept: &MemoryShelf = &shelf;
    assert!(
        kept.keys("")
            .iter()
            .all(|key| !kept.get(key).unwrap().contains("1795000000005"))
    );
}

#[test]
fn a_part_of_a_paper_has_a_number_of_its_own() {
    for part in [Part::Piece(0), Part::Piece(119), Part::Thumb] {
        assert_eq!(Part::numbered(part.number()), part);
    }
    assert_eq!(Part::Thumb.number(), 0xffff_ffff);
    let id = "0123456789abcdef0123456789abcdef";
    assert_eq!(Part::Piece(17).place(id), format!("{id}/00000011"));
    assert_eq!(attachment::hex(&attachment::id_bytes(id).unwrap()), id);
    for no_id in ["", "0123", &id.to_uppercase(), &id.replace('0', "g")] {
        assert_eq!(attachment::id_bytes(no_id), None, "{no_id}");
    }
}

#[test]
fn every_paper_in_a_note_is_found_also_where_a_newer_version_put_it() {
    let (one, two) = ("a".repeat(32), "b".repeat(32));
    let key = "c".repeat(64);
    let note = json!({
        "v": 1,
        "kind": "note",
        "sheets": {
            "papers": {"rows": [{"files": [{"id": one, "key": key, "media": "image/jpeg", "size": 1}]}]},
            "of 2031": {"deep": {"deeper": [[{"id": two, "key": key}, {"id": one, "key": key}]]}},
            "other": {"id": "d".repeat(32), "key": "too short"},
        },
    });
    let note = Note::from_bytes(note.to_string().as_bytes()).unwrap();
    assert_eq!(attachment::named_in(note.json()), [one, two]);
    assert_eq!(attachment::named_in(Note::default().json()), [""; 0]);
}

#[test]
fn what_was_handed_over_is_a_note_again_and_takes_nothing_away() {
    use stepnote::{
        answer::{Answer, PartialDate},
        share::Bundle,
        text::Lang,
    };
    let mut note = Note::default();
    for form in [PROFILE, INTRODUCTION] {
        let mut record = note.record(&form);
        let id = form.once().next().unwrap().id;
        record
            .answers
            .put(id, Answer::Text("書いたこと".to_owned()));
        note.put(&form, &record);
    }
    let day = PartialDate::day(2026, 11, 21).unwrap();
    let bundle = Bundle::of(&note, &[&INTRODUCTION], day, Lang::Ja);
    let came = Bundle::from_bytes(&bundle.to_bytes()).unwrap().note();
    assert_eq!(came.record(&INTRODUCTION), note.record(&INTRODUCTION));
    assert!(came.record(&PROFILE).is_blank());
    assert_eq!(came.edited_on(INTRODUCTION.id), Some("2026-11-21"));
    assert_eq!(Note::from_bytes(&came.to_bytes()), Ok(came.clone()));
    let merge = Merge::of(stepnote::forms::ALL, &note, &came);
    assert_eq!(merge.differences, []);
    let merged = merge.settle(&[]);
    assert_eq!(merged.record(&PROFILE), note.record(&PROFILE));
}
