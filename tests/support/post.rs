//! What can happen to a hand-off on its way, made of the example that was written once for ever.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// The whole family, sealed.
pub const EXAMPLE: &[u8] = include_bytes!("../golden/handoff/v1/example.stepnote");

/// The code that opens it, `dddd-dddd-dddd-dddd-dddd`.
pub fn code() -> &'static str {
    include_str!("../golden/handoff/v1/example.code").trim()
}

/// The end did not arrive.
pub fn cut_short() -> Vec<u8> {
    EXAMPLE[..EXAMPLE.len() / 2].to_vec()
}

/// A letter was changed by accident.
pub fn damaged() -> Vec<u8> {
    let mut file = example();
    another_letter(&mut file["ciphertext"]);
    file.to_string().into_bytes()
}

/// Somebody changed a letter and hid it from the check.
pub fn altered() -> Vec<u8> {
    let mut file = example();
    another_letter(&mut file["ciphertext"]);
    checked(file)
}

/// From the time after us.
pub fn too_new() -> Vec<u8> {
    with_header(|header| header["cty"] = json!("application/vnd.stepnote.handoff.v2+json"))
}

/// Sealed to the key of one office.
pub fn for_another_office() -> Vec<u8> {
    with_header(|header| {
        header["alg"] = json!("ECDH-ES+A256KW");
        header["kid"] = json!("8NoF1jZ3aGc");
    })
}

fn example() -> Value {
    serde_json::from_slice(EXAMPLE).unwrap()
}

fn another_letter(part: &mut Value) {
    let mut text = part.as_str().unwrap().to_owned();
    let another = if text.starts_with('A') { "B" } else { "A" };
    text.replace_range(..1, another);
    *part = json!(text);
}

fn with_header(change: impl FnOnce(&mut Value)) -> Vec<u8> {
    let mut file = example();
    let header = URL_SAFE_NO_PAD
        .decode(file["protected"].as_str().unwrap())
        .unwrap();
    let mut header: Value = serde_json::from_slice(&header).unwrap();
    change(&mut header);
    file["protected"] = json!(URL_SAFE_NO_PAD.encode(header.to_string()));
    checked(file)
}

/// With a check that fits (`envelope/FORMAT.md` §2).
fn checked(mut file: Value) -> Vec<u8> {
    let parts = ["protected", "encrypted_key", "iv", "ciphertext", "tag"];
    let compact = parts.map(|part| file[part].as_str().unwrap()).join(".");
    let sum = URL_SAFE_NO_PAD.encode(Sha256::digest(compact));
    file["check"] = json!(format!("sha256:{sum}"));
    file.to_string().into_bytes()
}
