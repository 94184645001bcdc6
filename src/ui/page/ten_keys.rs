//! Ten keys of our own for digits, on a shared machine: its own keyboard covers half of the screen,
//! shows everybody what is typed, and learns.

use leptos::prelude::*;

use crate::{
    browser::{
        el::{El, el},
        keyboard, page,
    },
    ui::{
        part::{Say, button, span},
        words::shell::kiosk as w,
    },
};

/// The keys; there as long as the field with the focus wants digits.
pub(super) fn ten_keys() -> El {
    let wanted = RwSignal::new(false);
    keyboard::wants_digits(move |digits| wanted.set(digits));
    Effect::new(move |_| page::mark_root("data-keys", wanted.get()));
    on_cleanup(|| page::mark_root("data-keys", false));
    el("div")
        .class("ks-slot ks-noprint")
        .when(move || wanted.get().then(keys))
}

fn keys() -> El {
    let digit = |digit: &'static str| key("", move || keyboard::type_in(digit)).text(digit);
    let rub = key("ks-keys__act", keyboard::rub_out).add(span(w::RUB_OUT));
    let next = key("ks-keys__act", keyboard::next_field).add(span(w::NEXT_FIELD));
    let letters = key("ks-keys__act", keyboard::letters).add(span(w::LETTERS));
    el("section")
        .class("ks-keys")
        .called(w::KEYS)
        // The focus stays in the field.
        .on("mousedown", |event| event.prevent_default())
        .all(["1", "2", "3"].map(digit).into())
        .add(rub)
        .all(["4", "5", "6"].map(digit).into())
        .add(next)
        .all(["7", "8", "9"].map(digit).into())
        .add(letters)
        .add(key("ks-keys__last", move || keyboard::type_in("0")).text("0"))
}

fn key(class: &str, act: impl Fn() + 'static) -> El {
    // Who writes with a keyboard needs none of these.
    button(&["ks-key ks-num ", class].concat(), act).attr("tabindex", "-1")
}
