//! The screens.

pub mod part;
