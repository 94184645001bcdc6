//! The source as text: which module names which. Not a parser of Rust, only of paths.
#![allow(dead_code, reason = "each test uses its part")]

use std::{fs, path::Path};

/// One file under `src`.
pub struct Source {
    /// Where it stands, for messages: `ui/page/home.rs`.
    pub file: String,
    /// The module it is: `["ui", "page", "home"]`.
    pub module: Vec<String>,
    /// Its code, without comments and without its tests.
    pub code: String,
}

/// Every file under `src`, except modules that are only tests.
pub fn all() -> Vec<Source> {
    let mut all = Vec::new();
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    gather(&src, &mut Vec::new(), &mut all);
    assert!(!all.is_empty(), "no source in {}", src.display());
    all
}

fn gather(folder: &Path, module: &mut Vec<String>, all: &mut Vec<Source>) {
    let mut paths: Vec<_> = fs::read_dir(folder)
        .expect("a folder of source")
        .map(|entry| entry.expect("a file").path())
        .collect();
    paths.sort();
    let root = fs::read_to_string(folder.join("mod.rs")).unwrap_or_default();
    for path in paths {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        if root.contains(&format!("#[cfg(test)]\nmod {stem};")) {
            continue;
        }
        let inner = !matches!(&*stem, "mod" | "lib");
        module.extend(inner.then(|| stem.into_owned()));
        if path.is_dir() {
            gather(&path, module, all);
        } else if path.extension().is_some_and(|end| end == "rs") {
            let text = fs::read_to_string(&path).expect("UTF-8");
            let file = path.strip_prefix(env!("CARGO_MANIFEST_DIR"));
            all.push(Source {
                file: file.unwrap_or(&path).display().to_string(),
                module: module.clone(),
                code: code(&text),
            });
        }
        if inner {
            module.pop();
        }
    }
}

/// Without comments, and without the tests, which stand last.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or("");
    let lines = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    lines.flat_map(|line| [line, "\n"]).collect()
}

impl Source {
    /// The modules named in it, from the crate's root: `["record", "Note"]`.
    pub fn named(&self) -> Vec<Vec<String>> {
        let mut named = Vec::new();
        for begin in ["crate::", "stepnote::", "super::"] {
            for (at, _) in self.code.match_indices(begin) {
                let before = self.code[..at].chars().next_back();
                if before.is_none_or(|c| !c.is_alphanumeric() && c != '_' && c != ':') {
                    let mut paths = Vec::new();
                    tree(&self.code[at..], &mut Vec::new(), &mut paths);
                    let module = self.module_at(at);
                    named.extend(paths.iter().map(|path| from_root(&module, path)));
                }
            }
        }
        named
    }

    /// The module at a place in the file: its own, or one written out in it with braces.
    fn module_at(&self, at: usize) -> Vec<String> {
        let mut module = self.module.clone();
        let before = self.code[..at].rsplit("\n}").next().unwrap_or("");
        let header = before.lines().rev().find_map(|line| {
            let name = line.trim_start_matches("pub ").strip_prefix("mod ")?;
            name.strip_suffix(" {")
        });
        module.extend(header.map(str::to_owned));
        module
    }
}

fn from_root(module: &[String], path: &[String]) -> Vec<String> {
    let mut whole = Vec::new();
    for (i, name) in path.iter().enumerate() {
        match name.as_str() {
            "crate" | "stepnote" if i == 0 => {}
            "super" => {
                if i == 0 {
                    whole = module.to_vec();
                }
                // `mod.rs` is its folder's module, so one step leads out of it as well.
                whole.pop();
            }
            _ => whole.push(name.clone()),
        }
    }
    whole
}

/// Reads one tree of a `use` (or a single path) and says what is left of the text.
fn tree<'a>(text: &'a str, before: &mut Vec<String>, found: &mut Vec<Vec<String>>) -> &'a str {
    let text = text.trim_start();
    if let Some(mut rest) = text.strip_prefix('{') {
        loop {
            rest = rest.trim_start_matches([',', ' ', '\n']);
            if let Some(after) = rest.strip_prefix('}') {
                return after;
            }
            let left = tree(rest, before, found);
            if left.len() == rest.len() {
                return "";
            }
            rest = left;
        }
    }
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_' && c != '*');
    let (name, rest) = text.split_at(end.unwrap_or(text.len()));
    before.push(name.to_owned());
    let rest = match rest.strip_prefix("::") {
        Some(deeper) => tree(deeper, before, found),
        None => {
            found.push(before.clone());
            rest.strip_prefix(" as ").map_or(rest, |renamed| {
                renamed.trim_start_matches(|c: char| c.is_alphanumeric() || c == '_')
            })
        }
    };
    before.pop();
    rest
}
