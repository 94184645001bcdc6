//! この端末で使う: without a network, on the home screen, and how long things stay.

use leptos::prelude::*;

use crate::{
    browser::{
        el::{El, el},
        page,
    },
    surroundings::Surroundings,
    text::Text,
    ui::{
        page::notices::steps,
        part::{COLUMN, Lead, Say, asking, button, frame, group, lead, quiet, title},
        words::shell::{device as w, place},
    },
};

/// The page of it.
pub fn device() -> Vec<El> {
    let changed = RwSignal::new(());
    let told = window_event_listener_untyped("ks-new", move |_| changed.set(()));
    on_cleanup(move || told.remove());
    let offline = move || {
        changed.track();
        Some(match page::root("data-offline") {
            Some(_) => quiet("ks-quiet", "check", w::READY),
            None => quiet("ks-quiet", "info", w::NOT_READY),
        })
    };
    let part = |name: Text| {
        el("section")
            .class("ks-stack-2")
            .add(el("h2").class("ks-h2").say(name))
    };
    let install = move || {
        changed.track();
        if page::root("data-installs").is_some() {
            let add = button("ks-btn ks-btn--line", || page::tell("ks-install")).say(w::INSTALL);
            return vec![el("p").say(w::INSTALL_SUB), add];
        }
        match page::surroundings() {
            Surroundings::AppleTab => vec![el("p").say(place::APPLE_SUB), steps()],
            Surroundings::Inside(_) => vec![el("p").say(place::INSIDE_SUB)],
            Surroundings::Plain => vec![el("p").say(w::BY_MENU)],
        }
    };
    let build = el("p")
        .class("ks-small ks-num")
        .say(w::BUILD)
        .text(" ")
        .text(&page::build());
    let content = vec![
        group("", vec![title(w::TITLE), lead(w::LEAD)]),
        part(w::OFFLINE).when(offline),
        asking(false),
        part(w::HOME_SCREEN).part(install),
        build,
    ];
    frame(Lead::Back("#/help"), w::TITLE, COLUMN, content)
}
