//! Holds the list of faults, `docs/faults.md`, to what is there: each of the forty has a test, every test that is
//! named stands under its name, and every word that is quoted is on a screen.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/said.rs"]
mod said;
#[path = "support/source.rs"]
mod source;

use std::{fs, path::Path};

fn file(path: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    fs::read_to_string(root.join(path)).unwrap_or_default()
}

/// The tests that a part of the list names: `` `file` `function` ``, or a file alone.
fn tests(part: &str) -> Vec<(&str, Option<&str>)> {
    let pieces: Vec<&str> = part.split('`').collect();
    let named = |at: usize| (pieces.get(at + 1) == Some(&" ")).then(|| pieces[at + 2]);
    let of_tests = |at: &usize| {
        let path = pieces[*at];
        let here = path.starts_with("tests/") || path.starts_with("src/");
        here && Path::new(path).extension().is_some_and(|kind| kind == "rs")
    };
    let at = (1..pieces.len()).step_by(2).filter(of_tests);
    at.map(|at| (pieces[at], named(at))).collect()
}

/// What stands in 「」, whatever is quoted within.
fn quoted(text: &str) -> Vec<String> {
    let (mut quoted, mut depth) = (Vec::new(), 0);
    for c in text.chars() {
        depth -= usize::from(c == '」');
        match (depth, c) {
            (0, '「') => quoted.push(String::new()),
            (0, _) => {}
            _ => quoted.last_mut().expect("one is open").push(c),
        }
        depth += usize::from(c == '「');
    }
    quoted
}

#[test]
fn every_one_of_the_forty_has_a_test() {
    let list = file("docs/faults.md");
    let numbered = list.split("\n# ").next().expect("the forty");
    let mut faults = numbered.split("\n**").skip(1);
    for number in 1..=40 {
        let fault = faults.next().unwrap_or_default();
        let head = format!("{number}. ");
        assert!(
            fault.starts_with(&head),
            "where {number} should be: {fault:.60}"
        );
        assert!(!tests(fault).is_empty(), "{number} has no test");
    }
}

#[test]
fn every_test_that_is_named_is_there() {
    let list = file("docs/faults.md");
    let missing = tests(&list).into_iter().filter(|(path, name)| {
        let text = file(path);
        text.is_empty() || name.is_some_and(|name| !text.contains(&format!("fn {name}(")))
    });
    assert_eq!(missing.collect::<Vec<_>>(), []);
}

#[test]
fn every_word_that_is_quoted_is_on_a_screen() {
    let mut words: Vec<String> = said::all().into_iter().map(|text| text.ja).collect();
    words.push(file("index.html"));
    let mut quoted = quoted(&file("docs/faults.md"));
    assert!(quoted.len() > 80, "{}", quoted.len());
    quoted.retain(|quoted| !words.iter().any(|words| words.contains(quoted.as_str())));
    assert_eq!(quoted, [""; 0]);
}
