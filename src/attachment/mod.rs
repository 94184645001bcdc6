//! A paper kept beside the note: how it is cut into pieces, what is bound to each, and where they
//! lie. `FORMAT.md` says it in full. Sealing itself is WebCrypto's, in `browser`; nothing here
//! handles a whole paper.

mod anew;
mod spare;

pub use anew::{Copied, Lying, SECRET, copy, exchanged, under_new_key};
pub use spare::{named_in, papers_in, spare};

use core::ops::Range;

use crate::answer::Attachment;

/// The longest paper that is kept, bytes.
pub const MOST: u64 = 30 << 20;
/// The longest small picture, bytes.
pub const MOST_THUMB: usize = 1 << 16;
/// Bytes a sealed piece is longer than what is in it.
const TAG: usize = 16;
/// The version that is written, and the newest that is read.
const VERSION: u8 = 1;
/// Length of a piece, as a power of two.
const PIECE_LOG: u8 = 18;
/// Length of every piece but the last, bytes.
const PIECE: u64 = 1 << PIECE_LOG;
/// The part of the head that is authenticated.
const HEAD: usize = 16;

/// Why a paper is not kept or not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PaperError {
    /// Nothing is in it, or too much: choose another.
    #[error("empty or too large")]
    Size,
    /// Written by a newer version: reload the page.
    #[error("written by a newer version")]
    TooNew,
    /// What is kept is not what the note says: take the photo again.
    #[error("damaged")]
    Damaged,
}

/// What kinds of paper are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Media {
    /// A photo, made anew from its pixels.
    Photo,
    /// A PDF, byte for byte.
    Pdf,
}

impl Media {
    /// The media type, as the note keeps it.
    pub fn name(self) -> &'static str {
        match self {
            Media::Photo => "image/jpeg",
            Media::Pdf => "application/pdf",
        }
    }

    /// The kind of a paper; `None` where a newer version keeps others.
    pub fn of(paper: &Attachment) -> Option<Media> {
        Media::named(&paper.media)
    }

    /// The kind of a media type; `None` where it is no kind that is kept.
    pub fn named(media: &str) -> Option<Media> {
        [Media::Photo, Media::Pdf]
            .into_iter()
            .find(|kind| kind.name() == media)
    }
}

/// Whether a file that begins so is a PDF. ISO 32000 wants the mark first; readers take it anywhere
/// in the first 1024 bytes.
pub fn is_pdf(start: &[u8]) -> bool {
    let start = &start[..start.len().min(1024)];
    start.windows(5).any(|window| window == b"%PDF-")
}

/// A part that is sealed by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// A piece of the paper, counted from 0.
    Piece(u32),
    /// The small picture of it.
    Thumb,
}

impl Part {
    /// Its number in a backup.
    pub fn number(self) -> u32 {
        match self {
            Part::Piece(index) => index,
            Part::Thumb => u32::MAX,
        }
    }

    /// The part of a number in a backup.
    pub fn numbered(number: u32) -> Part {
        match number {
            u32::MAX => Part::Thumb,
            index => Part::Piece(index),
        }
    }

    /// Where it lies among the pieces, for the paper of this id.
    pub fn place(self, id: &str) -> String {
        match self {
            Part::Piece(index) => format!("{id}/{index:08x}"),
            Part::Thumb => [id, "/thumb"].concat(),
        }
    }
}

/// How one paper is laid out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    id: String,
    size: u64,
    bound: Vec<u8>,
}

impl Layout {
    /// The layout of a paper the note knows.
    pub fn of(paper: &Attachment) -> Result<Layout, PaperError> {
        if !is_hex(&paper.id, 32) || !is_hex(&paper.key, 64) {
            return Err(PaperError::Damaged);
        }
        if paper.size == 0 || paper.size > MOST {
            return Err(PaperError::Size);
        }
        Media::of(paper).ok_or(PaperError::TooNew)?;
        let mut bound = head_of(paper.size, "");
        bound.extend(paper.id.as_bytes());
        bound.extend(paper.media.as_bytes());
        Ok(Layout {
            id: paper.id.clone(),
            size: paper.size,
            bound,
        })
    }

    /// How many pieces there are; at least one.
    pub fn pieces(&self) -> u32 {
        pieces_of(self.size)
    }

    /// The id of the paper.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Which bytes of the paper are in a piece.
    pub fn range(&self, piece: u32) -> Range<u64> {
        let edge = |piece: u64| (piece * PIECE).min(self.size);
        edge(piece.into())..edge(u64::from(piece) + 1)
    }

    /// The nonce of a part, 12 bytes.
    pub fn nonce(&self, part: Part) -> [u8; 12] {
        let (kind, index, last) = match part {
            Part::Piece(index) => (0, index, index + 1 == self.pieces()),
            Part::Thumb => (1, 0, true),
        };
        let mut nonce = [0; 12];
        nonce[0] = kind;
        nonce[7..11].copy_from_slice(&index.to_be_bytes());
        nonce[11] = u8::from(last);
        nonce
    }

    /// What is authenticated with every part.
    pub fn bound(&self) -> &[u8] {
        &self.bound
    }

    /// Whether a sealed part has the length it must have.
    pub fn fits(&self, part: Part, sealed: usize) -> bool {
        match part {
            Part::Piece(index) => {
                let range = self.range(index);
                index < self.pieces() && sealed as u64 == range.end - range.start + TAG as u64
            }
            Part::Thumb => sealed > TAG && sealed <= MOST_THUMB + TAG,
        }
    }

    /// Where a part lies among the pieces.
    pub fn place(&self, part: Part) -> String {
        part.place(&self.id)
    }

    /// The head, put down last, by the vault of this id.
    pub fn head(&self, vault: &str) -> Vec<u8> {
        [&self.bound[..HEAD], vault.as_bytes()].concat()
    }

    /// Whether a head that was found is that of this paper.
    pub fn check(&self, head: &[u8]) -> Result<(), PaperError> {
        Head::read(head)?;
        if head.starts_with(&self.bound[..HEAD]) {
            Ok(())
        } else {
            Err(PaperError::Damaged)
        }
    }
}

/// What a head tells without the note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head<'a> {
    /// Length of the paper, bytes.
    pub size: u64,
    /// The vault that kept it.
    pub vault: &'a [u8],
}

impl Head<'_> {
    /// Reads a head.
    pub fn read(head: &[u8]) -> Result<Head<'_>, PaperError> {
        let (fixed, vault) = head
            .split_first_chunk::<HEAD>()
            .ok_or(PaperError::Damaged)?;
        let [b's', b'v', b'p', version, _, _, _, _, size @ ..] = *fixed else {
            return Err(PaperError::Damaged);
        };
        match version {
            VERSION => {}
            0 => return Err(PaperError::Damaged),
            _ => return Err(PaperError::TooNew),
        }
        Ok(Head {
            size: u64::from_be_bytes(size),
            vault,
        })
    }
}

/// The head of a paper of so many bytes, put down by the vault of this id.
pub fn head_of(size: u64, vault: &str) -> Vec<u8> {
    let mut head = Vec::with_capacity(HEAD + 64);
    head.extend(b"svp");
    head.extend([VERSION, PIECE_LOG, 0, 0, 0]);
    head.extend(size.to_be_bytes());
    head.extend(vault.as_bytes());
    head
}

/// Of how many pieces a paper of so many bytes is made.
pub fn pieces_of(size: u64) -> u32 {
    size.div_ceil(PIECE) as u32
}

/// How much of a paper is in a sealed piece of this length, bytes.
pub fn opened(sealed: usize) -> u64 {
    sealed.saturating_sub(TAG) as u64
}

/// A head, as another vault would have put it down.
pub fn adopted(head: &[u8], vault: &str) -> Vec<u8> {
    [&head[..head.len().min(HEAD)], vault.as_bytes()].concat()
}

/// Random bytes as the note writes them.
pub fn hex(bytes: &[u8]) -> String {
    let digit = |nibble: u8| char::from_digit(nibble.into(), 16).unwrap_or('0');
    bytes
        .iter()
        .flat_map(|byte| [digit(byte >> 4), digit(byte & 15)])
        .collect()
}

/// The id of a paper, 16 bytes; `None` where it is none.
pub fn id_bytes(id: &str) -> Option<[u8; 16]> {
    let mut bytes = [0; 16];
    is_hex(id, 32).then(|| unhex(id, &mut bytes))?;
    Some(bytes)
}

/// The key of a paper, 32 bytes.
pub fn key(paper: &Attachment) -> Result<[u8; 32], PaperError> {
    if !is_hex(&paper.key, 64) {
        return Err(PaperError::Damaged);
    }
    let mut key = [0; 32];
    unhex(&paper.key, &mut key);
    Ok(key)
}

fn unhex(digits: &str, into: &mut [u8]) {
    for (byte, pair) in into.iter_mut().zip(digits.as_bytes().chunks_exact(2)) {
        let nibble = |digit: u8| char::from(digit).to_digit(16).unwrap_or(0) as u8;
        *byte = nibble(pair[0]) << 4 | nibble(pair[1]);
    }
}

fn is_hex(text: &str, digits: usize) -> bool {
    text.len() == digits && text.bytes().all(is_digit)
}

/// A lower-case hexadecimal digit.
fn is_digit(byte: u8) -> bool {
    matches!(byte, b'0'..=b'9' | b'a'..=b'f')
}
