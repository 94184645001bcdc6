//! Backups: whatever is done to the file, it is read as it was written, or refused by name.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/shelf.rs"]
mod shelf;

use proptest::prelude::*;
use serde_json::{Value, json};
use shelf::{NOW, furnished, kek, other_kek, random, unlock};
use stepnote::backup::{Item, MOST_HEAD, Manifest, Refused, Writer, compact, parse_head};
use stepnote::vault::{
    ChildId, Coming, KdfParams, Kek, MemoryShelf, Outlook, Profile, RecoveryCode, SaveError,
    SlotKind, Vault, Way, derive_kek, look,
};

fn child(number: u8) -> ChildId {
    ChildId::make(&mut |bytes| {
        for (place, byte) in bytes.iter_mut().enumerate() {
            *byte = number.wrapping_mul(31).wrapping_add(place as u8);
        }
    })
    .unwrap()
}

fn manifest() -> Item {
    Item::Manifest(Manifest {
        made_ms: NOW,
        children: vec![
            (child(1), json!({"name": "陽向"}), NOW),
            (child(2), json!(2), 7),
        ],
        papers: true,
    })
}

fn items(papers: usize) -> Vec<Item> {
    let mut items = vec![
        manifest(),
        Item::Note {
            child: child(1),
            bytes: br#"{"kind":"note","v":1}"#.to_vec().into(),
        },
        Item::Note {
            child: child(2),
            bytes: Vec::new().into(),
        },
        Item::Document {
            name: "log".into(),
            bytes: b"[]".to_vec().into(),
        },
    ];
    for part in 0..papers {
        let bytes = (0..70_000).map(|place| (place * 7 + part) as u8).collect();
        items.push(Item::Paper {
            id: [9; 16],
            part: part as u32,
            bytes,
        });
    }
    items
}

fn written(items: &[Item]) -> Vec<u8> {
    written_with(items, 777)
}

fn written_with(items: &[Item], seed: usize) -> Vec<u8> {
    let (shelf, _) = furnished(2);
    let mut random = random();
    random(&mut vec![0; seed]);
    let vault = unlock(&shelf).unwrap();
    let (mut writer, mut file) = Writer::begin(&vault, &mut random).unwrap();
    for item in items {
        file.extend(writer.add(item));
    }
    file.extend(writer.end());
    file
}

fn read(file: &[u8], pieces: &[usize]) -> Result<Vec<Item>, Refused> {
    let head = parse_head(&file[..file.len().min(MOST_HEAD)])?;
    let mut reader = head.unlock(SlotKind::Passphrase, &kek())?;
    let mut rest = &file[head.length()..];
    let mut items = Vec::new();
    for piece in pieces {
        let (now, later) = rest.split_at(rest.len().min(*piece));
        items.extend(reader.feed(now)?);
        rest = later;
    }
    items.extend(reader.feed(rest)?);
    items.extend(reader.end()?);
    Ok(items)
}

#[test]
fn what_is_backed_up_is_read_back() {
    for papers in [0, 1, 3, 12] {
        let items = items(papers);
        assert_eq!(read(&written(&items), &[]), Ok(items), "{papers} papers");
    }
    let nothing = [Item::Manifest(Manifest {
        made_ms: 0,
        children: Vec::new(),
        papers: false,
    })];
    assert_eq!(read(&written(&nothing), &[]).unwrap(), nothing);
}

#[test]
fn a_backup_is_as_long_as_its_pieces_whatever_stands_at_their_edges() {
    // Items whose end falls on, before and behind the end of a piece.
    for length in 65_430..65_500 {
        let items = [
            manifest(),
            Item::Paper {
                id: [1; 16],
                part: 0,
                bytes: vec![5; length],
            },
        ];
        assert_eq!(read(&written(&items), &[]).unwrap(), items, "{length}");
    }
}

#[test]
fn nothing_in_the_file_says_who_the_child_is() {
    let file = written(&items(1));
    for secret in ["陽向", "note", "papers", "children", child(1).as_str()] {
        let secret = secret.as_bytes();
        let said = file
            .windows(secret.len())
            .skip(16)
            .any(|window| window == secret);
        // "stepnote-backup" stands at the start.
        assert!(!said, "{}", String::from_utf8_lossy(secret));
    }
}

#[test]
fn a_file_cut_anywhere_is_cut_short() {
    let file = written(&items(1));
    for end in
        (0..file.len()).filter(|end| *end < 1_500 || end % 4_999 == 0 || *end > file.len() - 60)
    {
        let refused = read(&file[..end], &[]).map(|_| ());
        let expected = if end == 0 {
            Refused::Empty
        } else {
            Refused::CutShort
        };
        assert_eq!(refused, Err(expected), "{end} of {}", file.len());
    }
}

#[test]
fn a_file_with_any_bit_flipped_is_refused() {
    let file = written(&items(1));
    for place in (0..file.len())
        .filter(|place| *place < 1_500 || place % 1_999 == 0 || *place > file.len() - 60)
    {
        let mut file = file.clone();
        file[place] ^= 1 << (place % 8);
        let refused = read(&file, &[]).map(|_| ()).unwrap_err();
        let expected: &[Refused] = match place {
            ..16 => &[Refused::NotOurs],
            16..20 => &[Refused::Damaged, Refused::CutShort],
            _ if place >= file.len() - 8 => &[Refused::CutShort],
            _ => &[Refused::Damaged],
        };
        assert!(expected.contains(&refused), "{place}: {refused:?}");
    }
}

#[test]
fn pieces_that_are_moved_missing_or_doubled_are_refused() {
    let file = written(&items(4));
    let head = parse_head(&file).unwrap().length();
    let piece = |number: usize| head + number * 65_552..head + (number + 1) * 65_552;
    let (first, second) = (file[piece(0)].to_vec(), file[piece(1)].to_vec());
    let start = &file[..head];
    let rest = &file[piece(1).end..];
    for pieces in [
        [&second[..], &first, rest].concat(),
        [&first[..], rest].concat(),
        [&second[..], rest].concat(),
        [&first[..], &first, &second, rest].concat(),
        [&first[..], &second, &second, rest].concat(),
    ] {
        let refused = read(&[start, &pieces].concat(), &[]).map(|_| ());
        assert_eq!(refused, Err(Refused::Damaged));
    }
    // Pieces of another backup of the same vault.
    let other = written_with(&items(4), 778);
    let mixed = [start, &other[parse_head(&other).unwrap().length()..]].concat();
    assert_eq!(read(&mixed, &[]).map(|_| ()), Err(Refused::Damaged));
}

#[test]
fn what_is_no_backup_is_told_apart() {
    for (file, refused) in [
        (&b"\xff\xd8\xff\xe0 a photo"[..], Refused::NotOurs),
        (br#"{"protected":"e30"}"#, Refused::NotOurs),
        (b"stepnote-back", Refused::CutShort),
        (b"stepnote-backup\n\xff\xff\xff\xff", Refused::Damaged),
    ] {
        assert_eq!(parse_head(file).map(|_| ()), Err(refused));
    }
}

#[test]
fn a_newer_version_says_so() {
    let file = written(&items(0));
    let head = parse_head(&file).unwrap().length();
    let mut json: Value = serde_json::from_slice(&file[20..head - 32]).unwrap();
    for (member, value) in [("minReader", json!(2)), ("zip", json!("ZSTD"))] {
        let before = json[member].take();
        json[member] = value;
        let text = json.to_string();
        let digest = <sha2::Sha256 as sha2::Digest>::digest(text.as_bytes());
        let length = (text.len() as u32).to_be_bytes();
        let newer = [&file[..16], &length, text.as_bytes(), &digest].concat();
        assert_eq!(
            parse_head(&newer).map(|_| ()),
            Err(Refused::TooNew),
            "{member}"
        );
        json[member] = before;
        if json[member].is_null() {
            json.as_object_mut().unwrap().remove(member);
        }
    }
}

#[test]
fn the_passphrase_and_the_recovery_code_open_a_backup_and_nothing_else_does() {
    let (shelf, id) = furnished(2);
    let mut random = random();
    random(&mut [0; 777]);
    let mut vault = unlock(&shelf).unwrap();
    let code = vault.make_recovery(&mut random).unwrap();
    let salt = [3; 16];
    let way = Way::Passkey {
        salt,
        credential: vec![1],
    };
    vault.set_way(way, &other_kek(), &mut random).unwrap();
    let (mut writer, mut file) = Writer::begin(&vault, &mut random).unwrap();
    file.extend(writer.add(&manifest()));
    file.extend(writer.end());

    let head = parse_head(&file).unwrap();
    let refused = |kind, kek: &Kek| head.unlock(kind, kek).map(|_| ()).unwrap_err();
    assert_eq!(
        refused(SlotKind::Passphrase, &other_kek()),
        Refused::WrongPassphrase
    );
    assert!(
        !head.header().has(SlotKind::Passkey),
        "a passkey stays with its device"
    );
    let [Way::Recovery { salt }] = head.header().ways(SlotKind::Recovery)[..] else {
        panic!("the recovery code is a way")
    };
    let other = RecoveryCode::make(&mut random).unwrap();
    assert_eq!(
        refused(SlotKind::Recovery, &other.kek(&salt)),
        Refused::OtherVault
    );
    assert!(head.unlock(SlotKind::Recovery, &code.kek(&salt)).is_ok());

    // On a new device, what opened the old vault opens the new one, the children by the same names.
    let new = MemoryShelf::default();
    let children = [Coming {
        id: id.clone(),
        label: json!({"name": "陽向"}),
        record: b"record 2",
        updated_ms: NOW,
    }];
    let came = (&children[..], NOW + 1);
    let kek_of = code.kek(&salt);
    let restored = head.make_vault(SlotKind::Recovery, &kek_of, &new, came, &mut random);
    let backed_up = restored.unwrap().last_backup().unwrap();
    assert_eq!((backed_up.made_ms, backed_up.changes), (NOW + 1, 0));
    let again = head.make_vault(SlotKind::Passphrase, &kek(), &new, came, &mut random);
    assert_eq!(again.map(|_| ()), Err(SaveError::AlreadyThere));
    let Outlook::Present(header) = look(&new) else {
        panic!("a vault was made")
    };
    let opened = Vault::unlock(&new, &header, &kek()).unwrap();
    assert_eq!(opened.load(&id).unwrap().bytes.as_slice(), b"record 2");
}

#[test]
fn the_form_for_codes_is_small_and_is_read_the_same_way() {
    let (shelf, _) = furnished(2);
    let mut random = random();
    random(&mut [0; 777]);
    let vault = unlock(&shelf).unwrap();
    let note = br#"{"v":1,"kind":"note","sheets":{"profile":{"name":"\u5c71\u7530"}}}"#.repeat(100);
    let items = [
        manifest(),
        Item::Note {
            child: child(1),
            bytes: note.into(),
        },
    ];
    let packed = compact(&vault, &items, &mut random).unwrap().unwrap();
    assert!(packed.len() < 1_500, "{}", packed.len());
    assert_eq!(read(&packed, &[]).unwrap(), items);
    for end in 0..packed.len() {
        assert!(read(&packed[..end], &[]).is_err(), "{end}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn it_is_read_in_pieces_of_any_length(
        papers in 0_usize..4,
        pieces in prop::collection::vec(prop_oneof![1_usize..64, 60_000_usize..70_000, 1_usize..200_000], 0..20),
    ) {
        let items = items(papers);
        prop_assert_eq!(read(&written(&items), &pieces).unwrap(), items);
    }

    #[test]
    fn no_bytes_of_a_stranger_are_taken_for_a_backup(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        prop_assert!(parse_head(&bytes).is_err());
        let ours = [&b"stepnote-backup\n"[..], &bytes].concat();
        prop_assert!(parse_head(&ours).is_err());
    }
}

const GOLDEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/backup/v1");
const PASSPHRASE: &str = "けやきの みち. 2026 さくら";

/// What the example holds.
fn example() -> Vec<Item> {
    let note = r#"{"v":1,"kind":"note","sheets":{"profile":{"name":"武蔵野 陽向"}},"later":[1]}"#;
    vec![
        manifest(),
        Item::Note {
            child: child(1),
            bytes: note.as_bytes().to_vec().into(),
        },
        Item::Paper {
            id: [9; 16],
            part: 1,
            bytes: vec![7; 70_000],
        },
        Item::Document {
            name: "log".into(),
            bytes: b"[]".to_vec().into(),
        },
    ]
}

#[test]
fn the_example_of_version_1_opens_both_ways() {
    let file = std::fs::read(format!("{GOLDEN}/example.stepnote-backup")).unwrap();
    let code = std::fs::read_to_string(format!("{GOLDEN}/example.recovery")).unwrap();
    let head = parse_head(&file).unwrap();
    let passphrase = derive_kek(PASSPHRASE, &head.header().passphrases()[0]).unwrap();
    let [Way::Recovery { salt }] = head.header().ways(SlotKind::Recovery)[..] else {
        panic!("the recovery code is a way")
    };
    let code = RecoveryCode::parse(&code).unwrap().kek(&salt);
    for (kind, kek) in [
        (SlotKind::Passphrase, passphrase),
        (SlotKind::Recovery, code),
    ] {
        let mut reader = head.unlock(kind, &kek).unwrap();
        let mut items = reader.feed(&file[head.length()..]).unwrap();
        items.extend(reader.end().unwrap());
        assert_eq!(items, example());
    }
}

/// Writes the example of version 1 if it is not there. It is never written again.
#[test]
#[ignore = "writes the golden files, once"]
fn write_golden_files_once() {
    let path = format!("{GOLDEN}/example.stepnote-backup");
    assert!(!std::fs::exists(&path).unwrap());
    std::fs::create_dir_all(GOLDEN).unwrap();
    let mut random = random();
    let params = KdfParams::make(Profile::STANDARD, &mut random).unwrap();
    let kek = derive_kek(PASSPHRASE, &params).unwrap();
    let mut vault = Vault::create(MemoryShelf::default(), &kek, params, &mut random).unwrap();
    let code = vault.make_recovery(&mut random).unwrap();
    let (mut writer, mut file) = Writer::begin(&vault, &mut random).unwrap();
    for item in example() {
        file.extend(writer.add(&item));
    }
    file.extend(writer.end());
    std::fs::write(path, file).unwrap();
    std::fs::write(
        format!("{GOLDEN}/example.recovery"),
        format!("{}\n", code.as_str()),
    )
    .unwrap();
}
