//! さがす: the whole note, searched while a word is typed.
//!
//! The note is put in words once, when the screen opens ([`Book::of`]), and forgotten with it: no
//! index is kept. Words are compared folded: hiragana, katakana and half-width kana are one, so are
//! full and half width, capitals and small letters; the spaces and hyphens in names and numbers do
//! not count; 高崎 finds 髙﨑. A label is found in every language.

mod fold;

use std::ops::Range;

pub use fold::fold;

use crate::{
    answer::{Answer, Milestone, Typed},
    form::{Form, Kind, Question, Section},
    record::{Answers, Record},
    sheet::{Facts, in_words, row_title},
    text::{Lang, Text},
};

/// More hits of one sheet are counted, not shown.
const SHOWN: usize = 12;

/// Of a row so many questions are shown; it opens with all of them.
const LINES: usize = 3;

/// So many words are looked for at most.
const WORDS: usize = 8;

/// How many characters of a long answer stand before what was found first.
const BEFORE: usize = 12;

/// How many characters of a long answer are shown.
const LONG: usize = 80;

/// A note in words.
pub struct Book {
    leaves: Vec<Leaf>,
    lang: Lang,
}

struct Leaf {
    form: &'static Form,
    title: String,
    parts: Vec<Part>,
}

struct Part {
    section: &'static Section,
    title: String,
    labels: Vec<String>,
    rows: Vec<Row>,
}

struct Row {
    title: String,
    said: Vec<Said>,
}

struct Said {
    /// Which question of the part.
    at: usize,
    answer: String,
    folded: String,
}

/// What was found on one sheet.
#[derive(Debug, Clone)]
pub struct Found {
    /// The sheet.
    pub form: &'static Form,
    /// Its title.
    pub title: Marked,
    /// The first hits, in the order of the sheet.
    pub hits: Vec<Hit>,
    /// How many more there are.
    pub more: usize,
}

/// A part, a row or a question in which everything that was asked for stands.
#[derive(Debug, Clone)]
pub struct Hit {
    /// The part of the sheet.
    pub section: &'static Section,
    /// The row of a repeated part, from 0; `None` for the part itself, and for what is asked once.
    pub row: Option<usize>,
    /// What the part or the row is called; "" for what is asked once, and for a nameless row.
    pub title: Marked,
    /// The questions in which it was found; of a row the first three.
    pub lines: Vec<Line>,
}

/// A question and its answer.
#[derive(Debug, Clone)]
pub struct Line {
    /// The question.
    pub question: &'static Question,
    /// Words naming it.
    pub label: Marked,
    /// The answer in words, of a long one a piece; "" where nothing was written.
    pub answer: Marked,
}

/// A text, and where in it something was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marked {
    /// The text.
    pub text: String,
    /// What was found, as bytes of the text: in order, never touching.
    pub marks: Vec<Range<usize>>,
}

impl Book {
    /// Puts a note in words.
    pub fn of(records: &[(&'static Form, Record)], lang: Lang) -> Book {
        let facts = Facts::of(records.iter().map(|(form, record)| (*form, record)));
        let leaf = |(form, record): &(&'static Form, Record)| Leaf {
            form,
            title: everywhere(form.title),
            parts: form
                .sections
                .iter()
                .map(|section| Part::of(section, record, facts, lang))
                .collect(),
        };
        Book {
            leaves: records.iter().map(leaf).collect(),
            lang,
        }
    }

    /// Finds what was typed, sheet by sheet: every word of it, in any order.
    pub fn find(&self, typed: &str) -> Vec<Found> {
        let words: Vec<String> = typed.split_whitespace().map(fold).collect();
        let words = words.into_iter().filter(|word| !word.is_empty());
        let sought = Sought(words.take(WORDS).collect());
        if sought.0.is_empty() {
            return Vec::new();
        }
        self.leaves
            .iter()
            .filter_map(|leaf| leaf.find(&sought, self.lang))
            .collect()
    }
}

impl Leaf {
    fn find(&self, sought: &Sought, lang: Lang) -> Option<Found> {
        let named = sought.there(&self.title);
        let mut found = Found {
            form: self.form,
            title: sought.mark(self.form.title.to(lang)),
            hits: Vec::new(),
            more: 0,
        };
        for part in &self.parts {
            part.find(sought, named, lang, &mut found);
        }
        (sought.all(named) || !found.hits.is_empty()).then_some(found)
    }
}

impl Part {
    fn of(section: &'static Section, record: &Record, facts: Facts, lang: Lang) -> Part {
        let repeats = section.repeat.is_some();
        let row = |answers: &Answers| {
            let said = |(at, question): (usize, &Question)| {
                let answer = in_words(question, answers, facts, lang);
                // What is asked once is found even where nothing was written yet.
                let asked = !repeats && !question.retired;
                (answer.is_some() || asked).then(|| {
                    let answer = answer.unwrap_or_default();
                    let mut folded = fold(&answer);
                    other_ways(question, answers, facts, &mut folded);
                    Said { at, answer, folded }
                })
            };
            Row {
                title: row_title(section, answers, lang),
                said: section
                    .questions
                    .iter()
                    .enumerate()
                    .filter_map(said)
                    .collect(),
            }
        };
        let once = std::slice::from_ref(&record.answers);
        let entries = if repeats {
            record.entries(section)
        } else {
            once
        };
        Part {
            section,
            title: everywhere(section.title),
            labels: section
                .questions
                .iter()
                .map(|question| everywhere(question.label))
                .collect(),
            rows: entries.iter().map(row).collect(),
        }
    }

    fn find(&self, sought: &Sought, named: u8, lang: Lang, found: &mut Found) {
        let repeats = self.section.repeat.is_some();
        let titled = sought.there(&self.title);
        let around = named | titled;
        let labels: Vec<u8> = self
            .labels
            .iter()
            .map(|label| sought.there(label))
            .collect();
        let mut hit = |row: Option<usize>, title: &str, said: &[&Said]| {
            if found.hits.len() == SHOWN {
                found.more += 1;
                return;
            }
            let line = |said: &&Said| {
                let question = &self.section.questions[said.at];
                Line {
                    question,
                    label: sought.mark(question.label.to(lang)),
                    answer: sought.mark(&said.answer).piece(),
                }
            };
            found.hits.push(Hit {
                section: self.section,
                row,
                title: sought.mark(title),
                lines: said.iter().map(line).collect(),
            });
        };
        let title = self.section.title;
        if repeats && titled != 0 && sought.all(around) && title != found.form.title {
            hit(None, title.to(lang), &[]);
        }
        for (at, row) in self.rows.iter().enumerate() {
            let mut own = 0;
            let mut in_row = Vec::new();
            for said in &row.said {
                let there = labels[said.at] | sought.there(&said.folded);
                if there == 0 {
                    continue;
                }
                if repeats {
                    own |= there;
                    in_row.push(said);
                } else if sought.all(there | around) {
                    hit(None, "", &[said]);
                }
            }
            in_row.truncate(LINES);
            if own != 0 && sought.all(own | around) {
                hit(Some(at), &row.title, &in_row);
            }
        }
    }
}

/// What is looked for, folded.
struct Sought(Vec<String>);

impl Sought {
    /// Which of the words stand in a folded text, one bit each.
    fn there(&self, folded: &str) -> u8 {
        let bit = |(at, word): (usize, &String)| u8::from(folded.contains(word.as_str())) << at;
        self.0
            .iter()
            .enumerate()
            .map(bit)
            .fold(0, |all, bit| all | bit)
    }

    fn all(&self, there: u8) -> bool {
        there.count_ones() as usize == self.0.len()
    }

    fn mark(&self, text: &str) -> Marked {
        Marked {
            text: text.to_owned(),
            marks: fold::marks(text, &self.0),
        }
    }
}

impl Marked {
    /// Of a long text, the piece in which something was found first.
    fn piece(mut self) -> Marked {
        let first = self.marks.first().map_or(0, |mark| mark.start);
        let starts: Vec<usize> = self.text.char_indices().map(|(at, _)| at).collect();
        if starts.len() <= LONG {
            return self;
        }
        let at = starts.partition_point(|start| *start < first);
        let from = at.saturating_sub(BEFORE).min(starts.len() - LONG);
        let (from, end) = (starts[from], starts.get(from + LONG));
        let end = end.map_or(self.text.len(), |end| *end);
        let (head, tail) = (
            if from > 0 { "…" } else { "" },
            if end < self.text.len() { "…" } else { "" },
        );
        self.marks.retain(|mark| mark.end <= end);
        for mark in &mut self.marks {
            let moved = |at: usize| at - from + head.len();
            *mark = moved(mark.start)..moved(mark.end);
        }
        self.text = [head, &self.text[from..end], tail].concat();
        self
    }
}

/// A text in all languages, folded. What stands between them is in no folded word.
fn everywhere(text: Text) -> String {
    let all = Lang::ALL.map(|lang| fold(text.to(lang)));
    all.join("\n")
}

/// Adds what else somebody may type for an answer: choices and dates in the other languages, dates
/// in digits.
fn other_ways(question: &Question, answers: &Answers, facts: Facts, folded: &mut String) {
    let mut also = |words: &str| {
        folded.push('\n');
        folded.push_str(&fold(words));
    };
    let digits = |date: &Typed| date.iso().unwrap_or_default();
    match answers.get(question.id) {
        Some(Answer::Date(date) | Answer::Milestone(Milestone::On(date))) => also(&digits(date)),
        Some(Answer::Period(period)) => {
            also(&digits(&period.from));
            also(&digits(&period.until));
        }
        Some(Answer::Text(_)) if !matches!(question.kind, Kind::One(_)) => return,
        Some(_) => {}
        None => return,
    }
    for lang in Lang::ALL {
        also(&in_words(question, answers, facts, lang).unwrap_or_default());
    }
}
