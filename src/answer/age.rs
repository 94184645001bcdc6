//! 年齢. An age is complete at the end of the day before the birthday (年齢計算ニ関スル法律);
//! counted in months: the difference of the months, less one while the day of birth is not reached.

use super::PartialDate;

/// An age in whole years and months.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Age {
    /// 歳
    pub years: u16,
    /// カ月, 0 to 11
    pub months: u8,
}

/// The age on a day. `None` unless both dates are whole days and the first is not after the other.
pub fn age(birth: PartialDate, on: PartialDate) -> Option<Age> {
    let months = |date: PartialDate| Some(i32::from(date.year) * 12 + i32::from(date.month?));
    let whole = months(on)? - months(birth)? - i32::from(on.day? < birth.day?);
    let whole = u16::try_from(whole).ok()?;
    Some(Age {
        years: whole / 12,
        months: (whole % 12) as u8,
    })
}

impl Age {
    /// 5歳2カ月
    pub fn ja(self) -> String {
        format!("{}歳{}カ月", self.years, self.months)
    }

    /// 5 years 2 months
    pub fn en(self) -> String {
        let plural = |n: u16| if n == 1 { "" } else { "s" };
        format!(
            "{} year{} {} month{}",
            self.years,
            plural(self.years),
            self.months,
            plural(u16::from(self.months))
        )
    }
}
