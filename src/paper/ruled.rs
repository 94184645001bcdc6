//! Ruled tables and grids.

use super::{
    Bracket, Cell, Line, Part, Row, Side, Size, Table, fit, ink,
    press::{Entry, Press},
};
use crate::form::{self, Column, Edge, Kind, Question, Role, Section, What};

/// Width of an upright title at the edge of a table, mm.
const UPRIGHT: u8 = 11;
/// Width of a title left of rows, mm.
const ACROSS: u8 = 22;
/// Width of a title left of rows without heads, mm.
const STAGE: u8 = 34;

/// How the answers of a cell carry their labels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Labels {
    /// Not at all: the label stands elsewhere.
    None,
    /// 診断名［　］
    Square,
    /// 園名（　）
    Round,
}

/// A column so narrow holds a word, which stands in its middle, mm.
const NARROW: u8 = 20;

impl Press<'_> {
    /// One entry in every row.
    pub(super) fn table(
        &mut self,
        entries: &[Entry<'_>],
        columns: &[Column],
        edge: Edge,
        height: u8,
    ) -> Table {
        let section = entries[0].section;
        let side = match edge {
            Edge::Bare => None,
            Edge::Upright => Some(UPRIGHT),
            Edge::Across => Some(ACROSS),
        };
        let room = self.fit.width - side.unwrap_or(0);
        let widths: Vec<_> = columns.iter().map(|column| column.width).collect();
        let widths = resolved(&widths, room);
        let heads = columns.iter().zip(&widths);
        let head = heads.map(|(column, width)| column_head(section, column, *width));
        let head = head.collect();
        let mut rows = Vec::new();
        for entry in entries {
            let cells = columns.iter().zip(&widths).map(|(column, width)| {
                let labels = if column.labelled {
                    Labels::Square
                } else {
                    Labels::None
                };
                Cell {
                    height,
                    ..self.answers(entry, column.ids, *width, Size::Cell, labels)
                }
            });
            rows.push(vec![cells.collect()]);
        }
        let side = side.map(|width| Side {
            line: Line::new(Size::Cell, ink::label(section.title.ja)),
            width,
            upright: edge == Edge::Upright,
        });
        Table {
            side,
            head,
            ..table(section, None, widths, rows)
        }
    }

    /// Rows without heads, every answer in round brackets.
    pub(super) fn bracketed(
        &mut self,
        entries: &[Entry<'_>],
        columns: &[Column],
        height: u8,
    ) -> Table {
        let section = entries[0].section;
        let widths: Vec<_> = columns.iter().map(|column| column.width).collect();
        let widths = resolved(&widths, self.fit.width - STAGE);
        let mut rows = Vec::new();
        for entry in entries {
            let cells = columns.iter().zip(&widths).map(|(column, width)| Cell {
                height,
                centred: false,
                ..self.answers(entry, column.ids, *width, Size::Cell, Labels::Round)
            });
            rows.push(vec![cells.collect()]);
        }
        let side = Side {
            line: Line::new(Size::Text, ink::label(section.title.ja)),
            width: STAGE,
            upright: false,
        };
        Table {
            side: Some(side),
            ..table(section, None, widths, rows)
        }
    }

    /// The rows of one entry.
    pub(super) fn grid(
        &mut self,
        entry: &Entry<'_>,
        widths: &[u8],
        rows: &[&[form::Cell]],
    ) -> Vec<Row> {
        // For how many rows more each column is taken from above, and whether by a reading.
        let mut taken = vec![0_u8; widths.len()];
        let mut reading = vec![false; widths.len()];
        let mut grid = Vec::new();
        for row in rows {
            let mut cells = Vec::new();
            let mut column = 0;
            for (index, cell) in row.iter().enumerate() {
                while taken.get(column).is_some_and(|taken| *taken > 0) {
                    column += 1;
                }
                let end = widths.len().min(column + usize::from(cell.cols));
                let width = widths[column..end].iter().sum();
                let set = Cell {
                    cols: cell.cols,
                    rows: cell.rows,
                    height: cell.height,
                    read: reading[column..end].contains(&true),
                    ..self.grid_cell(entry, cell, row.get(index + 1), width)
                };
                taken[column..end].fill(cell.rows);
                reading[column..end].fill(set.is_reading());
                column = end;
                cells.push(set);
            }
            for taken in &mut taken {
                *taken = taken.saturating_sub(1);
            }
            grid.push(cells);
        }
        grid
    }

    fn grid_cell(
        &mut self,
        entry: &Entry<'_>,
        cell: &form::Cell,
        next: Option<&form::Cell>,
        width: u8,
    ) -> Cell {
        let printed = |text: &str| Line::new(Size::Text, vec![ink::printed(text)]);
        match cell.what {
            What::Number => {
                let number = printed(&entry.number.to_string());
                Cell::new(Part::RowHead, width, vec![number])
            }
            What::Label(id) => {
                let answer = next.is_some_and(|next| next.answers(id));
                let part = if answer {
                    Part::RowHead
                } else {
                    Part::ColumnHead
                };
                let label = self
                    .question(entry.section, id)
                    .map(|question| label(question, Size::Text));
                Cell::new(part, width, label.into_iter().collect())
            }
            What::Head(words) => Cell::new(Part::ColumnHead, width, vec![printed(words)]),
            What::Answer(ids) => {
                let blank = ids.iter().all(|id| entry.answers.get(id).is_none());
                let lines: Vec<Line> = if cell.of_the_city {
                    self.city.iter().map(|text| printed(text)).collect()
                } else {
                    cell.preprinted.iter().map(|text| printed(text)).collect()
                };
                if blank && !lines.is_empty() {
                    return Cell::new(Part::Answer, width, lines);
                }
                self.answers(entry, ids, width, Size::Text, Labels::None)
            }
        }
    }

    /// A cell of answers, one below the other.
    pub(super) fn answers(
        &mut self,
        entry: &Entry<'_>,
        ids: &[&str],
        width: u8,
        size: Size,
        labels: Labels,
    ) -> Cell {
        let section = entry.section;
        let (mut lines, mut short) = (Vec::new(), true);
        for id in ids {
            let Some(question) = self.question(section, id) else {
                continue;
            };
            // What only some rows tell stands there with its name, and leaves no room elsewhere.
            if question.folded && entry.answers.get(question.id).is_none() {
                continue;
            }
            let named = question.folded && ids.len() > 1;
            // What has too many given answers to print them all is written, and says what it is.
            let written = ids.len() > 1 && ink::is_brief(question);
            let square = !named && (labels == Labels::Square || written);
            let bracket = (square || labels == Labels::Round).then_some(Bracket {
                label: question.label.ja,
                round: labels == Labels::Round,
            });
            let size = match bracket {
                _ if named => Size::Small,
                Some(Bracket { round: false, .. }) => Size::Small,
                Some(_) => size,
                None => size_of(question, section, size),
            };
            let room = fit::in_cell(width);
            let mut set = self.lines(question, entry, size, room, bracket);
            if let (Kind::Age(_), Some(line)) = (question.kind, set.first_mut()) {
                line.size = Size::Small;
                line.inks
                    .insert(0, ink::printed(&format!("（{}:　", question.label.ja)));
                line.inks.push(ink::printed("）"));
            }
            if let (Some(on), Some(line)) = (section.paper.age_on(id), set.last_mut()) {
                let answer = |id| entry.answers.get(id);
                line.inks.extend(ink::years(answer(id), answer(on)));
            }
            if let (true, Some(line)) = (named, set.first_mut()) {
                let name = format!("{}：", question.label.ja);
                line.inks.insert(0, ink::printed(&name));
            }
            lines.extend(set);
            short &= matches!(
                question.kind,
                Kind::Date | Kind::Age(_) | Kind::One(_) | Kind::Phone | Kind::Milestone
            );
        }
        Cell {
            centred: short || width <= NARROW,
            ..Cell::new(Part::Answer, width, lines)
        }
    }
}

fn size_of(question: &Question, section: &Section, size: Size) -> Size {
    let reads = |kana: &Question| matches!(kana.kind, Kind::Kana(of) if of == question.id);
    match question.kind {
        Kind::Kana(_) => Size::Kana,
        _ if question.role == Some(Role::Name) => Size::Big,
        _ if section.questions.iter().any(reads) => Size::Name,
        _ => size,
    }
}

fn label(question: &Question, size: Size) -> Line {
    let size = match question.kind {
        Kind::Kana(_) => Size::Kana,
        _ => size,
    };
    Line::new(size, ink::label(question.label.ja))
}

fn column_head(section: &Section, column: &Column, width: u8) -> Cell {
    let lines = match column.head {
        Some(head) => vec![Line::new(Size::Cell, ink::label(head))],
        None => {
            let questions = column.ids.iter().filter_map(|id| section.question(id));
            questions
                .map(|question| label(question, Size::Cell))
                .collect()
        }
    };
    Cell::new(Part::ColumnHead, width, lines)
}

/// The widths of columns; what is left goes to those of width 0.
pub(super) fn resolved(widths: &[u8], room: u8) -> Vec<u8> {
    let left = room.saturating_sub(widths.iter().sum());
    let open: u8 = widths.iter().map(|width| u8::from(*width == 0)).sum();
    let resolve = |width: &u8| match *width {
        0 => left / open,
        width => width,
    };
    widths.iter().map(resolve).collect()
}

/// A table without heads and notes, all of whose entries were made.
pub(super) fn table(
    section: &Section,
    title: Option<String>,
    widths: Vec<u8>,
    entries: Vec<Vec<Row>>,
) -> Table {
    Table {
        name: section.title.ja,
        title,
        side: None,
        joined: false,
        widths,
        head: Vec::new(),
        made: entries.len(),
        rows: entries.len(),
        entries,
        note: Vec::new(),
    }
}
