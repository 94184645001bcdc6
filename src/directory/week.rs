//! Days of the week, and moments.

use crate::answer::PartialDate;

/// 日
pub const SUNDAY: u8 = 0;

/// The codes of the days of the week, from Sunday.
pub const CODES: [&str; 7] = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

/// The day of the week, from Sunday 0; `None` where the day is not known.
pub fn weekday(day: PartialDate) -> Option<u8> {
    // Days are counted from a Wednesday.
    Some((day.day_number()? + 3).rem_euclid(7) as u8)
}

/// A minute of a whole day, where the offices are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    /// A whole day.
    pub day: PartialDate,
    /// Minutes since midnight, to 1440.
    pub minute: u16,
}

impl Moment {
    /// The moment in Japan, so many milliseconds after 1970 began in UTC. A parent abroad asks about the
    /// hours here. `None` outside of the years we know.
    pub fn in_japan(ms: u64) -> Option<Moment> {
        let minutes = ms / 60_000 + 9 * 60;
        let days = i32::try_from(minutes / 1440).ok()?;
        Some(Moment {
            day: PartialDate::day(1970, 1, 1)?.plus_days(days)?,
            minute: (minutes % 1440) as u16,
        })
    }

    /// `9:05`
    pub fn time(self) -> String {
        time(self.minute)
    }
}

/// Minutes since midnight as `9:05`.
pub fn time(minute: u16) -> String {
    format!("{}:{:02}", minute / 60, minute % 60)
}
