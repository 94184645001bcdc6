//! お薬手帳の QR on the medication sheet: reading what a pharmacy printed, and showing our own.

mod scan;
mod see;
mod show;
mod take;

pub use scan::scan;
pub use show::show;

use crate::{
    browser::el::{El, el},
    form::Form,
    forms::{self, MEDICATION},
    pharmacy::Child,
    record::{Note, Record},
    route::Route,
    ui::{
        part::{Say, link, row},
        words::pharmacy as w,
    },
};

/// The ways to and from a pharmacy, on the sheet they belong to.
pub fn doors(form: &Form) -> Option<El> {
    let read = link("ks-link-row", &Route::PharmacyScan.fragment());
    let show = link("ks-link-row", &Route::PharmacyShow.fragment());
    (form.id == MEDICATION.id).then(|| {
        el("nav")
            .class("ks-noprint")
            .called(w::DOORS)
            .add(row(read, "qr", w::READ, Some(w::READ_SUB)))
            .add(row(show, "pill", w::SHOW, Some(w::SHOW_SUB)))
    })
}

/// The way back to the sheet.
const SHEET: &str = "#/sheet/medication";

/// The sheet itself.
fn sheet() -> &'static Form {
    // Its own constant, where the table should not have it.
    forms::by_id(MEDICATION.id).unwrap_or(&MEDICATION)
}

/// What the note says of its child.
fn child(note: &Note) -> Child {
    let records: Vec<(&Form, Record)> = forms::ALL
        .iter()
        .map(|form| (form, note.record(form)))
        .collect();
    Child::of(records.iter().map(|(form, record)| (*form, record)))
}
