//! The places of a note, below its screens, and the one act: わたす.

use crate::{
    browser::el::{El, el},
    route::Route,
    text::Text,
    ui::{
        part::{Say, art, group, icon, link, span, title},
        words::home as w,
    },
};

const PLACES: [(Route, &str, Text); 3] = [
    (Route::Home, "note", w::NOTE),
    (Route::Timeline, "ayumi", w::TIMELINE),
    (Route::Supporters, "tsunagari", w::SUPPORTERS),
];

/// The bar of the places, seen from one of them.
pub(super) fn places(here: &Route) -> El {
    let tab = |(to, glyph, name): (Route, &str, Text)| {
        link("ks-bar__tab", &to.fragment())
            .attr_if("aria-current", (to == *here).then_some("page"))
            .add(icon(glyph))
            .add(span(name))
    };
    let give = link(
        "ks-btn ks-btn--main ks-bar__go",
        &Route::HandOver.fragment(),
    );
    el("nav")
        .class("ks-bar ks-noprint")
        .called(w::PLACES)
        .all(PLACES.into_iter().map(tab).collect())
        .add(give.add(icon("handover")).add(span(w::HAND_OVER)))
}

/// The head of a place: whose it is, its name, a drawing.
pub(super) fn head(who: &str, name: Text, drawing: &str) -> El {
    let who = el("p")
        .class("ks-head__who")
        .attr("translate", "no")
        .text(who);
    el("header")
        .class("ks-head")
        .add(group("", vec![who, title(name)]))
        .add(art(drawing, "ks-head__art"))
}
