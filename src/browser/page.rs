//! The page itself: title, focus, visibility, printing, the words that stand there when it stops.

use js_sys::{Promise, Reflect};
use leptos::prelude::{document, on_cleanup, request_animation_frame, window};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Event, FocusOptions, HtmlElement, VisibilityState};

use super::ways;
use crate::{machine::Way, surroundings::Surroundings};

/// Names the page. Never with personal data: a printed file is called so.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Puts a sign before the name of the page, as long as the part stands that this is called in.
pub fn sign_title(sign: &'static str) {
    let title = document().title();
    if !title.starts_with(sign) {
        set_title(&[sign, title.as_str()].concat());
    }
    on_cleanup(move || {
        // Another screen has named it by then.
        if let Some(title) = document().title().strip_prefix(sign) {
            set_title(title);
        }
    });
}

/// Sets an attribute of the root: `lang`, `data-child`, `data-theme`.
pub fn set_root(name: &str, value: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute(name, value);
    }
}

/// Sets or takes away an attribute of the root that says something by being there.
pub fn mark_root(name: &str, on: bool) {
    if let Some(root) = document().document_element() {
        let _ = root.toggle_attribute_with_force(name, on);
    }
}

/// An attribute of the root.
pub fn root(name: &str) -> Option<String> {
    document().document_element()?.get_attribute(name)
}

/// Whether this is a shared machine, where nothing is kept: the page was opened as `kiosk.html`.
pub fn kiosk() -> bool {
    root("data-kiosk").is_some()
}

/// Brings what the screens of the second part look like, from now on; whether it came.
pub fn dress() -> impl Future<Output = bool> {
    // The tag that names it goes once it is here.
    let tag = document().query_selector("meta[name=rest]").ok().flatten();
    let coming = tag.as_ref().map(dressed);
    async move {
        match (tag, coming) {
            (Some(tag), Some(Some(coming))) => {
                let came = JsFuture::from(coming).await.is_ok();
                if came {
                    tag.remove();
                }
                came
            }
            (tag, _) => tag.is_none(),
        }
    }
}

fn dressed(tag: &Element) -> Option<Promise> {
    let link = document().create_element("link").ok()?;
    let link: HtmlElement = link.dyn_into().ok()?;
    let attributes = [
        ("rel", "stylesheet".to_owned()),
        ("crossorigin", "anonymous".to_owned()),
        ("integrity", tag.get_attribute("data-integrity")?),
        ("href", tag.get_attribute("content")?),
    ];
    for (name, value) in attributes {
        link.set_attribute(name, &value).ok()?;
    }
    let head = document().head()?;
    Some(Promise::new(&mut |came, failed| {
        link.set_onload(Some(&came));
        link.set_onerror(Some(&failed));
        let _ = head.append_child(&link);
    }))
}

/// Tells the scripts around the app (`shell/offline.js`) something.
pub fn tell(event: &str) {
    if let Ok(event) = Event::new(event) {
        let _ = window().dispatch_event(&event);
    }
}

/// Nothing is to be seen any more, from now on.
pub fn vanish() {
    set_title("");
    if let Some(body) = document().body() {
        body.set_hidden(true);
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
    if let Some(element) = document().get_element_by_id(id) {
        focus_at(element, still);
    }
}

/// Moves the focus to an element at once.
pub(super) fn focus_at(element: Element, still: bool) {
    if let Ok(element) = element.dyn_into::<HtmlElement>() {
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

/// Asks the browser to print, where paper is allowed.
pub fn print() {
    if ways::allows(Way::Paper) {
        let _ = window().print();
    }
}

/// How large the window is, in pixels of the page: width and height.
pub fn size() -> (u32, u32) {
    let length = |told: Result<wasm_bindgen::JsValue, _>| {
        let told = told.ok().and_then(|told| told.as_f64());
        told.unwrap_or_default() as u32
    };
    (
        length(window().inner_width()),
        length(window().inner_height()),
    )
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

/// Where the app was opened.
pub fn surroundings() -> Surroundings {
    let navigator = window().navigator();
    let from_home_screen = matches("(display-mode: standalone)")
        // Older iPhones say it in their own way.
        || Reflect::get(&navigator, &"standalone".into()).is_ok_and(|told| told.is_truthy());
    let fingers = Reflect::get(&navigator, &"maxTouchPoints".into());
    let fingers = fingers.ok().and_then(|told| told.as_f64()).unwrap_or(0.0);
    let name = navigator.user_agent().unwrap_or_default();
    Surroundings::told_by(&name, from_home_screen, fingers as u32)
}

/// Which version this is, and which build of it.
pub fn version() -> String {
    [env!("CARGO_PKG_VERSION"), "-", &build()].concat()
}

/// Which build this is: sixteen letters of a hash over all its files (`scripts/dist.mjs`).
pub fn build() -> String {
    let named = document().query_selector("meta[name=build]");
    let named = named.ok().flatten();
    named
        .and_then(|meta| meta.get_attribute("content"))
        .unwrap_or_default()
}
