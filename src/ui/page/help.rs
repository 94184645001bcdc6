//! 相談: whom to call, and what is protected.

use crate::{
    browser::el::{El, el},
    route::Route,
    text::Text,
    ui::{
        part::{COLUMN, Lead, Say, frame, group, icon, lead, link, row, span, title},
        words::{help as w, shell},
    },
};

/// Telephone numbers as printed on the city's leaflet; the screen says to confirm them.
const NUMBERS: [(&str, Text); 2] = [
    ("0422-60-1239", w::ABOUT_NOTE),
    ("0120-839-002", w::GENERAL),
];

/// Whom to call, and what is protected.
pub fn help() -> Vec<El> {
    let number = |(number, what): (&str, Text)| {
        let call = link("ks-tel", &format!("tel:{}", number.replace('-', ""))).text(number);
        el("div")
            .add(el("dt").say(what))
            .add(el("dd").class("ks-num").add(call))
    };
    let numbers = el("dl")
        .class("ks-kv")
        .all(NUMBERS.into_iter().map(number).collect());
    let office = el("section")
        .class("ks-card")
        .add(el("h2").class("ks-h3").say(w::OFFICE))
        .add(numbers)
        .add(el("p").class("ks-small").say(w::CONFIRM));
    let list = |glyph: &str, texts: &[Text]| {
        let item = |text: &Text| el("li").add(icon(glyph)).add(span(*text));
        el("ul")
            .class("ks-consent")
            .all(texts.iter().map(item).collect())
    };
    let safety = el("section")
        .class("ks-stack")
        .add(el("h2").class("ks-h2").say(w::SAFETY))
        .add(el("h3").class("ks-h3").say(w::PROTECTED))
        .add(list("check", &w::SAFE))
        .add(el("h3").class("ks-h3").say(w::NOT_PROTECTED))
        .add(list("info", &w::UNSAFE));
    let to_safety = link("ks-link-row", &Route::Safety.fragment());
    let to_device = link("ks-link-row", &Route::Device.fragment());
    let (s, d) = (shell::safety::SUB, shell::device::SUB);
    let more = el("nav")
        .called(w::TITLE)
        .add(row(to_safety, "leave", shell::safety::TITLE, Some(s)))
        .add(row(to_device, "gear", shell::device::TITLE, Some(d)));
    let content = vec![
        group("", vec![title(w::TITLE), lead(w::LEAD)]),
        office,
        safety,
        more,
    ];
    frame(Lead::Back("#/"), w::TITLE, COLUMN, content)
}
