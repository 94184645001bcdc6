//! One of the given answers, or none.

use leptos::prelude::*;

use super::{Asked, hint};
use crate::{
    answer::Answer,
    form::Choice,
    ui::{part::say, words::sheet as words},
};

pub(super) fn one(asked: Asked, choices: &'static [Choice]) -> impl IntoView {
    let signal = asked.fields.signal(asked.question.id);
    let Asked {
        question,
        draft,
        id,
        ..
    } = asked;
    let read = signal.clone();
    let chosen = Signal::derive(move || read.get().text().to_owned());
    let pick = {
        let (signal, draft) = (signal.clone(), draft.clone());
        move |code: &str| {
            signal.set(Answer::Text(code.to_owned()));
            draft.touch();
        }
    };
    let clear = pick.clone();
    let name = id.clone();
    let radio = move |choice: &'static Choice| {
        let pick = pick.clone();
        view! {
            <label class="ks-pick">
                <input type="radio" name=name.clone()
                    prop:checked=move || chosen.get() == choice.code
                    on:change=move |_| pick(choice.code)/>
                <span>{say(choice.label)}</span>
            </label>
        }
    };
    view! {
        <fieldset class="ks-field">
            <legend class="ks-label">{say(question.label)}</legend>
            {hint(question.hint, format!("{id}-hint"))}
            <div class="ks-row">
                {choices.iter().map(radio).collect_view()}
                <Show when=move || !chosen.get().is_empty()>
                    <button class="ks-btn ks-btn--text ks-btn--sm" type="button"
                        on:click={ let clear = clear.clone(); move |_| clear("") }>
                        {say(words::UNCHOOSE)}
                    </button>
                </Show>
            </div>
        </fieldset>
    }
}
