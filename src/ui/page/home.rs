//! The child's note: a cover, and the sheets as a path of stepping stones.

use leptos::prelude::*;

use crate::{
    answer::age,
    browser::clock,
    form::Form,
    forms,
    record::{Note, State},
    route::Route,
    sheet::{Facts, age_in_words},
    store::{Child, Session},
    ui::{
        part::{Frame, Lead, art, icon, lang, link_row, say},
        words::{self, child as c, home as w},
    },
};

/// The note of the child that is chosen.
#[component]
pub fn Home() -> impl IntoView {
    let session = expect_context::<Session>();
    let lang = lang();
    let Some(child) = session.child_untracked() else {
        return ().into_any();
    };
    let note = session.note();
    let (full_name, facts) = (full_name(&note), facts_of(&note));
    let age_now = move || {
        let age = facts.birth.and_then(|birth| age(birth, clock::today()));
        age.map(|age| age_in_words(age, lang.get()))
    };
    let several = session.children().len() > 1;
    let name = child.name.clone();
    view! {
        <Frame lead=Lead::Brand title=w::NOTE>
            <section class="ks-cover" aria-labelledby="title">
                {art("cover-stitch", "ks-cover__stitch")}
                <div class="ks-cover__slip" lang="ja" aria-hidden="true">{words::APP.ja}</div>
                <div class="ks-cover__body">
                    <div>
                        <h1 class="ks-cover__name" id="title" tabindex="-1" translate="no">
                            {move || if name.is_empty() { c::NAMELESS.to(lang.get()).to_owned() } else { name.clone() }}
                        </h1>
                        <p class="ks-cover__full" translate="no">{full_name}</p>
                    </div>
                    <div>
                        <p class="ks-cover__age ks-num">{age_now}</p>
                        {several.then(|| view! {
                            <button class="ks-cover__swap" type="button" on:click=move |_| session.choose(None)>{say(c::SWAP)}</button>
                        })}
                    </div>
                </div>
            </section>
            <Show when=move || session.restored_older()>
                <p class="ks-card ks-card--sun ks-quiet" role="status">{icon("info")}<span>{say(w::OLDER)}</span></p>
            </Show>
            <p class="ks-quiet">{icon("lock")}<span>{say(w::KEPT)}</span></p>
            <section>
                <h2 class="ks-h2">{say(w::SHEETS)}</h2>
                <p class="ks-lead ks-lead--near">{say(w::NOT_ALL)}</p>
                <Path note/>
            </section>
            <nav aria-label=say(w::OTHER)>
                {link_row("print", say(w::PRINT), say(w::PRINT_SUB), Route::Print.fragment())}
                {link_row("receive", say(w::RECEIVE), say(words::door::RECEIVE_SUB), Route::Receive.fragment())}
                <button class="ks-link-row" type="button" on:click=move |_| { session.choose(None); }>
                    {icon("child")}<span>{say(c::ADD)}</span>{icon("next")}
                </button>
            </nav>
        </Frame>
        <nav class="ks-bar ks-noprint" aria-label=say(w::PLACES)>
            <a class="ks-bar__tab" href=Route::Home.fragment() aria-current="page">{icon("note")}<span>{say(w::NOTE)}</span></a>
            <a class="ks-btn ks-btn--main ks-bar__go" href=Route::HandOver.fragment()>{icon("handover")}<span>{say(w::HAND_OVER)}</span></a>
        </nav>
    }
    .into_any()
}

/// The path: a stone for every sheet, with a leaf where something is written. The word stands
/// beside it always.
#[component]
fn Path(note: Note) -> impl IntoView {
    let stone = move |(i, form): (usize, &'static Form)| {
        let (leaf, state, words) = match note.state(form) {
            State::Blank => (None, "none", w::BLANK),
            State::Begun => (Some("leaf-half"), "half", w::BEGUN),
            State::Written => (Some("leaf-full"), "full", w::WRITTEN),
        };
        view! {
            <li class="ks-path__row">
                <a class="ks-path__a" href=Route::Sheet(form.id.to_owned()).fragment()>
                    <span class="ks-path__stone">
                        <svg aria-hidden="true"><use_ href=format!("#stone-{}", i % 4 + 1)/></svg>
                        {leaf.map(|leaf| view! { <svg aria-hidden="true"><use_ href=format!("#{leaf}")/></svg> })}
                    </span>
                    <span>
                        <span class="ks-path__name">{say(form.title)}</span>
                        <span class="ks-state" data-s=state>{say(words)}</span>
                    </span>
                </a>
            </li>
        }
    };
    view! { <ol class="ks-path">{forms::ALL.iter().enumerate().map(stone).collect_view()}</ol> }
}

/// The children in the vault, and a new cover.
#[component]
pub fn NewChild() -> impl IntoView {
    let session = expect_context::<Session>();
    let name = RwSignal::new(String::new());
    let colour = RwSignal::new(c::COLOURS[0].0);
    let failed = RwSignal::new(None);
    let existing = session.children();
    let none = existing.is_empty();
    let open = move |child: Child| {
        let shown = child.name.clone();
        view! {
            <button class="ks-link-row" type="button" translate="no" on:click=move |_| session.choose(Some(child.clone()))>
                {icon("note")}<span>{shown}</span>{icon("next")}
            </button>
        }
    };
    let make = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let child = session.add_child(name.get_untracked().trim(), colour.get_untracked());
        failed.set(child.err().map(super::sheet::trouble_of));
    };
    let swatch = move |(code, text): (&'static str, crate::text::Text)| {
        view! {
            <label class="ks-swatch" data-child=code>
                <input type="radio" name="colour" prop:checked=move || colour.get() == code on:change=move |_| colour.set(code)/>
                <span>{say(text)}</span>
            </label>
        }
    };
    view! {
        <Frame lead=Lead::Brand title=c::TITLE>
            <crate::ui::part::TroubleBox trouble=failed/>
            <div>
                <h1 class="ks-h1" id="title" tabindex="-1">{say(c::TITLE)}</h1>
                {(!none).then(|| view! { <nav aria-label=say(c::SWAP)>{existing.into_iter().map(open).collect_view()}</nav> })}
                <p class="ks-lead">{say(c::LEAD)}</p>
            </div>
            <form class="ks-stack-5" on:submit=make>
                <div class="ks-field">
                    <label class="ks-label" for="child-name">{say(c::NAME)}</label>
                    <input class="ks-input" id="child-name" autocomplete="off" spellcheck="false" translate="no"
                        on:input=move |event| name.set(event_target_value(&event))/>
                </div>
                <fieldset class="ks-field">
                    <legend class="ks-label">{say(c::COLOUR)}</legend>
                    <div class="ks-swatches">{c::COLOURS.into_iter().map(swatch).collect_view()}</div>
                </fieldset>
                <button class="ks-btn ks-btn--main ks-btn--lg ks-btn--wide" type="submit">{say(c::MAKE)}</button>
            </form>
        </Frame>
    }
}

/// What other sheets need to know.
pub fn facts_of(note: &Note) -> Facts {
    let records: Vec<_> = forms::ALL
        .iter()
        .map(|form| (form, note.record(form)))
        .collect();
    Facts::of(records.iter().map(|(form, record)| (*form, record)))
}

fn full_name(note: &Note) -> String {
    let name = forms::ALL.iter().find_map(|form| {
        let id = form.with_role(crate::form::Role::Name)?;
        Some(note.record(form).answers.text(id).to_owned())
    });
    name.unwrap_or_default()
}
