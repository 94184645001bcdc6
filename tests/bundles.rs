//! Holds that a hand-off carries what was chosen and nothing else, and that reading one is safe.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/answers.rs"]
mod answers;
#[path = "support/family.rs"]
mod family;
#[path = "support/table.rs"]
mod table;

use proptest::{
    prelude::*,
    sample::{select, subsequence},
};
use serde_json::{Value, json};
use stepnote::{
    answer::{Answer, Attachment, Milestone, PartialDate, Period, Typed},
    form::{Form, Kind, Question, Reach, Role},
    forms::{ALL, CARE, INTRODUCTION, MEDICATION, PAPERS, PROFILE},
    record::{Answers, Note, Record, State},
    share::{Alone, Bundle, Carrier, Chosen, Unreadable, alone},
    text::Lang,
};
use table::holds;

fn today() -> PartialDate {
    PartialDate::day(2026, 11, 21).expect("a day")
}

fn bundle(note: &Note, chosen: &[&Form]) -> Bundle {
    Bundle::of(note, chosen, today(), Lang::Ja)
}

fn json_of(bundle: &Bundle) -> Value {
    serde_json::from_slice(&bundle.to_bytes()).expect("JSON")
}

/// A hand-off of these sheets, as bytes.
fn handed(sheets: Value) -> Vec<u8> {
    let json = json!({"v": 1, "kind": "handoff", "issuedAt": "2026-11-21", "sheets": sheets});
    json.to_string().into_bytes()
}

fn read(json: &str) -> Result<Bundle, Unreadable> {
    Bundle::from_bytes(json.as_bytes())
}

/// A word that stands nowhere else.
fn word(form: &Form, part: &str, question: &str) -> String {
    format!("《{}.{part}.{question}》", form.id)
}

fn planted(form: &Form, part: &str, question: &Question) -> Option<Answer> {
    let word = word(form, part, question.id);
    let date = |year| Typed {
        year,
        ..Typed::default()
    };
    if question.role == Some(Role::RowReach) {
        return None;
    }
    Some(match question.kind {
        Kind::Line
        | Kind::Kana(_)
        | Kind::Lines
        | Kind::One(_)
        | Kind::Phone
        | Kind::Postcode
        | Kind::Drawn => Answer::Text(word),
        Kind::Date => Answer::Date(date(word)),
        Kind::Period | Kind::Months => Answer::Period(Period {
            from: date(word.clone()),
            until: date(word),
            ongoing: true,
        }),
        Kind::Milestone => Answer::Milestone(Milestone::On(date(word))),
        Kind::Many(_) => Answer::Choices(vec![word]),
        Kind::Files => Answer::Files(vec![Attachment {
            id: word.clone(),
            key: word.clone(),
            media: "image/jpeg".to_owned(),
            size: 1,
            name: word,
        }]),
        Kind::Age(_) => return None,
    })
}

/// A note with a word of its own in every answer of every form, and in what no form knows.
fn planted_note() -> Note {
    let mut note = Note::default();
    for form in ALL {
        let answers = |part: &str, questions: &mut dyn Iterator<Item = &'static Question>| {
            let mut answers = Answers::default();
            for question in questions {
                if let Some(answer) = planted(form, part, question) {
                    answers.put(question.id, answer);
                }
            }
            let later = word(form, part, "later");
            answers.unknown.insert("later".to_owned(), json!([later]));
            answers
        };
        let mut record = Record {
            answers: answers("once", &mut form.once()),
            ..Record::default()
        };
        for part in form.groups() {
            let entry = answers(part.id, &mut part.questions.iter());
            record.groups.insert(part.id.to_owned(), vec![entry]);
        }
        note.put(form, &record);
        note.set_state(form, State::Written);
    }
    note
}

/// What of a record is handed over with its sheet.
fn with_its_sheet(form: &Form, mut record: Record) -> Record {
    let kept = |question: &&Question| question.reach != Reach::Sheet;
    for question in form.once().filter(kept) {
        record.answers.remove(question.id);
    }
    for part in form.groups() {
        let Some(entries) = record.groups.get_mut(part.id) else {
            continue;
        };
        entries.retain(|entry| entry.text("share") != "family");
        for question in part.questions.iter().filter(kept) {
            for entry in &mut *entries {
                entry.remove(question.id);
            }
        }
    }
    record.groups.retain(|_, entries| !entries.is_empty());
    record
}

/// Everything of the planted note that can be chosen by itself.
fn all_alone() -> Vec<Alone> {
    let note = planted_note();
    let own = ALL.iter().flat_map(|form| alone(form, &note.record(form)));
    own.map(|(one, ..)| one).collect()
}

#[test]
fn all_that_does_not_go_with_its_sheet_but_may_go_can_be_chosen() {
    let asked = all_alone();
    let asked: Vec<_> = asked.iter().map(|one| (one.form, one.question)).collect();
    assert_eq!(
        asked,
        [
            ("care", "person"),
            ("care", "diagnosis"),
            ("care", "number"),
            ("employment", "allowance_no"),
            ("employment", "divorce"),
        ]
    );
}

#[test]
fn only_what_is_written_where_it_may_go_can_be_chosen() {
    let asked = |sheet: Value| {
        let record = Record::from_json(&CARE, sheet.as_object().expect("an object"));
        let asked = alone(&CARE, &record).into_iter();
        asked.map(|(one, ..)| one.question).collect::<Vec<_>>()
    };
    let of = |share: &str| json!({"rows": [{"person": "南野先生", "share": share}]});
    assert_eq!(asked(json!({"rows": [{"place": "ひばり"}]})), [""; 0]);
    assert_eq!(asked(of("ask")), ["person"]);
    assert_eq!(asked(of("family")), [""; 0]);
}

/// The bytes of a hand-off of one sheet.
fn bytes_of(form: &Form, sheet: Value) -> String {
    let json = json!({"v": 1, "kind": "note", "sheets": {(form.id): sheet}});
    let note = Note::from_bytes(json.to_string().as_bytes()).expect("a note");
    String::from_utf8(bundle(&note, &[form]).to_bytes()).expect("UTF-8")
}

#[test]
fn the_key_of_a_photo_never_leaves_in_whatever_shape_it_is_kept() {
    let photo =
        json!({"id": "a", "key": family::PHOTO_KEY, "media": "image/jpeg", "size": 1, "name": ""});
    let mut newer = photo.clone();
    newer["thumbnail"] = json!(true);
    let shapes = [
        json!({"rows": [{"title": "お知らせ", "files": [photo]}]}),
        json!({"rows": [{"title": "お知らせ", "files": [newer]}]}),
        json!({"rows": [{"title": "お知らせ", "files": {"first": photo}}]}),
        json!({"rows": {"first": {"title": "お知らせ", "files": [photo]}}}),
        json!({"rows": [{"title": "お知らせ", "files": [photo]}, "ほかにも"]}),
    ];
    for shape in shapes {
        let bytes = bytes_of(&PAPERS, shape.clone());
        assert!(!bytes.contains(family::PHOTO_KEY), "{shape}");
    }
}

#[test]
fn a_photo_stays_and_the_rest_of_its_row_goes() {
    let all: Vec<&Form> = ALL.iter().collect();
    let sent = String::from_utf8(bundle(&family::note(), &all).to_bytes()).expect("UTF-8");
    assert!(sent.contains("就学相談のお知らせ"));
    assert!(!sent.contains(family::PHOTO_KEY) && !sent.contains("（おもて）"));
}

#[test]
fn a_row_goes_as_far_as_it_was_said_to_go() {
    let there = |share: Value| {
        bytes_of(
            &CARE,
            json!({"rows": [{"place": "ひばり", "share": share}]}),
        )
    };
    let rows = [
        ("family", false),
        ("ask", true),
        ("always", true),
        // Said in a newer version: not guessed at.
        ("doctors", false),
    ];
    holds(&rows, |share| there(json!(share)).contains("ひばり"));
    assert!(!there(json!({"only": "doctors"})).contains("ひばり"));
    assert!(bytes_of(&CARE, json!({"rows": [{"place": "ひばり"}]})).contains("ひばり"));
}

#[test]
fn how_far_a_row_may_go_is_not_told() {
    let sheet = json!({"rows": [{"place": "ひばり", "share": "always"}]});
    assert!(!bytes_of(&CARE, sheet).contains("always"));
}

#[test]
fn a_hand_off_says_what_it_is_and_when_it_was_put_together() {
    let json = json_of(&bundle(&family::note(), &[&INTRODUCTION]));
    assert_eq!(json["v"], 1);
    assert_eq!(json["kind"], "handoff");
    assert_eq!(json["issuedAt"], "2026-11-21");
    assert_eq!(json["lang"], "ja");
}

#[test]
fn the_language_of_the_parents_app_is_told_by_its_own_name_or_not_at_all() {
    let of = |lang: &str| {
        let json = format!(r#"{{"v": 1, "kind": "handoff", "sheets": []{lang}}}"#);
        read(&json).expect("a hand-off").tongue()
    };
    assert_eq!(of(r#", "lang": "zh-Hans""#), Some(("zh-Hans", "中文")));
    assert_eq!(of(r#", "lang": "easy""#), Some(("ja", "やさしい にほんご")));
    for unsaid in ["", r#", "lang": "tlh""#, r#", "lang": 7"#] {
        assert_eq!(of(unsaid), None, "{unsaid}");
    }
}

#[test]
fn a_sheet_goes_with_its_official_title_and_version() {
    let bundle = Bundle::of(&family::note(), &[&INTRODUCTION], today(), Lang::En);
    let mut sheet = json_of(&bundle)["sheets"][0].clone();
    sheet["answers"] = json!("…");
    assert_eq!(
        sheet,
        json!({"form": "introduction", "version": 1, "title": "私の紹介", "answers": "…"})
    );
}

#[test]
fn the_day_of_a_hand_off_is_read_back() {
    let bytes = bundle(&family::note(), &[&PROFILE]).to_bytes();
    let read = Bundle::from_bytes(&bytes).expect("a hand-off");
    assert_eq!(read.issued_on(), Some(today()));
}

#[test]
fn a_hand_off_without_a_readable_day_has_none() {
    let dayless = [
        r#"{"v": 1, "kind": "handoff", "sheets": []}"#,
        r#"{"v": 1, "kind": "handoff", "sheets": [], "issuedAt": 20261121}"#,
        r#"{"v": 1, "kind": "handoff", "sheets": [], "issuedAt": "きのう"}"#,
    ];
    holds(&dayless.map(|json| (json, None)), |json| {
        read(json).expect("a hand-off").issued_on()
    });
}

#[test]
fn a_sheet_in_which_nothing_is_written_is_left_out() {
    let mut note = Note::default();
    note.put(&PROFILE, &family::note().record(&PROFILE));
    note.put(&MEDICATION, &Record::default());
    let all: Vec<&Form> = ALL.iter().collect();
    let json = json_of(&bundle(&note, &all));
    assert_eq!(json["sheets"].as_array().map(Vec::len), Some(1));
}

#[test]
fn a_sheet_that_was_not_chosen_is_not_there_to_be_read() {
    let bundle = bundle(&family::note(), &[&INTRODUCTION]);
    assert_eq!(bundle.record(&PROFILE), None);
}

#[test]
fn nothing_of_a_note_goes_but_its_chosen_sheets() {
    let members = |json: &Value| {
        let mut members: Vec<String> = json
            .as_object()
            .into_iter()
            .flatten()
            .map(|m| m.0.clone())
            .collect();
        members.sort();
        members
    };
    let json = json_of(&bundle(&planted_note(), &[&PROFILE]));
    assert_eq!(members(&json), ["issuedAt", "kind", "lang", "sheets", "v"]);
    let sheet = &json["sheets"][0];
    assert_eq!(members(sheet), ["answers", "form", "title", "version"]);
}

#[test]
fn sheets_that_nobody_here_can_show_are_counted() {
    let row = |sheets: Value, unknown| (sheets, unknown);
    let rows = [
        row(json!([]), 0),
        row(json!([{"form": "profile", "answers": {}}]), 0),
        row(
            json!([{"form": "slip", "answers": {}}, {"form": "profile", "answers": {}}]),
            1,
        ),
        // The same form twice: one of them is read, the other is not passed over in silence.
        row(
            json!([{"form": "profile", "answers": {}}, {"form": "profile", "answers": {"name": "紬"}}]),
            1,
        ),
        row(json!([{"form": "profile", "answers": "elsewhere"}]), 1),
        row(json!([{"form": "profile"}, {"answers": {}}, 7, null]), 4),
    ];
    let rows: Vec<_> = rows
        .iter()
        .map(|(sheets, unknown)| (sheets, *unknown))
        .collect();
    holds(&rows, |sheets| {
        let bundle = Bundle::from_bytes(&handed(sheets.clone())).expect("a hand-off");
        bundle.unknown_sheets(ALL)
    });
}

#[test]
fn of_two_sheets_of_one_form_the_first_is_in_the_note_with_the_day_of_the_hand_off() {
    let sheets = json!([
        {"form": "profile", "answers": {"name": "紬"}},
        {"form": "profile", "answers": {"name": "湊"}},
        {"form": "slip", "answers": "elsewhere"},
    ]);
    let note = Bundle::from_bytes(&handed(sheets))
        .expect("a hand-off")
        .note();
    assert_eq!(note.json()["sheets"], json!({"profile": {"name": "紬"}}));
    assert_eq!(note.json()["edited"], json!({"profile": "2026-11-21"}));
}

#[test]
fn what_a_newer_version_put_in_goes_on_untouched() {
    let json = json!({
        "v": 1,
        "kind": "handoff",
        "purpose": {"ja": "就学相談"},
        "sheets": [{"form": "slip", "version": 3, "answers": {"wish": [1, null]}, "seal": true}],
    });
    let bundle = read(&json.to_string()).expect("a hand-off");
    assert_eq!(json_of(&bundle), json);
}

#[test]
fn a_hand_off_of_a_newer_version_is_not_guessed_at() {
    let newer = r#"{"v": 2, "kind": "handoff", "parts": []}"#;
    assert_eq!(read(newer), Err(Unreadable::TooNew));
}

#[test]
fn what_is_not_a_hand_off_is_refused() {
    let other = [
        "",
        "[]",
        "{}",
        r#"{"v": 1, "kind": "note", "sheets": {}}"#,
        r#"{"v": 1, "kind": "handoff"}"#,
        r#"{"v": 1, "kind": "handoff", "sheets": {}}"#,
        r#"{"v": 0, "kind": "handoff", "sheets": []}"#,
        r#"{"v": "1", "kind": "handoff", "sheets": []}"#,
        r#"{"kind": "handoff", "sheets": []}"#,
        r#"{"v": 1, "kind": "handoff", "sheets": []"#,
    ];
    holds(
        &other.map(|json| (json, Err(Unreadable::NotAHandOff))),
        read,
    );
}

#[test]
fn a_hand_off_of_a_million_sheets_is_refused() {
    let sheets = vec!["{}"; 1_000_000].join(",");
    let json = format!(r#"{{"v": 1, "kind": "handoff", "sheets": [{sheets}]}}"#);
    assert_eq!(read(&json), Err(Unreadable::NotAHandOff));
}

#[test]
fn a_hand_off_that_is_nested_too_deep_is_refused() {
    let deep = "[".repeat(200_000);
    let json = format!(r#"{{"v": 1, "kind": "handoff", "sheets": {deep}"#);
    assert_eq!(read(&json), Err(Unreadable::NotAHandOff));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_was_not_chosen_is_absent_from_the_bytes_of_both_carriers(
        chosen in subsequence(ALL.iter().collect::<Vec<_>>(), 0..=ALL.len()),
        also in subsequence(all_alone(), 0..=all_alone().len()),
        carrier in select(&[Carrier::File, Carrier::Codes][..]),
    ) {
        let of = |form: &Form| -> Vec<Alone> {
            also.iter().copied().filter(|one| one.form == form.id).collect()
        };
        let picked: Vec<_> = chosen.iter().map(|form| (*form, of(form))).collect();
        let picked: Vec<_> = picked.iter().map(|(form, also)| Chosen { form, also }).collect();
        let bundle = Bundle::with(&planted_note(), &picked, carrier, today(), Lang::Ja);
        let text = String::from_utf8(bundle.to_bytes()).expect("UTF-8");
        for form in ALL {
            let goes = chosen.iter().any(|chosen| chosen.id == form.id);
            for part in form.sections {
                let name = if part.repeat.is_some() { part.id } else { "once" };
                for question in part.questions {
                    let one = Alone { form: form.id, part: part.id, question: question.id };
                    let reaches = match question.reach {
                        Reach::Sheet => true,
                        Reach::Asked => also.contains(&one),
                        Reach::File => also.contains(&one) && carrier == Carrier::File,
                        Reach::Stays => false,
                    };
                    let there = text.contains(&word(form, name, question.id));
                    let wanted = goes && reaches && planted(form, name, question).is_some();
                    prop_assert_eq!(there, wanted, "{} {} {}", form.id, part.id, question.id);
                }
            }
            prop_assert_eq!(text.contains(&format!("《{}.", form.id)), goes);
            prop_assert_eq!(text.contains(&format!("\"{}\"", form.title.ja)), goes);
        }
    }

    #[test]
    fn any_sheet_of_any_note_arrives_with_all_that_goes_with_it(note in answers::note()) {
        let all: Vec<&Form> = ALL.iter().collect();
        let bytes = bundle(&note, &all).to_bytes();
        let read = Bundle::from_bytes(&bytes).expect("a hand-off");
        for form in ALL {
            let sent = with_its_sheet(form, note.record(form));
            prop_assert_eq!(read.record(form), (!sent.is_blank()).then_some(sent));
        }
    }

    #[test]
    fn no_bytes_break_the_reading(bytes in proptest::collection::vec(any::<u8>(), 0..64)) {
        prop_assert_eq!(Bundle::from_bytes(&bytes), Err(Unreadable::NotAHandOff));
    }
}
