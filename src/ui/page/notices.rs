//! What stands above a screen: at most one notice, and never in the middle of something.

use std::cell::Cell;

use leptos::prelude::*;

use crate::{
    browser::{
        clock,
        el::{El, el},
        page,
    },
    route::Route,
    store::{Child, Door, Session, settings},
    surroundings::{Inside, Surroundings},
    text::Text,
    ui::{
        page::kiosk,
        part::{Say, button, group, icon, leaving, link, mark},
        words::shell::{self as w, new, place, safety},
    },
};

/// The notices there are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Notice {
    Inside(Inside),
    New,
    Others,
    Apple,
    AppleKept,
    Leave,
}

thread_local! {
    /// Those put off until the page is opened anew, a bit each.
    static PUT_OFF: Cell<u8> = const { Cell::new(0) };
}

/// Shift so many times within so many milliseconds is すぐに閉じる.
const SHIFTS: (usize, f64) = (3, 5_000.0);

/// What stands above a screen.
pub fn above(route: &Route) -> Vec<El> {
    if page::kiosk() {
        return kiosk::above();
    }
    let session = expect_context::<Session>();
    let home = *route == Route::Home;
    let rests = matches!(
        route,
        Route::Home | Route::Help | Route::Safety | Route::Protection | Route::Device
    );
    Effect::new(move |_| page::mark_root("data-rest", rests && !session.is_open()));
    listen_for_shifts();
    let changed = RwSignal::new(());
    let told = window_event_listener_untyped("ks-new", move |_| changed.set(()));
    on_cleanup(move || told.remove());
    let notice = move || {
        changed.track();
        let notice = home.then(|| first(session)).flatten()?;
        Some(shown(notice, changed))
    };
    let mut above = vec![el("div").class("ks-slot ks-noprint").when(notice)];
    // What is read there is another's.
    if !matches!(route, Route::Receive | Route::Frame(_)) {
        above.push(el("div").class("ks-onpaper-head").part(move || {
            let child = session.child();
            child.map_or_else(Vec::new, |child| whose_on_paper(&child))
        }));
    }
    above
}

/// At the head of a screen that is printed as it stands: the colour of the cover as a shape, and the
/// name.
fn whose_on_paper(child: &Child) -> Vec<El> {
    let name = el("span").attr("translate", "no").text(&child.name);
    mark(&child.colour).into_iter().chain([name]).collect()
}

fn first(session: Session) -> Option<Notice> {
    let open = session.is_open();
    let writing = open && session.child().is_none();
    let around = page::surroundings();
    let new = match page::root("data-new").as_deref() {
        Some("waits") => Some(Notice::New),
        Some(_) => Some(Notice::Others),
        None => None,
    };
    let around = match (around, session.door()) {
        (Surroundings::Inside(inside), _) if !open => Some(Notice::Inside(inside)),
        (Surroundings::AppleTab, Door::Absent) => Some(Notice::Apple),
        (Surroundings::AppleTab, Door::Locked) => Some(Notice::AppleKept),
        _ => None,
    };
    let leave = (open && !settings::was_told("leave")).then_some(Notice::Leave);
    let all = [around, new, leave];
    let mut all = all.into_iter().flatten().filter(|_| !writing);
    all.find(|notice| PUT_OFF.get() & bit(*notice) == 0)
}

fn bit(notice: Notice) -> u8 {
    match notice {
        Notice::Inside(_) => 1,
        Notice::New | Notice::Others => 2,
        Notice::Apple | Notice::AppleKept => 4,
        Notice::Leave => 8,
    }
}

fn shown(notice: Notice, changed: RwSignal<()>) -> El {
    let put_off = move || {
        PUT_OFF.set(PUT_OFF.get() | bit(notice));
        changed.set(());
    };
    let keep = move |what: &str| {
        settings::keep_told(what);
        changed.set(());
    };
    let later = || button("ks-btn ks-btn--sm", put_off).say(w::LATER);
    let main =
        |act: Box<dyn FnMut()>, name: Text| button("ks-btn ks-btn--main ks-btn--sm", act).say(name);
    let (glyph, what, more, acts) = match notice {
        Notice::Inside(inside) => {
            let out = (inside == Inside::Line).then(|| {
                link("ks-btn ks-btn--main ks-btn--sm", "?openExternalBrowser=1").say(place::OUT)
            });
            let acts = out.into_iter().chain([later()]).collect();
            ("globe", place::INSIDE, place::INSIDE_SUB, acts)
        }
        Notice::New => ("sprout", new::WAITS, new::WAITS_SUB, vec![take(), later()]),
        Notice::Others => ("info", new::OTHERS, new::OTHERS_SUB, vec![take(), later()]),
        Notice::Apple => ("phone", place::APPLE, place::APPLE_SUB, vec![later()]),
        Notice::AppleKept => (
            "phone",
            place::APPLE_KEPT,
            place::APPLE_KEPT_SUB,
            vec![later()],
        ),
        Notice::Leave => {
            let known = main(Box::new(move || keep("leave")), w::KNOWN);
            let read = link("ks-btn ks-btn--sm", &Route::Safety.fragment()).say(safety::READ);
            ("leave", safety::ONCE, safety::ONCE_SUB, vec![known, read])
        }
    };
    let steps = (notice == Notice::Apple).then(steps);
    el("aside")
        .class("ks-above")
        .called(w::NOTICE)
        .add(icon(glyph))
        .add(
            el("div")
                .add(el("p").class("ks-above__what").say(what))
                .add(el("p").class("ks-small").say(more))
                .maybe(steps)
                .add(group("ks-row", acts)),
        )
}

/// How a page gets onto the home screen of an iPhone.
pub(super) fn steps() -> El {
    let step = |text: &Text| el("li").say(*text);
    el("ol")
        .class("ks-small ks-numbered")
        .all(place::APPLE_STEPS.iter().map(step).collect())
}

fn take() -> El {
    let session = expect_context::<Session>();
    let act = move || {
        session.lock();
        page::tell("ks-take-new");
    };
    button("ks-btn ks-btn--main ks-btn--sm", act).say(new::TAKE)
}

fn listen_for_shifts() {
    let leave = leaving();
    let pressed = StoredValue::new(Vec::<f64>::new());
    let heard = window_event_listener(leptos::ev::keydown, move |event| {
        if event.key() != "Shift" {
            return pressed.set_value(Vec::new());
        }
        if event.repeat() {
            return;
        }
        let now = clock::now_ms();
        pressed.update_value(|pressed| {
            pressed.retain(|at| now - at < SHIFTS.1);
            pressed.push(now);
        });
        if pressed.with_value(Vec::len) >= SHIFTS.0 {
            leave();
        }
    });
    on_cleanup(move || heard.remove());
}
