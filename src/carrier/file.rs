//! The hand-off file. What is in it is told by its content (`envelope`), never by its name.

/// A name that says what the file is and when it was made, and nothing about the child:
/// `stepnote-20261121.stepnote`. Month and day are 1-based.
pub fn file_name(year: u16, month: u8, day: u8) -> String {
    format!("stepnote-{year:04}{month:02}{day:02}.stepnote")
}
