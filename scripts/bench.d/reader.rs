//! What of the worker reads codes, alone, for `scripts/bench` to weigh.
#![cfg(target_arch = "wasm32")]

use stepnote::carrier::qr;
use wasm_bindgen::prelude::wasm_bindgen;

/// What the codes in a picture say, one after the other.
#[wasm_bindgen]
pub fn read(rgba: &[u8], width: usize, height: usize) -> Vec<u8> {
    let mut rgba = rgba;
    let mut next = |into: &mut [u8]| {
        let some = rgba.split_off(..into.len());
        some.inspect(|some| into.copy_from_slice(some)).is_some()
    };
    let codes = qr::read_rgba(&mut next, width, height, false);
    codes.into_iter().flat_map(|code| code.bytes).collect()
}
