//! A key card as the text of one QR code: `<address>o#` and decimal digits, of its bytes and their
//! CRC-32 behind them. Any telephone's camera opens the page; what stands behind `#` is sent to nobody.

use super::qr::{crc32, digits_to_frame, frame_to_digits};
use crate::envelope::{CardError, KeyCard};

/// Digits of the longest card: 103 bytes.
const LONGEST: usize = 260;

/// What the code says.
pub fn card_to_text(address: &str, card: &KeyCard) -> String {
    let mut bytes = card.to_bytes();
    bytes.extend(crc32(&bytes).to_be_bytes());
    [address, "#", &frame_to_digits(&bytes)].concat()
}

/// The card in what a camera, a keyboard or an address bar gave.
pub fn text_to_card(text: &str) -> Result<KeyCard, CardError> {
    let digits = text.rsplit('#').next().unwrap_or(text).trim();
    if digits.is_empty() || digits.len() > LONGEST {
        return Err(CardError::NotACard);
    }
    let bytes = digits_to_frame(digits.as_bytes()).map_err(|_| CardError::NotACard)?;
    let (card, sum) = bytes.split_last_chunk().ok_or(CardError::NotACard)?;
    if crc32(card) != u32::from_be_bytes(*sum) {
        return Err(CardError::NotACard);
    }
    KeyCard::from_bytes(card)
}
