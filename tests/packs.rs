//! Holds the words of languages that are not built in: what a pack says, and that it says all.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/said.rs"]
mod said;
#[path = "support/source.rs"]
mod source;

use std::{collections::BTreeSet, fs, path::Path};

use said::all;

use serde_json::{Value, json};
use stepnote::text::{Lang, Pack, PackError, Text, t};

const CHINESE: &str = include_str!("../shell/words/zh-Hans.json");

fn pack(tag: &str, words: &Value) -> Result<Pack, PackError> {
    let json = json!({"kind": "words", "v": 1, "tag": tag, "name": "Language", "like": "en", "words": words});
    Pack::read(tag, &json.to_string())
}

fn language(words: &Value) -> Lang {
    Lang::More(Box::leak(Box::new(pack("xx", words).expect("words"))))
}

fn holes(text: &str) -> BTreeSet<&str> {
    let holes = text.split('{').skip(1);
    holes
        .filter_map(|hole| Some(hole.split_once('}')?.0))
        .collect()
}

#[test]
fn every_pack_that_is_offered_is_there_and_has_the_name_it_is_offered_by() {
    for (tag, name) in Lang::PACKS {
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("shell/words")
            .join([tag, ".json"].concat());
        let pack = Pack::read(tag, &fs::read_to_string(path).expect("its file")).expect("words");
        assert_eq!((pack.tag(), pack.name()), (tag, name));
    }
}

#[test]
fn chinese_says_every_word_of_the_app() {
    let pack = Pack::read("zh-Hans", CHINESE).expect("words");
    // A new sheet may go without at first: it is said in the language the pack is like.
    let all = all()
        .into_iter()
        .filter(|said| !said.file.contains("src/forms/"));
    let all: BTreeSet<_> = all.map(|said| (said.ja, said.en)).collect();
    let blank = (String::new(), String::new());
    assert!(all.len() > 1000, "{} texts were found", all.len());
    let missing: Vec<_> = all
        .iter()
        .filter(|one| **one != blank && pack.says(leak(&one.0, &one.1)).is_none())
        .collect();
    assert!(
        missing.is_empty(),
        "shell/words/zh-Hans.json lacks {missing:#?}"
    );
}

fn leak(ja: &str, en: &str) -> Text {
    let leak = |text: &str| -> &'static str { Box::leak(text.to_owned().into_boxed_str()) };
    t(leak(ja), "", leak(en))
}

#[test]
fn chinese_leaves_nothing_empty_and_keeps_every_number_in_its_place() {
    let json: Value = serde_json::from_str(CHINESE).expect("JSON");
    for row in json["words"].as_array().expect("rows") {
        let [ja, _, zh] = [0, 1, 2].map(|n| row[n].as_str().expect("a text"));
        assert!(ja.is_empty() || !zh.is_empty(), "{ja}");
        assert!(holes(zh).is_subset(&holes(ja)), "{ja} → {zh}");
    }
}

#[test]
fn what_has_no_word_is_said_as_in_the_language_it_is_like() {
    let lang = language(&json!([["はい", "Yes", "Oui"]]));
    assert_eq!(t("はい", "はい", "Yes").to(lang), "Oui");
    assert_eq!(t("いいえ", "いいえ", "No").to(lang), "No");
}

#[test]
fn one_word_of_japanese_may_be_two_of_another_language() {
    let lang = language(&json!([
        ["件", " more", "de plus"],
        ["件", " entries", "lignes"]
    ]));
    assert_eq!(t("件", "けん", " more").to(lang), "de plus");
    assert_eq!(t("件", "けん", " entries").to(lang), "lignes");
}

#[test]
fn parts_stand_where_the_language_has_them() {
    let text = t("{0}枚中{1}枚", "{0}まいの {1}まい", "{1} of {0}");
    assert_eq!(
        Lang::ALL.map(|lang| text.with(lang, &["3", "2"])),
        ["3枚中2枚", "3まいの 2まい", "2 of 3"]
    );
    // What somebody wrote is never taken for a hole.
    assert_eq!(
        t("{0}、{1}", "", "").with(Lang::Ja, &["{1}", "x"]),
        "{1}、x"
    );
}

#[test]
fn a_pack_that_is_none_says_why() {
    let good = |tag: &str| json!({"kind": "words", "v": 1, "tag": tag, "name": "N", "like": "en", "words": []});
    let with = |name: &str, value: Value| {
        let mut json = good("xx");
        json[name] = value;
        Pack::read("xx", &json.to_string()).map(|_| ())
    };
    assert_eq!(with("v", json!(1)), Ok(()));
    assert_eq!(with("kind", json!("directory")), Err(PackError::NotWords));
    assert_eq!(with("v", json!(2)), Err(PackError::TooNew));
    assert_eq!(with("tag", json!("yy")), Err(PackError::Another));
    assert_eq!(with("like", json!("fr")), Err(PackError::NotWords));
    assert_eq!(with("words", json!([["a", "b"]])), Err(PackError::NotWords));
    assert_eq!(
        with("words", json!([["a", "b", 3]])),
        Err(PackError::NotWords)
    );
    assert_eq!(
        with("words", json!(vec![["a", "b", "c"]; 10_001])),
        Err(PackError::TooLarge)
    );
    assert_eq!(Pack::read("xx", "{").map(|_| ()), Err(PackError::NotWords));
    assert_eq!(
        Pack::read("xx", &" ".repeat(1_000_001)).map(|_| ()),
        Err(PackError::TooLarge)
    );
}
