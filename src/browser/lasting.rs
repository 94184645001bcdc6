//! Whether the browser keeps what is written here when it needs room (`navigator.storage`).

use js_sys::{Function, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// What the browser says of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lasting {
    /// It keeps it until somebody takes it away.
    Promised,
    /// It may take it away when it needs room.
    NotPromised,
    /// It says nothing of it.
    Unknown,
}

/// Whether it is promised.
pub async fn look() -> Lasting {
    ask("persisted").await
}

/// Asks for the promise. Some browsers ask the person.
pub async fn ask_for() -> Lasting {
    ask("persist").await
}

async fn ask(what: &str) -> Lasting {
    match told(what).await {
        Some(told) if told.is_truthy() => Lasting::Promised,
        Some(_) => Lasting::NotPromised,
        None => Lasting::Unknown,
    }
}

async fn told(what: &str) -> Option<JsValue> {
    let storage = Reflect::get(&window().navigator(), &"storage".into()).ok()?;
    let ask: Function = Reflect::get(&storage, &what.into()).ok()?.dyn_into().ok()?;
    let asked: Promise = ask.call0(&storage).ok()?.dyn_into().ok()?;
    JsFuture::from(asked).await.ok()
}
