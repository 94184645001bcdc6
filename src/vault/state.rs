//! The vault itself: create, unlock, and everything that is read and written after.

use serde_json::{Map, Value};
use zeroize::Zeroizing;

use crate::envelope::{Key, b64, draw, open_box, seal_box, unb64};

use super::error::{Damage, SaveError, VaultError};
use super::header::Header;
use super::index::{Entry, Index};
use super::kdf::{KdfParams, Kek};
use super::keys::{Keys, dek_aad, get, index_aad, put, record_aad};
use super::look::{Outlook, look};
use super::shelf::Shelf;
use super::side::Side;

/// The permanent name of a child in this vault: base64url, means nothing.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ChildId(String);

impl ChildId {
    /// The name as text, for routes.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for ChildId {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

/// A child as the home screen lists it.
#[derive(Debug, Clone, PartialEq)]
pub struct Child {
    /// Which one.
    pub id: ChildId,
    /// What was given as label: name, colour.
    pub label: Value,
    /// When its record was last saved, in milliseconds since 1970.
    pub updated_ms: u64,
    /// Which save of this child is current. If it is still the same after a
    /// [`reload`](Vault::reload), the other tab changed something else.
    pub revision: u64,
    /// The browser has removed its record: offer the backup.
    pub missing: bool,
}

/// A record that was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loaded {
    /// As it was saved.
    pub bytes: Zeroizing<Vec<u8>>,
    /// The newest copy was damaged, this is the one before it. Say so.
    pub restored_older: bool,
}

/// A record that was saved, read back and opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Saved {
    /// Grows with every save of this child.
    pub revision: u64,
}

/// An unlocked vault. Its keys are wiped when it is dropped: dropping it is locking it.
pub struct Vault<S: Shelf> {
    shelf: S,
    id: String,
    keys: Keys,
    index: Index,
    /// Where `index` lies.
    side: Side,
    /// Both sides of the index as we last saw them: if they differ now, someone else wrote.
    seen: [Option<String>; 2],
    restored_older: bool,
}

impl<S: Shelf> Vault<S> {
    /// A new, empty vault that `kek`, derived with `params`, unlocks.
    pub fn create(
        shelf: S,
        kek: &Kek,
        params: KdfParams,
        random: &mut dyn FnMut(&mut [u8]),
    ) -> Result<Self, SaveError> {
        match look(&shelf) {
            Outlook::Absent => (),
            Outlook::NoStorage => return Err(SaveError::Refused),
            _ => return Err(SaveError::AlreadyThere),
        }
        let master = Key::make(random)?;
        let header = Header::make(&master, kek, params, random)?;
        let mut vault = Self {
            keys: Keys::derive(&master, &header.vault),
            id: header.vault.clone(),
            index: Index {
                generation: 0,
                children: Vec::new(),
                more: Map::new(),
            },
            side: Side::B,
            seen: Side::BOTH.map(|side| shelf.get(&side.index())),
            restored_older: false,
            shelf,
        };
        // The header last: a vault is there when its header is.
        vault.commit(Vec::new(), random)?;
        header.put(&vault.shelf)?;
        Ok(vault)
    }

    /// Opens the vault whose header [`look`](super::look) found.
    pub fn unlock(shelf: S, header: &Header, kek: &Kek) -> Result<Self, VaultError> {
        let master = header.open(kek)?;
        let keys = Keys::derive(&master, &header.vault);
        let seen = Side::BOTH.map(|side| shelf.get(&side.index()));
        let (index, side, restored_older) = newest(&seen, &keys, &header.vault)?;
        Ok(Self {
            id: header.vault.clone(),
            shelf,
            keys,
            index,
            side,
            seen,
            restored_older,
        })
    }

    /// The children, in the order they were added.
    pub fn children(&self) -> Vec<Child> {
        let children = self.index.children.iter();
        children
            .map(|entry| Child {
                id: ChildId(entry.id.clone()),
                label: entry.label.clone(),
                updated_ms: entry.updated_ms,
                revision: entry.revision(entry.side),
                missing: !Side::BOTH
                    .iter()
                    .any(|side| self.shelf.get(&side.record(&entry.id)).is_some()),
            })
            .collect()
    }

    /// One copy of the index was damaged: if it was the newer, the last change is missing. Say so.
    pub fn restored_older(&self) -> bool {
        self.restored_older
    }

    /// Whether another tab has written since this vault last read or wrote. Cheap: ask on every
    /// `storage` event.
    pub fn changed_elsewhere(&self) -> bool {
        let now = Side::BOTH.map(|side| self.shelf.get(&side.index()));
        now != self.seen
    }

    /// Reads the index again, after [`SaveError::Changed`]. When that fails, another tab has wiped
    /// the vault or made a new one: lock, and [`look`](super::look) again.
    pub fn reload(&mut self) -> Result<(), VaultError> {
        let seen = Side::BOTH.map(|side| self.shelf.get(&side.index()));
        let (index, side, restored_older) = newest(&seen, &self.keys, &self.id)?;
        (self.index, self.side, self.seen) = (index, side, seen);
        self.restored_older = restored_older;
        Ok(())
    }

    /// Adds a child with its first record.
    pub fn add_child(
        &mut self,
        label: Value,
        record: &[u8],
        now_ms: u64,
        random: &mut dyn FnMut(&mut [u8]),
    ) -> Result<ChildId, SaveError> {
        self.unchanged()?;
        let id = b64(&*draw::<16>(random)?);
        let dek = Key::make(random)?;
        let aad = dek_aad(&self.id, &id);
        let entry = Entry {
            dek: seal_box(&self.keys.dek_wrap, aad.as_bytes(), dek.expose(), random)?,
            side: Side::A,
            revisions: [1, 0],
            updated_ms: now_ms,
            label,
            more: Map::new(),
            id: id.clone(),
        };
        self.put_record(&entry, &dek, record, random)?;
        let mut children = self.index.children.clone();
        children.push(entry);
        self.commit(children, random)?;
        Ok(ChildId(id))
    }

    /// Opens a child's record.
    pub fn load(&self, child: &ChildId) -> Result<Loaded, VaultError> {
        let entry = self.entry(child).ok_or(VaultError::NoSuchChild)?;
        let dek = self.dek(entry);
        let dek = dek.ok_or(VaultError::Damaged(Damage::Record))?;
        for side in [entry.side, entry.side.other()] {
            if let Some(bytes) = self.record(entry, &dek, side) {
                let restored_older = side != entry.side;
                return Ok(Loaded {
                    bytes,
                    restored_older,
                });
            }
        }
        let missing = |side: Side| self.shelf.get(&side.record(&entry.id)).is_none();
        Err(VaultError::Damaged(
            if Side::BOTH.into_iter().all(missing) {
                Damage::NoRecord
            } else {
                Damage::Record
            },
        ))
    }

    /// Every copy of a child's record that could be shown one day; `None` when one of them does not
    /// open, and nobody can say what stands in it.
    pub fn copies(&self, child: &ChildId) -> Option<Vec<Zeroizing<Vec<u8>>>> {
        let entry = self.entry(child)?;
        let dek = self.dek(entry)?;
        let written = Side::BOTH
            .into_iter()
            .filter(|side| entry.revision(*side) > 0);
        written.map(|side| self.record(entry, &dek, side)).collect()
    }

    /// Saves a child's record. When this returns `Ok` it is on the shelf and was read back.
    pub fn save(
        &mut self,
        child: &ChildId,
        record: &[u8],
        now_ms: u64,
        random: &mut dyn FnMut(&mut [u8]),
    ) -> Result<Saved, SaveError> {
        self.unchanged()?;
        let entry = self.entry(child).ok_or(SaveError::NoSuchChild)?;
        let dek = self.dek(entry).ok_or(SaveError::NoSuchChild)?;
        let mut entry = entry.clone();
        // The last good copy is never the one that is written over.
        if self.record(&entry, &dek, entry.side).is_some() {
            entry.side = entry.side.other();
        }
        let revision = entry.revisions[0].max(entry.revisions[1]) + 1;
        entry.revisions[entry.side as usize] = revision;
        entry.updated_ms = now_ms;
        self.put_record(&entry, &dek, record, random)?;
        self.replace(entry, random)?;
        Ok(Saved { revision })
    }

    /// Gives a child another label.
    pub fn set_label(
        &mut self,
        child: &ChildId,
        label: Value,
        random: &mut dyn FnMut(&mut [u8]),
    ) -> Result<(), SaveError> {
        self.unchanged()?;
        let entry = self.entry(child).ok_or(SaveError::NoSuchChild)?;
        let entry = Entry {
            label,
            ..entry.clone()
        };
        self.replace(entry, random)
    }

    /// Deletes a child for good: its key leaves both copies of the index, then its record goes.
    pub fn forget_child(
        &mut self,
        child: &ChildId,
        random: &mut dyn FnMut(&mut [u8]),
    ) -> Result<(), SaveError> {
        self.unchanged()?;
        self.entry(child).ok_or(SaveError::NoSuchChild)?;
        let mut children = self.index.children.clone();
        children.retain(|entry| entry.id != child.0);
        self.commit(children.clone(), random)?;
        for side in Side::BOTH {
            self.shelf.remove(&side.record(&child.0));
        }
        if self.commit(children, random).is_err() {
            let stale = self.side.other();
            self.shelf.remove(&stale.index());
            self.seen[stale as usize] = self.shelf.get(&stale.index());
        }
        Ok(())
    }

    fn entry(&self, child: &ChildId) -> Option<&Entry> {
        self.index.children.iter().find(|entry| entry.id == child.0)
    }

    fn dek(&self, entry: &Entry) -> Option<Key> {
        let aad = dek_aad(&self.id, &entry.id);
        let dek = open_box(&self.keys.dek_wrap, aad.as_bytes(), &entry.dek)?;
        Key::from_slice(&dek)
    }

    fn record(&self, entry: &Entry, dek: &Key, side: Side) -> Option<Zeroizing<Vec<u8>>> {
        let aad = record_aad(&self.id, &entry.id, entry.revision(side));
        get(&self.shelf, &side.record(&entry.id), dek, &aad)
    }

    fn put_record(
        &self,
        entry: &Entry,
        dek: &Key,
        record: &[u8],
        random: &mut dyn FnMut(&mut [u8]),
    ) -> Result<(), SaveError> {
        let key = entry.side.record(&entry.id);
        let aad = record_aad(&self.id, &entry.id, entry.revision(entry.side));
        put(&self.shelf, &key, dek, &aad, record, random)?;
        Ok(())
    }

    fn unchanged(&self) -> Result<(), SaveError> {
        if self.changed_elsewhere() {
            return Err(SaveError::Changed);
        }
        Ok(())
    }

    fn replace(
        &mut self,
        entry: Entry,
        random: &mut dyn FnMut(&mut [u8]),
    ) -> Result<(), SaveError> {
        let mut children = self.index.children.clone();
        for old in &mut children {
            if old.id == entry.id {
                *old = entry.clone();
            }
        }
        self.commit(children, random)
    }

    /// The one step that makes a change count: the next index, on the other side.
    fn commit(
        &mut self,
        children: Vec<Entry>,
        random: &mut dyn FnMut(&mut [u8]),
    ) -> Result<(), SaveError> {
        let index = Index {
            generation: self.index.generation + 1,
            children,
            more: self.index.more.clone(),
        };
        let side = self.side.other();
        let text = Zeroizing::new(index.write(&self.id));
        let (key, aad) = (side.index(), index_aad(&self.id));
        let put = put(
            &self.shelf,
            &key,
            &self.keys.index,
            &aad,
            text.as_bytes(),
            random,
        );
        // Also after a failure: whatever is there now is our own doing.
        self.seen[side as usize] = self.shelf.get(&key);
        put?;
        (self.index, self.side) = (index, side);
        Ok(())
    }
}

/// The newest index that opens, its side, and whether a newer one may have been lost.
fn newest(
    seen: &[Option<String>; 2],
    keys: &Keys,
    vault: &str,
) -> Result<(Index, Side, bool), VaultError> {
    let aad = index_aad(vault);
    let open = |side: Side| {
        let text = unb64(seen[side as usize].as_deref()?)?;
        let text = open_box(&keys.index, aad.as_bytes(), &text)?;
        Some((Index::read(&text, vault)?, side))
    };
    let indexes = Side::BOTH.map(open);
    let lost = |side: Side| seen[side as usize].is_some() && indexes[side as usize].is_none();
    let restored = Side::BOTH.into_iter().any(lost);
    match indexes
        .into_iter()
        .flatten()
        .max_by_key(|(i, _)| i.generation)
    {
        Some((index, side)) => Ok((index, side, restored)),
        None if seen.iter().all(Option::is_none) => Err(VaultError::Damaged(Damage::NoIndex)),
        None => Err(VaultError::Damaged(Damage::Index)),
    }
}

impl<S: Shelf> core::fmt::Debug for Vault<S> {
    fn fmt(&self, out: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(out, "Vault({} children)", self.index.children.len())
    }
}
