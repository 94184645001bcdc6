//! One screen a file. Each is a function from what it shows to its elements.

pub mod backup;
pub mod closed;
mod codes;
pub mod compare;
pub mod door;
mod fold;
mod give;
pub mod hand_over;
pub mod help;
pub mod home;
pub mod keys;
pub mod leave;
mod milestones;
pub mod past;
pub mod pharmacy;
mod places;
pub mod print;
mod read;
pub mod receive;
pub mod recover;
pub mod restore;
mod rows;
pub mod search;
pub mod sheet;
mod state;
pub mod supporters;
pub mod timeline;
