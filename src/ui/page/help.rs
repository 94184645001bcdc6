//! 相談: whom to call, and what is protected.

use super::offices::first;
use crate::{
    browser::el::{El, el},
    route::Route,
    store::city::city,
    ui::{
        part::{COLUMN, Lead, Say, frame, group, lead, link, points, row, title},
        words::{accessibility as a, guide as g, help as w, offices as o, protection as p, shell},
    },
};

/// Whom to call, and what is protected.
pub fn help() -> Vec<El> {
    let office = el("div").class("ks-stack-5").part(|| first(&city()));
    let offices = link("ks-link-row", &Route::Offices.fragment());
    let guide = link("ks-link-row", &Route::Guide.fragment());
    let whom = el("nav")
        .called(o::ROW)
        .add(row(offices, "talk", o::ROW, Some(o::ROW_SUB)))
        .add(row(guide, "note", g::ROW, Some(g::ROW_SUB)));
    let safety = el("section")
        .class("ks-stack")
        .add(el("h2").class("ks-h2").say(w::SAFETY))
        .add(el("h3").class("ks-h3").say(w::PROTECTED))
        .add(points("check", &w::SAFE))
        .add(el("h3").class("ks-h3").say(w::NOT_PROTECTED))
        .add(points("info", &w::UNSAFE));
    let to_safety = link("ks-link-row", &Route::Safety.fragment());
    let to_protection = link("ks-link-row", &Route::Protection.fragment());
    let to_access = link("ks-link-row", &Route::Accessibility.fragment());
    let to_device = link("ks-link-row", &Route::Device.fragment());
    let (s, d) = (shell::safety::SUB, shell::device::SUB);
    let more = el("nav")
        .called(w::TITLE)
        .add(row(to_protection, "lock", w::SAFETY, Some(p::ROW_SUB)))
        .add(row(to_safety, "leave", shell::safety::TITLE, Some(s)))
        .add(row(to_access, "together", a::TITLE, Some(a::ROW_SUB)))
        .add(row(to_device, "gear", shell::device::TITLE, Some(d)));
    let content = vec![
        group("", vec![title(w::TITLE), lead(w::LEAD)]),
        office,
        whom,
        safety,
        more,
    ];
    frame(Lead::Back("#/"), w::TITLE, COLUMN, content)
}
