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

/// Every second of eight bytes: four lanes of 16 bits.
const LANES: u64 = 0x00FF_00FF_00FF_00FF;
/// One in every lane.
const ONE: u64 = 0x0001_0001_0001_0001;

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
                    *mean = u64::from(sum) / (rows.len() * columns.len() * BLOCK * BLOCK) as u64;
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

/// The 1-2-1 mean, of three times eight pixels.
fn mean(a: u64, b: u64, c: u64) -> u64 {
    let lanes = |shift: u32| {
        let lane = |eight: u64| eight >> shift & LANES;
        (lane(a) + 2 * lane(b) + lane(c) + 2 * ONE) >> 2 & LANES
    };
    lanes(0) | lanes(8) << 8
}

/// A bit for each of eight pixels, set where it is below `mean`.
fn darker(pixels: u64, mean: u64) -> u64 {
    // In a lane of its own, 256 + pixel - mean keeps its ninth bit unless the pixel is below.
    let lanes = |pixels: u64| !((pixels & LANES) + 256 * ONE - mean * ONE) >> 8 & ONE;
    let pairs = lanes(pixels) | lanes(pixels >> 8) << 1;
    // Pair k is at bit 16 k, and shall be at bit 48 + 2 k.
    pairs.wrapping_mul(1 << 48 | 1 << 34 | 1 << 20 | 1 << 6) >> 48 & 0xFF
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

    proptest! {
        #[test]
        fn eight_at_once_are_blurred_as_one_by_one((w, h, grey) in pictures()) {
            let mean = |a: u8, b: u8, c: u8| ((u16::from(a) + 2 * u16::from(b) + u16::from(c) + 2) / 4) as u8;
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
