//! The door in: from readable JSON to a sealed hand-off.

use zeroize::Zeroizing;

use super::cipher::{self, IV, Key, TAG};
use super::code::Code;
use super::ecdh::{OfficeKey, PublicKey};
use super::error::SealError;
use super::header::{self, Header, Keying};
use super::random::draw;
use super::wire::Sealed;
use super::{inflate, json, kdf};

/// PBKDF2 rounds that are written: what OWASP asks for HMAC-SHA-512.
pub(crate) const P2C: u32 = 220_000;
/// The longest plaintext, in bytes: a file of it stays below [`MAX_FILE`](super::MAX_FILE).
const LONGEST: usize = 3_000_000;
/// The longest QR content once packed, in bytes: with its header it stays below the 49 152 bytes
/// that a set of frames carries.
const LONGEST_QR: usize = 48_000;
/// A file's plaintext is filled up with spaces to a multiple of this, so that its size does not
/// tell how long the list of medicines is.
const STEP: usize = 1024;

/// Which carrier a hand-off is sealed for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wire {
    /// A file: not packed, so that the plainest tool opens it.
    File,
    /// A set of QR codes: packed with raw DEFLATE.
    Qr,
}

/// Seals a JSON text under a code. Takes as long as one key derivation, about 250 ms in a browser:
/// call it in the worker.
pub fn seal(
    plaintext: &[u8],
    code: &Code,
    wire: Wire,
    random: &mut dyn FnMut(&mut [u8]),
) -> Result<Sealed, SealError> {
    Slow::derive(code, P2C, random)?.seal(plaintext, wire, random)
}

/// Both forms of one hand-off, file first, in the time of one. There is no second when the content
/// is too long for QR codes.
pub fn seal_both(
    plaintext: &[u8],
    code: &Code,
    random: &mut dyn FnMut(&mut [u8]),
) -> Result<(Sealed, Option<Sealed>), SealError> {
    both(&Slow::derive(code, P2C, random)?, plaintext, random)
}

/// Both forms of one hand-off to an office's key. Whoever seals keeps nothing that opens it.
pub fn seal_to(
    plaintext: &[u8],
    office: PublicKey,
    random: &mut dyn FnMut(&mut [u8]),
) -> Result<(Sealed, Option<Sealed>), SealError> {
    both(&Slow::agree(office, random)?, plaintext, random)
}

fn both(
    slow: &Slow,
    plaintext: &[u8],
    random: &mut dyn FnMut(&mut [u8]),
) -> Result<(Sealed, Option<Sealed>), SealError> {
    let file = slow.seal(plaintext, Wire::File, random)?;
    match slow.seal(plaintext, Wire::Qr, random) {
        Ok(qr) => Ok((file, Some(qr))),
        Err(SealError::TooLong) => Ok((file, None)),
        Err(error) => Err(error),
    }
}

/// The slow part, done once for both forms of a hand-off. They share its salt, which is sound: a
/// salt keeps work on one hand-off from helping with another, and these two have the same code
/// anyway. Each still has a content key and a nonce of its own.
pub(crate) struct Slow {
    kek: Key,
    keying: Keying,
}

impl Slow {
    pub(crate) fn derive(
        code: &Code,
        p2c: u32,
        random: &mut dyn FnMut(&mut [u8]),
    ) -> Result<Self, SealError> {
        let p2s = draw::<16>(random)?.to_vec();
        let kek = kdf::derive(code.as_str().as_bytes(), &p2s, p2c);
        let keying = Keying::Code { p2s, p2c };
        Ok(Self { kek, keying })
    }

    /// A key agreed on with an office, from an ephemeral key that is gone when this returns.
    fn agree(office: PublicKey, random: &mut dyn FnMut(&mut [u8])) -> Result<Self, SealError> {
        let own = OfficeKey::make(random)?;
        let apv = office.thumbprint().to_vec();
        let kek = own.agree(office, &[], &apv);
        let keying = Keying::Office {
            epk: own.public(),
            kid: office.kid(),
            apu: Vec::new(),
            apv,
        };
        Ok(Self { kek, keying })
    }

    pub(crate) fn seal(
        &self,
        plaintext: &[u8],
        wire: Wire,
        random: &mut dyn FnMut(&mut [u8]),
    ) -> Result<Sealed, SealError> {
        if plaintext.len() > LONGEST {
            return Err(SealError::TooLong);
        }
        // Nothing is sealed that would not open again.
        json::parse(plaintext).map_err(|_| SealError::Content)?;
        let packed = match wire {
            Wire::Qr => inflate::pack(plaintext),
            Wire::File => None,
        };
        let deflated = packed.is_some();
        let content = packed.unwrap_or_else(|| match wire {
            Wire::Qr => Zeroizing::new(plaintext.to_vec()),
            Wire::File => padded(plaintext),
        });
        if wire == Wire::Qr && content.len() > LONGEST_QR {
            return Err(SealError::TooLong);
        }

        let header = Header {
            keying: self.keying.clone(),
            deflated,
        };
        let cek = Key::make(random)?;
        let mut sealed = Sealed {
            protected: header::write(&header),
            encrypted_key: kdf::wrap(&self.kek, &cek),
            iv: *draw::<IV>(random)?,
            ciphertext: Vec::new(),
            tag: [0; TAG],
            header,
        };
        (sealed.ciphertext, sealed.tag) = cipher::seal(&cek, &sealed.iv, &sealed.aad(), &content);
        Ok(sealed)
    }
}

fn padded(plaintext: &[u8]) -> Zeroizing<Vec<u8>> {
    let length = plaintext.len().next_multiple_of(STEP);
    let mut content = Zeroizing::new(Vec::with_capacity(length));
    content.extend(plaintext);
    content.resize(length, b' ');
    content
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::*;
    use crate::envelope::random::NoRandom;
    use crate::envelope::vectors::counting;
    use crate::envelope::{parse_bin, parse_file};

    fn any_json() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<String>().prop_map(Value::from),
            Just(json!("髙橋\u{fa19}代 﨑 𠮷 <script>\u{202e}\0")),
        ];
        leaf.prop_recursive(4, 60, 8, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..8).prop_map(Value::from),
                prop::collection::btree_map(any::<String>(), inner, 0..8)
                    .prop_map(|map| Value::Object(map.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn any_json_comes_back_byte_for_byte_from_both_forms(value in any_json(), seed: u32) {
            let plaintext = value.to_string();
            let mut random = counting(u64::from(seed));
            let code = Code::make(&mut random).unwrap();
            let slow = Slow::derive(&code, 1_000, &mut random).unwrap();
            for wire in [Wire::File, Wire::Qr] {
                let sealed = slow.seal(plaintext.as_bytes(), wire, &mut random).unwrap();
                let file = parse_file(sealed.to_file().as_bytes()).unwrap();
                let bin = parse_bin(&sealed.to_bin().unwrap()).unwrap();
                prop_assert_eq!(&file, &sealed);
                prop_assert_eq!(&bin, &sealed);
                prop_assert_eq!(&file.open(&code).unwrap()[..], plaintext.as_bytes());
            }
        }
    }

    #[test]
    fn ten_thousand_hand_offs_never_share_a_salt_a_key_or_a_nonce() {
        let mut random = counting(3);
        let code = Code::make(&mut random).unwrap();
        let mut seen = HashSet::new();
        for _ in 0..10_000 {
            let sealed = Slow::derive(&code, 1, &mut random)
                .and_then(|slow| slow.seal(b"{}", Wire::Qr, &mut random))
                .unwrap();
            let Keying::Code { p2s, .. } = &sealed.header.keying else {
                panic!("sealed under a code")
            };
            assert!(seen.insert(p2s.clone()));
            assert!(seen.insert(sealed.encrypted_key.to_vec()));
            assert!(seen.insert(sealed.iv.to_vec()));
        }
    }

    #[test]
    fn the_size_of_a_file_does_not_tell_a_long_list_from_a_short_one() {
        let mut random = counting(5);
        let code = Code::make(&mut random).unwrap();
        let slow = Slow::derive(&code, 1_000, &mut random).unwrap();
        let mut length = |text: &str| {
            let sealed = slow.seal(text.as_bytes(), Wire::File, &mut random);
            sealed.unwrap().to_file().len()
        };
        assert_eq!(
            length(r#"{"m":[]}"#),
            length(r#"{"m":["セレニカR","マイスタン"]}"#)
        );
    }

    #[test]
    fn what_would_not_open_is_not_sealed() {
        let mut random = counting(9);
        let code = Code::make(&mut random).unwrap();
        let slow = Slow::derive(&code, 1_000, &mut random).unwrap();
        let mut try_to = |text: &[u8], wire| slow.seal(text, wire, &mut random).err();
        assert_eq!(try_to(b"{\"a\":", Wire::File), Some(SealError::Content));
        assert_eq!(try_to(b"\"\xff\"", Wire::Qr), Some(SealError::Content));
        let long = format!("\"{}\"", "a".repeat(LONGEST));
        assert_eq!(
            try_to(long.as_bytes(), Wire::File),
            Some(SealError::TooLong)
        );
        let file = try_to(&long.as_bytes()[1..long.len() - 1], Wire::File);
        assert_eq!(file, Some(SealError::Content));
        let mut noise = counting(1);
        let mut bytes = vec![0; 60_000];
        noise(&mut bytes);
        let noise = format!("\"{}\"", crate::envelope::b64(&bytes));
        assert_eq!(try_to(noise.as_bytes(), Wire::File), None);
        assert_eq!(try_to(noise.as_bytes(), Wire::Qr), Some(SealError::TooLong));
    }

    #[test]
    fn the_longest_file_that_is_sealed_is_read_again() {
        let mut random = counting(2);
        let code = Code::make(&mut random).unwrap();
        let slow = Slow::derive(&code, 1_000, &mut random).unwrap();
        let text = format!("\"{}\"", "a".repeat(LONGEST - 2));
        let sealed = slow.seal(text.as_bytes(), Wire::File, &mut random).unwrap();
        assert_eq!(parse_file(sealed.to_file().as_bytes()), Ok(sealed));
    }

    #[test]
    fn a_broken_random_source_seals_nothing() {
        let code = Code::make(&mut counting(1)).unwrap();
        let none = Err(SealError::NoRandom(NoRandom));
        assert_eq!(seal(b"{}", &code, Wire::File, &mut |_| ()), none);
    }
}
