//! 学年. A school year takes those born from 2 April to 1 April (学校教育法 17条: school begins with the
//! April after the sixth birthday, and an age is complete on the day before it).

use super::PartialDate;
use crate::text::{Lang, Text, t};

/// A child as schools count it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pupil {
    /// The date of birth.
    pub birth: PartialDate,
    /// By how many years school begins later than the rule says: 1 where entry was put off (就学猶予),
    /// −1 where it was earlier, as in another country; else 0.
    pub later: i8,
}

impl From<PartialDate> for Pupil {
    fn from(birth: PartialDate) -> Self {
        Pupil { birth, later: 0 }
    }
}

/// The school year of a child: a guide, never kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SchoolYear {
    /// The year in which elementary school begins, in April.
    pub entry: u16,
    /// Where that is on the day asked for.
    pub stage: Stage,
}

/// A stage of school life, with the year in it, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// More than three years before school.
    Before,
    /// 年少 1, 年中 2, 年長 3
    Kindergarten(u8),
    /// 小学校, 1 to 6
    Elementary(u8),
    /// 中学校, 1 to 3
    JuniorHigh(u8),
    /// 高等学校などの年齢, 1 to 3
    HighSchool(u8),
    /// After that.
    After,
}

/// The year in which elementary school begins. Needs the day of birth only in April.
pub fn school_entry(Pupil { birth, later }: Pupil) -> Option<u16> {
    let early = match birth.month? {
        4 => birth.day? == 1,
        month => month < 4,
    };
    let entry = birth.year.checked_add(if early { 6 } else { 7 })?;
    entry.checked_add_signed(later.into())
}

/// The school year on a day, of which the month must be known. `None` before birth.
pub fn school_year(child: Pupil, on: PartialDate) -> Option<SchoolYear> {
    let (birth, entry) = (child.birth, school_entry(child)?);
    if (on.year, on.month?) < (birth.year, birth.month?) {
        return None;
    }
    let begun = i32::from(on.year) - i32::from(on.month? < 4);
    let year = begun - i32::from(entry);
    let nth = |first: i32| (year - first + 1) as u8;
    let stage = match year {
        ..=-4 => Stage::Before,
        -3..=-1 => Stage::Kindergarten(nth(-3)),
        0..=5 => Stage::Elementary(nth(0)),
        6..=8 => Stage::JuniorHigh(nth(6)),
        9..=11 => Stage::HighSchool(nth(9)),
        _ => Stage::After,
    };
    Some(SchoolYear { entry, stage })
}

impl SchoolYear {
    /// The school year in words; until school begins, with the month in which it does. "" after school.
    pub fn words(self, lang: Lang) -> String {
        let begins = BEGINS.with(lang, &[&self.entry.to_string()]);
        let (school, nth) = match self.stage {
            Stage::Before => return begins,
            Stage::Kindergarten(nth) => {
                return KINDERGARTEN[usize::from(nth - 1).min(2)].with(lang, &[&begins]);
            }
            Stage::Elementary(nth) => (ELEMENTARY, nth),
            Stage::JuniorHigh(nth) => (JUNIOR_HIGH, nth),
            Stage::HighSchool(nth) => (HIGH_SCHOOL, nth),
            Stage::After => return String::new(),
        };
        school.with(lang, &[&nth.to_string()])
    }
}

const BEGINS: Text = t(
    "小学校入学は{0}年4月",
    "しょうがっこうは {0}ねん4がつから",
    "elementary school from April {0}",
);
const KINDERGARTEN: [Text; 3] = [
    t("年少・{0}", "ねんしょう・{0}", "kindergarten year 1, {0}"),
    t("年中・{0}", "ねんちゅう・{0}", "kindergarten year 2, {0}"),
    t("年長・{0}", "ねんちょう・{0}", "kindergarten year 3, {0}"),
];
const ELEMENTARY: Text = t(
    "小学{0}年生",
    "しょうがく {0}ねんせい",
    "elementary school year {0}",
);
const JUNIOR_HIGH: Text = t(
    "中学{0}年生",
    "ちゅうがく {0}ねんせい",
    "junior high school year {0}",
);
const HIGH_SCHOOL: Text = t(
    "高校{0}年生",
    "こうこう {0}ねんせい",
    "high school year {0}",
);
