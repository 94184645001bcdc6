//! Everything that is written: each change counts with the one index that names it.

use serde_json::{Map, Value};
use zeroize::Zeroizing;

use crate::envelope::{Key, b64, draw, seal_box};

use super::error::SaveError;
use super::index::{Entry, Index, Kept};
use super::keys::{dek_aad, index_aad, put, record_aad};
use super::shelf::Shelf;
use super::side::{KEPT, Side};
use super::since::Since;
use super::state::{ChildId, Coming, Found, Saved, Vault};

/// A pause between two saves after which the copy before it is kept for undo, in milliseconds:
/// a new sitting has begun.
const SITTING: u64 = 10 * 60 * 1000;

impl<S: Shelf> Vault<S> {
    /// Adds a child with its first record.
    pub fn add_child(
        &mut self,
        label: Value,
        record: &[u8],
        now_ms: u64,
        random: &mut dyn FnMut(&mut [u8]),
    ) -> Result<ChildId, SaveError> {
        let id = ChildId(b64(&*draw::<16>(random)?));
        self.put_child(id.clone(), label, record, now_ms, random)?;
        Ok(id)
    }

    /// Adds a child under the name that it has elsewhere: out of a backup.
    pub fn put_child(
        &mut self,
        id: ChildId,
        label: Value,
        record: &[u8],
        now_ms: u64,
        random: &mut dyn FnMut(&mut [u8]),
    ) -> Result<(), SaveError> {
        self.unchanged()?;
        if self.entry(&id).is_some() {
            return Err(SaveError::AlreadyThere);
        }
        let coming = Coming {
            id,
            label,
            record,
            updated_ms: now_ms,
        };
        let entry = self.put_first(&coming, random)?;
        let mut children = self.index.children.clone();
        children.push(entry);
        self.commit(children, random)
    }

    /// Puts down a child of which nothing lies here yet. On both sides, where there is room: an index
    /// that names it must not lead to nothing when the browser loses one of them.
    pub(super) fn put_first(
        &self,
        child: &Coming<'_>,
        random: &mut dyn FnMut(&mut [u8]),
    ) -> Result<Entry, SaveError> {
        if !child.id.is_ours() {
            return Err(SaveError::NoSuchChild);
        }
        let dek = Key::make(random)?;
        let mut entry = Entry {
            id: child.id.0.clone(),
            dek: self.wrap(&dek, &child.id.0, random)?,
            side: Side::B,
            revisions: [1, 1],
            updated_ms: child.updated_ms,
            label: child.label.clone(),
            kept: Vec::new(),
            since: Vec::new(),
            more: Map::new(),
        };
        if self.put_record(&entry, &dek, child.record, random).is_err() {
            self.shelf.remove(&Side::B.record(&entry.id));
            entry.revisions = [1, 0];
        }
        entry.side = Side::A;
        self.put_record(&entry, &dek, child.record, random)?;
        Ok(entry)
    }

    /// Saves a child's record. When this returns `Ok` it is on the shelf and was read back.
    pub fn save(
        &mut self,
        child: &ChildId,
        record: &[u8],
        now_ms: u64,
        random: &mut dyn FnMut(&mut [u8]),
    ) -> Result<Saved, SaveError> {
        self.save_over(child, record, now_ms, false, random)
    }

    /// As [`save`](Self::save), and what was there before is kept for undo: when somebody else's
    /// answers come in, or an older copy comes back.
    pub fn save_and_keep(
        &mut self,
        child: &ChildId,
        record: &[u8],
        now_ms: u64,
        random: &mut dyn FnMut(&mut [u8]),
    ) -> Result<Saved, SaveError> {
        self.save_over(child, record, now_ms, true, random)
    }

    fn save_over(
        &mut self,
        child: &ChildId,
        record: &[u8],
        now_ms: u64,
        keep: bool,
        random: &mut dyn FnMut(&mut [u8]),
    ) -> Result<Saved, SaveError> {
        self.unchanged()?;
        let entry = self.entry(child).ok_or(SaveError::NoSuchChild)?;
        let dek = self.dek(entry).ok_or(SaveError::NoSuchChild)?;
        let mut entry = entry.clone();
        let mut gone = Vec::new();
        let mut newest = entry.newest();
        if let Some(copy) = self.lying(&entry, &dek) {
            let keep = keep || now_ms.saturating_sub(entry.updated_ms) >= SITTING;
            if !keep
                && copy.found == Found::Current
                && let Some(saved) = self.save_since(&entry, copy.revision, record, now_ms, random)
            {
                return Ok(saved);
            }
            if keep {
                gone = self.keep(&mut entry, &dek, (copy.side, copy.revision), random)?;
            }
            // The last good copy is never the one that is written over.
            entry.revisions[copy.side as usize] = copy.revision;
            entry.side = copy.side.other();
            newest = newest.max(copy.revision);
        }
        let revision = newest + 1;
        entry.revisions[entry.side as usize] = revision;
        entry.put_since(None);
        entry.updated_ms = now_ms;
        let mut put = self.put_and_name(&mut entry, &dek, record, random);
        // What is written now counts for more than what could be undone.
        if put == Err(SaveError::Full) && self.make_room() {
            put = self.put_and_name(&mut entry, &dek, record, random);
        }
        put?;
        for key in gone {
            self.shelf.remove(&key);
        }
        self.stand_on(&entry.id, revision, Zeroizing::new(record.to_vec()));
        Ok(Saved { revision })
    }

    /// Saves what differs from a record that lies there. `None`: it is to be put down whole, because too much differs
    /// or because this could not be written.
    fn save_since(
        &mut self,
        entry: &Entry,
        lies: u64,
        record: &[u8],
        now_ms: u64,
        random: &mut dyn FnMut(&mut [u8]),
    ) -> Option<Saved> {
        let revision = entry.newest() + 1;
        let since = {
            let base = self.base.borrow();
            let base = base.as_ref()?;
            let same = (&base.child, base.revision) == (&entry.id, lies);
            let base = same.then_some((lies, base.bytes.as_slice()))?;
            Since::between(base, (revision, record))?
        };
        // Who does not know of it would show the record as it lies, and write over the rest.
        self.header.know_since(&self.shelf).ok()?;
        let mut entry = entry.clone();
        entry.put_since(Some(since));
        entry.updated_ms = now_ms;
        self.replace(entry, random).ok()?;
        Some(Saved { revision })
    }

    fn put_and_name(
        &mut self,
        entry: &mut Entry,
        dek: &Key,
        record: &[u8],
        random: &mut dyn FnMut(&mut [u8]),
    ) -> Result<(), SaveError> {
        self.put_record(entry, dek, record, random)?;
        // Their names are enough: there may be megabytes of them.
        let there = self.shelf.keys(KEPT);
        entry.kept.retain(|kept| there.contains(&kept.key()));
        self.replace(entry.clone(), random)
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

    /// Deletes a child for good: its key leaves both copies of the index, then its records go, and
    /// it is looked whether they went.
    pub fn forget_child(
        &mut self,
        child: &ChildId,
        random: &mut dyn FnMut(&mut [u8]),
    ) -> Result<(), SaveError> {
        self.unchanged()?;
        let entry = self.entry(child).ok_or(SaveError::NoSuchChild)?;
        // The current one last: until the index is on the disk, it is what is shown.
        let sides = [entry.side.other(), entry.side].map(|side| side.record(&entry.id));
        let kept = entry.kept.iter().map(Kept::key);
        let keys: Vec<String> = sides.into_iter().chain(kept).collect();
        let mut children = self.index.children.clone();
        children.retain(|entry| entry.id != child.0);
        self.commit(children.clone(), random)?;
        for key in &keys {
            self.shelf.remove(key);
        }
        self.proven
            .borrow_mut()
            .retain(|known| !keys.contains(&known.at));
        self.base.take();
        let mut remains = false;
        if self.commit(children, random).is_err() {
            let stale = self.side.other();
            self.shelf.remove(&stale.index());
            self.seen[stale as usize] = self.shelf.get(&stale.index());
            remains = self.seen[stale as usize].is_some();
        }
        if remains || keys.iter().any(|key| self.shelf.has(key)) {
            return Err(SaveError::Remains);
        }
        Ok(())
    }

    pub(super) fn wrap(
        &self,
        dek: &Key,
        child: &str,
        random: &mut dyn FnMut(&mut [u8]),
    ) -> Result<Vec<u8>, SaveError> {
        let aad = dek_aad(&self.header.vault, child);
        let sealed = seal_box(&self.keys.dek_wrap, aad.as_bytes(), dek.expose(), random)?;
        Ok(sealed)
    }

    /// Puts a record on the side that its entry names.
    pub(super) fn put_record(
        &self,
        entry: &Entry,
        dek: &Key,
        record: &[u8],
        random: &mut dyn FnMut(&mut [u8]),
    ) -> Result<(), SaveError> {
        let key = entry.side.record(&entry.id);
        let aad = record_aad(&self.header.vault, &entry.id, entry.revision(entry.side));
        let text = put(&self.shelf, &key, dek, &aad, record, random)?;
        self.prove(key, entry.revision(entry.side), dek, text);
        Ok(())
    }

    pub(super) fn unchanged(&self) -> Result<(), SaveError> {
        if self.changed_elsewhere() {
            return Err(SaveError::Changed);
        }
        Ok(())
    }

    pub(super) fn replace(
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
    pub(super) fn commit(
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
        let text = Zeroizing::new(index.write(&self.header.vault));
        let (key, aad) = (side.index(), index_aad(&self.header.vault));
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
