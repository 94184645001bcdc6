//! Sheets on paper, blank and filled.

#[path = "support/answers.rs"]
mod answers;
#[path = "support/family.rs"]
mod family;

use proptest::prelude::*;
use serde_json::{Value, json};
use std::{fs, path::Path};
use stepnote::{
    answer::PartialDate,
    directory::Directory,
    form::{Choice, Form, Paper, Role, Section, date, lines, one, repeat, section},
    forms::{
        ALL, CARE, EARLY_YEARS, EMPLOYMENT, ENROLMENT, HAJIMENI, INTRODUCTION, MEDICATION, PAPERS,
        PROFILE,
    },
    paper::{
        Area, Block, Brief, Cell, Ink, Line, Manner, Page, Printing, Table, Told, is_hard,
        with_readings,
    },
    record::{Note, Record},
    sheet::Facts,
    text::Lang,
    text::t,
};

fn record(form: &Form, answers: Value) -> Record {
    let Value::Object(answers) = answers else {
        panic!("answers are an object")
    };
    Record::from_json(form, &answers)
}

fn blank(form: &Form) -> Vec<Page> {
    print(&[(form, None)])
}

fn filled(form: &Form, answers: Value) -> Vec<Page> {
    print(&[(form, Some(&record(form, answers)))])
}

fn print(sheets: &[(&Form, Option<&Record>)]) -> Vec<Page> {
    let answered = sheets
        .iter()
        .filter_map(|(form, record)| Some((*form, (*record)?)));
    Printing {
        sheets,
        facts: Facts::of(answered),
        name: "",
        today: PartialDate::day(2026, 11, 20),
        city: &Directory::built_in().printed,
        ..Printing::default()
    }
    .pages()
}

fn tables(page: &Page) -> Vec<&Table> {
    let blocks = page.blocks.iter();
    let tables = blocks.filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    tables.collect()
}

fn areas(page: &Page) -> Vec<&Area> {
    let blocks = page.blocks.iter();
    let areas = blocks.filter_map(|block| match block {
        Block::Area(area) => Some(area),
        _ => None,
    });
    areas.collect()
}

/// Every line of a page as it is read, labels of boxes included.
fn lines_of(page: &Page) -> Vec<Line> {
    fn cells<'a>(cells: impl IntoIterator<Item = &'a Cell>) -> Vec<Line> {
        cells
            .into_iter()
            .flat_map(|cell| cell.lines.clone())
            .collect()
    }
    let mut all = page.head.clone();
    for block in &page.blocks {
        match block {
            Block::Table(table) => {
                all.extend(table.side.clone().map(|side| side.line));
                all.extend(cells(&table.head));
                all.extend(cells(table.entries.iter().flatten().flatten()));
                all.extend(table.note.clone());
            }
            Block::Area(area) => all.extend(area.lines.clone()),
            Block::Note(lines) => all.extend(lines.clone()),
        }
    }
    all
}

fn words(line: &Line) -> String {
    let ink = |ink: &Ink| match ink {
        Ink::Printed(text) | Ink::Small(text) | Ink::Written(text) => text.clone(),
        Ink::Beside(_, text) => (*text).to_owned(),
        Ink::Ringed(text) => format!("({text})"),
        Ink::Drawn(_) => String::from("~"),
    };
    let words: String = line.inks.iter().map(ink).collect();
    match line.bracket {
        Some(bracket) if bracket.round => format!("{}（{words}）", bracket.label),
        Some(bracket) => format!("{}［{words}］", bracket.label),
        None => words,
    }
}

fn text(page: &Page) -> String {
    let lines: Vec<_> = lines_of(page).iter().map(words).collect();
    lines.join("\n")
}

fn written(pages: &[Page]) -> Vec<String> {
    let inks = pages.iter().flat_map(lines_of).flat_map(|line| line.inks);
    let written = inks.filter_map(|ink| match ink {
        Ink::Written(text) => Some(text),
        _ => None,
    });
    written.collect()
}

/// The words stand on the page in this order.
fn in_order(text: &str, expected: &[&str]) {
    let mut rest = text;
    for words in expected {
        let at = rest.find(words);
        let at = at.unwrap_or_else(|| panic!("{words} is missing behind what came before"));
        rest = &rest[at + words.len()..];
    }
}

fn relatives(count: usize) -> Value {
    let one = |n| json!({"relation": "おば", "name": format!("青木　{n}番")});
    (1..=count).map(one).collect()
}

#[test]
fn every_blank_sheet_is_one_page() {
    for form in ALL {
        assert_eq!(blank(form).len(), 1, "{}", form.id);
    }
}

#[test]
fn the_blank_profile_has_eight_family_rows_and_two_contacts() {
    let pages = blank(&PROFILE);
    let entries: Vec<_> = tables(&pages[0]).iter().map(|t| t.entries.len()).collect();
    assert_eq!(entries, [1, 8, 2]);
}

#[test]
fn the_blank_medication_sheet_has_fifteen_rows() {
    assert_eq!(tables(&blank(&MEDICATION)[0])[0].entries.len(), 15);
}

#[test]
fn the_blank_profile_prints_what_the_paper_prints() {
    let page = &blank(&PROFILE)[0];
    in_order(
        &text(page),
        &[
            "記入日（　　年　　月　　日）",
            "ふりがな",
            "性別",
            "生年月日",
            "氏名",
            "　　年　　月　　日",
            "（記入日現在の年齢:　　　歳　　カ月）",
            "住所",
            "〒180-",
            "武蔵野市",
            "家族構成（本人含む）",
            "続柄（※）",
            "ふりがな",
            "氏名",
            "生年月日",
            "同居・別居（○で囲む）",
            "　　年　　月　　日",
            "同居・別居",
            "※…本人からみた続柄",
            "1",
            "続柄",
            "ふりがな",
            "電話番号",
            "☎\u{FE0E}　　　―　　　―",
            "氏名",
            "2",
        ],
    );
    assert_eq!(tables(page)[2].title.as_deref(), Some("連絡先"));
    assert_eq!(text(page).matches("　　年　　月　　日").count(), 1 + 1 + 8);
}

#[test]
fn the_blank_introduction_prints_what_the_paper_prints() {
    let page = &blank(&INTRODUCTION)[0];
    in_order(
        &text(page),
        &[
            "記入日（　　年　　月　　日）",
            "記入日現在の年齢　　　歳　　カ月",
            "記入者（　",
        ],
    );
    let labels: Vec<_> = areas(page)
        .iter()
        .map(|a| (a.label.as_str(), a.hint))
        .collect();
    assert_eq!(
        labels,
        [
            ("お名前の呼び方・愛称など", None),
            ("好きなこと・得意なこと", Some("物・遊び・過ごしかたなど")),
            ("嫌いなこと・苦手なこと", Some("音・物・場所・感触など")),
            ("特徴的なエピソードなど", None),
        ]
    );
}

#[test]
fn the_blank_medication_sheet_prints_what_the_paper_prints() {
    in_order(
        &text(&blank(&MEDICATION)[0]),
        &[
            "時期または期間",
            "診断名・医療機関",
            "薬の種類・量など",
            "備考（服薬の時間など）",
            "　　年　　月　　日",
            "～　　年　　月　　日",
            "診断名［］",
            "医療機関名［］",
            "【保護者の方へ】",
            "・全ての経過を記入する必要はありません。",
        ],
    );
}

#[test]
fn the_blank_first_sheet_prints_what_the_paper_says_of_itself() {
    in_order(
        &text(&blank(&HAJIMENI)[0]),
        &[
            "◆ノートをお渡しした日",
            "　　年　　月　　日",
            "◆関係機関名",
            "「子どものステップノート」とは",
            "情報整理のためのツールです。",
            "どのように役立ちますか？",
            "どのように作っていきますか？",
            "どのようなときに活用できますか？",
            "ファイルに保管する内容は、大切な個人情報です。",
            "保護者が責任をもってファイルを保管し、必要に応じて活用しましょう。",
        ],
    );
}

#[test]
fn the_blank_sheet_of_the_early_years_prints_what_the_paper_prints() {
    let page = &blank(&EARLY_YEARS)[0];
    in_order(
        &text(page),
        &[
            "【からだのそだち】",
            "首すわり",
            "　　歳　　ヶ月",
            "はいはい",
            "寝返り",
            "つかまり立ち",
            "おすわり",
            "つたい歩き",
            "ずり這い",
            "独り歩き",
            "【情緒面のそだち】",
            "【ことばのそだち】",
            "あやすと笑う",
            "喃語",
            "人見知り",
            "始語",
            "後追い",
            "二語文",
        ],
    );
    assert_eq!(text(page).matches("　　歳　　ヶ月").count(), 14);
}

#[test]
fn months_are_counted_in_two_spellings_each_where_the_paper_has_it() {
    let pages: Vec<_> = ALL.iter().flat_map(blank).collect();
    let spelled = |unit: &str| {
        let pages = pages.iter().filter(|page| text(page).contains(unit));
        pages.map(|page| page.title).collect::<Vec<_>>()
    };
    assert_eq!(spelled("カ月"), ["私のプロフィール", "私の紹介"]);
    assert_eq!(spelled("ヶ月"), ["乳幼児期のお子さんの様子"]);
}

#[test]
fn the_blank_enrolment_sheet_prints_three_rows_for_each_stage() {
    let page = &blank(&ENROLMENT)[0];
    let row = ["（）", "期間（　　年　　月～　　年　　月）"];
    let mut expected = vec!["◆医療や療育機関、通所施設"];
    for stage in ["幼稚園・保育園等", "小学校", "中学校", "高等学校等"] {
        expected.push(stage);
        expected.extend(row.repeat(3));
    }
    in_order(&text(page), &expected);
    assert_eq!(text(page).matches("在校期間（").count(), 9);
    assert_eq!(areas(page)[0].label, "その他");
    let joined: Vec<_> = tables(page).iter().map(|table| table.joined).collect();
    assert_eq!(joined, [false, true, true, true]);
}

#[test]
fn the_blank_employment_sheet_prints_the_eighteen_fields_of_the_paper() {
    let page = &blank(&EMPLOYMENT)[0];
    in_order(
        &text(page),
        &[
            "相談日（　　年　　月　　日）",
            "氏名",
            "自立支援員",
            "生年月日",
            "　　年　　月　　日（　　歳）",
            "住所",
            "TEL・自宅",
            "TEL・携帯",
            "通学先、保育園等",
            "児童扶養手当No.",
            "離婚時期、状況",
            "親里、父母兄弟",
            "学歴",
            "免許、資格",
            "PC",
            "Word（ワード）・Excel（エクセル）・自宅所持",
            "通勤手段",
            "現業の状況",
            "キャリア",
            "求職希望",
            "次回アクション",
        ],
    );
}

#[test]
fn every_blank_sheet_has_room_for_all_rows_of_its_paper() {
    for form in ALL.iter().filter(has_a_paper) {
        let printed: Vec<_> = tables(&blank(form)[0])
            .iter()
            .filter(|table| form.groups().any(|part| part.title.ja == table.name))
            .map(|table| table.entries.len())
            .collect();
        let rows: Vec<_> = form
            .groups()
            .filter_map(|part| part.repeat.map(|repeat| repeat.rows))
            .collect();
        assert_eq!(printed, rows, "{}", form.id);
    }
}

#[test]
fn a_milestone_is_printed_as_it_is_remembered() {
    let profile = record(&PROFILE, json!({"birth": "2020-09-03"}));
    let milestones = json!({
        "neck": {"years": "0", "months": "4"},
        "roll": {"months": "14"},
        "sit": {"state": "not_yet"},
        "creep": {"state": "forgotten"},
        "walk": {"on": "2022-02-11"},
        "babble": {"on": "2021"},
    });
    let milestones = record(&EARLY_YEARS, milestones);
    let pages = print(&[
        (&PROFILE, Some(&profile)),
        (&EARLY_YEARS, Some(&milestones)),
    ]);
    in_order(
        &text(&pages[1]),
        &[
            "首すわり\n0歳　4ヶ月",
            "寝返り\n1歳　2ヶ月",
            "おすわり\nまだ",
            "ずり這い\nおぼえていない",
            "独り歩き\n1歳　5ヶ月\n2022年2月11日",
            "喃語\n2021年（令和3年）",
        ],
    );
}

#[test]
fn the_age_of_the_parent_is_that_on_the_day_of_the_consultation() {
    let answers = json!({"birth": "1988-05-21", "date": "2026-05-20"});
    let pages = filled(&EMPLOYMENT, answers);
    assert!(text(&pages[0]).contains("1988年5月21日（37歳）"));
    assert_eq!(pages[0].foot.day, "相談日 2026年5月20日");
}

#[test]
fn what_only_some_records_tell_stands_with_its_name_where_it_was_told() {
    let rows = json!({"rows": [
        {"kind": "therapy", "place": "ひだまりの木", "frequency": "週2回", "share": "ask"},
        {"place": "けやき並木"},
    ]});
    let text = text(&filled(&CARE, rows)[0]);
    assert!(text.contains("区分［療育］"));
    assert_eq!(text.matches("回数・頻度：週2回").count(), 1);
    assert_eq!(text.matches("回数・頻度").count(), 1);
    assert!(!text.contains("見せてよい範囲") && !text.contains("渡すとき選ぶ"));
}

#[test]
fn a_photo_is_mentioned_on_paper() {
    let file = json!({"id": "", "key": "", "media": "image/jpeg", "size": 1, "name": ""});
    let pages = filled(&PAPERS, json!({"rows": [{"files": [file]}]}));
    assert!(text(&pages[0]).contains("写真・PDF 1件"));
}

#[test]
fn a_very_long_name_stays_on_its_two_lines_of_the_foot() {
    let name = "あ".repeat(60);
    let pages = filled(&PROFILE, json!({"name": name}));
    assert_eq!(pages[0].foot.name, format!("{}…", "あ".repeat(30)));
}

#[test]
fn a_fourth_school_goes_on_under_the_same_stage() {
    let schools: Value = (1..=4)
        .map(|n| json!({"name": format!("第{n}小学校")}))
        .collect();
    let pages = filled(&ENROLMENT, json!({"primary": schools}));
    assert_eq!(pages.len(), 2);
    in_order(&text(&pages[1]), &["小学校", "学校名（第4小学校）"]);
    assert!(!tables(&pages[1])[0].joined);
}

#[test]
fn nothing_is_written_on_a_blank_sheet_nor_at_its_foot() {
    for form in ALL {
        let pages = blank(form);
        assert_eq!(written(&pages), [""; 0]);
        assert_eq!((&*pages[0].foot.name, &*pages[0].foot.day), ("", ""));
    }
}

#[test]
fn every_question_has_a_place_in_its_layout() {
    for section in ALL.iter().flat_map(|form| form.sections) {
        for question in section.asked() {
            let printed = !question.role.is_some_and(Role::is_for_the_app);
            assert_eq!(
                section.paper.places(question.id),
                printed || matches!(section.paper, Paper::Plain),
                "{}",
                question.id
            );
        }
    }
}

#[test]
fn every_answer_stands_on_paper_exactly_once() {
    let pages = filled(
        &PROFILE,
        json!({
            "date": "2026-11-08", "kana": "たかさき　よしの", "name": "髙﨑　𠮷乃", "sex": "女",
            "birth": "2021-09-14", "postcode": "1800012", "address": "武蔵野市緑町0丁目",
            "family": [{"relation": "父", "kana": "たかさき　なおと", "name": "髙﨑　直人",
                        "birth": "1988-02-03", "living": "apart"}],
            "contacts": [{"relation": "母", "kana": "たかさき　みさき", "name": "髙﨑　美咲",
                          "phone": "09000001234"}],
        }),
    );
    let mut expected = vec![
        "2026",
        "11",
        "8",
        "たかさき　よしの",
        "髙﨑　𠮷乃",
        "女",
        "2021",
        "9",
        "14",
        "5",
        "1",
        "180-0012",
        "武蔵野市緑町0丁目",
        "父",
        "たかさき　なおと",
        "髙﨑　直人",
        "1988",
        "2",
        "3",
        "母",
        "たかさき　みさき",
        "髙﨑　美咲",
        "090-0000-1234",
    ];
    let mut found = written(&pages);
    expected.sort_unstable();
    found.sort_unstable();
    assert_eq!(found, expected);
    assert!(text(&pages[0]).contains("同居・(別居)"));
}

#[test]
fn what_the_paper_prints_into_an_address_gives_way_to_an_answer() {
    let pages = filled(&PROFILE, json!({"address": "三鷹市野崎"}));
    let text = text(&pages[0]);
    assert!(text.contains("〒\n三鷹市野崎"));
    assert!(!text.contains("武蔵野市") && !text.contains("180"));
}

#[test]
fn a_partial_date_keeps_its_precision() {
    let when = |from| {
        let answers = json!({"rows": [{"when": {"from": from}}]});
        words(&lines_of(&filled(&MEDICATION, answers)[0])[4])
    };
    assert_eq!(when(json!("2024")), "2024年　　月　　日");
    assert_eq!(when(json!("2024-04")), "2024年　4月　　日");
    assert_eq!(when(json!("2024-12")), "2024年12月　　日");
    assert_eq!(when(json!("2024-04-01")), "2024年4月1日");
    assert_eq!(
        when(json!({"year": "2022", "month": "冬ごろ"})),
        "2022年冬ごろ"
    );
}

#[test]
fn a_medicine_still_taken_says_so() {
    let answers = json!({"rows": [{"when": {"from": "2024", "ongoing": true}}]});
    assert!(text(&filled(&MEDICATION, answers)[0]).contains("～　いまも"));
}

#[test]
fn the_age_is_reckoned_from_the_birth_on_another_sheet() {
    let profile = record(&PROFILE, json!({"birth": "2021-09-14"}));
    let introduction = record(&INTRODUCTION, json!({"date": "2026-11-08"}));
    let pages = print(&[
        (&PROFILE, Some(&profile)),
        (&INTRODUCTION, Some(&introduction)),
    ]);
    assert!(text(&pages[1]).contains("記入日現在の年齢　5歳　1カ月"));
}

#[test]
fn twelve_relatives_continue_on_a_second_sheet_of_the_same_table() {
    let pages = filled(&PROFILE, json!({"family": relatives(12)}));
    assert_eq!(pages.len(), 2);
    assert_eq!(tables(&pages[0])[1].made, 8);
    assert_eq!(
        tables(&pages[0])[2].entries.len(),
        2,
        "the contacts stay on the first"
    );
    assert!(pages[1].continued && !pages[0].continued);
    assert_eq!(tables(&pages[1]).len(), 1);
    assert_eq!(tables(&pages[1])[0].made, 4);
    assert_eq!(tables(&pages[1])[0].entries.len(), 8);
}

#[test]
fn the_numbers_of_contacts_go_on() {
    let pages = filled(
        &PROFILE,
        json!({"contacts": [{"name": "あ"}, {"name": "い"}, {"name": "う"}]}),
    );
    let table = tables(&pages[1])[0];
    let numbers: Vec<_> = table
        .entries
        .iter()
        .map(|rows| words(&rows[0][0].lines[0]))
        .collect();
    assert_eq!(numbers, ["3", "4"]);
}

#[test]
fn every_page_says_whose_it_is_what_it_is_when_and_how_many() {
    let profile = json!({"name": "青木　はる", "date": "2026-11-08", "family": relatives(12)});
    let (profile, pills) = (record(&PROFILE, profile), record(&MEDICATION, json!({})));
    let pages = print(&[(&PROFILE, Some(&profile)), (&MEDICATION, Some(&pills))]);
    let foot = |page: &Page| {
        let foot = &page.foot;
        (
            foot.name.clone(),
            foot.sheet,
            foot.day.clone(),
            foot.number,
            foot.of,
        )
    };
    let name = || "青木　はる".to_owned();
    let day = || "記入日 2026年11月8日".to_owned();
    let printed = "2026年11月20日 印刷".to_owned();
    assert_eq!(
        pages.iter().map(foot).collect::<Vec<_>>(),
        [
            (name(), "私のプロフィール", day(), 1, 3),
            (name(), "私のプロフィール", day(), 2, 3),
            (name(), "服薬の記録", printed, 3, 3),
        ]
    );
}

#[test]
fn a_long_story_continues_behind_the_sheet_and_loses_nothing() {
    let stories: Vec<_> = (0..500).map(|n| format!("{n}のはなし。")).collect();
    let story = stories.concat();
    let pages = filled(&INTRODUCTION, json!({"episode": story, "likes": "電車"}));
    assert!(pages.len() > 1);
    assert_eq!(
        areas(&pages[0]).len(),
        4,
        "all boxes stay on the first page"
    );
    let last = &areas(&pages[0])[3].lines[0];
    assert_eq!(
        last.inks.last(),
        Some(&Ink::Small("（別紙1につづく）".to_owned()))
    );
    assert_eq!(areas(&pages[1])[0].label, "別紙1　特徴的なエピソードなど");
    let parts = written(&pages).into_iter().filter(|text| text != "電車");
    assert_eq!(parts.collect::<String>(), story);
}

#[test]
fn a_long_remark_in_a_row_continues_behind_the_sheet() {
    let remark = "夕ごはんのあと。".repeat(60);
    let pages = filled(&MEDICATION, json!({"rows": [{}, {"remarks": remark}]}));
    assert_eq!(pages.len(), 2);
    assert_eq!(
        areas(&pages[1])[0].label,
        "別紙1　備考（服薬の時間など）（薬2）"
    );
    assert_eq!(written(&pages).concat(), remark);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_is_written_is_on_paper_to_the_last_character(
        story in "(\\PC|\n){1,2000}",
        remark in "\\PC{1,400}",
    ) {
        prop_assume!(!story.trim().is_empty() && !remark.trim().is_empty());
        let pages = filled(&INTRODUCTION, json!({"episode": story}));
        prop_assert_eq!(written(&pages).concat(), story);
        let pages = filled(&MEDICATION, json!({"rows": [{"clinic": remark}]}));
        prop_assert_eq!(written(&pages).concat(), remark);
    }
}

#[test]
fn short_texts_leave_their_room_to_a_long_one() {
    let pages = filled(
        &INTRODUCTION,
        json!({"likes": "電車がすきです。".repeat(100)}),
    );
    assert_eq!(pages.len(), 1);
}

#[test]
fn rows_that_grow_push_entries_but_not_empty_rows_to_the_next_page() {
    let row = json!({"medicine": "朝と夕に半分ずつ、ヨーグルトにまぜて飲みます。".repeat(2)});
    let rows = |count| filled(&MEDICATION, json!({"rows": vec![row.clone(); count]}));
    assert_eq!(rows(5).len(), 1);
    let pages = rows(12);
    let made: usize = pages.iter().map(|page| tables(page)[0].made).sum();
    assert_eq!((pages.len(), made), (2, 12));
}

#[test]
fn a_retired_question_is_printed_only_where_it_was_answered() {
    static FORM: Form = Form {
        sections: &[
            section(
                "old",
                t("むかし", "", ""),
                &[
                    date("day", t("日", "", "")),
                    lines("gone", t("なくなった質問", "", "")).retired(),
                ],
            ),
            repeat(
                "rows",
                t("くりかえし", "", ""),
                2,
                t("", "", ""),
                t("行", "", ""),
                &[
                    one(
                        "kind",
                        t("種類", "", ""),
                        &[Choice::new("a", t("甲", "", ""))],
                    ),
                    lines("left", t("消えた列", "", "")).retired(),
                ],
            )
            .paper(Paper::Grid {
                title_above: false,
                widths: &[0],
                rows: &[&[stepnote::form::Cell::answer(&["kind"])]],
            }),
        ],
        ..PROFILE
    };
    let without = text(&blank(&FORM)[0]);
    assert!(!without.contains("なくなった質問") && !without.contains("消えた列"));
    let with = json!({"gone": "それでも残る", "rows": [{}, {"left": "ここにも"}]});
    in_order(
        &text(&filled(&FORM, with)[0]),
        &[
            "なくなった質問",
            "それでも残る",
            "消えた列（行2）",
            "ここにも",
        ],
    );
}

#[test]
fn answers_of_a_newer_version_are_mentioned() {
    let pages = filled(&MEDICATION, json!({"later": 1}));
    assert!(text(&pages[0]).contains("新しい版で書かれた項目が1件"));
}

fn in_manner(manner: Manner, filled: bool) -> Vec<Page> {
    let note = family::note();
    let records: Vec<_> = ALL.iter().map(|form| (form, note.record(form))).collect();
    let sheets: Vec<_> = records
        .iter()
        .map(|(form, record)| (*form, filled.then_some(record)))
        .collect();
    Printing {
        sheets: &sheets,
        facts: Facts::of(records.iter().map(|(form, record)| (*form, record))),
        name: "",
        today: None,
        manner,
        ..Printing::default()
    }
    .pages()
}

fn every_manner() -> Vec<Manner> {
    let both = [false, true];
    let mut all = Vec::new();
    for holes in both {
        for large in both {
            for beside in [None, Some(Lang::En)] {
                all.extend(both.map(|readings| Manner {
                    holes,
                    large,
                    readings,
                    beside,
                }));
            }
        }
    }
    all
}

#[test]
fn in_whatever_manner_it_is_printed_nothing_that_was_written_is_missing() {
    let sorted = |manner| {
        let mut words = written(&in_manner(manner, true));
        words.sort_unstable();
        words
    };
    let wanted = sorted(Manner::default());
    for manner in every_manner() {
        assert_eq!(sorted(manner), wanted, "{manner:?}");
    }
}

#[test]
fn in_whatever_manner_it_is_printed_a_blank_sheet_has_all_its_rows() {
    for manner in every_manner()
        .into_iter()
        .filter(|manner| !manner.large && manner.beside.is_none())
    {
        let tables: usize = in_manner(manner, false)
            .iter()
            .flat_map(tables)
            .filter(|table| table.name == PROFILE.sections[3].title.ja)
            .map(|table| table.made)
            .sum();
        assert_eq!(tables, 2, "{manner:?}");
    }
}

#[test]
fn large_print_asks_every_question_that_is_not_folded() {
    let manner = Manner {
        large: true,
        ..Manner::default()
    };
    let pages = in_manner(manner, false);
    let print: String = pages.iter().map(text).collect();
    for form in ALL {
        for question in form.sections.iter().flat_map(|part| part.questions) {
            let printed = !question.folded;
            assert!(
                !printed || print.contains(bare(question.label.ja)),
                "{}",
                question.id
            );
        }
    }
}

#[test]
fn another_language_stands_beside_the_official_labels_and_takes_none_away() {
    let manner = Manner {
        beside: Some(Lang::En),
        ..Manner::default()
    };
    let print: String = in_manner(manner, false).iter().map(text).collect();
    for form in ALL {
        let asked = form.sections.iter().flat_map(|part| part.questions);
        let labels = asked.filter(|question| !question.folded && !question.retired);
        for label in labels.map(|question| question.label) {
            assert!(print.contains(bare(label.ja)), "{}", label.ja);
            assert!(print.contains(label.en), "{}", label.en);
        }
    }
}

/// A label without what stands small behind it.
fn bare(label: &str) -> &str {
    label.split('（').next().unwrap_or(label)
}

#[test]
fn what_does_not_go_with_its_sheet_can_be_left_off_the_paper() {
    let note = family::note();
    let record = note.record(&CARE);
    let printing = |sensitive| {
        let pages = Printing {
            sheets: &[(&CARE, Some(&record))],
            facts: Facts::default(),
            name: "",
            today: None,
            sensitive,
            ..Printing::default()
        }
        .pages();
        pages.iter().map(text).collect::<String>()
    };
    for words in [
        "南野",
        "自閉スペクトラム症",
        "9900000123",
        "ひまわり家族相談室",
    ] {
        assert!(printing(true).contains(words), "{words}");
        assert!(!printing(false).contains(words), "{words}");
    }
    assert!(printing(false).contains("けやき並木発達クリニック"));
}

/// Pages told from a note.
fn briefs(note: &Note, manner: Manner, sensitive: bool) -> Vec<Page> {
    let records: Vec<_> = ALL.iter().map(|form| (form, note.record(form))).collect();
    let known: Vec<_> = records
        .iter()
        .map(|(form, record)| (*form, record))
        .collect();
    Printing {
        facts: Facts::of(known.iter().copied()),
        today: PartialDate::day(2026, 11, 21),
        manner,
        sensitive,
        briefs: &Brief::ALL,
        known: &known,
        ..Printing::default()
    }
    .pages()
}

/// All that stands in the boxes of a page.
fn boxes(page: &Page) -> String {
    let areas = areas(page);
    let told = areas.iter().map(|area| {
        let lines: Vec<_> = area.lines.iter().map(words).collect();
        format!("{}\n{}\n", area.label, lines.join("\n"))
    });
    told.collect()
}

#[test]
fn the_page_to_read_first_says_who_what_matters_and_whom_to_call() {
    let pages = briefs(&family::note(), Manner::default(), true);
    let told = boxes(&pages[0]);
    in_order(
        &told,
        &[
            "だれ",
            family::CHILD,
            "たかさき",
            "ひなちゃん",
            "2020年9月3日生まれ（6歳2カ月）",
            "好きなこと・得意なこと\n電車とバスが大好きで",
            "嫌いなこと・苦手なこと\n大きな音",
            "こうすると助かります\nイヤーマフ",
            "いまの薬",
            "保湿剤（ヘパリン類似物質）（こもれび坂皮ふ科）",
            "メラトニン顆粒",
            "いま通っているところ・支援",
            "こぶし野こども園",
            "けやき並木発達クリニック（医療、南野",
            "連絡先",
            "090-0000-1234",
        ],
    );
    assert!(
        !told.contains("細粒4mg") && !told.contains("どんぐり坂"),
        "what is over"
    );
}

#[test]
fn the_card_tells_of_the_child_in_the_words_of_the_parent() {
    let pages = briefs(&family::note(), Manner::default(), true);
    let told = boxes(&pages[1]);
    in_order(
        &told,
        &[
            "呼び方",
            "ひなちゃん",
            "好きなこと",
            "電車とバス",
            "苦手なこと",
            "イヤーマフがあれば",
            "こうすると助かります",
            "運動会にも出られました。",
        ],
    );
}

#[test]
fn the_page_for_school_gathers_what_is_written_and_leaves_room_for_wishes() {
    let pages = briefs(&family::note(), Manner::default(), false);
    let told = boxes(&pages[2]);
    in_order(
        &told,
        &[
            "だれ",
            family::CHILD,
            "家庭での様子",
            "好きなこと・得意なこと\n電車とバス",
            "嫌いなこと・苦手なこと\n大きな音",
            "うまくいった工夫・続けてほしいこと",
            "運動会にも出られました。",
            "いま通っているところ・支援",
            "こぶし野こども園",
            "学校へのお願い（手で書くところ）",
        ],
    );
    assert!(!told.contains("南野"), "a name that is asked for by itself");
}

#[test]
fn another_city_prints_its_own_name_where_the_address_goes() {
    let city = ["〒999-".to_owned(), "みずうみ市".to_owned()];
    let pages = Printing {
        sheets: &[(&PROFILE, None)],
        city: &city,
        ..Printing::default()
    }
    .pages();
    let text = text(&pages[0]);
    assert!(text.contains("〒999-") && text.contains("みずうみ市"));
    assert!(!text.contains("180") && !text.contains("武蔵野市"));
}

/// What happened, as the page of printing tells it.
fn told(count: usize) -> Vec<Told> {
    let one = |at: usize| Told {
        when: format!("{}年4月", 2000 + at),
        age: format!("{at}歳"),
        what: format!("できごと{at}"),
        detail: "どんぐり坂クリニック".to_owned(),
        kind: "医療・療育・相談",
    };
    (0..count).map(one).collect()
}

fn story(told: &[Told], manner: Manner) -> Vec<Page> {
    Printing {
        told,
        manner,
        today: PartialDate::day(2026, 11, 21),
        name: family::CHILD,
        ..Printing::default()
    }
    .pages()
}

#[test]
fn the_story_so_far_is_printed_in_order_over_as_many_pages_as_it_takes() {
    for manner in [
        Manner::default(),
        Manner {
            large: true,
            readings: true,
            ..Manner::default()
        },
    ] {
        let pages = story(&told(90), manner);
        assert!(pages.len() > 1, "{}", pages.len());
        assert!(pages.iter().all(|page| page.title == "これまでの記録"));
        let last = pages.last().expect("a page");
        assert_eq!(last.foot.number, last.foot.of);
        assert_eq!(last.foot.day, "2026年11月21日 印刷");
        let all: String = pages.iter().map(text).collect();
        let found: Vec<usize> = (0..90)
            .filter_map(|at| all.find(&format!("できごと{at}\n")))
            .collect();
        assert_eq!(found.len(), 90);
        assert!(found.is_sorted());
    }
    assert_eq!(story(&[], Manner::default()), []);
}

#[test]
fn a_very_long_event_leaves_the_others_their_room() {
    let mut told = told(3);
    told[1].what = "あ".repeat(5000);
    let pages = story(&told, Manner::default());
    assert_eq!(pages.len(), 1);
    assert!(text(&pages[0]).contains("あ…"));
}

#[test]
fn what_is_for_the_family_only_is_on_no_page_that_tells_it_briefly() {
    let record = json!({"rows": [{"place": "ひまわり", "when": {"from": "2025", "ongoing": true},
        "worked": "だきしめる", "share": "family"}]});
    let mut note = Note::default();
    note.put(&CARE, &self::record(&CARE, record));
    let told: String = briefs(&note, Manner::default(), true)
        .iter()
        .map(boxes)
        .collect();
    assert!(!told.contains("ひまわり") && !told.contains("だきしめる"));
}

#[test]
fn who_supports_the_child_is_named_briefly_only_where_all_is_printed() {
    let told = |sensitive| boxes(&briefs(&family::note(), Manner::default(), sensitive)[0]);
    assert!(told(true).contains("南野") && !told(false).contains("南野"));
    assert!(told(false).contains("けやき並木発達クリニック"));
}

#[test]
fn the_brief_pages_and_the_sheets_behind_them_are_counted_together() {
    let note = family::note();
    let record = note.record(&PROFILE);
    let pages = Printing {
        sheets: &[(&PROFILE, Some(&record))],
        briefs: &Brief::ALL,
        known: &[(&PROFILE, &record)],
        ..Printing::default()
    }
    .pages();
    let foot = |page: &Page| (page.foot.name.clone(), page.foot.number, page.foot.of);
    let feet: Vec<_> = pages.iter().map(foot).collect();
    let name = || family::CHILD.to_owned();
    assert_eq!(feet, [1, 2, 3, 4].map(|number| (name(), number, 4)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn whatever_is_known_the_first_page_is_read_in_ninety_seconds(note in answers::note()) {
        for manner in every_manner() {
            let pages = briefs(&note, manner, true);
            prop_assert_eq!(pages.len(), Brief::ALL.len());
            // Six hundred characters a minute.
            prop_assert!(boxes(&pages[0]).chars().count() <= 900);
        }
    }
}

/// Everything the blank sheets print, but for answers.
/// Whether it looks like a paper of the city; else it is printed label by label.
fn has_a_paper(form: &&Form) -> bool {
    let ruled = |part: &Section| !matches!(part.paper, Paper::Plain);
    form.sections.iter().any(ruled)
}

fn all_print() -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for page in briefs(&family::note(), Manner::default(), true) {
        all.push(page.title.to_owned());
        all.extend(areas(&page).iter().map(|area| area.label.clone()));
    }
    let story = story(&[Told::default()], Manner::default());
    let sheets = ALL.iter().filter(has_a_paper).flat_map(blank);
    for page in sheets.chain(story) {
        all.push(page.title.to_owned());
        all.push(text(&page));
        for table in tables(&page) {
            all.extend(table.title.clone());
        }
        for area in areas(&page) {
            all.push(area.label.clone());
            all.extend(area.hint.map(str::to_owned));
        }
        let lines = lines_of(&page).into_iter();
        all.extend(lines.filter_map(|line| Some(line.bracket?.label.to_owned())));
    }
    all
}

#[test]
fn every_kanji_of_the_form_has_its_reading() {
    let mut without: Vec<String> = Vec::new();
    for text in all_print() {
        for (words, reading) in with_readings(&text) {
            let kanji = |c: char| ('\u{4E00}'..='\u{9FFF}').contains(&c) && !"年月日歳".contains(c);
            if reading.is_none() && words.contains(kanji) {
                without.push(words.to_owned());
            }
        }
    }
    assert_eq!(without, [""; 0]);
}

/// The 1026 kanji that elementary schools teach, a line for each year of school
/// (学年別漢字配当表, 小学校学習指導要領 平成29年告示).
const AT_SCHOOL: &str = include_str!("support/school_kanji.txt");

#[test]
fn a_word_is_hard_when_elementary_school_does_not_teach_its_kanji() {
    let learnt: std::collections::BTreeSet<char> =
        AT_SCHOOL.chars().filter(|c| *c != '\n').collect();
    assert_eq!(learnt.len(), 1026);
    let kanji = |c: &char| ('\u{4e00}'..='\u{9fff}').contains(c);
    let mut hard = 0;
    for text in all_print() {
        for (word, reading) in with_readings(&text) {
            let unlearnt = word.chars().filter(kanji).any(|c| !learnt.contains(&c));
            if reading.is_some() {
                assert_eq!(is_hard(word), unlearnt, "{word}");
                hard += usize::from(unlearnt);
            }
        }
    }
    assert!(hard > 0, "年齢 is one");
}

#[test]
fn readings_take_nothing_from_what_they_stand_over() {
    for text in all_print() {
        let pieces: String = with_readings(&text)
            .iter()
            .map(|(words, _)| *words)
            .collect();
        assert_eq!(pieces, text);
    }
}

#[test]
fn a_reading_stands_over_the_longest_word() {
    assert_eq!(
        with_readings("電話番号と記入日（年）"),
        [
            ("電話", Some("でんわ")),
            ("番号", Some("ばんごう")),
            ("と", None),
            ("記入日", Some("きにゅうび")),
            ("（年）", None),
        ]
    );
}

#[test]
fn no_reading_is_wider_than_room_can_be_made_for() {
    // Half as large as its word, it may stand out by half a character.
    for text in all_print() {
        for (words, reading) in with_readings(&text) {
            let wide = reading.map_or(0, |reading| reading.chars().count());
            assert!(wide <= 2 * words.chars().count() + 2, "{words}");
        }
    }
}

#[test]
fn the_style_sheet_has_the_sizes_that_were_reckoned_with() {
    let css = include_str!("../style/rest/sheet.css");
    for size in stepnote::paper::Size::ALL {
        let (points, lines) = size.points();
        let rule = format!(
            ".{} {{ font-size: calc({points} * var(--pt)); line-height: {lines};",
            size.class()
        );
        assert!(css.contains(&rule), "{rule}");
        assert!(points >= 9.0, "no type on paper is under 9 pt");
    }
}

/// A parent who has chosen dark colours would have pale words on white paper.
#[test]
fn no_dark_colour_comes_to_paper() {
    let style = Path::new(env!("CARGO_MANIFEST_DIR")).join("style");
    let folders = [style.clone(), style.join("rest")].map(|folder| fs::read_dir(folder).unwrap());
    for file in folders.into_iter().flatten().flatten() {
        let path = file.path();
        if path.extension().is_none_or(|end| end != "css") {
            continue;
        }
        let css = fs::read_to_string(&path).unwrap();
        let mut on_paper = css.split("@media screen");
        let mut kept: Vec<&str> = on_paper.next().into_iter().collect();
        kept.extend(on_paper.map(behind_the_block));
        assert!(
            kept.iter().all(|css| !css.contains("data-theme=\"dark\"")),
            "{}",
            path.display()
        );
    }
}

/// What stands after the first `{` and the `}` that belongs to it.
fn behind_the_block(css: &str) -> &str {
    let mut depth = 0;
    let end = css.char_indices().find(|(_, letter)| {
        depth += i32::from(*letter == '{') - i32::from(*letter == '}');
        *letter == '}' && depth == 0
    });
    end.map_or("", |(at, _)| &css[at + 1..])
}
