//! Strategies made from the form tables: any record of any form, hostile text included, so that a
//! new sheet is covered by naming it in `forms::ALL`. A new kind of question stops the build here.
#![allow(dead_code)] // Each test file takes what it needs.

use proptest::{
    collection::vec,
    option,
    prelude::*,
    sample::{select, subsequence},
};
use serde_json::{Map, Value, json};
use stepnote::{
    answer::{Answer, Attachment, Milestone, PartialDate, Period, Typed},
    form::{Form, Kind, Question},
    forms::{ALL, CASE},
    record::{Answers, Note, Record},
};

/// What people paste, what attackers type, and what breaks software that folds or cuts text.
pub const HOSTILE: &[&str] = &[
    "\u{202E}fdp.exe\u{202C}",
    "a\0b",
    "\u{301}\u{309A}\u{20E3}",
    "👩\u{200D}👧\u{200D}👦 🏳\u{FE0F}\u{200D}🌈",
    "<script>alert(1)</script>",
    "</textarea><img src=x onerror=alert(1)>",
    "{\"v\":2,\"kind\":\"note\"}",
    "\u{20BB7}野\u{3000}家",
    "\u{9AD9}\u{FA11}\u{FA19}\u{FA1A}\u{FA1B}",
    "葛\u{E0100}城",
    "か\u{3099}",
    "ｶﾞﾊﾟｰ",
    "\u{FEFF}先頭",
    "\r\n\t\u{85}\u{2028}\u{2029}",
    "\\u0000 \\\\ \" '; --",
    "%00%0A%F0%9F",
    "\u{FFFD}\u{FFFF}\u{10FFFF}",
    "\u{3000}前後\u{3000}",
    "--\u{AD}0422",
    "null",
];

/// Any form there is.
pub fn form() -> impl Strategy<Value = &'static Form> {
    select(ALL.iter().chain(CASE).collect::<Vec<_>>())
}

/// Any form there is, and any record of it.
pub fn form_and_record() -> impl Strategy<Value = (&'static Form, Record)> {
    form().prop_flat_map(|form| (Just(form), record(form)))
}

/// Any form there is, and some records of it.
pub fn form_and_records() -> impl Strategy<Value = (&'static Form, Vec<Record>)> {
    form().prop_flat_map(|form| (Just(form), vec(record(form), 2..5)))
}

/// Any note with any record of every form.
pub fn note() -> impl Strategy<Value = Note> {
    let records: Vec<_> = ALL.iter().map(|form| (Just(form), record(form))).collect();
    records.prop_map(|records| {
        let mut note = Note::default();
        for (form, record) in records {
            note.put(form, &record);
        }
        note
    })
}

/// Any record of a form: any of its questions answered, any rows, and members it does not know.
pub fn record(form: &'static Form) -> impl Strategy<Value = Record> {
    let once: Vec<&'static Question> = form.once().collect();
    let groups: Vec<_> = form
        .groups()
        .map(|part| {
            let questions: Vec<&'static Question> = part.questions.iter().collect();
            (Just(part.id), vec(answers(questions), 0..4))
        })
        .collect();
    (answers(once), groups).prop_map(|(answers, groups)| Record {
        answers,
        groups: groups
            .into_iter()
            .filter(|(_, entries)| !entries.is_empty())
            .map(|(id, entries)| (id.to_owned(), entries))
            .collect(),
    })
}

/// Any of the questions answered.
pub fn answers(questions: Vec<&'static Question>) -> impl Strategy<Value = Answers> {
    let each: Vec<_> = questions
        .into_iter()
        .filter_map(|question| Some((Just(question.id), option::of(answer(question)?))))
        .collect();
    (each, unknown()).prop_map(|(each, unknown)| {
        let mut answers = Answers::default();
        for (id, answer) in each {
            if let Some(answer) = answer {
                answers.put(id, answer);
            }
        }
        answers.unknown = unknown;
        answers
    })
}

/// Any answer to a question; `None` where it is computed and never answered.
pub fn answer(question: &'static Question) -> Option<BoxedStrategy<Answer>> {
    match question.kind {
        Kind::Line | Kind::Kana(_) | Kind::Lines | Kind::Phone | Kind::Postcode | Kind::Drawn => {
            Some(words().prop_map(Answer::Text).boxed())
        }
        Kind::One(choices) => {
            let codes: Vec<String> = choices.iter().map(|c| c.code.to_owned()).collect();
            Some(select(codes).prop_map(Answer::Text).boxed())
        }
        Kind::Date => Some(typed().prop_map(Answer::Date).boxed()),
        Kind::Period | Kind::Months => Some(period().prop_map(Answer::Period).boxed()),
        Kind::Milestone => Some(milestone().prop_map(Answer::Milestone).boxed()),
        Kind::Many(choices) => {
            let codes: Vec<String> = choices.iter().map(|c| c.code.to_owned()).collect();
            let most = codes.len();
            Some(
                subsequence(codes, 0..=most)
                    .prop_map(Answer::Choices)
                    .boxed(),
            )
        }
        Kind::Files => Some(vec(attachment(), 0..3).prop_map(Answer::Files).boxed()),
        Kind::Age(_) => None,
    }
}

/// Any text: plain, hostile, any characters at all, very long.
pub fn words() -> impl Strategy<Value = String> {
    let any_text = vec(any::<char>(), 0..24).prop_map(String::from_iter);
    prop_oneof![
        4 => select(&["母", "たかさき\u{3000}ひなた", "0422-60-1239", "１８０ー００１２", "いちにち\n三回"][..]).prop_map(str::to_owned),
        4 => select(HOSTILE).prop_map(str::to_owned),
        4 => any_text,
        1 => select(HOSTILE).prop_map(|hostile| hostile.repeat(400)),
    ]
}

/// Any date as typed: of any precision, of an era, unfinished, or nonsense.
pub fn typed() -> impl Strategy<Value = Typed> {
    let part = || {
        prop_oneof![
            3 => (0..40_u8).prop_map(|n| n.to_string()),
            2 => Just(String::new()),
            1 => words(),
        ]
    };
    let year = prop_oneof![
        3 => (1860..2210_u16).prop_map(|n| n.to_string()),
        2 => select(&["令和6", "Ｒ６", "平成元", "S64", "2021年 春ごろ", ""][..]).prop_map(str::to_owned),
        1 => words(),
    ];
    let loose = (year, part(), part()).prop_map(|(year, month, day)| Typed { year, month, day });
    prop_oneof![date().prop_map(Typed::from), loose]
}

/// Any date there is, of any precision.
pub fn date() -> impl Strategy<Value = PartialDate> {
    let days = (1868..=2200_u16, 1..=12_u8, 1..=31_u8)
        .prop_filter_map("there is no such day", |(y, m, d)| {
            PartialDate::day(y, m, d)
        });
    (days, 0..3_u8).prop_map(|(date, precision)| PartialDate {
        month: date.month.filter(|_| precision > 0),
        day: date.day.filter(|_| precision > 1),
        ..date
    })
}

fn period() -> impl Strategy<Value = Period> {
    let written = || typed().prop_filter("an end is written or absent", |end| !end.is_blank());
    let end = || prop_oneof![written(), Just(Typed::default())];
    (end(), end(), any::<bool>()).prop_map(|(from, until, ongoing)| Period {
        from,
        until,
        ongoing,
    })
}

fn milestone() -> impl Strategy<Value = Milestone> {
    let part = || prop_oneof![3 => (0..40_u8).prop_map(|n| n.to_string()), 1 => words()];
    prop_oneof![
        4 => (part(), part()).prop_map(|(years, months)| Milestone::At { years, months }),
        2 => typed().prop_map(Milestone::On),
        1 => Just(Milestone::NotYet),
        1 => Just(Milestone::Forgotten),
    ]
}

fn attachment() -> impl Strategy<Value = Attachment> {
    let media = select(&["image/jpeg", "application/pdf"][..]);
    (
        "[0-9a-f]{32}",
        "[0-9a-f]{64}",
        media,
        0..u64::from(u32::MAX),
        words(),
    )
        .prop_map(|(id, key, media, size, name)| Attachment {
            id,
            key,
            media: media.to_owned(),
            size,
            name,
        })
}

/// Members of a newer version.
fn unknown() -> impl Strategy<Value = Map<String, Value>> {
    let shapes = vec![
        json!(null),
        json!(true),
        json!(-7),
        json!("文"),
        json!([1, [2, {}]]),
        json!({"later": {"deep": ["\u{FA19}"]}}),
    ];
    vec(("later_[a-c]", select(shapes)), 0..3).prop_map(Map::from_iter)
}
