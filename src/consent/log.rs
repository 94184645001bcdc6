//! 渡した記録: the parent's own list of what went to whom. It stays on this device.

use crate::{
    answer::{Answer, PartialDate, Typed},
    forms::HANDED,
    record::{Answers, Note, Record},
};

/// So many entries are kept; the oldest give way.
pub const MOST: usize = 300;
/// Characters of what went that are kept in an entry.
const LONGEST: usize = 400;

/// How something went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Carried {
    /// As a file.
    File,
    /// As QR codes.
    Codes,
    /// On paper.
    Paper,
}

/// Something that went to somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gone {
    /// On which day.
    pub on: Option<PartialDate>,
    /// To whom.
    pub to: String,
    /// What, in words, one thing a line.
    pub what: String,
    /// How.
    pub carried: Option<Carried>,
    /// The receipt number; "" where there was none.
    pub receipt: String,
    /// The id of the consent; "" for 自分用の控え.
    pub consent: String,
    /// The id of the slip; "" where none went along.
    pub slip: String,
}

impl Carried {
    const ALL: [(Carried, &'static str); 3] = [
        (Carried::File, "file"),
        (Carried::Codes, "codes"),
        (Carried::Paper, "paper"),
    ];
}

/// The list of a note, the newest first.
pub fn log(note: &Note) -> Vec<Gone> {
    let record = note.record(&HANDED);
    let rows = record.groups.get("rows").map_or(&[][..], Vec::as_slice);
    rows.iter().rev().map(read).collect()
}

/// What went under a consent, the newest first.
pub fn gone(note: &Note, consent: &str) -> Vec<Gone> {
    let mut all = log(note);
    all.retain(|one| one.consent == consent);
    all
}

/// A note with one thing more in its list.
pub fn noted(note: &mut Note, one: &Gone) {
    let mut record: Record = note.record(&HANDED);
    let rows = record.groups.entry("rows".to_owned()).or_default();
    rows.push(write(one));
    let over = rows.len().saturating_sub(MOST);
    rows.drain(..over);
    note.put(&HANDED, &record);
}

/// A note whose list no longer has the newest entry that says just this: it was not handed over after
/// all.
pub fn unnoted(note: &mut Note, one: &Gone) {
    let mut record: Record = note.record(&HANDED);
    let rows = record.groups.entry("rows".to_owned()).or_default();
    let same = write(one);
    if let Some(at) = rows.iter().rposition(|row| *row == same) {
        rows.remove(at);
    }
    note.put(&HANDED, &record);
}

fn write(one: &Gone) -> Answers {
    let mut row = Answers::default();
    if let Some(on) = one.on {
        row.put("on", Answer::Date(Typed::from(on)));
    }
    let mut text = |id: &str, text: &str| row.put(id, Answer::Text(text.to_owned()));
    let what = match one.what.char_indices().nth(LONGEST) {
        Some((end, _)) => [&one.what[..end], "…"].concat(),
        None => one.what.clone(),
    };
    text("to", &one.to);
    text("what", &what);
    text("receipt", &one.receipt);
    text("consent", &one.consent);
    text("slip", &one.slip);
    let carried = Carried::ALL
        .iter()
        .find(|(way, _)| Some(*way) == one.carried);
    text("carrier", carried.map_or("", |(_, code)| code));
    row
}

fn read(row: &Answers) -> Gone {
    let text = |id: &str| row.text(id).to_owned();
    let carried = Carried::ALL
        .iter()
        .find(|(_, code)| *code == row.text("carrier"));
    Gone {
        on: row.get("on").and_then(|on| on.date().understood().ok()),
        to: text("to"),
        what: text("what"),
        carried: carried.map(|(way, _)| *way),
        receipt: text("receipt"),
        consent: text("consent"),
        slip: text("slip"),
    }
}
