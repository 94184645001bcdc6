//! Holds who may use whom (architecture.md §3), and that the pure half stays pure.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/source.rs"]
mod source;

use source::Source;
use std::collections::BTreeSet;

/// A module, and what stands directly above it. It may use those, and whatever they may use.
/// A new module is a new line; what it names must already stand above that line.
const PURE: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("route", &[]),
    ("idle", &[]),
    ("surroundings", &[]),
    ("form", &["text"]),
    ("forms", &["form"]),
    ("answer", &["form"]),
    ("directory", &["answer"]),
    ("transition", &["answer"]),
    ("attachment", &["answer"]),
    ("record", &["answer"]),
    ("merge", &["record"]),
    ("share", &["attachment", "record"]),
    ("sheet", &["record"]),
    ("known", &["record"]),
    ("consent", &["forms", "share"]),
    ("slip", &["consent", "known", "merge"]),
    ("paper", &["sheet"]),
    ("search", &["sheet"]),
    ("timeline", &["sheet"]),
    ("supporters", &["search"]),
    ("pharmacy", &["record"]),
    (
        "export",
        &["forms", "share", "sheet", "pharmacy", "transition"],
    ),
    ("envelope", &["share"]),
    ("vault", &["envelope"]),
    ("renewal", &["attachment", "vault"]),
    ("office_key", &["vault"]),
    ("desk", &["forms", "merge", "vault"]),
    ("backup", &["vault"]),
    ("machine", &["vault"]),
    ("carrier", &["envelope"]),
    ("job", &["carrier", "vault"]),
];

/// Below them stands the browser: each may use the whole pure half and every line above its own.
const BROWSER: &[&str] = &[
    "browser",
    "store",
    "draft",
    "worker",
    "ui::words",
    "ui::part",
    "ui::question",
    "ui::page",
    "ui::watch",
    "ui::later",
    "ui::app",
    "ui",
    "main",
    "bin",
];

/// The layer of a path from the root: the longest that begins it.
fn layer(path: &[String]) -> Option<&'static str> {
    let two = path.iter().take(2).cloned().collect::<Vec<_>>().join("::");
    let one = path.first()?;
    let known = || {
        PURE.iter()
            .map(|(name, _)| *name)
            .chain(BROWSER.iter().copied())
    };
    known()
        .find(|name| *name == two)
        .or_else(|| known().find(|name| name == one))
}

/// What a layer may use.
fn above(layer: &str) -> BTreeSet<&'static str> {
    let mut all = BTreeSet::new();
    if let Some(line) = BROWSER.iter().position(|name| *name == layer) {
        all.extend(PURE.iter().map(|(name, _)| *name));
        all.extend(&BROWSER[..line]);
    } else if let Some((_, direct)) = PURE.iter().find(|(name, _)| *name == layer) {
        for upper in *direct {
            all.insert(*upper);
            all.extend(above(upper));
        }
    }
    all
}

fn is_pure(source: &Source) -> bool {
    layer(&source.module).is_some_and(|layer| PURE.iter().any(|(name, _)| *name == layer))
}

fn is_ui(source: &Source) -> bool {
    source.module.first().is_some_and(|name| name == "ui")
}

/// Holds that none of some files contains any of some words.
#[track_caller]
fn never(which: impl Fn(&Source) -> bool, words: &[&str]) {
    let files: Vec<Source> = source::all().into_iter().filter(which).collect();
    assert!(!files.is_empty(), "nothing was read");
    let mut found = Vec::new();
    for source in &files {
        for (number, line) in source.code.lines().enumerate() {
            let words = words.iter().filter(|word| line.contains(**word));
            found.extend(
                words.map(|word| format!("{} says {word} ({number}): {line}", source.file)),
            );
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn every_module_has_its_place() {
    let without: Vec<String> = source::all()
        .into_iter()
        .filter(|source| !source.module.is_empty() && layer(&source.module).is_none())
        .map(|source| source.file)
        .collect();
    assert_eq!(without, [""; 0]);
}

#[test]
fn nothing_knows_what_stands_below_or_beside_it() {
    let mut wrong = Vec::new();
    for source in source::all() {
        let Some(own) = layer(&source.module) else {
            continue;
        };
        let mut allowed = above(own);
        allowed.insert(own);
        for path in source.named() {
            if layer(&path).is_none_or(|used| !allowed.contains(used)) {
                wrong.push(format!("{} uses {}", source.file, path.join("::")));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_pure_module_stands_below_what_it_uses() {
    for (line, (name, uppers)) in PURE.iter().enumerate() {
        for upper in *uppers {
            let stands_above = PURE[..line].iter().any(|(above, _)| above == upper);
            assert!(stands_above, "{name} stands above {upper}");
        }
    }
}

#[test]
fn what_is_kept_and_handed_over_knows_no_form_by_name() {
    for name in [
        "record",
        "merge",
        "share",
        "envelope",
        "vault",
        "backup",
        "carrier",
        "job",
        "sheet",
        "paper",
        "search",
        "timeline",
        "supporters",
        "record",
        "share",
        "envelope",
        "vault",
        "carrier",
        "job",
        "sheet",
        "paper",
        "pharmacy",
    ] {
        assert!(!above(name).contains("forms"), "{name}");
    }
}

#[test]
fn the_pure_half_names_no_browser() {
    never(
        is_pure,
        &[
            "web_sys",
            "js_sys",
            "wasm_bindgen",
            "gloo",
            "leptos",
            "wasm32",
        ],
    );
}

#[test]
fn the_pure_half_has_no_clock_no_randomness_and_no_files_of_its_own() {
    never(
        is_pure,
        &[
            "std::time",
            "Instant",
            "SystemTime",
            "getrandom",
            "std::fs",
            "std::env",
            "std::net",
            "std::thread",
            "std::io",
        ],
    );
}

#[test]
fn the_pure_half_neither_panics_nor_talks() {
    never(
        is_pure,
        &[
            ".unwrap()",
            "panic!",
            "todo!",
            "unimplemented!",
            "unreachable!",
            "dbg!",
            "println!",
        ],
    );
}

#[test]
fn the_screens_ask_the_browser_and_never_the_web() {
    never(is_ui, &["web_sys", "js_sys", "wasm_bindgen", "gloo"]);
}

#[test]
fn only_the_seam_of_the_program_may_do_what_is_unsafe() {
    never(|source| source.module != ["main"], &["unsafe"]);
}

#[test]
fn no_style_is_written_into_a_view_where_the_policy_would_drop_it() {
    never(is_ui, &["style=\"", "style='", "style={", "<style"]);
}

#[test]
fn no_field_says_what_it_wants_in_a_text_that_goes_away() {
    never(is_ui, &["placeholder"]);
}

/// Aids to spelling and writing, translation and autofill of some browsers send what is typed out.
#[test]
fn what_is_typed_in_any_field_of_the_ui_stays_here() {
    let picked = ["checkbox", "radio", "file", "range"].map(|kind| format!("\"type\", \"{kind}\""));
    let mut loose = Vec::new();
    // The fields of the sheets are made in parts; a browser asks them all (`browser/question.rs`).
    let whole = |source: &Source| {
        let parts = source.file.contains("ui/question") || source.file.ends_with("part/buttons.rs");
        is_ui(source) && !parts
    };
    for source in source::all().into_iter().filter(whole) {
        for start in ["el(\"input\")", "el(\"textarea\")"] {
            let fields = source.code.split(start).skip(1);
            let fields = fields.map(|field| field.split(';').next().unwrap_or(field));
            loose.extend(
                fields
                    .filter(|field| !picked.iter().any(|kind| field.contains(kind)))
                    .filter(|field| !field.contains(".kept_here()"))
                    .map(|field| format!("{}: {field}", source.file)),
            );
        }
    }
    assert!(loose.is_empty(), "others may read these: {loose:#?}");
}

/// A turning point is a quiet line on the page, and an entry in a calendar that somebody asked for.
#[test]
fn nothing_rings_and_nothing_is_pushed() {
    let pushes = ["Notification", "PushManager", "pushManager", "VALARM"];
    never(|_| true, &pushes);
    for shell in ["sw.js", "offline.js", "koyomi.js"] {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("shell")
            .join(shell);
        let text = std::fs::read_to_string(&path).expect("a part of the shell");
        let found: Vec<_> = pushes.iter().filter(|word| text.contains(**word)).collect();
        assert!(found.is_empty(), "{shell} says {found:?}");
    }
}

#[test]
fn no_markup_is_made_from_text() {
    never(
        is_ui,
        &[
            "inner_html",
            "innerHTML",
            "outer_html",
            "insert_adjacent_html",
        ],
    );
}

#[test]
fn the_reading_of_paths_finds_every_way_of_naming_a_module() {
    let source = |module: &[&str], code: &str| Source {
        file: String::new(),
        module: module.iter().map(ToString::to_string).collect(),
        code: code.to_owned(),
    };
    let named = |module: &[&str], code: &str| -> Vec<String> {
        let paths = source(module, code).named();
        paths.iter().map(|path| path.join("::")).collect()
    };
    let uses = "use crate::{\n    answer::{Age as Years, date::{self, Typed}},\n    form,\n    text::*,\n};";
    assert_eq!(
        named(&["sheet"], uses),
        [
            "answer::Age",
            "answer::date::self",
            "answer::date::Typed",
            "form",
            "text::*"
        ]
    );
    assert_eq!(
        named(&["ui", "page", "home"], "super::super::part::say()"),
        ["ui::part::say"]
    );
    assert_eq!(
        named(&["main"], "fn main() { stepnote::ui::open(); }"),
        ["ui::open"]
    );
    assert_eq!(
        named(&["record"], "let x = crate::form::Form { id };"),
        ["form::Form"]
    );
    assert_eq!(named(&["record"], "pub(crate) fn f()"), [""; 0]);
    let inner = "use super::a;\npub mod door {\n    use super::t;\n}\nuse super::b;\n";
    assert_eq!(
        named(&["ui", "words"], inner),
        ["ui::a", "ui::words::t", "ui::b"]
    );
}
