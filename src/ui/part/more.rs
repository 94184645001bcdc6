//! What the second part of the program adds to what stands in the first as well: the first screen would
//! be slower for it, and stands without.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use super::{Lead, Trouble, Trying, frame, notice, passphrase};
use crate::browser::el::El;

/// What is asked for.
#[derive(Clone, Copy)]
pub enum More<'a> {
    /// The way back of a step, for the bar.
    Lead(&'a Cell<Option<Lead>>),
    /// The languages, for the bar.
    Tongues,
    /// What leads from a trouble to its field, where the same is said meanwhile.
    Field(Trouble),
    /// What is said while a passphrase is typed, and whether it is a new one.
    Typed(Trying, bool),
}

type Adds = dyn Fn(More<'_>) -> Vec<El>;

thread_local! {
    static ADDS: RefCell<Option<Rc<Adds>>> = const { RefCell::new(None) };
}

/// Says how it is asked for: nothing comes until the second part is here, and what asked follows that.
pub fn added_by(adds: Rc<Adds>) {
    ADDS.set(Some(adds));
}

/// What the second part adds.
pub fn added(more: More<'_>) -> Vec<El> {
    let adds = ADDS.with_borrow(Clone::clone);
    adds.map_or_else(Vec::new, |adds| adds(more))
}

/// What is answered there.
pub fn more(more: More<'_>) -> Vec<El> {
    match more {
        More::Lead(lead) => lead.take().map(frame::step_back).into_iter().collect(),
        More::Tongues => vec![frame::tongues()],
        More::Field(trouble) => notice::lead_to_field(trouble).into_iter().collect(),
        More::Typed(trying, new) => passphrase::while_typed(trying, new),
    }
}
