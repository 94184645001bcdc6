//! 受け取り用QR: an office's public key, as the parent's telephone scans it.
//!
//! `0xA2 ‖ flags ‖ key ‖ minute ‖ label`: the key in compressed form (33 bytes), the minute in which
//! it was made (u32, minutes since 1970-01-01 UTC), and up to 60 bytes of UTF-8 that say whose it is.
//! Nobody has verified that label: the six digits, which stand on both screens, are compared.

use sha2::{Digest, Sha256};

use super::ecdh::PublicKey;
use super::kdf::stretch;
use super::unb64;

/// The first byte, and the version.
pub(crate) const FORM: u8 = 0xA2;
/// The key stands for long: a poster, a page of the office.
const STANDING: u8 = 1;
/// Bytes before the label.
const HEAD: usize = 2 + 33 + 4;
/// Bytes of a label.
pub const LONGEST_LABEL: usize = 60;
/// A one-time key is shown so long, minutes.
const ONCE: u32 = 10;
/// Two clocks may differ so much, minutes.
const SKEW: u32 = 5;
/// A standing key is good for 13 months, minutes.
const LONG: u32 = 396 * 24 * 60;
/// Rounds of PBKDF2 that make the work of finding a second key with one fingerprint 18 bits harder.
const ROUNDS: u32 = 220_000;

/// A key card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyCard {
    /// The office's public key.
    pub key: PublicKey,
    /// When it was made, minutes since 1970-01-01 UTC.
    pub minute: u32,
    /// Whose it says it is. Unverified.
    pub label: String,
    /// Whether the key stands for months; else it is for one hand-over.
    pub standing: bool,
}

/// Why bytes are no key card that is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CardError {
    /// Something else.
    #[error("not a key card")]
    NotACard,
    /// Of a newer version.
    #[error("a newer key card")]
    TooNew,
    /// Its label is longer than [`LONGEST_LABEL`] bytes, or not to be read.
    #[error("the label does not fit")]
    Label,
    /// Its key is no point of the curve.
    #[error("no key")]
    Key,
}

/// Whether a card may still be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fresh {
    /// Yes.
    Yes,
    /// It is too old: the office shows a new one.
    Old,
    /// It was made in the future: one of the two clocks is wrong.
    Ahead,
}

impl KeyCard {
    /// A card; the label without what cannot be seen.
    pub fn new(
        key: PublicKey,
        minute: u32,
        label: &str,
        standing: bool,
    ) -> Result<Self, CardError> {
        let label: String = label.trim().chars().filter(|c| visible(*c)).collect();
        if label.len() > LONGEST_LABEL {
            return Err(CardError::Label);
        }
        Ok(KeyCard {
            key,
            minute,
            label,
            standing,
        })
    }

    /// Its bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let flags = if self.standing { STANDING } else { 0 };
        let mut bytes = vec![FORM, flags];
        bytes.extend(self.key.to_bytes());
        bytes.extend(self.minute.to_be_bytes());
        bytes.extend(self.label.as_bytes());
        bytes
    }

    /// Reads a card.
    pub fn from_bytes(bytes: &[u8]) -> Result<KeyCard, CardError> {
        if bytes.first() != Some(&FORM) {
            return Err(CardError::NotACard);
        }
        let (head, label) = bytes.split_at_checked(HEAD).ok_or(CardError::NotACard)?;
        if head[1] & !STANDING != 0 {
            // What we would write differs from what stands here, and so would the digits.
            return Err(CardError::TooNew);
        }
        let key = head[2..35].try_into().map_err(|_| CardError::NotACard)?;
        let minute = head[35..].try_into().map_err(|_| CardError::NotACard)?;
        let text = core::str::from_utf8(label).map_err(|_| CardError::Label)?;
        if text.len() > LONGEST_LABEL || !text.chars().all(visible) || text.trim() != text {
            return Err(CardError::Label);
        }
        Ok(KeyCard {
            key: PublicKey::from_bytes(key).ok_or(CardError::Key)?,
            minute: u32::from_be_bytes(minute),
            label: text.to_owned(),
            standing: head[1] & STANDING != 0,
        })
    }

    /// Six digits to compare, of everything on the card. They are enough where the key was made a
    /// moment ago and both screens stand side by side; else the [`fingerprint`](Self::fingerprint).
    pub fn digits(&self) -> String {
        let hash = Sha256::digest([b"stepnote key card".as_slice(), &self.to_bytes()].concat());
        let mut number = 0_u64;
        for byte in &hash[..8] {
            number = number << 8 | u64::from(*byte);
        }
        format!("{:06}", number % 1_000_000)
    }

    /// Sixteen digits for a standing key, to compare by telephone or with what is printed. Takes as
    /// long as one key derivation: call it in the worker.
    pub fn fingerprint(&self) -> String {
        let input = [&self.key.to_bytes()[..], self.label.as_bytes()].concat();
        let mut key = [0; 8];
        stretch(&input, b"stepnote office key", ROUNDS, &mut key);
        let number = u64::from_be_bytes(key) % 10_000_000_000_000_000;
        let digits = format!("{number:016}");
        let mut groups = String::with_capacity(19);
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && at % 4 == 0 {
                groups.push(' ');
            }
            groups.push(digit);
        }
        groups
    }

    /// Whether it may be used in a minute since 1970-01-01 UTC.
    pub fn fresh(&self, now: u32) -> Fresh {
        let good = if self.standing { LONG } else { ONCE };
        if self.minute > now.saturating_add(SKEW) {
            Fresh::Ahead
        } else if now.saturating_sub(self.minute) > good.saturating_add(SKEW) {
            Fresh::Old
        } else {
            Fresh::Yes
        }
    }
}

/// What a key is called where people tell it from others: the first bytes of its id, `3F9A-07C2`. Nothing is
/// proved by it; to be sure of a key its digits are compared. `None` where the id is too short for one.
pub fn key_name(kid: &str) -> Option<String> {
    let [a, b, c, d] = *unb64(kid)?.first_chunk()?;
    Some(format!("{a:02X}{b:02X}-{c:02X}{d:02X}"))
}

/// Whether a character of a label shows: nothing that turns the line around or hides.
fn visible(c: char) -> bool {
    let hidden = matches!(
        c,
        '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}'
    );
    !c.is_control() && !hidden
}
