//! What can go wrong with the vault, told apart by what the person can do about it.

use crate::envelope::NoRandom;

use super::shelf::ShelfError;

/// What is damaged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Damage {
    /// The header is there but cannot be read.
    Header,
    /// Records are there, the header that leads to them is not.
    NoHeader,
    /// Both copies of the index are there, neither opens.
    Index,
    /// The header is there, the index is not: the browser has removed a part.
    NoIndex,
    /// Both copies of this child's record are there, neither opens.
    Record,
    /// The index knows this child, but the browser has removed the record.
    NoRecord,
}

/// Why the vault, or something in it, does not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum VaultError {
    /// Try again; nothing is damaged.
    #[error("wrong passphrase")]
    WrongPassphrase,
    /// Restore from a backup.
    #[error("damaged: {0:?}")]
    Damaged(Damage),
    /// The recovery code, or the passkey, is whole but opens another vault. Nothing was changed.
    #[error("opens another vault")]
    OtherVault,
    /// The keys were made anew in another tab: lock, and unlock with the new passphrase.
    #[error("the keys were made anew")]
    Rekeyed,
    /// Written by a newer version: reload the page.
    #[error("written by a newer version")]
    TooNew,
    /// Deriving the key needs more memory than there is: close other tabs, try again. Says nothing
    /// about the passphrase.
    #[error("not enough memory")]
    Memory,
    /// The derivation asks for less or more work than allowed; such a header is not ours.
    #[error("key derivation parameters out of bounds")]
    Parameters,
    /// No such child.
    #[error("no such child")]
    NoSuchChild,
}

/// Why something was not saved. What was there before is still there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SaveError {
    /// No room left: hand over a copy now, then make room.
    #[error("no room left")]
    Full,
    /// Storage is switched off or not allowed here.
    #[error("storage refused")]
    Refused,
    /// The browser accepted the write and lost it. Save again; hand over a copy.
    #[error("the write was lost")]
    LostWrite,
    /// Another tab saved meanwhile: [`reload`](super::Vault::reload) first.
    #[error("changed elsewhere")]
    Changed,
    /// There is a vault on this shelf, or what is left of one, and it is not overwritten.
    #[error("there is a vault already")]
    AlreadyThere,
    /// No such child.
    #[error("no such child")]
    NoSuchChild,
    /// No such copy is kept any more.
    #[error("no such revision")]
    NoSuchRevision,
    /// Without this way the vault could not be opened for certain: give it a passphrase first.
    #[error("the last certain way to unlock")]
    LastWay,
    /// The key is gone, so that nobody can read it; but the browser did not remove every trace.
    /// Delete this site's data in the browser.
    #[error("something remains")]
    Remains,
    /// No randomness, no sealing.
    #[error(transparent)]
    NoRandom(#[from] NoRandom),
}

impl From<ShelfError> for SaveError {
    fn from(error: ShelfError) -> Self {
        match error {
            ShelfError::Full => Self::Full,
            ShelfError::Refused => Self::Refused,
        }
    }
}
