//! Addresses, numbers and names as they are compared when they must not slip through: more is
//! dropped than for searching, since a miss would tell where somebody lives.

use crate::{answer::hiragana, answer::narrow};

/// A text without spaces, dashes and the words between the numbers of an address; kana as hiragana,
/// letters small, kanji numbers as digits.
pub(super) fn fold(text: &str) -> String {
    let narrow = narrow(&hiragana(text)).to_lowercase();
    let mut folded = String::with_capacity(narrow.len());
    for c in narrow.chars() {
        match c {
            '一' => folded.push('1'),
            '二' => folded.push('2'),
            '三' => folded.push('3'),
            '四' => folded.push('4'),
            '五' => folded.push('5'),
            '六' => folded.push('6'),
            '七' => folded.push('7'),
            '八' => folded.push('8'),
            '九' => folded.push('9'),
            '〇' => folded.push('0'),
            '丁'
            | '目'
            | '番'
            | '地'
            | '号'
            | 'の'
            | '室'
            | '-'
            | '‐'..='―'
            | '−'
            | 'ー'
            | '~'
            | '〜'
            | '・'
            | '('
            | ')'
            | '.'
            | ','
            | '、'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'
            | '\u{FEFF}'
            | '\u{AD}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{E0100}'..='\u{E01EF}' => {}
            c if c.is_whitespace() || c.is_control() => {}
            c => folded.push(c),
        }
    }
    folded
}
