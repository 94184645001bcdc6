//! What the note is, when to bring it, and what to bring with it: the city's own words, shorter.

use super::offices::{card, said};
use crate::{
    browser::{
        clock,
        el::{El, el},
    },
    directory::Moment,
    route::Route,
    store::city::city,
    text::Text,
    ui::{
        part::{COLUMN, Lead, Say, frame, group, lead, link, points, quiet, row, title},
        words::guide as w,
    },
};

/// How the note is used.
pub fn guide() -> Vec<El> {
    let part = |(head, texts): (Text, [Text; 3])| {
        el("section")
            .class("ks-stack")
            .add(el("h2").class("ks-h2").say(head))
            .add(points("check", &texts))
    };
    let tour = link("ks-link-row", &Route::Tour.fragment());
    let practise = link("ks-link-row", &Route::Practice.fragment());
    let more = el("nav")
        .called(w::TITLE)
        .add(row(tour, "play", w::TOUR, None))
        .add(row(practise, "family", w::PRACTISE, None));
    let mut content = vec![group("", vec![title(w::TITLE), lead(w::LEAD)]), more];
    content.extend(w::PARTS.map(part));
    content.push(quiet("ks-card ks-quiet", "talk", w::DICTATION));
    content.push(givers());
    frame(Lead::Back("#/"), w::TITLE, COLUMN, content)
}

/// Where the paper note is handed out.
fn givers() -> El {
    el("div").when(|| {
        let city = city();
        let givers = city.givers();
        let now = Moment::in_japan(clock::now_ms() as u64);
        let head = el("h2").class("ks-h2").say(w::WHERE);
        (!givers.is_empty()).then(|| {
            el("section")
                .class("ks-stack")
                .add(head)
                .add(el("p").class("ks-small").add(said(&city.city)))
                .add(
                    el("ul")
                        .class("of__list")
                        .all(givers.into_iter().map(|one| card(one, now)).collect()),
                )
        })
    })
}
