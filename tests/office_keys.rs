//! An office's standing key: kept under a passphrase, and read again.
#![cfg(not(target_arch = "wasm32"))]

use proptest::prelude::*;
use stepnote::{
    office_key::{KeptKey, NotKept},
    vault::{KdfParams, Kek, Profile},
};

const SECRET: [u8; 32] = [7; 32];

fn params() -> KdfParams {
    KdfParams {
        profile: Profile::LIGHTEST,
        salt: *b"sixteen bytes...",
    }
}

fn kept() -> KeptKey {
    let mut next = 0_u8;
    let mut count = |bytes: &mut [u8]| {
        for byte in bytes {
            next = next.wrapping_add(1);
            *byte = next;
        }
    };
    let card = ("https://stepnote.example.jp/#4531", "abcdefghijk");
    let with = (&Kek::from_bytes([1; 32]), params());
    KeptKey::seal(card, &SECRET, with, &mut count).expect("random bytes")
}

#[test]
fn a_key_that_is_kept_opens_again_with_its_passphrase_and_with_no_other() {
    let read = KeptKey::from_text(kept().to_text().as_bytes()).expect("it is ours");
    assert_eq!(read, kept());
    let opened = read.open(&Kek::from_bytes([1; 32]));
    assert_eq!(opened.as_deref(), Some(&SECRET));
    assert_eq!(read.open(&Kek::from_bytes([2; 32])), None);
}

#[test]
fn nobody_swaps_the_card_of_a_key_that_is_kept() {
    let opens = |change: fn(&mut KeptKey)| {
        let mut key = kept();
        change(&mut key);
        let key = KeptKey::from_text(key.to_text().as_bytes()).expect("it is ours");
        key.open(&Kek::from_bytes([1; 32])).is_some()
    };
    assert!(opens(|_| ()));
    assert!(!opens(|key| key.card.push('1')));
    assert!(!opens(|key| key.kid.push('1')));
    assert!(!opens(|key| key.params.salt[0] ^= 1));
    assert!(!opens(|key| key.params.profile.t += 1));
}

#[test]
fn what_is_no_key_is_told_apart_from_a_newer_one() {
    let text = kept().to_text();
    let read = |text: &str| KeptKey::from_text(text.as_bytes()).expect_err("refused");
    assert_eq!(read(&text.replace("\"v\":1", "\"v\":2")), NotKept::TooNew);
    for other in [
        "",
        "{}",
        "[1]",
        &text.replace("office-key", "handoff"),
        &text.replace("\"m\":", "\"n\":"),
    ] {
        assert_eq!(read(other), NotKept::NotOurs, "{other}");
    }
    assert_eq!(read(&(text + &" ".repeat(9000))), NotKept::NotOurs);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_cut_and_changed_letter_keeps_it_shut(at in 0_usize..400, letter in any::<u8>()) {
        let mut text = kept().to_text().into_bytes();
        let at = at % text.len();
        prop_assume!(text[at] != letter);
        prop_assert!(KeptKey::from_text(&text[..at]).is_err());
        text[at] = letter;
        if let Ok(read) = KeptKey::from_text(&text) {
            let opened = read.open(&Kek::from_bytes([1; 32]));
            prop_assert!(opened.is_none() || read == kept());
        }
    }
}
