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
        /// Whether the part's title stands above it.
        title_above: bool,
        /// Widths of the columns in mm; 0 takes what is left.
        widths: &'static [u8],
        /// The rows.
        rows: &'static [&'static [Cell]],
    },
    /// One entry in every row; the heads are the questions' labels.
    Table {
        /// The columns, left to right.
        columns: &'static [Column],
        /// Whether and how the part's title stands at the left edge.
        edge: Edge,
        /// Least height of a row, mm.
        height: u8,
        /// What stands in bold over the part's note, below the table.
        note_head: Option<&'static str>,
    },
    /// Rows without heads: every answer in brackets behind its label, the part's title left of them
    /// all; its note stands above. Parts that follow each other so are one table.
    Bracketed {
        /// The columns, left to right.
        columns: &'static [Column],
        /// Height of a row, mm.
        height: u8,
    },
    /// A ruled line for every answer, and below what the paper says.
    Letter(&'static [Passage]),
    /// In the grid of another part that is asked once.
    Elsewhere,
    /// One ruled box for every question, its label and hint inside on top; the boxes of a sheet
    /// share what is left of the page in these proportions.
    Boxes(u8),
}

/// The title of a part at the left edge of its table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edge {
    /// There is none.
    Bare,
    /// From top to bottom.
    Upright,
    /// From left to right.
    Across,
}

/// What the paper says under a heading.
#[derive(Debug, Clone, Copy)]
pub struct Passage {
    /// The heading.
    pub head: &'static str,
    /// The points below it.
    pub points: &'static [&'static str],
}

/// A column of [`Paper::Table`] and of [`Paper::Bracketed`].
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// Questions stacked in the cell.
    pub ids: &'static [&'static str],
    /// Width in mm; 0 takes what is left.
    pub width: u8,
    /// The head, where the paper has other words than the questions' labels.
    pub head: Option<&'static str>,
    /// Whether each answer carries its label in the cell: 診断名［　］.
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
    /// Least height, mm; 0 where the text decides.
    pub height: u8,
    /// The date on which the age since the answer is printed behind it: （　　歳）.
    pub age_on: Option<&'static str>,
    /// What the paper prints here for as long as nothing is answered in this cell, line by line.
    pub preprinted: &'static [&'static str],
    /// Whether the city has something printed here, for as long as nothing is answered in this cell.
    pub of_the_city: bool,
}

/// What stands in a cell.
#[derive(Debug, Clone, Copy)]
pub enum What {
    /// The number of the entry, from 1.
    Number,
    /// A question's label.
    Label(&'static str),
    /// Answers, one below the other; in a part that is asked once, of any such part.
    Answer(&'static [&'static str]),
    /// A heading the paper has over cells.
    Head(&'static str),
}

impl Paper {
    /// Whether the layout has a place for the answer to a question.
    pub fn places(&self, id: &str) -> bool {
        match self {
            Paper::Plain | Paper::Head | Paper::Boxes(_) | Paper::Letter(_) | Paper::Elsewhere => {
                true
            }
            Paper::Grid { rows, .. } => rows.iter().copied().flatten().any(|cell| cell.answers(id)),
            Paper::Table { columns, .. } | Paper::Bracketed { columns, .. } => {
                columns.iter().any(|column| column.ids.contains(&id))
            }
        }
    }
}

impl Paper {
    /// The date on which the age since the answer to a question is printed behind it.
    pub fn age_on(&self, id: &str) -> Option<&'static str> {
        let Paper::Grid { rows, .. } = self else {
            return None;
        };
        let mut cells = rows.iter().copied().flatten();
        cells.find(|cell| cell.answers(id))?.age_on
    }
}

impl Column {
    /// A column of stacked answers.
    pub const fn of(ids: &'static [&'static str], width: u8) -> Self {
        Column {
            ids,
            width,
            head: None,
            labelled: false,
        }
    }

    /// The words in the head.
    pub const fn headed(mut self, head: &'static str) -> Self {
        self.head = Some(head);
        self
    }

    /// Each answer carries its label.
    pub const fn labelled(mut self) -> Self {
        self.labelled = true;
        self
    }
}

impl Cell {
    const fn new(what: What) -> Self {
        Cell {
            what,
            cols: 1,
            rows: 1,
            height: 0,
            age_on: None,
            preprinted: &[],
            of_the_city: false,
        }
    }

    /// Whether the answer to a question stands in it.
    pub fn answers(&self, id: &str) -> bool {
        matches!(self.what, What::Answer(ids) if ids.contains(&id))
    }

    /// A label.
    pub const fn label(id: &'static str) -> Self {
        Cell::new(What::Label(id))
    }

    /// Answers, one below the other.
    pub const fn answer(ids: &'static [&'static str]) -> Self {
        Cell::new(What::Answer(ids))
    }

    /// A heading over `cols` columns.
    pub const fn head(words: &'static str, cols: u8) -> Self {
        Cell::new(What::Head(words)).span(cols, 1)
    }

    /// The entry's number.
    pub const fn number() -> Self {
        Cell::new(What::Number)
    }

    /// Spans columns and rows.
    pub const fn span(mut self, cols: u8, rows: u8) -> Self {
        self.cols = cols;
        self.rows = rows;
        self
    }

    /// At least so many mm high.
    pub const fn tall(mut self, height: u8) -> Self {
        self.height = height;
        self
    }

    /// The age on a date behind the answer.
    pub const fn age_on(mut self, date: &'static str) -> Self {
        self.age_on = Some(date);
        self
    }

    /// Printed for as long as nothing is answered.
    pub const fn preprinted(mut self, lines: &'static [&'static str]) -> Self {
        self.preprinted = lines;
        self
    }

    /// What the city has printed, for as long as nothing is answered.
    pub const fn of_the_city(mut self) -> Self {
        self.of_the_city = true;
        self
    }
}
