//! A field in which something is to be put right.

use leptos::prelude::{document, on_cleanup};
use web_sys::Element;

use super::{el::El, page};

const CONTROLS: &str = "input, textarea, select";

/// The field of this name, or the first of several.
fn control(id: &str) -> Option<Element> {
    let named = document().get_element_by_id(id)?;
    if named.matches(CONTROLS) == Ok(true) {
        return Some(named);
    }
    named.query_selector(CONTROLS).ok().flatten()
}

/// Moves the focus to a field.
pub fn go_to(id: &str) {
    if let Some(control) = control(id) {
        page::focus_at(control, false);
    }
}

/// Says something below a field, and with it, as long as the part stands that this is called in;
/// whether there is such a field.
pub fn say_at(id: &'static str, said: El) -> bool {
    let (Some(named), Some(control)) = (document().get_element_by_id(id), control(id)) else {
        return false;
    };
    let ours = [id, "-trouble"].concat();
    let said: Option<Element> = said.id(&ours).cast();
    let before = control.get_attribute("aria-describedby");
    // What is to be done comes before the help.
    let all = [ours.as_str(), " ", before.as_deref().unwrap_or_default()].concat();
    let _ = control.set_attribute("aria-describedby", all.trim_end());
    let _ = control.set_attribute("aria-invalid", "true");
    if let Some(said) = said {
        let _ = named.insert_adjacent_element("afterend", &said);
    }
    on_cleanup(move || {
        if let Some(said) = document().get_element_by_id(&ours) {
            said.remove();
        }
        let Some(control) = self::control(id) else {
            return;
        };
        let _ = control.remove_attribute("aria-invalid");
        let _ = match before {
            Some(before) => control.set_attribute("aria-describedby", &before),
            None => control.remove_attribute("aria-describedby"),
        };
    });
    true
}
