//! The vault on this device: sealed, in the browser's storage, and who has opened it.

pub mod papers;
mod session;
pub mod settings;
mod shelf;

pub use session::{Child, Door, Session, Unsaved};
