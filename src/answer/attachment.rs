//! A paper kept beside the note: a photo or a PDF, encrypted under a key of its own.

/// What the note knows of a paper. The bytes are kept elsewhere, in chunks, by this id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// 128 random bits as 32 lower-case hexadecimal digits.
    pub id: String,
    /// 256 random bits that seal this paper only, as 64 lower-case hexadecimal digits.
    pub key: String,
    /// `image/jpeg` or `application/pdf`.
    pub media: String,
    /// Length of the paper itself, bytes.
    pub size: u64,
    /// What the parent calls it; may be "".
    pub name: String,
}
