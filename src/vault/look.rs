//! What is on a shelf, before any passphrase is asked for.

use serde_json::Value;

use super::error::{Damage, SaveError, VaultError};
use super::header::Header;
use super::shelf::{Shelf, ShelfError};
use super::side::{COPY, HEADER, PREFIX, PROBE, RECORDS};

/// What a shelf holds, before any passphrase is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outlook {
    /// Nothing: offer to begin, or to bring in a backup.
    Absent,
    /// A vault: ask for the passphrase.
    Present(Header),
    /// What is left of a vault.
    Damaged(Damage),
    /// A vault of a newer version.
    TooNew,
    /// Nothing can be kept here: storage is switched off, not allowed, or loses what it takes.
    NoStorage,
}

/// What is on a shelf. On an empty one this writes and removes a probe, so do not answer every
/// `storage` event with it: two empty tabs would call each other for ever.
pub fn look(shelf: &dyn Shelf) -> Outlook {
    match Header::read(shelf) {
        Some(Ok(header)) => Outlook::Present(header),
        Some(Err(VaultError::TooNew)) => Outlook::TooNew,
        Some(Err(_)) => Outlook::Damaged(Damage::Header),
        // An index alone is what an interrupted beginning leaves.
        None if !shelf.keys(RECORDS).is_empty() => Outlook::Damaged(Damage::NoHeader),
        None if keeps(shelf) => Outlook::Absent,
        None => Outlook::NoStorage,
    }
}

/// Whether there is a header. Writes nothing, so that it can be asked whenever another screen wrote.
pub fn is_there(shelf: &dyn Shelf) -> bool {
    [HEADER, COPY]
        .into_iter()
        .any(|key| shelf.get(key).is_some())
}

/// Whether the shelf keeps anything at all. A full one does.
fn keeps(shelf: &dyn Shelf) -> bool {
    let set = shelf.set(PROBE, PROBE);
    let kept = shelf.get(PROBE).as_deref() == Some(PROBE);
    shelf.remove(PROBE);
    kept || set == Err(ShelfError::Full)
}

/// Removes every trace of a vault from a shelf, the header first: without it the rest is noise.
/// [`SaveError::Remains`]: the browser said it did, and something is still there.
pub fn wipe(shelf: &dyn Shelf) -> Result<(), SaveError> {
    for key in [COPY, HEADER] {
        shelf.remove(key);
    }
    for key in shelf.keys(PREFIX) {
        shelf.remove(&key);
    }
    if shelf.keys(PREFIX).is_empty() {
        Ok(())
    } else {
        Err(SaveError::Remains)
    }
}

/// Everything of ours on a shelf, sealed as it lies there: a JSON object of texts by key. To be kept
/// when something does not open, before anything is written again.
pub fn remains(shelf: &dyn Shelf) -> String {
    let keys = shelf.keys(PREFIX).into_iter();
    let texts = keys.filter_map(|key| Some((key.clone(), Value::from(shelf.get(&key)?))));
    Value::Object(texts.collect()).to_string()
}
