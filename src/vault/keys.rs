//! The keys under the master key, what is authenticated with each sealed value, and the one way in
//! which sealed values are put on a shelf.

use std::rc::Rc;

use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::envelope::{Key, b64, open_box, seal_box, unb64};

use super::error::SaveError;
use super::shelf::Shelf;

/// Version of the record's envelope.
const SCHEMA: u32 = 1;

/// Derived once, while unlocking.
pub(crate) struct Keys {
    pub index: Key,
    pub dek_wrap: Key,
    /// Under which a backup's own key is sealed.
    pub backup: Key,
    /// Names the master key in the open without saying anything about it.
    pub id: String,
}

impl Keys {
    pub(crate) fn derive(master: &Key, vault: &str) -> Self {
        let hkdf = Hkdf::<Sha256>::new(Some(vault.as_bytes()), master.expose());
        let key = |info: &str| {
            Key::filled(|key| {
                hkdf.expand(info.as_bytes(), key)
                    .expect("32 bytes are within HKDF's limit");
            })
        };
        Self {
            index: key("index"),
            dek_wrap: key("dek-wrap"),
            backup: key("backup"),
            id: b64(&key("id").expose()[..8]),
        }
    }
}

/// Authenticated with the master key that was in use before.
pub(crate) fn was_aad(vault: &str) -> String {
    format!(r#"{{"fmt":"svl","vaultId":"{vault}","use":"was"}}"#)
}

/// Authenticated with the index.
pub(crate) fn index_aad(vault: &str) -> String {
    format!(r#"{{"fmt":"svl","vaultId":"{vault}","use":"index"}}"#)
}

/// Authenticated with a child's sealed key.
pub(crate) fn dek_aad(vault: &str, child: &str) -> String {
    format!(r#"{{"fmt":"svl","vaultId":"{vault}","childId":"{child}","use":"dek"}}"#)
}

/// Authenticated with a record: it is this child's, and this revision.
pub(crate) fn record_aad(vault: &str, child: &str, revision: u64) -> String {
    format!(
        r#"{{"fmt":"svl","vaultId":"{vault}","childId":"{child}","schema":{SCHEMA},"revision":{revision}}}"#
    )
}

/// The text of a sealed value, opened.
pub(crate) fn get(
    shelf: &dyn Shelf,
    key: &str,
    with: &Key,
    aad: &str,
) -> Option<Zeroizing<Vec<u8>>> {
    open_text(&shelf.get(key)?, with, aad)
}

/// A sealed value that was read, opened.
pub(crate) fn open_text(text: &str, with: &Key, aad: &str) -> Option<Zeroizing<Vec<u8>>> {
    open_box(with, aad.as_bytes(), &unb64(text)?)
}

/// Seals, puts, and reads back: only where every character stands there again is it a write. What
/// stands there now.
pub(crate) fn put(
    shelf: &dyn Shelf,
    key: &str,
    with: &Key,
    aad: &str,
    plaintext: &[u8],
    random: &mut dyn FnMut(&mut [u8]),
) -> Result<Rc<str>, SaveError> {
    let sealed: Rc<str> = b64(&seal_box(with, aad.as_bytes(), plaintext, random)?).into();
    shelf.set(key, &sealed)?;
    if shelf.holds(key, &sealed) {
        Ok(sealed)
    } else {
        Err(SaveError::LostWrite)
    }
}
