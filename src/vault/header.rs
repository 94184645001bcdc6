//! The header: the only part that is not sealed. It names no one; it holds the slots.

use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use crate::envelope::{Key, NoRandom, b64, draw, open_box, parse_json, seal_box, unb64};

use super::error::{Damage, SaveError, VaultError};
use super::kdf::{KdfParams, Kek, Profile, SALT};
use super::shelf::Shelf;
use super::side::HEADER;

/// The version this code writes, and the newest it reads.
const VERSION: u64 = 1;
/// Bytes of a nonce, before the sealed key.
const IV: usize = 12;

/// What says how the vault is unlocked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    pub(crate) vault: String,
    slots: Vec<Slot>,
}

/// One way to unlock the vault: the master key, sealed under what a passphrase derives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    id: String,
    params: KdfParams,
    /// `iv ‖ ciphertext ‖ tag`.
    sealed: Vec<u8>,
    /// Whether the slot is as it was written.
    whole: bool,
}

impl Slot {
    /// What [`derive_kek`](super::derive_kek) needs.
    pub fn params(&self) -> &KdfParams {
        &self.params
    }

    fn aad(&self, vault: &str) -> String {
        let KdfParams { profile, salt } = &self.params;
        let Profile { m_kib, t, p } = profile;
        let (id, salt) = (&self.id, b64(salt));
        format!(
            r#"{{"fmt":"svl","vaultId":"{vault}","id":"{id}","kind":"passphrase","kdf":"argon2id","m":{m_kib},"t":{t},"p":{p},"salt":"{salt}","norm":"NFKC"}}"#
        )
    }

    /// Tells damage from a wrong passphrase.
    fn check(&self, vault: &str) -> String {
        let digest = Sha256::new()
            .chain_update(self.aad(vault))
            .chain_update(&self.sealed)
            .finalize();
        format!("sha256:{}", b64(&digest))
    }

    fn read(slot: &Map<String, Value>, vault: &str) -> Option<Self> {
        let text = |name| slot.get(name).and_then(Value::as_str);
        let number = |name| {
            let number = slot.get(name).and_then(Value::as_u64)?;
            u32::try_from(number).ok()
        };
        let bytes = |name| text(name).and_then(unb64);
        if (text("kind"), text("kdf"), text("norm"))
            != (Some("passphrase"), Some("argon2id"), Some("NFKC"))
        {
            return None;
        }
        let mut slot_ = Self {
            id: text("id").filter(|id| unb64(id).is_some())?.into(),
            params: KdfParams {
                profile: Profile {
                    m_kib: number("m")?,
                    t: number("t")?,
                    p: number("p")?,
                },
                salt: <[u8; SALT]>::try_from(bytes("salt")?).ok()?,
            },
            sealed: [bytes("iv")?, bytes("ct")?].concat(),
            whole: false,
        };
        slot_.whole = text("check") == Some(&slot_.check(vault));
        Some(slot_)
    }

    fn write(&self, vault: &str) -> Value {
        let Profile { m_kib, t, p } = self.params.profile;
        let (iv, ct) = self.sealed.split_at(IV);
        json!({
            "id": self.id, "kind": "passphrase", "kdf": "argon2id", "m": m_kib, "t": t, "p": p,
            "salt": b64(&self.params.salt), "norm": "NFKC",
            "iv": b64(iv), "ct": b64(ct), "check": self.check(vault),
        })
    }
}

impl Header {
    /// A header for a new vault, with one slot for `master`.
    pub(crate) fn make(
        master: &Key,
        kek: &Kek,
        params: KdfParams,
        random: &mut dyn FnMut(&mut [u8]),
    ) -> Result<Self, NoRandom> {
        let vault = b64(&*draw::<16>(random)?);
        let mut slot = Slot {
            id: b64(&*draw::<12>(random)?),
            params,
            sealed: Vec::new(),
            whole: true,
        };
        slot.sealed = seal_box(kek, slot.aad(&vault).as_bytes(), master.expose(), random)?;
        Ok(Self {
            vault,
            slots: vec![slot],
        })
    }

    /// The ways to unlock that this version knows.
    pub fn slots(&self) -> &[Slot] {
        &self.slots
    }

    /// The master key, if `kek` opens a slot.
    pub(crate) fn open(&self, kek: &Kek) -> Result<Key, VaultError> {
        self.slots
            .iter()
            .find_map(|slot| {
                let key = open_box(kek, slot.aad(&self.vault).as_bytes(), &slot.sealed)?;
                Key::from_slice(&key)
            })
            .ok_or(if self.slots.iter().all(|slot| slot.whole) {
                VaultError::WrongPassphrase
            } else {
                VaultError::Damaged(Damage::Header)
            })
    }

    /// The header on a shelf; `None` when there is none.
    pub(crate) fn read(shelf: &dyn Shelf) -> Option<Result<Self, VaultError>> {
        let text = shelf.get(HEADER)?;
        Some(Self::parse(&text))
    }

    fn parse(text: &str) -> Result<Self, VaultError> {
        let damaged = VaultError::Damaged(Damage::Header);
        let Ok(Value::Object(header)) = parse_json(text.as_bytes()) else {
            return Err(damaged);
        };
        let text = |name| header.get(name).and_then(Value::as_str);
        if text("fmt") != Some("svl") {
            return Err(damaged);
        }
        let oldest = header.get("minReader").and_then(Value::as_u64);
        if oldest.ok_or(damaged)? > VERSION {
            return Err(VaultError::TooNew);
        }
        let vault = text("vaultId").filter(|id| unb64(id).is_some());
        let vault = vault.ok_or(damaged)?.to_owned();
        let slots = header.get("slots").and_then(Value::as_array);
        let slots: Vec<Slot> = slots
            .ok_or(damaged)?
            .iter()
            .filter_map(|slot| Slot::read(slot.as_object()?, &vault))
            .collect();
        if slots.is_empty() {
            return Err(damaged);
        }
        Ok(Self { vault, slots })
    }

    /// Puts the header on a shelf and reads it back.
    pub(crate) fn put(&self, shelf: &dyn Shelf) -> Result<(), SaveError> {
        let slots: Vec<Value> = self.slots.iter().map(|s| s.write(&self.vault)).collect();
        let header = json!({
            "fmt": "svl", "v": VERSION, "minReader": VERSION,
            "vaultId": self.vault, "slots": slots,
        });
        shelf.set(HEADER, &header.to_string())?;
        match Self::read(shelf) {
            Some(Ok(back)) if back == *self => Ok(()),
            _ => Err(SaveError::LostWrite),
        }
    }
}
