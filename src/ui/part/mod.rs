//! What several screens share.

mod buttons;
mod frame;
mod notice;
mod paper;
mod reader;
mod steps;
mod words;

pub use buttons::{art, icon, link_row};
pub use frame::{Frame, Lead};
pub use notice::{Busy, Trouble, TroubleBox};
pub use paper::Pages;
pub use reader::Reader;
pub use steps::Steps;
pub use words::{lang, say};
