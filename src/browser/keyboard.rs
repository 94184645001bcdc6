//! Keys that are pressed anywhere on the page, whatever has the focus; and keys of our own, that type
//! into the field that has it.

use std::time::Duration;

use js_sys::{Array, Function, Reflect};
use leptos::{ev, prelude::*};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, HtmlElement, KeyboardEvent};

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

/// Whether Caps Lock is on, as a key tells that was pressed.
pub fn capitals(event: &Event) -> bool {
    let key = event.dyn_ref::<KeyboardEvent>();
    key.is_some_and(|key| key.get_modifier_state("CapsLock"))
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

/// What says of a field that the device shows its own keyboard for it after all.
const LETTERS: &str = "data-letters";
/// What can have the focus.
const REACHED: &str = "main :is(input:not([type=hidden]),textarea,select,button,a[href],summary)";

/// Tells whether the field that has the focus wants digits, whenever the focus moves. For such a field
/// the device shows no keyboard of its own.
pub fn wants_digits(tell: impl Fn(bool) + Copy + 'static) {
    let come = window_event_listener_untyped("focusin", move |_| {
        if let Some(field) = focused().filter(is_for_digits) {
            let _ = field.set_attribute("inputmode", "none");
            to_sight(&field);
            tell(true);
        }
    });
    // Where it goes to is known only afterwards; and while something is being pressed the screen stands
    // still, or the finger would come up on something else.
    let pressed = StoredValue::new(false);
    let settle = move || {
        let away = focused().is_none_or(|field| !is_for_digits(&field));
        if away && pressed.try_get_value() == Some(false) {
            tell(false);
        }
    };
    let heard = ["focusout", "pointerdown", "pointerup", "pointercancel"].map(|event| {
        window_event_listener_untyped(event, move |_| {
            if event != "focusout" {
                pressed.set_value(event == "pointerdown");
            }
            set_timeout(settle, Duration::ZERO);
        })
    });
    on_cleanup(move || {
        come.remove();
        for heard in heard {
            heard.remove();
        }
    });
}

/// Types into the field that has the focus, as a keyboard does: the browser tells of it, and it can be
/// taken back.
pub fn type_in(text: &str) {
    command("insertText", text);
}

/// Takes away the character before the caret, or what is selected.
pub fn rub_out() {
    command("delete", "");
}

/// Goes on to the next field or button.
pub fn next_field() {
    let Some(here) = focused() else { return };
    let document = JsValue::from(document());
    let find = Reflect::get(&document, &"querySelectorAll".into());
    let find = find.ok().and_then(|find| find.dyn_into::<Function>().ok());
    let Some(all) = find.and_then(|find| find.call1(&document, &REACHED.into()).ok()) else {
        return;
    };
    let all: Vec<HtmlElement> = Array::from(&all)
        .iter()
        .filter_map(|one| one.dyn_into().ok())
        .filter(|one: &HtmlElement| one.offset_width() > 0 && one.tab_index() >= 0)
        .collect();
    let at = all.iter().position(|one| *one == here);
    if let Some(next) = at.and_then(|at| all.get(at + 1)) {
        let _ = next.focus();
    }
}

/// The field that has the focus gets the keyboard of the device, for letters.
pub fn letters() {
    let Some(field) = focused() else { return };
    let _ = field.set_attribute(LETTERS, "");
    let _ = field.set_attribute("inputmode", "text");
    // The keyboard is shown when the focus comes.
    let _ = field.blur();
    let _ = field.focus();
}

/// Whether one writes digits in it, and never had to ask for letters.
fn is_for_digits(field: &HtmlElement) -> bool {
    let asks = field.get_attribute("inputmode");
    let digits = matches!(asks.as_deref(), Some("numeric" | "tel" | "none"));
    let of_date = || field.closest(".ks-date").is_ok_and(|date| date.is_some());
    let is_text = field.get_attribute("type").as_deref() != Some("checkbox");
    let is_field = field.tag_name() == "INPUT" && is_text;
    is_field && (digits || of_date()) && !field.has_attribute(LETTERS)
}

fn focused() -> Option<HtmlElement> {
    document().active_element()?.dyn_into().ok()
}

/// Above the keys, which cover the lower part of the window.
fn to_sight(field: &HtmlElement) {
    let field = field.clone();
    request_animation_frame(move || field.scroll_into_view_with_bool(false));
}

/// The one way of editing a field that tells everybody about it: only the person's own typing does so
/// else.
fn command(name: &str, text: &str) {
    let document = JsValue::from(document());
    let edit = Reflect::get(&document, &"execCommand".into());
    if let Some(edit) = edit.ok().and_then(|edit| edit.dyn_into::<Function>().ok()) {
        let _ = edit.call3(&document, &name.into(), &false.into(), &text.into());
    }
}
