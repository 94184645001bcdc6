//! The page.

#[cfg(target_arch = "wasm32")]
fn main() {
    stepnote::ui::open();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
