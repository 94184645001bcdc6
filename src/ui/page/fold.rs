//! What stays folded until somebody wants it, and is made only then: three hundred rows open as fast
//! as three.

use leptos::prelude::*;

use crate::{
    browser::el::{El, el, unfolded},
    draft::Fields,
    form::{Question, Section},
    ui::{
        part::{Finding, icon, span},
        words::sheet as w,
    },
};

/// Something that folds: what is always seen of it, and what is made when it is opened first.
pub(super) fn fold(
    class: &str,
    summary: El,
    open: ArcRwSignal<bool>,
    build: impl Fn() -> Vec<El> + 'static,
) -> El {
    let seen = ArcRwSignal::new(open.get_untracked());
    let (shown, stands) = (seen.clone(), open.clone());
    let pressed = seen.clone();
    let see = |seen: &ArcRwSignal<bool>| {
        if !seen.get_untracked() {
            seen.set(true);
        }
    };
    // The press comes before the unfolding: nothing unfolds empty.
    let summary = summary.on("click", move |_| see(&pressed));
    let body = el("div").class("ks-fold__body").part(move || {
        if shown.get() {
            untrack(&build)
        } else {
            Vec::new()
        }
    });
    el("details")
        .class(class)
        .attr_of("open", move || stands.get().then(String::new))
        .on("toggle", move |event| {
            let now = unfolded(&event);
            if now {
                see(&seen);
            }
            if open.get_untracked() != now {
                open.set(now);
            }
        })
        .add(summary)
        .add(body)
}

/// The questions of a part: those asked at once, and the others under もっと書く, which stands open
/// where something is written.
pub(super) fn questions(
    section: &'static Section,
    fields: &Fields,
    ask: impl Fn(&'static Question) -> El + 'static,
) -> Vec<El> {
    these(section.asked().collect(), section, fields, Box::new(ask))
}

/// The same, of these questions of a part.
pub(super) fn these(
    asked: Vec<&'static Question>,
    section: &'static Section,
    fields: &Fields,
    ask: Box<dyn Fn(&'static Question) -> El>,
) -> Vec<El> {
    let (folded, plain): (Vec<_>, Vec<_>) = asked.into_iter().partition(|question| question.folded);
    let mut all: Vec<El> = plain.into_iter().map(&ask).collect();
    if !folded.is_empty() {
        let answers = fields.answers();
        let spot = Finding::now();
        let sought = |q: &&'static Question| {
            answers.get(q.id).is_some() || spot.is_some_and(|spot| spot.asks(section, q))
        };
        let written = folded.iter().any(sought);
        let summary = el("summary").add(span(w::MORE)).add(icon("down"));
        let build = move || folded.iter().map(|question| ask(question)).collect();
        let open = ArcRwSignal::new(written);
        all.push(fold("ks-more", summary, open, build));
    }
    all
}
