//! 受領番号: six digits that both sides compute from what was sealed, and what they hold.
//!
//! The bundle carries 16 random bytes, `receiptSalt`. The number is HKDF-SHA-256 (RFC 5869) with
//! that salt, the opened text as input and `stepnote receipt` as info: eight bytes, as a number, less
//! all but its last six digits. The text is the same in the file and in the codes of one hand-off,
//! which have different keys; who has not opened it cannot know the number, and one changed
//! character makes another.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use hkdf::Hkdf;
use sha2::Sha256;

/// Bytes of the salt in a bundle.
pub const SALT: usize = 16;

/// The number both sides see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt(String);

impl Receipt {
    /// The receipt of an opened text with its salt.
    pub fn of(text: &[u8], salt: &[u8]) -> Receipt {
        let mut bytes = [0; 8];
        // Eight bytes are always to be had: the limit is 255 times the hash.
        let _ = Hkdf::<Sha256>::new(Some(salt), text).expand(b"stepnote receipt", &mut bytes);
        Receipt(format!("{:06}", u64::from_be_bytes(bytes) % 1_000_000))
    }

    /// Six digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Six digits in two groups, as they are read out.
    pub fn spoken(&self) -> String {
        let (first, last) = self.0.split_at(3);
        [first, " ", last].concat()
    }
}

pub(super) fn text_of(salt: &[u8; SALT]) -> String {
    URL_SAFE_NO_PAD.encode(salt)
}

pub(super) fn salt_of(text: &str) -> Option<[u8; SALT]> {
    // Bounded before it is decoded.
    let text = (text.len() <= 2 * SALT).then_some(text)?;
    URL_SAFE_NO_PAD.decode(text).ok()?.try_into().ok()
}
