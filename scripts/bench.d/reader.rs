//! What of the worker reads codes, alone, for `scripts/bench` to weigh.
#![cfg(target_arch = "wasm32")]

use stepnote::carrier::qr;
use wasm_bindgen::prelude::wasm_bindgen;

/// What the codes in a grey picture say, one after the other.
#[wasm_bindgen]
pub fn read(grey: &[u8], width: usize) -> Vec<u8> {
    let codes = qr::read(grey, width, grey.len() / width.max(1));
    codes.into_iter().flat_map(|code| code.bytes).collect()
}
