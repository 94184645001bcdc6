//! A hand-held scanner as a keyboard: whatever has the focus, whatever the input method.

use proptest::prelude::*;
use stepnote::carrier::wedge::{Key, Wedge};

const CODE: &str =
    "https://note.example.jp:8833/#4531748413534329263243847038511722000011081521574460197915975";

/// The keys of a text on a Japanese keyboard, with the input method on or off, so many
/// milliseconds apart; what came of them and of Enter.
fn typed(wedge: &mut Wedge, text: &str, composing: bool, pause: f64, begin: f64) -> Option<String> {
    let mut at = begin;
    for c in text.chars() {
        at += pause;
        let (code, shift) = place(c);
        let own = c.to_string();
        let key = if composing { "Process" } else { &own };
        if shift {
            let shift = Key {
                key: if composing { "Process" } else { "Shift" },
                code: "ShiftLeft",
                shift: true,
                at,
            };
            assert_eq!(wedge.take(shift), None);
        }
        let key = Key {
            key,
            code: &code,
            shift,
            at,
        };
        assert_eq!(wedge.take(key), None);
    }
    let enter = if composing { "Process" } else { "Enter" };
    wedge.take(Key {
        key: enter,
        code: "Enter",
        shift: false,
        at: at + pause,
    })
}

fn place(c: char) -> (String, bool) {
    match c {
        '0'..='9' => (format!("Digit{c}"), false),
        'a'..='z' => (format!("Key{}", c.to_ascii_uppercase()), false),
        '#' => ("Digit3".to_owned(), true),
        '!' => ("Digit1".to_owned(), true),
        '/' => ("Slash".to_owned(), false),
        '.' => ("Period".to_owned(), false),
        _ => ("Quote".to_owned(), false),
    }
}

fn behind_the_sign(text: &str) -> &str {
    text.rsplit('#').next().unwrap_or_default()
}

#[test]
fn what_a_scanner_types_is_read_whole() {
    let mut wedge = Wedge::default();
    assert_eq!(
        typed(&mut wedge, CODE, false, 8.0, 0.0).as_deref(),
        Some(CODE)
    );
}

#[test]
fn the_digits_are_read_while_an_input_method_is_on() {
    let mut wedge = Wedge::default();
    let read = typed(&mut wedge, CODE, true, 30.0, 0.0).expect("a code");
    assert_eq!(behind_the_sign(&read), behind_the_sign(CODE));
}

#[test]
fn a_mark_that_an_input_method_hides_is_a_space_so_that_nothing_runs_together() {
    let read = typed(&mut Wedge::default(), CODE, true, 30.0, 0.0).expect("a code");
    let marks = [':', '/', '.'];
    assert_eq!(read, CODE.replace(marks, " "));
}

#[test]
fn a_key_that_types_nothing_leaves_nothing_in_the_code() {
    let mut wedge = Wedge::default();
    let mut press = |key, code| {
        let shift = false;
        wedge.take(Key {
            key,
            code,
            shift,
            at: 0.0,
        })
    };
    for _ in 0..8 {
        assert_eq!(press("1", "Digit1"), None);
        assert_eq!(press("ArrowLeft", "ArrowLeft"), None);
        assert_eq!(press("2", "Numpad2"), None);
    }
    assert_eq!(press("Enter", "Enter").as_deref(), Some("1212121212121212"));
}

#[test]
fn a_mark_on_the_key_of_a_digit_is_no_digit() {
    for composing in [false, true] {
        let text = "https://note.example.jp/!/#0123456789012345";
        let read = typed(&mut Wedge::default(), text, composing, 20.0, 0.0).expect("a code");
        let digits = read
            .chars()
            .filter(char::is_ascii_digit)
            .collect::<String>();
        assert_eq!(digits, behind_the_sign(text), "{read}");
    }
}

#[test]
fn one_code_after_the_other_is_read() {
    let mut wedge = Wedge::default();
    for begin in [0.0, 9_000.0, 18_000.0] {
        assert_eq!(
            typed(&mut wedge, CODE, false, 15.0, begin).as_deref(),
            Some(CODE)
        );
    }
}

#[test]
fn what_a_person_types_is_no_code() {
    let mut wedge = Wedge::default();
    assert_eq!(typed(&mut wedge, CODE, false, 180.0, 0.0), None);
    assert_eq!(typed(&mut wedge, "はい", false, 8.0, 90_000.0), None);
}

#[test]
fn what_was_typed_before_the_scanner_is_not_taken_for_the_code() {
    let mut wedge = Wedge::default();
    let one = Key {
        key: "7",
        code: "Digit7",
        shift: false,
        at: 0.0,
    };
    assert_eq!(wedge.take(one), None);
    assert_eq!(
        typed(&mut wedge, CODE, false, 8.0, 4_000.0).as_deref(),
        Some(CODE)
    );
}

#[test]
fn it_is_known_while_it_types_that_it_is_a_scanner() {
    let mut wedge = Wedge::default();
    assert!(!wedge.reads());
    for (at, c) in CODE.chars().enumerate() {
        let (code, shift) = place(c);
        wedge.take(Key {
            key: &c.to_string(),
            code: &code,
            shift,
            at: at as f64 * 8.0,
        });
    }
    assert!(wedge.reads());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_keys_make_it_fail_or_grow(
        keys in prop::collection::vec((any::<String>(), any::<String>(), any::<bool>(), any::<f64>()), 0..64)
    ) {
        let mut wedge = Wedge::default();
        for (key, code, shift, at) in &keys {
            let read = wedge.take(Key { key, code, shift: *shift, at: *at });
            prop_assert!(read.is_none_or(|text| text.len() <= 32_000));
        }
    }

    #[test]
    fn the_digits_of_any_frame_are_read(digits in "[0-9]{41,900}", composing in any::<bool>()) {
        let text = ["https://a.example/#", &digits].concat();
        let read = typed(&mut Wedge::default(), &text, composing, 20.0, 0.0).expect("a code");
        prop_assert_eq!(behind_the_sign(&read), digits);
    }
}
