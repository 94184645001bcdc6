//! The vault on this device: sealed, in the browser's storage, and who has opened it.

pub mod backup;
pub mod city;
pub mod papers;
pub mod practice;
pub mod restore;
mod session;
pub mod settings;
mod shelf;
pub mod twin;

pub use session::{Child, Door, Fare, OurVault, Session, Unsaved};

/// Everything that is kept here, sealed as it lies there: to be put away when it does not open.
pub fn remains() -> String {
    crate::vault::remains(&shelf::BrowserShelf)
}
