//! What is kept on this device, sealed: one [`Vault`] on one [`Shelf`].
//!
//! A passphrase derives a [`Kek`] (slow, in the worker), the KEK opens a slot, the slot holds the
//! vault master key, and from that come the key of the index and the keys that wrap each child's
//! own key. A [`RecoveryCode`] on paper or a passkey open slots of their own. Everything after the
//! derivation is synchronous and takes well under a millisecond, so that it can run while a page is
//! being hidden.
//!
//! Every write goes to the side (A or B) that is not in use, is read back, and only then
//! counts: whatever fails, the state before it is still there. A few characters of a long record go
//! into the index alone. `envelope/FORMAT.md` says how it looks on the shelf.
//!
//! - `header`, `slot`, `recovery`, `kdf`: how it is unlocked; `slots` changes that;
//! - `state`: what is read; `write`: what is saved and forgotten; `since`: a save told as what differs;
//!   `undo`: what was there before;
//! - `rotate`: new keys for everything, when somebody may know them; `renew`: what is named in the
//!   records is named anew after that.
//!
//! Deliberately absent: a count of failed attempts that would wipe (a toddler must not be able to
//! wipe a child's data), clocks, and any meaning in the names of the stored values.

mod backed;
mod error;
mod header;
mod index;
mod kdf;
mod keys;
mod look;
mod phrase;
mod recovery;
mod renew;
mod rotate;
mod shelf;
mod side;
mod since;
mod slot;
mod slots;
mod state;
mod undo;
mod write;

pub use crate::envelope::NoRandom;
pub use backed::BackedUp;
pub use error::{Damage, SaveError, VaultError};
pub use header::Header;
pub use kdf::{KdfParams, Kek, Profile, SALT, derive_kek, wait_after};
pub use look::{Outlook, everything, is_there, look, remains, wipe};
pub use phrase::{SHORTEST, Strength, make_passphrase, strength};
pub use recovery::{RecoveryCode, RecoveryError, passkey_kek};
pub use shelf::{MemoryShelf, Shelf, ShelfError};
pub use side::PREFIX;
pub use slot::{Slot, SlotKind, Way};
pub use state::{Child, ChildId, Coming, Condition, Found, Loaded, Saved, Vault};
pub use undo::Revision;
