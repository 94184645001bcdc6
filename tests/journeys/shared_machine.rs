//! A shared machine: written, handed over, ended; and nothing is left of it.

use crate::{
    household::{CALLED, picks_for_herself},
    person::Person,
    world::World,
};
use base64::{Engine as _, engine::general_purpose::STANDARD_NO_PAD};
use serde_json::Value;
use std::{fs, path::Path};
use stepnote::forms::INTRODUCTION;

const SENTENCE: &str = "ゆうえんちのかんらんしゃで、ずっと手をにぎっていました";

fn begins(mother: &Person) {
    mother.opens("kiosk.html");
    mother.sees("ここには 何も のこりません");
    mother.presses("じぶんで書く");
    mother.types("呼び名", CALLED);
    mother.presses("ノートをつくる");
    mother.in_group("シート").presses(INTRODUCTION.title.ja);
    mother.types("特徴的なエピソードなど", SENTENCE);
    mother.sees("ほぞんしました");
}

fn a_note_that_was_written_and_ended_is_nowhere(world: &World) {
    let mother = world.person_at(1024, 768);
    begins(&mother);
    assert_eq!(mother.stored(), []);
    mother.script("location.hash = '#/'", Vec::new());
    mother.sees("表紙をなおす");
    for promise in ["控え", "かぎをかけて", "回復コード"] {
        mother.does_not_see(promise);
    }
    mother.presses("わたす");
    picks_for_herself(&mother, &[INTRODUCTION]);
    mother.presses("わたす用意をする");
    let code = mother.code_shown();
    mother.presses("おわる（けします）");
    mother.sees("書いたものは、ぜんぶ消えます。");
    mother.presses("けして おわる");
    mother.sees("ここには 何も のこりません");
    assert_eq!(mother.stored(), []);
    let page = mother.script("return document.documentElement.outerHTML", Vec::new());
    for word in [SENTENCE, CALLED, &code] {
        assert!(
            !page.as_str().unwrap().contains(word),
            "「{word}」 is there"
        );
    }
    // What stands before the app, where somebody goes back, is the browser's own; nothing of hers.
    mother.script("setTimeout(() => history.back())", Vec::new());
    mother.does_not_see(CALLED);
    mother.opens("kiosk.html");
    mother.presses("じぶんで書く");
    mother.finds_written("呼び名", "");
    world.kept_private(&[SENTENCE, &code]);
}

/// What lies in the profile when the browser has ended: all of it, file by file.
fn the_profile_holds_none_of_the_words(world: &World) {
    let mother = world.person_at(1024, 768);
    begins(&mother);
    mother.presses("おわる（けします）");
    mother.presses("けして おわる");
    mother.sees("ここには 何も のこりません");
    mother.closes_the_browser();
    let files = mother.profile();
    assert!(files.len() > 20, "a profile is there: {files:?}");
    for word in [SENTENCE, CALLED] {
        for (how, bytes) in forms_of(word) {
            for file in &files {
                let content = fs::read(file).unwrap_or_default();
                let found = content.windows(bytes.len()).any(|piece| piece == bytes);
                assert!(!found, "「{word}」 ({how}) in {}", short(file));
            }
        }
    }
}

fn short(file: &Path) -> String {
    file.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

/// As it could lie on a disk: UTF-8, UTF-16LE, and base64 at each of the three places it can begin.
fn forms_of(word: &str) -> Vec<(&'static str, Vec<u8>)> {
    let wide: Vec<u8> = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut forms = vec![("UTF-8", word.as_bytes().to_vec()), ("UTF-16LE", wide)];
    for before in 0..3 {
        let shifted: Vec<u8> = vec![0; before].into_iter().chain(word.bytes()).collect();
        let whole = STANDARD_NO_PAD.encode(&shifted[..shifted.len() / 3 * 3]);
        // The first letters also hold what stands before.
        forms.push(("base64", whole.as_bytes()[4.min(whole.len())..].to_vec()));
    }
    forms
}

fn the_content_is_hidden_and_shown_again(world: &World) {
    let mother = world.person_at(1024, 768);
    begins(&mother);
    mother.presses("内容をかくす");
    mother.does_not_see("特徴的なエピソードなど");
    mother.presses("もう一度 見る");
    mother.finds_written("特徴的なエピソードなど", SENTENCE);
    assert_eq!(mother.barriers(), [""; 0]);
}

/// The clock of the page runs ahead; nobody waits for it.
fn nobody_is_there_so_it_is_said_hidden_and_forgotten(world: &World) {
    let mother = world.person_at(1024, 768);
    begins(&mother);
    // In Firefox a script of the driver has a Date of its own.
    let ahead = "const { Date } = window, now = Date.now; window.ahead = arguments[0]; Date.now = () => now() + window.ahead;";
    mother.script(ahead, vec![Value::from(100_000)]);
    mother.sees("まだ お使いですか");
    mother.screenshot("kiosk-there");
    assert_eq!(mother.barriers(), [""; 0]);
    mother.presses("つづける");
    mother.does_not_see("まだ お使いですか");
    mother.finds_written("特徴的なエピソードなど", SENTENCE);
    mother.script("window.ahead += 1000000", Vec::new());
    mother.sees("ここには 何も のこりません");
    assert_eq!(mother.stored(), []);
    mother.screenshot("kiosk");
    assert_eq!(mother.barriers(), [""; 0]);
}

in_every_engine!(
    a_note_that_was_written_and_ended_is_nowhere,
    the_content_is_hidden_and_shown_again,
    nobody_is_there_so_it_is_said_hidden_and_forgotten,
);
in_engine!(on_the_disk_of_chromium, Chromium: the_profile_holds_none_of_the_words);
in_engine!(on_the_disk_of_firefox, Firefox: the_profile_holds_none_of_the_words);
