//! Parts that several screens use.

pub mod paper;
