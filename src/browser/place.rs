//! The address: only its fragment is ever ours, and never personal.

use leptos::prelude::window;
use wasm_bindgen::JsValue;

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
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(fragment));
    }
}

/// One step back.
pub fn back() {
    if let Ok(history) = window().history() {
        let _ = history.back();
    }
}
