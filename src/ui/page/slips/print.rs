//! A slip on paper, with 回答欄 to tear off.

use leptos::prelude::*;

use super::{Slip, back};
use crate::{
    answer::Answer,
    browser::{
        clock,
        el::{El, el},
        page,
    },
    consent::draft,
    form::Form,
    forms::{CONSENT, REPLY, SLIP},
    machine::Way,
    paper::Printing,
    record::{Note, Record},
    route::OfSlip,
    store::city::city,
    text::Text,
    ui::{
        page::home::facts_of,
        part::{button, by, doubted_day, frame, group, icon, lead, own_pages, pick, span, title},
        words::slips as w,
    },
};

/// The pages as they will be printed.
pub(super) fn print(slip: Slip, note: &Note) -> Vec<El> {
    let (consent, address) = (RwSignal::new(true), RwSignal::new(false));
    let mut facts = facts_of(note);
    let birth = slip.record.answers.get("child_birth");
    facts.birth = birth.and_then(|birth| birth.date().understood().ok());
    let agreed = agreement(&slip, note);
    let leave = back(slip.to(OfSlip::Look));
    let mut record = slip.record;
    let status = slip.status.code().to_owned();
    record.answers.put("status", Answer::Text(status));
    let mut below = Record::default();
    let number = record.answers.text("slip_no").to_owned();
    below.answers.put("slip_no", Answer::Text(number));
    let asked = !record.answers.text("address").is_empty();
    let preview = move || {
        let mut record = record.clone();
        if !address.get() {
            // It goes along only when it is chosen.
            record.answers.put("address", Answer::Text(String::new()));
        }
        let mut sheets: Vec<(&Form, Option<&Record>)> = vec![(&SLIP, Some(&record))];
        if consent.get() {
            sheets.push((&CONSENT, Some(&agreed)));
        }
        let printed = Printing {
            sheets: &sheets,
            facts,
            today: Some(clock::today()),
            city: &city().printed,
            ..Printing::default()
        };
        vec![own_pages(printed.pages_to_tear(&REPLY, &below))]
    };
    let switch = |text: Text, on: RwSignal<bool>| {
        pick(
            "checkbox",
            vec![span(text)],
            move || on.get(),
            move |now| on.set(now),
        )
    };
    let go = by(
        Way::Paper,
        button("ks-btn ks-btn--main ks-btn--lg ks-btn--wide", page::print),
    );
    let controls = vec![
        group("", vec![title(w::PRINT), lead(w::PAPER_LEAD)]),
        group("ks-card", vec![switch(w::WITH_CONSENT, consent)])
            .maybe(asked.then(|| switch(w::WITH_ADDRESS, address))),
    ];
    let controls = group("ks-noprint ks-stack-5", controls)
        .maybe(doubted_day(note.last_edited()))
        .add(go.add(icon("print")).add(span(w::PRINT_GO)));
    let content = vec![controls, el("div").class("ks-preview").part(preview)];
    let class = "ks-main ks-main--paper ks-stack-5";
    frame(leave, w::PRINT, class, content)
}

/// The consent that was given, or one to be signed by hand.
fn agreement(slip: &Slip, note: &Note) -> Record {
    let given = note.one_of(&CONSENT, &slip.id);
    if !given.is_blank() {
        return given;
    }
    let answers = &slip.record.answers;
    let mut what = vec![SLIP.title.ja.to_owned()];
    what.extend(answers.text("attach").lines().map(str::to_owned));
    let to = answers.text("to_office").trim();
    draft(to, &slip.topics(), &what, clock::today())
}
