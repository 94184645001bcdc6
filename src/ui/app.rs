//! Which screen is shown, and the few things that hold for all of them.

use std::time::Duration;

use leptos::{ev, mount::mount_to, prelude::*};

use super::{
    later::{Frame, Later, Seam},
    page::door,
    part::{Finding, Say},
    words,
};
use crate::{
    browser::{
        clock,
        el::{El, el},
        page, place, random,
    },
    draft::Keeper,
    idle::{Idle, Limits},
    route::Route,
    store::{Session, settings},
    text::Lang,
};

/// Opens the app in the page.
pub fn open(seam: Seam) {
    // The message of a panic could hold what somebody wrote, so none is printed.
    std::panic::set_hook(Box::new(|_| page::show_stopped()));
    let Some(place) = El::standing("app").map(El::emptied) else {
        return;
    };
    // Leptos sets up its reactive system; the elements are put in here.
    if let Some(parent) = place.html() {
        mount_to(parent, move || app(place, seam)).forget();
    }
}

fn app(mount: El, seam: Seam) {
    let lang = RwSignal::new(first_language());
    let session = Session::open(random::fill);
    let keeper = Keeper::new(session);
    provide_context(lang);
    provide_context(session);
    provide_context(keeper);
    let finding = Finding::default();
    provide_context(finding);

    Effect::new(move |_| {
        page::set_root("lang", lang.get().tag());
        page::set_root("data-lang", lang.get().code());
        settings::keep_language(lang.get());
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
    let making = RwSignal::new(false);
    let later = Later::bring(seam);
    window_event_listener(ev::hashchange, move |_| {
        keeper.keep_now();
        making.set(false);
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

    keep_when_leaving(keeper);
    let warned = lock_when_idle(session, keeper);
    mount
        .part(move || {
            lang.track();
            later.above(&route.get())
        })
        .part(move || {
            lang.track();
            screen(&route.get(), session, frame, making, later)
        })
        .when(move || {
            let warning = || {
                el("p")
                    .class("ks-idle")
                    .attr("role", "alert")
                    .say(words::sheet::IDLE)
            };
            warned.get().then(warning)
        });
}

fn screen(
    route: &Route,
    session: Session,
    frame: Frame,
    making: RwSignal<bool>,
    later: Later,
) -> Vec<El> {
    let for_all = matches!(
        route,
        Route::Receive
            | Route::Frame(_)
            | Route::Help
            | Route::Print
            | Route::Safety
            | Route::Device
    );
    if for_all || session.is_open() {
        later.screen(route, frame)
    } else {
        door::door(making)
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

fn first_language() -> Lang {
    settings::language().unwrap_or_else(|| {
        if page::preferred_language().starts_with("ja") {
            Lang::Ja
        } else {
            Lang::En
        }
    })
}

/// The last chance to save is when the page is hidden: phones kill it without another word.
fn keep_when_leaving(keeper: Keeper) {
    let hidden = window_event_listener_untyped("visibilitychange", move |_| {
        if page::hidden() {
            keeper.keep_now();
        }
    });
    let left = window_event_listener_untyped("pagehide", move |_| keeper.keep_now());
    on_cleanup(move || {
        hidden.remove();
        left.remove();
    });
}

/// Locks an open note that nobody touches. Says so shortly before.
fn lock_when_idle(session: Session, keeper: Keeper) -> ReadSignal<bool> {
    let (warned, set_warned) = signal(false);
    let touched = StoredValue::new(clock::now_ms());
    let hidden_since = StoredValue::new(None::<f64>);
    let touch = move || {
        touched.set_value(clock::now_ms());
        session.set_awaited(false);
        set_warned.set(false);
    };
    for event in ["pointerdown", "keydown", "input", "wheel"] {
        window_event_listener_untyped(event, move |_| touch());
    }
    let look = move || {
        if !session.is_open_untracked() {
            return set_warned.set(false);
        }
        let now = clock::now_ms();
        let since = hidden_since.get_value();
        hidden_since.set_value(page::hidden().then(|| since.unwrap_or(now)));
        // Whoever takes a photo of a page is out of sight for longer, and has not gone.
        let hidden = since.filter(|_| !session.is_awaited());
        let hidden = hidden.map(|since| now - since);
        match Limits::OWN_DEVICE.after(now - touched.get_value(), hidden) {
            Idle::Busy => set_warned.set(false),
            Idle::Warn => set_warned.set(true),
            Idle::Wipe => {
                keeper.keep_now();
                session.lock();
                set_warned.set(false);
            }
        }
    };
    // A page out of sight may not be given its timers, so it also looks when it comes back.
    window_event_listener_untyped("visibilitychange", move |_| look());
    let every = set_interval_with_handle(look, Duration::from_secs(5));
    on_cleanup(move || {
        if let Ok(every) = every {
            every.clear();
        }
    });
    warned
}
