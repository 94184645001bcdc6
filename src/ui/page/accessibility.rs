//! アクセシビリティ: the statement of what is aimed at, what was tried, what is not there yet, and whom to tell.

use super::offices::first;
use crate::{
    browser::el::{El, el},
    store::city::city,
    text::Text,
    ui::{
        part::{COLUMN, Lead, Say, frame, group, lead, points, title},
        words::accessibility as w,
    },
};

/// The page of it.
pub fn accessibility() -> Vec<El> {
    let part = |name: Text, content: Vec<El>| {
        el("section")
            .class("ks-stack-2")
            .add(el("h2").class("ks-h2").say(name))
            .all(content)
    };
    let small = |text: Text| el("p").class("ks-small").say(text);
    let office = el("div").part(|| first(&city()));
    let content = vec![
        group("", vec![title(w::TITLE), lead(w::LEAD)]),
        part(w::AIM, vec![points("check", &w::AIM_THESE)]),
        part(
            w::TRIED,
            vec![small(w::TRIED_SUB), points("check", &w::TRIED_THESE)],
        ),
        part(w::NOT_YET, vec![points("info", &w::NOT_YET_THESE)]),
        part(w::TELL, vec![el("p").say(w::TELL_SUB)]),
        office,
        small(w::WRITTEN),
    ];
    frame(Lead::Back("#/help"), w::TITLE, COLUMN, content)
}
