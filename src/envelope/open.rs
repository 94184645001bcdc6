//! The door out: from a sealed hand-off and a code to readable JSON.

use zeroize::Zeroizing;

use super::code::Code;
use super::error::OpenError;
use super::wire::Sealed;
use super::{cipher, inflate, json, kdf};

impl Sealed {
    /// The JSON text that was sealed, without the spaces that filled it up: UTF-8, no member named
    /// twice, at most 64 levels deep. Takes as long as one key derivation: call it in the worker.
    pub fn open(&self, code: &Code) -> Result<Zeroizing<Vec<u8>>, OpenError> {
        let kek = kdf::derive(code.as_str().as_bytes(), &self.header.p2s, self.header.p2c);
        let cek = kdf::unwrap(&kek, &self.encrypted_key).ok_or(OpenError::WrongCode)?;
        let mut content = cipher::open(&cek, &self.iv, &self.aad(), &self.ciphertext, &self.tag)
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
