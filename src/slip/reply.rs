//! The answer on its way back: as JSON that is sealed like a hand-off, or as eight digits; and how it
//! is taken in. Nothing that stands on the parent's side is overwritten.
//!
//! `{"v": 1, "kind": "reply", "slipNo": "20261121-1", "answer": {…}, "caseNo": "20261121-1",
//! "actions": {…}, "receipt": "101503"}`: the answers of `reply` and, where the table of who does what came back too, of
//! `actions`, by their permanent ids; and the receipt of what is answered, which says from which table
//! the office went on.

use serde_json::{Map, Value};

use crate::{
    answer::{Answer, PartialDate, Typed},
    forms::{ACTIONS, CASE, REPLY, SLIP},
    merge::Merge,
    record::{Note, Record},
};

use super::{Answered, Case, cases, sent};

/// The version that is written.
const VERSION: u64 = 1;

/// An answer to a slip.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reply {
    /// The number on the slip.
    pub slip_no: String,
    /// What was answered.
    pub answer: Record,
    /// The case number and the table of who does what, where it came back.
    pub actions: Option<(String, Record)>,
    /// The receipt number of what is answered; "" where there was none.
    pub receipt: String,
}

/// Why bytes are no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoReply {
    /// Written by a newer version: not guessed at.
    #[error("written by a newer version")]
    TooNew,
    /// Something else; perhaps a hand-off.
    #[error("not an answer")]
    NotAReply,
}

/// What is known of the slip that was answered.
#[derive(Debug)]
pub struct Taken {
    /// Its id in the note.
    pub slip: String,
    /// What came, beside what stands here: to be settled, where there are differences after they
    /// were chosen.
    pub merge: Merge,
}

impl Reply {
    /// An answer that was read out as eight digits, taken down on a day.
    pub fn by_number(slip: &Record, answered: Answered, on: PartialDate) -> Reply {
        let mut answer = Record::default();
        let mut put = |id: &str, value| answer.answers.put(id, value);
        let slip_no = slip.answers.text("slip_no").to_owned();
        put("slip_no", Answer::Text(slip_no.clone()));
        put("result", Answer::Text(answered.result.to_owned()));
        put(
            "office",
            Answer::Text(slip.answers.text("to_office").to_owned()),
        );
        put("replied_on", Answer::Date(Typed::from(on)));
        if let Some(next) = answered.next_on {
            put("next_on", Answer::Date(Typed::from(next)));
        }
        Reply {
            slip_no,
            answer,
            ..Reply::default()
        }
    }

    /// Writes it.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut json = Map::new();
        json.insert("v".into(), VERSION.into());
        json.insert("kind".into(), "reply".into());
        json.insert("slipNo".into(), self.slip_no.as_str().into());
        json.insert("answer".into(), Value::Object(self.answer.to_json()));
        if let Some((case, table)) = &self.actions {
            json.insert("caseNo".into(), case.as_str().into());
            json.insert("actions".into(), Value::Object(table.to_json()));
            json.insert("receipt".into(), self.receipt.as_str().into());
        }
        Value::Object(json).to_string().into_bytes()
    }

    /// Reads what an envelope held.
    pub fn from_bytes(bytes: &[u8]) -> Result<Reply, NoReply> {
        let Ok(Value::Object(json)) = serde_json::from_slice(bytes) else {
            return Err(NoReply::NotAReply);
        };
        let text = |name| json.get(name).and_then(Value::as_str);
        if text("kind") != Some("reply") {
            return Err(NoReply::NotAReply);
        }
        match json.get("v").and_then(Value::as_u64) {
            Some(VERSION) => {}
            Some(newer) if newer > VERSION => return Err(NoReply::TooNew),
            _ => return Err(NoReply::NotAReply),
        }
        let object = |name| json.get(name).and_then(Value::as_object);
        let (Some(slip_no), Some(answer)) = (text("slipNo"), object("answer")) else {
            return Err(NoReply::NotAReply);
        };
        let actions = text("caseNo").zip(object("actions"));
        Ok(Reply {
            slip_no: slip_no.to_owned(),
            answer: Record::from_json(&REPLY, answer),
            actions: actions
                .map(|(case, table)| (case.to_owned(), Record::from_json(&ACTIONS, table))),
            receipt: text("receipt").unwrap_or_default().to_owned(),
        })
    }
}

/// The id of the slip with a number; `None` where this note has none.
pub fn slip_with(note: &Note, number: &str) -> Option<String> {
    let number = number.trim();
    note.several(&SLIP).into_iter().find(|id| {
        let slip = note.one_of(&SLIP, id);
        !number.is_empty() && slip.answers.text("slip_no").trim() == number
    })
}

/// An answer beside what the note has: `None` where the slip is not of this note. What only the
/// office wrote is taken; what both wrote differently is a difference to choose in. Where the table
/// that was handed over is known by its receipt ([`super::keep_sent`]), only what changed since counts.
pub fn take_in(note: &Note, reply: &Reply) -> Option<Taken> {
    let slip = slip_with(note, &reply.slip_no)?;
    let mut theirs = note.clone();
    theirs.put_one(&REPLY, &slip, &reply.answer);
    let own_case = |(number, _): &&(String, Record)| {
        let known = |case: &Case| case.number == *number && case.slips.contains(&slip);
        cases(note).iter().any(known)
    };
    // A table of a case that the slip is not of would be somebody else's.
    let actions = reply.actions.as_ref().filter(own_case);
    if let Some((case, table)) = actions {
        theirs.put_one(&ACTIONS, case, table);
    }
    let sent = actions.and_then(|(case, _)| sent(note, case, &reply.receipt));
    let merge = match (actions, sent) {
        (Some((case, _)), Some(sent)) => {
            let mut base = note.clone();
            base.put_one(&ACTIONS, case, &sent);
            base.put_one(&REPLY, &slip, &Record::default());
            Merge::since(CASE, &base, note, &theirs)
        }
        _ => Merge::of(CASE, note, &theirs),
    };
    Some(Taken { slip, merge })
}
