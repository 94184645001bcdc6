//! 表示設定

use crate::text::{Text, t};

pub const TITLE: Text = t("表示設定", "みえかた", "Display");
pub const SUB: Text = t(
    "ことば、文字の大きさ、色",
    "ことば、もじの おおきさ、いろ",
    "Language, text size, colours",
);
pub const LEAD: Text = t(
    "この端末での見え方です。ノートの中身は変わりません。",
    "この きかいでの みえかたです。ノートは かわりません。",
    "How it looks on this device. The note does not change.",
);
pub const LANGUAGE: Text = t("ことば", "ことば", "Language");
pub const AS_WRITTEN: Text = t(
    "書いたことは、訳しません。",
    "かいた ことは、そのままです。",
    "What you write is never translated.",
);
pub const SIZE: Text = t("文字の大きさ", "もじの おおきさ", "Text size");
pub const USUAL: Text = t("ふつう", "ふつう", "Usual");
pub const LARGE: Text = t("大きい", "おおきい", "Large");
pub const LARGER: Text = t("もっと大きい", "もっと おおきい", "Larger");
pub const LARGEST: Text = t("2倍", "2ばい", "Double");
pub const COLOURS: Text = t("色", "いろ", "Colours");
pub const DARK: Text = t("暗い", "くらい", "Dark");
pub const CONTRAST: Text = t(
    "はっきり（白と黒）",
    "はっきり（しろと くろ）",
    "High contrast (black on white)",
);
pub const HEADINGS: Text = t("見出しの字", "みだしの じ", "Headings");
pub const READINGS: Text = t("ふりがな", "ふりがな", "Readings (furigana)");
pub const WITH: Text = t(
    "ふりがなをつける",
    "ふりがなを つける",
    "Show readings (furigana)",
);
pub const NO_READINGS: Text = t("つけない", "つけない", "Without");
pub const WITH_READINGS: Text = t("つける", "つける", "With");
pub const HARD_READINGS: Text = t(
    "小学校で ならわない漢字に つける",
    "むずかしい かんじに つける",
    "Over kanji not learnt at elementary school",
);
pub const READINGS_SUB: Text = t(
    "シートの見出しと質問の漢字に、ふりがなをつけます。",
    "「日本語」を えらんだ ときに、しつもんの かんじに つきます。",
    "Over the kanji of headings and questions, in Japanese.",
);
pub const PLAIN: Text = t("ゴシック", "ゴシック", "Sans-serif");
