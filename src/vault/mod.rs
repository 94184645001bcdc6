//! What is kept on this device, sealed: one [`Vault`] on one [`Shelf`].
//!
//! A passphrase derives a [`Kek`] (slow, in the worker), the KEK opens a slot, the slot holds the
//! vault master key, and from that come the key of the index and the keys that wrap each child's
//! own key. Everything after the derivation is synchronous and takes well under a millisecond, so
//! that it can run while a page is being hidden.
//!
//! Every write goes to the side (A or B) that is not in use, is read back and opened, and only
//! then counts: whatever fails, the state before it is still there. `envelope/FORMAT.md` says how
//! it looks on the shelf.
//!
//! Deliberately absent: a count of failed attempts (a toddler must not be able to wipe a child's
//! data), clocks, and any meaning in the names of the stored values.

mod error;
mod header;
mod index;
mod kdf;
mod keys;
mod look;
mod shelf;
mod side;
mod state;

pub use crate::envelope::NoRandom;
pub use error::{Damage, SaveError, VaultError};
pub use header::{Header, Slot};
pub use kdf::{KdfParams, Kek, Profile, SALT, derive_kek};
pub use look::{Outlook, look, wipe};
pub use shelf::{MemoryShelf, Shelf, ShelfError};
pub use state::{Child, ChildId, Loaded, Saved, Vault};
