//! Web Locks: who else has the same thing open in this browser.

use std::{pin::Pin, rc::Rc, time::Duration};

use js_sys::{Array, Function, Object, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};

use super::clock;

/// Nobody waits longer for a turn: what is written must not be kept from being saved.
const PATIENCE: Duration = Duration::from_secs(2);

/// Something done while nobody else is there.
pub type Deed = Pin<Box<dyn Future<Output = ()>>>;

/// Says that something is in use here, until it is given back or the page goes.
pub struct Held {
    end: Option<Function>,
    given_back: Option<Promise>,
}

impl Held {
    /// Gives it back; when this is done, others can have it.
    pub async fn give_back(self) {
        if let Some(end) = self.end {
            let _ = end.call0(&JsValue::NULL);
        }
        if let Some(given_back) = self.given_back {
            let _ = JsFuture::from(given_back).await;
        }
    }
}

/// Does something if nothing of this name is in use, in this tab or another. Where the browser
/// cannot tell, it is not done.
pub async fn alone(name: &str, deed: Deed) {
    let act = Closure::once_into_js(move |lock: JsValue| {
        future_to_promise(async move {
            if lock.is_object() {
                deed.await;
            }
            Ok(JsValue::UNDEFINED)
        })
    });
    if let Some(asked) = ask(name, &[("ifAvailable", JsValue::TRUE)], &act) {
        let _ = JsFuture::from(asked).await;
    }
}

/// Does something that nobody else in this browser does under the same name meanwhile. Where the
/// browser cannot tell, or does not say so soon, it is done without; so it may be done twice.
pub fn in_turn(name: &str, act: &Rc<dyn Fn()>) {
    let at_last = Rc::clone(act);
    let turn = Rc::clone(act);
    let turn = Closure::once_into_js(move |_: JsValue| turn());
    let asked = ask(name, &[], &turn);
    spawn_local(async move {
        let came = match asked {
            Some(asked) => {
                let patience = future_to_promise(async {
                    clock::wait(PATIENCE).await;
                    Err(JsValue::UNDEFINED)
                });
                JsFuture::from(Promise::race(&Array::of2(&asked, &patience))).await
            }
            None => Err(JsValue::UNDEFINED),
        };
        if came.is_err() {
            at_last();
        }
    });
}

/// Says that something of this name is in use here.
pub fn hold(name: &str) -> Held {
    let mut end = None;
    let until = Promise::new(&mut |done, _| end = Some(done));
    let act = Closure::once_into_js(move |_: JsValue| until);
    let given_back = ask(name, &[("mode", "shared".into())], &act);
    Held { end, given_back }
}

fn ask(name: &str, how: &[(&str, JsValue)], act: &JsValue) -> Option<Promise> {
    let locks = Reflect::get(&window().navigator(), &"locks".into()).ok()?;
    let request: Function = Reflect::get(&locks, &"request".into())
        .ok()?
        .dyn_into()
        .ok()?;
    let options = Object::new();
    for (name, value) in how {
        Reflect::set(&options, &(*name).into(), value).ok()?;
    }
    let asked = request.call3(&locks, &name.into(), &options, act).ok()?;
    asked.dyn_into().ok()
}
