//! What an office received: until when it may be read without asking.

use stepnote::{
    answer::{Answer, PartialDate, Typed},
    consent::long_over,
    record::Record,
};

fn until(iso: &str) -> Record {
    let mut consent = Record::default();
    let day = Typed::from_iso(iso).expect("a date");
    consent.answers.put("until", Answer::Date(day));
    consent
}

fn day(day: u8) -> PartialDate {
    PartialDate::day(2026, 11, day).expect("a day")
}

#[test]
fn a_clock_that_is_wrong_by_a_day_asks_nobody() {
    let consent = until("2026-11-20");
    for today in [19, 20, 21] {
        assert!(!long_over(&consent, day(today)), "{today}");
    }
}

#[test]
fn what_ended_the_day_before_yesterday_is_asked_about() {
    assert!(long_over(&until("2026-11-19"), day(21)));
    assert!(long_over(&until("2025-03-31"), day(21)));
}

#[test]
fn what_says_no_day_is_not_over() {
    assert!(!long_over(&Record::default(), day(21)));
    assert!(!long_over(&until("2026-11"), day(21)));
}
