//! The plaintext of a hand-off: JSON (RFC 8259) of this shape, described in `envelope/FORMAT.md`:
//!
//! `{"v": 1, "kind": "handoff", "issuedAt": "2026-11-21", "lang": "ja",
//!   "sheets": [{"form": "profile", "version": 1, "title": "私のプロフィール", "answers": {…}}]}`

use serde_json::{Map, Value, json};
use thiserror::Error;

use super::chosen::{Carrier, Chosen};
use crate::{
    answer::PartialDate,
    form::Form,
    record::{Note, Record},
    text::Lang,
};

/// The version that is written.
const VERSION: u64 = 1;
/// No note has as many sheets; more than this is not ours.
const MOST_SHEETS: usize = 256;

/// What is handed over.
#[derive(Debug, Clone, PartialEq)]
pub struct Bundle {
    json: Map<String, Value>,
}

/// Why bytes are not a bundle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Unreadable {
    /// Written by a newer version: not guessed at.
    #[error("written by a newer version")]
    TooNew,
    /// It opened, but what is inside is no hand-off.
    #[error("not a hand-off")]
    NotAHandOff,
}

impl Bundle {
    /// Puts the chosen sheets of a note together, without the answers and rows that do not go with
    /// their sheet. Sheets in which nothing is left are left out.
    pub fn of(note: &Note, chosen: &[&Form], issued_on: PartialDate, lang: Lang) -> Bundle {
        let whole = chosen.iter().map(|form| Chosen { form, also: &[] });
        let whole: Vec<_> = whole.collect();
        Bundle::with(note, &whole, Carrier::Codes, issued_on, lang)
    }

    /// The same, with those of the answers that were chosen by themselves and may travel so.
    pub fn with(
        note: &Note,
        chosen: &[Chosen<'_>],
        carrier: Carrier,
        issued_on: PartialDate,
        lang: Lang,
    ) -> Bundle {
        let records = chosen.iter().map(|chosen| {
            let form = chosen.form;
            (form, chosen.going(note.record(form), carrier))
        });
        let sheets = records
            .filter(|(_, record)| !record.is_blank())
            .map(|(form, record)| {
                json!({
                    "form": form.id,
                    "version": form.version,
                    "title": form.title.ja,
                    "answers": record.to_json(),
                })
            });
        let mut json = Map::new();
        json.insert("v".into(), Value::from(VERSION));
        json.insert("kind".into(), Value::from("handoff"));
        json.insert("issuedAt".into(), Value::from(issued_on.iso()));
        json.insert("lang".into(), Value::from(lang.code()));
        json.insert("sheets".into(), sheets.collect());
        Bundle { json }
    }

    /// Reads what an envelope held.
    pub fn from_bytes(bytes: &[u8]) -> Result<Bundle, Unreadable> {
        let Ok(Value::Object(json)) = serde_json::from_slice(bytes) else {
            return Err(Unreadable::NotAHandOff);
        };
        if json.get("kind").and_then(Value::as_str) != Some("handoff") {
            return Err(Unreadable::NotAHandOff);
        }
        match json.get("v").and_then(Value::as_u64) {
            Some(VERSION) => {}
            Some(newer) if newer > VERSION => return Err(Unreadable::TooNew),
            _ => return Err(Unreadable::NotAHandOff),
        }
        match json.get("sheets").and_then(Value::as_array) {
            Some(sheets) if sheets.len() <= MOST_SHEETS => Ok(Bundle { json }),
            _ => Err(Unreadable::NotAHandOff),
        }
    }

    /// Writes it.
    pub fn to_bytes(&self) -> Vec<u8> {
        Value::Object(self.json.clone()).to_string().into_bytes()
    }

    /// The day on which it was put together.
    pub fn issued_on(&self) -> Option<PartialDate> {
        let iso = self.json.get("issuedAt")?.as_str()?;
        crate::answer::Typed::from_iso(iso)?.understood().ok()
    }

    /// The record of a form, if it was chosen.
    pub fn record(&self, form: &Form) -> Option<Record> {
        let of_form = |sheet: &&Value| sheet.get("form").and_then(Value::as_str) == Some(form.id);
        let sheet = self.sheets().iter().find(of_form)?;
        Some(Record::from_json(form, sheet.get("answers")?.as_object()?))
    }

    /// How many of the sheets inside [`record`](Self::record) gives for none of these forms: of
    /// another form, of a shape we do not know, or a second sheet of the same form.
    pub fn unknown_sheets(&self, known: &[Form]) -> usize {
        let shown = known.iter().filter(|form| self.record(form).is_some());
        self.sheets().len().saturating_sub(shown.count())
    }

    fn sheets(&self) -> &[Value] {
        let sheets = self.json.get("sheets").and_then(Value::as_array);
        sheets.map_or(&[], Vec::as_slice)
    }
}
