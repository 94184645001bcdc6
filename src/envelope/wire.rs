//! The JWE as a file: flattened JSON (RFC 7516 §7.2.2), as mail, memory sticks and people leave it.

use core::fmt;

use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use super::cipher::{IV, TAG};
use super::error::{LooksLike, OpenError};
use super::header::{self, Header};
use super::json::{self, JsonError};
use super::kdf::WRAPPED;
use super::{b64, unb64};

/// The largest file that is read or written, in bytes.
pub const MAX_FILE: usize = 4 << 20;

/// The parts in the order of the compact form.
const PARTS: [&str; 5] = ["protected", "encrypted_key", "iv", "ciphertext", "tag"];

/// Members that would change what the parts mean: several recipients, headers nobody
/// authenticated, further authenticated data.
const FOREIGN: [&str; 4] = ["recipients", "header", "unprotected", "aad"];

/// For the person who opens the file in a text editor. Not authenticated; readers ignore it.
const ABOUT: &str = "ステップノートの暗号化ファイルです。ステップノートの「受け取る」か、JOSE (JWE) に対応したソフトに、合い言葉の番号をハイフンつきで入れると開きます。 \
This is an encrypted step note: it opens in ステップノート, or in any software with a JOSE (JWE) library, with the code (hyphens included) as the password.";

/// A sealed hand-off whose shape is right; only the code is missing.
#[derive(Clone, PartialEq, Eq)]
pub struct Sealed {
    /// The header's bytes as they were authenticated.
    pub(crate) protected: Vec<u8>,
    pub(crate) encrypted_key: [u8; WRAPPED],
    pub(crate) iv: [u8; IV],
    pub(crate) ciphertext: Vec<u8>,
    pub(crate) tag: [u8; TAG],
    pub(crate) header: Header,
}

impl Sealed {
    /// Judges the five parts, in the order of the compact form.
    pub(crate) fn from_parts(parts: [Vec<u8>; 5]) -> Result<Self, OpenError> {
        let [protected, encrypted_key, iv, ciphertext, tag] = parts;
        let header = header::read(&protected)?;
        let damaged = |_| OpenError::Damaged;
        Ok(Self {
            encrypted_key: encrypted_key.try_into().map_err(damaged)?,
            iv: iv.try_into().map_err(damaged)?,
            tag: tag.try_into().map_err(damaged)?,
            protected,
            ciphertext,
            header,
        })
    }

    /// The parts, in the order of the compact form.
    pub(crate) fn parts(&self) -> [&[u8]; 5] {
        [
            &self.protected,
            &self.encrypted_key,
            &self.iv,
            &self.ciphertext,
            &self.tag,
        ]
    }

    /// What AES-GCM authenticates beside the ciphertext (RFC 7516 §5.1 step 14).
    pub(crate) fn aad(&self) -> Vec<u8> {
        b64(&self.protected).into_bytes()
    }

    /// The file: UTF-8 JSON, one member a line.
    pub fn to_file(&self) -> String {
        let parts = self.parts().map(b64);
        let check = check(&parts);
        let members = [("about", ABOUT), ("check", &check)];
        let parts = PARTS.into_iter().zip(parts.iter().map(String::as_str));
        let lines: Vec<String> = members
            .into_iter()
            .chain(parts)
            .map(|(name, text)| format!("\"{name}\": \"{text}\""))
            .collect();
        format!("{{\n{}\n}}\n", lines.join(",\n"))
    }
}

impl fmt::Debug for Sealed {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Sealed({} bytes)", self.ciphertext.len())
    }
}

/// Reads a file, or text pasted from one. Everything that can be said without the code is said
/// here, and before any key is derived. Takes flattened JSON and the compact form.
pub fn parse_file(bytes: &[u8]) -> Result<Sealed, OpenError> {
    if let Some(looks_like) = magic(bytes) {
        return Err(OpenError::not_ours(looks_like));
    }
    if bytes.len() > MAX_FILE {
        return Err(OpenError::TooLong);
    }
    let text = tidy(bytes);
    if text.is_empty() {
        Err(OpenError::Empty)
    } else if text.starts_with('{') {
        parse_json(&text)
    } else if text.starts_with("eyJ") {
        parse_compact(&text)
    } else {
        Err(stranger(&text))
    }
}

/// Undoes what mail programs, editors and operating systems do to a text file: byte order mark,
/// line ends, wrapped lines. Bytes that are no UTF-8 can only be in `about`, which does not matter.
fn tidy(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    let text = text.trim_start_matches('\u{feff}');
    let text: String = text
        .chars()
        .filter(|c| !matches!(c, '\r' | '\n' | '\t'))
        .collect();
    text.trim().into()
}

fn parse_json(text: &str) -> Result<Sealed, OpenError> {
    let object = match json::parse(text.as_bytes()) {
        Ok(Value::Object(object)) => object,
        Err(JsonError::Cut) if !text.ends_with('}') => return Err(OpenError::CutShort),
        _ => return Err(stranger(text)),
    };
    if FOREIGN.iter().any(|name| object.contains_key(*name)) {
        return Err(OpenError::Unsupported);
    }
    if !PARTS.iter().any(|name| object.contains_key(*name)) {
        return Err(OpenError::not_ours(LooksLike::Text));
    }
    let mut texts = PARTS.map(|_| String::new());
    for (text, name) in texts.iter_mut().zip(PARTS) {
        *text = part(&object, name).ok_or(OpenError::Damaged)?;
    }
    // Other tools write no check: then damage and a wrong code cannot be told apart.
    if object.contains_key("check") && part(&object, "check") != Some(check(&texts)) {
        return Err(OpenError::Damaged);
    }
    decode(&texts)
}

/// A member's text without the spaces that wrapping put into it.
fn part(object: &Map<String, Value>, name: &str) -> Option<String> {
    let text = object.get(name)?.as_str()?;
    Some(text.split(' ').collect())
}

fn parse_compact(text: &str) -> Result<Sealed, OpenError> {
    let text: String = text.split(' ').collect();
    let alphabet = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    if !text.chars().all(alphabet) {
        return Err(stranger(&text));
    }
    let parts: Vec<&str> = text.split('.').collect();
    match <[&str; 5]>::try_from(parts) {
        Ok(parts) if parts[4].len() < 22 => Err(OpenError::CutShort),
        Ok(parts) => decode(&parts),
        Err(parts) if parts.len() < 5 => Err(OpenError::CutShort),
        Err(_) => Err(OpenError::Damaged),
    }
}

fn decode<T: AsRef<str>>(texts: &[T; 5]) -> Result<Sealed, OpenError> {
    let mut parts = PARTS.map(|_| Vec::new());
    for (part, text) in parts.iter_mut().zip(texts) {
        *part = unb64(text.as_ref()).ok_or(OpenError::Damaged)?;
    }
    Sealed::from_parts(parts)
}

/// Tells a damaged file from a wrong one. No key goes into it, so it protects against accidents
/// only; against people there is the tag.
fn check(parts: &[String; 5]) -> String {
    format!("sha256:{}", b64(&Sha256::digest(parts.join("."))))
}

/// A text that does not parse: ours but damaged, or something else.
fn stranger(text: &str) -> OpenError {
    let named = |name: &&str| text.contains(&format!("\"{name}\""));
    if PARTS.iter().filter(|name| named(name)).count() > 1 {
        OpenError::Damaged
    } else if text.contains(['\0', char::REPLACEMENT_CHARACTER]) {
        OpenError::not_ours(LooksLike::Other)
    } else {
        OpenError::not_ours(LooksLike::Text)
    }
}

/// What the first bytes say, if they say anything.
fn magic(bytes: &[u8]) -> Option<LooksLike> {
    const PHOTOS: [&[u8]; 4] = [b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"BM"];
    let brand = bytes.get(4..12).unwrap_or_default();
    if PHOTOS.iter().any(|start| bytes.starts_with(start))
        || (bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP"))
        || [b"heic", b"heix", b"mif1", b"msf1", b"avif"]
            .iter()
            .any(|kind| brand == [*b"ftyp", **kind].as_flattened())
    {
        Some(LooksLike::Photo)
    } else if bytes.starts_with(b"%PDF") {
        Some(LooksLike::Pdf)
    } else if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        Some(LooksLike::Zip)
    } else {
        None
    }
}
