//! A child's note on the desk, while somebody may write in it on another screen of this device too.
//!
//! Nothing is overwritten in silence. What another screen saved is read before anything is written
//! over it, and merged with what is on the desk; both had the same note before, so that only what
//! both changed is left to be [compared](Differing).
//!
//! A browser tells its screens of each other's writes a moment late, so that two saves can cross:
//! each saw the state before the other's, and the last one stood. That is noticed when the word of
//! the other comes, and what went under is put back.

use zeroize::Zeroizing;

use crate::{
    forms,
    merge::{Keep, Merge},
    record::{Note, Unreadable},
    vault::{ChildId, Damage, Found, SaveError, Shelf, Vault, VaultError},
};

/// Where random bytes come from.
pub type Random<'a> = &'a mut dyn FnMut(&mut [u8]);

/// For how long after a save another one may still have crossed it, in milliseconds.
const CROSSING: u64 = 3_000;
/// How often a save is tried while others write.
const TRIES: usize = 4;

/// Why a child's note cannot be laid on the desk. The other children's can.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Closed {
    /// No copy of it opens.
    #[error("damaged")]
    Damaged,
    /// The browser has removed it.
    #[error("missing")]
    Missing,
    /// Written by a newer version.
    #[error("written by a newer version")]
    TooNew,
}

/// Whose answers stand, where two wrote differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stands {
    /// Those of this screen; the other's are kept for undo.
    Here,
    /// Those of the other screen; this one's are kept for undo.
    There,
}

/// What two screens answered differently.
#[derive(Debug, Clone, PartialEq)]
pub struct Differing {
    /// "Ours" is what stands, "theirs" the other.
    pub merge: Merge,
    /// Which is which.
    pub stands: Stands,
}

impl Differing {
    /// What is still to be chosen, once another screen has changed the note to this: a place where
    /// something else stands by now was settled there.
    pub fn left_in(mut self, note: &Note) -> Option<Differing> {
        let stood = self.merge.clone().settle(&[]);
        let count = self.merge.differences.len();
        let open = |one: usize| {
            let mut keep = vec![Keep::Ours; count];
            keep[one] = Keep::Theirs;
            let chosen = self.merge.clone().settle(&keep);
            let merge = Merge::since(forms::EVERY, &stood, note, &chosen);
            merge.differences.is_empty() && merge.settle(&[]) != *note
        };
        let open: Vec<bool> = (0..count).map(open).collect();
        let mut at = open.iter();
        self.merge.differences.retain(|_| at.next() == Some(&true));
        (!self.merge.differences.is_empty()).then_some(self)
    }
}

/// What came in from another screen.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Came {
    /// The note on the desk is another: what is drawn from it is to be drawn anew.
    pub anew: bool,
    /// What is to be compared.
    pub differing: Option<Differing>,
    /// Why what came of it could not be saved; it lies on the desk, and the next save tries again.
    pub unsaved: Option<SaveError>,
}

/// One child's note, open.
#[derive(Debug, Clone, PartialEq)]
pub struct Desk {
    child: ChildId,
    note: Note,
    /// What this screen and the shelf had in common last.
    base: Saved,
    /// What they had in common before the last save, and when that was, in milliseconds since 1970.
    before: Option<(Saved, u64)>,
    found: Found,
}

/// A note as bytes: it is looked into only when two screens wrote.
type Saved = Zeroizing<Vec<u8>>;

impl Desk {
    /// Lays a child's note on the desk.
    pub fn open<S: Shelf>(vault: &Vault<S>, child: &ChildId) -> Result<Desk, Closed> {
        let loaded = vault.load(child).map_err(|error| match error {
            VaultError::Damaged(Damage::NoRecord) | VaultError::NoSuchChild => Closed::Missing,
            _ => Closed::Damaged,
        })?;
        let note = Note::from_bytes(&loaded.bytes)?;
        Ok(Desk {
            child: child.clone(),
            base: loaded.bytes,
            note,
            before: None,
            found: loaded.found,
        })
    }

    /// Whose note it is.
    pub fn child(&self) -> &ChildId {
        &self.child
    }

    /// The note.
    pub fn note(&self) -> &Note {
        &self.note
    }

    /// Which copy was opened.
    pub fn found(&self) -> Found {
        self.found
    }

    /// Changes the note and saves it. When this is `Ok`, it is on the shelf and was read back; when
    /// it is not, it still lies on the desk, and the next save tries again.
    ///
    /// [`SaveError::Changed`]: the vault itself is another, or keeps changing.
    pub fn save<S: Shelf>(
        &mut self,
        vault: &mut Vault<S>,
        change: impl FnOnce(&mut Note),
        now_ms: u64,
        random: Random<'_>,
    ) -> Result<Came, SaveError> {
        change(&mut self.note);
        let mut came = Came::default();
        for _ in 0..TRIES {
            let keep = came.differing.is_some();
            match self.put(vault, keep, now_ms, random) {
                Ok(()) => return Ok(came),
                Err(SaveError::Changed) => {
                    let base = note_of(&self.base);
                    let theirs = self.read(vault)?;
                    let merge = Merge::since(forms::EVERY, &base, &self.note, &theirs);
                    let merged = merge.clone().settle(&[]);
                    came.anew |= merged != self.note;
                    if !merge.differences.is_empty() {
                        let stands = Stands::Here;
                        came.differing = Some(Differing { merge, stands });
                    }
                    self.note = merged;
                }
                Err(error) => return Err(error),
            }
        }
        Err(SaveError::Changed)
    }

    /// Looks at what another screen saved; to be called when the browser says that one did. What
    /// was not saved here yet must be saved before.
    pub fn renew<S: Shelf>(
        &mut self,
        vault: &mut Vault<S>,
        now_ms: u64,
        random: Random<'_>,
    ) -> Result<Came, SaveError> {
        if !vault.changed_elsewhere() {
            return Ok(Came::default());
        }
        let crossed = self.before.take().filter(|(_, at)| {
            // A clock that was set back says nothing.
            now_ms.abs_diff(*at) < CROSSING
        });
        let base = note_of(crossed.as_ref().map_or(&self.base, |(before, _)| before));
        let theirs = self.read(vault)?;
        let ours = std::mem::replace(&mut self.note, theirs.clone());
        let merge = Merge::since(forms::EVERY, &base, &theirs, &ours);
        let differing = (!merge.differences.is_empty()).then(|| Differing {
            merge: merge.clone(),
            stands: Stands::There,
        });
        let merged = merge.settle(&[]);
        let mut came = Came {
            anew: merged != ours,
            differing,
            unsaved: None,
        };
        let compared = came.differing.is_some();
        if merged != theirs || compared {
            // For undo: what was written here, and what stands now on top of it.
            let kept = if compared {
                let ours = bytes(&ours);
                vault.save(&self.child, &ours, now_ms, random).map(|_| ())
            } else {
                Ok(())
            };
            self.note = merged;
            let put = kept.and_then(|()| self.put(vault, compared, now_ms, random));
            came.unsaved = put.err();
        }
        Ok(came)
    }

    /// What the parent chose of two answers, one choice for each difference in their order; what was
    /// written since stays.
    pub fn settle<S: Shelf>(
        &mut self,
        vault: &mut Vault<S>,
        differing: Differing,
        keep: &[Keep],
        now_ms: u64,
        random: Random<'_>,
    ) -> Result<Came, SaveError> {
        let before = differing.merge.clone().settle(&[]);
        let chosen = differing.merge.settle(keep);
        let choose = |note: &mut Note| {
            let merge = Merge::since(forms::EVERY, &before, note, &chosen);
            let all = vec![Keep::Theirs; merge.differences.len()];
            *note = merge.settle(&all);
        };
        self.save(vault, choose, now_ms, random)
    }

    /// Puts a whole other note in the place of this one, which is kept for undo.
    pub fn replace<S: Shelf>(
        &mut self,
        vault: &mut Vault<S>,
        note: Note,
        now_ms: u64,
        random: Random<'_>,
    ) -> Result<(), SaveError> {
        let old = std::mem::replace(&mut self.note, note);
        let put = self.put(vault, true, now_ms, random);
        if put.is_err() {
            self.note = old;
        }
        put
    }

    fn put<S: Shelf>(
        &mut self,
        vault: &mut Vault<S>,
        keep: bool,
        now_ms: u64,
        random: Random<'_>,
    ) -> Result<(), SaveError> {
        let bytes = bytes(&self.note);
        if keep {
            vault.save_and_keep(&self.child, &bytes, now_ms, random)?;
        } else {
            vault.save(&self.child, &bytes, now_ms, random)?;
        }
        self.before = Some((std::mem::replace(&mut self.base, bytes), now_ms));
        Ok(())
    }

    /// The note as it is on the shelf now; that is what both have in common then.
    fn read<S: Shelf>(&mut self, vault: &mut Vault<S>) -> Result<Note, SaveError> {
        vault.reload().map_err(|_| SaveError::Changed)?;
        let there = Desk::open(vault, &self.child).map_err(|closed| match closed {
            Closed::Missing => SaveError::NoSuchChild,
            Closed::Damaged | Closed::TooNew => SaveError::Changed,
        })?;
        (self.found, self.base) = (there.found, there.base);
        Ok(there.note)
    }
}

impl From<Unreadable> for Closed {
    fn from(error: Unreadable) -> Self {
        match error {
            Unreadable::TooNew => Closed::TooNew,
            Unreadable::NotANote => Closed::Damaged,
        }
    }
}

fn bytes(note: &Note) -> Saved {
    Zeroizing::new(note.to_bytes())
}

fn note_of(saved: &Saved) -> Note {
    Note::from_bytes(saved).unwrap_or_default()
}
