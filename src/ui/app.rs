//! Which screen is shown, and the few things that hold for all of them.

use std::rc::Rc;

use leptos::{ev, mount::mount_to, prelude::*};

use super::{
    later::{Asked, Frame, Later, Seam},
    page::door::{self, Step},
    part::{Finding, Say, Wish, added_by},
    watch::Watch,
    words,
};
use crate::{
    browser::{
        el::{El, el},
        page, place, random,
    },
    route::Route,
    store::{Session, settings, twin},
    text::Lang,
};

/// Opens the app in the page.
pub fn open(seam: Seam) {
    // The message of a panic could hold what somebody wrote, so none is printed.
    std::panic::set_hook(Box::new(|_| page::show_stopped()));
    twin::catch_up(Box::new(move || {
        let Some(place) = El::standing("app").map(El::emptied) else {
            return;
        };
        // Leptos sets up its reactive system; the elements are put in here.
        if let Some(parent) = place.html() {
            mount_to(parent, move || app(place, seam)).forget();
        }
    }));
}

fn app(mount: El, seam: Seam) {
    let (lang, pack) = first_language();
    let session = Session::open(random::fill);
    provide_context(lang);
    provide_context(session);
    let finding = Finding::default();
    provide_context(finding);

    for what in ["theme", "text", "font", "ruby"] {
        if let Some(how) = settings::look(what) {
            page::set_root(&["data-", what].concat(), &how);
        }
    }
    Effect::new(move |before: Option<Lang>| {
        let now = lang.get();
        page::set_root("lang", now.tag());
        page::set_root("data-lang", now.code());
        if before.is_some() || pack.is_none() {
            settings::keep_language(now);
        }
        now
    });
    Effect::new(move |_| {
        let colour = session
            .child()
            .map_or_else(String::new, |child| child.colour);
        page::set_root("data-child", &colour);
    });

    Effect::new(move |_| {
        if !session.is_open() {
            finding.forget();
        }
    });
    let frame = RwSignal::new(None);
    let route = RwSignal::new(arrive(frame));
    let step = RwSignal::new(Step::Doors);
    let watch = Watch::new();
    provide_context(watch.clone());
    let later = Later::bring(seam);
    added_by(Rc::new(move |more| later.adds(Asked::More(more))));
    let wish = Wish::default();
    wish.tag.set(pack);
    provide_context(wish);
    later.speak(wish);
    window_event_listener(ev::hashchange, move |_| {
        step.set(Step::Doors);
        let to = arrive(frame);
        finding.arrives(&to);
        route.set(to);
    });
    Effect::new(move |before: Option<Route>| {
        let now = route.get();
        if before.is_some_and(|before| before != now) && !finding.leads_to(&now) {
            page::to_title();
        }
        now
    });

    let drawn = StoredValue::new((0, lang.get_untracked()));
    mount
        .part(move || {
            lang.track();
            later.above(&route.get())
        })
        .part(move || {
            // Another language, and what came from another screen: the same screen, drawn anew.
            let anew = (session.anew(), lang.get());
            if drawn.get_value() != anew {
                drawn.set_value(anew);
                page::stay();
            }
            screen(&route.get(), session, frame, step, later)
        })
        .when(move || {
            let warning = || {
                el("p")
                    .class("ks-idle")
                    .attr("role", "alert")
                    .say(words::sheet::IDLE)
            };
            watch.warns().then(warning)
        });
}

fn screen(
    route: &Route,
    session: Session,
    frame: Frame,
    step: RwSignal<Step>,
    later: Later,
) -> Vec<El> {
    let for_all = matches!(
        route,
        Route::Receive
            | Route::Frame(_)
            | Route::Help
            | Route::Print
            | Route::Recover
            | Route::Restore
            | Route::Safety
            | Route::Protection
            | Route::Accessibility
            | Route::Device
            | Route::Display
            | Route::Offices
            | Route::Office(_)
            | Route::OfficeKey
            | Route::Guide
            | Route::Tour
            | Route::Practice
    );
    if for_all || session.is_open() || page::kiosk() {
        later.screen(route, frame)
    } else {
        door::door(step)
    }
}

/// Reads the address. A frame is taken out of it, and out of the history, before anything else.
fn arrive(frame: Frame) -> Route {
    let route = Route::parse(&place::fragment());
    if let Route::Frame(digits) = &route {
        place::replace(&route.fragment());
        frame.set(Some(digits.clone()));
        place::count();
        return Route::Receive;
    }
    place::count();
    route
}

/// The language chosen here before, else the browser's; and the pack of words for it, where it is not
/// built in. Until that is here, a language that is built in stands in for it.
fn first_language() -> (RwSignal<Lang>, Option<&'static str>) {
    let (chosen, browser) = (settings::language(), page::preferred_language());
    let wanted = chosen.as_deref().unwrap_or(&browser);
    let japanese = wanted.starts_with("ja");
    let lang = Lang::from_code(wanted).unwrap_or(if japanese { Lang::Ja } else { Lang::En });
    // Traditional characters are another script.
    let other = ["zh-TW", "zh-HK", "zh-MO", "zh-Hant"];
    let chinese = wanted.starts_with("zh") && !other.iter().any(|tag| wanted.starts_with(tag));
    let wanted = if chinese { "zh-Hans" } else { wanted };
    let mut packs = Lang::PACKS.into_iter().map(|(tag, _)| tag);
    (RwSignal::new(lang), packs.find(|tag| *tag == wanted))
}
