//! AES-256-GCM, the one cipher of files, codes and vault (NIST SP 800-38D).

use core::fmt;

use aes_gcm::aead::{AeadInOut, KeyInit};
use aes_gcm::{Aes256Gcm, Nonce, Tag};
use zeroize::Zeroizing;

use super::random::{NoRandom, draw};

/// Bytes of a nonce (`iv` on the wire).
pub(crate) const IV: usize = 12;
/// Bytes of an authentication tag.
pub(crate) const TAG: usize = 16;

/// A 256-bit key, wiped when dropped and never shown.
#[derive(Clone, PartialEq, Eq)]
pub struct Key(Zeroizing<[u8; 32]>);

impl Key {
    /// The key these 32 bytes are, as they come back from the worker.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// A fresh random key.
    pub(crate) fn make(random: &mut dyn FnMut(&mut [u8])) -> Result<Self, NoRandom> {
        draw(random).map(Self)
    }

    /// The key if there are exactly 32 bytes.
    pub(crate) fn from_slice(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self::from_bytes)
    }

    /// A key filled in place by `derive`.
    pub(crate) fn filled(derive: impl FnOnce(&mut [u8; 32])) -> Self {
        let mut key = Zeroizing::new([0; 32]);
        derive(&mut key);
        Self(key)
    }

    /// The 32 bytes, to hand to a cipher or from the worker to the page. Wipe every copy.
    pub fn expose(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Key(…)")
    }
}

/// Ciphertext (as long as `plaintext`) and tag. Never twice with one `key` and `iv`.
pub(crate) fn seal(key: &Key, iv: &[u8; IV], aad: &[u8], plaintext: &[u8]) -> (Vec<u8>, [u8; TAG]) {
    let mut ciphertext = plaintext.to_vec();
    let tag = Aes256Gcm::new(key.expose().into())
        .encrypt_inout_detached(<&Nonce<_>>::from(iv), aad, ciphertext.as_mut_slice().into())
        .expect("shorter than the 64 GiB that AES-GCM allows");
    (ciphertext, tag.into())
}

/// The plaintext, or nothing at all when a single bit of key, nonce, `aad`, ciphertext or tag differs.
pub(crate) fn open(
    key: &Key,
    iv: &[u8; IV],
    aad: &[u8],
    ciphertext: &[u8],
    tag: &[u8; TAG],
) -> Option<Zeroizing<Vec<u8>>> {
    let mut plaintext = Zeroizing::new(ciphertext.to_vec());
    Aes256Gcm::new(key.expose().into())
        .decrypt_inout_detached(
            <&Nonce<_>>::from(iv),
            aad,
            plaintext.as_mut_slice().into(),
            <&Tag>::from(tag),
        )
        .ok()?;
    Some(plaintext)
}

/// `iv ‖ ciphertext ‖ tag` under a fresh random nonce.
pub(crate) fn seal_box(
    key: &Key,
    aad: &[u8],
    plaintext: &[u8],
    random: &mut dyn FnMut(&mut [u8]),
) -> Result<Vec<u8>, NoRandom> {
    let iv = draw::<IV>(random)?;
    let (ciphertext, tag) = seal(key, &iv, aad, plaintext);
    Ok([&iv[..], &ciphertext, &tag].concat())
}

/// What [`seal_box`] sealed.
pub(crate) fn open_box(key: &Key, aad: &[u8], sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let (iv, rest) = sealed.split_first_chunk()?;
    let (ciphertext, tag) = rest.split_last_chunk()?;
    open(key, iv, aad, ciphertext, tag)
}
