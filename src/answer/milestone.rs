//! Since when a child can do something, in the way it is remembered: the paper asks for an age,
//! a diary gives a date, and "not yet" and "I do not remember" are answers too.

use super::{Age, PartialDate, Typed, age, digits::number, narrow};

/// A milestone as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Milestone {
    /// An age: 歳 and カ月, each possibly empty or unfinished.
    At {
        /// 歳
        years: String,
        /// カ月
        months: String,
    },
    /// A date.
    On(Typed),
    /// まだ
    NotYet,
    /// おぼえていない
    Forgotten,
}

impl Default for Milestone {
    fn default() -> Self {
        Milestone::At {
            years: String::new(),
            months: String::new(),
        }
    }
}

impl Milestone {
    /// Whether nothing was written. まだ and おぼえていない are not nothing.
    pub fn is_blank(&self) -> bool {
        match self {
            Milestone::At { years, months } => years.trim().is_empty() && months.trim().is_empty(),
            Milestone::On(date) => date.is_blank(),
            Milestone::NotYet | Milestone::Forgotten => false,
        }
    }

    /// The age: as typed (a part left empty is 0), or on the typed day. Nothing is rounded: a date
    /// without a day gives no age.
    pub fn age(&self, birth: Option<PartialDate>) -> Option<Age> {
        match self {
            Milestone::At { years, months } => {
                if self.is_blank() {
                    return None;
                }
                let part = |typed: &str| match narrow(typed).trim() {
                    "" => Some(0),
                    digits => number(digits),
                };
                let (years, months) = (part(years)?, part(months)?);
                // カ月 alone may pass a year: 14カ月 is 1歳2カ月.
                let whole = years.checked_mul(12)?.checked_add(months)?;
                (whole <= 12 * 130).then_some(Age {
                    years: whole / 12,
                    months: (whole % 12) as u8,
                })
            }
            Milestone::On(date) => age(birth?, date.understood().ok()?),
            Milestone::NotYet | Milestone::Forgotten => None,
        }
    }

    /// The same milestone in plain digits, where it is understood; else as typed.
    pub fn tidy(&self) -> Milestone {
        match self {
            Milestone::At { years, months } => {
                let plain = |typed: &String| {
                    let narrow = narrow(typed).trim().to_owned();
                    if number(&narrow).is_some() {
                        narrow
                    } else {
                        typed.clone()
                    }
                };
                Milestone::At {
                    years: plain(years),
                    months: plain(months),
                }
            }
            Milestone::On(date) => Milestone::On(date.tidy()),
            state => state.clone(),
        }
    }
}
