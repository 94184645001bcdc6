//! What went wrong and what to do next, and the sign that something is under way.

use leptos::prelude::*;

use super::{icon, say};
use crate::{browser::page, text::Text, ui::words};

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

/// Shows a trouble, takes the focus, and is read out.
#[component]
pub fn TroubleBox(
    #[prop(into)] trouble: Signal<Option<Trouble>>,
    /// Names the box on its page.
    #[prop(default = "trouble")]
    id: &'static str,
) -> impl IntoView {
    Effect::new(move |_| {
        if trouble.get().is_some() {
            page::focus(id);
        }
    });
    move || {
        trouble.get().map(|trouble| {
            view! {
                <section class="ks-errsum" id=id tabindex="-1" role="alert">
                    <h2 class="ks-h2 ks-row">{icon("warn")}{say(trouble.what)}</h2>
                    <p>{say(trouble.next)}</p>
                </section>
            }
        })
    }
}

/// Something is under way; there is nothing to count, so nothing is counted.
#[component]
pub fn Busy(
    /// What is being done.
    words: Text,
) -> impl IntoView {
    view! {
        <div class="ks-busy" role="status">
            <progress aria-label=say(words)></progress>
            <p>{say(words)}" "{say(words::WORKING)}</p>
        </div>
    }
}
