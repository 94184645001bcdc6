//! Every sequence that writes in the vault, under every fault at every step of it: the next start finds the state before
//! or the state after, and goes on from there.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/shelf.rs"]
mod shelf;

use core::cell::RefCell;
use serde_json::{Value, json};
use shelf::{
    End, Fault, Faulty, NOW, PARAMS, copy, header, kek, other_kek, random, under_every_fault,
    unlock,
};
use stepnote::{
    backup::{MOST_HEAD, Writer, parse_head},
    vault::{
        ChildId, Coming, KdfParams, Kek, MemoryShelf, Outlook, RecoveryCode, SaveError, Shelf,
        SlotKind, Vault, Way, look, passkey_kek, wipe,
    },
};

const NEW: KdfParams = KdfParams {
    salt: *b"another sixteen.",
    ..PARAMS
};
const LATER: u64 = NOW + 60 * 60_000;

/// What a way into the vault shows: every child with its label and its record; `None` where it opens nothing.
type Shown = Option<Vec<(Value, Result<Vec<u8>, String>)>>;

/// What every way shows, after what was interrupted is finished: as the app does it.
#[derive(Debug, Clone, PartialEq)]
struct State {
    absent: bool,
    ways: Vec<Shown>,
}

impl State {
    fn opens(&self) -> bool {
        self.ways.iter().any(Option::is_some)
    }
}

/// The ways that are tried: both passphrases, the codes that are known, the passkey.
struct Tries {
    codes: Vec<RecoveryCode>,
}

impl Tries {
    fn each(&self, shelf: &MemoryShelf, visit: &mut dyn FnMut(Option<Vault<MemoryShelf>>)) {
        let Outlook::Present(_) = look(shelf) else {
            return;
        };
        for kek in [kek(), other_kek()] {
            let shelf = copy(shelf);
            let found = header(&shelf);
            visit(Vault::unlock(shelf, &found, &kek).ok());
        }
        let found = header(shelf);
        let mut open = |kind, key: &dyn Fn(&Way) -> Option<Kek>| {
            let keys = found.ways(kind).into_iter();
            let mut opened = keys.filter_map(|way| {
                let found = header(shelf);
                Vault::unlock_with(copy(shelf), &found, kind, &key(&way)?).ok()
            });
            visit(opened.next());
        };
        for code in &self.codes {
            open(SlotKind::Recovery, &|way| match way {
                Way::Recovery { salt } => Some(code.kek(salt)),
                _ => None,
            });
        }
        open(SlotKind::Passkey, &|way| match way {
            Way::Passkey { salt, .. } => Some(passkey_kek(&[9; 32], salt)),
            _ => None,
        });
    }

    fn state(&self, shelf: &MemoryShelf) -> State {
        let mut ways = Vec::new();
        self.each(shelf, &mut |vault| {
            ways.push(vault.map(|mut vault| {
                vault.settle(&mut chance(6));
                shown(&vault)
            }));
        });
        ways.resize(3 + self.codes.len(), None);
        let absent = look(shelf) == Outlook::Absent;
        State { absent, ways }
    }
}

fn shown(vault: &Vault<MemoryShelf>) -> Vec<(Value, Result<Vec<u8>, String>)> {
    let children = vault.children().into_iter();
    let shown = children.map(|child| {
        let record = vault.load(&child.id).map(|loaded| loaded.bytes.to_vec());
        (child.label, record.map_err(|error| error.to_string()))
    });
    shown.collect()
}

/// Holds a sequence to its promise. `act` draws the same random bytes every time.
#[track_caller]
fn holds<T: core::fmt::Debug>(
    begin: impl Fn() -> MemoryShelf,
    act: impl Fn(&Faulty) -> Result<T, SaveError>,
    codes: &[RecoveryCode],
) {
    let tries = Tries {
        codes: codes.to_vec(),
    };
    let whole = Faulty::new(begin(), usize::MAX, Fault::Killed);
    act(&whole).expect("nothing stands in the way");
    let (old, new) = (tries.state(&begin()), tries.state(&whole.kept));
    assert!(old.absent || old.opens());
    assert!(new.absent || new.opens());
    under_every_fault(begin, act, |end| judge(&end, &tries, &old, &new));
}

#[track_caller]
fn judge<T>(end: &End<Result<T, SaveError>>, tries: &Tries, old: &State, new: &State) {
    let what = &end.what;
    let is_one = |found: &State| {
        let ways = found.ways.iter().enumerate();
        let mut known = ways.map(|(way, found)| *found == old.ways[way] || *found == new.ways[way]);
        // What was deleted and opens in no way is nobody's any more, even where something of it comes back.
        let gone = new.absent && end.fault.forgets();
        let there = if found.absent {
            old.absent || new.absent
        } else {
            found.opens() || gone
        };
        known.all(core::convert::identity) && there
    };
    let found = tries.state(&end.kept);
    assert!(is_one(&found), "{what}: {:?} {found:#?}", look(&end.kept));
    if end.said.is_ok() && !end.fault.forgets() {
        assert_eq!(found, *new, "{what}");
    }
    // Whichever way opened it, going on from there changes nothing of it, and it can be written in.
    tries.each(&end.kept, &mut |vault| {
        let Some(mut vault) = vault else {
            return;
        };
        let mut chance = chance(7);
        vault.settle(&mut chance);
        let before = shown(&vault);
        vault.settle(&mut chance);
        assert_eq!(shown(&vault), before, "{what}, then settled twice");
        if let Some(child) = vault.children().first() {
            let saved = vault.save(&child.id, b"goes on", LATER, &mut chance);
            assert!(saved.is_ok(), "{what}, then {saved:?}");
            assert_eq!(vault.load(&child.id).unwrap().bytes.as_slice(), b"goes on");
        }
    });
    if found.absent {
        let shelf = copy(&end.kept);
        let again = Vault::create(&shelf, &kek(), PARAMS, &mut random());
        assert!(again.is_ok(), "{what}, then {again:?}");
        assert_eq!(shelf.keys("svl:v1:rec:"), [""; 0], "{what}: noise is left");
    }
}

/// A record that is long enough for a save to say only what differs.
fn long(words: &str) -> Vec<u8> {
    [words.as_bytes(), &[b'.'; 10_000]].concat()
}

/// The family, after something was written into a record that is long.
fn family_that_writes() -> MemoryShelf {
    let shelf = family();
    let mut random = chance(8);
    let mut vault = unlock(&shelf).unwrap();
    let first = first(&vault);
    let record = ["A", "B"].map(|side| format!("svl:v1:rec:{}:{side}", first.as_str()));
    vault
        .save(&first, &long("before"), NOW, &mut random)
        .unwrap();
    let whole = record.each_ref().map(|key| shelf.get(key));
    vault
        .save(&first, &long("before "), NOW, &mut random)
        .unwrap();
    assert!(
        record.each_ref().map(|key| shelf.get(key)) == whole,
        "only what differs is written"
    );
    drop(vault);
    shelf
}

/// Two children, the first with something to go back to.
fn family() -> MemoryShelf {
    let shelf = MemoryShelf::default();
    let mut random = chance(1);
    let mut vault = Vault::create(&shelf, &kek(), PARAMS, &mut random).unwrap();
    let first = vault
        .add_child(json!("one"), b"record 1", NOW, &mut random)
        .unwrap();
    vault
        .add_child(json!("two"), b"second", NOW, &mut random)
        .unwrap();
    vault
        .save_and_keep(&first, b"record 2", NOW, &mut random)
        .unwrap();
    drop(vault);
    shelf
}

/// Random bytes, others for every number.
fn chance(number: usize) -> impl FnMut(&mut [u8]) {
    let mut random = random();
    random(&mut vec![0; 1_000 * number]);
    random
}

fn first<S: Shelf>(vault: &Vault<S>) -> ChildId {
    vault.children()[0].id.clone()
}

/// A sequence in the vault of the family.
type Deed = fn(&mut Vault<&Faulty>, &mut dyn FnMut(&mut [u8])) -> Result<(), SaveError>;

#[track_caller]
fn in_the_family(deed: Deed) {
    let act = |shelf: &Faulty| {
        let found = header(shelf);
        let mut vault = Vault::unlock(shelf, &found, &kek()).expect("it opens");
        // As on a desk: what was read is known.
        vault.load(&first(&vault)).expect("it opens");
        deed(&mut vault, &mut chance(2))
    };
    holds(family, act, &[]);
    holds(family_that_writes, act, &[]);
}

#[test]
fn a_vault_that_begins_is_there_or_not() {
    let act = |shelf: &Faulty| Vault::create(shelf, &kek(), PARAMS, &mut chance(2)).map(|_| ());
    holds(MemoryShelf::default, act, &[]);
}

#[test]
fn a_save_is_there_or_the_one_before() {
    in_the_family(|vault, random| vault.save(&first(vault), b"new", NOW, random).map(|_| ()));
    // With a copy kept of what was there before.
    in_the_family(|vault, random| vault.save(&first(vault), b"new", LATER, random).map(|_| ()));
}

#[test]
fn a_few_characters_more_are_there_or_not() {
    in_the_family(|vault, random| {
        vault
            .save(&first(vault), &long("before and after"), NOW, random)
            .map(|_| ())
    });
}

#[test]
fn a_merged_note_is_there_or_the_one_before() {
    in_the_family(|vault, random| {
        let merged = vault.save_and_keep(&first(vault), b"merged", NOW, random);
        merged.map(|_| ())
    });
}

#[test]
fn an_earlier_copy_is_back_or_not() {
    in_the_family(|vault, random| {
        let child = first(vault);
        let revision = vault.revisions(&child)[0].revision;
        let back = vault.restore_revision(&child, revision, NOW, random);
        back.map(|_| ())
    });
}

#[test]
fn a_new_child_is_there_or_not() {
    in_the_family(|vault, random| {
        let added = vault.add_child(json!("three"), b"third", NOW, random);
        added.map(|_| ())
    });
}

#[test]
fn another_label_is_there_or_the_one_before() {
    in_the_family(|vault, random| vault.set_label(&first(vault), json!("another"), random));
}

#[test]
fn remembering_a_backup_costs_nothing() {
    in_the_family(|vault, random| vault.remember_backup(NOW, vault.saves(), random));
}

#[test]
fn a_child_is_deleted_or_whole() {
    in_the_family(|vault, random| vault.forget_child(&first(vault), random));
}

#[test]
fn everything_is_deleted_or_whole() {
    holds(family, |shelf: &Faulty| wipe(shelf), &[]);
}

#[test]
fn the_new_passphrase_opens_or_the_one_before() {
    in_the_family(|vault, random| vault.set_passphrase(&other_kek(), NEW, random));
}

#[test]
fn the_new_recovery_code_opens_or_the_one_before() {
    let make = |shelf: &Faulty, number| {
        let found = header(shelf);
        let mut vault = Vault::unlock(shelf, &found, &kek()).expect("it opens");
        vault.make_recovery(&mut chance(number))
    };
    let begun = Faulty::new(family(), usize::MAX, Fault::Killed);
    let one = make(&begun, 3).unwrap();
    let two = make(&begun, 4).unwrap();
    let codes = [one, two];
    holds(family, |shelf| make(shelf, 3).map(|_| ()), &codes);
    let with_one = || {
        let shelf = Faulty::new(family(), usize::MAX, Fault::Killed);
        make(&shelf, 3).unwrap();
        shelf.kept
    };
    holds(with_one, |shelf| make(shelf, 4).map(|_| ()), &codes);
}

fn add_passkey<S: Shelf>(
    vault: &mut Vault<S>,
    random: &mut dyn FnMut(&mut [u8]),
) -> Result<(), SaveError> {
    let salt = Way::salt(random)?;
    let way = Way::Passkey {
        salt,
        credential: vec![1, 2, 3],
    };
    vault.set_way(way, &passkey_kek(&[9; 32], &salt), random)
}

#[test]
fn a_passkey_opens_or_does_not_and_the_rest_is_whole() {
    in_the_family(|vault, random| add_passkey(vault, random));
    let with_passkey = || {
        let shelf = family();
        add_passkey(&mut unlock(&shelf).unwrap(), &mut chance(3)).unwrap();
        shelf
    };
    let drop = |shelf: &Faulty| {
        let found = header(shelf);
        let mut vault = Vault::unlock(shelf, &found, &kek()).expect("it opens");
        vault.drop_ways(SlotKind::Passkey)
    };
    holds(with_passkey, drop, &[]);
}

#[test]
fn the_new_keys_open_everything_or_the_old_ones_do() {
    in_the_family(|vault, random| vault.rotate(&other_kek(), NEW, random));
}

fn with_new_keys() -> MemoryShelf {
    let shelf = family_that_writes();
    let mut vault = unlock(&shelf).unwrap();
    vault.rotate(&other_kek(), NEW, &mut chance(3)).unwrap();
    drop(vault);
    shelf
}

fn opened(shelf: &Faulty) -> Vault<&Faulty> {
    let found = header(shelf);
    Vault::unlock(shelf, &found, &other_kek()).expect("it opens")
}

#[test]
fn new_keys_are_settled_or_will_be() {
    let settle = |shelf: &Faulty| {
        opened(shelf).settle(&mut chance(4));
        Ok(())
    };
    holds(with_new_keys, settle, &[]);
}

#[test]
fn photos_are_named_by_their_new_keys_or_by_the_old_ones() {
    let rename = |shelf: &Faulty| {
        let mut vault = opened(shelf);
        let child = first(&vault);
        let change = |record: &[u8]| [record, b", renamed"].concat();
        vault.rewrite(&child, &change, &["id"], &mut chance(4))?;
        vault.end_renewal(&mut chance(5))
    };
    let settled = || {
        let shelf = Faulty::new(with_new_keys(), usize::MAX, Fault::Killed);
        opened(&shelf).settle(&mut chance(4));
        shelf.kept
    };
    holds(settled, rename, &[]);
}

#[test]
fn a_backup_is_back_as_a_whole_or_not_at_all() {
    let shelf = family();
    let vault = unlock(&shelf).unwrap();
    let (_, head) = Writer::begin(&vault, &mut chance(2)).unwrap();
    let head = parse_head(&head[..head.len().min(MOST_HEAD)]).unwrap();
    let children = vault.children();
    let records: Vec<_> = children
        .iter()
        .map(|child| vault.load(&child.id).unwrap().bytes)
        .collect();
    let coming: Vec<_> = children
        .iter()
        .zip(&records)
        .map(|(child, record)| Coming {
            id: child.id.clone(),
            label: child.label.clone(),
            record,
            updated_ms: child.updated_ms,
        })
        .collect();
    let calls = RefCell::new(0);
    let bring = |shelf: &Faulty| {
        *calls.borrow_mut() += 1;
        let came = (coming.as_slice(), NOW);
        let made = head.make_vault(SlotKind::Passphrase, &kek(), shelf, came, &mut chance(3));
        made.map(|_| ())
    };
    holds(MemoryShelf::default, bring, &[]);
    assert!(*calls.borrow() > 50, "every step was tried");
}
