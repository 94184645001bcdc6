//! A signature that is drawn stays what was drawn, and what comes from anybody is read within bounds.
#![cfg(not(target_arch = "wasm32"))]

use proptest::{collection::vec, prelude::*};
use stepnote::{
    answer::{Answer, HEIGHT, PartialDate, Signature, Typed, WIDTH},
    consent::{Lacks, NotAgreed, agreed, draft, to_office},
    forms::CONSENT,
    record::{Note, Record},
    share::{Bundle, Carrier, Going, Made, Secrets, Withhold},
    sheet::{Facts, in_words},
    text::Lang,
};

fn drawn(strokes: &[Vec<(u16, u16)>]) -> Signature {
    let mut signature = Signature::default();
    for stroke in strokes {
        for (at, (x, y)) in stroke.iter().enumerate() {
            if at == 0 {
                signature.begin(*x, *y);
            } else {
                signature.go(*x, *y);
            }
        }
    }
    signature
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn what_was_drawn_comes_back_and_is_never_long(strokes in vec(vec((any::<u16>(), 0..500_u16), 1..80), 0..60)) {
        let signature = drawn(&strokes);
        let text = signature.to_text();
        prop_assert!(text.len() <= 2_600, "{} bytes", text.len());
        prop_assert!(text.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'.'));
        prop_assert_eq!(Signature::parse(&text), Some(signature));
    }

    #[test]
    fn what_anybody_wrote_is_read_or_refused(text in prop_oneof!["[a-zA-Z.]{0,40}", ".{0,40}"]) {
        if let Some(signature) = Signature::parse(&text) {
            prop_assert_eq!(signature.to_text(), text);
            for word in signature.path().split(['M', 'L', ' ', 'h']).filter(|word| !word.is_empty()) {
                prop_assert!(word.parse::<u16>().is_ok_and(|at| at <= WIDTH.max(HEIGHT)));
            }
        }
    }
}

#[test]
fn a_text_without_end_is_not_read() {
    assert_eq!(Signature::parse(&"aaaa.".repeat(1_000_000)), None);
    assert_eq!(
        Signature::parse(&["aaaa", &"aa".repeat(1_001)].concat()),
        None
    );
}

#[test]
fn a_step_off_the_field_is_refused() {
    assert!(Signature::parse("aaaazz").is_some());
    assert_eq!(Signature::parse("aaaaAa"), None);
    assert_eq!(Signature::parse("zzaa"), None);
}

#[test]
fn a_name_of_many_strokes_is_kept_whole_and_then_no_more_begins() {
    let stroke = |at: u16| vec![(at * 3, 10), (at * 3 + 6, 20)];
    let mut signature = drawn(&(0..120).map(stroke).collect::<Vec<_>>());
    assert_eq!(signature.path().matches('M').count(), 120);
    assert!(!signature.begin(0, 0));
}

#[test]
fn the_last_stroke_is_taken_back() {
    let mut signature = drawn(&[vec![(0, 0), (10, 10)], vec![(50, 50), (60, 60)]]);
    signature.undo();
    assert_eq!(signature, drawn(&[vec![(0, 0), (10, 10)]]));
}

fn today() -> PartialDate {
    PartialDate::day(2026, 11, 21).expect("a day")
}

/// A consent that lacks nothing but the signature.
fn unsigned() -> Record {
    let mut consent = draft(
        "ハビット",
        "はじめての相談",
        &["私の紹介".to_owned()],
        today(),
    );
    let mut put = |id: &str, answer| consent.answers.put(id, answer);
    put("who", Answer::Text("青木　遥".to_owned()));
    put("signed_on", Answer::Date(Typed::from(today())));
    consent
}

#[test]
fn a_signature_by_hand_is_a_signature() {
    let mut consent = unsigned();
    let lacks = agreed(&consent, today()).map(|_| ());
    assert_eq!(lacks, Err(NotAgreed::Draft(Lacks::Signature)));
    consent
        .answers
        .put("sign_drawn", Answer::Text("aaaazz".to_owned()));
    assert!(agreed(&consent, today()).is_ok());
}

#[test]
fn letters_that_are_no_drawing_sign_nothing() {
    let mut consent = unsigned();
    consent
        .answers
        .put("sign_drawn", Answer::Text("0".to_owned()));
    assert!(agreed(&consent, today()).is_err());
}

#[test]
fn it_goes_as_it_was_drawn_and_nothing_else_hides_behind_it() {
    let hiding = || Some((Secrets::default(), Withhold::default()));
    let made = Made {
        on: today(),
        lang: Lang::Ja,
        salt: *b"0123456789abcdef",
    };
    let gone = |text: &str| {
        let mut consent = unsigned();
        consent.answers.put("sign", Answer::Text("青木".to_owned()));
        consent
            .answers
            .put("sign_drawn", Answer::Text(text.to_owned()));
        let agreed = agreed(&consent, today()).expect("agreed");
        let going = Going::of(&Note::default(), &[], Carrier::File, hiding());
        let bundle: Bundle = to_office(&going, &agreed, made);
        let consent = bundle.consent(&CONSENT).expect("a consent");
        consent.answers.text("sign_drawn").to_owned()
    };
    assert_eq!(gone("aaaazz"), "aaaazz");
    assert_eq!(gone("090-1234-5678"), "");
}

#[test]
fn in_words_it_is_said_that_it_was_signed() {
    let mut consent = unsigned();
    let question = CONSENT.question("sign_drawn").expect("it is asked");
    consent
        .answers
        .put("sign_drawn", Answer::Text("aaaazz".to_owned()));
    let said = |lang| in_words(question, &consent.answers, Facts::default(), lang);
    assert_eq!(said(Lang::Ja).as_deref(), Some("手書きの署名あり"));
    assert_eq!(said(Lang::En).as_deref(), Some("Signed by hand"));
}
