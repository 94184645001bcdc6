//! An office's standing key in this browser, sealed. Nobody's note; a shared machine keeps none.

use gloo_storage::{LocalStorage, Storage};

use crate::{browser::page, office_key::KeptKey};

const KEY: &str = "stepnote:office-key";

/// The key that is kept here.
pub fn kept() -> Option<KeptKey> {
    let text: String = LocalStorage::get(KEY).ok()?;
    KeptKey::from_text(text.as_bytes()).ok()
}

/// Keeps a key in the place of the one before; whether it really is there.
pub fn keep(key: &KeptKey) -> bool {
    let put = || LocalStorage::set(KEY, key.to_text()).is_ok();
    !page::kiosk() && put() && kept().as_ref() == Some(key)
}

/// Forgets it.
pub fn forget() {
    LocalStorage::delete(KEY);
}
