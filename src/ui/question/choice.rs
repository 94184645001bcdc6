//! One of the given answers, or all that apply, or none.

use std::rc::Rc;

use leptos::prelude::*;

use super::{Asked, several};
use crate::{
    answer::Answer,
    browser::el::{El, el, ticked},
    form::Choice,
    ui::{
        part::{Say, button},
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
    let radio = |(index, choice): (usize, &'static Choice)| {
        let (chosen, choose) = (chosen.clone(), choose.clone());
        let input = el("input")
            .id(&format!("{}-{index}", asked.id))
            .attr("type", "radio")
            .attr("name", &asked.id);
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
            .add(el("span").label(choice.label))
    };
    let row = el("div")
        .class("ks-row")
        .all(choices.iter().enumerate().map(radio).collect());
    // A radio button cannot be taken back, but an answer can.
    let clear = move || {
        let choose = choose.clone();
        let clear = move || choose("");
        (!chosen().is_empty())
            .then(|| button("ks-btn ks-btn--text ks-btn--sm", clear).say(w::UNCHOOSE))
    };
    several(&asked).add(row.when(clear))
}

pub(super) fn many(asked: Asked, choices: &'static [Choice]) -> El {
    let signal = asked.fields.signal(asked.question.id);
    let tick = |(index, choice): (usize, &'static Choice)| {
        let (read, write, draft) = (signal.clone(), signal.clone(), asked.draft.clone());
        let is_chosen =
            |answer: &Answer, code: &str| answer.choices().iter().any(|chosen| chosen == code);
        let input = el("input")
            .id(&format!("{}-{index}", asked.id))
            .attr("type", "checkbox")
            .ticked_while(move || read.with(|answer| is_chosen(answer, choice.code)))
            .on("change", move |event| {
                let before = write.get_untracked();
                let on = ticked(&event);
                // In the order of the form; what a newer version chose stays behind.
                let ours = choices.iter().map(|choice| choice.code).filter(|code| {
                    if *code == choice.code {
                        on
                    } else {
                        is_chosen(&before, code)
                    }
                });
                let others = before.choices().iter().map(String::as_str);
                let others = others.filter(|code| choices.iter().all(|c| c.code != *code));
                let codes = ours.chain(others).map(str::to_owned);
                write.set(Answer::Choices(codes.collect()));
                draft.touch();
            });
        el("label")
            .class("ks-pick")
            .add(input)
            .add(el("span").label(choice.label))
    };
    let row = el("div")
        .class("ks-row")
        .all(choices.iter().enumerate().map(tick).collect());
    several(&asked).add(row)
}
