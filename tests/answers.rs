//! Holds what is understood of what a person typed: ages, eras, partial dates, telephone numbers,
//! postal codes and readings. Vectors: forms.md §1.10, ux.md F09 to F17.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/answers.rs"]
mod answers;
#[path = "support/table.rs"]
mod table;

use proptest::prelude::*;
use stepnote::answer::{
    Age, Answer, PartialDate, Period, Pupil, SchoolYear, Stage, Typed, Unclear, age, era_year,
    hiragana, narrow, phone, postcode, school_entry, school_year, wareki, year_from_era,
};
use stepnote::directory::Directory;
use stepnote::text::Lang;
use table::holds;

/// The date of an ISO 8601 text of any precision.
fn on(iso: &str) -> PartialDate {
    let typed = Typed::from_iso(iso).expect("ISO 8601");
    typed.understood().expect("a date")
}

fn typed(year: &str, month: &str, day: &str) -> Typed {
    let [year, month, day] = [year, month, day].map(str::to_owned);
    Typed { year, month, day }
}

fn months((birth, day): (&str, &str)) -> Option<(u16, u8)> {
    age(on(birth), on(day)).map(|age| (age.years, age.months))
}

#[test]
fn an_age_is_complete_at_the_end_of_the_day_before_the_birthday() {
    holds(
        &[
            (("2020-02-29", "2021-02-28"), Some((0, 11))),
            (("2020-02-29", "2021-03-01"), Some((1, 0))),
            (("2020-02-29", "2024-02-29"), Some((4, 0))),
            (("2020-01-31", "2020-02-29"), Some((0, 0))),
            (("2020-01-31", "2020-03-01"), Some((0, 1))),
            (("2020-04-01", "2026-03-31"), Some((5, 11))),
            (("2020-04-01", "2026-04-01"), Some((6, 0))),
            (("2026-08-31", "2026-09-30"), Some((0, 0))),
            (("2026-08-31", "2026-10-01"), Some((0, 1))),
            (("2020-08-31", "2020-09-30"), Some((0, 0))),
            (("2020-08-31", "2020-10-01"), Some((0, 1))),
            (("2020-09-03", "2020-09-03"), Some((0, 0))),
        ],
        months,
    );
}

#[test]
fn nobody_has_an_age_before_birth() {
    let none = [("2020-09-03", "2020-09-02"), ("2020-09-03", "2019-12-31")];
    holds(&none.map(|days| (days, None)), months);
}

#[test]
fn an_age_is_never_guessed_from_a_date_that_is_not_a_whole_day() {
    let none = [
        ("2020", "2026-11-21"),
        ("2020-09", "2026-11-21"),
        ("2020-09-03", "2026-11"),
        ("2020-09-03", "2026"),
    ];
    holds(&none.map(|days| (days, None)), months);
}

#[test]
fn an_age_grows_by_one_month_at_a_time_and_never_shrinks() {
    let days = |year| {
        let months = (1..=12).flat_map(|m| (1..=31).map(move |d| (m, d)));
        months.filter_map(move |(m, d)| PartialDate::day(year, m, d))
    };
    for birth in days(2020) {
        let ages: Vec<u16> = (2020..=2025)
            .flat_map(days)
            .filter_map(|day| age(birth, day))
            .map(|age| age.years * 12 + u16::from(age.months))
            .collect();
        assert_eq!(ages.first(), Some(&0), "born {}", birth.iso());
        let steady = ages.windows(2).all(|w| w[1] == w[0] || w[1] == w[0] + 1);
        assert!(steady, "born {}", birth.iso());
    }
}

#[test]
fn an_age_is_said_in_years_and_months() {
    let age = |years, months| Age { years, months };
    assert_eq!(age(0, 11).ja(), "0歳11カ月");
    assert_eq!(age(1, 1).en(), "1 year 1 month");
    assert_eq!(age(6, 2).en(), "6 years 2 months");
}

#[test]
fn an_era_begins_on_its_day() {
    holds(
        &[
            ("1912-07-29", "明治45年7月29日"),
            ("1912-07-30", "大正元年7月30日"),
            ("1926-12-24", "大正15年12月24日"),
            ("1926-12-25", "昭和元年12月25日"),
            ("1989-01-07", "昭和64年1月7日"),
            ("1989-01-08", "平成元年1月8日"),
            ("2019-04-30", "平成31年4月30日"),
            ("2019-05-01", "令和元年5月1日"),
            ("2026-11-21", "令和8年11月21日"),
            ("2026", "令和8年"),
        ]
        .map(|(iso, words)| (iso, words.to_owned())),
        |iso| wareki(on(iso)),
    );
}

#[test]
fn a_time_in_which_the_era_changed_names_both() {
    holds(
        &[
            ("2019", "平成31年・令和元年"),
            ("2019-04", "平成31年"),
            ("2019-05", "令和元年"),
            ("1989", "昭和64年・平成元年"),
            ("1989-01", "昭和64年・平成元年"),
            ("1989-02", "平成元年"),
            ("1926", "大正15年・昭和元年"),
            ("1912-07", "明治45年・大正元年"),
        ]
        .map(|(iso, words)| (iso, words.to_owned())),
        |iso| era_year(on(iso)),
    );
}

#[test]
fn a_year_is_read_in_every_way_people_write_it() {
    holds(
        &[
            ("2024", 2024),
            ("２０２４", 2024),
            (" 2024年 ", 2024),
            ("1868", 1868),
            ("2200", 2200),
            ("令和6", 2024),
            ("令和６年", 2024),
            ("令和 6 年", 2024),
            ("令和\u{3000}6", 2024),
            ("令6", 2024),
            ("れいわ6", 2024),
            ("R6", 2024),
            ("r6", 2024),
            ("Ｒ６", 2024),
            ("R.6", 2024),
            ("R. 6", 2024),
            ("令和元", 2019),
            ("平成元", 1989),
            ("平成元年", 1989),
            ("H1", 1989),
            ("H31", 2019),
            ("へいせい30", 2018),
            ("昭和64", 1989),
            ("S25", 1950),
            ("しょうわ50", 1975),
            ("T15", 1926),
            ("明治45", 1912),
        ]
        .map(|(words, year)| (words, Some(year))),
        year_from_era,
    );
}

#[test]
fn a_year_that_an_era_never_had_is_no_year() {
    let none = [
        "平成32",
        "H32",
        "昭和65",
        "S65",
        "大正16",
        "明治46",
        "令和0",
        "平成0",
        "令和183",
        "R99999",
        "慶応3",
    ];
    holds(&none.map(|words| (words, None)), year_from_era);
}

#[test]
fn what_is_no_year_is_not_made_one() {
    let none = [
        "",
        "年",
        "元",
        "0",
        "24",
        "1867",
        "2201",
        "20241",
        "-2024",
        "+2024",
        "令和",
        "令和-6",
        "R+6",
        "2024.0",
        "二〇二四",
        "2021年 春ごろ",
        "99999999999999999999",
    ];
    holds(&none.map(|words| (words, None)), year_from_era);
}

#[test]
fn an_unclear_date_says_which_part_is_unclear() {
    holds(
        &[
            (("2021", "2", "30"), Unclear::Day),
            (("2023", "2", "29"), Unclear::Day),
            (("1900", "2", "29"), Unclear::Day),
            (("2024", "4", "31"), Unclear::Day),
            (("2024", "4", "0"), Unclear::Day),
            (("2024", "4", "+5"), Unclear::Day),
            (("2024", "4", "はじめ"), Unclear::Day),
            (("2024", "13", ""), Unclear::Month),
            (("2024", "0", "1"), Unclear::Month),
            (("2024", "春", ""), Unclear::Month),
            (("2024", "", "3"), Unclear::Month),
            (("", "4", "1"), Unclear::Year),
            (("", "", ""), Unclear::Year),
            (("平成32", "4", "1"), Unclear::Year),
        ]
        .map(|(parts, unclear)| (parts, Err(unclear))),
        |(year, month, day)| typed(year, month, day).understood(),
    );
}

#[test]
fn digits_of_any_width_make_a_date() {
    let wide = typed("２０２４", " ０４ ", "１");
    assert_eq!(wide.understood(), Ok(on("2024-04-01")));
}

#[test]
fn leap_days_are_those_of_the_calendar() {
    let is_day = |year| PartialDate::day(year, 2, 29).is_some();
    holds(
        &[(2024, true), (2023, false), (1900, false), (2000, true)],
        is_day,
    );
}

#[test]
fn a_day_far_outside_every_life_is_no_day() {
    let is_day = |year| PartialDate::day(year, 1, 1).is_some();
    holds(
        &[
            (0, false),
            (1867, false),
            (1868, true),
            (2200, true),
            (2201, false),
        ],
        is_day,
    );
}

#[test]
fn a_partial_date_is_said_to_its_precision_and_never_completed() {
    let said = |iso| [on(iso).iso(), on(iso).ja(), on(iso).en(), wareki(on(iso))];
    let words = |all: [&str; 4]| all.map(str::to_owned);
    holds(
        &[
            ("2021", words(["2021", "2021年", "2021", "令和3年"])),
            (
                "2021-04",
                words(["2021-04", "2021年4月", "April 2021", "令和3年4月"]),
            ),
            (
                "2021-04-01",
                words([
                    "2021-04-01",
                    "2021年4月1日",
                    "1 April 2021",
                    "令和3年4月1日",
                ]),
            ),
        ],
        said,
    );
}

#[test]
fn what_is_not_exactly_an_iso_date_is_not_read_as_one() {
    let none = [
        "",
        "-",
        "2024-",
        "2024-4-1",
        "2024-04-00",
        "2024-00",
        "2024-00-01",
        "2024-13",
        "2021-02-30",
        "20240401",
        "2024-04-01T00:00:00Z",
        "2024-04-01-01",
        "02024",
        "+2024",
        "２０２４",
        "令和6",
        "1867-12-31",
    ];
    holds(&none.map(|iso| (iso, None)), Typed::from_iso);
}

#[test]
fn an_era_year_is_kept_as_typed_until_it_is_tidied() {
    let era = typed("令和6", "04", "");
    assert_eq!(era.iso(), None);
    assert_eq!(era.tidy(), typed("2024", "4", ""));
}

#[test]
fn an_unclear_date_is_never_tidied() {
    let unclear = typed("２０２１", "2", "30");
    assert_eq!(unclear.tidy(), unclear);
}

#[test]
fn telephone_numbers_are_grouped_as_they_are_here() {
    holds(
        &[
            ("0422601239", "0422-60-1239"),
            ("０４２２６０１２３９", "0422-60-1239"),
            ("0422 60 1239", "0422-60-1239"),
            ("0422(60)1239", "0422-60-1239"),
            ("（０４２２）６０ー１２３９", "0422-60-1239"),
            ("0422−60−1239", "0422-60-1239"),
            ("0422‐60―1239", "0422-60-1239"),
            ("0422.60.1239", "0422-60-1239"),
            ("0422/60/1239", "0422-60-1239"),
            ("0422〜60～1239", "0422-60-1239"),
            ("０４２２の６０の１２３９", "0422-60-1239"),
            ("☎ 0422・60・1239", "0422-60-1239"),
            ("042-260-1239", "0422-60-1239"),
            ("0120839002", "0120-839-002"),
            ("05000001234", "050-0000-1234"),
            ("06000001234", "060-0000-1234"),
            ("07000001234", "070-0000-1234"),
            ("08010001234", "080-1000-1234"),
            ("09000001234", "090-0000-1234"),
            ("08001234567", "0800-123-4567"),
            ("0300001234", "03-0000-1234"),
            ("0600001234", "06-0000-1234"),
        ]
        .map(|(typed, shown)| (typed, shown.to_owned())),
        phone,
    );
}

#[test]
fn a_number_dialled_from_abroad_keeps_its_country_and_every_digit() {
    holds(
        &[
            ("+81422601239", "+81 422-60-1239"),
            ("＋８１　４２２ー６０ー１２３９", "+81 422-60-1239"),
            ("+81 90 0000 1234", "+81 90-0000-1234"),
            ("+81-3-0000-1234", "+81 3-0000-1234"),
        ]
        .map(|(typed, shown)| (typed, shown.to_owned())),
        phone,
    );
}

#[test]
fn a_telephone_number_of_elsewhere_stays_as_it_was_typed() {
    holds(
        &[
            ("+81 422-60", "+81 422-60"),
            ("+81(0)422-60-1239", "+81(0)422-60-1239"),
            ("+44 20 7946 0000", "+44 20 7946 0000"),
            ("045-000-0000", "045-000-0000"),
            ("0422-60", "0422-60"),
            ("60-1239", "60-1239"),
            ("", ""),
        ]
        .map(|(typed, shown)| (typed, shown.to_owned())),
        phone,
    );
}

#[test]
fn digits_are_kept_half_width_even_where_the_number_is_not_known() {
    holds(
        &[
            ("＋８１　４２２", "+81 422"),
            ("０４５ー０００", "045ー000"),
            ("０９０　内線５", "090 内線5"),
            ("090-0000-1234（夜だけ）", "090-0000-1234(夜だけ)"),
        ]
        .map(|(typed, shown)| (typed, shown.to_owned())),
        phone,
    );
}

#[test]
fn seven_digits_make_a_postal_code() {
    let typed = [
        "1800012",
        "180-0012",
        "１８０００１２",
        "１８０ー００１２",
        "180 0012",
        "〒180-0012",
        "\u{3000}〒\u{3000}180−0012 ",
        "１８０の００１２",
    ];
    let wrong: Vec<_> = typed
        .into_iter()
        .filter(|typed| postcode(typed) != "180-0012")
        .collect();
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn an_unfinished_postal_code_stays_as_it_was_typed() {
    holds(
        &[
            ("180-", "180-"),
            ("18000120", "18000120"),
            ("SW1A 1AA", "SW1A 1AA"),
        ]
        .map(|(typed, shown)| (typed, shown.to_owned())),
        postcode,
    );
}

#[test]
fn the_postal_codes_of_the_city_say_their_town() {
    let towns = Directory::built_in().towns;
    holds(
        &[
            ("180-0000", Some("")),
            ("180-0001", Some("吉祥寺北町")),
            ("180-0002", Some("吉祥寺東町")),
            ("180-0003", Some("吉祥寺南町")),
            ("180-0004", Some("吉祥寺本町")),
            ("180-0005", Some("御殿山")),
            ("180-0006", Some("中町")),
            ("180-0011", Some("八幡町")),
            ("180-0012", Some("緑町")),
            ("180-0013", Some("西久保")),
            ("180-0014", Some("関前")),
            ("180-0021", Some("桜堤")),
            ("180-0022", Some("境")),
            ("180-0023", Some("境南町")),
            ("180-8777", None),
            ("180-0007", None),
            ("181-0001", None),
            ("180-", None),
            ("1800001", None),
            ("", None),
        ],
        |code| towns.town(code),
    );
}

#[test]
fn an_address_is_begun_by_its_postal_code_and_nothing_written_is_lost() {
    let towns = Directory::built_in().towns;
    holds(
        &[
            (("180-0012", ""), Some("武蔵野市緑町")),
            (("180-0012", "\u{3000}"), Some("武蔵野市緑町")),
            (("180-0012", "武蔵野市"), Some("武蔵野市緑町")),
            (("180-0012", "東京都"), Some("東京都武蔵野市緑町")),
            (("180-0012", "東京都武蔵野市"), Some("東京都武蔵野市緑町")),
            (("180-0000", ""), Some("武蔵野市")),
            // Another town of the city: what stands behind it stays.
            (
                ("180-0022", "武蔵野市境南町2-2-28"),
                Some("武蔵野市境2-2-28"),
            ),
            (("180-0023", "境2-2-28"), Some("境南町2-2-28")),
            (("180-0022", "緑町"), Some("武蔵野市境")),
            // It is there already, or something of her own is.
            (("180-0012", "武蔵野市緑町2-2-28"), None),
            (("180-0022", "武蔵野市境2-2-28"), None),
            (("180-0023", "武蔵野市境南町"), None),
            (("180-0000", "武蔵野市"), None),
            (("180-0000", "武蔵野市緑町2-2-28"), None),
            (("180-0012", "武蔵野市役所のうら"), None),
            (("180-0012", "三鷹市下連雀"), None),
            (("180-8777", ""), None),
            (("181-0013", ""), None),
        ]
        .map(|(given, address)| (given, address.map(str::to_owned))),
        |(code, written)| towns.address_from(code, written),
    );
}

#[test]
fn school_begins_in_the_april_after_the_sixth_birthday() {
    holds(
        &[
            ("2019-04-01", Some(2025)),
            ("2019-04-02", Some(2026)),
            ("2020-04-01", Some(2026)),
            ("2020-04-02", Some(2027)),
            ("2020-01-01", Some(2026)),
            ("2020-12-31", Some(2027)),
            ("2020-03", Some(2026)),
            ("2020-05", Some(2027)),
            // In April the day decides, and a year alone says nothing.
            ("2020-04", None),
            ("2020", None),
        ],
        |birth| school_entry(on(birth).into()),
    );
}

#[test]
fn a_school_year_turns_on_the_first_of_april() {
    use Stage::{After, Before, Elementary, HighSchool, JuniorHigh, Kindergarten};
    holds(
        &[
            (("2020-04-02", "2024-03-31"), Before),
            (("2020-04-02", "2024-04-01"), Kindergarten(1)),
            (("2020-04-02", "2027-03"), Kindergarten(3)),
            (("2020-04-02", "2027-04"), Elementary(1)),
            (("2020-04-01", "2026-04-01"), Elementary(1)),
            (("2020-04-02", "2033-03-31"), Elementary(6)),
            (("2020-04-02", "2033-04-01"), JuniorHigh(1)),
            (("2020-04-02", "2036-03-31"), JuniorHigh(3)),
            (("2020-04-02", "2036-04-01"), HighSchool(1)),
            (("2020-04-02", "2039-03-31"), HighSchool(3)),
            (("2020-04-02", "2039-04-01"), After),
            (("2020-04-02", "2020-04-02"), Before),
        ]
        .map(|(days, stage)| (days, Some(stage))),
        |(birth, day)| Some(school_year(on(birth).into(), on(day))?.stage),
    );
}

#[test]
fn a_school_year_is_another_one_where_school_begins_later_or_earlier() {
    holds(
        &[
            ((1, "2027-04-01"), Stage::Kindergarten(3)),
            ((1, "2028-04-01"), Stage::Elementary(1)),
            ((0, "2028-04-01"), Stage::Elementary(2)),
            ((-1, "2028-04-01"), Stage::Elementary(3)),
            ((-1, "2026-03-31"), Stage::Kindergarten(3)),
        ]
        .map(|(child, stage)| (child, Some(stage))),
        |(later, day)| {
            let birth = on("2020-04-02");
            Some(school_year(Pupil { birth, later }, on(day))?.stage)
        },
    );
}

#[test]
fn there_is_no_school_year_before_birth_or_without_a_month() {
    let none = [
        ("2020-04-02", "2020-03-31"),
        ("2020-04-02", "2026"),
        ("2020", "2026-04"),
    ];
    holds(&none.map(|days| (days, None)), |(birth, day)| {
        school_year(on(birth).into(), on(day))
    });
}

#[test]
fn a_school_year_is_said_with_the_april_in_which_school_begins() {
    let said = |stage| {
        let year = SchoolYear { entry: 2027, stage };
        Lang::ALL.map(|lang| year.words(lang))
    };
    assert_eq!(said(Stage::Before)[0], "小学校入学は2027年4月");
    assert_eq!(
        said(Stage::Kindergarten(3))[0],
        "年長・小学校入学は2027年4月"
    );
    assert_eq!(
        said(Stage::Elementary(1)),
        [
            "小学1年生",
            "しょうがく 1ねんせい",
            "elementary school year 1"
        ]
    );
    assert_eq!(said(Stage::HighSchool(3))[0], "高校3年生");
    assert_eq!(said(Stage::After), ["", "", ""]);
}

#[test]
fn only_wide_forms_of_plain_characters_are_narrowed() {
    assert_eq!(narrow("ＡＢｃ１２３　（＋）"), "ABc123 (+)");
    let untouched = "髙\u{FA11}\u{FA19}\u{20BB7} ｶﾞ ー㋿①〒ﬁ";
    assert_eq!(narrow(untouched), untouched);
}

#[test]
fn a_reading_is_hiragana_whatever_kana_was_typed() {
    holds(
        &[
            ("むさし", "むさし"),
            ("ムサシ", "むさし"),
            ("ﾑｻｼ", "むさし"),
            ("ﾀｶｻｷ\u{3000}ﾋﾅﾀ", "たかさき\u{3000}ひなた"),
            ("ｶﾞｷﾞ ﾊﾟﾋﾞ ｳﾞ", "がぎ ぱび ゔ"),
            ("ヴァレリア・ロサーリア", "ゔぁれりあ・ろさーりあ"),
            ("ｦｧｯｰﾝ", "をぁっーん"),
            ("ヵヶヽヾ", "ゕゖゝゞ"),
        ]
        .map(|(typed, kana)| (typed, kana.to_owned())),
        hiragana,
    );
}

#[test]
fn what_is_no_kana_stays_in_a_reading() {
    let others = [
        "髙\u{FA11}",
        "Maria",
        "ヷ",
        "ﾞ",
        "あﾟ",
        "か\u{3099}",
        "👧",
        "",
    ];
    holds(&others.map(|other| (other, other.to_owned())), hiragana);
}

#[test]
fn space_alone_is_no_answer() {
    let spaces = || " \u{3000}\n".to_owned();
    let blank = typed(&spaces(), "", &spaces());
    let period = Period {
        from: blank.clone(),
        ..Period::default()
    };
    assert!(Answer::Text(spaces()).is_blank());
    assert!(Answer::Date(blank).is_blank());
    assert!(Answer::Period(period).is_blank());
}

#[test]
fn a_period_that_goes_on_is_an_answer_without_any_date() {
    let ongoing = Period {
        ongoing: true,
        ..Period::default()
    };
    assert!(!Answer::Period(ongoing).is_blank());
}

proptest! {
    #[test]
    fn every_date_survives_iso_8601(date in answers::date()) {
        prop_assert_eq!(on(&date.iso()), date);
    }

    #[test]
    fn what_is_read_as_iso_8601_is_written_back_the_same(
        text in prop_oneof![Just("(19|20)[0-9]{2}(-[0-3][0-9]){0,3}"), Just("[0-9-]{0,12}")]
            .prop_flat_map(|pattern| proptest::string::string_regex(pattern).expect("a pattern"))
    ) {
        if let Some(typed) = Typed::from_iso(&text) {
            prop_assert_eq!(typed.iso(), Some(text));
        }
    }

    #[test]
    fn tidying_changes_no_meaning(typed in answers::typed()) {
        prop_assert_eq!(typed.tidy().understood(), typed.understood());
    }

    #[test]
    fn a_year_is_understood_again_from_the_words_we_say_it_in(year in 1868..=2200_u16) {
        let date = PartialDate { year, month: None, day: None };
        for words in era_year(date).split('・') {
            prop_assert_eq!(year_from_era(words), Some(year));
        }
    }

    #[test]
    fn grouping_a_number_loses_and_adds_no_digit(typed in answers::words()) {
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        prop_assert_eq!(digits(&phone(&typed)), digits(&narrow(&typed)));
        prop_assert_eq!(digits(&postcode(&typed)), digits(&narrow(&typed)));
    }

    #[test]
    fn a_reading_read_twice_is_the_same(typed in "[ァ-ヾｦ-ﾟか-ほ ]{0,12}") {
        let once = hiragana(&typed);
        prop_assert_eq!(hiragana(&once), once);
    }

    #[test]
    fn grouping_twice_is_grouping_once(typed in "[0-9０-９ー -]{0,14}") {
        let once = phone(&typed);
        prop_assert_eq!(phone(&once), once.clone());
        let once = postcode(&typed);
        prop_assert_eq!(postcode(&once), once.clone());
    }
}

#[test]
fn a_day_before_the_app_or_beyond_all_reckoning_cannot_be_today() {
    holds(
        &[
            ("1970-01-01", true),
            ("2026-10-31", true),
            ("2026-11-01", false),
            ("2098-12-31", false),
            ("2099-01-01", true),
        ],
        |day| on(day).cannot_be_today(None),
    );
}

#[test]
fn a_day_before_one_that_was_today_cannot_be_today_except_in_another_part_of_the_world() {
    let was = Some(on("2027-04-10"));
    holds(
        &[
            ("2027-04-08", true),
            ("2027-04-09", false),
            ("2027-04-10", false),
            ("2027-04-11", false),
        ],
        |day| on(day).cannot_be_today(was),
    );
    // What was written while the clock was wrong is no reason to doubt it once it is right.
    assert!(!on("2027-04-08").cannot_be_today(Some(on("2099-01-01"))));
}
