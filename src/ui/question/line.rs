//! Text.

use leptos::prelude::*;

use super::{Asked, single};
use crate::{
    answer::{Answer, hiragana, phone, postcode},
    browser::{
        el::{El, el, value_of},
        page,
    },
    form::{Kind, Role},
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
        id,
        ..
    } = asked.clone();
    let signal = asked.fields.signal(question.id);
    let input = input.on("change", move |event| {
        let typed = value_of(&event);
        let tidy = match kind {
            Kind::Kana(_) => hiragana(&typed),
            Kind::Phone => phone(&typed),
            Kind::Postcode => postcode(&typed),
            _ => typed.clone(),
        };
        if tidy != typed {
            page::set_value(&id, &tidy);
            signal.set(Answer::Text(tidy));
            draft.touch();
        }
        if matches!(question.role, Some(Role::Name | Role::NameKana)) {
            draft.follow_the_child();
        }
    });
    single(&asked, typed_into(&asked, input))
}

/// Text of any length. The field grows with it.
pub(super) fn many_lines(asked: Asked) -> El {
    single(
        &asked,
        typed_into(&asked, el("textarea").class("ks-area").attr("rows", "3")),
    )
}

/// A field that shows its answer once, and writes what is typed into it.
fn typed_into(asked: &Asked, field: El) -> El {
    let (signal, draft) = (asked.fields.signal(asked.question.id), asked.draft.clone());
    let first = signal.get_untracked();
    field.value(first.text()).on("input", move |event| {
        signal.set(Answer::Text(value_of(&event)));
        draft.touch();
    })
}
