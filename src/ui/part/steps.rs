//! The three stones of handing over.

use leptos::prelude::*;

use super::say;
use crate::ui::words::hand_over as words;

/// Which step we are at, from 0.
#[component]
pub fn Steps(at: usize) -> impl IntoView {
    let steps = [words::CHOOSE, words::CHECK, words::GIVE];
    view! {
        <ol class="ks-steps" aria-label=say(words::STEPS)>
            {steps.into_iter().enumerate().map(|(i, text)| view! {
                <li aria-current=(i == at).then_some("step")>
                    <span class="st">
                        <svg aria-hidden="true"><use_ href=format!("#stone-{}", i + 1)/></svg>
                        <b>{i + 1}</b>
                    </span>
                    <span>{say(text)}</span>
                </li>
            }).collect_view()}
        </ol>
    }
}
