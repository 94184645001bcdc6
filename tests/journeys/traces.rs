//! What is left in the browser's own folder after use: nothing that anybody could read.

use crate::{
    household::{CALLED, PASSPHRASE},
    papers::{CHOOSE, at_the_row, sees_small_pictures},
    person::Person,
    photo::{self, DESCRIPTION},
    world::World,
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use std::{fs, path::Path};

/// Words that nobody else ever wrote.
const PLANTED: [&str; 4] = [
    "ひみつのことばみずいろのきりん",
    "zq-planted-wombat-7731",
    "武蔵野市御殿山九丁目きりん荘",
    "zq-passphrase-narwhal-2049",
];

/// All that lies in a folder, with what lies below it; links are not followed.
fn files(folder: &Path, all: &mut Vec<(String, Vec<u8>)>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let kind = entry.file_type().unwrap();
        if kind.is_dir() {
            files(&entry.path(), all);
        } else if kind.is_file() {
            let bytes = fs::read(entry.path()).unwrap_or_default();
            all.push((entry.path().display().to_string(), bytes));
        }
    }
}

/// Every way in which a word could stand there: as UTF-8, as UTF-16, and in base64 wherever it begins.
fn shapes(word: &str) -> Vec<(&'static str, Vec<u8>)> {
    let wide = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut shapes = vec![("UTF-8", word.as_bytes().to_vec()), ("UTF-16", wide)];
    for (before, name) in ["base64", "base64 after one", "base64 after two"]
        .into_iter()
        .enumerate()
    {
        let bytes = [&vec![0; before], word.as_bytes()].concat();
        let text = STANDARD.encode(&bytes).into_bytes();
        // Letters that also say something of what stands before or after are left out.
        let (from, until) = ([0, 2, 3][before], bytes.len() * 8 / 6);
        shapes.push((name, text[from..until].to_vec()));
    }
    shapes
}

fn stands_in(bytes: &[u8], what: &[u8]) -> bool {
    bytes.windows(what.len()).any(|window| window == what)
}

fn finds_no_trace(person: &Person, words: &[&str]) {
    let mut all = Vec::new();
    files(person.home(), &mut all);
    assert!(all.len() > 10, "a profile lies there: {}", all.len());
    let kept = all.iter().any(|(_, bytes)| {
        stands_in(bytes, b"svl:v1:") || stands_in(bytes, &shapes("svl:v1:")[1].1)
    });
    assert!(kept, "the note is not in that folder at all");
    let mut found = Vec::new();
    for (file, bytes) in &all {
        for word in words {
            for (shape, pattern) in shapes(word) {
                if stands_in(bytes, &pattern) {
                    found.push(format!("「{word}」 as {shape} in {file}"));
                }
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

fn after_use_nothing_can_be_read_in_the_browsers_folder(world: &World) {
    let mother = at_the_row(world);
    let photo_file = mother.new_name(DESCRIPTION);
    fs::write(&photo_file, photo::photo()).unwrap();
    mother.chooses_file(CHOOSE, &[&photo_file]);
    sees_small_pictures(&mother, 1);
    mother.sees("ほぞんしました");
    fs::remove_file(&photo_file).unwrap();
    mother.opens("#/sheet/profile");
    mother.rewrites("性別", PLANTED[0]);
    mother.rewrites("住所", PLANTED[2]);
    mother.sees("ほぞんしました");
    mother.opens("#/sheet/introduction");
    mother.types("特徴的なエピソードなど", PLANTED[1]);
    mother.sees("ほぞんしました");
    mother.presses("かぎをかける");
    // Also what is typed where everybody can see it, and sent off as a form is.
    mother.picks("文字を見る");
    mother.types("パスフレーズ（合言葉）", PLANTED[3]);
    mother.presses("ひらく");
    mother.sees("パスフレーズが違います");
    mother.rewrites("パスフレーズ（合言葉）", PASSPHRASE);
    mother.presses("ひらく");
    mother.sees(CALLED);
    mother.presses("かぎをかける");
    mother.sees("ノートをひらく");
    mother.closes_the_browser();
    let words = [PASSPHRASE, CALLED, DESCRIPTION];
    let words: Vec<&str> = PLANTED.into_iter().chain(words).collect();
    finds_no_trace(&mother, &words);
}

in_engine!(in_chromium, Chromium: after_use_nothing_can_be_read_in_the_browsers_folder);
in_engine!(in_firefox, Firefox: after_use_nothing_can_be_read_in_the_browsers_folder);
