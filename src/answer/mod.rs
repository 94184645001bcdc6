//! What a person answers, exactly as typed, and what can be understood of it.
//!
//! An [`Answer`] keeps the typed characters: closing the tab in the middle of a date loses nothing.
//! Understanding (dates, ages, telephone numbers) is computed from it and never written over it.

mod age;
mod attachment;
mod date;
mod days;
mod digits;
mod kana;
mod milestone;
mod reading;
mod school_year;
mod signature;
mod town;
mod unseen;
mod wareki;

pub use age::{Age, age};
pub use attachment::Attachment;
pub use date::{PartialDate, Period, Typed, Unclear};
pub use digits::{narrow, phone, postcode};
pub use kana::hiragana;
pub use milestone::Milestone;
pub use reading::Reading;
pub use school_year::{Pupil, SchoolYear, Stage, school_entry, school_year};
pub use signature::{HEIGHT, Signature, WIDTH};
pub use town::Towns;
pub use unseen::{Unseen, pieces as unseen};
pub use wareki::{era_year, wareki, year_from_era};

/// One answer. Blank answers are not kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// Text, a telephone number, a postal code, or the code of a choice.
    Text(String),
    /// A date in parts.
    Date(Typed),
    /// A time or a period.
    Period(Period),
    /// Codes of choices, in the order of the form.
    Choices(Vec<String>),
    /// Since when a child can do something.
    Milestone(Milestone),
    /// Papers kept beside the note.
    Files(Vec<Attachment>),
}

impl Answer {
    /// Whether nothing was written.
    pub fn is_blank(&self) -> bool {
        match self {
            Answer::Text(text) => text.trim().is_empty(),
            Answer::Date(date) => date.is_blank(),
            Answer::Period(period) => period.is_blank(),
            Answer::Choices(codes) => codes.is_empty(),
            Answer::Milestone(milestone) => milestone.is_blank(),
            Answer::Files(files) => files.is_empty(),
        }
    }

    /// The text; empty for another kind of answer.
    pub fn text(&self) -> &str {
        match self {
            Answer::Text(text) => text,
            _ => "",
        }
    }

    /// The date as typed; blank for another kind of answer.
    pub fn date(&self) -> Typed {
        match self {
            Answer::Date(date) => date.clone(),
            _ => Typed::default(),
        }
    }

    /// The period as typed; blank for another kind of answer.
    pub fn period(&self) -> Period {
        match self {
            Answer::Period(period) => period.clone(),
            _ => Period::default(),
        }
    }

    /// The codes of the choices; none for another kind of answer.
    pub fn choices(&self) -> &[String] {
        match self {
            Answer::Choices(codes) => codes,
            _ => &[],
        }
    }

    /// The milestone as typed; blank for another kind of answer.
    pub fn milestone(&self) -> Milestone {
        match self {
            Answer::Milestone(milestone) => milestone.clone(),
            _ => Milestone::default(),
        }
    }

    /// The papers; none for another kind of answer.
    pub fn files(&self) -> &[Attachment] {
        match self {
            Answer::Files(files) => files,
            _ => &[],
        }
    }
}
