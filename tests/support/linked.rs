//! Symbols of a structured append with mixed segments: bits laid here, all else by `qrcode`.

use qrcode::{EcLevel, Version, canvas::Canvas, ec::construct_codewords, types::Color};
use stepnote::carrier::qr::Symbol;

/// A piece of a symbol.
#[derive(Clone)]
pub enum Segment<'a> {
    Bytes(&'a [u8]),
    /// Pairs of Shift_JIS, 0x8140..=0x9FFC or 0xE040..=0xEBBF.
    Kanji(&'a [u8]),
    Numeric(&'a [u8]),
}

/// Draws one symbol at version 9-M: place (index, last, parity) first, if it has one.
pub fn draw(place: Option<(u8, u8, u8)>, segments: &[Segment]) -> Symbol {
    let (version, level, data) = (Version::Normal(9), EcLevel::M, 182);
    let mut bits: Vec<bool> = Vec::new();
    let mut push = |value: usize, count: usize| {
        bits.extend((0..count).rev().map(|at| value >> at & 1 == 1));
    };
    if let Some((index, last, parity)) = place {
        for (value, count) in [
            (3, 4),
            (index.into(), 4),
            (last.into(), 4),
            (parity.into(), 8),
        ] {
            push(value, count);
        }
    }
    for segment in segments {
        match segment {
            Segment::Bytes(bytes) => {
                push(4, 4);
                push(bytes.len(), 8);
                for byte in *bytes {
                    push(usize::from(*byte), 8);
                }
            }
            Segment::Kanji(bytes) => {
                push(8, 4);
                push(bytes.len() / 2, 8);
                for pair in bytes.chunks_exact(2) {
                    let code = usize::from(pair[0]) << 8 | usize::from(pair[1]);
                    let code = code - if code < 0xE040 { 0x8140 } else { 0xC140 };
                    push((code >> 8) * 0xC0 + (code & 0xFF), 13);
                }
            }
            Segment::Numeric(digits) => {
                push(1, 4);
                push(digits.len(), 10);
                for group in digits.chunks(3) {
                    let value = group
                        .iter()
                        .fold(0, |sum, d| sum * 10 + usize::from(d - b'0'));
                    push(value, 1 + 3 * group.len());
                }
            }
        }
    }
    push(0, 4);
    while !bits.len().is_multiple_of(8) {
        bits.push(false);
    }
    let mut raw: Vec<u8> = bits
        .chunks(8)
        .map(|byte| byte.iter().fold(0, |sum, bit| sum << 1 | u8::from(*bit)))
        .collect();
    assert!(raw.len() <= data, "it fits");
    let pads = [0xEC, 0x11].into_iter().cycle();
    raw.extend(pads.take(data - raw.len()));
    let (raw, ec) = construct_codewords(&raw, version, level).expect("codewords");
    let mut canvas = Canvas::new(version, level);
    canvas.draw_all_functional_patterns();
    canvas.draw_data(&raw, &ec);
    let colors = canvas.apply_best_mask().into_colors();
    Symbol {
        size: version.width() as usize,
        dark: colors
            .into_iter()
            .map(|color| color == Color::Dark)
            .collect(),
    }
}
