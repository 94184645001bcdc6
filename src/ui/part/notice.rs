//! What went wrong and what to do next, and the sign that something is under way.

use leptos::prelude::*;

use super::{Say, icon, words};
use crate::{
    browser::{
        el::{El, el},
        page,
    },
    text::Text,
    ui::words as w,
};

/// A trouble in words: what happened, and what to do next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Trouble {
    /// What happened.
    pub what: Text,
    /// What to do next.
    pub next: Text,
}

impl Trouble {
    /// A trouble.
    pub const fn new(what: Text, next: Text) -> Self {
        Trouble { what, next }
    }
}

/// Shows a trouble when there is one; it takes the focus, and is read out.
pub fn trouble_box(trouble: impl Fn() -> Option<Trouble> + 'static) -> El {
    el("div").class("ks-slot").when(move || {
        let trouble = trouble()?;
        page::focus("trouble");
        let what = el("h2")
            .class("ks-h2 ks-row")
            .add(icon("warn"))
            .say(trouble.what);
        let next = el("p").say(trouble.next);
        let shown = el("section")
            .class("ks-errsum")
            .id("trouble")
            .attr("tabindex", "-1");
        Some(shown.attr("role", "alert").add(what).add(next))
    })
}

/// Shown while something is under way; there is nothing to count, so nothing is counted.
pub fn busy_while(busy: RwSignal<bool>, doing: Text) -> El {
    el("div")
        .class("ks-slot")
        .when(move || busy.get().then(|| busy_sign(doing)))
}

/// Something is under way.
pub fn busy_sign(doing: Text) -> El {
    let sentence = format!("{} {}", words(doing), words(w::WORKING));
    el("div")
        .class("ks-busy")
        .attr("role", "status")
        .add(el("progress").called(doing))
        .add(el("p").text(&sentence))
}
