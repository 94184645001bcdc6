//! ステップノート
pub mod answer;
pub mod carrier;
pub mod envelope;
pub mod form;
pub mod forms;
pub mod idle;
pub mod job;
pub mod record;
pub mod route;
pub mod share;
pub mod sheet;
pub mod text;
pub mod vault;

#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(target_arch = "wasm32")]
pub mod draft;
#[cfg(target_arch = "wasm32")]
pub mod store;
#[cfg(target_arch = "wasm32")]
pub mod ui;
#[cfg(target_arch = "wasm32")]
pub mod worker;
