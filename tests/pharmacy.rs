//! お薬手帳 QR: from symbols to rows of the medication sheet, and back.
//! `tests/golden/pharmacy` was made once by `tests/tools/pharmacy_symbols.py`.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/cp932.rs"]
mod cp932_table;
#[path = "support/linked.rs"]
mod linked;
#[path = "support/pictures.rs"]
mod pictures;

use encoding_rs::SHIFT_JIS;
use linked::Segment;
use pictures::{Grey, random};
use proptest::prelude::*;
use stepnote::{
    answer::{Answer, PartialDate, Period, Typed},
    carrier::qr::{Code, Symbol, Unfit, draw_bytes, read_still},
    forms,
    pharmacy::*,
    record::{Entry, Record},
};

macro_rules! golden {
    ($name:literal) => {
        include_bytes!(concat!("golden/pharmacy/", $name))
    };
}

fn decode(bytes: &[u8]) -> String {
    SHIFT_JIS.decode_without_bom_handling(bytes).0.into_owned()
}

fn cp932(text: &str) -> Vec<u8> {
    let (bytes, _, lost) = SHIFT_JIS.encode(text);
    assert!(!lost, "{text}");
    bytes.into_owned()
}

fn parsed(bytes: &[u8]) -> Notebook {
    parse(bytes, &decode).expect("a notebook")
}

/// A notebook of these records, behind a version.
fn of(records: &str) -> Notebook {
    parse_text(&format!("JAHISTC08,1\n{records}")).expect("a notebook")
}

/// What one line of a record says that follows a dispensing with a medicine.
fn troubles(notebook: &Notebook) -> Vec<What> {
    notebook
        .troubles
        .iter()
        .map(|trouble| trouble.what)
        .collect()
}

fn all_rows(notebook: &Notebook, fields: Fields) -> Vec<Entry> {
    rows(notebook, &picks(notebook), fields)
}

/// A row as when | clinic | medicine | remarks.
fn flat(row: &Entry) -> [String; 4] {
    let period = row.get("when").map(Answer::period).unwrap_or_default();
    let side = |typed: Typed| typed.iso().unwrap_or_default();
    let mut when = side(period.from);
    if !period.until.is_blank() {
        when = format!("{when}/{}", side(period.until));
    }
    let text = |id| row.text(id).to_owned();
    [when, text("clinic"), text("medicine"), text("remarks")]
}

fn says(rows: &[Entry], expected: &[[&str; 4]]) {
    let rows: Vec<[String; 4]> = rows.iter().map(flat).collect();
    assert_eq!(rows, expected);
}

fn place(code: &Code) -> Option<Place> {
    code.sequence.map(|place| Place {
        index: place.index,
        count: place.count,
        parity: place.parity,
    })
}

fn take_picture(gather: &mut Gather, picture: &Grey) -> Vec<Took> {
    let codes = read_still(&picture.px, picture.w, picture.h);
    let take = |code: &Code| gather.take(&code.bytes, place(code));
    codes.iter().map(take).collect()
}

fn whole(gather: &Gather) -> &[u8] {
    let [one] = gather.whole() else {
        panic!("{} messages", gather.whole().len())
    };
    &one.bytes
}

// Samples ---------------------------------------------------------------------------------------

#[test]
fn a_new_sheet_becomes_a_row_for_every_rp_with_the_right_meaning_of_each_dose() {
    let notebook = parsed(golden!("a.sjis"));
    assert_eq!(notebook.version, Some(8));
    assert_eq!(notebook.direction, Some(Direction::ToPatient));
    assert_eq!(notebook.patient.birth.day, PartialDate::day(2020, 5, 15));
    assert_eq!(notebook.patient.kana, "ﾐﾎﾝ ﾊﾙ");
    assert_eq!(troubles(&notebook), []);
    let expected = [
        [
            "2026-09-14",
            "みほん小児クリニック",
            "アスベリン散１０％ 1日量 0.3 g／5日分\nムコダインＤＳ５０％ 1日量 1.2 g／5日分",
            "分3 毎食後\nムコダインＤＳ５０％：混合",
        ],
        [
            "2026-09-14",
            "みほん小児クリニック",
            "カロナール細粒２０％ 1回量 0.9 g／5回分",
            "発熱時\n38.5度以上のとき。6時間以上あける。",
        ],
    ];
    says(&all_rows(&notebook, Fields::default()), &expected);
}

#[test]
fn an_old_sheet_without_category_or_creators_is_read_too() {
    let notebook = parsed(golden!("b.sjis"));
    assert_eq!((notebook.version, notebook.direction), (Some(1), None));
    assert_eq!(troubles(&notebook), []);
    let expected = [
        [
            "2026-09-14",
            "みほん病院",
            "☆カロナール細粒２０％ 1回量 0.9 g／5回分",
            "発熱時",
        ],
        [
            "2026-09-14",
            "みほん病院",
            "ﾑｺﾀﾞｲﾝDS50% 1日量 1.2 g／7日分",
            "１日３回　毎食後",
        ],
    ];
    says(&all_rows(&notebook, Fields::default()), &expected);
}

/// The parts of sample C.
const SPLIT: [&[u8]; 3] = [
    golden!("c-1.sjis"),
    golden!("c-2.sjis"),
    golden!("c-3.sjis"),
];

#[test]
fn a_split_sheet_is_the_same_in_whatever_order_and_however_often_its_parts_come() {
    for order in [
        [0, 1, 2],
        [0, 2, 1],
        [1, 0, 2],
        [1, 2, 0],
        [2, 0, 1],
        [2, 1, 0],
    ] {
        let mut gather = Gather::new();
        let mut took = Vec::new();
        for at in order {
            took.push(gather.take(SPLIT[at], None));
            gather.take(SPLIT[order[0]], None);
        }
        let part = |have| Took::Part { have, need: 3 };
        assert_eq!(took, [part(1), part(2), Took::Whole], "{order:?}");
        assert_eq!(gather.take(SPLIT[0], None), Took::Again);
        let notebook = parsed(whole(&gather));
        assert_eq!(troubles(&notebook), []);
        let medicines = all_rows(
            &notebook,
            Fields {
                doctor: true,
                ..Fields::default()
            },
        );
        let expected = [
            [
                "2026-09-14",
                "みほん小児クリニック",
                "アスベリン散１０％ 1日量 0.3 g／5日分\nムコダインＤＳ５０％ 1日量 1.2 g／5日分",
                "分3 毎食後\n小児科 見本 太郎",
            ],
            [
                "2026-09-14",
                "みほん小児クリニック",
                "カロナール細粒２０％ 1回量 0.9 g／5回分",
                "発熱時\n小児科 見本 太郎",
            ],
            [
                "2026-09-14",
                "みほん小児クリニック",
                "リンデロン－ＶＧ軟膏０．１２％ 全量 5 g",
                "1日2回 患部に塗布\n耳鼻咽喉科 見本 花子",
            ],
        ];
        says(&medicines, &expected);
    }
}

#[test]
fn a_damaged_sheet_gives_its_medicine_and_drops_the_empty_records() {
    let mut gather = Gather::new();
    assert_eq!(gather.take(golden!("e.sjis"), None), Took::Whole);
    let notebook = parsed(whole(&gather));
    assert_eq!(
        (
            notebook.special.len(),
            notebook.bought.len(),
            notebook.memos.len()
        ),
        (0, 0, 0)
    );
    let row = [
        "2026-09-14",
        "みほん医院",
        "カロナール細粒２０％ 1回量 0.9 g／5回分",
        "発熱時",
    ];
    says(&all_rows(&notebook, Fields::default()), &[row]);
}

#[test]
fn line_ends_blank_lines_marks_and_surplus_commas_make_no_difference() {
    let plain = parsed(golden!("a.sjis"));
    let text = decode(golden!("a.sjis"));
    let variants = [
        text.replace("\r\n", "\n"),
        text.replace("\r\n", "\r"),
        text.replace("\r\n", "\r\n\r\n"),
        format!("{text}\r\n\u{1A}"),
        format!("{text}\u{1A}\0\0"),
        format!("  \r\n{text}\r\n"),
        text.replace("\r\n", ",,\r\n"),
        text.replace(",,,\r\n", "\r\n"),
        text.replace(",1,アスベ", ",１,　アスベ"),
    ];
    for variant in variants {
        let mut gather = Gather::new();
        assert_eq!(gather.take(&cp932(&variant), None), Took::Whole);
        assert_eq!(parsed(whole(&gather)), plain, "{variant:?}");
    }
    let utf8 = [b"\xEF\xBB\xBF", text.as_bytes()].concat();
    assert_eq!(parsed(&utf8), plain);
    assert_eq!(parsed(text.as_bytes()), plain);
    let marked = [b"\xEF\xBB\xBF", &golden!("a.sjis")[..]].concat();
    assert_eq!(parsed(&marked), plain);
}

#[test]
fn two_lines_that_lost_their_break_keep_the_first_and_are_said() {
    let text = decode(golden!("e.sjis")).replace("9999992,1\r\n55", "9999992,155");
    let notebook = parsed(&cp932(&text));
    assert_eq!(troubles(&notebook), [What::Surplus]);
    let trouble = notebook.troubles[0];
    assert_eq!((trouble.line, trouble.record), (8, Some(51)));
    let row = [
        "2026-09-14",
        "みほん医院",
        "カロナール細粒２０％ 1回量 0.9 g／5回分",
        "発熱時",
    ];
    says(&all_rows(&notebook, Fields::default()), &[row]);
}

// Symbols ---------------------------------------------------------------------------------------

fn cut_symbols() -> [Grey; 3] {
    [
        golden!("sacut-0.pbm"),
        golden!("sacut-1.pbm"),
        golden!("sacut-2.pbm"),
    ]
    .map(|s| Grey::of_pbm(s, 4))
}

#[test]
fn linked_symbols_cut_inside_a_character_join_to_the_exact_bytes() {
    let mut gather = Gather::new();
    let mut took = Vec::new();
    let pieces = cut_symbols();
    for at in [2, 0, 1] {
        took.extend(take_picture(&mut gather, &pieces[at]));
        assert_eq!(take_picture(&mut gather, &pieces[2]), [Took::Again]);
        let progress = gather.progress();
        match took.len() {
            1 => assert_eq!(progress[0].missing, [1, 2]),
            2 => assert_eq!((progress[0].have, &progress[0].missing[..]), (2, &[2][..])),
            _ => assert_eq!(progress, []),
        }
    }
    let part = |have| Took::Part { have, need: 3 };
    assert_eq!(took, [part(1), part(2), Took::Whole]);
    assert_eq!(whole(&gather), golden!("sacut.sjis"));
    assert!(!gather.whole()[0].parity_differs);
    let text = golden!("sacut.sjis");
    let alone = [&text[..156], &text[156..311], &text[311..]].map(decode);
    let cut = alone.iter().filter(|piece| piece.contains('\u{FFFD}'));
    assert!(cut.count() > 0, "no character is cut");
}

#[test]
fn three_linked_symbols_in_one_picture_are_a_whole_sheet() {
    let picture = Grey::row_of(&cut_symbols(), 40).held(2.0, 0.03);
    let mut gather = Gather::new();
    assert_eq!(take_picture(&mut gather, &picture).len(), 3);
    assert_eq!(whole(&gather), golden!("sacut.sjis"));
}

#[test]
fn three_split_symbols_in_one_picture_are_a_whole_sheet() {
    let symbols = [
        golden!("c-3.pbm").as_slice(),
        golden!("c-1.pbm"),
        golden!("c-2.pbm"),
    ];
    let picture = Grey::row_of(&symbols.map(|s| Grey::of_pbm(s, 4)), 40);
    let mut gather = Gather::new();
    assert_eq!(take_picture(&mut gather, &picture).len(), 3);
    assert_eq!(parsed(whole(&gather)).dispensings[0].rps.len(), 3);
}

fn parity(bytes: &[u8]) -> u8 {
    bytes.iter().fold(0, |sum, byte| sum ^ byte)
}

fn shot(symbol: &Symbol) -> Grey {
    Grey::of_symbol(symbol, 4)
}

/// Sample F as two encoders drew it that know nothing of each other.
fn by_others() -> [(&'static str, Vec<Grey>); 2] {
    let all = |files: &[&[u8]]| files.iter().map(|file| Grey::of_pbm(file, 3)).collect();
    [
        (
            "libqrencode",
            all(&[
                golden!("f-qrencode-0.pbm"),
                golden!("f-qrencode-1.pbm"),
                golden!("f-qrencode-2.pbm"),
                golden!("f-qrencode-3.pbm"),
            ]),
        ),
        (
            "zint",
            all(&[
                golden!("f-zint-0.pbm"),
                golden!("f-zint-1.pbm"),
                golden!("f-zint-2.pbm"),
            ]),
        ),
    ]
}

#[test]
fn the_linked_symbols_of_other_encoders_join_to_the_exact_bytes_whatever_their_order() {
    for (encoder, pictures) in by_others() {
        let mut gather = Gather::new();
        let mut pieces = Vec::new();
        for picture in pictures.iter().rev() {
            let [code] = &read_still(&picture.px, picture.w, picture.h)[..] else {
                panic!("{encoder}: one code a picture");
            };
            gather.take(&code.bytes, place(code));
            pieces.push(code.bytes.clone());
        }
        assert_eq!(whole(&gather), golden!("f.sjis"), "{encoder}");
        assert!(!gather.whole()[0].parity_differs, "{encoder}");
        // The cut went through a character: a piece by itself is no text.
        let broken = |piece: &Vec<u8>| decode(piece).contains(char::REPLACEMENT_CHARACTER);
        assert!(pieces.iter().any(broken), "{encoder}");
    }
}

#[test]
fn a_picture_with_all_symbols_of_another_encoder_is_a_whole_sheet() {
    for (encoder, pictures) in by_others() {
        let mut gather = Gather::new();
        take_picture(&mut gather, &Grey::row_of(&pictures, 12));
        assert_eq!(whole(&gather), golden!("f.sjis"), "{encoder}");
    }
}

#[test]
fn a_long_sheet_keeps_its_visits_its_letters_and_what_is_not_taken() {
    let notebook = parsed(golden!("f.sjis"));
    assert_eq!(troubles(&notebook), []);
    assert_eq!(notebook.patient.name, "髙﨑　陽向");
    assert_eq!(notebook.special.len() + notebook.memos.len(), 2);
    let expected = [
        [
            "2026-10-10",
            "みほん小児クリニック",
            "モンテルカスト細粒４㎎ 1日量 1 包／14日分",
            "1日1回　寝る前\nむし歯にならないよう、あとで歯をみがく。",
        ],
        [
            "2026-10-10",
            "みほん小児クリニック",
            "ソフト軟膏能予表 全量 25 g",
            "1日2回　すりこまず、ぬる",
        ],
        [
            "2026-08-01",
            "みほん耳鼻咽喉科",
            "カロナール錠２００ 1回量 1 錠／10回分",
            "頭痛時　4時間以上あける",
        ],
        ["2026-07-01/2026-07-05", "", "みほんうがい薬㈱", "市販の薬"],
    ];
    says(&all_rows(&notebook, Fields::default()), &expected);
}

#[test]
fn another_encoder_and_mixed_segments_make_no_difference() {
    let text = golden!("sacut.sjis");
    let parity = parity(text);
    // ソ, whose second byte is a backslash, and digits as modes of their own.
    let middle = [&b"\x83\x5C\x94\x5C"[..], b"0123456"];
    let whole_text = [&text[..150], middle[0], middle[1], &text[150..]].concat();
    let parity = middle
        .iter()
        .fold(parity, |sum, part| sum ^ self::parity(part));
    let symbols = [
        linked::draw(
            Some((0, 3, parity)),
            &[
                Segment::Bytes(&text[..150]),
                Segment::Kanji(middle[0]),
                Segment::Numeric(middle[1]),
            ],
        ),
        linked::draw(Some((1, 3, parity)), &[Segment::Bytes(&text[150..261])]),
        linked::draw(
            Some((2, 3, parity)),
            &[
                Segment::Bytes(&text[261..300]),
                Segment::Bytes(&text[300..301]),
            ],
        ),
        linked::draw(Some((3, 3, parity)), &[Segment::Bytes(&text[301..])]),
    ];
    let pictures: Vec<Grey> = symbols.iter().rev().map(shot).collect();
    let mut gather = Gather::new();
    take_picture(&mut gather, &Grey::row_of(&pictures, 40));
    assert_eq!(whole(&gather), whole_text);
    assert!(!gather.whole()[0].parity_differs);
}

/// Bytes as so many linked pieces.
fn link(bytes: &[u8], count: u8, parity: u8) -> Vec<(Vec<u8>, Option<Place>)> {
    let size = bytes.len().div_ceil(count.into());
    let pieces = bytes.chunks(size).enumerate();
    let place = |index| {
        Some(Place {
            index,
            count,
            parity,
        })
    };
    pieces
        .map(|(at, piece)| (piece.to_vec(), place(at as u8)))
        .collect()
}

#[test]
fn linked_symbols_of_a_split_sheet_are_joined_in_both_ways() {
    let mut gather = Gather::new();
    let mut took = Vec::new();
    let pieces: Vec<_> = SPLIT
        .iter()
        .rev()
        .flat_map(|part| link(part, 2, parity(part)))
        .collect();
    for (bytes, place) in &pieces {
        took.push(gather.take(bytes, *place));
    }
    let part = |have, need| Took::Part { have, need };
    assert_eq!(
        took,
        [
            part(1, 2),
            part(1, 3),
            part(1, 2),
            part(2, 3),
            part(1, 2),
            Took::Whole
        ]
    );
    assert_eq!(parsed(whole(&gather)).dispensings[0].rps.len(), 3);
    assert_eq!(gather.progress(), []);
}

#[test]
fn two_papers_at_once_are_never_mixed_even_if_they_share_a_parity() {
    let (one, other) = (golden!("a.sjis"), golden!("b.sjis"));
    let mut gather = Gather::new();
    let (left, right) = (link(one, 2, 7), link(other, 2, 9));
    for (bytes, place) in [&left[0], &right[1], &right[0], &left[1]] {
        gather.take(bytes, *place);
    }
    assert_eq!(gather.whole()[0].bytes, other);
    assert_eq!(gather.whole()[1].bytes, one);

    let mut gather = Gather::new();
    let (left, right) = (link(one, 2, 7), link(other, 2, 7));
    for (bytes, place) in [&left[0], &left[1], &right[0], &right[1]] {
        gather.take(bytes, *place);
    }
    assert_eq!(gather.whole()[0].bytes, one);
    assert_eq!(gather.whole()[1].bytes, other);
}

#[test]
fn a_wrong_parity_is_said_and_refuses_nothing() {
    let mut gather = Gather::new();
    for (bytes, place) in link(golden!("a.sjis"), 3, 0) {
        gather.take(&bytes, place);
    }
    assert!(gather.whole()[0].parity_differs);
    assert_eq!(whole(&gather), golden!("a.sjis"));
}

#[test]
fn pieces_that_do_not_say_their_place_wait_for_a_person_to_order_them() {
    let text = golden!("c-1.sjis");
    let long = [&text[..text.len() - 26], golden!("a.sjis")].concat();
    let cuts = [0, 267, 500, long.len()];
    let piece = |at: usize| &long[cuts[at]..cuts[at + 1]];
    let mut gather = Gather::new();
    assert_eq!(gather.take(piece(2), None), Took::Loose);
    assert_eq!(gather.take(piece(0), None), Took::Whole);
    assert_eq!(gather.take(piece(1), None), Took::Loose);
    assert_eq!(gather.take(piece(1), None), Took::Again);
    assert_eq!(gather.loose(), [piece(2), piece(1)]);
    assert!(!gather.append(0, &[0, 0]) && !gather.append(0, &[2]) && !gather.append(1, &[0]));
    assert!(gather.append(0, &[1, 0]));
    assert_eq!(whole(&gather), long);
    assert_eq!(gather.loose().len(), 0);
    for at in 0..3 {
        assert_eq!(gather.take(piece(at), None), Took::Again, "{at}");
    }
}

#[test]
fn a_control_record_that_says_nothing_splits_nothing() {
    for control in [
        "911,,,",
        "911",
        "911,x,1,1",
        "911,x,3,4",
        "911,x,3,0",
        "911,x,0,0",
        "911,x,a,b",
        "911,x,1000,1",
    ] {
        let text = [golden!("a.sjis"), b"\r\n".as_slice(), control.as_bytes()].concat();
        let mut gather = Gather::new();
        assert_eq!(gather.take(&text, None), Took::Whole, "{control}");
        assert_eq!(parsed(whole(&gather)).dispensings.len(), 1);
    }
}

#[test]
fn the_id_of_a_split_is_any_text_and_its_line_may_have_more_columns() {
    for id in ["202609140000012", "", "０１ｘ", "00000000000001"] {
        let mut gather = Gather::new();
        for part in SPLIT.iter().rev() {
            let text =
                decode(part).replace("911,20260914000001,3,", &format!("９１１,{id},　３ ,0"));
            gather.take(&cp932(&format!("{text},,\r\n")), None);
        }
        assert_eq!(parsed(whole(&gather)).dispensings[0].rps.len(), 3, "{id}");
    }
}

#[test]
fn a_file_that_holds_all_parts_is_joined_like_symbols() {
    let file = [SPLIT[1], SPLIT[2], SPLIT[0]].join(&b"\r\n"[..]);
    let mut gather = Gather::new();
    assert_eq!(gather.take(&file, None), Took::Whole);
    assert_eq!(parsed(whole(&gather)).dispensings[0].rps.len(), 3);
}

#[test]
fn two_split_papers_at_once_are_never_mixed() {
    let part =
        |id, total, at| format!("JAHISTC08,1\r\n4,{id}{total}-{at}\r\n911,{id},{total},{at}");
    let mut gather = Gather::new();
    for (id, total, at) in [("x", 2, 1), ("y", 2, 2), ("x", 3, 2), ("x", 3, 1)] {
        let took = gather.take(part(id, total, at).as_bytes(), None);
        assert!(matches!(took, Took::Part { .. }), "{id} {total} {at}");
    }
    assert_eq!(gather.progress().len(), 3);
    gather.take(part("x", 2, 2).as_bytes(), None);
    // Neither the numbers of the parts nor a second version stand in the whole.
    assert_eq!(whole(&gather), b"JAHISTC08,1\r\n4,x2-1\r\n4,x2-2\r\n");
}

#[test]
fn a_part_goes_on_until_it_says_which_it_is() {
    let file =
        "JAHISTC08,1\r\n4,a\r\nJAHISTC08,1\r\n4,b\r\n911,x,2,1\r\nJAHISTC08,1\r\n4,c\r\n911,x,2,2";
    let mut gather = Gather::new();
    assert_eq!(gather.take(file.as_bytes(), None), Took::Whole);
    assert_eq!(gather.whole().len(), 1);
    assert_eq!(parsed(whole(&gather)).memos.len(), 3);
}

#[test]
fn a_wrong_parity_of_one_part_is_said_of_the_whole() {
    let mut gather = Gather::new();
    gather.take(SPLIT[0], None);
    for (bytes, place) in link(SPLIT[1], 2, parity(SPLIT[1]) ^ 1) {
        gather.take(&bytes, place);
    }
    gather.take(SPLIT[2], None);
    assert!(gather.whole()[0].parity_differs);
}

#[test]
fn an_unfinished_set_is_never_a_message() {
    let mut gather = Gather::new();
    gather.take(SPLIT[0], None);
    gather.take(SPLIT[2], None);
    assert_eq!(gather.whole(), []);
    let progress = Progress {
        have: 2,
        need: 3,
        missing: vec![2],
    };
    assert_eq!(gather.progress(), [progress]);
}

#[test]
fn what_is_no_notebook_is_named() {
    let prescription = cp932("JAHIS7\r\n1,1,1234567,13,みほん医院\r\n201,1,1,1,7,X,薬,1,1,錠");
    let copy = "51,みほん医院\r\n201,1,薬".as_bytes();
    let cases: [(&[u8], Kind); 11] = [
        (&prescription, Kind::Prescription),
        (copy, Kind::PrescriptionCopy),
        (b"https://example.com/#1", Kind::Link),
        (b"WIFI:T:WPA;S=guest;P=x;;", Kind::Other),
        (b"", Kind::Other),
        (b"4901234567894", Kind::Other),
        (b"1,2\r\n3,4", Kind::Fragment),
        (b"3,4", Kind::Other),
        (b"1,2\r\n777,4", Kind::Other),
        ("51,みほん医院".as_bytes(), Kind::PrescriptionCopy),
        (golden!("a.sjis"), Kind::Notebook),
    ];
    for (bytes, expected) in cases {
        assert_eq!(kind(bytes), expected, "{bytes:?}");
    }
    assert_eq!(
        parse(&prescription, &decode),
        Err(Refused::Foreign(Kind::Prescription))
    );
    let mut gather = Gather::new();
    for (at, (bytes, place)) in link(&prescription, 3, 1).into_iter().enumerate() {
        let took = gather.take(&bytes, place);
        assert_eq!(took, Took::Foreign(Kind::Prescription), "{at}");
    }
    assert_eq!(gather.progress(), []);
}

/// A message without an end to them: no two are alike, and none is short.
fn paper(serial: usize, record: &str) -> Vec<u8> {
    let text = format!("{record},{serial},{}", "x".repeat(2_000));
    text.into_bytes()
}

#[test]
fn there_is_an_end_to_what_is_held_in_whatever_way_it_comes() {
    type Symbol = (Vec<u8>, Option<Place>);
    let ways: [(&str, &dyn Fn(usize) -> Symbol); 4] = [
        ("linked", &|serial| {
            let (index, count, parity) = (1, 16, 0);
            let place = Place {
                index,
                count,
                parity,
            };
            (paper(serial, "4"), Some(place))
        }),
        ("loose", &|serial| (paper(serial, "4,x\r\n4"), None)),
        ("whole", &|serial| (paper(serial, "JAHISTC08,1\r\n4"), None)),
        ("split", &|serial| {
            let (set, place) = (serial / 2, serial % 2 + 1);
            let control = format!("\r\n911,{set},2,{place}");
            let part = [paper(serial, "JAHISTC08,1\r\n4"), control.into_bytes()];
            (part.concat(), None)
        }),
    ];
    for (way, symbol) in ways {
        let mut gather = Gather::new();
        let mut taken = 0;
        let full = (0..1_000).any(|serial| {
            let (bytes, place) = symbol(serial);
            taken += bytes.len();
            gather.take(&bytes, place) == Took::Full
        });
        assert!(full, "{way}");
        assert!(
            (MAX_BYTES / 3..=MAX_BYTES).contains(&taken),
            "{way}: {taken}"
        );
    }
}

#[test]
fn small_symbols_count_as_what_keeping_them_takes() {
    let mut gather = Gather::new();
    let place = |parity| Place {
        index: 1,
        count: 16,
        parity,
    };
    let mut symbols = (0..2_000_u16).map(|serial| (serial.to_be_bytes(), place(serial as u8)));
    assert!(symbols.any(|(bytes, place)| gather.take(&bytes, Some(place)) == Took::Full));
    assert_eq!(gather.take(b"", Some(place(0))), Took::Full);
}

#[test]
fn three_papers_of_sixteen_of_the_largest_symbols_are_held() {
    let mut gather = Gather::new();
    for paper in 0..3 {
        let line = format!("4,{paper}{}\r\n", "x".repeat(100));
        let message = format!("JAHISTC08,1\r\n{}", line.repeat(448));
        let symbols = link(message.as_bytes(), 16, parity(message.as_bytes()));
        assert!(symbols[0].0.len() > 2_900, "version 40 holds 2,953");
        for (bytes, place) in symbols {
            assert_ne!(gather.take(&bytes, place), Took::Full);
        }
        assert_eq!(gather.whole().len(), paper + 1);
    }
}

#[test]
fn a_file_of_as_many_parts_as_can_be_counted_is_put_in_order() {
    let part = |at| format!("JAHISTC08,1\r\n4,{at}\r\n911,x,999,{at}");
    let file: Vec<String> = (1..=999).rev().map(part).collect();
    let mut gather = Gather::new();
    let took = gather.take(file.join("\r\n").as_bytes(), None);
    assert_eq!(took, Took::Whole);
    let memos = parsed(whole(&gather)).memos;
    assert_eq!((memos.len(), memos[0].text.as_str()), (999, "1"));
}

#[test]
fn a_message_of_the_greatest_length_is_read_and_one_byte_more_is_not() {
    let head = "JAHISTC08,1\r\n";
    let message = |length: usize| head.to_owned() + &" ".repeat(length - head.len());
    let read = |length: usize| parse(message(length).as_bytes(), &decode).map(drop);
    assert_eq!(read(MAX_BYTES), Ok(()));
    assert_eq!(read(MAX_BYTES + 1), Err(Refused::TooLong));
    let take = |length: usize| Gather::new().take(message(length).as_bytes(), None);
    assert_eq!(take(MAX_BYTES), Took::Whole);
    assert_eq!(take(MAX_BYTES + 1), Took::Full);
    // As text it may have three bytes for one.
    let read = |length: usize| parse_text(&message(length)).map(drop);
    assert_eq!(read(3 * MAX_BYTES), Ok(()));
    assert_eq!(read(3 * MAX_BYTES + 1), Err(Refused::TooLong));
}

// Records ---------------------------------------------------------------------------------------

#[test]
fn every_record_keeps_every_field() {
    let notebook = of(
        "1,見本 はる,2,R020515,1800001,東京都武蔵野市,0422000000,祖母,A+,012.500,ﾐﾎﾝ ﾊﾙ
2,1,卵,1
2,2,発疹,2
2,3,喘息,8
2,9,その他,9
3,のどスプレー,20260901,R080903,2,001,4901234567894
31,001,ポビドンヨード,2,C1,2
4,メモ,20260902,2
5,20260914,1
11,みほん薬局,13,4,0000001,1800002,武蔵野市,0422000001,1
15,試験 薬子,0422,1
51,みほん医院,01,3,0000002,1
55,見本 太郎,小児科,1
201,1,薬,1.5,錠,4,1234567A8901,1,一般,2,123ZZZ
281,1,粉砕,1
291,1,飲みすぎない,1
301,1,分3,5,日分,1,2,1013044400000000,1
311,1,食間,1
391,1,眠気,1
401,牛乳と飲まない,1
411,副作用なし,30,1
411,退院,31,1
411,他,99,1
421,残り3錠,1
501,備考,1
601,飲めた,20260915
701,試験 薬子,みほん薬局,0422,20260101,,1",
    );
    assert_eq!(troubles(&notebook), []);
    let patient = &notebook.patient;
    assert_eq!(
        [
            &patient.postcode,
            &patient.address,
            &patient.phone,
            &patient.emergency,
            &patient.blood,
            &patient.weight
        ],
        [
            "1800001",
            "東京都武蔵野市",
            "0422000000",
            "祖母",
            "A+",
            "012.500"
        ]
    );
    assert_eq!(patient.sex, Some(Sex::Female));
    let special: Vec<_> = notebook.special.iter().map(|s| (s.kind, s.by)).collect();
    assert_eq!(
        special,
        [
            (Some(Special::Allergy), Some(Creator::Staff)),
            (Some(Special::SideEffect), Some(Creator::Patient)),
            (Some(Special::History), Some(Creator::Other)),
            (Some(Special::Other), Some(Creator::Unknown)),
        ]
    );
    let bought = &notebook.bought[0];
    assert_eq!(
        (bought.serial, bought.jan.as_str()),
        (Some(1), "4901234567894")
    );
    assert_eq!(bought.until.day, PartialDate::day(2026, 9, 3));
    assert_eq!(
        bought.ingredients[0].code,
        Coded {
            kind: "2".into(),
            code: "C1".into()
        }
    );
    assert_eq!(notebook.memos[0].written.day, PartialDate::day(2026, 9, 2));
    let d = &notebook.dispensings[0];
    let pharmacy = d.dispensed_at.as_ref().expect("a pharmacy");
    assert_eq!(
        (pharmacy.table, pharmacy.code.as_str()),
        (Some(Table::Pharmacy), "0000001")
    );
    assert_eq!(
        [&pharmacy.postcode, &pharmacy.address, &pharmacy.phone],
        ["1800002", "武蔵野市", "0422000001"]
    );
    assert_eq!(
        d.dispensed_by.as_ref().map(|by| by.department.as_str()),
        Some("0422")
    );
    let clinic = &d.prescribed_at[0];
    assert_eq!(
        (clinic.table, prefecture(&clinic.prefecture)),
        (Some(Table::Dental), Some("北海道"))
    );
    assert_eq!(
        (clinic.by, clinic.postcode.as_str()),
        (Some(Creator::Staff), "")
    );
    let rp = &d.rps[0];
    let medicine = &rp.medicines[0];
    assert_eq!(
        (
            medicine.code.kind.as_str(),
            medicine.generic.as_str(),
            medicine.generic_code.code.as_str()
        ),
        ("4", "一般", "123ZZZ")
    );
    assert_eq!(
        (&*medicine.notes[0].text, &*medicine.cautions[0].text),
        ("粉砕", "飲みすぎない")
    );
    let usage = rp.usage.as_ref().expect("a usage");
    assert_eq!(
        (usage.code.code.as_str(), usage.by),
        ("1013044400000000", Some(Creator::Staff))
    );
    assert_eq!(
        (&*rp.notes[0].text, &*rp.cautions[0].text),
        ("食間", "眠気")
    );
    assert_eq!(
        (
            &*d.cautions[0].text,
            &*d.leftovers[0].text,
            &*d.remarks[0].text
        ),
        ("牛乳と飲まない", "残り3錠", "備考")
    );
    let told: Vec<_> = d.told.iter().map(|note| note.kind).collect();
    assert_eq!(
        told,
        [
            Some(Told::InHospital),
            Some(Told::AfterHospital),
            Some(Told::Other)
        ]
    );
    assert_eq!(
        d.written_by_patient[0].written.day,
        PartialDate::day(2026, 9, 15)
    );
    assert_eq!(notebook.family_pharmacists[0].pharmacy, "みほん薬局");
}

#[test]
fn every_form_of_a_medicine_gives_its_dose_its_own_meaning() {
    let table = [
        ("1", "1日量"),
        ("2", "全量"),
        ("3", "1回量"),
        ("4", "全量"),
        ("5", "全量"),
        ("6", "1日量"),
        ("7", "1日量"),
        ("8", "記載の量"),
        ("9", "全量"),
        ("10", "全量"),
        ("", "記載の量"),
        ("０１", "1日量"),
    ];
    for (form, label) in table {
        let notebook = of(&format!(
            "5,20260914,1\n201,1,薬,0.9,g,1,,1\n301,1,用法,2,包,{form},1,,1"
        ));
        let rp = &notebook.dispensings[0].rps[0];
        assert_eq!(
            dose_in_words(rp, &rp.medicines[0]),
            format!("薬 {label} 0.9 g／2包"),
            "{form}"
        );
    }
}

#[test]
fn a_dose_whose_meaning_is_in_doubt_claims_none_and_is_said() {
    for (records, what) in [
        ("301,1,毎食後,5,回分,1,1,,1", What::Meaning),
        ("301,1,発熱時,5,日分,3,1,,1", What::Meaning),
        ("301,1,発熱時,5,回分,8,1,,1", What::Meaning),
        ("", What::NoUsage),
    ] {
        let notebook = of(&format!("5,20260914,1\n201,1,薬,0.9,g,1,,1\n{records}"));
        assert_eq!(troubles(&notebook), [what], "{records}");
        let row = &all_rows(&notebook, Fields::default())[0];
        assert!(
            row.text("medicine").starts_with("薬 記載の量 0.9 g"),
            "{records}"
        );
    }
}

#[test]
fn every_code_of_every_table_has_its_meaning() {
    let of_patient = |code: &str| of(&format!("1,見本,{code},")).patient.sex;
    assert_eq!(
        ["1", "2"].map(of_patient),
        [Some(Sex::Male), Some(Sex::Female)]
    );
    let direction = |code: &str| parse_text(&format!("JAHISTC08,{code}")).unwrap().direction;
    assert_eq!(
        ["1", "2", "3", ""].map(direction),
        [
            Some(Direction::ToPatient),
            Some(Direction::ToFacility),
            None,
            None
        ]
    );
    let by = |code: &str| of(&format!("5,20260914,{code}")).dispensings[0].by;
    assert_eq!(
        ["1", "2", "8", "9", "3", ""].map(by),
        [
            Some(Creator::Staff),
            Some(Creator::Patient),
            Some(Creator::Other),
            Some(Creator::Unknown),
            None,
            None
        ]
    );
    let special = |code: &str| of(&format!("2,{code},文,1")).special[0].kind;
    assert_eq!(
        ["1", "2", "3", "9", "4"].map(special),
        [
            Some(Special::Allergy),
            Some(Special::SideEffect),
            Some(Special::History),
            Some(Special::Other),
            None
        ]
    );
    let place = |code: &str| {
        let notebook = of(&format!("5,20260914,1\n11,薬局,13,{code},0000001"));
        notebook.dispensings[0].dispensed_at.clone().unwrap().table
    };
    assert_eq!(
        ["1", "3", "4", "2"].map(place),
        [
            Some(Table::Medical),
            Some(Table::Dental),
            Some(Table::Pharmacy),
            None
        ]
    );
    let told =
        |code: &str| of(&format!("5,20260914,1\n411,文,{code},1")).dispensings[0].told[0].kind;
    assert_eq!(
        ["30", "31", "99", "32"].map(told),
        [
            Some(Told::InHospital),
            Some(Told::AfterHospital),
            Some(Told::Other),
            None
        ]
    );
    use DosageForm::*;
    let form = |code: &str| {
        let notebook = of(&format!(
            "5,20260914,1\n201,1,薬,1,錠,1\n301,1,用法,1,日分,{code},1"
        ));
        let usage = notebook.dispensings[0].rps[0].usage.clone();
        usage.unwrap().form
    };
    let all = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"].map(form);
    let known = [
        Some(Internal),
        Some(InternalDrops),
        Some(AsNeeded),
        Some(Injection),
        Some(External),
        Some(Infusion),
        Some(Decoction),
        None,
        Some(Material),
        Some(Other),
        None,
    ];
    assert_eq!(all, known);
    // The kinds of codes stay as they stood: of medicines, of usages, of generic names.
    for kind in ["1", "2", "3", "4", "6"] {
        let notebook = of(&format!(
            "5,20260914,1\n201,1,薬,1,錠,{kind},x,1,一般,2,y\n301,1,用法,1,日分,1,{kind},z,1"
        ));
        let rp = &notebook.dispensings[0].rps[0];
        let medicine = &rp.medicines[0];
        assert_eq!((&*medicine.code.kind, &*medicine.code.code), (kind, "x"));
        assert_eq!(medicine.generic_code.kind, "2");
        assert_eq!(rp.usage.as_ref().unwrap().code.kind, kind);
    }
}

#[test]
fn codes_nobody_defined_are_no_codes() {
    let notebook = of("1,見本,3,\n2,4,卵,3\n5,20260914,0\n11,薬局,48,2,1\n411,文,1,1");
    assert_eq!(notebook.patient.sex, None);
    assert_eq!(
        (notebook.special[0].kind, notebook.special[0].by),
        (None, None)
    );
    let d = &notebook.dispensings[0];
    assert_eq!((d.by, d.told[0].kind), (None, None));
    let pharmacy = d.dispensed_at.as_ref().expect("a pharmacy");
    assert_eq!(
        (pharmacy.table, prefecture(&pharmacy.prefecture)),
        (None, None)
    );
    let known: Vec<_> = (1..=47)
        .filter_map(|code| prefecture(&format!("{code:02}")))
        .collect();
    assert_eq!(
        (
            known.len(),
            known[0],
            known[12],
            known[26],
            known[39],
            known[46]
        ),
        (47, "北海道", "東京都", "大阪府", "福岡県", "沖縄県")
    );
    assert_eq!(
        (prefecture("00"), prefecture("48"), prefecture("")),
        (None, None, None)
    );
}

#[test]
fn dates_are_read_in_every_form_and_added_up_where_an_era_overran() {
    let table = [
        ("20260914", "2026-09-14"),
        ("R080914", "2026-09-14"),
        ("H280411", "2016-04-11"),
        ("S330303", "1958-03-03"),
        ("T010730", "1912-07-30"),
        ("M450101", "1912-01-01"),
        ("r080914", "2026-09-14"),
        ("Ｒ０８０９１４", "2026-09-14"),
        ("H310914", "2019-09-14"),
        ("R010101", "2019-01-01"),
        ("S640201", "1989-02-01"),
        ("2026/9/14", "2026-09-14"),
        ("2026-09-14", "2026-09-14"),
        ("R8.9.14", "2026-09-14"),
        ("2026年9月14日", "2026-09-14"),
        ("20260931", ""),
        ("2026091", ""),
        ("R0809144", ""),
        ("X080914", ""),
        ("平成", ""),
        ("R-8-9-14-1", ""),
    ];
    for (raw, iso) in table {
        let notebook = of(&format!(
            "5,{raw},1\n201,1,薬,1,錠,1,,1\n301,1,分1,1,日分,1,1,,1"
        ));
        let date = &notebook.dispensings[0].date;
        assert_eq!(
            date.day.map(PartialDate::iso).unwrap_or_default(),
            iso,
            "{raw}"
        );
        assert_eq!(date.raw, raw);
        assert_eq!(
            troubles(&notebook).contains(&What::Date),
            iso.is_empty(),
            "{raw}"
        );
        assert_eq!(all_rows(&notebook, Fields::default()).len(), 1, "{raw}");
    }
    assert_eq!(troubles(&of("5,00000000,1\n5,,1")), []);
}

#[test]
fn rps_begin_again_in_every_dispensing_and_take_what_comes_late() {
    let notebook = of("5,20260914,1
51,甲医院,13,1,1,1
301,1,朝,3,日分,1,1,,1
201,1,甲,1,錠,1,,1
301,2,夕,4,日分,1,1,,1
201,2,乙,1,錠,1,,1
201,1,丙,2,錠,1,,1
281,2,乙の補足,1
5,20260801,1
51,丁医院,13,1,2,1
201,1,戊,1,錠,1,,1
301,1,昼,5,日分,1,1,,1");
    assert_eq!(troubles(&notebook), []);
    let expected = [
        [
            "2026-09-14",
            "甲医院",
            "甲 1日量 1 錠／3日分\n丙 1日量 2 錠／3日分",
            "朝",
        ],
        [
            "2026-09-14",
            "甲医院",
            "乙 1日量 1 錠／4日分",
            "夕\n乙の補足",
        ],
        ["2026-08-01", "丁医院", "戊 1日量 1 錠／5日分", "昼"],
    ];
    says(&all_rows(&notebook, Fields::default()), &expected);
}

#[test]
fn medicines_that_share_a_number_by_mistake_keep_their_own_usage_each() {
    for number in ["1", "", "x"] {
        let two = of(&format!(
            "5,20260914,1
51,甲医院,13,1,1,1
201,{number},甲,1,錠,1,,1
301,{number},朝,3,日分,1,1,,1
201,{number},乙,2,g,1,,1
281,{number},粉砕,1
301,{number},発熱時,5,回分,3,1,,1
201,{number},丙,3,g,1,,1
301,{number},塗布,1,調剤,5,1,,1"
        ));
        assert_eq!(troubles(&two), []);
        let expected = [
            ["2026-09-14", "甲医院", "甲 1日量 1 錠／3日分", "朝"],
            [
                "2026-09-14",
                "甲医院",
                "乙 1回量 2 g／5回分",
                "発熱時\n粉砕",
            ],
            ["2026-09-14", "甲医院", "丙 全量 3 g", "塗布"],
        ];
        says(&all_rows(&two, Fields::default()), &expected);
    }
}

#[test]
fn medicines_that_share_a_number_by_mistake_keep_it_and_their_doctor() {
    let two = of("5,20260914,1
55,青木,内科,1
201,7,甲,1,錠,1,,1
301,7,朝,3,日分,1,1,,1
201,7,乙,2,g,1,,1
301,7,発熱時,5,回分,3,1,,1");
    let rps = two.dispensings[0].rps.iter();
    let of_each: Vec<_> = rps.map(|rp| (rp.number, rp.doctor)).collect();
    assert_eq!(of_each, [(Some(7), Some(0)); 2]);
}

#[test]
fn two_usages_for_the_same_medicines_that_disagree_leave_the_meaning_open() {
    let notebook = of("5,20260914,1
201,1,薬,2,g,1,,1
301,1,朝,3,日分,1,1,,1
301,1,発熱時,5,回分,3,1,,1");
    assert_eq!(troubles(&notebook), [What::SecondUsage, What::Meaning]);
    let row = &all_rows(&notebook, Fields::default())[0];
    assert_eq!(row.text("medicine"), "薬 記載の量 2 g／3日分");
}

#[test]
fn a_pharmacy_is_never_written_where_the_clinic_stands() {
    let notebook = of("5,20260914,1
11,みほん薬局,13,4,1
201,1,薬,2,g,1,,1
301,1,朝,3,日分,1,1,,1");
    assert_eq!(all_rows(&notebook, Fields::default())[0].text("clinic"), "");
}

#[test]
fn what_cannot_be_read_is_said_by_line_and_record_and_loses_nothing_else() {
    let table = [
        ("999,x", What::Unknown),
        ("hello", What::NoRecord),
        ("6.5,x", What::NoRecord),
        ("301,9,朝,3,日分,1,1,,1", What::NoMedicine),
        ("301,1,夕,3,日分,1,1,,1", What::SecondUsage),
        ("281,9,補足,1", What::Orphan),
        ("31,1,成分,1,,1", What::Orphan),
        ("201,1,,2,g,1,,1", What::NoName),
        ("201,1,,,g,4,1234567A8901,1", What::NoName),
        ("201,1,薬,少々,g,1,,1", What::Dose),
        ("1,別人,1,20200101", What::SecondPatient),
        ("501,備考,1,余り", What::Surplus),
        ("4,メモ,20261301,2", What::Date),
        ("501,\u{FFFD},1", What::Characters(1)),
    ];
    for (line, what) in table {
        let notebook = of(&format!(
            "1,見本,1,20200515\n5,20260914,1\n201,1,薬A,1,錠,1,,1\n301,1,朝,3,日分,1,1,,1\n{line}"
        ));
        assert_eq!(troubles(&notebook), [what], "{line}");
        let rows = all_rows(&notebook, Fields::default());
        assert!(
            rows[0]
                .text("medicine")
                .starts_with("薬A 1日量 1 錠／3日分"),
            "{line}"
        );
    }
    assert_eq!(
        troubles(&of("201,1,薬,1,錠,1,,1\n301,1,朝,1,日分,1,1,,1")),
        [What::NoDispensing]
    );
    assert_eq!(
        troubles(&parse_text("JAHISTC09,1").expect("a notebook")),
        [What::Newer]
    );
    for version in 0..=8 {
        let notebook = parse_text(&format!("jahistc{version:02}")).expect("a notebook");
        assert_eq!(
            (notebook.version, troubles(&notebook)),
            (Some(version), vec![])
        );
    }
}

#[test]
fn a_record_without_what_it_is_for_says_nothing() {
    let alone = ["2,1,", "31,1,", "3,,1", "4,,1", "701,,,0422", "911,x,1,1"];
    for line in alone {
        assert_eq!(of(line), of(""), "{line}");
    }
    let medicine = "5,20260914,1\n201,1,薬A,1,錠,1,,1\n301,1,朝,3,日分,1,1,,1\n";
    for line in ["201,1,,,g,1,,1", "301,1,,,日分,,,1"] {
        let with = format!("{medicine}{line}");
        assert_eq!(of(&with), of(medicine), "{line}");
    }
    for line in ["301,1,夕", "301,1,,3", "301,1,,,,5"] {
        let with = format!("{medicine}{line}");
        assert!(troubles(&of(&with)).contains(&What::SecondUsage), "{line}");
    }
    for line in ["701,試験 薬子", "701,,みほん薬局"] {
        assert_eq!(of(line).family_pharmacists.len(), 1, "{line}");
    }
}

#[test]
fn quotes_and_letters_that_end_in_a_backslash_are_plain_characters() {
    let text = "JAHISTC08,1\r\n5,20260914,1\r\n201,1,\"ソ表能予十貼①㈱髙﨑㎎～－,1,錠,1,,1\r\n301,1,朝,3,日分,1,1,,1";
    let notebook = parsed(&cp932(text));
    assert_eq!(
        notebook.dispensings[0].rps[0].medicines[0].name,
        "\"ソ表能予十貼①㈱髙﨑㎎～－"
    );
}

#[test]
fn kana_whose_bytes_look_like_an_accent_stay_kana() {
    let notebook = parsed(&cp932("JAHISTC08,1\r\n4,ﾃｩ"));
    assert_eq!(notebook.memos[0].text, "ﾃｩ");
}

#[test]
fn a_bought_medicine_is_a_row_with_its_own_days() {
    let notebook = of("3,のどスプレー,20260901,20260903,2,1,\n31,1,ポビドンヨード,1,,2");
    let expected = [
        "2026-09-01/2026-09-03",
        "",
        "のどスプレー",
        "市販の薬\nポビドンヨード",
    ];
    says(&all_rows(&notebook, Fields::default()), &[expected]);
}

// Rows ------------------------------------------------------------------------------------------

#[test]
fn rows_are_answers_to_the_questions_of_the_medication_sheet() {
    let part = forms::MEDICATION.groups().next().expect("a repeated part");
    let ids: Vec<&str> = part.questions.iter().map(|question| question.id).collect();
    assert_eq!(
        (part.id, &ids[..]),
        (
            "rows",
            &["when", "diagnosis", "clinic", "medicine", "remarks"][..]
        )
    );
    let mut record = Record::default();
    let rows = all_rows(
        &parsed(golden!("a.sjis")),
        Fields {
            until: true,
            ..Fields::default()
        },
    );
    record.groups.insert(part.id.to_owned(), rows);
    assert_eq!(
        Record::from_json(&forms::MEDICATION, &record.to_json()),
        record
    );
}

#[test]
fn only_what_was_picked_goes_into_a_row() {
    let notebook = parsed(golden!("a.sjis"));
    let none = Fields {
        clinic: false,
        usage: false,
        notes: false,
        cautions: false,
        ..Fields::default()
    };
    let row = rows(&notebook, &[Pick::Dispensed(0, 0, 1)], none);
    says(
        &row,
        &[[
            "2026-09-14",
            "",
            "ムコダインＤＳ５０％ 1日量 1.2 g／5日分",
            "",
        ]],
    );
    assert_eq!(rows(&notebook, &[], Fields::default()), []);
    let all = Fields {
        doctor: true,
        remarks: true,
        until: true,
        ..none
    };
    let row = rows(&notebook, &[Pick::Dispensed(0, 0, 0)], all);
    let remarks = "小児科 見本 太郎\n次回受診時にお薬手帳をお持ちください。";
    says(
        &row,
        &[[
            "2026-09-14/2026-09-18",
            "",
            "アスベリン散１０％ 1日量 0.3 g／5日分",
            remarks,
        ]],
    );
}

#[test]
fn the_days_of_a_period_count_the_first() {
    let day = |y, m, d| PartialDate::day(y, m, d).expect("a day");
    assert_eq!(after(day(2028, 2, 28), 1), Some(day(2028, 2, 29)));
    assert_eq!(after(day(2026, 12, 31), 1), Some(day(2027, 1, 1)));
    assert_eq!(after(day(2026, 1, 31), 28), Some(day(2026, 2, 28)));
    assert_eq!(after(day(2026, 1, 1), 0), Some(day(2026, 1, 1)));
    assert_eq!(after(day(2200, 12, 31), 1), None);
}

#[test]
fn a_period_of_a_thousand_days_has_an_end_and_a_longer_one_is_a_slip_of_the_pen() {
    let period = |days: u16| {
        let notebook = of(&format!(
            "5,20260101,1\n201,1,薬,1,錠,1,,1\n301,1,朝,{days},日分,1,1,,1"
        ));
        let fields = Fields {
            until: true,
            ..Fields::default()
        };
        flat(&all_rows(&notebook, fields)[0])[0].clone()
    };
    assert_eq!(period(1000), "2026-01-01/2028-09-26");
    assert_eq!(period(1001), "2026-01-01");
}

#[test]
fn a_second_scan_finds_what_is_there_whatever_the_parent_added() {
    let notebook = parsed(golden!("a.sjis"));
    let mut there = rows(
        &notebook,
        &[Pick::Dispensed(0, 0, 1), Pick::Dispensed(0, 1, 0)],
        Fields::default(),
    );
    there[0].put("diagnosis", Answer::Text("かぜ".into()));
    there[0].put("remarks", Answer::Text("よく飲めた".into()));
    let text = there[0].text("medicine").replace("1.2", "１．２");
    there[0].put("medicine", Answer::Text(text));
    assert_eq!(
        already(&notebook, &there),
        [Pick::Dispensed(0, 0, 1), Pick::Dispensed(0, 1, 0)]
    );
    let mut other = notebook.clone();
    other.dispensings[0].date.day = PartialDate::day(2026, 9, 15);
    assert_eq!(already(&other, &there), []);
}

#[test]
fn the_same_line_twice_on_the_paper_is_there_only_as_often_as_it_was_taken() {
    let notebook = of(
        "5,20260914,1\n201,1,薬,1,錠,1,,1\n301,1,朝,3,日分,1,1,,1\n201,2,薬,1,錠,1,,1\n301,2,夕,3,日分,1,1,,1",
    );
    let one = rows(&notebook, &[Pick::Dispensed(0, 0, 0)], Fields::default());
    assert_eq!(already(&notebook, &one).len(), 1);
    assert_eq!(
        already(&notebook, &all_rows(&notebook, Fields::default())).len(),
        2
    );
}

#[test]
fn a_line_the_parent_has_changed_is_known_by_its_day_and_name() {
    let notebook = parsed(golden!("a.sjis"));
    let mut rows = all_rows(&notebook, Fields::default());
    rows.truncate(1);
    let changed = "アスベリン散10% 1日量 0.2 g／5日分\nビオフェルミン";
    rows[0].put("medicine", Answer::Text(changed.to_owned()));
    assert_eq!(already(&notebook, &rows), []);
    assert_eq!(similar(&notebook, &rows), [Pick::Dispensed(0, 0, 0)]);
    let other_day = Period {
        from: Typed::from(PartialDate::day(2026, 9, 15).unwrap()),
        ..Period::default()
    };
    rows[0].put("when", Answer::Period(other_day));
    assert_eq!(similar(&notebook, &rows), []);
}

#[test]
fn rows_are_put_in_the_order_of_their_days_and_those_without_one_behind() {
    let notebook = of(
        "5,20260914,1\r\n201,1,新しい,1,錠,1\r\n5,日,1\r\n201,1,いつか,1,錠,1\r\n5,20260101,1\r\n201,1,古い,1,錠,1",
    );
    let mut rows = all_rows(&notebook, Fields::default());
    by_day(&mut rows);
    let order: Vec<String> = rows.iter().map(|row| flat(row)[2].clone()).collect();
    assert_eq!(
        order,
        [
            "古い 記載の量 1 錠",
            "新しい 記載の量 1 錠",
            "いつか 記載の量 1 錠"
        ]
    );
}

#[test]
fn what_is_written_is_never_offered_again_nor_what_two_papers_both_say() {
    let (a, b) = (golden!("a.sjis"), golden!("b.sjis"));
    let joined = |bytes: &[u8]| Joined {
        bytes: bytes.to_vec(),
        parity_differs: false,
    };
    let child = Child {
        name: "見本 はる".to_owned(),
        ..Child::default()
    };
    let mut written = all_rows(&parsed(a), Fields::default());
    written.truncate(1);
    let looked = review(
        &[joined(a), joined(a), joined(b)],
        &decode,
        &child,
        &written,
    );
    let looked: Vec<Review> = looked.into_iter().map(Result::unwrap).collect();
    let standings = |at: usize| {
        let all = looked[at].medicines().iter();
        all.map(|(_, standing)| *standing).collect::<Vec<_>>()
    };
    use Standing::{Above, New, Similar, Written};
    assert_eq!(standings(0), [Written, Written, New]);
    // A second reading of one paper offers nothing of it.
    assert_eq!(standings(1), [Written, Written, Above]);
    // The old hospital writes one of them on the same day in another dose.
    assert_eq!(standings(2), [New, Similar]);
    let offered = |review: &Review| {
        let all = review.medicines().iter();
        all.filter(|(pick, _)| review.offered(*pick)).count()
    };
    assert_eq!(looked.iter().map(offered).collect::<Vec<_>>(), [1, 0, 1]);
    let open = |review: &Review| {
        let all = review.medicines().iter();
        all.filter(|(pick, _)| review.open(*pick)).count()
    };
    assert_eq!(looked.iter().map(open).collect::<Vec<_>>(), [1, 0, 2]);

    let sibling = Child {
        name: "見本 そら".to_owned(),
        ..Child::default()
    };
    let looked = review(&[joined(b)], &decode, &sibling, &[]);
    let theirs = looked[0].as_ref().unwrap();
    assert_eq!(offered(theirs), 0, "nothing of another child is chosen");
    assert!(
        theirs
            .medicines()
            .iter()
            .all(|(pick, _)| theirs.open(*pick))
    );
}

#[test]
fn a_key_is_the_same_in_another_spelling_and_another_for_another_medicine() {
    let notebook = |dose: &str, date: &str| {
        of(&format!(
            "5,{date},1\n11,薬局,13,4,0000001\n201,1,ムコダイン,{dose},g,1,,1\n301,1,朝,3,日分,1,1,,1"
        ))
    };
    let of = |dose, date| key(&notebook(dose, date), Pick::Dispensed(0, 0, 0)).expect("a key");
    assert_eq!(of("1.2", "20260914"), of("１.20", "R080914"));
    assert_ne!(of("1.2", "20260914"), of("12", "20260914"));
    assert_ne!(of("1.2", "20260914"), of("1.2", "20260915"));
    assert_eq!(
        key(&notebook("1", "20260914"), Pick::Dispensed(0, 1, 0)),
        None
    );
}

// Whose -----------------------------------------------------------------------------------------

#[test]
fn another_spelling_is_the_same_child_and_a_sibling_is_not() {
    let patient = |name: &str, kana: &str, birth: &str| {
        of(&format!("1,{name},1,{birth},,,,,,,{kana}")).patient
    };
    let child = |name: &str, kana: &str, birth: &str| Child {
        name: name.into(),
        kana: kana.into(),
        birth: Typed::from_iso(birth).and_then(|typed| typed.understood().ok()),
    };
    let ours = child("髙橋　優", "たかはし ゆう", "2020-05-15");
    for same in [
        patient("高橋 優", "ﾀｶﾊｼ ﾕｳ", "R020515"),
        patient("髙橋優", "", "20200515"),
        patient("タカハシ　ユウ", "", ""),
        patient("", "", "20200515"),
        patient("高橋 ゆう", "ﾀｶﾊｼ ﾕｳ", ""),
    ] {
        assert_eq!(compare(&same, &ours), Who::Same, "{same:?}");
    }
    assert_eq!(
        compare(&patient("高橋 優", "ﾀｶﾊｼ ﾕｳ", "R030515"), &ours),
        Who::Other {
            name: false,
            birth: true
        }
    );
    assert_eq!(
        compare(&patient("高橋 翔", "ﾀｶﾊｼ ｼﾖｳ", "R020515"), &ours),
        Who::Other {
            name: true,
            birth: false
        }
    );
    assert_eq!(
        compare(&patient("タカハシ ショウ", "", ""), &ours),
        Who::Other {
            name: true,
            birth: false
        }
    );
    assert_eq!(
        compare(&patient("高橋 優", "", "R020515"), &child("優", "", "2020")),
        Who::Same
    );
    assert_eq!(
        compare(
            &patient("見本 翔", "ﾐﾎﾝ ｼﾖｳ", ""),
            &child("", "みほん しょう", "")
        ),
        Who::Same
    );
    assert_eq!(
        compare(&patient("高橋 優", "", ""), &child("", "たかはし ゆう", "")),
        Who::Unknown
    );
    assert_eq!(compare(&Patient::default(), &ours), Who::Unknown);
    assert_eq!(
        compare(&patient("高橋 優", "", "R020515"), &Child::default()),
        Who::Unknown
    );
}

#[test]
fn the_child_of_a_note_is_found_by_the_roles_of_its_questions() {
    let mut record = Record::default();
    record.answers.put("name", Answer::Text("見本 はる".into()));
    record
        .answers
        .put("kana", Answer::Text("みほん はる".into()));
    record.answers.put(
        "birth",
        Answer::Date(Typed::from_iso("2020-05-15").expect("a date")),
    );
    let child = Child::of([(&forms::PROFILE, &record)]);
    assert_eq!(
        compare(&parsed(golden!("a.sjis")).patient, &child),
        Who::Same
    );
    assert_eq!(child.birth, PartialDate::day(2020, 5, 15));
}

// Outwards --------------------------------------------------------------------------------------

fn child() -> Child {
    Child {
        name: "見本 はる".into(),
        kana: "みほん はる".into(),
        birth: PartialDate::day(2020, 5, 15),
    }
}

fn exported(rows: &[Entry], with: With) -> Written {
    export(&child(), Some(Sex::Female), rows, with, &Cp932::of(&decode))
}

#[test]
fn the_table_these_tests_decode_with_is_the_one_the_browsers_are_held_to() {
    let text = decode(&cp932_table::pairs());
    assert_eq!(cp932_table::sum(&text), cp932_table::STANDARD);
}

#[test]
fn every_character_is_encoded_as_the_standard_encodes_it() {
    let table = Cp932::of(&decode);
    let mut differ = Vec::new();
    for c in ('\u{20}'..='\u{FFFF}').filter(|c| !c.is_control()) {
        let text = c.to_string();
        let (standard, _, lost) = SHIFT_JIS.encode(&text);
        let mut ours = Vec::new();
        let known = table.push(c, &mut ours);
        if known == lost || known && ours != standard.as_ref() {
            differ.push(c);
        }
    }
    // Look-alikes that we send and the standard does not, and two signs that take an ASCII place there.
    assert_eq!(differ, ['\u{A0}', '¢', '£', '¥', '¬', '—', '‖', '‾', '〜']);
}

#[test]
fn rows_go_out_as_a_notebook_and_come_back_as_the_same_rows() {
    for sample in [&golden!("a.sjis")[..], golden!("b.sjis")] {
        let rows = all_rows(&parsed(sample), Fields::default());
        let written = exported(&rows, With::default());
        assert_eq!(
            (written.memos, written.shortened, written.unencodable.len()),
            (0, 0, 0)
        );
        let back = parsed(&written.file());
        assert_eq!(
            (back.version, back.direction),
            (Some(8), Some(Direction::ToFacility))
        );
        assert_eq!(compare(&back.patient, &child()), Who::Same);
        assert_eq!(troubles(&back), []);
        assert_eq!(all_rows(&back, Fields::default()), rows);
    }
}

#[test]
fn an_exported_file_is_exactly_this() {
    let rows = all_rows(&parsed(golden!("a.sjis")), Fields::default());
    let text = decode(&exported(&rows[1..], With::default()).file());
    let expected = "JAHISTC08,2
1,見本 はる,2,20200515,,,,,,,みほん はる
5,20260914,2
51,みほん小児クリニック,,,,2
201,1,カロナール細粒２０％,0.9,g,1,,2,,,
301,1,発熱時,5,回分,3,1,,2
311,1,38.5度以上のとき。6時間以上あける。,2";
    assert_eq!(text, expected.replace('\n', "\r\n"));
}

fn entry(when: Period, medicine: &str) -> Entry {
    let mut entry = Entry::default();
    entry.put("when", Answer::Period(when));
    entry.put("medicine", Answer::Text(medicine.into()));
    entry
}

fn from(iso: &str) -> Period {
    Period {
        from: Typed::from_iso(iso).expect("a date"),
        ..Period::default()
    }
}

#[test]
fn a_row_without_an_exact_day_goes_out_as_a_memo() {
    let rows = [
        entry(from("2024-04"), "ストラテラ, 朝"),
        entry(Period::default(), "薬"),
        entry(from("2024-04-01"), ""),
    ];
    let written = exported(&rows[..2], With::default());
    assert_eq!(written.memos, 2);
    let back = parsed(&written.file());
    let memos: Vec<&str> = back.memos.iter().map(|memo| memo.text.as_str()).collect();
    assert_eq!(memos, ["2024年4月 ストラテラ， 朝", "薬"]);
    assert_eq!(back.dispensings, []);
}

#[test]
fn the_newest_row_goes_out_first_and_the_end_of_a_period_with_it() {
    let mut period = from("2025-01-01");
    period.until = Typed::from_iso("2025-02").expect("a date");
    let mut going = from("2026-01-01");
    going.ongoing = true;
    let back = parsed(
        &exported(
            &[entry(period, "甲"), entry(going, "乙 10mg")],
            With::default(),
        )
        .file(),
    );
    let says: Vec<_> = back
        .dispensings
        .iter()
        .map(|d| {
            (
                d.rps[0].medicines[0].name.as_str(),
                d.written_by_patient[0].text.as_str(),
            )
        })
        .collect();
    assert_eq!(
        says,
        [
            ("乙 10mg", "2026年1月1日～続いています"),
            ("甲", "2025年1月1日～2025年2月")
        ]
    );
}

#[test]
fn a_diagnosis_goes_out_only_where_it_was_chosen() {
    let mut row = entry(from("2026-01-01"), "薬");
    row.put("diagnosis", Answer::Text("ひみつ".into()));
    let out = |with| decode(&exported(std::slice::from_ref(&row), with).file());
    assert!(!out(With::default()).contains("ひみつ"));
    assert!(
        out(With {
            diagnosis: true,
            ..With::default()
        })
        .contains("501,ひみつ,2")
    );
}

#[test]
fn a_clinic_and_remarks_go_out_only_where_they_were_chosen() {
    let mut row = entry(from("2026-09-14"), "薬");
    row.put("clinic", Answer::Text("みほん医院".to_owned()));
    row.put("remarks", Answer::Text("分3 毎食後".to_owned()));
    let mut memo = row.clone();
    memo.put("when", Answer::Period(from("2024")));
    let without = With {
        clinic: false,
        remarks: false,
        ..With::default()
    };
    let told = |with| decode(&exported(&[row.clone(), memo.clone()], with).file());
    for words in ["みほん医院", "毎食後"] {
        assert_eq!(told(With::default()).matches(words).count(), 2);
        assert!(!told(without).contains(words), "{words}");
    }
}

#[test]
fn what_the_format_cannot_hold_is_replaced_and_said() {
    let row = entry(from("2026-01-01"), "薬😀 𠮷〜−\tä");
    let written = exported(&[row], With::default());
    assert_eq!(written.unencodable.iter().collect::<String>(), "ä😀𠮷");
    let back = parsed(&written.file());
    assert_eq!(
        back.dispensings[0].rps[0].medicines[0].name,
        "薬〓 〓～－ 〓"
    );
}

#[test]
fn long_texts_go_on_in_further_records_and_a_long_clinic_is_said() {
    let long = "あ".repeat(1000);
    let mut row = entry(from("2026-01-01"), &long);
    row.put("remarks", Answer::Text(long.clone()));
    row.put("clinic", Answer::Text(long.clone()));
    let written = exported(&[row], With::default());
    assert_eq!(written.shortened, 1);
    let text = decode(&written.file());
    assert_eq!(text.matches('あ').count(), 2060);
    let back = parsed(&written.file());
    let rp = &back.dispensings[0].rps[0];
    assert_eq!((rp.medicines[0].notes.len(), rp.notes.len()), (19, 19));
}

#[test]
fn the_longest_record_fits_a_symbol() {
    let row = entry(from("2024-04"), &"薬".repeat(1_000));
    let parts = exported(&[row], With::default()).parts("20261121120000");
    let parts = parts.expect("it fits");
    assert!(parts.len() > 3 && parts.iter().all(|part| part.len() <= PART_BYTES));
}

#[test]
fn as_many_symbols_are_made_as_anybody_scans_and_no_more() {
    let row = entry(from("2026-02-01"), "アスベリン散１０％ 1日量 0.3 g／5日分");
    let parts = |rows| exported(&vec![row.clone(); rows], With::default()).parts("1");
    let most = (1..300).map_while(|rows| parts(rows).ok()).last();
    assert_eq!(most.map(|parts| parts.len()), Some(16));
}

#[test]
fn a_symbol_is_filled_before_the_next_is_begun() {
    let row = entry(from("2026-02-01"), "アスベリン散１０％ 1日量 0.3 g／5日分");
    let parts = exported(&vec![row; 28], With::default()).parts("20261121120000");
    let parts = parts.expect("it fits");
    let (_, full) = parts.split_last().expect("parts");
    // No record of these is longer than 80 bytes.
    assert!(full.iter().all(|part| part.len() > PART_BYTES - 80));
}

#[test]
fn what_is_too_long_for_a_unit_stays_with_the_name() {
    let dose = |unit: &str| {
        let row = entry(from("2026-02-01"), &format!("薬 1日量 3 {unit}"));
        let back = parsed(&exported(&[row], With::default()).file());
        let medicine = back.dispensings[0].rps[0].medicines[0].clone();
        (medicine.name, medicine.dose, medicine.unit)
    };
    let six = ("薬".to_owned(), "3".to_owned(), "カプセル半量".to_owned());
    assert_eq!(dose("カプセル半量"), six);
    let seven = (
        "薬 1日量 3 カプセルの半量".to_owned(),
        String::new(),
        String::new(),
    );
    assert_eq!(dose("カプセルの半量"), seven);
}

#[test]
fn a_long_export_is_cut_between_records_for_symbols_and_joins_again() {
    let rows: Vec<Entry> = (1..=28)
        .map(|day| {
            entry(
                from(&format!("2026-02-{day:02}")),
                "アスベリン散１０％ 1日量 0.3 g／5日分",
            )
        })
        .collect();
    let written = exported(&rows, With::default());
    let parts = written.parts("20261121120000").expect("it fits");
    assert!(
        parts.len() > 2
            && parts
                .iter()
                .all(|part| part.len() <= PART_BYTES && part.starts_with(b"JAHISTC08,2"))
    );
    let mut gather = Gather::new();
    for part in parts.iter().rev() {
        let symbol = draw_bytes(part).expect("it fits");
        assert!(symbol.size <= 97, "larger than version 20: {}", symbol.size);
        take_picture(&mut gather, &shot(&symbol));
    }
    assert_eq!(parsed(whole(&gather)), parsed(&written.file()));
    assert_eq!(draw_bytes(&[0; 2332]), Err(Unfit::Codes));
    assert_eq!(draw_bytes(&[]), Err(Unfit::Empty));
    let short = exported(&rows[..2], With::default());
    assert_eq!(short.parts("1"), Ok(vec![short.file()]));
    let many: Vec<Entry> = rows.iter().cycle().take(300).cloned().collect();
    assert_eq!(exported(&many, With::default()).parts("1"), Err(TooLong));
}

// At random -------------------------------------------------------------------------------------

fn word() -> impl Strategy<Value = String> {
    "[ぁ-んァ-ヶ漢字錠剤A-Za-z0-9％（）.・]{1,12}"
}

fn sheet() -> impl Strategy<Value = String> {
    let medicine = (word(), 0..999_999_u32, 0..99_999_u32, "(g|錠|mL|包)");
    let usage = (word(), 1..999_u16, "(日分|回分|調剤)", 0..=10_u8);
    let rp = (prop::collection::vec(medicine, 1..4), usage);
    prop::collection::vec((1..=28_u8, word(), prop::collection::vec(rp, 1..4)), 1..4).prop_map(
        |all| {
            let mut out = vec!["JAHISTC08,1".to_owned()];
            for (day, clinic, rps) in all {
                out.push(format!("5,202609{day:02},1\r\n51,{clinic},13,1,0000001,1"));
                for (rp, (medicines, (usage, quantity, unit, form))) in rps.into_iter().enumerate()
                {
                    for (name, whole, part, unit) in medicines {
                        out.push(format!("201,{rp},{name},{whole}.{part},{unit},1,,1,,,"));
                    }
                    out.push(format!("301,{rp},{usage},{quantity},{unit},{form},1,,1"));
                }
            }
            out.join("\r\n")
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_sheet_goes_out_and_comes_back_as_the_same_rows(text in sheet()) {
        let rows = all_rows(&parsed(&cp932(&text)), Fields::default());
        let mut expected = rows.clone();
        expected.sort_by_key(|row| std::cmp::Reverse(flat(row)[0].clone()));
        let back = parsed(&exported(&rows, With::default()).file());
        prop_assert_eq!(all_rows(&back, Fields::default()), expected);
    }

    #[test]
    fn any_sheet_cut_anywhere_in_any_order_joins_to_its_bytes(
        text in sheet(), cuts in prop::collection::vec(any::<prop::sample::Index>(), 1..16), order in any::<u64>(),
    ) {
        let bytes = cp932(&text);
        let mut cuts: Vec<usize> = cuts.iter().map(|cut| cut.index(bytes.len())).chain([0, bytes.len()]).collect();
        cuts.sort_unstable();
        cuts.dedup();
        let count = (cuts.len() - 1) as u8;
        let place = |index| Some(Place { index, count, parity: parity(&bytes) });
        let mut pieces: Vec<_> = cuts.windows(2).enumerate().map(|(at, cut)| (&bytes[cut[0]..cut[1]], place(at as u8))).collect();
        let mut state = order;
        pieces.sort_by_cached_key(|_| random(&mut state));
        let mut gather = Gather::new();
        for (piece, place) in pieces {
            gather.take(piece, place);
        }
        prop_assert_eq!(gather.whole().len(), 1);
        prop_assert_eq!(&gather.whole()[0].bytes, &bytes);
        prop_assert!(!gather.whole()[0].parity_differs);
    }
}

/// How many inputs are made up: 20 000 in the suite, 10 000 000 in `scripts/soak`.
fn fuzzed() -> u64 {
    std::env::var("PHARMACY_FUZZ")
        .ok()
        .and_then(|count| count.parse().ok())
        .unwrap_or(20_000)
}

#[test]
fn no_input_however_broken_makes_it_stop() {
    let seeds = [
        &golden!("a.sjis")[..],
        golden!("b.sjis"),
        golden!("c-1.sjis"),
        golden!("c-2.sjis"),
        golden!("c-3.sjis"),
        golden!("e.sjis"),
    ];
    let table = Cp932::of(&decode);
    let mut state = 0x9E37_79B9;
    let mut gather = Gather::new();
    let mut read = 0;
    for round in 0..fuzzed() {
        let mut pick = |below: usize| random(&mut state) as usize % below.max(1);
        let mut bytes = seeds[pick(seeds.len())].to_vec();
        for _ in 0..pick(8) {
            let at = pick(bytes.len());
            match pick(6) {
                0 => bytes[at] = pick(256) as u8,
                1 => bytes.truncate(at.max(12)),
                2 => bytes.insert(at, b",\r\n\x1A0912"[pick(8)]),
                3 => drop(bytes.drain(at..(at + pick(30)).min(bytes.len()))),
                4 => {
                    let other = seeds[pick(seeds.len())];
                    let from = pick(other.len());
                    bytes.extend(&other[from..]);
                }
                _ => {
                    let number = ["1", "5", "55", "201", "281", "301", "911", "31", "601"][pick(9)];
                    let line = format!("\r\n{number},{},{},{}", pick(4), pick(1000), pick(99));
                    bytes.splice(at..at, line.bytes());
                }
            }
            if bytes.is_empty() {
                bytes.push(b',');
            }
        }
        // One in sixteen has no head that says it is a notebook, one in sixteen nothing but noise.
        match round % 16 {
            1 => drop(bytes.drain(..pick(bytes.len()))),
            2 => bytes = (0..pick(400)).map(|_| pick(256) as u8).collect(),
            _ => {}
        }
        if round % 500 == 0 {
            gather = Gather::new();
        }
        let place = Place {
            index: pick(20) as u8,
            count: pick(20) as u8,
            parity: pick(3) as u8,
        };
        gather.take(&bytes, (pick(2) == 0).then_some(place));
        gather.append(pick(3), &[pick(3), pick(3)]);
        kind(&bytes);
        gather.progress();
        let Ok(notebook) = parse(&bytes, &decode) else {
            continue;
        };
        read += 1;
        let all = all_rows(
            &notebook,
            Fields {
                doctor: true,
                remarks: true,
                until: true,
                ..Fields::default()
            },
        );
        assert_eq!(already(&notebook, &all).len(), picks(&notebook).len());
        assert_eq!(similar(&notebook, &all).len(), picks(&notebook).len());
        if round % 16 == 0 {
            let written = export(
                &child(),
                None,
                &all,
                With {
                    diagnosis: true,
                    ..With::default()
                },
                &table,
            );
            parse(&written.file(), &decode).expect("what we write we read");
        }
        compare(&notebook.patient, &child());
    }
    assert!(read > fuzzed() / 2, "{read}");
}
