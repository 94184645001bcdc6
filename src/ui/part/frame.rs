//! The frame of every screen: the bar on top, and the one column below it.

use std::{cell::Cell, time::Duration};

use leptos::prelude::*;

use super::{More, Say, added, art, button, icon, languages, link, span, words};
use crate::{
    browser::{
        el::{El, el},
        page, place,
    },
    route::Route,
    store::{Session, machine, practice::practising},
    text::Text,
    ui::words as w,
};

/// What stands at the left of the bar.
pub enum Lead {
    /// The name of the app.
    Brand,
    /// A way back to another screen.
    Back(&'static str),
    /// The same, from where something is under way that would be lost if the screen were drawn anew.
    Away(&'static str),
    /// The name of the app alone: something is under way that must end first.
    Wait,
    /// The same, to one that is known only here.
    To(String),
    /// A way back to the step before, on the same screen.
    Step(Box<dyn FnMut()>),
    /// 閉じて消す: the end of what is shown, which is nowhere else.
    Close(Box<dyn FnMut()>),
}

/// The plain column.
pub const COLUMN: &str = "ks-main ks-stack-5";

/// A screen. Its heading [`title`] takes the focus when the screen opens. `name` stands in the title
/// of the window: never anything personal.
pub fn frame(lead: Lead, name: Text, class: &str, content: Vec<El>) -> Vec<El> {
    let session = expect_context::<Session>();
    let app = words(w::APP);
    match words(name) {
        name if name == app => page::set_title(app),
        name => page::set_title(&format!("{name} – {app}")),
    }
    // Where staff read what is nowhere else, 閉じて消す stands in its place.
    let leave = (!matches!(lead, Lead::Close(_))).then(|| {
        button("ks-top__tool ks-top__tool--leave", leaving())
            .add(icon("leave"))
            .add(span(w::shell::LEAVE))
    });
    let chooses = matches!(lead, Lead::Brand | Lead::Back(_));
    // The cover says it on the home screen.
    let who = matches!(
        lead,
        Lead::Back(_) | Lead::Away(_) | Lead::To(_) | Lead::Step(_)
    )
    .then(whose)
    .flatten();
    let lead = match lead {
        Lead::Brand => link("ks-top__lead ks-top__brand", "#/")
            .add(art("mark", "mark"))
            .add(span(w::APP)),
        Lead::Wait => span(w::APP).class("ks-top__lead ks-top__brand"),
        step => {
            let step = Cell::new(Some(step));
            let made = untrack(|| added(More::Lead(&step))).pop();
            // Before the second part is here, a step is only what its button does.
            let made = made.or_else(|| step.take().map(plain_step));
            made.unwrap_or_else(|| el("span"))
        }
    };
    let lock = move || {
        session.is_open().then(|| {
            let lock = move || {
                session.lock();
                place::go("#/");
            };
            button("ks-top__tool ks-top__tool--lock", lock)
                .add(icon("lock"))
                .add(span(w::LOCK))
        })
    };
    let help = link("ks-top__tool", &Route::Help.fragment())
        .add(icon("help"))
        .add(span(w::HELP));
    let practice = practising().then(|| {
        let end = move || {
            session.lock();
            place::go("#/");
        };
        let end = button("ks-btn ks-btn--sm", end).say(w::practice::END);
        el("aside")
            .class("ks-practice")
            .called(w::practice::BAND)
            .add(el("p").say(w::practice::BAND))
            .add(end)
    });
    // Where something is under way that is nowhere else, it would be drawn anew and lost.
    let chooses = chooses && session.is_open_untracked();
    let tongues = chooses.then(|| untrack(|| added(More::Tongues)));
    page::set_root("data-practice", if practice.is_some() { "on" } else { "" });
    let top = el("header")
        .class("ks-top ks-noprint")
        .add(lead)
        .maybe(who)
        .all(tongues.unwrap_or_default())
        .when(lock)
        .add(help)
        .maybe(leave);
    let all = practice.into_iter();
    all.chain([top, el("main").class(class).all(content)])
        .collect()
}

const LEAD: &str = "ks-top__lead";

fn plain_step(lead: Lead) -> El {
    match lead {
        Lead::Step(back) => in_bar(button(LEAD, back), "back", w::BACK),
        Lead::Close(close) => in_bar(button(LEAD, close), "close", w::receive::CLOSE),
        Lead::Back(to) | Lead::Away(to) => in_bar(link(LEAD, to), "back", w::BACK),
        Lead::To(to) => in_bar(link(LEAD, &to), "back", w::BACK),
        Lead::Brand | Lead::Wait => in_bar(link(LEAD, "#/"), "back", w::BACK),
    }
}

fn in_bar(into: El, glyph: &str, name: Text) -> El {
    into.add(icon(glyph)).add(span(name))
}

/// The way back of a step, which the browser's own way back takes as well. The end of what is nowhere
/// else is not taken so.
pub fn step_back(lead: Lead) -> El {
    let through = |back, stays| {
        let back = place::step(back, stays);
        Box::new(move || back())
    };
    plain_step(match lead {
        Lead::Step(back) => Lead::Step(through(back, false)),
        Lead::Close(close) => Lead::Close(through(close, true)),
        other => other,
    })
}

/// The languages, behind one button of the bar.
pub fn tongues() -> El {
    let summary = el("summary")
        .class("ks-top__tool")
        .add(icon("globe"))
        .add(el("span").attr("lang", "en").text("Language"));
    el("details")
        .class("ks-top__tongue")
        .add(summary)
        .add(languages())
}

/// Whose note is open.
fn whose() -> Option<El> {
    let child = expect_context::<Session>().child()?;
    let name = match child.name.as_str() {
        "" => span(w::child::NAMELESS),
        name => el("span").attr("translate", "no").text(name),
    };
    Some(el("p").class("ks-top__who").add(name))
}

/// すぐに閉じる: nothing is to be seen, the note is locked, and the calendar is there instead.
pub fn leaving() -> impl Fn() + Copy {
    let session = expect_context::<Session>();
    move || {
        page::vanish();
        session.lock();
        place::leave("koyomi.html");
    }
}

/// The seconds until a shared machine forgets all, once that is said.
#[derive(Clone, Copy)]
pub struct Left(pub RwSignal<Option<u32>>);

/// おわる（けします）, on a shared machine: nothing is to be seen, the keys go, then what was kept in
/// any place, then the page itself, and what stands here next begins anew. A place that does not
/// answer keeps nobody: the next page looks.
pub fn ending() -> impl Fn() + Copy {
    const PATIENCE: Duration = Duration::from_secs(3);
    let session = expect_context::<Session>();
    let ends = StoredValue::new(false);
    move || {
        if ends.get_value() {
            return;
        }
        ends.set_value(true);
        page::vanish();
        session.lock();
        crate::worker::stop();
        let left = StoredValue::new(false);
        let leave = move || {
            if left.try_get_value() == Some(false) {
                left.set_value(true);
                place::leave("kiosk.html");
            }
        };
        set_timeout(leave, PATIENCE);
        leptos::task::spawn_local(async move {
            machine::forget().await;
            leave();
        });
    }
}

/// The heading of a screen.
pub fn title(text: Text) -> El {
    heading("ks-h1").say(text)
}

/// A heading that takes the focus when its screen opens.
pub fn heading(class: &str) -> El {
    el("h1").class(class).id("title").attr("tabindex", "-1")
}

/// A sentence below a heading.
pub fn lead(text: Text) -> El {
    el("p").class("ks-lead").say(text)
}

/// Several elements as one.
pub fn group(class: &str, content: Vec<El>) -> El {
    el("div")
        .attr_if("class", Some(class).filter(|class| !class.is_empty()))
        .all(content)
}
