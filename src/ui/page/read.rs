//! What was received, on one calm page, and on paper.

use leptos::prelude::*;

use crate::{
    browser::{clock, page},
    paper,
    share::Bundle,
    sheet::Facts,
    ui::{
        page::hand_over::sheets_of,
        part::{Frame, Lead, Pages, Reader, icon, lang, say},
        words::receive as w,
    },
};

/// The reader at the office. Closing it is the end of everything it shows.
#[component]
pub fn Read(bundle: Bundle, close: Callback<()>) -> impl IntoView {
    let lang = lang();
    let sheets = sheets_of(&bundle);
    let unknown = bundle.unknown_sheets(crate::forms::ALL);
    let issued = bundle.issued_on();
    let issued = move || issued.map(|date| crate::sheet::date_in_words(&date.into(), lang.get()));
    let facts = Facts::of(sheets.iter().map(|(form, record)| (*form, record)));
    let on_paper: Vec<_> = sheets
        .iter()
        .map(|(form, record)| (*form, Some(record)))
        .collect();
    let pages = paper::Job {
        sheets: &on_paper,
        facts,
        name: "",
        today: Some(clock::today()),
    }
    .pages();
    view! {
        <Frame lead=Lead::Close(close) title=w::TITLE class="ks-main ks-main--wide ks-stack-5">
            <div class="ks-noprint ks-stack-5">
                <div>
                    <h1 class="ks-h1" id="title" tabindex="-1">{say(w::GOT)}</h1>
                    <p class="ks-small ks-num">{say(w::ISSUED)}" "{issued}"　"{say(w::NOT_KEPT)}</p>
                </div>
                <div class="ks-row">
                    <button class="ks-btn ks-btn--line" type="button" on:click=move |_| page::print()>{icon("print")}<span>{say(w::PRINT)}</span></button>
                    <button class="ks-btn" type="button" on:click=move |_| close.run(())>{icon("close")}<span>{say(w::CLOSE)}</span></button>
                </div>
                <Reader sheets unknown/>
            </div>
            <div class="ks-onpaper"><Pages pages/></div>
        </Frame>
    }
}
