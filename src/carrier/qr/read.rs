//! QR symbols in a grey picture. Slow work (1 ms for 640×480, 5 ms for 1920×1080): the worker's.
//!
//! `rxing`'s detector and decoder are called directly: its ready-made reader asks for the time of
//! day, which traps in a worker, and returns guessed text where we need the exact bytes.

use std::cell::LazyCell;

use rxing::common::DetectorRXingResult as _;
use rxing::common::cpp_essentials::DecoderResult;
use rxing::common::{BitMatrix, GlobalHistogramBinarizer, HybridBinarizer};
use rxing::qrcode::cpp_port::decoder::{Decode, DecodeBitStream};
use rxing::qrcode::cpp_port::detector::SampleQR;
use rxing::qrcode::decoder::{BitMatrixParser, DataBlock};
use rxing::{BinaryBitmap, Luma8Source};

use super::bent::{Straight, straightened};
use super::black::{Grey, Rgba};
use super::corners::corners;
use super::correct::correct;

/// Smallest symbol there is, one pixel a module.
const MIN_SIDE: usize = 21;
/// Larger than any camera frame; a photograph is scaled down before it comes here.
const MAX_SIDE: usize = 8192;
/// How often a look may take three corners for a symbol in vain. Real pictures stay below ten; one
/// covered with corners would otherwise keep the worker busy for minutes.
const MAX_VAIN: usize = 1000;
/// The same for what is cut out around three corners.
const FEW_VAIN: usize = 8;

/// What one symbol says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    /// The exact bytes of all its segments; Kanji segments come as Shift_JIS.
    pub bytes: Vec<u8>,
    /// Its place, if it is one of several (structured append).
    pub sequence: Option<Sequence>,
}

/// The place of a symbol in a structured append (ISO/IEC 18004, 8).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sequence {
    /// From 0, below `count`.
    pub index: u8,
    /// 1..=16.
    pub count: u8,
    /// XOR of all bytes of the whole message: the same in every symbol of it.
    pub parity: u8,
}

/// The codes in one frame of a running camera, `grey` row by row, 0 black. Looks in three ways, in each
/// only where those before it find nothing: the next frame finds the others. Nothing for a picture whose sides
/// are not both 21..=8192 or do not multiply to its length.
pub fn read(grey: &[u8], w: usize, h: usize) -> Vec<Code> {
    of_grey(grey, w, h).map_or_else(Vec::new, |picture| look(&picture, false))
}

/// As [`read`], for a picture that stays as it is: looks in every way and puts together what was
/// found.
pub fn read_still(grey: &[u8], w: usize, h: usize) -> Vec<Code> {
    of_grey(grey, w, h).map_or_else(Vec::new, |picture| look(&picture, true))
}

/// As [`read`], or where it is `still` as [`read_still`], for what a canvas gives; nothing where that ends too early.
pub fn read_rgba(rgba: Rgba<'_>, w: usize, h: usize, still: bool) -> Vec<Code> {
    let picture = in_bounds(w, h).then(|| Grey::of_rgba(rgba, w, h)).flatten();
    picture.map_or_else(Vec::new, |picture| look(&picture, still))
}

fn in_bounds(w: usize, h: usize) -> bool {
    let bounds = MIN_SIDE..=MAX_SIDE;
    bounds.contains(&w) && bounds.contains(&h)
}

fn of_grey(grey: &[u8], w: usize, h: usize) -> Option<Grey> {
    (in_bounds(w, h) && w * h == grey.len()).then(|| Grey::of(grey, w))
}

fn look(picture: &Grey, everything: bool) -> Vec<Code> {
    let (w, h) = picture.sides();
    let grey = LazyCell::new(|| picture.bytes());
    let soft = picture.blurred();
    let seen = soft.black();
    // The first three read nearly all that can be read of a frame, and cost what there is time for; the
    // others find symbols that are very small or lie among much else.
    let ways: [&dyn Fn() -> Vec<Code>; 6] = [
        &|| codes(seen.as_ref(), everything, MAX_VAIN),
        &|| {
            let sharp = picture.sharpened(&soft.blurred().blurred());
            codes(sharp.black().as_ref(), true, MAX_VAIN)
        },
        &|| bent(&grey, w, seen.as_ref(), if everything { 4 } else { 1 }),
        &|| codes(hybrid(&grey, w, h).as_ref(), true, MAX_VAIN),
        &|| {
            codes(
                hybrid(&halved(&grey, w), w / 2, h / 2).as_ref(),
                true,
                MAX_VAIN,
            )
        },
        &|| codes(global(&grey, w, h).as_ref(), true, MAX_VAIN),
    ];
    let mut found = Vec::new();
    for way in ways.iter().take(if everything { ways.len() } else { 3 }) {
        for code in way() {
            if !found.contains(&code) {
                found.push(code);
            }
        }
        if !everything && !found.is_empty() {
            break;
        }
    }
    found
}

fn source(grey: &[u8], w: usize, h: usize) -> Option<Luma8Source<'_>> {
    Luma8Source::new_with_slice(grey, w as u32, h as u32).ok()
}

fn hybrid(grey: &[u8], w: usize, h: usize) -> Option<BitMatrix> {
    let binarizer = HybridBinarizer::new(source(grey, w, h)?);
    Some(BinaryBitmap::new(binarizer).get_black_matrix().clone())
}

fn global(grey: &[u8], w: usize, h: usize) -> Option<BitMatrix> {
    let binarizer = GlobalHistogramBinarizer::new(source(grey, w, h)?);
    Some(BinaryBitmap::new(binarizer).get_black_matrix().clone())
}

/// Symbols of which the corners are seen, on a sheet that is bent; the `most` likeliest are tried.
fn bent(grey: &[u8], w: usize, seen: Option<&BitMatrix>, most: usize) -> Vec<Code> {
    let sets = seen.map(|picture| corners(picture, true));
    let mut found = Vec::new();
    for set in sets.unwrap_or_default().iter().take(most) {
        let codes = straightened(grey, w, set)
            .map(|Straight { side, grey }| {
                let straight = Grey::of(&grey, side).blurred();
                codes(straight.black().as_ref(), true, FEW_VAIN)
            })
            .find(|codes| !codes.is_empty());
        found.extend(codes.unwrap_or_default());
    }
    found
}

/// The symbols that are black on white in a picture. Looks for their corners `closely`, in every third row, or only in
/// as many as a symbol needs that fills a quarter of the picture; takes three of them for a symbol in `vain` only so often.
fn codes(picture: Option<&BitMatrix>, closely: bool, mut vain: usize) -> Vec<Code> {
    let Some(picture) = picture else {
        return Vec::new();
    };
    let sets = corners(picture, closely);
    let mut used = Vec::new();
    let mut found = Vec::new();
    for set in sets {
        let corners = [set.bl, set.tl, set.tr];
        if corners.iter().any(|corner| used.contains(corner)) {
            continue;
        }
        if vain == 0 {
            break;
        }
        let sampled = SampleQR(picture, &set).ok();
        let Some(result) = sampled.and_then(|sampled| decoded(sampled.getBits())) else {
            vain -= 1;
            continue;
        };
        used.extend(corners);
        let place = result.structuredAppend();
        found.push(Code {
            bytes: result.content().bytes().to_vec(),
            sequence: sequence(place.index, place.count, &place.id),
        });
    }
    found
}

/// What the modules of a symbol say.
fn decoded(modules: &BitMatrix) -> Option<DecoderResult<bool>> {
    // What our own correction cannot read may be seen in a mirror.
    corrected(modules).or_else(|| Decode(modules).ok().filter(DecoderResult::isValid))
}

/// The same, put right by ourselves: to `rxing` that is the longest of all its work.
fn corrected(modules: &BitMatrix) -> Option<DecoderResult<bool>> {
    let mut parser = BitMatrixParser::new(modules.clone()).ok()?;
    let version = parser.readVersion().ok()?;
    let level = parser.readFormatInformation().ok()?.error_correction_level;
    let codewords = parser.readCodewords().ok()?;
    let mut data = Vec::with_capacity(codewords.len());
    for block in DataBlock::getDataBlocks(&codewords, version, level).ok()? {
        let mut codewords = block.getCodewords().to_vec();
        let length = block.getNumDataCodewords() as usize;
        let parity = codewords.len() - length;
        if !correct(&mut codewords, parity) {
            return None;
        }
        data.extend(&codewords[..length]);
    }
    let result = DecodeBitStream(&data, version, level).ok();
    result.filter(DecoderResult::isValid)
}

fn sequence(index: i32, count: i32, id: &str) -> Option<Sequence> {
    let sequence = Sequence {
        index: index.try_into().ok()?,
        count: count.try_into().ok()?,
        parity: id.parse().ok()?,
    };
    (sequence.index < sequence.count).then_some(sequence)
}

/// Half the width and height, each pixel the mean of four.
fn halved(grey: &[u8], w: usize) -> Vec<u8> {
    let mut out = Vec::with_capacity(grey.len() / 4);
    for rows in grey.chunks_exact(2 * w) {
        let (above, below) = rows.split_at(w);
        let pairs = above.chunks_exact(2).zip(below.chunks_exact(2));
        out.extend(pairs.map(|(a, b)| {
            let sum: u16 = [a[0], a[1], b[0], b[1]].into_iter().map(u16::from).sum();
            ((sum + 2) / 4) as u8
        }));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::draw::draw_bytes;
    use super::*;

    #[test]
    fn what_looks_like_a_symbol_and_is_none_is_tried_only_so_often() {
        let symbol = draw_bytes(b"a symbol beside it").expect("it fits");
        let (size, scale) = (symbol.size, 4);
        let side = symbol.side() * scale;
        // The same twice: on the left without what stands between its corners.
        let mut grey = vec![255; 2 * side * side];
        for (at, _) in symbol.dark.iter().enumerate().filter(|(_, dark)| **dark) {
            let (x, y) = (at % size, at / size);
            let far = |at: usize| at + 7 >= size;
            let corner = (x < 7 || far(x)) && (y < 7 || far(y)) && !(far(x) && far(y));
            for left in [0, side] {
                for row in 0..scale * usize::from(corner || left > 0) {
                    let from = (y + 4) * scale + row;
                    let start = from * 2 * side + left + (x + 4) * scale;
                    grey[start..][..scale].fill(0);
                }
            }
        }
        let seen = Grey::of(&grey, 2 * side).black();
        let found = |vain| codes(seen.as_ref(), true, vain).len();
        assert_eq!([found(0), found(1), found(MAX_VAIN)], [0, 0, 1]);
    }

    #[test]
    fn a_place_behind_the_last_is_none() {
        let last = Sequence {
            index: 2,
            count: 3,
            parity: 9,
        };
        assert_eq!(sequence(2, 3, "9"), Some(last));
        assert_eq!(sequence(3, 3, "9"), None);
    }
}
