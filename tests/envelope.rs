//! The hand-off envelope as strangers, mail programs and thieves meet it. Envelopes are made here
//! by an independent writer, so that every header and every fault can be had.

use aes_gcm::aead::{Aead, KeyInit, Payload};
use aes_gcm::{Aes256Gcm, Nonce};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use miniz_oxide::deflate::{compress_to_vec, compress_to_vec_zlib};
use pbkdf2::sha2::Sha512;
use proptest::prelude::*;
use stepnote::envelope::{
    Code, LooksLike, MAX_FILE, OpenError, Sealed, Wire, parse_bin, parse_file, seal, seal_both,
};

const PLAIN: &str =
    r#"{"v":1,"kind":"handoff","sheets":{"name":"髙橋 陽向","note":"発作時は坐薬"}}"#;
const SALT: [u8; 16] = *b"sixteen bytes...";

fn code() -> Code {
    Code::parse("1234-5678-9012-3456-7888").unwrap()
}

fn other_code() -> Code {
    Code::parse("0000-0000-0000-0000-0098").unwrap()
}

fn random() -> impl FnMut(&mut [u8]) {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    move |bytes| {
        for byte in bytes {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            *byte = (state >> 32) as u8;
        }
    }
}

fn b64(bytes: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// A header with some members replaced (`"name":json`), taken out (`name`) or added.
fn header(changes: &[(&str, &str)]) -> String {
    let mut members = vec![
        ("alg", "\"PBES2-HS512+A256KW\"".to_string()),
        ("enc", "\"A256GCM\"".into()),
        ("cty", "\"application/vnd.stepnote.handoff.v1+json\"".into()),
        ("p2s", format!("\"{}\"", b64(SALT))),
        ("p2c", "1000".into()),
    ];
    for (name, value) in changes {
        members.retain(|(old, _)| old != name);
        if !value.is_empty() {
            members.push((name, (*value).into()));
        }
    }
    let members: Vec<String> = members
        .iter()
        .map(|(n, v)| format!("\"{n}\":{v}"))
        .collect();
    format!("{{{}}}", members.join(","))
}

/// The five parts of an envelope sealed under [`code`], whatever the header says.
fn craft(header: &str, content: &[u8]) -> [Vec<u8>; 5] {
    let rounds: serde_json::Value = serde_json::from_str(header).unwrap_or_default();
    let rounds = rounds["p2c"]
        .as_u64()
        .filter(|r| *r <= 600_000)
        .unwrap_or(1000) as u32;
    let salt = [b"PBES2-HS512+A256KW\0", &SALT[..]].concat();
    let kek = pbkdf2::pbkdf2_hmac_array::<Sha512, 32>(code().as_str().as_bytes(), &salt, rounds);
    let (cek, iv) = ([7; 32], [9; 12]);
    let mut wrapped = vec![0; 40];
    aes_kw::KwAes256::new(&kek.into())
        .wrap_key(&cek, &mut wrapped)
        .unwrap();
    let aad = b64(header);
    let payload = Payload {
        msg: content,
        aad: aad.as_bytes(),
    };
    let mut ciphertext = Aes256Gcm::new(&cek.into())
        .encrypt(&Nonce::from(iv), payload)
        .unwrap();
    let tag = ciphertext.split_off(content.len());
    [header.into(), wrapped, iv.into(), ciphertext, tag]
}

/// The flattened JSON other tools write: no `check`, no `about`.
fn json(parts: &[Vec<u8>; 5]) -> String {
    let [protected, encrypted_key, iv, ciphertext, tag] = parts.each_ref().map(b64);
    format!(
        r#"{{"protected":"{protected}","encrypted_key":"{encrypted_key}","iv":"{iv}","ciphertext":"{ciphertext}","tag":"{tag}"}}"#
    )
}

fn bin(parts: &[Vec<u8>; 5]) -> Vec<u8> {
    let mut bin = vec![1];
    for part in parts {
        bin.extend((part.len() as u16).to_be_bytes());
        bin.extend(part);
    }
    bin
}

fn open(file: impl AsRef<[u8]>) -> Result<String, OpenError> {
    let plain = parse_file(file.as_ref())?.open(&code())?;
    Ok(String::from_utf8(plain.to_vec()).unwrap())
}

/// What becomes of a crafted envelope.
fn fate(changes: &[(&str, &str)], content: &[u8]) -> Result<String, OpenError> {
    open(json(&craft(&header(changes), content)))
}

fn not_ours(looks_like: LooksLike) -> OpenError {
    OpenError::NotOurs { looks_like }
}

#[test]
fn a_hand_off_opens_with_its_code_from_file_and_from_qr() {
    let (file, qr) = seal_both(PLAIN.as_bytes(), &code(), &mut random()).unwrap();
    let qr = qr.unwrap();
    assert_eq!(open(file.to_file()).as_deref(), Ok(PLAIN));
    let scanned = parse_bin(&qr.to_bin().unwrap()).unwrap();
    assert_eq!(scanned, qr);
    assert_eq!(scanned.open(&code()).unwrap()[..], *PLAIN.as_bytes());
    // What was scanned can be kept as a file.
    assert_eq!(parse_file(scanned.to_file().as_bytes()), Ok(qr));
}

#[test]
fn the_wrong_code_is_told_from_everything_else() {
    let sealed = seal(PLAIN.as_bytes(), &code(), Wire::File, &mut random()).unwrap();
    assert_eq!(sealed.open(&other_code()), Err(OpenError::WrongCode));
}

#[test]
fn the_file_has_the_shape_that_the_format_promises() {
    let file = seal(PLAIN.as_bytes(), &code(), Wire::File, &mut random()).unwrap();
    let long = format!("[{PLAIN},{PLAIN}]");
    let qr = seal(long.as_bytes(), &code(), Wire::Qr, &mut random()).unwrap();
    for (sealed, zip) in [(file, None), (qr, Some("DEF"))] {
        let json: serde_json::Value = serde_json::from_str(&sealed.to_file()).unwrap();
        let mut names: Vec<&String> = json.as_object().unwrap().keys().collect();
        names.sort();
        assert_eq!(
            names,
            [
                "about",
                "check",
                "ciphertext",
                "encrypted_key",
                "iv",
                "protected",
                "tag"
            ]
        );
        let protected = json["protected"].as_str().unwrap();
        let header = URL_SAFE_NO_PAD.decode(protected).unwrap();
        let header: serde_json::Value = serde_json::from_slice(&header).unwrap();
        assert_eq!(header["alg"], "PBES2-HS512+A256KW");
        assert_eq!(header["enc"], "A256GCM");
        assert_eq!(header["typ"], "JOSE+JSON");
        assert_eq!(header["cty"], "application/vnd.stepnote.handoff.v1+json");
        assert_eq!(header["p2c"], 220_000);
        assert_eq!(header.get("zip").and_then(|zip| zip.as_str()), zip);
    }
}

#[test]
fn every_bit_flipped_in_a_file_is_called_damaged_or_does_not_matter() {
    let sealed = seal(PLAIN.as_bytes(), &code(), Wire::File, &mut random()).unwrap();
    let file = sealed.to_file().into_bytes();
    let harmless = file.windows(7).position(|w| w == b"sha256:").unwrap();
    let length = file.len();
    for place in 0..length {
        for bit in 0..8 {
            let mut file = file.clone();
            file[place] ^= 1 << bit;
            match parse_file(&file) {
                // Only `about`, the name of `check` and the last line end are without meaning.
                Ok(same) => assert!(
                    same == sealed && (place < harmless || place + 1 == length),
                    "{place} {bit}"
                ),
                Err(error) => assert_eq!(error, OpenError::Damaged, "{place} {bit}"),
            }
        }
    }
}

#[test]
fn a_file_cut_anywhere_is_cut_short_and_never_a_wrong_code() {
    let sealed = seal(PLAIN.as_bytes(), &code(), Wire::File, &mut random()).unwrap();
    let file = sealed.to_file().into_bytes();
    for end in 0..file.len() {
        let expected = match end {
            0 => Err(OpenError::Empty),
            // Only the last line end is gone.
            _ if end == file.len() - 1 => Ok(sealed.clone()),
            _ => Err(OpenError::CutShort),
        };
        assert_eq!(parse_file(&file[..end]), expected, "cut at {end}");
    }
}

#[test]
fn a_compact_form_cut_anywhere_is_cut_short() {
    let compact = craft(&header(&[]), PLAIN.as_bytes()).map(b64).join(".");
    assert_eq!(open(&compact).as_deref(), Ok(PLAIN));
    for end in 3..compact.len() {
        let cut = parse_file(&compact.as_bytes()[..end]);
        assert_eq!(cut, Err(OpenError::CutShort), "cut at {end}");
    }
}

#[test]
fn a_compact_form_with_a_part_too_many_is_damaged() {
    let compact = craft(&header(&[]), PLAIN.as_bytes()).map(b64).join(".");
    assert_eq!(open(compact + ".AAAA"), Err(OpenError::Damaged));
}

#[test]
fn a_set_of_bytes_cut_anywhere_is_cut_short() {
    let bin = bin(&craft(&header(&[]), PLAIN.as_bytes()));
    assert!(parse_bin(&bin).is_ok());
    assert_eq!(parse_bin(&[]), Err(OpenError::Empty));
    for end in 1..bin.len() {
        assert_eq!(
            parse_bin(&bin[..end]),
            Err(OpenError::CutShort),
            "cut at {end}"
        );
    }
    assert_eq!(
        parse_bin(&[&bin[..], b"!"].concat()),
        Err(OpenError::Damaged)
    );
    assert_eq!(parse_bin(b"shc:/1398"), Err(not_ours(LooksLike::Other)));
}

#[test]
fn a_flip_with_the_check_put_right_is_a_wrong_code_or_altered_and_never_plaintext() {
    let parts = craft(&header(&[]), PLAIN.as_bytes());
    for (part, bytes) in parts.iter().enumerate() {
        for place in 0..bytes.len() {
            let mut parts = parts.clone();
            parts[part][place] ^= 1 << (place % 8);
            let fate = parse_bin(&bin(&parts)).and_then(|sealed| sealed.open(&code()));
            match (part, fate.expect_err("must not open")) {
                (1, error) => assert_eq!(error, OpenError::WrongCode),
                (2..=4, error) => assert_eq!(error, OpenError::Altered),
                (_, error) => assert!(
                    matches!(
                        error,
                        OpenError::Damaged
                            | OpenError::Unsupported
                            | OpenError::TooNew
                            | OpenError::WrongCode
                            | OpenError::Altered
                    ),
                    "{error:?} at {place}"
                ),
            }
        }
    }
}

#[test]
fn what_mail_programs_and_editors_do_to_a_file_does_not_matter() {
    let sealed = seal(PLAIN.as_bytes(), &code(), Wire::File, &mut random()).unwrap();
    let file = sealed.to_file();
    let wrapped = |between: &str| {
        let letters: Vec<char> = file.chars().collect();
        let lines: Vec<String> = letters.chunks(76).map(String::from_iter).collect();
        lines.join(between)
    };
    for (what, sent) in [
        ("byte order mark", format!("\u{feff}{file}")),
        ("CRLF", file.replace('\n', "\r\n")),
        ("trailing lines", format!("\n\n{file}\r\n\n")),
        ("one line", file.replace('\n', "")),
        ("lines wrapped at 76", wrapped("\n")),
        ("lines wrapped with CRLF and a tab", wrapped("\r\n\t")),
        ("lines wrapped with a space", wrapped(" \r\n")),
    ] {
        let read = parse_file(sent.as_bytes());
        if what == "lines wrapped with a space" {
            // A space may have come into a member's name; then it is said, not guessed.
            assert!(read == Ok(sealed.clone()) || read == Err(OpenError::Damaged));
        } else {
            assert_eq!(read, Ok(sealed.clone()), "{what}");
        }
    }
    let mut latin = file.replace("ステップノート", "?").into_bytes();
    latin.splice(14..14, *b"\x83\x58\x83\x65");
    assert_eq!(parse_file(&latin), Ok(sealed), "a note in another encoding");
}

#[test]
fn a_file_of_the_greatest_length_is_read_and_one_byte_more_is_not() {
    let mut file = json(&craft(&header(&[]), PLAIN.as_bytes())).into_bytes();
    file.resize(MAX_FILE, b' ');
    assert!(parse_file(&file).is_ok());
    file.push(b' ');
    assert_eq!(parse_file(&file), Err(OpenError::TooLong));
}

#[test]
fn a_file_that_is_not_ours_is_named_for_what_it_is() {
    use LooksLike::{Other, Pdf, Photo, Text, Zip};
    for (bytes, looks_like) in [
        (&b"\xff\xd8\xff\xe0\0\x10JFIF"[..], Photo),
        (b"\x89PNG\r\n\x1a\n", Photo),
        (b"RIFF\x10\0\0\0WEBPVP8 ", Photo),
        (b"\0\0\0\x18ftypheic\0\0\0\0", Photo),
        (b"%PDF-1.7", Pdf),
        (b"PK\x03\x04\x14\0", Zip),
        ("連絡ありがとうございます。".as_bytes(), Text),
        (br#"{"name":"other","version":1}"#, Text),
        (br#"{"tag":others have one, too}"#, Text),
        (b"[1,2]", Text),
        (b"\0\0\0\x18ftypmp42\0\0\0\0", Other),
        (b"\x7fELF\x02\x01\x01\0", Other),
        (b"RIFF\x10\0\0\0WAVEfmt ", Other),
    ] {
        assert_eq!(
            parse_file(bytes),
            Err(not_ours(looks_like)),
            "{looks_like:?}"
        );
    }
    let mut photo = vec![0; 5_000_000];
    photo[..3].copy_from_slice(b"\xff\xd8\xff");
    assert_eq!(parse_file(&photo), Err(not_ours(Photo)));
    assert_eq!(parse_file(&vec![b' '; 5_000_000]), Err(OpenError::TooLong));
    assert_eq!(parse_file(b" \r\n\t\n"), Err(OpenError::Empty));
    assert_eq!(parse_file(b"\xef\xbb\xbf"), Err(OpenError::Empty));
}

#[test]
fn envelopes_of_other_tools_open() {
    assert_eq!(fate(&[], PLAIN.as_bytes()).as_deref(), Ok(PLAIN));
    for changes in [
        &[("p2c", "10000")][..],
        &[("p2c", "600000")],
        &[("cty", "")],
        &[("cty", "\"vnd.stepnote.handoff.v1+json\"")],
        &[("typ", "\"JOSE\""), ("future", "{\"a\":[1]}")],
    ] {
        assert_eq!(
            fate(changes, PLAIN.as_bytes()).as_deref(),
            Ok(PLAIN),
            "{changes:?}"
        );
    }
    let packed = compress_to_vec(PLAIN.as_bytes(), 6);
    assert_eq!(fate(&[("zip", "\"DEF\"")], &packed).as_deref(), Ok(PLAIN));
}

#[test]
fn asking_for_too_much_or_too_little_work_is_refused_before_any() {
    // Were it not refused, the first of these would take an hour.
    for p2c in [
        "2147483647",
        "1000001",
        "999",
        "0",
        "-1",
        "220000.0",
        "\"220000\"",
        "null",
        "",
    ] {
        let fate = fate(&[("p2c", p2c)], PLAIN.as_bytes());
        assert_eq!(fate, Err(OpenError::Unsupported), "p2c {p2c}");
    }
    assert_eq!(fate(&[("p2c", "1e400")], b"{}"), Err(OpenError::Damaged));
}

#[test]
fn lengths_that_cannot_be_are_refused() {
    for salt in [0, 8, 15, 65] {
        let salt = format!("\"{}\"", b64(vec![1; salt]));
        assert_eq!(fate(&[("p2s", &salt)], b"{}"), Err(OpenError::Damaged));
    }
    for (part, length) in [(2, 8), (2, 16), (4, 12), (4, 15), (1, 0), (1, 32), (1, 48)] {
        let mut parts = craft(&header(&[]), b"{}");
        parts[part].resize(length, 1);
        assert_eq!(
            open(json(&parts)),
            Err(OpenError::Damaged),
            "{part} {length}"
        );
    }
}

#[test]
fn other_algorithms_are_not_tried() {
    for alg in [
        "none",
        "dir",
        "RSA1_5",
        "A128KW",
        "PBES2-HS256+A128KW",
        "pbes2-hs512+a256kw",
    ] {
        let fate = fate(&[("alg", &format!("\"{alg}\""))], b"{}");
        assert_eq!(fate, Err(OpenError::Unsupported), "{alg}");
    }
    for change in [
        ("enc", "\"A128CBC-HS256\""),
        ("enc", ""),
        ("alg", ""),
        ("zip", "\"GZIP\""),
        ("zip", "null"),
        ("crit", "[\"exp\"]"),
        ("crit", "[]"),
        ("cty", "\"JWT\""),
        ("cty", "\"application/vnd.stepnote.handoff.v0+json\""),
    ] {
        assert_eq!(
            fate(&[change], b"{}"),
            Err(OpenError::Unsupported),
            "{change:?}"
        );
    }
}

#[test]
fn headers_that_nobody_authenticated_and_names_given_twice_are_refused() {
    let file = json(&craft(&header(&[]), b"{}"));
    for member in [
        r#""header":{"alg":"dir"}"#,
        r#""unprotected":{}"#,
        r#""recipients":[]"#,
        r#""aad":"""#,
    ] {
        let file = file.replacen('{', &format!("{{{member},"), 1);
        assert_eq!(open(file), Err(OpenError::Unsupported), "{member}");
    }
    let twice = file.replacen('{', r#"{"iv":"AAAAAAAAAAAAAAAA","#, 1);
    assert_eq!(open(twice), Err(OpenError::Damaged));
    let twice = header(&[]).replacen('{', r#"{"p2c":2000,"#, 1);
    assert_eq!(open(json(&craft(&twice, b"{}"))), Err(OpenError::Damaged));
}

#[test]
fn base64url_that_no_writer_writes_is_refused() {
    let parts = craft(&header(&[]), b"{}");
    let tag = b64(&parts[4]);
    // The last letter of 16 bytes carries two bits; the other four must be zero.
    let last = tag.chars().last().unwrap();
    let next = char::from(last as u8 + 1);
    for other in [
        format!("{}{next}", &tag[..21]),
        format!("{tag}=="),
        tag.replacen(|c: char| c.is_ascii_alphanumeric(), "+", 1),
    ] {
        let file = json(&parts).replace(&tag, &other);
        assert_eq!(open(file), Err(OpenError::Damaged), "{other}");
    }
}

#[test]
fn a_newer_version_is_called_newer_whatever_else_it_uses() {
    let cty = ("cty", "\"application/vnd.stepnote.handoff.v2+json\"");
    assert_eq!(fate(&[cty], b"{}"), Err(OpenError::TooNew));
    let future = [cty, ("alg", "\"HPKE-7\""), ("enc", ""), ("crit", "[\"x\"]")];
    assert_eq!(fate(&future, b"{}"), Err(OpenError::TooNew));
}

#[test]
fn a_hand_off_for_another_office_names_the_key_it_is_for() {
    let office = |kid: &str| fate(&[("alg", "\"ECDH-ES+A256KW\""), ("kid", kid)], b"{}");
    let named = |kid: &str| Err(OpenError::ForAnotherOffice { kid: kid.into() });
    assert_eq!(office("\"8NoF1jZ3aGc\""), named("8NoF1jZ3aGc"));
    assert_eq!(office("\"<b>office</b>\""), named(""));
    assert_eq!(office(&format!("\"{}\"", "A".repeat(1000))), named(""));
}

#[test]
fn a_packed_bomb_and_a_packed_fraud_are_told() {
    let zip = |content: &[u8]| fate(&[("zip", "\"DEF\"")], content);
    let zeros = vec![b' '; 5_000_000];
    assert_eq!(zip(&compress_to_vec(&zeros, 9)), Err(OpenError::TooLong));
    let mut trailing = compress_to_vec(PLAIN.as_bytes(), 9);
    trailing.push(0);
    assert_eq!(zip(&trailing), Err(OpenError::Altered));
    let zlib = compress_to_vec_zlib(PLAIN.as_bytes(), 9);
    assert_eq!(zip(&zlib), Err(OpenError::Altered));
    assert_eq!(zip(b""), Err(OpenError::Altered));
}

#[test]
fn content_that_is_not_readable_json_is_told() {
    let deep = format!("{}{}", "[".repeat(200), "]".repeat(200));
    let long = format!("[{}0]", "0,".repeat(1_000_000));
    for content in [
        &b"\xff\xfe{}"[..],
        b"",
        b"hello",
        b"{\"a\":1,\"a\":2}",
        deep.as_bytes(),
        long.as_bytes(),
    ] {
        assert_eq!(fate(&[], content), Err(OpenError::Content));
    }
}

#[test]
fn what_a_hand_off_says_of_itself_names_nobody() {
    let sealed = seal(PLAIN.as_bytes(), &code(), Wire::File, &mut random()).unwrap();
    assert!(!sealed.to_file().contains("://"));
    assert!(!format!("{sealed:?}").contains("髙橋"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_without_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        prop_assert!(parse_file(&bytes).is_err());
        prop_assert!(parse_bin(&bytes).is_err());
        prop_assert!(parse_bin(&[&[1][..], &bytes].concat()).is_err());
    }

    #[test]
    fn any_text_is_read_without_panic(text in "\\{?[\"{}a-z:,.eyJ_ \\\\\n-]{0,80}") {
        prop_assert!(parse_file(text.as_bytes()).is_err());
    }

    #[test]
    fn several_changed_bytes_never_give_another_text(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..5),
    ) {
        let parts = craft(&header(&[]), PLAIN.as_bytes());
        let whole: Sealed = parse_bin(&bin(&parts)).unwrap();
        let mut file = whole.to_file().into_bytes();
        for (place, byte) in changes {
            let place = place.index(file.len());
            file[place] = byte;
        }
        if let Ok(opened) = parse_file(&file).and_then(|sealed| sealed.open(&code())) {
            prop_assert_eq!(&opened[..], PLAIN.as_bytes());
        }
    }
}
