//! Dates as three typed parts, any of which may be missing. Nothing is completed by invention.

use std::ops::RangeInclusive;

use super::{digits::number, narrow, year_from_era};

/// The years a life now known to an office can touch.
pub(super) const YEARS: RangeInclusive<u16> = 1868..=2200;

/// A date as typed: year, month and day, each possibly empty or unfinished.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Typed {
    /// The year, western (`2024`) or of an era (`令和6`, `R6`).
    pub year: String,
    /// The month.
    pub month: String,
    /// The day.
    pub day: String,
}

/// A date that was understood, to the precision that was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct PartialDate {
    /// Western year, 1868 to 2200.
    pub year: u16,
    /// 1 to 12.
    pub month: Option<u8>,
    /// 1 to the length of the month; only with a month.
    pub day: Option<u8>,
}

/// Why a typed date says nothing yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unclear {
    /// The year is missing or is no year.
    Year,
    /// There is no such month, or a day without a month.
    Month,
    /// There is no such day in this month.
    Day,
}

/// From, until, or still going on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Period {
    /// The beginning, or the time itself.
    pub from: Typed,
    /// The end; blank where it is a single time, or goes on.
    pub until: Typed,
    /// いまも続いている.
    pub ongoing: bool,
}

impl Typed {
    /// The parts of an ISO 8601 date of any precision: `2024`, `2024-04`, `2024-04-01`.
    pub fn from_iso(iso: &str) -> Option<Typed> {
        let mut parts = iso.split('-');
        let year = parts.next().filter(|y| y.len() == 4)?;
        let month = parts.next();
        let day = parts.next();
        let two = |part: &str| part.len() == 2;
        if parts.next().is_some() || month.is_some_and(|m| !two(m)) || day.is_some_and(|d| !two(d))
        {
            return None;
        }
        let plain = |part: Option<&str>| part.unwrap_or("").trim_start_matches('0').to_owned();
        let typed = Typed {
            year: year.to_owned(),
            month: plain(month),
            day: plain(day),
        };
        (typed.iso().as_deref() == Some(iso)).then_some(typed)
    }

    /// ISO 8601, when the parts are exactly a date; `None` when they must be kept as typed.
    pub fn iso(&self) -> Option<String> {
        let date = self.understood().ok()?;
        (Typed::from(date) == *self).then(|| date.iso())
    }

    /// What the parts mean.
    pub fn understood(&self) -> Result<PartialDate, Unclear> {
        let year = year_from_era(&self.year).ok_or(Unclear::Year)?;
        let month = part(&self.month, 12, Unclear::Month)?;
        let days = month.map_or(31, |month| days_in(year, month));
        let day = part(&self.day, days, Unclear::Day)?;
        if day.is_some() && month.is_none() {
            return Err(Unclear::Month);
        }
        Ok(PartialDate { year, month, day })
    }

    /// Whether nothing was typed.
    pub fn is_blank(&self) -> bool {
        [&self.year, &self.month, &self.day]
            .iter()
            .all(|part| part.trim().is_empty())
    }

    /// The same date in plain western digits, when it is understood; else as typed.
    pub fn tidy(&self) -> Typed {
        self.understood().map_or_else(|_| self.clone(), Typed::from)
    }
}

impl From<PartialDate> for Typed {
    fn from(date: PartialDate) -> Self {
        let plain = |part: Option<u8>| part.map(|n| n.to_string()).unwrap_or_default();
        Typed {
            year: date.year.to_string(),
            month: plain(date.month),
            day: plain(date.day),
        }
    }
}

impl PartialDate {
    /// A whole day; `None` when there is no such day in the years we know.
    pub fn day(year: u16, month: u8, day: u8) -> Option<PartialDate> {
        let there = YEARS.contains(&year)
            && (1..=12).contains(&month)
            && (1..=days_in(year, month)).contains(&day);
        there.then_some(PartialDate {
            year,
            month: Some(month),
            day: Some(day),
        })
    }

    /// ISO 8601 to the precision that is known.
    pub fn iso(self) -> String {
        match (self.month, self.day) {
            (Some(month), Some(day)) => format!("{:04}-{month:02}-{day:02}", self.year),
            (Some(month), None) => format!("{:04}-{month:02}", self.year),
            _ => format!("{:04}", self.year),
        }
    }

    /// 2024年4月1日, to the precision that is known.
    pub fn ja(self) -> String {
        format!("{}年{}", self.year, self.month_and_day())
    }

    /// 4月1日, as far as it is known.
    pub(super) fn month_and_day(self) -> String {
        match (self.month, self.day) {
            (Some(month), Some(day)) => format!("{month}月{day}日"),
            (Some(month), None) => format!("{month}月"),
            _ => String::new(),
        }
    }

    /// 1 April 2024, to the precision that is known.
    pub fn en(self) -> String {
        const MONTHS: [&str; 12] = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        let name = |month: u8| MONTHS.get(usize::from(month).checked_sub(1)?);
        let month = self.month.and_then(name);
        match (month, self.day) {
            (Some(month), Some(day)) => format!("{day} {month} {}", self.year),
            (Some(month), None) => format!("{month} {}", self.year),
            _ => self.year.to_string(),
        }
    }
}

impl Period {
    /// Whether nothing was written.
    pub fn is_blank(&self) -> bool {
        self.from.is_blank() && self.until.is_blank() && !self.ongoing
    }
}

/// Nothing where nothing was typed; else a number from 1 to `max`.
fn part(typed: &str, max: u8, unclear: Unclear) -> Result<Option<u8>, Unclear> {
    let typed = narrow(typed);
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let number = number(typed).and_then(|n| u8::try_from(n).ok());
    let number = number.filter(|n| (1..=max).contains(n)).ok_or(unclear)?;
    Ok(Some(number))
}

fn days_in(year: u16, month: u8) -> u8 {
    let leap = (year.is_multiple_of(4) && !year.is_multiple_of(100)) || year.is_multiple_of(400);
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}
