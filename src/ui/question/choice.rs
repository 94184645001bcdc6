//! One of the given answers, or none.

use std::rc::Rc;

use leptos::prelude::*;

use super::{Asked, several};
use crate::{
    answer::Answer,
    browser::el::{El, el, ticked},
    form::Choice,
    ui::{
        part::{Say, button, span},
        words::sheet as w,
    },
};

pub(super) fn one(asked: Asked, choices: &'static [Choice]) -> El {
    let signal = asked.fields.signal(asked.question.id);
    let (read, draft) = (signal.clone(), asked.draft.clone());
    let chosen: Rc<dyn Fn() -> String> = Rc::new(move || read.get().text().to_owned());
    let choose: Rc<dyn Fn(&str)> = Rc::new(move |code| {
        signal.set(Answer::Text(code.to_owned()));
        draft.touch();
    });
    let radio = |choice: &'static Choice| {
        let (chosen, choose) = (chosen.clone(), choose.clone());
        let input = el("input").attr("type", "radio").attr("name", &asked.id);
        let input =
            input
                .ticked_while(move || chosen() == choice.code)
                .on("change", move |event| {
                    if ticked(&event) {
                        choose(choice.code);
                    }
                });
        el("label")
            .class("ks-pick")
            .add(input)
            .add(span(choice.label))
    };
    let row = el("div")
        .class("ks-row")
        .all(choices.iter().map(radio).collect());
    // A radio button cannot be taken back, but an answer can.
    let clear = move || {
        let choose = choose.clone();
        let clear = move || choose("");
        (!chosen().is_empty())
            .then(|| button("ks-btn ks-btn--text ks-btn--sm", clear).say(w::UNCHOOSE))
    };
    several(&asked).add(row.when(clear))
}
