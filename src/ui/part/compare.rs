//! Two notes of one child side by side: what differs, and what is to stay.

use leptos::prelude::*;
use serde_json::Value;

use super::{Say, button, group, icon, lang_now, span, words as say, written};
use crate::{
    answer::Typed,
    browser::el::{El, el},
    form::Form,
    forms,
    merge::{Difference, Keep, Merge},
    record::{Note, Record},
    sheet::{Facts, Sheet, date_in_words},
    text::Text,
    ui::words::compare as w,
};

/// One side of a comparison.
#[derive(Clone)]
pub struct Side {
    /// What it is called.
    pub name: Text,
    /// The day it was put together, in words; "" for what is here.
    pub made: String,
    /// Who writes in it; "" where nobody said.
    pub writer: String,
    /// Its note, which knows when each sheet was written on, and of some by whom.
    pub note: Note,
}

impl Side {
    /// A side of which only the name counts.
    pub fn named(name: Text) -> Side {
        Side {
            name,
            made: String::new(),
            writer: String::new(),
            note: Note::default(),
        }
    }

    /// What it is called and who wrote a sheet; when that was; when the whole was put together.
    fn words(&self, form: &str) -> [String; 3] {
        let mut name = say(self.name).to_owned();
        let writer = self.writer_of(form);
        if !writer.is_empty() {
            name.push('　');
            name.push_str(&writer);
        }
        let day = self.note.edited_on(form).and_then(Typed::from_iso);
        let day = day.map(|day| date_in_words(&day, lang_now()));
        let dated = |name: Text, day: &str| {
            if day.is_empty() {
                String::new()
            } else {
                [say(name), "　", day].concat()
            }
        };
        [
            name,
            dated(w::WRITTEN_ON, &day.unwrap_or_default()),
            dated(w::MADE_ON, &self.made),
        ]
    }

    /// Who the sheet says has written it; else who writes in the note.
    fn writer_of(&self, sheet: &str) -> String {
        let mut id = sheet.split(':');
        let form = id.next().and_then(forms::any_by_id);
        let said = form.and_then(|form| {
            let question = form.question(WRITER)?;
            let record = match id.next() {
                Some(one) => self.note.one_of(form, one),
                None => self.note.record(form),
            };
            let said = record.answers.text(question.id).trim().to_owned();
            (!said.is_empty()).then_some(said)
        });
        said.unwrap_or_else(|| self.writer.clone())
    }
}

/// The question 記入者, on the sheets that ask for it.
const WRITER: &str = "writer";

/// Every difference of a merge with a choice, and the button that keeps what was chosen. `sides`
/// are ours and theirs; ours is chosen at first.
pub fn compare(merge: &Merge, sides: &[Side; 2], done: impl Fn(Vec<Keep>) + 'static) -> El {
    let keep = RwSignal::new(vec![Keep::Ours; merge.differences.len()]);
    let mut parts: Vec<El> = Vec::new();
    let mut last = None;
    for (at, difference) in merge.differences.iter().enumerate() {
        // One of several records of a form stands there as `slip:<id>`.
        let of = difference.form.split(':').next();
        let form = of.and_then(forms::any_by_id);
        if last != Some(&difference.form) {
            let name = form.map_or(w::OTHER, |form| form.title);
            parts.push(el("h2").class("ks-h2").say(name));
            last = Some(&difference.form);
        }
        parts.push(one(at, difference, form, sides, keep));
    }
    let save = button("ks-btn ks-btn--main ks-btn--lg ks-btn--wide", move || {
        done(keep.get_untracked());
    });
    group("ks-stack-5", parts).add(save.add(icon("check")).add(span(w::SAVE)))
}

fn one(
    at: usize,
    difference: &Difference,
    form: Option<&'static Form>,
    sides: &[Side; 2],
    keep: RwSignal<Vec<Keep>>,
) -> El {
    let question = form.and_then(|form| match &difference.row {
        None => form.question(&difference.question),
        Some((part, _)) => form
            .groups()
            .find(|group| group.id == part)
            .and_then(|group| group.question(&difference.question)),
    });
    let label = question.map_or(w::OTHER, |question| question.label);
    let row = difference.row.as_ref().map(|(_, row)| row.as_str());
    let row = row.filter(|row| !row.is_empty());
    let legend = el("legend")
        .class("ks-label")
        .maybe(row.map(|row| el("span").attr("translate", "no").text(row).text("  ")))
        .add(span(label));
    let name = ["keep", &at.to_string()].concat();
    let line = |words: &String| el("span").class("ks-small ks-block ks-num").text(words);
    let option = |which: Keep, side: &[String], answer: Option<String>| {
        let input = el("input")
            .attr("type", "radio")
            .attr("name", &name)
            .ticked_while(move || keep.with(|all| all.get(at) == Some(&which)))
            .on("change", move |_| keep.update(|all| all[at] = which));
        let answer = answer.map(|answer| {
            let blank = answer.is_empty();
            let shown = if blank { say(w::BLANK) } else { &answer };
            let own = if blank { "yes" } else { "no" };
            written(el("span").class("cmp__a").attr("translate", own), shown)
        });
        el("label").class("ks-pick cmp__o").add(input).add(
            el("span")
                .all(
                    side.iter()
                        .filter(|line| !line.is_empty())
                        .map(line)
                        .collect(),
                )
                .maybe(answer),
        )
    };
    let in_words = |value: Option<&Value>| {
        Some(value.map_or_else(String::new, |value| answer(form, difference, value)))
    };
    let both = difference
        .both
        .then(|| option(Keep::Both, &[say(w::BOTH).to_owned()], None));
    el("fieldset")
        .class("ks-card cmp")
        .add(legend)
        .add(option(
            Keep::Ours,
            &sides[0].words(&difference.form),
            in_words(difference.ours.as_ref()),
        ))
        .add(option(
            Keep::Theirs,
            &sides[1].words(&difference.form),
            in_words(difference.theirs.as_ref()),
        ))
        .maybe(both)
}

/// An answer as it reads on its sheet.
fn answer(form: Option<&'static Form>, difference: &Difference, value: &Value) -> String {
    let known = form.and_then(|form| {
        let mut answers = serde_json::Map::new();
        answers.insert(difference.question.clone(), value.clone());
        let mut sheet = answers.clone();
        if let Some((part, _)) = &difference.row {
            sheet = serde_json::Map::new();
            sheet.insert(part.clone(), Value::Array(vec![Value::Object(answers)]));
        }
        let record = Record::from_json(form, &sheet);
        let sheet = Sheet::of(form, &record, Facts::default(), lang_now());
        let lines = sheet.parts.into_iter().flat_map(|part| part.entries);
        let line = lines.flatten().find(|line| line.id == difference.question);
        line.map(|line| line.answer)
    });
    known.unwrap_or_else(|| match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    })
}
