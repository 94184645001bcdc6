//! Keys that are pressed anywhere on the page, whatever has the focus.

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// A key that was pressed.
pub struct Press {
    /// What it types, or its name; `Process` where an input method takes it.
    pub key: String,
    /// Its place on the keyboard, whatever an input method makes of it.
    pub code: String,
    /// Whether Shift is held.
    pub shift: bool,
    /// Whether an input method is composing.
    pub composing: bool,
    /// Whether somebody is typing in a field.
    pub in_field: bool,
}

/// Tells of every key, as long as the part of the page it was made in stands. Where it is answered
/// with `true` the key does nothing else. Shortcuts of the browser, and a
/// key that is held, are not told of.
pub fn pressed(act: impl Fn(&Press) -> bool + 'static) {
    let heard = window_event_listener(ev::keydown, move |event| {
        if event.ctrl_key() || event.alt_key() || event.meta_key() || event.repeat() {
            return;
        }
        let key = event.key();
        let press = Press {
            composing: event.is_composing() || event.key_code() == 229,
            code: event.code(),
            shift: event.shift_key(),
            in_field: typing(),
            key,
        };
        if act(&press) {
            event.prevent_default();
        }
    });
    on_cleanup(move || heard.remove());
}

/// Whether the focus is in a field in which one types.
fn typing() -> bool {
    let focused = document().active_element();
    let focused = focused.and_then(|element| element.dyn_into::<HtmlElement>().ok());
    focused.is_some_and(|element| match element.tag_name().as_str() {
        "TEXTAREA" | "SELECT" => true,
        "INPUT" => !matches!(
            element.get_attribute("type").as_deref(),
            Some("checkbox" | "radio" | "file" | "button" | "submit")
        ),
        _ => false,
    })
}
