//! The door out: from a sealed hand-off and a code, or an office's key, to readable JSON.

use zeroize::Zeroizing;

use super::cipher::Key;
use super::code::Code;
use super::ecdh::OfficeKey;
use super::error::OpenError;
use super::header::Keying;
use super::wire::Sealed;
use super::{cipher, inflate, json, kdf};

impl Sealed {
    /// The JSON text that was sealed, without the spaces that filled it up: UTF-8, no member named
    /// twice, at most 64 levels deep. Takes as long as one key derivation: call it in the worker.
    pub fn open(&self, code: &Code) -> Result<Zeroizing<Vec<u8>>, OpenError> {
        let Keying::Code { p2s, p2c } = &self.header.keying else {
            return Err(self.for_another());
        };
        let kek = kdf::derive(code.as_str().as_bytes(), p2s, *p2c);
        self.content(&kek).ok_or(OpenError::WrongCode)?
    }

    /// The same, for the office whose key it was sealed to; [`OpenError::WrongCode`] where it was
    /// sealed under a code.
    pub fn open_with(&self, key: &OfficeKey) -> Result<Zeroizing<Vec<u8>>, OpenError> {
        let Keying::Office { epk, apu, apv, .. } = &self.header.keying else {
            return Err(OpenError::WrongCode);
        };
        let kek = key.agree(*epk, apu, apv);
        self.content(&kek).ok_or_else(|| self.for_another())?
    }

    /// Which office's key it was sealed to: base64url of eight bytes of its thumbprint, or "" where
    /// that is not said. `None` where it was sealed under a code.
    pub fn for_office(&self) -> Option<&str> {
        match &self.header.keying {
            Keying::Code { .. } => None,
            Keying::Office { kid, .. } => Some(kid),
        }
    }

    fn for_another(&self) -> OpenError {
        let kid = self.for_office().unwrap_or_default().to_owned();
        OpenError::ForAnotherOffice { kid }
    }

    /// What is inside; `None` where it is not this wrapping key.
    fn content(&self, kek: &Key) -> Option<Result<Zeroizing<Vec<u8>>, OpenError>> {
        let cek = kdf::unwrap(kek, &self.encrypted_key)?;
        Some(self.unsealed(&cek))
    }

    fn unsealed(&self, cek: &Key) -> Result<Zeroizing<Vec<u8>>, OpenError> {
        let mut content = cipher::open(cek, &self.iv, &self.aad(), &self.ciphertext, &self.tag)
            .ok_or(OpenError::Altered)?;
        if self.header.deflated {
            content = inflate::unpack(&content)?;
        }
        json::parse(&content).map_err(|_| OpenError::Content)?;
        let end = content.trim_ascii_end().len();
        content.truncate(end);
        Ok(content)
    }
}
