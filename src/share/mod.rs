//! What is handed over. Sheets that were not chosen are absent from the bytes, not hidden.

mod bundle;

pub use bundle::{Bundle, Unreadable};
