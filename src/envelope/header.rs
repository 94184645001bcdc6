//! The protected header: what it may say, and every bound, before any key is derived.

use serde_json::{Map, Value};

use super::ecdh::{self, PublicKey};
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
/// The longest `apu` and `apv`, in bytes.
const PARTY: usize = 64;

/// What the reader needs from a header that passed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Header {
    /// Where the wrapping key comes from.
    pub keying: Keying,
    /// Whether the plaintext is packed with raw DEFLATE.
    pub deflated: bool,
}

/// Where the wrapping key comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Keying {
    /// A generated code.
    Code {
        /// PBKDF2 salt input.
        p2s: Vec<u8>,
        /// PBKDF2 rounds.
        p2c: u32,
    },
    /// An office's key.
    Office {
        /// The ephemeral key.
        epk: PublicKey,
        /// Which key it was sealed to; "" where that is not said.
        kid: String,
        /// What foreign tools may say of the sender.
        apu: Vec<u8>,
        /// The thumbprint of the office's key.
        apv: Vec<u8>,
    },
}

/// The header as JSON text, the bytes that are authenticated.
pub(crate) fn write(header: &Header) -> Vec<u8> {
    let zip = if header.deflated {
        r#","zip":"DEF""#
    } else {
        ""
    };
    let (before, after) = CTY;
    let alg = match header.keying {
        Keying::Code { .. } => ALG,
        Keying::Office { .. } => ecdh::ALG,
    };
    let keying = match &header.keying {
        Keying::Code { p2s, p2c } => {
            let p2s = b64(p2s);
            format!(r#""p2s":"{p2s}","p2c":{p2c}"#)
        }
        Keying::Office { epk, kid, apv, .. } => {
            let (x, y) = epk.coordinates();
            let (x, y, apv) = (b64(&x), b64(&y), b64(apv));
            format!(
                r#""epk":{{"kty":"EC","crv":"P-256","x":"{x}","y":"{y}"}},"kid":"{kid}","apv":"{apv}""#
            )
        }
    };
    format!(
        r#"{{"alg":"{alg}","enc":"{ENC}","typ":"JOSE+JSON","cty":"application/{before}{MAJOR}{after}",{keying}{zip}}}"#
    )
    .into_bytes()
}

/// Reads and judges a header.
pub(crate) fn read(protected: &[u8]) -> Result<Header, OpenError> {
    let Ok(Value::Object(header)) = json::parse(protected) else {
        return Err(OpenError::Damaged);
    };
    // First: a newer version may well use algorithms that we have never heard of.
    version(&header)?;
    if header.contains_key("crit") {
        return Err(OpenError::Unsupported);
    }
    let text = |name| header.get(name).and_then(Value::as_str);
    let office = match text("alg") {
        Some(ALG) => false,
        // One without its ephemeral key, or of another kind, is opened by whoever made it so.
        Some(ecdh::ALG) if header.contains_key("epk") => true,
        Some(alg) if alg.starts_with("ECDH-ES") => {
            return Err(OpenError::ForAnotherOffice { kid: kid(&header) });
        }
        _ => return Err(OpenError::Unsupported),
    };
    let deflated = match header.get("zip") {
        None => false,
        Some(Value::String(zip)) if zip == "DEF" => true,
        Some(_) => return Err(OpenError::Unsupported),
    };
    if text("enc") != Some(ENC) {
        return Err(OpenError::Unsupported);
    }
    let keying = if office {
        to_office(&header)?
    } else {
        under_code(&header)?
    };
    Ok(Header { keying, deflated })
}

fn under_code(header: &Map<String, Value>) -> Result<Keying, OpenError> {
    let rounds = header.get("p2c").and_then(Value::as_u64);
    let rounds = rounds.filter(|rounds| ROUNDS.contains(rounds));
    let p2c = rounds.ok_or(OpenError::Unsupported)?;
    let p2s = header.get("p2s").and_then(Value::as_str).and_then(unb64);
    let p2s = p2s.filter(|p2s| SALT.contains(&p2s.len()));
    Ok(Keying::Code {
        p2s: p2s.ok_or(OpenError::Damaged)?,
        p2c: p2c as u32,
    })
}

/// Only P-256; a point that is none never reaches the arithmetic.
fn to_office(header: &Map<String, Value>) -> Result<Keying, OpenError> {
    let epk = header.get("epk").and_then(Value::as_object);
    let epk = epk.ok_or(OpenError::Damaged)?;
    let text = |name| epk.get(name).and_then(Value::as_str);
    if (text("kty"), text("crv")) != (Some("EC"), Some("P-256")) {
        return Err(OpenError::Unsupported);
    }
    let coordinate = |name| text(name).and_then(unb64).ok_or(OpenError::Damaged);
    let (x, y) = (coordinate("x")?, coordinate("y")?);
    let party = |name| match header.get(name) {
        None => Ok(Vec::new()),
        Some(party) => party
            .as_str()
            .and_then(unb64)
            .filter(|party| party.len() <= PARTY)
            .ok_or(OpenError::Damaged),
    };
    Ok(Keying::Office {
        epk: PublicKey::from_coordinates(&x, &y).ok_or(OpenError::Damaged)?,
        kid: kid(header),
        apu: party("apu")?,
        apv: party("apv")?,
    })
}

/// Which key it was sealed to; "" where that is not said in a way we read.
fn kid(header: &Map<String, Value>) -> String {
    let kid = header.get("kid").and_then(Value::as_str);
    let kid = kid.filter(|kid| kid.len() <= 64 && unb64(kid).is_some());
    kid.unwrap_or_default().to_owned()
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
