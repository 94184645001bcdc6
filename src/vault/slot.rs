//! One way to unlock the vault: the master key, sealed under what a person knows or has.

use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use crate::envelope::{Key, NoRandom, b64, draw, open_box, parse_json, seal_box, unb64};

use super::kdf::{KdfParams, Kek, Profile, SALT};

/// Bytes of a nonce, before the sealed key.
const IV: usize = 12;
/// No credential id is longer (WebAuthn Level 3, §5.8.3), in bytes.
const MOST_CREDENTIAL: usize = 1023;

/// The kinds of slot this version knows. Others are kept as they stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SlotKind {
    /// What a person remembers.
    Passphrase,
    /// What is printed on paper.
    Recovery,
    /// What the device keeps. Never the only one: people delete passkeys without knowing what hangs
    /// on them.
    Passkey,
}

/// How the key of a slot is come by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Way {
    /// [`derive_kek`](super::derive_kek) from a passphrase.
    Passphrase(KdfParams),
    /// [`RecoveryCode::kek`](super::RecoveryCode::kek).
    Recovery {
        /// Random, a new one for every slot.
        salt: [u8; SALT],
    },
    /// [`passkey_kek`](super::passkey_kek) from what the passkey's PRF makes of the salt.
    Passkey {
        /// Random, a new one for every slot; also what the PRF is asked for.
        salt: [u8; SALT],
        /// Which passkey, as the browser names it.
        credential: Vec<u8>,
    },
}

impl Way {
    /// What kind of way it is.
    pub fn kind(&self) -> SlotKind {
        match self {
            Way::Passphrase(_) => SlotKind::Passphrase,
            Way::Recovery { .. } => SlotKind::Recovery,
            Way::Passkey { .. } => SlotKind::Passkey,
        }
    }

    /// A new slot's salt.
    pub fn salt(random: &mut dyn FnMut(&mut [u8])) -> Result<[u8; SALT], NoRandom> {
        Ok(*draw(random)?)
    }
}

/// One way to unlock the vault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    pub(crate) id: String,
    pub(crate) way: Way,
    /// `iv ‖ ciphertext ‖ tag`.
    sealed: Vec<u8>,
    /// Whether the slot is as it was written.
    pub(crate) whole: bool,
}

impl Slot {
    /// How its key is come by.
    pub fn way(&self) -> &Way {
        &self.way
    }

    pub(crate) fn make(
        vault: &str,
        way: Way,
        kek: &Kek,
        master: &Key,
        random: &mut dyn FnMut(&mut [u8]),
    ) -> Result<Self, NoRandom> {
        let mut slot = Self {
            id: b64(&*draw::<12>(random)?),
            way,
            sealed: Vec::new(),
            whole: true,
        };
        slot.sealed = seal_box(kek, slot.aad(vault).as_bytes(), master.expose(), random)?;
        Ok(slot)
    }

    pub(crate) fn open(&self, vault: &str, kek: &Kek) -> Option<Key> {
        let key = open_box(kek, self.aad(vault).as_bytes(), &self.sealed)?;
        Key::from_slice(&key)
    }

    fn aad(&self, vault: &str) -> String {
        let id = &self.id;
        let rest = match &self.way {
            Way::Passphrase(KdfParams { profile, salt }) => {
                let (Profile { m_kib, t, p }, salt) = (profile, b64(salt));
                format!(
                    r#""passphrase","kdf":"argon2id","m":{m_kib},"t":{t},"p":{p},"salt":"{salt}","norm":"NFKC""#
                )
            }
            Way::Recovery { salt } => {
                format!(r#""recovery","kdf":"hkdf-sha256","salt":"{}""#, b64(salt))
            }
            Way::Passkey { salt, credential } => {
                let (salt, credential) = (b64(salt), b64(credential));
                format!(
                    r#""passkey","kdf":"hkdf-sha256","salt":"{salt}","credential":"{credential}""#
                )
            }
        };
        format!(r#"{{"fmt":"svl","vaultId":"{vault}","id":"{id}","kind":{rest}}}"#)
    }

    /// Tells damage from a wrong passphrase.
    fn check(&self, vault: &str) -> String {
        let digest = Sha256::new()
            .chain_update(self.aad(vault))
            .chain_update(&self.sealed)
            .finalize();
        format!("sha256:{}", b64(&digest))
    }

    /// `None` for a slot of another kind, or of a shape no writer of this kind has written.
    pub(crate) fn read(slot: &Value, vault: &str) -> Option<Self> {
        let slot = slot.as_object()?;
        let text = |name| slot.get(name).and_then(Value::as_str);
        let number = |name| {
            let number = slot.get(name).and_then(Value::as_u64)?;
            u32::try_from(number).ok()
        };
        let bytes = |name| text(name).and_then(unb64);
        let salt = <[u8; SALT]>::try_from(bytes("salt")?).ok()?;
        let way = match (text("kind")?, text("kdf")?) {
            ("passphrase", "argon2id") if text("norm") == Some("NFKC") => {
                Way::Passphrase(KdfParams {
                    profile: Profile {
                        m_kib: number("m")?,
                        t: number("t")?,
                        p: number("p")?,
                    },
                    salt,
                })
            }
            ("recovery", "hkdf-sha256") => Way::Recovery { salt },
            ("passkey", "hkdf-sha256") => {
                let credential = bytes("credential").filter(|id| id.len() <= MOST_CREDENTIAL)?;
                Way::Passkey { salt, credential }
            }
            _ => return None,
        };
        let mut read = Self {
            id: text("id").filter(|id| unb64(id).is_some())?.into(),
            way,
            sealed: [bytes("iv").filter(|iv| iv.len() == IV)?, bytes("ct")?].concat(),
            whole: false,
        };
        read.whole = text("check") == Some(&read.check(vault));
        Some(read)
    }

    pub(crate) fn write(&self, vault: &str) -> Value {
        // What is authenticated is what stands there.
        let mut slot = match parse_json(self.aad(vault).as_bytes()) {
            Ok(Value::Object(slot)) => slot,
            _ => Map::new(),
        };
        slot.remove("fmt");
        slot.remove("vaultId");
        let (iv, ct) = self.sealed.split_at(IV);
        slot.insert("iv".into(), b64(iv).into());
        slot.insert("ct".into(), b64(ct).into());
        slot.insert("check".into(), self.check(vault).into());
        Value::Object(slot)
    }
}
