//! The sheets, one table a file. To add one: write its table, and name it in [`ALL`].

mod introduction;
mod medication;
mod profile;

pub use introduction::INTRODUCTION;
pub use medication::MEDICATION;
pub use profile::PROFILE;

use crate::form::Form;

/// Every sheet, in the order of the paper note.
pub const ALL: &[Form] = &[PROFILE, INTRODUCTION, MEDICATION];

/// The sheet with an id.
pub fn by_id(id: &str) -> Option<&'static Form> {
    ALL.iter().find(|form| form.id == id)
}
