//! The way back from a backup.

use crate::{
    browser::el::El,
    ui::{
        part::{COLUMN, Lead, frame, title},
        words::door as w,
    },
};

/// Everything in one sealed file.
pub fn restore() -> Vec<El> {
    frame(
        Lead::Back("#/keys"),
        w::RESTORE,
        COLUMN,
        vec![title(w::RESTORE)],
    )
}
