//! The tour: what the note can do, one thing a page, in three minutes.

use leptos::prelude::*;

use crate::{
    browser::{
        el::{El, el},
        page,
    },
    route::Route,
    ui::{
        part::{COLUMN, Lead, Say, button, frame, group, heading, icon, link, words},
        words::tour as w,
    },
};

/// One stop after the other.
pub fn tour() -> Vec<El> {
    let at = RwSignal::new(0_usize);
    let stop = el("div").class("ks-stack-5").part(move || {
        let here = at.get();
        let last = w::STOPS.len() - 1;
        let (glyph, name, sentences) = w::STOPS[here.min(last)];
        let go = move |to: usize| {
            at.set(to);
            page::to_title();
        };
        let count = [
            &(here + 1).to_string(),
            words(w::OF),
            &w::STOPS.len().to_string(),
        ]
        .concat();
        let shown = el("section")
            .class("ks-card ks-card--lift ks-stack tr")
            .add(el("p").class("ks-small ks-num").text(&count))
            .add(
                el("div")
                    .class("tr__art")
                    .attr("aria-hidden", "true")
                    .add(icon(glyph)),
            )
            .add(heading("ks-h1").say(name))
            .all(sentences.map(|text| el("p").say(text)).into());
        let before = (here > 0).then(|| button("ks-btn", move || go(here - 1)).say(w::BEFORE));
        let next = if here < last {
            button("ks-btn ks-btn--main", move || go(here + 1)).say(w::NEXT)
        } else {
            link("ks-btn ks-btn--main", &Route::Home.fragment()).say(w::DONE)
        };
        vec![
            shown,
            group("tr__go", before.into_iter().chain([next]).collect()),
        ]
    });
    frame(Lead::Back("#/guide"), w::TITLE, COLUMN, vec![stop])
}
