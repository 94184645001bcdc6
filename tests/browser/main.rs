//! The browser ring: what only a browser can answer, in Chromium and in Firefox.
//!
//! `CHROMEDRIVER=/usr/bin/chromedriver cargo test --target wasm32-unknown-unknown --test browser`,
//! or with `GECKODRIVER`; `scripts/test browser` does both.

fn main() {}

#[cfg(target_arch = "wasm32")]
mod adding;
#[cfg(target_arch = "wasm32")]
mod backups;
#[cfg(target_arch = "wasm32")]
#[path = "../support/cp932.rs"]
mod cp932;
#[cfg(target_arch = "wasm32")]
mod draft;
#[cfg(target_arch = "wasm32")]
mod elements;
#[cfg(target_arch = "wasm32")]
mod keeper;
#[cfg(target_arch = "wasm32")]
mod papers;
#[cfg(target_arch = "wasm32")]
mod pharmacy;
#[cfg(target_arch = "wasm32")]
#[path = "../support/photo.rs"]
mod photo;
#[cfg(target_arch = "wasm32")]
mod question;
#[cfg(target_arch = "wasm32")]
#[path = "../support/sleep.rs"]
mod sleep;
#[cfg(target_arch = "wasm32")]
mod stage;
#[cfg(target_arch = "wasm32")]
mod store;
#[cfg(target_arch = "wasm32")]
mod trouble;
#[cfg(target_arch = "wasm32")]
mod twin;
#[cfg(target_arch = "wasm32")]
mod web;

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
