//! On a shared machine what is delicate is seen only by whoever asks to see it, one answer at a time:
//! somebody may look over a shoulder.

use leptos::prelude::*;

use super::Asked;
use crate::{
    browser::{
        el::{El, el},
        page,
    },
    form::{Kind, Reach, Role},
    ui::{
        part::{button, words},
        words::shell::kiosk as w,
    },
};

/// Whether an answer says who can be called, where somebody lives, or what an illness is.
fn is_delicate(asked: &Asked) -> bool {
    let question = asked.question;
    matches!(question.kind, Kind::Phone | Kind::Postcode)
        || question.role == Some(Role::Address)
        || question.reach != Reach::Sheet
        || matches!(question.id, "diagnosis" | "medicine" | "clinic")
}

/// The control of a delicate question under its veil; any other as it is. It is also seen while one
/// writes in it.
pub(super) fn veiled(asked: &Asked, control: El) -> El {
    if !page::kiosk() || !is_delicate(asked) {
        return control;
    }
    let seen = RwSignal::new(false);
    let name = move || if seen.get() { w::CONCEAL } else { w::REVEAL };
    let label = asked.question.label;
    let turn = button("ks-btn ks-btn--sm", move || {
        seen.update(|seen| *seen = !*seen);
    })
    .attr_of("aria-label", move || {
        Some([words(label), "　", words(name())].concat())
    })
    .words(move || words(name()).to_owned());
    el("div")
        .class("ks-veil")
        .attr_of("data-seen", move || seen.get().then(String::new))
        .add(control)
        .add(turn)
}
