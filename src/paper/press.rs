//! The parts of a form as blocks. A sheet of paper has so many rows; further entries go on
//! further copies of the same tables.

use super::{
    Area, Block, Cell, Ink, Line, Part, Size, Table, WIDTH, fit, ink,
    ruled::{resolved, table},
};
use crate::{
    form::{Form, Kind, Paper, Question, Role, Section},
    record::{Answers, Record},
    sheet::{Facts, Sheet},
    text::Lang,
};

/// Lines in a cell before a text goes on in a 別紙: a row stays under a quarter of the page.
const MOST_LINES: usize = 12;
/// Width of the labels of a plain table, mm.
const LABELS: u8 = 48;

/// The rest of a text that is too long for its place.
#[derive(Debug)]
pub(super) struct Annex {
    /// Whose rest it is.
    pub label: String,
    /// What is left.
    pub rest: String,
}

/// Sets one record.
pub(super) struct Press<'a> {
    record: &'a Record,
    facts: Facts,
    /// What did not fit so far. Their numbers are their places, from 1.
    pub annexes: Vec<Annex>,
}

/// One entry of a part; answers given once are its only one.
pub(super) struct Entry<'a> {
    pub section: &'static Section,
    /// From 1.
    pub number: usize,
    pub answers: &'a Answers,
}

impl<'a> Press<'a> {
    pub fn new(record: &'a Record, facts: Facts) -> Self {
        Press {
            record,
            facts,
            annexes: Vec::new(),
        }
    }

    /// The lines beside the title.
    pub fn head(&mut self, form: &Form) -> Vec<Line> {
        let mut lines = Vec::new();
        let heads = form.sections.iter();
        for section in heads.filter(|part| matches!(part.paper, Paper::Head)) {
            let entry = Entry {
                section,
                number: 1,
                answers: &self.record.answers,
            };
            for question in section.questions {
                if printed(question, entry.answers) {
                    lines.push(self.head_line(question, &entry));
                }
            }
        }
        lines
    }

    fn head_line(&mut self, question: &Question, entry: &Entry<'_>) -> Line {
        let answer = self.lines(
            question,
            entry,
            Size::Text,
            f32::from(WIDTH) - fit::TITLE,
            None,
        );
        let inks: Vec<Ink> = answer.into_iter().flat_map(|line| line.inks).collect();
        let (before, after) = match question.kind {
            Kind::Age(_) => ("　", ""),
            _ if inks.is_empty() => ("（", "　　　　　　　　　　）"),
            _ => ("（", "）"),
        };
        let before = vec![ink::printed(question.label.ja), ink::printed(before)];
        Line::new(
            Size::Text,
            [before, inks, vec![ink::printed(after)]].concat(),
        )
    }

    /// What stands on the sheet, from top to bottom, however long it is.
    pub fn blocks(&mut self, form: &Form) -> Vec<Block> {
        let mut blocks = Vec::new();
        for section in form.sections {
            self.part(section, &mut blocks);
        }
        let unknown = Sheet::of(form, self.record, self.facts, Lang::Ja).unknown;
        if unknown > 0 {
            let said = format!("※このほかに、新しい版で書かれた項目が{unknown}件あります。");
            blocks.push(Block::Note(vec![small(&said)]));
        }
        blocks
    }

    fn part(&mut self, section: &'static Section, blocks: &mut Vec<Block>) {
        let record = self.record;
        let (all, rows) = match section.repeat {
            None => (std::slice::from_ref(&record.answers), 1),
            Some(repeat) => (record.entries(section), repeat.rows.max(1)),
        };
        let made = all.len();
        // Behind the entries stands room for handwriting, as much as the paper has.
        let blank = Answers::default();
        let answers = all.iter().chain(std::iter::repeat_n(&blank, rows));
        let entries = answers.zip(1..).map(|(answers, number)| Entry {
            section,
            number,
            answers,
        });
        let entries: Vec<_> = entries.collect();
        let shown = &entries[..made.max(rows)];

        let table = match section.paper {
            Paper::Head => return,
            Paper::Boxes(share) => {
                self.boxes(shown, share, blocks);
                None
            }
            Paper::Plain => {
                self.plain(shown, |_| true, blocks);
                None
            }
            Paper::Grid {
                title_above,
                widths,
                rows: grid,
            } => {
                let widths = resolved(widths, WIDTH);
                let set = |entry| self.grid(entry, &widths, grid);
                let set = entries.iter().map(set).collect();
                let title = title_above.then_some(section.title.ja);
                Some(table(section, title, widths, set))
            }
            Paper::Table {
                columns,
                title_at_side,
                height,
                ..
            } => Some(self.table(&entries, columns, title_at_side, height)),
        };
        match table {
            None => blocks.extend(section.note.map(|_| Block::Note(note(section)))),
            Some(table) => blocks.push(Block::Table(Table {
                made,
                rows,
                note: note(section),
                ..table
            })),
        }
        // What the paper has no place for (any more) is printed behind, where it was answered.
        let unplaced = |question: &Question| !section.paper.places(question.id);
        self.plain(&entries[..made], unplaced, blocks);
    }

    fn boxes(&mut self, entries: &[Entry<'_>], share: u8, blocks: &mut Vec<Block>) {
        for entry in entries {
            for question in entry.section.questions {
                if !printed(question, entry.answers) {
                    continue;
                }
                // How much of it fits is known when the page is shared out.
                let lines = ink::answer(question, entry.answers, self.facts, false);
                let lines = lines.into_iter().map(|inks| Line::new(Size::Long, inks));
                blocks.push(Block::Area(Area {
                    label: entry.label(question),
                    hint: question.hint.map(|hint| hint.ja),
                    lines: lines.collect(),
                    share,
                }));
            }
        }
    }

    /// Label left, answer right, for the chosen questions.
    fn plain(
        &mut self,
        entries: &[Entry<'_>],
        chosen: impl Fn(&Question) -> bool,
        blocks: &mut Vec<Block>,
    ) {
        let mut rows = Vec::new();
        for entry in entries {
            for question in entry.section.questions {
                if chosen(question) && printed(question, entry.answers) {
                    let label = Line::new(Size::Text, ink::label(&entry.label(question)));
                    rows.push(vec![vec![
                        Cell::new(Part::RowHead, LABELS, vec![label]),
                        self.answers(entry, &[question.id], WIDTH - LABELS, Size::Text, false),
                    ]]);
                }
            }
        }
        if let (Some(first), false) = (entries.first(), rows.is_empty()) {
            let (section, widths) = (first.section, vec![LABELS, WIDTH - LABELS]);
            let title = Some(section.title.ja);
            blocks.push(Block::Table(table(section, title, widths, rows)));
        }
    }

    /// An answer, its rest in a 別紙 where it is too long for a place of so many mm.
    pub(super) fn lines(
        &mut self,
        question: &Question,
        entry: &Entry<'_>,
        size: Size,
        width: f32,
        bracket: Option<&'static str>,
    ) -> Vec<Line> {
        let ems = fit::ems(size, width) - bracket.map_or(0.0, fit::bracket);
        let mut lines = Vec::new();
        for inks in ink::answer(question, entry.answers, self.facts, bracket.is_some()) {
            let mut line = Line {
                size,
                bracket,
                inks,
            };
            let label = entry.label(question);
            shorten(&mut line, ems, MOST_LINES, &label, &mut self.annexes);
            lines.push(line);
        }
        lines
    }
}

impl Entry<'_> {
    /// The label of a question, and of which entry.
    fn label(&self, question: &Question) -> String {
        let label = question.label.ja;
        match self.section.repeat {
            None => label.to_owned(),
            Some(repeat) => format!("{label}（{}{}）", repeat.entry.ja, self.number),
        }
    }
}

/// Moves what does not fit in so many lines to a 別紙, and says so.
pub(super) fn shorten(
    line: &mut Line,
    ems: f32,
    lines: usize,
    label: &str,
    annexes: &mut Vec<Annex>,
) {
    let written = line.inks.iter_mut().find_map(|ink| match ink {
        Ink::Written(text) => Some(text),
        _ => None,
    });
    let Some(text) = written else { return };
    if fit::cut(text, ems, lines).is_none() {
        return;
    }
    // Two lines are kept for the reference.
    let Some((kept, rest)) = fit::cut(text, ems, lines.saturating_sub(2).max(1)) else {
        return;
    };
    annexes.push(Annex {
        label: label.to_owned(),
        rest: rest.to_owned(),
    });
    *text = kept.to_owned();
    let reference = format!("（別紙{}につづく）", annexes.len());
    line.inks.push(Ink::Small(reference));
}

/// Whether a question stands on paper: always, or when it is retired, if it was answered. How far
/// a row may go is said to this app, not on paper.
fn printed(question: &Question, answers: &Answers) -> bool {
    let answered = answers.get(question.id).is_some();
    question.role != Some(Role::RowReach) && (!question.retired || answered)
}

fn small(text: &str) -> Line {
    Line::new(Size::Small, vec![ink::printed(text)])
}

/// The part's note, small; under a head of its own as a point addressed to the parents.
fn note(section: &Section) -> Vec<Line> {
    let Some(note) = section.note else {
        return Vec::new();
    };
    match section.paper {
        Paper::Table {
            note_head: Some(head),
            ..
        } => vec![small(head), small(&format!("・{}", note.ja))],
        _ => vec![small(note.ja)],
    }
}
