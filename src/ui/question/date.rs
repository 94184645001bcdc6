//! Dates and periods: three fields, any of which may stay empty.

use leptos::{ev, prelude::*};

use super::{Asked, hint};
use crate::{
    answer::{Answer, Period, Typed, wareki},
    browser::{clock, page},
    draft::Draft,
    form::Role,
    text::Text,
    ui::{
        part::{lang, say},
        words::sheet as words,
    },
};

pub(super) fn date(asked: Asked) -> impl IntoView {
    let signal = asked.fields.signal(asked.question.id);
    let Asked {
        question,
        draft,
        id,
        ..
    } = asked;
    let read = signal.clone();
    let get = Signal::derive(move || read.get().date());
    let set = {
        let signal = signal.clone();
        move |typed| signal.set(Answer::Date(typed))
    };
    let leaving = draft.clone();
    let left = move || {
        if question.role == Some(Role::Birth) {
            leaving.follow_the_child();
        }
    };
    let today = (question.role == Some(Role::WrittenOn)).then(|| {
        let (signal, draft, id) = (signal, draft.clone(), id.clone());
        view! {
            <Show when=move || get.get().is_blank()>
                <button class="ks-btn ks-btn--text ks-btn--sm" type="button" on:click={
                    let (signal, draft, id) = (signal.clone(), draft.clone(), id.clone());
                    move |_| {
                        let today = Typed::from(clock::today());
                        show(&id, &today);
                        signal.set(Answer::Date(today));
                        draft.touch();
                    }
                }>{say(words::TODAY)}</button>
            </Show>
        }
    });
    view! {
        <fieldset class="ks-field">
            <legend class="ks-label">{say(question.label)}</legend>
            {hint(question.hint, format!("{id}-hint"))}
            {parts(id, None, get, set, draft, left)}
            {today}
        </fieldset>
    }
}

pub(super) fn period(asked: Asked) -> impl IntoView {
    let signal = asked.fields.signal(asked.question.id);
    let Asked {
        question,
        draft,
        id,
        ..
    } = asked;
    let read = signal.clone();
    let get = Signal::derive(move || read.get().period());
    let change = move |signal: &ArcRwSignal<Answer>, write: &dyn Fn(&mut Period)| {
        let mut period = signal.get_untracked().period();
        write(&mut period);
        signal.set(Answer::Period(period));
    };
    let (from, until, ongoing) = (signal.clone(), signal.clone(), signal);
    let set_from = move |typed: Typed| change(&from, &|period| period.from = typed.clone());
    let set_until = move |typed: Typed| change(&until, &|period| period.until = typed.clone());
    let touching = draft.clone();
    let set_ongoing = move |event: ev::Event| {
        let on = event_target_checked(&event);
        change(&ongoing, &|period| period.ongoing = on);
        touching.touch();
    };
    let first = get.get_untracked().ongoing;
    view! {
        <fieldset class="ks-field">
            <legend class="ks-label">{say(question.label)}</legend>
            {hint(question.hint, format!("{id}-hint"))}
            {parts(format!("{id}-from"), Some(words::FROM), Signal::derive(move || get.get().from), set_from, draft.clone(), || ())}
            <label class="ks-pick">
                <input type="checkbox" prop:checked=first on:change=set_ongoing/>
                <span>{say(words::ONGOING)}</span>
            </label>
            <div hidden=move || get.get().ongoing && get.get().until.is_blank()>
                {parts(format!("{id}-until"), Some(words::UNTIL), Signal::derive(move || get.get().until), set_until, draft, || ())}
            </div>
        </fieldset>
    }
}

/// Year, month and day. Only leaving a field makes 令和6 to 2024.
fn parts(
    id: String,
    which: Option<Text>,
    get: Signal<Typed>,
    set: impl Fn(Typed) + Clone + 'static,
    draft: Draft,
    left: impl Fn() + Clone + 'static,
) -> impl IntoView {
    let lang = lang();
    let first = get.get_untracked();
    let which_words = move || which.map_or("", |text| text.to(lang.get()));
    let part = move |index: usize, unit: Text, first: String| {
        let (set, draft, left, id) = (set.clone(), draft.clone(), left.clone(), id.clone());
        let field = format!("{id}-{index}");
        let typing = {
            let (set, draft) = (set.clone(), draft.clone());
            move |event: ev::Event| {
                let mut typed = get.get_untracked();
                *part_of(&mut typed, index) = event_target_value(&event);
                set(typed);
                draft.touch();
            }
        };
        let leaving = move |_: ev::Event| {
            let typed = get.get_untracked();
            let tidy = typed.tidy();
            if tidy != typed {
                show(&id, &tidy);
                set(tidy);
                draft.touch();
            }
            left();
        };
        let label = move || format!("{}{}", which_words(), unit.to(lang.get()));
        view! {
            <input id=field class:s=index.gt(&0) type="text" inputmode=if index == 0 { "text" } else { "numeric" }
                aria-label=label prop:value=first on:input=typing on:change=leaving
                autocomplete="off" spellcheck="false" translate="no"/>
            <span aria-hidden="true">{say(unit)}</span>
        }
    };
    let era = move || {
        let date = get.get().understood().ok();
        date.map(|date| view! { <span class="ks-date__era ks-num" lang="ja">{wareki(date)}</span> })
    };
    let unclear = move || {
        let typed = get.get();
        // A year that is still being typed is not yet unclear.
        let begun = typed.year.trim().chars().count() < 4 && typed.month.is_empty();
        (!typed.is_blank() && !begun && typed.understood().is_err())
            .then(|| view! { <span class="ks-hint">{say(words::UNCLEAR)}</span> })
    };
    let heading = which.map(|text| view! { <span class="ks-small ks-date__which" aria-hidden="true">{say(text)}</span> });
    view! {
        <div class="ks-date">
            {heading}
            {part(0, words::YEAR, first.year)}
            {part(1, words::MONTH, first.month)}
            {part(2, words::DAY, first.day)}
            {era}
        </div>
        <div role="status">{unclear}</div>
    }
}

fn part_of(typed: &mut Typed, index: usize) -> &mut String {
    match index {
        0 => &mut typed.year,
        1 => &mut typed.month,
        _ => &mut typed.day,
    }
}

/// Puts a tidied date into its three fields.
fn show(id: &str, typed: &Typed) {
    for (index, part) in [&typed.year, &typed.month, &typed.day]
        .into_iter()
        .enumerate()
    {
        page::set_value(&format!("{id}-{index}"), part);
    }
}
