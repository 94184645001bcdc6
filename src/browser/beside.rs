//! Files that lie next to the page, on the same origin.

use js_sys::Uint8Array;
use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestCache, RequestInit, Response, Url};

/// What became of asking for a file.
pub enum Beside {
    /// Its text; what is no UTF-8 stands there as �.
    Text(String),
    /// Longer than was asked for.
    TooLarge,
    /// There is none, or it cannot be had now.
    Missing,
}

/// The text of a file of at most so many bytes, as it is there now.
pub async fn text(name: &str, most: usize) -> Beside {
    match bytes(name).await {
        Some(bytes) if bytes.length() as usize > most => Beside::TooLarge,
        Some(bytes) => Beside::Text(String::from_utf8_lossy(&bytes.to_vec()).into_owned()),
        None => Beside::Missing,
    }
}

async fn bytes(name: &str) -> Option<Uint8Array> {
    let base = document().base_uri().ok()??;
    let address = Url::new_with_base(name, &base).ok()?.href();
    let options = RequestInit::new();
    // The city may have changed it since.
    options.set_cache(RequestCache::NoCache);
    let response = window().fetch_with_str_and_init(&address, &options);
    let response: Response = JsFuture::from(response).await.ok()?.unchecked_into();
    if !response.ok() {
        return None;
    }
    let buffer = JsFuture::from(response.array_buffer().ok()?).await.ok()?;
    Some(Uint8Array::new(&buffer))
}
