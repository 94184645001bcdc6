//! What is chosen before a hand-over: sheets, rows, single answers. Nothing is chosen by itself.

use super::{Alone, Carrier, Secrets, Withhold, withheld};
use crate::{
    answer::{Answer, Attachment, PartialDate},
    form::{Form, Kind, Least, Reach, Rows, Section},
    record::{Answers, Note, Record},
};

/// A sheet that was picked, and what of it.
#[derive(Debug, Clone)]
pub struct Picked {
    /// Its form.
    pub form: &'static Form,
    /// Its id, where there may be several of the form; else "".
    pub one: String,
    /// The answers that were picked, as part and question; `None` where all go that go with the sheet.
    pub only: Option<Vec<(&'static str, &'static str)>>,
    /// Rows that were taken out, as part and place from 0.
    pub without: Vec<(&'static str, usize)>,
    /// Answers that go only when they are chosen by themselves, and were.
    pub also: Vec<Alone>,
}

/// A sheet as it goes.
#[derive(Debug, Clone, PartialEq)]
pub struct Leaf {
    /// Id of its form.
    pub form: &'static str,
    /// Version of its form.
    pub version: u32,
    /// The official title.
    pub title: &'static str,
    /// Its id, where there may be several of the form; else "".
    pub one: String,
    /// What goes of it.
    pub record: Record,
}

/// Everything that goes: after the choice and after 住所を出さない. All that leaves is made from
/// this and from nothing else, whatever carries it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Going {
    /// The sheets, in the order in which they were picked.
    pub leaves: Vec<Leaf>,
    /// The photos and PDFs that go along, by the names under which they do.
    pub papers: Vec<Attachment>,
    /// Whether 住所を出さない was asked.
    pub withheld: bool,
    /// Whether the parent wants the receiver to know that something was left out.
    pub says_left_out: bool,
    pub(crate) hiding: Option<(Secrets, Withhold)>,
}

impl Picked {
    /// A whole sheet.
    pub fn whole(form: &'static Form) -> Picked {
        Picked {
            form,
            one: String::new(),
            only: None,
            without: Vec::new(),
            also: Vec::new(),
        }
    }

    /// One of several records of a form.
    pub fn one_of(form: &'static Form, id: &str) -> Picked {
        Picked {
            one: id.to_owned(),
            ..Picked::whole(form)
        }
    }

    /// What the record is, in the note.
    fn record(&self, note: &Note) -> Record {
        if self.one.is_empty() {
            note.record(self.form)
        } else {
            note.one_of(self.form, &self.one)
        }
    }

    /// What of the record goes.
    fn going(&self, mut record: Record, carrier: Carrier) -> Record {
        for (part, rows) in &mut record.groups {
            let mut at = 0;
            rows.retain(|_| {
                let out = self.without.contains(&(part.as_str(), at));
                at += 1;
                !out
            });
        }
        let record = super::Chosen {
            form: self.form,
            also: &self.also,
        }
        .going(record, carrier);
        let Some(only) = &self.only else {
            return record;
        };
        let mut kept = Record::default();
        let picked = |part: &Section, id: &str| {
            let one = |one: &&Alone| one.part == part.id && one.question == id;
            only.contains(&(part.id, id)) || self.also.iter().any(|alone| one(&alone))
        };
        for part in self.form.sections {
            let take = |from: &Answers, to: &mut Answers| {
                let asked = part.questions.iter().filter(|q| picked(part, q.id));
                for question in asked {
                    if let Some(answer) = from.get(question.id) {
                        to.put(question.id, answer.clone());
                    }
                }
            };
            if part.repeat.is_none() {
                take(&record.answers, &mut kept.answers);
                continue;
            }
            let rows = record.entries(part).iter().map(|row| {
                let mut only = Answers::default();
                take(row, &mut only);
                only
            });
            let rows: Vec<_> = rows.filter(|row| !row.is_blank()).collect();
            if !rows.is_empty() {
                kept.groups.insert(part.id.to_owned(), rows);
            }
        }
        kept
    }
}

impl Going {
    /// What goes of a note. Sheets of which nothing is left are not among it.
    pub fn of(
        note: &Note,
        picked: &[Picked],
        carrier: Carrier,
        hiding: Option<(Secrets, Withhold)>,
    ) -> Going {
        let leaf = |picked: &Picked| {
            let mut record = picked.going(picked.record(note), carrier);
            if let Some((secrets, withhold)) = &hiding {
                record = withheld(picked.form, record, secrets, *withhold);
            }
            (!record.is_blank()).then(|| Leaf {
                form: picked.form.id,
                version: picked.form.version,
                title: picked.form.title.ja,
                one: picked.one.clone(),
                record,
            })
        };
        Going {
            leaves: picked.iter().filter_map(leaf).collect(),
            papers: Vec::new(),
            withheld: hiding.is_some(),
            says_left_out: false,
            hiding,
        }
    }
}

/// What is offered to be picked, from the table of what is sensible: only what is written, and
/// nothing that goes only when it is chosen by itself.
pub fn offered(
    forms: &'static [Form],
    note: &Note,
    least: &[Least],
    today: PartialDate,
) -> Vec<Picked> {
    let mut picks: Vec<Picked> = Vec::new();
    for form in forms {
        let mut only = Vec::new();
        let mut without = Vec::new();
        let record = note.record(form);
        for one in least.iter().filter(|one| one.form == form.id) {
            let Some(part) = form.sections.iter().find(|part| part.id == one.part) else {
                continue;
            };
            let asked = part.questions.iter().filter(|question| {
                let named = one.questions.is_empty() || one.questions.contains(&question.id);
                named && question.reach == Reach::Sheet
            });
            only.extend(asked.map(|question| (part.id, question.id)));
            if one.rows == Rows::Open {
                let rows = record.entries(part).iter().enumerate();
                let ended = rows.filter(|(_, row)| ended(part, row, today));
                without.extend(ended.map(|(at, _)| (part.id, at)));
            }
        }
        let pick = Picked {
            only: Some(only),
            without,
            ..Picked::whole(form)
        };
        if !pick.going(record, Carrier::Codes).is_blank() {
            picks.push(pick);
        }
    }
    picks
}

/// Whether the period of a row is over.
fn ended(part: &Section, row: &Answers, today: PartialDate) -> bool {
    let period = part.questions.iter().find_map(|question| {
        let is = matches!(question.kind, Kind::Period | Kind::Months);
        is.then(|| row.get(question.id).map(Answer::period))?
    });
    let until = period.filter(|period| !period.ongoing);
    let until = until.and_then(|period| period.until.understood().ok()?.last_day());
    until.is_some_and(|until| until < today)
}
