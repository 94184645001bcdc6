//! What is offered for which kind of office and purpose. A sensible minimum, never everything; the parent
//! adds and takes away. After the stages of life of `forms.md` §4.4 and the scenarios of §6.

use crate::form::{Choice, Least};
use crate::text::t;

/// What a hand-over is for.
pub const PURPOSES: &[Choice] = &[
    Choice::new(
        "first",
        t(
            "はじめての相談",
            "はじめての そうだん",
            "A first consultation",
        ),
    ),
    Choice::new(
        "nursery",
        t(
            "入園・サービスの開始",
            "えん・サービスを はじめる",
            "Starting nursery or a service",
        ),
    ),
    Choice::new(
        "school",
        t(
            "小学校入学",
            "しょうがっこうに はいる",
            "Starting primary school",
        ),
    ),
    Choice::new(
        "leaving",
        t(
            "中学校卒業",
            "ちゅうがっこうを でる",
            "Leaving junior high school",
        ),
    ),
    Choice::new("clinic", t("受診", "びょういんに いく", "Seeing a doctor")),
    Choice::new(
        "parent",
        t(
            "保護者の相談",
            "おやの そうだん",
            "The parent's own worries",
        ),
    ),
    Choice::new(
        "work",
        t("仕事の相談", "しごとの そうだん", "Looking for work"),
    ),
    Choice::new(
        "adult",
        t("大人になってから", "おとなに なってから", "As an adult"),
    ),
];

/// What is offered for a purpose; with kinds of office named, only there.
#[derive(Debug, Clone, Copy)]
pub struct Minimum {
    /// Code of the purpose.
    pub purpose: &'static str,
    /// Kinds of the offices it is for, as the directory of any city names them; none: any.
    pub kinds: &'static [&'static str],
    /// What is offered.
    pub parts: &'static [Least],
}

const NAME: Least = Least::part("profile", "child").only(&["kana", "name", "birth", "age"]);
const CALLED: Least = Least::part("introduction", "self");
const WORDS: Least = Least::part("introduction", "words");
const SPEECH: Least = Least::part("early_years", "words");
const WHO: Least = Least::part("care", "rows")
    .only(&["kind", "when", "place", "worked"])
    .open();
const OWN: Least = Least::part("own_words", "words");
const AGREES: Least = Least::part("own_words", "consent");
const MEDICINE: Least = Least::part("medication", "rows").open();

/// The table. The first that fits counts.
pub const MINIMA: &[Minimum] = &[
    Minimum {
        purpose: "first",
        kinds: &["development"],
        parts: &[NAME, CALLED, WORDS, SPEECH, WHO],
    },
    Minimum {
        purpose: "first",
        kinds: &["education"],
        parts: &[NAME, CALLED, WORDS, WHO],
    },
    Minimum {
        purpose: "first",
        kinds: &["play"],
        parts: &[CALLED, WORDS],
    },
    Minimum {
        purpose: "first",
        kinds: &[],
        parts: &[NAME, CALLED],
    },
    Minimum {
        purpose: "nursery",
        kinds: &[],
        parts: &[NAME, CALLED, WORDS, WHO, MEDICINE],
    },
    Minimum {
        purpose: "school",
        kinds: &[],
        parts: &[NAME, CALLED, WORDS, WHO],
    },
    Minimum {
        purpose: "leaving",
        kinds: &[],
        // The young person's own words; what is on the sheets of the early years stays at home unless it
        // is chosen.
        parts: &[OWN, AGREES, CALLED, WORDS, WHO],
    },
    Minimum {
        purpose: "clinic",
        kinds: &[],
        parts: &[NAME, MEDICINE],
    },
    Minimum {
        purpose: "parent",
        kinds: &[],
        parts: &[],
    },
    Minimum {
        purpose: "work",
        kinds: &[],
        parts: &[
            Least::part("employment", "head"),
            Least::part("employment", "person").only(&["name", "supporter"]),
            Least::part("employment", "skills"),
            Least::part("employment", "career"),
            Least::part("employment", "wish"),
        ],
    },
    Minimum {
        purpose: "adult",
        kinds: &[],
        parts: &[NAME, CALLED, WHO],
    },
];

/// What is offered for a purpose at an office of a kind, "" where that is not known; nothing for a
/// purpose that is not in the table.
pub fn minimum(kind: &str, purpose: &str) -> &'static [Least] {
    let fits = |one: &&Minimum| {
        one.purpose == purpose && (one.kinds.is_empty() || one.kinds.contains(&kind))
    };
    MINIMA.iter().find(fits).map_or(&[], |one| one.parts)
}
