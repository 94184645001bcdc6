//! Photos and PDFs that go along: those that were chosen, in a file, and nothing of the others.
#![cfg(not(target_arch = "wasm32"))]

use proptest::prelude::*;
use serde_json::{Value, json};
use stepnote::{
    answer::{Attachment, PartialDate},
    attachment::Media,
    envelope::{Code, MAX_FILE, parse_file, seal_both},
    form::{Choice, Form, Role, files, line, one, repeat},
    forms::{ALL, INTRODUCTION, PAPERS},
    record::{Note, Record},
    share::{Bundle, Carrier, Going, Made, Picked, Secrets, Withhold, enclosable, too_much},
    text::{Lang, t},
};

fn made() -> Made {
    Made {
        on: PartialDate::day(2026, 11, 21).expect("a day"),
        lang: Lang::Ja,
        salt: *b"0123456789abcdef",
    }
}

fn id(which: usize) -> String {
    format!("{which:032x}")
}

/// What is in a paper: a photo or a PDF, and a word that stands in no other.
fn content(which: usize) -> Vec<u8> {
    let start: &[u8] = if which.is_multiple_of(2) {
        b"\xff\xd8\xff"
    } else {
        b"%PDF-1.7"
    };
    [start, format!("inside {which}").as_bytes()].concat()
}

fn file(which: usize, name: &str) -> Value {
    let media = ["image/jpeg", "application/pdf"][which % 2];
    let key = format!("{:064x}", which + 1_000);
    json!({"id": id(which), "key": key, "media": media, "size": content(which).len(), "name": name})
}

fn put(note: &mut Note, form: &Form, answers: Value) {
    let Value::Object(answers) = answers else {
        panic!("answers are an object")
    };
    note.put(form, &Record::from_json(form, &answers));
}

/// Four papers: two under names of their own, two under that of their row.
fn note() -> Note {
    let mut note = Note::default();
    put(&mut note, &INTRODUCTION, json!({"nickname": "ひなちゃん"}));
    let rows = json!({"rows": [
        {"title": "けんさの紙", "files": [file(0, ""), file(1, "うら面")]},
        {"title": "てちょう", "files": [file(2, ""), file(3, "カード")]},
    ]});
    put(&mut note, &PAPERS, rows);
    note
}

const NAMES: [&str; 4] = ["けんさの紙", "うら面", "てちょう", "カード"];

fn going(chosen: &[usize], carrier: Carrier, hiding: bool) -> Going {
    let hiding = hiding.then(|| (Secrets::default(), Withhold::default()));
    let chosen: Vec<String> = chosen.iter().map(|which| id(*which)).collect();
    let note = note();
    Going::of(&note, &[Picked::whole(&INTRODUCTION)], carrier, hiding)
        .enclosing(ALL, &note, &chosen, carrier)
}

/// The bundle as it is sealed.
fn bundle(chosen: &[usize]) -> Bundle {
    let mut bundle = Bundle::own_copy(&going(chosen, Carrier::File, false), made());
    let contents: Vec<_> = chosen.iter().map(|which| content(*which)).collect();
    assert!(bundle.enclose(&contents));
    bundle
}

fn text(bundle: &Bundle) -> String {
    String::from_utf8(bundle.to_bytes()).expect("UTF-8")
}

/// A bundle with this list, from anybody.
fn from_anybody(list: &Value) -> Bundle {
    let json = json!({"v": 1, "kind": "handoff", "sheets": [], "attachments": list});
    Bundle::from_bytes(json.to_string().as_bytes()).expect("a bundle")
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn only_what_was_chosen_is_in_the_bytes_and_all_of_it(chosen in proptest::sample::subsequence(vec![0_usize, 1, 2, 3], 0..=4)) {
        let bundle = bundle(&chosen);
        let again = Bundle::from_bytes(&bundle.to_bytes()).expect("a bundle");
        let found: Vec<_> = again.enclosed().iter().map(|one| one.name.clone()).collect();
        let named: Vec<_> = chosen.iter().map(|which| NAMES[*which]).collect();
        prop_assert_eq!(found, named);
        for (at, which) in chosen.iter().enumerate() {
            prop_assert_eq!(again.paper(at), Some(content(*which)));
        }
        let text = text(&bundle);
        for (which, name) in NAMES.iter().enumerate() {
            prop_assert!(!text.contains(&id(which)), "an id tells where it lies");
            prop_assert!(!text.contains(&format!("{:064x}", which + 1_000)), "a key");
            if !chosen.contains(&which) {
                prop_assert!(!text.contains(name));
            }
        }
        prop_assert_eq!(again.enclosed().len(), chosen.len());
    }

    #[test]
    fn a_list_from_anybody_is_read_without_a_fault(size: u64, data in "[A-Za-z0-9_-]{0,40}", media in "(image/jpeg|application/pdf|text/html|)", name: String) {
        let bundle = from_anybody(&json!([{"name": name, "media": media, "size": size, "data": data}, size, [data]]));
        prop_assert_eq!(bundle.enclosed().len(), 3);
        for at in 0..4 {
            let paper = bundle.paper(at);
            prop_assert!(paper.is_none_or(|paper| paper.len() as u64 == size));
        }
    }
}

#[test]
fn codes_carry_none_of_them() {
    let text = text(&Bundle::own_copy(
        &going(&[0, 1], Carrier::Codes, false),
        made(),
    ));
    assert!(
        !text.contains("attachments") && !text.contains(NAMES[0]),
        "{text}"
    );
}

#[test]
fn with_the_address_left_out_none_of_them_goes() {
    let text = text(&Bundle::own_copy(
        &going(&[0, 1], Carrier::File, true),
        made(),
    ));
    assert!(
        !text.contains("attachments") && !text.contains(NAMES[0]),
        "{text}"
    );
}

#[test]
fn the_receipt_is_for_what_is_in_them_too() {
    let whole = bundle(&[0]);
    let mut other = Bundle::own_copy(&going(&[0], Carrier::File, false), made());
    let mut bytes = content(0);
    *bytes.last_mut().expect("a byte") ^= 1;
    assert!(other.enclose(&[bytes]));
    assert_ne!(
        Bundle::receipt(&whole.to_bytes()),
        Bundle::receipt(&other.to_bytes())
    );
}

#[test]
fn what_is_not_what_the_list_says_is_not_sealed() {
    let listed = || Bundle::own_copy(&going(&[0, 1], Carrier::File, false), made());
    assert!(!listed().enclose(&[content(0)]), "one is missing");
    assert!(
        !listed().enclose(&[content(0), b"short".to_vec()]),
        "another length"
    );
}

#[test]
fn what_is_not_what_its_kind_says_is_not_shown() {
    let html = "PGh0bWw-";
    for media in ["image/jpeg", "application/pdf", "text/html"] {
        let bundle = from_anybody(&json!([{"name": "", "media": media, "size": 6, "data": html}]));
        assert_eq!(bundle.paper(0), None, "{media}");
    }
    let newer =
        from_anybody(&json!([{"name": "声", "media": "audio/opus", "size": 6, "data": html}]));
    let kinds: Vec<Option<Media>> = newer.enclosed().iter().map(|one| one.media).collect();
    assert_eq!(kinds, [None]);
}

#[test]
fn of_a_list_without_end_the_first_are_read() {
    let one = json!({"name": "あ".repeat(1_000), "media": "image/jpeg", "size": 3, "data": "_9j_"});
    let bundle = from_anybody(&Value::Array(vec![one; 5_000]));
    let read = bundle.enclosed();
    assert_eq!((read.len(), read[0].name.chars().count()), (16, 100));
    assert_eq!(bundle.paper(16), None);
}

#[test]
fn the_most_that_goes_along_fits_a_file() {
    let mut paper = enclosable(ALL, &note()).remove(0);
    paper.size = 1_999_999;
    assert!(!too_much(std::slice::from_ref(&paper)));
    let listed = json!({"v": 1, "kind": "handoff", "note": "あ".repeat(100_000), "sheets": [],
        "attachments": [{"name": "", "media": "image/jpeg", "size": paper.size}]});
    let mut bundle = Bundle::from_bytes(listed.to_string().as_bytes()).expect("a bundle");
    let mut bytes = vec![7; 1_999_999];
    bytes[..3].copy_from_slice(b"\xff\xd8\xff");
    assert!(bundle.enclose(std::slice::from_ref(&bytes)));
    let mut next = 0_u8;
    let mut random = |into: &mut [u8]| {
        for byte in into {
            next = next.wrapping_mul(5).wrapping_add(3);
            *byte = next;
        }
    };
    let code = Code::make(&mut random).expect("a code");
    let (file, codes) = seal_both(&bundle.to_bytes(), &code, &mut random).expect("sealed");
    assert!(codes.is_none(), "no codes carry so much");
    let file = file.to_file();
    assert!(file.len() < MAX_FILE, "{} bytes", file.len());
    let opened = parse_file(file.as_bytes())
        .expect("ours")
        .open(&code)
        .expect("opened");
    let again = Bundle::from_bytes(&opened).expect("a bundle");
    assert!(again.paper(0) == Some(bytes));
}

#[test]
fn sixteen_of_two_million_bytes_together_go_along_and_nothing_more() {
    let papers = |sizes: &[u64]| -> Vec<_> {
        let one = enclosable(ALL, &note()).remove(0);
        let sized = sizes.iter().map(|size| Attachment {
            size: *size,
            ..one.clone()
        });
        sized.collect()
    };
    assert!(!too_much(&papers(&[125_000; 16])));
    assert!(too_much(&papers(&[1; 17])), "one too many");
    assert!(too_much(&papers(&[1_999_999, 2])), "a byte too many");
    assert!(
        too_much(&papers(&[u64::MAX, 1])),
        "more than a number holds"
    );
}

#[test]
fn a_paper_alone_is_something_that_goes_and_nothing_is_nothing() {
    let note = note();
    let none = || Going::of(&note, &[], Carrier::File, None);
    assert!(none().is_empty());
    let paper = none().enclosing(ALL, &note, &[id(0)], Carrier::File);
    assert!(!paper.is_empty());
}

/// A sheet whose rows may be for the family only.
const OWN: Form = Form {
    id: "own",
    sections: &[repeat(
        "rows",
        t("記録", "きろく", "Entries"),
        3,
        t("たす", "たす", "Add"),
        t("記録", "きろく", "Entry"),
        &[
            line("title", t("名前", "なまえ", "Name")).role(Role::RowTitle),
            one(
                "share",
                t("範囲", "はんい", "Who"),
                &[Choice::new("family", t("家族だけ", "かぞくだけ", "Family"))],
            )
            .role(Role::RowReach),
            files("files", t("写真", "しゃしん", "Photos")),
        ],
    )],
    ..PAPERS
};

#[test]
fn what_is_in_a_row_for_the_family_only_is_not_offered() {
    let mut note = Note::default();
    let rows = json!({"rows": [
        {"title": "見せない", "share": "family", "files": [file(0, "")]},
        {"title": "見せてよい", "files": [file(1, "")]},
    ]});
    put(&mut note, &OWN, rows);
    let offered = enclosable(&[OWN], &note);
    let names: Vec<_> = offered.iter().map(|paper| paper.name.as_str()).collect();
    assert_eq!(names, ["見せてよい"]);
}

#[test]
fn what_a_newer_version_keeps_is_not_offered() {
    let mut note = Note::default();
    let mut strange = file(0, "声");
    strange["media"] = json!("audio/opus");
    put(
        &mut note,
        &PAPERS,
        json!({"rows": [{"files": [strange, file(1, "紙")]}]}),
    );
    assert_eq!(enclosable(ALL, &note).len(), 1);
}
