//! A backup with photos and PDFs in a real browser: made, lost, brought back, also where there is no room.

use std::rc::Rc;

use gloo_storage::{LocalStorage, Storage};
use leptos::prelude::Owner;
use stepnote::{
    answer::Attachment,
    attachment::named_in,
    backup::Refused,
    browser::blob::{Content, Pieces},
    store::{
        Door, Session, backup, papers,
        restore::{self, Brought, Opened, Papers},
    },
    vault::SlotKind,
};
use wasm_bindgen_test::wasm_bindgen_test;

use super::{
    papers::{as_ever, beginning, counted, from_now, kept, noise, shown, written},
    photo::{pdf, photo},
    stage::{door, key, session},
};

/// A PDF of so many bytes.
fn long(bytes: u32) -> Vec<u8> {
    let mut long = pdf();
    long.extend(noise(bytes).to_vec());
    long
}

/// A vault with a photo and a PDF of three pieces, and a backup of it.
async fn backed_up() -> (Owner, Session, [Attachment; 2], Content) {
    let (owner, session) = beginning().await;
    let photo = kept(session, &photo(), "image/jpeg").await.expect("kept");
    let pdf = kept(session, &long(600_000), "").await.expect("kept");
    written(session, &[&photo, &pdf]);
    let made = backup::make(session, &|_| ()).await.expect("a backup");
    assert_eq!((made.notes, made.papers, made.missing), (1, 2, 0));
    (owner, session, [photo, pdf], made.file)
}

/// The browser removes everything.
async fn lost() -> Session {
    LocalStorage::clear();
    assert_eq!(papers::forget_all().await, Ok(()));
    let session = session();
    assert_eq!(door(session), Door::Absent);
    session
}

async fn opened(file: Content) -> Result<Rc<Opened>, Refused> {
    let closed = Rc::new(restore::look(file).await?);
    let opened = restore::read(closed, SlotKind::Passphrase, key(), &|_| ()).await?;
    Ok(Rc::new(opened))
}

async fn brought(opened: &Opened) -> Papers {
    let notes = opened.notes.iter().filter_map(Brought::note);
    let wanted: Vec<String> = notes.flat_map(|note| named_in(note.json())).collect();
    let vault = opened.vault_name();
    opened.bring_papers(&wanted, &vault, &|_| ()).await
}

/// The first bytes of a file as a file, one of them perhaps another.
async fn cut(file: &Content, length: u64, damaged: Option<usize>) -> Content {
    let mut bytes = file.piece(0..length).await.expect("bytes");
    if let Some(at) = damaged {
        bytes[at] ^= 1;
    }
    let pieces = Pieces::default();
    pieces.add(&bytes);
    pieces.content("").expect("a file")
}

#[wasm_bindgen_test]
async fn photos_and_pdfs_come_back_byte_for_byte_after_everything_was_lost() {
    let (_owner, _, [photo, pdf], file) = backed_up().await;
    let taken = shown(&photo).await.expect("it is shown");
    let session = lost().await;
    let opened = opened(file).await.expect("it opens");
    assert_eq!((opened.papers, opened.notes.len()), (2, 1));
    assert_eq!(counted().await, (0, 0), "looking brings nothing");
    let papers = brought(&opened).await;
    assert_eq!((papers.here, papers.left, papers.full), (2, 0, false));
    assert_eq!(opened.begin(session), Ok(()));
    session.sit_down();
    papers::tend(session).await;
    assert_eq!(shown(&photo).await, Ok(taken));
    assert_eq!(shown(&pdf).await, Ok(long(600_000)));
    assert!(papers::thumb(&photo).await.is_some());
    assert_eq!(session.last_backup().map(|last| last.changes), Some(0));
}

#[wasm_bindgen_test]
async fn papers_that_are_here_stay_and_the_others_come() {
    let (_owner, _, [photo, pdf], file) = backed_up().await;
    let opened = opened(file).await.expect("it opens");
    let before = counted().await;
    let papers = brought(&opened).await;
    assert_eq!((papers.here, papers.left), (2, 0));
    assert_eq!(counted().await, before);
    assert!(shown(&photo).await.is_ok() && shown(&pdf).await.is_ok());
}

#[wasm_bindgen_test]
async fn where_there_is_no_room_for_photos_the_text_is_safe_and_nothing_is_half_there() {
    let (_owner, _, [photo, pdf], file) = backed_up().await;
    let session = lost().await;
    let opened = opened(file).await.expect("it opens");
    // The photo and its small picture and its head, then some pieces of the PDF.
    from_now(4, "QuotaExceededError");
    let papers = brought(&opened).await;
    as_ever();
    assert_eq!((papers.here, papers.left, papers.full), (1, 1, true));
    assert_eq!(opened.begin(session), Ok(()));
    session.sit_down();
    assert_eq!(named_in(session.note().json()).len(), 2);
    let (first, second) = (shown(&photo).await.is_ok(), shown(&pdf).await.is_ok());
    assert!(first != second, "one of them is here");
    // Once there is room, the same backup brings the rest.
    let papers = brought(&opened).await;
    assert_eq!((papers.here, papers.left), (2, 0));
    assert!(shown(&photo).await.is_ok() && shown(&pdf).await.is_ok());
}

#[wasm_bindgen_test]
async fn a_damaged_or_cut_backup_leaves_the_device_as_it_was() {
    let (_owner, _, _, file) = backed_up().await;
    let session = lost().await;
    let whole = file.size();
    for (length, damaged, why) in [
        (whole - 1, None, Refused::CutShort),
        (whole / 2, None, Refused::CutShort),
        (whole, Some(whole as usize - 100_000), Refused::Damaged),
        (10, None, Refused::CutShort),
        (0, None, Refused::Empty),
    ] {
        let opened = opened(cut(&file, length, damaged).await).await;
        assert_eq!(opened.err(), Some(why), "{length} {damaged:?}");
    }
    assert_eq!(counted().await, (0, 0));
    assert_eq!(door(session), Door::Absent);
}

#[wasm_bindgen_test]
async fn a_long_backup_needs_little_memory_to_be_made_and_read() {
    let (_owner, session) = beginning().await;
    let mut papers = Vec::new();
    for _ in 0..2 {
        papers.push(kept(session, &long(6_000_000), "").await.expect("kept"));
    }
    written(session, &papers.iter().collect::<Vec<_>>());
    let before = core::arch::wasm32::memory_size(0);
    let made = backup::make(session, &|_| ()).await.expect("a backup");
    assert!(made.file.size() > 12_000_000);
    let session = lost().await;
    let opened = opened(made.file).await.expect("it opens");
    assert_eq!(brought(&opened).await.here, 2);
    assert_eq!(opened.begin(session), Ok(()));
    let grown = (core::arch::wasm32::memory_size(0) - before) * 65_536;
    assert!(grown < 5_000_000, "{grown} bytes for 12 MB");
    assert_eq!(shown(&papers[1]).await, Ok(long(6_000_000)));
}
