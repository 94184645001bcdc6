//! ECDH-ES+A256KW on P-256 (RFC 7518 §4.6): from an office's public key to the key that opens the
//! content. No secret is ever spoken: whoever holds the private key opens it, and nobody else.

use core::fmt;

use p256::elliptic_curve::sec1::ToSec1Point;
use sha2::{Digest, Sha256};
use zeroize::{Zeroize, Zeroizing};

use super::b64;
use super::cipher::Key;
use super::random::{NoRandom, draw};

/// The algorithm's name on the wire, and in the key derivation.
pub(crate) const ALG: &str = "ECDH-ES+A256KW";
/// Bytes of a coordinate and of a private key.
const FIELD: usize = 32;
/// A random number is no key once in 2^32; so often in a row, the source is broken.
const TRIES: usize = 8;

/// The public key of an office.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PublicKey(p256::PublicKey);

/// The private key of an office. It opens what was sealed to its public key; drop it and nothing
/// does, not even for whoever kept pictures of the codes.
#[derive(Clone)]
pub struct OfficeKey(p256::SecretKey);

impl PublicKey {
    /// The key of a point in compressed form (SEC 1 §2.3.3, 33 bytes); `None` where there is no such
    /// point on the curve.
    pub fn from_bytes(bytes: &[u8; 33]) -> Option<PublicKey> {
        // SEC 1 has a third form of 33 bytes, which we would write otherwise than we read it.
        matches!(bytes[0], 2 | 3).then_some(())?;
        p256::PublicKey::from_sec1_bytes(bytes).ok().map(PublicKey)
    }

    /// The point in compressed form.
    pub fn to_bytes(self) -> [u8; 33] {
        let point = self.0.to_sec1_point(true);
        let mut bytes = [0; 33];
        bytes.copy_from_slice(point.as_bytes());
        bytes
    }

    /// The key with these coordinates, 32 bytes each; `None` where they are no point of the curve.
    pub(crate) fn from_coordinates(x: &[u8], y: &[u8]) -> Option<PublicKey> {
        if x.len() != FIELD || y.len() != FIELD {
            return None;
        }
        let point = [&[4], x, y].concat();
        p256::PublicKey::from_sec1_bytes(&point).ok().map(PublicKey)
    }

    /// Both coordinates.
    pub(crate) fn coordinates(self) -> ([u8; FIELD], [u8; FIELD]) {
        let point = self.0.to_sec1_point(false);
        let (mut x, mut y) = ([0; FIELD], [0; FIELD]);
        let bytes = point.as_bytes();
        x.copy_from_slice(&bytes[1..=FIELD]);
        y.copy_from_slice(&bytes[FIELD + 1..]);
        (x, y)
    }

    /// The JWK thumbprint (RFC 7638), SHA-256.
    pub fn thumbprint(self) -> [u8; 32] {
        let (x, y) = self.coordinates();
        let (x, y) = (b64(&x), b64(&y));
        let jwk = format!(r#"{{"crv":"P-256","kty":"EC","x":"{x}","y":"{y}"}}"#);
        Sha256::digest(jwk).into()
    }

    /// Which key it is, for a header: base64url of the first eight bytes of its thumbprint.
    pub fn kid(self) -> String {
        b64(&self.thumbprint()[..8])
    }
}

impl OfficeKey {
    /// A fresh key.
    pub fn make(random: &mut dyn FnMut(&mut [u8])) -> Result<OfficeKey, NoRandom> {
        for _ in 0..TRIES {
            let bytes = draw::<FIELD>(random)?;
            if let Some(key) = OfficeKey::from_bytes(&bytes) {
                return Ok(key);
            }
        }
        Err(NoRandom)
    }

    /// The key of these bytes; `None` for 0 and for what is greater than the order of the curve.
    pub fn from_bytes(bytes: &[u8; FIELD]) -> Option<OfficeKey> {
        p256::SecretKey::from_slice(bytes).ok().map(OfficeKey)
    }

    /// The 32 bytes, to be kept sealed. Wipe every copy.
    pub fn expose(&self) -> Zeroizing<[u8; FIELD]> {
        let mut own = self.0.to_bytes();
        let mut bytes = Zeroizing::new([0; FIELD]);
        bytes.copy_from_slice(&own);
        own.zeroize();
        bytes
    }

    /// What is shown to whoever hands over.
    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.public_key())
    }

    /// The wrapping key for what came with this ephemeral key.
    pub(crate) fn agree(&self, epk: PublicKey, apu: &[u8], apv: &[u8]) -> Key {
        let shared = self.shared(epk);
        Key::filled(|key| concat(&*shared, ALG, apu, apv, key))
    }

    /// The x coordinate of the shared point (RFC 6090 §4).
    pub(crate) fn shared(&self, other: PublicKey) -> Zeroizing<[u8; FIELD]> {
        let shared = self.0.diffie_hellman(&other.0);
        let mut bytes = Zeroizing::new([0; FIELD]);
        bytes.copy_from_slice(shared.raw_secret_bytes());
        bytes
    }
}

impl fmt::Debug for OfficeKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("OfficeKey(…)")
    }
}

/// The Concat KDF (NIST SP 800-56A §5.8.1, as RFC 7518 §4.6.2 has it) with SHA-256, for at most 32
/// bytes: one round.
pub(crate) fn concat(z: &[u8], alg: &str, apu: &[u8], apv: &[u8], key: &mut [u8]) {
    let mut hash = Sha256::new();
    hash.update(1_u32.to_be_bytes());
    hash.update(z);
    for part in [alg.as_bytes(), apu, apv] {
        hash.update((part.len() as u32).to_be_bytes());
        hash.update(part);
    }
    hash.update((key.len() as u32 * 8).to_be_bytes());
    let mut digest = hash.finalize();
    let length = key.len().min(digest.len());
    key[..length].copy_from_slice(&digest[..length]);
    digest.zeroize();
}
