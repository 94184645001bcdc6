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

/// What goes wrong with a shelf, at one write or from it on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Fault {
    /// No room for this one write.
    Full,
    /// Refused from here on.
    Refused,
    /// Accepted and not kept.
    Lost,
    /// Accepted and kept in part.
    Garbled,
    /// Accepted, readable, and gone with every later one when the browser starts again.
    GoneLater,
    /// As before, but this one write only.
    OneGoneLater,
    /// The tab dies before this write.
    Killed,
}

pub const FAULTS: [Fault; 7] = [
    Fault::Full,
    Fault::Refused,
    Fault::Lost,
    Fault::Garbled,
    Fault::GoneLater,
    Fault::OneGoneLater,
    Fault::Killed,
];

pub struct Faulty {
    pub kept: MemoryShelf,
    /// What is readable now and not kept.
    cache: RefCell<BTreeMap<String, String>>,
    writes: Cell<usize>,
    at: usize,
    fault: Fault,
}

impl Faulty {
    pub fn new(kept: MemoryShelf, at: usize, fault: Fault) -> Self {
        let (cache, writes) = (RefCell::default(), Cell::new(0));
        Self {
            kept,
            cache,
            writes,
            at,
            fault,
        }
    }

    fn dead(&self) -> bool {
        self.fault == Fault::Killed && self.writes.get() > self.at
    }
}

impl Shelf for Faulty {
    fn get(&self, key: &str) -> Option<String> {
        self.cache
            .borrow()
            .get(key)
            .cloned()
            .or_else(|| self.kept.get(key))
    }

    fn set(&self, key: &str, value: &str) -> Result<(), ShelfError> {
        if key == "svl:v1:probe" {
            return Ok(());
        }
        let write = self.writes.replace(self.writes.get() + 1);
        let now = write == self.at;
        match self.fault {
            Fault::Full if now => Err(ShelfError::Full),
            Fault::Refused | Fault::Killed if write >= self.at => Err(ShelfError::Refused),
            Fault::Lost if now => Ok(()),
            Fault::Garbled if now => self.kept.set(key, &value[..value.len() / 2]),
            Fault::GoneLater if write >= self.at => {
                self.cache.borrow_mut().insert(key.into(), value.into());
                Ok(())
            }
            Fault::OneGoneLater if now => {
                self.cache.borrow_mut().insert(key.into(), value.into());
                Ok(())
            }
            _ => {
                self.cache.borrow_mut().remove(key);
                self.kept.set(key, value)
            }
        }
    }

    fn remove(&self, key: &str) {
        if !self.dead() {
            self.cache.borrow_mut().remove(key);
            self.kept.remove(key);
        }
    }

    fn keys(&self, prefix: &str) -> Vec<String> {
        self.kept.keys(prefix)
    }
}
