//! ステップノート
pub mod answer;
pub mod carrier;
pub mod envelope;
pub mod form;
pub mod forms;
pub mod idle;
pub mod paper;
pub mod record;
pub mod route;
pub mod share;
pub mod sheet;
pub mod text;
#[cfg(target_arch = "wasm32")]
pub mod ui;
