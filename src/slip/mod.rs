//! 連絡票: what follows from what stands on a slip. Its questions are the table
//! [`forms::SLIP`](crate::forms::SLIP).

mod actions;
mod case;
mod fill;
mod number;
mod open;
mod reply;
mod status;

pub use actions::{MINE, Step, all_sent, by_when, keep_sent, mine, sent, steps};
pub use case::{Case, cases, from_core};
pub use fill::fill;
pub use number::{Answered, Misread, TooFar, answered, number};
pub use open::{happened, open_answers};
pub use reply::{NoReply, Reply, Taken, slip_with, take_in};
pub use status::{Close, Happened, Status, close, may_become, status};

use crate::{
    answer::PartialDate,
    forms::SLIP,
    record::{Note, Record},
};

/// Within how many days an answer is hoped for, where the parent says nothing else.
pub const REPLY_DAYS: i32 = 14;

/// How many characters a box is meant for; more is legal, and said.
pub const LIMITS: &[(&str, usize)] = &[
    ("complaint", 200),
    ("parent_wish", 120),
    ("child_wish", 120),
    ("considerations", 120),
    ("reason", 120),
    ("ask", 120),
];

/// How urgent a slip is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Urgency {
    /// ふつう
    Usual,
    /// ○日までに; the day where it was written.
    By(Option<PartialDate>),
    /// 今日中: telephone numbers come first.
    Today,
}

/// How urgent a slip is. A day that has come is today.
pub fn urgency(slip: &Record, today: PartialDate) -> Urgency {
    match slip.answers.text("urgency") {
        "today" => Urgency::Today,
        "by" => {
            let by = date(slip, "urgency_by");
            let come = by.and_then(PartialDate::last_day) <= Some(today);
            match by {
                Some(_) if come => Urgency::Today,
                by => Urgency::By(by),
            }
        }
        _ => Urgency::Usual,
    }
}

/// The telephone numbers that stand above all else on the screen of an urgent slip, with whose they
/// are: the office's own as the directory has them, then the one on the slip, each once. None where
/// it is not urgent.
pub fn numbers_first(
    slip: &Record,
    directory: &[(String, String)],
    today: PartialDate,
) -> Vec<(String, String)> {
    if urgency(slip, today) != Urgency::Today {
        return Vec::new();
    }
    let own = (
        slip.answers.text("to_office").to_owned(),
        crate::answer::phone(slip.answers.text("to_tel")),
    );
    let mut numbers: Vec<(String, String)> = Vec::new();
    for (who, number) in directory.iter().cloned().chain([own]) {
        if !number.is_empty() && numbers.iter().all(|(_, known)| *known != number) {
            numbers.push((who, number));
        }
    }
    numbers
}

/// The boxes with more in them than they are meant for: their ids, and by how many characters.
pub fn too_long(slip: &Record) -> Vec<(&'static str, usize)> {
    let over = LIMITS.iter().filter_map(|(id, limit)| {
        let length = slip.answers.text(id).trim().chars().count();
        (length > *limit).then(|| (*id, length - limit))
    });
    over.collect()
}

/// A number for a new slip that no slip of this note has: the day and which of that day, as
/// `20261121-2`. It says nothing about the child.
pub fn slip_number(note: &Note, today: PartialDate) -> String {
    let day = today.iso().replace('-', "");
    let used: Vec<String> = note
        .several(&SLIP)
        .iter()
        .map(|id| note.one_of(&SLIP, id).answers.text("slip_no").to_owned())
        .collect();
    let mut count = 1;
    loop {
        let number = [&day, "-", &count.to_string()].concat();
        if !used.contains(&number) {
            return number;
        }
        count += 1;
    }
}

/// Whether an answer is waited for, and since when it is late.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Waiting {
    /// Nothing is waited for.
    No,
    /// An answer is waited for until then.
    Until(PartialDate),
    /// It was hoped for so many days ago: the parent is reminded.
    Late(u16),
}

/// Whether an answer to a slip is waited for today.
pub fn waiting(slip: &Record, status: Status, today: PartialDate) -> Waiting {
    if !matches!(status, Status::Handed | Status::Arrived) {
        return Waiting::No;
    }
    let hoped = date(slip, "reply_by").and_then(PartialDate::last_day);
    let made = || date(slip, "made_on")?.plus_days(REPLY_DAYS);
    let Some(hoped) = hoped.or_else(made) else {
        return Waiting::No;
    };
    match (today.day_number(), hoped.day_number()) {
        (Some(today), Some(day)) if today > day => {
            Waiting::Late(u16::try_from(today - day).unwrap_or(u16::MAX))
        }
        _ => Waiting::Until(hoped),
    }
}

pub(crate) fn date(record: &Record, id: &str) -> Option<PartialDate> {
    record.answers.get(id)?.date().understood().ok()
}
