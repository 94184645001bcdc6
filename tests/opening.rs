//! Opening without us: the recipes of `docs/opening.md` are run as they stand there, and what other
//! tools sealed once opens here for ever.

#[path = "support/tools.rs"]
mod tools;

use std::{fs, path::Path};

use serde_json::{Map, Value, json};
use stepnote::{
    envelope::{Code, OfficeKey, parse_file},
    form::Kind,
    forms,
    text::Text,
};
use tools::{kept, python, recipe, root, run};

const OURS: &str = "tests/golden/handoff/v1";
const THEIRS: &str = "tests/golden/foreign/v1";
const TEXT: &str = r#"{"v":1,"kind":"handoff","issuedAt":"2026-11-21","lang":"ja","sheets":[],"note":"髙橋 﨑 𠮷"}"#;

fn code() -> Code {
    let code = String::from_utf8(kept(OURS, "example.code")).expect("digits");
    Code::parse(&code).expect("a code")
}

fn key() -> OfficeKey {
    let key = kept("tests/golden/office/v1", "example.key");
    OfficeKey::from_bytes(&key.try_into().expect("32 bytes")).expect("a key")
}

fn opens_our_example_and_nothing_with_another_code(tool: &Path, options: &[&str], program: &str) {
    let file = [OURS, "/example.stepnote"].concat();
    let opened = run(tool, options, program, &[&file, code().as_str()]);
    let said = String::from_utf8_lossy(&opened.stderr);
    assert!(opened.status.success(), "{said}");
    let opened: Value = serde_json::from_slice(&opened.stdout).expect("JSON");
    let example: Value = serde_json::from_slice(&kept(OURS, "example.json")).expect("JSON");
    assert_eq!(opened, example);
    let wrong = run(tool, options, program, &[&file, "0000-0000-0000-0000-0098"]);
    assert!(!wrong.status.success() && wrong.stdout.is_empty());
}

#[test]
fn the_recipe_for_node_and_jose_opens_our_example() {
    let options = ["--input-type=module"];
    opens_our_example_and_nothing_with_another_code(Path::new("node"), &options, &recipe("js"));
}

#[test]
fn the_recipe_for_python_and_jwcrypto_opens_our_example() {
    let Some(python) = python() else {
        return eprintln!("no jwcrypto here: scripts/setup test could not install it");
    };
    opens_our_example_and_nothing_with_another_code(&python, &[], &recipe("python"));
}

#[test]
fn what_jose_and_jwcrypto_sealed_under_a_code_once_opens_here() {
    for name in ["jose-code.jwe", "jwcrypto-code.jwe"] {
        let sealed = parse_file(&kept(THEIRS, name)).expect(name);
        assert_eq!(sealed.open(&code()).expect(name)[..], *TEXT.as_bytes());
    }
}

#[test]
fn what_jose_and_jwcrypto_sealed_to_an_office_once_opens_here() {
    for name in ["jose-office.jwe", "jwcrypto-office.jwe"] {
        let sealed = parse_file(&kept(THEIRS, name)).expect(name);
        assert_eq!(sealed.open_with(&key()).expect(name)[..], *TEXT.as_bytes());
    }
}

const JOSE: &str = r#"
    import { createECDH } from "node:crypto";
    import { FlattenedEncrypt, importJWK } from "jose";
    const [text, code, hex] = process.argv.slice(2);
    const utf8 = (text) => new TextEncoder().encode(text);
    const own = createECDH("prime256v1");
    own.setPrivateKey(Buffer.from(hex, "hex"));
    const point = own.getPublicKey();
    const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString("base64url"));
    const office = await importJWK({ kty: "EC", crv: "P-256", x, y }, "ECDH-ES+A256KW");
    const seal = (alg, key, more = {}) => new FlattenedEncrypt(utf8(text)).setProtectedHeader({ alg, enc: "A256GCM" })
      .setKeyManagementParameters(more).encrypt(key);
    console.log(JSON.stringify(await seal("PBES2-HS512+A256KW", utf8(code), { p2c: 600000 })));
    console.log(JSON.stringify(await seal("ECDH-ES+A256KW", office)));
"#;

const JWCRYPTO: &str = r#"
import json, sys
from cryptography.hazmat.primitives.asymmetric import ec
from jwcrypto import jwe, jwk
text, code, hex = sys.argv[1:]
office = jwk.JWK.from_pyca(ec.derive_private_key(int(hex, 16), ec.SECP256R1()).public_key())
for alg, key in (("PBES2-HS512+A256KW", jwk.JWK.from_password(code)), ("ECDH-ES+A256KW", office)):
    header = json.dumps({"alg": alg, "enc": "A256GCM"})
    print(jwe.JWE(text.encode(), protected=header, recipient=key).serialize(compact=True))
"#;

/// Writes what the other tools seal, each only if it is not there. Never written again.
#[test]
#[ignore = "writes the golden files, once"]
fn write_what_other_tools_seal_once() {
    use std::fmt::Write as _;
    let folder = root().join(THEIRS);
    assert!(!folder.exists());
    let mut hex = String::new();
    for byte in key().expose().iter() {
        write!(hex, "{byte:02x}").expect("a string grows");
    }
    let (code, python) = (code(), python().expect("jwcrypto"));
    let arguments = [TEXT, code.as_str(), &hex];
    let jose = run(
        Path::new("node"),
        &["--input-type=module"],
        JOSE,
        &arguments,
    );
    let jwcrypto = run(&python, &[], JWCRYPTO, &arguments);
    fs::create_dir_all(&folder).expect("a folder");
    for (tool, output) in [("jose", jose), ("jwcrypto", jwcrypto)] {
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{said}");
        let lines = String::from_utf8(output.stdout).expect("text");
        for (line, how) in lines.lines().zip(["code", "office"]) {
            let name = [tool, "-", how, ".jwe"].concat();
            fs::write(folder.join(name), [line, "\n"].concat()).expect("written");
        }
    }
}

/// Where the labels begin and end in the page.
const LABELS: (&str, &str) = (
    r#"<script id="labels" type="application/json">"#,
    "</script>",
);

fn page() -> String {
    fs::read_to_string(root().join("shell/open.html")).expect("the page")
}

/// What every id is called, in Japanese and English: `{form: {title, names, choices}}`.
fn labels() -> Value {
    let both = |text: Text| json!([text.ja, text.en]);
    let mut all = Map::new();
    for form in forms::EVERY {
        let (mut names, mut choices) = (Map::new(), Map::new());
        for section in form.sections {
            names.insert(section.id.into(), both(section.title));
            for question in section.questions {
                names.insert(question.id.into(), both(question.label));
                if let Kind::One(given) | Kind::Many(given) = question.kind {
                    let given = given
                        .iter()
                        .map(|one| (one.code.to_owned(), both(one.label)));
                    choices.insert(question.id.into(), Value::Object(given.collect()));
                }
            }
        }
        let form_ = json!({"title": both(form.title), "names": names, "choices": choices});
        all.insert(form.id.into(), form_);
    }
    Value::Object(all)
}

#[test]
fn the_page_that_opens_without_us_knows_what_every_question_and_answer_is_called() {
    let page = page();
    let (_, rest) = page.split_once(LABELS.0).expect("labels");
    let (written, _) = rest.split_once(LABELS.1).expect("their end");
    let written: Value = serde_json::from_str(written).expect("JSON");
    assert!(
        written == labels(),
        "write them anew: cargo test --test opening -- --ignored labels"
    );
}

#[test]
#[ignore = "writes the labels into the page"]
fn write_the_labels_into_the_page() {
    let page = page();
    let (before, rest) = page.split_once(LABELS.0).expect("labels");
    let (_, after) = rest.split_once(LABELS.1).expect("their end");
    let labels = labels().to_string();
    assert!(!labels.contains('<'), "no label ends the script");
    let page = [before, LABELS.0, &labels, LABELS.1, after].concat();
    fs::write(root().join("shell/open.html"), page).expect("written");
}

/// Shows a hand-off with as much of a page as `show` needs, and prints its text.
const SHOWN: &str = r#"
    const fs = require("node:fs");
    const page = fs.readFileSync("shell/open.html", "utf8");
    const labels = /<script id="labels" type="application\/json">([^]*?)<\/script>/.exec(page)[1];
    const program = page.slice(page.lastIndexOf("<script>") + 8, page.lastIndexOf("</script>"));
    const node = (name) => ({ name, children: [], append(...all) { this.children.push(...all); }, replaceChildren(...all) { this.children = all; } });
    const standing = { labels: { textContent: labels } };
    globalThis.document = { documentElement: {}, createElement: node, getElementById: (id) => standing[id] ??= node(id) };
    Object.defineProperty(globalThis, "navigator", { value: { language: "ja" } });
    new Function(program + ";page(" + fs.readFileSync(process.argv[2], "utf8") + ")")();
    const text = (one) => typeof one === "string" ? one + "\n" : one.lang === "en" ? "" : one.children.map(text).join("");
    console.log(text(standing.content));
"#;

#[test]
fn what_is_shown_without_us_reads_as_it_was_asked() {
    let shown = run(
        Path::new("node"),
        &[],
        SHOWN,
        &["tests/golden/handoff/v1/example.json"],
    );
    assert!(
        shown.status.success(),
        "{}",
        String::from_utf8_lossy(&shown.stderr)
    );
    let shown = String::from_utf8(shown.stdout).expect("text");
    let medicine = forms::MEDICATION
        .groups()
        .next()
        .and_then(|part| part.question("diagnosis"));
    for label in [
        forms::PROFILE.title.ja,
        "好きなこと・得意なこと",
        medicine.expect("asked").label.ja,
    ] {
        assert!(shown.contains(label), "「{label}」 is missing in {shown}");
    }
    for id in ["diagnosis", "likes", "dislikes", "relation", "receiptSalt"] {
        assert!(!shown.lines().any(|line| line == id), "{id} stands there");
    }
}
