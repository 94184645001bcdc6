//! The language of the screen. A screen is built anew when it changes, so words are just words.

use leptos::prelude::*;

use crate::{
    browser::el::El,
    text::{Lang, Text},
};

/// The language that is chosen.
pub fn lang() -> RwSignal<Lang> {
    expect_context::<RwSignal<Lang>>()
}

/// The language that is chosen, without following it.
pub fn lang_now() -> Lang {
    lang().get_untracked()
}

/// A text in the language that is chosen.
pub fn words(text: Text) -> &'static str {
    text.to(lang_now())
}

/// Elements that speak the language of the screen.
pub trait Say {
    /// Adds a text.
    fn say(self, text: Text) -> Self;
    /// Names the element for whoever does not see it.
    fn called(self, text: Text) -> Self;
}

impl Say for El {
    fn say(self, text: Text) -> El {
        self.text(words(text))
    }

    fn called(self, text: Text) -> El {
        self.attr("aria-label", words(text))
    }
}
