//! 連絡票: filled from the note, moved on by what happened, several of one case, answered.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/table.rs"]
mod table;

use proptest::prelude::*;
use serde_json::{Value, json};
use stepnote::{
    answer::{Answer, PartialDate},
    consent::{Carried, Gone, noted, withdrawn},
    form::{Form, Kind},
    forms::{ACTIONS, ALL, CARE, CASE, CONSENT, HANDED, PROFILE, REPLY, RESULTS, SLIP},
    merge::Merge,
    record::{Note, Record},
    sheet::{Facts, Sheet},
    slip::{
        Answered, Close, Happened, MINE, Misread, NoReply, Reply, Status, TooFar, Urgency, Waiting,
        all_sent, answered, by_when, cases, close, fill, from_core, happened, keep_sent,
        may_become, mine, number, numbers_first, open_answers, slip_number, status, steps, take_in,
        too_long, urgency, waiting,
    },
    text::Lang,
};
use table::holds;

fn day(year: u16, month: u8, day: u8) -> PartialDate {
    PartialDate::day(year, month, day).expect("a day")
}

fn today() -> PartialDate {
    day(2026, 11, 21)
}

fn record(form: &Form, answers: Value) -> Record {
    let Value::Object(answers) = answers else {
        panic!("answers are an object")
    };
    Record::from_json(form, &answers)
}

fn slip(answers: Value) -> Record {
    record(&SLIP, answers)
}

fn household() -> Note {
    let mut note = Note::default();
    note.put(
        &PROFILE,
        &record(
            &PROFILE,
            json!({
                "name": "青木　ひなた", "kana": "あおき　ひなた", "birth": "2020-09-03",
                "address": "武蔵野市緑町2-2-28",
                "contacts": [{"relation": "母", "name": "青木　遥", "phone": "09012345678"}],
            }),
        ),
    );
    note.put(
        &CARE,
        &record(
            &CARE,
            json!({"rows": [
                {"when": {"from": "2025-04", "ongoing": true}, "place": "ひだまりの木", "content": "ことばの練習\n週2回", "finding": "二語文が出た", "diagnosis": "秘密の診断"},
                {"when": {"from": "2023"}, "place": "けやき診療所", "content": "相談"},
                {"place": "家族だけの医院", "share": "family"},
            ]}),
        ),
    );
    note
}

#[test]
fn a_new_slip_says_what_the_note_knows() {
    let slip = fill(&household(), today());
    let said = |id: &str| slip.answers.text(id).to_owned();
    holds(
        &[
            ("slip_no", "20261121-1".to_owned()),
            ("status", "draft".to_owned()),
            ("child_name", "青木　ひなた".to_owned()),
            ("child_kana", "あおき　ひなた".to_owned()),
            ("parent_name", "青木　遥".to_owned()),
            ("relation", "母".to_owned()),
            ("contact_phone", "09012345678".to_owned()),
            ("address", String::new()),
        ],
        said,
    );
    let history = slip.to_json()["history"].clone();
    assert_eq!(
        history,
        json!([
            {"when": {"from": "2023"}, "place": "けやき診療所", "what": "相談"},
            {"when": {"from": "2025-04", "ongoing": true}, "place": "ひだまりの木", "what": "ことばの練習 週2回", "result": "二語文が出た"},
        ])
    );
}

#[test]
fn a_new_slip_tells_nothing_that_is_for_the_family_only_or_asked_about() {
    let bytes = Value::Object(fill(&household(), today()).to_json()).to_string();
    for word in ["家族だけの医院", "秘密の診断", "緑町"] {
        assert!(!bytes.contains(word), "{word}");
    }
}

#[test]
fn the_newest_six_events_stand_on_a_new_slip() {
    let rows: Vec<_> = (2010..2020)
        .map(|year| json!({"when": {"from": year.to_string()}, "place": format!("所{year}")}))
        .collect();
    let mut note = Note::default();
    note.put(&CARE, &record(&CARE, json!({"rows": rows})));
    let slip = fill(&note, today());
    let places: Vec<_> = slip.groups["history"]
        .iter()
        .map(|row| row.text("place"))
        .collect();
    assert_eq!(
        places,
        ["所2014", "所2015", "所2016", "所2017", "所2018", "所2019"]
    );
}

#[test]
fn an_empty_note_gives_an_empty_slip_that_is_legal() {
    let slip = fill(&Note::default(), today());
    let asked: Vec<_> = slip.answers.known.keys().map(String::as_str).collect();
    assert_eq!(asked, ["made_on", "reply_by", "slip_no", "status"]);
}

#[test]
fn a_slip_of_nothing_but_by_telephone_is_kept_and_read() {
    let mut record = Record::default();
    for question in SLIP
        .once()
        .filter(|q| q.id.ends_with("_by") && matches!(q.kind, Kind::Many(_)))
    {
        record
            .answers
            .put(question.id, Answer::Choices(vec!["phone".to_owned()]));
    }
    let mut note = Note::default();
    note.put_one(&SLIP, "a", &record);
    let note = Note::from_bytes(&note.to_bytes()).expect("a note");
    assert_eq!(note.one_of(&SLIP, "a"), record);
    let sheet = Sheet::of(&SLIP, &record, Facts::default(), Lang::Ja);
    let lines = sheet
        .parts
        .iter()
        .flat_map(|part| part.entries.iter().flatten());
    assert!(lines.clone().all(|line| line.answer == "詳しくは電話で"));
    assert_eq!(lines.count(), record.answers.known.len());
}

#[test]
fn slips_stand_beside_the_sheets_each_under_its_id() {
    let mut note = household();
    let before = note.record(&PROFILE);
    note.put_one(&SLIP, "one", &slip(json!({"to_office": "ハビット"})));
    note.put_one(
        &SLIP,
        "two",
        &slip(json!({"to_office": "教育支援センター"})),
    );
    assert_eq!(note.several(&SLIP), ["one", "two"]);
    assert_eq!(
        note.one_of(&SLIP, "two").answers.text("to_office"),
        "教育支援センター"
    );
    note.put_one(&SLIP, "one", &Record::default());
    assert_eq!(note.several(&SLIP), ["two"]);
    assert!(note.several(&PROFILE).is_empty());
    assert!(note.one_of(&SLIP, "three").is_blank());
    assert_eq!(note.record(&PROFILE), before);
}

#[test]
fn slips_of_two_devices_are_both_kept_and_one_that_both_wrote_is_asked_about() {
    let forms: &'static [Form] = Box::leak([ALL, CASE].concat().into_boxed_slice());
    let (mut ours, mut theirs) = (household(), household());
    ours.put_one(&SLIP, "a", &slip(json!({"reason": "朝の支度"})));
    theirs.put_one(&SLIP, "b", &slip(json!({"reason": "ことば"})));
    for (note, ask) in [
        (&mut ours, "電話をください"),
        (&mut theirs, "会って話したい"),
    ] {
        note.put_one(
            &SLIP,
            "c",
            &slip(json!({"ask": ask, "history": [{"what": "面談"}]})),
        );
    }
    let merge = Merge::of(forms, &ours, &theirs);
    let asked: Vec<_> = merge
        .differences
        .iter()
        .map(|d| (d.form.as_str(), d.question.as_str(), d.both))
        .collect();
    assert_eq!(asked, [("slip:c", "ask", true)]);
    let note = merge.settle(&[]);
    let mut ids = note.several(&SLIP);
    ids.sort();
    assert_eq!(ids, ["a", "b", "c"]);
    assert_eq!(note.one_of(&SLIP, "c").groups["history"].len(), 1);
}

#[test]
fn a_slip_number_is_the_day_and_which_of_that_day() {
    let mut note = Note::default();
    assert_eq!(slip_number(&note, today()), "20261121-1");
    note.put_one(&SLIP, "a", &slip(json!({"slip_no": "20261121-1"})));
    note.put_one(&SLIP, "b", &slip(json!({"slip_no": "20261121-3"})));
    assert_eq!(slip_number(&note, today()), "20261121-2");
}

#[test]
fn a_slip_is_as_urgent_as_it_says_and_a_day_that_has_come_is_today() {
    holds(
        &[
            ("{}", Urgency::Usual),
            (r#"{"urgency": "usual"}"#, Urgency::Usual),
            (r#"{"urgency": "today"}"#, Urgency::Today),
            (r#"{"urgency": "by"}"#, Urgency::By(None)),
            (
                r#"{"urgency": "by", "urgency_by": "2026-11-22"}"#,
                Urgency::By(Some(day(2026, 11, 22))),
            ),
            (
                r#"{"urgency": "by", "urgency_by": "2026-11-21"}"#,
                Urgency::Today,
            ),
            (
                r#"{"urgency": "by", "urgency_by": "2026-01-05"}"#,
                Urgency::Today,
            ),
        ],
        |answers| urgency(&slip(serde_json::from_str(answers).expect("JSON")), today()),
    );
}

#[test]
fn telephone_numbers_come_first_where_it_is_urgent_and_each_once() {
    let directory = [("ハビット".to_owned(), "0422-55-8510".to_owned())];
    let asked = |urgency: &str, tel: &str| {
        let slip = slip(json!({"urgency": urgency, "to_office": "窓口", "to_tel": tel}));
        let numbers = numbers_first(&slip, &directory, today());
        numbers
            .into_iter()
            .map(|(_, number)| number)
            .collect::<Vec<_>>()
    };
    assert_eq!(asked("usual", "0422601239"), [""; 0]);
    assert_eq!(
        asked("today", "0422601239"),
        ["0422-55-8510", "0422-60-1239"]
    );
    assert_eq!(asked("today", "0422558510"), ["0422-55-8510"]);
    assert_eq!(asked("today", ""), ["0422-55-8510"]);
}

#[test]
fn a_box_with_more_than_it_is_meant_for_is_said_and_kept() {
    let long = "あ".repeat(125);
    let slip = slip(json!({"ask": long, "complaint": "い".repeat(200)}));
    assert_eq!(too_long(&slip), [("ask", 5)]);
    assert_eq!(slip.answers.text("ask").chars().count(), 125);
}

#[test]
fn a_status_is_what_was_set_or_what_happened_whichever_is_further_on() {
    let of = |(set, happened): (&str, Happened)| status(&slip(json!({"status": set})), happened);
    let happened = Happened::default();
    let agreed = Happened {
        agreed: true,
        ..happened
    };
    let handed = Happened {
        handed: true,
        ..agreed
    };
    let answered = Happened {
        answered: true,
        ..handed
    };
    holds(
        &[
            (("", happened), Status::Draft),
            (("nonsense", happened), Status::Draft),
            (("draft", agreed), Status::Agreed),
            (("draft", handed), Status::Handed),
            (("handed", happened), Status::Handed),
            (
                (
                    "draft",
                    Happened {
                        arrived: true,
                        ..handed
                    },
                ),
                Status::Arrived,
            ),
            (("arrived", answered), Status::Answered),
            (("answered", handed), Status::Answered),
            (("done", answered), Status::Done),
            (
                (
                    "done",
                    Happened {
                        withdrawn: true,
                        ..answered
                    },
                ),
                Status::Withdrawn,
            ),
            (("withdrawn", answered), Status::Withdrawn),
        ],
        of,
    );
}

#[test]
fn a_status_is_in_the_table_under_its_code() {
    for status in Status::ALL {
        assert_eq!(Status::from_code(status.code()), Some(status));
        assert!(!status.label().ja.is_empty(), "{status:?}");
    }
    assert_eq!(Status::Arrived.label().ja, "受け取り確認");
}

#[test]
fn a_person_sets_a_slip_forward_opens_it_again_and_never_brings_back_what_was_withdrawn() {
    use Status::{Agreed, Answered, Arrived, Done, Draft, Handed, Withdrawn};
    let from = |from: Status| {
        Status::ALL
            .into_iter()
            .filter(|to| may_become(from, *to))
            .collect::<Vec<_>>()
    };
    assert_eq!(from(Draft), [Agreed, Handed, Arrived, Answered]);
    assert_eq!(from(Agreed), [Handed, Arrived, Answered, Withdrawn]);
    assert_eq!(from(Handed), [Arrived, Answered, Done, Withdrawn]);
    assert_eq!(from(Answered), [Done, Withdrawn]);
    assert_eq!(from(Done), [Handed, Arrived, Answered, Withdrawn]);
    assert_eq!(from(Withdrawn), []);
}

#[test]
fn a_slip_is_closed_only_after_somebody_was_talked_to() {
    let of = |called: &str, status| close(&slip(json!({"called": called})), status);
    assert_eq!(of("", Status::Handed), Close::AskCalled);
    assert_eq!(of("not_yet", Status::Answered), Close::AskCalled);
    assert_eq!(of("yes", Status::Handed), Close::May);
    assert_eq!(of("together", Status::Answered), Close::May);
    assert_eq!(of("yes", Status::Draft), Close::NotOpen);
    assert_eq!(of("yes", Status::Done), Close::NotOpen);
}

#[test]
fn an_answer_is_waited_for_until_its_day_and_then_the_parent_is_reminded() {
    let of = |answers: Value, status| waiting(&slip(answers), status, today());
    let by = |iso: &str| json!({"reply_by": iso});
    assert_eq!(of(by("2026-11-30"), Status::Draft), Waiting::No);
    assert_eq!(
        of(by("2026-11-21"), Status::Handed),
        Waiting::Until(today())
    );
    assert_eq!(of(by("2026-11-18"), Status::Arrived), Waiting::Late(3));
    assert_eq!(of(by("2026-11-18"), Status::Answered), Waiting::No);
    assert_eq!(
        of(json!({"made_on": "2026-11-10"}), Status::Handed),
        Waiting::Until(day(2026, 11, 24))
    );
    assert_eq!(of(json!({}), Status::Handed), Waiting::No);
}

#[test]
fn several_slips_come_from_one_core_and_keep_their_own_topic() {
    let mut note = household();
    let mut first = fill(&note, today());
    for (id, text) in [
        ("reason", "ことばのこと"),
        ("to_office", "ハビット"),
        ("key_person", "子ども家庭支援センター"),
    ] {
        first.answers.put(id, Answer::Text(text.to_owned()));
    }
    note.put_one(&SLIP, "first", &first);
    let (first, second) = from_core(&note, &first, today());
    note.put_one(&SLIP, "first", &first);
    note.put_one(&SLIP, "second", &second);
    let (_, third) = from_core(&note, &second, today());
    note.put_one(&SLIP, "third", &third);
    for other in [&second, &third] {
        assert_eq!(other.answers.text("child_name"), "青木　ひなた");
        assert_eq!(other.groups["history"], first.groups["history"]);
        for own in ["reason", "to_office"] {
            assert_eq!(other.answers.text(own), "", "{own}");
        }
    }
    let numbers: Vec<_> = [&first, &second, &third]
        .map(|slip| slip.answers.text("slip_no").to_owned())
        .to_vec();
    assert_eq!(numbers, ["20261121-1", "20261121-2", "20261121-3"]);
    let cases = cases(&note);
    assert_eq!(cases.len(), 1);
    assert_eq!(cases[0].number, "20261121-1");
    assert_eq!(cases[0].key_person, "子ども家庭支援センター");
    assert_eq!(cases[0].slips.len(), 3);
}

fn table_of_steps() -> Record {
    record(
        &ACTIONS,
        json!({"rows": [
            {"side": "office", "who": "ハビット", "what": "日程を決める", "due": "2026-12-10"},
            {"side": "parent", "what": "診断書をもらう", "due": "2026-12-20"},
            {"side": "parent", "what": "園に話す"},
            {"side": "parent", "what": "電話する", "due": "2026-11-25"},
            {"side": "parent", "what": "申し込む", "due": "2026-12-01", "status": "doing"},
            {"side": "parent", "what": "済んだこと", "due": "2026-11-01", "status": "done"},
            {"what": "だれかが調べる", "due": "2026-11-30"},
        ]}),
    )
}

#[test]
fn the_parents_own_steps_stand_first_and_are_three_at_most() {
    let table = table_of_steps();
    let first: Vec<_> = mine(&table).into_iter().map(|step| step.what).collect();
    assert_eq!(first, ["電話する", "申し込む", "診断書をもらう"]);
    let all: Vec<_> = by_when(&table).into_iter().map(|step| step.what).collect();
    assert_eq!(all[..MINE], first);
    assert_eq!(
        all[MINE..],
        ["だれかが調べる", "日程を決める", "園に話す", "済んだこと"]
    );
}

#[test]
fn a_step_without_who_or_by_when_is_said_to_be_undecided() {
    let undecided: Vec<_> = steps(&table_of_steps())
        .into_iter()
        .filter(|step| step.undecided)
        .map(|step| step.what)
        .collect();
    assert_eq!(undecided, ["園に話す", "だれかが調べる"]);
}

#[test]
fn a_table_that_comes_back_is_merged_and_nothing_is_overwritten_in_silence() {
    let forms: &'static [Form] = Box::leak([ALL, CASE].concat().into_boxed_slice());
    let mut base = Note::default();
    base.put_one(&ACTIONS, "1", &table_of_steps());
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    let change = |note: &mut Note, row: usize, id: &str, text: &str| {
        let mut table = note.one_of(&ACTIONS, "1");
        let rows = table.groups.get_mut("rows").expect("rows");
        rows[row].put(id, Answer::Text(text.to_owned()));
        note.put_one(&ACTIONS, "1", &table);
    };
    change(&mut ours, 3, "status", "done");
    change(&mut theirs, 0, "status", "doing");
    change(&mut ours, 0, "who", "ハビット相談部");
    change(&mut theirs, 0, "who", "教育支援センター");
    let merge = Merge::since(forms, &base, &ours, &theirs);
    let asked: Vec<_> = merge
        .differences
        .iter()
        .map(|d| d.question.as_str())
        .collect();
    assert_eq!(asked, ["who"]);
    let rows = merge.settle(&[]).one_of(&ACTIONS, "1").groups["rows"].clone();
    assert_eq!(rows[0].text("status"), "doing");
    assert_eq!(rows[0].text("who"), "ハビット相談部");
    assert_eq!(rows[3].text("status"), "done");
}

#[test]
fn an_answer_by_number_says_the_result_and_the_next_day() {
    for result in RESULTS {
        for next_on in [None, Some(today()), Some(day(2027, 2, 3))] {
            let answer = Answered {
                result: result.code,
                next_on,
            };
            let digits = number("20261121-1", "123456", today(), answer).expect("it fits");
            assert_eq!(digits.len(), 8);
            let typed = format!(" {}－{} ", &digits[..4], digits[4..].replace('1', "１"));
            assert_eq!(
                answered("20261121-1", "123456", today(), &typed),
                Ok(answer)
            );
        }
    }
}

#[test]
fn a_number_of_another_slip_or_receipt_is_noticed() {
    let answer = Answered {
        result: "taken",
        next_on: None,
    };
    let digits = number("20261121-1", "123456", today(), answer).expect("it fits");
    let read = |slip: &str, receipt: &str| answered(slip, receipt, today(), &digits);
    assert_eq!(read("20261121-2", "123456"), Err(Misread::NotOfThisSlip));
    assert_eq!(read("20261121-1", "123457"), Err(Misread::NotOfThisSlip));
    assert_eq!(
        answered("20261121-1", "123456", today(), "1234567"),
        Err(Misread::Length)
    );
    assert_eq!(
        answered("20261121-1", "123456", today(), "１２３4567a"),
        Err(Misread::Length)
    );
}

#[test]
fn a_misheard_digit_is_noticed_in_all_but_very_few_cases() {
    let answer = Answered {
        result: "heard",
        next_on: Some(day(2026, 12, 24)),
    };
    let digits = number("20261121-1", "905512", today(), answer).expect("it fits");
    let mut passed = 0;
    for at in 0..8 {
        for other in '0'..='9' {
            let mut typed: Vec<char> = digits.chars().collect();
            typed[at] = other;
            let typed: String = typed.into_iter().collect();
            let read = answered("20261121-1", "905512", today(), &typed);
            passed += usize::from(typed != digits && read.is_ok());
        }
    }
    assert_eq!(passed, 0);
}

#[test]
fn what_a_number_cannot_hold_is_said() {
    let far = |next_on| {
        number(
            "n",
            "r",
            today(),
            Answered {
                result: "taken",
                next_on,
            },
        )
    };
    assert_eq!(far(Some(day(2028, 6, 1))), Err(TooFar));
    assert_eq!(far(Some(day(2026, 11, 20))), Err(TooFar));
    assert_eq!(
        number(
            "n",
            "r",
            today(),
            Answered {
                result: "other",
                next_on: None
            }
        ),
        Err(TooFar)
    );
}

fn note_with(slip: &Record) -> Note {
    let mut note = household();
    note.put_one(&SLIP, "own", slip);
    note
}

#[test]
fn an_answer_that_comes_back_is_read_and_taken_in() {
    let note = note_with(&slip(json!({"slip_no": "20261121-1"})));
    let answer = record(
        &REPLY,
        json!({"result": "taken", "office": "ハビット", "next_on": "2026-12-03"}),
    );
    let reply = Reply {
        slip_no: "20261121-1".to_owned(),
        answer: answer.clone(),
        ..Reply::default()
    };
    let read = Reply::from_bytes(&reply.to_bytes()).expect("an answer");
    assert_eq!(read, reply);
    let taken = take_in(&note, &read).expect("it is of this note");
    assert_eq!(taken.slip, "own");
    assert_eq!(taken.merge.differences, []);
    assert_eq!(taken.merge.settle(&[]).one_of(&REPLY, "own"), answer);
}

#[test]
fn an_answer_to_a_slip_of_another_note_is_not_taken_in() {
    let note = note_with(&slip(json!({"slip_no": "20261121-1"})));
    let reply = |slip_no: &str| Reply {
        slip_no: slip_no.to_owned(),
        ..Reply::default()
    };
    assert!(take_in(&note, &reply("20261121-2")).is_none());
    assert!(take_in(&note_with(&Record::default()), &reply("")).is_none());
}

#[test]
fn an_answer_that_differs_from_one_that_stands_there_is_asked_about() {
    let mut note = note_with(&slip(json!({"slip_no": "20261121-1"})));
    note.put_one(
        &REPLY,
        "own",
        &record(&REPLY, json!({"result": "heard", "will_do": "聞いたこと"})),
    );
    let reply = Reply {
        slip_no: "20261121-1".to_owned(),
        answer: record(
            &REPLY,
            json!({"result": "taken", "next_place": "みどりのこども館"}),
        ),
        ..Reply::default()
    };
    let taken = take_in(&note, &reply).expect("it is of this note");
    let asked: Vec<_> = taken
        .merge
        .differences
        .iter()
        .map(|d| d.question.as_str())
        .collect();
    assert_eq!(asked, ["result"]);
    let kept = taken.merge.settle(&[]).one_of(&REPLY, "own");
    assert_eq!(
        ["result", "will_do", "next_place"].map(|id| kept.answers.text(id).to_owned()),
        ["heard", "聞いたこと", "みどりのこども館"]
    );
}

#[test]
fn a_table_comes_back_with_the_answer_of_its_own_case_only() {
    let note = {
        let mut note = note_with(&slip(
            json!({"slip_no": "20261121-1", "case_no": "20261121-1"}),
        ));
        note.put_one(&ACTIONS, "20261121-1", &table_of_steps());
        note
    };
    let mut changed = table_of_steps();
    changed.groups.get_mut("rows").expect("rows")[0]
        .put("status", Answer::Text("doing".to_owned()));
    let reply = |case: &str| Reply {
        slip_no: "20261121-1".to_owned(),
        answer: record(&REPLY, json!({"result": "taken"})),
        actions: Some((case.to_owned(), changed.clone())),
        receipt: "101503".to_owned(),
    };
    let read = Reply::from_bytes(&reply("20261121-1").to_bytes()).expect("an answer");
    assert_eq!(read, reply("20261121-1"));
    let taken = take_in(&note, &read).expect("ours").merge.settle(&[]);
    let table = taken.one_of(&ACTIONS, "20261121-1");
    assert_eq!(table.groups["rows"][0].text("status"), "doing");
    let other = take_in(&note, &reply("someone"))
        .expect("ours")
        .merge
        .settle(&[]);
    assert!(other.one_of(&ACTIONS, "someone").is_blank());
}

/// What the parent wrote since stands, what the office wrote comes in, and nobody is asked; but only where
/// it is known with which table the office began.
#[test]
fn a_table_that_comes_back_is_compared_with_what_went_under_its_receipt() {
    let case = "20261121-1";
    let mut note = note_with(&slip(json!({"slip_no": case, "case_no": case})));
    note.put_one(&ACTIONS, case, &table_of_steps());
    keep_sent(&mut note, case, "101503");
    let with = |status: &str, memo: &str| {
        let mut table = table_of_steps();
        let row = &mut table.groups.get_mut("rows").expect("rows")[0];
        row.put("status", Answer::Text(status.to_owned()));
        row.put("memo", Answer::Text(memo.to_owned()));
        table
    };
    note.put_one(&ACTIONS, case, &with("", "あさ電話する"));
    let reply = |receipt: &str| Reply {
        slip_no: case.to_owned(),
        actions: Some((case.to_owned(), with("doing", ""))),
        receipt: receipt.to_owned(),
        ..Reply::default()
    };
    let taken = take_in(&note, &reply("101503")).expect("ours").merge;
    assert_eq!(taken.differences, []);
    let row = taken.settle(&[]).one_of(&ACTIONS, case).groups["rows"][0].clone();
    assert_eq!(
        (row.text("status"), row.text("memo")),
        ("doing", "あさ電話する")
    );
    for unknown in ["", "999999"] {
        let kept = take_in(&note, &reply(unknown))
            .expect("ours")
            .merge
            .settle(&[]);
        let row = kept.one_of(&ACTIONS, case).groups["rows"][0].clone();
        assert_eq!(row.text("memo"), "あさ電話する");
    }
    assert_eq!(all_sent(&note, case), ["sent-20261121-1-101503"]);
}

#[test]
fn what_is_no_answer_is_told_apart_from_a_newer_one() {
    let of = |text: &str| Reply::from_bytes(text.as_bytes()).err();
    holds(
        &[
            ("", Some(NoReply::NotAReply)),
            ("[]", Some(NoReply::NotAReply)),
            (
                r#"{"v":1,"kind":"handoff","sheets":[]}"#,
                Some(NoReply::NotAReply),
            ),
            (r#"{"v":2,"kind":"reply"}"#, Some(NoReply::TooNew)),
            (
                r#"{"v":1,"kind":"reply","answer":{}}"#,
                Some(NoReply::NotAReply),
            ),
            (
                r#"{"v":1,"kind":"reply","slipNo":"1","answer":{"later":[1]}}"#,
                None,
            ),
        ],
        of,
    );
}

#[test]
fn an_answer_by_number_becomes_the_same_kind_of_answer() {
    let slip = slip(json!({"slip_no": "20261121-1", "to_office": "ハビット"}));
    let said = Answered {
        result: "taken",
        next_on: Some(day(2026, 12, 3)),
    };
    let reply = Reply::by_number(&slip, said, today());
    assert_eq!(
        Value::Object(reply.answer.to_json()),
        json!({"slip_no": "20261121-1", "result": "taken", "office": "ハビット", "replied_on": "2026-11-21", "next_on": "2026-12-03"})
    );
}

#[test]
fn what_happened_to_a_slip_is_read_from_its_consent_the_list_and_its_answer() {
    let mut note = note_with(&slip(
        json!({"slip_no": "20261121-1", "reply_by": "2026-11-18"}),
    ));
    let stands = |note: &Note| status(&note.one_of(&SLIP, "own"), happened(note, "own", today()));
    assert_eq!(stands(&note), Status::Draft);
    let consent = json!({"to": "ハビット", "purpose": "相談", "what": "連絡票", "until": "2027-03-31", "who": "青木", "sign": "青木", "signed_on": "2026-11-01"});
    note.put_one(&CONSENT, "own", &record(&CONSENT, consent));
    assert_eq!(stands(&note), Status::Agreed);
    let gone = |receipt: &str| Gone {
        on: Some(today()),
        to: "ハビット".to_owned(),
        what: "連絡票".to_owned(),
        carried: Some(Carried::Codes),
        receipt: receipt.to_owned(),
        consent: "own".to_owned(),
        slip: "own".to_owned(),
    };
    noted(&mut note, &gone(""));
    assert_eq!(stands(&note), Status::Handed);
    noted(&mut note, &gone("123456"));
    assert_eq!(stands(&note), Status::Arrived);
    assert_eq!(
        open_answers(&note, today()),
        [("own".to_owned(), Waiting::Late(3))]
    );
    note.put_one(&REPLY, "own", &record(&REPLY, json!({"result": "heard"})));
    assert_eq!(stands(&note), Status::Answered);
    assert_eq!(open_answers(&note, today()), []);
    let consent = withdrawn(note.one_of(&CONSENT, "own"), today(), "");
    note.put_one(&CONSENT, "own", &consent);
    assert_eq!(stands(&note), Status::Withdrawn);
}

#[test]
fn nothing_of_the_list_of_what_went_is_part_of_a_slip() {
    assert!(
        SLIP.sections
            .iter()
            .all(|part| HANDED.sections.iter().all(|own| own.id != part.id))
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn days_go_there_and_back(year in 1868_u16..2190, month in 1_u8..=12, d in 1_u8..=28, days in -3000_i32..3000) {
        let from = day(year, month, d);
        if let Some(to) = from.plus_days(days) {
            prop_assert_eq!(to.plus_days(-days), Some(from));
            prop_assert_eq!(to.day_number().zip(from.day_number()).map(|(to, from)| to - from), Some(days));
        }
    }

    #[test]
    fn no_typed_text_makes_an_answer_by_number_fail(typed in any::<String>()) {
        let _ = answered("20261121-1", "123456", today(), &typed);
    }
}

#[test]
fn days_are_counted_over_leap_days_and_years() {
    let on = |date: PartialDate, days| date.plus_days(days);
    assert_eq!(on(day(2024, 2, 28), 1), Some(day(2024, 2, 29)));
    assert_eq!(on(day(2024, 2, 28), 2), Some(day(2024, 3, 1)));
    assert_eq!(on(day(2100, 2, 28), 1), Some(day(2100, 3, 1)));
    assert_eq!(on(day(2026, 12, 31), 1), Some(day(2027, 1, 1)));
    assert_eq!(on(day(2000, 1, 1), 366), Some(day(2001, 1, 1)));
    assert_eq!(
        PartialDate {
            year: 2027,
            month: Some(2),
            day: None
        }
        .last_day(),
        Some(day(2027, 2, 28))
    );
    assert_eq!(
        PartialDate {
            year: 2028,
            month: None,
            day: None
        }
        .last_day(),
        Some(day(2028, 12, 31))
    );
}
