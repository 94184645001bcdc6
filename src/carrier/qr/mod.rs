//! The set of QR codes "SH1": `FORMAT.md` beside this file is the whole format.
//!
//! ```text
//! envelope bytes ── split ──► Set ── frame(n) ── draw ──► Symbol (SVG path)
//!                                                             │ screen, paper, camera
//! envelope bytes ◄── join ─── Join::take ◄── "https://…/#digits" ◄── read (grey picture)
//! ```
//!
//! - `split` cuts the bytes into K fragments of one length; `Set::frame` makes any of 256 frames.
//! - `erasure` is why **any K different frames** give the bytes back.
//! - `frame` and `digits` are the bytes of a frame and their decimal text: all bounds stand there.
//! - `join` collects frames in any order and hands out only what the set id verifies.
//! - `draw` and `read` are the two halves that know pictures. Only the worker should call `read`.
//! - `black` is what of a picture is dark, `corners` where a symbol may lie in it, `bent` puts it straight, `correct` what
//!   was read of it.
//! - `field` is the arithmetic of `erasure` and `correct`.

mod bent;
mod black;
mod corners;
mod correct;
mod digits;
mod draw;
mod erasure;
mod field;
mod frame;
mod join;
mod read;
mod split;

pub use black::Rgba;
pub use digits::{digits_to_frame, frame_to_digits};
pub use draw::{QUIET, Symbol, draw, draw_bytes};
pub(crate) use frame::crc32;
pub use frame::{Frame, MAX_FRAGMENTS, MAX_TOTAL, Refused, SetId};
pub use join::{Cells, Foreign, Join, Took};
pub use read::{Code, Sequence, read, read_rgba, read_still};
pub use split::{Density, Order, Set, Unfit, fragments, split};
