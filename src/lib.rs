//! ステップノート: what a family knows of its child, written once, kept sealed on its own device,
//! and handed over as an encrypted file or as QR codes. There is no server.
//!
//! # The map
//!
//! Two halves. The pure one compiles everywhere and is handed time and random bytes as arguments;
//! the browser one exists only for wasm32. Everything may use what stands before it, nothing what
//! stands behind; `tests/layers.rs` holds that.
//!
//! | pure | what it is |
//! |---|---|
//! | [`text`] | a sentence in every language |
//! | [`form`], [`forms`] | what is asked: the kinds of question, and a table for every sheet |
//! | [`answer`] | what was typed, and what of it is understood: dates, 和暦, ages, telephone numbers, how a name is read |
//! | [`attachment`] | a photo or a PDF beside the note: how it is cut and sealed |
//! | [`record`] | what is kept: answers by permanent ids, as JSON; the unknown is kept untouched |
//! | [`merge`] | two notes of one child made one; nothing is overwritten in silence |
//! | [`share`] | what is handed over; what was not chosen is absent from the bytes |
//! | [`sheet`], [`paper`] | a record in words, and as the official A4 sheet |
//! | [`known`] | what the note knows already, offered where it is asked again |
//! | [`consent`] | 同意: what it covers and for how long; its withdrawal; what went to whom |
//! | [`slip`] | 連絡票: where it stands, what fills it, several of one case, who does what by when, an answer by number |
//! | [`search`] | the whole note, searched while a word is typed |
//! | [`timeline`], [`supporters`] | what happened when, at which age; who is with the child now |
//! | [`directory`] | the city's offices, their hours, whom to turn to when: a data file a city replaces |
//! | [`transition`] | the turning points of a child's life, from the date of birth, and as a calendar file |
//! | [`pharmacy`] | the お薬手帳 QR of pharmacies, as rows of the medication sheet, and back |
//! | [`export`] | what an office takes over: CSV, readable JSON, FHIR, the monthly list |
//! | [`envelope`] | `seal` and `open`: the hand-off as a JWE under a generated code |
//! | [`vault`] | what is kept on this device, sealed, so that no failed write loses anything |
//! | [`renewal`] | new keys for photos and PDFs, after every other key was made anew |
//! | [`office_key`] | an office's standing key, sealed under a passphrase |
//! | [`desk`] | the note that is open, while another screen may write in it too |
//! | [`backup`] | everything of a vault in one sealed file, written and read piece by piece |
//! | [`machine`] | a shared machine: what its staff decided, and how it forgets |
//! | [`carrier`] | how a hand-off travels: a file, or a set of QR codes drawn, read and joined |
//! | [`job`] | the slow work, done in the worker |
//! | [`route`], [`idle`], [`surroundings`] | the screen in the address; whether somebody is still there; the browser the app is in |
//!
//! | browser | what it is |
//! |---|---|
//! | `browser` | the Web, one API a file, each door with a small enum of outcomes |
//! | `store` | the vault in this browser's storage, and who has opened it |
//! | `draft` | a sheet being written, as signals, and the saving that follows it |
//! | `worker` | both ends of the worker |
//! | `ui` | what a person sees: parts, questions, pages, the app |
//!
//! # Where to begin
//!
//! To add a sheet, write a table in [`forms`]. To follow an answer on its way: a field of
//! `ui::question` writes a signal of `draft`, which becomes a [`record::Record`], which
//! [`vault::Vault::save`] seals; `ui::page::hand_over` makes a [`share::Bundle`] of it, which
//! [`job::work`] seals with [`envelope::seal_both`] and [`carrier::qr`] draws; at the other office
//! `ui::page::receive` takes it back through the same modules the other way.
//!
//! # Deliberately absent
//!
//! A server, an account, analytics, a request after loading; required questions and scores; a
//! password somebody chooses for a hand-off; anything personal in an address, a title, a file name,
//! an error or the console.

pub mod answer;
pub mod attachment;
pub mod backup;
pub mod carrier;
pub mod consent;
pub mod desk;
pub mod directory;
pub mod envelope;
pub mod export;
pub mod form;
pub mod forms;
pub mod idle;
pub mod job;
pub mod known;
pub mod machine;
pub mod merge;
pub mod office_key;
pub mod paper;
pub mod pharmacy;
pub mod record;
pub mod renewal;
pub mod route;
pub mod search;
pub mod share;
pub mod sheet;
pub mod slip;
pub mod supporters;
pub mod surroundings;
pub mod text;
pub mod timeline;
pub mod transition;
pub mod vault;

#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(target_arch = "wasm32")]
pub mod draft;
#[cfg(target_arch = "wasm32")]
pub mod store;
#[cfg(target_arch = "wasm32")]
pub mod ui;
#[cfg(target_arch = "wasm32")]
pub mod worker;
