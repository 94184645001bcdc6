//! How the vault is unlocked, and changed: passphrase, recovery code, passkey, new keys; and what is
//! kept for undo. Under every fault of the shelf.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/shelf.rs"]
mod shelf;

use serde_json::{Value, json};
use shelf::{FAULTS, Fault, Faulty, NOW, copy, furnished, header, kek, other_kek, random, unlock};
use stepnote::vault::{
    ChildId, Condition, Damage, Found, KdfParams, MemoryShelf, Outlook, Profile, RecoveryCode,
    SaveError, Shelf, SlotKind, Vault, VaultError, Way, look, passkey_kek, remains, wipe,
};

const HDR: &str = "svl:v1:hdr";
const COPY: &str = "svl:v1:hdr:copy";
const MINUTE: u64 = 60_000;

const NEW: KdfParams = KdfParams {
    profile: Profile::STANDARD,
    salt: *b"another sixteen.",
};

/// What a child's record says after the next start, opened with a key.
fn opened(
    shelf: &dyn Shelf,
    key: &stepnote::vault::Kek,
    child: &ChildId,
) -> Result<String, VaultError> {
    let header = header(shelf);
    let vault = Vault::unlock(shelf, &header, key)?;
    let loaded = vault.load(child)?;
    Ok(String::from_utf8(loaded.bytes.to_vec()).unwrap())
}

#[test]
fn another_passphrase_opens_the_vault_and_the_old_one_no_more() {
    let (shelf, child) = furnished(2);
    let mut vault = unlock(&shelf).unwrap();
    vault
        .set_passphrase(&other_kek(), NEW, &mut random())
        .unwrap();
    assert_eq!(header(&shelf).passphrases(), [NEW]);
    assert_eq!(opened(&shelf, &other_kek(), &child), Ok("record 2".into()));
    assert_eq!(
        opened(&shelf, &kek(), &child),
        Err(VaultError::WrongPassphrase)
    );
    // The same tab goes on, and so does another that was open.
    vault.save(&child, b"record 3", NOW, &mut random()).unwrap();
    assert_eq!(opened(&shelf, &other_kek(), &child), Ok("record 3".into()));
}

#[test]
fn whatever_fails_while_the_passphrase_changes_the_old_or_the_new_one_opens() {
    for fault in FAULTS {
        for at in 0..5 {
            let (shelf, child) = furnished(2);
            let shelf = Faulty::new(shelf, at, fault);
            let mut vault = unlock(&shelf).unwrap();
            let changed = vault.set_passphrase(&other_kek(), NEW, &mut random());
            let what = format!("{fault:?} at write {at}: {changed:?}");
            drop(vault);
            let keys = [kek(), other_kek()];
            let opens = keys
                .iter()
                .filter(|key| opened(&shelf.kept, key, &child).is_ok());
            assert!(opens.count() >= 1, "{what}");
            if changed.is_err() && !matches!(fault, Fault::Refused | Fault::Killed) {
                assert!(
                    opened(&shelf.kept, &kek(), &child).is_ok(),
                    "{what}: back to the old"
                );
            }
            // Whichever opened, from then on it is the one.
            for key in keys {
                let shelf = copy(&shelf.kept);
                let found = header(&shelf);
                if let Ok(mut vault) = Vault::unlock(&shelf, &found, &key) {
                    vault.settle(&mut random());
                    drop(vault);
                    assert!(opened(&shelf, &key, &child).is_ok(), "{what}");
                    assert_eq!(header(&shelf).passphrases().len(), 1, "{what}");
                    assert_eq!(shelf.get(HDR), shelf.get(COPY), "{what}");
                }
            }
        }
    }
}

#[test]
fn a_recovery_code_opens_the_vault_and_shows_the_children_before_anything_is_changed() {
    let (shelf, child) = furnished(2);
    let mut vault = unlock(&shelf).unwrap();
    let first = vault.make_recovery(&mut random()).unwrap();
    let mut other = random();
    other(&mut [0; 500]);
    let code = vault.make_recovery(&mut other).unwrap();
    drop(vault);

    let found = header(&shelf);
    let before = copy(&shelf);
    let key = |code: &RecoveryCode| match &found.ways(SlotKind::Recovery)[..] {
        [Way::Recovery { salt }] => code.kek(salt),
        ways => panic!("{ways:?}"),
    };
    let unlock =
        |code: &RecoveryCode| Vault::unlock_with(&shelf, &found, SlotKind::Recovery, &key(code));
    let typed = RecoveryCode::parse(code.as_str()).unwrap();
    let mut vault = unlock(&typed).unwrap();
    assert_eq!(vault.children()[0].label, json!({"name": "陽向"}));
    assert_eq!(remains(&shelf), remains(&before), "nothing was written");
    vault.set_passphrase(&other_kek(), NEW, &mut other).unwrap();
    assert_eq!(opened(&shelf, &other_kek(), &child), Ok("record 2".into()));
    // The code stays good; the one before it was good until a new one was made.
    assert!(unlock(&typed).is_ok());
    assert_eq!(unlock(&first).map(|_| ()), Err(VaultError::OtherVault));
}

#[test]
fn a_passkey_is_one_more_way_and_never_the_only_one() {
    let (shelf, _) = furnished(1);
    let mut vault = unlock(&shelf).unwrap();
    let salt = [7; 16];
    let way = Way::Passkey {
        salt,
        credential: vec![1, 2, 3],
    };
    let key = passkey_kek(&[9; 32], &salt);
    vault.set_way(way.clone(), &key, &mut random()).unwrap();
    assert_eq!(
        vault.drop_ways(SlotKind::Passphrase),
        Err(SaveError::LastWay)
    );
    let found = header(&shelf);
    assert_eq!(found.ways(SlotKind::Passkey), [way]);
    let opened = Vault::unlock_with(&shelf, &found, SlotKind::Passkey, &key);
    assert!(opened.is_ok());
    let wrong = passkey_kek(&[8; 32], &salt);
    let refused = Vault::unlock_with(&shelf, &found, SlotKind::Passkey, &wrong);
    assert_eq!(refused.map(|_| ()), Err(VaultError::OtherVault));
    vault.drop_ways(SlotKind::Passkey).unwrap();
    assert!(!header(&shelf).has(SlotKind::Passkey));
}

#[test]
fn slots_and_members_of_a_newer_version_outlive_every_change() {
    let (shelf, _) = furnished(1);
    let mut text: Value = serde_json::from_str(&shelf.get(HDR).unwrap()).unwrap();
    let later = json!({"id": "AAAA", "kind": "social", "shares": [1, 2]});
    text["slots"].as_array_mut().unwrap().push(later.clone());
    text["since"] = "later".into();
    text["v"] = 2.into();
    for key in [HDR, COPY] {
        shelf.set(key, &text.to_string()).unwrap();
    }
    let mut vault = unlock(&shelf).unwrap();
    vault
        .set_passphrase(&other_kek(), NEW, &mut random())
        .unwrap();
    vault.make_recovery(&mut random()).unwrap();
    let after: Value = serde_json::from_str(&shelf.get(HDR).unwrap()).unwrap();
    assert!(after["slots"].as_array().unwrap().contains(&later));
    assert_eq!((&after["since"], &after["v"]), (&json!("later"), &json!(2)));
}

#[test]
fn a_change_in_another_tab_is_not_overwritten() {
    let (shelf, child) = furnished(1);
    let mut first = unlock(&shelf).unwrap();
    let mut second = unlock(&shelf).unwrap();
    first
        .set_passphrase(&other_kek(), NEW, &mut random())
        .unwrap();
    let refused = second.make_recovery(&mut random()).map(|_| ());
    assert_eq!(refused, Err(SaveError::Changed));
    second.settle(&mut random());
    assert_eq!(opened(&shelf, &other_kek(), &child), Ok("record 1".into()));
    second.reload().unwrap();
    second.make_recovery(&mut random()).unwrap();
    assert_eq!(header(&shelf).passphrases(), [NEW]);
}

/// A vault with two children, one of them with a copy kept for undo.
fn family() -> (MemoryShelf, ChildId, ChildId) {
    let (shelf, first) = furnished(2);
    let mut random = random();
    random(&mut [0; 999]);
    let mut vault = unlock(&shelf).unwrap();
    let later = NOW + 60 * MINUTE;
    vault.save(&first, b"record 3", later, &mut random).unwrap();
    let second = vault
        .add_child(json!(2), b"second", NOW, &mut random)
        .unwrap();
    assert_eq!(vault.revisions(&first).len(), 1);
    (shelf, first, second)
}

#[test]
fn new_keys_open_everything_and_the_old_ones_nothing() {
    let (shelf, first, second) = family();
    let before = copy(&shelf);
    let mut vault = unlock(&shelf).unwrap();
    vault.make_recovery(&mut random()).unwrap();
    let mut random = random();
    random(&mut [0; 5000]);
    let mut other_tab = unlock(&shelf).unwrap();
    vault.rotate(&other_kek(), NEW, &mut random).unwrap();
    drop(vault);

    // Another tab still has the old keys: it neither reads nor writes any more.
    let refused = other_tab.save(&first, b"late", NOW, &mut random);
    assert_eq!(refused, Err(SaveError::Changed));
    assert_eq!(other_tab.reload(), Err(VaultError::Rekeyed));

    let found = header(&shelf);
    assert!(!found.has(SlotKind::Recovery));
    let refused = Vault::unlock(&shelf, &found, &kek()).map(|_| ());
    assert_eq!(refused, Err(VaultError::WrongPassphrase));
    let mut vault = Vault::unlock(&shelf, &found, &other_kek()).unwrap();
    vault.settle(&mut random);
    assert!(!vault.restored_older());
    let kept = vault.revisions(&first)[0];
    assert_eq!(
        vault.revision(&first, kept.revision).unwrap().as_slice(),
        b"record 2"
    );
    drop(vault);
    assert_eq!(opened(&shelf, &other_kek(), &first), Ok("record 3".into()));
    assert_eq!(opened(&shelf, &other_kek(), &second), Ok("second".into()));

    // Nothing of what the old keys open is left: not with the old header, not with the old index.
    let texts = |shelf: &MemoryShelf| -> Vec<String> {
        shelf
            .keys("svl:")
            .iter()
            .filter_map(|key| shelf.get(key))
            .collect()
    };
    let old = texts(&before);
    let now = texts(&shelf);
    assert!(now.iter().all(|text| !old.contains(text)));
    assert!(!shelf.get(HDR).unwrap().contains("was"));
    for key in [HDR, COPY] {
        shelf.set(key, &before.get(key).unwrap()).unwrap();
    }
    assert!(matches!(
        opened(&shelf, &kek(), &first),
        Err(VaultError::Damaged(Damage::Index))
    ));
}

#[test]
fn whatever_fails_while_keys_are_made_anew_nothing_is_lost() {
    for fault in FAULTS {
        for at in 0..14 {
            let (shelf, first, second) = family();
            let shelf = Faulty::new(shelf, at, fault);
            let mut random = random();
            random(&mut [0; 7777]);
            let mut vault = unlock(&shelf).unwrap();
            let rotated = vault.rotate(&other_kek(), NEW, &mut random);
            let what = format!("{fault:?} at write {at}: {rotated:?}");
            if rotated.is_err() {
                // The same tab goes on as before.
                assert_eq!(*vault.load(&first).unwrap().bytes, b"record 3", "{what}");
                assert_eq!(*vault.load(&second).unwrap().bytes, b"second", "{what}");
            }
            drop(vault);

            let mut opens = 0;
            for key in [kek(), other_kek()] {
                let shelf = copy(&shelf.kept);
                let found = header(&shelf);
                let Ok(mut vault) = Vault::unlock(&shelf, &found, &key) else {
                    continue;
                };
                opens += 1;
                // Twice: what the first start finds lost, the second finds whole.
                for _ in 0..2 {
                    vault.settle(&mut random);
                }
                for (child, record) in [(&first, "record 3"), (&second, "second")] {
                    let bytes = vault.load(child).expect(&what).bytes;
                    assert_eq!(*bytes, record.as_bytes(), "{what}");
                }
                assert!(!vault.restored_older(), "{what}");
                drop(vault);
                assert_eq!(
                    opened(&shelf, &key, &first),
                    Ok("record 3".into()),
                    "{what}"
                );
                assert_eq!(header(&shelf).passphrases().len(), 1, "{what}");
                assert!(!shelf.get(HDR).unwrap().contains("\"was\""), "{what}");
                let mut vault = Vault::unlock(&shelf, &header(&shelf), &key).unwrap();
                vault
                    .save(&first, b"record 4", NOW, &mut random)
                    .expect(&what);
            }
            assert!(opens >= 1, "{what}");
            if rotated.is_ok() && !fault.forgets() {
                assert!(opened(&shelf.kept, &kek(), &first).is_err(), "{what}");
            }
        }
    }
}

#[test]
fn whatever_fails_while_new_keys_are_settled_nothing_is_lost() {
    let (whole, first, second) = family();
    let mut random = random();
    random(&mut [0; 7777]);
    let mut vault = unlock(&whole).unwrap();
    vault.rotate(&other_kek(), NEW, &mut random).unwrap();
    drop(vault);
    for fault in FAULTS {
        for at in 0..5 {
            let shelf = Faulty::new(copy(&whole), at, fault);
            let what = format!("{fault:?} at write {at}");
            let found = header(&shelf);
            let mut vault = Vault::unlock(&shelf, &found, &other_kek()).unwrap();
            vault.settle(&mut random);
            drop(vault);
            assert_eq!(
                opened(&shelf.kept, &other_kek(), &first),
                Ok("record 3".into()),
                "{what}"
            );
            assert_eq!(
                opened(&shelf.kept, &other_kek(), &second),
                Ok("second".into()),
                "{what}"
            );
            assert!(opened(&shelf.kept, &kek(), &first).is_err(), "{what}");
        }
    }
}

#[test]
fn one_damaged_child_leaves_the_others_alone_and_outlives_new_keys() {
    let (shelf, first, second) = family();
    for side in ["A", "B"] {
        let key = format!("svl:v1:rec:{}:{side}", first.as_str());
        shelf.set(&key, "AAAA").unwrap();
    }
    let mut random = random();
    random(&mut [0; 7777]);
    let mut vault = unlock(&shelf).unwrap();
    assert_eq!(vault.condition(&first), Condition::Damaged);
    assert_eq!(vault.condition(&second), Condition::Whole(Found::Current));
    assert_eq!(
        vault.revisions(&first).len(),
        1,
        "a copy can still be brought back"
    );
    assert!(remains(&shelf).contains("AAAA"));
    vault.rotate(&other_kek(), NEW, &mut random).unwrap();
    let mut vault = Vault::unlock(&shelf, &header(&shelf), &other_kek()).unwrap();
    vault.settle(&mut random);
    assert_eq!(vault.condition(&first), Condition::Damaged);
    assert_eq!(*vault.load(&second).unwrap().bytes, b"second");
    assert!(remains(&shelf).contains("AAAA"), "what is left stays");
    assert!(!shelf.get(HDR).unwrap().contains("\"was\""));
}

#[test]
fn a_record_that_the_index_forgot_is_found_and_named() {
    let (shelf, child) = furnished(3);
    let before = copy(&shelf);
    let mut random = random();
    random(&mut [0; 999]);
    let mut vault = unlock(&shelf).unwrap();
    vault.save(&child, b"record 4", NOW, &mut random).unwrap();
    // The browser loses the index's last write.
    for side in ["A", "B"] {
        let key = format!("svl:v1:idx:{side}");
        shelf.set(&key, &before.get(&key).unwrap()).unwrap();
    }
    let mut vault = unlock(&shelf).unwrap();
    let loaded = vault.load(&child).unwrap();
    assert_eq!(
        (loaded.bytes.as_slice(), loaded.found),
        (&b"record 4"[..], Found::Newer)
    );
    vault.save(&child, b"record 5", NOW, &mut random).unwrap();
    assert_eq!(opened(&shelf, &kek(), &child), Ok("record 5".into()));
    assert_eq!(vault.condition(&child), Condition::Whole(Found::Current));
}

#[test]
fn one_copy_of_each_of_the_last_three_sittings_can_be_brought_back() {
    let (shelf, child) = furnished(1);
    let mut random = random();
    random(&mut [0; 999]);
    let mut vault = unlock(&shelf).unwrap();
    let mut now = NOW;
    for sitting in 1..=5 {
        now += 60 * MINUTE;
        for save in 1..=3 {
            let record = format!("sitting {sitting}, save {save}");
            vault
                .save(&child, record.as_bytes(), now + save, &mut random)
                .unwrap();
        }
    }
    let texts = |vault: &Vault<&MemoryShelf>| -> Vec<String> {
        let revisions = vault.revisions(&child).into_iter();
        let bytes = revisions.map(|kept| vault.revision(&child, kept.revision).unwrap());
        bytes
            .map(|bytes| String::from_utf8(bytes.to_vec()).unwrap())
            .collect()
    };
    let end = |sitting: u64| format!("sitting {sitting}, save 3");
    assert_eq!(texts(&vault), [end(4), end(3), end(2)]);
    assert_eq!(shelf.keys("svl:v1:old:").len(), 3);

    let revision = vault.revisions(&child)[1];
    assert_eq!(revision.updated_ms, NOW + 3 * 60 * MINUTE + 3);
    vault
        .restore_revision(&child, revision.revision, now, &mut random)
        .unwrap();
    assert_eq!(opened(&shelf, &kek(), &child), Ok(end(3)));
    assert_eq!(
        texts(&vault),
        [end(5), end(4), end(3)],
        "what it replaced can come back too"
    );
    let gone = vault.restore_revision(&child, 2, now, &mut random);
    assert_eq!(gone, Err(SaveError::NoSuchRevision));
}

#[test]
fn what_could_be_undone_makes_room_for_what_is_written() {
    let (shelf, child, _) = family();
    let kept = shelf.keys("svl:v1:old:").len();
    assert_eq!(kept, 1);
    let shelf = Faulty::new(shelf, 0, Fault::Full);
    let mut random = random();
    random(&mut [0; 9999]);
    let mut vault = unlock(&shelf).unwrap();
    vault.save(&child, b"record 4", NOW, &mut random).unwrap();
    assert_eq!(opened(&shelf.kept, &kek(), &child), Ok("record 4".into()));
    assert_eq!(vault.revisions(&child), []);
    assert!(shelf.kept.keys("svl:v1:old:").is_empty());
}

#[test]
fn whatever_fails_while_a_copy_is_brought_back_the_next_start_finds_the_old_or_the_new() {
    for fault in FAULTS {
        for at in 0..4 {
            let (shelf, child, _) = family();
            let shelf = Faulty::new(shelf, at, fault);
            let mut random = random();
            random(&mut [0; 9999]);
            let mut vault = unlock(&shelf).unwrap();
            let revision = vault.revisions(&child)[0].revision;
            let restored = vault.restore_revision(&child, revision, NOW + 1, &mut random);
            drop(vault);
            let found = opened(&shelf.kept, &kek(), &child).unwrap();
            let what = format!("{fault:?} at write {at}: {restored:?} {found}");
            assert!(["record 3", "record 2"].contains(&found.as_str()), "{what}");
        }
    }
}

#[test]
fn a_forgotten_child_takes_its_copies_along_and_a_browser_that_keeps_them_is_told_on() {
    let (shelf, child, second) = family();
    let mut random = random();
    random(&mut [0; 9999]);
    unlock(&shelf)
        .unwrap()
        .forget_child(&child, &mut random)
        .unwrap();
    assert!(shelf.keys("svl:v1:old:").is_empty());

    struct Clinging<'a>(&'a MemoryShelf);
    impl Shelf for Clinging<'_> {
        fn get(&self, key: &str) -> Option<String> {
            self.0.get(key)
        }
        fn set(&self, key: &str, value: &str) -> Result<(), stepnote::vault::ShelfError> {
            self.0.set(key, value)
        }
        fn remove(&self, _: &str) {}
        fn keys(&self, prefix: &str) -> Vec<String> {
            self.0.keys(prefix)
        }
    }
    let clinging = Clinging(&shelf);
    let refused = unlock(&clinging)
        .unwrap()
        .forget_child(&second, &mut random);
    assert_eq!(refused, Err(SaveError::Remains));
    assert!(
        unlock(&shelf).unwrap().children().is_empty(),
        "its key is gone all the same"
    );
    assert_eq!(wipe(&clinging), Err(SaveError::Remains));
    assert_eq!(wipe(&shelf), Ok(()));
    assert_eq!(look(&shelf), Outlook::Absent);
}

#[test]
fn a_child_out_of_a_backup_keeps_its_name_in_the_vault() {
    let (shelf, child) = furnished(1);
    let mut vault = unlock(&shelf).unwrap();
    let mut random = random();
    random(&mut [0; 999]);
    let id = ChildId::make(&mut random).unwrap();
    vault
        .put_child(id.clone(), json!(2), b"2", NOW, &mut random)
        .unwrap();
    assert_eq!(opened(&shelf, &kek(), &id), Ok("2".into()));
    for (id, refused) in [
        (child, SaveError::AlreadyThere),
        (ChildId::from("../x"), SaveError::NoSuchChild),
    ] {
        let put = vault.put_child(id, json!(3), b"3", NOW, &mut random);
        assert_eq!(put, Err(refused));
    }
}

const GOLDEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/vault/v1/keys");

#[test]
fn the_example_with_every_kind_of_slot_opens_every_way() {
    let text = |name: &str| std::fs::read_to_string(format!("{GOLDEN}.{name}")).unwrap();
    let dump: std::collections::BTreeMap<String, String> =
        serde_json::from_str(&text("shelf.json")).unwrap();
    let shelf = MemoryShelf::default();
    for (key, value) in dump {
        shelf.set(&key, &value).unwrap();
    }
    let found = header(&shelf);
    let code = RecoveryCode::parse(&text("recovery")).unwrap();
    for slot in found.slots() {
        let (kind, key) = match slot.way() {
            Way::Passphrase(_) => (SlotKind::Passphrase, kek()),
            Way::Recovery { salt } => (SlotKind::Recovery, code.kek(salt)),
            Way::Passkey { salt, .. } => (SlotKind::Passkey, passkey_kek(&[9; 32], salt)),
        };
        let vault = Vault::unlock_with(&shelf, &found, kind, &key).unwrap();
        let child = &vault.children()[0].id;
        assert_eq!(*vault.load(child).unwrap().bytes, b"record 3");
        let kept = vault.revisions(child)[0];
        assert_eq!(
            vault.revision(child, kept.revision).unwrap().as_slice(),
            b"record 2"
        );
    }
    assert_eq!(found.slots().len(), 3);
}

/// Writes that example if it is not there. It is never written again.
#[test]
#[ignore = "writes the golden files, once"]
fn write_golden_files_once() {
    let path = format!("{GOLDEN}.shelf.json");
    assert!(!std::fs::exists(&path).unwrap());
    let (shelf, ..) = family();
    let mut random = random();
    random(&mut [0; 7777]);
    let mut vault = unlock(&shelf).unwrap();
    let code = vault.make_recovery(&mut random).unwrap();
    let salt = Way::salt(&mut random).unwrap();
    let way = Way::Passkey {
        salt,
        credential: vec![1, 2, 3],
    };
    vault
        .set_way(way, &passkey_kek(&[9; 32], &salt), &mut random)
        .unwrap();
    let dump: std::collections::BTreeMap<String, String> = shelf
        .keys("")
        .into_iter()
        .map(|key| (key.clone(), shelf.get(&key).unwrap()))
        .collect();
    std::fs::write(path, serde_json::to_string_pretty(&dump).unwrap()).unwrap();
    std::fs::write(format!("{GOLDEN}.recovery"), format!("{}\n", code.as_str())).unwrap();
}

/// What lies on a shelf, as the golden files have it.
fn dump(shelf: &MemoryShelf) -> std::collections::BTreeMap<String, String> {
    let keys = shelf.keys("").into_iter();
    keys.map(|key| (key.clone(), shelf.get(&key).unwrap()))
        .collect()
}

fn golden_shelf(name: &str) -> MemoryShelf {
    let text = std::fs::read_to_string(format!("{GOLDEN_FOLDER}{name}.shelf.json")).unwrap();
    let dump: std::collections::BTreeMap<String, String> = serde_json::from_str(&text).unwrap();
    let shelf = MemoryShelf::default();
    for (key, value) in dump {
        shelf.set(&key, &value).unwrap();
    }
    shelf
}

const GOLDEN_FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/vault/v1/");

/// The states in which new keys can be found: just made, settled, and broken off after the copy of
/// the header.
const NEW_KEYS: [(&str, bool); 3] = [
    ("rotated", true),
    ("rotated-settled", true),
    ("rotated-broken-off", false),
];

#[test]
fn the_examples_with_new_keys_open_with_what_counts_and_settle() {
    for (name, new) in NEW_KEYS {
        let shelf = golden_shelf(name);
        let (opens, refused) = if new {
            (other_kek(), kek())
        } else {
            (kek(), other_kek())
        };
        let found = header(&shelf);
        // Where it broke off either opens it, until one has.
        let either = Vault::unlock(&shelf, &found, &refused).is_ok();
        assert_eq!(either, !new, "{name}");
        let mut vault = Vault::unlock(&shelf, &found, &opens).unwrap();
        vault.settle(&mut random());
        let children = vault.children();
        let texts = children.iter().map(|child| vault.load(&child.id).unwrap());
        let texts: Vec<_> = texts.map(|loaded| loaded.bytes.to_vec()).collect();
        assert_eq!(texts, [b"record 3".to_vec(), b"second".to_vec()], "{name}");
        drop(vault);
        let first = &children[0].id;
        assert_eq!(
            opened(&shelf, &opens, first),
            Ok("record 3".into()),
            "{name}"
        );
    }
}

/// Writes those examples if they are not there. They are never written again.
#[test]
#[ignore = "writes the golden files, once"]
fn write_the_examples_with_new_keys_once() {
    for (name, _) in NEW_KEYS {
        let path = format!("{GOLDEN_FOLDER}{name}.shelf.json");
        assert!(!std::fs::exists(&path).unwrap());
        let (before, ..) = family();
        // By the third write the copy of the header is new, and so is a record.
        let at = if name == "rotated-broken-off" {
            2
        } else {
            usize::MAX
        };
        let shelf = Faulty::new(before, at, Fault::Killed);
        let mut random = random();
        random(&mut [0; 3333]);
        let mut vault = unlock(&shelf).unwrap();
        _ = vault.rotate(&other_kek(), NEW, &mut random);
        drop(vault);
        if name == "rotated-settled" {
            let found = header(&shelf);
            let mut vault = Vault::unlock(&shelf, &found, &other_kek()).unwrap();
            vault.settle(&mut random);
        }
        let text = serde_json::to_string_pretty(&dump(&shelf.kept)).unwrap();
        std::fs::write(path, text).unwrap();
    }
}

#[test]
fn every_copy_that_could_be_shown_one_day_is_named_those_of_the_past_too() {
    let (shelf, child, _) = family();
    let vault = unlock(&shelf).unwrap();
    let copies = vault.copies(&child).expect("all open");
    let past = vault.revisions(&child).into_iter();
    let mut shown: Vec<_> = past
        .filter_map(|past| vault.revision(&child, past.revision))
        .collect();
    shown.push(vault.load(&child).expect("a record").bytes);
    assert!(shown.iter().all(|copy| copies.contains(copy)));
}

#[test]
fn a_copy_that_does_not_open_leaves_open_what_stands_in_it() {
    let (shelf, child, _) = family();
    let names = shelf.keys("svl:v1:rec:");
    let name = names.iter().rfind(|name| name.contains(child.as_str()));
    let name = name.expect("a record");
    shelf.set(name, "AAAA").expect("room");
    assert_eq!(unlock(&shelf).unwrap().copies(&child), None);
}
