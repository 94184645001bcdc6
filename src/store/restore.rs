//! A backup read back, a piece at a time. It is read through once before anything is written, so that
//! nothing here is touched by a file that is cut short, damaged or somebody else's.

use std::rc::Rc;

use serde_json::Value;
use zeroize::Zeroizing;

use super::{Session, Unsaved, papers, shelf::OurShelf};
use crate::{
    attachment::{self, Part},
    backup::{Head, Item, MOST_HEAD, Reader, Refused, parse_head},
    browser::{
        blob::{Content, Pieces},
        database::{self, Database, PAPERS, PIECES},
        random,
    },
    record::Note,
    vault::{self, ChildId, Coming, Kek, SaveError, SlotKind, Way},
};

/// So much of a file is read at once, bytes.
const AT_ONCE: u64 = 1 << 20;

/// A backup that was not opened yet.
pub struct Closed {
    file: Content,
    head: Head,
}

/// A backup that was read through.
pub struct Opened {
    closed: Rc<Closed>,
    kind: SlotKind,
    kek: Kek,
    /// When it was made, in milliseconds since 1970.
    pub made_ms: u64,
    /// Whether photos and PDFs could be in it.
    pub with_papers: bool,
    /// The children's notes.
    pub notes: Vec<Brought>,
    /// How many photos and PDFs are in it.
    pub papers: usize,
}

/// A child's note out of a backup.
#[derive(Clone)]
pub struct Brought {
    /// The child's name in the vault that the backup is of.
    pub id: ChildId,
    /// Name and colour.
    pub label: Value,
    /// When it was last saved, in milliseconds since 1970.
    pub updated_ms: u64,
    /// As it was kept.
    pub bytes: Zeroizing<Vec<u8>>,
}

/// What came of photos and PDFs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Papers {
    /// How many are here now.
    pub here: usize,
    /// How many could not be put down.
    pub left: usize,
    /// There was no room for those.
    pub full: bool,
}

impl Brought {
    /// What the child is called.
    pub fn name(&self) -> &str {
        let name = self.label.get("name").and_then(Value::as_str);
        name.unwrap_or_default()
    }

    fn coming(&self) -> Coming<'_> {
        Coming {
            id: self.id.clone(),
            label: self.label.clone(),
            record: &self.bytes,
            updated_ms: self.updated_ms,
        }
    }

    /// The note; `None` where a newer version wrote it.
    pub fn note(&self) -> Option<Note> {
        Note::from_bytes(&self.bytes).ok()
    }
}

/// A backup that came as a set of QR codes.
pub fn of_codes(bytes: &[u8]) -> Option<Content> {
    let pieces = Pieces::default();
    pieces.add(bytes);
    pieces.content("application/octet-stream")
}

/// Looks whether a file is a backup. What cannot be read is empty.
pub async fn look(file: Content) -> Result<Closed, Refused> {
    let start = file.piece(0..file.size().min(MOST_HEAD as u64)).await;
    let head = parse_head(&start.ok_or(Refused::Empty)?)?;
    Ok(Closed { file, head })
}

/// Reads all of it; `told` is given the share that is done, in hundredths.
pub async fn read(
    closed: Rc<Closed>,
    kind: SlotKind,
    kek: Kek,
    told: &dyn Fn(u32),
) -> Result<Opened, Refused> {
    let mut manifest = None;
    let mut notes = Vec::new();
    let mut ids = Vec::new();
    closed
        .each(kind, &kek, told, &mut |item| match item {
            Item::Manifest(all) => manifest = Some(all),
            Item::Note { child, bytes } => notes.push((child, bytes)),
            Item::Paper { id, .. } => ids.push(id),
            Item::Document { .. } => {}
        })
        .await?;
    let manifest = manifest.ok_or(Refused::Damaged)?;
    let brought = notes.into_iter().map(|(id, bytes)| {
        let child = manifest.children.iter().find(|(child, ..)| *child == id);
        let (label, updated_ms) = child.map_or((Value::Null, 0), |(_, label, updated)| {
            (label.clone(), *updated)
        });
        Brought {
            id,
            label,
            updated_ms,
            bytes,
        }
    });
    ids.sort_unstable();
    ids.dedup();
    Ok(Opened {
        made_ms: manifest.made_ms,
        with_papers: manifest.papers,
        notes: brought.collect(),
        papers: ids.len(),
        closed,
        kind,
        kek,
    })
}

impl Closed {
    /// The ways of one kind that open it.
    pub fn ways(&self, kind: SlotKind) -> Vec<Way> {
        self.head.header().ways(kind)
    }

    /// Whether a key opens it.
    pub fn tries(&self, kind: SlotKind, kek: &Kek) -> Result<(), Refused> {
        self.head.unlock(kind, kek).map(|_| ())
    }

    async fn each(
        &self,
        kind: SlotKind,
        kek: &Kek,
        told: &dyn Fn(u32),
        take: &mut dyn FnMut(Item),
    ) -> Result<(), Refused> {
        let mut reading = self.begin(kind, kek)?;
        while let Some(items) = self.next(&mut reading, told).await? {
            items.into_iter().for_each(&mut *take);
        }
        Ok(())
    }

    fn begin(&self, kind: SlotKind, kek: &Kek) -> Result<Reading, Refused> {
        Ok(Reading {
            reader: Some(self.head.unlock(kind, kek)?),
            at: self.head.length() as u64,
        })
    }

    /// The next items; `None` after the last.
    async fn next(
        &self,
        reading: &mut Reading,
        told: &dyn Fn(u32),
    ) -> Result<Option<Vec<Item>>, Refused> {
        let size = self.file.size();
        if reading.at >= size {
            return reading.reader.take().map(Reader::end).transpose();
        }
        let Some(reader) = &mut reading.reader else {
            return Ok(None);
        };
        let next = (reading.at + AT_ONCE).min(size);
        let bytes = self.file.piece(reading.at..next).await;
        let items = reader.feed(&bytes.ok_or(Refused::CutShort)?)?;
        reading.at = next;
        told((next * 100 / size) as u32);
        Ok(Some(items))
    }
}

/// How far a backup was read.
struct Reading {
    reader: Option<Reader>,
    at: u64,
}

impl Opened {
    /// Puts down the photos and PDFs of these ids for the vault of this name; those that are here
    /// already stay as they are.
    pub async fn bring_papers(&self, wanted: &[String], vault: &str, told: &dyn Fn(u32)) -> Papers {
        let mut papers = Papers::default();
        if wanted.is_empty() || self.papers == 0 {
            return papers;
        }
        let Ok(database) = Database::open().await else {
            papers.left = wanted.len();
            return papers;
        };
        let closed = &self.closed;
        let mut begun = None;
        if let Ok(mut reading) = closed.begin(self.kind, &self.kek) {
            while let Ok(Some(items)) = closed.next(&mut reading, told).await {
                for item in items {
                    put(&database, item, wanted, vault, &mut begun, &mut papers).await;
                }
            }
        }
        finish(&database, begun.take(), vault, &mut papers).await;
        papers
    }

    /// Puts everything into a new vault on this device, which what opens the backup opens, and goes
    /// in. Where that fails, nothing is here, as before. What was broken here gives way.
    pub fn begin(&self, session: Session) -> Result<(), Unsaved> {
        session.enter(self.fill()?);
        Ok(())
    }

    fn fill(&self) -> Result<super::OurVault, SaveError> {
        let children: Vec<Coming<'_>> = self.notes.iter().map(Brought::coming).collect();
        let came = (children.as_slice(), self.made_ms);
        let head = &self.closed.head;
        head.make_vault(self.kind, &self.kek, OurShelf, came, &mut random::fill)
    }

    /// Names the vault that the backup is of; says nothing of what is in it.
    pub fn vault_name(&self) -> String {
        self.closed.head.header().vault.clone()
    }
}

/// Takes away what is left of a vault that does not open.
pub fn clear_remains() {
    let _ = vault::wipe(&OurShelf);
}

/// Says that papers are in use here before some come in, so that no other tab tidies them up.
pub async fn hold_papers(session: Session) {
    papers::tend(session).await;
}

/// A paper that is being put down.
struct Begun {
    id: String,
    size: u64,
    /// `false` for one that is here already.
    wanted: bool,
    failed: Option<database::Refused>,
}

async fn put(
    database: &Database,
    item: Item,
    wanted: &[String],
    vault: &str,
    begun: &mut Option<Begun>,
    papers: &mut Papers,
) {
    let Item::Paper { id, part, bytes } = item else {
        return;
    };
    let id = attachment::hex(&id);
    if begun.as_ref().is_none_or(|begun| begun.id != id) {
        finish(database, begun.take(), vault, papers).await;
        let is_wanted = wanted.contains(&id);
        let is_here = database.get(PAPERS, &id).await;
        let is_here = matches!(is_here, Ok(Some(_)));
        if is_wanted && is_here {
            papers.here += 1;
        }
        *begun = Some(Begun {
            id,
            size: 0,
            wanted: is_wanted && !is_here,
            failed: papers.full.then_some(database::Refused::Full),
        });
    }
    let Some(begun) = begun else { return };
    if !begun.wanted || begun.failed.is_some() {
        return;
    }
    let part = Part::numbered(part);
    if let Part::Piece(_) = part {
        begun.size += attachment::opened(bytes.len());
    }
    let place = part.place(&begun.id);
    begun.failed = match database.put(PIECES, &place, &bytes).await {
        Err(why) => Some(why),
        Ok(()) => match database.get(PIECES, &place).await {
            Ok(Some(there)) if there == bytes => None,
            _ => Some(database::Refused::Failed),
        },
    };
}

async fn finish(database: &Database, begun: Option<Begun>, vault: &str, papers: &mut Papers) {
    let Some(begun) = begun.filter(|begun| begun.wanted) else {
        return;
    };
    let done = match begun.failed {
        Some(why) => Err(why),
        None => {
            let head = attachment::head_of(begun.size, vault);
            database.put(PAPERS, &begun.id, &head).await
        }
    };
    match done {
        Ok(()) => papers.here += 1,
        Err(why) => {
            papers.left += 1;
            papers.full |= why == database::Refused::Full;
            // What cannot be removed now is spare, and tidied up later.
            let _ = database.remove(&begun.id).await;
        }
    }
}
