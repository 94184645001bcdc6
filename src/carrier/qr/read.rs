//! QR symbols in a grey picture. Slow work (2 ms for 640×480, 11 ms for 1920×1080): the worker's.
//!
//! `rxing`'s detector and decoder are called directly: its ready-made reader asks for the time of
//! day, which traps in a worker, and returns guessed text where we need the exact bytes.

use rxing::common::DetectorRXingResult as _;
use rxing::common::{BitMatrix, GlobalHistogramBinarizer, HybridBinarizer};
use rxing::qrcode::cpp_port::decoder::Decode;
use rxing::qrcode::cpp_port::detector::{FindFinderPatterns, GenerateFinderPatternSets, SampleQR};
use rxing::{Binarizer, BinaryBitmap, Luma8Source};

/// Smallest symbol there is, one pixel a module.
const MIN_SIDE: usize = 21;
/// Larger than any camera frame; a photograph is scaled down before it comes here.
const MAX_SIDE: usize = 8192;
/// How often a look may take three corners for a symbol in vain. Real pictures stay below ten; one
/// covered with corners would otherwise keep the worker busy for minutes.
const MAX_VAIN: usize = 1000;

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

/// The codes in one frame of a running camera, `grey` row by row, 0 black. Stops at the first way
/// of looking that finds any: the next frame finds the others. Nothing for a picture whose sides
/// are not both 21..=8192 or do not multiply to its length.
pub fn read(grey: &[u8], w: usize, h: usize) -> Vec<Code> {
    look(grey, w, h, false)
}

/// As [`read`], for a picture that stays as it is: looks in every way and puts together what was
/// found.
pub fn read_still(grey: &[u8], w: usize, h: usize) -> Vec<Code> {
    look(grey, w, h, true)
}

fn look(grey: &[u8], w: usize, h: usize, everything: bool) -> Vec<Code> {
    let bounds = MIN_SIDE..=MAX_SIDE;
    if !bounds.contains(&w) || !bounds.contains(&h) || w * h != grey.len() {
        return Vec::new();
    }
    let ways: [&dyn Fn() -> Vec<Code>; 4] = [
        &|| scan(HybridBinarizer::new, grey, w, h),
        &|| scan(HybridBinarizer::new, &blurred(grey, w), w, h),
        &|| scan(HybridBinarizer::new, &halved(grey, w), w / 2, h / 2),
        &|| scan(GlobalHistogramBinarizer::new, grey, w, h),
    ];
    let mut found = Vec::new();
    for way in ways {
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

fn scan<'a, B: Binarizer>(
    binarizer: impl FnOnce(Luma8Source<'a>) -> B,
    grey: &'a [u8],
    w: usize,
    h: usize,
) -> Vec<Code> {
    match Luma8Source::new_with_slice(grey, w as u32, h as u32) {
        Ok(source) => codes(BinaryBitmap::new(binarizer(source)).get_black_matrix()),
        Err(_) => Vec::new(),
    }
}

fn codes(picture: &BitMatrix) -> Vec<Code> {
    let mut patterns = FindFinderPatterns(picture, true, 0);
    let mut used = Vec::new();
    let mut found = Vec::new();
    let mut tried = 0;
    for set in GenerateFinderPatternSets(&mut patterns) {
        let corners = [set.bl, set.tl, set.tr];
        if corners.iter().any(|corner| used.contains(corner)) {
            continue;
        }
        if tried - found.len() == MAX_VAIN {
            break;
        }
        tried += 1;
        let Ok(sampled) = SampleQR(picture, &set) else {
            continue;
        };
        let Ok(result) = Decode(sampled.getBits()) else {
            continue;
        };
        if !result.isValid() {
            continue;
        }
        used.extend(corners);
        let place = result.structuredAppend();
        found.push(Code {
            bytes: result.content().bytes().to_vec(),
            sequence: sequence(place.index, place.count, &place.id),
        });
    }
    found
}

fn sequence(index: i32, count: i32, id: &str) -> Option<Sequence> {
    let sequence = Sequence {
        index: index.try_into().ok()?,
        count: count.try_into().ok()?,
        parity: id.parse().ok()?,
    };
    (sequence.index < sequence.count).then_some(sequence)
}

/// Each pixel the 1-2-1 mean of its 3×3 neighbours; the outermost pixels stay.
fn blurred(grey: &[u8], w: usize) -> Vec<u8> {
    let mean =
        |a: u8, b: u8, c: u8| ((u16::from(a) + 2 * u16::from(b) + u16::from(c) + 2) / 4) as u8;
    let mut across = grey.to_vec();
    for (out, row) in across.chunks_exact_mut(w).zip(grey.chunks_exact(w)) {
        for (to, near) in out[1..].iter_mut().zip(row.windows(3)) {
            *to = mean(near[0], near[1], near[2]);
        }
    }
    let mut both = across.clone();
    let rows = across
        .chunks_exact(w)
        .zip(across[w..].chunks_exact(w))
        .zip(across[2 * w..].chunks_exact(w));
    for (out, ((above, row), below)) in both[w..].chunks_exact_mut(w).zip(rows) {
        for (x, to) in out.iter_mut().enumerate() {
            *to = mean(above[x], row[x], below[x]);
        }
    }
    both
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
