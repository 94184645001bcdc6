//! Holds that the family of the practice is one this version knows whole, and that nobody could take for real.
#![cfg(not(target_arch = "wasm32"))]

use stepnote::{
    forms::{ALL, PROFILE},
    record::Note,
    sheet::{Facts, Sheet},
    text::Lang,
};

const SAMPLE: &str = include_str!("../src/store/sample.json");

fn sample() -> Note {
    Note::from_bytes(SAMPLE.as_bytes()).expect("a note")
}

#[test]
fn every_answer_of_the_sample_family_is_known() {
    for form in ALL {
        let sheet = Sheet::of(form, &sample().record(form), Facts::default(), Lang::Ja);
        assert_eq!(sheet.unknown, 0, "{}", form.id);
    }
}

#[test]
fn the_sample_family_is_called_practice() {
    let profile = sample().record(&PROFILE);
    assert!(profile.answers.text("name").starts_with("練習"));
    for member in &profile.groups["family"] {
        assert!(member.text("name").starts_with("練習"));
    }
}
