//! Holds that a sheet in words shows everything that was written, once, in the words of the
//! language, and nothing else: what staff read is what the parent saw.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/answers.rs"]
mod answers;
#[path = "support/family.rs"]
mod family;
#[path = "support/table.rs"]
mod table;

use proptest::{prelude::*, sample::select};
use serde_json::json;
use stepnote::{
    answer::{Answer, Period, Typed, school_entry},
    form::{Form, Kind, Section},
    forms::{ALL, INTRODUCTION, MEDICATION, PROFILE},
    record::{Answers, Record},
    sheet::{Facts, Sheet, date_in_words, in_words, period_in_words, very_long},
    text::Lang,
};
use table::holds;

/// The facts of the whole family note.
fn facts() -> Facts {
    let note = family::note();
    let records: Vec<(&Form, Record)> = ALL.iter().map(|form| (form, note.record(form))).collect();
    Facts::of(records.iter().map(|(form, record)| (*form, record)))
}

#[test]
fn a_child_is_counted_by_schools_as_its_profile_says() {
    holds(
        &[
            (("2020-04-02", ""), Some(2027)),
            (("2020-04-02", "later"), Some(2028)),
            (("2020-04-02", "earlier"), Some(2026)),
            (("2020-04-02", "of a newer version"), Some(2027)),
            (("", "later"), None),
        ],
        |(birth, entry)| {
            let written = json!({"birth": birth, "school_entry": entry});
            let record = Record::from_json(&PROFILE, written.as_object()?);
            school_entry(Facts::of([(&PROFILE, &record)]).pupil()?)
        },
    );
}

fn sheet(form: &'static Form, lang: Lang) -> Sheet {
    Sheet::of(form, &family::note().record(form), facts(), lang)
}

/// The answers to the question with an id, in the order in which they stand.
fn shown(sheet: &Sheet, id: &str) -> Vec<String> {
    let lines = sheet
        .parts
        .iter()
        .flat_map(|part| part.entries.iter().flatten());
    let lines = lines.filter(|line| line.id == id);
    lines.map(|line| line.answer.clone()).collect()
}

fn typed(year: &str, month: &str, day: &str) -> Typed {
    let [year, month, day] = [year, month, day].map(str::to_owned);
    Typed { year, month, day }
}

/// One answer of a form, in words.
fn said(form: &Form, id: &str, answer: Answer, lang: Lang) -> Option<String> {
    let question = form.question(id).expect("the form asks it");
    let mut answers = Answers::default();
    answers.put(id, answer);
    in_words(question, &answers, Facts::default(), lang)
}

/// The answers of a part: one of them where it does not repeat.
fn entries<'a>(section: &Section, record: &'a Record) -> Vec<&'a Answers> {
    if section.repeat.is_some() {
        record.entries(section).iter().collect()
    } else {
        vec![&record.answers]
    }
}

#[test]
fn ages_are_those_of_the_day_of_writing() {
    for form in [&PROFILE, &INTRODUCTION] {
        let ages = Lang::ALL.map(|lang| shown(&sheet(form, lang), "age"));
        assert_eq!(ages, [["6歳2カ月"], ["6さい2かげつ"], ["6 years 2 months"]]);
    }
}

#[test]
fn an_age_is_not_shown_where_the_birthday_did_not_come_along() {
    let record = family::note().record(&INTRODUCTION);
    let sheet = Sheet::of(&INTRODUCTION, &record, Facts::default(), Lang::Ja);
    assert_eq!(shown(&sheet, "age"), [""; 0]);
}

#[test]
fn an_age_is_not_shown_without_a_day_of_writing() {
    let mut record = family::note().record(&INTRODUCTION);
    record.answers.put("date", Answer::Date(Typed::default()));
    let sheet = Sheet::of(&INTRODUCTION, &record, facts(), Lang::Ja);
    assert_eq!(shown(&sheet, "age"), [""; 0]);
}

#[test]
fn a_choice_is_said_in_the_words_of_the_language() {
    let living = |lang| shown(&sheet(&PROFILE, lang), "living").pop();
    let words = ["別居", "べつに すんで いる", "Apart"];
    assert_eq!(Lang::ALL.map(living), words.map(|w| Some(w.to_owned())));
}

#[test]
fn what_was_typed_is_never_translated() {
    let names = Lang::ALL.map(|lang| shown(&sheet(&PROFILE, lang), "name"));
    assert_eq!(names[0], names[1]);
    assert_eq!(names[0], names[2]);
    assert_eq!(names[0][0], family::CHILD);
}

#[test]
fn rows_stand_in_the_order_in_which_they_were_written() {
    let relations = shown(&sheet(&PROFILE, Lang::Ja), "relation");
    assert_eq!(relations[..4], ["本人", "母", "父", "妹"]);
}

#[test]
fn a_date_is_said_with_its_era_and_to_its_precision() {
    holds(
        &[
            ((Lang::Ja, "2020-09-03"), "2020年9月3日（令和2年）"),
            ((Lang::Ja, "1955"), "1955年（昭和30年）"),
            ((Lang::Easy, "1984-07"), "1984年7月（昭和59年）"),
            ((Lang::Ja, "2019"), "2019年（平成31年・令和元年）"),
            ((Lang::En, "2020-09-03"), "3 September 2020"),
            ((Lang::En, "1984-07"), "July 1984"),
        ]
        .map(|(given, words)| (given, words.to_owned())),
        |(lang, iso)| date_in_words(&Typed::from_iso(iso).expect("a date"), lang),
    );
}

#[test]
fn what_is_no_date_yet_is_said_as_it_was_typed() {
    holds(
        &[
            ((Lang::Ja, ["2021", "2", "30"]), "2021年2月30日"),
            ((Lang::Easy, ["", "4", "1"]), "4月1日"),
            ((Lang::Ja, ["令和元", "１３", ""]), "令和元年１３月"),
            ((Lang::Ja, ["2021年 春ごろ", "", ""]), "2021年 春ごろ"),
            ((Lang::Ja, ["令和6年", "13", ""]), "令和6年13月"),
            (
                (Lang::En, ["2021", "2", "30"]),
                "year 2021, month 2, day 30",
            ),
            ((Lang::En, ["", "4", "1"]), "month 4, day 1"),
        ]
        .map(|(given, words)| (given, words.to_owned())),
        |(lang, [year, month, day])| date_in_words(&typed(year, month, day), lang),
    );
}

#[test]
fn a_period_is_said_as_a_time_a_span_or_still_going_on() {
    let period = |(from, until, ongoing, lang): (&str, &str, bool, Lang)| {
        let end = |year| typed(year, "", "");
        let (from, until) = (end(from), end(until));
        period_in_words(
            &Period {
                from,
                until,
                ongoing,
            },
            lang,
        )
    };
    let (ja, easy, en) = (Lang::Ja, Lang::Easy, Lang::En);
    holds(
        &[
            (("2024", "", false, ja), "2024年（令和6年）"),
            (
                ("2024", "2025", false, ja),
                "2024年（令和6年） 〜 2025年（令和7年）",
            ),
            (("", "2025", false, ja), "2025年（令和7年）まで"),
            (("2024", "", true, ja), "2024年（令和6年）から いまも"),
            (("", "", true, ja), "いまも続いている"),
            (("", "", true, easy), "いまも つづいて います"),
            (
                ("2024", "2025", true, ja),
                "2024年（令和6年） 〜 2025年（令和7年）、いまも続いている",
            ),
            (("2024", "", false, en), "2024"),
            (("2024", "2025", false, en), "2024 – 2025"),
            (("", "2025", false, en), "until 2025"),
            (("2024", "", true, en), "since 2024"),
            (("", "", true, en), "still going on"),
            (("", "2025", true, en), "until 2025, still going on"),
        ]
        .map(|(given, words)| (given, words.to_owned())),
        period,
    );
}

#[test]
fn a_number_is_shown_in_groups_however_it_was_typed() {
    let postcode = Answer::Text("１８００００１".to_owned());
    let shown = said(&PROFILE, "postcode", postcode, Lang::Ja);
    assert_eq!(shown.as_deref(), Some("180-0001"));
    let mut record = Record::default();
    let mut contact = Answers::default();
    contact.put("phone", Answer::Text("0422601239".to_owned()));
    record.groups.insert("contacts".to_owned(), vec![contact]);
    let sheet = Sheet::of(&PROFILE, &record, Facts::default(), Lang::Ja);
    assert_eq!(self::shown(&sheet, "phone"), ["0422-60-1239"]);
}

#[test]
fn a_sheet_in_which_nothing_was_written_has_no_parts() {
    for form in ALL {
        let mut record = Record::default();
        for part in form.groups() {
            record
                .groups
                .insert(part.id.to_owned(), vec![Answers::default(); 3]);
        }
        assert_eq!(Sheet::of(form, &record, facts(), Lang::Ja).parts, []);
    }
}

#[test]
fn only_long_answers_are_marked_long() {
    let lines = sheet(&INTRODUCTION, Lang::Ja).parts.into_iter();
    let lines = lines.flat_map(|part| part.entries.into_iter().flatten());
    let long: Vec<_> = lines.filter(|line| line.long).map(|line| line.id).collect();
    assert_eq!(long, ["likes", "dislikes", "episode"]);
}

#[test]
fn what_only_a_newer_version_can_show_is_counted() {
    let rows =
        json!({"rows": [{"clinic": "けやき", "dose": 5}, {"dose": 1, "unit": "mg"}], "seen": true});
    let record = Record::from_json(&MEDICATION, rows.as_object().expect("an object"));
    assert_eq!(
        Sheet::of(&MEDICATION, &record, facts(), Lang::Ja).unknown,
        4
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn every_answered_question_is_shown_once_in_the_words_of_the_language(
        (form, record) in answers::form_and_record(),
        lang in select(&Lang::ALL[..]),
    ) {
        let sheet = Sheet::of(form, &record, Facts::default(), lang);
        let shown: Vec<_> = sheet.parts.iter().flat_map(|part| part.entries.iter().flatten())
            .map(|line| (line.id, line.label)).collect();
        let mut wanted = Vec::new();
        for section in form.sections {
            for answers in entries(section, &record) {
                let answered = section.questions.iter().filter(|q| answers.get(q.id).is_some());
                wanted.extend(answered.map(|q| (q.id, q.label.to(lang))));
            }
        }
        prop_assert_eq!(shown, wanted);
    }

    #[test]
    fn text_is_shown_exactly_as_it_was_typed(
        (form, record) in answers::form_and_record(),
        lang in select(&Lang::ALL[..]),
    ) {
        for section in form.sections {
            for answers in entries(section, &record) {
                for question in section.questions {
                    let plain = matches!(question.kind, Kind::Line | Kind::Kana(_) | Kind::Lines);
                    if let (true, Some(Answer::Text(text))) = (plain, answers.get(question.id)) {
                        let words = in_words(question, answers, Facts::default(), lang);
                        prop_assert_eq!(words.as_ref(), Some(text));
                    }
                }
            }
        }
    }

    #[test]
    fn no_answer_is_shown_as_nothing(
        (form, record) in answers::form_and_record(),
        lang in select(&Lang::ALL[..]),
    ) {
        let sheet = Sheet::of(form, &record, Facts::default(), lang);
        let mut lines = sheet.parts.iter().flat_map(|part| part.entries.iter().flatten());
        prop_assert!(lines.all(|line| !line.answer.trim().is_empty()));
    }
}

#[test]
fn an_answer_that_no_sheet_of_paper_holds_is_said_to_be_very_long() {
    let long = |count| "長".repeat(count);
    assert_eq!(very_long(&long(4_999)), None);
    assert_eq!(very_long(&long(5_000)), Some(5_000));
    assert_eq!(very_long(&"a".repeat(1_048_576)), Some(1_048_576));
}
