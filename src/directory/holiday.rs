//! The national holidays of Japan by rule (国民の祝日に関する法律), as it stands since 2022: the years before,
//! with the holidays moved for the Olympics and the enthronement, are not ours to know.

use super::week::{SUNDAY, weekday};
use crate::answer::PartialDate;

/// Whether a whole day is a national holiday: one of the sixteen, 振替休日 (3条2項) or 国民の休日 (3条3項).
pub fn is_holiday(day: PartialDate) -> bool {
    named(day) || instead_of_sunday(day) || between_two(day)
}

/// The sixteen that have a name.
fn named(day: PartialDate) -> bool {
    let (Some(month), Some(date)) = (day.month, day.day) else {
        return false;
    };
    match (month, date) {
        (1, 1) | (2, 11 | 23) | (4, 29) | (5, 3..=5) | (8, 11) | (11, 3 | 23) => true,
        (1 | 10, 8..=14) | (7 | 9, 15..=21) => weekday(day) == Some(1),
        (3, date) => date == equinox(day.year, 20_843_100),
        (9, date) => date == equinox(day.year, 23_248_800),
        _ => false,
    }
}

/// The day of an equinox, from 1980 to 2099: the usual approximation of the almanac, in millionths of a
/// day. The day itself is announced each February for the year after, and has always been this one.
fn equinox(year: u16, in_1980: u32) -> u8 {
    let years = u32::from(year.clamp(1980, 2099)) - 1980;
    ((in_1980 + 242_194 * years) / 1_000_000 - years / 4) as u8
}

/// A holiday on a Sunday makes the next day that is none a holiday.
fn instead_of_sunday(day: PartialDate) -> bool {
    let mut before = day;
    while let Some(earlier) = before.plus_days(-1) {
        if !named(earlier) {
            return false;
        }
        if weekday(earlier) == Some(SUNDAY) {
            return true;
        }
        before = earlier;
    }
    false
}

/// A day between two holidays is one.
fn between_two(day: PartialDate) -> bool {
    let beside = |days| day.plus_days(days).is_some_and(named);
    beside(-1) && beside(1)
}
