//! 守れること、守れないこと: from whom a note is protected, from whom it is not, and which version this is.

use crate::{
    browser::{
        el::{El, el},
        page,
    },
    text::Text,
    ui::{
        part::{COLUMN, Lead, Say, frame, group, lead, points, title},
        words::{help, protection as w},
    },
};

/// The page of it.
pub fn protection() -> Vec<El> {
    let part = |name: Text, content: El| {
        el("section")
            .class("ks-stack-2")
            .add(el("h2").class("ks-h2").say(name))
            .add(content)
    };
    let person = |(who, then): &(Text, Text)| {
        el("section")
            .class("ks-card ks-stack-2")
            .add(el("h3").class("ks-h3").say(*who))
            .add(el("p").say(*then))
    };
    let people = group("ks-stack", w::PEOPLE.iter().map(person).collect());
    let version = group(
        "ks-stack-2",
        vec![
            el("p")
                .class("ks-num")
                .attr("translate", "no")
                .text(&page::version()),
            el("p").class("ks-small").say(w::VERSION_SUB),
        ],
    );
    let content = vec![
        group("", vec![title(help::SAFETY), lead(w::LEAD)]),
        part(w::WHO, people),
        part(w::NOT, points("info", &w::NOT_THESE)),
        part(w::HOW, points("check", &w::HOW_THESE)),
        part(w::VERSION, version),
    ];
    frame(Lead::Back("#/help"), help::SAFETY, COLUMN, content)
}
