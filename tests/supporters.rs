//! Holds that who is with the child now is shown as now, and nobody twice.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/answers.rs"]
mod answers;
#[path = "support/family.rs"]
mod family;
#[path = "support/table.rs"]
mod table;

use proptest::prelude::*;
use stepnote::{
    answer::{Answer, PartialDate, Period, Typed},
    form::Form,
    forms::{ALL, CARE, ENROLMENT},
    record::{Answers, Note, Record},
    supporters::{Standing, Supporter, supporters},
    text::Lang,
};
use table::holds;

fn records(note: &Note) -> Vec<(&'static Form, Record)> {
    ALL.iter().map(|form| (form, note.record(form))).collect()
}

fn today() -> PartialDate {
    PartialDate::day(2026, 11, 21).expect("a day")
}

fn of(note: &Note) -> Vec<Supporter> {
    supporters(&records(note), today(), Lang::Ja)
}

/// A row of places and their times, `2023-04/2024`, `2023/..`, `2023`.
fn rows(form: &Form, part: &str, places: &[(&str, &str, &str)]) -> Note {
    let typed = |iso: &str| Typed::from_iso(iso).unwrap_or_default();
    let row = |(place, when, phone): &(&str, &str, &str)| {
        let (from, until) = when.split_once('/').unwrap_or((when, ""));
        let period = Period {
            from: typed(from),
            until: typed(until),
            ongoing: until == "..",
        };
        let id = if form.id == CARE.id { "place" } else { "name" };
        let mut row = Answers::default();
        row.put(id, Answer::Text((*place).to_owned()));
        row.put("when", Answer::Period(period));
        row.put("phone", Answer::Text((*phone).to_owned()));
        row
    };
    let mut record = Record::default();
    record
        .groups
        .insert(part.to_owned(), places.iter().map(row).collect());
    let mut note = Note::default();
    note.put(form, &record);
    note
}

#[test]
fn the_family_and_who_goes_on_are_now_and_the_others_were_before() {
    let all = of(&family::note());
    let said: Vec<_> = all
        .iter()
        .map(|one| {
            (
                one.standing,
                one.name.as_str(),
                one.kind_words.as_str(),
                one.person.as_str(),
                one.phone.as_str(),
            )
        })
        .collect();
    let (now, past) = (Standing::Now, Standing::Past);
    assert_eq!(
        said,
        [
            (
                now,
                "家族",
                "",
                "母・父・妹・祖母（母の母）・おば（母の姉）",
                ""
            ),
            (now, "こぶし野こども園", "幼稚園・保育園等", "", ""),
            (
                now,
                "けやき並木発達クリニック",
                "医療",
                "南野\u{3000}みどり先生",
                "0422-00-1111"
            ),
            (
                now,
                "児童発達支援ひだまりの木",
                "通所施設",
                "北原\u{3000}さくらさん（言語聴覚士）",
                "0422-00-2222"
            ),
            (past, "どんぐり坂保育園", "幼稚園・保育園等", "", ""),
            (past, "こもれびの丘保健センター", "保健（健診など）", "", ""),
            (past, "ひまわり家族相談室", "相談", "", ""),
        ]
    );
}

#[test]
fn a_supporter_leads_to_its_row() {
    let all = of(&family::note());
    let places: Vec<_> = all
        .iter()
        .map(|one| (one.form, one.section, one.row))
        .collect();
    assert_eq!(places[2..4], [("care", "rows", 1), ("care", "rows", 2)]);
}

fn stands(form: &Form, part: &str, when: &str) -> Standing {
    of(&rows(form, part, &[("ひだまり", when, "")]))[0].standing
}

#[test]
fn a_visit_is_past_unless_it_goes_on_or_its_end_is_still_to_come() {
    holds(
        &[
            ("2024/..", Standing::Now),
            ("2024", Standing::Past),
            ("2026-11-21", Standing::Past),
            ("2024/2025", Standing::Past),
            ("2024/2026-10", Standing::Past),
            ("2024/2026-11-21", Standing::Now),
            ("2024/2026-11", Standing::Now),
            ("2024/2026", Standing::Now),
            ("2024/2027-03", Standing::Now),
            ("2026-12", Standing::Ahead),
            ("2027/..", Standing::Ahead),
            ("2026/..", Standing::Now),
            ("/..", Standing::Now),
            ("", Standing::Unsaid),
        ],
        |when| stands(&CARE, "rows", when),
    );
}

#[test]
fn a_school_without_an_end_is_attended_now() {
    holds(
        &[
            ("2024-04", Standing::Now),
            ("2024-04/..", Standing::Now),
            ("2024-04/2026-03", Standing::Past),
            ("2027-04", Standing::Ahead),
        ],
        |when| stands(&ENROLMENT, "nursery", when),
    );
}

#[test]
fn a_place_in_several_rows_is_one_with_all_that_is_known_of_it() {
    let note = rows(
        &CARE,
        "rows",
        &[
            ("ひだまり クリニック", "2022/2023", "0422-00-1111"),
            ("ﾋﾀﾞﾏﾘクリニック", "2024/..", ""),
            ("ひだまりクリニック", "2021", "0422-00-9999"),
        ],
    );
    let all = of(&note);
    let said: Vec<_> = all
        .iter()
        .map(|one| (one.name.as_str(), one.standing, one.phone.as_str(), one.row))
        .collect();
    assert_eq!(said, [("ﾋﾀﾞﾏﾘクリニック", Standing::Now, "0422-00-1111", 1)]);
}

#[test]
fn a_row_that_names_nobody_is_nobody() {
    assert_eq!(of(&rows(&CARE, "rows", &[("", "2024/..", "")])), []);
}

#[test]
fn a_number_is_called_only_if_it_is_one() {
    let tel = |phone: &str| of(&rows(&CARE, "rows", &[("ひだまり", "2024/..", phone)]))[0].tel();
    let number = |digits: &str| Some(digits.to_owned());
    holds(
        &[
            ("0422-60-1239", number("0422601239")),
            ("０４２２ー６０ー１２３９", number("0422601239")),
            ("(0422) 60 1239", number("0422601239")),
            ("+81 422-60-1239", number("+81422601239")),
            ("119", number("119")),
            ("0422-60-1239 内線12", None),
            ("れんらく帳で", None),
            ("12", None),
            ("", None),
        ],
        tel,
    );
}

proptest! {
    #[test]
    fn nobody_stands_there_twice(note in answers::note()) {
        let all = of(&note);
        let mut names: Vec<_> = all.iter().filter(|one| one.kind != "family").map(|one| stepnote::search::fold(&one.name)).collect();
        let before = names.len();
        names.sort();
        names.dedup();
        // A name of which nothing counts cannot be told from another.
        let blank = names.iter().filter(|name| name.is_empty()).count();
        prop_assert!(names.len() == before || blank > 0);
    }
}
