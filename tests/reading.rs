//! Holds the ふりがな that is overheard while a name is typed: what each kind of input method says, and
//! what is heard of it. Facts: ux.md F07, F08, b.8.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/table.rs"]
mod table;

use proptest::prelude::*;
use stepnote::answer::Reading;
use table::holds;

/// What an input method or a keyboard does.
#[derive(Debug, Clone, Copy)]
enum Does {
    /// `compositionstart`, the `compositionupdate`s, and a `compositionend` at the end of the field.
    Composes(&'static [&'static str]),
    /// The same, in front of so many characters.
    ComposesBefore(usize, &'static [&'static str]),
    /// The composition is given up.
    GivesUp(&'static [&'static str]),
    /// `input` without a composition: typing, pasting, speaking, deleting. What stands there then.
    Becomes(&'static str),
}
use Does::{Becomes, Composes, ComposesBefore, GivesUp};

fn heard(deeds: &[Does]) -> Option<String> {
    let mut reading = Reading::of("");
    let mut value = String::new();
    for deed in deeds {
        let (steps, confirmed, before) = match *deed {
            Becomes(now) => {
                now.clone_into(&mut value);
                reading.becomes(&value);
                continue;
            }
            Composes(steps) => (steps, steps[steps.len() - 1], 0),
            ComposesBefore(before, steps) => (steps, steps[steps.len() - 1], before),
            GivesUp(steps) => (steps, "", 0),
        };
        let stood = value.clone();
        let at = stood.char_indices().rev().nth(before.wrapping_sub(1));
        let (head, tail) = stood.split_at(at.map_or(stood.len(), |(at, _)| at));
        reading.begins();
        for step in steps {
            reading.shows(step);
            // The field shows what is composed, and says so: that is not yet the name.
            reading.becomes(&[head, step, tail].concat());
        }
        value = [head, confirmed, tail].concat();
        reading.ends(confirmed, &value);
        // Firefox says it once more.
        reading.becomes(&value);
    }
    reading.kana()
}

fn hears(rows: &[(&[Does], &str)]) {
    let rows: Vec<_> = rows
        .iter()
        .map(|(deeds, kana)| (*deeds, Some((*kana).to_owned())))
        .collect();
    holds(&rows, heard);
}

fn hears_nothing(rows: &[&[Does]]) {
    let rows: Vec<_> = rows.iter().map(|deeds| (*deeds, None)).collect();
    holds(&rows, heard);
}

const HANAKO: Does = Composes(&[
    "ｍ",
    "む",
    "むｓ",
    "むさ",
    "むさｓ",
    "むさし",
    "むさしｈ",
    "むさしは",
    "むさしはｎ",
    "むさしはな",
    "むさしはなｋ",
    "むさしはなこ",
    "武蔵花子",
]);

#[test]
fn the_last_kana_before_the_kanji_is_the_reading() {
    hears(&[
        (&[HANAKO], "むさしはなこ"),
        // A keyboard of kana, and its marks.
        (
            &[Composes(&["た", "たか", "たかは", "たかはし", "高橋"])],
            "たかはし",
        ),
        (
            &[Composes(&["か", "が", "がも", "がもう", "蒲生"])],
            "がもう",
        ),
        // Candidates are looked through, one clause after the other.
        (
            &[Composes(&[
                "むさしはなこ",
                "武蔵はなこ",
                "むさし花子",
                "無差し花子",
                "武蔵花子",
            ])],
            "むさしはなこ",
        ),
        // Back to the kana, and on.
        (
            &[Composes(&["むさ", "無さ", "むさ", "むさし", "武蔵"])],
            "むさし",
        ),
        // F7 makes katakana, F9 letters on the way.
        (&[Composes(&["さら", "サラ"])], "さら"),
        (&[Composes(&["むさし", "ＭＵＳＡＳＨＩ", "武蔵"])], "むさし"),
        (&[Composes(&["ﾑｻｼ", "武蔵"])], "むさし"),
        // An n becomes ん by being converted.
        (&[Composes(&["じゅ", "じゅｎ", "純"])], "じゅん"),
        // Kana in the name reads itself.
        (&[Composes(&["さ", "さく", "さくら"])], "さくら"),
        (&[Composes(&["きのした", "木ノ下"])], "きのした"),
        (&[Composes(&["せきがはら", "関ヶ原"])], "せきがはら"),
        (&[Composes(&["ささき", "佐々木"])], "ささき"),
        (&[Composes(&["\u{20BB7}"]), Becomes("")], ""),
    ]);
}

#[test]
fn names_written_in_pieces_are_read_together_with_their_spaces() {
    hears(&[
        (
            &[
                Composes(&["む", "むさ", "むさし", "武蔵"]),
                Becomes("武蔵\u{3000}"),
                Composes(&["は", "はな", "はなこ", "花子"]),
            ],
            "むさし\u{3000}はなこ",
        ),
        (
            &[
                Composes(&["たかさき", "髙\u{FA11}"]),
                Composes(&["\u{3000}"]),
                Composes(&["ひ", "ひなた", "陽向"]),
            ],
            "たかさき\u{3000}ひなた",
        ),
        // The space that was missing, and a name in front.
        (
            &[
                Composes(&["むさし", "武蔵"]),
                Composes(&["は", "はなこ", "花子"]),
                Becomes("武蔵 花子"),
            ],
            "むさし はなこ",
        ),
        (
            &[
                Composes(&["は", "はなこ", "花子"]),
                ComposesBefore(2, &["む", "むさし", "武蔵"]),
            ],
            "むさしはなこ",
        ),
        // The same kanji twice: it is the one that was typed.
        (
            &[
                Composes(&["はな", "花"]),
                ComposesBefore(1, &["はなこ", "花子"]),
            ],
            "はなこはな",
        ),
    ]);
}

#[test]
fn what_is_taken_away_is_no_longer_read() {
    hears(&[
        (
            &[
                Composes(&["む", "むさし", "武蔵"]),
                Composes(&["は", "はなこ", "花子"]),
                Becomes("武蔵"),
            ],
            "むさし",
        ),
        (
            &[HANAKO, Becomes(""), Composes(&["た", "たろう", "太郎"])],
            "たろう",
        ),
        (&[HANAKO, Becomes("")], ""),
        (&[Composes(&["さくらこ"]), Becomes("さくら")], "さくら"),
        (
            &[Composes(&["むさし", "武蔵"]), GivesUp(&["は", "はな"])],
            "むさし",
        ),
    ]);
}

#[test]
fn kana_that_was_typed_or_pasted_reads_itself() {
    hears(&[
        (&[Becomes("さくら")], "さくら"),
        (&[Becomes("ﾀｶｻｷ ﾊﾞｳﾞ")], "たかさき ばゔ"),
        (&[Becomes("ヴァレリア・ロサ")], "ゔぁれりあ・ろさ"),
        (&[Becomes("\u{3000}")], ""),
    ]);
}

#[test]
fn a_guess_from_the_first_letters_is_no_reading() {
    hears_nothing(&[
        &[Composes(&["た", "田中"])],
        &[Composes(&["た", "たな", "田中"])],
        &[Composes(&["む", "むさ", "武蔵"])],
        &[Composes(&["むさ", "武蔵野"])],
        &[Composes(&["た", "たか", "高橋"])],
        &[Composes(&["た", "たか", "たかは", "高橋"])],
        &[Composes(&["は", "花子さん"])],
        &[Composes(&["はなこ", "花子さん"])],
        &[Composes(&["mu", "武蔵"])],
    ]);
}

#[test]
fn a_conversion_that_runs_ahead_of_the_typing_is_no_reading() {
    hears_nothing(&[
        &[Composes(&[
            "む",
            "むさ",
            "むさし",
            "武蔵",
            "武蔵h",
            "武蔵は",
            "武蔵花",
            "武蔵花子",
        ])],
        &[Composes(&["さくらい", "桜井", "桜井m", "桜井み", "桜井美"])],
        &[Composes(&["やまぐち", "山口", "山口は", "山口花"])],
        &[Composes(&["さの", "佐野", "佐野葉", "佐野葉子"])],
    ]);
}

#[test]
fn what_was_pasted_spoken_or_picked_whole_is_no_reading() {
    hears_nothing(&[
        &[Becomes("武蔵花子")],
        &[Composes(&["武蔵花子"])],
        &[Composes(&["むさし", "武蔵"]), Becomes("武蔵花子")],
        &[Becomes("Maria")],
        &[Composes(&["M", "Ma", "Mar", "Mari", "Maria"])],
        &[HANAKO, Becomes("武蔵花男")],
        &[HANAKO, Becomes("武蔵花")],
        // Taken up again from the field and changed.
        &[
            Composes(&["たかさき", "高崎"]),
            Becomes("崎"),
            ComposesBefore(1, &["高", "髙"]),
        ],
        &[Composes(&["2", "２"])],
    ]);
}

#[test]
fn the_rest_of_a_word_that_is_confirmed_in_clauses_is_read_once() {
    let first = Composes(&["む", "むさしはなこ", "武蔵"]);
    hears(&[
        (&[first, Composes(&["はなこ", "花子"])], "むさしはなこ"),
        (&[first, Composes(&["", "はなこ", "花子"])], "むさしはなこ"),
        // Typed anew, from its first kana: nothing is given back.
        (
            &[
                Composes(&["たか", "たかはし", "高橋"]),
                Composes(&["し", "しお", "しおり", "栞"]),
            ],
            "たかはししおり",
        ),
    ]);
    // One kana may be either.
    hears_nothing(&[&[
        Composes(&["む", "むさしこ", "武蔵"]),
        Composes(&["こ", "子"]),
    ]]);
}

#[test]
fn a_name_that_stood_there_is_unheard_until_it_is_written_anew() {
    let mut reading = Reading::of("武蔵");
    assert_eq!(reading.kana(), None);
    reading.becomes("");
    assert_eq!(reading.kana().as_deref(), Some(""));
    assert_eq!(Reading::of("さくら").kana().as_deref(), Some("さくら"));
}

/// Anything an input method could do, in any order.
fn anything() -> impl Strategy<Value = Vec<(u8, String)>> {
    let words = "[あ-んア-ンｱ-ﾝ武蔵花子ノ々ヶーa-zｎ 　0-9\u{20BB7}👧]{0,8}";
    proptest::collection::vec((0..4_u8, words), 0..12)
}

proptest! {
    #[test]
    fn whatever_is_heard_has_no_kanji_and_nothing_breaks(deeds in anything()) {
        let mut reading = Reading::default();
        for (deed, words) in deeds {
            match deed {
                0 => reading.begins(),
                1 => reading.shows(&words),
                2 => reading.ends(&words, &format!("前{words}後")),
                _ => reading.becomes(&words),
            }
            if let Some(kana) = reading.kana() {
                let strange = kana.chars().any(|c| "武蔵花子前後👧".contains(c) || c.is_ascii_alphanumeric());
                prop_assert!(!strange, "{kana}");
            }
        }
    }
}
