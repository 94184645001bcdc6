//! Words: every sentence on screen and on paper is a [`Text`], so that no language can be missing.

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
}

impl Lang {
    /// Every language, in the order in which it is offered.
    pub const ALL: [Lang; 3] = [Lang::Ja, Lang::Easy, Lang::En];

    /// The permanent short code, as kept in storage and in a hand-off: `ja`, `easy`, `en`.
    pub const fn code(self) -> &'static str {
        match self {
            Lang::Ja => "ja",
            Lang::Easy => "easy",
            Lang::En => "en",
        }
    }

    /// The language of a code; `None` for one we do not know.
    pub fn from_code(code: &str) -> Option<Lang> {
        Lang::ALL.into_iter().find(|lang| lang.code() == code)
    }

    /// The BCP 47 tag for `lang` attributes.
    pub const fn tag(self) -> &'static str {
        match self {
            Lang::Ja | Lang::Easy => "ja",
            Lang::En => "en",
        }
    }

    /// The name of the language in itself.
    pub const fn own_name(self) -> &'static str {
        match self {
            Lang::Ja => "日本語",
            Lang::Easy => "やさしい にほんご",
            Lang::En => "English",
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
    pub const fn to(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Ja => self.ja,
            Lang::Easy => self.easy,
            Lang::En => self.en,
        }
    }
}
