//! Other tools that open hand-offs: the recipes of `docs/opening.md`, run as they stand there.
#![allow(dead_code, reason = "each test uses its part")]

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).into()
}

pub fn kept(folder: &str, name: &str) -> Vec<u8> {
    fs::read(root().join(folder).join(name)).expect(name)
}

/// The recipe in a language, as `docs/opening.md` has it.
pub fn recipe(language: &str) -> String {
    let page = fs::read_to_string(root().join("docs/opening.md")).expect("the page");
    let begin = ["```", language, "\n"].concat();
    let (_, rest) = page.split_once(&begin).expect(language);
    rest.split_once("```").expect("its end").0.to_owned()
}

/// Runs a program that is read from its input.
pub fn run(tool: &Path, options: &[&str], program: &str, arguments: &[&str]) -> Output {
    let mut child = Command::new(tool)
        .current_dir(root())
        .args(options)
        .arg("-")
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut input = child.stdin.take().expect("its input");
    input.write_all(program.as_bytes()).expect("it is read");
    drop(input);
    child.wait_with_output().expect("it ends")
}

/// The Python that `scripts/setup test` gave jwcrypto, where the registry was in reach.
pub fn python() -> Option<PathBuf> {
    let folder = |name| std::env::var_os(name).map(PathBuf::from);
    let caches = || folder("XDG_CACHE_HOME").or_else(|| Some(folder("HOME")?.join(".cache")));
    let cache = folder("STEPNOTE_CACHE").or_else(|| Some(caches()?.join("stepnote")));
    let python = cache?.join("python/bin/python");
    python.exists().then_some(python)
}
