//! The header: the only part that is not sealed. It names no one; it holds the slots.
//!
//! It lies on the shelf twice. The copy is written first: whatever becomes of the second write, one
//! of the two is whole, and it is the old header or the new one.

use serde_json::{Map, Value, json};

use crate::envelope::{Key, NoRandom, b64, draw, parse_json, unb64};

use super::error::{Damage, SaveError, VaultError};
use super::kdf::{KdfParams, Kek};
use super::keys::Keys;
use super::shelf::Shelf;
use super::side::{COPY, HEADER};
use super::slot::{Slot, SlotKind, Way};

/// The version a vault begins with.
const FIRST: u64 = 1;
/// The newest version this code reads, and writes: the index may say what was written since a record was put down.
const VERSION: u64 = 2;

/// What says how the vault is unlocked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    pub(crate) vault: String,
    /// Grows with every write.
    generation: u64,
    /// Every slot as it stands there, also those of kinds we do not know.
    stored: Vec<Value>,
    /// Members of a newer version, kept; and ours that only some headers have.
    more: Map<String, Value>,
    /// What the copy says, where that counts if this one does not open.
    pub(crate) spare: Option<Box<Header>>,
}

impl Header {
    /// A header for a new vault, with one slot for `master`.
    pub(crate) fn make(
        master: &Key,
        kek: &Kek,
        way: Way,
        random: &mut dyn FnMut(&mut [u8]),
    ) -> Result<Self, NoRandom> {
        let vault = b64(&*draw::<16>(random)?);
        let slot = Slot::make(&vault, way, kek, master, random)?;
        let mut more = Map::new();
        more.insert("fmt".into(), "svl".into());
        more.insert("v".into(), FIRST.into());
        more.insert("minReader".into(), FIRST.into());
        Ok(Self {
            stored: vec![slot.write(&vault)],
            generation: 1,
            vault,
            more,
            spare: None,
        })
    }

    /// The ways to unlock that this version knows.
    pub fn slots(&self) -> Vec<Slot> {
        let slots = self.stored.iter();
        slots.filter_map(|s| Slot::read(s, &self.vault)).collect()
    }

    /// Whether there is a way of this kind.
    pub fn has(&self, kind: SlotKind) -> bool {
        self.slots().iter().any(|slot| slot.way.kind() == kind)
    }

    /// What [`derive_kek`](super::derive_kek) needs: one key after the other is to be tried. There
    /// is more than one only after a change that was interrupted.
    pub fn passphrases(&self) -> Vec<KdfParams> {
        let mut all = Vec::new();
        for slot in self.every_slot() {
            if let Way::Passphrase(params) = slot.way
                && !all.contains(&params)
            {
                all.push(params);
            }
        }
        all
    }

    /// Ways of one kind, those of the copy behind.
    pub fn ways(&self, kind: SlotKind) -> Vec<Way> {
        let ways = self.every_slot().into_iter().map(|slot| slot.way);
        ways.filter(|way| way.kind() == kind).collect()
    }

    fn every_slot(&self) -> Vec<Slot> {
        let spare = self.spare.as_ref().map(|spare| spare.slots());
        [self.slots(), spare.unwrap_or_default()].concat()
    }

    /// The master key, if `kek` opens a slot of this kind.
    pub(crate) fn open(&self, kind: SlotKind, kek: &Kek) -> Result<Key, VaultError> {
        let mut slots = self.slots();
        slots.retain(|slot| slot.way.kind() == kind);
        slots
            .iter()
            .find_map(|slot| slot.open(&self.vault, kek))
            .ok_or(
                if slots.is_empty() || slots.iter().any(|slot| !slot.whole) {
                    VaultError::Damaged(Damage::Header)
                } else if kind == SlotKind::Passphrase {
                    VaultError::WrongPassphrase
                } else {
                    VaultError::OtherVault
                },
            )
    }

    /// The next header: slots of these kinds leave, others stay, whether we know them or not.
    pub(crate) fn without(&self, gone: &dyn Fn(&Slot) -> bool) -> Self {
        let mut next = self.next();
        next.stored
            .retain(|slot| Slot::read(slot, &self.vault).is_none_or(|slot| !gone(&slot)));
        next
    }

    /// Leaves out slots of kinds we do not know.
    pub(crate) fn only_known(&mut self) {
        let vault = &self.vault;
        self.stored.retain(|slot| Slot::read(slot, vault).is_some());
    }

    /// Says on a shelf that only who knows of [`Since`](super::since::Since) is to read this vault.
    pub(super) fn know_since(&mut self, shelf: &dyn Shelf) -> Result<(), SaveError> {
        if self.more.get("minReader").and_then(Value::as_u64) >= Some(VERSION) {
            return Ok(());
        }
        if !matches!(Self::read(shelf), Some(Ok(there)) if there.says(self)) {
            return Err(SaveError::Changed);
        }
        let mut next = self.next();
        for member in ["v", "minReader"] {
            next.more.insert(member.into(), VERSION.into());
        }
        next.put(shelf)?;
        *self = next;
        Ok(())
    }

    /// The next header, with no slot at all.
    pub(crate) fn bare(&self) -> Self {
        let mut next = self.next();
        next.stored.clear();
        next
    }

    fn next(&self) -> Self {
        Self {
            generation: self.generation + 1,
            spare: None,
            ..self.clone()
        }
    }

    /// Adds a slot.
    pub(crate) fn add(
        &mut self,
        way: Way,
        kek: &Kek,
        master: &Key,
        random: &mut dyn FnMut(&mut [u8]),
    ) -> Result<(), NoRandom> {
        let slot = Slot::make(&self.vault, way, kek, master, random)?;
        self.stored.push(slot.write(&self.vault));
        Ok(())
    }

    /// A member that only some headers have.
    pub(crate) fn member(&self, name: &str) -> Option<&str> {
        self.more.get(name)?.as_str()
    }

    /// Sets such a member, or takes it away.
    pub(crate) fn set_member(&mut self, name: &str, value: Option<String>) {
        match value {
            Some(value) => self.more.insert(name.into(), value.into()),
            None => self.more.remove(name),
        };
    }

    fn whole(&self) -> bool {
        self.slots().iter().all(|slot| slot.whole)
    }

    /// The header on a shelf; `None` when there is none.
    pub(crate) fn read(shelf: &dyn Shelf) -> Option<Result<Self, VaultError>> {
        let read = |key| shelf.get(key).map(|text| Self::parse(text.as_bytes()));
        match (read(HEADER), read(COPY)) {
            (Some(Ok(mut header)), Some(Ok(copy))) => {
                // An older copy is what a lost write left; it must open nothing.
                let newer = copy.generation > header.generation;
                let better = copy.generation == header.generation && !header.whole();
                if copy.vault == header.vault && (newer || better) {
                    header.spare = Some(Box::new(copy));
                }
                Some(Ok(header))
            }
            (Some(Ok(header)), _) => Some(Ok(header)),
            (Some(Err(VaultError::TooNew)), _) | (None, Some(Err(VaultError::TooNew))) => {
                Some(Err(VaultError::TooNew))
            }
            (_, Some(Ok(copy))) => Some(Ok(copy)),
            (Some(damaged), _) => Some(damaged),
            // A copy alone that cannot be read: a beginning that was interrupted.
            (None, _) => None,
        }
    }

    /// The vault's name.
    pub(crate) fn id(&self) -> &str {
        &self.vault
    }

    /// As it stands in a backup.
    pub(crate) fn to_json(&self) -> Value {
        Value::Object(self.members())
    }

    /// Out of a backup.
    pub(crate) fn from_json(text: &str) -> Result<Self, VaultError> {
        Self::parse(text.as_bytes())
    }

    /// A header of its own for a backup that is of no vault, and what seals that backup's key.
    pub(crate) fn alone(
        kek: &Kek,
        params: KdfParams,
        random: &mut dyn FnMut(&mut [u8]),
    ) -> Result<(Self, Key), NoRandom> {
        let master = Key::make(random)?;
        let header = Self::make(&master, kek, Way::Passphrase(params), random)?;
        let seal = Keys::derive(&master, &header.vault).backup;
        Ok((header, seal))
    }

    /// What seals the keys of backups, if `kek` opens a slot of this kind.
    pub(crate) fn backup_key(&self, kind: SlotKind, kek: &Kek) -> Result<Key, VaultError> {
        let master = self.open(kind, kek)?;
        Ok(Keys::derive(&master, &self.vault).backup)
    }

    pub(crate) fn parse(text: &[u8]) -> Result<Self, VaultError> {
        let damaged = VaultError::Damaged(Damage::Header);
        let Ok(Value::Object(mut more)) = parse_json(text) else {
            return Err(damaged);
        };
        if more.get("fmt").and_then(Value::as_str) != Some("svl") {
            return Err(damaged);
        }
        let oldest = more.get("minReader").and_then(Value::as_u64);
        if oldest.ok_or(damaged)? > VERSION {
            return Err(VaultError::TooNew);
        }
        let generation = more.remove("gen").map_or(Some(0), |number| number.as_u64());
        let (Some(Value::String(vault)), Some(Value::Array(stored)), Some(generation)) =
            (more.remove("vaultId"), more.remove("slots"), generation)
        else {
            return Err(damaged);
        };
        let header = Self {
            vault,
            generation,
            stored,
            more,
            spare: None,
        };
        if unb64(&header.vault).is_none() || header.slots().is_empty() {
            return Err(damaged);
        }
        Ok(header)
    }

    pub(crate) fn write(&self) -> String {
        self.to_json().to_string()
    }

    fn members(&self) -> Map<String, Value> {
        let mut header = self.more.clone();
        header.insert("vaultId".into(), self.vault.as_str().into());
        header.insert("slots".into(), self.stored.clone().into());
        if self.generation > 0 {
            header.insert("gen".into(), json!(self.generation));
        }
        header
    }

    /// Whether what is under a key says the same.
    pub(crate) fn is_at(&self, key: &str, shelf: &dyn Shelf) -> bool {
        let Some(text) = shelf.get(key) else {
            return false;
        };
        Self::parse(text.as_bytes()).is_ok_and(|there| there.says(self))
    }

    /// Whether two headers say the same, whatever stands beside them.
    pub(crate) fn says(&self, other: &Self) -> bool {
        (&self.vault, self.generation, &self.stored, &self.more)
            == (&other.vault, other.generation, &other.stored, &other.more)
    }

    /// Puts the header under one key and reads it back.
    pub(crate) fn put_at(&self, key: &str, shelf: &dyn Shelf) -> Result<(), SaveError> {
        shelf.set(key, &self.write())?;
        if self.is_at(key, shelf) {
            Ok(())
        } else {
            Err(SaveError::LostWrite)
        }
    }

    /// Puts the header on a shelf, the copy first.
    pub(crate) fn put(&self, shelf: &dyn Shelf) -> Result<(), SaveError> {
        for key in [COPY, HEADER] {
            if !self.is_at(key, shelf) {
                self.put_at(key, shelf)?;
            }
        }
        Ok(())
    }
}
