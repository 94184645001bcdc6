//! Choosing the language of the screen.

use leptos::prelude::*;

use super::{Say, button, group, lang};
use crate::{
    browser::el::{El, el},
    text::Lang,
    ui::words::{LANGUAGE, NO_WORDS},
};

/// A language that is not built in and is wished for, by its tag; its words come from elsewhere.
#[derive(Clone, Copy, Default)]
pub struct Wish {
    /// The tag.
    pub tag: RwSignal<Option<&'static str>>,
    /// Whether its words did not come.
    pub missing: RwSignal<bool>,
}

impl Wish {
    /// Says that the words did not come, where that is so.
    pub fn missing_words(self) -> Option<El> {
        let said = || el("p").attr("role", "alert").say(NO_WORDS);
        self.missing.get().then(said)
    }
}

/// Every language, as a row of buttons in themselves.
pub fn languages() -> El {
    let (lang, wish) = (lang(), expect_context::<Wish>());
    let now = lang.get_untracked();
    let one = |tag: &str, name: &str, here: bool, choose: Box<dyn Fn()>| {
        button("w-lang__b", choose)
            .attr("lang", tag)
            .attr("aria-pressed", if here { "true" } else { "false" })
            .text(name)
    };
    let built_in = Lang::ALL.into_iter().map(|which| {
        let choose = Box::new(move || lang.set(which));
        one(which.tag(), which.own_name(), which == now, choose)
    });
    let more = Lang::PACKS.into_iter().map(|(tag, name)| {
        let choose = Box::new(move || wish.tag.set(Some(tag)));
        one(tag, name, now.code() == tag, choose)
    });
    let all = group("w-lang", built_in.chain(more).collect());
    el("div")
        .add(all.attr("role", "group").called(LANGUAGE))
        .when(move || wish.missing_words())
}
