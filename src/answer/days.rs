//! Days counted: how long something lasts, and which day is so many days on.

use super::PartialDate;

/// This version was not written before that day, so no device that runs it is in a time before it.
const WRITTEN: PartialDate = PartialDate {
    year: 2026,
    month: Some(11),
    day: Some(1),
};
/// From this year on no clock is believed.
const BEYOND: u16 = 2099;

impl PartialDate {
    /// Whether a device that takes this for today has a clock that cannot be right: it is before this version,
    /// before a day that was today once, or beyond all reckoning. One that is wrong by a day may only be in
    /// another part of the world.
    pub fn cannot_be_today(self, was_today: Option<PartialDate>) -> bool {
        let was_today = was_today.filter(|day| day.year < BEYOND);
        let earliest = was_today.and_then(|day| day.plus_days(-1));
        self.year >= BEYOND || self < WRITTEN || earliest.is_some_and(|day| self < day)
    }

    /// Days since 1 March of the year 0 (proleptic Gregorian); `None` where the day is not known.
    /// The rule is Hinnant's `days_from_civil`: years that begin in March have no leap day inside.
    pub fn day_number(self) -> Option<i32> {
        let (month, day) = (i32::from(self.month?), i32::from(self.day?));
        let year = i32::from(self.year) - i32::from(month <= 2);
        let since_march = (month + 9) % 12;
        let days = (153 * since_march + 2) / 5 + day - 1;
        Some(365 * year + year / 4 - year / 100 + year / 400 + days)
    }

    /// The day so many days on, or back; `None` where the day is not known, or outside of the years we know.
    pub fn plus_days(self, days: i32) -> Option<PartialDate> {
        let number = self.day_number()?.checked_add(days)?;
        let era = number.div_euclid(146_097);
        let of_era = number.rem_euclid(146_097);
        let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let since_march = (5 * of_year + 2) / 153;
        let day = of_year - (153 * since_march + 2) / 5 + 1;
        let month = (since_march + 2) % 12 + 1;
        let year = year + 400 * era + i32::from(month <= 2);
        PartialDate::day(
            u16::try_from(year).ok()?,
            u8::try_from(month).ok()?,
            u8::try_from(day).ok()?,
        )
    }

    /// The last day that this date can mean: 2027-03 is over after the 31st.
    pub fn last_day(self) -> Option<PartialDate> {
        let month = self.month.unwrap_or(12);
        let last = || {
            (28..=31)
                .rev()
                .find_map(|day| PartialDate::day(self.year, month, day))
        };
        match self.day {
            Some(day) => PartialDate::day(self.year, month, day),
            None => last(),
        }
    }
}
