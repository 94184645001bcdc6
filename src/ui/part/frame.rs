//! The frame of every screen: the bar on top, and the one column below it.

use std::time::Duration;

use leptos::prelude::*;

use super::{Say, art, button, icon, link, span, words};
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
    const LEAD: &str = "ks-top__lead";
    // The cover says it on the home screen.
    let who = matches!(lead, Lead::Back(_) | Lead::Step(_))
        .then(whose)
        .flatten();
    let lead = match lead {
        Lead::Brand => link("ks-top__lead ks-top__brand", "#/")
            .add(art("mark", "mark"))
            .add(span(w::APP)),
        Lead::Back(to) => link(LEAD, to).add(icon("back")).add(span(w::BACK)),
        Lead::Step(back) => button(LEAD, back).add(icon("back")).add(span(w::BACK)),
        Lead::Close(close) => button(LEAD, close)
            .add(icon("close"))
            .add(span(w::receive::CLOSE)),
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
        let end = button("ks-btn ks-btn--sm ks-noprint", end).say(w::practice::END);
        el("aside")
            .class("ks-practice")
            .called(w::practice::BAND)
            .add(el("p").say(w::practice::BAND))
            .add(end)
    });
    page::set_root("data-practice", if practice.is_some() { "on" } else { "" });
    let top = el("header")
        .class("ks-top ks-noprint")
        .add(lead)
        .maybe(who)
        .when(lock)
        .add(help)
        .maybe(leave);
    let all = practice.into_iter();
    all.chain([top, el("main").class(class).all(content)])
        .collect()
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
