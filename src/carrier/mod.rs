//! How a hand-off travels: one file, or a set of QR codes. Both carry the same sealed envelope;
//! nothing here knows a key.
//!
//! - [`mod@file`]: the name of the file.
//! - [`card`]: an office's key card, as the text of one code.
//! - [`wedge`]: what a hand-held scanner typed.
//! - [`qr`]: the set of codes "SH1", from bytes to pictures and back.

pub mod card;
pub mod file;
pub mod qr;
pub mod wedge;
