//! A key card as the text of one QR code: the page's address, `#` and decimal digits, of its bytes
//! and their CRC-32 behind them. Any telephone's camera opens the page; what stands behind `#` is sent
//! to nobody.

use super::qr::{crc32, digits_to_frame, frame_to_digits};
use crate::envelope::{CARD_FORM, CardError, KeyCard};

/// Digits of the longest card: 103 bytes. What is longer may be a frame of a newer version.
const LONGEST: usize = 251;

/// What the code says.
pub fn card_to_text(address: &str, card: &KeyCard) -> String {
    let mut bytes = card.to_bytes();
    bytes.extend(crc32(&bytes).to_be_bytes());
    [address, "#", &frame_to_digits(&bytes)].concat()
}

/// The card in what a camera, a keyboard or an address bar gave.
pub fn text_to_card(text: &str) -> Result<KeyCard, CardError> {
    KeyCard::from_bytes(&bytes_of(text.as_bytes()).ok_or(CardError::NotACard)?)
}

/// Whether a text is a card, also one of a newer version. Knows no curves, so the page can ask.
pub fn is_card(text: &[u8]) -> bool {
    bytes_of(text).is_some_and(|card| card.first() == Some(&CARD_FORM))
}

/// The minute in which the key of a card was made, since 1970-01-01 UTC. Knows no curves either.
pub fn minute_of(text: &str) -> Option<u32> {
    let card = bytes_of(text.as_bytes()).filter(|card| card.first() == Some(&CARD_FORM))?;
    let minute = card.get(35..39)?.try_into().ok()?;
    Some(u32::from_be_bytes(minute))
}

/// The bytes in a text, if their sum holds.
fn bytes_of(text: &[u8]) -> Option<Vec<u8>> {
    let digits = text.rsplit(|byte| *byte == b'#').next()?.trim_ascii();
    if digits.len() > LONGEST {
        return None;
    }
    let mut bytes = digits_to_frame(digits).ok()?;
    let sum = *bytes.last_chunk()?;
    bytes.truncate(bytes.len() - sum.len());
    (crc32(&bytes) == u32::from_be_bytes(sum)).then_some(bytes)
}
