//! When an office is open, and when it opens next.

use super::{
    holiday::is_holiday,
    week::{Moment, weekday},
};
use crate::answer::PartialDate;

/// A day of every year: month and day.
pub type Yearly = (u8, u8);

/// The hours of a day, in minutes since midnight; the first is before the second.
pub type Times = (u16, u16);

/// The opening hours of one line of an office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hours {
    /// The hours, season by season; the first that holds a day is the one.
    pub seasons: Vec<Season>,
    /// A bit for each day of the week that is closed, Sunday the lowest.
    pub closed: u8,
    /// Whether national holidays are closed.
    pub holidays_closed: bool,
    /// Holidays that are open all the same.
    pub open_on: Vec<Yearly>,
    /// 年末年始
    pub year_end: Option<YearEnd>,
    /// Single days, with the hours they have instead; none: closed.
    pub days: Vec<(PartialDate, Vec<Times>)>,
}

/// A part of the year, and its hours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Season {
    /// Its first and last day. It may go over New Year.
    pub when: (Yearly, Yearly),
    /// Its hours.
    pub times: Vec<Times>,
}

/// The days around New Year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct YearEnd {
    /// The first and the last of them.
    pub when: (Yearly, Yearly),
    /// Whether it is known that they are closed; else they are to be asked about.
    pub sure: bool,
}

/// A day of an office.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Plan<'a> {
    /// Open at these hours.
    Open(&'a [Times]),
    /// Closed.
    Closed,
    /// Not known: to be asked.
    Ask,
}

/// How things stand at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Open, until so many minutes after midnight.
    Open(u16),
    /// Closed.
    Closed(Option<Next>),
    /// Not known on this day: to be asked.
    Ask(Option<Next>),
}

/// When it opens next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Next {
    /// The moment.
    pub at: Moment,
    /// Whether it may be open earlier, on a day that is not known.
    pub ask: bool,
}

/// How far ahead an opening is looked for, in days.
const AHEAD: i32 = 60;

impl Hours {
    /// What a whole day is like. A single day goes before everything; a closed weekday and a closed
    /// holiday are known, also around New Year.
    pub fn on(&self, day: PartialDate) -> Plan<'_> {
        let (Some(month), Some(date), Some(week)) = (day.month, day.day, weekday(day)) else {
            return Plan::Ask;
        };
        if let Some((_, times)) = self.days.iter().find(|(single, _)| *single == day) {
            return open(times);
        }
        let yearly = (month, date);
        let holiday = self.holidays_closed && is_holiday(day) && !self.open_on.contains(&yearly);
        if self.closed >> week & 1 == 1 || holiday {
            return Plan::Closed;
        }
        match self.year_end {
            Some(end) if holds(end.when, yearly) => {
                return if end.sure { Plan::Closed } else { Plan::Ask };
            }
            _ => {}
        }
        let season = self.seasons.iter().find(|one| holds(one.when, yearly));
        season.map_or(Plan::Closed, |season| open(&season.times))
    }

    /// How things stand at a moment.
    pub fn at(&self, now: Moment) -> Standing {
        match self.on(now.day) {
            Plan::Ask => Standing::Ask(self.next(now)),
            Plan::Closed => Standing::Closed(self.next(now)),
            Plan::Open(times) => {
                let open = times
                    .iter()
                    .find(|(from, until)| (*from..*until).contains(&now.minute));
                open.map_or_else(
                    || Standing::Closed(self.next(now)),
                    |(_, until)| Standing::Open(*until),
                )
            }
        }
    }

    fn next(&self, now: Moment) -> Option<Next> {
        let mut ask = false;
        for days in 0..=AHEAD {
            let day = now.day.plus_days(days)?;
            match self.on(day) {
                Plan::Ask => ask = true,
                Plan::Closed => {}
                Plan::Open(times) => {
                    let opens = times.iter().map(|(from, _)| *from);
                    let opens = opens.filter(|from| days > 0 || *from > now.minute).min();
                    if let Some(minute) = opens {
                        let at = Moment { day, minute };
                        return Some(Next { at, ask });
                    }
                }
            }
        }
        None
    }
}

fn open(times: &[Times]) -> Plan<'_> {
    if times.is_empty() {
        Plan::Closed
    } else {
        Plan::Open(times)
    }
}

/// Whether a part of the year holds a day; where the last is before the first it goes over New Year.
fn holds((from, until): (Yearly, Yearly), day: Yearly) -> bool {
    if from <= until {
        (from..=until).contains(&day)
    } else {
        day >= from || day <= until
    }
}
