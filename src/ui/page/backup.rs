//! 控え: everything in one sealed file.

use crate::{
    browser::el::El,
    ui::{
        part::{COLUMN, Lead, frame, title},
        words::door as w,
    },
};

/// Everything in one sealed file.
pub fn backup() -> Vec<El> {
    frame(
        Lead::Back("#/keys"),
        w::RESTORE,
        COLUMN,
        vec![title(w::RESTORE)],
    )
}
