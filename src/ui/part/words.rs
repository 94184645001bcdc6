//! The language of the screen. A screen is built anew when it changes, so words are just words.

use leptos::prelude::*;

use crate::{
    browser::{
        el::{El, el},
        page,
    },
    paper::{is_hard, with_readings},
    text::{Lang, Text},
};

/// The attribute of the page that says where ふりがな is wished for: `on`, or `hard` for what is not learnt
/// at elementary school.
pub const READINGS: &str = "data-ruby";

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
    /// Adds a label of a sheet; with ふりがな over it where that is wished for.
    fn label(self, text: Text) -> Self;
    /// Names the element for whoever does not see it.
    fn called(self, text: Text) -> Self;
}

impl Say for El {
    fn say(self, text: Text) -> El {
        self.text(words(text))
    }

    fn label(self, text: Text) -> El {
        let how = page::root(READINGS).unwrap_or_default();
        if lang_now() != Lang::Ja || how.is_empty() {
            return self.say(text);
        }
        let all_words = how == "on";
        let mut all = self;
        for (words, reading) in with_readings(text.ja) {
            let reading = reading.filter(|_| all_words || is_hard(words));
            all = match reading {
                None => all.text(words),
                // What is read aloud is the word, once.
                Some(reading) => {
                    let bracket = |text: &str| el("rp").attr("aria-hidden", "true").text(text);
                    let over = el("rt").attr("aria-hidden", "true").text(reading);
                    let ruby = el("ruby").text(words).add(bracket("（")).add(over);
                    all.add(ruby.add(bracket("）")))
                }
            };
        }
        all
    }

    fn called(self, text: Text) -> El {
        self.attr("aria-label", words(text))
    }
}
