//! What the tests stand on: an empty storage, a place in the page, and waiting for a state.

use std::{any::Any, rc::Rc};

use gloo_storage::{LocalStorage, Storage};
use leptos::{mount::mount_to, prelude::*};
use stepnote::{
    browser::{el::El, random},
    draft::Keeper,
    store::{Door, Session, Unsaved},
    text::Lang,
    ui::{Wish, added_by, more},
    vault::{KdfParams, Kek, Profile, SlotKind},
};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, HtmlElement, HtmlInputElement};

#[wasm_bindgen(inline_js = "
export const pause = () => new Promise(done => setTimeout(done, 10));
export const every = (root, what) => [...root.querySelectorAll(what)];
export const type_into = (field, text) => {
  field.focus();
  field.setRangeText(text, field.value.length, field.value.length, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, data: text, inputType: 'insertText' }));
};
export const press_with_capitals = (field, modifierCapsLock) => {
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', modifierCapsLock, bubbles: true }));
};
export const leave = field => {
  field.dispatchEvent(new Event('change', { bubbles: true }));
  field.blur();
};
")]
extern "C" {
    fn pause() -> js_sys::Promise;
    fn every(root: &HtmlElement, what: &str) -> Vec<JsValue>;
    /// Writes at the end of what stands in a field, as a keyboard does.
    pub fn type_into(field: &HtmlElement, text: &str);
    /// Presses a letter while Caps Lock is on, or off.
    pub fn press_with_capitals(field: &HtmlElement, on: bool);
    /// Goes on to something else, which is when a browser says that a field has changed.
    pub fn leave(field: &HtmlElement);
}

/// Waits until something is so; the longest is five seconds or so.
pub async fn until(what: &str, mut so: impl FnMut() -> bool) {
    for _ in 0..500 {
        if so() {
            return;
        }
        JsFuture::from(pause()).await.expect("a timer");
    }
    panic!("it never came: {what}");
}

/// A storage and a page without anything in it, and an owner for the signals of one test. A test
/// that failed leaves its part of the page standing.
pub fn fresh() -> Owner {
    LocalStorage::clear();
    let body = document().body().expect("a page");
    for left in every(&body, "[id=stage]") {
        left.unchecked_into::<HtmlElement>().remove();
    }
    let owner = Owner::new();
    owner.set();
    owner
}

/// A part of the page, taken out again when it is dropped.
pub struct Stage {
    pub host: HtmlElement,
    shown: Option<Box<dyn Any>>,
}

impl Stage {
    /// Shows something, in Japanese.
    pub fn of(show: impl FnOnce(El) -> El + 'static) -> Stage {
        let host: HtmlElement = document()
            .create_element("div")
            .expect("a place")
            .unchecked_into();
        let body = document().body().expect("a page");
        body.append_child(&host).expect("room in it");
        host.set_id("stage");
        let place = El::standing("stage").expect("it stands");
        let shown = mount_to(host.clone(), move || {
            provide_context(RwSignal::new(Lang::Ja));
            provide_context(Wish::default());
            let session = session();
            provide_context(session);
            provide_context(Keeper::new(session));
            added_by(Rc::new(more));
            show(place);
        });
        Stage {
            host,
            shown: Some(Box::new(shown)),
        }
    }

    /// What stands there under a selector.
    pub fn find<T: JsCast>(&self, what: &str) -> T {
        let found = self.host.query_selector(what).expect("a selector");
        let found = found.unwrap_or_else(|| panic!("{what} is not there"));
        found
            .dyn_into()
            .unwrap_or_else(|_| panic!("{what} is something else"))
    }

    /// The input with an id.
    pub fn input(&self, id: &str) -> HtmlInputElement {
        self.find(&format!("input[id='{id}']"))
    }

    /// Everything under a selector.
    pub fn all(&self, what: &str) -> Vec<HtmlElement> {
        every(&self.host, what)
            .into_iter()
            .map(JsCast::unchecked_into)
            .collect()
    }
}

/// How many elements of a selector stand under one.
pub fn count(root: &HtmlElement, what: &str) -> usize {
    every(root, what).len()
}

impl Drop for Stage {
    fn drop(&mut self) {
        drop(self.shown.take());
        self.host.remove();
    }
}

/// Says that something happened to an element.
pub fn tell(element: &HtmlElement, event: &str) {
    let event = Event::new(event).expect("an event");
    element.dispatch_event(&event).expect("it takes events");
}

/// A key made by hand: only the worker derives.
pub fn key() -> Kek {
    Kek::from_bytes([7; 32])
}

/// A vault with one child's empty note, open.
pub fn begun() -> Session {
    let session = session();
    let params = KdfParams::make(Profile::LIGHTEST, &mut |buffer| random::fill(buffer));
    assert_eq!(session.create(&key(), params.expect("a salt")), Ok(()));
    assert_eq!(session.add_child("ひな", "ume"), Ok(()));
    session
}

/// Another look at the same storage, as after a reload or in another tab.
pub fn session() -> Session {
    Session::open(random::fill)
}

/// The same, unlocked.
pub fn reopened() -> Session {
    let session = session();
    assert_eq!(session.unlock(SlotKind::Passphrase, &key()), Ok(()));
    session.sit_down();
    session
}

/// The door now.
pub fn door(session: Session) -> Door {
    untrack(|| session.door())
}

/// Fills the storage until not one character more goes in.
pub fn fill_the_storage() {
    let storage = LocalStorage::raw();
    let mut size = 1 << 20;
    let mut number = 0;
    while size > 0 {
        let put = storage.set_item(&format!("filler{number}"), &"x".repeat(size));
        number += 1;
        if put.is_err() {
            size /= 2;
        }
    }
}

/// Takes away what [`fill_the_storage`] put there.
pub fn make_room() {
    let storage = LocalStorage::raw();
    for key in keys().iter().filter(|key| key.starts_with("filler")) {
        storage.remove_item(key).expect("a storage");
    }
}

/// The names of everything stored.
pub fn keys() -> Vec<String> {
    let storage = LocalStorage::raw();
    let length = storage.length().expect("a storage");
    let keys = (0..length).filter_map(|i| storage.key(i).expect("a storage"));
    keys.collect()
}

/// Saving is refused for a reason.
#[track_caller]
pub fn refused(outcome: Result<(), Unsaved>, why: Unsaved) {
    assert_eq!(outcome, Err(why));
}

/// Waits for a promise of the test's own.
pub async fn answer(promise: js_sys::Promise) -> JsValue {
    JsFuture::from(promise).await.expect("it is kept")
}
