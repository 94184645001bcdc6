//! What was received, on one calm page, and on paper.

use std::rc::Rc;

use leptos::prelude::*;
use serde_json::Value;

use crate::{
    browser::{
        clock,
        el::{El, el},
        page,
    },
    forms, paper,
    share::Bundle,
    sheet::{Facts, date_in_words},
    store::{Door, Session},
    ui::{
        page::{
            hand_over::sheets_of,
            home::full_name,
            take::{Incoming, take},
        },
        part::{
            Lead, button, frame, group, icon, lang_now, pages, quiet, reader, span, title,
            words as say,
        },
        words::{self, receive as w},
    },
};

/// The reader at the office. Closing it is the end of everything it shows; a parent whose note is
/// open can take it in.
pub fn read(bundle: &Bundle, close: impl Fn() + Copy + 'static) -> Vec<El> {
    let session = expect_context::<Session>();
    let taking = RwSignal::new(false);
    let bundle = bundle.clone();
    vec![el("div").class("ks-screen").part(move || {
        if taking.get() {
            let back = Rc::new(move || taking.set(false));
            return vec![take(vec![incoming(&bundle)], None, back)];
        }
        let locked = || quiet("ks-quiet", "info", words::take::LOCKED);
        let go = session.is_open().then(|| {
            button("ks-btn ks-btn--main", move || {
                taking.set(true);
                page::to_title();
            })
            .add(icon("note"))
            .add(span(words::take::GO))
        });
        let go = go.or_else(|| (session.door() == Door::Locked).then(locked));
        shown(&bundle, go, close)
    })]
}

fn incoming(bundle: &Bundle) -> Incoming {
    let note = bundle.note();
    Incoming {
        id: None,
        name: full_name(&note),
        label: Value::Null,
        bytes: note.to_bytes(),
    }
}

fn shown(bundle: &Bundle, take: Option<El>, close: impl Fn() + Copy + 'static) -> Vec<El> {
    let sheets = sheets_of(bundle);
    let issued = bundle
        .issued_on()
        .map(|date| date_in_words(&date.into(), lang_now()));
    let facts = Facts::of(sheets.iter().map(|(form, record)| (*form, record)));
    let on_paper: Vec<_> = sheets
        .iter()
        .map(|(form, record)| (*form, Some(record)))
        .collect();
    let today = Some(clock::today());
    let printed = paper::Printing {
        sheets: &on_paper,
        facts,
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
    let print = button("ks-btn ks-btn--line", page::print)
        .add(icon("print"))
        .add(span(w::PRINT));
    let end = button("ks-btn", close)
        .add(icon("close"))
        .add(span(w::CLOSE));
    let content = vec![
        group(
            "",
            vec![title(w::GOT), el("p").class("ks-small ks-num").text(&about)],
        ),
        group("ks-row", vec![]).maybe(take).add(print).add(end),
        reader(&sheets, bundle.unknown_sheets(forms::ALL)),
    ];
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
