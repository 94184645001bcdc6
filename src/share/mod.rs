//! What is handed over. Sheets that were not chosen are absent from the bytes, not hidden.

mod bundle;
mod chosen;

pub use bundle::{Bundle, Unreadable};
pub use chosen::{Alone, Carrier, Chosen, alone};
