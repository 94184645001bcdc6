//! What is in a backup, one thing after the other.

use serde_json::{Value, json};
use zeroize::Zeroizing;

use crate::envelope::parse_json;
use crate::vault::ChildId;

use super::Refused;

/// The longest item, bytes: a note has some ten thousand, a piece of a photo a quarter of a million.
const MOST: usize = 4 << 20;
/// Bytes before an item: its kind and its length.
const FRAME: usize = 5;
/// Characters of a child's id.
const CHILD: usize = 22;
/// Bytes of a paper's id.
const PAPER: usize = 16;

const END: u8 = 0;
const MANIFEST: u8 = 1;
const NOTE: u8 = 2;
const PIECE: u8 = 3;
const DOCUMENT: u8 = 4;

/// One thing in a backup.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// What is in it; always the first.
    Manifest(Manifest),
    /// A child's note.
    Note {
        /// Whose.
        child: ChildId,
        /// As the vault keeps it.
        bytes: Zeroizing<Vec<u8>>,
    },
    /// A part of a photo or a PDF, sealed as it lies beside the note: the note has its key.
    Paper {
        /// Which paper.
        id: [u8; PAPER],
        /// Which part: its pieces from 0, `u32::MAX` the small picture of it.
        part: u32,
        /// As it lies there.
        bytes: Vec<u8>,
    },
    /// Something else by name: the log of what was handed over.
    Document {
        /// What it is, at most 255 bytes.
        name: String,
        /// JSON.
        bytes: Zeroizing<Vec<u8>>,
    },
}

/// What is in a backup.
#[derive(Debug, Clone, PartialEq)]
pub struct Manifest {
    /// When it was made, in milliseconds since 1970.
    pub made_ms: u64,
    /// Each child: its id, its label, when its note was last saved.
    pub children: Vec<(ChildId, Value, u64)>,
    /// Papers beside the notes: not in the form for QR codes.
    pub papers: bool,
}

impl Manifest {
    fn write(&self) -> Vec<u8> {
        let child = |(id, label, updated): &(ChildId, Value, u64)| json!({"id": id.as_str(), "label": label, "updated": updated});
        let children: Vec<Value> = self.children.iter().map(child).collect();
        let manifest = json!({
            "v": 1, "kind": "backup", "madeAt": self.made_ms, "papers": self.papers, "children": children,
        });
        manifest.to_string().into_bytes()
    }

    fn read(bytes: &[u8]) -> Option<Self> {
        let manifest = parse_json(bytes).ok()?;
        let child = |child: &Value| {
            let id = ChildId::from(child.get("id")?.as_str()?);
            let updated = child.get("updated")?.as_u64()?;
            Some((id, child.get("label")?.clone(), updated))
        };
        let children = manifest.get("children")?.as_array()?.iter();
        Some(Self {
            made_ms: manifest.get("madeAt")?.as_u64()?,
            children: children.map(child).collect::<Option<_>>()?,
            papers: manifest.get("papers")?.as_bool()?,
        })
    }
}

impl Item {
    /// Appends the item in its frame.
    pub(super) fn write(&self, out: &mut Vec<u8>) {
        match self {
            Item::Manifest(manifest) => frame(out, MANIFEST, &[&manifest.write()]),
            Item::Note { child, bytes } => frame(out, NOTE, &[child.as_str().as_bytes(), bytes]),
            Item::Paper { id, part, bytes } => frame(out, PIECE, &[id, &part.to_be_bytes(), bytes]),
            Item::Document { name, bytes } => {
                let length = [name.len() as u8];
                frame(out, DOCUMENT, &[&length, name.as_bytes(), bytes]);
            }
        }
    }

    fn read(kind: u8, bytes: &[u8]) -> Option<Item> {
        match kind {
            MANIFEST => Manifest::read(bytes).map(Item::Manifest),
            NOTE => {
                let (child, bytes) = bytes.split_at_checked(CHILD)?;
                let child = ChildId::from(core::str::from_utf8(child).ok()?);
                child.is_ours().then_some(())?;
                let bytes = bytes.to_vec().into();
                Some(Item::Note { child, bytes })
            }
            PIECE => {
                let (id, rest) = bytes.split_first_chunk()?;
                let (part, bytes) = rest.split_first_chunk()?;
                Some(Item::Paper {
                    id: *id,
                    part: u32::from_be_bytes(*part),
                    bytes: bytes.to_vec(),
                })
            }
            _ => {
                let (length, rest) = bytes.split_first()?;
                let (name, bytes) = rest.split_at_checked(usize::from(*length))?;
                Some(Item::Document {
                    name: core::str::from_utf8(name).ok()?.into(),
                    bytes: bytes.to_vec().into(),
                })
            }
        }
    }
}

/// The last frame: how many items went before.
pub(super) fn end(out: &mut Vec<u8>, items: u32) {
    frame(out, END, &[&items.to_be_bytes()]);
}

fn frame(out: &mut Vec<u8>, kind: u8, parts: &[&[u8]]) {
    let length: usize = parts.iter().map(|part| part.len()).sum();
    out.push(kind);
    out.extend((length as u32).to_be_bytes());
    for part in parts {
        out.extend(*part);
    }
}

/// Takes frames apart as their bytes come in.
#[derive(Default)]
pub(super) struct Frames {
    held: Zeroizing<Vec<u8>>,
    items: u32,
    ended: bool,
}

impl Frames {
    /// The items that are complete with these bytes. Kinds of a newer version are passed over.
    pub(super) fn take(&mut self, bytes: &[u8], into: &mut Vec<Item>) -> Result<(), Refused> {
        self.held.extend(bytes);
        let mut at = 0;
        while let Some((&[kind, a, b, c, d], rest)) = self.held[at..].split_first_chunk::<FRAME>() {
            let length = u32::from_be_bytes([a, b, c, d]) as usize;
            if length > MOST || self.ended {
                return Err(Refused::Damaged);
            }
            let Some(bytes) = rest.get(..length) else {
                break;
            };
            if kind == END {
                self.ended = bytes == self.items.to_be_bytes();
                if !self.ended {
                    return Err(Refused::Damaged);
                }
            } else {
                if (kind == MANIFEST) != (self.items == 0) {
                    return Err(Refused::Damaged);
                }
                if kind <= DOCUMENT {
                    into.push(Item::read(kind, bytes).ok_or(Refused::Damaged)?);
                }
                self.items += 1;
            }
            at += FRAME + length;
        }
        self.held.drain(..at);
        Ok(())
    }

    /// Whether all is there.
    pub(super) fn whole(&self) -> bool {
        self.ended && self.held.is_empty()
    }
}
