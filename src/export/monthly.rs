//! The monthly list of 就労相談記録票: one row a consultation; what changed since the consultation
//! before is marked, as the sheets of 川越市 were collected: only changed parts are written anew.

use serde_json::Value;

use super::csv::Table;
use crate::{
    answer::PartialDate,
    form::{Question, Section},
    forms::EMPLOYMENT,
    record::{Answers, Record},
    sheet::{Facts, in_words},
    text::Lang,
};

/// Stands in front of what changed.
const CHANGED: &str = "●";
/// Bytes of the largest file that is read: a hand-off has no more.
const LARGEST: usize = 4 * 1024 * 1024;

/// The list of a month (1 to 12), from every record there is of the sheet, received or one's own.
/// Consultations before it are needed to tell what changed, and stand not in it. Without a day a
/// record is in no month. Who is who is told by name and date of birth.
pub fn monthly(records: &[Record], year: u16, month: u8) -> Table {
    let columns: Vec<Column> = columns();
    let mut all: Vec<(PartialDate, &Record)> = Vec::new();
    for record in records {
        if let Some(on) = day(record) {
            all.push((on, record));
        }
    }
    all.sort_by_key(|(on, _)| *on);
    let mut head = vec!["変わったところ".to_owned()];
    head.extend(columns.iter().map(|column| column.label.clone()));
    let mut rows = vec![head];
    for (at, (on, record)) in all.iter().enumerate() {
        if (on.year, on.month) != (year, Some(month)) {
            continue;
        }
        let before = all[..at].iter().rev();
        let before = before
            .map(|(_, record)| *record)
            .find(|other| same(other, record));
        let mut row = vec![String::new()];
        let mut changed = Vec::new();
        for column in &columns {
            let text = column.text(record);
            let was = before.map(|before| column.text(before));
            // The day is another every time, and no change.
            let new = !column.day && was.is_some_and(|was| was != text);
            if new {
                changed.push(column.label.as_str());
                row.push([CHANGED, text.as_str()].concat());
            } else {
                row.push(text);
            }
        }
        row[0] = match before {
            None => "はじめて".to_owned(),
            Some(_) => changed.join("・"),
        };
        rows.push(row);
    }
    Table {
        name: "employment-list".to_owned(),
        rows,
    }
}

/// The records of the sheet in a file that [`json`](super::json) wrote: those of the months before, as
/// an office kept them. `None` for anything else.
pub fn kept(file: &[u8]) -> Option<Vec<Record>> {
    let file = file.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(file);
    if file.len() > LARGEST {
        return None;
    }
    let file: Value = serde_json::from_slice(file).ok()?;
    let sheets = file.get("シート")?.as_array()?;
    let mine = |sheet: &&Value| sheet.get("id").and_then(Value::as_str) == Some(EMPLOYMENT.id);
    let read = |sheet: &Value| {
        let answers = sheet.get("記録")?.as_object()?;
        Some(Record::from_json(&EMPLOYMENT, answers))
    };
    Some(sheets.iter().filter(mine).filter_map(read).collect())
}

/// The month, 1 to 12, and the year of a record; `None` where it says none.
pub fn month_of(record: &Record) -> Option<(u16, u8)> {
    let on = day(record)?;
    Some((on.year, on.month?))
}

fn day(record: &Record) -> Option<PartialDate> {
    record.answers.get("date")?.date().understood().ok()
}

/// Whether two records are of one person.
fn same(one: &Record, other: &Record) -> bool {
    let name = |record: &Record| -> String {
        let name = record.answers.text("name");
        name.chars().filter(|c| !c.is_whitespace()).collect()
    };
    let birth = |record: &Record| {
        let birth = record.answers.get("birth")?.date();
        birth.understood().ok()
    };
    let both = birth(one).zip(birth(other));
    !name(one).is_empty()
        && name(one) == name(other)
        && both.is_none_or(|(one, other)| one == other)
}

/// A column: a question asked once, or a whole list in one cell.
struct Column {
    label: String,
    day: bool,
    what: What,
}

enum What {
    Once(&'static Question),
    List(&'static Section),
}

fn columns() -> Vec<Column> {
    let mut columns = Vec::new();
    for part in EMPLOYMENT.sections {
        if part.repeat.is_some() {
            columns.push(Column {
                label: part.title.ja.to_owned(),
                day: false,
                what: What::List(part),
            });
            continue;
        }
        for question in part.questions {
            columns.push(Column {
                label: question.label.ja.to_owned(),
                day: question.id == "date",
                what: What::Once(question),
            });
        }
    }
    columns
}

impl Column {
    fn text(&self, record: &Record) -> String {
        let said = |question: &Question, answers: &Answers| {
            in_words(question, answers, Facts::default(), Lang::Ja)
        };
        match &self.what {
            What::Once(question) => said(question, &record.answers).unwrap_or_default(),
            What::List(part) => {
                let rows = record.entries(part).iter().map(|row| {
                    let words = part.questions.iter().filter_map(|q| said(q, row));
                    words.collect::<Vec<_>>().join("　")
                });
                rows.collect::<Vec<_>>().join("\n")
            }
        }
    }
}
