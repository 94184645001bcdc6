//! Holds that what stands in the note is found however it is typed, and that nothing else is.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/answers.rs"]
mod answers;
#[path = "support/family.rs"]
mod family;
#[path = "support/table.rs"]
mod table;

use proptest::prelude::*;
use stepnote::{
    answer::Answer,
    form::Form,
    forms::{ALL, MEDICATION, PROFILE},
    record::{Note, Record},
    search::{Book, Found, Marked},
    text::Lang,
};
use table::holds;

fn records(note: &Note) -> Vec<(&'static Form, Record)> {
    ALL.iter().map(|form| (form, note.record(form))).collect()
}

fn family_book(lang: Lang) -> Book {
    Book::of(&records(&family::note()), lang)
}

/// The name of a child in a note that says nothing else.
fn a_child_called(name: &str) -> Book {
    let mut note = Note::default();
    let mut record = Record::default();
    record.answers.put("name", Answer::Text(name.to_owned()));
    note.put(&PROFILE, &record);
    Book::of(&records(&note), Lang::Ja)
}

/// Every answer in which something was found, with the sheet.
fn answers_in(found: &[Found]) -> Vec<(&'static str, String)> {
    let lines = found
        .iter()
        .flat_map(|found| found.hits.iter().map(|hit| (found.form.id, hit)));
    lines
        .flat_map(|(form, hit)| {
            hit.lines
                .iter()
                .map(move |line| (form, line.answer.text.clone()))
        })
        .collect()
}

fn sheets(found: &[Found]) -> Vec<&'static str> {
    found.iter().map(|found| found.form.id).collect()
}

/// A text with what was found in it between brackets.
fn bracketed(marked: &Marked) -> String {
    let mut all = String::new();
    let mut at = 0;
    for mark in &marked.marks {
        all.push_str(&marked.text[at..mark.start]);
        all.push('[');
        all.push_str(&marked.text[mark.clone()]);
        all.push(']');
        at = mark.end;
    }
    all + &marked.text[at..]
}

/// What stands in brackets when `typed` is sought in `written`; "" where it is not found.
fn found_in(written: &str, typed: &str) -> String {
    let found = a_child_called(written).find(typed);
    let lines = found.iter().flat_map(|found| &found.hits);
    let mut lines = lines.flat_map(|hit| &hit.lines);
    let line = lines.find(|line| line.question.id == "name" && !line.answer.marks.is_empty());
    line.map_or_else(String::new, |line| bracketed(&line.answer))
}

/// Holds that what is sought in a name is found there, in brackets.
#[track_caller]
fn finds<const N: usize>(rows: [((&str, &str), &str); N]) {
    let rows = rows.map(|(given, wanted)| (given, wanted.to_owned()));
    holds(&rows, |(written, typed)| found_in(written, typed));
}

#[test]
fn a_word_is_found_however_its_kana_are_written() {
    finds([
        (("タカサキ", "たかさき"), "[タカサキ]"),
        (("たかさき", "タカサキ"), "[たかさき]"),
        (("たかさき", "ﾀｶｻｷ"), "[たかさき]"),
        (("ﾊﾟﾝﾀﾞ", "ぱんだ"), "[ﾊﾟﾝﾀﾞ]"),
        (("パンダ", "ﾊﾟﾝﾀﾞ"), "[パンダ]"),
        (("か\u{3099}っこう", "がっこう"), "[か\u{3099}っこう]"),
        (("がっこう", "カ\u{3099}ッコウ"), "[がっこう]"),
        (("1歳5ヶ月", "5カ月"), "1歳[5ヶ月]"),
        (("関ヶ原", "関ケ原"), "[関ヶ原]"),
        (("セーター", "ｾｰﾀｰ"), "[セーター]"),
        (("ヴァレリア", "ゔぁれりあ"), "[ヴァレリア]"),
        (("関ケ原", "関ヶ原"), "[関ケ原]"),
    ]);
}

#[test]
fn width_capitals_spaces_and_hyphens_do_not_count() {
    finds([
        (("ＡＢＣ病院", "abc病院"), "[ＡＢＣ病院]"),
        (("abc", "ＡＢｃ"), "[abc]"),
        (("Élodie", "élodie"), "[Élodie]"),
        (("高田\u{3000}花", "高田花"), "[高田\u{3000}花]"),
        (("高田花", "高田 花"), "[高田花]"),
        (("090-0000-1234", "09000001234"), "[090-0000-1234]"),
        (
            ("090-0000-1234", "０９０ー００００ー１２３４"),
            "[090-0000-1234]",
        ),
        (("マリア・クルス", "まりあくるす"), "[マリア・クルス]"),
    ]);
}

#[test]
fn a_name_is_found_by_the_usual_form_of_its_kanji() {
    finds([
        ((family::CHILD, "高崎"), "[\u{9AD9}\u{FA11}]\u{3000}陽向"),
        ((family::GRANDMOTHER, "吉田"), "[\u{20BB7}田]\u{3000}和子"),
        ((family::AUNT, "神谷祥子"), "[\u{FA19}谷\u{3000}\u{FA1A}子]"),
        (("葛\u{E0100}城", "葛城"), "[葛\u{E0100}城]"),
        (("齋藤", "斎藤"), "[齋藤]"),
    ]);
}

#[test]
fn what_is_not_there_is_not_found() {
    for typed in ["高橋", "たかさか", "ー", "-", " ", "\u{3000}", "", "\n"] {
        assert_eq!(found_in("たかさき", typed), "", "{typed:?}");
    }
}

#[test]
fn a_mark_covers_every_place_and_marks_never_touch() {
    assert_eq!(found_in("ももも", "も"), "[ももも]");
    assert_eq!(found_in("もしもし", "も"), "[も]し[も]し");
    assert_eq!(
        found_in("でんしゃとバス", "バス でんしゃ"),
        "[でんしゃ]と[バス]"
    );
}

#[test]
fn every_word_must_be_there_in_one_row() {
    let book = family_book(Lang::Ja);
    let clinics = |typed| answers_in(&book.find(typed));
    assert_eq!(
        clinics("モンテルカスト 2026"),
        [
            (
                "medication",
                "2023年11月（令和5年） 〜 2026年9月（令和8年）".to_owned()
            ),
            (
                "medication",
                "モンテルカスト細粒4mg\u{3000}1日1回".to_owned()
            ),
            (
                "medication",
                "2026年9月12日（令和8年）から いまも".to_owned()
            ),
            (
                "medication",
                "モンテルカストチュアブル錠5mg\u{3000}1日1回".to_owned()
            ),
        ]
    );
    assert_eq!(clinics("モンテルカスト 2021"), []);
}

#[test]
fn the_title_of_the_sheet_counts_as_one_of_the_words() {
    let book = family_book(Lang::Ja);
    assert_eq!(sheets(&book.find("服薬 ヨーグルト")), ["medication"]);
    assert_eq!(sheets(&book.find("プロフィール ヨーグルト")), [""; 0]);
}

#[test]
fn a_sheet_is_found_by_its_title_in_every_language() {
    let book = a_child_called("");
    let titles = ["服薬の記録", "くすりの きろく", "medication", "クスリ"];
    for title in titles {
        let found = book.find(title);
        assert!(sheets(&found).contains(&"medication"), "{title}: {found:?}");
    }
}

#[test]
fn a_question_is_found_by_its_label_in_every_language_before_it_is_answered() {
    let book = a_child_called("");
    let asked = |typed: &str| {
        let found = book.find(typed);
        let mut lines = found
            .iter()
            .flat_map(|found| found.hits.iter().flat_map(|h| &h.lines));
        lines.any(|line| line.question.id == "likes" && line.answer.text.is_empty())
    };
    holds(
        &[
            ("得意なこと", true),
            ("とくい", true),
            ("what i am good", true),
            ("苦手", false),
        ],
        asked,
    );
}

#[test]
fn a_choice_and_a_date_are_found_in_the_words_of_every_language() {
    for lang in Lang::ALL {
        let book = family_book(lang);
        let found = |typed: &str| !answers_in(&book.find(typed)).is_empty();
        holds(
            &[
                ("同居", true),
                ("Living together", true),
                ("together", true),
                ("令和2年", true),
                ("3 September 2020", true),
                ("2020-09-03", true),
                ("20200903", true),
                ("2020年9月3日", true),
                ("2020年9月4日", false),
            ],
            found,
        );
    }
}

#[test]
fn a_row_is_named_and_numbered_so_that_it_can_be_opened() {
    let found = family_book(Lang::Ja).find("よしだ");
    let hits: Vec<_> = found
        .iter()
        .flat_map(|found| &found.hits)
        .map(|hit| (hit.section.id, hit.row, hit.title.text.as_str()))
        .collect();
    assert_eq!(
        hits,
        [
            ("family", Some(4), family::GRANDMOTHER),
            ("contacts", Some(1), family::GRANDMOTHER),
        ]
    );
}

#[test]
fn of_a_long_answer_the_piece_is_shown_in_which_it_was_found() {
    let found = family_book(Lang::Ja).find("手ぶくろ");
    let hit = &found[0].hits[0].lines[0].answer;
    let whole = family::note().record(&stepnote::forms::INTRODUCTION);
    assert!(
        whole
            .answers
            .text("episode")
            .contains(hit.text.trim_matches('…'))
    );
    assert_eq!(hit.text.chars().count(), 82);
    assert!(bracketed(hit).contains("自分の[手ぶくろ]をぬいで"));
}

#[test]
fn of_very_many_hits_the_first_are_shown_and_the_others_counted() {
    let mut note = Note::default();
    let mut record = family::note().record(&MEDICATION);
    let row = record.groups["rows"][0].clone();
    record.groups.insert("rows".to_owned(), vec![row; 300]);
    note.put(&MEDICATION, &record);
    let found = Book::of(&records(&note), Lang::Ja).find("保湿剤");
    assert_eq!((found[0].hits.len(), found[0].more), (12, 288));
}

#[test]
fn what_a_newer_version_wrote_stands_in_nobodys_way() {
    let json = r#"{"v": 1, "kind": "note", "sheets": {"profile": {"name": {"later": "花"}}}}"#;
    let note = Note::from_bytes(json.as_bytes()).expect("a note");
    assert_eq!(
        answers_in(&Book::of(&records(&note), Lang::Ja).find("花")),
        []
    );
}

proptest! {
    #[test]
    fn every_mark_is_a_piece_of_its_text_that_means_what_was_typed(
        (form, record) in answers::form_and_record(),
        typed in "[ -~ぁ-んァ-ヶｦ-ﾟ一-十]{1,3}",
    ) {
        let book = Book::of(&[(form, record)], Lang::Ja);
        let found = book.find(&typed);
        let lines = found.iter().flat_map(|found| &found.hits).flat_map(|hit| &hit.lines);
        for line in lines {
            for marked in [&line.label, &line.answer] {
                for mark in &marked.marks {
                    let piece = marked.text.get(mark.clone());
                    prop_assert!(piece.is_some_and(|piece| !piece.is_empty()), "{mark:?} of {marked:?}");
                }
                let touching = marked.marks.windows(2).any(|two| two[0].end >= two[1].start);
                prop_assert!(!touching, "{marked:?}");
            }
        }
    }

    #[test]
    fn whatever_was_written_on_one_line_is_found_by_it(
        name in "[!-~ぁ-んァ-ヶ一-十]{1,12}",
    ) {
        let counts = name.chars().any(|c| c != '-' && c != '・');
        let found = a_child_called(&name).find(&name);
        let there = answers_in(&found).iter().any(|(_, answer)| *answer == name);
        prop_assert_eq!(there, counts);
    }
}
