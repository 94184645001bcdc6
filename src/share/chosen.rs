//! What is chosen to be handed over: sheets, and answers that go only when they are chosen by
//! themselves.

use crate::{
    form::{Form, Question, Reach, Section},
    record::{Answers, Record},
};

/// A sheet that was chosen.
#[derive(Debug, Clone, Copy)]
pub struct Chosen<'a> {
    /// The sheet.
    pub form: &'a Form,
    /// What of it was chosen by itself.
    pub also: &'a [Alone],
}

/// An answer, or that of every row, which goes only when it is chosen by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Alone {
    /// Id of the form.
    pub form: &'static str,
    /// Id of the part.
    pub part: &'static str,
    /// Id of the question.
    pub question: &'static str,
}

/// How a hand-off travels, as far as it decides what may be in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Carrier {
    /// A file, which only whoever it is given to has.
    File,
    /// QR codes, which whoever sees the screen may film.
    Codes,
}

impl Chosen<'_> {
    /// What of a record goes.
    pub(super) fn going(&self, record: Record, carrier: Carrier) -> Record {
        record.going(self.form, &|part, question| {
            let reaches = question.reach != Reach::File || carrier == Carrier::File;
            let is = |one: &Alone| one.part == part.id && one.question == question.id;
            reaches && self.also.iter().any(is)
        })
    }
}

/// What of a record can be chosen by itself, because it is written in what may go: with its part
/// and question, in their order.
pub fn alone(
    form: &'static Form,
    record: &Record,
) -> Vec<(Alone, &'static Section, &'static Question)> {
    // Rows for the family only are not asked about.
    let record = record.clone().going(form, &|_, _| true);
    let mut found = Vec::new();
    for part in form.sections {
        let once = std::slice::from_ref(&record.answers);
        let entries = match part.repeat {
            None => once,
            Some(_) => record.entries(part),
        };
        for question in part.questions {
            let asked = matches!(question.reach, Reach::Asked | Reach::File);
            let written = |entry: &Answers| {
                entry.get(question.id).is_some() || entry.unknown.contains_key(question.id)
            };
            if asked && entries.iter().any(written) {
                let one = Alone {
                    form: form.id,
                    part: part.id,
                    question: question.id,
                };
                found.push((one, part, question));
            }
        }
    }
    found
}
