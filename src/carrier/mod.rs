//! How a hand-off travels: one file, or a set of QR codes. Both carry the same sealed envelope;
//! nothing here knows a key.
//!
//! - [`mod@file`]: the name of the file.
//! - [`qr`]: the set of codes "SH1", from bytes to pictures and back.

pub mod file;
pub mod qr;
