//! Holds that the timeline says what happened when, and never more exactly than it was written.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/answers.rs"]
mod answers;
#[path = "support/family.rs"]
mod family;
#[path = "support/table.rs"]
mod table;

use proptest::prelude::*;
use stepnote::{
    answer::{Answer, Milestone, PartialDate, Period, Typed, age},
    form::{Form, Lane},
    forms::{ALL, CARE, EARLY_YEARS, HAJIMENI, MEDICATION, PROFILE},
    record::{Answers, Note, Record},
    text::Lang,
    timeline::{Event, Known, Timeline, ages, steps},
};
use table::holds;

fn records(note: &Note) -> Vec<(&'static Form, Record)> {
    ALL.iter().map(|form| (form, note.record(form))).collect()
}

fn of(note: &Note) -> Timeline {
    Timeline::of(&records(note), known("2026-11-21"), Lang::Ja)
}

fn date(iso: &str) -> Typed {
    Typed::from_iso(iso).expect("a date")
}

fn known(iso: &str) -> PartialDate {
    date(iso).understood().expect("a date")
}

/// A note with a child born on a day, and medicines taken over periods.
fn medicines(birth: &str, periods: &[Period]) -> Note {
    let mut note = Note::default();
    if !birth.is_empty() {
        let mut profile = Record::default();
        profile.answers.put("birth", Answer::Date(date(birth)));
        note.put(&PROFILE, &profile);
    }
    let row = |(at, period): (usize, &Period)| {
        let mut row = Answers::default();
        row.put("when", Answer::Period(period.clone()));
        row.put("medicine", Answer::Text(format!("薬{at}")));
        row
    };
    let mut record = Record::default();
    let rows = periods.iter().enumerate().map(row).collect();
    record.groups.insert("rows".to_owned(), rows);
    note.put(&MEDICATION, &record);
    note
}

/// `2023-04/2024`, `2023/..`, `2023`.
fn period(iso: &str) -> Period {
    let (from, until) = iso.split_once('/').unwrap_or((iso, ""));
    let typed = |iso: &str| {
        if iso.is_empty() {
            Typed::default()
        } else {
            date(iso)
        }
    };
    Period {
        from: typed(from),
        until: typed(until.trim_start_matches("..")),
        ongoing: until == "..",
    }
}

fn over(birth: &str, periods: &[&str]) -> Timeline {
    let periods: Vec<_> = periods.iter().map(|iso| period(iso)).collect();
    of(&medicines(birth, &periods))
}

/// The events that are no birth, newest first.
fn events(timeline: &Timeline) -> Vec<&Event> {
    let all = timeline.years.iter().flat_map(|year| &year.events);
    all.filter(|event| event.lane != Lane::Event).collect()
}

/// Year by year, everything of some lanes: when, at which age, what, and what else.
fn told(timeline: &Timeline, lanes: &[Lane]) -> Vec<String> {
    let mut all = Vec::new();
    for year in &timeline.years {
        for event in year
            .events
            .iter()
            .filter(|event| lanes.contains(&event.lane))
        {
            let ages = event
                .ages
                .map_or_else(String::new, |ages| ages.words(Lang::Ja));
            let words = [&event.when, &ages, &event.title, &event.detail];
            all.push(format!(
                "{}: {}",
                year.year,
                words.map(String::as_str).join("|")
            ));
        }
    }
    all
}

#[test]
fn school_and_care_stand_in_their_lanes_with_time_age_and_name() {
    let told = told(&of(&family::note()), &[Lane::School, Lane::Care]);
    assert_eq!(
        told,
        [
            "2025: 2025年11月（令和7年）|5歳1〜2カ月|ひまわり家族相談室|相談",
            "2025: 2025年8月5日（令和7年）|4歳11カ月|田中ビネー知能検査|けやき並木発達クリニック",
            "2024: 2024年4月（令和6年）から いまも|3歳6〜7カ月|児童発達支援ひだまりの木|通所施設",
            "2024: 2024年1月（令和6年）から いまも|3歳3〜4カ月|けやき並木発達クリニック|医療・自閉スペクトラム症",
            "2023: 2023年11月20日（令和5年）|3歳2カ月|聴力検査|はなみずき台病院\u{3000}耳鼻科",
            "2023: 2023年10月12日（令和5年）|3歳1カ月|こもれびの丘保健センター|保健（健診など）",
            "2023: 2023年4月（令和5年）から いまも|2歳6〜7カ月|こぶし野こども園|",
            "2022: 2022年4月（令和4年） 〜 2023年3月（令和5年）|1歳6〜7カ月|どんぐり坂保育園|",
        ]
    );
}

#[test]
fn an_event_leads_to_the_row_in_which_it_is_written() {
    let timeline = of(&family::note());
    let all = timeline.years.iter().flat_map(|year| &year.events);
    let place = |event: &Event| {
        (
            event.form.id,
            event.section.id,
            event.row,
            event.question.id,
        )
    };
    let places: Vec<_> = all
        .filter(|event| ["聴力検査", "ノートをお渡しした日", "生まれた日"].contains(&&*event.title))
        .map(place)
        .collect();
    assert_eq!(
        places,
        [
            (CARE.id, "tests", Some(0), "date"),
            (HAJIMENI.id, "handed", None, "handed_on"),
            (PROFILE.id, "child", None, "birth"),
        ]
    );
}

#[test]
fn of_a_row_with_two_dates_each_says_which_it_is() {
    let timeline = of(&family::note());
    let all = timeline.years.iter().flat_map(|year| &year.events);
    let details: Vec<_> = all
        .filter(|event| event.title == "通所受給者証")
        .map(|event| (event.when.as_str(), event.detail.as_str()))
        .collect();
    assert_eq!(
        details,
        [
            ("2027年3月31日（令和9年）", "期限"),
            ("2026年4月1日（令和8年）", "交付日"),
        ]
    );
}

#[test]
fn the_day_on_which_something_was_written_down_is_no_event() {
    let timeline = of(&family::note());
    let mut all = timeline.years.iter().flat_map(|year| &year.events);
    assert!(!all.any(|event| event.question.id == "written_on" || event.when.contains("11月8日")));
}

#[test]
fn a_time_is_said_and_known_as_exactly_as_it_was_written() {
    let time = |iso: &str| {
        let timeline = over("", &[iso]);
        events(&timeline)
            .first()
            .map(|event| (event.when.clone(), event.known, event.ongoing))
    };
    holds(
        &[
            (
                "2023",
                Some(("2023年（令和5年）".to_owned(), Known::Year, false)),
            ),
            (
                "2023/..",
                Some(("2023年（令和5年）から いまも".to_owned(), Known::Year, true)),
            ),
            (
                "2023-04",
                Some(("2023年4月（令和5年）".to_owned(), Known::Month, false)),
            ),
            (
                "2023-04-09",
                Some(("2023年4月9日（令和5年）".to_owned(), Known::Day, false)),
            ),
            (
                "/2024",
                Some(("2024年（令和6年）まで".to_owned(), Known::Year, false)),
            ),
        ],
        time,
    );
}

#[test]
fn the_parents_own_words_stay_the_date_and_their_year_the_place() {
    let about = Typed {
        year: "R3".to_owned(),
        month: "春ごろ".to_owned(),
        day: String::new(),
    };
    let spring = Period {
        from: about,
        ..Period::default()
    };
    let timeline = of(&medicines("2020-09-03", &[spring]));
    let event = events(&timeline)[0];
    let ages = event.ages.map(|ages| ages.words(Lang::Ja));
    assert_eq!(
        (
            timeline.years[0].year,
            event.when.as_str(),
            event.known,
            ages.as_deref()
        ),
        (2021, "R3年春ごろ", Known::About, Some("0〜1歳"))
    );
}

#[test]
fn below_its_year_a_time_says_only_what_the_year_does_not() {
    let near = |(iso, lang): (&str, Lang)| {
        let note = medicines("", &[period(iso)]);
        let timeline = Timeline::of(&records(&note), known("2026-11-21"), lang);
        events(&timeline)[0].near.clone()
    };
    holds(
        &[
            (("2023", Lang::Ja), "2023年".to_owned()),
            (("2023-04/..", Lang::Ja), "4月から いまも".to_owned()),
            (("2023-04-09", Lang::Easy), "4月9日".to_owned()),
            (("2023-04/2023-06", Lang::Ja), "4月 〜 6月".to_owned()),
            (("2023-04/2024-06", Lang::Ja), "4月 〜 2024年6月".to_owned()),
            (("/2024-03", Lang::Ja), "3月まで".to_owned()),
            (("2023-04-09", Lang::En), "9 April".to_owned()),
            (("2023-04/2024", Lang::En), "April – 2024".to_owned()),
        ],
        near,
    );
}

#[test]
fn a_milestone_says_about_when_it_was_in_every_language() {
    let said = |(months, lang): (&str, Lang)| {
        let note = milestone("1", months);
        let timeline = Timeline::of(&records(&note), known("2026-11-21"), lang);
        let mut all = timeline.years.iter().flat_map(|year| &year.events);
        let event = all.find(|event| event.question.id == "walk");
        event.map_or_else(Vec::new, |event| {
            vec![event.near.clone(), event.when.clone()]
        })
    };
    let wanted = |words: [&str; 2]| words.map(str::to_owned).to_vec();
    holds(
        &[
            (("2", Lang::Ja), wanted(["11月か12月", "2021年11月か12月"])),
            (
                ("3", Lang::Ja),
                wanted(["12月か2022年1月", "2021年12月か2022年1月"]),
            ),
            (
                ("2", Lang::En),
                wanted(["November or December", "November or December 2021"]),
            ),
            (
                ("3", Lang::En),
                wanted(["December or January 2022", "December 2021 or January 2022"]),
            ),
            (("", Lang::En), wanted(["2021 or 2022", "2021 or 2022"])),
        ],
        said,
    );
}

#[test]
fn only_what_begins_after_today_is_still_to_come() {
    let ahead = |iso: &str| events(&over("", &[iso]))[0].ahead;
    holds(
        &[
            ("2026-11-21", false),
            ("2026-11-22", true),
            ("2026-11", false),
            ("2026-12", true),
            ("2026", false),
            ("2027", true),
        ],
        ahead,
    );
}

#[test]
fn what_has_no_date_stands_last_and_is_not_lost() {
    let never = Period {
        from: Typed {
            year: "いつか".to_owned(),
            ..Typed::default()
        },
        ..Period::default()
    };
    let goes_on = Period {
        ongoing: true,
        ..Period::default()
    };
    let timeline = of(&medicines("", &[never, goes_on, period("2023")]));
    let undated: Vec<_> = timeline
        .undated
        .iter()
        .map(|event| (event.when.as_str(), event.known))
        .collect();
    assert_eq!(events(&timeline).len(), 1);
    assert_eq!(
        undated,
        [("いつか", Known::Never), ("いまも続いている", Known::Never)]
    );
}

#[test]
fn an_age_is_said_only_as_exactly_as_both_dates_allow() {
    let said = |(birth, on): (&str, &str)| {
        ages(known(birth), known(on)).map_or_else(String::new, |ages| ages.words(Lang::Ja))
    };
    let rows = [
        (("2020-09-03", "2023-11-20"), "3歳2カ月"),
        (("2020-09-03", "2023-09"), "2〜3歳"),
        (("2020-09-03", "2023-10"), "3歳0〜1カ月"),
        (("2020-09-01", "2023-10"), "3歳1カ月"),
        (("2020-09-03", "2023"), "2〜3歳"),
        (("2020-09", "2023-10-01"), "3歳0〜1カ月"),
        (("2020", "2023"), "2〜3歳"),
        (("2020-09-03", "2020-09"), "0歳0カ月"),
        (("2020-09-03", "2020"), "0歳"),
        (("2020-09-03", "2020-08"), ""),
        (("2020-09-03", "2019"), ""),
        (("2020-02-29", "2021-02-28"), "0歳11カ月"),
    ];
    for ((birth, on), wanted) in rows {
        assert_eq!(said((birth, on)), wanted, "born {birth}, on {on}");
    }
}

#[test]
fn an_age_is_said_in_every_language() {
    let span = ages(known("2020-09-03"), known("2023")).expect("ages");
    let year = ages(known("2020-09-03"), known("2023-10")).expect("ages");
    let words = |lang| [span.words(lang), year.words(lang)];
    assert_eq!(words(Lang::Easy), ["2〜3さい", "3さい0〜1かげつ"]);
    assert_eq!(words(Lang::En), ["age 2–3", "age 3"]);
}

#[test]
fn a_year_says_what_the_child_becomes_and_which_school_year_begins() {
    let year = |birth: &str, year: &str| {
        let timeline = over(birth, &[year]);
        let year = timeline
            .years
            .iter()
            .find(|one| one.year == known(year).year);
        year.map(|year| (year.turns, year.grade))
    };
    // Born on 1 April: school begins in the year of the sixth birthday; on 2 April: a year later.
    let rows = [
        ("2020-04-01", "2026", Some(6), Some(0)),
        ("2020-04-02", "2027", Some(7), Some(0)),
        ("2020-04-02", "2026", Some(6), Some(-1)),
        ("2020-09-03", "2024", Some(4), Some(-3)),
        ("2020-04", "2026", Some(6), None),
        ("2020-09", "2027", Some(7), Some(0)),
        ("2020", "2026", Some(6), None),
    ];
    for (birth, on, turns, grade) in rows {
        assert_eq!(
            year(birth, on),
            Some((turns, grade)),
            "born {birth}, in {on}"
        );
    }
    let birthless = over("", &["2023"]);
    assert_eq!(
        (birthless.years[0].turns, birthless.years[0].grade),
        (None, None)
    );
}

#[test]
fn what_goes_on_runs_beside_everything_until_it_ends() {
    let timeline = over("", &["2020-01/2022-06", "2021", "2023", "2022-03/.."]);
    let seen: Vec<_> = timeline
        .years
        .iter()
        .map(|year| {
            let rows: Vec<_> = year
                .events
                .iter()
                .map(|event| event.running.len())
                .collect();
            (year.year, year.running.len(), rows)
        })
        .collect();
    // The one of 2020 has ended before 2023; the one of 2022 goes on above everything.
    assert_eq!(
        seen,
        [
            (2023, 1, vec![1]),
            (2022, 1, vec![1]),
            (2021, 1, vec![1]),
            (2020, 1, vec![1])
        ]
    );
    let ended = over("", &["2020-01/2022-06", "2021", "2023"]);
    let running: Vec<_> = ended.years.iter().map(|year| year.running.len()).collect();
    assert_eq!(running, [0, 0, 1]);
}

fn milestone(years: &str, months: &str) -> Note {
    let mut note = medicines("2020-09-03", &[]);
    let mut record = Record::default();
    let at = Milestone::At {
        years: years.to_owned(),
        months: months.to_owned(),
    };
    record.answers.put("walk", Answer::Milestone(at));
    note.put(&EARLY_YEARS, &record);
    note
}

#[test]
fn a_milestone_at_an_age_has_no_date_but_a_place() {
    let place = |(years, months): (&str, &str)| {
        let timeline = of(&milestone(years, months));
        let year = timeline
            .years
            .iter()
            .find(|year| year.events.iter().any(|e| e.title == "独り歩き"))?;
        let event = year.events.iter().find(|event| event.title == "独り歩き")?;
        let ages = event
            .ages
            .map_or_else(String::new, |ages| ages.words(Lang::Ja));
        Some((year.year, event.when.clone(), ages, event.known))
    };
    let wanted =
        |year, when: &str, ages: &str| Some((year, when.to_owned(), ages.to_owned(), Known::About));
    holds(
        &[
            (("1", "2"), wanted(2021, "2021年11月か12月", "1歳2カ月")),
            (("", "14"), wanted(2021, "2021年11月か12月", "1歳2カ月")),
            // From 3 December 2021 to 2 January 2022.
            (
                ("1", "3"),
                wanted(2021, "2021年12月か2022年1月", "1歳3カ月"),
            ),
            (("1", ""), wanted(2021, "2021年か2022年", "1歳")),
        ],
        place,
    );
}

#[test]
fn a_milestone_without_a_birth_keeps_its_age_among_the_undated() {
    let mut note = milestone("1", "2");
    note.put(&PROFILE, &Record::default());
    let timeline = of(&note);
    let event = &timeline.undated[0];
    let ages = event.ages.map(|ages| ages.words(Lang::Ja));
    assert_eq!(
        (event.title.as_str(), event.when.as_str(), ages.as_deref()),
        ("独り歩き", "", Some("1歳2カ月"))
    );
}

#[test]
fn not_yet_and_forgotten_are_answers_and_no_events() {
    let note = family::note();
    let timeline = of(&note);
    let all = timeline
        .years
        .iter()
        .flat_map(|year| &year.events)
        .chain(&timeline.undated);
    let titles: Vec<_> = all.map(|event| event.title.as_str()).collect();
    let strip = steps(&records(&note), Lang::Ja);
    let said = |id: &str| {
        strip
            .iter()
            .find(|step| step.question.id == id)
            .map(|step| step.answer.as_str())
    };
    assert!(
        !titles.contains(&"人見知り") && !titles.contains(&"喃語"),
        "{titles:?}"
    );
    assert_eq!(
        (said("strangers"), said("babble")),
        (Some("まだ"), Some("おぼえていない"))
    );
}

#[test]
fn the_strip_has_all_fourteen_and_says_what_was_answered() {
    let strip = steps(&records(&family::note()), Lang::Ja);
    let said: Vec<_> = strip
        .iter()
        .filter(|step| ["neck", "walk", "follow"].contains(&step.question.id))
        .map(|step| {
            (
                step.question.id,
                step.answer.as_str(),
                step.ages.map(|ages| ages.words(Lang::Ja)),
            )
        })
        .collect();
    assert_eq!(strip.len(), 14);
    assert_eq!(
        said,
        [
            ("neck", "0歳4ヶ月", Some("0歳4カ月".to_owned())),
            (
                "walk",
                "2022年2月11日（令和4年） 1歳5ヶ月",
                Some("1歳5カ月".to_owned())
            ),
            ("follow", "2歳0ヶ月", Some("2歳0カ月".to_owned())),
        ]
    );
}

#[test]
fn what_is_usual_is_said_of_the_six_that_were_counted() {
    let strip = steps(&records(&Note::default()), Lang::Ja);
    let usual: Vec<_> = strip
        .iter()
        .filter_map(|step| Some((step.question.id, step.usual?)))
        .collect();
    assert_eq!(
        usual,
        [
            ("neck", (4, 5)),
            ("roll", (6, 7)),
            ("sit", (9, 10)),
            ("crawl", (10, 11)),
            ("pull_up", (11, 12)),
            ("walk", (16, 17)),
        ]
    );
}

proptest! {
    #[test]
    fn no_record_is_too_strange_for_a_timeline(note in answers::note()) {
        let timeline = of(&note);
        let years: Vec<_> = timeline.years.iter().map(|year| year.year).collect();
        prop_assert!(years.windows(2).all(|two| two[0] > two[1]), "{years:?}");
    }

    #[test]
    fn the_age_on_a_day_lies_within_what_is_said_of_its_month_and_year(
        birth in (2000_u16..2020, 1_u8..=12, 1_u8..=28),
        on in (2020_u16..2040, 1_u8..=12, 1_u8..=28),
    ) {
        let day = |(year, month, day)| PartialDate::day(year, month, day).expect("a day");
        let (birth, on) = (day(birth), day(on));
        let exact = age(birth, on).expect("an age");
        let key = |age: stepnote::answer::Age| (age.years, age.months);
        let months = [on, PartialDate { day: None, ..on }, PartialDate { month: None, day: None, ..on }];
        let births = [birth, PartialDate { day: None, ..birth }, PartialDate { month: None, day: None, ..birth }];
        for on in months {
            for birth in births {
                let said = ages(birth, on).expect("ages");
                prop_assert!(key(said.from) <= key(exact) && key(exact) <= key(said.to), "{birth:?} {on:?}");
            }
        }
    }
}
