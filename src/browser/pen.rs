//! A pen, a finger or a mouse on a field that is drawn on.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, PointerEvent};

/// Where the pen is on the field that the event was listened for on, from 0 to 1 to the right and
/// down; `None` while it is not down, and for a second finger.
pub fn at(event: &Event) -> Option<(f64, f64)> {
    let event = event.dyn_ref::<PointerEvent>()?;
    let field = event.current_target()?.dyn_into::<Element>().ok()?;
    let room = field.get_bounding_client_rect();
    let down = event.buttons() & 1 == 1 && event.is_primary();
    let share =
        |at: i32, begin: f64, length: f64| ((f64::from(at) - begin) / length).clamp(0.0, 1.0);
    (down && room.width() > 0.0 && room.height() > 0.0).then(|| {
        (
            share(event.client_x(), room.left(), room.width()),
            share(event.client_y(), room.top(), room.height()),
        )
    })
}

/// Follows the pen even where it leaves the field.
pub fn hold(event: &Event) {
    let Some(event) = event.dyn_ref::<PointerEvent>() else {
        return;
    };
    event.prevent_default();
    let field = event.current_target();
    if let Some(field) = field.and_then(|field| field.dyn_into::<Element>().ok()) {
        let _ = field.set_pointer_capture(event.pointer_id());
    }
}
