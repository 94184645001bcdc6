//! What can go wrong, told apart by what the person can do about it.

use super::random::NoRandom;

/// What a file that is not ours looks like from its first bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LooksLike {
    /// JPEG, PNG, GIF, WebP, HEIC or AVIF.
    Photo,
    /// A PDF.
    Pdf,
    /// A ZIP archive; also what Word and Excel write.
    Zip,
    /// Some text.
    Text,
    /// None of these.
    Other,
}

/// Why a hand-off does not open.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// Nothing in it. Choose again, or ask for it again.
    #[error("empty")]
    Empty,
    /// Not a hand-off at all. Choose another file.
    #[error("not a hand-off: {looks_like:?}")]
    NotOurs {
        /// What it looks like instead.
        looks_like: LooksLike,
    },
    /// It ends too early. Receive it again.
    #[error("cut short")]
    CutShort,
    /// It was damaged on the way. Receive it again; the code has nothing to do with it.
    #[error("damaged")]
    Damaged,
    /// The code fits but the content was changed by someone. Do not use it; ask the sender.
    #[error("altered")]
    Altered,
    /// The hand-off is whole, the code is another one's. Check the code.
    #[error("wrong code")]
    WrongCode,
    /// Written by a newer version of this app. Reload the page; keep the file.
    #[error("written by a newer version")]
    TooNew,
    /// Sealed to an office's key card, not to a code. Only that office can open it.
    #[error("sealed for another office")]
    ForAnotherOffice {
        /// Which key it was sealed to: base64url, at most 64 characters; empty when not said.
        kid: String,
    },
    /// An envelope of a kind this app does not open, or one asking for more work than allowed.
    #[error("unsupported envelope")]
    Unsupported,
    /// Larger than any hand-off, sealed or once unpacked.
    #[error("too long")]
    TooLong,
    /// It opens, but what is inside is not readable JSON. Ask the sender to make it again.
    #[error("the content is not readable")]
    Content,
}

impl OpenError {
    pub(crate) fn not_ours(looks_like: LooksLike) -> Self {
        Self::NotOurs { looks_like }
    }
}

/// Why something is not sealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// More than the carrier holds: choose fewer sheets, or a file instead of QR codes.
    #[error("too long for this carrier")]
    TooLong,
    /// The content is not JSON that [`Sealed::open`](super::Sealed::open) would give back.
    #[error("the content is not readable")]
    Content,
    /// No randomness, no sealing.
    #[error(transparent)]
    NoRandom(#[from] NoRandom),
}
