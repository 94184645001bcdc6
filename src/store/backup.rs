//! Everything of this device put into one sealed file, a piece at a time.

use serde_json::Value;

use super::Session;
use crate::{
    attachment::{self, Head, Part},
    backup::{self, Item, Manifest, Writer},
    browser::{
        blob::{Content, Pieces},
        clock,
        database::{Database, PAPERS, PIECES},
        random,
    },
    record::Note,
    vault::{Child as Kept, ChildId, KdfParams, Kek},
};

/// What a backup is, for the browser.
const MEDIA: &str = "application/octet-stream";

/// A backup that was made.
#[derive(Clone)]
pub struct Made {
    /// The file.
    pub file: Content,
    /// How many notes are in it.
    pub notes: usize,
    /// How many photos and PDFs.
    pub papers: usize,
    /// How many photos and PDFs the notes name that are not on this device.
    pub missing: usize,
    /// The children whose note does not open: they are not in it.
    pub closed: Vec<String>,
}

/// Why no backup was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unmade {
    /// The vault is locked.
    Locked,
    /// The browser failed to read or to make something.
    Failed,
    /// More than the codes can hold.
    TooLong,
}

/// The notes of all children.
struct Notes {
    manifest: Manifest,
    items: Vec<Item>,
    papers: Vec<String>,
    closed: Vec<String>,
}

/// `only`: of one child; else of all.
fn notes(session: Session, papers: bool, only: Option<&ChildId>) -> Option<Notes> {
    session.with_open(|vault| {
        let mut all = Notes {
            manifest: Manifest {
                made_ms: clock::now_ms() as u64,
                children: Vec::new(),
                papers,
            },
            items: Vec::new(),
            papers: Vec::new(),
            closed: Vec::new(),
        };
        for child in vault.children() {
            if only.is_some_and(|only| *only != child.id) {
                continue;
            }
            let note = vault.load(&child.id).ok();
            let Some(bytes) = note.map(|loaded| loaded.bytes) else {
                all.closed.push(name(&child));
                continue;
            };
            if let Ok(note) = Note::from_bytes(&bytes) {
                all.papers.extend(attachment::named_in(note.json()));
            }
            let id = child.id.clone();
            all.manifest
                .children
                .push((child.id, child.label, child.updated_ms));
            all.items.push(Item::Note { child: id, bytes });
        }
        all.papers.sort_unstable();
        all.papers.dedup();
        all
    })
}

fn name(child: &Kept) -> String {
    let name = child.label.get("name").and_then(Value::as_str);
    name.unwrap_or_default().to_owned()
}

/// Makes a backup of everything; `told` is given the share that is done, in hundredths.
pub async fn make(session: Session, told: &dyn Fn(u32)) -> Result<Made, Unmade> {
    let all = notes(session, true, None).ok_or(Unmade::Locked)?;
    let begun = session.with_open(|vault| {
        let saves = vault.saves();
        Writer::begin(vault, &mut random::fill).map(|begun| (begun, saves))
    });
    let (begun, saves) = begun.ok_or(Unmade::Locked)?.map_err(|_| Unmade::Failed)?;
    let made_ms = all.manifest.made_ms;
    let made = put_together(all, begun, told).await?;
    // Where that is not remembered, the badge reminds too early, and that is all.
    let _ = session.remember_backup(made_ms, saves);
    Ok(made)
}

/// Makes a backup of one child's note, which only this key opens: to be handed on for good.
pub async fn make_for_owner(
    session: Session,
    child: &ChildId,
    key: &Kek,
    params: KdfParams,
    told: &dyn Fn(u32),
) -> Result<Made, Unmade> {
    let mut all = notes(session, true, Some(child)).ok_or(Unmade::Locked)?;
    if all.items.is_empty() {
        return Err(Unmade::Failed);
    }
    for (_, label, _) in &mut all.manifest.children {
        if let Some(label) = label.as_object_mut() {
            // Who wrote here does not write there, and there it was not handed on.
            label.retain(|member, _| member != "writer" && member != "handed");
        }
    }
    let begun = Writer::begin_alone(key, params, &mut random::fill);
    put_together(all, begun.map_err(|_| Unmade::Failed)?, told).await
}

async fn put_together(
    all: Notes,
    (mut writer, head): (Writer, Vec<u8>),
    told: &dyn Fn(u32),
) -> Result<Made, Unmade> {
    let pieces = Pieces::default();
    pieces.add(&head);
    let notes = all.items.len();
    pieces.add(&writer.add(&Item::Manifest(all.manifest)));
    for note in &all.items {
        pieces.add(&writer.add(note));
    }
    let (papers, missing) = put_papers(&all.papers, &mut writer, &pieces, told).await?;
    pieces.add(&writer.end());
    let file = pieces.content(MEDIA).ok_or(Unmade::Failed)?;
    Ok(Made {
        file,
        notes,
        papers,
        missing,
        closed: all.closed,
    })
}

/// Puts papers in, as they lie; how many went in, and how many are not here.
async fn put_papers(
    ids: &[String],
    writer: &mut Writer,
    pieces: &Pieces,
    told: &dyn Fn(u32),
) -> Result<(usize, usize), Unmade> {
    if ids.is_empty() {
        return Ok((0, 0));
    }
    let Ok(database) = Database::open().await else {
        return Ok((0, ids.len()));
    };
    let names = database.names(PIECES).await.map_err(|_| Unmade::Failed)?;
    let mut there = Vec::new();
    let mut total = 0;
    for id in ids {
        let head = database.get(PAPERS, id).await.map_err(|_| Unmade::Failed)?;
        let size = head.and_then(|head| Head::read(&head).ok().map(|head| head.size));
        let parts = size.map(|size| parts_of(id, size, &names));
        if let (Some(size), Some(Some(parts)), Some(bytes)) =
            (size, parts, attachment::id_bytes(id))
        {
            total += size;
            there.push((id, bytes, parts));
        }
    }
    let mut done = 0_u64;
    for (id, bytes, parts) in &there {
        for part in parts {
            let sealed = database.get(PIECES, &part.place(id)).await;
            let sealed = sealed.ok().flatten().ok_or(Unmade::Failed)?;
            done += attachment::opened(sealed.len());
            let paper = Item::Paper {
                id: *bytes,
                part: part.number(),
                bytes: sealed,
            };
            pieces.add(&writer.add(&paper));
            told((done * 100 / total.max(1)).min(100) as u32);
        }
    }
    Ok((there.len(), ids.len() - there.len()))
}

/// The parts of a paper; `None` where one is missing.
fn parts_of(id: &str, size: u64, names: &[String]) -> Option<Vec<Part>> {
    let is_there = |part: &Part| names.binary_search(&part.place(id)).is_ok();
    let pieces: Vec<Part> = (0..attachment::pieces_of(size)).map(Part::Piece).collect();
    pieces.iter().all(is_there).then_some(())?;
    let thumb = Some(Part::Thumb).filter(is_there);
    Some(pieces.into_iter().chain(thumb).collect())
}

/// The notes of all children, small enough for a set of QR codes, and how many children are not in
/// it because their note does not open.
pub fn make_compact(session: Session) -> Result<(Vec<u8>, usize), Unmade> {
    let all = notes(session, false, None).ok_or(Unmade::Locked)?;
    let manifest = Item::Manifest(all.manifest);
    let items: Vec<Item> = [manifest].into_iter().chain(all.items).collect();
    let made = session.with_open(|vault| backup::compact(vault, &items, &mut random::fill));
    match made {
        None => Err(Unmade::Locked),
        Some(Err(_)) => Err(Unmade::Failed),
        Some(Ok(None)) => Err(Unmade::TooLong),
        Some(Ok(Some(bytes))) => Ok((bytes, all.closed.len())),
    }
}
