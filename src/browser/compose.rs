//! Input methods: what they compose in a field, and what becomes of it.

use wasm_bindgen::JsCast;
use web_sys::{CompositionEvent, Event};

/// The events that tell of it.
pub const TELLING: [&str; 4] = [
    "compositionstart",
    "compositionupdate",
    "compositionend",
    "input",
];

/// What a field is told.
pub enum Composing {
    /// A composition begins.
    Begins,
    /// It shows this.
    Shows(String),
    /// It ends with this.
    Ends(String),
    /// What stands in the field has changed.
    Changes,
}

/// What an event says.
pub fn composing(event: &Event) -> Composing {
    let Some(composition) = event.dyn_ref::<CompositionEvent>() else {
        return Composing::Changes;
    };
    let text = composition.data().unwrap_or_default();
    match event.type_().as_str() {
        "compositionstart" => Composing::Begins,
        "compositionupdate" => Composing::Shows(text),
        _ => Composing::Ends(text),
    }
}
