//! Hand-offs sealed to an office's key: the card, the six digits, what opens and what does not, and
//! other tools' writers and readers of the same.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/table.rs"]
mod table;

use std::{fs, process::Command};

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD as B64};
use proptest::prelude::*;
use serde_json::{Value, json};
use stepnote::{
    carrier::{
        card::{card_to_text, is_card, minute_of, text_to_card},
        qr::{Density, Foreign, Join, Took, split},
    },
    envelope::{
        CardError, Code, Fresh, KeyCard, LONGEST_LABEL, LooksLike, OfficeKey, OpenError, PublicKey,
        Sealed, Wire, key_name, parse_bin, parse_file, seal, seal_to,
    },
    job::{Card, Carrier, Done, Failure, Job, Refusal, work},
};
use table::holds;

const TEXT: &str = r#"{"v":1,"kind":"handoff","note":"髙橋 﨑 𠮷"}"#;
const NOW: u32 = 29_920_000;
const ADDRESS: &str = "https://stepnote.example.jp/";

/// What comes beside these jobs.
fn no_picture(_: &mut [u8]) -> bool {
    false
}

fn random(seed: u64) -> impl FnMut(&mut [u8]) {
    use std::hash::{BuildHasher, RandomState};
    move |bytes| {
        for chunk in bytes.chunks_mut(8) {
            let fresh = RandomState::new().hash_one(seed).to_le_bytes();
            chunk.copy_from_slice(&fresh[..chunk.len()]);
        }
    }
}

fn key() -> OfficeKey {
    OfficeKey::make(&mut random(1)).expect("a key")
}

fn card(key: &OfficeKey, label: &str) -> KeyCard {
    KeyCard::new(key.public(), NOW, label, false).expect("a card")
}

fn sealed(to: PublicKey) -> (Sealed, Sealed) {
    let (file, codes) = seal_to(TEXT.as_bytes(), to, &mut random(2)).expect("sealed");
    (file, codes.expect("short"))
}

#[test]
fn what_is_sealed_to_a_card_opens_with_its_key_from_the_file_and_from_the_codes() {
    let key = key();
    let (file, codes) = sealed(key.public());
    let file = parse_file(file.to_file().as_bytes()).expect("a file");
    let codes = parse_bin(&codes.to_bin().expect("bytes")).expect("codes");
    for sealed in [&file, &codes] {
        assert_eq!(sealed.for_office(), Some(key.public().kid().as_str()));
        assert_eq!(
            sealed.open_with(&key).expect("it opens")[..],
            *TEXT.as_bytes()
        );
    }
    let kept = parse_file(codes.to_file().as_bytes()).expect("a file");
    assert_eq!(kept, codes);
}

#[test]
fn nobody_elses_key_and_no_code_opens_it() {
    let (key, other) = (key(), key());
    let (file, _) = sealed(key.public());
    let for_another = OpenError::ForAnotherOffice {
        kid: key.public().kid(),
    };
    assert_eq!(
        file.open_with(&other).expect_err("another key"),
        for_another
    );
    let code = Code::make(&mut random(3)).expect("a code");
    assert_eq!(file.open(&code).expect_err("no code"), for_another);
    let under_code = seal(TEXT.as_bytes(), &code, Wire::File, &mut random(4)).expect("sealed");
    assert_eq!(under_code.for_office(), None);
    assert_eq!(
        under_code.open_with(&key).expect_err("under a code"),
        OpenError::WrongCode
    );
}

#[test]
fn the_worker_says_that_it_is_for_an_office_before_any_code_is_asked_for() {
    let (file, codes) = sealed(key().public());
    let forms = [
        (Carrier::File, file.to_file().into_bytes()),
        (Carrier::Qr, codes.to_bin().expect("bytes")),
    ];
    for (carrier, envelope) in forms {
        let done = work(
            Job::Open {
                carrier,
                envelope,
                code: None,
            },
            &mut no_picture,
            &mut random(5),
        );
        assert!(matches!(done, Done::ForOffice { kid } if !kid.is_empty()));
    }
}

/// Asks as the page does: through the bytes, both ways.
fn ask(job: &Job) -> Done {
    let job = Job::from_bytes(&job.to_bytes()).expect("a job");
    let done = work(job, &mut no_picture, &mut random(8));
    Done::from_bytes(&done.to_bytes()).expect("an answer")
}

fn made(label: &str, standing: bool) -> (zeroize::Zeroizing<[u8; 32]>, String, Card) {
    let job = Job::MakeKey {
        address: ADDRESS.to_owned(),
        minute: NOW,
        label: label.to_owned(),
        standing,
    };
    match ask(&job) {
        Done::Made { secret, text, card } => (secret, text, card),
        other => panic!("no key: {other:?}"),
    }
}

fn read(text: &str, minute: u32) -> Done {
    let text = text.to_owned();
    ask(&Job::Card { text, minute })
}

#[test]
fn what_the_parent_reads_from_the_screen_of_an_office_is_what_the_office_compares() {
    for standing in [false, true] {
        let (secret, text, card) = made("ハビット 相談部", standing);
        assert!(is_card(text.as_bytes()));
        assert_eq!(read(&text, NOW + 3), Done::Card(card.clone()));
        let digits = card.digits.bytes().filter(u8::is_ascii_digit).count();
        assert_eq!(digits, if standing { 16 } else { 6 });
        let key = OfficeKey::from_bytes(&secret).expect("a key");
        assert_eq!(
            (card.key, card.kid),
            (key.public().to_bytes(), key.public().kid())
        );
    }
}

#[test]
fn a_key_has_a_short_name_that_the_office_and_what_came_for_it_both_know() {
    let (_, text, card) = made("ハビット 相談部", true);
    let (file, _) = sealed(text_to_card(&text).expect("a card").key);
    let kid = file.for_office().expect("an office");
    let name = key_name(kid).expect("a name");
    assert_eq!(key_name(&card.kid), Some(name.clone()));
    assert_eq!(name.len(), "3F9A-07C2".len());
    assert_eq!(key_name("P5oHwg"), Some("3F9A-07C2".to_owned()));
    holds(&[("", None), ("<b>", None), ("P5o", None)], key_name);
}

#[test]
fn a_card_says_when_its_key_was_made() {
    let (_, text, _) = made("", true);
    assert_eq!(minute_of(&text), Some(NOW));
    holds(
        &[("", None), ("https://stepnote.example.jp/#12345", None)],
        minute_of,
    );
}

#[test]
fn the_worker_says_of_a_card_that_it_is_too_old_or_none() {
    let (_, text, _) = made("", false);
    let fresh = |minute| match read(&text, minute) {
        Done::Card(card) => card.fresh,
        other => panic!("no card: {other:?}"),
    };
    assert_eq!(fresh(NOW + 16), Fresh::Old);
    assert_eq!(fresh(NOW - 6), Fresh::Ahead);
    assert_eq!(
        read("https://example.jp/", NOW),
        Done::NoCard(CardError::NotACard)
    );
    assert_eq!(read("", NOW), Done::NoCard(CardError::NotACard));
}

#[test]
fn a_label_that_is_too_long_is_cut_where_a_letter_ends() {
    let (_, _, card) = made(&"武蔵野市ああ".repeat(9), false);
    assert!(card.label.len() <= LONGEST_LABEL && card.label.starts_with("武蔵野市ああ武蔵野市"));
}

#[test]
fn whoever_reads_a_card_among_the_codes_of_a_hand_off_is_told_what_it_is() {
    let (_, text, _) = made("窓口", false);
    let took = Join::new().take(text.as_bytes());
    assert_eq!(took, Took::NotOurs(Foreign::KeyCard));
    let set = split(&[7; 900], ADDRESS.len(), Density::Normal).expect("a set");
    assert!(!is_card(&set.digits(0).into_bytes()));
}

#[test]
fn the_worker_seals_to_a_card_and_opens_with_its_key() {
    let (key, other) = (key(), key());
    let bundle = zeroize::Zeroizing::new(TEXT.as_bytes().to_vec());
    let job = Job::SealTo {
        bundle,
        office: key.public().to_bytes(),
    };
    let job = Job::from_bytes(&job.to_bytes()).expect("a job");
    let Done::Sealed { file, codes } = work(job, &mut no_picture, &mut random(6)) else {
        panic!("it is sealed")
    };
    for (carrier, envelope) in [(Carrier::File, file), (Carrier::Qr, codes.expect("short"))] {
        let job = |key: &OfficeKey| Job::OpenWith {
            carrier,
            envelope: envelope.clone(),
            key: key.expose(),
        };
        let sent = Job::from_bytes(&job(&key).to_bytes()).expect("a job");
        assert_eq!(
            work(sent, &mut no_picture, &mut random(7)),
            Done::Opened(TEXT.as_bytes().to_vec().into())
        );
        let refused = Done::Failed(Failure::Refused(Refusal::ForAnotherOffice));
        assert_eq!(work(job(&other), &mut no_picture, &mut random(7)), refused);
    }
}

#[test]
fn no_two_hand_offs_have_one_ephemeral_key() {
    let key = key();
    let header = |sealed: &Sealed| {
        let file: Value = serde_json::from_str(&sealed.to_file()).expect("JSON");
        let header = B64
            .decode(file["protected"].as_str().expect("a header"))
            .expect("base64url");
        serde_json::from_slice::<Value>(&header).expect("JSON")
    };
    let mut seen = std::collections::BTreeSet::new();
    for _ in 0..50 {
        let header = header(&sealed(key.public()).0);
        assert!(seen.insert(header["epk"]["x"].to_string()));
        assert_eq!(header["alg"], "ECDH-ES+A256KW");
        assert_eq!(header["apv"], B64.encode(key.public().thumbprint()));
        let members: Vec<_> = header
            .as_object()
            .expect("members")
            .keys()
            .cloned()
            .collect();
        assert!(members.iter().all(|name| {
            ["alg", "enc", "typ", "cty", "epk", "kid", "apv", "zip"].contains(&name.as_str())
        }));
    }
}

/// A file sealed to a key, with its header changed before it is read.
fn with_header(change: impl FnOnce(&mut Value)) -> Result<Sealed, OpenError> {
    let (file, _) = sealed(key().public());
    let mut file: Value = serde_json::from_str(&file.to_file()).expect("JSON");
    let header = B64
        .decode(file["protected"].as_str().expect("a header"))
        .expect("base64url");
    let mut header: Value = serde_json::from_slice(&header).expect("JSON");
    change(&mut header);
    file["protected"] = B64.encode(header.to_string()).into();
    file.as_object_mut().expect("members").remove("check");
    parse_file(file.to_string().as_bytes())
}

#[test]
fn a_key_that_is_no_point_of_the_curve_or_of_another_one_is_refused_before_anything_is_computed() {
    let zero = B64.encode([0; 32]);
    let over = B64.encode([0xFF; 32]);
    let refused = |name: &str, value: Value| {
        with_header(|header| header["epk"][name] = value).expect_err("refused")
    };
    assert_eq!(refused("y", json!(zero)), OpenError::Damaged);
    assert_eq!(refused("x", json!(over)), OpenError::Damaged);
    assert_eq!(refused("x", json!(B64.encode([1; 31]))), OpenError::Damaged);
    assert_eq!(refused("x", json!("=")), OpenError::Damaged);
    assert_eq!(refused("x", json!(7)), OpenError::Damaged);
    assert_eq!(refused("crv", json!("P-384")), OpenError::Unsupported);
    assert_eq!(refused("crv", json!("X25519")), OpenError::Unsupported);
    assert_eq!(refused("kty", json!("OKP")), OpenError::Unsupported);
    let whole =
        |name: &str, value: Value| with_header(|header| header[name] = value).expect_err("refused");
    assert_eq!(whole("epk", json!("key")), OpenError::Damaged);
    assert_eq!(whole("apv", json!(B64.encode([0; 65]))), OpenError::Damaged);
    assert_eq!(whole("enc", json!("A128CBC-HS256")), OpenError::Unsupported);
    assert!(matches!(
        whole("alg", json!("ECDH-ES")),
        OpenError::ForAnotherOffice { .. }
    ));
    assert!(matches!(
        whole("alg", json!("ECDH-ES+A128KW")),
        OpenError::ForAnotherOffice { .. }
    ));
}

#[test]
fn every_changed_bit_of_the_parts_keeps_it_shut() {
    let key = key();
    let (_, codes) = sealed(key.public());
    let bytes = codes.to_bin().expect("bytes");
    for at in 0..bytes.len() {
        let mut changed = bytes.clone();
        changed[at] ^= 1 << (at % 8);
        let opened = parse_bin(&changed).and_then(|sealed| sealed.open_with(&key));
        assert!(opened.is_err(), "byte {at}");
    }
}

#[test]
fn a_card_comes_back_from_its_code() {
    for (label, standing) in [
        ("", false),
        ("ハビット 相談部", true),
        (&"あ".repeat(20), false),
    ] {
        let card = KeyCard::new(key().public(), NOW, label, standing).expect("a card");
        let text = card_to_text(&[ADDRESS, "o"].concat(), &card);
        assert!(text.starts_with("https://stepnote.example.jp/o#"));
        assert!(
            text.rsplit('#')
                .next()
                .expect("digits")
                .bytes()
                .all(|b| b.is_ascii_digit())
        );
        assert_eq!(text_to_card(&text), Ok(card.clone()));
        assert_eq!(text_to_card(&format!("{text}\r\n")), Ok(card));
    }
}

#[test]
fn a_label_is_short_and_shows_all_of_itself() {
    let label = |text: &str| KeyCard::new(key().public(), NOW, text, false).map(|card| card.label);
    assert_eq!(label(&"a".repeat(LONGEST_LABEL)).map(|l| l.len()), Ok(60));
    assert_eq!(label(&"a".repeat(LONGEST_LABEL + 1)), Err(CardError::Label));
    assert_eq!(label(" 窓口\u{202E}\u{200B}\n "), Ok("窓口".to_owned()));
    let card = card(&key(), "abc");
    let mut bytes = card.to_bytes();
    bytes.extend("\u{202E}".as_bytes());
    assert_eq!(KeyCard::from_bytes(&bytes), Err(CardError::Label));
    let mut bytes = card.to_bytes();
    bytes.push(0xFF);
    assert_eq!(KeyCard::from_bytes(&bytes), Err(CardError::Label));
}

#[test]
fn what_is_no_card_is_told_apart_from_a_newer_one() {
    let bytes = card(&key(), "窓口").to_bytes();
    let with = |at: usize, byte: u8| {
        let mut bytes = bytes.clone();
        bytes[at] = byte;
        KeyCard::from_bytes(&bytes)
    };
    assert_eq!(with(0, 0xA1), Err(CardError::NotACard));
    assert_eq!(with(1, 0x10), Err(CardError::TooNew));
    assert_eq!(with(1, 0x02), Err(CardError::TooNew));
    assert_eq!(with(2, 0x05), Err(CardError::Key));
    assert_eq!(KeyCard::from_bytes(&bytes[..38]), Err(CardError::NotACard));
    for text in [
        "",
        "https://example.jp/o#",
        "123",
        "https://example.jp/o#12a",
        &"1".repeat(400),
    ] {
        assert_eq!(text_to_card(text), Err(CardError::NotACard), "{text}");
    }
    let text = card_to_text(ADDRESS, &card(&key(), "窓口"));
    let last = text.len() - 1;
    let other = if text.ends_with('1') { "2" } else { "1" };
    assert_eq!(
        text_to_card(&[&text[..last], other].concat()),
        Err(CardError::NotACard)
    );
}

#[test]
fn the_six_digits_are_of_everything_on_the_card() {
    let key = key();
    let one = card(&key, "窓口");
    let digits = one.digits();
    assert!(digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_digit()));
    assert_eq!(
        KeyCard::from_bytes(&one.to_bytes())
            .expect("a card")
            .digits(),
        digits
    );
    let others = [
        card(&key, "窓ロ"),
        KeyCard {
            minute: NOW + 1,
            ..one.clone()
        },
        KeyCard {
            standing: true,
            ..one.clone()
        },
        card(&self::key(), "窓口"),
    ];
    // One in a million is alike by chance; two of them together are not.
    let alike = others
        .iter()
        .filter(|other| other.digits() == digits)
        .count();
    assert!(alike < 2);
}

#[test]
fn a_fingerprint_is_sixteen_digits_of_key_and_label() {
    let secret = [7; 32];
    let key = OfficeKey::from_bytes(&secret).expect("a key");
    let of = |label: &str| {
        KeyCard::new(key.public(), NOW, label, true)
            .expect("a card")
            .fingerprint()
    };
    // Computed once with Python's hashlib.
    assert_eq!(of("ハビット"), "5237 1656 1942 4729");
    assert_ne!(of("ハビット"), of("ハビッ卜"));
    let later = KeyCard {
        minute: NOW + 9,
        ..KeyCard::new(key.public(), NOW, "ハビット", true).expect("a card")
    };
    assert_eq!(later.fingerprint(), of("ハビット"));
}

#[test]
fn a_one_time_card_is_good_for_ten_minutes_and_a_standing_one_for_thirteen_months() {
    let fresh = |standing: bool, after: i64| {
        let card = KeyCard::new(key().public(), NOW, "", standing).expect("a card");
        card.fresh(u32::try_from(i64::from(NOW) + after).expect("a minute"))
    };
    holds(
        &[
            ((false, 0), Fresh::Yes),
            ((false, -5), Fresh::Yes),
            ((false, -6), Fresh::Ahead),
            ((false, 15), Fresh::Yes),
            ((false, 16), Fresh::Old),
            ((true, 300 * 24 * 60), Fresh::Yes),
            ((true, 400 * 24 * 60), Fresh::Old),
        ],
        |(standing, after)| fresh(standing, after),
    );
}

#[test]
fn a_broken_random_source_makes_no_key_and_seals_nothing() {
    assert!(OfficeKey::make(&mut |_| ()).is_err());
    assert!(seal_to(TEXT.as_bytes(), key().public(), &mut |_| ()).is_err());
    assert!(OfficeKey::from_bytes(&[0; 32]).is_none());
    assert!(OfficeKey::from_bytes(&[0xFF; 32]).is_none());
    let key = key();
    let kept = OfficeKey::from_bytes(&key.expose()).expect("a key");
    assert_eq!(kept.public(), key.public());
}

#[test]
fn what_is_no_hand_off_is_still_said() {
    assert_eq!(
        parse_file(b"hello"),
        Err(OpenError::NotOurs {
            looks_like: LooksLike::Text
        })
    );
}

/// `jose` opens and seals; its P-256 keys are imported with coordinates from Node's own crypto.
const JOSE: &str = r#"
    const { readFileSync } = require("node:fs");
    const { createECDH } = require("node:crypto");
    (async () => {
      const jose = await import("jose");
      const { d, files, text, code } = JSON.parse(readFileSync(process.argv[1], "utf8"));
      const ecdh = createECDH("prime256v1");
      ecdh.setPrivateKey(Buffer.from(d, "base64url"));
      const point = ecdh.getPublicKey();
      const jwk = { kty: "EC", crv: "P-256", x: point.subarray(1, 33).toString("base64url"), y: point.subarray(33).toString("base64url") };
      const own = await jose.importJWK({ ...jwk, d }, "ECDH-ES+A256KW");
      const office = await jose.importJWK(jwk, "ECDH-ES+A256KW");
      const plain = [];
      for (const [file, way] of files) {
        const { protected: header, encrypted_key, iv, ciphertext, tag } = JSON.parse(file);
        const jwe = { protected: header, encrypted_key, iv, ciphertext, tag };
        const options = { maxPBES2Count: 1000000, keyManagementAlgorithms: ["PBES2-HS512+A256KW", "ECDH-ES+A256KW"] };
        const key = way === "code" ? new TextEncoder().encode(code) : own;
        const opened = await jose.flattenedDecrypt(jwe, key, options);
        plain.push(new TextDecoder().decode(opened.plaintext).trimEnd());
      }
      const made = [];
      for (const zip of [{}, { zip: "DEF" }]) {
        const jwe = new jose.FlattenedEncrypt(new TextEncoder().encode(text))
          .setProtectedHeader({ alg: "ECDH-ES+A256KW", enc: "A256GCM", ...zip });
        made.push(JSON.stringify(await jwe.encrypt(office)));
      }
      const compact = new jose.CompactEncrypt(new TextEncoder().encode(text))
        .setProtectedHeader({ alg: "ECDH-ES+A256KW", enc: "A256GCM" })
        .setKeyManagementParameters({ apu: new TextEncoder().encode("Alice"), apv: new TextEncoder().encode("Bob") });
      made.push(await compact.encrypt(office));
      const pbes2 = new jose.FlattenedEncrypt(new TextEncoder().encode(text))
        .setProtectedHeader({ alg: "PBES2-HS512+A256KW", enc: "A256GCM" });
      const under = JSON.stringify(await pbes2.encrypt(new TextEncoder().encode(code)));
      console.log(JSON.stringify({ plain, made, under }));
    })().catch((error) => { console.error(error); process.exit(1); });
"#;

#[test]
fn jose_opens_what_we_sealed_and_we_open_what_jose_sealed_to_keys_and_under_codes() {
    let key = key();
    let code = Code::make(&mut random(8)).expect("a code");
    let (file, codes) = sealed(key.public());
    let under = seal(TEXT.as_bytes(), &code, Wire::File, &mut random(9)).expect("sealed");
    let given = json!({
        "d": B64.encode(key.expose().as_slice()),
        "files": [[file.to_file(), "key"], [codes.to_file(), "key"], [under.to_file(), "code"]],
        "text": TEXT,
        "code": code.as_str(),
    });
    let path = std::env::temp_dir().join(format!("stepnote-{}-jose.json", std::process::id()));
    fs::write(&path, given.to_string()).expect("a file");
    let output = Command::new("node")
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["-e", JOSE, path.to_str().expect("a path")])
        .output()
        .expect("Node is needed to build; is it installed?");
    let _ = fs::remove_file(&path);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "npm ci brings jose: {said}");
    let made: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(made["plain"], json!([TEXT, TEXT, TEXT]));
    for one in made["made"].as_array().expect("files") {
        let sealed = parse_file(one.as_str().expect("text").as_bytes()).expect("a file");
        assert_eq!(
            sealed.open_with(&key).expect("it opens")[..],
            *TEXT.as_bytes()
        );
    }
    let sealed = parse_file(made["under"].as_str().expect("text").as_bytes()).expect("a file");
    assert_eq!(sealed.open(&code).expect("it opens")[..], *TEXT.as_bytes());
}

const GOLDEN: &str = "tests/golden/office/v1";

fn golden(name: &str) -> Vec<u8> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(GOLDEN);
    fs::read(folder.join(name)).expect(name)
}

#[test]
fn the_example_of_version_1_opens_as_file_and_as_bytes_and_its_card_reads() {
    let key: [u8; 32] = golden("example.key").try_into().expect("32 bytes");
    let key = OfficeKey::from_bytes(&key).expect("a key");
    let file = parse_file(&golden("example.stepnote")).expect("a file");
    assert_eq!(
        file.open_with(&key).expect("it opens")[..],
        *TEXT.as_bytes()
    );
    let bin = parse_bin(&golden("example.bin")).expect("codes");
    assert_eq!(bin.open_with(&key).expect("it opens")[..], *TEXT.as_bytes());
    let card = String::from_utf8(golden("example.card")).expect("text");
    let card = text_to_card(&card).expect("a card");
    assert_eq!(
        card,
        KeyCard::new(key.public(), NOW, "ハビット", false).expect("a card")
    );
    assert_eq!(
        card.digits().as_bytes(),
        golden("example.digits").trim_ascii()
    );
}

/// Writes the examples of version 1, only if there are none. They are never written again.
#[test]
#[ignore = "writes the golden files, once"]
fn write_golden_files_once() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(GOLDEN);
    assert!(!folder.exists());
    let key = key();
    let (file, codes) = sealed(key.public());
    let card = card(&key, "ハビット");
    fs::create_dir_all(&folder).expect("a folder");
    let parts = [
        ("example.key", key.expose().to_vec()),
        ("example.stepnote", file.to_file().into_bytes()),
        ("example.bin", codes.to_bin().expect("bytes")),
        (
            "example.card",
            card_to_text(&[ADDRESS, "o"].concat(), &card).into_bytes(),
        ),
        ("example.digits", card.digits().into_bytes()),
    ];
    for (name, content) in parts {
        fs::write(folder.join(name), content).expect(name);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_scanned_text_makes_the_reading_of_a_card_fail(text in any::<String>(), digits in "[0-9]{0,270}") {
        let _ = text_to_card(&text);
        let _ = text_to_card(&[ADDRESS, "o#", &digits].concat());
    }

    #[test]
    fn no_bytes_make_the_reading_of_a_card_fail_and_what_is_read_is_written_alike(bytes in proptest::collection::vec(any::<u8>(), 0..120)) {
        let bytes = [&[0xA2, 0][..], &bytes].concat();
        if let Ok(card) = KeyCard::from_bytes(&bytes) {
            prop_assert_eq!(card.to_bytes(), bytes);
        }
    }
}
