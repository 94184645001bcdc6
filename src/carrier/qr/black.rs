//! What of a grey picture is black: what is darker than its surroundings.
//!
//! Eight pixels are reckoned at once, in a `u64`: every browser has those, and not every one has wider registers.

use rxing::common::{BitArray, BitMatrix};

/// Side of a block, in pixels: as many as are reckoned at once.
const BLOCK: usize = 8;
/// How many blocks to each side are the surroundings: 40 × 40 pixels, more than the pattern in the corner of a symbol.
const NEAR: usize = 2;
/// How many pixels a word of a [`BitArray`] holds.
const WORD: usize = usize::BITS as usize;

/// The high bit of every byte.
const HIGH: u64 = 0x8080_8080_8080_8080;
/// One in every byte.
const EACH: u64 = 0x0101_0101_0101_0101;
/// Every second of eight bytes: four lanes of 16 bits.
const LANES: u64 = 0x00FF_00FF_00FF_00FF;
/// One in every lane.
const ONE: u64 = 0x0001_0001_0001_0001;

/// Fills what it is given with the next bytes of a picture, four a pixel: red, green, blue, opacity. False where there
/// are not so many left.
pub type Rgba<'a> = &'a mut dyn FnMut(&mut [u8]) -> bool;

/// A grey picture, eight pixels in each number, the first in its lowest byte. What a row lacks to a multiple of eight is
/// as its last pixel.
pub(super) struct Grey {
    w: usize,
    h: usize,
    /// Numbers in a row.
    across: usize,
    rows: Vec<u64>,
}

impl Grey {
    /// From one byte a pixel, row by row. Both sides are 21..=8192.
    pub(super) fn of(grey: &[u8], w: usize) -> Self {
        let (h, across) = (grey.len() / w, w.div_ceil(BLOCK));
        let mut rows = Vec::with_capacity(across * h);
        for row in grey.chunks_exact(w) {
            let (eights, rest) = row.as_chunks();
            rows.extend(eights.iter().map(|eight| u64::from_le_bytes(*eight)));
            if let Some(last) = rest.last() {
                let mut eight = [*last; BLOCK];
                eight[..rest.len()].copy_from_slice(rest);
                rows.push(u64::from_le_bytes(eight));
            }
        }
        Self { w, h, across, rows }
    }

    /// From what a canvas gives. `None` where it ends too early. Both sides are 21..=8192.
    pub(super) fn of_rgba(rgba: Rgba<'_>, w: usize, h: usize) -> Option<Self> {
        let across = w.div_ceil(BLOCK);
        let mut rows = Vec::with_capacity(across * h);
        // A few rows at a time: a copy of them all would be slower to make than to read.
        let mut some = vec![0; 4 * w * BLOCK];
        for y in (0..h).step_by(BLOCK) {
            let some = &mut some[..4 * w * BLOCK.min(h - y)];
            if !rgba(some) {
                return None;
            }
            for row in some.chunks_exact(4 * w) {
                let (eights, rest) = row.as_chunks();
                rows.extend(eights.iter().map(luma));
                if let Some(last) = rest.last_chunk::<4>() {
                    let mut eight = [0; 4 * BLOCK];
                    for pixel in eight.chunks_exact_mut(4) {
                        pixel.copy_from_slice(last);
                    }
                    eight[..rest.len()].copy_from_slice(rest);
                    rows.push(luma(&eight));
                }
            }
        }
        Some(Self { w, h, across, rows })
    }

    /// Width and height.
    pub(super) fn sides(&self) -> (usize, usize) {
        (self.w, self.h)
    }

    /// One byte a pixel, row by row.
    pub(super) fn bytes(&self) -> Vec<u8> {
        let row = |y| self.row(y).iter().flat_map(|eight| eight.to_le_bytes());
        (0..self.h).flat_map(|y| row(y).take(self.w)).collect()
    }

    fn row(&self, y: usize) -> &[u64] {
        &self.rows[y * self.across..][..self.across]
    }

    /// Each pixel the 1-2-1 mean of its 3×3 neighbours; beyond the edge all is as it is there.
    pub(super) fn blurred(&self) -> Self {
        let mut rows = Vec::with_capacity(self.rows.len());
        let mut down = Vec::with_capacity(self.across);
        for y in 0..self.h {
            let (above, row) = (self.row(y.saturating_sub(1)), self.row(y));
            let below = self.row((y + 1).min(self.h - 1));
            down.clear();
            down.extend(
                above
                    .iter()
                    .zip(row)
                    .zip(below)
                    .map(|((above, row), below)| mean(*above, *row, *below)),
            );
            let mut before = down[0] << 56;
            for (x, &eight) in down.iter().enumerate() {
                let after = down.get(x + 1).copied().unwrap_or(eight >> 56);
                rows.push(mean(
                    eight << 8 | before >> 56,
                    eight,
                    eight >> 8 | after << 56,
                ));
                before = eight;
            }
        }
        Self { rows, ..*self }
    }

    /// What a lens or a hand has blurred, made sharper: each pixel is moved away from its surroundings, in `soft`, by
    /// three times as far as it is from them.
    pub(super) fn sharpened(&self, soft: &Self) -> Self {
        let sharper = |(pixel, soft): (u8, u8)| {
            (4 * i16::from(pixel) - 3 * i16::from(soft)).clamp(0, 255) as u8
        };
        let eight = |(eight, soft): (&u64, &u64)| {
            let (pixels, soft) = (eight.to_le_bytes(), soft.to_le_bytes());
            u64::from_le_bytes(std::array::from_fn(|i| sharper((pixels[i], soft[i]))))
        };
        let rows = self.rows.iter().zip(&soft.rows).map(eight).collect();
        Self { rows, ..*self }
    }

    /// The pixels that are darker than the mean of their surroundings.
    pub(super) fn black(&self) -> Option<BitMatrix> {
        let mut picture = BitMatrix::new(self.w as u32, self.h as u32).ok()?;
        let mut line = BitArray::with_size(self.w);
        let (across, down) = (self.w / BLOCK, self.h / BLOCK);
        let sums = self.sums(across, down);
        let mut means = vec![0; self.across];
        for y in 0..self.h {
            let block = (y / BLOCK).min(down - 1);
            if y == block * BLOCK {
                let rows = block.saturating_sub(NEAR)..(block + NEAR + 1).min(down);
                for (x, mean) in means.iter_mut().enumerate() {
                    let x = x.min(across - 1);
                    let columns = x.saturating_sub(NEAR)..(x + NEAR + 1).min(across);
                    let corner = |y: usize, x: usize| sums[y * (across + 1) + x];
                    let sum = corner(rows.end, columns.end) + corner(rows.start, columns.start)
                        - corner(rows.start, columns.end)
                        - corner(rows.end, columns.start);
                    *mean =
                        EACH * u64::from(sum / (rows.len() * columns.len() * BLOCK * BLOCK) as u32);
                }
            }
            let mut word = 0;
            for (x, (eight, mean)) in self.row(y).iter().zip(&means).enumerate() {
                let at = x * BLOCK;
                word |= (darker(*eight, *mean) as usize) << (at % WORD);
                if (at + BLOCK).is_multiple_of(WORD) || x + 1 == self.across {
                    let left = self.w - at / WORD * WORD;
                    let inside = if left < WORD {
                        (1 << left) - 1
                    } else {
                        usize::MAX
                    };
                    line.setBulk(at / WORD * WORD, word & inside);
                    word = 0;
                }
            }
            picture.setRow(y as u32, &line);
        }
        Some(picture)
    }

    /// What all pixels of whole blocks above and to the left of each corner of a block come to.
    fn sums(&self, across: usize, down: usize) -> Vec<u32> {
        let mut sums = vec![0; (across + 1) * (down + 1)];
        let mut lanes = vec![0; across];
        for y in 0..down {
            lanes.fill(0);
            for line in 0..BLOCK {
                for (lanes, eight) in lanes.iter_mut().zip(self.row(y * BLOCK + line)) {
                    *lanes += (eight & LANES) + (eight >> 8 & LANES);
                }
            }
            let mut sum = 0;
            for (x, lanes) in lanes.iter().enumerate() {
                sum += (lanes.wrapping_mul(ONE) >> 48) as u32;
                sums[(y + 1) * (across + 1) + x + 1] = sums[y * (across + 1) + x + 1] + sum;
            }
        }
        sums
    }
}

// What follows is done for every pixel; a build for size would call it eighty thousand times a picture.

/// BT.601 luma of eight pixels, in 8-bit fixed point.
#[expect(clippy::inline_always, reason = "a build for size")]
#[inline(always)]
fn luma(rgba: &[u8; 4 * BLOCK]) -> u64 {
    let (pairs, _) = rgba.as_chunks();
    let mut eight = 0;
    for pair in pairs.iter().rev() {
        let pair = u64::from_le_bytes(*pair);
        let of = |shift: u32| pair >> shift & 0x0000_00FF_0000_00FF;
        let both = (77 * of(0) + 150 * of(8) + 29 * of(16)) >> 8 & 0x0000_00FF_0000_00FF;
        eight = eight << 16 | (both | both >> 24) & 0xFFFF;
    }
    eight
}

/// The 1-2-1 mean, of three times eight pixels, within half a step.
#[expect(clippy::inline_always, reason = "a build for size")]
#[inline(always)]
fn mean(a: u64, b: u64, c: u64) -> u64 {
    // The lower and the upper mean of two: what both have, and half of what only one has.
    let outer = (a & c) + ((a ^ c) >> 1 & !HIGH);
    (outer | b) - ((outer ^ b) >> 1 & !HIGH)
}

/// A bit for each of eight pixels, set where it is below its `mean`.
#[expect(clippy::inline_always, reason = "a build for size")]
#[inline(always)]
fn darker(pixels: u64, mean: u64) -> u64 {
    // The high bit of a byte is left where its seven low bits are not below those of the mean.
    let low = (pixels | HIGH) - (mean & !HIGH);
    let below = (!pixels & mean | !(pixels ^ mean) & !low) & HIGH;
    // Bit 8 k + 7 goes to bit 56 + k.
    (below >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn pictures() -> impl Strategy<Value = (usize, usize, Vec<u8>)> {
        (21..140_usize, 21..50_usize).prop_flat_map(|(w, h)| {
            let pixels = proptest::collection::vec(any::<u8>(), w * h);
            pixels.prop_map(move |pixels| (w, h, pixels))
        })
    }

    fn pixel(picture: &Grey, x: usize, y: usize) -> u8 {
        picture.row(y)[x / BLOCK].to_le_bytes()[x % BLOCK]
    }

    /// What gives these, and says where there are no more.
    fn from(mut bytes: &[u8]) -> impl FnMut(&mut [u8]) -> bool {
        move |into| {
            let some = bytes.split_off(..into.len());
            some.inspect(|some| into.copy_from_slice(some)).is_some()
        }
    }

    proptest! {
        #[test]
        fn eight_at_once_are_as_bright_as_one_by_one((w, h, grey) in pictures(), (_, _, other) in pictures()) {
            let other = other.iter().cycle();
            let rgba: Vec<u8> = grey.iter().zip(other).flat_map(|(a, b)| [*a, *b, a ^ b, *b]).collect();
            let picture = Grey::of_rgba(&mut from(&rgba), w, h).unwrap();
            let luma = |p: &[u8]| (u32::from(p[0]) * 77 + u32::from(p[1]) * 150 + u32::from(p[2]) * 29) >> 8;
            let expected: Vec<u8> = rgba.chunks_exact(4).map(|pixel| luma(pixel) as u8).collect();
            prop_assert_eq!(picture.rows, Grey::of(&expected, w).rows, "{}×{}", w, h);
        }

        #[test]
        fn too_few_pixels_are_no_picture((w, h, grey) in pictures()) {
            let rgba = vec![0; 4 * grey.len() - 1];
            prop_assert!(Grey::of_rgba(&mut from(&rgba), w, h).is_none());
        }

        #[test]
        fn eight_at_once_are_again_one_by_one((w, _h, grey) in pictures()) {
            prop_assert_eq!(Grey::of(&grey, w).bytes(), grey);
        }

        #[test]
        fn eight_at_once_are_blurred_as_one_by_one((w, h, grey) in pictures()) {
            let mean = |a: u8, b: u8, c: u8| (u16::midpoint(a.into(), c.into()) + u16::from(b)).div_ceil(2) as u8;
            let down = |x: usize, y: usize| {
                let near = [y.saturating_sub(1), y, (y + 1).min(h - 1)].map(|y| grey[y * w + x]);
                mean(near[0], near[1], near[2])
            };
            let soft = Grey::of(&grey, w).blurred();
            for y in 0..h {
                for x in 0..w {
                    let near = [x.saturating_sub(1), x, (x + 1).min(w - 1)].map(|x| down(x, y));
                    prop_assert_eq!(pixel(&soft, x, y), mean(near[0], near[1], near[2]), "{},{} of {}×{}", x, y, w, h);
                }
            }
        }

        #[test]
        fn eight_at_once_are_black_where_one_by_one_would_be((w, h, grey) in pictures()) {
            let picture = Grey::of(&grey, w).black().unwrap();
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
                    let expected = usize::from(grey[y * w + x]) < mean;
                    prop_assert_eq!(picture.get(x as u32, y as u32), expected, "{},{} of {}×{}", x, y, w, h);
                }
            }
        }

        #[test]
        fn nothing_is_black_behind_the_end_of_a_row((w, h, grey) in pictures()) {
            let picture = Grey::of(&grey, w).black().unwrap();
            for y in 0..h as u32 {
                let inside = (0..w as u32).filter(|x| picture.get(*x, y)).count();
                let row = picture.getRow(y);
                let all: u32 = row.getBitArray().iter().map(|word| word.count_ones()).sum();
                prop_assert_eq!(all as usize, inside, "{} of {}×{}", y, w, h);
            }
        }

        #[test]
        fn what_was_blurred_is_moved_away_from_its_surroundings((w, _h, grey) in pictures(), (_, _, soft) in pictures()) {
            let soft: Vec<u8> = soft.iter().cycle().take(grey.len()).copied().collect();
            let sharp = Grey::of(&grey, w).sharpened(&Grey::of(&soft, w));
            for (i, (&pixel_was, &soft)) in grey.iter().zip(&soft).enumerate() {
                let expected = (4 * i32::from(pixel_was) - 3 * i32::from(soft)).clamp(0, 255);
                prop_assert_eq!(i32::from(pixel(&sharp, i % w, i / w)), expected);
            }
        }
    }
}
