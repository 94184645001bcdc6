//! What a person sees and touches.
//!
//! `part` is what several screens share, `question` is the one match on [`Kind`](crate::form::Kind),
//! `page` is a screen each, `app` decides which. Words are in `words`; nothing here calls the Web
//! directly, it asks [`browser`](crate::browser).

mod app;
mod later;
mod page;
mod part;
pub mod question;
mod watch;
mod words;

pub use app::open;
pub use later::{Asked, Frame, Seam, answer};
pub use page::sheet::sheet;
pub use part::{
    PASSPHRASE, Trouble, Trying, Wish, added_by, more, new_passphrase_form, trouble_box,
};
