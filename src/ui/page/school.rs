//! 就学のページ: what a school should know, gathered from what is written.

use leptos::prelude::*;

use super::home::{full_name, records_of};
use crate::{
    browser::{
        clock,
        el::{El, el},
        page,
    },
    forms::INTRODUCTION,
    paper::{Brief, Printing},
    route::Route,
    sheet::Facts,
    store::Session,
    ui::{
        part::{Lead, Say, button, frame, group, icon, lead, link, pages, quiet, span, title},
        words::{home, school as w},
    },
};

/// The page, as it will be printed.
pub fn school() -> Vec<El> {
    let session = expect_context::<Session>();
    let note = session.note();
    let records = records_of(&note);
    let known: Vec<_> = records
        .iter()
        .map(|(form, record)| (*form, record))
        .collect();
    let blank = records.iter().all(|(_, record)| record.is_blank());
    let printed = Printing {
        facts: Facts::of(known.iter().copied()),
        name: &full_name(&note),
        today: Some(clock::today()),
        // What is asked for one by one when it is handed over is not told here either.
        sensitive: false,
        briefs: &[Brief::School],
        known: &known,
        ..Printing::default()
    }
    .pages();
    let print = button("ks-btn ks-btn--main ks-btn--lg ks-btn--wide", page::print);
    let give = link("ks-btn ks-btn--wide", &Route::HandOver.fragment());
    let mut controls = vec![
        group("", vec![title(w::TITLE), lead(w::LEAD)]),
        quiet("ks-quiet", "handover", w::EACH),
        quiet("ks-quiet", "calendar", w::AGAIN),
    ];
    if blank {
        let write = link(
            "ks-btn ks-btn--sm",
            &Route::Sheet(INTRODUCTION.id.to_owned()).fragment(),
        );
        controls.extend([lead(w::EMPTY), write.say(w::WRITE)]);
    }
    controls.extend([
        print.add(icon("print")).add(span(w::PRINT)),
        give.add(icon("handover")).add(span(home::HAND_OVER)),
    ]);
    let content = vec![
        group("ks-noprint ks-stack", controls),
        el("div").class("ks-preview sc__page").add(pages(printed)),
    ];
    let class = "ks-main ks-main--paper ks-stack-5";
    frame(Lead::Back("#/transitions"), w::TITLE, class, content)
}
