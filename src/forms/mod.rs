//! The sheets, one table a file. To add one: write its table, and name it in [`ALL`].

mod care;
mod early_years;
mod employment;
mod enrolment;
mod hajimeni;
mod introduction;
mod medication;
mod papers;
mod profile;

pub use care::CARE;
pub use early_years::EARLY_YEARS;
pub use employment::EMPLOYMENT;
pub use enrolment::ENROLMENT;
pub use hajimeni::HAJIMENI;
pub use introduction::INTRODUCTION;
pub use medication::MEDICATION;
pub use papers::PAPERS;
pub use profile::PROFILE;

use crate::form::Form;

/// Every sheet, in the order of the paper note; what the paper note has no sheet for, behind.
pub const ALL: &[Form] = &[
    HAJIMENI,
    PROFILE,
    INTRODUCTION,
    EARLY_YEARS,
    ENROLMENT,
    CARE,
    MEDICATION,
    PAPERS,
    EMPLOYMENT,
];

/// The sheet with an id.
pub fn by_id(id: &str) -> Option<&'static Form> {
    ALL.iter().find(|form| form.id == id)
}
