//! The Web, one API a file. Each door returns a small enum of outcomes, never a `JsValue`.

pub mod badge;
pub mod beside;
pub mod blob;
pub mod camera;
pub mod chime;
pub mod clock;
pub mod compose;
pub mod database;
pub mod dialog;
pub mod el;
pub mod field;
pub mod files;
pub mod keyboard;
pub mod lasting;
pub mod page;
pub mod passkey;
pub mod pen;
pub mod picture;
pub mod place;
pub mod random;
pub mod subtle;
pub mod text;
pub mod traces;
pub mod turn;
pub mod wake;
pub mod ways;
