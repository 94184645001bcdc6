//! Which screen is shown, and the few things that hold for all of them.

use leptos::{ev, prelude::*};
use std::time::Duration;

use super::{
    page::{door, hand_over, help, home, print, receive, sheet},
    part::say,
    words,
};
use crate::{
    browser::{clock, page, place, random},
    draft::Keeper,
    forms,
    idle::{Idle, Limits},
    route::Route,
    store::{Session, settings},
    text::Lang,
};

/// Opens the app in the page.
pub fn open() {
    // The message of a panic could hold what somebody wrote, so none is printed.
    std::panic::set_hook(Box::new(|_| page::show_stopped()));
    if let Some(mount) = page::take_mount() {
        mount_to(mount, App).forget();
    }
}

#[component]
fn App() -> impl IntoView {
    let lang = RwSignal::new(first_language());
    let session = Session::open(random::fill);
    let keeper = Keeper::new(session);
    provide_context(lang);
    provide_context(session);
    provide_context(keeper);

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

    let frame = RwSignal::new(None);
    let route = RwSignal::new(arrive(frame));
    window_event_listener(ev::hashchange, move |_| {
        keeper.keep_now();
        route.set(arrive(frame));
    });
    Effect::new(move |before: Option<Route>| {
        let now = route.get();
        if before.is_some_and(|before| before != now) {
            page::to_top();
            request_animation_frame(|| page::focus("title"));
        }
        now
    });

    keep_when_leaving(keeper);
    let warned = lock_when_idle(session, keeper);

    view! {
        {move || screen(route.get(), session, frame)}
        <Show when=move || warned.get()>
            <p class="ks-idle" role="alert">{say(words::sheet::IDLE)}</p>
        </Show>
    }
}

fn screen(route: Route, session: Session, frame: RwSignal<Option<String>>) -> AnyView {
    match route {
        Route::Receive | Route::Frame(_) => view! { <receive::Receive frame/> }.into_any(),
        Route::Help => view! { <help::Help/> }.into_any(),
        Route::Print if !session.is_open() => view! { <print::BlankSheets/> }.into_any(),
        _ if !session.is_open() => view! { <door::Door/> }.into_any(),
        _ if session.child().is_none() => view! { <home::NewChild/> }.into_any(),
        Route::Sheet(id) => match forms::by_id(&id) {
            Some(form) => view! { <sheet::SheetPage form/> }.into_any(),
            None => view! { <home::Home/> }.into_any(),
        },
        Route::HandOver => view! { <hand_over::HandOver/> }.into_any(),
        Route::Print => view! { <print::Print/> }.into_any(),
        Route::Home => view! { <home::Home/> }.into_any(),
    }
}

/// Reads the address. A frame is taken out of it, and out of the history, before anything else.
fn arrive(frame: RwSignal<Option<String>>) -> Route {
    let route = Route::parse(&place::fragment());
    if let Route::Frame(digits) = &route {
        place::replace(&route.fragment());
        frame.set(Some(digits.clone()));
        return Route::Receive;
    }
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
        let hidden = since.map(|since| now - since);
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
