//! All sheets of one child.
//!
//! `{"v": 1, "kind": "note", "sheets": {"profile": {…}, …}, "states": {"profile": "written"},
//! "edited": {"profile": "2026-11-21"}}`; a state is `blank`, `begun` or `written`, `edited` is the
//! day on which a sheet was last written on.

use std::sync::Arc;

use serde_json::{Map, Value};
use thiserror::Error;

use super::{Record, json};
use crate::{
    answer::{PartialDate, Typed},
    form::Form,
};

/// The version of the container that is written.
const VERSION: u64 = 1;
/// The member that holds the records, by form id.
const SHEETS: &str = "sheets";
/// The member that holds what the parent set, by form id.
const STATES: &str = "states";

/// The member that holds the days on which sheets were last written on, by form id.
const EDITED: &str = "edited";

/// How the parent sees a sheet. She sets it herself; nothing is counted. Until she does, a sheet with
/// something on it is begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// まだ
    Blank,
    /// とちゅう
    Begun,
    /// 書きました
    Written,
}

/// All sheets of one child.
#[derive(Debug, Clone)]
pub struct Note {
    /// The whole object, so that what we do not know is kept.
    /// A copy shares it until one of both is written on.
    json: Arc<Map<String, Value>>,
    /// The sheet that was written last, and the record that lies there: of that only what was written
    /// on since is written again.
    last: (String, Record),
}

/// Two are equal where the same stands in them.
impl PartialEq for Note {
    fn eq(&self, other: &Note) -> bool {
        self.json == other.json
    }
}

/// Why bytes are not a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Unreadable {
    /// Written by a newer version: not guessed at.
    #[error("written by a newer version")]
    TooNew,
    /// Not the JSON of a note.
    #[error("not a note")]
    NotANote,
}

impl Default for Note {
    fn default() -> Self {
        let mut json = Map::new();
        json.insert("v".into(), Value::from(VERSION));
        json.insert("kind".into(), Value::from("note"));
        Note::from_json(json)
    }
}

impl Note {
    /// Reads a note.
    pub fn from_bytes(bytes: &[u8]) -> Result<Note, Unreadable> {
        let Ok(Value::Object(json)) = serde_json::from_slice(bytes) else {
            return Err(Unreadable::NotANote);
        };
        if json.get("kind").and_then(Value::as_str) != Some("note") {
            return Err(Unreadable::NotANote);
        }
        match json.get("v").and_then(Value::as_u64) {
            Some(VERSION) => {}
            Some(newer) if newer > VERSION => return Err(Unreadable::TooNew),
            _ => return Err(Unreadable::NotANote),
        }
        // Into anything else nothing could be written, and what is typed would be lost in silence.
        let writable = |key| json.get(key).is_none_or(Value::is_object);
        if ![SHEETS, STATES, EDITED].into_iter().all(writable) {
            return Err(Unreadable::NotANote);
        }
        Ok(Note::from_json(json))
    }

    /// Writes the note.
    pub fn to_bytes(&self) -> Vec<u8> {
        json::write(&self.json)
    }

    /// The JSON object of a sheet.
    fn sheet(&self, key: &str) -> Option<&Map<String, Value>> {
        self.json.get(SHEETS)?.get(key)?.as_object()
    }

    /// The record of a form; blank where nothing was written.
    pub fn record(&self, form: &Form) -> Record {
        self.sheet(form.id)
            .map(|sheet| Record::from_json(form, sheet))
            .unwrap_or_default()
    }

    /// Writes the record of a form.
    pub fn put(&mut self, form: &Form, record: &Record) {
        self.put_sheet(form.id, record, false);
    }

    /// The ids under which records of a form stand of which there may be several: slips, consents,
    /// answers. They are kept beside the sheets, as `slip:<id>`.
    pub fn several(&self, form: &Form) -> Vec<String> {
        let sheets = self.json.get(SHEETS).and_then(Value::as_object);
        let keys = sheets.into_iter().flat_map(Map::keys);
        keys.filter_map(|key| key.strip_prefix(form.id)?.strip_prefix(':'))
            .map(str::to_owned)
            .collect()
    }

    /// One of several records of a form; blank where nothing was written.
    pub fn one_of(&self, form: &Form, id: &str) -> Record {
        self.sheet(&one_key(form, id))
            .map(|sheet| Record::from_json(form, sheet))
            .unwrap_or_default()
    }

    /// Writes one of several records of a form; a blank one is taken away.
    pub fn put_one(&mut self, form: &Form, id: &str, record: &Record) {
        self.put_sheet(&one_key(form, id), record, true);
    }

    /// Writes the record of a sheet; `goes`: a blank sheet is taken away.
    fn put_sheet(&mut self, key: &str, record: &Record, goes: bool) {
        let (last, earlier) = core::mem::take(&mut self.last);
        let Some(sheets) = self.object(SHEETS) else {
            return;
        };
        let lies = match sheets.get_mut(key).map(Value::take) {
            Some(Value::Object(sheet)) if last == key => sheet,
            _ => Map::new(),
        };
        let sheet = record.over(lies, &earlier);
        if goes && sheet.is_empty() {
            sheets.remove(key);
        } else {
            sheets.insert(key.to_owned(), Value::Object(sheet));
        }
        self.last = (key.to_owned(), record.clone());
    }

    /// Whether nothing is written on a sheet.
    fn is_blank(&self, form: &Form) -> bool {
        self.sheet(form.id)
            .is_none_or(|sheet| Record::is_blank_in(form, sheet))
    }

    /// How the parent sees a sheet.
    pub fn state(&self, form: &Form) -> State {
        let set = self.json.get(STATES).and_then(|states| states.get(form.id));
        match set.and_then(Value::as_str) {
            Some("written") => State::Written,
            Some("begun") => State::Begun,
            Some("blank") => State::Blank,
            _ if self.is_blank(form) => State::Blank,
            _ => State::Begun,
        }
    }

    /// Sets how the parent sees a sheet.
    pub fn set_state(&mut self, form: &Form, state: State) {
        let code = match state {
            // What is blank anyway is begun by the first word on it.
            State::Blank if self.is_blank(form) => None,
            State::Blank => Some("blank"),
            State::Begun => Some("begun"),
            State::Written => Some("written"),
        };
        if let Some(states) = self.object(STATES) {
            match code {
                Some(code) => states.insert(form.id.to_owned(), Value::from(code)),
                None => states.remove(form.id),
            };
        }
    }

    /// On which day a sheet was last written on, ISO 8601; as far as that was noted.
    pub fn edited_on(&self, form: &str) -> Option<&str> {
        self.json.get(EDITED)?.get(form)?.as_str()
    }

    /// The day on which anything was last written on; as far as that was noted.
    pub fn last_edited(&self) -> Option<PartialDate> {
        let days = self.json.get(EDITED)?.as_object()?.values();
        days.filter_map(|day| Typed::from_iso(day.as_str()?)?.understood().ok())
            .max()
    }

    /// Notes on which day a sheet was written on, ISO 8601.
    pub fn set_edited(&mut self, form: &Form, day: &str) {
        if let Some(edited) = self.object(EDITED) {
            edited.insert(form.id.to_owned(), Value::from(day));
        }
    }

    /// The note as JSON, whatever stands in it.
    pub fn json(&self) -> &Map<String, Value> {
        &self.json
    }

    /// The note that is this JSON.
    pub(crate) fn from_json(json: Map<String, Value>) -> Note {
        Note {
            json: Arc::new(json),
            last: (String::new(), Record::default()),
        }
    }

    /// The member that holds an object; made where it is missing.
    fn object(&mut self, key: &str) -> Option<&mut Map<String, Value>> {
        Arc::make_mut(&mut self.json)
            .entry(key)
            .or_insert_with(|| Value::Object(Map::new()))
            .as_object_mut()
    }
}

fn one_key(form: &Form, id: &str) -> String {
    [form.id, ":", id].concat()
}
