//! The hand-off file, and the backup. What is in them is told by the content (`envelope`,
//! `backup`), never by the name.

/// A name that says what the file is and when it was made, and nothing about the child:
/// `stepnote-20261121.stepnote`. Month and day are 1-based.
pub fn file_name(year: u16, month: u8, day: u8) -> String {
    format!("stepnote-{year:04}{month:02}{day:02}.stepnote")
}

/// The name of the same file for the share sheet: `stepnote-20261121.stepnote.txt`. Browsers pass on files of
/// kinds they know only; a hand-off file is text.
pub fn text_name(year: u16, month: u8, day: u8) -> String {
    file_name(year, month, day) + ".txt"
}

/// The name of a backup: `stepnote-backup-20261121.stepnote-backup`.
pub fn backup_name(year: u16, month: u8, day: u8) -> String {
    format!("stepnote-backup-{year:04}{month:02}{day:02}.stepnote-backup")
}
