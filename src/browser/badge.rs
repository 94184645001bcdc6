//! A dot on the icon of the installed app (Badging API), where the browser and the home screen have one.

use js_sys::{Function, Promise, Reflect};
use leptos::{prelude::window, task::spawn_local};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Shows the dot, or takes it away. It says nothing of what it is for.
pub fn show(on: bool) {
    let navigator: JsValue = window().navigator().into();
    let name = if on { "setAppBadge" } else { "clearAppBadge" };
    let Ok(change) = Reflect::get(&navigator, &name.into()) else {
        return;
    };
    let Ok(change) = change.dyn_into::<Function>() else {
        return;
    };
    let promise = change.call0(&navigator).ok();
    if let Some(promise) = promise.and_then(|promise| promise.dyn_into::<Promise>().ok()) {
        // An app that is not installed has no icon, and may say so.
        spawn_local(async {
            let _ = JsFuture::from(promise).await;
        });
    }
}
