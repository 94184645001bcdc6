//! Who has opened the vault, and which child's note is on the desk.

use leptos::prelude::*;
use serde_json::{Value, json};
use zeroize::Zeroizing;

use super::{practice, settings, shelf::OurShelf, twin};
use crate::{
    browser::clock,
    desk::{Came, Closed, Desk, Differing},
    form::Form,
    merge::Keep,
    record::{Note, State, Unreadable},
    vault::{
        self, BackedUp, ChildId, Found, KdfParams, Kek, Outlook, Profile, Revision, SaveError,
        SlotKind, Vault, VaultError, Way, is_there, look,
    },
};

/// The vault of this browser, or of the practice.
pub type OurVault = Vault<OurShelf>;

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
    /// Who writes in it on this device; "" where nobody said.
    pub writer: String,
    /// On which day the note was handed on to its owner, in ISO 8601: then this is a copy that is put
    /// away. Else "".
    pub handed: String,
}

/// How the chosen child's note fares.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Fare {
    /// It is on the desk.
    #[default]
    Whole,
    /// It is on the desk, and what was written last may be missing.
    Older,
    /// It does not open.
    Closed(Closed),
}

/// Why something was not saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unsaved {
    /// There is no room. What was there before still is.
    Full,
    /// The browser lost what it had accepted. What was there before still is.
    Lost,
    /// Somebody wrote on another screen. Nothing was overwritten.
    Changed,
    /// On another screen the child was deleted, or the vault got new keys.
    Gone,
    /// The vault is locked.
    Locked,
}

/// How it stands with new keys for photos and PDFs.
#[derive(Clone, Copy)]
pub struct Renewal {
    /// How much is done, in hundredths.
    pub share: RwSignal<u32>,
    /// Whether they wait until the vault is opened again.
    pub put_off: RwSignal<bool>,
    /// Whether it is going on, and is to stop after the paper that it is at.
    state: StoredValue<usize>,
}

impl Renewal {
    const BUSY: usize = 1;
    const STOPPING: usize = 2;

    /// Begins; `false` where it is going on already.
    pub fn begin(self) -> bool {
        let idle = self.state.get_value() == 0;
        if idle {
            self.state.set_value(Self::BUSY);
        }
        idle
    }

    /// Has it stop after the paper that it is at; whether it is going on.
    pub fn stop(self) -> bool {
        let busy = self.state.get_value() != 0;
        if busy {
            self.state.set_value(Self::STOPPING);
        }
        busy
    }

    /// Whether it is to stop.
    pub fn stops(self) -> bool {
        self.state.get_value() == Self::STOPPING
    }

    /// It has ended.
    pub fn end(self) {
        self.state.set_value(0);
    }
}

/// One for the whole app; every signal of it is the app's own.
#[derive(Clone, Copy)]
pub struct Session {
    door: RwSignal<Door>,
    child: RwSignal<Option<Child>>,
    fare: RwSignal<Fare>,
    /// Counts what came in from other screens.
    anew: RwSignal<u32>,
    fresh: StoredValue<bool>,
    awaited: StoredValue<bool>,
    /// Whether the vault was opened since the page was loaded.
    settled: StoredValue<bool>,
    /// Whether nobody has sat down yet since the vault was opened.
    arriving: StoredValue<bool>,
    /// What is to be done before the keys go.
    last_word: StoredValue<Option<Box<dyn Fn()>>, LocalStorage>,
    /// Whether every key was made anew since the page was loaded.
    rekeyed: StoredValue<bool>,
    /// New keys for photos and PDFs.
    renewal: Renewal,
    /// Whether it is to be told what others still have.
    held: RwSignal<bool>,
    /// Whether something that was to be deleted is still there, unreadable, and nobody was told yet.
    remains: StoredValue<bool>,
    /// Whether an earlier copy came back, and nobody was told yet.
    brought: StoredValue<bool>,
    /// Wrong tries in a row.
    wrong: StoredValue<usize>,
    vault: StoredValue<Option<OurVault>, LocalStorage>,
    desk: StoredValue<Option<Desk>, LocalStorage>,
    differing: StoredValue<Option<Differing>, LocalStorage>,
    random: fn(&mut [u8]),
}

impl From<SaveError> for Unsaved {
    fn from(error: SaveError) -> Self {
        match error {
            SaveError::Changed | SaveError::AlreadyThere => Unsaved::Changed,
            SaveError::NoSuchChild => Unsaved::Gone,
            SaveError::NoSuchRevision | SaveError::LastWay => Unsaved::Locked,
            SaveError::LostWrite => Unsaved::Lost,
            SaveError::Remains | SaveError::Full | SaveError::Refused | SaveError::NoRandom(_) => {
                Unsaved::Full
            }
        }
    }
}

impl Session {
    /// Looks at what is kept here. `random` fills a buffer with random bytes.
    pub fn open(random: fn(&mut [u8])) -> Session {
        Session {
            door: RwSignal::new(outlook()),
            child: RwSignal::new(None),
            fare: RwSignal::new(Fare::Whole),
            anew: RwSignal::new(0),
            fresh: StoredValue::new(false),
            awaited: StoredValue::new(false),
            settled: StoredValue::new(false),
            arriving: StoredValue::new(false),
            last_word: StoredValue::new_local(None),
            rekeyed: StoredValue::new(false),
            held: RwSignal::new(false),
            renewal: Renewal {
                share: RwSignal::new(0),
                put_off: RwSignal::new(false),
                state: StoredValue::new(0),
            },
            remains: StoredValue::new(false),
            brought: StoredValue::new(false),
            wrong: StoredValue::new(0),
            vault: StoredValue::new_local(None),
            desk: StoredValue::new_local(None),
            differing: StoredValue::new_local(None),
            random,
        }
    }

    /// The door, now and after every change.
    pub fn door(&self) -> Door {
        self.door.get()
    }

    /// The door now.
    pub fn door_untracked(&self) -> Door {
        self.door.get_untracked()
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

    /// How the chosen child's note fares, now and after every change.
    pub fn fare(&self) -> Fare {
        self.fare.get()
    }

    /// To be followed by whatever is drawn from the note: it grows when something came in from
    /// another screen.
    pub fn anew(&self) -> u32 {
        self.anew.get()
    }

    /// Random bytes.
    pub fn random(&self, buffer: &mut [u8]) {
        (self.random)(buffer);
    }

    /// Parameters for a new slot.
    pub fn new_slot(&self, profile: Profile) -> Option<KdfParams> {
        KdfParams::make(profile, &mut |buffer| (self.random)(buffer)).ok()
    }

    /// The ways of one kind that open the vault. There is more than one only after a change that was
    /// interrupted.
    pub fn ways(&self, kind: SlotKind) -> Vec<Way> {
        match look(&OurShelf) {
            Outlook::Present(header) => header.ways(kind),
            Outlook::Absent | Outlook::Damaged(_) | Outlook::TooNew | Outlook::NoStorage => {
                Vec::new()
            }
        }
    }

    /// Makes the vault.
    pub fn create(&self, kek: &Kek, params: KdfParams) -> Result<(), Unsaved> {
        let vault = Vault::create(OurShelf, kek, params, &mut |b| (self.random)(b))?;
        self.settled.set_value(true);
        self.enter(vault);
        Ok(())
    }

    /// Unlocks the vault; else says what stands in the way. [`Door::Locked`]: another passphrase.
    pub fn unlock(&self, kind: SlotKind, kek: &Kek) -> Result<(), Door> {
        let vault = self.try_open(kind, kek).map_err(|error| match error {
            VaultError::WrongPassphrase | VaultError::OtherVault => Door::Locked,
            VaultError::TooNew => Door::TooNew,
            _ => match outlook() {
                Door::Locked => Door::Damaged,
                other => other,
            },
        })?;
        self.enter(vault);
        Ok(())
    }

    /// Opens the vault and leaves it aside, to see whose it is. [`enter`](Self::enter) goes in.
    pub fn try_open(&self, kind: SlotKind, kek: &Kek) -> Result<OurVault, VaultError> {
        let Outlook::Present(header) = look(&OurShelf) else {
            return Err(VaultError::Damaged(vault::Damage::Header));
        };
        let opened = Vault::unlock_with(OurShelf, &header, kind, kek);
        match &opened {
            Ok(_) => self.wrong.set_value(0),
            Err(VaultError::WrongPassphrase) => self.wrong.update_value(|wrong| *wrong += 1),
            Err(_) => {}
        }
        opened
    }

    /// Seconds to wait before the next try.
    pub fn wait(&self) -> u32 {
        vault::wait_after(self.wrong.get_value())
    }

    /// Goes into a vault that was opened.
    pub fn enter(&self, vault: OurVault) {
        self.vault.set_value(Some(vault));
        self.rekeyed.set_value(false);
        self.renewal.put_off.set(false);
        self.fresh.set_value(true);
        self.arriving.set_value(true);
        self.door.set(Door::Open);
    }

    /// What comes after going in: finishes what was interrupted, and puts an only child's note on the
    /// desk. Apart from [`enter`](Self::enter), so that it costs the first load nothing.
    pub fn sit_down(&self) {
        let arriving = self.arriving.try_update_value(std::mem::take);
        if !arriving.unwrap_or_default() || !self.is_open_untracked() {
            return;
        }
        // Only what is read after loading the page is what was kept: then what new keys have replaced
        // may go.
        if !self.settled.get_value() {
            let _ = self.try_vault(|vault, random| {
                vault.settle(random);
                Ok(())
            });
            self.settled.set_value(true);
        }
        if let [only] = self.children().as_slice() {
            self.choose(Some(only.clone()));
        }
    }

    /// Has something done whenever the vault is locked, before the keys go.
    pub fn set_last_word(&self, act: impl Fn() + 'static) {
        self.last_word.set_value(Some(Box::new(act)));
    }

    /// Begins to practise with a family that does not exist. A note that was open is saved and locked.
    pub fn practise(&self) {
        self.lock();
        practice::begin();
        let mut key = [0; 32];
        self.random(&mut key);
        let begun = self
            .new_slot(Profile::LIGHTEST)
            .ok_or(Unsaved::Full)
            .and_then(|params| self.create(&Kek::from_bytes(key), params))
            .and_then(|()| self.add_child(practice::CHILD.0, practice::CHILD.1))
            .and_then(|()| match Note::from_bytes(practice::SAMPLE.as_bytes()) {
                Ok(sample) => self.save(|note| *note = sample),
                Err(_) => Ok(()),
            });
        if begun.is_err() {
            self.lock();
        }
    }

    /// Forgets every key and everything that was read. Practice ends.
    pub fn lock(&self) {
        if self.is_open_untracked() {
            self.last_word.with_value(|act| {
                if let Some(act) = act {
                    act();
                }
            });
        }
        self.vault.set_value(None);
        self.clear_desk();
        practice::end();
        self.door.set(outlook());
        self.child.set(None);
    }

    /// Locks the vault after every key was made anew.
    pub fn lock_with_new_keys(&self) {
        self.rekeyed.set_value(true);
        self.held.set(true);
        self.lock();
    }

    /// Whether it is to be told what others still have, now and after every change.
    pub fn tells_held(&self) -> bool {
        self.held.get()
    }

    /// Has it told, or says that it was.
    pub fn tell_held(&self, tell: bool) {
        self.held.set(tell);
    }

    /// Whether the vault waits for a passphrase that was just chosen for it.
    pub fn has_new_keys(&self) -> bool {
        self.rekeyed.get_value()
    }

    /// How it stands with new keys for photos and PDFs.
    pub fn renewal(&self) -> Renewal {
        self.renewal
    }

    /// Takes the note off the desk; [`sit_down`](Self::sit_down) puts an only child's back.
    pub fn rise(&self) {
        self.choose(None);
        self.arriving.set_value(true);
    }

    fn clear_desk(&self) {
        self.desk.set_value(None);
        self.differing.set_value(None);
        self.fare.set(Fare::Whole);
    }

    /// The children in the vault.
    pub fn children(&self) -> Vec<Child> {
        let children =
            |vault: &Option<OurVault>| vault.as_ref().map(Vault::children).unwrap_or_default();
        self.vault
            .with_value(children)
            .iter()
            .map(Child::of)
            .collect()
    }

    /// What the children in a vault that was opened aside are called.
    pub fn names_in(vault: &OurVault) -> Vec<String> {
        let children = vault.children();
        children.iter().map(|child| Child::of(child).name).collect()
    }

    /// Whether a key opens the vault that is open: to ask once more before something weighty.
    pub fn opens(&self, kind: SlotKind, kek: &Kek) -> bool {
        let opens = self.with_open(|vault| vault.opens(kind, kek)) == Some(Ok(()));
        self.wrong
            .update_value(|wrong| *wrong = if opens { 0 } else { *wrong + 1 });
        opens
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
        match look(&OurShelf) {
            // Papers lie in the browser's database, which practice does not touch.
            Outlook::Present(header) if self.is_open_untracked() && !practice::practising() => {
                Some(header.vault)
            }
            _ => None,
        }
    }

    /// Every copy of a child's note that could be shown one day; `None` when one does not open.
    pub fn copies(&self, child: &Child) -> Option<Vec<Zeroizing<Vec<u8>>>> {
        self.vault
            .with_value(|vault| vault.as_ref()?.copies(&child.id))
    }

    /// Puts a child's note on the desk, or none.
    pub fn choose(&self, child: Option<Child>) {
        self.clear_desk();
        if let Some(child) = &child {
            let opened = self.vault.with_value(|vault| {
                let vault = vault.as_ref()?;
                Some((Desk::open(vault, &child.id), vault.restored_older()))
            });
            match opened {
                None => return self.lock(),
                Some((Ok(desk), older)) => {
                    if older || desk.found() != Found::Current {
                        self.fare.set(Fare::Older);
                    }
                    self.desk.set_value(Some(desk));
                }
                Some((Err(closed), _)) => self.fare.set(Fare::Closed(closed)),
            }
        }
        self.child.set(child);
    }

    /// Adds a child with an empty note, and puts it on the desk.
    pub fn add_child(&self, name: &str, colour: &str) -> Result<(), Unsaved> {
        let label = label(name, colour);
        let empty = Note::default().to_bytes();
        self.with_vault(|vault, random| vault.add_child(label.clone(), &empty, now(), random))?;
        self.choose(self.children().pop());
        Ok(())
    }

    /// Gives the chosen child another name or colour on the cover, and says who writes in it here.
    pub fn set_cover(&self, name: &str, colour: &str, writer: &str) -> Result<(), Unsaved> {
        let child = self.child.get_untracked().ok_or(Unsaved::Locked)?;
        self.relabel(
            &child,
            &[("name", name), ("colour", colour), ("writer", writer)],
        )?;
        self.child.set(Some(Child {
            name: name.to_owned(),
            colour: colour.to_owned(),
            writer: writer.to_owned(),
            ..child
        }));
        Ok(())
    }

    /// Says that the chosen child's note was handed on to its owner on a day, in ISO 8601, and that
    /// this copy is put away; "": it is not.
    pub fn set_handed(&self, day: &str) -> Result<(), Unsaved> {
        let child = self.child.get_untracked().ok_or(Unsaved::Locked)?;
        self.relabel(&child, &[("handed", day)])?;
        let handed = day.to_owned();
        self.child.set(Some(Child { handed, ..child }));
        Ok(())
    }

    fn relabel(&self, child: &Child, members: &[(&str, &str)]) -> Result<(), Unsaved> {
        self.with_vault(|vault, random| {
            let all = vault.children();
            let old = all.iter().find(|one| one.id == child.id);
            // What a newer version wrote there stays.
            let mut label = old
                .and_then(|one| one.label.as_object().cloned())
                .unwrap_or_default();
            for (member, text) in members {
                if text.is_empty() {
                    label.remove(*member);
                } else {
                    label.insert((*member).to_owned(), (*text).into());
                }
            }
            vault.set_label(&child.id, Value::Object(label), random)
        })
    }

    /// Deletes the chosen child for good.
    pub fn forget_child(&self) -> Result<(), SaveError> {
        let child = self.child.get_untracked().ok_or(SaveError::NoSuchChild)?;
        let done = self.try_vault(|vault, random| vault.forget_child(&child.id, random));
        if done != Err(SaveError::Changed) {
            self.remains.set_value(done.is_err());
            self.choose(None);
            // Its papers are to go as well.
            self.fresh.set_value(true);
        }
        done
    }

    /// Deletes everything for good; [`leave`](Self::leave) is to follow. [`SaveError::Remains`]: the
    /// browser kept something, though nobody can read it.
    pub fn wipe(&self) -> Result<(), SaveError> {
        self.vault.set_value(None);
        if !practice::practising() {
            twin::forgets();
            settings::forget();
        }
        vault::wipe(&OurShelf)
    }

    /// Goes back before the doors after everything was deleted, or most of it.
    pub fn leave(&self, remains: bool) {
        self.remains.set_value(remains);
        self.lock();
    }

    /// Whether something that was deleted is still there, unreadable; says so once.
    pub fn take_remains(&self) -> bool {
        let remains = self.remains.try_update_value(std::mem::take);
        remains.unwrap_or_default()
    }

    /// The note on the desk.
    pub fn note(&self) -> Note {
        let note = |desk: &Option<Desk>| desk.as_ref().map(|desk| desk.note().clone());
        self.desk.with_value(note).unwrap_or_default()
    }

    /// How the parent sees a sheet of the note on the desk.
    pub fn state(&self, form: &Form) -> State {
        let state = |desk: &Option<Desk>| desk.as_ref().map(|desk| desk.note().state(form));
        self.desk.with_value(state).unwrap_or(State::Blank)
    }

    /// Changes the note on the desk, and saves it. When this returns `Ok`, it was read back.
    pub fn save(&self, change: impl FnOnce(&mut Note)) -> Result<(), Unsaved> {
        self.at_desk(|desk, vault, random| desk.save(vault, change, now(), random))
    }

    /// Puts another note in the place of the one on the desk, which can be brought back.
    pub fn replace(&self, note: Note) -> Result<(), Unsaved> {
        self.at_desk(|desk, vault, random| {
            desk.replace(vault, note, now(), random)?;
            Ok(Came {
                anew: true,
                ..Came::default()
            })
        })
    }

    /// The last backup, if there was one.
    pub fn last_backup(&self) -> Option<BackedUp> {
        self.with_open(Vault::last_backup).flatten()
    }

    /// How often something was ever saved here.
    pub fn saves(&self) -> u64 {
        self.with_open(Vault::saves).unwrap_or_default()
    }

    /// Remembers a backup that was made when so much had been saved.
    pub fn remember_backup(&self, made_ms: u64, saves: u64) -> Result<(), Unsaved> {
        self.renew()?;
        Ok(self.try_vault(|vault, random| vault.remember_backup(made_ms, saves, random))?)
    }

    /// The note of any child; `None` where it does not open.
    pub fn note_of(&self, child: &Child) -> Option<Note> {
        let loaded = self.with_open(|vault| vault.load(&child.id))?;
        Note::from_bytes(&loaded.ok()?.bytes).ok()
    }

    /// Whether a newer version wrote a child's note: then nothing is taken into it.
    pub fn is_newer(&self, child: &Child) -> bool {
        let loaded = self.with_open(|vault| vault.load(&child.id));
        matches!(loaded, Some(Ok(loaded)) if Note::from_bytes(&loaded.bytes) == Err(Unreadable::TooNew))
    }

    /// Adds a child as it is elsewhere, under the name that it has there or a new one.
    pub fn bring_child(
        &self,
        id: Option<ChildId>,
        label: &Value,
        note: &[u8],
    ) -> Result<Child, Unsaved> {
        self.renew()?;
        let id = self.try_vault(|vault, random| {
            let id = match id {
                Some(id) => id,
                None => ChildId::make(random)?,
            };
            vault.put_child(id.clone(), label.clone(), note, now(), random)?;
            Ok(id)
        })?;
        let brought = self.children().into_iter().find(|child| child.id == id);
        brought.ok_or(Unsaved::Gone)
    }

    /// Puts another note in the place of a child's, which can be brought back, if that is still what
    /// it `was`; `None`: it did not open. Afterwards a child must be [chosen](Self::choose) anew.
    pub fn take_in(&self, child: &Child, was: Option<&Note>, note: &Note) -> Result<(), Unsaved> {
        self.renew()?;
        if self.note_of(child).as_ref() != was {
            return Err(Unsaved::Changed);
        }
        let bytes = Zeroizing::new(note.to_bytes());
        self.try_vault(|vault, random| vault.save_and_keep(&child.id, &bytes, now(), random))?;
        Ok(())
    }

    /// Looks at what another screen wrote. What was not saved here yet must be saved before.
    pub fn renew(&self) -> Result<(), Unsaved> {
        match self.door.get_untracked() {
            Door::Open => {}
            // Whatever it was, it is something else now.
            door if is_there(&OurShelf) != (door == Door::Locked) => {
                self.door.set(outlook());
                return Ok(());
            }
            _ => return Ok(()),
        }
        if !self.with_open(Vault::changed_elsewhere).unwrap_or_default() {
            if !is_there(&OurShelf) {
                self.lock();
            }
            return Ok(());
        }
        if self.desk.with_value(Option::is_some) {
            let renewed = self.at_desk(|desk, vault, random| {
                let came = desk.renew(vault, now(), random)?;
                let left = |before: Differing| before.left_in(desk.note());
                self.differing
                    .update_value(|all| *all = all.take().and_then(left));
                Ok(came)
            });
            match renewed {
                Err(Unsaved::Gone) => self.choose(None),
                Err(Unsaved::Changed) => self.lock(),
                _ => return renewed,
            }
        } else if self
            .try_vault(|vault, _| vault.reload().map_err(|_| SaveError::Changed))
            .is_err()
        {
            self.lock();
        } else {
            self.anew.update(|anew| *anew += 1);
        }
        Ok(())
    }

    /// Whether two screens answered something differently.
    pub fn differs(&self) -> bool {
        self.anew.track();
        self.differing.with_value(Option::is_some)
    }

    /// What two screens answered differently, until it is settled.
    pub fn differing(&self) -> Option<Differing> {
        self.anew.track();
        self.differing.get_value()
    }

    /// What the parent chose, one choice for each difference.
    pub fn settle(&self, keep: &[Keep]) -> Result<(), Unsaved> {
        let Some(differing) = self.differing.get_value() else {
            return Ok(());
        };
        self.at_desk(|desk, vault, random| {
            let came = desk.settle(vault, differing, keep, now(), random)?;
            Ok(Came { anew: true, ..came })
        })?;
        self.differing.set_value(None);
        self.anew.update(|anew| *anew += 1);
        Ok(())
    }

    /// Earlier copies of the chosen child's note, the newest first.
    pub fn past(&self) -> Vec<Revision> {
        let child = self.child.get_untracked();
        let past = |vault: &OurVault| child.map(|child| vault.revisions(&child.id));
        self.with_open(past).flatten().unwrap_or_default()
    }

    /// An earlier copy.
    pub fn past_note(&self, past: Revision) -> Option<Note> {
        let child = self.child.get_untracked()?;
        let bytes = self.with_open(|vault| vault.revision(&child.id, past.revision))??;
        Note::from_bytes(&bytes).ok()
    }

    /// Brings an earlier copy back; the one it replaces can be brought back in its turn.
    pub fn bring_back(&self, past: Revision) -> Result<(), Unsaved> {
        let child = self.child.get_untracked().ok_or(Unsaved::Locked)?;
        let restore = |vault: &mut OurVault, random: &mut dyn FnMut(&mut [u8])| {
            vault.restore_revision(&child.id, past.revision, now(), random)
        };
        self.with_vault(restore)?;
        self.brought.set_value(true);
        self.choose(Some(child.clone()));
        self.anew.update(|anew| *anew += 1);
        Ok(())
    }

    /// Whether an earlier copy came back; says so once.
    pub fn take_brought(&self) -> bool {
        let brought = self.brought.try_update_value(std::mem::take);
        brought.unwrap_or_default()
    }

    /// Asks the open vault; `None` while it is locked.
    pub fn with_open<T>(&self, ask: impl FnOnce(&OurVault) -> T) -> Option<T> {
        self.vault.with_value(|vault| vault.as_ref().map(ask))
    }

    /// Does something with the open vault. [`SaveError::Changed`] also while it is locked.
    pub fn try_vault<T>(
        &self,
        act: impl FnOnce(&mut OurVault, &mut dyn FnMut(&mut [u8])) -> Result<T, SaveError>,
    ) -> Result<T, SaveError> {
        let act = |vault: &mut Option<OurVault>| {
            let vault = vault.as_mut().ok_or(SaveError::Changed)?;
            act(vault, &mut |buffer| (self.random)(buffer))
        };
        let done = self.vault.try_update_value(act);
        done.unwrap_or(Err(SaveError::Changed))
    }

    /// Does something with the open vault; once more where another screen had written meanwhile.
    fn with_vault<T>(
        &self,
        act: impl Fn(&mut OurVault, &mut dyn FnMut(&mut [u8])) -> Result<T, SaveError>,
    ) -> Result<T, Unsaved> {
        if !self.is_open_untracked() {
            return Err(Unsaved::Locked);
        }
        let again = |vault: &mut OurVault, random: &mut dyn FnMut(&mut [u8])| {
            vault.reload().map_err(|_| SaveError::NoSuchChild)?;
            act(vault, random)
        };
        match self.try_vault(&act) {
            Err(SaveError::Changed) => Ok(self.try_vault(again)?),
            done => Ok(done?),
        }
    }

    fn at_desk(
        &self,
        act: impl FnOnce(&mut Desk, &mut OurVault, &mut dyn FnMut(&mut [u8])) -> Result<Came, SaveError>,
    ) -> Result<(), Unsaved> {
        let act = |desk: &mut Option<Desk>| {
            let desk = desk.as_mut()?;
            Some(self.try_vault(|vault, random| act(desk, vault, random)))
        };
        let came = self.desk.try_update_value(act).flatten();
        let came = came.ok_or(Unsaved::Locked)??;
        let anew = came.anew || came.differing.is_some();
        if came.differing.is_some() {
            self.differing.set_value(came.differing);
        }
        if anew {
            self.anew.update(|anew| *anew += 1);
        }
        came.unsaved.map_or(Ok(()), |error| Err(error.into()))
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
            writer: text("writer").to_owned(),
            handed: text("handed").to_owned(),
        }
    }

    /// Which one in the vault.
    pub fn id(&self) -> &ChildId {
        &self.id
    }
}

fn label(name: &str, colour: &str) -> Value {
    json!({ "name": name, "colour": colour })
}

fn outlook() -> Door {
    match look(&OurShelf) {
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
