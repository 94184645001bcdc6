//! The patterns in the corners of a symbol: dark and light by 1:1:3:1:1 across their middle (ISO/IEC 18004, 6.3.3).
//!
//! `rxing` knows one when it is led to its middle. What leads there is ours: it sees many pixels at once, where the
//! look for the corners would otherwise take longer than all the rest.

use rxing::common::BitMatrix;
use rxing::common::cpp_essentials::{
    ConcentricPattern, FixedPattern, IsPattern, LocateConcentricPattern, PatternView,
};
use rxing::qrcode::cpp_port::detector::{FinderPatternSets, GenerateFinderPatternSets};
use rxing::{Point, point};

/// Dark, light, dark, light, dark; in modules.
const RUNS: [u16; 5] = [1, 1, 3, 1, 1];
/// What they come to.
const MODULES: usize = 7;
/// Fewest rows through the middle of a pattern: three modules of a pixel each.
const MIDDLE: u32 = 3;
/// Most modules of a symbol for which one look of a running camera is made (version 20, ISO/IEC 18004, table 1), if it
/// fills a quarter of the picture's height.
const MOST_MODULES: u32 = 97;

/// What may be the three corners of a symbol, the likeliest first. Looks `closely`, in every third row, or only in as
/// many as a symbol needs that fills a quarter of the picture.
pub(super) fn corners(picture: &BitMatrix, closely: bool) -> FinderPatternSets {
    let height = picture.height();
    let step = if closely {
        MIDDLE
    } else {
        (MIDDLE * height / (4 * MOST_MODULES)).max(MIDDLE)
    };
    let mut found = Vec::new();
    for y in (step - 1..height).step_by(step as usize) {
        let row = picture.getRow(y);
        across(row.getBitArray(), picture.width(), |x, wide| {
            let middle = point(x, y as f32 + 0.5);
            let inside =
                |old: &ConcentricPattern| Point::distance(middle, old.p) < old.size as f32 / 2.0;
            // Three times as wide, for one that leans far.
            let range = 3 * wide;
            if !found.iter().any(inside) {
                let found_here = LocateConcentricPattern::<true, 5, MODULES>(
                    picture,
                    &RUNS,
                    middle,
                    range.cast_signed(),
                );
                found.extend(found_here);
            }
        });
    }
    GenerateFinderPatternSets(&mut found)
}

/// Tells the middle and the length of every stretch of a row that could lie across a pattern. A row has its first pixel
/// in the lowest bit of its first word, and nothing behind its end.
fn across(words: &[usize], width: u32, mut tell: impl FnMut(f32, u32)) {
    // Where the newest runs begin, the newest of all at the end; before a row all is light.
    let mut edges = [0; 6];
    let mut runs = 0;
    let mut edge = |x: u32| {
        edges.rotate_left(1);
        edges[5] = x;
        runs += 1;
        // A dark run ends here, and two more lie before it.
        if runs % 2 == 0 && runs >= 6 && could_be(std::array::from_fn(|i| edges[i + 1] - edges[i]))
        {
            tell((edges[2] + edges[3]) as f32 / 2.0, edges[5] - edges[0]);
        }
    };
    let mut before = 0;
    for (i, word) in words.iter().enumerate() {
        let mut changes = word ^ (word << 1 | before);
        before = word >> (usize::BITS - 1);
        while changes != 0 {
            edge(i as u32 * usize::BITS + changes.trailing_zeros());
            changes &= changes - 1;
        }
    }
    // The last run, where it ends with the last word.
    if before == 1 {
        edge(width);
    }
}

/// Whether runs of so many pixels could be those of a pattern.
fn could_be(runs: [u32; 5]) -> bool {
    // Nearly all are not, and this much can be seen at once.
    if runs[2] < MIDDLE || runs[2] < 2 * runs[0].max(runs[4]) || runs[2] < runs[1].max(runs[3]) {
        return false;
    }
    let runs = runs.map(|run| run as u16);
    let pattern = FixedPattern::<5, MODULES, false>::new(RUNS);
    IsPattern::<true, 5, MODULES, false>(
        &PatternView::from_slice(&runs),
        &pattern,
        None,
        0.0,
        0.0,
        0.0,
    ) > 0.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rxing::common::BitArray;
    use rxing::qrcode::cpp_port::detector::FinderPatternSet;

    /// A row of runs, light and dark by turns, as `across` sees it.
    fn told(runs: &[u32]) -> Vec<(f32, u32)> {
        let width = runs.iter().sum();
        let mut row = BitArray::with_size(width as usize);
        let mut x = 0;
        for (i, run) in runs.iter().enumerate() {
            for x in x..x + run {
                if i % 2 == 1 {
                    row.set(x as usize);
                }
            }
            x += run;
        }
        let mut told = Vec::new();
        across(row.getBitArray(), width, |middle, wide| {
            told.push((middle, wide));
        });
        told
    }

    /// A picture with a pattern around each place, its modules so wide and so high.
    fn picture((w, h): (u32, u32), middles: &[(u32, u32)], (wide, high): (u32, u32)) -> BitMatrix {
        let mut picture = BitMatrix::new(w, h).unwrap();
        for (mx, my) in middles {
            for y in 0..7 * high {
                for x in 0..7 * wide {
                    let ring = (x / wide).abs_diff(3).max((y / high).abs_diff(3));
                    if ring != 2 {
                        picture.set(mx + x - 7 * wide / 2, my + y - 7 * high / 2);
                    }
                }
            }
        }
        picture
    }

    fn seen(picture: &BitMatrix, closely: bool) -> Vec<[(f32, f32); 3]> {
        let places =
            |set: &FinderPatternSet| [set.tl, set.tr, set.bl].map(|one| (one.p.x, one.p.y));
        corners(picture, closely).iter().map(places).collect()
    }

    #[test]
    fn three_patterns_are_one_symbol_each_seen_once() {
        let middles = [(60, 60), (260, 60), (60, 260)];
        for modules in [(2, 2), (4, 4), (8, 8), (4, 10), (10, 4)] {
            let picture = picture((400, 400), &middles, modules);
            let set = middles.map(|(x, y)| (x as f32, y as f32));
            assert_eq!(seen(&picture, true), [set], "{modules:?}");
            assert_eq!(seen(&picture, false), [set], "{modules:?}");
        }
    }

    #[test]
    fn a_symbol_that_fills_a_quarter_is_seen_without_looking_closely_and_a_small_one_may_not_be() {
        // Of 1552 rows every twelfth, beginning with row 11.
        let size = (600, 1552);
        let at = |top: u32, module: u32| {
            let middles = [(100, top), (400, top), (100, top + 300)];
            !seen(&picture(size, &middles, (module, module)), false).is_empty()
        };
        for top in 100..112 {
            assert!(at(top, 4), "{top}");
        }
        let rows: Vec<u32> = (100..112).filter(|top| at(*top, 2)).collect();
        assert_eq!(rows, [105, 106, 107, 108, 109, 110]);
    }

    #[test]
    fn a_pattern_is_found_in_a_row_wherever_it_lies() {
        for module in [1, 2, 7, 40] {
            for light in [0, 1, 15, 57, 63, 64, 65, 127, 128, 300] {
                for after in [0, 1, 64 - (light + 7 * module) % 64] {
                    let runs = [light, module, module, 3 * module, module, module, after];
                    let middle = light as f32 + 3.5 * module as f32;
                    assert_eq!(told(&runs), [(middle, 7 * module)], "{runs:?}");
                }
            }
        }
    }

    #[test]
    fn a_pattern_that_is_cut_off_is_none() {
        for runs in [&[0, 4, 4, 12, 4][..], &[9, 4, 12, 4, 4], &[9, 12, 4, 4, 9]] {
            assert_eq!(told(runs), [], "{runs:?}");
        }
    }

    #[test]
    fn a_middle_that_is_not_three_times_as_wide_is_none() {
        for middle in [0, 4, 7, 40] {
            assert!(!could_be([4, 4, middle, 4, 4]), "{middle}");
        }
        for middle in 8..=16 {
            assert!(could_be([4, 4, middle, 4, 4]), "{middle}");
        }
        assert!(!could_be([1, 1, 2, 1, 1]));
        // Nor is one that is narrower than the light beside it.
        assert!(could_be([3, 6, 6, 6, 3]));
        assert!(!could_be([3, 7, 6, 7, 3]));
    }

    proptest! {
        #[test]
        fn every_stretch_is_told_that_five_runs_of_the_row_could_be(
            light in 0..200_u32, runs in proptest::collection::vec(1..9_u32, 0..200),
        ) {
            let runs: Vec<u32> = [light].into_iter().chain(runs).collect();
            let mut expected = Vec::new();
            for first in (1..runs.len().saturating_sub(4)).step_by(2) {
                let five: [u32; 5] = runs[first..first + 5].try_into().unwrap();
                let from: u32 = runs[..first].iter().sum();
                if could_be(five) {
                    let middle = (2 * from + 2 * five[0] + 2 * five[1] + five[2]) as f32 / 2.0;
                    expected.push((middle, five.iter().sum()));
                }
            }
            prop_assert_eq!(told(&runs), expected);
        }
    }
}
