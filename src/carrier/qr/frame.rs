//! One frame, as bytes. All integers are big-endian.
//!
//! | offset | size | what |
//! |---|---|---|
//! | 0 | 1 | format, `0xA1` |
//! | 1 | 1 | flags: bit 0 parity, bits 1–3 ignorable, bits 4–7 critical |
//! | 2 | 1 | K, the number of data fragments, 1..=64 |
//! | 3 | 1 | n, data 0..K, parity K..=255 |
//! | 4 | 2 | T, length of the whole, 1..=49152 |
//! | 6 | 8 | set id: the first 8 bytes of SHA-256 of the whole |
//! | 14 | L = ⌈T/K⌉ | fragment; the last is padded with zeros |
//! | 14 + L | 4 | CRC-32 (IEEE) of everything before |

/// The most fragments a set has.
pub const MAX_FRAGMENTS: usize = 64;
/// The most bytes a set carries.
pub const MAX_TOTAL: usize = 49_152;
/// Bytes of a frame that are not its fragment.
pub(super) const OVERHEAD: usize = HEAD + TAIL;

pub(super) const FORMAT: u8 = 0xA1;
const PARITY: u8 = 1;
const CRITICAL: u8 = 0xF0;
const HEAD: usize = 14;
const TAIL: usize = 4;

/// What ties the frames of one set together and proves the whole: the first 8 bytes of its SHA-256.
pub type SetId = [u8; 8];

/// Why a frame is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Not the decimal form of any bytes.
    #[error("not the digits of a frame")]
    Digits,
    /// The checksum does not hold: damaged, cut, or never a frame.
    #[error("checksum")]
    Checksum,
    /// Whole, but of a format or with a critical flag this version does not know.
    #[error("written by a newer version")]
    Newer,
    /// Whole, but its numbers contradict each other or leave their bounds.
    #[error("impossible frame")]
    Impossible,
}

/// One code of a set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// K: data fragments in the set, 1..=64.
    pub k: u8,
    /// Which one: data below K, parity from K on.
    pub n: u8,
    /// T: length of the whole in bytes.
    pub total: u16,
    /// Of which set.
    pub set_id: SetId,
    /// ⌈T/K⌉ bytes.
    pub fragment: Vec<u8>,
}

impl Frame {
    /// The bytes that go into a code.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(OVERHEAD + self.fragment.len());
        let flags = if self.n >= self.k { PARITY } else { 0 };
        out.extend_from_slice(&[FORMAT, flags, self.k, self.n]);
        out.extend_from_slice(&self.total.to_be_bytes());
        out.extend_from_slice(&self.set_id);
        out.extend_from_slice(&self.fragment);
        out.extend_from_slice(&crc32(&out).to_be_bytes());
        out
    }

    /// Reads a frame and refuses everything `FORMAT.md` does not allow.
    pub fn parse(bytes: &[u8]) -> Result<Self, Refused> {
        let (body, sum) = bytes.split_last_chunk::<TAIL>().ok_or(Refused::Checksum)?;
        if crc32(body) != u32::from_be_bytes(*sum) {
            return Err(Refused::Checksum);
        }
        let &[format, flags, ..] = body else {
            return Err(Refused::Impossible);
        };
        if format != FORMAT || flags & CRITICAL != 0 {
            return Err(Refused::Newer);
        }
        let (head, fragment) = body
            .split_first_chunk::<HEAD>()
            .ok_or(Refused::Impossible)?;
        let &[_, _, k, n, t0, t1, set_id @ ..] = head;
        let total = u16::from_be_bytes([t0, t1]);
        let len = fragment_len(total.into(), k.into()).ok_or(Refused::Impossible)?;
        if fragment.len() != len || (n >= k) != (flags & PARITY != 0) {
            return Err(Refused::Impossible);
        }
        if n == k - 1
            && fragment
                .iter()
                .rev()
                .take(padding(total, k, len))
                .any(|&b| b != 0)
        {
            return Err(Refused::Impossible);
        }
        Ok(Self {
            k,
            n,
            total,
            set_id,
            fragment: fragment.to_vec(),
        })
    }
}

/// L = ⌈T/K⌉, if T and K are in their bounds and no fragment is nothing but padding.
pub(super) fn fragment_len(total: usize, k: usize) -> Option<usize> {
    if !(1..=MAX_FRAGMENTS).contains(&k) || !(1..=MAX_TOTAL).contains(&total) {
        return None;
    }
    let len = total.div_ceil(k);
    ((k - 1) * len < total).then_some(len)
}

fn padding(total: u16, k: u8, len: usize) -> usize {
    usize::from(k) * len - usize::from(total)
}

/// CRC-32 (IEEE 802.3), bit by bit: a frame is too short to be worth the kilobytes of a table.
pub(crate) fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |sum, &byte| {
        (0..8).fold(sum ^ u32::from(byte), |sum, _| {
            (sum >> 1) ^ (0xEDB8_8320 * (sum & 1))
        })
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_checksum_is_the_catalogued_one() {
        // Check value of CRC-32/ISO-HDLC in the catalogue of parametrised CRC algorithms.
        assert_eq!(super::crc32(b"123456789"), 0xCBF4_3926);
    }
}
