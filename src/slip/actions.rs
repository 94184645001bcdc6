//! だれが・いつまでに・何を, as it is shown: the parent's own steps first, what is open said so.

use crate::{
    answer::{Answer, PartialDate},
    form::Section,
    forms::ACTIONS,
    record::{Answers, Note, Record},
};

/// So many of the parent's own steps stand first.
pub const MINE: usize = 3;

/// A step, as the table has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Its row in the table, from 0.
    pub row: usize,
    /// Whether it is the parent's own.
    pub mine: bool,
    /// Who does it, in the words of the table; "" where that is not settled.
    pub who: String,
    /// What is to be done.
    pub what: String,
    /// By when, where that is settled.
    pub due: Option<PartialDate>,
    /// Whether it is neither done nor dropped.
    pub open: bool,
    /// Whether it says neither who nor by when, or only one of them: まだ決まっていません.
    pub undecided: bool,
}

/// The id under which a table stands as it went, by the number of its case and the receipt.
fn as_sent(number: &str, receipt: &str) -> String {
    ["sent-", number, "-", receipt].concat()
}

/// Keeps the table of a case as it goes now, under a receipt: what comes back to that is compared with
/// it, and with no other.
pub fn keep_sent(note: &mut Note, number: &str, receipt: &str) {
    let table = note.one_of(&ACTIONS, number);
    note.put_one(&ACTIONS, &as_sent(number, receipt), &table);
}

/// The table of a case as it went under a receipt; `None` where that is not known.
pub fn sent(note: &Note, number: &str, receipt: &str) -> Option<Record> {
    let table = note.one_of(&ACTIONS, &as_sent(number, receipt));
    (!receipt.is_empty() && !table.is_blank()).then_some(table)
}

/// The ids of every table of a case as it went, for when the case goes.
pub fn all_sent(note: &Note, number: &str) -> Vec<String> {
    let of_case = as_sent(number, "");
    let mut ids = note.several(&ACTIONS);
    ids.retain(|id| id.starts_with(&of_case));
    ids
}

/// Every step, in the order of the table.
pub fn steps(table: &Record) -> Vec<Step> {
    let rows = ACTIONS.groups().find(|part: &&Section| part.id == "rows");
    let rows = rows.map_or(&[][..], |part| table.entries(part));
    rows.iter().enumerate().map(step).collect()
}

fn step((row, answers): (usize, &Answers)) -> Step {
    let side = answers.text("side");
    let who = answers.text("who").trim().to_owned();
    let due = answers.get("due").map(Answer::date);
    let due = due.and_then(|due| due.understood().ok());
    let settled = matches!(side, "parent" | "child") || !who.is_empty();
    Step {
        row,
        mine: side == "parent",
        who,
        what: answers.text("what").trim().to_owned(),
        due,
        open: !matches!(answers.text("status"), "done" | "dropped"),
        undecided: !settled || due.is_none(),
    }
}

/// The parent's own open steps, at most [`MINE`], the nearest first; those without a day last.
pub fn mine(table: &Record) -> Vec<Step> {
    let mut mine = steps(table);
    mine.retain(|step| step.mine && step.open);
    mine.sort_by_key(|step| (step.due.is_none(), step.due, step.row));
    mine.truncate(MINE);
    mine
}

/// Every step as it is read: the parent's first three, then the open ones by their day, then those
/// that are done or dropped.
pub fn by_when(table: &Record) -> Vec<Step> {
    let first = mine(table);
    let mut rest = steps(table);
    rest.retain(|step| first.iter().all(|mine| mine.row != step.row));
    rest.sort_by_key(|step| (!step.open, step.due.is_none(), step.due, step.row));
    first.into_iter().chain(rest).collect()
}
