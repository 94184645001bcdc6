//! Holds when the turning points of a life come, and that a calendar can read them.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/table.rs"]
mod table;

use proptest::prelude::*;
use stepnote::{
    answer::{PartialDate, Typed},
    text::Lang,
    transition::{Event, Transition, calendar, coming, due, events, near, wait},
};
use table::holds;

fn date(iso: &str) -> PartialDate {
    let typed = Typed::from_iso(iso).expect("a date");
    typed.understood().expect("a date")
}

#[test]
fn every_turning_point_comes_when_the_date_of_birth_says() {
    let when = |(one, birth): (Transition, &str)| -> String {
        let steps = one.steps(date(birth).into()).into_iter();
        let steps: Vec<String> = steps.map(|step| step.when.iso()).collect();
        steps.join(" ")
    };
    holds(
        &[
            (
                (Transition::Nursery, "2020-04-02"),
                "2023-10 2024-02 2024-04",
            ),
            (
                (Transition::Nursery, "2020-04-01"),
                "2022-10 2023-02 2023-04",
            ),
            (
                (Transition::School, "2020-04-02"),
                "2026-05 2026-10 2026-12 2027-01 2027-04",
            ),
            (
                (Transition::School, "2020-04-01"),
                "2025-05 2025-10 2025-12 2026-01 2026-04",
            ),
            (
                (Transition::School, "2020-09"),
                "2026-05 2026-10 2026-12 2027-01 2027-04",
            ),
            ((Transition::School, "2020-04"), ""),
            ((Transition::School, "2020"), ""),
            (
                (Transition::Graduation, "2020-04-02"),
                "2035-09 2035-12 2036-03 2036-04",
            ),
            ((Transition::Adulthood, "2008-11-21"), "2026-08 2026-11-21"),
            ((Transition::Adulthood, "2008-02-29"), "2025-12 2026-03-01"),
            ((Transition::Adulthood, "2008-01"), "2025-10 2026-01"),
            ((Transition::Adulthood, "2008"), ""),
        ]
        .map(|(given, said)| (given, said.to_owned())),
        when,
    );
}

#[test]
fn a_turning_point_is_near_in_its_season_only() {
    holds(
        &[
            (("2020-04-02", "2023-09-30"), None),
            (("2020-04-02", "2023-10-01"), Some(Transition::Nursery)),
            (("2020-04-02", "2024-04-30"), Some(Transition::Nursery)),
            (("2020-04-02", "2024-05-01"), None),
            (("2020-04-02", "2026-04-30"), None),
            (("2020-04-02", "2026-05-01"), Some(Transition::School)),
            (("2020-04-02", "2027-04-30"), Some(Transition::School)),
            (("2020-04-02", "2027-05-01"), None),
            (("2020-04-02", "2035-08-31"), None),
            (("2020-04-02", "2035-09-01"), Some(Transition::Graduation)),
            (("2020-04-02", "2036-04-30"), Some(Transition::Graduation)),
            (("2008-11-21", "2026-07-31"), None),
            (("2008-11-21", "2026-08-01"), Some(Transition::Adulthood)),
            (("2008-11-21", "2027-05-31"), Some(Transition::Adulthood)),
            (("2008-11-21", "2027-06-01"), None),
            (("2027-01-01", "2026-11-21"), None),
        ],
        |(birth, today)| near(date(birth).into(), date(today)),
    );
}

#[test]
fn what_comes_next_is_said_with_how_long_it_is_until_then() {
    let said = |(birth, today): (&str, &str)| {
        let (next, when) = coming(date(birth).into(), date(today))?;
        let wait = wait(date(today), when, Lang::Ja)?;
        Some(format!("{} {} {wait}", next.words().ja, when.iso()))
    };
    holds(
        &[
            (
                ("2021-09-03", "2026-11-21"),
                Some("小学校入学 2028-04 1年5カ月"),
            ),
            (
                ("2020-09-03", "2027-03-31"),
                Some("小学校入学 2027-04 1カ月"),
            ),
            (
                ("2020-09-03", "2027-04-01"),
                Some("中学校卒業 2036-03 8年11カ月"),
            ),
            (
                ("2020-09-03", "2036-03-01"),
                Some("18歳 2038-09-03 2年6カ月"),
            ),
            (("2024-01-01", "2026-04-01"), Some("入園 2027-04 1年")),
            (("2000-01-01", "2026-04-01"), None),
            (("2024", "2026-04-01"), None),
        ]
        .map(|(given, said)| (given, said.map(str::to_owned))),
        said,
    );
}

#[test]
fn the_step_that_is_due_is_the_last_that_has_begun() {
    let steps = Transition::School.steps(date("2020-04-02").into());
    holds(
        &[
            ("2026-04-30", None),
            ("2026-05-01", Some(0)),
            ("2026-11-21", Some(1)),
            ("2027-01-01", Some(3)),
            ("2027-04-07", Some(4)),
            ("2030-01-01", Some(4)),
        ],
        |today| due(&steps, date(today)),
    );
    let adult = Transition::Adulthood.steps(date("2008-11-21").into());
    assert_eq!(due(&adult, date("2026-11-20")), Some(0));
    assert_eq!(due(&adult, date("2026-11-21")), Some(1));
}

#[test]
fn only_what_is_ahead_goes_into_a_calendar() {
    let ahead = events(date("2020-04-02").into(), date("2026-11-21"), Lang::Ja);
    let ids: Vec<&str> = ahead.iter().map(|event| event.id.as_str()).collect();
    assert_eq!(
        ids,
        [
            "school-sheet-2026",
            "school-notice-2027",
            "school-start-2027",
            "graduation-talk-2035",
            "graduation-choose-2035",
            "graduation-2036",
            "graduation-next-2036",
            "adult-talk-2038",
            "adult-2038",
        ]
    );
    assert_eq!(
        events(date("2020").into(), date("2026-11-21"), Lang::Ja),
        []
    );
}

#[test]
fn every_step_is_said_in_three_languages() {
    let all = Transition::ALL.into_iter().flat_map(|one| {
        let steps = one.steps(date("2020-09-03").into()).into_iter();
        steps
            .flat_map(|step| [step.what, step.help])
            .chain([one.words()])
    });
    let kanji = |text: &str| text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    let wrong: Vec<_> = all
        .filter(|text| kanji(text.easy) || text.en.chars().any(|c| c > '\u{2fff}'))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

fn event(summary: &str, description: &str) -> Event {
    Event {
        id: "school-start-2027".to_owned(),
        day: date("2027-04-01"),
        summary: summary.to_owned(),
        description: description.to_owned(),
    }
}

#[test]
fn a_calendar_file_is_written_as_the_standard_says() {
    let file = calendar(&[event("a, b; c\\d", "one\ntwo")], "20261121T101500Z");
    assert_eq!(
        file,
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Step Note//Turning points//JA\r\nBEGIN:VEVENT\r\n\
         UID:school-start-2027@stepnote.invalid\r\nDTSTAMP:20261121T101500Z\r\nDTSTART;VALUE=DATE:20270401\r\n\
         DTEND;VALUE=DATE:20270402\r\nSUMMARY:a\\, b\\; c\\\\d\r\nDESCRIPTION:one\\ntwo\r\nTRANSP:TRANSPARENT\r\n\
         END:VEVENT\r\nEND:VCALENDAR\r\n"
    );
}

#[test]
fn a_calendar_file_never_rings() {
    let file = calendar(
        &events(date("2020-04-02").into(), date("2026-11-21"), Lang::Ja),
        "20261121T101500Z",
    );
    assert!(!file.contains("VALARM"));
}

#[test]
fn a_day_at_the_end_of_a_month_ends_on_the_first() {
    let last = Event {
        day: date("2027-12-31"),
        ..event("x", "y")
    };
    assert!(calendar(&[last], "").contains("DTEND;VALUE=DATE:20280101"));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_line_is_too_long_and_unfolded_it_is_what_was_put_in(text in "[あ-ん漢a-z,;\\\\\u{1F600} ]{0,120}") {
        let file = calendar(&[event(&text, "")], "20261121T101500Z");
        prop_assert!(file.split("\r\n").all(|line| line.len() <= 75));
        let unfolded = file.replace("\r\n ", "");
        let summary = unfolded.split("\r\n").find_map(|line| line.strip_prefix("SUMMARY:"));
        let plain = summary.unwrap().replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\");
        prop_assert_eq!(plain, text);
    }
}
