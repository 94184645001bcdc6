//! How a part stands on the A4 sheet. Only what the paper decides; without a word here a part
//! prints as a plain table of labels and answers.

/// The layout of one part on paper.
#[derive(Debug, Clone, Copy)]
pub enum Paper {
    /// Label left, answer right.
    Plain,
    /// Short answers in the head of the sheet, in parentheses: 記入日（　年　月　日）.
    Head,
    /// A ruled grid, row by row; a repeated part prints it once for every entry.
    Grid {
        /// Widths of the columns in mm; 0 takes what is left.
        widths: &'static [u8],
        /// The rows.
        rows: &'static [&'static [Cell]],
    },
    /// One entry in every row; the heads are the questions' labels.
    Table {
        /// The columns, left to right.
        columns: &'static [Column],
        /// Whether the part's title stands upright at the left edge.
        title_at_side: bool,
        /// Least height of a row, mm.
        height: u8,
    },
    /// One ruled box for every question, its label above, at least so many mm high.
    Boxes(u8),
}

/// A column of [`Paper::Table`].
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// Questions stacked in the cell.
    pub ids: &'static [&'static str],
    /// Width in mm; 0 takes what is left.
    pub width: u8,
    /// Whether each answer carries its label in the cell: 診断名[　].
    pub labelled: bool,
}

/// A cell of [`Paper::Grid`].
#[derive(Debug, Clone, Copy)]
pub struct Cell {
    /// What stands in it.
    pub what: What,
    /// Columns it spans.
    pub cols: u8,
    /// Rows it spans.
    pub rows: u8,
}

/// What stands in a cell.
#[derive(Debug, Clone, Copy)]
pub enum What {
    /// The number of the entry, from 1.
    Number,
    /// A question's label.
    Label(&'static str),
    /// Answers, one below the other.
    Answer(&'static [&'static str]),
}

impl Column {
    /// A column of stacked answers.
    pub const fn of(ids: &'static [&'static str], width: u8) -> Self {
        Column {
            ids,
            width,
            labelled: false,
        }
    }

    /// Each answer carries its label.
    pub const fn labelled(mut self) -> Self {
        self.labelled = true;
        self
    }
}

impl Cell {
    /// A label.
    pub const fn label(id: &'static str) -> Self {
        Cell {
            what: What::Label(id),
            cols: 1,
            rows: 1,
        }
    }

    /// Answers, one below the other.
    pub const fn answer(ids: &'static [&'static str]) -> Self {
        Cell {
            what: What::Answer(ids),
            cols: 1,
            rows: 1,
        }
    }

    /// The entry's number.
    pub const fn number() -> Self {
        Cell {
            what: What::Number,
            cols: 1,
            rows: 1,
        }
    }

    /// Spans columns and rows.
    pub const fn span(mut self, cols: u8, rows: u8) -> Self {
        self.cols = cols;
        self.rows = rows;
        self
    }
}
