//! The head of a backup: what it is, and how it is opened. It names no one.

use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use crate::envelope::{Key, NoRandom, b64, open_box, parse_json, seal_box, unb64};
use crate::vault::{Coming, Header, Kek, SaveError, Shelf, SlotKind, Vault, VaultError};

use super::Refused;
use super::stream::Reader;

/// The version that is written, and the newest that is read.
const VERSION: u64 = 1;
/// Every backup begins so.
const MAGIC: &[u8] = b"stepnote-backup\n";
/// The longest head's JSON, bytes.
const MOST_JSON: usize = 1 << 16;
/// Bytes of the digest behind the JSON.
const DIGEST: usize = 32;
/// As many bytes from the start of a file hold the whole head.
pub const MOST_HEAD: usize = MAGIC.len() + 4 + MOST_JSON + DIGEST;
/// For whoever opens it in an editor. It is authenticated, and means nothing.
const ABOUT: &str =
    "ステップノートのバックアップです。ステップノートの「バックアップから戻す」で開きます。";

/// The head of a backup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    header: Header,
    key: Vec<u8>,
    pub(super) packed: bool,
    pub(super) digest: [u8; DIGEST],
    length: usize,
}

/// The head's bytes, and what seals what follows.
pub(super) fn write(
    (header, seal): (Header, Key),
    packed: bool,
    random: &mut dyn FnMut(&mut [u8]),
) -> Result<(Vec<u8>, Key, [u8; DIGEST]), NoRandom> {
    let key = Key::make(random)?;
    let aad = aad(header.id());
    let mut head = Map::new();
    head.insert("fmt".into(), "svb".into());
    head.insert("v".into(), VERSION.into());
    head.insert("minReader".into(), VERSION.into());
    head.insert("about".into(), ABOUT.into());
    head.insert("vault".into(), header.to_json());
    let sealed = seal_box(&seal, aad.as_bytes(), key.expose(), random)?;
    head.insert("key".into(), b64(&sealed).into());
    if packed {
        head.remove("about");
        head.insert("zip".into(), "DEF".into());
    }
    let json = Value::Object(head).to_string().into_bytes();
    let digest: [u8; DIGEST] = Sha256::digest(&json).into();
    let length = (json.len() as u32).to_be_bytes();
    Ok(([MAGIC, &length, &json, &digest].concat(), key, digest))
}

fn aad(vault: &str) -> String {
    format!(r#"{{"fmt":"svb","vaultId":"{vault}","use":"key"}}"#)
}

/// Reads the head from the start of a file: its first [`MOST_HEAD`] bytes, or all there are.
pub fn parse_head(start: &[u8]) -> Result<Head, Refused> {
    if start.is_empty() {
        return Err(Refused::Empty);
    }
    let Some(rest) = start.strip_prefix(MAGIC) else {
        let cut = MAGIC.starts_with(start);
        return Err(if cut {
            Refused::CutShort
        } else {
            Refused::NotOurs
        });
    };
    let (length, rest) = rest.split_first_chunk().ok_or(Refused::CutShort)?;
    let length = u32::from_be_bytes(*length) as usize;
    if length > MOST_JSON {
        return Err(Refused::Damaged);
    }
    let (json, rest) = rest.split_at_checked(length).ok_or(Refused::CutShort)?;
    let (digest, _) = rest.split_first_chunk().ok_or(Refused::CutShort)?;
    if Sha256::digest(json)[..] != digest[..] {
        return Err(Refused::Damaged);
    }
    let Ok(Value::Object(head)) = parse_json(json) else {
        return Err(Refused::Damaged);
    };
    let text = |name| head.get(name).and_then(Value::as_str);
    let oldest = head.get("minReader").and_then(Value::as_u64);
    match (text("fmt"), oldest) {
        (Some("svb"), Some(..=VERSION)) => (),
        (Some("svb"), Some(_)) => return Err(Refused::TooNew),
        _ => return Err(Refused::Damaged),
    }
    let packed = match text("zip") {
        None => false,
        Some("DEF") => true,
        Some(_) => return Err(Refused::TooNew),
    };
    let header = head.get("vault").map(Value::to_string);
    let header = Header::from_json(&header.unwrap_or_default()).map_err(|error| match error {
        VaultError::TooNew => Refused::TooNew,
        _ => Refused::Damaged,
    })?;
    Ok(Head {
        key: text("key").and_then(unb64).ok_or(Refused::Damaged)?,
        length: MAGIC.len() + 4 + json.len() + DIGEST,
        digest: *digest,
        packed,
        header,
    })
}

impl Head {
    /// How it is opened: what [`derive_kek`](crate::vault::derive_kek) needs stands there.
    pub fn header(&self) -> &Header {
        &self.header
    }

    /// Bytes of the head: what follows goes to [`Reader::feed`].
    pub fn length(&self) -> usize {
        self.length
    }

    /// Opens the backup.
    pub fn unlock(&self, kind: SlotKind, kek: &Kek) -> Result<Reader, Refused> {
        let seal = self
            .header
            .backup_key(kind, kek)
            .map_err(|error| match error {
                VaultError::WrongPassphrase => Refused::WrongPassphrase,
                VaultError::OtherVault => Refused::OtherVault,
                _ => Refused::Damaged,
            })?;
        let key = open_box(&seal, aad(self.header.id()).as_bytes(), &self.key);
        let key = key.and_then(|key| Key::from_slice(&key));
        Ok(Reader::new(key.ok_or(Refused::Damaged)?, self))
    }

    /// A vault with these children, that opens with what opens this backup: on a new device, or where
    /// the browser has removed everything. It is there as a whole or not at all. `made_ms`: when the
    /// backup was made, in milliseconds since 1970.
    pub fn make_vault<S: Shelf>(
        &self,
        kind: SlotKind,
        kek: &Kek,
        shelf: S,
        (children, made_ms): (&[Coming<'_>], u64),
        random: &mut dyn FnMut(&mut [u8]),
    ) -> Result<Vault<S>, SaveError> {
        let way = (&self.header, kind, kek);
        Vault::of_backup(shelf, way, children, made_ms, random)
    }
}
