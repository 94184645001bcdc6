//! 学年. A school year takes those born from 2 April to 1 April (学校教育法 17条: school begins with the
//! April after the sixth birthday, and an age is complete on the day before it).

use super::PartialDate;
use crate::text::Lang;

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
        let entry = self.entry;
        let begins = match lang {
            Lang::Ja => format!("小学校入学は{entry}年4月"),
            Lang::Easy => format!("しょうがっこうは {entry}ねん4がつから"),
            Lang::En => format!("elementary school from April {entry}"),
        };
        let (ja, easy, en, nth) = match self.stage {
            Stage::Before => return begins,
            Stage::Kindergarten(nth) => {
                let ja = ["年少", "年中", "年長"];
                let easy = ["ねんしょう", "ねんちゅう", "ねんちょう"];
                let at = usize::from(nth - 1).min(2);
                return match lang {
                    Lang::Ja => format!("{}・{begins}", ja[at]),
                    Lang::Easy => format!("{}・{begins}", easy[at]),
                    Lang::En => format!("kindergarten year {nth}, {begins}"),
                };
            }
            Stage::Elementary(nth) => ("小学", "しょうがく", "elementary school", nth),
            Stage::JuniorHigh(nth) => ("中学", "ちゅうがく", "junior high school", nth),
            Stage::HighSchool(nth) => ("高校", "こうこう", "high school", nth),
            Stage::After => return String::new(),
        };
        match lang {
            Lang::Ja => format!("{ja}{nth}年生"),
            Lang::Easy => format!("{easy} {nth}ねんせい"),
            Lang::En => format!("{en} year {nth}"),
        }
    }
}
