//! How the parent sees a sheet: a bare stone, half a leaf on it, a whole leaf; always with its word.

use leptos::prelude::*;

use crate::{
    browser::el::{El, el},
    draft::Keeper,
    form::Form,
    record::State,
    store::Session,
    text::Text,
    ui::{
        part::{Say, art, group, span},
        words::{home as h, sheet as w},
    },
};

/// The three states, in the order of the path.
pub(super) const ALL: [State; 3] = [State::Blank, State::Begun, State::Written];

/// The word for a state.
pub(super) fn word(state: State) -> Text {
    match state {
        State::Blank => h::BLANK,
        State::Begun => h::BEGUN,
        State::Written => h::WRITTEN,
    }
}

/// The stone at a place of the path, with a leaf where something is written.
pub(super) fn stone(class: &str, place: usize, state: State) -> El {
    let leaf = match state {
        State::Blank => None,
        State::Begun => Some("leaf-half"),
        State::Written => Some("leaf-full"),
    };
    el("span")
        .class(class)
        .add(art(&format!("stone-{}", place % 4 + 1), ""))
        .maybe(leaf.map(|leaf| art(leaf, "")))
}

/// The three states to choose from, at the end of a sheet.
pub(super) fn choice(form: &'static Form, keeper: Keeper) -> El {
    let session = expect_context::<Session>();
    let option = |state: State| {
        let input = el("input")
            .attr("type", "radio")
            .attr("name", "state")
            .class("ks-hide")
            .ticked_while(move || {
                // The first word that is saved makes a blank sheet a begun one.
                keeper.saved();
                session.state(form) == state
            })
            .on("change", move |_| keeper.set_state(form, state));
        el("label")
            .add(input)
            .add(stone("stone", state as usize, state))
            .add(span(word(state)))
    };
    el("fieldset")
        .class("ks-card ks-state3")
        .add(el("legend").class("ks-label").say(w::STATE))
        .add(group("ks-seg", ALL.into_iter().map(option).collect()))
        .add(span(w::STATE_SUB).class("ks-small ks-block"))
}
