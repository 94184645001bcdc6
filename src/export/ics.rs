//! The days that stand in a hand-off, for a calendar: what is to be done by when, and the dates of
//! a slip and its answer. Only days that are whole and have not passed.

use sha2::{Digest, Sha256};

use super::Sheets;
use crate::{
    answer::{Answer, PartialDate},
    form::{Kind, Question, Role, Section},
    forms::CASE,
    record::{Answers, Record},
    text::Lang,
    transition::Event,
};

/// The days of what stands around a hand-over, from a day on, in the order of the sheets. An event
/// has the same name in every file that is made of one hand-off, and in no other's.
pub fn events(sheets: &Sheets, from: PartialDate, lang: Lang) -> Vec<Event> {
    let mut events = Vec::new();
    for (at, (form, _, record)) in sheets.leaves.iter().enumerate() {
        if !CASE.iter().any(|case| case.id == form.id) {
            continue;
        }
        for part in form.sections {
            for (row, answers) in rows(part, record).iter().enumerate() {
                if over(answers) {
                    continue;
                }
                for question in part.questions {
                    let Some(day) = day(question, answers).filter(|day| *day >= from) else {
                        continue;
                    };
                    let label = question.label.to(lang);
                    let title = title(part, answers);
                    let name = [at, row].map(|place| place.to_string()).join("-");
                    events.push(Event {
                        id: id(sheets, &[form.id, part.id, &name, question.id]),
                        day,
                        summary: title.map_or_else(
                            || [form.title.to(lang), "：", label].concat(),
                            |title| [title, "（", label, "）"].concat(),
                        ),
                        description: form.title.to(lang).to_owned(),
                    });
                }
            }
        }
    }
    events
}

fn rows<'a>(part: &Section, record: &'a Record) -> &'a [Answers] {
    if part.repeat.is_some() {
        record.entries(part)
    } else {
        std::slice::from_ref(&record.answers)
    }
}

/// Whether a row says of itself that it is done or dropped.
fn over(answers: &Answers) -> bool {
    matches!(answers.text("status"), "done" | "dropped")
}

fn day(question: &Question, answers: &Answers) -> Option<PartialDate> {
    // The day on which a sheet was written is none to come to.
    let asked = matches!(question.kind, Kind::Date) && question.role != Some(Role::WrittenOn);
    let day = answers.get(question.id).filter(|_| asked).map(Answer::date);
    let day = day.and_then(|day| day.understood().ok())?;
    (day.last_day() == Some(day)).then_some(day)
}

/// What a row of a list is about.
fn title<'a>(part: &Section, answers: &'a Answers) -> Option<&'a str> {
    part.repeat.is_some().then_some(())?;
    let titled = |question: &&Question| question.role == Some(Role::RowTitle);
    let title = answers.text(part.questions.iter().find(titled)?.id).trim();
    (!title.is_empty()).then_some(title)
}

fn id(sheets: &Sheets, place: &[&str]) -> String {
    let mut hash = Sha256::new();
    hash.update(sheets.salt);
    hash.update(place.join("\n"));
    let mut id = "handoff-".to_owned();
    for byte in &hash.finalize()[..8] {
        for half in [byte >> 4, byte & 15] {
            id.extend(char::from_digit(half.into(), 16));
        }
    }
    id
}
