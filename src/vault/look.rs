//! What is on a shelf, before any passphrase is asked for.

use serde_json::{Map, Value};

use super::error::{Damage, SaveError, VaultError};
use super::header::Header;
use super::shelf::{Shelf, ShelfError};
use super::side::{COPY, GONE, HEADER, PREFIX, PROBE, RECORDS};

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
        None if shelf.get(GONE).is_none() && !shelf.keys(RECORDS).is_empty() => {
            Outlook::Damaged(Damage::NoHeader)
        }
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

/// Says, before something is removed or put down, that without a header it is nobody's. Twice: where
/// a browser keeps one write before the other, this one is there first. Where there is no room for it,
/// what an interruption leaves is called damaged.
pub(super) fn say_gone(shelf: &dyn Shelf) {
    for _ in 0..2 {
        _ = shelf.set(GONE, GONE);
    }
}

/// Takes away what [`say_gone`] said.
pub(super) fn say_no_more(shelf: &dyn Shelf) {
    shelf.remove(GONE);
}

/// Removes every trace of a vault from a shelf, the header first: without it the rest is noise.
/// [`SaveError::Remains`]: the browser said it did, and something is still there.
pub fn wipe(shelf: &dyn Shelf) -> Result<(), SaveError> {
    say_gone(shelf);
    for key in [COPY, HEADER] {
        shelf.remove(key);
    }
    say_gone(shelf);
    for key in ours(shelf) {
        shelf.remove(&key);
    }
    if ours(shelf).is_empty() {
        say_no_more(shelf);
    }
    if shelf.keys(PREFIX).is_empty() {
        Ok(())
    } else {
        Err(SaveError::Remains)
    }
}

fn ours(shelf: &dyn Shelf) -> Vec<String> {
    let mut keys = shelf.keys(PREFIX);
    keys.retain(|key| key != GONE);
    keys
}

/// Everything of ours on a shelf, sealed as it lies there: texts by key.
pub fn everything(shelf: &dyn Shelf) -> Map<String, Value> {
    // Collected, it would be sorted first, and that is two kilobytes of the first load.
    let mut all = Map::new();
    for key in shelf.keys(PREFIX) {
        if let Some(text) = shelf.get(&key) {
            all.insert(key, text.into());
        }
    }
    all
}

/// The same as JSON. To be kept when something does not open, before anything is written again.
pub fn remains(shelf: &dyn Shelf) -> String {
    Value::Object(everything(shelf)).to_string()
}
