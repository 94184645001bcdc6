//! The address: only its fragment is ever ours, and never personal.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    time::Duration,
};

use leptos::prelude::{
    Owner, on_cleanup, set_timeout, untrack, window, window_event_listener_untyped,
};
use wasm_bindgen::JsValue;

thread_local! {
    /// How many steps of the history are ours before this one.
    static STEPS: Cell<i32> = const { Cell::new(-1) };
    /// The address of this step, and how many of the steps before it have the same.
    static HERE: RefCell<(String, i32)> = const { RefCell::new((String::new(), 0)) };
    /// The way back of what is shown, by its number, and whether the browser's own way back takes it.
    static WAY: RefCell<Option<Way>> = const { RefCell::new(None) };
    static WAYS: Cell<u32> = const { Cell::new(0) };
    /// Whether what is shown next was come to by going back.
    static BACKWARDS: Cell<bool> = const { Cell::new(false) };
    /// Whether the browser has gone back, and the way back of a step follows it.
    static BY_BROWSER: Cell<bool> = const { Cell::new(false) };
}

type Way = (u32, bool, Rc<dyn Fn()>);

/// The fragment, without `#`.
pub fn fragment() -> String {
    window()
        .location()
        .hash()
        .unwrap_or_default()
        .trim_start_matches('#')
        .to_owned()
}

/// The address of this page without query and fragment: what a QR code begins with.
pub fn page_address() -> String {
    let href = window().location().href().unwrap_or_default();
    href.split(['#', '?']).next().unwrap_or_default().to_owned()
}

/// Goes to a fragment, with a step in the history.
pub fn go(fragment: &str) {
    let _ = window().location().set_hash(fragment);
}

/// Takes the fragment out of the address and the history, before anything else looks at it.
pub fn replace(fragment: &str) {
    if let Ok(history) = window().history() {
        let state = history.state().unwrap_or(JsValue::NULL);
        let _ = history.replace_state_with_url(&state, "", Some(fragment));
    }
}

/// One step back.
pub fn back() {
    if let Ok(history) = window().history() {
        let _ = history.back();
    }
}

/// Counts the steps of the history that are ours; asked at every one of them. The number stays with
/// the step, and is all that does.
pub fn count() {
    let Ok(history) = window().history() else {
        return;
    };
    let known = history.state().ok().and_then(|state| state.as_f64());
    let steps = known.map_or(STEPS.get().saturating_add(1), |known| known as i32);
    STEPS.set(steps);
    HERE.set((fragment(), 0));
    if known.is_none() {
        let _ = history.replace_state(&JsValue::from(steps), "");
    }
}

/// A step of a screen begins, as long as the part stands that this is called in. The browser's own way
/// back takes the same way as what this answers: one step back. Where it does not (`stays`), as what is
/// shown is nowhere else, it leads nowhere.
pub fn step(back: Box<dyn FnMut()>, stays: bool) -> Rc<dyn Fn()> {
    if WAYS.get() == 0 {
        window_event_listener_untyped("popstate", |_| turned());
    }
    let number = WAYS.get().wrapping_add(1);
    WAYS.set(number);
    if !BACKWARDS.take() {
        push();
    }
    let owner = Owner::current().unwrap_or_default();
    let back = RefCell::new(back);
    let way: Rc<dyn Fn()> = Rc::new(move || {
        // What is shown for it is drawn before this is over.
        BACKWARDS.set(true);
        set_timeout(|| BACKWARDS.set(false), Duration::ZERO);
        owner.with(|| untrack(|| back.borrow_mut()()));
    });
    WAY.set(Some((number, !stays, Rc::clone(&way))));
    on_cleanup(move || {
        WAY.with_borrow_mut(|way| {
            way.take_if(|way| way.0 == number);
        });
    });
    Rc::new(move || {
        way();
        let pushed = HERE.with_borrow(|here| here.1);
        if pushed > 0 {
            move_by(-1);
            turn(-1);
        }
    })
}

/// Whether the way back that is taken just now is the browser's own, and no button of ours.
pub fn by_browser() -> bool {
    BY_BROWSER.get()
}

/// A step in the history with the same address, and nothing in it but its number.
fn push() {
    let Ok(history) = window().history() else {
        return;
    };
    let next = JsValue::from(STEPS.get().saturating_add(1));
    if history.push_state(&next, "").is_ok() {
        move_by(1);
    }
}

fn move_by(steps: i32) {
    STEPS.set(STEPS.get().saturating_add(steps));
    HERE.with_borrow_mut(|here| here.1 = here.1.saturating_add(steps));
}

fn turn(steps: i32) {
    if let Ok(history) = window().history() {
        let _ = history.go_with_delta(steps);
    }
}

/// The browser has gone to another step. Of those with the same address, only the one before what is
/// shown leads anywhere.
fn turned() {
    let state = window().history().and_then(|history| history.state());
    let now = state.ok().and_then(|state| state.as_f64());
    let (Some(now), true) = (now, HERE.with_borrow(|here| here.0 == fragment())) else {
        return;
    };
    let moved = (now as i32).saturating_sub(STEPS.get());
    let way = WAY.with_borrow(|way| way.as_ref().map(|(_, goes, way)| (*goes, Rc::clone(way))));
    match way {
        _ if moved == 0 => {}
        Some((true, way)) if moved < 0 => {
            move_by(moved);
            BY_BROWSER.set(true);
            way();
            BY_BROWSER.set(false);
        }
        None if moved < 0 => {
            move_by(moved);
            turn(-1);
        }
        _ => turn(-moved),
    }
}

/// Leaves for another page of this place, which stands where our first step stood: no step back
/// leads here again.
pub fn leave(to: &'static str) {
    // No way back of ours is taken on the way.
    HERE.set((to.to_owned(), 0));
    let go = move || {
        let _ = window().location().replace(to);
    };
    let Ok(history) = window().history() else {
        return go();
    };
    // Browsers keep fifty steps; of one that is forgotten none leads back.
    let kept = history.length().unwrap_or(1).saturating_sub(1);
    let steps = STEPS.get().min(kept.cast_signed());
    if steps < 1 {
        return go();
    }
    // Firefox is still on its way while it says so, and would put the other page in the wrong place.
    window_event_listener_untyped("popstate", move |_| set_timeout(go, Duration::ZERO));
    // Where the browser does not go back so far, it leaves from here.
    set_timeout(go, Duration::from_millis(700));
    let _ = history.go_with_delta(-steps);
}
