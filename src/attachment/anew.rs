//! A paper under another key: a copy that is whole before anything names it.

use zeroize::Zeroizing;

use super::{PaperError, Part, hex, pieces_of};
use crate::answer::Attachment;

/// Random bytes of an id and a key.
pub const SECRET: usize = 48;

/// A paper where it lies, with what opens it.
#[allow(
    async_fn_in_trait,
    reason = "nothing here crosses a thread: a page has one"
)]
pub trait Lying {
    /// Why it cannot be read or written there.
    type Why;

    /// A part, opened; `None` where it is missing or is not what it should be.
    async fn part(&self, part: Part) -> Result<Option<Zeroizing<Vec<u8>>>, Self::Why>;

    /// Seals a part and puts it down.
    async fn put(&self, part: Part, open: &[u8]) -> Result<(), Self::Why>;

    /// Puts the head down: from then on it is a paper.
    async fn finish(&self) -> Result<(), Self::Why>;

    /// Whether the head is there.
    async fn is_finished(&self) -> Result<bool, Self::Why>;
}

/// What came of copying a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Copied {
    /// The copy is there, and every piece of it was read back.
    Whole,
    /// The paper itself does not open: there is nothing to copy.
    Unopened,
    /// What was put down did not come back.
    Lost,
}

/// Copies a paper of so many bytes piece by piece, and reads the copy back; never more than one
/// piece is in memory. `told` is called with the bytes of each piece that is done.
pub async fn copy<L: Lying>(
    from: &L,
    to: &L,
    size: u64,
    told: &dyn Fn(u64),
) -> Result<Copied, L::Why> {
    let mut parts: Vec<Part> = (0..pieces_of(size)).map(Part::Piece).collect();
    // A paper without a small picture is still a paper.
    parts.push(Part::Thumb);
    let mut put = Vec::new();
    for part in parts {
        match from.part(part).await? {
            Some(open) => {
                to.put(part, &open).await?;
                told(open.len() as u64);
                put.push(part);
            }
            None if part == Part::Thumb => {}
            None => return Ok(Copied::Unopened),
        }
    }
    to.finish().await?;
    for part in put {
        if to.part(part).await?.is_none() {
            return Ok(Copied::Lost);
        }
    }
    Ok(if to.is_finished().await? {
        Copied::Whole
    } else {
        Copied::Lost
    })
}

/// The same paper under another id and another key.
pub fn under_new_key(paper: &Attachment, secret: &[u8; SECRET]) -> Attachment {
    let (id, key) = secret.split_at(16);
    Attachment {
        id: hex(id),
        key: hex(key),
        ..paper.clone()
    }
}

/// Puts the id and the key of a paper in the place of another's, wherever they stand in a note:
/// members a newer version wrote count as much as ours. Of the bytes around them none changes.
pub fn exchanged(note: &[u8], from: &Attachment, to: &Attachment) -> Result<Vec<u8>, PaperError> {
    let mut bytes = note.to_vec();
    for (old, new) in [(&from.id, &to.id), (&from.key, &to.key)] {
        if old.len() != new.len() || old.is_empty() {
            return Err(PaperError::Damaged);
        }
        let mut at = 0;
        while at + old.len() <= bytes.len() {
            if bytes[at..].starts_with(old.as_bytes()) {
                bytes[at..at + new.len()].copy_from_slice(new.as_bytes());
                at += new.len();
            } else {
                at += 1;
            }
        }
    }
    Ok(bytes)
}
