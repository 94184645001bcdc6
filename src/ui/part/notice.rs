//! What went wrong and what to do next, and the sign that something is under way.

use leptos::prelude::*;

use super::{More, Say, added, icon, link, span, words};
use crate::{
    browser::{
        el::{El, el},
        field, page,
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
    /// The name, on its page, of the field in which it is put right; "" where there is none.
    at: &'static str,
}

impl Trouble {
    /// A trouble.
    pub const fn new(what: Text, next: Text) -> Self {
        Trouble { what, next, at: "" }
    }

    /// The same, put right in the field of this name.
    pub const fn at(self, at: &'static str) -> Self {
        Trouble { at, ..self }
    }
}

/// Shows a trouble when there is one; it takes the focus, and is read out. Where a field puts it right,
/// it leads there, and the same words stand there as well.
pub fn trouble_box(trouble: impl Fn() -> Option<Trouble> + 'static) -> El {
    el("div").class("ks-slot").when(move || {
        let trouble = trouble()?;
        page::focus("trouble");
        let led = untrack(|| added(More::Field(trouble))).pop();
        let what = led.unwrap_or_else(|| span(trouble.what));
        let what = el("h2").class("ks-h2 ks-row").add(icon("warn")).add(what);
        let next = el("p").say(trouble.next);
        let shown = el("section")
            .class("ks-errsum")
            .id("trouble")
            .attr("tabindex", "-1");
        Some(shown.attr("role", "alert").add(what).add(next))
    })
}

/// What leads to the field in which a trouble is put right, where the same words stand as long as the
/// part does that this is called in. As long, the title of the window says that there is a trouble.
pub fn lead_to_field(trouble: Trouble) -> Option<El> {
    page::sign_title(words(w::TROUBLE_SIGN));
    let at = trouble.at;
    let said = el("p").class("ks-err").say(trouble.what).text(" ");
    field::say_at(at, said.say(trouble.next)).then(|| {
        link("", "#").say(trouble.what).on("click", move |event| {
            event.prevent_default();
            field::go_to(at);
        })
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
