//! What was there before: the last copies of each child's record, one for every sitting.

use zeroize::Zeroizing;

use crate::envelope::{Key, b64, draw, seal_box};

use super::error::SaveError;
use super::index::{Entry, Kept};
use super::keys::{get, record_aad};
use super::shelf::Shelf;
use super::side::Side;
use super::state::{ChildId, Saved, Vault};

/// Copies kept of each child.
const MOST: usize = 3;

/// A copy that can be brought back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Revision {
    /// Which one.
    pub revision: u64,
    /// When it was saved, in milliseconds since 1970.
    pub updated_ms: u64,
}

impl<S: Shelf> Vault<S> {
    /// What can be brought back, the newest first.
    pub fn revisions(&self, child: &ChildId) -> Vec<Revision> {
        let kept = self.entry(child).map_or(&[][..], |entry| &entry.kept);
        let there = kept.iter().rev();
        there
            .filter(|kept| self.shelf.has(&kept.key()))
            .map(|kept| Revision {
                revision: kept.revision,
                updated_ms: kept.updated_ms,
            })
            .collect()
    }

    /// A copy as it was saved.
    pub fn revision(&self, child: &ChildId, revision: u64) -> Option<Zeroizing<Vec<u8>>> {
        let entry = self.entry(child)?;
        let kept = entry.kept.iter().find(|kept| kept.revision == revision)?;
        let aad = record_aad(&self.header.vault, &entry.id, kept.revision);
        get(&self.shelf, &kept.key(), &self.dek(entry)?, &aad)
    }

    /// Brings a copy back. What it replaces is kept in its turn.
    pub fn restore_revision(
        &mut self,
        child: &ChildId,
        revision: u64,
        now_ms: u64,
        random: &mut dyn FnMut(&mut [u8]),
    ) -> Result<Saved, SaveError> {
        let record = self.revision(child, revision);
        let record = record.ok_or(SaveError::NoSuchRevision)?;
        self.save_and_keep(child, &record, now_ms, random)
    }

    /// Puts aside what lies on a side. The keys of copies that are no longer named are to be removed
    /// once the index says so. That there is no room for a copy never stands in the way of a save.
    pub(super) fn keep(
        &self,
        entry: &mut Entry,
        dek: &Key,
        (side, revision): (Side, u64),
        random: &mut dyn FnMut(&mut [u8]),
    ) -> Result<Vec<String>, SaveError> {
        // As it lies there, or with what was written since.
        let since = entry.since_of(revision).cloned();
        let text = match &since {
            None => self.shelf.get(&side.record(&entry.id)),
            Some(since) => {
                let aad = record_aad(&self.header.vault, &entry.id, since.revision);
                self.record_since(entry, dek, side, since)
                    .map(|whole| {
                        Ok::<_, SaveError>(b64(&seal_box(dek, aad.as_bytes(), &whole, random)?))
                    })
                    .transpose()?
            }
        };
        let Some(text) = text else {
            return Ok(Vec::new());
        };
        let kept = Kept {
            at: b64(&*draw::<16>(random)?),
            revision: since.map_or(revision, |since| since.revision),
            updated_ms: entry.updated_ms,
        };
        let key = kept.key();
        if self.shelf.set(&key, &text).is_err() || self.shelf.get(&key).as_ref() != Some(&text) {
            self.shelf.remove(&key);
            return Ok(Vec::new());
        }
        entry.kept.push(kept);
        let surplus = entry.kept.len().saturating_sub(MOST);
        Ok(entry.kept.drain(..surplus).map(|kept| kept.key()).collect())
    }

    /// Removes every copy; whether there was one.
    pub(super) fn make_room(&self) -> bool {
        let kept = self.index.children.iter().flat_map(|entry| &entry.kept);
        let mut removed = false;
        for key in kept.map(Kept::key) {
            removed |= self.shelf.has(&key);
            self.shelf.remove(&key);
        }
        removed
    }
}
