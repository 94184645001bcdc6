//! Correction of the codewords of one block of a symbol: Reed-Solomon, its first root 2⁰ (ISO/IEC 18004, Annex B), by
//! Massey's, Chien's and Forney's ways (Blahut, "Algebraic Codes for Data Transmission", chapter 7).

use super::field::{inverse, multiply, power};

/// Puts a block right, of which the last `parity` codewords are for that. Whether it is right now: at most half as many
/// codewords as there are for it can be; where more are wrong it is nothing to go by. A block is at most 255 long.
pub(super) fn correct(block: &mut [u8], parity: usize) -> bool {
    let syndromes: Vec<u8> = (0..parity)
        .map(|i| at(block.iter().rev(), power(i)))
        .collect();
    if syndromes.iter().all(|sum| *sum == 0) {
        return true;
    }
    let Some(locator) = locator(&syndromes) else {
        return false;
    };
    let wrong = locator.len() - 1;
    let evaluator: Vec<u8> = (0..wrong)
        .map(|i| product_at(&locator, &syndromes, i))
        .collect();
    // Its derivative: in this field only every second coefficient is left of it.
    let slope: Vec<u8> = (1..=wrong)
        .map(|i| if i % 2 == 1 { locator[i] } else { 0 })
        .collect();
    let mut found = 0;
    for (i, codeword) in block.iter_mut().rev().enumerate() {
        let root = power(255 - i);
        if at(locator.iter(), root) != 0 {
            continue;
        }
        let slope = at(slope.iter(), root);
        if slope == 0 {
            return false;
        }
        let value = multiply(at(evaluator.iter(), root), inverse(slope));
        *codeword ^= multiply(power(i), value);
        found += 1;
    }
    found == wrong
}

/// A polynomial's value, its coefficients from that of x⁰ on.
fn at<'a>(coefficients: impl DoubleEndedIterator<Item = &'a u8>, x: u8) -> u8 {
    coefficients
        .rev()
        .fold(0, |sum, coefficient| multiply(sum, x) ^ coefficient)
}

/// Coefficient `n` of the product of two.
fn product_at(a: &[u8], b: &[u8], n: usize) -> u8 {
    let pairs = a.iter().take(n + 1).zip(b[..=n].iter().rev());
    pairs.fold(0, |sum, (a, b)| sum ^ multiply(*a, *b))
}

/// The polynomial of which the roots tell which codewords are wrong; `None` where they are too many.
fn locator(syndromes: &[u8]) -> Option<Vec<u8>> {
    let (mut now, mut last) = (vec![1], vec![1]);
    // How many are wrong by now; how long ago, and by how much, `last` was off.
    let (mut wrong, mut ago, mut by) = (0, 1, 1);
    for n in 0..syndromes.len() {
        let off = product_at(&now, syndromes, n);
        if off == 0 {
            ago += 1;
            continue;
        }
        let before = now.clone();
        let factor = multiply(off, inverse(by));
        now.resize(now.len().max(last.len() + ago), 0);
        for (to, coefficient) in now[ago..].iter_mut().zip(&last) {
            *to ^= multiply(factor, *coefficient);
        }
        if 2 * wrong <= n {
            (wrong, last, by, ago) = (n + 1 - wrong, before, off, 1);
        } else {
            ago += 1;
        }
    }
    now.truncate(now.iter().rposition(|coefficient| *coefficient != 0)? + 1);
    (now.len() == wrong + 1 && 2 * wrong <= syndromes.len()).then_some(now)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::{prelude::*, sample::subsequence};
    use rxing::common::reedsolomon::{PredefinedGenericGF, ReedSolomonEncoder};

    /// ISO/IEC 18004, Annex I: "01234567" as version 1-M.
    const EXAMPLE: [u8; 26] = [
        0x10, 0x20, 0x0C, 0x56, 0x61, 0x80, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11, 0xEC,
        0x11, 0xA5, 0x24, 0xD4, 0xC1, 0xED, 0x36, 0xC7, 0x87, 0x2C, 0x55,
    ];

    #[test]
    fn the_example_of_the_standard_is_right_as_it_stands() {
        let mut block = EXAMPLE;
        assert!(correct(&mut block, 10));
        assert_eq!(block, EXAMPLE);
    }

    #[test]
    fn any_one_codeword_of_it_is_put_right() {
        for at in 0..EXAMPLE.len() {
            let mut block = EXAMPLE;
            block[at] ^= 0x5A;
            assert!(correct(&mut block, 10), "{at}");
            assert_eq!(block, EXAMPLE);
        }
    }

    #[test]
    fn a_block_of_which_nothing_is_left_is_not_right() {
        let mut block = EXAMPLE.map(|codeword| codeword.wrapping_mul(3) ^ 0x77);
        assert!(!correct(&mut block, 10));
    }

    /// A block as another encoder makes it, and the places at which it is spoilt.
    fn spoilt(
        most: impl Fn(usize) -> usize,
    ) -> impl Strategy<Value = (Vec<u8>, usize, Vec<(usize, u8)>)> {
        let sizes = (1..=122_usize, 1..=30_usize);
        sizes.prop_flat_map(move |(data, half)| {
            let (length, wrong) = (data + 2 * half, most(half).min(data));
            let places = subsequence((0..length).collect::<Vec<_>>(), wrong);
            let by = proptest::collection::vec(1..=255_u8, wrong);
            let data = proptest::collection::vec(any::<u8>(), data);
            (data, places, by).prop_map(move |(data, places, by)| {
                let mut block: Vec<i32> = data.into_iter().map(i32::from).collect();
                block.resize(length, 0);
                let field = PredefinedGenericGF::QrCodeField256.into();
                let mut encoder = ReedSolomonEncoder::new(field).unwrap();
                encoder.encode(&mut block, 2 * half).unwrap();
                let block = block.into_iter().map(|codeword| codeword as u8).collect();
                (block, 2 * half, places.into_iter().zip(by).collect())
            })
        })
    }

    fn changed(block: &[u8], by: &[(usize, u8)]) -> Vec<u8> {
        let mut block = block.to_vec();
        for (at, by) in by {
            block[*at] ^= by;
        }
        block
    }

    proptest! {
        #[test]
        fn as_many_as_half_the_parity_are_put_right((block, parity, wrong) in spoilt(|half| half)) {
            let mut seen = changed(&block, &wrong);
            prop_assert!(correct(&mut seen, parity));
            prop_assert_eq!(seen, block);
        }

        #[test]
        fn of_one_more_nothing_is_said_that_is_no_block((block, parity, wrong) in spoilt(|half| half + 1)) {
            let mut seen = changed(&block, &wrong);
            if correct(&mut seen, parity) {
                let again = seen.clone();
                prop_assert!(correct(&mut seen, parity));
                prop_assert_eq!(seen, again);
            }
        }

        #[test]
        fn never_are_more_changed_than_half_the_parity(
            block in proptest::collection::vec(any::<u8>(), 2..=255), parity in prop_oneof![1..=6_usize, 1..=68_usize],
        ) {
            let parity = parity.min(block.len() - 1);
            let mut seen = block.clone();
            if correct(&mut seen, parity) {
                let changed = seen.iter().zip(&block).filter(|(now, was)| now != was).count();
                prop_assert!(2 * changed <= parity, "{changed} of {parity}");
            }
        }
    }
}
