//! CP932 outwards: browsers decode it but do not encode it, so the decoder is turned inside out.

use std::collections::BTreeMap;

/// Which bytes stand for which character.
#[derive(Debug, Clone)]
pub struct Cp932 {
    bytes: BTreeMap<char, [u8; 2]>,
}

/// Characters of the same look that other systems type, and the one CP932 knows.
const TWINS: [(char, char); 9] = [
    ('〜', '～'),
    ('−', '－'),
    ('—', '―'),
    ('‖', '∥'),
    ('¢', '￠'),
    ('£', '￡'),
    ('¬', '￢'),
    ('\u{A0}', ' '),
    ('¥', '￥'),
];

impl Cp932 {
    /// The table of a decoder, read off 11 000 pairs of bytes in one call.
    pub fn of(decode: &dyn Fn(&[u8]) -> String) -> Cp932 {
        let pairs = || {
            // 0xED and 0xEE repeat what IBM has at 0xFA to 0xFC; writers use the latter. From 0xF0
            // on are characters of one's own (gaiji), which the format forbids.
            let leads = (0x81..=0x9F)
                .chain(0xE0..=0xEC)
                .chain([0xEF])
                .chain(0xFA..=0xFC);
            leads.flat_map(|lead| (0x40..=0xFC).map(move |trail| [lead, trail]))
        };
        let mut all = Vec::new();
        for pair in pairs() {
            all.extend(pair);
            all.push(b'\n');
        }
        let text = decode(&all);
        let mut bytes = BTreeMap::new();
        for (pair, line) in pairs().zip(text.split('\n')) {
            let mut chars = line.chars();
            if let (Some(c), None) = (chars.next(), chars.next())
                && c != char::REPLACEMENT_CHARACTER
            {
                bytes.entry(c).or_insert(pair);
            }
        }
        Cp932 { bytes }
    }

    /// Appends the bytes of a character; `false`, and nothing is written, where it has none.
    pub fn push(&self, c: char, out: &mut Vec<u8>) -> bool {
        let twin = TWINS.iter().find(|(typed, _)| *typed == c);
        let c = twin.map_or(c, |(_, known)| *known);
        match c {
            '\0'..='\x7F' => out.push(c as u8),
            // Half-width kana, U+FF61 to U+FF9F.
            '｡'..='ﾟ' => out.push((c as u32 - '｡' as u32) as u8 + 0xA1),
            _ => match self.bytes.get(&c) {
                Some(pair) => out.extend(pair),
                None => return false,
            },
        }
        true
    }
}
