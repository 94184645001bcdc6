//! What several screens share.

mod awake;
mod buttons;
mod compare;
mod drawing;
mod finding;
mod frame;
mod language;
mod lasting;
mod more;
mod notice;
mod paper;
mod passphrase;
mod progress;
mod reader;
mod scan;
mod steps;
mod symbol;
mod today;
mod words;
mod written;

pub use awake::stay_awake;
pub use buttons::{
    art, button, by, icon, link, outcome, pick, pick_one, pick_sheet, points, quiet, row, span,
};
pub use compare::{Side, compare};
pub use drawing::{drawing, signature};
pub use finding::{Finding, Spot};
pub use frame::{COLUMN, Lead, Left, ending, frame, group, heading, lead, leaving, title};
pub use language::{Wish, languages};
pub use lasting::{age_of_backup, asking, backup_row, is_due, private};
pub use more::{More, added, added_by, more};
pub use notice::{Trouble, busy_sign, busy_while, trouble_box};
pub use paper::{mark, own_pages, own_pairs, pages};
pub use passphrase::{
    PASSPHRASE, Trying, derive, new_key, new_passphrase_form, passphrase_form, try_slots,
};
pub use progress::progress;
pub use reader::{Place, reader, reader_with};
pub use scan::{Scanner, counted, find, watching};
pub use steps::steps;
pub use symbol::{symbol, symbols};
pub use today::doubted_day;
pub use words::{READINGS, Say, lang, lang_now, words};
pub use written::{has_unseen, written};
