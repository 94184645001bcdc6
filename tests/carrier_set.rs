//! The set of codes as bytes and digits: split, join, and everything a stranger may hold up.
#![cfg(not(target_arch = "wasm32"))]

use proptest::prelude::*;
use stepnote::carrier::qr::{
    Cells, Density, Foreign, Frame, Join, MAX_FRAGMENTS, MAX_TOTAL, Refused, Set, Took, Unfit,
    digits_to_frame, fragments, frame_to_digits, split,
};

const BASE: &str = "https://shien.example.jp/r";

fn bytes(len: usize) -> Vec<u8> {
    (0..len).map(|i| (i * 31 + i / 256) as u8).collect()
}

fn normal(len: usize) -> Set {
    split(&bytes(len), BASE.len(), Density::Normal).expect("it fits")
}

fn take(join: &mut Join, set: &Set, n: u8) -> Took {
    join.take(format!("{BASE}#{}", set.digits(n)).as_bytes())
}

fn sealed(mut body: Vec<u8>) -> Vec<u8> {
    let sum = crc32fast::hash(&body);
    body.extend_from_slice(&sum.to_be_bytes());
    body
}

/// The frame with one byte replaced and a checksum that says nothing happened.
fn forged(frame: &[u8], at: usize, byte: u8) -> Vec<u8> {
    let mut body = frame[..frame.len() - 4].to_vec();
    body[at] = byte;
    sealed(body)
}

#[test]
fn every_frame_of_the_golden_sets_is_written_and_read_as_on_the_first_day() {
    let mut lines = 0;
    for line in include_str!("golden/qr/sh1.txt").lines() {
        let [whole, k, n, digits] = line.split(' ').collect::<Vec<_>>()[..] else {
            panic!("four columns: {line}");
        };
        let whole: Vec<u8> = (0..whole.len())
            .step_by(2)
            .map(|i| u8::from_str_radix(&whole[i..i + 2], 16).expect("hex"))
            .collect();
        let (k, n): (usize, u8) = (k.parse().expect("K"), n.parse().expect("n"));
        // An address so long that the version holds just these fragments.
        let set = (0..400)
            .find_map(|base| {
                split(&whole, base, Density::Coarse)
                    .ok()
                    .filter(|set| set.k() == k)
            })
            .expect("an address of that length");
        assert_eq!(set.digits(n), digits);
        let frame = Frame::parse(&digits_to_frame(digits.as_bytes()).expect("digits"));
        assert_eq!(frame.expect("a frame").to_bytes(), set.frame(n));
        lines += 1;
    }
    assert_eq!(lines, 10);
}

#[test]
fn fragments_are_as_long_as_the_version_allows_and_no_longer() {
    // handoff.md §3: fragment bytes behind a 27-byte prefix at V13-M, V17-M and V22-L.
    for (density, longest) in Density::ALL.into_iter().zip([280, 451, 944]) {
        assert_eq!(fragments(longest, 26, density), Ok(1), "{density:?}");
        assert_eq!(fragments(longest + 1, 26, density), Ok(2), "{density:?}");
    }
    assert_eq!(fragments(280 * 64, 26, Density::Coarse), Ok(64));
    assert_eq!(
        fragments(280 * 64 + 1, 26, Density::Coarse),
        Err(Unfit::Density)
    );
    assert_eq!(fragments(MAX_TOTAL, 26, Density::Fine), Ok(53));
    assert_eq!(
        fragments(MAX_TOTAL + 1, 26, Density::Fine),
        Err(Unfit::Codes)
    );
    assert_eq!(fragments(0, 26, Density::Fine), Err(Unfit::Empty));
    assert_eq!(fragments(1, 5000, Density::Fine), Err(Unfit::Density));
    assert_eq!(fragments(1, usize::MAX, Density::Fine), Err(Unfit::Density));
}

#[test]
fn all_frames_of_a_set_have_one_length_and_fragments_are_equal() {
    let set = normal(3301);
    assert_eq!(set.k(), 8);
    let length = set.frame(0).len();
    assert_eq!(length, 18 + 3301_usize.div_ceil(8));
    assert!((0..=255).all(|n| set.frame(n).len() == length));
}

#[test]
fn a_running_display_never_repeats_itself_before_every_frame_was_shown() {
    let set = normal(3301);
    let first: Vec<u8> = set.order().take(251).collect();
    assert_eq!(first, (0..251).collect::<Vec<u8>>());
    // Joined at any moment, seeing only every second to tenth frame: still K different ones.
    for step in 2..=10 {
        let mut seen: Vec<u8> = set.order().skip(100).step_by(step).take(64).collect();
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), 64, "every {step}th");
    }
}

#[test]
fn at_any_loss_a_set_takes_no_more_codes_than_the_ideal() {
    let mut state = 7;
    let mut random = || {
        // xorshift64*
        state ^= state >> 12;
        state ^= state << 25;
        state ^= state >> 27;
        f64::from((u64::wrapping_mul(state, 0x2545_F491_4F6C_DD1D) >> 40) as u32)
            / f64::from(1 << 24)
    };
    for (len, k) in [(3301, 8), (7600, 17), (28_800, 64)] {
        let set = normal(len);
        assert_eq!(set.k(), k);
        for loss in [0.0, 0.1, 0.3, 0.5] {
            let mut shown = Vec::new();
            for _ in 0..2000 {
                let (mut count, mut held) = (0, [false; 256]);
                let joined = (random() * 251.0) as usize;
                for n in set.order().skip(joined) {
                    count += 1;
                    held[usize::from(n)] |= random() >= loss;
                    if held.iter().filter(|held| **held).count() == k {
                        break;
                    }
                }
                shown.push(count);
            }
            shown.sort_unstable();
            let mean = shown.iter().sum::<usize>() as f64 / shown.len() as f64;
            println!(
                "K {k}, loss {loss}: mean {mean:.1}, 95 % within {}",
                shown[1900]
            );
            let ideal = k as f64 / (1.0 - loss);
            assert!(
                (mean - ideal).abs() < 0.02 * ideal,
                "{mean} against {ideal}"
            );
        }
    }
}

#[test]
fn the_digits_of_other_lengths_values_and_characters_are_refused() {
    for length in [1, 2, 4, 6, 7, 9, 11, 12, 14, 16, 18, 19] {
        assert_eq!(
            digits_to_frame("0".repeat(length).as_bytes()),
            Err(Refused::Digits),
            "{length}"
        );
    }
    for (largest, bytes) in [
        ("255", 1),
        ("65535", 2),
        ("16777215", 3),
        ("72057594037927935", 7),
    ] {
        assert_eq!(digits_to_frame(largest.as_bytes()), Ok(vec![0xFF; bytes]));
        let above = format!(
            "{:01$}",
            largest.parse::<u64>().expect("a number") + 1,
            largest.len()
        );
        assert_eq!(
            digits_to_frame(above.as_bytes()),
            Err(Refused::Digits),
            "{above}"
        );
    }
    for text in ["25a", "+25", " 25", "２５５", "٢٥٥", "2\u{0}5", "-01"] {
        assert_eq!(
            digits_to_frame(text.as_bytes()),
            Err(Refused::Digits),
            "{text:?}"
        );
    }
    assert_eq!(digits_to_frame(b""), Ok(Vec::new()));
}

#[test]
fn a_frame_with_any_bit_flipped_or_any_end_cut_off_is_refused() {
    let set = normal(700);
    for n in [0, 1, 2, 255] {
        let frame = set.frame(n);
        assert!(Frame::parse(&frame).is_ok());
        for bit in 0..frame.len() * 8 {
            let mut frame = frame.clone();
            frame[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(Frame::parse(&frame), Err(Refused::Checksum), "bit {bit}");
        }
        for cut in 0..frame.len() {
            assert_eq!(
                Frame::parse(&frame[..cut]),
                Err(Refused::Checksum),
                "cut at {cut}"
            );
        }
    }
}

#[test]
fn a_frame_whose_numbers_are_impossible_is_refused_although_its_checksum_holds() {
    let set = normal(700);
    assert_eq!(set.k(), 2);
    let (data, parity) = (set.frame(0), set.frame(2));
    let impossible = [
        ("K is 0", forged(&data, 2, 0)),
        ("K is 65", forged(&data, 2, 65)),
        ("K is 255", forged(&data, 2, 255)),
        ("K asks for shorter fragments", forged(&data, 2, 3)),
        ("T is another", forged(&data, 4, 3)),
        ("T is 65535", forged(&forged(&data, 4, 255), 5, 255)),
        ("T is 0", forged(&forged(&data, 4, 0), 5, 0)),
        ("n is parity, the flag is not", forged(&data, 3, 2)),
        ("n is data, the flag is not", forged(&parity, 3, 1)),
        (
            "one byte too many",
            sealed([&data[..data.len() - 4], &[0]].concat()),
        ),
        ("one byte too few", sealed(data[..data.len() - 5].to_vec())),
        ("only the format", sealed(vec![0xA1, 0])),
        ("only the head", sealed(data[..14].to_vec())),
    ];
    for (what, frame) in impossible {
        assert_eq!(Frame::parse(&frame), Err(Refused::Impossible), "{what}");
    }
    let odd = split(&bytes(699), BASE.len(), Density::Normal)
        .expect("it fits")
        .frame(1);
    assert!(Frame::parse(&odd).is_ok());
    assert_eq!(
        Frame::parse(&forged(&odd, odd.len() - 5, 1)),
        Err(Refused::Impossible),
        "padding"
    );
}

#[test]
fn a_set_whose_last_fragment_would_be_nothing_but_padding_is_refused() {
    // Both in fragments of two bytes: of 64 only 33 would hold anything, of 3 only two.
    for (k, total) in [(64, 65), (3, 4)] {
        let only_padding = Frame {
            k,
            n: 0,
            total,
            set_id: [0; 8],
            fragment: vec![0, 0],
        };
        assert_eq!(
            Frame::parse(&only_padding.to_bytes()),
            Err(Refused::Impossible),
            "{total} bytes in {k}"
        );
    }
}

#[test]
fn a_frame_of_a_later_version_is_told_apart_from_a_damaged_one() {
    let frame = normal(700).frame(0);
    for newer in [
        forged(&frame, 0, 0xA2),
        forged(&frame, 1, 0x10),
        forged(&frame, 1, 0x80),
    ] {
        assert_eq!(Frame::parse(&newer), Err(Refused::Newer));
        assert_eq!(
            Join::new().take(frame_to_digits(&newer).as_bytes()),
            Took::Newer
        );
    }
    assert!(
        Frame::parse(&forged(&frame, 1, 0x0E)).is_ok(),
        "ignorable flags are ignored"
    );
}

#[test]
fn a_set_is_complete_with_its_last_code_and_says_how_far_it_is() {
    let set = normal(1400);
    assert_eq!(set.k(), 4);
    let mut join = Join::new();
    assert_eq!((join.progress(), join.cells()), (None, None));
    assert_eq!(take(&mut join, &set, 2), Took::New { have: 1, need: 4 });
    assert_eq!(take(&mut join, &set, 9), Took::New { have: 2, need: 4 });
    assert_eq!(take(&mut join, &set, 0), Took::New { have: 3, need: 4 });
    for _ in 0..1000 {
        assert_eq!(take(&mut join, &set, 9), Took::Again);
    }
    assert_eq!(join.progress(), Some((3, 4)));
    let held = Cells {
        data: vec![true, false, true, false],
        parity: 1,
    };
    assert_eq!(join.cells(), Some(held));
    assert_eq!(take(&mut join, &set, 255), Took::Complete(bytes(1400)));
    assert_eq!(take(&mut join, &set, 1), Took::Again);
    assert_eq!(join.progress(), Some((4, 4)));
    assert_eq!(
        join.cells(),
        Some(Cells {
            data: vec![true; 4],
            parity: 0
        })
    );
}

#[test]
fn two_sets_in_view_do_not_mix_and_the_first_keeps_its_progress() {
    let (ours, other) = (normal(1400), normal(1401));
    let mut join = Join::new();
    for n in 0..3 {
        assert_eq!(
            take(&mut join, &ours, n),
            Took::New {
                have: usize::from(n) + 1,
                need: 4
            }
        );
        assert_eq!(take(&mut join, &other, n), Took::OtherSet);
    }
    assert_eq!(take(&mut join, &ours, 3), Took::Complete(bytes(1400)));
    assert_eq!(take(&mut join, &other, 3), Took::OtherSet);
}

#[test]
fn the_same_document_at_another_density_is_noticed_and_not_mixed() {
    let (normal, coarse) = (
        normal(1400),
        split(&bytes(1400), BASE.len(), Density::Coarse).expect("fits"),
    );
    let id = |set: &Set| Frame::parse(&set.frame(0)).map(|frame| frame.set_id);
    assert_eq!(id(&normal), id(&coarse));
    let mut join = Join::new();
    take(&mut join, &normal, 0);
    assert_eq!(take(&mut join, &coarse, 1), Took::OtherDensity);
    assert_eq!(join.progress(), Some((1, 4)));
    (1..4).for_each(|n| drop(take(&mut join, &normal, n)));
    assert_eq!(
        take(&mut join, &coarse, 1),
        Took::Again,
        "it is all there already"
    );
}

#[test]
fn forged_frames_of_the_right_set_end_in_broken_and_a_fresh_start() {
    let set = normal(1401);
    let forgeries = [
        ("data", forged(&set.frame(1), 20, 0xEE)),
        ("parity", forged(&set.frame(77), 20, 0xEE)),
        // Solves to the right bytes with a wrong padding, which the set id does not cover.
        (
            "padding",
            forged(
                &set.frame(77),
                set.frame(77).len() - 5,
                set.frame(77)[set.frame(77).len() - 5] ^ 1,
            ),
        ),
    ];
    for (what, forgery) in forgeries {
        let mut join = Join::new();
        (2..4).for_each(|n| drop(take(&mut join, &set, n)));
        if what == "padding" {
            join = Join::new();
            (0..3).for_each(|n| drop(take(&mut join, &set, n)));
        } else {
            take(&mut join, &set, 0);
        }
        assert_eq!(
            join.take(frame_to_digits(&forgery).as_bytes()),
            Took::Broken,
            "{what}"
        );
        assert_eq!(join.progress(), None);
        (0..3).for_each(|n| drop(take(&mut join, &set, n)));
        assert_eq!(take(&mut join, &set, 3), Took::Complete(bytes(1401)));
    }
    let mut join = Join::new();
    take(&mut join, &set, 0);
    let longer = forged(&set.frame(1), 5, set.frame(1)[5] + 1);
    assert_eq!(
        join.take(frame_to_digits(&longer).as_bytes()),
        Took::Damaged,
        "T is another"
    );
}

#[test]
fn a_frame_is_taken_from_any_host_or_as_digits_alone() {
    let set = normal(300);
    let digits = set.digits(0);
    for text in [
        digits.clone(),
        format!("  {digits}\r\n"),
        format!("http://localhost:8080/sub/path/#{digits}"),
        format!("https://a.example/#/receive#{digits}"),
    ] {
        assert_eq!(
            Join::new().take(text.as_bytes()),
            Took::Complete(bytes(300)),
            "{text}"
        );
    }
}

#[test]
fn what_is_not_ours_is_named_and_what_is_damaged_is_called_so() {
    let digits = normal(300).digits(0);
    let cut = &digits[..digits.len() - 1];
    assert_eq!(
        Join::new().take(format!("{BASE}#{cut}").as_bytes()),
        Took::Damaged
    );
    assert_eq!(Join::new().take(&digits.as_bytes()[..40]), Took::Damaged);
    for (text, foreign) in [
        (
            b"JAHISTC08,1\r\n1,\x95\x90\x91\xa0".as_slice(),
            Foreign::Jahis,
        ),
        (b"shc:/567629095243", Foreign::HealthCard),
        (
            b"https://viewer.example/#shlink:/eyJ1cmwi",
            Foreign::HealthCard,
        ),
        (b"WIFI:T:WPA;S=guest;;", Foreign::Wifi),
        (b"wifi:S=guest;;", Foreign::Wifi),
        (b"https://example.com/#about", Foreign::OtherLink),
        (
            b"https://example.com/#12345678901234567",
            Foreign::OtherLink,
        ),
        (b"HTTP://EXAMPLE.COM", Foreign::OtherLink),
        (b"tel:0422", Foreign::Other),
        (b"#", Foreign::Other),
        (b"", Foreign::Other),
        (b"\xff\xfe\x00", Foreign::Other),
    ] {
        assert_eq!(
            Join::new().take(text),
            Took::NotOurs(foreign),
            "{}",
            text.escape_ascii()
        );
    }
}

#[test]
fn the_file_name_tells_the_day_and_nothing_about_the_child() {
    let name = stepnote::carrier::file::file_name(2026, 4, 1);
    assert_eq!(name, "stepnote-20260401.stepnote");
    let twin = stepnote::carrier::file::text_name(2026, 4, 1);
    assert_eq!(twin, "stepnote-20260401.stepnote.txt");
}

#[test]
fn the_name_of_a_backup_tells_the_day_and_nothing_about_the_family() {
    let name = stepnote::carrier::file::backup_name(2026, 4, 1);
    assert_eq!(name, "stepnote-backup-20260401.stepnote-backup");
}

prop_compose! {
    /// A set of any K, and K of its frame numbers in any order: any mix of data and parity.
    fn a_set_and_k_frames()(
        k in 1..=MAX_FRAGMENTS,
        base in prop_oneof![Just(26_usize), 200..=300_usize],
        fill in 0.0..1.0,
        reach in prop_oneof![Just(1_usize), Just(2), Just(256)],
    )(
        numbers in Just((0..(k * reach).min(256)).map(|n| n as u8).collect::<Vec<_>>()).prop_shuffle(),
        base in Just(base), fill in Just(fill), k in Just(k),
    ) -> (Vec<u8>, Set, Vec<u8>) {
        let longest = (1..=280).take_while(|&len| fragments(len, base, Density::Coarse) == Ok(1)).last().expect("one");
        let len = longest * (k - 1) + 1 + (fill * longest as f64) as usize;
        let whole = bytes(len.min(longest * k));
        let set = split(&whole, base, Density::Coarse).expect("it fits");
        (whole, set, numbers[..k].to_vec())
    }
}

proptest! {
    #[test]
    fn any_k_different_frames_in_any_order_restore_the_set((whole, set, numbers) in a_set_and_k_frames()) {
        prop_assert_eq!(set.k(), numbers.len());
        let mut join = Join::new();
        let (last, before) = numbers.split_last().expect("at least one");
        for (i, &n) in before.iter().enumerate() {
            prop_assert_eq!(take(&mut join, &set, n), Took::New { have: i + 1, need: set.k() });
        }
        prop_assert_eq!(take(&mut join, &set, *last), Took::Complete(whole));
    }

    #[test]
    fn digits_give_the_bytes_back(frame in prop::collection::vec(any::<u8>(), 0..2000)) {
        prop_assert_eq!(digits_to_frame(frame_to_digits(&frame).as_bytes()), Ok(frame));
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in prop::collection::vec(any::<u8>(), 0..300), digits in "[0-9]{0,300}") {
        let mut join = Join::new();
        for text in [text.as_slice(), digits.as_bytes()] {
            let took = join.take(text);
            let ours = matches!(took, Took::New { .. } | Took::Complete(_));
            prop_assert!(!ours);
        }
    }

    #[test]
    fn frames_forged_with_a_right_checksum_never_panic_and_never_pass(
        frames in prop::collection::vec((1..=4_u8, any::<u8>(), any::<[u8; 4]>()), 1..40)
    ) {
        let mut join = Join::new();
        for (k, n, junk) in frames {
            let len = 16_usize.div_ceil(k.into());
            let frame = Frame { k, n, total: 16, set_id: [0; 8], fragment: junk.repeat(4)[..len].to_vec() };
            let took = join.take(frame_to_digits(&frame.to_bytes()).as_bytes());
            prop_assert!(!matches!(took, Took::Complete(_)));
        }
    }
}
