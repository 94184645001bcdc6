//! `localStorage` as the vault's shelf. It is synchronous, which is why it holds the records: the
//! last save happens while the page is being hidden. When it reaches the disk nobody is told: that is
//! what the [`twin`] is for.

use std::{cell::RefCell, rc::Rc};

use gloo_storage::{LocalStorage, Storage, errors::StorageError};
use js_sys::Reflect;
use wasm_bindgen::JsValue;

use super::{machine, practice, twin};
use crate::{
    browser::page,
    vault::{MemoryShelf, PREFIX, Shelf, ShelfError},
};

thread_local! {
    /// The shelf of a shared machine. It goes with the page.
    static MEMORY: MemoryShelf = MemoryShelf::default();
    /// Texts that were asked for, as the browser has them; what nobody can ask for again goes when something else
    /// is asked for.
    static KNOWN: RefCell<Vec<(Rc<str>, JsValue)>> = const { RefCell::new(Vec::new()) };
}

/// The storage of this origin in this browser; on a shared machine, memory alone.
#[derive(Debug, Clone, Copy)]
pub struct BrowserShelf;

impl Shelf for BrowserShelf {
    fn get(&self, key: &str) -> Option<String> {
        if page::kiosk() {
            return MEMORY.with(|memory| memory.get(key));
        }
        LocalStorage::get(key).ok()
    }

    fn has(&self, key: &str) -> bool {
        if page::kiosk() {
            return MEMORY.with(|memory| memory.has(key));
        }
        Reflect::has(&LocalStorage::raw(), &JsValue::from_str(key)).unwrap_or_default()
    }

    // A record is hundreds of kilobytes long, and every save asks for both its sides: the browser compares
    // them in less time than it takes to hand one over, or to be handed one.
    fn holds(&self, key: &str, value: &Rc<str>) -> bool {
        if page::kiosk() {
            return MEMORY.with(|memory| memory.holds(key, value));
        }
        let there = Reflect::get(&LocalStorage::raw(), &JsValue::from_str(key));
        there.is_ok_and(|there| as_stored(value).is_some_and(|stored| stored == there))
    }

    fn set(&self, key: &str, value: &str) -> Result<(), ShelfError> {
        twin::touched(key);
        if page::kiosk() {
            return MEMORY.with(|memory| memory.set(key, value));
        }
        LocalStorage::set(key, value).map_err(|error| match error {
            StorageError::JsError(error) if error.name == "QuotaExceededError" => ShelfError::Full,
            _ => ShelfError::Refused,
        })
    }

    fn remove(&self, key: &str) {
        twin::touched(key);
        if page::kiosk() {
            return MEMORY.with(|memory| memory.remove(key));
        }
        LocalStorage::delete(key);
    }

    fn keys(&self, prefix: &str) -> Vec<String> {
        if page::kiosk() {
            return MEMORY.with(|memory| memory.keys(prefix));
        }
        stored(prefix)
    }
}

/// Where the vault lies that is worked with: in this browser, or while somebody practises in memory.
#[derive(Debug, Clone, Copy)]
pub struct OurShelf;

impl Shelf for OurShelf {
    fn get(&self, key: &str) -> Option<String> {
        match practice::shelf() {
            Some(memory) => memory.get(key),
            None => BrowserShelf.get(key),
        }
    }

    fn has(&self, key: &str) -> bool {
        match practice::shelf() {
            Some(memory) => memory.has(key),
            None => BrowserShelf.has(key),
        }
    }

    fn holds(&self, key: &str, value: &Rc<str>) -> bool {
        match practice::shelf() {
            Some(memory) => memory.holds(key, value),
            None => BrowserShelf.holds(key, value),
        }
    }

    fn set(&self, key: &str, value: &str) -> Result<(), ShelfError> {
        match practice::shelf() {
            Some(memory) => memory.set(key, value),
            None => BrowserShelf.set(key, value),
        }
    }

    fn remove(&self, key: &str) {
        match practice::shelf() {
            Some(memory) => memory.remove(key),
            None => BrowserShelf.remove(key),
        }
    }

    fn keys(&self, prefix: &str) -> Vec<String> {
        match practice::shelf() {
            Some(memory) => memory.keys(prefix),
            None => BrowserShelf.keys(prefix),
        }
    }
}

/// What stands in the storage where a text does, as the browser has it.
fn as_stored(text: &Rc<str>) -> Option<JsValue> {
    KNOWN.with_borrow_mut(|all| {
        all.retain(|(known, _)| Rc::strong_count(known) > 1);
        if let Some((_, stored)) = all.iter().find(|(known, _)| Rc::ptr_eq(known, text)) {
            return Some(stored.clone());
        }
        let stored = JsValue::from_str(&serde_json::to_string(&**text).ok()?);
        all.push((Rc::clone(text), stored.clone()));
        Some(stored)
    })
}

fn stored(prefix: &str) -> Vec<String> {
    let storage = LocalStorage::raw();
    let keys = (0..storage.length().unwrap_or(0)).filter_map(|i| storage.key(i).ok().flatten());
    keys.filter(|key| key.starts_with(prefix)).collect()
}

/// Forgets what is in memory.
pub(super) fn forget_memory() {
    MEMORY.with(|memory| {
        for key in memory.keys("") {
            memory.remove(&key);
        }
    });
}

/// Whether nothing is in memory.
pub(super) fn memory_is_empty() -> bool {
    MEMORY.with(|memory| memory.keys("").is_empty())
}

/// Forgets what stands in the storage although nothing should; `every`: also somebody's sealed note.
pub(super) fn forget_stored(every: bool) {
    for key in stored("") {
        if key != machine::KEY && (every || !key.starts_with(PREFIX)) {
            LocalStorage::delete(key);
        }
    }
}

/// Whether nothing stands in the storage but what the staff decided.
pub(super) fn stored_is_empty() -> bool {
    stored("").iter().all(|key| key == machine::KEY)
}

/// Whether a sealed note stands in the storage.
pub(super) fn somebody_keeps() -> bool {
    !stored(PREFIX).is_empty()
}
