//! New keys for photos and PDFs, where both stores fail at every step: what a note names opens, whatever happens.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/shelf.rs"]
mod shelf;

use aes_gcm::{
    Aes256Gcm, KeyInit,
    aead::{Aead, Payload},
};
use core::{
    cell::{Cell, RefCell},
    pin::pin,
    task::{Context, Poll, Waker},
};
use serde_json::{Value, json};
use shelf::{FAULTS, Faulty, NOW, PARAMS, copy, header, kek, other_kek, random};
use std::collections::{BTreeMap, BTreeSet};
use stepnote::{
    answer::Attachment,
    attachment::{
        self, Copied, Layout, Lying, Media, Part, SECRET, exchanged, hex, key, papers_in, spare,
        under_new_key,
    },
    renewal,
    vault::{ChildId, KdfParams, Kek, MemoryShelf, SaveError, Shelf, Vault},
};
use zeroize::Zeroizing;

const NEW: KdfParams = KdfParams {
    salt: *b"another sixteen.",
    ..PARAMS
};
/// Longer than one piece.
const LONG: usize = 262_145;
const SHORT: usize = 3_000;

/// What is done here never waits.
fn now<T>(what: impl Future<Output = T>) -> T {
    match pin!(what).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(done) => done,
        Poll::Pending => panic!("it waits"),
    }
}

/// What becomes of the write whose turn it is among papers.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Mishap {
    Refused,
    Lost,
    Garbled,
    /// The tab dies: nothing is written from here on.
    Killed,
}

const MISHAPS: [Mishap; 4] = [
    Mishap::Refused,
    Mishap::Lost,
    Mishap::Garbled,
    Mishap::Killed,
];

/// Papers by their place, as the browser's database has them; a head has the id alone.
#[derive(Default)]
struct Drawer {
    lying: RefCell<BTreeMap<String, Vec<u8>>>,
    writes: Cell<usize>,
    mishap: Option<(usize, Mishap)>,
}

impl Drawer {
    fn copy(&self, mishap: Option<(usize, Mishap)>) -> Drawer {
        Drawer {
            lying: self.lying.clone(),
            mishap,
            ..Drawer::default()
        }
    }

    fn put(&self, place: String, bytes: &[u8]) -> Result<(), ()> {
        let write = self.writes.replace(self.writes.get() + 1);
        let bytes = match self.mishap {
            Some((at, Mishap::Killed)) if write >= at => return Err(()),
            Some((at, Mishap::Refused)) if write == at => return Err(()),
            Some((at, Mishap::Lost)) if write == at => return Ok(()),
            Some((at, Mishap::Garbled)) if write == at => &bytes[..bytes.len() / 2],
            _ => bytes,
        };
        self.lying.borrow_mut().insert(place, bytes.to_vec());
        Ok(())
    }

    fn remove(&self, id: &str) {
        self.lying
            .borrow_mut()
            .retain(|place, _| !place.starts_with(id));
    }

    fn ids(&self) -> Vec<String> {
        let lying = self.lying.borrow();
        let ids: BTreeSet<_> = lying.keys().map(|place| place[..32].to_owned()).collect();
        ids.into_iter().collect()
    }

    /// What a paper shows; `None` where it does not open.
    fn shows(&self, paper: &Attachment) -> Option<Vec<u8>> {
        let place = Place::of(self, paper);
        self.lying.borrow().get(&paper.id)?;
        let mut all = Vec::new();
        for piece in 0..place.layout.pieces() {
            all.extend_from_slice(&now(place.part(Part::Piece(piece))).unwrap()?);
        }
        Some(all)
    }
}

struct Place<'a> {
    drawer: &'a Drawer,
    layout: Layout,
    cipher: Aes256Gcm,
}

impl<'a> Place<'a> {
    fn of(drawer: &'a Drawer, paper: &Attachment) -> Self {
        Place {
            drawer,
            layout: Layout::of(paper).unwrap(),
            cipher: Aes256Gcm::new(&key(paper).unwrap().into()),
        }
    }
}

impl Lying for Place<'_> {
    type Why = ();

    async fn part(&self, part: Part) -> Result<Option<Zeroizing<Vec<u8>>>, ()> {
        let lying = self.drawer.lying.borrow();
        let sealed = lying.get(&self.layout.place(part));
        let fitting = sealed.filter(|sealed| self.layout.fits(part, sealed.len()));
        let (nonce, aad) = (self.layout.nonce(part).into(), self.layout.bound());
        let open = fitting.and_then(|msg| self.cipher.decrypt(&nonce, Payload { msg, aad }).ok());
        Ok(open.map(Zeroizing::new))
    }

    async fn put(&self, part: Part, msg: &[u8]) -> Result<(), ()> {
        let (nonce, aad) = (self.layout.nonce(part).into(), self.layout.bound());
        let sealed = self.cipher.encrypt(&nonce, Payload { msg, aad }).unwrap();
        self.drawer.put(self.layout.place(part), &sealed)
    }

    async fn finish(&self) -> Result<(), ()> {
        let id = self.layout.id().to_owned();
        self.drawer.put(id, &self.layout.head("vault"))
    }

    async fn is_finished(&self) -> Result<bool, ()> {
        let lying = self.drawer.lying.borrow();
        let head = lying.get(self.layout.id());
        Ok(head.is_some_and(|head| self.layout.check(head).is_ok()))
    }
}

fn paper(seed: u8, size: usize) -> Attachment {
    Attachment {
        id: hex(&[seed; 16]),
        key: hex(&[seed ^ 0x5a; 32]),
        media: Media::Photo.name().to_owned(),
        size: size as u64,
        name: "けんさ".to_owned(),
    }
}

fn content(paper: &Attachment) -> Vec<u8> {
    let seed = paper.size as usize;
    (0..seed).map(|at| (at * 7 + seed) as u8).collect()
}

fn note(papers: &[&Attachment]) -> Vec<u8> {
    let file = |paper: &&Attachment| json!({"id": paper.id, "key": paper.key, "media": paper.media, "size": paper.size, "name": paper.name});
    let files: Vec<Value> = papers.iter().map(file).collect();
    json!({"v": 1, "kind": "note", "sheets": {"papers": {"rows": [{"files": files}]}, "later": {"scan": {"of": papers[0].id}}}})
        .to_string()
        .into_bytes()
}

/// A family whose keys were all made anew and opened once: one child with two photos, one of which only the copy of the
/// past names, and one child without any.
struct Family {
    shelf: MemoryShelf,
    drawer: Drawer,
    child: ChildId,
    contents: BTreeSet<Vec<u8>>,
}

fn family(long: usize) -> Family {
    let shelf = MemoryShelf::default();
    let drawer = Drawer::default();
    let mut random = random();
    let mut vault = Vault::create(&shelf, &kek(), PARAMS, &mut random).unwrap();
    let (photo, past) = (paper(1, long), paper(2, 1_000));
    for paper in [&photo, &past] {
        let place = Place::of(&drawer, paper);
        let content = content(paper);
        for piece in 0..place.layout.pieces() {
            let range = place.layout.range(piece);
            let piece_of = &content[range.start as usize..range.end as usize];
            now(place.put(Part::Piece(piece), piece_of)).unwrap();
        }
        now(place.put(Part::Thumb, b"small")).unwrap();
        now(place.finish()).unwrap();
    }
    let child = vault
        .add_child(json!(1), &note(&[&photo, &past]), NOW, &mut random)
        .unwrap();
    vault
        .save_and_keep(&child, &note(&[&photo]), NOW, &mut random)
        .unwrap();
    vault
        .add_child(json!(2), br#"{"v":1,"kind":"note"}"#, NOW, &mut random)
        .unwrap();
    vault.rotate(&other_kek(), NEW, &mut random).unwrap();
    drop(vault);
    opened(&shelf).settle(&mut random);
    drawer.writes.set(0);
    Family {
        shelf,
        contents: [content(&photo), content(&past)].into(),
        drawer,
        child,
    }
}

fn opened<S: Shelf>(shelf: S) -> Vault<S> {
    let found = header(&shelf);
    let key: Kek = other_kek();
    Vault::unlock(shelf, &found, &key).unwrap()
}

/// Everything that can be shown of a child.
fn copies<S: Shelf>(vault: &Vault<S>, child: &ChildId) -> Vec<Vec<u8>> {
    let past = vault.revisions(child).into_iter();
    let past = past.map(|past| vault.revision(child, past.revision).unwrap().to_vec());
    let now = vault.load(child).unwrap().bytes.to_vec();
    std::iter::once(now).chain(past).collect()
}

fn named(copies: &[Vec<u8>]) -> Vec<Attachment> {
    let mut all: Vec<Attachment> = copies
        .iter()
        .flat_map(|copy| papers_in(&serde_json::from_slice(copy).unwrap()))
        .collect();
    all.sort_unstable_by(|one, other| one.id.cmp(&other.id));
    all.dedup();
    all
}

/// What the app does, until it ends or something stops it. `kept`: whether what was written is known to be on the disk.
fn go_on<S: Shelf>(
    vault: &mut Vault<S>,
    drawer: &Drawer,
    child: &ChildId,
    kept: bool,
    random: &mut dyn FnMut(&mut [u8]),
) -> Result<(), ()> {
    for (whose, from) in renewal::left(vault) {
        let mut secret = [0; SECRET];
        random(&mut secret);
        let to = under_new_key(&from, &secret);
        let places = [&from, &to].map(|paper| Place::of(drawer, paper));
        let copied = now(attachment::copy(&places[0], &places[1], from.size, &|_| {}));
        match copied? {
            Copied::Whole => {}
            Copied::Unopened | Copied::Lost => return Err(()),
        }
        renewal::switch(vault, &whose, &from, &to, random).map_err(|_| ())?;
        let dead = matches!(drawer.mishap, Some((at, Mishap::Killed)) if drawer.writes.get() > at);
        if kept && !dead {
            tidy(vault, drawer, child);
        }
    }
    vault.end_renewal(random).map_err(|_| ())?;
    if kept {
        tidy(vault, drawer, child);
    }
    Ok(())
}

/// Removes what no copy names.
fn tidy<S: Shelf>(vault: &Vault<S>, drawer: &Drawer, child: &ChildId) {
    let mut ids = drawer.ids();
    let Some(copies) = vault.copies(child) else {
        return;
    };
    for copy in copies {
        spare(&mut ids, &copy);
    }
    for id in ids {
        drawer.remove(&id);
    }
}

/// The next start finds every photo, whatever happened; and going on from there ends with new keys for all of them.
fn ends_well(
    what: &str,
    shelf: &MemoryShelf,
    drawer: &Drawer,
    family: &Family,
    old: &[Attachment],
) {
    let mut vault = opened(shelf);
    vault.settle(&mut random());
    let papers = named(&copies(&vault, &family.child));
    let shown: BTreeSet<_> = papers
        .iter()
        .map(|paper| {
            drawer
                .shows(paper)
                .unwrap_or_else(|| panic!("{what}: {} does not open", paper.id))
        })
        .collect();
    is_all(what, &shown, family);
    let drawer = drawer.copy(None);
    let mut chance = random();
    chance(&mut [0; 77]);
    assert_eq!(
        go_on(&mut vault, &drawer, &family.child, true, &mut chance),
        Ok(()),
        "{what}: it goes on"
    );
    // A side that was not written over since, or does not open, may name an old one: nothing goes before it is.
    let note = vault.load(&family.child).unwrap().bytes;
    vault.save(&family.child, &note, NOW, &mut chance).unwrap();
    vault.save(&family.child, &note, NOW, &mut chance).unwrap();
    tidy(&vault, &drawer, &family.child);
    is_renewed(what, &vault, &drawer, family, old);
}

/// All that was there; where there was no room, or what the storage had taken was gone later, what only a copy of the
/// past named may have been left behind.
fn is_all(what: &str, shown: &BTreeSet<Vec<u8>>, family: &Family) {
    let longest = family.contents.iter().max_by_key(|content| content.len());
    let enough = ["Full", "GoneLater", "OneGoneLater"]
        .iter()
        .any(|fault| what.starts_with(fault))
        && shown.iter().eq(longest);
    assert!(
        enough || *shown == family.contents,
        "{what}: {} photos",
        shown.len()
    );
}

fn is_renewed<S: Shelf>(
    what: &str,
    vault: &Vault<S>,
    drawer: &Drawer,
    family: &Family,
    old: &[Attachment],
) {
    assert_eq!(vault.renewing(), [], "{what}");
    let papers = named(&copies(vault, &family.child));
    let shown: BTreeSet<_> = papers
        .iter()
        .filter_map(|paper| drawer.shows(paper))
        .collect();
    is_all(what, &shown, family);
    for paper in old {
        let same = |new: &Attachment| new.id == paper.id || new.key == paper.key;
        assert!(!papers.iter().any(same), "{what}: an old key");
        assert_eq!(drawer.shows(paper), None, "{what}: an old paper");
    }
}

#[test]
fn every_photo_gets_a_new_key_also_those_that_only_the_past_names() {
    let family = family(SHORT);
    let mut vault = opened(&family.shelf);
    let old = named(&copies(&vault, &family.child));
    assert_eq!((old.len(), renewal::left(&vault).len()), (2, 2));
    let labels = |vault: &Vault<_>| -> Vec<Value> {
        vault
            .children()
            .into_iter()
            .map(|child| child.label)
            .collect()
    };
    let (before, notes) = (labels(&vault), copies(&vault, &family.child));
    let done = go_on(
        &mut vault,
        &family.drawer,
        &family.child,
        true,
        &mut random(),
    );
    assert_eq!(done, Ok(()));
    is_renewed("", &vault, &family.drawer, &family, &old);
    assert_eq!(family.drawer.ids().len(), 2, "and nothing else lies there");
    assert_eq!(labels(&vault), before);
    // Of the notes nothing else has changed, in members of a newer version either.
    let new = named(&copies(&vault, &family.child));
    let pair = |old: &Attachment| new.iter().find(|new| new.size == old.size).unwrap().clone();
    for (before, after) in notes.iter().zip(copies(&vault, &family.child)) {
        let mut expected = before.clone();
        for paper in &old {
            expected = exchanged(&expected, paper, &pair(paper)).unwrap();
        }
        assert_eq!(expected, after);
    }
}

#[test]
fn whatever_fails_among_the_papers_every_photo_opens_and_the_rest_follows_later() {
    let family = family(LONG);
    let old = named(&copies(&opened(&family.shelf), &family.child));
    for mishap in MISHAPS {
        for at in 0.. {
            let (shelf, drawer) = (copy(&family.shelf), family.drawer.copy(Some((at, mishap))));
            let mut vault = opened(&shelf);
            let done = go_on(&mut vault, &drawer, &family.child, true, &mut random());
            drop(vault);
            if drawer.writes.get() <= at {
                assert_eq!(done, Ok(()), "{mishap:?}: nothing happened by then");
                break;
            }
            assert_eq!(done, Err(()), "{mishap:?} at write {at}");
            ends_well(
                &format!("{mishap:?} at paper {at}"),
                &shelf,
                &drawer,
                &family,
                &old,
            );
        }
    }
}

#[test]
fn whatever_fails_while_the_note_names_the_new_ones_every_photo_opens_and_the_rest_follows_later() {
    let family = family(SHORT);
    let old = named(&copies(&opened(&family.shelf), &family.child));
    for fault in FAULTS {
        for at in 0..16 {
            let shelf = Faulty::new(copy(&family.shelf), at, fault);
            let drawer = family.drawer.copy(None);
            let mut vault = opened(&shelf);
            // What is forgotten later was never on the disk, and that is known.
            let kept = !fault.forgets();
            let done = go_on(&mut vault, &drawer, &family.child, kept, &mut random());
            drop(vault);
            let what = format!("{fault:?} at write {at}: {done:?}");
            ends_well(&what, &shelf.kept, &drawer, &family, &old);
        }
    }
}

#[test]
fn a_child_without_photos_loses_its_mark_and_nothing_else() {
    let family = family(SHORT);
    let mut vault = opened(&family.shelf);
    assert_eq!(vault.renewing().len(), 2);
    vault.end_renewal(&mut random()).unwrap();
    assert_eq!(vault.renewing(), []);
    assert_eq!(opened(&family.shelf).renewing(), []);
    // Passing one over is remembered too, and where nothing is going on there is nothing to remember.
    vault
        .pass_over(&family.child, &["x"], &mut random())
        .unwrap();
    assert_eq!(vault.renewing(), []);
}

#[test]
fn another_screen_that_wrote_meanwhile_is_not_written_over() {
    let family = family(SHORT);
    let mut vault = opened(&family.shelf);
    let mut other = opened(&family.shelf);
    let (photo, new) = (paper(1, SHORT), paper(9, SHORT));
    other
        .save(&family.child, &note(&[&photo]), NOW + 1, &mut random())
        .unwrap();
    let switched = renewal::switch(&mut vault, &family.child, &photo, &new, &mut random());
    assert_eq!(switched, Err(SaveError::Changed));
}
