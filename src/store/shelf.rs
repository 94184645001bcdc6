//! `localStorage` as the vault's shelf. It is synchronous, which is why it holds the records: the
//! last save happens while the page is being hidden. When it reaches the disk nobody is told: that is
//! what the [`twin`] is for.

use gloo_storage::{LocalStorage, Storage, errors::StorageError};

use super::{practice, twin};
use crate::{
    browser::page,
    vault::{MemoryShelf, Shelf, ShelfError},
};

thread_local! {
    /// The shelf of a shared machine. It goes with the page.
    static MEMORY: MemoryShelf = MemoryShelf::default();
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

    fn set(&self, key: &str, value: &str) -> Result<(), ShelfError> {
        twin::touched();
        if page::kiosk() {
            return MEMORY.with(|memory| memory.set(key, value));
        }
        LocalStorage::set(key, value).map_err(|error| match error {
            StorageError::JsError(error) if error.name == "QuotaExceededError" => ShelfError::Full,
            _ => ShelfError::Refused,
        })
    }

    fn remove(&self, key: &str) {
        twin::touched();
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
fn stored(prefix: &str) -> Vec<String> {
    let storage = LocalStorage::raw();
    let keys = (0..storage.length().unwrap_or(0)).filter_map(|i| storage.key(i).ok().flatten());
    keys.filter(|key| key.starts_with(prefix)).collect()
}

/// Forgets what is in memory, and what stands in the storage although nothing should.
pub(super) fn clear() {
    MEMORY.with(|memory| {
        for key in memory.keys("") {
            memory.remove(&key);
        }
    });
    for key in stored("") {
        LocalStorage::delete(key);
    }
}

/// Whether nothing is there.
pub(super) fn is_clear() -> bool {
    MEMORY.with(|memory| memory.keys("").is_empty()) && stored("").is_empty()
}
