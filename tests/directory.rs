//! Holds when offices are open, whom a child of an age is sent to, and that a city can bring its own file.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/table.rs"]
mod table;

use proptest::prelude::*;
use serde_json::{Value, json};
use stepnote::{
    answer::{PartialDate, Typed},
    directory::{
        BUILT_IN, Directory, DirectoryError, Hours, LifeStage, MOST_BYTES, Moment, Plan, Standing,
        is_holiday, next_in_words, time, weekday, with_weekday,
    },
    text::Lang,
};
use table::holds;

const ELSEWHERE: &str = include_str!("golden/directory/v1/elsewhere.json");

fn day(iso: &str) -> PartialDate {
    let typed = Typed::from_iso(iso).expect("a date");
    typed.understood().expect("a day")
}

/// `2026-11-21 9:05`
fn moment(at: &str) -> Moment {
    let (date, clock) = at.split_once(' ').expect("a moment");
    let (hours, minutes) = clock.split_once(':').expect("a time");
    Moment {
        day: day(date),
        minute: hours.parse::<u16>().unwrap() * 60 + minutes.parse::<u16>().unwrap(),
    }
}

fn elsewhere() -> Directory {
    Directory::read(ELSEWHERE).expect("the other city")
}

/// The hours of an office, its `line`th.
fn hours(directory: &Directory, office: &str, line: usize) -> Hours {
    let office = directory.office(office).expect("an office");
    office.lines[line].hours.clone().expect("its hours")
}

/// How an office stands, as a word: `open until 16:00`, `closed, opens …`, `ask, opens …`.
fn said(hours: &Hours, at: &str) -> String {
    let now = moment(at);
    let opens = |next: Option<stepnote::directory::Next>| match next {
        None => "never".to_owned(),
        Some(next) => {
            let maybe = if next.ask { ", perhaps earlier" } else { "" };
            format!("{} {}{maybe}", next.at.day.iso(), next.at.time())
        }
    };
    match hours.at(now) {
        Standing::Open(until) => format!("open until {}", time(until)),
        Standing::Closed(next) => format!("closed, opens {}", opens(next)),
        Standing::Ask(next) => format!("ask, opens {}", opens(next)),
    }
}

#[track_caller]
fn stands(office: &str, line: usize, table: &[(&str, &str)]) {
    let hours = hours(&Directory::built_in(), office, line);
    for (at, expected) in table {
        assert_eq!(said(&hours, at), *expected, "{office} at {at}");
    }
}

/// The days the government has published, and by the same law those after them.
#[test]
fn the_national_holidays_are_those_of_the_published_lists() {
    let lists = [
        (
            2024,
            "0101 0108 0211 0212 0223 0320 0429 0503 0504 0505 0506 0715 0811 0812 0916 0922 0923 1014 1103 1104 1123",
        ),
        (
            2025,
            "0101 0113 0211 0223 0224 0320 0429 0503 0504 0505 0506 0721 0811 0915 0923 1013 1103 1123 1124",
        ),
        (
            2026,
            "0101 0112 0211 0223 0320 0429 0503 0504 0505 0506 0720 0811 0921 0922 0923 1012 1103 1123",
        ),
        (
            2027,
            "0101 0111 0211 0223 0321 0322 0429 0503 0504 0505 0719 0811 0920 0923 1011 1103 1123",
        ),
        (
            2028,
            "0101 0110 0211 0223 0320 0429 0503 0504 0505 0717 0811 0918 0922 1009 1103 1123",
        ),
        (
            2029,
            "0101 0108 0211 0212 0223 0320 0429 0430 0503 0504 0505 0716 0811 0917 0923 0924 1008 1103 1123",
        ),
        (
            2030,
            "0101 0114 0211 0223 0320 0429 0503 0504 0505 0506 0715 0811 0812 0916 0923 1014 1103 1104 1123",
        ),
    ];
    for (year, list) in lists {
        let first = PartialDate::day(year, 1, 1).unwrap();
        let days = (0..366).filter_map(|days| first.plus_days(days));
        let found = days.filter(|day| day.year == year && is_holiday(*day));
        let found: Vec<String> = found.map(|day| day.iso()[5..].replace('-', "")).collect();
        assert_eq!(found.join(" "), list, "{year}");
    }
}

#[test]
fn the_days_of_the_week_are_those_of_the_calendar() {
    holds(
        &[
            ("1970-01-01", Some(4)),
            ("2000-02-29", Some(2)),
            ("2026-11-21", Some(6)),
            ("2026-11-22", Some(0)),
            ("2100-03-01", Some(1)),
        ],
        |iso| weekday(day(iso)),
    );
}

#[test]
fn a_moment_is_that_of_japan_wherever_the_device_is() {
    holds(
        &[
            (0, "1970-01-01 9:00"),
            (1_795_199_999_999, "2026-11-21 3:39"),
            (1_795_186_799_000, "2026-11-20 23:59"),
            (1_795_186_800_000, "2026-11-21 0:00"),
        ]
        .map(|(ms, said)| (ms, said.to_owned())),
        |ms| {
            let at = Moment::in_japan(ms).unwrap();
            format!("{} {}", at.day.iso(), at.time())
        },
    );
}

#[test]
fn a_hiroba_is_open_on_childrens_day_unless_its_weekday_is_closed() {
    stands(
        "0123k",
        0,
        &[
            ("2026-05-05 10:00", "open until 16:00"), // a Tuesday
            ("2026-05-04 10:00", "closed, opens 2026-05-05 9:00"),
            ("2026-05-06 10:00", "closed, opens 2026-05-07 9:00"), // 振替休日
            ("2024-05-05 10:00", "closed, opens 2024-05-07 9:00"), // a Sunday
            ("2025-05-05 10:00", "closed, opens 2025-05-07 9:00"), // a Monday
        ],
    );
    stands(
        "0123h",
        0,
        &[
            ("2026-05-05 10:00", "open until 16:00"),
            ("2024-05-05 10:00", "open until 16:00"),
            ("2024-05-06 10:00", "closed, opens 2024-05-07 9:00"),
            ("2028-05-05 10:00", "closed, opens 2028-05-07 9:00"), // a Friday
        ],
    );
    stands("saku", 0, &[("2026-05-05 17:29", "open until 17:30")]);
    stands(
        "kks",
        1,
        &[("2026-05-05 10:00", "closed, opens 2026-05-07 8:30")],
    );
}

#[test]
fn harappa_is_closed_on_friday_and_saturday() {
    stands(
        "0123h",
        0,
        &[
            ("2026-11-19 15:59", "open until 16:00"),
            ("2026-11-19 16:00", "closed, opens 2026-11-22 9:00"),
            ("2026-11-20 10:00", "closed, opens 2026-11-22 9:00"),
            ("2026-11-21 10:00", "closed, opens 2026-11-22 9:00"),
            ("2026-11-22 8:59", "closed, opens 2026-11-22 9:00"),
            ("2026-11-22 9:00", "open until 16:00"),
            ("2026-11-23 10:00", "closed, opens 2026-11-24 9:00"), // 勤労感謝の日
        ],
    );
}

#[test]
fn kichijoji_is_closed_on_sunday_and_monday() {
    stands(
        "0123k",
        0,
        &[
            ("2026-11-21 10:00", "open until 16:00"),
            ("2026-11-22 10:00", "closed, opens 2026-11-24 9:00"),
            ("2026-11-23 10:00", "closed, opens 2026-11-24 9:00"),
            ("2026-11-24 10:00", "open until 16:00"),
        ],
    );
}

#[test]
fn sakurazutsumi_closes_half_an_hour_earlier_from_october() {
    stands(
        "saku",
        0,
        &[
            ("2026-09-30 17:15", "open until 17:30"),
            ("2026-10-01 16:59", "open until 17:00"),
            ("2026-10-01 17:15", "closed, opens 2026-10-02 9:30"),
            ("2027-03-31 17:15", "closed, opens 2027-04-01 9:30"),
            ("2027-04-01 17:15", "open until 17:30"),
        ],
    );
}

#[test]
fn around_new_year_an_office_is_to_be_asked_unless_it_is_closed_anyway() {
    stands(
        "hoken",
        0,
        &[
            ("2026-12-28 16:00", "open until 17:00"),
            (
                "2026-12-28 18:00",
                "closed, opens 2027-01-04 8:30, perhaps earlier",
            ),
            (
                "2026-12-29 10:00",
                "ask, opens 2027-01-04 8:30, perhaps earlier",
            ),
            (
                "2026-12-31 10:00",
                "ask, opens 2027-01-04 8:30, perhaps earlier",
            ),
            ("2027-01-01 10:00", "closed, opens 2027-01-04 8:30"), // 元日
            ("2027-01-02 10:00", "closed, opens 2027-01-04 8:30"), // a Saturday
            ("2027-01-04 10:00", "open until 17:00"),
        ],
    );
}

#[test]
fn a_substitute_holiday_is_closed_like_the_holiday_itself() {
    stands(
        "hoken",
        0,
        &[
            ("2027-03-22 10:00", "closed, opens 2027-03-23 8:30"),
            ("2026-09-22 10:00", "closed, opens 2026-09-24 8:30"), // 国民の休日
            ("2026-09-18 18:00", "closed, opens 2026-09-24 8:30"),
        ],
    );
    stands("kks", 0, &[("2026-11-21 21:59", "open until 22:00")]);
    stands(
        "kks",
        0,
        &[("2026-11-21 22:00", "closed, opens 2026-11-24 8:30")],
    );
}

#[test]
fn of_several_lines_an_office_stands_as_its_best_one() {
    let directory = Directory::built_in();
    let kks = directory.office("kks").unwrap();
    assert_eq!(
        kks.at(moment("2026-11-20 18:00")),
        Some(Standing::Open(22 * 60))
    );
    assert_eq!(
        kks.at(moment("2026-11-20 10:00")),
        Some(Standing::Open(22 * 60))
    );
    let habit = directory.office("habit").unwrap();
    assert_eq!(habit.at(moment("2026-11-20 10:00")), None);
}

#[test]
fn the_next_opening_is_said_as_somebody_would_say_it() {
    let hours = hours(&Directory::built_in(), "0123h", 0);
    let said = |at: &str| match hours.at(moment(at)) {
        Standing::Closed(Some(next)) => next_in_words(next, moment(at), Lang::Ja),
        other => format!("{other:?}"),
    };
    assert_eq!(said("2026-11-22 8:00"), "きょう 9:00");
    assert_eq!(said("2026-11-21 8:00"), "あす 9:00");
    assert_eq!(said("2026-11-20 8:00"), "11月22日（日） 9:00");
}

#[test]
fn a_deadline_is_said_with_its_day_of_the_week() {
    let said = |lang, words| with_weekday(day("2026-12-04"), words, lang);
    assert_eq!(
        said(Lang::Ja, "2026年12月4日（令和8年）"),
        "2026年12月4日（金・令和8年）"
    );
    assert_eq!(said(Lang::En, "4 December 2026"), "Fri 4 December 2026");
    // A month has none.
    let month = with_weekday(day("2026-12"), "2026年12月（令和8年）", Lang::Ja);
    assert_eq!(month, "2026年12月（令和8年）");
}

#[test]
fn the_hours_are_said_as_the_leaflet_prints_them() {
    let directory = Directory::built_in();
    let said = |office, lang| {
        let hours = hours(&directory, office, 0);
        (
            hours.open_in_words(lang).join(" / "),
            hours.closed_in_words(lang),
        )
    };
    let expected = |open: &str, closed: &str| (open.to_owned(), closed.to_owned());
    assert_eq!(
        said("saku", Lang::Ja),
        expected(
            "4〜9月 9:30〜17:30 / 10〜3月 9:30〜17:00",
            "日・祝（5月5日は開きます）・年末年始"
        )
    );
    assert_eq!(
        said("0123h", Lang::Ja),
        expected("9:00〜16:00", "金・土・祝（5月5日は開きます）・年末年始")
    );
    assert_eq!(
        said("kks", Lang::Ja),
        expected("8:30〜22:00", "日・祝・年末年始")
    );
    assert_eq!(
        said("kks", Lang::En),
        expected("8:30〜22:00", "Sun, national holidays, New Year")
    );
}

#[test]
fn the_seven_places_of_the_flyer_hand_out_the_note() {
    let directory = Directory::built_in();
    let givers: Vec<(&str, &str)> = directory
        .givers()
        .into_iter()
        .map(|office| (office.name.ja.as_str(), office.address.as_str()))
        .collect();
    assert_eq!(
        givers,
        [
            ("子ども家庭支援センター", "緑町2-2-28 市役所3階"),
            ("保健センター（健康課）", "吉祥寺北町4-8-10"),
            ("0123吉祥寺", "吉祥寺東町2-29-12"),
            ("0123はらっぱ", "八幡町1-3-24"),
            ("桜堤児童館", "桜堤2-1-29"),
            (
                "児童発達支援センター 相談部ハビット",
                "緑町2-6-8 緑町二丁目第3アパート8号棟1階 みどりのこども館内"
            ),
            (
                "教育支援センター",
                "吉祥寺北町4-11-37 市立大野田小学校地下1階"
            ),
        ]
    );
}

/// `forms.md` §4.1 and §4.2: all that the sources name, and nothing that they do not say of it.
#[test]
fn the_directory_names_everybody_whom_the_sources_name() {
    let directory = Directory::built_in();
    let all: Vec<&str> = directory
        .offices
        .iter()
        .map(|o| o.name.ja.as_str())
        .collect();
    let named = [
        "子ども家庭支援センター",
        "保健センター（健康課）",
        "0123吉祥寺",
        "0123はらっぱ",
        "桜堤児童館",
        "児童発達支援センター 相談部ハビット",
        "教育支援センター",
        "学校・スクールソーシャルワーカー",
        "あそべえ",
        "学童",
        "クレスコーレ",
        "みらいる",
        "それいゆ",
        "福祉総合相談窓口（生活福祉課）",
        "生活困窮者自立相談支援",
        "生活福祉課",
        "児童青少年課",
        "子ども育成課",
        "教育支援課",
        "指導課",
        "障害者福祉課",
        "精神保健アウトリーチ",
        "健康なんでも相談（健康課）",
        "多摩府中保健所",
        "市民社会福祉協議会",
        "民生委員・主任児童委員",
        "ハローワーク",
        "ひきこもりUX女子会",
        "在宅介護・地域包括支援センター",
        "東京都の児童相談所",
    ];
    assert_eq!(all, named);
    // Of the seven places of the flyer there are telephones; of nobody else is one known.
    let known: Vec<&str> = directory
        .offices
        .iter()
        .filter(|office| !office.lines.is_empty() || !office.address.is_empty())
        .map(|office| office.name.ja.as_str())
        .collect();
    assert_eq!(known, named[..7]);
}

#[test]
fn every_chapter_of_the_guide_leads_to_somebody() {
    let directory = Directory::built_in();
    let chapters: Vec<&str> = directory
        .topics
        .iter()
        .map(|one| one.name.ja.as_str())
        .collect();
    assert_eq!(
        chapters,
        [
            "ひとり親家庭等とは",
            "手当と助成制度",
            "子どものこと",
            "子どもの就学等支援",
            "くらし",
            "すまい",
            "しごと",
            "各種貸付",
            "各種優遇制度",
            "その他の相談窓口",
        ]
    );
    for topic in &directory.topics {
        assert!(!directory.about(&topic.id).is_empty(), "{}", topic.id);
    }
}

#[test]
fn every_stage_of_life_is_sent_to_whom_the_city_names() {
    let directory = Directory::built_in();
    let suggested = |stage| -> Vec<String> {
        let offices = directory.suggested(stage);
        offices
            .into_iter()
            .map(|office| office.id.clone())
            .collect()
    };
    holds(
        &[
            (LifeStage::Infant, vec!["hoken", "0123k", "0123h", "kks"]),
            (LifeStage::Preschool, vec!["habit", "kks", "hoken", "saku"]),
            (
                LifeStage::Entry,
                vec!["kyoiku", "school", "asobee", "gakudo", "habit", "kks"],
            ),
            (
                LifeStage::Elementary,
                vec!["school", "kyoiku", "kks", "saku"],
            ),
            (LifeStage::JuniorHigh, vec!["school", "cresscore", "kks"]),
            (LifeStage::Graduating, vec!["mirairu", "school", "kks"]),
            (LifeStage::Youth, vec!["mirairu", "soleil"]),
            (LifeStage::Adult, vec!["soleil", "fukushi", "shogai"]),
            (
                LifeStage::Parent,
                vec!["kks", "hellowork", "jiritsu", "fukushi"],
            ),
        ]
        .map(|(stage, ids)| {
            (
                stage,
                ids.into_iter().map(str::to_owned).collect::<Vec<_>>(),
            )
        }),
        suggested,
    );
}

#[test]
fn the_stage_of_life_follows_from_the_date_of_birth() {
    let on = |(birth, today): (&str, &str)| LifeStage::of(day(birth).into(), day(today));
    holds(
        &[
            (("2026-11-01", "2026-11-21"), Some(LifeStage::Infant)),
            (("2023-11-22", "2026-11-21"), Some(LifeStage::Infant)),
            (("2023-11-21", "2026-11-21"), Some(LifeStage::Preschool)),
            (("2021-04-02", "2027-03-31"), Some(LifeStage::Preschool)),
            (("2021-04-01", "2026-04-01"), Some(LifeStage::Entry)),
            (("2020-04-02", "2026-04-01"), Some(LifeStage::Entry)),
            (("2020-04-02", "2027-03-31"), Some(LifeStage::Entry)),
            (("2020-04-02", "2027-04-01"), Some(LifeStage::Elementary)),
            (("2020-04-02", "2033-03-31"), Some(LifeStage::Elementary)),
            (("2020-04-02", "2033-04-01"), Some(LifeStage::JuniorHigh)),
            (("2020-04-02", "2035-04-01"), Some(LifeStage::Graduating)),
            (("2020-04-02", "2036-03-31"), Some(LifeStage::Graduating)),
            (("2020-04-02", "2036-04-01"), Some(LifeStage::Youth)),
            (("2020-04-02", "2038-04-01"), Some(LifeStage::Youth)),
            (("2020-04-02", "2038-04-02"), Some(LifeStage::Adult)),
            (("2020-04-02", "2060-04-02"), Some(LifeStage::Adult)),
            (("2020-06", "2026-11-21"), Some(LifeStage::Entry)),
            // In April it is the day that says.
            (("2020-04", "2026-11-21"), None),
            (("2027-06", "2026-11-21"), None),
        ],
        on,
    );
}

#[test]
fn another_city_is_read_whole() {
    let city = elsewhere();
    assert_eq!(city.city.to(Lang::Easy), "みずうみし");
    assert_eq!(city.printed, ["〒999-", "みずうみ市"]);
    assert_eq!(city.as_of, "2026-10-01");
    assert_eq!(city.towns.town("999-0002"), Some("南浜"));
    assert_eq!(city.towns.town("180-0012"), None);
    assert_eq!(
        city.towns.address_from("999-0002", "").as_deref(),
        Some("みずうみ市南浜")
    );
    assert_eq!(city.suggested(LifeStage::Entry).len(), 2);
    assert_eq!(city.suggested(LifeStage::Youth).len(), 0);
    let toudai = city.office("toudai").unwrap();
    assert_eq!(toudai.name.to(Lang::En), "灯台相談室");
    assert_eq!(toudai.at(moment("2026-11-20 10:00")), None);
}

#[test]
fn another_city_has_other_hours() {
    let minato = hours(&elsewhere(), "minato", 0);
    for (at, expected) in [
        ("2026-10-31 16:00", "open until 17:00"),
        ("2026-11-01 16:00", "closed, opens 2026-11-02 10:00"),
        ("2026-11-02 12:30", "closed, opens 2026-11-02 13:00"),
        ("2026-11-23 14:00", "open until 15:00"), // a holiday
        ("2026-11-24 14:00", "closed, opens 2026-11-25 20:00"), // that day alone
        ("2026-11-25 23:59", "open until 24:00"), // a Wednesday, that day alone
        ("2026-12-02 11:00", "closed, opens 2026-12-03 10:00"), // a Wednesday
        ("2026-12-31 11:00", "closed, opens 2027-01-05 10:00"),
        ("2028-02-29 16:30", "open until 17:00"),
    ] {
        assert_eq!(said(&minato, at), expected, "{at}");
    }
}

/// The other city's file with something else at a place.
fn changed(at: &str, to: Value) -> Result<Directory, DirectoryError> {
    let mut file: Value = serde_json::from_str(ELSEWHERE).unwrap();
    *file.pointer_mut(at).expect("a place in the file") = to;
    Directory::read(&file.to_string())
}

#[test]
fn a_broken_file_says_where_and_never_what() {
    for (at, to, place) in [
        ("/city/name", json!(7), "city.name.ja"),
        ("/city/towns/999-0001", json!(["x"]), "city.towns.999-0001"),
        ("/as_of", json!("soon"), "as_of"),
        ("/topics/0/id", json!("Swim!"), "topics[0].id"),
        ("/first/0", json!("nobody"), "first[0]"),
        ("/suggest/entry/1", json!("nobody"), "suggest.entry[1]"),
        (
            "/offices/0/topics/0",
            json!("flying"),
            "offices[0].topics[0]",
        ),
        ("/offices/1/id", json!("minato"), "offices[1].id"),
        ("/offices/1/id", json!("minato/../x"), "offices[1].id"),
        (
            "/offices/0/gives_note",
            json!("yes"),
            "offices[0].gives_note",
        ),
        ("/offices/0/name/ja", json!(""), "offices[0].name.ja"),
        (
            "/offices/0/name/ja",
            json!("x\u{202}\u{7}"),
            "offices[0].name.ja",
        ),
        (
            "/offices/0/address",
            json!("長".repeat(401)),
            "offices[0].address",
        ),
        (
            "/offices/0/lines/0/phones/0",
            json!("javascript:1"),
            "offices[0].lines[0].phones[0]",
        ),
        (
            "/offices/0/lines/0/hours/open",
            json!([]),
            "offices[0].lines[0].hours.open",
        ),
        (
            "/offices/0/lines/0/hours/open/0/from",
            json!("02-30"),
            "offices[0].lines[0].hours.open[0].from",
        ),
        (
            "/offices/0/lines/0/hours/open/1/times/0",
            json!("17:00-09:00"),
            "offices[0].lines[0].hours.open[1].times[0]",
        ),
        (
            "/offices/0/lines/0/hours/open/1/times/0",
            json!("9-17"),
            "offices[0].lines[0].hours.open[1].times[0]",
        ),
        (
            "/offices/0/lines/0/hours/closed/0",
            json!("Wednesday"),
            "offices[0].lines[0].hours.closed[0]",
        ),
        (
            "/offices/0/lines/0/hours/days",
            json!({"2026-11": []}),
            "offices[0].lines[0].hours.days.2026-11",
        ),
        ("/offices", json!(vec![Value::Null; 301]), "offices"),
    ] {
        let expected = DirectoryError::At(place.to_owned());
        assert_eq!(changed(at, to), Err(expected), "{at}");
    }
}

#[test]
fn a_file_of_another_kind_or_time_is_told_apart() {
    assert_eq!(
        Directory::read("{\n\"kind\": oops}"),
        Err(DirectoryError::NotJson(2))
    );
    assert_eq!(Directory::read("[]"), Err(DirectoryError::Other));
    assert_eq!(changed("/kind", json!("note")), Err(DirectoryError::Other));
    assert_eq!(changed("/v", json!(2)), Err(DirectoryError::TooNew));
    assert_eq!(
        changed("/v", json!(0)),
        Err(DirectoryError::At("v".to_owned()))
    );
    let long = " ".repeat(MOST_BYTES + 1);
    assert_eq!(Directory::read(&long), Err(DirectoryError::TooLarge));
}

#[test]
fn easy_japanese_is_written_without_kanji() {
    let directory = Directory::built_in();
    let offices = directory.offices.iter();
    let about = offices.clone().filter_map(|office| office.about.as_ref());
    let lines = offices.clone().flat_map(|office| &office.lines);
    let lines = lines.filter_map(|line| line.name.as_ref());
    let names = offices.map(|office| &office.name);
    let topics = directory.topics.iter().map(|topic| &topic.name);
    let all = names.chain(about).chain(lines).chain(topics);
    let kanji = |text: &str| text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    let wrong: Vec<_> = all
        .filter(|words| words.easy.is_empty() || kanji(&words.easy))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_built_in_file_is_read() {
    assert!(Directory::read(BUILT_IN).is_ok());
}

#[test]
fn a_file_saved_with_a_byte_order_mark_is_read() {
    assert_eq!(
        Directory::read(&["\u{feff}", BUILT_IN].concat()),
        Ok(Directory::built_in())
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_said_to_open_next_is_open_then_and_nothing_before_it(
        office in prop::sample::select(vec!["0123k", "0123h", "saku", "hoken", "kks"]),
        days in 0_i32..2000,
        minute in 0_u16..1440,
    ) {
        let hours = hours(&Directory::built_in(), office, 0);
        let day = PartialDate::day(2025, 1, 1).unwrap().plus_days(days).unwrap();
        let now = Moment { day, minute };
        if let Standing::Closed(Some(next)) | Standing::Ask(Some(next)) = hours.at(now) {
            prop_assert!(next.at > now);
            prop_assert!(matches!(hours.at(next.at), Standing::Open(_)));
            let between = (1..60).filter_map(|days| day.plus_days(days)).filter(|day| *day < next.at.day);
            for between in between {
                prop_assert!(!matches!(hours.on(between), Plan::Open(_)));
            }
        }
    }

    #[test]
    fn no_bytes_make_reading_a_file_fail_badly(text in ".{0,200}", cut in 0_usize..2000) {
        let _ = Directory::read(&text);
        let cut: String = ELSEWHERE.chars().take(cut).collect();
        prop_assert!(Directory::read(&cut).is_err() || cut.len() >= ELSEWHERE.trim_end().len());
    }
}
