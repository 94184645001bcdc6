//! What two screens answered differently, side by side.

use leptos::prelude::*;

use crate::{
    browser::{el::El, place},
    desk::Stands,
    store::Session,
    ui::{
        page::sheet::trouble_of,
        part::{COLUMN, Lead, Side, compare as table, frame, group, lead, title, trouble_box},
        words::compare as w,
    },
};

/// What is to be compared.
pub fn compare() -> Vec<El> {
    let session = expect_context::<Session>();
    let Some(differing) = session.differing() else {
        return frame(
            Lead::Back("#/"),
            w::TITLE,
            COLUMN,
            vec![title(w::TITLE), lead(w::NOTHING)],
        );
    };
    let failed = RwSignal::new(None);
    let sides = match differing.stands {
        Stands::Here => [w::HERE, w::THERE],
        Stands::There => [w::THERE, w::HERE],
    };
    let writer = session.child_untracked().map(|child| child.writer);
    let side = |name| Side {
        name,
        made: String::new(),
        writer: writer.clone().unwrap_or_default(),
        note: session.note(),
    };
    let settle = move |keep: Vec<_>| match session.settle(&keep) {
        Ok(()) => place::go("#/"),
        Err(why) => failed.set(Some(trouble_of(why))),
    };
    let content = vec![
        trouble_box(move || failed.get()),
        group("", vec![title(w::TITLE), lead(w::LEAD)]),
        table(&differing.merge, &sides.map(side), settle),
    ];
    frame(Lead::Back("#/"), w::TITLE, COLUMN, content)
}
