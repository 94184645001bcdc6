//! Photos and PDFs in a real browser's database, sealed by its own cryptography.

use js_sys::{Array, Promise, Uint8Array};
use leptos::prelude::Owner;
use sha2::{Digest, Sha256};
use stepnote::{
    answer::{Answer, Attachment},
    attachment::{self, Layout, Part, hex},
    browser::{
        database::{Database, PAPERS, PIECES},
        random, turn,
    },
    forms::PAPERS as SHEET,
    record::{Answers, Record},
    store::{
        Session,
        papers::{self, Detail, Unkept, Unshown},
        renewal,
    },
    vault::{KdfParams, Kek, Profile, SlotKind},
};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{
    photo::{DESCRIPTION, pdf, photo},
    stage::{answer, begun, fresh, reopened},
    web::pick,
};

#[wasm_bindgen(inline_js = "
export const bytes_at = async address => new Uint8Array(await (await fetch(address)).arrayBuffer());
export const sides_of = async bytes => {
  const picture = await createImageBitmap(new Blob([bytes]), { imageOrientation: 'none' });
  return [picture.width, picture.height];
};
export const noise = length => new Uint8Array(length).map((_, i) => i * 7 + (i >> 8));
// A database that is full after some writes, that refuses, or that loses what it accepts.
const put = IDBObjectStore.prototype.put;
const database = Object.getOwnPropertyDescriptor(window, 'indexedDB');
export const from_now = (writes, what) => {
  IDBObjectStore.prototype.put = function (value, key) {
    if (writes-- > 0) return put.call(this, value, key);
    if (what === 'loses') return this.get(key);
    throw new DOMException('no', what);
  };
};
export const as_ever = () => { IDBObjectStore.prototype.put = put; Object.defineProperty(window, 'indexedDB', database); };
export const no_database = () => Object.defineProperty(window, 'indexedDB', { configurable: true, get: () => undefined });
")]
extern "C" {
    fn bytes_at(address: &str) -> Promise;
    fn sides_of(bytes: &Uint8Array) -> Promise;
    pub fn noise(length: u32) -> Uint8Array;
    pub fn from_now(writes: u32, what: &str);
    pub fn as_ever();
    fn no_database();
}

/// An empty database and a vault with one child.
pub async fn beginning() -> (Owner, Session) {
    let owner = fresh();
    as_ever();
    assert_eq!(papers::forget_all().await, Ok(()));
    (owner, begun())
}

pub async fn kept(session: Session, content: &[u8], kind: &str) -> Result<Attachment, Unkept> {
    let picked = pick(&Uint8Array::from(content), kind);
    papers::keep(session, &picked, Detail::Plain).await
}

pub async fn shown(paper: &Attachment) -> Result<Vec<u8>, Unshown> {
    let address = papers::show(paper).await?;
    Ok(Uint8Array::new(&answer(bytes_at(address.text())).await).to_vec())
}

fn contains(bytes: &[u8], words: &str) -> bool {
    bytes
        .windows(words.len())
        .any(|window| window == words.as_bytes())
}

/// Everything in the database, names too.
async fn everything() -> Vec<u8> {
    let database = Database::open().await.expect("a database");
    let mut all = Vec::new();
    for shelf in [PAPERS, PIECES] {
        all.extend(
            database
                .names(shelf)
                .await
                .expect("names")
                .concat()
                .into_bytes(),
        );
        all.extend(database.values(shelf).await.expect("values").concat());
    }
    all
}

/// How many papers there are, and how many pieces of them.
pub async fn counted() -> (usize, usize) {
    let database = Database::open().await.expect("a database");
    let papers = database.names(PAPERS).await.expect("names").len();
    (papers, database.names(PIECES).await.expect("names").len())
}

/// Writes papers into the first row of a sheet.
pub fn written(session: Session, papers: &[&Attachment]) {
    let mut row = Answers::default();
    let papers = papers.iter().map(|paper| (*paper).clone()).collect();
    row.put("files", Answer::Files(papers));
    let mut record = Record::default();
    record.groups.insert("rows".to_owned(), vec![row]);
    assert_eq!(session.save(|note| note.put(&SHEET, &record)), Ok(()));
}

#[wasm_bindgen_test]
async fn a_photo_keeps_its_pixels_upright_and_loses_what_the_camera_wrote() {
    let (_owner, session) = beginning().await;
    let taken = photo();
    assert!(contains(&taken, DESCRIPTION) && contains(&taken, "Exif"));
    let paper = kept(session, &taken, "image/jpeg")
        .await
        .expect("it is kept");
    assert_eq!(
        (paper.media.as_str(), paper.name.as_str()),
        ("image/jpeg", "")
    );
    let back = shown(&paper).await.expect("it is shown");
    assert_eq!(back.len() as u64, paper.size);
    assert_eq!(back[..3], [0xff, 0xd8, 0xff]);
    for trace in ["Exif", DESCRIPTION, "II*\0"] {
        assert!(!contains(&back, trace), "{trace}");
    }
    let sides: Array = answer(sides_of(&Uint8Array::from(back.as_slice())))
        .await
        .into();
    assert_eq!(
        (sides.get(0).as_f64(), sides.get(1).as_f64()),
        (Some(300.0), Some(400.0))
    );
    assert!(papers::thumb(&paper).await.is_some());
}

#[wasm_bindgen_test]
async fn a_pdf_of_several_pieces_comes_back_byte_for_byte() {
    let (_owner, session) = beginning().await;
    let mut long = pdf();
    long.extend(noise(600_000).to_vec());
    let paper = kept(session, &long, "").await.expect("it is kept");
    assert_eq!(
        (paper.media.as_str(), paper.name.as_str()),
        ("application/pdf", "名前")
    );
    assert_eq!(shown(&paper).await.as_ref(), Ok(&long));
    assert_eq!(counted().await, (1, 3));
    assert!(papers::thumb(&paper).await.is_none());
    assert_eq!(papers::total().await, Some(long.len() as u64));
}

#[wasm_bindgen_test]
async fn nothing_of_a_paper_can_be_read_in_the_database() {
    let (_owner, session) = beginning().await;
    kept(session, &photo(), "image/jpeg")
        .await
        .expect("it is kept");
    let paper = kept(session, &pdf(), "application/pdf")
        .await
        .expect("it is kept");
    written(session, &[&paper]);
    let all = everything().await;
    assert!(all.len() > 1_000);
    for trace in [
        DESCRIPTION,
        "Exif",
        "JFIF",
        "%PDF",
        "Hello paper",
        "名前",
        "jpeg",
        "pdf",
        &paper.key,
    ] {
        assert!(!contains(&all, trace), "{trace}");
    }
}

#[wasm_bindgen_test]
async fn the_examples_of_version_1_open_here_too() {
    let (_owner, _) = beginning().await;
    let database = Database::open().await.expect("a database");
    let photo = Attachment {
        id: golden_text(0, "id"),
        key: golden_text(0, "key"),
        media: "image/jpeg".to_owned(),
        size: 2_639,
        name: String::new(),
    };
    let layout = Layout::of(&photo).expect("an example");
    let put = async |shelf, name: &str, bytes: &[u8]| {
        assert_eq!(database.put(shelf, name, bytes).await, Ok(()));
    };
    put(
        PIECES,
        &layout.place(Part::Piece(0)),
        include_bytes!("../golden/attachment/v1/photo.0"),
    )
    .await;
    put(
        PIECES,
        &layout.place(Part::Thumb),
        include_bytes!("../golden/attachment/v1/photo.thumb"),
    )
    .await;
    put(
        PAPERS,
        layout.id(),
        include_bytes!("../golden/attachment/v1/photo.head"),
    )
    .await;
    let back = shown(&photo).await.expect("it is shown");
    assert_eq!(hex(&Sha256::digest(&back)), golden_text(0, "sha256"));
    assert!(papers::thumb(&photo).await.is_some());
}

fn golden_text(which: usize, member: &str) -> String {
    let examples: serde_json::Value =
        serde_json::from_str(include_str!("../golden/attachment/v1/example.json")).expect("JSON");
    examples[which][member].as_str().expect("a text").to_owned()
}

#[wasm_bindgen_test]
async fn what_is_missing_damaged_or_newer_is_told_apart() {
    let (_owner, session) = beginning().await;
    let paper = kept(session, &pdf(), "").await.expect("it is kept");
    let layout = Layout::of(&paper).expect("a paper");
    let piece = layout.place(Part::Piece(0));
    let database = Database::open().await.expect("a database");
    let sealed = database
        .get(PIECES, &piece)
        .await
        .expect("an answer")
        .expect("a piece");
    let mut other = sealed.clone();
    other[5] ^= 1;
    assert_eq!(database.put(PIECES, &piece, &other).await, Ok(()));
    assert_eq!(shown(&paper).await, Err(Unshown::Damaged));
    assert_eq!(database.put(PIECES, &piece, &sealed[1..]).await, Ok(()));
    assert_eq!(shown(&paper).await, Err(Unshown::Damaged));
    assert_eq!(database.put(PIECES, &piece, &sealed).await, Ok(()));
    assert!(shown(&paper).await.is_ok());
    let mut head = layout.head("vault");
    head[3] = 2;
    assert_eq!(database.put(PAPERS, layout.id(), &head).await, Ok(()));
    assert_eq!(shown(&paper).await, Err(Unshown::TooNew));
    assert_eq!(database.remove(layout.id()).await, Ok(()));
    assert_eq!(shown(&paper).await, Err(Unshown::Missing));
    assert_eq!(counted().await, (0, 0));
}

/// Holds that a paper is not kept for a reason, that nothing of it stays, and that all else is as before.
async fn not_kept(session: Session, content: &[u8], kind: &str, why: Unkept) {
    let before = everything().await;
    assert_eq!(kept(session, content, kind).await, Err(why));
    as_ever();
    assert!(
        everything().await == before,
        "{why:?} left something behind"
    );
}

#[wasm_bindgen_test]
async fn a_full_a_failing_and_a_forgetful_database_lose_nothing_else() {
    let (_owner, session) = beginning().await;
    let first = kept(session, &pdf(), "").await.expect("it is kept");
    written(session, &[&first]);
    let mut long = pdf();
    long.extend(noise(600_000).to_vec());
    for writes in 0..4 {
        from_now(writes, "QuotaExceededError");
        not_kept(session, &long, "", Unkept::Full).await;
        from_now(writes, "UnknownError");
        not_kept(session, &long, "", Unkept::Lost).await;
        from_now(writes, "loses");
        not_kept(session, &long, "", Unkept::Lost).await;
    }
    assert_eq!(shown(&first).await, Ok(pdf()));
    // What was written meanwhile is saved as ever.
    from_now(0, "QuotaExceededError");
    written(session, &[&first]);
    as_ever();
    assert_eq!(reopened().note().record(&SHEET).groups["rows"].len(), 1);
}

#[wasm_bindgen_test]
async fn a_browser_without_a_database_says_so_and_saves_the_rest() {
    let (_owner, session) = beginning().await;
    let paper = kept(session, &pdf(), "").await.expect("it is kept");
    no_database();
    assert_eq!(kept(session, &pdf(), "").await, Err(Unkept::NoStore));
    assert_eq!(shown(&paper).await, Err(Unshown::NoStore));
    assert_eq!(papers::total().await, None);
    written(session, &[&paper]);
    as_ever();
    assert_eq!(shown(&paper).await, Ok(pdf()));
}

#[wasm_bindgen_test]
async fn what_cannot_be_kept_is_told_apart() {
    let (_owner, session) = beginning().await;
    not_kept(session, b"", "image/jpeg", Unkept::Unreadable).await;
    not_kept(session, b"no picture", "text/plain", Unkept::Neither).await;
    not_kept(session, b"....ftypheic", "image/heic", Unkept::Unshown).await;
    let large = noise((30 << 20) + 1).to_vec();
    not_kept(session, &large, "application/pdf", Unkept::TooLarge).await;
    session.lock();
    not_kept(session, &pdf(), "application/pdf", Unkept::NoStore).await;
}

#[wasm_bindgen_test]
async fn what_no_note_names_goes_when_a_note_is_opened_and_the_rest_stays() {
    let (_owner, session) = beginning().await;
    let mut kept_papers = Vec::new();
    for _ in 0..3 {
        kept_papers.push(kept(session, &pdf(), "").await.expect("it is kept"));
    }
    let [named, newer, spare] = kept_papers.as_slice() else {
        panic!("three");
    };
    written(session, &[named]);
    // A newer version names one in a way that we do not know.
    let saved = session.save(|note| {
        let mut record = note.record(&SHEET);
        let hidden = serde_json::json!([{ "scan": { "of": newer.id, "pages": 2 } }]);
        record.answers.unknown.insert("scans".to_owned(), hidden);
        note.put(&SHEET, &record);
    });
    assert_eq!(saved, Ok(()));
    // A write that was broken off leaves pieces without a head.
    let database = Database::open().await.expect("a database");
    let half = [&"ab".repeat(16), "/00000000"].concat();
    assert_eq!(database.put(PIECES, &half, b"half").await, Ok(()));
    session.lock();
    papers::tend(reopened()).await;
    assert_eq!(counted().await, (2, 2));
    assert_eq!(shown(named).await, Ok(pdf()));
    assert_eq!(shown(newer).await, Ok(pdf()));
    assert_eq!(shown(spare).await, Err(Unshown::Missing));
}

#[wasm_bindgen_test]
async fn while_a_copy_does_not_open_nothing_goes() {
    let (_owner, session) = beginning().await;
    kept(session, &pdf(), "").await.expect("it is kept");
    written(session, &[]);
    let records = super::stage::keys();
    let record = records
        .iter()
        .find(|key| key.contains(":rec:"))
        .expect("a record");
    let storage = <gloo_storage::LocalStorage as gloo_storage::Storage>::raw();
    storage.set_item(record, "\"AAAA\"").expect("room");
    papers::tend(reopened()).await;
    assert_eq!(counted().await, (1, 1));
}

#[wasm_bindgen_test]
async fn while_another_tab_has_a_note_open_nothing_goes() {
    let (_owner, session) = beginning().await;
    kept(session, &pdf(), "").await.expect("it is kept");
    let other = turn::hold("stepnote:papers");
    papers::tend(reopened()).await;
    assert_eq!(counted().await, (1, 1));
    other.give_back().await;
    papers::tend(reopened()).await;
    assert_eq!(counted().await, (0, 0));
}

#[wasm_bindgen_test]
async fn papers_of_another_vault_stay_and_those_a_note_names_are_taken_over() {
    let (_owner, session) = beginning().await;
    let paper = kept(session, &pdf(), "").await.expect("it is kept");
    let stranger = kept(session, &pdf(), "").await.expect("it is kept");
    // The storage is lost, the database is not; a backup brings the note back into a new vault.
    let _owner = fresh();
    let restored = begun();
    papers::tend(restored).await;
    assert_eq!(counted().await, (2, 2));
    written(restored, &[&paper]);
    papers::tend(reopened()).await;
    assert_eq!(counted().await, (2, 2));
    assert_eq!(shown(&paper).await, Ok(pdf()));
    assert_eq!(shown(&stranger).await, Ok(pdf()));
    // Now it is this vault's, and goes when nothing names it any more.
    let later = reopened();
    written(later, &[]);
    written(later, &[]);
    papers::tend(reopened()).await;
    assert_eq!(shown(&paper).await, Err(Unshown::Missing));
    assert_eq!(shown(&stranger).await, Ok(pdf()));
}

/// A vault whose keys were all made anew, unlocked with the new one, and the papers of the first row.
fn with_new_keys(session: Session) -> Session {
    let params = KdfParams::make(Profile::LIGHTEST, &mut |buffer| random::fill(buffer));
    let params = params.expect("a salt");
    let new = Kek::from_bytes([8; 32]);
    let rotated = session.try_vault(|vault, random| vault.rotate(&new, params, random));
    assert_eq!(rotated, Ok(()));
    session.lock_with_new_keys();
    let session = super::stage::session();
    assert_eq!(session.unlock(SlotKind::Passphrase, &new), Ok(()));
    session.sit_down();
    session
}

fn in_the_note(session: Session) -> Vec<Attachment> {
    session.sit_down();
    attachment::papers_in(session.note().json())
}

#[wasm_bindgen_test]
async fn after_new_keys_every_photo_has_a_new_key_and_the_old_ones_are_gone() {
    let (_owner, session) = beginning().await;
    let photo = kept(session, &photo(), "image/jpeg").await.expect("kept");
    let mut long = pdf();
    long.extend(noise(600_000).to_vec());
    let pdf = kept(session, &long, "").await.expect("kept");
    written(session, &[&photo, &pdf]);
    let picture = shown(&photo).await.expect("shown");

    let session = with_new_keys(session);
    assert_eq!(renewal::left(session), 2);
    session.rise();
    let shares = std::cell::RefCell::new(Vec::new());
    let told = |share| shares.borrow_mut().push(share);
    assert_eq!(renewal::go_on(session, &told).await, Ok(()));
    assert!(shares.borrow().is_sorted() && shares.borrow().last() == Some(&100));
    assert_eq!(renewal::left(session), 0);

    let now = in_the_note(session);
    assert_eq!(now.len(), 2);
    for paper in &now {
        let old = if paper.media == photo.media {
            &photo
        } else {
            &pdf
        };
        assert!(paper.id != old.id && paper.key != old.key);
        assert_eq!((&paper.name, paper.size), (&old.name, old.size));
        let content = if old.id == photo.id { &picture } else { &long };
        assert_eq!(shown(paper).await.as_ref(), Ok(content));
        assert_eq!(shown(old).await, Err(Unshown::Missing));
        let small = papers::thumb(paper).await.is_some();
        assert_eq!(small, old.id == photo.id);
    }
    assert_eq!(counted().await.0, 2);
}

#[wasm_bindgen_test]
async fn where_new_keys_for_photos_are_interrupted_every_photo_opens_and_it_goes_on_later() {
    let (_owner, session) = beginning().await;
    let mut papers = Vec::new();
    for _ in 0..2 {
        papers.push(kept(session, &photo(), "image/jpeg").await.expect("kept"));
    }
    written(session, &papers.iter().collect::<Vec<_>>());
    let picture = shown(&papers[0]).await.expect("shown");
    let mut session = with_new_keys(session);
    for (writes, what, why) in [
        (0, "QuotaExceededError", Unkept::Full),
        (1, "UnknownError", Unkept::Lost),
        (2, "loses", Unkept::Lost),
        (4, "QuotaExceededError", Unkept::Full),
    ] {
        session.rise();
        from_now(writes, what);
        assert_eq!(renewal::go_on(session, &|_| {}).await, Err(why), "{what}");
        as_ever();
        for paper in in_the_note(session) {
            assert_eq!(shown(&paper).await.as_ref(), Ok(&picture), "{what}");
        }
        // As after a reload.
        session = super::stage::session();
        let new = Kek::from_bytes([8; 32]);
        assert_eq!(session.unlock(SlotKind::Passphrase, &new), Ok(()));
        session.sit_down();
    }
    session.rise();
    assert_eq!(renewal::go_on(session, &|_| {}).await, Ok(()));
    let now = in_the_note(session);
    assert!(
        papers
            .iter()
            .all(|old| !now.iter().any(|new| new.id == old.id))
    );
    for paper in now {
        assert_eq!(shown(&paper).await.as_ref(), Ok(&picture));
    }
}
