//! What several screens share.

mod buttons;
mod finding;
mod frame;
mod notice;
mod paper;
mod reader;
mod steps;
mod words;

pub use buttons::{art, button, icon, link, pick, pick_sheet, quiet, row, span};
pub use finding::{Finding, Spot};
pub use frame::{COLUMN, Lead, frame, group, heading, lead, leave_now, title};
pub use notice::{Trouble, busy_sign, busy_while, trouble_box};
pub use paper::pages;
pub use reader::reader;
pub use steps::steps;
pub use words::{Say, lang, lang_now, words};
