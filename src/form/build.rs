//! The words a form table is written in: `const fn` builders, so that an error points at its line.

use super::{Choice, Form, Kind, Lane, Offer, Paper, Question, Reach, Repeat, Role, Section};
use crate::text::Text;

const fn question(id: &'static str, label: Text, kind: Kind) -> Question {
    Question {
        id,
        label,
        hint: None,
        kind,
        role: None,
        folded: false,
        reach: Reach::Sheet,
        offer: None,
        retired: false,
    }
}

/// One line of text.
pub const fn line(id: &'static str, label: Text) -> Question {
    question(id, label, Kind::Line)
}

/// Text of any length.
pub const fn lines(id: &'static str, label: Text) -> Question {
    question(id, label, Kind::Lines)
}

/// The reading of the question `of`.
pub const fn kana(id: &'static str, label: Text, of: &'static str) -> Question {
    question(id, label, Kind::Kana(of))
}

/// A date, any part of which may be missing.
pub const fn date(id: &'static str, label: Text) -> Question {
    question(id, label, Kind::Date)
}

/// A time or a period.
pub const fn period(id: &'static str, label: Text) -> Question {
    question(id, label, Kind::Period)
}

/// A period by year and month alone.
pub const fn months(id: &'static str, label: Text) -> Question {
    question(id, label, Kind::Months)
}

/// Since when a child can do something.
pub const fn milestone(id: &'static str, label: Text) -> Question {
    question(id, label, Kind::Milestone)
}

/// The child's age, computed, on the date `on`.
pub const fn age(id: &'static str, label: Text, on: &'static str) -> Question {
    question(id, label, Kind::Age(on))
}

/// One of the given answers.
pub const fn one(id: &'static str, label: Text, choices: &'static [Choice]) -> Question {
    question(id, label, Kind::One(choices))
}

/// All of the given answers that apply.
pub const fn many(id: &'static str, label: Text, choices: &'static [Choice]) -> Question {
    question(id, label, Kind::Many(choices))
}

/// Photos and PDFs. They never leave with their sheet.
pub const fn files(id: &'static str, label: Text) -> Question {
    question(id, label, Kind::Files).reach(Reach::Stays)
}

/// A signature drawn by hand.
pub const fn drawn(id: &'static str, label: Text) -> Question {
    question(id, label, Kind::Drawn)
}

/// A telephone number.
pub const fn phone(id: &'static str, label: Text) -> Question {
    question(id, label, Kind::Phone)
}

/// A postal code.
pub const fn postcode(id: &'static str, label: Text) -> Question {
    question(id, label, Kind::Postcode)
}

impl Question {
    /// Adds help under the label.
    pub const fn hint(mut self, hint: Text) -> Self {
        self.hint = Some(hint);
        self
    }

    /// Says what code must know of it.
    pub const fn role(mut self, role: Role) -> Self {
        self.role = Some(role);
        self
    }

    /// Waits under もっと書く.
    pub const fn folded(mut self) -> Self {
        self.folded = true;
        self
    }

    /// Says how far the answer may go.
    pub const fn reach(mut self, reach: Reach) -> Self {
        self.reach = reach;
        self
    }

    /// Says what typed elsewhere is offered here.
    pub const fn offer(mut self, offer: Offer) -> Self {
        self.offer = Some(offer);
        self
    }

    /// No longer asked.
    pub const fn retired(mut self) -> Self {
        self.retired = true;
        self
    }
}

/// A part whose questions are asked once.
pub const fn section(id: &'static str, title: Text, questions: &'static [Question]) -> Section {
    Section {
        id,
        title,
        note: None,
        repeat: None,
        questions,
        paper: Paper::Plain,
        lane: None,
    }
}

/// A part that may be answered any number of times; the paper has `rows` of them.
pub const fn repeat(
    id: &'static str,
    title: Text,
    rows: usize,
    add: Text,
    entry: Text,
    questions: &'static [Question],
) -> Section {
    Section {
        id,
        title,
        note: None,
        repeat: Some(Repeat { rows, add, entry }),
        questions,
        paper: Paper::Plain,
        lane: None,
    }
}

impl Section {
    /// Adds a sentence under the heading.
    pub const fn note(mut self, note: Text) -> Self {
        self.note = Some(note);
        self
    }

    /// Says where its dates stand on the timeline.
    pub const fn lane(mut self, lane: Lane) -> Self {
        self.lane = Some(lane);
        self
    }

    /// Says how the part stands on the printed sheet.
    pub const fn paper(mut self, paper: Paper) -> Self {
        self.paper = paper;
        self
    }
}

impl Choice {
    /// A given answer.
    pub const fn new(code: &'static str, label: Text) -> Self {
        Choice { code, label }
    }
}

impl Form {
    /// Stops the build when an id is used twice.
    #[must_use]
    pub const fn checked(self) -> Self {
        assert!(self.ids_are_unique(), "an id is used twice in this form");
        self
    }
}
