//! Text.

use leptos::{
    attr::{Attribute, custom::custom_attribute},
    ev,
    prelude::*,
};

use super::{Asked, described, hint};
use crate::{
    answer::{Answer, hiragana, phone, postcode},
    browser::page,
    form::{Kind, Role},
    ui::part::say,
};

/// One line. Leaving it puts a reading, a number or a code into its usual form.
pub(super) fn one_line(asked: Asked) -> impl IntoView {
    let signal = asked.fields.signal(asked.question.id);
    let describe = described(&asked);
    let Asked {
        question,
        draft,
        id,
        ..
    } = asked;
    let (kind, inputmode) = match question.kind {
        Kind::Phone => ("tel", "tel"),
        Kind::Postcode => ("text", "numeric"),
        _ => ("text", "text"),
    };
    let first = signal.get_untracked().text().to_owned();
    let (typing, leaving) = (signal.clone(), signal);
    let field = id.clone();
    let touching = draft.clone();
    let on_input = move |event: ev::Event| {
        typing.set(Answer::Text(event_target_value(&event)));
        touching.touch();
    };
    let on_change = move |event: ev::Event| {
        let typed = event_target_value(&event);
        let tidy = match question.kind {
            Kind::Kana(_) => hiragana(&typed),
            Kind::Phone => phone(&typed),
            Kind::Postcode => postcode(&typed),
            _ => typed.clone(),
        };
        if tidy != typed {
            page::set_value(&field, &tidy);
            leaving.set(Answer::Text(tidy));
            draft.touch();
        }
        if matches!(question.role, Some(Role::Name | Role::NameKana)) {
            draft.follow_the_child();
        }
    };
    view! {
        <div class="ks-field">
            <label class="ks-label" for=id.clone()>{say(question.label)}</label>
            {hint(question.hint, format!("{id}-hint"))}
            <input class="ks-input" id=id type=kind inputmode=inputmode aria-describedby=describe
                prop:value=first on:input=on_input on:change=on_change
                autocomplete="off" spellcheck="false" translate="no"
                autocapitalize="off" {..private()}/>
        </div>
    }
}

/// Text of any length. The field grows with it.
pub(super) fn many_lines(asked: Asked) -> impl IntoView {
    let signal = asked.fields.signal(asked.question.id);
    let describe = described(&asked);
    let Asked {
        question,
        draft,
        id,
        ..
    } = asked;
    let first = signal.get_untracked().text().to_owned();
    let on_input = move |event: ev::Event| {
        signal.set(Answer::Text(event_target_value(&event)));
        draft.touch();
    };
    view! {
        <div class="ks-field">
            <label class="ks-label" for=id.clone()>{say(question.label)}</label>
            {hint(question.hint, format!("{id}-hint"))}
            <textarea class="ks-area" id=id rows="3" aria-describedby=describe
                prop:value=first on:input=on_input
                autocomplete="off" spellcheck="false" translate="no"
                autocapitalize="off" {..private()}></textarea>
        </div>
    }
}

/// Writing aids of some browsers send the text of a field out; this keeps them off.
fn private() -> impl Attribute {
    custom_attribute("writingsuggestions", "false")
}
