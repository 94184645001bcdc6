//! 連絡票 and 同意書 on A4, with 回答欄 below to tear off.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/answers.rs"]
mod answers;

use proptest::prelude::*;
use serde_json::{Value, json};
use stepnote::{
    answer::{Answer, PartialDate},
    form::Form,
    forms::{ACTIONS, CASE, CONSENT, REPLY, SLIP},
    paper::{Block, Manner, Page, Printing},
    record::Record,
};

fn record(form: &Form, answers: Value) -> Record {
    let Value::Object(answers) = answers else {
        panic!("answers are an object")
    };
    Record::from_json(form, &answers)
}

fn printing<'a>(sheets: &'a [(&'a Form, Option<&'a Record>)], manner: Manner) -> Printing<'a> {
    Printing {
        sheets,
        today: PartialDate::day(2026, 11, 21),
        manner,
        ..Printing::default()
    }
}

fn text(page: &Page) -> String {
    format!("{:?}", (&page.head, &page.blocks))
}

fn titles(pages: &[Page]) -> Vec<&'static str> {
    pages.iter().map(|page| page.title).collect()
}

#[test]
fn a_blank_slip_is_two_pages_and_every_other_paper_one() {
    for form in CASE {
        let pages = printing(&[(form, None)], Manner::default()).pages();
        let most = if form.id == "slip" { 2 } else { 1 };
        assert!(pages.len() <= most, "{} has {}", form.id, pages.len());
    }
}

#[test]
fn what_an_office_circles_is_printed_whichever_city_it_is() {
    let city = ["〒999-".to_owned(), "みずうみ市".to_owned()];
    let pages = Printing {
        city: &city,
        ..printing(&[(&SLIP, None)], Manner::default())
    }
    .pages_to_tear(&REPLY, &Record::default());
    let all: String = pages.iter().map(text).collect();
    assert!(all.contains("担当します"));
    assert!(!all.contains("みずうみ市"));
}

#[test]
fn the_half_that_is_torn_off_says_to_which_slip_it_belongs() {
    let mut begun = Record::default();
    let number = Answer::Text("20261121-7".to_owned());
    begun.answers.put("slip_no", number);
    for sheets in [vec![(&SLIP, None), (&CONSENT, None)], Vec::new()] {
        let pages = printing(&sheets, Manner::default()).pages_to_tear(&REPLY, &begun);
        let last = text(pages.last().expect("a page"));
        assert!(last.contains("20261121-7"), "{last}");
    }
}

#[test]
fn the_answer_to_tear_off_stands_below_the_consent_on_one_page() {
    let sheets = [(&SLIP, None), (&CONSENT, None)];
    let pages = printing(&sheets, Manner::default()).pages_to_tear(&REPLY, &Record::default());
    assert_eq!(titles(&pages).last(), Some(&"同意書"));
    let last = text(pages.last().expect("a page"));
    let at = |words: &str| {
        last.find(words)
            .unwrap_or_else(|| panic!("{words} is missing"))
    };
    assert!(at("渡した先から別のところへ") < at("切り取り線"));
    assert!(at("署名は話し合いの記録") < at("切り取り線"));
    for words in [
        "回答日",
        "連絡票番号",
        "担当します",
        "次の日",
        "連絡元へのお願い",
        "保護者へ",
    ] {
        assert!(
            last.rfind(words).expect(words) > at("切り取り線"),
            "{words}"
        );
    }
    let numbers: Vec<_> = pages
        .iter()
        .map(|page| (page.foot.number, page.foot.of))
        .collect();
    assert_eq!(
        numbers,
        (1..=pages.len())
            .map(|n| (n, pages.len()))
            .collect::<Vec<_>>()
    );
}

#[test]
fn a_signed_consent_leaves_the_answer_its_room() {
    let consent = record(
        &CONSENT,
        json!({
            "to": "児童発達支援センター 相談部ハビット", "purpose": "ことばの相談を引きつぐため",
            "what": "子ども相談連絡票\n私の紹介\n服薬の記録", "until": "2027-03-31", "onward": "ask",
            "method": ["codes", "together"], "who": "青木　遥", "relation": "母", "may_agree": "yes",
            "child_assent": "small", "explained_by": "0123はらっぱ", "read_aloud": "yes", "sign": "青木　遥",
            "signed_on": "2026-11-21", "text_version": "1",
        }),
    );
    let pages = printing(&[(&CONSENT, Some(&consent))], Manner::default())
        .pages_to_tear(&REPLY, &Record::default());
    assert_eq!(titles(&pages), ["同意書"]);
    assert!(text(&pages[0]).contains("切り取り線"));
}

#[test]
fn where_it_has_no_room_the_answer_is_a_page_of_its_own() {
    let consent = record(&CONSENT, json!({"what": "渡すもの\n".repeat(200)}));
    let pages = printing(&[(&CONSENT, Some(&consent))], Manner::default())
        .pages_to_tear(&REPLY, &Record::default());
    assert_eq!(titles(&pages).last(), Some(&"回答欄"));
    assert!(pages.iter().all(|page| !text(page).contains("切り取り線")));
    let alone = printing(&[], Manner::default()).pages_to_tear(&REPLY, &Record::default());
    assert_eq!(titles(&alone), ["回答欄"]);
}

#[test]
fn a_slip_prints_what_was_written_and_what_may_be_told_instead() {
    let slip = record(
        &SLIP,
        json!({
            "slip_no": "20261121-1", "urgency": "today", "to_office": "ハビット", "to_tel": "0422558510",
            "complaint": "ことばがゆっくり", "reason_by": ["together"], "topics": ["development", "tired"],
            "topic_most": "development", "do_not_share": "元の勤め先",
            "history": [{"when": {"from": "2025-04"}, "what": "面談"}],
        }),
    );
    let pages = printing(&[(&SLIP, Some(&slip))], Manner::default()).pages();
    let all: String = pages.iter().map(text).collect();
    for words in [
        "20261121-1",
        "0422-55-8510",
        "ことばがゆっくり",
        "一緒に行って",
        "元の勤め先",
        "2025",
        "面談",
        "判定や診断をするものではありません",
    ] {
        assert!(all.contains(words), "{words}");
    }
}

#[test]
fn the_table_of_who_does_what_has_room_for_handwriting() {
    let pages = printing(&[(&ACTIONS, None)], Manner::default()).pages();
    let rows = pages[0].blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table.entries.len()),
        _ => None,
    });
    assert_eq!(rows.collect::<Vec<_>>(), [1, 10]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_of_a_consent_is_lost_when_the_answer_stands_below(consent in answers::record(&CONSENT), large: bool) {
        let manner = Manner { large, ..Manner::default() };
        let sheets = [(&CONSENT, Some(&consent))];
        let alone = printing(&sheets, manner).pages();
        let torn = printing(&sheets, manner).pages_to_tear(&REPLY, &Record::default());
        let first: Vec<_> = alone.iter().flat_map(|page| page.blocks.clone()).collect();
        let both: Vec<_> = torn.iter().flat_map(|page| page.blocks.clone()).collect();
        prop_assert_eq!(&both[..first.len()], &first[..]);
        prop_assert!(torn.len() <= alone.len() + 2);
    }
}
