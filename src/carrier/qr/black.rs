//! What of a grey picture is black: what is darker than its surroundings.
//!
//! Eight pixels are reckoned at once in a `u64`: every browser has those, and not every one has wider registers.

#![allow(
    clippy::inline_always,
    reason = "the app is built for size, and here is where its time goes"
)]

use rxing::common::{BitArray, BitMatrix};

/// Side of a block, in pixels: as many as are reckoned at once.
const BLOCK: usize = 8;
/// How many blocks to each side are the surroundings: 40 × 40 pixels, more than the pattern in the corner of a symbol.
const NEAR: usize = 2;

/// How many pixels a word of a [`BitArray`] holds.
const WORD: usize = usize::BITS as usize;

/// Every second of eight bytes: four lanes of 16 bits.
const LANES: u64 = 0x00FF_00FF_00FF_00FF;
/// One in every lane.
const ONE: u64 = 0x0001_0001_0001_0001;

#[inline(always)]
fn eight(row: &[u8], x: usize) -> u64 {
    let mut bytes = [0; BLOCK];
    bytes.copy_from_slice(&row[x..x + BLOCK]);
    u64::from_le_bytes(bytes)
}

#[inline(always)]
fn put(row: &mut [u8], x: usize, eight: u64) {
    row[x..x + BLOCK].copy_from_slice(&eight.to_le_bytes());
}

/// Calls for where each eight of `len` bytes begins. The last may overlap the one before it.
#[inline(always)]
fn eights(len: usize, mut act: impl FnMut(usize)) {
    let mut x = 0;
    while x + BLOCK < len {
        act(x);
        x += BLOCK;
    }
    act(len - BLOCK);
}

/// The 1-2-1 mean, of three times eight pixels.
#[inline(always)]
fn mean(a: u64, b: u64, c: u64) -> u64 {
    let lanes = |shift: u32| {
        let lane = |eight: u64| eight >> shift & LANES;
        (lane(a) + 2 * lane(b) + lane(c) + 2 * ONE) >> 2 & LANES
    };
    lanes(0) | lanes(8) << 8
}

/// Each pixel the 1-2-1 mean of its 3×3 neighbours; the outermost pixels stay. `w` is 10 or more.
pub(super) fn blurred(grey: &[u8], w: usize) -> Vec<u8> {
    let mut out = grey.to_vec();
    let mut down = vec![0; w];
    for y in 1..(grey.len() / w).saturating_sub(1) {
        let (above, row, below) = (
            &grey[(y - 1) * w..][..w],
            &grey[y * w..][..w],
            &grey[(y + 1) * w..][..w],
        );
        eights(w, |x| {
            let mean = mean(eight(above, x), eight(row, x), eight(below, x));
            put(&mut down, x, mean);
        });
        let to = &mut out[y * w + 1..][..w - 2];
        eights(w - 2, |x| {
            let mean = mean(eight(&down, x), eight(&down, x + 1), eight(&down, x + 2));
            put(to, x, mean);
        });
    }
    out
}

/// What a lens or a hand has blurred, made sharper: each pixel is moved away from its surroundings, `soft`, by three
/// times as far as it is from them.
pub(super) fn sharpened(grey: &[u8], soft: &[u8]) -> Vec<u8> {
    let sharper = |(&pixel, &soft): (&u8, &u8)| {
        (4 * i16::from(pixel) - 3 * i16::from(soft)).clamp(0, 255) as u8
    };
    grey.iter().zip(soft).map(sharper).collect()
}

/// The pixels that are darker than the mean of their surroundings. Both sides are 21..=8192.
pub(super) fn black(grey: &[u8], w: usize, h: usize) -> Option<BitMatrix> {
    let mut picture = BitMatrix::new(w as u32, h as u32).ok()?;
    let mut line = BitArray::with_size(w);
    let (across, down) = (w / BLOCK, h / BLOCK);
    let sums = sums(grey, w, across, down);
    let mut means = vec![0; across];
    for y in 0..h {
        let block = (y / BLOCK).min(down - 1);
        if y == block * BLOCK {
            let rows = block.saturating_sub(NEAR)..(block + NEAR + 1).min(down);
            for (x, mean) in means.iter_mut().enumerate() {
                let columns = x.saturating_sub(NEAR)..(x + NEAR + 1).min(across);
                let corner = |y: usize, x: usize| sums[y * (across + 1) + x];
                let sum = corner(rows.end, columns.end) + corner(rows.start, columns.start)
                    - corner(rows.start, columns.end)
                    - corner(rows.end, columns.start);
                *mean = u64::from(sum) / (rows.len() * columns.len() * BLOCK * BLOCK) as u64;
            }
        }
        let row = &grey[y * w..][..w];
        let mut word = 0;
        for (x, &mean) in means.iter().enumerate() {
            let at = x * BLOCK;
            word |= (darker(eight(row, at), mean) as usize) << (at % WORD);
            if (at + BLOCK).is_multiple_of(WORD) {
                line.setBulk(at / WORD * WORD, word);
                word = 0;
            }
        }
        // Fewer than eight are left over.
        for (at, &pixel) in row.iter().enumerate().skip(across * BLOCK) {
            word |= usize::from(u64::from(pixel) < means[across - 1]) << (at % WORD);
        }
        if !w.is_multiple_of(WORD) {
            line.setBulk(w / WORD * WORD, word);
        }
        picture.setRow(y as u32, &line);
    }
    Some(picture)
}

/// A bit for each of eight pixels, set where it is below `mean`.
#[inline(always)]
fn darker(pixels: u64, mean: u64) -> u64 {
    // In a lane of its own, 256 + pixel - mean keeps its ninth bit unless the pixel is below.
    let lanes = |pixels: u64| !((pixels & LANES) + 256 * ONE - mean * ONE) >> 8 & ONE;
    let pairs = lanes(pixels) | lanes(pixels >> 8) << 1;
    // Pair k is at bit 16 k, and shall be at bit 48 + 2 k.
    pairs.wrapping_mul(1 << 48 | 1 << 34 | 1 << 20 | 1 << 6) >> 48 & 0xFF
}

/// What all pixels of whole blocks above and to the left of each corner of a block come to.
fn sums(grey: &[u8], w: usize, across: usize, down: usize) -> Vec<u32> {
    let mut sums = vec![0; (across + 1) * (down + 1)];
    for y in 0..down {
        let mut sum = 0;
        for x in 0..across {
            let mut lanes = 0;
            for line in 0..BLOCK {
                let pixels = eight(&grey[(y * BLOCK + line) * w..][..w], x * BLOCK);
                lanes += (pixels & LANES) + (pixels >> 8 & LANES);
            }
            sum += (lanes.wrapping_mul(ONE) >> 48) as u32;
            sums[(y + 1) * (across + 1) + x + 1] = sums[y * (across + 1) + x + 1] + sum;
        }
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn pictures() -> impl Strategy<Value = (usize, usize, Vec<u8>)> {
        (21..80_usize, 21..50_usize).prop_flat_map(|(w, h)| {
            let pixels = proptest::collection::vec(any::<u8>(), w * h);
            pixels.prop_map(move |pixels| (w, h, pixels))
        })
    }

    proptest! {
        #[test]
        fn eight_at_once_are_blurred_as_one_by_one((w, h, grey) in pictures()) {
            let mean = |a: u8, b: u8, c: u8| (u16::from(a) + 2 * u16::from(b) + u16::from(c) + 2) / 4;
            let down = |x: usize, y: usize| mean(grey[(y - 1) * w + x], grey[y * w + x], grey[(y + 1) * w + x]) as u8;
            let soft = blurred(&grey, w);
            for y in 0..h {
                for x in 0..w {
                    let outermost = x == 0 || y == 0 || x == w - 1 || y == h - 1;
                    let expected = if outermost {
                        grey[y * w + x]
                    } else {
                        mean(down(x - 1, y), down(x, y), down(x + 1, y)) as u8
                    };
                    prop_assert_eq!(soft[y * w + x], expected, "{},{} of {}×{}", x, y, w, h);
                }
            }
        }

        #[test]
        fn eight_at_once_are_black_where_one_by_one_would_be((w, h, grey) in pictures()) {
            let picture = black(&grey, w, h).unwrap();
            let near = |at: usize, end: usize| {
                let block = (at / BLOCK).min(end - 1);
                block.saturating_sub(NEAR) * BLOCK..(block + NEAR + 1).min(end) * BLOCK
            };
            for y in 0..h {
                for x in 0..w {
                    let (columns, rows) = (near(x, w / BLOCK), near(y, h / BLOCK));
                    let all = rows.flat_map(|y| columns.clone().map(move |x| (x, y)));
                    let all: Vec<usize> = all.map(|(x, y)| grey[y * w + x].into()).collect();
                    let mean = all.iter().sum::<usize>() / all.len();
                    prop_assert_eq!(picture.get(x as u32, y as u32), usize::from(grey[y * w + x]) < mean, "{},{} of {}×{}", x, y, w, h);
                }
            }
        }
    }

    #[test]
    fn what_was_blurred_is_moved_away_from_its_surroundings() {
        assert_eq!(
            sharpened(&[100, 100, 200, 10], &[100, 90, 150, 90]),
            [100, 130, 255, 0]
        );
    }
}
