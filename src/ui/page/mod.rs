//! One screen a file. Each is a function from what it shows to its elements.

mod codes;
pub mod door;
mod fold;
mod give;
pub mod hand_over;
pub mod help;
pub mod home;
mod milestones;
pub mod pharmacy;
mod places;
pub mod print;
mod read;
pub mod receive;
mod rows;
pub mod search;
pub mod sheet;
mod state;
pub mod supporters;
pub mod timeline;
