//! Holds that the invented family is what the other tests rely on, and that its hand-off,
//! written once, still reads as it did.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/family.rs"]
mod family;

use stepnote::{
    answer::PartialDate,
    form::Form,
    forms::{ALL, INTRODUCTION, OWN_WORDS, PROFILE},
    share::Bundle,
    sheet::{Facts, Sheet},
    text::Lang,
};

const EXAMPLE: &[u8] = include_bytes!("golden/handoff/v1/example.json");

fn bundle() -> Bundle {
    let issued_on = PartialDate::day(2026, 11, 21).expect("a day");
    let first = family::FIRST;
    let chosen: Vec<&Form> = first.iter().collect();
    Bundle::of(&family::note(), &chosen, issued_on, Lang::Ja)
}

#[test]
fn the_first_hand_off_ever_written_is_still_what_the_family_hands_over() {
    assert_eq!(Bundle::from_bytes(EXAMPLE), Ok(bundle()));
}

#[test]
fn the_first_hand_off_ever_written_goes_on_unchanged() {
    let read = Bundle::from_bytes(EXAMPLE).expect("a hand-off");
    assert_eq!(Bundle::from_bytes(&read.to_bytes()), Ok(read));
}

#[test]
fn the_family_holds_the_kanji_that_break_software() {
    let written = String::from_utf8(bundle().to_bytes()).expect("UTF-8");
    let missing: Vec<char> = [
        '\u{9AD9}',
        '\u{FA11}',
        '\u{20BB7}',
        '\u{FA19}',
        '\u{FA1A}',
        '\u{3000}',
    ]
    .into_iter()
    .filter(|kanji| !written.contains(*kanji))
    .collect();
    assert_eq!(missing, []);
}

#[test]
fn the_long_name_has_sixty_characters() {
    let record = family::note_with_a_long_name().record(&PROFILE);
    assert_eq!(record.answers.text("name").chars().count(), 60);
}

#[test]
fn the_parent_writes_at_the_length_at_which_parents_write() {
    let record = family::note().record(&INTRODUCTION);
    for id in ["likes", "dislikes", "episode"] {
        let length = record.answers.text(id).chars().count();
        assert!(
            (120..=250).contains(&length),
            "{id} has {length} characters"
        );
    }
}

#[test]
fn the_family_has_written_in_every_part_it_has_come_to() {
    // 小学校 and later are still ahead.
    let ahead = ["primary", "junior_high", "high"];
    let note = family::note();
    // The page for a young person, and what stands behind it, is ahead as well.
    for form in ALL.iter().take_while(|form| form.id != OWN_WORDS.id) {
        let sheet = Sheet::of(form, &note.record(form), Facts::default(), Lang::Ja);
        let written: Vec<_> = sheet.parts.iter().map(|part| part.title).collect();
        for part in form
            .sections
            .iter()
            .filter(|part| !ahead.contains(&part.id))
        {
            assert!(written.contains(&part.title.ja), "{} {}", form.id, part.id);
        }
    }
}
