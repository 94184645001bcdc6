//! あゆみ: what happened when, as a path of stones from today back to birth. The path is a list of
//! lists; the same stands in a table for whoever would rather read it so.

use leptos::prelude::*;

use super::{
    home::records_of,
    milestones::milestones,
    places::{head, places},
};
use crate::{
    answer::{SchoolYear, Stage},
    browser::el::{El, el, ticked},
    form::Lane,
    route::Route,
    store::Session,
    text::Text,
    timeline::{Event, Known, Timeline, Year},
    ui::{
        part::{
            COLUMN, Lead, Say, Spot, art, button, frame, group, icon, lang_now, lead, span, words,
        },
        words::{home, timeline as w},
    },
};

/// What happened when.
pub fn timeline(who: &str) -> Vec<El> {
    let session = expect_context::<Session>();
    let records = records_of(&session.note());
    let told = Timeline::of(&records, lang_now());
    let blank = told.years.is_empty() && told.undated.is_empty();
    let head = head(who, home::TIMELINE, "dr-keyaki");
    let mut content = vec![head];
    if blank {
        content.push(lead(w::EMPTY));
    } else {
        // A bit a lane: which are shown.
        let shown = RwSignal::new(0b1111_usize);
        let as_table = RwSignal::new(false);
        let lanes = w::LANES.into_iter().map(|lane| chip(lane, shown));
        let which = group("ay__chips", lanes.collect())
            .attr("role", "group")
            .called(w::WHICH);
        let other = button("ks-btn ks-btn--text ks-btn--wide", move || {
            as_table.update(|on| *on = !*on);
        });
        let other = other
            .words(move || words(if as_table.get() { w::PICTURE } else { w::TABLE }).to_owned());
        let story = el("div").when(move || {
            let seen = |event: &&Event| shown.get() >> event.lane as usize & 1 == 1;
            Some(if as_table.get() {
                table(&told, &seen)
            } else {
                path(&told, &seen)
            })
        });
        content.extend([which, story, other]);
    }
    content.push(milestones(&records));
    let mut screen = frame(Lead::Back("#/"), home::TIMELINE, COLUMN, content);
    screen.push(places(&Route::Timeline));
    screen
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

fn path(told: &Timeline, seen: &dyn Fn(&&Event) -> bool) -> El {
    let stones = |events: &[Event]| -> Vec<El> {
        let events = events.iter().filter(|event| seen(event));
        events
            .enumerate()
            .map(|(at, event)| stone(at, event))
            .collect()
    };
    let mut years = Vec::new();
    for year in &told.years {
        let stones = stones(&year.events);
        if stones.is_empty() {
            continue;
        }
        let named = el("span").class("ay__n ks-num").text(&year_name(year));
        let sub = el("span").class("ks-small").text(&year_note(year));
        let title = el("h2")
            .class("ay__y")
            .add(running(&year.running))
            .add(named)
            .add(sub);
        years.push(el("li").add(title).add(el("ol").class("ay").all(stones)));
    }
    let undated = stones(&told.undated);
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
fn running(lanes: &[Lane]) -> El {
    let line = |lane: &Lane| el("i").attr("data-lane", code(*lane));
    el("span")
        .class("ay__run")
        .attr("aria-hidden", "true")
        .all(lanes.iter().map(line).collect())
}

fn stone(at: usize, event: &Event) -> El {
    let (_, glyph, lane) = w::LANES[event.lane as usize];
    let mark = el("span")
        .class("ay__st")
        .add(art(&["stone-", &(at % 4 + 1).to_string()].concat(), ""))
        .add(icon(glyph));
    let about = (event.known == Known::About).then(|| span(w::ABOUT).class("ay__about"));
    let when = el("span")
        .class("ks-small ks-num ay__w")
        .maybe((!event.when.is_empty()).then(|| el("span").text(&event.when)))
        .maybe(ages(event).map(|ages| el("span").class("ay__age").text(&ages)))
        .maybe(about);
    let title = el("b").attr("translate", "no").text(title(event));
    let detail = el("span")
        .class("ks-small")
        .add(span(lane).class("ay__lane"))
        .text(if event.detail.is_empty() { "" } else { "・" })
        .add(el("span").attr("translate", "no").text(&event.detail));
    let to = spot(event).link("ay__b").add(when).add(title).add(detail);
    el("li")
        .class("ay__e")
        .attr("data-lane", code(event.lane))
        .attr_if(
            "data-vague",
            matches!(event.known, Known::About | Known::Never).then_some(""),
        )
        .add(running(&event.running))
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

fn table(told: &Timeline, seen: &dyn Fn(&&Event) -> bool) -> El {
    let cell = |text: &str| el("td").text(text);
    let row = |event: &Event, year: &str| {
        let when = if event.when.is_empty() {
            year
        } else {
            &event.when
        };
        let small = |text: &str| el("span").class("ks-small ks-block").text(text);
        let detail = (!event.detail.is_empty()).then(|| small(&event.detail));
        let (.., lane) = w::LANES[event.lane as usize];
        let what = el("th")
            .attr("scope", "row")
            .add(
                spot(event)
                    .link("")
                    .attr("translate", "no")
                    .text(title(event)),
            )
            .maybe(detail)
            .add(small(words(lane)));
        el("tr")
            .add(cell(when).class("ks-num"))
            .add(cell(&ages(event).unwrap_or_default()).class("ks-num"))
            .add(what)
    };
    let mut rows = Vec::new();
    for year in &told.years {
        let name = year_name(year);
        let events = year.events.iter().filter(seen);
        rows.extend(events.map(|event| row(event, &name)));
    }
    rows.extend(told.undated.iter().filter(seen).map(|event| row(event, "")));
    let heads = [w::WHEN, w::AGE, w::WHAT];
    let head = |text: Text| el("th").attr("scope", "col").say(text);
    el("table")
        .class("ay-table")
        .add(el("caption").class("ks-hide").say(home::TIMELINE))
        .add(el("thead").add(el("tr").all(heads.into_iter().map(head).collect())))
        .add(el("tbody").all(rows))
}
