//! Holds that what is kept comes back as it was: every record of every form, every name byte for
//! byte, what a newer version wrote, and that no bytes can break the reading.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/answers.rs"]
mod answers;
#[path = "support/family.rs"]
mod family;
#[path = "support/table.rs"]
mod table;

use std::collections::BTreeSet;

use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};
use serde_json::{Map, Value, json};
use stepnote::{
    answer::{Answer, PartialDate, Period, Typed},
    form::Kind,
    forms::{ALL, INTRODUCTION, MEDICATION, PROFILE},
    record::{Note, Record, State, Unreadable},
};
use table::holds;

fn text(words: &str) -> Answer {
    Answer::Text(words.to_owned())
}

/// The record of a sheet's JSON.
fn profile(sheet: &Value) -> Record {
    Record::from_json(&PROFILE, sheet.as_object().expect("an object"))
}

fn read_again(note: &Note) -> Note {
    Note::from_bytes(&note.to_bytes()).expect("a note")
}

/// A note with the child's name, kept and read again.
fn name_kept(name: &str) -> String {
    let mut record = Record::default();
    record.answers.put("name", text(name));
    let mut note = Note::default();
    note.put(&PROFILE, &record);
    let read = read_again(&note).record(&PROFILE);
    read.answers.text("name").to_owned()
}

#[test]
fn every_name_is_kept_byte_for_byte() {
    let names = [
        "神\u{FA19} 祥\u{FA1A} 福\u{FA1B}",
        "\u{9AD9}\u{FA11}",
        "\u{20BB7}田",
        "葛\u{E0100}城",
        "か\u{3099} が",
        "e\u{301} é",
        "ﾀｶｻｷ Ｔａｋａｓａｋｉ",
        "\u{3000}前後に\u{3000}空白\u{3000}",
        family::LONG_NAME,
    ];
    holds(&names.map(|name| (name, name.to_owned())), name_kept);
}

#[test]
fn a_blank_answer_is_not_written() {
    let mut record = Record::default();
    record.answers.put("name", text("陽向"));
    record.answers.put("name", text(" \u{3000}"));
    record.answers.put("birth", Answer::Date(Typed::default()));
    assert_eq!(Value::Object(record.to_json()), json!({}));
}

#[test]
fn a_blank_answer_is_not_read() {
    let record = profile(&json!({"name": " ", "birth": {}, "family": []}));
    assert!(record.is_blank());
}

#[test]
fn a_date_that_is_not_finished_survives() {
    let typed = Typed {
        year: "令和".to_owned(),
        month: String::new(),
        day: "3".to_owned(),
    };
    let mut record = Record::default();
    record.answers.put("birth", Answer::Date(typed.clone()));
    let read = profile(&Value::Object(record.to_json()));
    assert_eq!(read.answers.get("birth"), Some(&Answer::Date(typed)));
}

#[test]
fn a_date_is_written_as_iso_8601_to_its_precision() {
    let dates = json!({"date": "2026", "birth": "2020-09"});
    assert_eq!(Value::Object(profile(&dates).to_json()), dates);
}

#[test]
fn a_period_is_written_with_only_what_is_known_of_it() {
    let period = Period {
        from: Typed::from_iso("2024-04").expect("a date"),
        until: Typed::default(),
        ongoing: true,
    };
    let mut note = Note::default();
    let mut record = Record::default();
    let mut row = record.answers.clone();
    row.put("when", Answer::Period(period));
    record.groups.insert("rows".to_owned(), vec![row]);
    note.put(&MEDICATION, &record);
    let written: Value = serde_json::from_slice(&note.to_bytes()).expect("JSON");
    assert_eq!(
        written["sheets"]["medication"]["rows"],
        json!([{"when": {"from": "2024-04", "ongoing": true}}])
    );
}

#[test]
fn what_a_newer_version_asks_is_kept() {
    let sheet = json!({
        "name": "陽向",
        "blood_type": "わからない",
        "allergies": [{"food": "卵"}],
        "family": [{"name": "紬", "school": {"grade": 0}}],
    });
    assert_eq!(Value::Object(profile(&sheet).to_json()), sheet);
}

#[test]
fn an_answer_of_a_shape_we_do_not_know_is_kept() {
    let sheet = json!({
        "name": ["髙\u{FA11}", "陽向"],
        "birth": "2020年の秋ごろ",
        "date": {"year": "2026", "season": "秋"},
        "age": 6,
        "family": [{"name": "紬"}, "ほかに犬"],
        "contacts": "祖母の家",
    });
    assert_eq!(Value::Object(profile(&sheet).to_json()), sheet);
}

#[test]
fn an_answer_of_a_shape_we_do_not_know_is_kept_while_its_question_stays_blank() {
    let sheet = json!({"birth": "2020年の秋ごろ"});
    let mut record = profile(&sheet);
    record.answers.put("birth", Answer::Date(Typed::default()));
    assert_eq!(Value::Object(record.to_json()), sheet);
}

#[test]
fn a_new_answer_takes_the_place_of_one_we_could_not_read() {
    let mut record = profile(&json!({"birth": "2020年の秋ごろ"}));
    let birth = Typed::from_iso("2020-09-03").expect("a date");
    record.answers.put("birth", Answer::Date(birth));
    let again = profile(&Value::Object(record.to_json()));
    assert_eq!(again, record);
}

#[test]
fn a_note_keeps_the_sheets_and_members_it_does_not_know() {
    let wanted = json!({
        "v": 1,
        "kind": "note",
        "colour": "murasaki",
        "sheets": {"enrolment": {"rows": [1]}, "profile": {"name": "陽向"}},
        "states": {"enrolment": "written"},
    });
    let mut note = Note::from_bytes(wanted.to_string().as_bytes()).expect("a note");
    let record = note.record(&PROFILE);
    note.put(&PROFILE, &record);
    let written: Value = serde_json::from_slice(&note.to_bytes()).expect("JSON");
    assert_eq!(written, wanted);
}

#[test]
fn a_sheet_is_begun_by_the_first_word_on_it() {
    let mut note = Note::default();
    let before = note.state(&PROFILE);
    note.put(&PROFILE, &family::note().record(&PROFILE));
    assert_eq!([before, note.state(&PROFILE)], [State::Blank, State::Begun]);
}

#[test]
fn a_sheet_is_what_the_parent_says_it_is_whatever_stands_on_it() {
    let mut note = family::note();
    let said = [State::Written, State::Begun, State::Blank];
    let seen = [&PROFILE, &INTRODUCTION].map(|form| {
        // One sheet is full, the other blank.
        if form.id == INTRODUCTION.id {
            note.put(form, &Record::default());
        }
        said.map(|state| {
            note.set_state(form, state);
            read_again(&note).state(form)
        })
    });
    assert_eq!(seen, [said; 2]);
}

#[test]
fn a_blank_sheet_that_was_put_back_to_blank_is_begun_by_the_next_word() {
    let mut note = Note::default();
    note.set_state(&PROFILE, State::Written);
    note.set_state(&PROFILE, State::Blank);
    note.put(&PROFILE, &family::note().record(&PROFILE));
    assert_eq!(note.state(&PROFILE), State::Begun);
}

#[test]
fn a_state_of_a_newer_version_is_kept_and_looks_like_none() {
    let json = r#"{"v": 1, "kind": "note", "states": {"profile": "resting"}}"#;
    let note = Note::from_bytes(json.as_bytes()).expect("a note");
    let kept = String::from_utf8_lossy(&note.to_bytes()).contains("resting");
    assert_eq!((note.state(&PROFILE), kept), (State::Blank, true));
}

#[test]
fn a_note_knows_the_day_on_which_anything_was_last_written() {
    let mut note = Note::default();
    assert_eq!(note.last_edited(), None);
    note.set_edited(&PROFILE, "2026-11-21");
    note.set_edited(&MEDICATION, "2026-12-02");
    note.set_edited(&INTRODUCTION, "soon");
    assert_eq!(
        read_again(&note).last_edited(),
        PartialDate::day(2026, 12, 2)
    );
}

#[test]
fn a_note_of_a_newer_version_is_not_guessed_at() {
    let newer = [
        r#"{"v": 2, "kind": "note"}"#,
        r#"{"v": 18446744073709551615, "kind": "note", "sheets": "elsewhere"}"#,
    ];
    holds(&newer.map(|json| (json, Err(Unreadable::TooNew))), |json| {
        Note::from_bytes(json.as_bytes())
    });
}

#[test]
fn what_is_not_a_note_is_refused() {
    let other = [
        "",
        "null",
        "[]",
        "{}",
        "note",
        r#"{"v": 1}"#,
        r#"{"kind": "note"}"#,
        r#"{"v": 1, "kind": "handoff", "sheets": []}"#,
        r#"{"v": 0, "kind": "note"}"#,
        r#"{"v": -1, "kind": "note"}"#,
        r#"{"v": "1", "kind": "note"}"#,
        r#"{"v": 1.5, "kind": "note"}"#,
        r#"{"v": 1, "kind": "note"} "#.trim_end_matches(['}', ' ']),
        r#"{"v": 1, "kind": "note"}{}"#,
        r#"{"v": 1, "kind": "note", "a": "\ud800"}"#,
    ];
    holds(
        &other.map(|json| (json, Err(Unreadable::NotANote))),
        |json| Note::from_bytes(json.as_bytes()),
    );
}

#[test]
fn a_note_in_which_nothing_could_be_written_is_refused() {
    let other = [
        r#"{"v": 1, "kind": "note", "sheets": []}"#,
        r#"{"v": 1, "kind": "note", "sheets": null}"#,
        r#"{"v": 1, "kind": "note", "states": "written"}"#,
    ];
    holds(
        &other.map(|json| (json, Err(Unreadable::NotANote))),
        |json| Note::from_bytes(json.as_bytes()),
    );
}

#[test]
fn a_note_that_is_nested_too_deep_is_refused() {
    let deep = "[".repeat(200_000);
    let json = format!(r#"{{"v": 1, "kind": "note", "a": {deep}"#);
    assert_eq!(Note::from_bytes(json.as_bytes()), Err(Unreadable::NotANote));
}

#[test]
fn a_million_members_are_read_without_harm() {
    let rows = vec!["{}"; 1_000_000].join(",");
    let sheets = format!(r#"{{"profile": {{"family": [{rows}]}}}}"#);
    let json = format!(r#"{{"v": 1, "kind": "note", "sheets": {sheets}}}"#);
    let note = Note::from_bytes(json.as_bytes()).expect("a note");
    assert!(note.record(&PROFILE).is_blank());
}

#[test]
fn a_sheet_that_is_no_object_is_blank() {
    let json = br#"{"v": 1, "kind": "note", "sheets": {"profile": [1, 2]}}"#;
    let note = Note::from_bytes(json).expect("a note");
    assert!(note.record(&PROFILE).is_blank());
}

#[test]
fn the_records_we_try_answer_every_question_there_is() {
    let mut runner = TestRunner::deterministic();
    for form in ALL {
        let rows = || form.groups().flat_map(|part| part.questions);
        let answered = form
            .once()
            .chain(rows())
            .filter(|q| !matches!(q.kind, Kind::Age(_)));
        let mut never: BTreeSet<&str> = answered.map(|q| q.id).collect();
        for _ in 0..64 {
            let tree = answers::record(form).new_tree(&mut runner);
            let record = tree.expect("a record").current();
            let entries = record.groups.values().flatten();
            for answers in entries.chain([&record.answers]) {
                never.retain(|id| answers.get(id).is_none());
            }
        }
        assert_eq!(never, BTreeSet::new(), "{}", form.id);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_record_of_any_form_comes_back_whole((form, record) in answers::form_and_record()) {
        let written = Value::Object(record.to_json()).to_string();
        let sheet: Value = serde_json::from_str(&written).expect("JSON");
        let read = Record::from_json(form, sheet.as_object().expect("an object"));
        prop_assert_eq!(&read, &record);
        prop_assert_eq!(Value::Object(read.to_json()).to_string(), written);
    }

    #[test]
    fn a_sheet_is_blank_where_nothing_can_be_read_on_it(
        (form, record) in answers::form_and_record(),
        empty in prop::collection::vec(prop::sample::select(vec!["", " ", "[]", "{}", "[{}]", r#"[{"x":""}]"#]), 0..4),
    ) {
        let mut sheet = if empty.len() % 2 == 0 { record.to_json() } else { Map::new() };
        // What a newer version, or one before this, may leave of an answer or of a repeated part.
        let ids: Vec<_> = form.sections.iter().flat_map(|part| part.questions).map(|question| question.id).collect();
        for (at, value) in empty.iter().enumerate() {
            let id = form.groups().map(|part| part.id).nth(at).unwrap_or(ids[at % ids.len()]);
            sheet.insert(id.to_owned(), serde_json::from_str(value).unwrap_or_else(|_| Value::from(*value)));
        }
        let blank = Record::from_json(form, &sheet).is_blank();
        let note = json!({"v": 1, "kind": "note", "sheets": {form.id: sheet}}).to_string();
        let state = Note::from_bytes(note.as_bytes()).expect("a note").state(form);
        prop_assert_eq!(state == State::Blank, blank);
    }

    #[test]
    fn any_note_comes_back_byte_for_byte(note in answers::note()) {
        prop_assert_eq!(read_again(&note).to_bytes(), note.to_bytes());
    }

    #[test]
    fn writing_one_sheet_leaves_the_others_as_they_were(
        note in answers::note(),
        record in answers::record(&INTRODUCTION),
    ) {
        let mut written = note.clone();
        written.put(&INTRODUCTION, &record);
        for form in ALL {
            let wanted = if form.id == INTRODUCTION.id { record.clone() } else { note.record(form) };
            prop_assert_eq!(written.record(form), wanted);
        }
    }

    #[test]
    fn a_sheet_that_is_written_again_is_as_if_it_were_written_once(
        mut note in answers::note(),
        (form, records) in answers::form_and_records(),
        copies in prop::collection::vec(prop::option::weighted(0.7, 0..4_usize), 4),
        (one, later) in any::<(bool, bool)>(),
    ) {
        let mut earlier = Record::default();
        for mut record in records {
            // Rows that were not written on are copies of those before, and may stand elsewhere by now.
            for (id, rows) in &mut record.groups {
                let before = earlier.groups.get(id).map_or(&[][..], Vec::as_slice);
                for (row, copy) in rows.iter_mut().zip(&copies) {
                    if let Some(before) = copy.and_then(|at| before.get(at)) {
                        row.clone_from(before);
                        if later {
                            row.unknown.insert("later".to_owned(), json!(true));
                        }
                    }
                }
            }
            let mut fresh = read_again(&note);
            let put = |note: &mut Note| if one { note.put_one(form, "a", &record) } else { note.put(form, &record) };
            put(&mut note);
            put(&mut fresh);
            prop_assert_eq!(&note, &fresh);
            prop_assert_eq!(note.to_bytes(), fresh.to_bytes());
            earlier = record;
        }
    }

    #[test]
    fn no_bytes_break_the_reading(bytes in proptest::collection::vec(any::<u8>(), 0..64)) {
        let read = Note::from_bytes(&bytes);
        prop_assert_eq!(read, Err(Unreadable::NotANote));
    }

    #[test]
    fn a_note_cut_short_is_never_taken_for_a_whole_one(cut in 0.0..1.0_f64) {
        let bytes = family::note().to_bytes();
        let cut = (bytes.len() as f64 * cut) as usize;
        prop_assert_eq!(Note::from_bytes(&bytes[..cut]), Err(Unreadable::NotANote));
    }
}
