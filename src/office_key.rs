//! An office's standing key as it is kept, on one machine or as a file: sealed under a passphrase.
//!
//! ```json
//! {"kind":"office-key","v":1,"card":"https://…#4531…","kid":"…",
//!  "kdf":"argon2id","m":65536,"t":3,"p":1,"salt":"…","norm":"NFKC","sealed":"…"}
//! ```
//!
//! `sealed` is `iv ‖ ciphertext ‖ tag` of the 32 bytes of the private key, AES-256-GCM under what
//! Argon2id makes of the passphrase. Authenticated with it, one a line: `office-key`, `1`, the card, the
//! kid, `argon2id`, m, t and p with commas between, the salt, `NFKC`.
//! The card is public: it is what parents are given.

use serde_json::{Map, Value, json};
use zeroize::Zeroizing;

use crate::{
    envelope::{Key, b64, open_box, parse_json, seal_box, unb64},
    vault::{KdfParams, Kek, NoRandom, Profile},
};

const KIND: &str = "office-key";
const VERSION: u64 = 1;
/// Nothing of ours is longer, bytes.
const LONGEST: usize = 8 * 1024;

/// A key that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptKey {
    /// What the QR code of its card says.
    pub card: String,
    /// Which key it is, as the header of what is sealed to it says.
    pub kid: String,
    /// How the passphrase opens it.
    pub params: KdfParams,
    sealed: Vec<u8>,
}

/// Why a text is no key that is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotKept {
    /// Something else.
    #[error("no office key")]
    NotOurs,
    /// Written by a newer version.
    #[error("a newer office key")]
    TooNew,
}

impl KeptKey {
    /// Seals a private key of 32 bytes under what a passphrase derived with `params`.
    pub fn seal(
        (card, kid): (&str, &str),
        secret: &[u8; 32],
        (kek, params): (&Kek, KdfParams),
        random: &mut dyn FnMut(&mut [u8]),
    ) -> Result<KeptKey, NoRandom> {
        let mut kept = KeptKey {
            card: card.to_owned(),
            kid: kid.to_owned(),
            params,
            sealed: Vec::new(),
        };
        kept.sealed = seal_box(kek, &kept.aad(), secret, random)?;
        Ok(kept)
    }

    /// The private key; `None` where the passphrase was another, or anything was changed.
    pub fn open(&self, kek: &Kek) -> Option<Zeroizing<[u8; 32]>> {
        let secret = open_box(kek, &self.aad(), &self.sealed)?;
        let secret = Key::from_slice(&secret)?;
        Some(Zeroizing::new(*secret.expose()))
    }

    /// As it is kept.
    pub fn to_text(&self) -> String {
        let mut json = self.open_part();
        json.insert("sealed".into(), b64(&self.sealed).into());
        Value::Object(json).to_string()
    }

    /// Reads what was kept.
    pub fn from_text(text: &[u8]) -> Result<KeptKey, NotKept> {
        if text.len() > LONGEST {
            return Err(NotKept::NotOurs);
        }
        let Ok(Value::Object(json)) = parse_json(text.trim_ascii()) else {
            return Err(NotKept::NotOurs);
        };
        let said = |name: &str| json.get(name).and_then(Value::as_str);
        if said("kind") != Some(KIND) {
            return Err(NotKept::NotOurs);
        }
        if json
            .get("v")
            .and_then(Value::as_u64)
            .is_some_and(|v| v > VERSION)
        {
            return Err(NotKept::TooNew);
        }
        let number = |name: &str| {
            let number = json.get(name).and_then(Value::as_u64)?;
            u32::try_from(number).ok()
        };
        let read = || {
            let profile = Profile {
                m_kib: number("m")?,
                t: number("t")?,
                p: number("p")?,
            };
            let salt = unb64(said("salt")?)?.try_into().ok()?;
            Some(KeptKey {
                card: said("card")?.to_owned(),
                kid: said("kid")?.to_owned(),
                params: KdfParams { profile, salt },
                sealed: unb64(said("sealed")?)?,
            })
        };
        read().ok_or(NotKept::NotOurs)
    }

    fn open_part(&self) -> Map<String, Value> {
        let Profile { m_kib, t, p } = self.params.profile;
        let json = json!({
            "kind": KIND, "v": VERSION, "card": self.card, "kid": self.kid,
            "kdf": "argon2id", "m": m_kib, "t": t, "p": p,
            "salt": b64(&self.params.salt), "norm": "NFKC",
        });
        match json {
            Value::Object(json) => json,
            _ => Map::new(),
        }
    }

    /// Authenticated with the key: what stands beside it, whatever order a library writes it in.
    fn aad(&self) -> Vec<u8> {
        let Profile { m_kib, t, p } = self.params.profile;
        let numbers = [m_kib, t, p].map(|number| number.to_string()).join(",");
        let salt = b64(&self.params.salt);
        let parts = [
            KIND, "1", &self.card, &self.kid, "argon2id", &numbers, &salt, "NFKC",
        ];
        parts.join("\n").into_bytes()
    }
}
