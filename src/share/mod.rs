//! What is handed over. Sheets that were not chosen are absent from the bytes, not hidden.

mod bundle;
mod let_go;

pub use bundle::{Bundle, Unreadable};
