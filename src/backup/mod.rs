//! Everything of a vault in one sealed file, written and read piece by piece: 500 MB of photos never
//! stand in memory at once. `FORMAT.md` beside this file is complete enough to write a reader from.
//!
//! ```text
//! Vault ── Writer::begin ──► head ‖ add(Item)* ‖ end ──► file
//! file ── parse_head ──► Head ── unlock (passphrase or recovery code) ──► Reader ── feed* ──► Items
//! ```
//!
//! What opened the vault when the backup was made opens the backup; a passkey does not, it stays
//! with its device. The same bytes, packed and without photos, go into a set of QR codes.

mod head;
mod item;
mod stream;

pub use head::{Head, MOST_HEAD, parse_head};
pub use item::{Item, Manifest};
pub use stream::{Reader, Writer, compact};

/// Why a backup is not read. Nothing on the device was touched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// There is nothing in the file.
    #[error("empty")]
    Empty,
    /// It is something else: choose another file.
    #[error("not a backup")]
    NotOurs,
    /// The end is missing: copy or send it again.
    #[error("cut short")]
    CutShort,
    /// It was changed on its way: take another copy.
    #[error("damaged")]
    Damaged,
    /// Written by a newer version: reload the page.
    #[error("written by a newer version")]
    TooNew,
    /// Try again; the file is whole.
    #[error("wrong passphrase")]
    WrongPassphrase,
    /// The recovery code is whole, but it was made for another vault, or another one after it.
    #[error("opens another vault")]
    OtherVault,
}
