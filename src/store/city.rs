//! The city this app stands in: its own file where there is one that can be read, else the built-in.

use std::{
    cell::{OnceCell, RefCell},
    rc::Rc,
};

use leptos::{prelude::*, task::spawn_local};

use crate::{
    browser::beside::{self, Beside},
    directory::{Directory, DirectoryError, MOST_BYTES},
};

/// What the file is called, next to the page.
const FILE: &str = "directory.json";

thread_local! {
    static KNOWN: RefCell<Option<Rc<Directory>>> = const { RefCell::new(None) };
    static BROKEN: RefCell<Option<DirectoryError>> = const { RefCell::new(None) };
    /// Grows when the city's own file is there. There is none before it is asked for.
    static CAME: OnceCell<ArcRwSignal<u32>> = const { OnceCell::new() };
}

/// The city, now and when its own file is there.
pub fn city() -> Rc<Directory> {
    came().track();
    city_now()
}

/// The city as it is known now.
pub fn city_now() -> Rc<Directory> {
    KNOWN.with_borrow_mut(|known| {
        let known = known.get_or_insert_with(|| Rc::new(Directory::built_in()));
        Rc::clone(known)
    })
}

/// Why the city's own file is not used, if that is so.
pub fn broken() -> Option<DirectoryError> {
    came().track();
    BROKEN.with_borrow(Clone::clone)
}

/// Asks for the city's own file, the first time this is called.
pub fn bring() {
    if CAME.with(|came| came.get().is_some()) {
        return;
    }
    let came = came();
    spawn_local(async move {
        let read = match beside::text(FILE, MOST_BYTES).await {
            Beside::Text(text) => Directory::read(&text),
            Beside::TooLarge => Err(DirectoryError::TooLarge),
            // Without a network, or without a file, the built-in one is the city's.
            Beside::Missing => return,
        };
        match read {
            Ok(own) => KNOWN.set(Some(Rc::new(own))),
            Err(error) => BROKEN.set(Some(error)),
        }
        came.update(|came| *came += 1);
    });
}

fn came() -> ArcRwSignal<u32> {
    CAME.with(|came| came.get_or_init(|| ArcRwSignal::new(0)).clone())
}
