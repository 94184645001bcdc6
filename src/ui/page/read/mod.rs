//! What was received, on one calm page, and on paper. Nothing of it is kept: closing the page, or
//! the Esc key, is the end of everything it shows.

mod answer;
mod away;
mod back;
mod enclosed;
mod replied;
mod terms;

use std::{rc::Rc, time::Duration};

use answer::{Answering, answer};
use leptos::prelude::*;
use serde_json::Value;

use crate::{
    browser::{
        clock,
        el::{El, el},
        keyboard, page,
    },
    consent,
    export::Sheets,
    form::Form,
    forms::{self, ACTIONS, CASE, CONSENT, SLIP},
    idle::{Idle, Limits},
    machine::Way,
    paper,
    record::Record,
    share::{Bundle, Receipt},
    sheet::date_in_words,
    slip::Reply,
    store::{Door, Session},
    ui::{
        page::{
            home::full_name,
            take::{Incoming, take},
        },
        part::{
            COLUMN, Lead, Say, button, by, frame, group, icon, lang_now, lead, pages, quiet,
            reader, span, title, words as say,
        },
        words::{self, office as o, receive as w},
    },
};

/// What arrived and was opened.
#[derive(Debug, Clone, PartialEq)]
pub struct Received {
    /// What is in it.
    pub bundle: Bundle,
    /// The number both sides compare; `None` for hand-offs of the first shape.
    pub receipt: Option<Receipt>,
}

/// What an envelope held.
#[derive(Debug, Clone, PartialEq)]
pub enum Came {
    /// A hand-over.
    Handed(Received),
    /// The answer of an office, on its way back.
    Answer(Reply),
}

/// What is shown of it now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    /// Its consent is long over, and nobody said yet that it may be seen.
    Over,
    Reading,
    Taking,
    /// Answering one of the slips, by its place among them.
    Answering(usize),
}

/// The reader at the office. Closing it is the end of everything it shows; a parent whose note is
/// open can take it in.
pub fn read(came: &Came, close: impl Fn() + Copy + 'static) -> Vec<El> {
    let mut screen = match came {
        Came::Handed(received) => handed(received, close),
        Came::Answer(reply) => replied::replied(reply, close),
    };
    screen.push(left(close));
    screen
}

/// Closes what nobody looks at any more, and says so shortly before.
fn left(close: impl Fn() + 'static) -> El {
    let touched = StoredValue::new(clock::now_ms());
    let warns = RwSignal::new(false);
    for event in ["pointerdown", "keydown", "input", "wheel"] {
        let heard = window_event_listener_untyped(event, move |_| {
            touched.set_value(clock::now_ms());
            warns.set(false);
        });
        on_cleanup(move || heard.remove());
    }
    let look = move || {
        let quiet = clock::now_ms() - touched.get_value();
        match Limits::READER.after(quiet, None) {
            Idle::Busy => {}
            Idle::Warn => warns.set(true),
            Idle::Wipe => close(),
        }
    };
    let every = set_interval_with_handle(look, Duration::from_secs(5));
    on_cleanup(move || {
        if let Ok(every) = every {
            every.clear();
        }
    });
    el("div").class("ks-slot").when(move || {
        let warning = || {
            el("p")
                .class("ks-idle")
                .attr("role", "alert")
                .say(o::SOON_CLOSED)
        };
        warns.get().then(warning)
    })
}

fn handed(received: &Received, close: impl Fn() + Copy + 'static) -> Vec<El> {
    let session = expect_context::<Session>();
    let received = received.clone();
    let consent = received.bundle.consent(&CONSENT);
    let over = consent.is_some_and(|consent| consent::long_over(&consent, clock::today()));
    let step = RwSignal::new(if over { Step::Over } else { Step::Reading });
    let answering = StoredValue::new(None::<(usize, Answering)>);
    // What somebody is writing or choosing is not erased by one key, and in a field Esc belongs to the field.
    keyboard::pressed(move |press| {
        let writes = matches!(step.get_untracked(), Step::Answering(_) | Step::Taking);
        let free = !press.composing && !press.in_field && !writes;
        let clears = press.key == "Escape" && free;
        if clears {
            close();
        }
        clears
    });
    vec![el("div").class("ks-screen").part(move || match step.get() {
        Step::Over => ended(step, close),
        Step::Taking => {
            let back = Rc::new(move || step.set(Step::Reading));
            vec![take(vec![incoming(&received.bundle)], None, back)]
        }
        Step::Answering(at) => {
            let begun = answering.get_value().filter(|(other, _)| *other == at);
            let begun = begun.map(|(_, begun)| begun).or_else(|| {
                let slips = received.bundle.records(&[&SLIP]);
                let new = Answering::of(&received, &slips.get(at)?.2);
                answering.set_value(Some((at, new.clone())));
                Some(new)
            });
            let back: Rc<dyn Fn()> = Rc::new(move || {
                step.set(Step::Reading);
                page::to_title();
            });
            begun.map(|begun| answer(begun, back)).into_iter().collect()
        }
        Step::Reading => {
            let locked = || quiet("ks-quiet", "info", words::take::LOCKED);
            let go = session.is_open().then(|| {
                button("ks-btn ks-btn--main", move || {
                    step.set(Step::Taking);
                    page::to_title();
                })
                .add(icon("note"))
                .add(span(words::take::GO))
            });
            let go = go.or_else(|| (session.door() == Door::Locked).then(locked));
            shown(&received, go, step, close)
        }
    })]
}

/// Asks before it shows what the parent agreed to only until a day that has passed.
fn ended(step: RwSignal<Step>, close: impl Fn() + Copy + 'static) -> Vec<El> {
    let show = button("ks-btn ks-btn--line ks-btn--wide", move || {
        step.set(Step::Reading);
        page::to_title();
    });
    let end = button("ks-btn ks-btn--main ks-btn--wide", close)
        .add(icon("close"))
        .add(span(w::CLOSE));
    let content = vec![
        group("", vec![title(o::ENDED), lead(o::ENDED_LEAD)]),
        quiet("ks-quiet", "calendar", o::ENDED_CLOCK),
        end,
        show.say(o::SHOW),
    ];
    frame(Lead::Close(Box::new(close)), w::TITLE, COLUMN, content)
}

fn incoming(bundle: &Bundle) -> Incoming {
    let note = bundle.note();
    Incoming {
        id: None,
        name: full_name(&note),
        label: Value::Null,
        bytes: note.to_bytes(),
        made: bundle
            .issued_on()
            .map_or_else(String::new, |day| date_in_words(&day.into(), lang_now())),
    }
}

/// The sheets in the order in which they are read: what is asked of the office comes first.
fn in_order(sheets: &Sheets) -> Vec<(&'static Form, Record)> {
    let first = [SLIP.id, ACTIONS.id];
    let place = |form: &Form| first.iter().position(|id| *id == form.id);
    let mut leaves: Vec<_> = sheets.leaves.iter().collect();
    leaves.sort_by_key(|(form, ..)| place(form).unwrap_or(first.len()));
    let read = leaves.into_iter();
    read.map(|(form, _, record)| (*form, record.clone()))
        .collect()
}

fn shown(
    received: &Received,
    take: Option<El>,
    step: RwSignal<Step>,
    close: impl Fn() + Copy + 'static,
) -> Vec<El> {
    let bundle = &received.bundle;
    let exported = Sheets::of(bundle);
    let sheets = in_order(&exported);
    let issued = bundle
        .issued_on()
        .map(|date| date_in_words(&date.into(), lang_now()));
    let on_paper: Vec<_> = sheets
        .iter()
        .map(|(form, record)| (*form, Some(record)))
        .collect();
    let today = Some(clock::today());
    let printed = paper::Printing {
        sheets: &on_paper,
        facts: exported.facts,
        name: "",
        today,
        ..paper::Printing::default()
    }
    .pages();
    let about = [
        say(w::ISSUED),
        " ",
        &issued.unwrap_or_default(),
        "　",
        say(w::NOT_KEPT),
    ]
    .concat();
    let print = by(Way::Paper, button("ks-btn ks-btn--line", page::print))
        .add(icon("print"))
        .add(span(w::PRINT));
    let end = button("ks-btn", close)
        .add(icon("close"))
        .add(span(w::CLOSE));
    let mine = take.is_some();
    let known: Vec<Form> = forms::ALL.iter().chain(CASE).copied().collect();
    let content = vec![
        group(
            "",
            vec![title(w::GOT), el("p").class("ks-small ks-num").text(&about)],
        )
        .maybe(tongue(bundle)),
        terms::bands(bundle, &sheets),
        group(
            "of__picks",
            vec![terms::consent(bundle), terms::receipt(received)],
        ),
        group("ks-row", vec![])
            .maybe(take)
            .all(answers(bundle, step))
            .add(print)
            .add(end),
        reader(&sheets, unknown(bundle, &known)),
    ];
    let behind = [away::away(exported), el("p").class("ks-small").say(o::ESC)];
    let content = content.into_iter().chain(enclosed::enclosed(bundle, mine));
    let content = content.chain(behind).collect();
    let content: Vec<El> = content;
    let content = vec![
        group("ks-noprint ks-stack-5", content),
        group("ks-onpaper", vec![pages(printed)]),
    ];
    frame(
        Lead::Close(Box::new(close)),
        w::TITLE,
        "ks-main ks-main--wide",
        content,
    )
}

/// In which language the parent reads what is written to her.
fn tongue(bundle: &Bundle) -> Option<El> {
    let (tag, name) = bundle.tongue()?;
    let name = el("b").attr("lang", tag).text(name);
    Some(el("p").class("ks-small").say(o::TONGUE).add(name))
}

/// A way to answer each slip.
fn answers(bundle: &Bundle, step: RwSignal<Step>) -> Vec<El> {
    let slips = bundle.records(&[&SLIP]);
    let one = slips.len() == 1;
    let way = |(at, (_, _, slip)): (usize, &(_, _, Record))| {
        let go = move || {
            step.set(Step::Answering(at));
            page::to_title();
        };
        let way = button("ks-btn ks-btn--main", go).add(icon("reply"));
        let words = span(o::ANSWER);
        let number = slip.answers.text("slip_no");
        way.add(if one {
            words
        } else {
            words.text("　").text(number)
        })
    };
    slips.iter().enumerate().map(way).collect()
}

/// How many of the sheets inside are of forms that this version does not know.
fn unknown(bundle: &Bundle, known: &[Form]) -> usize {
    let sheets = bundle.json().get("sheets").and_then(Value::as_array);
    let sheets = sheets.map_or(&[][..], Vec::as_slice);
    let strange = |sheet: &&Value| {
        let id = sheet
            .get("form")
            .and_then(Value::as_str)
            .unwrap_or_default();
        !known.iter().any(|form| form.id == id)
    };
    sheets.iter().filter(strange).count()
}
