//! What of a sheet is offered for a hand-over: a sensible minimum, as data.

/// A part of a sheet that is offered.
#[derive(Debug, Clone, Copy)]
pub struct Least {
    /// Id of the form.
    pub form: &'static str,
    /// Id of the part.
    pub part: &'static str,
    /// Which questions of it; none named: all that go with their sheet.
    pub questions: &'static [&'static str],
    /// Which rows, where the part repeats.
    pub rows: Rows,
}

/// Which rows of a repeated part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rows {
    /// Every row.
    All,
    /// Those whose period goes on, or that have none.
    Open,
}

impl Least {
    /// A part, all of its rows.
    pub const fn part(form: &'static str, part: &'static str) -> Least {
        Least {
            form,
            part,
            questions: &[],
            rows: Rows::All,
        }
    }

    /// Some questions only.
    pub const fn only(mut self, questions: &'static [&'static str]) -> Least {
        self.questions = questions;
        self
    }

    /// Only rows that go on.
    pub const fn open(mut self) -> Least {
        self.rows = Rows::Open;
        self
    }
}
