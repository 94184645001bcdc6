//! The sheets, one table a file. To add one: write its table, and give it a line in the list below.

use crate::form::Form;

mod actions;
mod consent;
mod handed;
mod minimum;
mod reply;
mod slip;

pub use actions::ACTIONS;
pub use consent::{CONSENT, WORDING};
pub use handed::HANDED;
pub use minimum::{MINIMA, Minimum, PURPOSES, minimum};
pub use reply::{REPLY, RESULTS};
pub use slip::{INSTEAD, SLIP, TOPICS};

/// A file and the name of its table, a line a sheet.
macro_rules! sheets {
    ($($file:ident::$table:ident),+ $(,)?) => {
        $(
            mod $file;
            pub use $file::$table;
        )+

        /// Every sheet, in the order of the paper note; what the paper note has no sheet for, behind.
        pub const ALL: &[Form] = &[$($table),+];

        /// Everything that stands in a note: every sheet, and what stands around a hand-over.
        pub const EVERY: &[Form] = &[$($table),+, SLIP, CONSENT, REPLY, ACTIONS, HANDED];
    };
}

sheets!(
    hajimeni::HAJIMENI,
    profile::PROFILE,
    introduction::INTRODUCTION,
    early_years::EARLY_YEARS,
    enrolment::ENROLMENT,
    care::CARE,
    medication::MEDICATION,
    papers::PAPERS,
    employment::EMPLOYMENT,
    own_words::OWN_WORDS,
);

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
