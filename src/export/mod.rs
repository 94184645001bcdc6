//! What an office takes over into its own software, made from a bundle and from nothing else: what
//! is not in the bundle is in no export.
//!
//! - [`csv`]: one key and value a row, or one row a record; UTF-8 with a byte order mark, or CP932.
//! - [`json`]: readable with nothing but an editor, names after the 政府相互運用性フレームワーク.
//! - [`fhir`]: an HL7 FHIR R4 bundle.
//! - [`ics`]: the days in it, for a calendar.
//! - [`monthly`]: the list of 就労相談記録票, one row a consultation.

pub mod csv;
pub mod fhir;
pub mod ics;
pub mod json;
pub mod monthly;

use crate::{
    answer::PartialDate,
    form::{Form, Role},
    forms::{ALL, CASE, CONSENT, any_by_id},
    record::{Note, Record},
    share::{Bundle, SALT},
    sheet::Facts,
};

/// What a bundle holds, as exporters read it.
#[derive(Debug, Clone)]
pub struct Sheets {
    /// The sheets, in their order, with their ids where there may be several of a form.
    pub leaves: Vec<(&'static Form, String, Record)>,
    /// The consent under which they went.
    pub consent: Option<Record>,
    /// What sheets say that others need.
    pub facts: Facts,
    /// The day on which they were put together.
    pub issued_on: Option<PartialDate>,
    /// Whether 住所を出さない was asked.
    pub withheld: bool,
    /// Of the bundle; makes ids that no other hand-off has.
    salt: [u8; SALT],
}

impl Sheets {
    /// Reads a bundle.
    pub fn of(bundle: &Bundle) -> Sheets {
        let forms: Vec<&'static Form> = ALL.iter().chain(CASE).collect();
        let leaves = bundle.records(&forms);
        let facts = Facts::of(leaves.iter().map(|(form, _, record)| (*form, record)));
        Sheets {
            facts,
            consent: bundle.consent(&CONSENT),
            issued_on: bundle.issued_on(),
            withheld: bundle.address_withheld(),
            salt: bundle.salt().unwrap_or_default(),
            leaves,
        }
    }

    /// Everything of a note, for the family's own file: nothing is left out of it.
    pub fn of_note(note: &Note) -> Sheets {
        let once = ALL.iter();
        let once = once.map(|form| (form, String::new(), note.record(form)));
        let several = CASE.iter().flat_map(|form| {
            let ids = note.several(form).into_iter();
            ids.map(move |id| {
                let record = note.one_of(form, &id);
                (form, id, record)
            })
        });
        let mut leaves: Vec<_> = once.chain(several).collect();
        leaves.retain(|(_, _, record)| !record.is_blank());
        Sheets {
            facts: Facts::of(leaves.iter().map(|(form, _, record)| (*form, record))),
            consent: None,
            issued_on: None,
            withheld: false,
            salt: [0; SALT],
            leaves,
        }
    }

    /// The answer that plays a role, on the first sheet that has it.
    fn with_role(&self, role: Role) -> Option<&crate::answer::Answer> {
        self.leaves.iter().find_map(|(form, _, record)| {
            let id = form.with_role(role)?;
            record.answers.get(id)
        })
    }

    fn text(&self, role: Role) -> &str {
        self.with_role(role).map_or("", crate::answer::Answer::text)
    }

    /// The record of a form, if it is there.
    fn record(&self, form: &str) -> Option<&Record> {
        let leaf = self.leaves.iter().find(|(own, ..)| own.id == form);
        leaf.map(|(.., record)| record)
    }
}

/// The name of an exported file: what it is and the day, in ASCII, nothing about the child.
/// `part` is one of our own form or part ids.
pub fn file_name(on: Option<PartialDate>, part: &str, ending: &str) -> String {
    let day = on.map(|day| day.iso().replace('-', ""));
    let known = any_by_id(part).is_some() || part.is_ascii();
    let part = if known { part } else { "" };
    let mut name = "stepnote".to_owned();
    for piece in [day.as_deref().unwrap_or(""), part] {
        if !piece.is_empty() {
            name.push('-');
            name.push_str(piece);
        }
    }
    name.push('.');
    name.push_str(ending);
    name
}
