//! Bytes to frames.

use qrcode::bits::Bits;
use qrcode::types::Mode;
use qrcode::{EcLevel, Version};
use sha2::{Digest, Sha256};

use super::digits::{bytes_within, frame_to_digits};
use super::erasure;
use super::frame::{Frame, MAX_FRAGMENTS, MAX_TOTAL, OVERHEAD, SetId, fragment_len};

/// How fine the modules are: fewer, finer codes or more, coarser ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Density {
    /// あらい: version 13-M, 69 modules.
    Coarse,
    /// ふつう: version 17-M, 85 modules.
    Normal,
    /// こまかい: version 22-L, 105 modules.
    Fine,
}

impl Density {
    /// From coarse to fine.
    pub const ALL: [Self; 3] = [Self::Coarse, Self::Normal, Self::Fine];

    pub(super) fn version(self) -> Version {
        Version::Normal(match self {
            Self::Coarse => 13,
            Self::Normal => 17,
            Self::Fine => 22,
        })
    }

    pub(super) fn level(self) -> EcLevel {
        match self {
            Self::Coarse | Self::Normal => EcLevel::M,
            Self::Fine => EcLevel::L,
        }
    }

    /// The longest fragment behind an address of `base_url_len` bytes and its `#`.
    fn max_fragment(self, base_url_len: usize) -> usize {
        let version = self.version();
        let header = |mode: Mode| version.mode_bits_count() + mode.length_bits_count(version);
        let all = Bits::new(version).max_len(self.level()).unwrap_or(0);
        let address = base_url_len.saturating_add(1).saturating_mul(8);
        let bits = all
            .saturating_sub(header(Mode::Byte) + header(Mode::Numeric))
            .saturating_sub(address);
        // Three digits take ten bits, two take seven, one takes four.
        let digits = bits / 10 * 3 + (bits % 10).saturating_sub(1) / 3;
        bytes_within(digits).saturating_sub(OVERHEAD)
    }
}

/// Why there is no set of codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// There is nothing to carry.
    #[error("nothing to carry")]
    Empty,
    /// More than 64 codes of this density: a finer one may do.
    #[error("too long for this density")]
    Density,
    /// Too long for any set of codes: hand it over as a file.
    #[error("too long for codes")]
    Codes,
}

/// K, the number of codes that `len` bytes take at a density, behind an address of `base_url_len`
/// bytes (without the `#`).
pub fn fragments(len: usize, base_url_len: usize, density: Density) -> Result<usize, Unfit> {
    if len == 0 {
        return Err(Unfit::Empty);
    }
    if len > MAX_TOTAL {
        return Err(Unfit::Codes);
    }
    let max = density.max_fragment(base_url_len);
    if len > max * MAX_FRAGMENTS {
        return Err(Unfit::Density);
    }
    Ok(len.div_ceil(max))
}

/// Cuts an envelope into a set. One density, so one symbol size, for the whole set: every frame,
/// data or parity, has the same length.
pub fn split(bin: &[u8], base_url_len: usize, density: Density) -> Result<Set, Unfit> {
    let k = fragments(bin.len(), base_url_len, density)?;
    // Never refused: K codes are needed, so none of them is only padding.
    let len = fragment_len(bin.len(), k).ok_or(Unfit::Codes)?;
    let mut data = bin.to_vec();
    data.resize(k * len, 0);
    Ok(Set {
        k: k as u8,
        total: bin.len() as u16,
        id: set_id(bin),
        len,
        data,
        density,
    })
}

/// The first 8 bytes of SHA-256.
pub(super) fn set_id(bin: &[u8]) -> SetId {
    let mut id = SetId::default();
    id.copy_from_slice(&Sha256::digest(bin)[..8]);
    id
}

/// An envelope as up to 256 frames, any [`Set::k`] of which give it back.
#[derive(Debug, Clone)]
pub struct Set {
    k: u8,
    total: u16,
    id: SetId,
    len: usize,
    data: Vec<u8>,
    density: Density,
}

impl Set {
    /// How many different frames a reader needs.
    pub fn k(&self) -> usize {
        self.k.into()
    }

    /// The density the set was cut for, for `draw`.
    pub fn density(&self) -> Density {
        self.density
    }

    /// Frame `n` as bytes: data below K, parity from K on.
    pub fn frame(&self, n: u8) -> Vec<u8> {
        let fragment = if n < self.k {
            self.data[usize::from(n) * self.len..][..self.len].to_vec()
        } else {
            erasure::parity(&self.data, self.len, n)
        };
        Frame {
            k: self.k,
            n,
            total: self.total,
            set_id: self.id,
            fragment,
        }
        .to_bytes()
    }

    /// Frame `n` as the digits that stand behind the `#`.
    pub fn digits(&self, n: u8) -> String {
        frame_to_digits(&self.frame(n))
    }

    /// The frame numbers to show one after the other, without end.
    pub fn order(&self) -> Order {
        Order { next: 0 }
    }
}

/// The order of a running display: the data frames, then parity, each new to a reader that missed
/// one, and after 251 frames from the front. 251 is prime: a camera locked to every second, third,
/// … frame still sees them all. See [`Set::order`].
#[derive(Debug, Clone)]
pub struct Order {
    next: u8,
}

impl Iterator for Order {
    type Item = u8;

    fn next(&mut self) -> Option<u8> {
        let n = self.next;
        self.next = (n + 1) % 251;
        Some(n)
    }
}
