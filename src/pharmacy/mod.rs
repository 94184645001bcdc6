//! お薬手帳 QR (JAHIS 電子版お薬手帳, JAHISTC01–08): what a pharmacy prints, read into rows of the
//! medication sheet, and those rows written back for pharmacies and other apps.
//!
//! ```text
//! symbol (bytes, place) ─► Gather ─ structured append ─ record 911 ─► Joined (bytes)
//!                                                                        │ decode, once
//! rows of the sheet ◄─ rows ◄─ Pick ◄─ Notebook ◄─ parse_text ◄── text ◄─┘
//!                                 └─ review: is it this child's, what of it is written already
//! rows of the sheet ─► export ─► Written ─► a file, or parts for symbols
//! ```
//!
//! # The seam for Shift_JIS
//!
//! The text is CP932, and every browser brings its table: `TextDecoder("shift_jis")`. So [`parse`]
//! is handed a `&dyn Fn(&[u8]) -> String`, and the page carries no table of its own. The browser
//! has no encoder; [`Cp932::of`] turns the same function inside out.
//!
//! # On its own
//!
//! Nothing here knows a form, a vault or a browser. What a pharmacy printed, once it is text:
//!
//! ```
//! use stepnote::pharmacy::{dose_in_words, parse_text};
//!
//! let text = "JAHISTC08,1\r\n5,20260914,1\r\n201,1,酸化マグネシウム錠250mg,3,錠,1,,1\r\n301,1,毎食後,7,日分,1,1,,1";
//! let notebook = parse_text(text)?;
//! let rp = &notebook.dispensings[0].rps[0];
//! assert_eq!(dose_in_words(rp, &rp.medicines[0]), "酸化マグネシウム錠250mg 1日量 3 錠／7日分");
//! # Ok::<(), stepnote::pharmacy::Refused>(())
//! ```
//!
//! # Rules held here
//!
//! - Bytes are joined first and decoded once: a symbol may end inside a character.
//! - Fields are read by index, absent is empty, quotes are plain characters. No version and no
//!   number of columns is a gate: all versions only appended fields.
//! - What cannot be read is a [`Trouble`]: a line, a record number and a reason, never its content.
//! - What a dose means depends on the 剤形; where that is not certain, no meaning is claimed.
//! - The facts come from restatements of the JAHIS documents, not from their text: nothing here may
//!   be called conforming to a version.

mod child;
mod codes;
mod cp932;
mod day;
mod export;
mod gather;
mod kind;
mod line;
mod notebook;
mod read;
mod review;
mod rows;

pub use child::{Child, Who, compare};
pub use codes::{Creator, Direction, DosageForm, Meaning, Sex, Special, Table, Told, prefecture};
pub use cp932::Cp932;
pub use day::{Day, after};
pub use export::{PART_BYTES, TooLong, With, Written, export};
pub use gather::{Gather, Joined, MAX_BYTES, Place, Progress, Took};
pub use kind::{Kind, kind};
pub use notebook::{
    Bought, Coded, Dispensing, Doctor, Facility, FamilyPharmacist, Ingredient, Medicine, Memo,
    Note, Notebook, Patient, Rp, SpecialNote, Trouble, Usage, What,
};
pub use read::{Refused, parse, parse_text};
pub use review::{Review, Standing, review};
pub use rows::{Fields, Pick, already, by_day, dose_in_words, key, meaning, picks, rows, similar};
