//! PBES2-HS512+A256KW (RFC 7518 §4.8): from the code to the key that opens the content.

use aes_kw::{KeyInit, KwAes256};
use pbkdf2::pbkdf2_hmac;
use pbkdf2::sha2::Sha512;

use super::cipher::Key;

/// The algorithm's name on the wire, and in the salt.
pub(crate) const ALG: &str = "PBES2-HS512+A256KW";
/// Bytes of a wrapped 256-bit key (RFC 3394).
pub(crate) const WRAPPED: usize = 40;

/// The wrapping key. `p2c` rounds of HMAC-SHA-512: about 250 ms for 220 000 in a browser.
pub(crate) fn derive(password: &[u8], p2s: &[u8], p2c: u32) -> Key {
    let salt = [ALG.as_bytes(), &[0], p2s].concat();
    Key::filled(|key| stretch(password, &salt, p2c, key))
}

/// PBKDF2-HMAC-SHA-512 (RFC 8018 §5.2).
pub(crate) fn stretch(password: &[u8], salt: &[u8], rounds: u32, key: &mut [u8]) {
    pbkdf2_hmac::<Sha512>(password, salt, rounds, key);
}

/// `key` wrapped by `kek` (RFC 3394, default initial value).
pub(crate) fn wrap(kek: &Key, key: &Key) -> [u8; WRAPPED] {
    let mut wrapped = [0; WRAPPED];
    KwAes256::new(kek.expose().into())
        .wrap_key(key.expose(), &mut wrapped)
        .expect("32 bytes wrap to 40");
    wrapped
}

/// The wrapped key, if `kek` is the key that wrapped it.
pub(crate) fn unwrap(kek: &Key, wrapped: &[u8; WRAPPED]) -> Option<Key> {
    let mut whole = true;
    let key = Key::filled(|key| {
        whole = KwAes256::new(kek.expose().into())
            .unwrap_key(wrapped, key)
            .is_ok();
    });
    whole.then_some(key)
}
