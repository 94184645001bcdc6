//! Bytes as decimal digits: what a QR code's numeric mode, a URL and any keyboard carry unharmed.
//! 7 bytes are one big-endian number of 17 digits, zero-padded; a tail of 1..=6 bytes likewise
//! takes 3, 5, 8, 10, 13 or 15.

use super::frame::Refused;

/// Digits of a group of 0..=7 bytes.
const WIDTH: [usize; 8] = [0, 3, 5, 8, 10, 13, 15, 17];

/// How many whole bytes fit into so many digits.
pub(super) fn bytes_within(digits: usize) -> usize {
    let tail = digits % 17;
    digits / 17 * 7 + WIDTH.iter().rposition(|&width| width <= tail).unwrap_or(0)
}

/// The digits of a frame.
pub fn frame_to_digits(frame: &[u8]) -> String {
    let mut out = String::with_capacity(frame.len().div_ceil(7) * 17);
    for group in frame.chunks(7) {
        let value = group
            .iter()
            .fold(0_u64, |sum, &byte| sum << 8 | u64::from(byte));
        let mut unit = 10_u64.pow(WIDTH[group.len()] as u32);
        while unit > 1 {
            unit /= 10;
            out.push(char::from(b'0' + (value / unit % 10) as u8));
        }
    }
    out
}

/// The bytes of a frame; ASCII digits only. [`Refused::Digits`] for another character, a length no
/// frame has, or a group larger than its bytes.
pub fn digits_to_frame(digits: &[u8]) -> Result<Vec<u8>, Refused> {
    let mut out = Vec::with_capacity(bytes_within(digits.len()));
    for group in digits.chunks(17) {
        let count = WIDTH
            .iter()
            .position(|&width| width == group.len())
            .ok_or(Refused::Digits)?;
        let mut value = 0_u64;
        for &digit in group {
            if !digit.is_ascii_digit() {
                return Err(Refused::Digits);
            }
            value = value * 10 + u64::from(digit - b'0');
        }
        if value >> (8 * count) != 0 {
            return Err(Refused::Digits);
        }
        out.extend_from_slice(&value.to_be_bytes()[8 - count..]);
    }
    Ok(out)
}
