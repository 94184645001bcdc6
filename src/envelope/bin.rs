//! The JWE as bytes, for QR codes: `0x01`, then five times a big-endian `u16` length and the raw
//! bytes of protected, encrypted_key, iv, ciphertext, tag. It has no check of its own; the QR
//! frames carry one.

use super::error::{LooksLike, OpenError, SealError};
use super::wire::Sealed;

/// The first byte, and the version of this form.
const FORM: u8 = 0x01;

impl Sealed {
    /// The bytes for the QR set. Each part is at most 65 535 bytes.
    pub fn to_bin(&self) -> Result<Vec<u8>, SealError> {
        let mut bin = vec![FORM];
        for part in self.parts() {
            let length = u16::try_from(part.len()).map_err(|_| SealError::TooLong)?;
            bin.extend(length.to_be_bytes());
            bin.extend(part);
        }
        Ok(bin)
    }
}

/// Reads what [`Sealed::to_bin`] wrote: the very same JWE, ready for [`Sealed::to_file`] too.
pub fn parse_bin(bytes: &[u8]) -> Result<Sealed, OpenError> {
    let mut rest = match bytes {
        [] => return Err(OpenError::Empty),
        [FORM, rest @ ..] => rest,
        _ => return Err(OpenError::not_ours(LooksLike::Other)),
    };
    let mut parts = [const { Vec::new() }; 5];
    for part in &mut parts {
        let (length, after) = rest.split_first_chunk().ok_or(OpenError::CutShort)?;
        let length = usize::from(u16::from_be_bytes(*length));
        let (bytes, after) = after.split_at_checked(length).ok_or(OpenError::CutShort)?;
        *part = bytes.to_vec();
        rest = after;
    }
    if !rest.is_empty() {
        return Err(OpenError::Damaged);
    }
    Sealed::from_parts(parts)
}
