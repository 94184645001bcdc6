//! The page itself: title, focus, visibility, printing, the words that stand there when it stops.

use leptos::prelude::{document, request_animation_frame, window};
use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement, VisibilityState};

/// Names the page. Never with personal data: a printed file is called so.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Sets an attribute of the root: `lang`, `data-child`, `data-theme`.
pub fn set_root(name: &str, value: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute(name, value);
    }
}

/// Moves the focus to an element by id once it is drawn, for screen readers and keyboards. Whoever has gone to a field
/// by then stays there: a slow device draws late, and what is being typed must not go elsewhere.
pub fn focus(id: &str) {
    focus_drawn(id, false);
}

/// `still`: without scrolling there.
fn focus_drawn(id: &str, still: bool) {
    let before = document().active_element();
    let id = id.to_owned();
    request_animation_frame(move || {
        let now = document().active_element();
        let at_rest = now
            .as_ref()
            .is_none_or(|element| element.tag_name() == "BODY");
        if at_rest || now == before {
            focus_now(&id, still);
        }
    });
}

fn focus_now(id: &str, still: bool) {
    if let Some(element) = document().get_element_by_id(id)
        && let Ok(element) = element.dyn_into::<HtmlElement>()
    {
        let how = FocusOptions::new();
        how.set_prevent_scroll(still);
        let _ = element.focus_with_options(&how);
    }
}

/// Keeps the place and the focus while the same screen is drawn anew.
pub fn stay() {
    let focused = document().active_element().map(|element| element.id());
    let height = window().scroll_y().unwrap_or_default();
    request_animation_frame(move || {
        window().scroll_to_with_x_and_y(0.0, height);
        if let Some(id) = focused.filter(|id| !id.is_empty()) {
            focus_now(&id, false);
        }
    });
}

/// Scrolls to the top of the page.
fn to_top() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// Goes to the top of a screen that has just been built, and to its heading. The screen stands still once it is seen:
/// what is being pressed on it must not slip away when the heading is reached late.
pub fn to_title() {
    to_top();
    focus_drawn("title", true);
}

/// Goes to one place of a screen that has just been built.
pub fn to_spot(id: &str) {
    to_top();
    focus(id);
}

/// Whether the page is out of sight.
pub fn hidden() -> bool {
    document().visibility_state() == VisibilityState::Hidden
}

/// Asks the browser to print.
pub fn print() {
    let _ = window().print();
}

/// Shows the static words for a page that has stopped. Says nothing of why: a panic message
/// could hold what somebody wrote.
pub fn show_stopped() {
    for (id, hidden) in [("app", true), ("stopped", false)] {
        if let Some(element) = document().get_element_by_id(id) {
            let _ = element.toggle_attribute_with_force("hidden", hidden);
        }
    }
}

/// The language the browser prefers, as a BCP 47 tag.
pub fn preferred_language() -> String {
    window().navigator().language().unwrap_or_default()
}

/// Whether the reader asks for less motion.
pub fn reduced_motion() -> bool {
    matches("(prefers-reduced-motion: reduce)")
}

/// Whether there is room for several codes side by side.
pub fn wide() -> bool {
    matches("(min-width: 48em)")
}

fn matches(query: &str) -> bool {
    window()
        .match_media(query)
        .ok()
        .flatten()
        .is_some_and(|query| query.matches())
}
