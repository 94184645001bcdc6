//! 節目: when the note is shown to new people, what helps then, and whom to turn to.

use leptos::prelude::*;

use super::{
    home::facts_of,
    offices::{card, stage_now},
};
use crate::{
    answer::{PartialDate, Pupil, school_entry},
    browser::{
        clock,
        el::{El, el},
        files,
    },
    directory::Moment,
    forms::{EMPLOYMENT, OWN_WORDS, PROFILE},
    machine::Way,
    record::{Note, State},
    route::Route,
    store::{Session, city::city},
    text::Lang,
    transition::{self, CONFIRM, Step, Transition, calendar, due, events},
    ui::{
        part::{
            COLUMN, Lead, Say, art, button, by, frame, group, icon, lang_now, lead, link, points,
            quiet, row, span, title, words,
        },
        words::{leave, offices, print, turns as w},
    },
};

/// The turning points of the child whose note is open.
pub fn transitions() -> Vec<El> {
    let session = expect_context::<Session>();
    let child = facts_of(&session.note()).pupil();
    let today = clock::today();
    let mut content = vec![group("", vec![title(w::TITLE), lead(w::LEAD)])];
    match child.filter(|child| school_entry(*child).is_some()) {
        None => {
            let write = link(
                "ks-btn ks-btn--sm",
                &Route::Sheet(PROFILE.id.to_owned()).fragment(),
            );
            content.push(group(
                "ks-card ks-stack",
                vec![
                    quiet("ks-quiet", "calendar", w::NO_BIRTH),
                    write.say(w::WRITE_BIRTH),
                ],
            ));
        }
        Some(child) => {
            content.push(quiet("ks-quiet", "info", CONFIRM));
            let all = Transition::ALL.into_iter();
            content.extend(all.map(|one| part(one, child, today)));
            content.push(into_calendar(child, today));
        }
    }
    content.push(moving());
    content.push(whom());
    frame(Lead::Back("#/"), w::TITLE, COLUMN, content)
}

/// One turning point, and its steps.
fn part(one: Transition, child: Pupil, today: PartialDate) -> El {
    let steps = one.steps(child);
    let now = transition::near(child, today) == Some(one);
    let here = due(&steps, today);
    // Passing the note on is never over.
    let over = here == steps.len().checked_sub(1) && !now && one != Transition::Adulthood;
    let step = |(at, step): (usize, &Step)| {
        let mark = match here {
            Some(here) if now && here == at => Some(w::NOW),
            _ => None,
        };
        el("li")
            .attr_if("aria-current", mark.map(|_| "step"))
            .add(
                el("p")
                    .class("ks-small ks-num")
                    .text(&in_words(step.when))
                    .maybe(mark.map(|mark| span(mark).class("ks-tag tp__now"))),
            )
            .add(el("p").class("tp__what").say(step.what))
            .add(el("p").class("ks-small").say(step.help))
    };
    let head = el("h2").class("ks-h2").say(one.words());
    let list = el("ol")
        .class("tp")
        .all(steps.iter().enumerate().map(step).collect());
    if over {
        let fold = el("details").class("ks-card");
        let name = el("summary")
            .add(span(one.words()))
            .add(span(w::PAST).class("ks-small tp__past"));
        return fold.add(name).add(list);
    }
    el("section")
        .class("ks-stack")
        .add(head)
        .add(list)
        .all(ways(one))
}

/// Where a turning point leads in the note.
fn ways(one: Transition) -> Vec<El> {
    let to = |route: Route, glyph: &str, text| {
        link("ks-btn ks-btn--sm", &route.fragment())
            .add(icon(glyph))
            .add(span(text))
    };
    let own = || to(Route::Sheet(OWN_WORDS.id.to_owned()), "pen", w::OWN_PAGE);
    match one {
        Transition::Nursery => Vec::new(),
        Transition::School => vec![to(Route::SchoolPage, "school", w::SCHOOL_PAGE)],
        Transition::Graduation => vec![group(
            "ks-row",
            vec![own(), to(Route::Slips, "note", w::SLIP)],
        )],
        Transition::Adulthood => vec![group(
            "ks-row",
            vec![
                to(Route::Backup, "box", w::BACKUP),
                to(Route::Leave, "key", w::LEAVE),
                to(Route::Print, "print", w::HISTORY),
            ],
        )],
    }
}

/// 2027年4月（令和9年）
fn in_words(when: PartialDate) -> String {
    match lang_now().built_in() {
        Lang::En => when.en(),
        _ => when.ja(),
    }
}

fn into_calendar(child: Pupil, today: PartialDate) -> El {
    let save = move || {
        let events = events(child, today, lang_now());
        let file = calendar(&events, &clock::stamp());
        files::save("stepnote.ics", file.as_bytes());
    };
    let ahead = !events(child, today, Lang::Ja).is_empty();
    let save = ahead.then(|| {
        group(
            "ks-stack",
            vec![
                button("ks-btn ks-btn--wide", save)
                    .add(icon("calendar"))
                    .add(span(w::ICS)),
                el("p").class("ks-small").say(w::ICS_SUB),
            ],
        )
    });
    by(Way::File, el("div").maybe(save))
}

/// 転居 comes without a date.
fn moving() -> El {
    let to = |route: Route, glyph: &str, text| {
        link("ks-btn ks-btn--sm", &route.fragment())
            .add(icon(glyph))
            .add(span(text))
    };
    el("section")
        .class("ks-stack")
        .add(el("h2").class("ks-h2").say(w::MOVING))
        .add(points("check", &w::MOVING_SUB))
        .add(group(
            "ks-row",
            vec![
                to(Route::Backup, "box", w::BACKUP),
                to(Route::Leave, "file", leave::READABLE),
                to(Route::Print, "print", print::TITLE),
            ],
        ))
}

/// Whom to turn to at this age.
fn whom() -> El {
    let stage = stage_now();
    el("div").when(move || {
        let city = city();
        let now = Moment::in_japan(clock::now_ms() as u64);
        let offices = city.suggested(stage?);
        (!offices.is_empty()).then(|| {
            el("section")
                .class("ks-stack")
                .add(el("h2").class("ks-h2").say(offices::FOR_NOW))
                .add(
                    el("ul")
                        .class("of__list")
                        .all(offices.into_iter().map(|one| card(one, now)).collect()),
                )
        })
    })
}

/// The quiet line on home: what is due now, or when the next turning point comes.
pub(super) fn next(note: &Note) -> Option<El> {
    let child = facts_of(note).pupil()?;
    let today = clock::today();
    let (name, when, more) = match transition::near(child, today) {
        Some(near) => {
            let steps = near.steps(child);
            let step = steps.get(due(&steps, today)?)?;
            (
                words(near.words()).to_owned(),
                words(step.what).to_owned(),
                words(step.help),
            )
        }
        None => {
            let (coming, when) = transition::coming(child, today)?;
            let [before, after] = w::UNTIL.map(words);
            let wait = transition::wait(today, when, lang_now())?;
            let name = [words(coming.words()), before, &wait, after].concat();
            (name, in_words(when), words(w::NOTHING_YET))
        }
    };
    let said = el("span")
        .add(span(w::NEXT).class("ks-small ks-block"))
        .add(el("b").class("h-next__t").text(&name))
        .add(el("span").class("ks-small ks-block").text(&when))
        .add(el("span").class("ks-small ks-block").text(more));
    let to = link(
        "ks-card ks-card--lift h-next",
        &Route::Transitions.fragment(),
    );
    Some(to.add(art("dr-kobushi", "h-next__art")).add(said))
}

/// 現況届 comes in August: for whoever has written the sheet about work, and for nobody else.
pub(super) fn work(note: &Note) -> Option<El> {
    let august = clock::today().month == Some(8);
    let written = note.state(&EMPLOYMENT) != State::Blank;
    (august && written).then(|| {
        let to = link(
            "ks-btn ks-btn--sm",
            &Route::Sheet(EMPLOYMENT.id.to_owned()).fragment(),
        );
        group(
            "ks-card ks-stack",
            vec![quiet("ks-quiet", "calendar", w::WORK), to.say(w::WORK_OPEN)],
        )
    })
}

/// The ways from home to whom to turn to, and to how the note is used.
pub(super) fn rows() -> [El; 3] {
    let to = |route: Route| link("ks-link-row", &route.fragment());
    [
        row(
            to(Route::Offices),
            "talk",
            offices::ROW,
            Some(offices::ROW_SUB),
        ),
        row(to(Route::Transitions), "calendar", w::ROW, None),
        row(
            to(Route::Guide),
            "note",
            crate::ui::words::guide::ROW,
            Some(crate::ui::words::guide::ROW_SUB),
        ),
    ]
}
