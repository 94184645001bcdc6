//! What was written once is offered where it is asked again: quietly, and only to an empty field that
//! somebody has gone to.

use leptos::prelude::*;

use super::Asked;
use crate::{
    answer::Answer,
    browser::{
        el::{El, el},
        page,
    },
    forms::ALL,
    known::known,
    store::Session,
    ui::{
        part::{Say, button},
        words::sheet as w,
    },
};

/// Adds the offers below a field.
pub(super) fn offered(asked: &Asked, field: El) -> El {
    let (Some(offer), Some(session)) = (asked.question.offer, use_context::<Session>()) else {
        return field;
    };
    let been_here = ArcRwSignal::new(false);
    let shown = been_here.clone();
    let asked = asked.clone();
    let answer = asked.fields.signal(asked.question.id);
    let offers = move || {
        if !shown.get() || !answer.with(Answer::is_blank) {
            return None;
        }
        // This sheet as it is now: what was typed a moment ago is not in the note yet.
        let mut note = session.note();
        note.put(asked.draft.form, &asked.draft.record());
        let words = known(ALL, &note, offer, asked.draft.form.id);
        let button = |words: String| {
            let asked = asked.clone();
            let shown = words.clone();
            let put_in = move || {
                let answer = Answer::Text(words.clone());
                asked.fields.fill(asked.question.id, answer);
                asked.draft.touch();
                page::focus(&asked.id);
            };
            button("ks-btn ks-btn--sm ks-offer", put_in)
                .attr("translate", "no")
                .text(&shown)
        };
        let buttons: Vec<El> = words.into_iter().map(button).collect();
        let any = !buttons.is_empty();
        any.then(|| {
            el("div")
                .class("ks-row ks-offers")
                .attr("role", "group")
                .called(w::KNOWN)
                .all(buttons)
        })
    };
    field
        .on("focusin", move |_| {
            if !been_here.get_untracked() {
                been_here.set(true);
            }
        })
        .add(el("div").class("ks-slot").when(offers))
}
