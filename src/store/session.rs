//! Who has opened the vault, and which child's note is on the table.

use leptos::prelude::*;
use serde_json::json;

use super::shelf::BrowserShelf;
use crate::{
    browser::clock,
    form::Form,
    record::{Note, State},
    vault::{
        self, ChildId, Found, KdfParams, Kek, Outlook, Profile, SaveError, Vault, VaultError, look,
    },
};

/// The door to what is kept on this device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Door {
    /// Nothing is kept here yet.
    Absent,
    /// A vault that a passphrase opens.
    Locked,
    /// Unlocked.
    Open,
    /// Something is missing or broken; no passphrase mends it.
    Damaged,
    /// Kept by a newer version.
    TooNew,
    /// This browser keeps nothing.
    NoStore,
}

/// A child, as on the cover.
#[derive(Debug, Clone, PartialEq)]
pub struct Child {
    id: ChildId,
    /// What the child is called.
    pub name: String,
    /// The permanent name of the cover's colour.
    pub colour: String,
}

/// Why something was not saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unsaved {
    /// There is no room, or the browser lost what it had accepted. What was there before still is.
    Full,
    /// Somebody wrote on another screen. Nothing was overwritten.
    Changed,
    /// The vault is locked.
    Locked,
}

/// One for the whole app; every signal of it is the app's own.
#[derive(Clone, Copy)]
pub struct Session {
    door: RwSignal<Door>,
    child: RwSignal<Option<Child>>,
    older: RwSignal<bool>,
    fresh: StoredValue<bool>,
    awaited: StoredValue<bool>,
    vault: StoredValue<Option<Vault<BrowserShelf>>, LocalStorage>,
    note: StoredValue<Note>,
    random: fn(&mut [u8]),
}

impl From<SaveError> for Unsaved {
    fn from(error: SaveError) -> Self {
        match error {
            SaveError::Changed | SaveError::AlreadyThere => Unsaved::Changed,
            SaveError::NoSuchChild | SaveError::NoSuchRevision | SaveError::LastWay => {
                Unsaved::Locked
            }
            SaveError::Remains
            | SaveError::Full
            | SaveError::Refused
            | SaveError::LostWrite
            | SaveError::NoRandom(_) => Unsaved::Full,
        }
    }
}

impl Session {
    /// Looks at what is kept here. `random` fills a buffer with random bytes.
    pub fn open(random: fn(&mut [u8])) -> Session {
        Session {
            door: RwSignal::new(outlook()),
            child: RwSignal::new(None),
            older: RwSignal::new(false),
            fresh: StoredValue::new(false),
            awaited: StoredValue::new(false),
            vault: StoredValue::new_local(None),
            note: StoredValue::new(Note::default()),
            random,
        }
    }

    /// The door, now and after every change.
    pub fn door(&self) -> Door {
        self.door.get()
    }

    /// Whether the vault is unlocked, now and after every change.
    pub fn is_open(&self) -> bool {
        self.door.get() == Door::Open
    }

    /// Whether the vault is unlocked now.
    pub fn is_open_untracked(&self) -> bool {
        self.door.get_untracked() == Door::Open
    }

    /// The child that is chosen, now and after every change.
    pub fn child(&self) -> Option<Child> {
        self.child.get()
    }

    /// The child that is chosen now.
    pub fn child_untracked(&self) -> Option<Child> {
        self.child.get_untracked()
    }

    /// Whether the newest copy could not be read, so that the one before it is shown.
    pub fn restored_older(&self) -> bool {
        self.older.get()
    }

    /// Parameters for the slot of a new vault.
    pub fn new_slot(&self) -> Option<KdfParams> {
        KdfParams::make(Profile::STANDARD, &mut |buffer| (self.random)(buffer)).ok()
    }

    /// Parameters of the slot that a passphrase opens.
    pub fn slot(&self) -> Option<KdfParams> {
        match look(&BrowserShelf) {
            Outlook::Present(header) => header.passphrases().into_iter().next(),
            Outlook::Absent | Outlook::Damaged(_) | Outlook::TooNew | Outlook::NoStorage => None,
        }
    }

    /// Makes the vault.
    pub fn create(&self, kek: &Kek, params: KdfParams) -> Result<(), Unsaved> {
        let vault = Vault::create(BrowserShelf, kek, params, &mut |b| (self.random)(b))?;
        self.enter(vault);
        Ok(())
    }

    /// Unlocks the vault; else says what stands in the way. [`Door::Locked`]: another passphrase.
    pub fn unlock(&self, kek: &Kek) -> Result<(), Door> {
        let Outlook::Present(header) = look(&BrowserShelf) else {
            return Err(outlook());
        };
        match Vault::unlock(BrowserShelf, &header, kek) {
            Ok(vault) => {
                self.older.set(vault.restored_older());
                self.enter(vault);
                Ok(())
            }
            Err(VaultError::WrongPassphrase) => Err(Door::Locked),
            Err(VaultError::TooNew) => Err(Door::TooNew),
            Err(_) => Err(Door::Damaged),
        }
    }

    fn enter(&self, vault: Vault<BrowserShelf>) {
        self.vault.set_value(Some(vault));
        self.fresh.set_value(true);
        self.door.set(Door::Open);
        // Last: a record that does not open shuts the door again.
        if let [only] = self.children().as_slice() {
            self.choose(Some(only.clone()));
        }
    }

    /// Forgets every key and everything that was read.
    pub fn lock(&self) {
        self.door.set(outlook());
        self.child.set(None);
        self.older.set(false);
        self.note.set_value(Note::default());
        self.vault.set_value(None);
    }

    /// The children in the vault.
    pub fn children(&self) -> Vec<Child> {
        let children =
            |vault: &Option<Vault<_>>| vault.as_ref().map(Vault::children).unwrap_or_default();
        self.vault
            .with_value(children)
            .iter()
            .map(Child::of)
            .collect()
    }

    /// Says that the parent is with the camera or her files, and comes back; or that she is back.
    pub fn set_awaited(&self, awaited: bool) {
        self.awaited.set_value(awaited);
    }

    /// Whether she is with the camera or her files.
    pub fn is_awaited(&self) -> bool {
        self.awaited.get_value()
    }

    /// Whether the vault was opened since this was asked last.
    pub fn take_fresh(&self) -> bool {
        let fresh = self.fresh.try_update_value(std::mem::take);
        fresh.unwrap_or_default() && self.is_open_untracked()
    }

    /// Names the vault that is open; says nothing of what is in it.
    pub fn vault_name(&self) -> Option<String> {
        match look(&BrowserShelf) {
            Outlook::Present(header) if self.is_open_untracked() => Some(header.vault),
            _ => None,
        }
    }

    /// Every copy of a child's note that could be shown one day; `None` when one does not open.
    pub fn copies(&self, child: &Child) -> Option<Vec<zeroize::Zeroizing<Vec<u8>>>> {
        self.vault
            .with_value(|vault| vault.as_ref()?.copies(&child.id))
    }

    /// Puts a child's note on the table, or none.
    pub fn choose(&self, child: Option<Child>) {
        let note = child.as_ref().map(|child| self.load(&child.id)).transpose();
        match note {
            Ok(note) => {
                self.note.set_value(note.unwrap_or_default());
                self.child.set(child);
            }
            Err(door) => {
                self.vault.set_value(None);
                self.door.set(door);
            }
        }
    }

    fn load(&self, id: &ChildId) -> Result<Note, Door> {
        let loaded = self
            .vault
            .with_value(|vault| vault.as_ref().map(|vault| vault.load(id)));
        let loaded = loaded.ok_or(Door::Locked)?.map_err(|_| Door::Damaged)?;
        if loaded.found != Found::Current {
            self.older.set(true);
        }
        Note::from_bytes(&loaded.bytes).map_err(|error| match error {
            crate::record::Unreadable::TooNew => Door::TooNew,
            crate::record::Unreadable::NotANote => Door::Damaged,
        })
    }

    /// Adds a child with an empty note, and puts it on the table.
    pub fn add_child(&self, name: &str, colour: &str) -> Result<(), Unsaved> {
        let label = json!({ "name": name, "colour": colour });
        let empty = Note::default().to_bytes();
        self.with_vault(|vault, random| vault.add_child(label, &empty, now(), random))?;
        self.choose(self.children().pop());
        Ok(())
    }

    /// The note on the table.
    pub fn note(&self) -> Note {
        self.note.get_value()
    }

    /// How the parent sees a sheet of the note on the table.
    pub fn state(&self, form: &Form) -> State {
        self.note.with_value(|note| note.state(form))
    }

    /// Changes the note on the table, and saves it. When this returns `Ok`, it was read back.
    pub fn save(&self, change: impl FnOnce(&mut Note)) -> Result<(), Unsaved> {
        let child = self.child.get_untracked().ok_or(Unsaved::Locked)?;
        self.note.update_value(change);
        let bytes = self.note.with_value(Note::to_bytes);
        let bytes = zeroize::Zeroizing::new(bytes);
        self.with_vault(|vault, random| vault.save(&child.id, &bytes, now(), random))?;
        Ok(())
    }

    fn with_vault<T>(
        &self,
        act: impl FnOnce(&mut Vault<BrowserShelf>, &mut dyn FnMut(&mut [u8])) -> Result<T, SaveError>,
    ) -> Result<T, Unsaved> {
        let act = |vault: &mut Option<Vault<_>>| {
            vault
                .as_mut()
                .map(|vault| act(vault, &mut |buffer| (self.random)(buffer)))
        };
        let done = self.vault.try_update_value(act).flatten();
        Ok(done.ok_or(Unsaved::Locked)??)
    }
}

impl Child {
    fn of(child: &vault::Child) -> Child {
        let text = |key| {
            child
                .label
                .get(key)
                .and_then(|text| text.as_str())
                .unwrap_or_default()
        };
        Child {
            id: child.id.clone(),
            name: text("name").to_owned(),
            colour: text("colour").to_owned(),
        }
    }
}

fn outlook() -> Door {
    match look(&BrowserShelf) {
        Outlook::Absent => Door::Absent,
        Outlook::Present(_) => Door::Locked,
        Outlook::Damaged(_) => Door::Damaged,
        Outlook::TooNew => Door::TooNew,
        Outlook::NoStorage => Door::NoStore,
    }
}

fn now() -> u64 {
    clock::now_ms() as u64
}
