//! How long this browser keeps what is written here: `navigator.storage`.

use js_sys::{Function, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// What the browser says of deleting what is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lasting {
    /// It will not by itself.
    Promised,
    /// It may.
    NotPromised,
    /// It cannot be asked.
    Unknown,
}

/// What it has said before. Asks nobody.
pub async fn promised() -> Lasting {
    answer("persisted").await
}

/// Asks it not to; some browsers ask the person.
pub async fn ask() -> Lasting {
    answer("persist").await
}

async fn answer(method: &str) -> Lasting {
    match called(method).await {
        Some(Ok(yes)) if yes.is_truthy() => Lasting::Promised,
        Some(_) => Lasting::NotPromised,
        None => Lasting::Unknown,
    }
}

/// Whether this looks like a private window, which forgets everything when it is closed. Firefox and
/// Safari give no private file system there; Chromium gives less room than the page may have memory.
pub async fn is_private() -> bool {
    match called("getDirectory").await {
        Some(Err(_)) => return true,
        None => return false,
        Some(Ok(_)) => {}
    }
    let heap = number(
        &window().performance().into(),
        &["memory", "jsHeapSizeLimit"],
    );
    let (Some(heap), Some(Ok(room))) = (heap, called("estimate").await) else {
        return false;
    };
    number(&room, &["quota"]).is_some_and(|quota| quota < heap * 2.0)
}

fn number(of: &JsValue, path: &[&str]) -> Option<f64> {
    let mut at = of.clone();
    for name in path {
        at = Reflect::get(&at, &(*name).into()).ok()?;
    }
    at.as_f64()
}

/// The answer of a method; `None` where there is none.
async fn called(method: &str) -> Option<Result<JsValue, JsValue>> {
    let storage = Reflect::get(&window().navigator(), &"storage".into()).ok()?;
    let method: Function = Reflect::get(&storage, &method.into())
        .ok()?
        .dyn_into()
        .ok()?;
    Some(match method.call0(&storage) {
        Ok(promise) => JsFuture::from(Promise::resolve(&promise)).await,
        Err(thrown) => Err(thrown),
    })
}
