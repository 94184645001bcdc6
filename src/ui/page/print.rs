//! Sheets on paper: as written, or blank to write by hand.

use leptos::prelude::*;

use crate::{
    browser::{clock, page},
    form::{Form, Role},
    forms, paper,
    record::{Note, Record},
    sheet::Facts,
    store::Session,
    ui::{
        part::{Frame, Lead, Pages, icon, say},
        words::print as w,
    },
};

/// The sheets of the child that is chosen.
#[component]
pub fn Print() -> impl IntoView {
    let session = expect_context::<Session>();
    view! { <Preview note=session.note()/> }
}

/// Blank sheets, for whoever has no note here.
#[component]
pub fn BlankSheets() -> impl IntoView {
    view! { <Preview note=Note::default()/> }
}

#[component]
fn Preview(note: Note) -> impl IntoView {
    let records: Vec<(&'static Form, Record)> = forms::ALL
        .iter()
        .map(|form| (form, note.record(form)))
        .collect();
    let facts = Facts::of(records.iter().map(|(form, record)| (*form, record)));
    let written = records.iter().any(|(_, record)| !record.is_blank());
    // The child's name stands at the foot of every filled page, on whichever sheet it was written.
    let name = records
        .iter()
        .find_map(|(form, record)| {
            Some(record.answers.text(form.with_role(Role::Name)?).to_owned())
        })
        .unwrap_or_default();
    let filled = RwSignal::new(written);
    let chosen = RwSignal::new(
        records
            .iter()
            .filter(|(_, record)| !written || !record.is_blank())
            .map(|(form, _)| form.id)
            .collect::<Vec<_>>(),
    );
    let toggle = move |id: &'static str, on: bool| {
        chosen.update(|ids| {
            ids.retain(|other| *other != id);
            if on {
                ids.push(id);
            }
        });
    };
    let pick = move |form: &'static Form| {
        view! {
            <label class="ks-pick">
                <input type="checkbox" prop:checked=move || chosen.get().contains(&form.id)
                    on:change=move |event| toggle(form.id, event_target_checked(&event))/>
                <span>{say(form.title)}</span>
            </label>
        }
    };
    let how = move |fill: bool, text| {
        view! {
            <label class="ks-pick">
                <input type="radio" name="how" prop:checked=move || filled.get() == fill on:change=move |_| filled.set(fill)/>
                <span>{say(text)}</span>
            </label>
        }
    };
    let papers = move || {
        let ids = chosen.get();
        let chosen = records.iter().filter(|(form, _)| ids.contains(&form.id));
        let sheets: Vec<_> = chosen
            .map(|(form, record)| (*form, filled.get().then_some(record)))
            .collect();
        let pages = paper::Job {
            sheets: &sheets,
            facts,
            name: &name,
            today: Some(clock::today()),
        }
        .pages();
        if pages.is_empty() {
            view! { <p class="ks-lead">{say(w::NONE)}</p> }.into_any()
        } else {
            view! { <Pages pages/> }.into_any()
        }
    };
    view! {
        <Frame lead=Lead::Back("#/") title=w::TITLE class="ks-main ks-main--paper ks-stack-5">
            <div class="ks-noprint ks-stack-5">
                <div>
                    <h1 class="ks-h1" id="title" tabindex="-1">{say(w::TITLE)}</h1>
                    <p class="ks-lead">{say(w::LEAD)}</p>
                </div>
                <fieldset class="ks-card"><legend class="ks-label ks-legend">{say(w::WHICH)}</legend>{forms::ALL.iter().map(|form| pick(form)).collect_view()}</fieldset>
                {written.then(|| view! {
                    <fieldset class="ks-card"><legend class="ks-label ks-legend">{say(w::HOW)}</legend>{how(true, w::FILLED)}{how(false, w::BLANK)}</fieldset>
                })}
                <button class="ks-btn ks-btn--main ks-btn--lg ks-btn--wide" type="button" on:click=move |_| page::print()>{icon("print")}<span>{say(w::GO)}</span></button>
                <h2 class="ks-h2">{say(w::PREVIEW)}</h2>
            </div>
            {papers}
        </Frame>
    }
}
