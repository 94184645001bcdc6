//! A child's note that does not open: said by name, with every way on. The other children's open.

use leptos::prelude::*;

use crate::{
    browser::{
        el::{El, el},
        files,
    },
    desk::Closed,
    route::Route,
    store::{Child, Session, remains},
    ui::{
        page::door::REMAINS,
        part::{
            COLUMN, Lead, Say, Trouble, button, frame, heading, link, row, trouble_box,
            words as say,
        },
        words::{child as c, closed as w, door},
    },
};

/// The way on from a note that does not open.
pub fn closed(child: &Child, why: Closed) -> Vec<El> {
    let session = expect_context::<Session>();
    let trouble = match why {
        Closed::Damaged => Trouble::new(w::DAMAGED, w::NEXT),
        Closed::Missing => Trouble::new(w::MISSING, w::NEXT),
        Closed::TooNew => Trouble::new(w::TOO_NEW, w::TOO_NEW_NEXT),
    };
    let name = if child.name.is_empty() {
        say(c::NAMELESS)
    } else {
        &child.name
    };
    let to = |route: Route| link("ks-link-row", &route.fragment());
    let keep = button("ks-link-row", || {
        files::save(REMAINS, remains().as_bytes());
    });
    let others = (session.children().len() > 1).then(|| {
        let others = button("ks-link-row", move || session.choose(None));
        row(others, "child", w::OTHERS, None)
    });
    let past = (!session.past().is_empty()).then(|| row(to(Route::Past), "clock", w::PAST, None));
    let ways = el("nav")
        .called(door::OTHERWISE)
        .maybe(past)
        .add(row(
            to(Route::Restore),
            "box",
            door::RESTORE,
            Some(door::RESTORE_SUB),
        ))
        .add(row(keep, "file", door::REMAINS, Some(door::REMAINS_SUB)))
        .maybe(others);
    let content = vec![
        heading("ks-h1").attr("translate", "no").text(name),
        trouble_box(move || Some(trouble)),
        ways,
    ];
    frame(Lead::Brand, crate::ui::words::home::NOTE, COLUMN, content)
}
