//! The browser's own table of CP932, as the pure half is handed it.

use stepnote::{
    answer::PartialDate,
    browser::text::shift_jis,
    pharmacy::{Cp932, parse},
};
use wasm_bindgen_test::wasm_bindgen_test;

use super::cp932;

#[wasm_bindgen_test]
fn every_pair_of_bytes_is_decoded_as_the_standard_says() {
    assert_eq!(cp932::sum(&shift_jis(&cp932::pairs())), cp932::STANDARD);
}

#[wasm_bindgen_test]
fn a_whole_message_is_read_and_a_character_cut_in_two_is_said() {
    let whole = include_bytes!("../golden/pharmacy/f.sjis");
    assert!(shift_jis(whole).contains("髙﨑　陽向") && shift_jis(whole).contains("①号店"));
    assert!(!shift_jis(whole).contains('\u{FFFD}'));
    // Every call begins anew: nothing of a cut character is kept for the next.
    assert_eq!(shift_jis(&[0x94, 0x5C]), "能");
    assert_eq!(shift_jis(&[0x94]), "\u{FFFD}");
    assert_eq!(shift_jis(&[0x5C]), "\\");
    assert_eq!(shift_jis(b""), "");
}

#[wasm_bindgen_test]
fn a_notebook_is_parsed_with_the_browsers_table() {
    let notebook = parse(include_bytes!("../golden/pharmacy/f.sjis"), &shift_jis);
    let notebook = notebook.expect("a notebook");
    assert_eq!(notebook.troubles, []);
    assert_eq!(notebook.patient.birth.day, PartialDate::day(2020, 9, 3));
    assert_eq!(notebook.dispensings.len(), 2);
}

#[wasm_bindgen_test]
fn what_the_table_writes_it_reads() {
    let table = Cp932::of(&shift_jis);
    let text = "髙﨑 陽向①㈱㎎～－ｶﾀｶﾅ　能予表ソ★【般】";
    let mut bytes = Vec::new();
    assert!(text.chars().all(|c| table.push(c, &mut bytes)));
    assert_eq!(shift_jis(&bytes), text);
    assert!(!table.push('𠮷', &mut bytes));
}
