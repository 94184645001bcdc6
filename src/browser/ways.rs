//! What may leave a shared machine, or come in: the words of it stand at the root of the page, where
//! the style sheets hide what leads nowhere, and here the doors themselves ask.

use std::cell::RefCell;

use super::page;
use crate::machine::Way;

const ALLOWED: &str = "data-ways";

thread_local! {
    /// What is allowed once, to whoever is there.
    static ONCE: RefCell<Vec<Way>> = const { RefCell::new(Vec::new()) };
    /// What is allowed to everybody.
    static ALWAYS: RefCell<Vec<Way>> = const { RefCell::new(Vec::new()) };
}

/// Sets what is allowed to everybody here.
pub fn allow(ways: &[Way]) {
    ALWAYS.set(ways.to_vec());
    show();
}

/// Allows a way for once.
pub fn allow_once(way: Way) {
    ONCE.with_borrow_mut(|once| once.push(way));
    show();
}

/// Whether a way is allowed. Everything is, but on a shared machine.
pub fn allows(way: Way) -> bool {
    let said = |of: &Vec<Way>| of.contains(&way);
    !page::kiosk() || ALWAYS.with_borrow(said) || ONCE.with_borrow(said)
}

/// It was used: what was allowed once is so no longer. Paper is used when the browser says that it has
/// printed: some go on with the page while they do.
pub fn used(way: Way) {
    ONCE.with_borrow_mut(|once| once.retain(|other| *other != way));
    if page::kiosk() {
        show();
    }
}

fn show() {
    let words: Vec<&str> = Way::ALL
        .into_iter()
        .filter(|way| allows(*way))
        .map(Way::word)
        .collect();
    page::set_root(ALLOWED, &words.join(" "));
}
