//! The protected header: what it may say, and every bound, before any key is derived.

use serde_json::{Map, Value};

use super::error::OpenError;
use super::kdf::ALG;
use super::{b64, json, unb64};

/// The only content encryption.
const ENC: &str = "A256GCM";
/// Media type of the plaintext, around its major version.
const CTY: (&str, &str) = ("vnd.stepnote.handoff.v", "+json");
/// The major version this code writes, and the newest it reads.
const MAJOR: u32 = 1;
/// PBKDF2 rounds that are accepted. Fewer would be no work for a thief, more would be a trap for
/// the reader (CVE-2022-36083 and its kin).
const ROUNDS: core::ops::RangeInclusive<u64> = 1_000..=1_000_000;
/// Salt lengths that are accepted, in bytes.
const SALT: core::ops::RangeInclusive<usize> = 16..=64;
/// The longest header, in bytes; ours has about 200.
const LONGEST: usize = 4096;

/// What the reader needs from a header that passed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Header {
    /// PBKDF2 salt input.
    pub p2s: Vec<u8>,
    /// PBKDF2 rounds.
    pub p2c: u32,
    /// Whether the plaintext is packed with raw DEFLATE.
    pub deflated: bool,
}

/// The header as JSON text, the bytes that are authenticated.
pub(crate) fn write(header: &Header) -> Vec<u8> {
    let (p2s, p2c) = (b64(&header.p2s), header.p2c);
    let zip = if header.deflated {
        r#","zip":"DEF""#
    } else {
        ""
    };
    let (before, after) = CTY;
    format!(
        r#"{{"alg":"{ALG}","enc":"{ENC}","typ":"JOSE+JSON","cty":"application/{before}{MAJOR}{after}","p2s":"{p2s}","p2c":{p2c}{zip}}}"#
    )
    .into_bytes()
}

/// Reads and judges a header.
pub(crate) fn read(protected: &[u8]) -> Result<Header, OpenError> {
    if protected.len() > LONGEST {
        return Err(OpenError::Damaged);
    }
    let Ok(Value::Object(header)) = json::parse(protected) else {
        return Err(OpenError::Damaged);
    };
    // First: a newer version may well use algorithms that we have never heard of.
    version(&header)?;
    if header.contains_key("crit") {
        return Err(OpenError::Unsupported);
    }
    let text = |name| header.get(name).and_then(Value::as_str);
    match text("alg") {
        Some(ALG) => (),
        Some(alg) if alg.starts_with("ECDH-ES") => {
            let kid = text("kid").filter(|kid| kid.len() <= 64 && unb64(kid).is_some());
            return Err(OpenError::ForAnotherOffice {
                kid: kid.unwrap_or_default().into(),
            });
        }
        _ => return Err(OpenError::Unsupported),
    }
    let deflated = match header.get("zip") {
        None => false,
        Some(Value::String(zip)) if zip == "DEF" => true,
        Some(_) => return Err(OpenError::Unsupported),
    };
    let rounds = header.get("p2c").and_then(Value::as_u64);
    let rounds = rounds.filter(|rounds| ROUNDS.contains(rounds));
    let (Some(p2c), Some(ENC)) = (rounds, text("enc")) else {
        return Err(OpenError::Unsupported);
    };
    let p2s = text("p2s").and_then(unb64);
    let p2s = p2s.filter(|p2s| SALT.contains(&p2s.len()));
    Ok(Header {
        p2s: p2s.ok_or(OpenError::Damaged)?,
        p2c: p2c as u32,
        deflated,
    })
}

/// Foreign tools may leave `cty` out; when it is there it must be ours.
fn version(header: &Map<String, Value>) -> Result<(), OpenError> {
    let Some(cty) = header.get("cty") else {
        return Ok(());
    };
    let major = cty.as_str().and_then(|cty| {
        let cty = cty.strip_prefix("application/").unwrap_or(cty);
        let major = cty.strip_prefix(CTY.0)?.strip_suffix(CTY.1)?;
        major.parse::<u32>().ok()
    });
    match major {
        Some(MAJOR) => Ok(()),
        Some(newer) if newer > MAJOR => Err(OpenError::TooNew),
        _ => Err(OpenError::Unsupported),
    }
}
