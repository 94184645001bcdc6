//! Sheets on paper: as written, or blank to write by hand.

use leptos::prelude::*;

use crate::{
    browser::{
        clock,
        el::{El, el},
        page,
    },
    form::Form,
    forms, paper,
    record::{Note, Record},
    sheet::Facts,
    text::Text,
    ui::{
        page::home::full_name,
        part::{Lead, Say, button, frame, group, icon, lead, pages, pick, pick_sheet, span, title},
        words::print as w,
    },
};

/// The sheets of a note; all blank ones, where nothing is written.
pub fn print(note: &Note) -> Vec<El> {
    let name = full_name(note);
    let records: Vec<(&'static Form, Record)> = forms::ALL
        .iter()
        .map(|form| (form, note.record(form)))
        .collect();
    let facts = Facts::of(records.iter().map(|(form, record)| (*form, record)));
    let written = records.iter().any(|(_, record)| !record.is_blank());
    let filled = RwSignal::new(written);
    let first = records
        .iter()
        .filter(|(_, record)| !written || !record.is_blank());
    let chosen = RwSignal::new(first.map(|(form, _)| form.id).collect::<Vec<_>>());
    let how = |fill: bool, text: Text| {
        let ticked = move || filled.get() == fill;
        pick("radio", vec![span(text)], ticked, move |_| filled.set(fill))
    };
    let preview = move || {
        let ids = chosen.get();
        let sheets: Vec<_> = records
            .iter()
            .filter(|(form, _)| ids.contains(&form.id))
            .map(|(form, record)| (*form, filled.get().then_some(record)))
            .collect();
        let today = Some(clock::today());
        let printed = paper::Printing {
            sheets: &sheets,
            facts,
            name: &name,
            today,
            manner: paper::Manner::default(),
            sensitive: true,
        }
        .pages();
        vec![if printed.is_empty() {
            lead(w::NONE)
        } else {
            pages(printed)
        }]
    };
    let which = el("fieldset")
        .class("ks-card")
        .add(el("legend").class("ks-label ks-legend").say(w::WHICH))
        .all(
            forms::ALL
                .iter()
                .map(|form| pick_sheet(form, "span", chosen))
                .collect(),
        );
    let how = written.then(|| {
        let legend = el("legend").class("ks-label ks-legend").say(w::HOW);
        el("fieldset")
            .class("ks-card")
            .add(legend)
            .add(how(true, w::FILLED))
            .add(how(false, w::BLANK))
    });
    let go = button("ks-btn ks-btn--main ks-btn--lg ks-btn--wide", page::print);
    let controls = group(
        "ks-noprint ks-stack-5",
        vec![group("", vec![title(w::TITLE), lead(w::LEAD)]), which],
    )
    .maybe(how)
    .add(go.add(icon("print")).add(span(w::GO)))
    .add(el("h2").class("ks-h2").say(w::PREVIEW));
    let content = vec![controls, el("div").class("ks-preview").part(preview)];
    frame(
        Lead::Back("#/"),
        w::TITLE,
        "ks-main ks-main--paper ks-stack-5",
        content,
    )
}
