//! 練習: a vault that is nowhere but in the memory of this page, with a family that does not exist.
//! While it is on, the browser's storage is not even looked at; it ends with the page, or when the
//! note is locked.

use std::{cell::RefCell, rc::Rc};

use crate::vault::MemoryShelf;

/// The family, as a note.
pub const SAMPLE: &str = include_str!("sample.json");
/// What the child is called on the cover, and the cover's colour.
pub(super) const CHILD: (&str, &str) = ("れんしゅう はる", "koke");

thread_local! {
    static SHELF: RefCell<Option<Rc<MemoryShelf>>> = const { RefCell::new(None) };
}

/// Whether this is practice.
pub fn practising() -> bool {
    SHELF.with_borrow(Option::is_some)
}

/// The shelf of the practice, if that is what this is.
pub(super) fn shelf() -> Option<Rc<MemoryShelf>> {
    SHELF.with_borrow(Clone::clone)
}

/// Begins with an empty shelf.
pub(super) fn begin() {
    SHELF.set(Some(Rc::new(MemoryShelf::default())));
}

/// Ends it; everything on the shelf is gone.
pub(super) fn end() {
    SHELF.set(None);
}
