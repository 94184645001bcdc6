//! Codes through pictures: drawn by us and read as a camera sees them, and drawn by others.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/pictures.rs"]
mod pictures;

use pictures::{Grey, random};
use proptest::prelude::*;
use stepnote::carrier::qr::{
    Code, Density, Foreign, Join, Sequence, Set, Symbol, Took, Unfit, draw, read, read_still, split,
};

const BASE: &str = "https://shien.example.jp/r";

fn set(density: Density) -> Set {
    let mut state = 1;
    let whole: Vec<u8> = (0..3301).map(|_| random(&mut state) as u8).collect();
    split(&whole, BASE.len(), density).expect("it fits")
}

fn symbol(set: &Set, n: u8) -> Symbol {
    draw(BASE, &set.frame(n), set.density()).expect("it fits")
}

fn text(set: &Set, n: u8) -> Vec<u8> {
    format!("{BASE}#{}", set.digits(n)).into_bytes()
}

fn plain(bytes: Vec<u8>) -> Code {
    Code {
        bytes,
        sequence: None,
    }
}

#[test]
fn a_set_is_drawn_at_one_version_whatever_the_frame() {
    for (density, size, k) in [
        (Density::Coarse, 69, 12),
        (Density::Normal, 85, 8),
        (Density::Fine, 105, 4),
    ] {
        let set = set(density);
        assert_eq!(set.k(), k);
        for n in [0, k as u8 - 1, k as u8, 255] {
            let symbol = symbol(&set, n);
            assert_eq!((symbol.size, symbol.side()), (size, size + 8));
            assert_eq!(symbol.dark.len(), size * size);
        }
    }
}

#[test]
fn the_fullest_frame_of_every_density_still_fits_its_symbol() {
    for base in (0..=280).step_by(7).map(|len| "x".repeat(len)) {
        for density in Density::ALL {
            let longest = (1..1000)
                .take_while(|&len| {
                    split(&vec![7; len], base.len(), density).is_ok_and(|s| s.k() == 1)
                })
                .last();
            let Some(len) = longest else { continue };
            let set = split(&vec![7; len], base.len(), density).expect("it fits");
            assert!(
                draw(&base, &set.frame(0), density).is_ok(),
                "{len} behind {}",
                base.len()
            );
        }
    }
    let frame = set(Density::Fine).frame(0);
    assert_eq!(draw(BASE, &frame, Density::Coarse), Err(Unfit::Density));
}

#[test]
fn the_svg_path_covers_exactly_the_dark_modules() {
    let symbol = symbol(&set(Density::Normal), 3);
    let mut covered = vec![false; symbol.side() * symbol.side()];
    for run in symbol.to_svg_path().split_terminator('z') {
        let numbers: Vec<usize> = run
            .split(|c: char| !c.is_ascii_digit())
            .filter_map(|number| number.parse().ok())
            .collect();
        let [x, y, w, 1, back] = numbers[..] else {
            panic!("a run of one row: {run}")
        };
        assert_eq!((w, run), (back, &*format!("M{x} {y}h{w}v1h-{w}")));
        for cell in &mut covered[y * symbol.side() + x..][..w] {
            assert!(!std::mem::replace(cell, true), "covered twice: {run}");
        }
    }
    let expected = Grey::of_symbol(&symbol, 1).px;
    assert!(
        covered
            .iter()
            .zip(expected)
            .all(|(dark, px)| *dark == (px == 0))
    );
}

type Camera = (&'static str, fn(&Grey) -> Grey);

/// What a camera does to a code, at 4 pixels a module or more.
const CAMERAS: [Camera; 6] = [
    ("held straight", |p| p.clone()),
    ("turned", |p| p.held(8.0, 0.0)),
    ("leaning", |p| p.held(-3.0, 0.15)),
    ("out of focus", |p| p.blurred(1.2)),
    ("a noisy sensor", |p| p.noisy(40, 3)),
    ("a dim screen, held in the hand", |p| {
        p.held(5.0, 0.08).blurred(0.8).dimmed(60, 140).noisy(8, 4)
    }),
];

fn reads_in_every_camera(density: Density) {
    let set = set(density);
    let side = symbol(&set, 0).side() * 4 + 120;
    for (i, (camera, see)) in CAMERAS.into_iter().enumerate() {
        let n = (i * 3) as u8;
        let seen = see(&Grey::of_symbol(&symbol(&set, n), 4).on_sheet(side, side, 225));
        assert_eq!(
            read(&seen.px, seen.w, seen.h),
            [plain(text(&set, n))],
            "{density:?}, {camera}"
        );
    }
}

#[test]
fn coarse_codes_are_read_through_every_camera() {
    reads_in_every_camera(Density::Coarse);
}

#[test]
fn normal_codes_are_read_through_every_camera() {
    reads_in_every_camera(Density::Normal);
}

#[test]
fn fine_codes_are_read_through_every_camera() {
    reads_in_every_camera(Density::Fine);
}

/// A lamp that shines back from a screen: a bright spot in a corner of the code, a quarter as wide.
fn with_glare(picture: &Grey) -> Grey {
    let mut lit = picture.clone();
    let (cx, cy) = (picture.w as f32 * 0.68, picture.h as f32 * 0.62);
    let radius = picture.w as f32 / 8.0;
    for (at, px) in lit.px.iter_mut().enumerate() {
        let (x, y) = ((at % picture.w) as f32 - cx, (at / picture.w) as f32 - cy);
        let light = (1.0 - (x * x + y * y).sqrt() / radius).max(0.0);
        *px += (f32::from(255 - *px) * light) as u8;
    }
    lit
}

/// What stands in the way, one thing at a time and all together.
const IN_THE_WAY: [Camera; 6] = [
    ("nothing", |p| p.held(3.0, 0.0)),
    ("blur 0.9 px", |p| p.held(3.0, 0.0).blurred(0.9)),
    ("noise ±40", |p| p.held(3.0, 0.0).noisy(40, 5)),
    ("leaning 12 %", |p| p.held(7.0, 0.12)),
    ("glare", |p| with_glare(&p.held(3.0, 0.0))),
    ("all of it", |p| {
        with_glare(&p.held(7.0, 0.08).blurred(0.7)).noisy(15, 5)
    }),
];

/// For each number of pixels a module, whether all codes are read. Measured with six codes in each cell: all
/// are, but for two pixels that are out of focus, where none is.
const FLOORS: [(usize, [bool; 6]); 3] = [
    (2, [true, false, true, true, true, false]),
    (3, [true; 6]),
    (4, [true; 6]),
];

/// How many codes are tried in each cell.
fn of() -> u8 {
    let wished = std::env::var("STEPNOTE_OPTICS");
    wished.ok().and_then(|of| of.parse().ok()).unwrap_or(2)
}

/// Printed with `cargo test --test carrier_optics matrix -- --nocapture`; `STEPNOTE_OPTICS` says how many codes
/// each cell has.
#[test]
fn the_optical_matrix_stays_above_its_floors() {
    let (of, mut below) = (of(), Vec::new());
    print!("{:28}", "version, pixels a module");
    for (name, _) in IN_THE_WAY {
        print!("{name:>14}");
    }
    println!();
    for density in Density::ALL {
        let set = set(density);
        for (pixels, floors) in FLOORS {
            let side = symbol(&set, 0).side() * pixels + 40 * pixels;
            print!("{:28}", format!("{density:?} {pixels} px"));
            for ((name, see), floor) in IN_THE_WAY.into_iter().zip(floors) {
                let reads = |n: &u8| {
                    let drawn = Grey::of_symbol(&symbol(&set, *n), pixels);
                    let seen = see(&drawn.on_sheet(side, side, 225));
                    read(&seen.px, seen.w, seen.h) == [plain(text(&set, *n))]
                };
                let read = (0..of).filter(reads).count() as u8;
                print!("{:>14}", format!("{read} of {of}"));
                if floor && read < of {
                    below.push(format!("{density:?}, {pixels} px, {name}: {read} of {of}"));
                }
            }
            println!();
        }
    }
    assert!(below.is_empty(), "{}", below.join("\n"));
}

#[test]
fn a_code_turned_any_way_round_is_read() {
    let set = set(Density::Normal);
    let sheet = Grey::of_symbol(&symbol(&set, 5), 4).on_sheet(640, 640, 255);
    for degrees in [45.0, 90.0, 180.0, 261.0] {
        let seen = sheet.held(degrees, 0.0);
        assert_eq!(
            read(&seen.px, seen.w, seen.h),
            [plain(text(&set, 5))],
            "{degrees}°"
        );
    }
}

#[test]
fn one_picture_of_three_still_codes_is_the_whole_document() {
    let whole: Vec<u8> = (0..1300).map(|i| (i % 251) as u8).collect();
    let set = split(&whole, BASE.len(), Density::Normal).expect("it fits");
    assert_eq!(set.k(), 3);
    let pictures: Vec<Grey> = (0..3)
        .map(|n| Grey::of_symbol(&symbol(&set, n), 4))
        .collect();
    let seen = Grey::row_of(&pictures, 60).held(4.0, 0.05).blurred(0.7);
    let mut join = Join::new();
    let took: Vec<Took> = read_still(&seen.px, seen.w, seen.h)
        .iter()
        .map(|code| join.take(&code.bytes))
        .collect();
    assert_eq!(took.len(), 3);
    assert_eq!(took[2], Took::Complete(whole));
}

#[test]
fn a_code_on_a_sheet_that_is_bent_is_read() {
    let leaning = |bent: Grey| bent.held(12.0, 0.08);
    is_read_where_not_flat(
        &[0.03, -0.03, 0.05, -0.05, 0.07, -0.07],
        Grey::bent,
        leaning,
    );
}

#[test]
fn a_code_on_a_sheet_that_hangs_through_is_put_straight_and_read() {
    for density in Density::ALL {
        let set = set(density);
        let side = symbol(&set, 0).side() * 4 + 240;
        let flat = Grey::of_symbol(&symbol(&set, 1), 4).on_sheet(side, side, 225);
        for height in [0.12, -0.12] {
            let bent = flat.bent(height);
            let mut ways = vec![
                ("turned", bent.held(90.0, 0.0)),
                ("on its side", flat.held(90.0, 0.0).bent(height)),
            ];
            // Bent so much and aslant, the finest is not read.
            if density != Density::Fine {
                ways.push(("aslant", bent.held(45.0, 0.0)));
            }
            ways.push(("upright", bent));
            for (how, seen) in ways {
                let codes = read(&seen.px, seen.w, seen.h);
                let what = format!("{density:?}, {height}, {how}");
                assert_eq!(codes, [plain(text(&set, 1))], "{what}");
            }
        }
    }
}

#[test]
fn a_code_on_a_sheet_that_was_folded_is_read() {
    let leaning = |folded: Grey| folded.held(6.0, 0.05).blurred(0.6);
    is_read_where_not_flat(&[0.05, 0.1, -0.05, -0.1], Grey::folded, leaning);
}

#[track_caller]
fn is_read_where_not_flat(
    heights: &[f32],
    shaped: fn(&Grey, f32) -> Grey,
    leaning: fn(Grey) -> Grey,
) {
    for density in Density::ALL {
        let set = set(density);
        let side = symbol(&set, 0).side() * 4 + 240;
        let flat = Grey::of_symbol(&symbol(&set, 1), 4).on_sheet(side, side, 225);
        for &height in heights {
            for (how, seen) in [
                ("upright", shaped(&flat, height)),
                ("leaning", leaning(shaped(&flat, height))),
                ("on its side", shaped(&flat.held(90.0, 0.0), height)),
            ] {
                let codes = read(&seen.px, seen.w, seen.h);
                let what = format!("{density:?}, {height}, {how}");
                assert_eq!(codes, [plain(text(&set, 1))], "{what}");
            }
        }
    }
}

#[test]
fn a_still_picture_gives_up_what_a_single_look_misses() {
    // The second code is so far out of focus that only a later way of looking finds it.
    let set = set(Density::Coarse);
    let clear = Grey::of_symbol(&symbol(&set, 0), 4);
    let blurred = Grey::of_symbol(&symbol(&set, 1), 4).blurred(2.2);
    let both = Grey::row_of(&[clear, blurred], 30);
    assert_eq!(read(&both.px, both.w, both.h), [plain(text(&set, 0))]);
    let still = read_still(&both.px, both.w, both.h);
    assert_eq!(still, [plain(text(&set, 0)), plain(text(&set, 1))]);
}

/// Each is missed by the three ways of looking for which a running camera has time.
#[test]
fn what_a_running_camera_has_no_time_for_is_read_in_a_picture_that_stays() {
    let set = set(Density::Coarse);
    let drawn = |scale| Grey::of_symbol(&symbol(&set, 1), scale);
    for (how, seen) in [
        (
            "light from one side",
            in_shade(&drawn(2).blurred(0.35)).noisy(30, 5),
        ),
        ("grainy", drawn(2).blurred(0.7).noisy(60, 5)),
        ("grainy, out of focus", drawn(3).blurred(1.05).noisy(60, 5)),
    ] {
        assert_eq!(read(&seen.px, seen.w, seen.h), [], "{how}");
        let still = read_still(&seen.px, seen.w, seen.h);
        assert_eq!(still, [plain(text(&set, 1))], "{how}");
    }
}

/// Less light to the right, until a tenth is left.
fn in_shade(picture: &Grey) -> Grey {
    let mut out = picture.clone();
    for (at, pixel) in out.px.iter_mut().enumerate() {
        let light = 1.0 - 0.9 * ((at % picture.w) as f32 / picture.w as f32);
        *pixel = (f32::from(*pixel) * light) as u8;
    }
    out
}

/// Drawn once with segno 1.6.6; `tests/golden/qr` keeps them.
macro_rules! golden {
    ($name:literal) => {
        Grey::of_pbm(include_bytes!(concat!("golden/qr/", $name, ".pbm")), 4)
    };
}

#[test]
fn codes_drawn_by_another_encoder_give_their_exact_bytes() {
    let drawn: [(Grey, &[u8]); 7] = [
        (golden!("utf8"), "ステップノート 髙橋 𠮷".as_bytes()),
        (
            golden!("sjis"),
            b"\x83A\x83\x8C\x83\x8B\x83M\x81[\x81@\x82\xC8\x82\xB5",
        ),
        (
            golden!("kanji"),
            b"\x95\x90\x91\xA0\x96\xEC\x8Es\x96\xF0\x8F\x8A",
        ),
        (golden!("eci26"), "ÿ café".as_bytes()),
        (golden!("wifi"), b"WIFI:T:WPA;S=guest;P=x;;"),
        (
            golden!("shc"),
            b"shc:/5676290952432060346029243740446031222959532654603460292540",
        ),
        (golden!("link"), b"https://example.com/#about"),
    ];
    for (picture, bytes) in drawn {
        assert_eq!(
            read(&picture.px, picture.w, picture.h),
            [plain(bytes.to_vec())]
        );
    }
}

#[test]
fn a_pharmacy_record_in_three_codes_comes_with_its_order_and_parity() {
    let whole = include_bytes!("golden/qr/jahis.sjis");
    let parity = whole.iter().fold(0, |sum, byte| sum ^ byte);
    let mut parts = Vec::new();
    // Held up in the wrong order.
    for picture in [golden!("jahis-2"), golden!("jahis-0"), golden!("jahis-1")] {
        parts.extend(read(&picture.px, picture.w, picture.h));
    }
    parts.sort_by_key(|part| part.sequence.map(|place| place.index));
    for (i, part) in parts.iter().enumerate() {
        let place = Sequence {
            index: i as u8,
            count: 3,
            parity,
        };
        assert_eq!(part.sequence, Some(place));
    }
    let joined: Vec<u8> = parts.iter().flat_map(|part| part.bytes.clone()).collect();
    assert_eq!(joined, whole);
    let took = Join::new().take(&parts[0].bytes);
    assert_eq!(took, Took::NotOurs(Foreign::Jahis));
}

#[test]
fn a_foreign_code_beside_ours_does_not_get_in_the_way() {
    let set = set(Density::Coarse);
    let ours = Grey::of_symbol(&symbol(&set, 0), 4);
    let both = Grey::row_of(&[golden!("wifi"), ours, golden!("jahis-0")], 40);
    let mut join = Join::new();
    let mut took: Vec<Took> = read_still(&both.px, both.w, both.h)
        .iter()
        .map(|code| join.take(&code.bytes))
        .collect();
    took.sort_by_key(|took| format!("{took:?}"));
    let expected = [
        Took::New { have: 1, need: 12 },
        Took::NotOurs(Foreign::Jahis),
        Took::NotOurs(Foreign::Wifi),
    ];
    assert_eq!(took, expected);
}

#[test]
fn pictures_of_impossible_sides_are_empty() {
    let lies = [
        (0, 0, 0),
        (1, 1, 1),
        (7 * 100, 7, 100),
        (7 * 100, 100, 7),
        (20 * 100, 20, 100),
        (100 * 20, 100, 20),
        (21 * 8193, 8193, 21),
        (640 * 480 - 1, 640, 480),
        (640 * 480 * 4, 640, 480),
        (100, usize::MAX, usize::MAX),
    ];
    for (length, w, h) in lies {
        assert_eq!(read(&vec![255; length], w, h), [], "{w}×{h}");
        assert_eq!(read_still(&vec![255; length], w, h), [], "{w}×{h}");
    }
}

#[test]
fn flat_striped_and_noisy_pictures_hold_nothing_and_break_nothing() {
    for (w, h) in [
        (21, 21),
        (21, 8192),
        (8192, 21),
        (39, 41),
        (43, 300),
        (320, 240),
    ] {
        // The last is a wall of finder patterns, hundreds of thousands of ways to take three for a code.
        let ring = |x: usize, y: usize| (x % 9).abs_diff(4).max((y % 9).abs_diff(4));
        let shades: [&dyn Fn(usize, usize) -> u8; 7] = [
            &|_, _| 0,
            &|_, _| 255,
            &|x, y| ((x + y) % 2 * 255) as u8,
            &|x, _| (x / 3 % 2 * 255) as u8,
            &|_, y| (y / 3 % 2 * 255) as u8,
            &|x, y| (x * y % 256) as u8,
            &|x, y| {
                if ring(x, y) % 2 == 1 || ring(x, y) == 0 {
                    0
                } else {
                    255
                }
            },
        ];
        for (i, shade) in shades.into_iter().enumerate() {
            let px: Vec<u8> = (0..w * h).map(|at| shade(at % w, at / w)).collect();
            assert_eq!(read_still(&px, w, h), [], "{w}×{h}, pattern {i}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn a_code_scratched_cut_or_scaled_at_random_is_read_right_or_not_at_all(
        seed: u64, scale in 1..=5_usize, scratches in 0..60_usize, cut in 0..40_usize, degrees in 0.0..360.0_f32,
    ) {
        let set = set(Density::Coarse);
        let mut picture = Grey::of_symbol(&symbol(&set, 1), scale);
        let mut state = seed;
        for _ in 0..scratches {
            let (x, y) = (random(&mut state) as usize % picture.w, random(&mut state) as usize % picture.h);
            let (w, h) = (random(&mut state) as usize % 12 + 1, random(&mut state) as usize % 12 + 1);
            let patch = Grey::blank(w.min(picture.w - x), h.min(picture.h - y), random(&mut state) as u8);
            picture.paste(&patch, x, y);
        }
        let h = picture.h - cut.min(picture.h - 21);
        picture = Grey { w: picture.w, h, px: picture.px[..picture.w * h].to_vec() };
        if degrees > 90.0 {
            picture = picture.held(degrees, 0.1);
        }
        for code in read_still(&picture.px, picture.w, picture.h) {
            prop_assert_eq!(code, plain(text(&set, 1)));
        }
    }
}
