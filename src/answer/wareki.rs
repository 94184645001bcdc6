//! 和暦. Boundaries as in the Era Name Act and its predecessors: each era begins on a day.

use super::{PartialDate, date::YEARS, digits::number, narrow};

struct Era {
    name: &'static str,
    letter: char,
    kana: &'static str,
    begins: (u16, u8, u8),
}

/// The last first. Dates before 1873 are in another calendar; 明治 is read for years only.
const ERAS: [Era; 5] = [
    Era {
        name: "令和",
        letter: 'R',
        kana: "れいわ",
        begins: (2019, 5, 1),
    },
    Era {
        name: "平成",
        letter: 'H',
        kana: "へいせい",
        begins: (1989, 1, 8),
    },
    Era {
        name: "昭和",
        letter: 'S',
        kana: "しょうわ",
        begins: (1926, 12, 25),
    },
    Era {
        name: "大正",
        letter: 'T',
        kana: "たいしょう",
        begins: (1912, 7, 30),
    },
    Era {
        name: "明治",
        letter: 'M',
        kana: "めいじ",
        begins: (1868, 1, 25),
    },
];

/// The Japanese reading of a date, to its precision: 令和6年4月1日.
pub fn wareki(date: PartialDate) -> String {
    era_year(date) + &date.month_and_day()
}

/// The year of an era alone: 令和6年.
/// A year (or month) in which the era changed names both: 平成31年・令和元年.
pub fn era_year(date: PartialDate) -> String {
    let first = (date.year, date.month.unwrap_or(1), date.day.unwrap_or(1));
    let last = (date.year, date.month.unwrap_or(12), date.day.unwrap_or(31));
    let (from, to) = (era_of(first), era_of(last));
    let mut out = year_of(from, date.year);
    if from.name != to.name {
        out = format!("{out}・{}", year_of(to, date.year));
    }
    out
}

/// The western year of what was typed: `2024`, full-width `２０２４`, `令和6`, `R6`, `平成元年`.
/// Only 1868 to 2200, and of an era only years it had.
pub fn year_from_era(typed: &str) -> Option<u16> {
    let typed = narrow(typed);
    let typed = typed.trim().trim_end_matches('年').trim();
    if let Some(year) = number(typed) {
        return YEARS.contains(&year).then_some(year);
    }
    let (index, era, rest) = ERAS.iter().enumerate().find_map(|(index, era)| {
        let short = era.name.chars().next()?;
        let rest = typed
            .strip_prefix(era.name)
            .or_else(|| typed.strip_prefix(era.kana))
            .or_else(|| typed.strip_prefix(short))
            .or_else(|| typed.strip_prefix(era.letter))
            .or_else(|| typed.strip_prefix(era.letter.to_ascii_lowercase()))?;
        Some((index, era, rest))
    })?;
    let rest = rest.trim_start_matches(['.', ' ']);
    let count = match rest {
        "元" => 1,
        _ => number(rest).filter(|n| *n >= 1)?,
    };
    let year = (era.begins.0 - 1).checked_add(count)?;
    let last = index
        .checked_sub(1)
        .map_or(*YEARS.end(), |next| ERAS[next].begins.0);
    (year <= last).then_some(year)
}

fn era_of(day: (u16, u8, u8)) -> &'static Era {
    ERAS.iter()
        .find(|era| era.begins <= day)
        .unwrap_or(&ERAS[ERAS.len() - 1])
}

fn year_of(era: &Era, year: u16) -> String {
    match (year + 1).saturating_sub(era.begins.0) {
        0 | 1 => format!("{}元年", era.name),
        count => format!("{}{count}年", era.name),
    }
}
