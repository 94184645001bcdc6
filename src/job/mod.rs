//! What the worker is asked to do, and its answer: slow work that must not freeze the page.
//!
//! Between the two sides everything travels as one buffer of bytes that is handed over, not
//! copied: a tag, then its fields, each variable one behind its length (u32, little endian). Both
//! sides come from one build, so this is no format to keep. Pixels come in a buffer of their own
//! beside a job, as the canvas gave them.

mod wire;
mod work;

pub use wire::Malformed;
pub use work::work;

use zeroize::Zeroizing;

use crate::{
    carrier::qr::{self, Density},
    envelope::{CardError, Code, Fresh, LooksLike, OpenError},
    vault::KdfParams,
};

/// How a sealed hand-off arrived.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Carrier {
    /// As a file, or its text.
    File,
    /// As a set of QR codes, joined.
    Qr,
}

/// One piece of slow work.
#[derive(Debug, Clone, PartialEq)]
pub enum Job {
    /// Derive the key of a vault slot from a passphrase.
    Derive {
        /// As typed.
        passphrase: Zeroizing<String>,
        /// Of the slot.
        params: KdfParams,
    },
    /// Seal a bundle, for both carriers.
    Seal {
        /// The bundle's JSON.
        bundle: Zeroizing<Vec<u8>>,
        /// What will open it.
        code: Code,
    },
    /// Seal a bundle to an office's key, for both carriers.
    SealTo {
        /// The bundle's JSON.
        bundle: Zeroizing<Vec<u8>>,
        /// The key on the office's card, in compressed form: the page itself need not know curves.
        office: [u8; 33],
    },
    /// Make a key of an office, and its card.
    MakeKey {
        /// The page's own address, without `#`.
        address: String,
        /// Minutes since 1970-01-01 UTC.
        minute: u32,
        /// Whose it is; what is too long for a card is cut.
        label: String,
        /// For months; else for one hand-over.
        standing: bool,
    },
    /// Read an office's card.
    Card {
        /// What a camera or a file gave.
        text: String,
        /// Minutes since 1970-01-01 UTC.
        minute: u32,
    },
    /// Open what was sealed to a key.
    OpenWith {
        /// How it came.
        carrier: Carrier,
        /// What came.
        envelope: Vec<u8>,
        /// The private key, 32 bytes.
        key: Zeroizing<[u8; 32]>,
    },
    /// Draw codes of a sealed hand-off.
    Draw {
        /// The page's own address, without `#`.
        address: String,
        /// The envelope in its binary form.
        envelope: Vec<u8>,
        /// How fine.
        density: Density,
        /// Which frames.
        serials: Vec<u8>,
    },
    /// Draw a message of another format as one code.
    Symbol {
        /// What it says.
        message: Vec<u8>,
    },
    /// Find QR codes in the picture whose pixels come beside the job, as [`qr::read_rgba`] takes them.
    Read {
        /// Pixels in a row.
        width: u32,
        /// Rows.
        height: u32,
        /// Whether it is a still picture, worth a longer look.
        still: bool,
    },
    /// See whether something is a sealed hand-off, and open it when there is a code.
    Open {
        /// How it came.
        carrier: Carrier,
        /// What came.
        envelope: Vec<u8>,
        /// What was typed; without one only the shape is judged.
        code: Option<Code>,
    },
}

/// What came of it.
#[derive(Debug, Clone, PartialEq)]
pub enum Done {
    /// The key of the slot.
    Key(Zeroizing<[u8; 32]>),
    /// The sealed hand-off.
    Sealed {
        /// The file.
        file: Vec<u8>,
        /// The binary form for QR codes; `None` where it is too long for them.
        codes: Option<Vec<u8>>,
    },
    /// One path for every code asked for, in order, and the side of its view box in modules.
    Drawn {
        /// Modules on a side, quiet zone included.
        side: u32,
        /// The `d` of an SVG path each.
        paths: Vec<String>,
    },
    /// Every code in the picture: its bytes, and its place if it is one of several.
    Codes(Vec<qr::Code>),
    /// It is a sealed hand-off.
    Whole,
    /// The same, for an office's key: no code opens it.
    ForOffice {
        /// Which key, as [`Card::kid`] has it.
        kid: String,
    },
    /// A fresh key.
    Made {
        /// The private key.
        secret: Zeroizing<[u8; 32]>,
        /// What its QR code says.
        text: String,
        /// The card.
        card: Card,
    },
    /// An office's card.
    Card(Card),
    /// It is no card that is used.
    NoCard(CardError),
    /// The bundle's JSON.
    Opened(Zeroizing<Vec<u8>>),
    /// It was not done.
    Failed(Failure),
}

/// An office's key card, as the page knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// The public key in compressed form.
    pub key: [u8; 33],
    /// Which key it is, as the header of what is sealed to it says.
    pub kid: String,
    /// Whose it says it is. Unverified.
    pub label: String,
    /// For months; else for one hand-over.
    pub standing: bool,
    /// Whether it may be used now.
    pub fresh: Fresh,
    /// What both sides compare: six digits, or the sixteen of a standing key in groups of four.
    pub digits: String,
}

/// Why a piece of work was not done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// The hand-off does not open.
    Refused(Refusal),
    /// Not enough memory for the key.
    Memory,
    /// Not to be had with these parameters, or not at all: a fault of ours or of the store.
    Impossible,
}

/// Why a hand-off does not open, as far as words go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
#[allow(
    missing_docs,
    reason = "the variants are those of OpenError, and of LooksLike"
)]
pub enum Refusal {
    Empty,
    NotOurs,
    Pdf,
    Zip,
    CutShort,
    Damaged,
    Altered,
    WrongCode,
    TooNew,
    ForAnotherOffice,
    Unsupported,
    TooLong,
    Content,
}

impl Refusal {
    /// Every refusal, in the order of its number on the wire.
    pub const ALL: [Refusal; 13] = [
        Refusal::Empty,
        Refusal::NotOurs,
        Refusal::Pdf,
        Refusal::Zip,
        Refusal::CutShort,
        Refusal::Damaged,
        Refusal::Altered,
        Refusal::WrongCode,
        Refusal::TooNew,
        Refusal::ForAnotherOffice,
        Refusal::Unsupported,
        Refusal::TooLong,
        Refusal::Content,
    ];
}

impl From<OpenError> for Refusal {
    fn from(error: OpenError) -> Self {
        match error {
            OpenError::Empty => Refusal::Empty,
            OpenError::NotOurs { looks_like } => match looks_like {
                LooksLike::Pdf => Refusal::Pdf,
                LooksLike::Zip => Refusal::Zip,
                LooksLike::Photo | LooksLike::Text | LooksLike::Other => Refusal::NotOurs,
            },
            OpenError::CutShort => Refusal::CutShort,
            OpenError::Damaged => Refusal::Damaged,
            OpenError::Altered => Refusal::Altered,
            OpenError::WrongCode => Refusal::WrongCode,
            OpenError::TooNew => Refusal::TooNew,
            OpenError::ForAnotherOffice { .. } => Refusal::ForAnotherOffice,
            OpenError::Unsupported => Refusal::Unsupported,
            OpenError::TooLong => Refusal::TooLong,
            OpenError::Content => Refusal::Content,
        }
    }
}
