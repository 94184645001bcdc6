//! 就学のページ: what a school should know, gathered from what is written.

use leptos::prelude::*;

use super::home::{full_name, records_of};
use crate::{
    browser::{
        clock,
        el::{El, el},
        page,
    },
    directory::{LifeStage, Office},
    forms::INTRODUCTION,
    machine::Way,
    paper::{Brief, Printing},
    route::Route,
    sheet::Facts,
    store::{Session, city::city},
    ui::{
        part::{
            Finding, Lead, Say, button, by, doubted_day, frame, group, icon, lang_now, lead, link,
            own_pages, quiet, span, title,
        },
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
    let print = by(
        Way::Paper,
        button("ks-btn ks-btn--main ks-btn--lg ks-btn--wide", page::print),
    );
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
    controls.extend(doubted_day(note.last_edited()));
    controls.extend([
        print.add(icon("print")).add(span(w::PRINT)),
        each(),
        give.add(icon("handover")).add(span(home::HAND_OVER)),
    ]);
    let content = vec![
        group("ks-noprint ks-stack", controls),
        el("div")
            .class("ks-preview sc__page")
            .add(own_pages(printed)),
    ];
    let class = "ks-main ks-main--paper ks-stack-5";
    frame(Lead::Back("#/transitions"), w::TITLE, class, content)
}

/// Whom the city names for the year before school: each is handed its own.
fn each() -> El {
    let finding = use_context::<Finding>();
    let to = move |office: &Office| {
        let id = office.id.clone();
        let name = el("span").text(office.name.to(lang_now()));
        let go = link("ks-link-row", &Route::HandOver.fragment());
        go.on("click", move |_| {
            if let Some(finding) = finding {
                finding.bound_for(&id);
            }
        })
        .add(icon("handover"))
        .add(name)
        .add(icon("next"))
    };
    el("div").when(move || {
        let city = city();
        let offices = city.suggested(LifeStage::Entry);
        (!offices.is_empty()).then(|| {
            let all = offices.into_iter().map(to).collect();
            el("nav")
                .class("ks-stack")
                .called(w::TO)
                .add(el("h2").class("ks-h3").say(w::TO))
                .add(el("div").all(all))
        })
    })
}
