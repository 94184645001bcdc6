//! Changing how the vault is unlocked: only the header is written, nothing is encrypted anew.

use crate::envelope::Key;

use super::backed;
use super::error::{SaveError, VaultError};
use super::header::Header;
use super::index::Entry;
use super::kdf::{KdfParams, Kek};
use super::keys::Keys;
use super::look::{say_gone, say_no_more};
use super::recovery::RecoveryCode;
use super::rotate;
use super::shelf::Shelf;
use super::side::{COPY, HEADER};
use super::slot::{Slot, SlotKind, Way};
use super::state::{Coming, Vault};

impl<S: Shelf> Vault<S> {
    /// Gives the vault another passphrase: the old one opens it no more. At once, however much is
    /// in it.
    pub fn set_passphrase(
        &mut self,
        kek: &Kek,
        params: KdfParams,
        random: &mut dyn FnMut(&mut [u8]),
    ) -> Result<(), SaveError> {
        self.set_way(Way::Passphrase(params), kek, random)
    }

    /// Makes a recovery code; one made before opens nothing any more. Show it now: it is nowhere.
    pub fn make_recovery(
        &mut self,
        random: &mut dyn FnMut(&mut [u8]),
    ) -> Result<RecoveryCode, SaveError> {
        let code = RecoveryCode::make(random)?;
        let salt = Way::salt(random)?;
        let kek = code.kek(&salt);
        self.set_way(Way::Recovery { salt }, &kek, random)?;
        Ok(code)
    }

    /// Adds a way in place of every other of its kind.
    pub fn set_way(
        &mut self,
        way: Way,
        kek: &Kek,
        random: &mut dyn FnMut(&mut [u8]),
    ) -> Result<(), SaveError> {
        self.same_header()?;
        let kind = way.kind();
        let mut next = self.header.without(&|slot: &Slot| slot.way.kind() == kind);
        next.add(way, kek, self.master(), random)?;
        self.put_header(next)
    }

    /// Takes every way of a kind away. A passkey alone is never left.
    pub fn drop_ways(&mut self, kind: SlotKind) -> Result<(), SaveError> {
        self.same_header()?;
        let next = self.header.without(&|slot: &Slot| slot.way.kind() == kind);
        let certain = [SlotKind::Passphrase, SlotKind::Recovery];
        if !certain.into_iter().any(|kind| next.has(kind)) {
            return Err(SaveError::LastWay);
        }
        self.put_header(next)
    }

    /// The header that a backup has, and what seals the backup's key. A passkey stays with its
    /// device, and what this version does not know could open more than it should.
    pub(crate) fn for_backup(&self) -> (Header, Key) {
        let passkey = |slot: &Slot| slot.way.kind() == SlotKind::Passkey;
        let mut header = self.header.without(&passkey);
        header.only_known();
        rotate::forget_was(&mut header);
        let keys = Keys::derive(self.master(), self.header.id());
        (header, keys.backup)
    }

    /// A vault with everything of a backup, that opens with what opens it.
    pub(crate) fn of_backup(
        shelf: S,
        (header, kind, kek): (&Header, SlotKind, &Kek),
        children: &[Coming<'_>],
        made_ms: u64,
        random: &mut dyn FnMut(&mut [u8]),
    ) -> Result<Self, SaveError> {
        let master = header.open(kind, kek).map_err(|_| SaveError::Changed)?;
        let more = backed::of_backup(made_ms);
        let filling = |vault: &Self, random: &mut dyn FnMut(&mut [u8])| {
            say_gone(&vault.shelf);
            let mut entries: Vec<Entry> = Vec::new();
            for child in children {
                if entries.iter().any(|entry| entry.id == child.id.0) {
                    return Err(SaveError::AlreadyThere);
                }
                entries.push(vault.put_first(child, random)?);
            }
            Ok(entries)
        };
        let vault = Self::begin(shelf, header.clone(), master, (more, &filling), random)?;
        say_no_more(&vault.shelf);
        Ok(vault)
    }

    /// Whether this key opens a slot of that kind: to ask for the passphrase once more before
    /// something weighty.
    pub fn opens(&self, kind: SlotKind, kek: &Kek) -> Result<(), VaultError> {
        self.header.open(kind, kek).map(|_| ())
    }

    /// The header must still be the one we know: another tab may have changed the passphrase.
    pub(super) fn same_header(&self) -> Result<(), SaveError> {
        match Header::read(&self.shelf) {
            Some(Ok(there)) if there.vault == self.header.vault => {
                let at = [HEADER, COPY].map(|key| self.header.is_at(key, &self.shelf));
                if at.into_iter().any(core::convert::identity) {
                    return Ok(());
                }
                Err(SaveError::Changed)
            }
            _ => Err(SaveError::Changed),
        }
    }

    fn put_header(&mut self, next: Header) -> Result<(), SaveError> {
        match next.put(&self.shelf) {
            Ok(()) => {
                self.header = next;
                Ok(())
            }
            Err(error) => {
                self.back_to_header();
                Err(error)
            }
        }
    }

    /// After a failure: what stood there before, as far as the shelf still takes anything. What it
    /// does not take, the next start judges by itself.
    pub(super) fn back_to_header(&self) {
        for key in [HEADER, COPY] {
            if !self.header.is_at(key, &self.shelf) {
                _ = self.header.put_at(key, &self.shelf);
            }
        }
    }
}
