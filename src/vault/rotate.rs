//! New keys for everything, when somebody may know the old ones.
//!
//! Nothing that opens is destroyed before the vault was unlocked once more with the new keys, from
//! what the shelf holds by then:
//!
//! 1. the new header becomes the copy of the header;
//! 2. each record, under a new key, goes to the side that is not in use;
//! 3. the new index goes to the side that is not in use;
//! 4. the new header becomes the header. Now the new passphrase counts, the old one opens nothing;
//!    the new header holds the old master key, sealed under the new one.
//! 5. At the next unlock ([`Vault::settle`]): when every record opens, the old index, the old
//!    records and the old master key go. A record that was lost is first taken from the old ones.

use zeroize::Zeroizing;

use crate::envelope::{Key, b64, draw, open_box, seal_box, unb64};

use super::error::SaveError;
use super::header::Header;
use super::index::{Entry, Index, Kept};
use super::kdf::{KdfParams, Kek};
use super::keys::{Keys, get, index_aad, put, record_aad, was_aad};
use super::shelf::Shelf;
use super::side::{COPY, HEADER, KEPT, Side};
use super::slot::Way;
use super::state::{Vault, newest};

/// Header members: the old master key, and which master key this header opens.
const WAS: &str = "was";
const KEY_ID: &str = "keyId";

/// The master key that was in use before, while something may still have to be taken from under it.
pub(super) fn was(header: &Header, master: &Key) -> Option<Key> {
    let was = unb64(header.member(WAS)?)?;
    let was = open_box(master, was_aad(&header.vault).as_bytes(), &was)?;
    Key::from_slice(&was)
}

/// Takes that key out of a header that goes elsewhere.
pub(super) fn forget_was(header: &mut Header) {
    header.set_member(WAS, None);
}

impl<S: Shelf> Vault<S> {
    /// Makes every key anew. Only this passphrase opens the vault from now on: recovery code and
    /// passkey are to be made anew. Lock it after that and unlock it with the new passphrase: only
    /// then is what the old keys open removed.
    ///
    /// Copies that somebody has taken before stay readable to whoever knows the old passphrase.
    pub fn rotate(
        &mut self,
        kek: &Kek,
        params: KdfParams,
        random: &mut dyn FnMut(&mut [u8]),
    ) -> Result<(), SaveError> {
        self.unchanged()?;
        self.same_header()?;
        if self.next.is_some() {
            return Err(SaveError::Changed);
        }
        let master = Key::make(random)?;
        let keys = Keys::derive(&master, &self.header.vault);
        let mut header = self.header.bare();
        header.add(Way::Passphrase(params), kek, &master, random)?;
        let aad = was_aad(&header.vault);
        let was = seal_box(&master, aad.as_bytes(), self.master.expose(), random)?;
        header.set_member(WAS, Some(b64(&was)));
        header.set_member(KEY_ID, Some(keys.id.clone()));

        let side = self.side.other();
        let mut written = Err(SaveError::Full);
        for again in [true, false] {
            written = self.write_anew(&header, &keys, random);
            if written == Err(SaveError::Changed) {
                self.back_to_header();
                return Err(SaveError::Changed);
            }
            // Whatever is there now is our own doing.
            self.seen[side as usize] = self.shelf.get(&side.index());
            if !(again && written == Err(SaveError::Full) && self.make_room()) {
                break;
            }
        }
        match written {
            Ok(index) => {
                (self.header, self.master, self.keys) = (header, master, keys);
                (self.index, self.side) = (index, side);
                Ok(())
            }
            Err(error) => {
                self.back_to_header();
                self.clear_away(random);
                Err(error)
            }
        }
    }

    /// Removes what keys that never came to count have left.
    fn clear_away(&mut self, random: &mut dyn FnMut(&mut [u8])) {
        if self.commit(self.index.children.clone(), random).is_ok() {
            self.restored_older = false;
            self.remove_unnamed();
        }
    }

    fn write_anew(
        &self,
        header: &Header,
        keys: &Keys,
        random: &mut dyn FnMut(&mut [u8]),
    ) -> Result<Index, SaveError> {
        header.put_at(COPY, &self.shelf)?;
        let index = self.records_anew(keys, random)?;
        header.put_at(HEADER, &self.shelf)?;
        Ok(index)
    }

    /// Every record and the index on the sides that are not in use, under other keys.
    fn records_anew(
        &self,
        keys: &Keys,
        random: &mut dyn FnMut(&mut [u8]),
    ) -> Result<Index, SaveError> {
        let vault = &self.header.vault;
        let mut index = Index {
            generation: self.index.generation + 1,
            ..self.index.clone()
        };
        for entry in &mut index.children {
            *entry = self.entry_anew(entry, keys, random)?;
        }
        self.unchanged()?;
        let text = Zeroizing::new(index.write(vault));
        let (key, aad) = (self.side.other().index(), index_aad(vault));
        put(
            &self.shelf,
            &key,
            &keys.index,
            &aad,
            text.as_bytes(),
            random,
        )?;
        Ok(index)
    }

    /// A child under a new key. One that does not open keeps its key, and what is left of it.
    fn entry_anew(
        &self,
        old: &Entry,
        keys: &Keys,
        random: &mut dyn FnMut(&mut [u8]),
    ) -> Result<Entry, SaveError> {
        let mut entry = old.clone();
        let Some(old_dek) = self.dek(old) else {
            return Ok(entry);
        };
        let vault = &self.header.vault;
        let wrap = |dek: &Key, random: &mut dyn FnMut(&mut [u8])| {
            let aad = super::keys::dek_aad(vault, &old.id);
            seal_box(&keys.dek_wrap, aad.as_bytes(), dek.expose(), random)
        };
        let Some(copy) = self.find(old, &old_dek) else {
            entry.dek = wrap(&old_dek, random)?;
            return Ok(entry);
        };
        let dek = Key::make(random)?;
        entry.dek = wrap(&dek, random)?;
        entry.begin_renewal();
        entry.side = copy.side.other();
        entry.since.clear();
        entry.revisions = [0, 0];
        entry.revisions[entry.side as usize] = old.newest().max(copy.revision) + 1;
        self.put_record(&entry, &dek, &copy.bytes, random)?;
        entry.kept.clear();
        for kept in &old.kept {
            let aad = record_aad(vault, &old.id, kept.revision);
            let Some(bytes) = get(&self.shelf, &kept.key(), &old_dek, &aad) else {
                continue;
            };
            let kept = Kept {
                at: b64(&*draw::<16>(random)?),
                ..kept.clone()
            };
            // Where there is no room for what could be undone, it is left behind.
            if put(&self.shelf, &kept.key(), &dek, &aad, &bytes, random).is_ok() {
                entry.kept.push(kept);
            } else {
                self.shelf.remove(&kept.key());
            }
        }
        Ok(entry)
    }

    /// Finishes what was interrupted: both copies of the header say the same, and what new keys have
    /// replaced is removed. To be called at the first unlock after the page was loaded: only then
    /// what can be read is what was kept. What cannot be done now is done the next time.
    pub fn settle(&mut self, random: &mut dyn FnMut(&mut [u8])) {
        let Some(Ok(there)) = Header::read(&self.shelf) else {
            return;
        };
        self.header.spare = None;
        let spare = there.spare.as_deref();
        let ours = there.says(&self.header) || spare.is_some_and(|spare| spare.says(&self.header));
        let interrupted = spare.is_some();
        if !ours || self.unchanged().is_err() {
            return;
        }
        self.back_to_header();
        if self.header.member(WAS).is_none() {
            if interrupted && self.restored_older() {
                self.clear_away(random);
            }
            return;
        }
        if let Some(master) = self.next.take() {
            return self.go_on_with(master, random);
        }
        let was = was(&self.header, &self.master);
        if was.is_some_and(|was| self.take_from_before(&was, random)) {
            return;
        }
        if self.commit(self.index.children.clone(), random).is_err() {
            return;
        }
        self.restored_older = false;
        self.remove_unnamed();
        let mut header = self.header.without(&|_| false);
        header.set_member(WAS, None);
        if header.put(&self.shelf).is_ok() {
            self.header = header;
        } else {
            self.back_to_header();
        }
    }

    /// The index of the new keys was lost after they had come to count: once more.
    fn go_on_with(&mut self, master: Key, random: &mut dyn FnMut(&mut [u8])) {
        let keys = Keys::derive(&master, &self.header.vault);
        let written = self.records_anew(&keys, random);
        let side = self.side.other();
        self.seen[side as usize] = self.shelf.get(&side.index());
        match written {
            Ok(index) => {
                (self.master, self.keys) = (master, keys);
                (self.index, self.side) = (index, side);
                self.restored_older = false;
            }
            Err(_) => self.next = Some(master),
        }
    }

    /// Puts records that the new keys do not open back from under the old ones; whether there was
    /// one.
    fn take_from_before(&mut self, was: &Key, random: &mut dyn FnMut(&mut [u8])) -> bool {
        let opens = |entry: &Entry| {
            self.dek(entry)
                .and_then(|dek| self.find(entry, &dek))
                .is_some()
        };
        let lost: Vec<Entry> = {
            let children = self.index.children.iter();
            children.filter(|entry| !opens(entry)).cloned().collect()
        };
        let keys = Keys::derive(was, &self.header.vault);
        let Ok((index, ..)) = newest(&self.seen, &keys, &self.header.vault) else {
            return false;
        };
        let before = core::mem::replace(&mut self.keys, keys);
        let old = |entry: &Entry| {
            let old = index.children.iter().find(|old| old.id == entry.id)?;
            self.find(old, &self.dek(old)?)
        };
        let copies: Vec<_> = lost.iter().map(old).collect();
        self.keys = before;
        let mut taken = false;
        for (entry, copy) in lost.iter().zip(copies) {
            if let (Some(copy), Some(dek)) = (copy, self.dek(entry)) {
                taken = true;
                _ = self.put_record(entry, &dek, &copy.bytes, random);
            }
        }
        taken
    }

    /// Removes records and copies that the index does not name.
    pub(super) fn remove_unnamed(&self) {
        for entry in &self.index.children {
            // What is left of a record that does not open stays.
            if self
                .dek(entry)
                .is_none_or(|dek| self.find(entry, &dek).is_none())
            {
                continue;
            }
            for side in Side::BOTH {
                if entry.revision(side) == 0 {
                    self.shelf.remove(&side.record(&entry.id));
                }
            }
        }
        let kept = self.index.children.iter().flat_map(|entry| &entry.kept);
        let named: Vec<String> = kept.map(Kept::key).collect();
        for key in self.shelf.keys(KEPT) {
            if !named.contains(&key) {
                self.shelf.remove(&key);
            }
        }
    }
}
