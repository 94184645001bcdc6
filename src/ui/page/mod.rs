//! One screen a file. Each is a function from what it shows to its elements.

mod codes;
pub mod device;
pub mod door;
mod fold;
mod give;
pub mod hand_over;
pub mod help;
pub mod home;
mod milestones;
pub mod notices;
mod places;
pub mod print;
mod read;
pub mod receive;
mod rows;
pub mod safety;
pub mod search;
pub mod sheet;
mod state;
pub mod supporters;
pub mod timeline;
