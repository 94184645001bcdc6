//! A signature by hand, folded until somebody wants it. Whoever cannot draw types the name beside it.

use std::{cell::Cell, rc::Rc};

use leptos::prelude::*;

use super::Asked;
use crate::{
    answer::{Answer, HEIGHT, Signature, WIDTH},
    browser::{
        el::{El, el, svg},
        pen,
    },
    ui::{
        part::{Say, button, drawing, icon, span, words},
        words::agree as w,
    },
};

pub(super) fn drawn(asked: Asked) -> El {
    let signal = asked.fields.signal(asked.question.id);
    let draft = asked.draft.clone();
    let read = {
        let signal = signal.clone();
        move || signal.with(|answer| Signature::parse(answer.text()).unwrap_or_default())
    };
    let change = move |act: &dyn Fn(&mut Signature)| {
        let before = signal.with_untracked(|answer| answer.text().to_owned());
        let mut signature = Signature::parse(&before).unwrap_or_default();
        act(&mut signature);
        let after = signature.to_text();
        if after != before {
            signal.set(Answer::Text(after));
            draft.touch();
        }
    };
    let (begins, goes, undoes, clears) = (change.clone(), change.clone(), change.clone(), change);
    // Whether the stroke under the pen is one that is kept.
    let down = Rc::new(Cell::new(false));
    let draws = Rc::clone(&down);
    let (path, blank, none) = (read.clone(), read.clone(), read);
    let ink = svg("path").attr_of("d", move || Some(path().path()));
    let field = drawing(words(w::PAD), ink)
        .class("ks-sign ks-sign--pad")
        .on("pointerdown", move |event| {
            pen::hold(&event);
            down.set(false);
            if let Some((x, y)) = place(pen::at(&event)) {
                begins(&|signature| down.set(signature.begin(x, y)));
            }
        })
        .on("pointermove", move |event| {
            if let (Some((x, y)), true) = (place(pen::at(&event)), draws.get()) {
                goes(&|signature| signature.go(x, y));
            }
        });
    let undo = button("ks-btn ks-btn--sm", move || undoes(&Signature::undo));
    let clear = button("ks-btn ks-btn--sm", move || {
        clears(&|signature| *signature = Signature::default());
    });
    let acts = el("div")
        .class("ks-row")
        .add(undo.say(w::PAD_UNDO))
        .add(clear.say(w::PAD_CLEAR))
        .hidden_while(move || blank().is_blank());
    let hint = el("p").class("ks-hint").say(w::PAD_HINT);
    let body = el("div").class("ks-fold__body ks-stack-2").add(hint);
    let fold = el("details").class("ks-more");
    // What was drawn before is seen at once.
    let fold = fold.attr_if("open", (!untrack(&none).is_blank()).then_some(""));
    let summary = el("summary")
        .add(span(asked.question.label))
        .add(icon("down"));
    fold.add(summary).add(body.add(field).add(acts))
}

fn place(share: Option<(f64, f64)>) -> Option<(u16, u16)> {
    let on = |share: f64, length: u16| (share * f64::from(length)).round() as u16;
    share.map(|(x, y)| (on(x, WIDTH), on(y, HEIGHT)))
}
