//! One file a fault, kept for ever in `tests/golden/faults`, and what each reader says of it: this code, the page that
//! opens without us, and the recipes for jose and jwcrypto.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/tools.rs"]
mod tools;

use std::path::Path;

use serde_json::Value;
use stepnote::envelope::{Code, OpenError, parse_file};
use tools::{kept, python, recipe, root, run};

const FAULTS: &str = "tests/golden/faults/v1";

/// A file, the code it is tried with, and what is said: by us, by the page, by each of the recipes.
struct Case {
    file: String,
    code: String,
    said: [String; 4],
}

fn cases() -> Vec<Case> {
    let said: Value = serde_json::from_slice(&kept(FAULTS, "said.json")).expect("JSON");
    let cases: Value = serde_json::from_slice(&kept(FAULTS, "cases.json")).expect("JSON");
    let of = |case: &Value, name: &str| case[name].as_str().expect(name).to_owned();
    let case = |case: &Value| {
        let file = of(case, "file");
        let said = &said[&file];
        Case {
            code: of(case, "code"),
            said: ["ours", "page", "jose", "jwcrypto"].map(|reader| of(said, reader)),
            file,
        }
    };
    cases.as_array().expect("a list").iter().map(case).collect()
}

/// Each reader says of every file what is kept, and opens nothing but the whole text.
fn says(reader: usize, said: impl Fn(&Case) -> String) {
    let wrong: Vec<_> = cases()
        .iter()
        .filter_map(|case| {
            let now = said(case);
            (now != case.said[reader]).then(|| format!("{}: {now}", case.file))
        })
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

fn example() -> Value {
    serde_json::from_slice(&kept("tests/golden/handoff/v1", "example.json")).expect("JSON")
}

/// `opens`, if what came out is the whole text; nothing else may.
fn opens(text: &[u8]) -> String {
    let text: Value = serde_json::from_slice(text).expect("JSON");
    assert_eq!(text, example());
    "opens".to_owned()
}

#[test]
fn this_code_says_of_every_file_what_it_is() {
    says(0, |case| {
        let Ok(code) = Code::parse(&case.code) else {
            return "Mistyped".to_owned();
        };
        let opened = parse_file(&kept(FAULTS, &case.file)).and_then(|sealed| sealed.open(&code));
        match opened {
            Ok(text) => opens(&text),
            // Which key it is, is another test's.
            Err(OpenError::ForAnotherOffice { .. }) => "ForAnotherOffice".to_owned(),
            Err(why) => format!("{why:?}"),
        }
    });
}

/// Runs the opener of `open.html`, which uses nothing of the page.
const PAGE: &str = r#"
    import fs from "node:fs";
    const [file, code] = process.argv.slice(2);
    const page = fs.readFileSync("shell/open.html", "utf8");
    const opener = /<script id="opener">([^]*?)<\/script>/.exec(page)[1];
    const openHandOff = new Function(opener + "; return openHandOff")();
    const text = new TextDecoder().decode(fs.readFileSync(file));
    console.log(JSON.stringify(await openHandOff(text, code).catch((error) => error.message)));
"#;

#[test]
fn the_page_that_opens_without_us_says_of_every_file_what_it_is() {
    says(1, |case| {
        let file = [FAULTS, "/", &case.file].concat();
        let options = ["--input-type=module"];
        let output = run(Path::new("node"), &options, PAGE, &[&file, &case.code]);
        match serde_json::from_slice(&output.stdout).expect("JSON") {
            Value::String(why) => why,
            _ => opens(&output.stdout),
        }
    });
}

/// A recipe opens it, or ends with an error and prints nothing.
fn by_recipe(tool: &Path, options: &[&str], program: &str, case: &Case) -> String {
    let file = [FAULTS, "/", &case.file].concat();
    let output = run(tool, options, program, &[&file, &case.code]);
    if output.status.success() {
        return opens(&output.stdout);
    }
    assert!(output.stdout.is_empty(), "{} and prints", case.file);
    "refuses".to_owned()
}

#[test]
fn jose_opens_what_is_whole_and_nothing_else() {
    let program = recipe("js");
    says(2, |case| {
        by_recipe(Path::new("node"), &["--input-type=module"], &program, case)
    });
}

#[test]
fn jwcrypto_opens_what_is_whole_and_nothing_else() {
    let Some(python) = python() else {
        return eprintln!("no jwcrypto here: scripts/setup test could not install it");
    };
    let program = recipe("python");
    says(3, |case| by_recipe(&python, &[], &program, case));
}

#[test]
fn every_file_of_the_folder_is_a_case() {
    let mut there: Vec<_> = std::fs::read_dir(root().join(FAULTS))
        .expect("the folder")
        .map(|file| {
            file.expect("a file")
                .file_name()
                .into_string()
                .expect("a name")
        })
        .filter(|name| name.ends_with(".stepnote"))
        .collect();
    there.sort();
    assert_eq!(
        there,
        cases()
            .into_iter()
            .map(|case| case.file)
            .collect::<Vec<_>>()
    );
}
