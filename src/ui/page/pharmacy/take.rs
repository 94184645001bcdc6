//! Into the record, and back out of it.

use leptos::prelude::*;

use super::{
    SHEET,
    scan::{Scan, Step},
    see::{only, part},
    sheet,
};
use crate::{
    browser::el::El,
    record::{Entry, Record},
    store::Session,
    ui::{
        page::sheet::trouble_of,
        part::{
            COLUMN, Lead, Say, button, frame, group, icon, lead, link, reader, span, title,
            trouble_box,
        },
        words::pharmacy as w,
    },
};

/// Puts rows behind those of the sheet. Where they cannot be kept, the sheet is as it was.
pub(super) fn take(scan: Scan, before: &Record, rows: Vec<Entry>) {
    let session = expect_context::<Session>();
    let mut after = before.clone();
    if let Some(part) = part() {
        let group = after.groups.entry(part.id.to_owned()).or_default();
        group.extend(rows.iter().cloned());
    }
    match session.save(|note| note.put(sheet(), &after)) {
        Ok(()) => {
            scan.undone.set(false);
            scan.before.set_value(Some(before.clone()));
            scan.go(Step::Taken(only(rows)));
        }
        Err(why) => {
            let _ = session.save(|note| note.put(sheet(), before));
            scan.trouble.set(Some(trouble_of(why)));
        }
    }
}

/// What was taken, and the way back.
pub(super) fn taken(scan: Scan, rows: Record) -> Vec<El> {
    let undo = button("ks-btn ks-btn--line ks-btn--wide", move || {
        let Some(before) = scan.before.get_value() else {
            return;
        };
        let session = expect_context::<Session>();
        match session.save(|note| note.put(sheet(), &before)) {
            Ok(()) => {
                scan.undone.set(true);
                scan.go(Step::See);
            }
            Err(why) => scan.trouble.set(Some(trouble_of(why))),
        }
    });
    let open = link("ks-btn ks-btn--main ks-btn--lg ks-btn--wide", SHEET);
    let more = button("ks-btn ks-btn--line ks-btn--wide", move || scan.again());
    let content = vec![
        trouble_box(move || scan.trouble.get()),
        group("", vec![title(w::TAKEN), lead(w::TAKEN_LEAD)]),
        reader(&[(sheet(), rows)], 0),
        group(
            "ks-stack-2",
            vec![
                open.say(w::OPEN_SHEET),
                more.add(icon("qr")).add(span(w::READ_MORE)),
                undo.say(w::UNDO),
            ],
        ),
    ];
    frame(Lead::Back(SHEET), w::READ, COLUMN, content)
}
