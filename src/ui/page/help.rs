//! 相談: whom to call, and what is protected.

use leptos::prelude::*;

use crate::ui::{
    part::{Frame, Lead, icon, say},
    words::help as w,
};

/// Telephone numbers as printed on the city's leaflet; the screen says to confirm them.
const NUMBERS: [(&str, crate::text::Text); 2] = [
    ("0422-60-1239", w::ABOUT_NOTE),
    ("0120-839-002", w::GENERAL),
];

/// Whom to call, and what is protected.
#[component]
pub fn Help() -> impl IntoView {
    view! {
        <Frame lead=Lead::Back("#/") title=w::TITLE>
            <div>
                <h1 class="ks-h1" id="title" tabindex="-1">{say(w::TITLE)}</h1>
                <p class="ks-lead">{say(w::LEAD)}</p>
            </div>
            <section class="ks-card">
                <h2 class="ks-h3">{say(w::OFFICE)}</h2>
                <dl class="ks-kv">
                    {NUMBERS.into_iter().map(|(number, what)| view! {
                        <div>
                            <dt>{say(what)}</dt>
                            <dd class="ks-num"><a class="ks-tel" href=format!("tel:{}", number.replace('-', ""))>{number}</a></dd>
                        </div>
                    }).collect_view()}
                </dl>
                <p class="ks-small">{say(w::CONFIRM)}</p>
            </section>
            <section class="ks-stack">
                <h2 class="ks-h2">{say(w::SAFETY)}</h2>
                <h3 class="ks-h3">{say(w::PROTECTED)}</h3>
                <ul class="ks-consent">{w::SAFE.into_iter().map(|text| view! { <li>{icon("check")}<span>{say(text)}</span></li> }).collect_view()}</ul>
                <h3 class="ks-h3">{say(w::NOT_PROTECTED)}</h3>
                <ul class="ks-consent">{w::UNSAFE.into_iter().map(|text| view! { <li>{icon("info")}<span>{say(text)}</span></li> }).collect_view()}</ul>
            </section>
        </Frame>
    }
}
