//! Several slips for one case: each to its own office with its own topic, from one core, with one
//! key person.

use crate::{
    answer::{Answer, PartialDate, Typed},
    form::Section,
    forms::SLIP,
    record::{Note, Record},
};

use super::{REPLY_DAYS, slip_number};

/// The parts of a slip that are the same for every office.
const CORE: [&str; 5] = ["from", "child", "parent", "history", "silence"];
/// What else of it is.
const CORE_ANSWERS: [&str; 3] = ["case_no", "key_person", "urgency"];

/// Slips that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// What keeps them together; the id of their table of who does what.
    pub number: String,
    /// Who keeps them together; "" where nobody does yet.
    pub key_person: String,
    /// The ids of its slips.
    pub slips: Vec<String>,
}

/// The cases of a note, and in each the slips that belong to it. A slip without a case stands in
/// none.
pub fn cases(note: &Note) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    for id in note.several(&SLIP) {
        let slip = note.one_of(&SLIP, &id);
        let number = slip.answers.text("case_no").trim();
        if number.is_empty() {
            continue;
        }
        let person = slip.answers.text("key_person").trim();
        match cases.iter_mut().find(|case| case.number == number) {
            Some(case) => {
                case.slips.push(id);
                if case.key_person.is_empty() {
                    person.clone_into(&mut case.key_person);
                }
            }
            None => cases.push(Case {
                number: number.to_owned(),
                key_person: person.to_owned(),
                slips: vec![id],
            }),
        }
    }
    cases
}

/// A further slip from the core of another: the child, how to be in touch, what happened, whom not
/// to tell. Office, topic, wishes and consent are its own. Both then carry the case number, which is
/// that of the first slip where it had none; the changed first slip comes with the new one.
pub fn from_core(note: &Note, first: &Record, today: PartialDate) -> (Record, Record) {
    let mut first = first.clone();
    if first.answers.text("case_no").trim().is_empty() {
        let number = first.answers.text("slip_no").to_owned();
        first.answers.put("case_no", Answer::Text(number));
    }
    let mut slip = Record::default();
    let core = |part: &&Section| CORE.contains(&part.id);
    for part in SLIP.sections.iter().filter(core) {
        if part.repeat.is_some() {
            if let Some(rows) = first.groups.get(part.id) {
                slip.groups.insert(part.id.to_owned(), rows.clone());
            }
            continue;
        }
        for question in part.questions {
            copy(&first, &mut slip, question.id);
        }
    }
    for id in CORE_ANSWERS {
        copy(&first, &mut slip, id);
    }
    let put = |slip: &mut Record, id: &str, answer| slip.answers.put(id, answer);
    put(&mut slip, "slip_no", Answer::Text(slip_number(note, today)));
    put(&mut slip, "status", Answer::Text("draft".to_owned()));
    put(&mut slip, "made_on", Answer::Date(Typed::from(today)));
    if let Some(by) = today.plus_days(REPLY_DAYS) {
        put(&mut slip, "reply_by", Answer::Date(Typed::from(by)));
    }
    (first, slip)
}

fn copy(from: &Record, to: &mut Record, id: &str) {
    if let Some(answer) = from.answers.get(id) {
        to.answers.put(id, answer.clone());
    }
}
