//! Web Locks: who else has the same thing open in this browser.

use std::{cell::RefCell, pin::Pin, rc::Rc};

use js_sys::{Function, Object, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use wasm_bindgen_futures::{JsFuture, future_to_promise};

/// Something done while nobody else is there.
pub type Deed = Pin<Box<dyn Future<Output = ()>>>;

/// Says that something is in use here, until it is dropped or the page goes.
pub struct Held(Rc<RefCell<Option<Function>>>);

impl Drop for Held {
    fn drop(&mut self) {
        if let Some(end) = self.0.take() {
            let _ = end.call0(&JsValue::NULL);
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

/// Says that something of this name is in use here.
pub fn hold(name: &str) -> Held {
    let end = Rc::new(RefCell::new(None));
    let kept = Rc::clone(&end);
    let mut wait = move |done: Function, _: Function| {
        kept.replace(Some(done));
    };
    // Made now, so that dropping it before the browser answers ends it too.
    let until = Promise::new(&mut wait);
    let act = Closure::once_into_js(move |_: JsValue| until);
    let _ = ask(name, &[("mode", "shared".into())], &act);
    Held(end)
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
