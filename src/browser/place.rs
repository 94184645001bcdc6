//! The address: only its fragment is ever ours, and never personal.

use std::{cell::Cell, time::Duration};

use leptos::prelude::{set_timeout, window, window_event_listener_untyped};
use wasm_bindgen::JsValue;

thread_local! {
    /// How many steps of the history are ours before this one.
    static STEPS: Cell<i32> = const { Cell::new(-1) };
}

/// The fragment, without `#`.
pub fn fragment() -> String {
    window()
        .location()
        .hash()
        .unwrap_or_default()
        .trim_start_matches('#')
        .to_owned()
}

/// The address of this page without query and fragment: what a QR code begins with.
pub fn page_address() -> String {
    let href = window().location().href().unwrap_or_default();
    href.split(['#', '?']).next().unwrap_or_default().to_owned()
}

/// Goes to a fragment, with a step in the history.
pub fn go(fragment: &str) {
    let _ = window().location().set_hash(fragment);
}

/// Takes the fragment out of the address and the history, before anything else looks at it.
pub fn replace(fragment: &str) {
    if let Ok(history) = window().history() {
        let state = history.state().unwrap_or(JsValue::NULL);
        let _ = history.replace_state_with_url(&state, "", Some(fragment));
    }
}

/// One step back.
pub fn back() {
    if let Ok(history) = window().history() {
        let _ = history.back();
    }
}

/// Counts the steps of the history that are ours; asked at every one of them. The number stays with
/// the step, and is all that does.
pub fn count() {
    let Ok(history) = window().history() else {
        return;
    };
    let known = history.state().ok().and_then(|state| state.as_f64());
    let steps = known.map_or(STEPS.get().saturating_add(1), |known| known as i32);
    STEPS.set(steps);
    if known.is_none() {
        let _ = history.replace_state(&JsValue::from(steps), "");
    }
}

/// Leaves for another page of this place, which stands where our first step stood: no step back
/// leads here again.
pub fn leave(to: &'static str) {
    let go = move || {
        let _ = window().location().replace(to);
    };
    let steps = STEPS.get();
    let Ok(history) = window().history() else {
        return go();
    };
    if steps < 1 {
        return go();
    }
    // Firefox is still on its way while it says so, and would put the other page in the wrong place.
    window_event_listener_untyped("popstate", move |_| set_timeout(go, Duration::ZERO));
    // Where the browser does not go back so far, it leaves from here.
    set_timeout(go, Duration::from_millis(700));
    let _ = history.go_with_delta(-steps);
}
