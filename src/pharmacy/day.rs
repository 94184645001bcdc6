//! Dates as this format writes them: 8 digits, or an era letter and 6, mixed within one file.

use crate::answer::{PartialDate, narrow};

/// A date field: what stood there, and the day if it is one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Day {
    /// As it stood.
    pub raw: String,
    /// The day it means.
    pub day: Option<PartialDate>,
}

impl Day {
    pub(super) fn of(raw: &str) -> Day {
        Day {
            raw: raw.to_owned(),
            day: understood(raw),
        }
    }

    /// Whether something stood there that is no day. All zeros are a blank.
    pub(super) fn is_odd(&self) -> bool {
        self.day.is_none() && self.raw.chars().any(|c| c != '0' && c != '０')
    }
}

/// Era years are added up, not checked: `H310914` and `S640201` are printed to this day.
fn understood(raw: &str) -> Option<PartialDate> {
    let plain = narrow(raw);
    let plain = plain.trim();
    let base = match plain.bytes().next()?.to_ascii_uppercase() {
        b'M' => Some(1867),
        b'T' => Some(1911),
        b'S' => Some(1925),
        b'H' => Some(1988),
        b'R' => Some(2018),
        _ => None,
    };
    let digits = plain.get(usize::from(base.is_some())..)?;
    let years = if base.is_some() { 2 } else { 4 };
    let parts: Vec<&str> = if digits.bytes().all(|b| b.is_ascii_digit()) {
        if digits.len() != years + 4 {
            return None;
        }
        let (year, rest) = digits.split_at(years);
        let (month, day) = rest.split_at(2);
        vec![year, month, day]
    } else {
        let parts = digits.split(['/', '-', '.', '年', '月', '日']);
        parts.filter(|part| !part.is_empty()).take(4).collect()
    };
    let [year, month, day] = parts[..] else {
        return None;
    };
    let year: u16 = number(year)?;
    let year = base.unwrap_or(0u16).checked_add(year)?;
    PartialDate::day(year, number(month)?, number(day)?)
}

fn number<T: std::str::FromStr>(digits: &str) -> Option<T> {
    let digits = digits.trim();
    let plain = digits.bytes().all(|b| b.is_ascii_digit());
    digits.parse().ok().filter(|_| plain)
}

/// The whole day that stands `days` after another; `None` beyond the years we know.
pub fn after(date: PartialDate, days: u16) -> Option<PartialDate> {
    let mut at = date;
    let (mut month, mut day) = (at.month?, at.day?);
    for _ in 0..days {
        // At most 1000 steps: the field has three digits.
        let next = PartialDate::day(at.year, month, day + 1)
            .or_else(|| PartialDate::day(at.year, month + 1, 1))
            .or_else(|| PartialDate::day(at.year + 1, 1, 1))?;
        at = next;
        (month, day) = (at.month?, at.day?);
    }
    Some(at)
}
