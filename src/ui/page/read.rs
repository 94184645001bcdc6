//! What was received, on one calm page, and on paper.

use crate::{
    browser::{
        clock,
        el::{El, el},
        page,
    },
    forms, paper,
    share::Bundle,
    sheet::{Facts, date_in_words},
    ui::{
        page::hand_over::sheets_of,
        part::{Lead, button, frame, group, icon, lang_now, pages, reader, span, title, words},
        words::receive as w,
    },
};

/// The reader at the office. Closing it is the end of everything it shows.
pub fn read(bundle: &Bundle, close: impl Fn() + Copy + 'static) -> Vec<El> {
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
        words(w::ISSUED),
        " ",
        &issued.unwrap_or_default(),
        "　",
        words(w::NOT_KEPT),
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
        group("ks-row", vec![print, end]),
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
