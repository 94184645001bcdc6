//! Two notes of one child made one: whatever stood on either side is there, or is asked about.
#![cfg(not(target_arch = "wasm32"))]

use proptest::prelude::*;
use serde_json::{Map, Value, json};
use stepnote::forms;
use stepnote::merge::{Difference, Keep, Merge};
use stepnote::record::Note;

fn note(sheets: Value) -> Note {
    let json = json!({"v": 1, "kind": "note", "sheets": sheets});
    Note::from_bytes(json.to_string().as_bytes()).unwrap()
}

fn of(ours: &Note, theirs: &Note) -> Merge {
    Merge::of(forms::ALL, ours, theirs)
}

fn sheets(note: &Note) -> Value {
    note.json()
        .get("sheets")
        .cloned()
        .unwrap_or_else(|| json!({}))
}

fn asked(merge: &Merge) -> Vec<(&str, Option<&Value>, Option<&Value>)> {
    let differences = merge.differences.iter();
    differences
        .map(|d| (d.question.as_str(), d.ours.as_ref(), d.theirs.as_ref()))
        .collect()
}

#[test]
fn what_only_one_side_has_is_taken_and_what_differs_is_asked() {
    let ours = note(json!({"profile": {"name": "陽向", "address": "ここ"}}));
    let theirs = note(json!({
        "profile": {"name": "ひなた", "birth": "2020-04-01"},
        "introduction": {"likes": "電車"},
    }));
    let merge = of(&ours, &theirs);
    assert_eq!(
        asked(&merge),
        [("name", Some(&json!("陽向")), Some(&json!("ひなた")))]
    );
    assert_eq!(merge.richer, ["profile", "introduction"]);
    let all = |name: &str| {
        json!({
            "profile": {"name": name, "address": "ここ", "birth": "2020-04-01"},
            "introduction": {"likes": "電車"},
        })
    };
    for (keep, name) in [
        (vec![Keep::Ours], "陽向"),
        (vec![Keep::Theirs], "ひなた"),
        (vec![Keep::Both], "陽向 / ひなた"),
        (vec![], "陽向"),
    ] {
        assert_eq!(sheets(&merge.clone().settle(&keep)), all(name), "{keep:?}");
    }
}

#[test]
fn both_are_kept_only_where_both_make_sense() {
    let sides = |question: &str, ours: Value, theirs: Value| {
        let sheet = |answer| note(json!({"introduction": {question: answer}}));
        let merge = of(&sheet(ours), &sheet(theirs));
        let both = merge.differences[0].both;
        let kept = merge.settle(&[Keep::Both]);
        (both, sheets(&kept)["introduction"][question].clone())
    };
    assert_eq!(
        sides("likes", json!("電車"), json!("絵本")),
        (true, json!("電車\n絵本"))
    );
    assert_eq!(
        sides("likes", json!("電車と絵本"), json!("絵本")),
        (true, json!("電車と絵本"))
    );
    assert_eq!(
        sides("date", json!("2026-01"), json!("2026-02")),
        (false, json!("2026-01"))
    );
    assert_eq!(
        sides("of_a_newer_version", json!([1, 2]), json!([2, 3])),
        (true, json!([1, 2, 3]))
    );
}

#[test]
fn rows_are_known_by_what_they_say_or_by_their_title() {
    let rows = |rows: Value| note(json!({"medication": {"rows": rows}}));
    let ours = rows(json!([
        {"medicine": "デパケン 200mg", "clinic": "A病院"},
        {"medicine": "エスクレ坐剤", "remarks": "5分で"},
    ]));
    let theirs = rows(json!([
        {"medicine": "ビタミン"},
        {"medicine": "エスクレ坐剤", "remarks": "3分で", "clinic": "A病院"},
        {"medicine": "デパケン 200mg", "clinic": "A病院"},
    ]));
    let merge = of(&ours, &theirs);
    assert_eq!(
        asked(&merge),
        [("remarks", Some(&json!("5分で")), Some(&json!("3分で")))]
    );
    let row = merge.differences[0].row.clone();
    assert_eq!(row, Some(("rows".to_owned(), "エスクレ坐剤".to_owned())));
    assert_eq!(
        sheets(&merge.settle(&[Keep::Theirs]))["medication"]["rows"],
        json!([
            {"medicine": "デパケン 200mg", "clinic": "A病院"},
            {"medicine": "エスクレ坐剤", "remarks": "3分で", "clinic": "A病院"},
            {"medicine": "ビタミン"},
        ])
    );
}

#[test]
fn with_a_common_past_only_what_both_changed_is_asked() {
    let base = note(json!({
        "profile": {"name": "陽向", "address": "ここ", "school": "A", "phone": "1"},
        "medication": {"rows": [{"medicine": "甲", "clinic": "X"}, {"medicine": "乙"}, {"medicine": "丙"}]},
    }));
    let ours = note(json!({
        "profile": {"name": "陽向", "address": "あちら", "phone": "2"},
        "medication": {"rows": [{"medicine": "甲", "clinic": "Y"}, {"medicine": "丙"}]},
    }));
    let theirs = note(json!({
        "profile": {"name": "ひなた", "address": "ここ", "school": "A", "phone": "3"},
        "medication": {"rows": [{"medicine": "甲", "clinic": "X", "remarks": "朝"}, {"medicine": "乙"}, {"medicine": "丁"}]},
    }));
    let merge = Merge::since(forms::ALL, &base, &ours, &theirs);
    assert_eq!(
        asked(&merge),
        [("phone", Some(&json!("2")), Some(&json!("3")))]
    );
    assert_eq!(
        sheets(&merge.settle(&[])),
        json!({
            "profile": {"name": "ひなた", "address": "あちら", "phone": "2"},
            "medication": {"rows": [{"medicine": "甲", "clinic": "Y", "remarks": "朝"}, {"medicine": "丁"}]},
        })
    );
}

#[test]
fn what_one_side_took_away_while_the_other_changed_it_is_asked() {
    let base = note(json!({"profile": {"name": "陽向"}}));
    let gone = note(json!({"profile": {}}));
    let changed = note(json!({"profile": {"name": "ひなた"}}));
    let merge = Merge::since(forms::ALL, &base, &gone, &changed);
    assert_eq!(asked(&merge), [("name", None, Some(&json!("ひなた")))]);
    assert!(!merge.differences[0].both);
    assert_eq!(sheets(&merge.clone().settle(&[])), json!({"profile": {}}));
    assert_eq!(sheets(&merge.settle(&[Keep::Theirs])), sheets(&changed));
    let merge = Merge::since(forms::ALL, &base, &changed, &gone);
    assert_eq!(
        sheets(&merge.settle(&[Keep::Theirs])),
        json!({"profile": {}})
    );
}

#[test]
fn differences_come_in_the_order_of_the_paper_with_the_days_they_were_written() {
    let side = |answer: &str, day: &str| {
        let mut note = note(json!({"medication": {"later": answer}, "profile": {"name": answer}}));
        note.set_edited(&forms::PROFILE, day);
        note
    };
    let (ours, theirs) = (side("a", "2026-11-20"), side("b", "2026-11-21"));
    let merge = of(&ours, &theirs);
    let forms: Vec<&str> = merge.differences.iter().map(|d| d.form.as_str()).collect();
    assert_eq!(forms, ["profile", "medication"]);
    assert_eq!(theirs.edited_on("profile"), Some("2026-11-21"));
    let merged = merge.settle(&[]);
    assert_eq!(merged.edited_on("profile"), Some("2026-11-21"));
}

fn any_text() -> impl Strategy<Value = Value> {
    prop::sample::select(vec!["甲", "乙", "丙", "丁\n戊"]).prop_map(Value::from)
}

fn any_answer() -> impl Strategy<Value = Value> {
    prop_oneof![
        4 => any_text(),
        1 => Just(json!({"from": "2024"})),
        1 => prop::collection::vec(any_text(), 1..3).prop_map(Value::from),
        1 => Just(json!(7)),
    ]
}

fn any_object(names: &'static [&'static str]) -> impl Strategy<Value = Map<String, Value>> {
    let member = (prop::sample::select(names), any_answer());
    prop::collection::vec(member, 0..5).prop_map(|members| {
        members
            .into_iter()
            .map(|(n, v)| (n.to_owned(), v))
            .collect()
    })
}

fn any_sheet() -> impl Strategy<Value = Value> {
    let names = &["name", "address", "likes", "later"];
    let rows = any_object(&["medicine", "clinic", "remarks", "later"])
        .prop_filter("a row is never blank", |row| !row.is_empty())
        .prop_map(Value::Object);
    (any_object(names), prop::collection::vec(rows, 0..4)).prop_map(|(mut sheet, rows)| {
        if !rows.is_empty() {
            sheet.insert("rows".to_owned(), rows.into());
        }
        Value::Object(sheet)
    })
}

fn any_note() -> impl Strategy<Value = Note> {
    let id = prop::sample::select(vec![
        "profile",
        "medication",
        "introduction",
        "a_later_form",
    ]);
    let sheets = prop::collection::vec((id, any_sheet()), 0..4);
    (sheets, prop::option::of(any_answer())).prop_map(|(sheets, later)| {
        let sheets: Map<String, Value> = sheets
            .into_iter()
            .map(|(id, sheet)| (id.to_owned(), sheet))
            .collect();
        let mut json = json!({"v": 1, "kind": "note", "sheets": sheets});
        if let Some(later) = later {
            json["later"] = later;
        }
        Note::from_bytes(json.to_string().as_bytes()).unwrap()
    })
}

/// Whether every answer of a side is in the note, or is asked about.
fn nothing_is_lost(side: &Note, merged: &Note, differences: &[&Value]) -> Result<(), String> {
    let has =
        |there: Option<&Value>, value: &Value| there == Some(value) || differences.contains(&value);
    for (name, value) in side.json() {
        if name != "sheets" && !has(merged.json().get(name), value) {
            return Err(format!("{name}: {value}"));
        }
    }
    for (id, sheet) in sheets(side).as_object().into_iter().flatten() {
        let there = &sheets(merged)[id];
        for (name, value) in sheet.as_object().into_iter().flatten() {
            let Value::Array(rows) = value else {
                if !has(there.get(name), value) {
                    return Err(format!("{id} {name}: {value}"));
                }
                continue;
            };
            if !rows.iter().all(Value::is_object) {
                if !has(there.get(name), value) {
                    return Err(format!("{id} {name}: {value}"));
                }
                continue;
            }
            let merged_rows = there[name].as_array().cloned().unwrap_or_default();
            for row in rows {
                let holds = |merged: &Value| {
                    let mut members = row.as_object().into_iter().flatten();
                    members.all(|(name, value)| has(merged.get(name), value))
                };
                if !merged_rows.iter().any(holds) && !differences.contains(&value) {
                    return Err(format!("{id} {name}: {row}"));
                }
            }
        }
    }
    Ok(())
}

/// Whether a value stands anywhere in another, a text also as a piece of one. By value: the members
/// of an object have no order.
fn stands(whole: &Value, part: &Value) -> bool {
    whole == part
        || match (whole, part) {
            (Value::String(whole), Value::String(part)) => whole.contains(part.as_str()),
            (Value::Array(all), _) => all.iter().any(|one| stands(one, part)),
            (Value::Object(all), _) => all.values().any(|one| stands(one, part)),
            _ => false,
        }
}

/// As a set: rows in any order, sheets without an answer left out.
fn shape(note: &Note) -> Value {
    let mut json = note.json().clone();
    let mut all = sheets(note);
    if let Value::Object(all) = &mut all {
        for sheet in all.values_mut() {
            for value in sheet.as_object_mut().into_iter().flat_map(Map::values_mut) {
                if let Value::Array(rows) = value
                    && rows.iter().all(Value::is_object)
                {
                    rows.iter_mut().for_each(Value::sort_all_objects);
                    rows.sort_by_key(ToString::to_string);
                }
            }
        }
        all.retain(|_, sheet| sheet != &json!({}));
    }
    json.insert("sheets".to_owned(), all);
    Value::Object(json)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_note_merged_with_itself_is_itself(note in any_note()) {
        let merge = of(&note, &note);
        prop_assert!(merge.differences.is_empty() && merge.richer.is_empty());
        prop_assert_eq!(merge.settle(&[]), note);
    }

    #[test]
    fn nothing_of_either_side_is_lost(ours in any_note(), theirs in any_note()) {
        let merge = of(&ours, &theirs);
        let differences = merge.differences.clone();
        let theirs_asked: Vec<&Value> = differences.iter().filter_map(|d| d.theirs.as_ref()).collect();
        let ours_asked: Vec<&Value> = differences.iter().filter_map(|d| d.ours.as_ref()).collect();
        let all = |keep| vec![keep; differences.len()];

        let kept = merge.clone().settle(&all(Keep::Ours));
        prop_assert_eq!(nothing_is_lost(&ours, &kept, &[]), Ok(()));
        prop_assert_eq!(nothing_is_lost(&theirs, &kept, &theirs_asked), Ok(()));
        let kept = merge.clone().settle(&all(Keep::Theirs));
        prop_assert_eq!(nothing_is_lost(&theirs, &kept, &[]), Ok(()));
        prop_assert_eq!(nothing_is_lost(&ours, &kept, &ours_asked), Ok(()));

        // Both, where both can be: every text and every element is there.
        let kept = Value::Object(merge.settle(&all(Keep::Both)).json().clone());
        for Difference { form, both, ours, theirs, .. } in &differences {
            let sides = [ours, theirs].into_iter().flatten().filter(|_| *both && !form.is_empty());
            for side in sides {
                let parts = side.as_array().cloned().unwrap_or_else(|| vec![side.clone()]);
                for part in parts {
                    prop_assert!(stands(&kept, &part), "{} in {}", part, kept);
                }
            }
        }
    }

    #[test]
    fn what_only_one_side_changed_is_as_that_side_has_it(base in any_note(), changed in any_note()) {
        for (ours, theirs) in [(&base, &changed), (&changed, &base)] {
            let merge = Merge::since(forms::ALL, &base, ours, theirs);
            prop_assert_eq!(&merge.differences, &vec![]);
            prop_assert_eq!(shape(&merge.settle(&[])), shape(&changed));
        }
    }

    #[test]
    fn with_a_common_past_whatever_either_side_changed_is_there_or_asked(
        base in any_note(), ours in any_note(), theirs in any_note()
    ) {
        let merge = Merge::since(forms::ALL, &base, &ours, &theirs);
        for difference in &merge.differences {
            prop_assert_ne!(&difference.ours, &difference.theirs);
        }
        let before: Vec<Value> = values(&base);
        let asked: Vec<Value> = merge.differences.iter().flat_map(|d| [&d.ours, &d.theirs]).flatten().cloned().collect();
        let kept = values(&merge.settle(&[]));
        for value in values(&ours).into_iter().chain(values(&theirs)) {
            prop_assert!(before.contains(&value) || kept.contains(&value) || asked.iter().any(|asked| stands(asked, &value)), "{}", value);
        }
    }
}

/// Every answer of the sheets with its place, but rows by what they hold.
fn values(note: &Note) -> Vec<Value> {
    let mut all = Vec::new();
    for sheet in sheets(note).as_object().into_iter().flat_map(Map::values) {
        for value in sheet.as_object().into_iter().flat_map(Map::values) {
            match value {
                Value::Array(rows) if rows.iter().all(Value::is_object) => {
                    all.extend(
                        rows.iter()
                            .filter_map(Value::as_object)
                            .flat_map(Map::values)
                            .cloned(),
                    );
                }
                value => all.push(value.clone()),
            }
        }
    }
    all
}
