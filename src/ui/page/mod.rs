//! One screen a file. Each is a function from what it shows to its elements.

mod codes;
pub mod door;
mod fold;
mod give;
pub mod hand_over;
pub mod help;
pub mod home;
pub mod print;
mod read;
pub mod receive;
mod rows;
pub mod sheet;
mod state;
