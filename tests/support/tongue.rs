//! What the screen says in another language, so that a journey is written once, in Japanese, and gone in each.

use crate::{person::Person, place::squeeze, said, said::Said};
use std::{fs, path::Path, sync::OnceLock};
use stepnote::text::{Lang, Pack, Text};

/// A person, and the language of her screen.
pub struct Speaker<'a> {
    pub person: &'a Person,
    pub lang: Lang,
}

/// Chinese, from its file.
pub fn chinese() -> Lang {
    static PACK: OnceLock<Pack> = OnceLock::new();
    let read = || {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("shell/words/zh-Hans.json");
        Pack::read("zh-Hans", &fs::read_to_string(file).unwrap()).unwrap()
    };
    Lang::More(PACK.get_or_init(read))
}

/// Everything these Japanese words may be called in a language: one thing in Japanese can be two in English.
fn called(lang: Lang, japanese: &str) -> Vec<String> {
    static ALL: OnceLock<Vec<Said>> = OnceLock::new();
    let all = ALL.get_or_init(said::all).iter();
    let mut words: Vec<String> = all
        .filter(|said| said.ja == japanese)
        .map(|Said { ja, easy, en, .. }| squeeze(Text { ja, easy, en }.to(lang)))
        .collect();
    words.sort();
    words.dedup();
    assert!(!words.is_empty(), "「{japanese}」 is said nowhere");
    words
}

impl Speaker<'_> {
    /// The words as they stand on the screen, waited for.
    #[track_caller]
    pub fn reads(&self, japanese: &str) -> String {
        let words = called(self.lang, japanese);
        self.person
            .until(&format!("reads one of {words:?}"), async || {
                let screen = self.person.words().await?;
                let found = words.iter().find(|words| screen.contains(*words));
                Ok(found.ok_or("none is there")?.clone())
            })
    }

    #[track_caller]
    pub fn presses(&self, japanese: &str) {
        self.person.presses(&self.reads(japanese));
    }

    #[track_caller]
    pub fn picks(&self, japanese: &str) {
        self.person.picks(&self.reads(japanese));
    }

    #[track_caller]
    pub fn writes(&self, japanese: &str, text: &str) {
        self.person.rewrites(&self.reads(japanese), text);
    }
}
