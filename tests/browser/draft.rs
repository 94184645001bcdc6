//! A sheet being written.

use leptos::prelude::*;
use serde_json::json;
use stepnote::{
    answer::{Answer, Typed},
    draft::{Draft, EntryDraft},
    form::Section,
    forms::{ALL, PROFILE},
    record::{Answers, Record},
};
use wasm_bindgen_test::wasm_bindgen_test;

use super::stage::fresh;

fn family() -> &'static Section {
    PROFILE.groups().next().expect("the family")
}

fn text(words: &str) -> Answer {
    Answer::Text(words.to_owned())
}

fn birth() -> Answer {
    Answer::Date(Typed::from_iso("2020-09-03").expect("a date"))
}

/// The child's own row, as it stands now.
fn own_row(draft: &Draft) -> Answers {
    let entries = draft.entries(family()).get_untracked();
    entries.first().expect("a row").fields.answers()
}

fn blank() -> Draft {
    Draft::of(&PROFILE, &Record::default())
}

#[wasm_bindgen_test]
fn the_child_sits_in_its_family_from_the_start() {
    let _owner = fresh();
    let draft = blank();
    assert_eq!(draft.entries(family()).get_untracked().len(), 1);
    assert_eq!(own_row(&draft).text("relation"), "本人");
}

#[wasm_bindgen_test]
fn the_childs_row_follows_name_reading_and_birth() {
    let _owner = fresh();
    let draft = blank();
    for (id, answer) in [
        ("name", text("髙﨑")),
        ("kana", text("たかさき")),
        ("birth", birth()),
    ] {
        draft.once.signal(id).set(answer.clone());
        draft.follow_the_child();
        assert_eq!(own_row(&draft).get(id), Some(&answer), "{id}");
    }
    draft.once.signal("name").set(text("髙﨑　陽向"));
    draft.follow_the_child();
    assert_eq!(own_row(&draft).text("name"), "髙﨑　陽向");
    assert_eq!(own_row(&draft).text("relation"), "本人");
}

#[wasm_bindgen_test]
fn what_the_parent_wrote_in_the_childs_row_stays_hers() {
    let _owner = fresh();
    let draft = blank();
    draft.once.signal("name").set(text("髙﨑"));
    draft.follow_the_child();
    let row = draft.entries(family()).get_untracked().remove(0);
    row.fields.signal("name").set(text("ひな"));
    draft.once.signal("name").set(text("髙﨑　陽向"));
    draft.once.signal("kana").set(text("たかさき"));
    draft.follow_the_child();
    assert_eq!(own_row(&draft).text("name"), "ひな");
    assert_eq!(own_row(&draft).text("kana"), "たかさき");
}

#[wasm_bindgen_test]
fn only_the_childs_row_follows() {
    let _owner = fresh();
    let draft = blank();
    let mut mother = Answers::default();
    mother.put("relation", text("母"));
    let entries = draft.entries(family());
    entries.update(|list| list.insert(0, EntryDraft::of(family(), &mother)));
    draft.once.signal("name").set(text("髙﨑"));
    draft.follow_the_child();
    let rows = entries.get_untracked();
    let names = rows
        .iter()
        .map(|row| row.fields.answers().text("name").to_owned());
    assert_eq!(names.collect::<Vec<_>>(), ["", "髙﨑"]);
}

#[wasm_bindgen_test]
fn what_this_version_does_not_ask_is_kept_through_writing() {
    let _owner = fresh();
    let sheet = json!({
        "name": "髙﨑",
        "future": {"a": [1, null]},
        "birth": 2020,
        "family": [{"relation": "母", "future": "x"}],
        "pets": [{"name": "たま"}],
    });
    let record = Record::from_json(&PROFILE, sheet.as_object().expect("an object"));
    let draft = Draft::of(&PROFILE, &record);
    draft.once.signal("name").set(text("陽向"));
    let mother = draft.entries(family()).get_untracked().remove(0);
    mother.fields.signal("kana").set(text("はは"));

    let mut wanted = sheet;
    wanted["name"] = json!("陽向");
    wanted["family"][0]["kana"] = json!("はは");
    assert_eq!(json!(draft.record().to_json()), wanted);
}

#[wasm_bindgen_test]
fn opening_a_sheet_changes_nothing_of_it() {
    let _owner = fresh();
    let written = include_str!("../golden/handoff/v1/example.json");
    let written: serde_json::Value = serde_json::from_str(written).expect("JSON");
    for sheet in written["sheets"].as_array().expect("sheets") {
        let form = ALL
            .iter()
            .find(|form| sheet["form"] == form.id)
            .expect("ours");
        let answers = sheet["answers"].as_object().expect("answers");
        let record = Record::from_json(form, answers);
        assert_eq!(Draft::of(form, &record).record().to_json(), *answers);
    }
}

/// The names in the family, with the numbers before them.
fn seated(draft: &Draft) -> Vec<String> {
    let rows = draft.entries(family()).get_untracked();
    let seat = |row: &EntryDraft| {
        let name = row.fields.signal("name").get_untracked();
        format!("{} {}", row.place.get_untracked(), name.text())
    };
    rows.iter().map(seat).collect()
}

fn household(names: &[&str]) -> Draft {
    let mut record = Record::default();
    let rows = names.iter().map(|name| {
        let mut row = Answers::default();
        row.put("name", text(name));
        row.unknown.insert("future".to_owned(), json!(1));
        row
    });
    record.groups.insert("family".to_owned(), rows.collect());
    Draft::of(&PROFILE, &record)
}

#[wasm_bindgen_test]
fn rows_are_numbered_however_they_move() {
    let _owner = fresh();
    let draft = household(&["一", "二", "三"]);
    let keys: Vec<u32> = draft
        .entries(family())
        .get_untracked()
        .iter()
        .map(|row| row.key)
        .collect();
    draft.shift(family(), keys[2], true);
    assert_eq!(seated(&draft), ["1 一", "2 三", "3 二"]);
    draft.shift(family(), keys[0], false);
    assert_eq!(seated(&draft), ["1 三", "2 一", "3 二"]);
    // At the ends nothing gives way.
    draft.shift(family(), keys[2], true);
    draft.shift(family(), keys[1], false);
    assert_eq!(seated(&draft), ["1 三", "2 一", "3 二"]);
    let (at, gone) = draft.remove(family(), keys[0]).expect("it stood there");
    assert_eq!(seated(&draft), ["1 三", "2 二"]);
    draft.insert(family(), at, gone);
    assert_eq!(seated(&draft), ["1 三", "2 一", "3 二"]);
}

#[wasm_bindgen_test]
fn a_copy_has_the_same_answers_below_and_nothing_of_a_newer_version() {
    let _owner = fresh();
    let draft = household(&["一", "二"]);
    let first = draft.entries(family()).get_untracked().remove(0);
    first.fields.signal("kana").set(text("いち"));
    let copy = draft.duplicate(family(), first.key).expect("it is there");
    assert_eq!(seated(&draft), ["1 一", "2 一", "3 二"]);
    assert_eq!(copy.fields.answers().text("kana"), "いち");
    assert!(copy.fields.answers().unknown.is_empty());
    copy.fields.signal("kana").set(text("はじめ"));
    assert_eq!(first.fields.answers().text("kana"), "いち");
}

#[wasm_bindgen_test]
fn a_suggestion_gives_way_to_the_parent_and_follows_until_then() {
    let _owner = fresh();
    let fields = blank().once;
    let kana = || fields.signal("kana").get_untracked().text().to_owned();
    let suggest = |reading: &str| fields.suggest("kana", Some(reading.to_owned()));
    suggest("むさし");
    suggest("むさしはなこ");
    assert_eq!(kana(), "むさしはなこ");
    // Uncertain again: no wrong guess stays.
    fields.suggest("kana", None);
    assert_eq!(kana(), "");
    suggest("むさし");
    fields.accept();
    suggest("むさしの");
    assert_eq!(kana(), "むさし");
    fields.signal("kana").set(text(""));
    suggest("たけくら");
    assert_eq!(kana(), "たけくら");
    fields.signal("kana").set(text("hers"));
    suggest("むさし");
    fields.suggest("kana", None);
    assert_eq!(kana(), "hers");
}
