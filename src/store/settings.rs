//! What this browser remembers in the open: only how the screen should look, nothing of a person.

use gloo_storage::{LocalStorage, Storage};

use crate::{browser::page, text::Lang};

const LANGUAGE: &str = "stepnote:lang";
const LOOK: &str = "stepnote:look:";
const TOLD: &str = "stepnote:told";
const ASKED: &str = "stepnote:asked";

fn put(key: &str, value: impl serde::Serialize) {
    if !page::kiosk() {
        let _ = LocalStorage::set(key, value);
    }
}

/// The code of the language chosen here before.
pub fn language() -> Option<String> {
    LocalStorage::get(LANGUAGE).ok()
}

/// Remembers the language, where something can be remembered.
pub fn keep_language(lang: Lang) {
    put(LANGUAGE, lang.code());
}

/// How the screen should look in one respect, where somebody has chosen: `theme`, `text`, `font` or `ruby`.
pub fn look(what: &str) -> Option<String> {
    LocalStorage::get([LOOK, what].concat()).ok()
}

/// Remembers how it should look; "" is as it is for everybody.
pub fn keep_look(what: &str, how: &str) {
    let key = [LOOK, what].concat();
    if how.is_empty() {
        LocalStorage::delete(&key);
    } else {
        put(&key, how);
    }
}

/// Whether something was told here before, and needs not be told again.
pub fn was_told(what: &str) -> bool {
    told().split(' ').any(|told| told == what)
}

/// Remembers that it was told.
pub fn keep_told(what: &str) {
    put(TOLD, format!("{} {what}", told()).trim());
}

fn told() -> String {
    LocalStorage::get(TOLD).unwrap_or_default()
}

/// Whether the browser was asked here not to delete what is kept.
pub fn was_asked() -> bool {
    LocalStorage::get(ASKED).unwrap_or_default()
}

/// Remembers that it was asked.
pub fn keep_asked() {
    put(ASKED, true);
}

/// Forgets what it was told and asked; the language stays.
pub fn forget() {
    LocalStorage::delete(TOLD);
    LocalStorage::delete(ASKED);
}
