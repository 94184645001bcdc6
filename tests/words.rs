//! Holds that every word of the screens is plain: short sentences, nothing denied twice, and やさしい日本語 without kanji.
//! The screens are made for the browser alone, so their words are read from the source.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/source.rs"]
mod source;

/// A text in three languages, as it stands in the source.
struct Said {
    file: String,
    ja: String,
    easy: String,
}

/// Every `t("…", "…", "…")` there is.
fn all() -> Vec<Said> {
    let mut all = Vec::new();
    for source in source::all() {
        for (at, _) in source.code.match_indices("t(") {
            let before = source.code[..at].chars().next_back();
            if before.is_some_and(|c| c.is_alphanumeric() || c == '_') {
                continue;
            }
            if let Some([ja, easy, _]) = literals(&source.code[at + 2..]) {
                let file = source.file.clone();
                all.push(Said { file, ja, easy });
            }
        }
    }
    all
}

/// Three texts in quotation marks, parted by commas, and the end of the call.
fn literals(code: &str) -> Option<[String; 3]> {
    let mut rest = code;
    let mut read = || {
        rest = rest.trim_start().strip_prefix('"')?;
        let mut text = String::new();
        let mut chars = rest.char_indices();
        loop {
            match chars.next()? {
                (at, '"') => {
                    rest = rest[at + 1..].trim_start().trim_start_matches(',');
                    return Some(text);
                }
                (_, '\\') => match chars.next()?.1 {
                    'n' => text.push('\n'),
                    // A line of source that goes on.
                    '\n' => {}
                    c => text.push(c),
                },
                (_, c) => text.push(c),
            }
        }
    };
    let three = [read()?, read()?, read()?];
    rest.trim_start().starts_with(')').then_some(three)
}

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
        .filter(|said| {
            ["不正", "無効", "エラー"]
                .iter()
                .any(|word| said.ja.contains(word))
        })
        .map(|said| format!("{}: {}", said.file, said.ja))
        .collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}
