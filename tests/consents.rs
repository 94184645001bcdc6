//! 同意: what it is worth on a day, what goes under it, its end, and what the parent keeps of it.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/table.rs"]
mod table;

use serde_json::json;
use stepnote::{
    answer::{Answer, PartialDate, Typed},
    consent::{
        Carried, Gone, LONGEST, Lacks, MOST, NotAgreed, State, agreed, asks_the_child, draft, gone,
        lacks, log, noted, notice, other_wording, replaced, state, to_office, unnoted,
        until_by_default, withdrawn,
    },
    forms::{CONSENT, HANDED, INTRODUCTION, WORDING},
    record::{Note, Record},
    share::{Bundle, Carrier, Going, Made, Picked},
    text::Lang,
};
use table::holds;

fn day(year: u16, month: u8, day: u8) -> PartialDate {
    PartialDate::day(year, month, day).expect("a day")
}

fn today() -> PartialDate {
    day(2026, 11, 21)
}

fn put(consent: &mut Record, id: &str, text: &str) {
    consent.answers.put(id, Answer::Text(text.to_owned()));
}

fn put_day(consent: &mut Record, id: &str, on: PartialDate) {
    consent.answers.put(id, Answer::Date(Typed::from(on)));
}

fn signed() -> Record {
    let what = ["私の紹介".to_owned(), "服薬の記録".to_owned()];
    let mut consent = draft("ハビット", "ことばの相談", &what, today());
    put(&mut consent, "who", "青木　遥");
    put(&mut consent, "sign", "青木　遥");
    put_day(&mut consent, "signed_on", today());
    consent
}

fn made() -> Made {
    Made {
        on: today(),
        lang: Lang::Ja,
        salt: [7; 16],
    }
}

fn going() -> Going {
    let mut note = Note::default();
    let mut record = Record::default();
    put(&mut record, "likes", "電車");
    note.put(&INTRODUCTION, &record);
    Going::of(&note, &[Picked::whole(&INTRODUCTION)], Carrier::File, None)
}

#[test]
fn a_consent_is_a_draft_until_it_is_signed_and_then_valid_to_the_end_of_its_last_day() {
    let consent = signed();
    let until = day(2027, 3, 31);
    assert_eq!(
        consent.answers.get("until").map(Answer::date),
        Some(Typed::from(until))
    );
    assert_eq!(state(&consent, today()), State::Valid);
    assert_eq!(state(&consent, until), State::Valid);
    assert_eq!(state(&consent, day(2027, 4, 1)), State::Expired);
    let mut unsigned = consent;
    put(&mut unsigned, "sign", "　");
    assert_eq!(state(&unsigned, today()), State::Draft);
}

#[test]
fn each_thing_a_consent_lacks_is_named_in_turn() {
    let without = |id: &str| {
        let mut consent = signed();
        consent.answers.remove(id);
        lacks(&consent)
    };
    holds(
        &[
            ("to", Some(Lacks::To)),
            ("purpose", Some(Lacks::Purpose)),
            ("what", Some(Lacks::What)),
            ("until", Some(Lacks::Until)),
            ("who", Some(Lacks::Who)),
            ("sign", Some(Lacks::Signature)),
            ("signed_on", Some(Lacks::SignedOn)),
            ("onward", None),
            ("child_assent", None),
            ("may_agree", None),
        ],
        without,
    );
}

#[test]
fn no_consent_is_for_ever() {
    let until = |on: PartialDate| {
        let mut consent = signed();
        put_day(&mut consent, "until", on);
        lacks(&consent)
    };
    let last = today().plus_days(LONGEST).expect("a day");
    assert_eq!(until(last), None);
    assert_eq!(
        until(last.plus_days(1).expect("a day")),
        Some(Lacks::TooLong)
    );
    assert_eq!(until(day(2026, 11, 20)), Some(Lacks::TooLong));
    let year = PartialDate {
        year: 2199,
        month: None,
        day: None,
    };
    assert_eq!(until(year), Some(Lacks::TooLong));
}

#[test]
fn a_consent_lasts_to_the_end_of_the_school_year_or_half_a_year() {
    holds(
        &[
            (day(2026, 11, 21), Some(day(2027, 3, 31))),
            (day(2027, 1, 4), Some(day(2027, 3, 31))),
            (day(2027, 3, 2), Some(day(2027, 9, 1))),
            (day(2027, 3, 31), Some(day(2027, 9, 30))),
            (day(2027, 4, 1), Some(day(2027, 10, 1))),
        ],
        until_by_default,
    );
}

#[test]
fn a_withdrawn_or_replaced_consent_stays_so_whatever_its_dates_say() {
    let gone = withdrawn(signed(), day(2026, 12, 1), "やめます");
    assert_eq!(state(&gone, today()), State::Withdrawn);
    assert_eq!(state(&gone, day(2030, 1, 1)), State::Withdrawn);
    let other = replaced(signed(), "b");
    assert_eq!(state(&other, today()), State::Replaced);
    assert_eq!(
        state(&withdrawn(other, today(), ""), today()),
        State::Withdrawn
    );
}

#[test]
fn nothing_goes_to_an_office_without_a_valid_consent() {
    let why = |consent: &Record, on| agreed(consent, on).err();
    assert_eq!(why(&signed(), today()), None);
    assert_eq!(why(&signed(), day(2027, 4, 1)), Some(NotAgreed::Expired));
    let gone = withdrawn(signed(), today(), "");
    assert_eq!(why(&gone, today()), Some(NotAgreed::Withdrawn));
    assert_eq!(
        why(&replaced(signed(), "b"), today()),
        Some(NotAgreed::Replaced)
    );
    assert_eq!(
        why(&Record::default(), today()),
        Some(NotAgreed::Draft(Lacks::To))
    );
}

#[test]
fn the_consent_is_sealed_inside_what_goes_to_an_office_and_not_inside_ones_own_copy() {
    let consent = agreed(&signed(), today()).expect("it is valid");
    assert_eq!(consent.to(), "ハビット");
    let bundle = to_office(&going(), &consent, made());
    let read = Bundle::from_bytes(&bundle.to_bytes()).expect("a bundle");
    assert_eq!(read.consent(&CONSENT), Some(signed()));
    let own = Bundle::own_copy(&going(), made());
    assert_eq!(own.consent(&CONSENT), None);
    assert_eq!(own.json()["own"], json!(true));
}

#[test]
fn the_wording_that_was_shown_is_kept_and_another_one_is_noticed() {
    let mut consent = signed();
    assert_eq!(consent.answers.text("text_version"), WORDING);
    assert!(!other_wording(&consent));
    put(&mut consent, "text_version", "0");
    assert!(other_wording(&consent));
}

#[test]
fn from_twelve_the_child_is_asked_too() {
    assert_eq!(
        [0, 11, 12, 17].map(asks_the_child),
        [false, false, true, true]
    );
}

fn entry(consent: &str, receipt: &str) -> Gone {
    Gone {
        on: Some(today()),
        to: "ハビット".to_owned(),
        what: "私の紹介\n服薬の記録".to_owned(),
        carried: Some(Carried::Codes),
        receipt: receipt.to_owned(),
        consent: consent.to_owned(),
        slip: "s".to_owned(),
    }
}

#[test]
fn the_list_keeps_what_went_the_newest_first() {
    let mut note = Note::default();
    noted(&mut note, &entry("a", "111111"));
    noted(&mut note, &entry("b", "222222"));
    let note = Note::from_bytes(&note.to_bytes()).expect("a note");
    assert_eq!(log(&note), [entry("b", "222222"), entry("a", "111111")]);
    assert_eq!(gone(&note, "a"), [entry("a", "111111")]);
}

#[test]
fn what_was_not_handed_over_after_all_leaves_the_list_and_nothing_else_does() {
    let mut note = Note::default();
    for receipt in ["111111", "222222", "111111"] {
        noted(&mut note, &entry("a", receipt));
    }
    unnoted(&mut note, &entry("a", "111111"));
    assert_eq!(log(&note), [entry("a", "222222"), entry("a", "111111")]);
    unnoted(&mut note, &entry("b", "222222"));
    assert_eq!(log(&note).len(), 2);
}

#[test]
fn the_list_and_each_entry_of_it_have_an_end() {
    let mut note = Note::default();
    let long = Gone {
        what: "長".repeat(5000),
        ..entry("a", "")
    };
    noted(&mut note, &long);
    assert_eq!(log(&note)[0].what.chars().count(), 401);
    for number in 0..MOST + 5 {
        noted(&mut note, &entry("a", &number.to_string()));
    }
    let log = log(&note);
    assert_eq!(log.len(), MOST);
    assert_eq!(log[0].receipt, (MOST + 4).to_string());
    assert_eq!(log[MOST - 1].receipt, "5");
}

#[test]
fn the_list_goes_nowhere_even_when_it_is_picked() {
    let mut note = Note::default();
    noted(&mut note, &entry("a", "111111"));
    let going = Going::of(&note, &[Picked::whole(&HANDED)], Carrier::File, None);
    assert_eq!(going.leaves, []);
}

#[test]
fn a_withdrawal_tells_the_same_office_what_had_gone() {
    let mut note = Note::default();
    noted(&mut note, &entry("a", "111111"));
    noted(&mut note, &entry("b", "222222"));
    assert_eq!(notice(&note, "a", &signed()), None);
    let gone = withdrawn(signed(), day(2026, 12, 1), "");
    let notice = notice(&note, "a", &gone).expect("a notice");
    assert_eq!(
        notice.lines(),
        [
            "ハビット　御中",
            "同意を取り消したことのお知らせ",
            "取り消した日：2026年12月1日",
            "同意した日：2026年11月21日",
            "同意した人：青木　遥",
            "これからは、新しくお見せしません。",
            "お手元の紙やデータは、返すか消してくださるようお願いします。",
            "これまでにお渡ししたもの",
            "・2026年11月21日　私の紹介、服薬の記録（受領番号 111111）",
        ]
    );
}

#[test]
fn a_withdrawal_tells_of_what_had_gone_under_the_consent_before_too() {
    let mut note = Note::default();
    noted(&mut note, &entry("a", "111111"));
    noted(&mut note, &entry("b", "222222"));
    noted(&mut note, &entry("c", "333333"));
    // Whatever somebody wrote there, it comes to an end.
    note.put_one(&CONSENT, "a", &replaced(signed(), "b"));
    note.put_one(&CONSENT, "c", &replaced(signed(), "d"));
    let gone = replaced(withdrawn(signed(), day(2026, 12, 1), ""), "a");
    note.put_one(&CONSENT, "b", &gone);
    let notice = notice(&note, "b", &gone).expect("a notice");
    assert_eq!(notice.gone, [entry("b", "222222"), entry("a", "111111")]);
}
