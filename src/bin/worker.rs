//! The worker: key derivation, sealing, drawing and reading codes.

#[cfg(target_arch = "wasm32")]
fn main() {
    stepnote::worker::serve();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
