//! The vault itself: create, unlock, and everything that is read.

use core::cell::RefCell;
use std::rc::Rc;

use serde_json::{Map, Value};
use zeroize::Zeroizing;

use crate::envelope::{Key, b64, draw, open_box, unb64};

use super::error::{Damage, SaveError, VaultError};
use super::header::Header;
use super::index::{Entry, Index};
use super::kdf::{KdfParams, Kek};
use super::keys::{Keys, dek_aad, get, index_aad, open_text, record_aad};
use super::look::{Outlook, look, wipe};
use super::rotate;
use super::shelf::Shelf;
use super::side::{GONE, Side};
use super::since::Since;
use super::slot::{SlotKind, Way};

/// Revisions beyond the one the index knows that are looked for.
const AHEAD: u64 = 3;

/// The permanent name of a child in this vault: base64url, means nothing.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ChildId(pub(super) String);

impl ChildId {
    /// The name as text, for routes.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A name for a child that no vault has yet.
    pub fn make(random: &mut dyn FnMut(&mut [u8])) -> Result<Self, crate::envelope::NoRandom> {
        Ok(Self(b64(&*draw::<16>(random)?)))
    }

    /// Whether it is of the shape that every vault gives.
    pub fn is_ours(&self) -> bool {
        unb64(&self.0).is_some_and(|bytes| bytes.len() == 16)
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

/// How a child's record fares. What befalls one leaves the others alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Condition {
    /// It opens.
    Whole(Found),
    /// It is there, and neither copy opens. [`remains`](super::remains) keeps what is left.
    Damaged,
    /// The browser has removed it.
    Missing,
}

/// Which copy of a record was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// The one the index names.
    Current,
    /// The one before it: the newest was damaged. Say so.
    Older,
    /// One the index does not know yet: the browser had lost the index's last write.
    Newer,
}

/// A record that was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loaded {
    /// As it was saved.
    pub bytes: Zeroizing<Vec<u8>>,
    /// Which copy this is.
    pub found: Found,
}

/// A record that was saved and read back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Saved {
    /// Grows with every save of this child.
    pub revision: u64,
}

/// An unlocked vault. Its keys are wiped when it is dropped: dropping it is locking it.
pub struct Vault<S: Shelf> {
    pub(super) shelf: S,
    pub(super) header: Header,
    pub(super) master: Key,
    pub(super) keys: Keys,
    /// The master key that the header's slots open, where the index is still under the one before.
    pub(super) next: Option<Key>,
    pub(super) index: Index,
    /// Where `index` lies.
    pub(super) side: Side,
    /// Both sides of the index as we last saw them: if they differ now, someone else wrote.
    pub(super) seen: [Option<String>; 2],
    pub(super) restored_older: bool,
    /// Records that were seen to open, or were sealed here.
    pub(super) proven: RefCell<Vec<Proven>>,
    /// The record that was read or put down last.
    pub(super) base: RefCell<Option<Base>>,
}

/// What stands in a record that lies on the shelf, so that a save can be told as what differs from it.
pub(super) struct Base {
    pub child: String,
    pub revision: u64,
    pub bytes: Zeroizing<Vec<u8>>,
}

/// A record of which it is known that it opens. Each save asks that of both copies: as long as the text is
/// the same, the answer is too, and nothing has to be opened again.
pub(super) struct Proven {
    pub at: String,
    pub revision: u64,
    pub dek: Key,
    pub text: Rc<str>,
}

/// A child that comes in with its record, out of a backup.
#[derive(Debug, Clone)]
pub struct Coming<'a> {
    /// Its name in the vault that the backup is of.
    pub id: ChildId,
    /// Name and colour.
    pub label: Value,
    /// As it was kept.
    pub record: &'a [u8],
    /// When it was last saved, in milliseconds since 1970.
    pub updated_ms: u64,
}

/// What puts down the children that a vault begins with.
pub(super) type Filling<'a, S> =
    dyn Fn(&Vault<S>, &mut dyn FnMut(&mut [u8])) -> Result<Vec<Entry>, SaveError> + 'a;

/// A copy of a record that opens, and where it lies.
pub(super) struct Copy {
    pub bytes: Zeroizing<Vec<u8>>,
    pub side: Side,
    pub revision: u64,
    pub found: Found,
}

/// Where such a copy lies; with what stands in it, if it had to be opened to be known.
pub(super) struct Lying {
    bytes: Option<Zeroizing<Vec<u8>>>,
    pub side: Side,
    pub revision: u64,
    pub found: Found,
}

/// That a copy is there and opens; with what stands in it, if it had to be opened to be known.
struct Held(Option<Zeroizing<Vec<u8>>>);

impl<S: Shelf> Vault<S> {
    /// A new, empty vault that `kek`, derived with `params`, unlocks.
    pub fn create(
        shelf: S,
        kek: &Kek,
        params: KdfParams,
        random: &mut dyn FnMut(&mut [u8]),
    ) -> Result<Self, SaveError> {
        let master = Key::make(random)?;
        let header = Header::make(&master, kek, Way::Passphrase(params), random)?;
        let none: &Filling<'_, S> = &|_, _| Ok(Vec::new());
        Self::begin(shelf, header, master, (Map::new(), none), random)
    }

    /// A vault under a header and its master key, with what comes in. It is there as a whole or not at
    /// all; where that fails, nothing is.
    pub(super) fn begin(
        shelf: S,
        header: Header,
        master: Key,
        (more, filling): (Map<String, Value>, &Filling<'_, S>),
        random: &mut dyn FnMut(&mut [u8]),
    ) -> Result<Self, SaveError> {
        match look(&shelf) {
            Outlook::Absent => (),
            Outlook::NoStorage => return Err(SaveError::Refused),
            _ => return Err(SaveError::AlreadyThere),
        }
        if shelf.get(GONE).is_some() {
            wipe(&shelf)?;
        }
        let mut vault = Self {
            keys: Keys::derive(&master, &header.vault),
            header,
            master,
            next: None,
            index: Index {
                generation: 0,
                children: Vec::new(),
                more,
            },
            side: Side::B,
            seen: Side::BOTH.map(|side| shelf.get(&side.index())),
            restored_older: false,
            proven: RefCell::default(),
            base: RefCell::default(),
            shelf,
        };
        let begun = vault.fill(filling, random);
        if begun.is_err() {
            _ = wipe(&vault.shelf);
        }
        begun.map(|()| vault)
    }

    fn fill(
        &mut self,
        filling: &Filling<'_, S>,
        random: &mut dyn FnMut(&mut [u8]),
    ) -> Result<(), SaveError> {
        let entries = filling(self, random)?;
        // Both sides: a header must never lead to an index that the browser has lost.
        self.commit(entries.clone(), random)?;
        self.commit(entries, random)?;
        // The header last: a vault is there when its header is.
        self.header.put(&self.shelf)
    }

    /// Opens the vault whose header [`look`](super::look) found, with a passphrase.
    pub fn unlock(shelf: S, header: &Header, kek: &Kek) -> Result<Self, VaultError> {
        Self::unlock_with(shelf, header, SlotKind::Passphrase, kek)
    }

    /// Opens the vault with any kind of way. Writes nothing: [`settle`](Self::settle) does.
    pub fn unlock_with(
        shelf: S,
        header: &Header,
        kind: SlotKind,
        kek: &Kek,
    ) -> Result<Self, VaultError> {
        let seen = Side::BOTH.map(|side| shelf.get(&side.index()));
        let mut refused = None;
        for header in [Some(header), header.spare.as_deref()]
            .into_iter()
            .flatten()
        {
            let master = match header.open(kind, kek) {
                Ok(master) => master,
                Err(error) => {
                    refused.get_or_insert(error);
                    continue;
                }
            };
            // Where new keys were made and their index was lost, the one before still counts.
            let was = rotate::was(header, &master);
            for (master, next) in [(Some(master.clone()), None), (was, Some(master))] {
                let Some(master) = master else {
                    continue;
                };
                let keys = Keys::derive(&master, &header.vault);
                match newest(&seen, &keys, &header.vault) {
                    Ok((index, side, restored_older)) => {
                        return Ok(Self {
                            header: header.clone(),
                            restored_older: restored_older && next.is_none(),
                            proven: RefCell::default(),
                            base: RefCell::default(),
                            shelf,
                            master,
                            keys,
                            next,
                            index,
                            side,
                            seen,
                        });
                    }
                    Err(error) => _ = refused.get_or_insert(error),
                }
            }
        }
        Err(refused.unwrap_or(VaultError::Damaged(Damage::Header)))
    }

    /// The master key that the header's slots open.
    pub(super) fn master(&self) -> &Key {
        self.next.as_ref().unwrap_or(&self.master)
    }

    /// The header, as it was last read.
    pub fn header(&self) -> &Header {
        &self.header
    }

    /// The children, in the order they were added.
    pub fn children(&self) -> Vec<Child> {
        let children = self.index.children.iter();
        children
            .map(|entry| Child {
                id: ChildId(entry.id.clone()),
                label: entry.label.clone(),
                updated_ms: entry.updated_ms,
                revision: entry.current(),
                missing: self.is_missing(entry),
            })
            .collect()
    }

    /// Opens a child's record only to see whether it opens.
    pub fn condition(&self, child: &ChildId) -> Condition {
        match self.load(child) {
            Ok(loaded) => Condition::Whole(loaded.found),
            Err(VaultError::Damaged(Damage::Record)) => Condition::Damaged,
            Err(_) => Condition::Missing,
        }
    }

    fn is_missing(&self, entry: &Entry) -> bool {
        let there = |side: Side| self.shelf.has(&side.record(&entry.id));
        !Side::BOTH.into_iter().any(there)
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
    /// the vault, made a new one or given it new keys: lock, and [`look`](super::look) again.
    pub fn reload(&mut self) -> Result<(), VaultError> {
        let header = Header::read(&self.shelf).ok_or(VaultError::Damaged(Damage::NoIndex))??;
        let keys = header.member("keyId");
        let ours = Keys::derive(self.master(), &header.vault).id;
        if header.vault != self.header.vault || keys.is_some_and(|id| id != ours) {
            return Err(VaultError::Rekeyed);
        }
        let seen = Side::BOTH.map(|side| self.shelf.get(&side.index()));
        let (index, side, restored_older) = newest(&seen, &self.keys, &header.vault)?;
        (self.header, self.index, self.side, self.seen) = (header, index, side, seen);
        self.restored_older = restored_older;
        Ok(())
    }

    /// Opens a child's record.
    pub fn load(&self, child: &ChildId) -> Result<Loaded, VaultError> {
        let entry = self.entry(child).ok_or(VaultError::NoSuchChild)?;
        let dek = self.dek(entry);
        let dek = dek.ok_or(VaultError::Damaged(Damage::Record))?;
        match self.find(entry, &dek) {
            Some(Copy { bytes, found, .. }) => Ok(Loaded { bytes, found }),
            None if self.is_missing(entry) => Err(VaultError::Damaged(Damage::NoRecord)),
            None => Err(VaultError::Damaged(Damage::Record)),
        }
    }

    /// The best copy of a record: a newer one than the index knows, the current one, the one before.
    pub(super) fn find(&self, entry: &Entry, dek: &Key) -> Option<Copy> {
        let lying = self.lying(entry, dek)?;
        let (side, revision, mut found) = (lying.side, lying.revision, lying.found);
        let again = || self.record(entry, dek, side, revision);
        let lies = lying.bytes.or_else(again)?;
        let bytes = match entry.since_of(revision).map(|since| since.over(&lies)) {
            Some(Some(whole)) => whole,
            since => {
                if since.is_some() {
                    found = Found::Older;
                }
                lies.clone()
            }
        };
        self.stand_on(&entry.id, revision, lies);
        Some(Copy {
            bytes,
            side,
            revision,
            found,
        })
    }

    /// Where the best copy of a record lies.
    pub(super) fn lying(&self, entry: &Entry, dek: &Key) -> Option<Lying> {
        let copy = |side, revision, found| {
            Some(Lying {
                bytes: self.holds(entry, dek, side, revision)?.0,
                side,
                revision,
                found,
            })
        };
        let (side, other) = (entry.side, entry.side.other());
        let mut known = copy(side, entry.revision(side), Found::Current)
            .or_else(|| copy(other, entry.revision(other), Found::Older));
        // Where a side does not hold what the index says, it may hold what came after.
        let after = |side: Side| {
            let newest = entry.newest();
            let ahead = (newest + 1..=newest + AHEAD).rev();
            let mut copies = ahead.filter_map(|revision| copy(side, revision, Found::Newer));
            let there = self.shelf.has(&side.record(&entry.id));
            there.then(|| copies.next())?
        };
        let holds = |side: Side| self.holds(entry, dek, side, entry.revision(side)).is_some();
        match &mut known {
            Some(known) if known.found == Found::Current && holds(other) => (),
            Some(known) => {
                let doubtful = known.side.other();
                if let Some(newer) = after(doubtful) {
                    return Some(newer);
                }
                // What begins lies on both sides.
                if known.revision == entry.revision(side) {
                    known.found = Found::Current;
                }
            }
            None => return after(side).or_else(|| after(other)),
        }
        known
    }

    /// Every copy of a child's record that could be shown one day, those of the past too; `None`
    /// when one of them does not open, and nobody can say what stands in it.
    pub fn copies(&self, child: &ChildId) -> Option<Vec<Zeroizing<Vec<u8>>>> {
        let entry = self.entry(child)?;
        let dek = self.dek(entry)?;
        let lies = |side: &Side| self.shelf.has(&side.record(&entry.id));
        let on_side = |side: Side| {
            let ahead = entry.newest() + 1..=entry.newest() + AHEAD;
            let mut revisions = std::iter::once(entry.revision(side)).chain(ahead);
            revisions.find_map(|revision| self.record(entry, &dek, side, revision))
        };
        let sides = Side::BOTH.into_iter().filter(lies).map(on_side);
        let past = self.revisions(child).into_iter();
        let since = entry.since.iter().map(|since| {
            let on_it = |side: &Side| entry.revision(*side) == since.of;
            let side = Side::BOTH.into_iter().find(on_it)?;
            self.record_since(entry, &dek, side, since)
        });
        sides
            .chain(since)
            .chain(past.map(|past| self.revision(child, past.revision)))
            .collect()
    }

    pub(super) fn entry(&self, child: &ChildId) -> Option<&Entry> {
        self.index.children.iter().find(|entry| entry.id == child.0)
    }

    pub(super) fn dek(&self, entry: &Entry) -> Option<Key> {
        let aad = dek_aad(&self.header.vault, &entry.id);
        let dek = open_box(&self.keys.dek_wrap, aad.as_bytes(), &entry.dek)?;
        Key::from_slice(&dek)
    }

    /// Remembers what stands in a record that lies on the shelf.
    pub(super) fn stand_on(&self, child: &str, revision: u64, bytes: Zeroizing<Vec<u8>>) {
        self.base.replace(Some(Base {
            child: child.into(),
            revision,
            bytes,
        }));
    }

    /// A record with what was written since it was put down.
    pub(super) fn record_since(
        &self,
        entry: &Entry,
        dek: &Key,
        side: Side,
        since: &Since,
    ) -> Option<Zeroizing<Vec<u8>>> {
        since.over(&self.record(entry, dek, side, since.of)?)
    }

    fn record(
        &self,
        entry: &Entry,
        dek: &Key,
        side: Side,
        revision: u64,
    ) -> Option<Zeroizing<Vec<u8>>> {
        let aad = record_aad(&self.header.vault, &entry.id, revision);
        get(&self.shelf, &side.record(&entry.id), dek, &aad)
    }

    /// A revision that lies on a side.
    fn holds(&self, entry: &Entry, dek: &Key, side: Side, revision: u64) -> Option<Held> {
        let at = side.record(&entry.id);
        let same = |known: &Proven| {
            (&known.at, known.revision) == (&at, revision)
                && known.dek.expose() == dek.expose()
                && self.shelf.holds(&at, &known.text)
        };
        if self.proven.borrow().iter().any(same) {
            return Some(Held(None));
        }
        let text = self.shelf.get(&at)?;
        let aad = record_aad(&self.header.vault, &entry.id, revision);
        let bytes = open_text(&text, dek, &aad)?;
        self.prove(at, revision, dek, text.into());
        Some(Held(Some(bytes)))
    }

    pub(super) fn prove(&self, at: String, revision: u64, dek: &Key, text: Rc<str>) {
        // Two screens may have put down different records under one revision.
        self.base.take();
        let mut proven = self.proven.borrow_mut();
        proven.retain(|known| known.at != at);
        let dek = dek.clone();
        proven.push(Proven {
            at,
            revision,
            dek,
            text,
        });
    }
}

/// The newest index that opens, its side, and whether a newer one may have been lost.
pub(super) fn newest(
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
