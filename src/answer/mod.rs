//! What a person answers, exactly as typed, and what can be understood of it.
//!
//! An [`Answer`] keeps the typed characters: closing the tab in the middle of a date loses nothing.
//! Understanding (dates, ages, telephone numbers) is computed from it and never written over it.

mod age;
mod date;
mod digits;
mod kana;
mod wareki;

pub use age::{Age, age};
pub use date::{PartialDate, Period, Typed, Unclear};
pub use digits::{narrow, phone, postcode};
pub use kana::hiragana;
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
}

impl Answer {
    /// Whether nothing was written.
    pub fn is_blank(&self) -> bool {
        match self {
            Answer::Text(text) => text.trim().is_empty(),
            Answer::Date(date) => date.is_blank(),
            Answer::Period(period) => period.is_blank(),
        }
    }

    /// The text; empty for another kind of answer.
    pub fn text(&self) -> &str {
        match self {
            Answer::Text(text) => text,
            Answer::Date(_) | Answer::Period(_) => "",
        }
    }

    /// The date as typed; blank for another kind of answer.
    pub fn date(&self) -> Typed {
        match self {
            Answer::Date(date) => date.clone(),
            Answer::Text(_) | Answer::Period(_) => Typed::default(),
        }
    }

    /// The period as typed; blank for another kind of answer.
    pub fn period(&self) -> Period {
        match self {
            Answer::Period(period) => period.clone(),
            Answer::Text(_) | Answer::Date(_) => Period::default(),
        }
    }
}
