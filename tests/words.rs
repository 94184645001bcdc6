//! Holds that every word of the screens is plain: short sentences, nothing denied twice, and やさしい日本語 without kanji.
//! The screens are made for the browser alone, so their words are read from the source.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/said.rs"]
mod said;
#[path = "support/source.rs"]
mod source;

use said::{all, literals};

/// The sentences of a text.
fn sentences(text: &str) -> Vec<&str> {
    let ends = |c: char| matches!(c, '。' | '！' | '？' | '\n');
    text.split(ends).map(str::trim).collect()
}

#[test]
fn the_words_of_the_screens_are_found() {
    let all = all();
    let screens = all.iter().filter(|one| one.file.contains("src/ui/words"));
    assert!(screens.count() > 900, "{}", all.len());
    assert!(all.iter().any(|one| one.ja == "けす・ゆずる"));
    let two = literals("\"a\\\"b\", \"c\", \"d\",\n)");
    assert_eq!(two, Some(["a\"b", "c", "d"].map(str::to_owned)));
    assert_eq!(literals("\"a\", b)"), None);
}

#[test]
fn a_sentence_of_easy_japanese_has_at_most_forty_characters() {
    let mut long = Vec::new();
    for said in all() {
        for sentence in sentences(&said.easy) {
            let count = sentence.chars().count();
            if count > 40 {
                long.push(format!("{count} {}: {sentence}", said.file));
            }
        }
    }
    assert!(long.is_empty(), "{}", long.join("\n"));
}

#[test]
fn a_sentence_of_japanese_is_short() {
    let mut long = Vec::new();
    for said in all() {
        for sentence in sentences(&said.ja) {
            let count = sentence.chars().count();
            if count > 60 && said.file.contains("src/ui") {
                long.push(format!("{count} {}: {sentence}", said.file));
            }
        }
    }
    assert!(long.is_empty(), "{}", long.join("\n"));
}

#[test]
fn nothing_is_denied_twice() {
    let twice = [
        "なくはない",
        "なくもない",
        "ないことはな",
        "ないこともな",
        "ないわけでは",
        "ないわけにはい",
        "ないとはかぎ",
        "ないとは限ら",
        "ざるをえ",
        "ざるを得",
        "ずにはい",
        "なしではでき",
        "ないことは あり",
        "ないわけでは",
        "ない ことは ない",
    ];
    let found: Vec<String> = all()
        .into_iter()
        .filter(|said| {
            let texts = [&said.ja, &said.easy];
            let bare = texts.map(|text| text.replace([' ', '\u{3000}'], ""));
            let says = |word: &&str| {
                bare.iter()
                    .any(|text| text.contains(&word.replace(' ', "")))
            };
            twice.iter().any(says)
        })
        .map(|said| format!("{}: {}", said.file, said.ja))
        .collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// What stands in 「」 is what a device has printed on its own button.
#[test]
fn easy_japanese_is_written_without_kanji() {
    let kanji = |text: &str| {
        let mut quoted = false;
        text.chars().any(|c| {
            quoted = (quoted || c == '「') && c != '」';
            !quoted && ('\u{4e00}'..='\u{9fff}').contains(&c)
        })
    };
    let found: Vec<String> = all()
        .into_iter()
        .filter(|said| said.file.contains("src/ui") && kanji(&said.easy))
        .map(|said| format!("{}: {}", said.file, said.easy))
        .collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// 不正 and 無効 blame, and help nobody.
#[test]
fn nobody_is_blamed() {
    let found: Vec<String> = all()
        .into_iter()
        // What stands before the title of the window is the sign of the city's own pages (ux F03).
        .filter(|said| said.ja != "エラー：")
        .filter(|said| {
            ["不正", "無効", "エラー"]
                .iter()
                .any(|word| said.ja.contains(word))
        })
        .map(|said| format!("{}: {}", said.file, said.ja))
        .collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}
