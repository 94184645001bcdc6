//! The only doors to cryptography: [`seal`] and [`Sealed::open`].
//!
//! A hand-off is one JWE (RFC 7516) under a generated [`Code`], or to the public key on an office's
//! [`KeyCard`]: a file any JOSE library opens, or
//! the same JWE as bytes for a set of QR codes. `FORMAT.md` beside this file is complete enough to
//! write a reader from. The [vault](crate::vault) uses the same cipher through [`Key`].
//!
//! Deliberately absent: a chosen password (only generated codes are strong enough for PBKDF2),
//! more than one recipient, any algorithm negotiation.

mod bin;
mod card;
mod cipher;
mod code;
mod ecdh;
mod error;
mod header;
mod inflate;
mod json;
mod kdf;
mod open;
mod random;
mod seal;
#[cfg(test)]
mod vectors;
mod wire;

pub(crate) use card::FORM as CARD_FORM;
pub(crate) use cipher::{IV, TAG, open as open_plain, open_box, seal as seal_plain, seal_box};
pub(crate) use inflate::{pack, unpack};
pub(crate) use json::parse as parse_json;
pub(crate) use random::draw;

pub use bin::parse_bin;
pub use card::{CardError, Fresh, KeyCard, LONGEST_LABEL, key_name};
pub use cipher::Key;
pub use code::{Code, CodeError};
pub use ecdh::{OfficeKey, PublicKey};
pub use error::{LooksLike, OpenError, SealError};
pub use random::NoRandom;
pub use seal::{Wire, seal, seal_both, seal_to};
pub use wire::{MAX_FILE, Sealed, parse_file};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// Base64url without padding (RFC 4648 §5), the only spelling of bytes in our formats.
pub(crate) fn b64(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// The bytes of canonical base64url; anything a canonical writer would not have written is `None`.
pub(crate) fn unb64(text: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(text).ok()
}
