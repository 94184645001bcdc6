//! The city: its offices, their hours, and whom to turn to at which age. A versioned data file
//! (`FORMAT.md`) that lies next to the app: a city replaces it without building. Everything the app
//! knows of 武蔵野市 stands in that file.

mod holiday;
mod hours;
mod read;
mod say;
mod stage;
mod week;

pub use holiday::is_holiday;
pub use hours::{Hours, Next, Plan, Season, Standing, Times, YearEnd, Yearly};
pub use read::{DirectoryError, MOST_BYTES};
pub use say::{day_in_words, next_in_words, with_weekday};
pub use stage::LifeStage;
pub use week::{Moment, time, weekday};

use crate::{
    answer::Towns,
    text::{Lang, Text},
};

/// The file of 武蔵野市, which stands in wherever there is no other.
pub const BUILT_IN: &str = include_str!("directory.json");

/// Words of the file. Where a language is missing, it is said in Japanese.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    /// 日本語
    pub ja: String,
    /// やさしい日本語; may be "".
    pub easy: String,
    /// English; may be "".
    pub en: String,
}

/// A city and whom to turn to there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Directory {
    /// The name of the city.
    pub city: Words,
    /// 〒180- and 武蔵野市: what the city's sheet has printed where the address is written.
    pub printed: Vec<String>,
    /// What the city's postal codes say.
    pub towns: Towns,
    /// When this was checked: `2021-04`.
    pub as_of: String,
    /// What the topics are.
    pub topics_note: Option<Words>,
    /// The topics, in order.
    pub topics: Vec<Topic>,
    /// The offices, in order.
    pub offices: Vec<Office>,
    /// Where to begin when in doubt, and whom to ask about the note: ids of offices.
    pub first: Vec<String>,
    /// Ids of offices for a stage of life, the most fitting first.
    pub suggest: Vec<(LifeStage, Vec<String>)>,
}

/// A topic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    /// Permanent name.
    pub id: String,
    /// Words.
    pub name: Words,
}

/// A place that supports families.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Office {
    /// Permanent name: `a-z`, `0-9`, `_`.
    pub id: String,
    /// Its name.
    pub name: Words,
    /// What it is, so that a sensible minimum is offered there: `development`, `education`, `play`;
    /// "" where that is not said.
    pub kind: String,
    /// Whom it is for, what it does.
    pub about: Option<Words>,
    /// Postal code; "" where it is not known.
    pub postcode: String,
    /// Address; "" where it is not known.
    pub address: String,
    /// Telephones and hours; none where they are not known.
    pub lines: Vec<Line>,
    /// Ids of its topics.
    pub topics: Vec<String>,
    /// Whether it hands out the note.
    pub gives_note: bool,
    /// When this was checked, where that is not when the whole file was.
    pub as_of: Option<String>,
}

/// Telephone numbers that share their hours.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    /// What it is for.
    pub name: Option<Words>,
    /// Numbers with hyphens.
    pub phones: Vec<String>,
    /// When somebody answers; `None` where it is not known.
    pub hours: Option<Hours>,
}

impl Words {
    /// The words in one language.
    pub fn to(&self, lang: Lang) -> &str {
        let words = match lang.built_in() {
            Lang::Easy => &self.easy,
            Lang::En => &self.en,
            _ => &self.ja,
        };
        if words.is_empty() { &self.ja } else { words }
    }
}

impl Directory {
    /// The city this app was built for. Empty only if the built-in file were broken, which a test holds
    /// that it is not.
    pub fn built_in() -> Directory {
        Directory::read(BUILT_IN).unwrap_or_default()
    }

    /// The office with an id.
    pub fn office(&self, id: &str) -> Option<&Office> {
        self.offices.iter().find(|office| office.id == id)
    }

    /// The offices for a stage of life, the most fitting first.
    pub fn suggested(&self, stage: LifeStage) -> Vec<&Office> {
        let ids = self.suggest.iter().find(|(one, _)| *one == stage);
        let ids = ids.map(|(_, ids)| ids.as_slice()).unwrap_or_default();
        ids.iter().filter_map(|id| self.office(id)).collect()
    }

    /// The offices for a topic.
    pub fn about(&self, topic: &str) -> Vec<&Office> {
        let of = |office: &&Office| office.topics.iter().any(|id| id == topic);
        self.offices.iter().filter(of).collect()
    }

    /// Where the note is handed out.
    pub fn givers(&self) -> Vec<&Office> {
        self.offices.iter().filter(|one| one.gives_note).collect()
    }
}

impl Office {
    /// Whether every word of what is sought stands in its name, in what it does or where it is.
    pub fn says(&self, sought: &str) -> bool {
        let mut text = [&*self.address, &self.id].concat();
        let lines = self.lines.iter();
        let more = lines
            .filter_map(|line| line.name.as_ref())
            .chain(&self.about);
        for words in [&self.name].into_iter().chain(more) {
            for one in [&words.ja, &words.easy, &words.en] {
                text.push_str(one);
                text.push('\n');
            }
        }
        let text = text.to_lowercase();
        let mut words = sought.split_whitespace();
        words.all(|word| text.contains(&word.to_lowercase()))
    }

    /// How things stand at a moment that may not be known.
    pub fn at_or_unknown(&self, now: Option<Moment>) -> Option<Standing> {
        self.at(now?)
    }
    /// How things stand at a moment: the best of its lines. `None` where no hours are known.
    pub fn at(&self, now: Moment) -> Option<Standing> {
        let lines = self.lines.iter().filter_map(|line| line.hours.as_ref());
        lines.map(|hours| hours.at(now)).min_by_key(rank)
    }
}

/// Open as long as possible first, then what must be asked, then what opens soonest.
fn rank(standing: &Standing) -> (u8, u16, Option<Moment>) {
    match standing {
        Standing::Open(until) => (0, u16::MAX - until, None),
        Standing::Ask(next) => (1, 0, next.map(|next| next.at)),
        Standing::Closed(Some(next)) => (2, 0, Some(next.at)),
        Standing::Closed(None) => (3, 0, None),
    }
}

/// Where nothing is known.
pub const ASK_THE_CITY: Text = crate::text::t(
    "市にお確かめください",
    "しに きいて ください",
    "please ask the city",
);
