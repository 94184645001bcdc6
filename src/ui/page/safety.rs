//! すぐに閉じる, and what it can and cannot do.

use crate::{
    browser::el::{El, el},
    text::Text,
    ui::{
        part::{COLUMN, Lead, Say, frame, group, lead, link, points, title},
        words::shell::safety as w,
    },
};

/// Telephone numbers that are the same in all of Japan, and free.
const NUMBERS: [(&str, Text); 2] = [("#8008", w::LINE_DV), ("189", w::LINE_CHILD)];

/// The page of it. It promises nothing that the app cannot keep.
pub fn safety() -> Vec<El> {
    let list = |name: Text, glyph: &str, texts: &[Text]| {
        el("section")
            .class("ks-stack-2")
            .add(el("h2").class("ks-h2").say(name))
            .add(points(glyph, texts))
    };
    let number = |(number, what): (&str, Text)| {
        let call = link("ks-tel", &format!("tel:{}", number.replace('#', "%23"))).text(number);
        el("div")
            .add(el("dt").say(what))
            .add(el("dd").class("ks-num").add(call))
    };
    let numbers = el("dl")
        .class("ks-kv")
        .all(NUMBERS.into_iter().map(number).collect());
    let call = el("section")
        .class("ks-card")
        .add(el("h2").class("ks-h3").say(w::CALL))
        .add(numbers);
    let content = vec![
        group("", vec![title(w::TITLE), lead(w::LEAD)]),
        list(w::LEAVE, "check", &w::LEAVE_DOES),
        list(w::CANNOT, "info", &w::CANNOT_DO),
        list(w::SHARED, "info", &w::SHARED_DO),
        call,
    ];
    frame(Lead::Back("#/help"), w::TITLE, COLUMN, content)
}
