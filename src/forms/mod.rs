//! The sheets, one table a file. To add one: write its table, and name it in [`ALL`].

mod actions;
mod care;
mod consent;
mod early_years;
mod employment;
mod enrolment;
mod hajimeni;
mod handed;
mod introduction;
mod medication;
mod minimum;
mod own_words;
mod papers;
mod profile;
mod reply;
mod slip;

pub use actions::ACTIONS;
pub use care::CARE;
pub use consent::{CONSENT, WORDING};
pub use early_years::EARLY_YEARS;
pub use employment::EMPLOYMENT;
pub use enrolment::ENROLMENT;
pub use hajimeni::HAJIMENI;
pub use handed::HANDED;
pub use introduction::INTRODUCTION;
pub use medication::MEDICATION;
pub use minimum::{MINIMA, Minimum, PURPOSES, minimum};
pub use own_words::OWN_WORDS;
pub use papers::PAPERS;
pub use profile::PROFILE;
pub use reply::{REPLY, RESULTS};
pub use slip::{INSTEAD, SLIP, TOPICS};

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
    OWN_WORDS,
];

/// The sheet with an id.
pub fn by_id(id: &str) -> Option<&'static Form> {
    ALL.iter().find(|form| form.id == id)
}

/// What stands around a hand-over. Not sheets of the note: of most of them there may be several,
/// each under an id of its own.
pub const CASE: &[Form] = &[SLIP, CONSENT, REPLY, ACTIONS, HANDED];

/// The sheet, or what stands around a hand-over, with an id.
pub fn any_by_id(id: &str) -> Option<&'static Form> {
    by_id(id).or_else(|| CASE.iter().find(|form| form.id == id))
}
