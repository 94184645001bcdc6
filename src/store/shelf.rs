//! `localStorage` as the vault's shelf. It is synchronous, which is why it holds the records: the
//! last save happens while the page is being hidden. When it reaches the disk nobody is told: that is
//! what the [`twin`] is for.

use gloo_storage::{LocalStorage, Storage, errors::StorageError};

use super::{practice, twin};
use crate::vault::{Shelf, ShelfError};

/// The storage of this origin in this browser; while somebody practises, memory in its place.
#[derive(Debug, Clone, Copy)]
pub struct BrowserShelf;

impl Shelf for BrowserShelf {
    fn get(&self, key: &str) -> Option<String> {
        if let Some(memory) = practice::shelf() {
            return memory.get(key);
        }
        LocalStorage::get(key).ok()
    }

    fn set(&self, key: &str, value: &str) -> Result<(), ShelfError> {
        if let Some(memory) = practice::shelf() {
            return memory.set(key, value);
        }
        twin::touched();
        LocalStorage::set(key, value).map_err(|error| match error {
            StorageError::JsError(error) if error.name == "QuotaExceededError" => ShelfError::Full,
            _ => ShelfError::Refused,
        })
    }

    fn remove(&self, key: &str) {
        if let Some(memory) = practice::shelf() {
            return memory.remove(key);
        }
        twin::touched();
        LocalStorage::delete(key);
    }

    fn keys(&self, prefix: &str) -> Vec<String> {
        if let Some(memory) = practice::shelf() {
            return memory.keys(prefix);
        }
        let storage = LocalStorage::raw();
        let keys = (0..storage.length().unwrap_or(0)).filter_map(|i| storage.key(i).ok().flatten());
        keys.filter(|key| key.starts_with(prefix)).collect()
    }
}
