//! Marks that nobody sees, found in text from elsewhere; and what looks like one and is none.
#![cfg(not(target_arch = "wasm32"))]

use proptest::prelude::*;
use stepnote::answer::{
    Unseen::{self, Hides, Turns},
    unseen,
};

/// The marks of a text, and what they do.
fn marks(text: &str) -> Vec<(String, Unseen)> {
    let pieces = unseen(text).into_iter();
    pieces
        .filter_map(|(piece, mark)| Some((piece.to_owned(), mark?)))
        .collect()
}

#[test]
fn a_mark_that_turns_the_line_is_found_where_it_stands() {
    assert_eq!(
        unseen("薬は\u{202E}gm5\u{202C}です"),
        [
            ("薬は", None),
            ("\u{202E}", Some(Turns)),
            ("gm5", None),
            ("\u{202C}", Some(Turns)),
            ("です", None),
        ]
    );
    let all = "\u{200E}\u{200F}\u{61C}\u{202A}\u{202B}\u{202C}\u{202D}\u{202E}\u{2066}\u{2067}\u{2068}\u{2069}";
    assert_eq!(marks(all), [(all.to_owned(), Turns)]);
}

#[test]
fn what_takes_no_room_is_found_where_it_stands() {
    for mark in "\u{200B}\u{200C}\u{200D}\u{AD}\u{2060}\u{FEFF}\u{3164}\u{2028}\u{0}\u{7}\u{7F}\u{85}\u{E0041}\u{FFF9}".chars() {
        let text = format!("母{mark}子");
        assert_eq!(marks(&text), [(mark.to_string(), Hides)], "{:04X}", mark as u32);
    }
}

#[test]
fn lines_and_tabs_are_seen() {
    assert_eq!(marks("一行目\r\n\t二行目"), []);
}

#[test]
fn emoji_names_and_scripts_that_need_joiners_stay_as_they_are() {
    for text in [
        "👨‍👩‍👧‍👦 🏃🏽‍♀️ ❤️‍🔥 1️⃣ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🇯🇵",
        "葛󠄀城 花子",
        "می‌خواهم",
        "क्‍ष",
        "ខ្ញុំ\u{200B}ស្រលាញ់",
    ] {
        assert_eq!(marks(text), [], "{text}");
    }
}

#[test]
fn what_only_looks_like_a_part_of_an_emoji_is_found() {
    for (text, mark) in [
        ("母\u{200D}子", "\u{200D}"),
        ("👨\u{200D}です", "\u{200D}"),
        ("葛\u{E0100}\u{E0101}\u{E0102}", "\u{E0101}\u{E0102}"),
        ("\u{FE0F}はじめ", "\u{FE0F}"),
    ] {
        assert_eq!(marks(text), [(mark.to_owned(), Hides)], "{text:?}");
    }
}

proptest! {
    #[test]
    fn nothing_is_taken_out_of_a_text(text in "(?s)([\u{200B}-\u{200F}\u{202A}-\u{202E}\u{FE0F}\u{AD}]|.){0,40}") {
        let pieces = unseen(&text);
        let whole: String = pieces.iter().map(|(piece, _)| *piece).collect();
        prop_assert_eq!(&whole, &text);
        prop_assert!(pieces.iter().all(|(piece, _)| !piece.is_empty()));
        prop_assert!(pieces.windows(2).all(|two| two[0].1 != two[1].1));
    }
}
