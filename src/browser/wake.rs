//! The screen stays on while codes are shown (Screen Wake Lock API), where the browser has it.

use js_sys::{Function, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// A screen that stays on until this is dropped.
pub struct Awake(JsValue);

/// Asks for the screen to stay on; `None` where that cannot be had.
pub async fn keep() -> Option<Awake> {
    let navigator: JsValue = window().navigator().into();
    let lock = Reflect::get(&navigator, &"wakeLock".into()).ok()?;
    let request: Function = Reflect::get(&lock, &"request".into())
        .ok()?
        .dyn_into()
        .ok()?;
    let promise: Promise = request
        .call1(&lock, &"screen".into())
        .ok()?
        .dyn_into()
        .ok()?;
    JsFuture::from(promise).await.ok().map(Awake)
}

impl Drop for Awake {
    fn drop(&mut self) {
        let release = Reflect::get(&self.0, &"release".into());
        if let Some(release) = release.ok().and_then(|f| f.dyn_into::<Function>().ok()) {
            let _ = release.call0(&self.0);
        }
    }
}
