//! The sealed pieces: each says which it is and whether it is the last, so that none can be missing,
//! doubled or moved (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár).

use zeroize::Zeroizing;

use crate::envelope::{IV, Key, NoRandom, TAG, open_plain, pack, seal_plain, unpack};
use crate::vault::{Header, KdfParams, Kek, Shelf, Vault};

use super::Refused;
use super::head::{self, Head};
use super::item::{self, Frames, Item};

/// Bytes in every piece but the last.
const PIECE: usize = 1 << 16;
/// Bytes of such a piece on the wire.
const SEALED: usize = PIECE + TAG;
/// Every backup ends so: what does not was cut short.
const END: &[u8] = b"\nthe end";

/// Nonce of a piece: its number and whether it is the last. The key is this file's own.
fn nonce(number: u32, last: bool) -> [u8; IV] {
    let mut nonce = [0; IV];
    nonce[7..11].copy_from_slice(&number.to_be_bytes());
    nonce[11] = u8::from(last);
    nonce
}

/// Writes a backup.
pub struct Writer {
    key: Key,
    digest: [u8; 32],
    number: u32,
    items: u32,
    held: Zeroizing<Vec<u8>>,
}

impl Writer {
    /// Begins a backup of a vault: the first bytes of the file.
    pub fn begin<S: Shelf>(
        vault: &Vault<S>,
        random: &mut dyn FnMut(&mut [u8]),
    ) -> Result<(Self, Vec<u8>), NoRandom> {
        Self::start(vault.for_backup(), false, random)
    }

    /// Begins a backup that is of no vault: only this key opens it, derived with `params`, and what it
    /// is brought back into is a vault of its own.
    pub fn begin_alone(
        kek: &Kek,
        params: KdfParams,
        random: &mut dyn FnMut(&mut [u8]),
    ) -> Result<(Self, Vec<u8>), NoRandom> {
        Self::start(Header::alone(kek, params, random)?, false, random)
    }

    fn start(
        way: (Header, Key),
        packed: bool,
        random: &mut dyn FnMut(&mut [u8]),
    ) -> Result<(Self, Vec<u8>), NoRandom> {
        let (head, key, digest) = head::write(way, packed, random)?;
        let writer = Self {
            key,
            digest,
            number: 0,
            items: 0,
            held: Zeroizing::new(Vec::new()),
        };
        Ok((writer, head))
    }

    /// Adds an item, the [`Manifest`](super::Manifest) first: the next bytes of the file, if any.
    pub fn add(&mut self, item: &Item) -> Vec<u8> {
        item.write(&mut self.held);
        self.items += 1;
        self.pieces()
    }

    fn pieces(&mut self) -> Vec<u8> {
        let mut out = Vec::new();
        let mut at = 0;
        while self.held.len() - at > PIECE {
            self.piece(&self.held[at..at + PIECE], false, &mut out);
            self.number += 1;
            at += PIECE;
        }
        self.held.drain(..at);
        out
    }

    fn piece(&self, plain: &[u8], last: bool, out: &mut Vec<u8>) {
        let nonce = nonce(self.number, last);
        let (sealed, tag) = seal_plain(&self.key, &nonce, &self.digest, plain);
        out.extend(sealed);
        out.extend(tag);
    }

    /// The last bytes of the file.
    pub fn end(mut self) -> Vec<u8> {
        item::end(&mut self.held, self.items);
        let mut out = self.pieces();
        self.piece(&self.held, true, &mut out);
        out.extend(END);
        out
    }
}

/// A backup in one, packed, for a set of QR codes: notes, no papers. `None` where it does not pack.
pub fn compact<S: Shelf>(
    vault: &Vault<S>,
    items: &[Item],
    random: &mut dyn FnMut(&mut [u8]),
) -> Result<Option<Vec<u8>>, NoRandom> {
    let mut plain = Zeroizing::new(Vec::new());
    for item in items {
        item.write(&mut plain);
    }
    item::end(&mut plain, items.len() as u32);
    let Some(packed) = pack(&plain) else {
        return Ok(None);
    };
    let (mut writer, mut out) = Writer::start(vault.for_backup(), true, random)?;
    writer.held = packed;
    out.extend(writer.pieces());
    writer.piece(&writer.held, true, &mut out);
    out.extend(END);
    Ok(Some(out))
}

/// Reads a backup, in pieces of any length.
pub struct Reader {
    key: Key,
    digest: [u8; 32],
    packed: Option<Zeroizing<Vec<u8>>>,
    number: u32,
    held: Vec<u8>,
    frames: Frames,
}

impl Reader {
    pub(super) fn new(key: Key, head: &Head) -> Self {
        Self {
            key,
            digest: head.digest,
            packed: head.packed.then(Zeroizing::default),
            number: 0,
            held: Vec::new(),
            frames: Frames::default(),
        }
    }

    /// Takes the next bytes behind the head; gives what is complete with them.
    pub fn feed(&mut self, bytes: &[u8]) -> Result<Vec<Item>, Refused> {
        self.held.extend(bytes);
        let mut items = Vec::new();
        let mut at = 0;
        // What leaves room for no further piece may be the last.
        while self.held.len() - at >= SEALED + TAG + END.len() {
            let piece = self.open(&self.held[at..at + SEALED], false)?;
            self.number += 1;
            at += SEALED;
            self.take(&piece, &mut items)?;
        }
        self.held.drain(..at);
        Ok(items)
    }

    /// What the last bytes held. Only with this all of it was read as it was written.
    pub fn end(mut self) -> Result<Vec<Item>, Refused> {
        let held = core::mem::take(&mut self.held);
        let piece = held.strip_suffix(END).ok_or(Refused::CutShort)?;
        let piece = self.open(piece, true)?;
        let mut items = Vec::new();
        self.take(&piece, &mut items)?;
        if let Some(packed) = self.packed.take() {
            let plain = unpack(&packed).map_err(|_| Refused::Damaged)?;
            self.frames.take(&plain, &mut items)?;
        }
        if !self.frames.whole() {
            return Err(Refused::Damaged);
        }
        Ok(items)
    }

    fn open(&self, piece: &[u8], last: bool) -> Result<Zeroizing<Vec<u8>>, Refused> {
        let nonce = nonce(self.number, last);
        let (sealed, tag) = piece.split_last_chunk().ok_or(Refused::CutShort)?;
        open_plain(&self.key, &nonce, &self.digest, sealed, tag).ok_or(Refused::Damaged)
    }

    fn take(&mut self, plain: &[u8], items: &mut Vec<Item>) -> Result<(), Refused> {
        match &mut self.packed {
            // It unpacks to at most a mebibyte; a set of codes holds 49 kB.
            Some(packed) if packed.len() + plain.len() > 2 * PIECE => Err(Refused::Damaged),
            Some(packed) => {
                packed.extend(plain);
                Ok(())
            }
            None => self.frames.take(plain, items),
        }
    }
}
