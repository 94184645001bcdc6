//! The four stones of handing over.

use super::{Say, art, span};
use crate::{
    browser::el::{El, el},
    ui::words::{gift, hand_over as w},
};

/// Which step we are at, from 0.
pub fn steps(at: usize) -> El {
    let step = |(i, text): (usize, _)| {
        let number = el("b").text(&(i + 1).to_string());
        let stone = el("span")
            .class("st")
            .add(art(&format!("stone-{}", i + 1), ""))
            .add(number);
        let current = (i == at).then_some("step");
        el("li")
            .attr_if("aria-current", current)
            .add(stone)
            .add(span(text))
    };
    let steps = [gift::WHOM, w::CHOOSE, w::CHECK, w::GIVE]
        .into_iter()
        .enumerate()
        .map(step);
    el("ol")
        .class("ks-steps")
        .called(w::STEPS)
        .all(steps.collect())
}
