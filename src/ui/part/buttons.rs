//! Drawings and rows.

use leptos::prelude::*;

/// A drawing of the sprite beside words; silent for screen readers.
pub fn icon(name: &'static str) -> impl IntoView {
    view! { <svg class="i" aria-hidden="true"><use_ href=format!("#i-{name}")/></svg> }
}

/// A larger drawing of the sprite.
pub fn art(name: &'static str, class: &'static str) -> impl IntoView {
    view! { <svg class=class aria-hidden="true"><use_ href=format!("#{name}")/></svg> }
}

/// A row that leads to another screen.
pub fn link_row(
    glyph: &'static str,
    title: impl IntoView,
    sub: impl IntoView,
    to: String,
) -> impl IntoView {
    view! {
        <a class="ks-link-row" href=to>
            {icon(glyph)}
            <span>{title}<span class="ks-small ks-block">{sub}</span></span>
            {icon("next")}
        </a>
    }
}
