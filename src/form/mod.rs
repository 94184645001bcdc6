//! What is asked: a paper sheet as one `const` table. Knows no answers.
//!
//! Screen, check page, print, wire names and test generators are folds over a [`Form`].
//! An id is never reused or renamed; a question that is no longer asked stays as `.retired()`,
//! so that old records still read and print.

mod build;
mod least;
mod paper;

pub use build::{
    age, date, drawn, files, kana, line, lines, many, milestone, months, one, period, phone,
    postcode, repeat, section,
};
pub use least::{Least, Rows};
pub use paper::{Cell, Column, Edge, Paper, Passage, What};

use crate::text::Text;

/// One paper sheet.
#[derive(Debug, Clone, Copy)]
pub struct Form {
    /// Permanent name on the wire.
    pub id: &'static str,
    /// Raised when questions are added or retired.
    pub version: u32,
    /// The official title.
    pub title: Text,
    /// One sentence above the form.
    pub lead: Text,
    /// The parts, in the order of the paper.
    pub sections: &'static [Section],
}

/// A part of a form: questions asked once, or a repeated group.
#[derive(Debug, Clone, Copy)]
pub struct Section {
    /// Permanent name; on the wire only for a repeated group.
    pub id: &'static str,
    /// Heading.
    pub title: Text,
    /// A sentence under the heading.
    pub note: Option<Text>,
    /// Present when the part may be answered any number of times.
    pub repeat: Option<Repeat>,
    /// What is asked.
    pub questions: &'static [Question],
    /// How the part stands on the printed sheet.
    pub paper: Paper,
    /// Where it stands on the timeline; `None` where it tells of no event.
    pub lane: Option<Lane>,
}

/// A lane of the timeline あゆみ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lane {
    /// 園・学校
    School,
    /// 医療・療育・相談
    Care,
    /// 服薬
    Medicine,
    /// できごと
    Event,
}

/// A part that repeats.
#[derive(Debug, Clone, Copy)]
pub struct Repeat {
    /// Rows on the paper sheet: how many are printed at least, not a limit.
    pub rows: usize,
    /// The act of adding one, as a button.
    pub add: Text,
    /// What one is called; the screen puts its number behind.
    pub entry: Text,
}

/// One thing asked.
#[derive(Debug, Clone, Copy)]
pub struct Question {
    /// Permanent name on the wire, unique within the form's single answers or within its group.
    pub id: &'static str,
    /// Words naming it, as on the paper.
    pub label: Text,
    /// Help under the label.
    pub hint: Option<Text>,
    /// What kind of answer it takes.
    pub kind: Kind,
    /// What code must know about it.
    pub role: Option<Role>,
    /// Whether it waits under もっと書く until it is written or asked for.
    pub folded: bool,
    /// How far its answer may go.
    pub reach: Reach,
    /// What was typed elsewhere and may be typed here again.
    pub offer: Option<Offer>,
    /// No longer asked; still read and printed.
    pub retired: bool,
}

/// The kinds of question. Adding one breaks the build wherever it must be taught.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// One line of text, kept byte for byte.
    Line,
    /// A reading in hiragana of the question named.
    Kana(&'static str),
    /// Text of any length.
    Lines,
    /// Year, month and day, each of which may be missing.
    Date,
    /// From, until, or still going on.
    Period,
    /// A period by year and month alone, as the paper asks for 在園期間.
    Months,
    /// Since when a child can do something: an age, a date, not yet, or not remembered.
    Milestone,
    /// Computed, never stored: the child's age on the date with this id (記入日).
    Age(&'static str),
    /// One of the given answers, or none.
    One(&'static [Choice]),
    /// All of the given answers that apply.
    Many(&'static [Choice]),
    /// A telephone number.
    Phone,
    /// A Japanese postal code.
    Postcode,
    /// Photos and PDFs, kept encrypted beside the note.
    Files,
    /// A signature drawn by hand, as letters.
    Drawn,
}

/// How far an answer may go when its sheet is handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// It never leaves this device.
    Stays,
    /// Left out until it is chosen by itself, and then only in a file, never in a QR code.
    File,
    /// Left out until it is chosen by itself.
    Asked,
    /// It goes with its sheet.
    Sheet,
}

/// Something that is typed once and needed in several places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Offer {
    /// The name of somebody in the family.
    Person,
    /// The name of a child of the family.
    Child,
    /// A telephone number.
    Phone,
    /// The address.
    Address,
    /// A clinic, school or other place.
    Place,
    /// The name of somebody who supports the child.
    Supporter,
    /// A diagnosis.
    Diagnosis,
}

/// One of the given answers.
#[derive(Debug, Clone, Copy)]
pub struct Choice {
    /// Permanent name on the wire.
    pub code: &'static str,
    /// Words on screen and paper.
    pub label: Text,
}

/// What code must know about a question without knowing its form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The child's full name.
    Name,
    /// The child's name in kana.
    NameKana,
    /// What the child is called.
    Nickname,
    /// The child's date of birth.
    Birth,
    /// What the child likes.
    Likes,
    /// What is hard for the child.
    Dislikes,
    /// What helps the child.
    Help,
    /// What tells who the child is at home.
    Story,
    /// The day on which the sheet was written.
    WrittenOn,
    /// Part of an address, left out where 住所を出さない is asked.
    Address,
    /// The line that names a row when it is folded, where that is neither somebody nor a place.
    RowTitle,
    /// How a family member is related, as seen from the child.
    Relation,
    /// The name of somebody in the family.
    Person,
    /// Somebody who supports the child: a doctor, a teacher, a therapist.
    Supporter,
    /// The name of a clinic, a school or another place.
    Place,
    /// What kind of support a row tells of.
    SupportKind,
    /// What was diagnosed.
    Diagnosis,
    /// Tells where somebody goes or stays without being an address: the way to work, the parents'
    /// home. Left out where 住所を出さない is asked.
    Whereabouts,
    /// The telephone number of an office: not the family's, and not withheld.
    Office,
    /// How far a whole row may go: a choice with the codes `family`, `ask` and `always`.
    RowReach,
    /// Whether school begins a year later or earlier than the date of birth says: a choice with the
    /// codes `later` and `earlier`.
    SchoolEntry,
}

impl Role {
    /// Whether the answer is said to this app alone, and has no place on paper.
    pub const fn is_for_the_app(self) -> bool {
        matches!(self, Role::RowReach | Role::SchoolEntry)
    }
}

impl Form {
    /// The question with an id among the answers given once.
    pub fn question(&self, id: &str) -> Option<&'static Question> {
        self.once().find(|question| question.id == id)
    }

    /// Every question asked once, over all parts.
    pub fn once(&self) -> impl Iterator<Item = &'static Question> + use<> {
        let mut once = Vec::new();
        for section in self.sections {
            if section.repeat.is_none() {
                once.extend(section.questions);
            }
        }
        once.into_iter()
    }

    /// The repeated parts.
    pub fn groups(&self) -> impl Iterator<Item = &'static Section> + use<> {
        self.sections
            .iter()
            .filter(|section| section.repeat.is_some())
    }

    /// The id of the question asked once that plays a role.
    pub fn with_role(&self, role: Role) -> Option<&'static str> {
        self.once()
            .find(|question| question.role == Some(role))
            .map(|question| question.id)
    }

    /// Whether no id is used twice: for `const _: () = assert!(FORM.ids_are_unique())`.
    pub const fn ids_are_unique(&self) -> bool {
        let mut a = 0;
        while a < self.sections.len() {
            let mut b = a;
            while b < self.sections.len() {
                let (one, other) = (&self.sections[a], &self.sections[b]);
                if a != b && same(one.id, other.id) {
                    return false;
                }
                // Answers given once share one namespace, with the groups' own ids in it.
                let shared = a == b || (one.repeat.is_none() && other.repeat.is_none());
                if shared && !questions_differ(one.questions, other.questions, a == b) {
                    return false;
                }
                if group_is_asked(one, other) || group_is_asked(other, one) {
                    return false;
                }
                b += 1;
            }
            a += 1;
        }
        true
    }
}

impl Section {
    /// The question of this part with an id.
    pub fn question(&self, id: &str) -> Option<&'static Question> {
        self.questions.iter().find(|question| question.id == id)
    }

    /// The question whose answer names a row when it is folded: the one made for it, else who or
    /// where the row is about.
    pub fn title(&self) -> Option<&'static Question> {
        let plays = |roles: &[Role]| {
            let mut questions = self.questions.iter();
            questions.find(|question| question.role.is_some_and(|role| roles.contains(&role)))
        };
        plays(&[Role::RowTitle]).or_else(|| plays(&[Role::Person, Role::Place]))
    }

    /// The questions that are asked today.
    pub fn asked(&self) -> impl Iterator<Item = &'static Question> + use<> {
        self.questions.iter().filter(|question| !question.retired)
    }
}

/// Whether a group has the id of a question asked once.
const fn group_is_asked(group: &Section, once: &Section) -> bool {
    let mut asked = false;
    let mut i = 0;
    while i < once.questions.len() {
        asked |= same(group.id, once.questions[i].id);
        i += 1;
    }
    asked && group.repeat.is_some() && once.repeat.is_none()
}

const fn questions_differ(one: &[Question], other: &[Question], same_part: bool) -> bool {
    let mut i = 0;
    while i < one.len() {
        let mut j = if same_part { i + 1 } else { 0 };
        while j < other.len() {
            if same(one[i].id, other[j].id) {
                return false;
            }
            j += 1;
        }
        i += 1;
    }
    true
}

const fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    let mut i = 0;
    while i < a.len() {
        if a[i] != b[i] {
            return false;
        }
        i += 1;
    }
    true
}
