//! How far something long has come.

use leptos::prelude::*;

use super::{Say, words};
use crate::{
    browser::el::{El, el},
    text::Text,
    ui::words as w,
};

/// Shown while something long is under way; `share` is in hundredths.
pub fn progress(doing: Text, share: RwSignal<u32>) -> El {
    let bar = el("progress")
        .called(doing)
        .attr("max", "100")
        .attr_of("value", move || Some(share.get().to_string()));
    let sentence = [words(doing), " ", words(w::WORKING)].concat();
    el("div")
        .class("ks-busy")
        .add(bar)
        .add(el("p").attr("role", "status").text(&sentence))
}
