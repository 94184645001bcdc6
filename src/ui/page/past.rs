//! What was there before: the last copies of the child's note, and the way back to each.

use leptos::prelude::*;

use crate::{
    browser::{
        clock,
        el::{El, el},
        page,
    },
    forms,
    record::Note,
    store::{Child, Session},
    ui::{
        page::sheet::trouble_of,
        part::{
            COLUMN, Lead, Say, button, frame, group, lead, quiet, span, title, trouble_box,
            words as say,
        },
        words::past as w,
    },
};

/// Earlier copies of a child's note.
pub fn past(child: &Child) -> Vec<El> {
    let session = expect_context::<Session>();
    let failed = RwSignal::new(None);
    // Bringing one back draws the page anew.
    let done = session.take_brought();
    let now = session.note();
    let copies: Vec<_> = session
        .past()
        .into_iter()
        .filter_map(|past| Some((past, session.past_note(past)?)))
        .collect();
    let one = |(past, note): (crate::vault::Revision, Note)| {
        let sheets: Vec<&str> = forms::ALL
            .iter()
            .filter(|form| note.record(form).to_json() != now.record(form).to_json())
            .map(|form| say(form.title))
            .collect();
        let same = sheets.is_empty();
        let differs = if same {
            span(w::SAME)
        } else {
            span(w::DIFFERS).text("  ").text(&sheets.join("・"))
        };
        let bring = button("ks-btn", move || match session.bring_back(past) {
            Ok(()) => page::to_title(),
            Err(why) => failed.set(Some(trouble_of(why))),
        });
        let when = clock::day_and_time(past.updated_ms as f64);
        el("li")
            .class("ks-card ks-stack")
            .add(el("h2").class("ks-h3 ks-num").text(&when))
            .add(el("p").add(differs))
            .maybe((!same).then(|| bring.say(w::BRING)))
    };
    let list = if copies.is_empty() {
        el("p").say(w::NONE)
    } else {
        el("ul")
            .class("ks-plain ks-stack")
            .all(copies.into_iter().map(one).collect())
    };
    let told = el("div").attr("role", "status");
    let told = told.maybe(done.then(|| quiet("ks-card ks-quiet", "check", w::DONE)));
    let name = el("p")
        .class("ks-small")
        .attr("translate", "no")
        .text(&child.name);
    let content = vec![
        trouble_box(move || failed.get()),
        group("", vec![title(w::TITLE), name, lead(w::LEAD)]),
        told,
        list,
    ];
    frame(Lead::Back("#/keys"), w::TITLE, COLUMN, content)
}
