//! Photos and PDFs beside the note. The note keeps what opens them; here they lie, sealed, in pieces
//! (`attachment/FORMAT.md`).

use std::cell::RefCell;

use zeroize::Zeroizing;

use super::Session;
use crate::{
    answer::Attachment,
    attachment::{self, Head, Layout, MOST, MOST_THUMB, Media, PaperError, Part},
    browser::{
        blob::{Address, Content, Pieces},
        clock,
        database::{self, Database, PAPERS, PIECES, Refused},
        files::Picked,
        picture, random,
        subtle::Sealer,
        turn::{self, Held},
    },
    record::Note,
};

/// The name under which every tab says that it has papers in use.
const IN_USE: &str = "stepnote:papers";

/// How finely a photo is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// Fine enough to read a page of A4.
    Plain,
    /// For small print.
    Fine,
}

/// Why a paper was not kept. Whatever was there before still is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unkept {
    /// Neither a photo nor a PDF.
    Neither,
    /// A photo this browser cannot show, or has no room to.
    Unshown,
    /// Longer than what is kept.
    TooLarge,
    /// Nothing is in it, or it cannot be read.
    Unreadable,
    /// This browser keeps no papers: a private window, or not allowed.
    NoStore,
    /// There is no room left.
    Full,
    /// A newer version of the app keeps them in another way: reload.
    TooNew,
    /// The browser failed, or lost what it had accepted.
    Lost,
}

/// Why a paper is not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unshown {
    /// It is not on this device.
    Missing,
    /// It is not what the note says.
    Damaged,
    /// Kept by a newer version: reload.
    TooNew,
    /// This browser keeps no papers, or does not answer.
    NoStore,
}

impl From<Refused> for Unkept {
    fn from(refused: Refused) -> Self {
        match refused {
            Refused::Absent => Unkept::NoStore,
            Refused::Full => Unkept::Full,
            Refused::TooNew => Unkept::TooNew,
            Refused::Failed => Unkept::Lost,
        }
    }
}

impl From<Refused> for Unshown {
    fn from(refused: Refused) -> Self {
        match refused {
            Refused::TooNew => Unshown::TooNew,
            Refused::Absent | Refused::Full | Refused::Failed => Unshown::NoStore,
        }
    }
}

impl From<PaperError> for Unshown {
    fn from(error: PaperError) -> Self {
        match error {
            PaperError::TooNew => Unshown::TooNew,
            PaperError::Size | PaperError::Damaged => Unshown::Damaged,
        }
    }
}

/// What is to be kept.
struct Paper {
    media: Media,
    content: Content,
    thumb: Option<Content>,
    name: String,
}

/// Keeps a picked file. When this returns a paper, every piece was read back and opened; the note
/// does not know of it yet.
pub async fn keep(session: Session, picked: &Picked, detail: Detail) -> Result<Attachment, Unkept> {
    let vault = session.vault_name().ok_or(Unkept::NoStore)?;
    let paper = prepare(picked, detail).await?;
    let mut secret = Zeroizing::new([0; 48]);
    random::fill(&mut *secret);
    let (id, key) = secret.split_at(16);
    let kept = Attachment {
        id: attachment::hex(id),
        key: attachment::hex(key),
        media: paper.media.name().to_owned(),
        size: paper.content.size(),
        name: paper.name.clone(),
    };
    let layout = Layout::of(&kept).map_err(|_| Unkept::TooLarge)?;
    let sealer = sealer(&kept).await.map_err(|_| Unkept::NoStore)?;
    let database = Database::open().await?;
    let written = write(&database, &layout, &sealer, &paper, &vault).await;
    if let Err(why) = written {
        // What cannot be removed now is spare, and tidied up later.
        let _ = database.remove(&kept.id).await;
        return Err(why);
    }
    Ok(kept)
}

async fn prepare(picked: &Picked, detail: Detail) -> Result<Paper, Unkept> {
    let content = picked.content();
    match content.size() {
        0 => return Err(Unkept::Unreadable),
        size if size > MOST => return Err(Unkept::TooLarge),
        _ => {}
    }
    let start = content.piece(0..content.size().min(1024)).await;
    if attachment::is_pdf(&start.ok_or(Unkept::Unreadable)?) {
        return Ok(Paper {
            media: Media::Pdf,
            content,
            thumb: None,
            name: picked.name(),
        });
    }
    let (side, quality) = match detail {
        Detail::Plain => (2_000.0, 0.8),
        Detail::Fine => (3_200.0, 0.86),
    };
    match picture::anew(picked, side, quality).await {
        Some(anew) => Ok(Paper {
            media: Media::Photo,
            content: anew.photo,
            thumb: Some(anew.thumb),
            name: String::new(),
        }),
        None if picked.is_picture() => Err(Unkept::Unshown),
        None => Err(Unkept::Neither),
    }
}

async fn write(
    database: &Database,
    layout: &Layout,
    sealer: &Sealer,
    paper: &Paper,
    vault: &str,
) -> Result<(), Unkept> {
    for piece in 0..layout.pieces() {
        let open = paper.content.piece(layout.range(piece)).await;
        let open = open.ok_or(Unkept::Unreadable)?;
        put(database, layout, sealer, Part::Piece(piece), &open).await?;
    }
    if let Some(thumb) = &paper.thumb {
        let open = thumb.piece(0..thumb.size()).await;
        // A paper without a small picture is still a paper.
        if let Some(open) = open.filter(|open| open.len() <= MOST_THUMB) {
            put(database, layout, sealer, Part::Thumb, &open).await?;
        }
    }
    database
        .put(PAPERS, layout.id(), &layout.head(vault))
        .await?;
    let back = each_piece(database, layout, sealer, &mut |_| {}).await;
    back.map_err(|_| Unkept::Lost)
}

pub(super) async fn put(
    database: &Database,
    layout: &Layout,
    sealer: &Sealer,
    part: Part,
    open: &[u8],
) -> Result<(), Unkept> {
    let sealed = sealer.seal(&layout.nonce(part), layout.bound(), open).await;
    let sealed = sealed.ok_or(Unkept::Lost)?;
    Ok(database.put(PIECES, &layout.place(part), &sealed).await?)
}

/// Opens a paper, and shows it under an address once the last piece has opened.
pub async fn show(paper: &Attachment) -> Result<Address, Unshown> {
    let layout = Layout::of(paper)?;
    let sealer = sealer(paper).await?;
    let database = Database::open().await?;
    let pieces = Pieces::default();
    each_piece(&database, &layout, &sealer, &mut |piece| pieces.add(piece)).await?;
    pieces.address(&paper.media).ok_or(Unshown::NoStore)
}

/// All of a paper that is short enough to go along, opened.
pub async fn whole(paper: &Attachment) -> Result<Vec<u8>, Unshown> {
    let layout = Layout::of(paper)?;
    let sealer = sealer(paper).await?;
    let database = Database::open().await?;
    let mut all = Vec::new();
    each_piece(&database, &layout, &sealer, &mut |piece| {
        all.extend_from_slice(piece);
    })
    .await?;
    Ok(all)
}

async fn each_piece(
    database: &Database,
    layout: &Layout,
    sealer: &Sealer,
    take: &mut dyn FnMut(&[u8]),
) -> Result<(), Unshown> {
    let head = database.get(PAPERS, layout.id()).await?;
    layout.check(&head.ok_or(Unshown::Missing)?)?;
    for piece in 0..layout.pieces() {
        let open = part(database, layout, sealer, Part::Piece(piece)).await?;
        take(&open.ok_or(Unshown::Damaged)?);
    }
    Ok(())
}

/// One part, opened; `None` where it is missing or is not what it should be.
pub(super) async fn part(
    database: &Database,
    layout: &Layout,
    sealer: &Sealer,
    part: Part,
) -> Result<Option<Zeroizing<Vec<u8>>>, Unshown> {
    let sealed = database.get(PIECES, &layout.place(part)).await?;
    let Some(sealed) = sealed.filter(|sealed| layout.fits(part, sealed.len())) else {
        return Ok(None);
    };
    let nonce = layout.nonce(part);
    let open = sealer.open(&nonce, layout.bound(), &sealed).await;
    Ok(open.map(Zeroizing::new))
}

/// The small picture of a paper, if it has one and is here.
pub async fn thumb(paper: &Attachment) -> Option<Address> {
    let layout = Layout::of(paper).ok()?;
    let sealer = sealer(paper).await.ok()?;
    let database = Database::open().await.ok()?;
    let head = database.get(PAPERS, layout.id()).await.ok()??;
    layout.check(&head).ok()?;
    let open = part(&database, &layout, &sealer, Part::Thumb)
        .await
        .ok()??;
    let pieces = Pieces::default();
    pieces.add(&open);
    pieces.address(Media::Photo.name())
}

pub(super) async fn sealer(paper: &Attachment) -> Result<Sealer, Unshown> {
    let key = Zeroizing::new(attachment::key(paper)?);
    Sealer::of(&key).await.ok_or(Unshown::NoStore)
}

/// How many bytes of papers lie on this device, of all children; `None` where none can be kept.
pub async fn total() -> Option<u64> {
    let database = Database::open().await.ok()?;
    let heads = database.values(PAPERS).await.ok()?;
    let sizes = heads.iter().filter_map(|head| Head::read(head).ok());
    Some(sizes.fold(0, |sum, head| sum.saturating_add(head.size)))
}

/// Takes every paper from this device.
pub async fn forget_all() -> Result<(), Unkept> {
    Ok(database::forget().await?)
}

thread_local! {
    static HELD: RefCell<Option<Held>> = const { RefCell::new(None) };
}

/// Tidies up, the first time this is asked after a vault was opened and while no other tab has one
/// open; from then on says that this one has.
pub async fn tend(session: Session) {
    if session.take_fresh() {
        tidy_up(session).await;
    }
}

/// Tidies up while no other tab has a note open.
pub(super) async fn tidy_up(session: Session) {
    if let Some(held) = HELD.take() {
        held.give_back().await;
    }
    turn::alone(IN_USE, Box::pin(tidy(session))).await;
    HELD.set(Some(turn::hold(IN_USE)));
}

/// Removes the papers that nothing refers to. Whatever cannot be read could refer to all of them.
async fn tidy(session: Session) {
    let _ = tidied(session).await;
}

async fn tidied(session: Session) -> Option<()> {
    let vault = session.vault_name()?;
    let database = Database::open().await.ok()?;
    let pieces = database.names(PIECES).await.ok()?;
    let papers = database.names(PAPERS).await.ok()?;
    let heads = database.values(PAPERS).await.ok()?;
    let mut all: Vec<String> = pieces
        .iter()
        .filter_map(|piece| piece.split_once('/'))
        .map(|(id, _)| id.to_owned())
        .chain(papers.iter().cloned())
        .collect();
    all.sort_unstable();
    all.dedup();
    let mut spare = all.clone();
    // What stands on the table may not be saved yet.
    let table = Zeroizing::new(session.note().to_bytes());
    attachment::spare(&mut spare, &table);
    for child in session.children() {
        if spare.is_empty() {
            break;
        }
        // One note at a time: what the person does goes first.
        clock::rest().await;
        for copy in session.copies(&child)? {
            Note::from_bytes(&copy).ok()?;
            attachment::spare(&mut spare, &copy);
        }
    }
    for id in all {
        let head = papers.binary_search(&id).ok().and_then(|at| heads.get(at));
        let ours = match head.map(|head| Head::read(head)) {
            // Half written.
            None => true,
            Some(Ok(head)) => head.vault == vault.as_bytes(),
            Some(Err(_)) => continue,
        };
        let is_spare = spare.binary_search(&id).is_ok();
        match (ours, is_spare, head) {
            (true, true, _) => database.remove(&id).await.ok()?,
            (false, false, Some(head)) => {
                let head = attachment::adopted(head, &vault);
                database.put(PAPERS, &id, &head).await.ok()?;
            }
            _ => {}
        }
    }
    Some(())
}
