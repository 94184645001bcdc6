//! 練習: for the staff of an office, with a family that does not exist.

use leptos::prelude::*;

use crate::{
    browser::{el::El, place},
    route::Route,
    store::Session,
    ui::{
        part::{COLUMN, Lead, Say, button, frame, group, lead, link, points, title},
        words::practice as w,
    },
};

/// What it is, and its beginning.
pub fn practice() -> Vec<El> {
    let session = expect_context::<Session>();
    let start = button("ks-btn ks-btn--main ks-btn--lg ks-btn--wide", move || {
        session.practise();
        place::go(&Route::Home.fragment());
    });
    let content = vec![
        group("", vec![title(w::TITLE), lead(w::LEAD)]),
        points("check", &w::POINTS),
        start.say(w::START),
    ];
    frame(Lead::Back("#/guide"), w::TITLE, COLUMN, content)
}

/// Whether a screen is about what is really kept here.
pub fn is_not_for_practice(route: &Route) -> bool {
    matches!(
        route,
        Route::Keys | Route::Backup | Route::Restore | Route::Recover | Route::Leave
    )
}

/// In place of such a screen.
pub fn not_here() -> Vec<El> {
    let back = link("ks-btn ks-btn--main ks-btn--wide", &Route::Home.fragment());
    let content = vec![
        group("", vec![title(w::NOT_HERE), lead(w::NOT_HERE_LEAD)]),
        back.say(w::BACK),
    ];
    frame(Lead::Back("#/"), w::NOT_HERE, COLUMN, content)
}
