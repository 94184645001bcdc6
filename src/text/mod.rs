//! Words: every sentence on screen and on paper is a [`Text`], so that no language can be missing.
//! Further languages come as a [`Pack`] of words, loaded where they are chosen.

mod pack;

pub use pack::{MOST_BYTES, Pack, PackError};

/// A language of the screen. What a person typed is never translated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    /// 日本語
    #[default]
    Ja,
    /// やさしい日本語: short sentences, mostly kana, words apart.
    Easy,
    /// English
    En,
    /// A language that was loaded.
    More(&'static Pack),
}

impl Lang {
    /// Every language that is built in, in the order in which it is offered.
    pub const ALL: [Lang; 3] = [Lang::Ja, Lang::Easy, Lang::En];

    /// The languages there is a pack of words for: its tag, and its name in itself.
    pub const PACKS: [(&str, &str); 1] = [("zh-Hans", "中文")];

    /// The language in which dates, ages and counts are said: itself where it is built in.
    pub fn built_in(self) -> Lang {
        match self {
            Lang::More(pack) => pack.like(),
            Lang::Ja | Lang::Easy | Lang::En => self,
        }
    }

    /// The permanent short code, as kept in storage and in a hand-off: `ja`, `easy`, `en`, or the tag
    /// of a pack.
    pub fn code(self) -> &'static str {
        match self {
            Lang::Ja => "ja",
            Lang::Easy => "easy",
            Lang::En => "en",
            Lang::More(pack) => pack.tag(),
        }
    }

    /// The built-in language of a code; `None` for another.
    pub fn from_code(code: &str) -> Option<Lang> {
        Lang::ALL.into_iter().find(|lang| lang.code() == code)
    }

    /// The BCP 47 tag for `lang` attributes.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::Ja | Lang::Easy => "ja",
            Lang::En => "en",
            Lang::More(pack) => pack.tag(),
        }
    }

    /// The name of the language in itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Lang::Ja => "日本語",
            Lang::Easy => "やさしい にほんご",
            Lang::En => "English",
            Lang::More(pack) => pack.name(),
        }
    }
}

/// One thing said in every language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Text {
    /// 日本語
    pub ja: &'static str,
    /// やさしい日本語
    pub easy: &'static str,
    /// English
    pub en: &'static str,
}

/// Short for a [`Text`], for tables.
pub const fn t(ja: &'static str, easy: &'static str, en: &'static str) -> Text {
    Text { ja, easy, en }
}

impl Text {
    /// The words in one language.
    pub fn to(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Ja => self.ja,
            Lang::Easy => self.easy,
            Lang::En => self.en,
            Lang::More(pack) => pack.says(self).unwrap_or_else(|| self.to(pack.like())),
        }
    }

    /// The words in one language, with the parts where `{0}`, `{1}` … stand: every language has an
    /// order of its own.
    pub fn with(self, lang: Lang, parts: &[&str]) -> String {
        let mut pieces = self.to(lang).split('{');
        let mut said = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            let (hole, rest) = piece.split_once('}').unwrap_or(("", piece));
            let part = hole.parse().ok().and_then(|n: usize| parts.get(n));
            said.push_str(part.copied().unwrap_or_default());
            said.push_str(rest);
        }
        said
    }
}
