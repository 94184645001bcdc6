//! Everything that comes from outside, broken in every way: each reader is given what was once right and then
//! changed, and says something, whatever that is. The corpus are the golden files; what was found once is kept
//! here by hand as a test of its own. `scripts/soak fuzz N` tries N of each.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/family.rs"]
mod family;

use std::{cell::Cell, collections::BTreeMap};

use encoding_rs::SHIFT_JIS;
use proptest::{
    prelude::*,
    sample::Index,
    test_runner::{Config, TestRunner},
};
use stepnote::{
    attachment,
    backup::parse_head,
    carrier::{
        card::text_to_card,
        qr::{Density, Frame, Join, digits_to_frame, frame_to_digits, split},
    },
    directory::Directory,
    envelope::{Code, KeyCard, parse_bin, parse_file},
    pharmacy,
    record::Note,
    route::Route,
    share::Bundle,
    slip::Reply,
    text::Pack,
    vault::{MemoryShelf, RecoveryCode, Shelf, look, remains},
};

macro_rules! golden {
    ($name:literal) => {
        include_bytes!(concat!("golden/", $name)).to_vec()
    };
}

/// One change. Places are parts of the length, so that a change makes sense in any input.
#[derive(Debug, Clone)]
enum Change {
    Bit(Index, u8),
    Byte(Index, u8),
    Cut(Index, Index),
    End(Index),
    Insert(Index, Vec<u8>),
    Again(Index, Index, Index),
    Other(Index, Index, Index),
}

/// What means something to one of the readers.
const WORDS: [&str; 24] = [
    "\"",
    "{",
    "[",
    "}",
    "]",
    ",",
    ":",
    "\\u0000",
    "\\ud800",
    "null",
    "-1",
    "1e999",
    "4294967296",
    "18446744073709551616",
    "{\"v\":2,",
    "\"kind\":",
    "[[[[[[[[",
    "\r\n",
    "\u{feff}",
    "\u{1a}",
    "#",
    "%00",
    "=",
    "99999999999999999999",
];

fn change() -> impl Strategy<Value = Change> {
    let some = any::<Index>;
    let noise = prop::collection::vec(any::<u8>(), 1..40);
    let word = prop::sample::select(&WORDS[..]).prop_map(|word| word.as_bytes().to_vec());
    prop_oneof![
        (some(), 0..8_u8).prop_map(|(at, bit)| Change::Bit(at, bit)),
        (some(), any::<u8>()).prop_map(|(at, byte)| Change::Byte(at, byte)),
        (some(), some()).prop_map(|(a, b)| Change::Cut(a, b)),
        some().prop_map(Change::End),
        (some(), prop_oneof![noise, word]).prop_map(|(at, what)| Change::Insert(at, what)),
        (some(), some(), some()).prop_map(|(a, b, to)| Change::Again(a, b, to)),
        (some(), some(), some()).prop_map(|(which, from, at)| Change::Other(which, from, at)),
    ]
}

fn changed(seeds: &[Vec<u8>], which: Index, changes: &[Change]) -> Vec<u8> {
    let mut bytes = which.get(seeds).clone();
    for change in changes {
        let place = |index: &Index, len: usize| index.index(len + 1);
        let len = bytes.len();
        let range = |a: &Index, b: &Index| {
            let (a, b) = (place(a, len), place(b, len));
            a.min(b)..a.max(b)
        };
        match change {
            Change::Bit(at, bit) if len > 0 => bytes[at.index(len)] ^= 1 << bit,
            Change::Byte(at, byte) if len > 0 => bytes[at.index(len)] = *byte,
            Change::Bit(..) | Change::Byte(..) => {}
            Change::Cut(a, b) => drop(bytes.drain(range(a, b))),
            Change::End(at) => bytes.truncate(place(at, len)),
            Change::Insert(at, what) => {
                let at = place(at, len);
                bytes.splice(at..at, what.iter().copied());
            }
            Change::Again(a, b, to) => {
                let again = bytes[range(a, b)].to_vec();
                let to = place(to, len);
                bytes.splice(to..to, again);
            }
            Change::Other(which, from, at) => {
                let other = which.get(seeds);
                let at = place(at, len);
                bytes.splice(at.., other[place(from, other.len())..].iter().copied());
            }
        }
        // Nobody reads more than this at once, and changes that double must end.
        bytes.truncate(1 << 18);
    }
    bytes
}

/// Gives a reader its seeds, which it must take, and then as many changed ones as asked for (`PROPTEST_CASES`).
/// What it says of each is counted: a reader that was never reached was not tried.
fn tries(seeds: &[Vec<u8>], reads: impl Fn(&[u8]) -> bool) {
    for (at, seed) in seeds.iter().enumerate() {
        assert!(reads(seed), "seed {at} is not read");
    }
    let (read, refused) = (Cell::new(0), Cell::new(0));
    let input = (any::<Index>(), prop::collection::vec(change(), 1..6));
    let config = Config {
        failure_persistence: None,
        ..Config::default()
    };
    let outcome = TestRunner::new(config).run(&input, |(which, changes)| {
        let said = if reads(&changed(seeds, which, &changes)) {
            &read
        } else {
            &refused
        };
        said.set(said.get() + 1);
        Ok(())
    });
    outcome.unwrap_or_else(|why| panic!("{why}"));
    assert!(refused.get() > 0, "nothing was refused");
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Frames of one set, and of another.
fn frames() -> Vec<Vec<u8>> {
    let bin = golden!("handoff/v1/example.bin");
    let set = |density| split(&bin, 40, density).expect("it fits");
    let (normal, coarse) = (set(Density::Normal), set(Density::Coarse));
    (0..4)
        .flat_map(|n| [normal.frame(n), coarse.frame(n)])
        .collect()
}

#[test]
fn digits_of_a_code_are_a_frame_and_back_or_nothing() {
    let seeds: Vec<_> = frames()
        .iter()
        .map(|frame| frame_to_digits(frame).into_bytes())
        .collect();
    tries(&seeds, |bytes| {
        let frame = digits_to_frame(bytes);
        if let Ok(frame) = &frame {
            assert_eq!(frame_to_digits(frame).as_bytes(), bytes);
        }
        frame.is_ok()
    });
}

#[test]
fn a_frame_is_itself_again_or_refused_and_never_stops_a_set() {
    let whole = frames();
    tries(&whole, |bytes| {
        let mut join = Join::new();
        join.take(frame_to_digits(&whole[0]).as_bytes());
        join.take(frame_to_digits(bytes).as_bytes());
        join.take(bytes);
        join.cells();
        let (have, needed) = join.progress().expect("one was whole");
        assert!(have <= needed);
        let frame = Frame::parse(bytes);
        if let Ok(frame) = &frame {
            assert_eq!(frame.to_bytes(), bytes);
        }
        frame.is_ok()
    });
}

#[test]
fn a_sealed_file_is_taken_or_refused_before_any_work() {
    let seeds = [
        golden!("handoff/v1/example.stepnote"),
        golden!("office/v1/example.stepnote"),
        golden!("foreign/v1/jose-code.jwe"),
        golden!("foreign/v1/jwcrypto-office.jwe"),
    ];
    tries(&seeds, |bytes| parse_file(bytes).is_ok());
}

#[test]
fn sealed_bytes_are_taken_or_refused_before_any_work() {
    let seeds = [
        golden!("handoff/v1/example.bin"),
        golden!("office/v1/example.bin"),
    ];
    tries(&seeds, |bytes| parse_bin(bytes).is_ok());
}

#[test]
fn a_key_card_is_itself_again_or_refused() {
    tries(&[golden!("office/v1/example.card")], |bytes| {
        let card = text_to_card(&text(bytes));
        if let Ok(card) = &card {
            assert_eq!(KeyCard::from_bytes(&card.to_bytes()).as_ref(), Ok(card));
        }
        card.is_ok()
    });
}

#[test]
fn what_was_handed_over_is_itself_again_or_refused() {
    tries(&[golden!("handoff/v1/example.json")], |bytes| {
        let bundle = Bundle::from_bytes(bytes);
        if let Ok(bundle) = &bundle {
            assert_eq!(Bundle::from_bytes(&bundle.to_bytes()).as_ref(), Ok(bundle));
        }
        bundle.is_ok()
    });
}

#[test]
fn a_note_is_itself_again_or_refused() {
    tries(&[family::note().to_bytes()], |bytes| {
        let note = Note::from_bytes(bytes);
        if let Ok(note) = &note {
            assert_eq!(Note::from_bytes(&note.to_bytes()).as_ref(), Ok(note));
        }
        note.is_ok()
    });
}

#[test]
fn a_reply_is_itself_again_or_refused() {
    let reply = Reply {
        slip_no: "12345678".into(),
        ..Reply::default()
    };
    tries(&[reply.to_bytes()], |bytes| {
        let reply = Reply::from_bytes(bytes);
        if let Ok(reply) = &reply {
            assert_eq!(Reply::from_bytes(&reply.to_bytes()).as_ref(), Ok(reply));
        }
        reply.is_ok()
    });
}

#[test]
fn whatever_lies_on_the_shelf_the_vault_says_what_it_is() {
    let shelf: BTreeMap<String, String> =
        serde_json::from_slice(&golden!("vault/v1/keys.shelf.json")).expect("JSON");
    let header = shelf["svl:v1:hdr"].clone().into_bytes();
    tries(&[header], |bytes| {
        let broken = MemoryShelf::default();
        for (key, value) in &shelf {
            let value = if key.starts_with("svl:v1:hdr") {
                text(bytes)
            } else {
                value.clone()
            };
            broken.set(key, &value).expect("room");
        }
        let outlook = look(&broken);
        // What cannot be opened can still be taken away.
        assert!(remains(&broken).contains("svl:v1:"));
        matches!(outlook, stepnote::vault::Outlook::Present(_))
    });
}

#[test]
fn the_reader_of_pharmacy_codes_says_something_of_anything() {
    let seeds = [
        golden!("pharmacy/a.sjis"),
        golden!("pharmacy/b.sjis"),
        golden!("pharmacy/e.sjis"),
        golden!("pharmacy/f.sjis"),
    ];
    let decode = |bytes: &[u8]| SHIFT_JIS.decode_without_bom_handling(bytes).0.into_owned();
    tries(&seeds, |bytes| pharmacy::parse(bytes, &decode).is_ok());
}

#[test]
fn a_city_is_read_or_the_place_of_the_mistake_is_named() {
    let seeds = [
        golden!("directory/v1/elsewhere.json"),
        include_bytes!("../src/directory/directory.json").to_vec(),
    ];
    tries(&seeds, |bytes| Directory::read(&text(bytes)).is_ok());
}

#[test]
fn words_of_another_language_are_read_or_refused() {
    let seed = r#"{"kind": "words", "v": 1, "tag": "xx", "name": "Language", "like": "en", "words": [["もどる", "Back", "Zurück"], ["{0}枚", "{0} sheets", "{0} Blatt"]]}"#;
    tries(&[seed.as_bytes().to_vec()], |bytes| {
        Pack::read("xx", &text(bytes)).is_ok()
    });
}

#[test]
fn the_head_of_a_backup_is_taken_or_refused() {
    let file = golden!("backup/v1/example.stepnote-backup");
    tries(&[file[..file.len().min(4096)].to_vec()], |bytes| {
        parse_head(bytes).is_ok()
    });
}

#[test]
fn the_head_of_a_paper_is_taken_or_refused() {
    let seeds = [
        golden!("attachment/v1/pdf.head"),
        golden!("attachment/v1/photo.head"),
    ];
    tries(&seeds, |bytes| attachment::Head::read(bytes).is_ok());
}

#[test]
fn codes_typed_by_hand_are_taken_or_refused() {
    let seeds = [
        golden!("handoff/v1/example.code"),
        golden!("vault/v1/keys.recovery"),
    ];
    tries(&seeds, |bytes| {
        let typed = text(bytes);
        Code::parse(typed.trim()).is_ok() || RecoveryCode::parse(typed.trim()).is_ok()
    });
}

#[test]
fn an_address_leads_somewhere_and_back_to_itself() {
    let seeds: Vec<_> = [
        "#/sheet/medication/3",
        "#/office/kodomo-katei",
        "#/give?to=x",
        "#45",
        "#/slips/12345678/print",
    ]
    .map(|address| address.as_bytes().to_vec())
    .to_vec();
    let frame = Cell::new(0);
    tries(&seeds, |bytes| {
        let route = Route::parse(&text(bytes));
        if let Route::Frame(_) = route {
            frame.set(frame.get() + 1);
        } else {
            assert_eq!(Route::parse(&route.fragment()), route);
        }
        text(bytes).starts_with('#')
    });
}
