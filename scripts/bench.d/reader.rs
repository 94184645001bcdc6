//! What of the worker reads codes, alone, for `scripts/bench` to weigh.
#![cfg(target_arch = "wasm32")]

use stepnote::carrier::qr;
use wasm_bindgen::prelude::wasm_bindgen;

/// What the codes in a picture say, one after the other.
#[wasm_bindgen]
pub fn read(rgba: &[u8], width: usize, height: usize) -> Vec<u8> {
    let codes = qr::read_rgba(&mut &rgba[..], width, height, false);
    codes.into_iter().flat_map(|code| code.bytes).collect()
}
