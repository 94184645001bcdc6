//! The language of the screen.

use leptos::prelude::*;

use crate::text::{Lang, Text};

/// The language that is chosen.
pub fn lang() -> RwSignal<Lang> {
    expect_context::<RwSignal<Lang>>()
}

/// A text in the language that is chosen, now and after every change.
pub fn say(text: Text) -> impl Fn() -> &'static str + Copy + Send + Sync + 'static {
    let lang = lang();
    move || text.to(lang.get())
}
