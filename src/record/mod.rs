//! What is kept: the answers of one child's sheets, as a map from permanent ids to answers.
//!
//! On the wire a note is JSON that can be read with nothing but a browser (RFC 8259, UTF-8).
//! What this version does not know, it keeps and sends on untouched.

mod json;
mod note;
mod reach;
mod wire;

pub use note::{Note, State, Unreadable};
pub(crate) use reach::may_go;

use std::{collections::BTreeMap, sync::Arc};

use serde_json::{Map, Value};

use crate::{
    answer::Answer,
    form::{Form, Section},
};

/// The answers to one form.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Record {
    /// What was answered once, by question id. Blank answers are not kept.
    pub answers: Answers,
    /// The entries of the repeated parts, by part id, in the order in which they stand.
    pub groups: BTreeMap<String, Vec<Entry>>,
}

/// One entry of a repeated part.
pub type Entry = Answers;

/// Answers by question id, and members of a newer version, kept as they came.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Answers {
    /// Answers to questions we know. A copy shares them until one of both is written on: of three
    /// hundred rows a parent changes one at a time.
    pub known: Arc<BTreeMap<String, Answer>>,
    /// Everything else that stood there.
    pub unknown: Map<String, Value>,
}

impl Answers {
    /// The answer to a question.
    pub fn get(&self, id: &str) -> Option<&Answer> {
        self.known.get(id)
    }

    /// The text answered to a question, or "".
    pub fn text(&self, id: &str) -> &str {
        self.get(id).map_or("", Answer::text)
    }

    /// Writes an answer; a blank one is taken away. What stood there in a shape we do not know
    /// gives way to an answer, not to a blank: to us its question looked blank all along.
    pub fn put(&mut self, id: &str, answer: Answer) {
        if answer.is_blank() {
            self.remove(id);
        } else {
            self.unknown.remove(id);
            Arc::make_mut(&mut self.known).insert(id.to_owned(), answer);
        }
    }

    /// Takes an answer away.
    pub fn remove(&mut self, id: &str) {
        if self.known.contains_key(id) {
            Arc::make_mut(&mut self.known).remove(id);
        }
    }

    /// Whether nothing was written.
    pub fn is_blank(&self) -> bool {
        self.known.is_empty() && self.unknown.is_empty()
    }

    /// Whether one is a copy of the other, and neither was written on since. What was written alike twice
    /// is none.
    fn is_copy_of(&self, other: &Answers) -> bool {
        Arc::ptr_eq(&self.known, &other.known) && self.unknown == other.unknown
    }
}

impl Record {
    /// The record in the JSON object of a sheet. Answers of a shape we do not know are kept aside.
    pub fn from_json(form: &Form, sheet: &Map<String, Value>) -> Record {
        let mut record = Record::default();
        for (id, value) in sheet {
            if let Some((part, entries)) = repeated(form, id, value) {
                let entries = entries.map(|entry| wire::answers(part.questions, entry));
                record.groups.insert(id.clone(), entries.collect());
            } else {
                wire::answer(form.question(id), id, value, &mut record.answers);
            }
        }
        record
    }

    /// Whether the record in the JSON object of a sheet is blank; looks no further than to the first answer.
    pub(crate) fn is_blank_in(form: &Form, sheet: &Map<String, Value>) -> bool {
        sheet
            .iter()
            .all(|(id, value)| match repeated(form, id, value) {
                Some((part, mut entries)) => entries.all(|entry| {
                    let mut answers = entry.iter();
                    answers.all(|(id, value)| wire::is_blank(part.question(id), id, value))
                }),
                None => wire::is_blank(form.question(id), id, value),
            })
    }

    /// The JSON object of a sheet.
    pub fn to_json(&self) -> Map<String, Value> {
        self.over(Map::new(), &Record::default())
    }

    /// The JSON object of a sheet, where that of an earlier record lies: rows that were not written on
    /// since are left as they lie.
    fn over(&self, mut lies: Map<String, Value>, earlier: &Record) -> Map<String, Value> {
        let mut sheet = wire::object(&self.answers);
        for (id, entries) in &self.groups {
            let before = earlier.groups.get(id).map_or(&[][..], Vec::as_slice);
            let mut rows = match lies.remove(id) {
                Some(Value::Array(rows)) if rows.len() == before.len() => rows,
                _ => Vec::new(),
            };
            rows.truncate(entries.len());
            for ((row, before), entry) in rows.iter_mut().zip(before).zip(entries) {
                if !entry.is_copy_of(before) {
                    *row = Value::Object(wire::object(entry));
                }
            }
            let more = entries[rows.len()..].iter();
            rows.extend(more.map(|entry| Value::Object(wire::object(entry))));
            if !rows.is_empty() {
                sheet.insert(id.clone(), Value::Array(rows));
            }
        }
        sheet
    }

    /// The entries of a repeated part.
    pub fn entries(&self, part: &Section) -> &[Entry] {
        self.groups.get(part.id).map_or(&[], Vec::as_slice)
    }

    /// Whether nothing was written.
    pub fn is_blank(&self) -> bool {
        self.answers.is_blank() && self.groups.values().flatten().all(Answers::is_blank)
    }
}

/// The entries of a repeated part of a form; `None`: the value is an answer, or nothing we know.
fn repeated<'a>(
    form: &Form,
    id: &str,
    value: &'a Value,
) -> Option<(
    &'static Section,
    impl Iterator<Item = &'a Map<String, Value>>,
)> {
    let part = form.groups().find(|part| part.id == id)?;
    let entries = value.as_array()?;
    let all = entries.iter().all(Value::is_object);
    all.then(|| (part, entries.iter().filter_map(Value::as_object)))
}
