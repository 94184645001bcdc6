//! The vault on this device: sealed, in the browser's storage, and who has opened it.

pub mod backup;
pub mod city;
pub mod machine;
pub mod office;
pub mod papers;
pub mod practice;
pub mod renewal;
pub mod restore;
mod session;
pub mod settings;
mod shelf;
pub mod twin;
pub mod words;

pub use session::{Child, Door, Fare, OurVault, Renewal, Session, Unsaved};

/// Everything that is kept here, sealed as it lies there: to be put away when it does not open.
pub fn remains() -> String {
    crate::vault::remains(&shelf::BrowserShelf)
}
