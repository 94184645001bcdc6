//! A vault on shelves that fail, lose, cut and forget.
#![allow(dead_code, reason = "each test uses its part")]

use core::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use serde_json::json;
use stepnote::vault::{
    ChildId, Header, KdfParams, Kek, MemoryShelf, Outlook, Profile, Shelf, ShelfError, Vault,
    VaultError, look,
};

pub const PARAMS: KdfParams = KdfParams {
    profile: Profile::STANDARD,
    salt: *b"sixteen bytes...",
};
pub const NOW: u64 = 1_795_000_000_000;

pub fn other_kek() -> Kek {
    Kek::from_bytes([6; 32])
}

pub fn kek() -> Kek {
    Kek::from_bytes([5; 32])
}

pub fn random() -> impl FnMut(&mut [u8]) {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    move |bytes| {
        for byte in bytes {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            *byte = (state >> 32) as u8;
        }
    }
}

pub fn header(shelf: &dyn Shelf) -> Header {
    match look(shelf) {
        Outlook::Present(header) => header,
        other => panic!("{other:?}"),
    }
}

pub fn unlock<S: Shelf>(shelf: S) -> Result<Vault<S>, VaultError> {
    let header = header(&shelf);
    Vault::unlock(shelf, &header, &kek())
}

/// A shelf with one child, saved a number of times: the last record is `record {saves}`.
pub fn furnished(saves: u64) -> (MemoryShelf, ChildId) {
    let shelf = MemoryShelf::default();
    let mut random = random();
    let mut vault = Vault::create(&shelf, &kek(), PARAMS, &mut random).unwrap();
    let child = vault
        .add_child(json!({"name": "陽向"}), b"record 1", NOW, &mut random)
        .unwrap();
    for save in 2..=saves {
        let record = format!("record {save}");
        vault
            .save(&child, record.as_bytes(), NOW + save, &mut random)
            .unwrap();
    }
    (shelf, child)
}

pub fn copy(shelf: &MemoryShelf) -> MemoryShelf {
    let copy = MemoryShelf::default();
    for key in shelf.keys("") {
        copy.set(&key, &shelf.get(&key).unwrap()).unwrap();
    }
    copy
}

/// What goes wrong with a shelf at one step, a write or a removal, or from it on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Fault {
    /// No room for this one write.
    Full,
    /// Refused from here on.
    Refused,
    /// Accepted and not done.
    Lost,
    /// Accepted and kept in part.
    Garbled,
    /// Accepted, to be seen, and undone with every later one when the browser starts again.
    GoneLater,
    /// As before, but this one only.
    OneGoneLater,
    /// The tab dies before it.
    Killed,
    /// The one after it is on the disk before it is, and then the tab dies.
    Reordered,
}

pub const FAULTS: [Fault; 8] = [
    Fault::Full,
    Fault::Refused,
    Fault::Lost,
    Fault::Garbled,
    Fault::GoneLater,
    Fault::OneGoneLater,
    Fault::Killed,
    Fault::Reordered,
];

impl Fault {
    /// Whether what was said to be done can still be undone when the browser starts again.
    pub fn forgets(self) -> bool {
        matches!(
            self,
            Fault::GoneLater | Fault::OneGoneLater | Fault::Reordered
        )
    }
}

pub struct Faulty {
    pub kept: MemoryShelf,
    /// What is to be seen now and not kept; `None`: removed.
    cache: RefCell<BTreeMap<String, Option<String>>>,
    steps: Cell<usize>,
    at: usize,
    fault: Fault,
}

/// To see whether a shelf keeps anything is no step.
const PROBE: &str = "svl:v1:probe";

/// What becomes of a step.
enum Turn {
    Kept,
    Seen,
    Ignored,
    Refused(ShelfError),
    Half,
}

impl Faulty {
    pub fn new(kept: MemoryShelf, at: usize, fault: Fault) -> Self {
        let (cache, steps) = (RefCell::default(), Cell::new(0));
        Self {
            kept,
            cache,
            steps,
            at,
            fault,
        }
    }

    /// How many steps were taken.
    pub fn steps(&self) -> usize {
        self.steps.get()
    }

    fn step(&self) -> Turn {
        let step = self.steps.replace(self.steps.get() + 1);
        let (now, from) = (step == self.at, step >= self.at);
        match self.fault {
            Fault::Full if now => Turn::Refused(ShelfError::Full),
            Fault::Refused | Fault::Killed if from => Turn::Refused(ShelfError::Refused),
            Fault::Lost if now => Turn::Ignored,
            Fault::Garbled if now => Turn::Half,
            Fault::GoneLater if from => Turn::Seen,
            Fault::OneGoneLater | Fault::Reordered if now => Turn::Seen,
            Fault::Reordered if step > self.at + 1 => Turn::Refused(ShelfError::Refused),
            _ => Turn::Kept,
        }
    }
}

impl Shelf for Faulty {
    fn get(&self, key: &str) -> Option<String> {
        match self.cache.borrow().get(key) {
            Some(seen) => seen.clone(),
            None => self.kept.get(key),
        }
    }

    fn set(&self, key: &str, value: &str) -> Result<(), ShelfError> {
        if key == PROBE {
            return self.kept.set(key, value);
        }
        let value = match self.step() {
            Turn::Refused(why) => return Err(why),
            Turn::Ignored => return Ok(()),
            Turn::Seen => {
                let seen = Some(value.to_owned());
                self.cache.borrow_mut().insert(key.into(), seen);
                return Ok(());
            }
            Turn::Half => &value[..value.len() / 2],
            Turn::Kept => value,
        };
        self.cache.borrow_mut().remove(key);
        self.kept.set(key, value)
    }

    fn remove(&self, key: &str) {
        if key == PROBE {
            return self.kept.remove(key);
        }
        match self.step() {
            // What is full still removes, and nothing is removed by half.
            Turn::Kept | Turn::Half | Turn::Refused(ShelfError::Full) => {
                self.cache.borrow_mut().remove(key);
                self.kept.remove(key);
            }
            Turn::Seen => {
                self.cache.borrow_mut().insert(key.into(), None);
            }
            Turn::Ignored | Turn::Refused(_) => {}
        }
    }

    fn keys(&self, prefix: &str) -> Vec<String> {
        let mut keys = self.kept.keys(prefix);
        let cache = self.cache.borrow();
        let seen = cache.keys().filter(|key| key.starts_with(prefix));
        keys.extend(seen.cloned());
        keys.sort_unstable();
        keys.dedup();
        keys.retain(|key| self.get(key).is_some());
        keys
    }
}

/// One end of a sequence.
pub struct End<T> {
    /// What failed, and where.
    pub what: String,
    pub fault: Fault,
    /// What the sequence said.
    pub said: T,
    /// What the next start finds.
    pub kept: MemoryShelf,
}

/// Runs a sequence, which begins the same way every time, under every fault at every step of it.
#[track_caller]
pub fn under_every_fault<T: core::fmt::Debug>(
    begin: impl Fn() -> MemoryShelf,
    act: impl Fn(&Faulty) -> T,
    judge: impl Fn(End<T>),
) {
    let whole = Faulty::new(begin(), usize::MAX, Fault::Killed);
    act(&whole);
    assert!(whole.steps() > 0, "nothing is written");
    for fault in FAULTS {
        for at in 0..whole.steps() {
            let shelf = Faulty::new(begin(), at, fault);
            let said = act(&shelf);
            judge(End {
                what: format!("{fault:?} at step {at}: {said:?}"),
                fault,
                said,
                kept: shelf.kept,
            });
        }
    }
}
