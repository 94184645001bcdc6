//! あゆみ: what happened when, as a path of stones from today back to birth. The path is a list of
//! lists; the same stands in a table for whoever would rather read it so.

use leptos::prelude::*;

use super::{
    home::records_of,
    milestones::milestones,
    places::{head, places},
};
use crate::{
    answer::{PartialDate, SchoolYear, Stage},
    browser::{
        clock,
        el::{El, el, ticked, value_of},
    },
    form::{Form, Lane},
    forms,
    route::Route,
    store::Session,
    text::Text,
    timeline::{Event, Known, Timeline, Year},
    ui::{
        part::{
            COLUMN, Lead, Say, Spot, art, button, frame, group, icon, lang_now, lead, link, row,
            span, words,
        },
        words::{home, timeline as w},
    },
};

/// What happened when.
pub fn timeline(who: &str) -> Vec<El> {
    let session = expect_context::<Session>();
    let records = records_of(&session.note());
    let today = clock::today();
    let told = Timeline::of(&records, today, lang_now());
    let blank = told.years.is_empty() && told.undated.is_empty();
    let head = head(who, home::TIMELINE, "dr-keyaki");
    let mut content = vec![head];
    if blank {
        content.push(lead(w::EMPTY));
        content.push(sheets(|form| {
            form.sections.iter().any(|part| part.lane.is_some())
        }));
    } else {
        // A bit a lane: which are shown.
        let shown = RwSignal::new(0b1111_usize);
        let as_table = RwSignal::new(false);
        let year = RwSignal::new(0_usize);
        let lanes = w::LANES.into_iter().map(|lane| chip(lane, shown));
        let which = group("ay__chips", lanes.collect())
            .attr("role", "group")
            .called(w::WHICH);
        let other = button("ks-btn ks-btn--text ay__way", move || {
            as_table.update(|on| *on = !*on);
        });
        let other = other
            .words(move || words(if as_table.get() { w::PICTURE } else { w::TABLE }).to_owned());
        let lines = el("p").class("ks-small").say(w::LINES);
        let lines = lines.hidden_while(move || as_table.get());
        let years: Vec<String> = told.years.iter().map(year_name).collect();
        let story = el("div").class("ay__story").when(move || {
            let shown = Shown {
                lanes: shown.get(),
                year: year.get(),
            };
            Some(if as_table.get() {
                table(&told, shown)
            } else {
                path(&told, shown, today)
            })
        });
        let near = (years.len() > 1).then(|| near(&years, year));
        let above = group("", vec![which])
            .maybe(near)
            .add(group("ay__above", vec![lines, other]));
        content.extend([above, story, milestones(&records)]);
    }
    let mut screen = frame(Lead::Back("#/"), home::TIMELINE, COLUMN, content);
    screen.push(places(&Route::Timeline));
    screen
}

/// The sheets on which something of a kind is asked, for whoever has not written it yet.
pub(super) fn sheets(asks: fn(&Form) -> bool) -> El {
    let to = |form: &&Form| {
        let to = Route::Sheet(form.id.to_owned()).fragment();
        row(link("ks-link-row", &to), "note", form.title, None)
    };
    let asking = forms::ALL.iter().filter(|form| asks(form));
    el("nav")
        .called(home::SHEETS)
        .all(asking.map(|form| to(&form)).collect())
}

/// What is shown.
#[derive(Clone, Copy)]
struct Shown {
    /// The lanes, a bit each.
    lanes: usize,
    /// The year by its place, from 1; 0 for all, and what has no year.
    year: usize,
}

impl Shown {
    fn has(self, lane: Lane) -> bool {
        self.lanes >> lane as usize & 1 == 1
    }

    /// The years that are shown.
    fn years(self, told: &Timeline) -> impl Iterator<Item = &Year> {
        let years = told.years.iter().enumerate();
        let seen = move |at: usize| self.year == 0 || self.year == at + 1;
        years.filter(move |(at, _)| seen(*at)).map(|(_, year)| year)
    }

    /// What has no year.
    fn undated(self, told: &Timeline) -> impl Iterator<Item = &Event> {
        let undated = told.undated.iter();
        undated.filter(move |event| self.year == 0 && self.has(event.lane))
    }
}

/// One year alone, or all of them.
fn near(years: &[String], year: RwSignal<usize>) -> El {
    const ID: &str = "ay-year";
    let option = |(at, name): (usize, &str)| {
        let option = el("option").attr("value", &at.to_string());
        option.text(name)
    };
    let years = years.iter().map(String::as_str);
    let all = [words(w::ALL_YEARS)].into_iter().chain(years);
    let select = el("select")
        .class("ks-input ay__years")
        .id(ID)
        .all(all.enumerate().map(option).collect())
        .on("change", move |event| {
            year.set(value_of(&event).parse().unwrap_or_default());
        });
    let label = el("label").class("ks-label").attr("for", ID);
    group("ks-field", vec![label.say(w::WHICH_YEAR), select])
}

/// A lane to see or not.
fn chip((lane, glyph, name): (Lane, &str, Text), shown: RwSignal<usize>) -> El {
    let bit = 1 << lane as usize;
    let input = el("input")
        .class("ks-hide")
        .attr("type", "checkbox")
        .ticked_while(move || shown.get() & bit != 0)
        .on("change", move |event| {
            let on = ticked(&event);
            shown.update(|all| *all = if on { *all | bit } else { *all & !bit });
        });
    el("label")
        .class("ay__chip")
        .attr("data-lane", code(lane))
        .add(input)
        .add(icon(glyph))
        .add(span(name))
}

/// The name of a lane for the style.
fn code(lane: Lane) -> &'static str {
    match lane {
        Lane::School => "school",
        Lane::Care => "care",
        Lane::Medicine => "medicine",
        Lane::Event => "event",
    }
}

fn path(told: &Timeline, shown: Shown, today: PartialDate) -> El {
    let mut years = Vec::new();
    // Today stands between what is to come and what was.
    let mut ahead: Option<&Event> = None;
    for year in shown.years(told) {
        let events = year.events.iter().filter(|event| shown.has(event.lane));
        let mut stones = Vec::new();
        for (at, event) in events.enumerate() {
            if let Some(next) = ahead.take_if(|_| !event.ahead) {
                let both = |lane: &&Lane| next.running.contains(lane);
                let beside: Vec<Lane> = event.running.iter().filter(both).copied().collect();
                let now = el("li")
                    .class("ay__now")
                    .add(running(&beside, shown))
                    .add(span(w::TODAY));
                // A year that has not begun yet stands above it.
                let into = if year.year < today.year {
                    &mut years
                } else {
                    &mut stones
                };
                into.push(now);
            }
            if event.ahead {
                ahead = Some(event);
            }
            stones.push(stone(at, event, shown));
        }
        if stones.is_empty() {
            continue;
        }
        let named = el("span").class("ay__n ks-num").text(&year_name(year));
        let sub = el("span").class("ks-small").text(&year_note(year));
        let title = el("h2")
            .class("ay__y")
            .add(running(&year.running, shown))
            .add(named)
            .add(sub);
        years.push(el("li").add(title).add(el("ol").class("ay").all(stones)));
    }
    let undated: Vec<El> = shown
        .undated(told)
        .enumerate()
        .map(|(at, event)| stone(at, event, shown))
        .collect();
    if !undated.is_empty() {
        let title = el("h2").class("ay__y").add(span(w::UNDATED).class("ay__n"));
        years.push(el("li").add(title).add(el("ol").class("ay").all(undated)));
    }
    el("ol").class("ay__all").all(years)
}

fn year_name(year: &Year) -> String {
    year.year.to_string() + words(w::YEAR)
}

/// 6歳になる年・4月から 年長
fn year_note(year: &Year) -> String {
    let turns = match year.turns {
        None => String::new(),
        Some(0) => words(w::BORN).to_owned(),
        Some(age) => [words(w::TURNS_BEFORE), &age.to_string(), words(w::TURNS)].concat(),
    };
    let grade = grade(year).unwrap_or_default();
    if turns.is_empty() || grade.is_empty() {
        return turns + &grade;
    }
    [&turns, "・", words(w::FROM_APRIL), &grade].concat()
}

/// The school year that begins in April; `None` before kindergarten and after school.
fn grade(year: &Year) -> Option<String> {
    let grade = year.grade?;
    let nth = |first: i32| u8::try_from(grade - first + 1).unwrap_or(1);
    let stage = match grade {
        -3..=-1 => {
            let name = w::KINDERGARTEN[usize::from(nth(-3) - 1)];
            return Some(words(name).to_owned());
        }
        0..=5 => Stage::Elementary(nth(0)),
        6..=8 => Stage::JuniorHigh(nth(6)),
        9..=11 => Stage::HighSchool(nth(9)),
        _ => return None,
    };
    let year = SchoolYear { entry: 0, stage };
    Some(year.words(lang_now()))
}

/// What goes on beside it, as lines of the lanes' colours.
fn running(lanes: &[Lane], shown: Shown) -> El {
    let line = |lane: &Lane| el("i").attr("data-lane", code(*lane));
    el("span").class("ay__run").attr("aria-hidden", "true").all(
        lanes
            .iter()
            .filter(|lane| shown.has(**lane))
            .map(line)
            .collect(),
    )
}

fn stone(at: usize, event: &Event, shown: Shown) -> El {
    let (_, glyph, lane) = w::LANES[event.lane as usize];
    let mark = el("span")
        .class("ay__st")
        .add(art(&["stone-", &(at % 4 + 1).to_string()].concat(), ""))
        .add(icon(glyph));
    let when = el("span")
        .class("ks-small ks-num ay__w")
        .maybe((!event.near.is_empty()).then(|| el("span").text(&event.near)))
        .maybe(ages(event).map(|ages| el("span").class("ay__age").text(&ages)))
        // The drawing on the stone says it to whoever sees it.
        .add(span(lane).class("ks-hide"));
    let title = el("b").attr("translate", "no").text(title(event));
    let detail = (!event.detail.is_empty()).then(|| {
        let detail = el("span").class("ks-small ks-typed");
        detail.attr("translate", "no").text(&event.detail)
    });
    let to = spot(event).link("ay__b").add(when).add(title).maybe(detail);
    el("li")
        .class("ay__e")
        .attr("data-lane", code(event.lane))
        .attr_if(
            "data-vague",
            matches!(event.known, Known::About | Known::Never).then_some(""),
        )
        .add(running(&event.running, shown))
        .add(mark)
        .add(to)
}

fn ages(event: &Event) -> Option<String> {
    event.ages.map(|ages| ages.words(lang_now()))
}

/// What it was; where a row has no title, what its part is called.
fn title(event: &Event) -> &str {
    if event.title.is_empty() {
        words(event.section.title)
    } else {
        &event.title
    }
}

fn spot(event: &Event) -> Spot {
    Spot {
        form: event.form.id,
        section: event.section.id,
        row: event.row,
        question: event.row.is_none().then_some(event.question.id),
    }
}

fn table(told: &Timeline, shown: Shown) -> El {
    let seen = |event: &&Event| shown.has(event.lane);
    // The roles stay where large text makes blocks of the cells.
    let cell = |text: &str| el("td").attr("role", "cell").text(text);
    let row = |event: &Event, year: &str| {
        let when = if event.when.is_empty() {
            year
        } else {
            &event.when
        };
        let small = |text: &str| el("span").class("ks-small ks-block ks-typed").text(text);
        let detail = (!event.detail.is_empty()).then(|| small(&event.detail));
        let ahead = event.ahead.then(|| small(words(w::AHEAD)));
        let (.., lane) = w::LANES[event.lane as usize];
        let what = el("th")
            .attr("scope", "row")
            .attr("role", "rowheader")
            .add(
                spot(event)
                    .link("")
                    .attr("translate", "no")
                    .text(title(event)),
            )
            .maybe(detail)
            .add(small(words(lane)));
        el("tr")
            .attr("role", "row")
            .add(cell(when).class("ks-num").maybe(ahead))
            .add(cell(&ages(event).unwrap_or_default()).class("ks-num"))
            .add(what)
    };
    let mut rows = Vec::new();
    for year in &told.years {
        let name = year_name(year);
        let events = year.events.iter().filter(seen);
        rows.extend(events.map(|event| row(event, &name)));
    }
    let unknown = words(w::UNKNOWN);
    rows.extend(shown.undated(told).map(|event| row(event, unknown)));
    let heads = [w::WHEN, w::AGE, w::WHAT];
    let head = |text: Text| {
        el("th")
            .attr("scope", "col")
            .attr("role", "columnheader")
            .say(text)
    };
    let heads = el("tr")
        .attr("role", "row")
        .all(heads.into_iter().map(head).collect());
    el("table")
        .class("ay-table")
        .attr("role", "table")
        .add(el("caption").class("ks-hide").say(home::TIMELINE))
        .add(el("thead").attr("role", "rowgroup").add(heads))
        .add(el("tbody").attr("role", "rowgroup").all(rows))
}
