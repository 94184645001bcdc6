//! What the records name outside the vault, named anew: after every key was made anew, photos and PDFs
//! still have theirs, and whoever knew the records knows those.
//!
//! Making the keys anew leaves a mark at every child; it goes when all of its papers have new keys.
//! Until then the mark says which have: each is one change of the records, which counts with the one
//! index that names it, like every other.

use serde_json::Value;
use zeroize::Zeroizing;

use crate::envelope::{Key, b64, draw};

use super::error::SaveError;
use super::index::{Entry, Kept};
use super::keys::{get, put, record_aad};
use super::shelf::Shelf;
use super::state::{ChildId, Vault};

/// Where the mark stands with a child: the ids of the papers that are done.
const PAPERS: &str = "papers";

impl Entry {
    /// Says that every paper is to get a new key.
    pub(super) fn begin_renewal(&mut self) {
        let none = Value::Array(Vec::new());
        self.more.insert(PAPERS.into(), none);
    }

    fn renewed(&mut self, done: &[&str]) {
        if let Some(Value::Array(all)) = self.more.get_mut(PAPERS) {
            all.extend(done.iter().map(|id| Value::from(*id)));
        }
    }
}

impl<S: Shelf> Vault<S> {
    /// The children whose papers are to get new keys, and the ids of those that have them.
    pub fn renewing(&self) -> Vec<(ChildId, Vec<String>)> {
        let children = self.index.children.iter();
        let marked = children.filter_map(|entry| {
            let done = entry.more.get(PAPERS)?.as_array()?.iter();
            let done = done.filter_map(|id| id.as_str().map(str::to_owned));
            Some((ChildId(entry.id.clone()), done.collect()))
        });
        marked.collect()
    }

    /// Writes every copy of a child's record that can be shown anew, changed, those of the past too,
    /// and remembers what is done. What could be undone and finds no room is left behind.
    pub fn rewrite(
        &mut self,
        child: &ChildId,
        change: &dyn Fn(&[u8]) -> Vec<u8>,
        done: &[&str],
        random: &mut dyn FnMut(&mut [u8]),
    ) -> Result<(), SaveError> {
        self.unchanged()?;
        let old = self.entry(child).ok_or(SaveError::NoSuchChild)?;
        let dek = self.dek(old).ok_or(SaveError::NoSuchChild)?;
        let copy = self.find(old, &dek).ok_or(SaveError::NoSuchChild)?;
        let bytes = Zeroizing::new(change(&copy.bytes));
        let mut entry = old.clone();
        entry.renewed(done);
        let mut fresh = Vec::new();
        let mut gone = Vec::new();
        let mut written = self.kept_anew(&mut entry, &dek, change, &mut fresh, &mut gone, random);
        entry.revisions[copy.side as usize] = copy.revision;
        entry.side = copy.side;
        if written.is_ok() {
            written = self.put_next(&mut entry, &dek, &bytes, random);
        }
        if let Err(error) = written {
            for key in fresh {
                self.shelf.remove(&key);
            }
            return Err(error);
        }
        // The other side named what is to go; until it does not, that stays.
        _ = self.put_next(&mut entry, &dek, &bytes, random);
        for key in gone {
            self.shelf.remove(&key);
        }
        Ok(())
    }

    /// Remembers what is done where nothing is to be written.
    pub fn pass_over(
        &mut self,
        child: &ChildId,
        done: &[&str],
        random: &mut dyn FnMut(&mut [u8]),
    ) -> Result<(), SaveError> {
        self.unchanged()?;
        let mut entry = self.entry(child).ok_or(SaveError::NoSuchChild)?.clone();
        entry.renewed(done);
        self.replace(entry, random)
    }

    /// All is done: the marks go, and what nothing names.
    pub fn end_renewal(&mut self, random: &mut dyn FnMut(&mut [u8])) -> Result<(), SaveError> {
        self.unchanged()?;
        let mut children = self.index.children.clone();
        for entry in &mut children {
            entry.more.remove(PAPERS);
        }
        self.commit(children, random)?;
        self.remove_unnamed();
        Ok(())
    }

    /// The next revision of a record, on the side that is not in use.
    fn put_next(
        &mut self,
        entry: &mut Entry,
        dek: &Key,
        bytes: &[u8],
        random: &mut dyn FnMut(&mut [u8]),
    ) -> Result<(), SaveError> {
        let revision = entry.newest() + 1;
        entry.side = entry.side.other();
        entry.revisions[entry.side as usize] = revision;
        entry.put_since(None);
        self.put_record(entry, dek, bytes, random)?;
        self.replace(entry.clone(), random)
    }

    /// The copies of the past, changed, under new names.
    fn kept_anew(
        &self,
        entry: &mut Entry,
        dek: &Key,
        change: &dyn Fn(&[u8]) -> Vec<u8>,
        fresh: &mut Vec<String>,
        gone: &mut Vec<String>,
        random: &mut dyn FnMut(&mut [u8]),
    ) -> Result<(), SaveError> {
        let mut all = Vec::new();
        for kept in core::mem::take(&mut entry.kept) {
            let aad = record_aad(&self.header.vault, &entry.id, kept.revision);
            let bytes = get(&self.shelf, &kept.key(), dek, &aad);
            let changed = bytes.as_ref().map(|bytes| Zeroizing::new(change(bytes)));
            let Some(changed) = changed.filter(|changed| Some(changed) != bytes.as_ref()) else {
                all.push(kept);
                continue;
            };
            gone.push(kept.key());
            let kept = Kept {
                at: b64(&*draw::<16>(random)?),
                ..kept
            };
            fresh.push(kept.key());
            match put(&self.shelf, &kept.key(), dek, &aad, &changed, random) {
                Ok(_) => all.push(kept),
                Err(SaveError::Full) => self.shelf.remove(&kept.key()),
                Err(error) => return Err(error),
            }
        }
        entry.kept = all;
        Ok(())
    }
}
