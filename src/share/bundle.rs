//! The plaintext of a hand-off: JSON (RFC 8259) of this shape, described in `envelope/FORMAT.md`:
//!
//! `{"v": 1, "kind": "handoff", "issuedAt": "2026-11-21", "lang": "ja",
//!   "sheets": [{"form": "profile", "version": 1, "title": "私のプロフィール", "answers": {…}}]}`

use serde_json::{Map, Value, json};
use thiserror::Error;

use super::{
    Carrier, Chosen, Going, Receipt, enclosed,
    receipt::{self, SALT},
};
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

/// When and in which language a bundle is made.
#[derive(Debug, Clone, Copy)]
pub struct Made {
    /// The day.
    pub on: PartialDate,
    /// The language of whoever makes it.
    pub lang: Lang,
    /// 16 random bytes, for the receipt number.
    pub salt: [u8; SALT],
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

    /// What goes, for the parent herself: 自分用の控え. Nobody agreed to anything, and no office gets it.
    pub fn own_copy(going: &Going, made: Made) -> Bundle {
        Bundle::made(going, made, None)
    }

    /// What goes, with the consent under which it does. Only
    /// [`consent::to_office`](crate::consent::to_office) has one.
    pub(crate) fn made(going: &Going, made: Made, consent: Option<Map<String, Value>>) -> Bundle {
        let sheets = going.leaves.iter().map(|leaf| {
            let mut sheet = json!({
                "form": leaf.form,
                "version": leaf.version,
                "title": leaf.title,
                "answers": leaf.record.to_json(),
            });
            if let (false, Some(sheet)) = (leaf.one.is_empty(), sheet.as_object_mut()) {
                sheet.insert("id".into(), Value::from(leaf.one.as_str()));
            }
            sheet
        });
        let mut json = Map::new();
        let mut put = |key: &str, value: Value| json.insert(key.to_owned(), value);
        put("v", Value::from(VERSION));
        put("kind", Value::from("handoff"));
        put("issuedAt", Value::from(made.on.iso()));
        put("lang", Value::from(made.lang.code()));
        put("receiptSalt", Value::from(receipt::text_of(&made.salt)));
        put("sheets", sheets.collect());
        match consent {
            Some(consent) => put("consent", Value::Object(consent)),
            None => put("own", Value::Bool(true)),
        };
        if !going.papers.is_empty() {
            put("attachments", enclosed::listed(&going.papers));
        }
        if going.withheld {
            put("address_withheld", Value::Bool(true));
        }
        if going.says_left_out {
            put("left_out", Value::Bool(true));
        }
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

    /// The language in which the parent's app was, in its own name; `None` where it is not said, or is one
    /// this version does not know.
    pub fn tongue(&self) -> Option<(&'static str, &'static str)> {
        let code = self.json.get("lang")?.as_str()?;
        let built_in = Lang::from_code(code).map(|lang| (lang.tag(), lang.own_name()));
        built_in.or_else(|| Lang::PACKS.into_iter().find(|(tag, _)| *tag == code))
    }

    /// The record of a form, if it was chosen.
    pub fn record(&self, form: &Form) -> Option<Record> {
        let of_form = |sheet: &&Value| sheet.get("form").and_then(Value::as_str) == Some(form.id);
        let sheet = self.sheets().iter().find(of_form)?;
        Some(Record::from_json(form, sheet.get("answers")?.as_object()?))
    }

    /// Every sheet of some forms that is inside, with its id where there may be several.
    pub fn records(&self, forms: &[&'static Form]) -> Vec<(&'static Form, String, Record)> {
        let sheets = self.sheets().iter().filter_map(|sheet| {
            let id = sheet.get("form")?.as_str()?;
            let form = forms.iter().find(|form| form.id == id)?;
            let one = sheet.get("id").and_then(Value::as_str).unwrap_or_default();
            let record = Record::from_json(form, sheet.get("answers")?.as_object()?);
            Some((*form, one.to_owned(), record))
        });
        sheets.collect()
    }

    /// The consent under which it went, read through its form; `None` for 自分用の控え.
    pub fn consent(&self, form: &Form) -> Option<Record> {
        let consent = self.json.get("consent")?.as_object()?;
        Some(Record::from_json(form, consent))
    }

    /// Whether 住所を出さない was asked: 住所・連絡先は本人に直接聞いてください.
    pub fn address_withheld(&self) -> bool {
        self.json.get("address_withheld") == Some(&Value::Bool(true))
    }

    /// Whether something was left out that the receiver may know of.
    pub fn says_left_out(&self) -> bool {
        self.json.get("left_out") == Some(&Value::Bool(true))
    }

    /// The whole of it.
    pub fn json(&self) -> &Map<String, Value> {
        &self.json
    }

    /// The receipt of what an envelope held, as both sides compute it; `None` where it carries no
    /// salt, as hand-offs of the first version.
    pub fn receipt(text: &[u8]) -> Option<Receipt> {
        let salt = Bundle::from_bytes(text).ok()?.salt()?;
        Some(Receipt::of(text, &salt))
    }

    /// The random bytes that are this hand-off's own.
    pub fn salt(&self) -> Option<[u8; SALT]> {
        receipt::salt_of(self.json.get("receiptSalt")?.as_str()?)
    }

    /// How many entries stand in it, for both sides to compare: for each sheet, in order, the id of
    /// its form and the rows of its lists.
    pub fn counts(&self, forms: &[&'static Form]) -> Vec<(&'static str, usize)> {
        let sheets = self.records(forms);
        let count = |(form, _, record): &(&'static Form, String, Record)| {
            let rows = record.groups.values().map(Vec::len);
            (form.id, rows.sum())
        };
        sheets.iter().map(count).collect()
    }

    /// How many of the sheets inside [`record`](Self::record) gives for none of these forms: of
    /// another form, of a shape we do not know, or a second sheet of the same form.
    pub fn unknown_sheets(&self, known: &[Form]) -> usize {
        let shown = known.iter().filter(|form| self.record(form).is_some());
        self.sheets().len().saturating_sub(shown.count())
    }

    /// What was handed over as a note, also the sheets that we do not know, each written on the day
    /// on which it was put together. Of two sheets of one form the first counts.
    pub fn note(&self) -> Note {
        let mut sheets = Map::new();
        let mut edited = Map::new();
        for sheet in self.sheets() {
            let form = sheet.get("form").and_then(Value::as_str);
            let answers = sheet.get("answers").filter(|answers| answers.is_object());
            let (Some(form), Some(answers)) = (form, answers) else {
                continue;
            };
            if !sheets.contains_key(form) {
                sheets.insert(form.to_owned(), answers.clone());
                if let Some(day) = self.issued_on() {
                    edited.insert(form.to_owned(), Value::from(day.iso()));
                }
            }
        }
        let mut note = Note::default().json().clone();
        note.insert("sheets".into(), Value::Object(sheets));
        note.insert("edited".into(), Value::Object(edited));
        Note::from_json(note)
    }

    pub(super) fn attachments(&self) -> &[Value] {
        let attachments = self.json.get("attachments").and_then(Value::as_array);
        attachments.map_or(&[], Vec::as_slice)
    }

    pub(super) fn attachments_mut(&mut self) -> Option<&mut Vec<Value>> {
        self.json.get_mut("attachments")?.as_array_mut()
    }

    fn sheets(&self) -> &[Value] {
        let sheets = self.json.get("sheets").and_then(Value::as_array);
        sheets.map_or(&[], Vec::as_slice)
    }
}
