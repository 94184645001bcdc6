//! Text.

use std::{cell::RefCell, rc::Rc};

use leptos::prelude::*;

use super::{Asked, offer::offered, single};
use crate::{
    answer::{Answer, Reading, hiragana, phone, postcode},
    browser::{
        compose::{Composing, TELLING, composing},
        el::{El, el, value_of},
        page,
    },
    form::{Kind, Role},
    store::city::city,
    ui::{
        part::{Say, button, icon, span},
        words::sheet as w,
    },
};

/// One line. Leaving it puts a reading, a number or a code into its usual form.
pub(super) fn one_line(asked: Asked) -> El {
    let kind = asked.question.kind;
    let (input_type, inputmode) = match kind {
        Kind::Phone => ("tel", "tel"),
        Kind::Postcode => ("text", "numeric"),
        _ => ("text", "text"),
    };
    let input = el("input")
        .class("ks-input")
        .attr("type", input_type)
        .attr("inputmode", inputmode);
    let Asked {
        question,
        draft,
        fields,
        ..
    } = asked.clone();
    let input = typed_into(&asked, input).on("change", move |event| {
        let typed = value_of(&event);
        let tidy = match kind {
            Kind::Kana(_) => hiragana(&typed),
            Kind::Phone => phone(&typed),
            Kind::Postcode => postcode(&typed),
            _ => typed.clone(),
        };
        if tidy != typed {
            fields.fill(question.id, Answer::Text(tidy));
            draft.touch();
        }
        if matches!(question.role, Some(Role::Name | Role::NameKana)) {
            draft.follow_the_child();
        }
    });
    match kind {
        Kind::Kana(_) => suggested(&asked, input),
        Kind::Postcode => with_town(&asked, input),
        _ => offered(&asked, single(&asked, overheard(&asked, input))),
    }
}

/// Text of any length. The field grows with it.
pub(super) fn many_lines(asked: Asked) -> El {
    let area = el("textarea").class("ks-area").attr("rows", "3");
    offered(&asked, single(&asked, typed_into(&asked, area)))
}

/// A field that shows its answer, and writes what is typed into it.
fn typed_into(asked: &Asked, field: El) -> El {
    let (signal, draft) = (asked.fields.signal(asked.question.id), asked.draft.clone());
    let (read, fields) = (signal.clone(), asked.fields.clone());
    let shown = move || {
        fields.follow_filling();
        read.with_untracked(|answer| answer.text().to_owned())
    };
    field.showing(shown).on("input", move |event| {
        signal.set(Answer::Text(value_of(&event)));
        draft.touch();
    })
}

/// Where a name is written whose reading is asked beside it, the input method tells how it is read.
fn overheard(asked: &Asked, input: El) -> El {
    let reads = |kind| matches!(kind, Kind::Kana(of) if of == asked.question.id);
    let Some(kana) = asked.section.asked().find(|other| reads(other.kind)) else {
        return input;
    };
    let signal = asked.fields.signal(asked.question.id);
    let heard = signal.with_untracked(|answer| Reading::of(answer.text()));
    let heard = Rc::new(RefCell::new(heard));
    TELLING.into_iter().fold(input, |input, event| {
        let (heard, fields, draft) = (heard.clone(), asked.fields.clone(), asked.draft.clone());
        input.on(event, move |event| {
            let mut heard = heard.borrow_mut();
            match composing(&event) {
                Composing::Begins => return heard.begins(),
                Composing::Shows(text) => return heard.shows(&text),
                Composing::Ends(text) => heard.ends(&text, &value_of(&event)),
                Composing::Changes => heard.becomes(&value_of(&event)),
            }
            if fields.suggest(kana.id, heard.kana()) {
                draft.touch();
            }
        })
    })
}

/// The reading of a name. A suggestion stays one until the parent has been in the field.
fn suggested(asked: &Asked, input: El) -> El {
    let id = asked.question.id;
    let (left, follow) = (asked.fields.clone(), asked.fields.clone());
    let input = input.on("blur", move |_| left.accept());
    let says = move || {
        let hint = || el("span").class("ks-hint ks-suggested").say(w::SUGGESTED);
        follow.is_suggested(id).then(hint)
    };
    let status = el("div").class("ks-slot").attr("role", "status");
    single(asked, input).add(status.when(says))
}

/// A postal code of the city offers its town to the address beside it.
fn with_town(asked: &Asked, input: El) -> El {
    let is_address = |kind| matches!(kind, Kind::Line | Kind::Lines);
    let address = asked
        .section
        .asked()
        .skip_while(|other| other.id != asked.question.id)
        .find(|other| other.role == Some(Role::Address) && is_address(other.kind));
    let field = single(asked, input);
    let Some(address) = address else {
        return field;
    };
    let code = asked.fields.signal(asked.question.id);
    let written = asked.fields.signal(address.id);
    let there = asked.beside(address.id);
    let (fields, draft) = (asked.fields.clone(), asked.draft.clone());
    // Whoever presses the button leaves the field, which tidies the code: the button has to stand.
    let begun = Memo::new(move |_| {
        let code = postcode(code.get().text());
        city().towns.address_from(&code, written.get().text())
    });
    let offers = move || {
        let begun = begun.get()?;
        let (fields, draft, there) = (fields.clone(), draft.clone(), there.clone());
        let words = el("span").attr("translate", "no").text(&begun);
        let put_in = move || {
            fields.fill(address.id, Answer::Text(begun.clone()));
            draft.touch();
            page::focus(&there);
        };
        let button = button("ks-btn ks-btn--sm ks-offer", put_in);
        let words = el("span").add(words).add(span(w::TO_ADDRESS));
        Some(button.add(icon("pin")).add(words))
    };
    let status = el("div").class("ks-slot").attr("role", "status");
    field.add(status.when(offers))
}
