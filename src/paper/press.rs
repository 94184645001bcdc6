//! The parts of a form as blocks. A sheet of paper has so many rows; further entries go on
//! further copies of the same tables.

use super::{
    Area, Block, Bracket, Cell, Ink, Line, Manner, Part, Row, Size, Table,
    fit::{self, Fit},
    ink,
    ruled::{Labels, resolved, table},
};
use crate::{
    form::{Form, Kind, Paper, Passage, Question, Role, Section},
    record::{Answers, Record},
    sheet::{Facts, Sheet},
    text::{Lang, Text},
};

/// Lines in a cell before a text goes on in a 別紙: a row stays under a quarter of the page.
const MOST_LINES: usize = 12;
/// No entry that stays together is higher, mm.
const MOST_HEIGHT: f32 = 200.0;
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
    pub fit: Fit,
    record: &'a Record,
    facts: Facts,
    /// Whether it is a record, and no blank sheet.
    filled: bool,
    /// Whether the type is large.
    large: bool,
    /// The language in which labels are said once more.
    beside: Option<Lang>,
    /// What is asked once, over all parts.
    once: Vec<&'static Question>,
    /// What the city has printed where an address is written.
    pub city: &'a [String],
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
    pub fn new(record: &'a Record, facts: Facts, fit: Fit, filled: bool, manner: Manner) -> Self {
        Press {
            fit,
            record,
            facts,
            filled,
            large: manner.large,
            beside: manner.beside,
            once: Vec::new(),
            city: &[],
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
                    lines.extend(self.again(question.label));
                }
            }
        }
        lines
    }

    fn head_line(&mut self, question: &Question, entry: &Entry<'_>) -> Line {
        let width = self.fit.beside_title();
        let answer = self.lines(question, entry, Size::Text, width, None);
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
        self.once = form.once().collect();
        blocks.extend(self.again(form.title).map(|line| Block::Note(vec![line])));
        for section in form.sections {
            let spelled_out = self.large || self.beside.is_some();
            if spelled_out && !matches!(section.paper, Paper::Head) {
                self.spelled_out(section, &mut blocks);
            } else {
                self.part(section, &mut blocks);
            }
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
        // On a blank sheet all rows are there to be written in.
        let made = if self.filled { all.len() } else { rows };
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

        if let Paper::Bracketed { .. } = section.paper {
            let pointer = section.note.map(|note| small(&format!("◆{}", note.ja)));
            blocks.extend(pointer.map(|line| Block::Note(vec![line])));
        }
        let table = match section.paper {
            Paper::Head | Paper::Elsewhere => return,
            Paper::Boxes(share) => {
                self.boxes(shown, share, blocks);
                None
            }
            Paper::Plain => {
                self.plain(shown, |_| true, blocks);
                None
            }
            Paper::Letter(passages) => {
                self.plain(shown, |_| true, blocks);
                blocks.extend(passages.iter().map(passage));
                None
            }
            Paper::Grid {
                title_above,
                widths,
                rows: grid,
            } => {
                let widths = resolved(widths, self.fit.width);
                let set = |entry| self.grid(entry, &widths, grid);
                let set = entries.iter().map(set).collect();
                let title = title_above.then(|| section.title.ja.to_owned());
                Some(table(section, title, widths, set))
            }
            Paper::Table {
                columns,
                edge,
                height,
                ..
            } => Some(self.table(&entries, columns, edge, height)),
            Paper::Bracketed { columns, height } => {
                let mut table = self.bracketed(&entries, columns, height);
                let before = blocks.last();
                table.joined = matches!(before, Some(Block::Table(before)) if !before.widths.is_empty()
                    && before.side.as_ref().is_some_and(|side| !side.upright));
                Some(table)
            }
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

    /// Large print: every entry as a table of its own, a row for every answer.
    fn spelled_out(&mut self, section: &'static Section, blocks: &mut Vec<Block>) {
        let record = self.record;
        let blank = Answers::default();
        let all = match section.repeat {
            None => std::slice::from_ref(&record.answers),
            Some(_) => record.entries(section),
        };
        let rows = section.repeat.map_or(1, |repeat| repeat.rows);
        let room = if self.filled { 1 } else { rows };
        let answers = all.iter().chain(std::iter::repeat_n(&blank, room));
        for (answers, number) in answers.zip(1..=all.len().max(room)) {
            let entry = Entry {
                section,
                number,
                answers,
            };
            let title = match section.repeat {
                None => section.title.ja.to_owned(),
                // A school is one of its stage.
                Some(repeat) if matches!(section.paper, Paper::Bracketed { .. }) => {
                    format!("{}　{} {number}", section.title.ja, repeat.entry.ja)
                }
                Some(repeat) => format!("{} {number}", repeat.entry.ja),
            };
            let title = match self.beside {
                Some(lang) if number == 1 => format!("{title}　{}", section.title.to(lang)),
                _ => title,
            };
            let asked = section.questions.iter();
            let asked = asked.filter(|question| printed(question, answers));
            let mut rows: Vec<_> = asked
                .map(|question| self.labelled(question.label.ja, question, &entry))
                .collect();
            // Of a part in which all waits to be asked for, nothing stands on paper.
            if rows.is_empty() {
                continue;
            }
            // An entry stays together where it can.
            let together = rows.concat();
            if section.repeat.is_some() && self.fit.rows(&together) < MOST_HEIGHT {
                rows = vec![together];
            }
            blocks.push(Block::Table(self.labels(section, Some(title), rows)));
        }
        blocks.extend(section.note.map(|_| Block::Note(note(section))));
        if let Paper::Letter(passages) = section.paper {
            blocks.extend(passages.iter().map(passage));
        }
    }

    /// A row: label left, answer right.
    fn labelled(
        &mut self,
        label: &str,
        question: &'static Question,
        entry: &Entry<'_>,
    ) -> Vec<Row> {
        let label = [Line::new(Size::Text, ink::label(label))];
        let label = label
            .into_iter()
            .chain(self.again(question.label))
            .collect();
        let width = self.fit.width - LABELS;
        let mut answer = self.answers(entry, &[question.id], width, Size::Text, Labels::None);
        answer.centred &= !self.large;
        vec![vec![Cell::new(Part::RowHead, LABELS, label), answer]]
    }

    /// What the form says, once more in the language beside it.
    fn again(&self, text: Text) -> Option<Line> {
        let lang = self.beside?;
        Some(Line::new(
            Size::Small,
            vec![Ink::Beside(lang, text.to(lang))],
        ))
    }

    /// A table of labels and answers.
    fn labels(&self, section: &Section, title: Option<String>, rows: Vec<Vec<Row>>) -> Table {
        let widths = vec![LABELS, self.fit.width - LABELS];
        table(section, title, widths, rows)
    }

    /// The question a place on paper names: of the part itself, or asked once elsewhere on the sheet.
    pub(super) fn question(&self, section: &Section, id: &str) -> Option<&'static Question> {
        let elsewhere = || {
            let mut once = self.once.iter().copied();
            once.find(|question| question.id == id && section.repeat.is_none())
        };
        section.question(id).or_else(elsewhere)
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
                    let label = match entry.section.paper {
                        Paper::Letter(_) => format!("◆{}", question.label.ja),
                        _ => entry.label(question),
                    };
                    rows.push(self.labelled(&label, question, entry));
                }
            }
        }
        if let (Some(first), false) = (entries.first(), rows.is_empty()) {
            let title = match first.section.paper {
                Paper::Letter(_) => None,
                _ => Some(first.section.title.ja.to_owned()),
            };
            blocks.push(Block::Table(self.labels(first.section, title, rows)));
        }
    }

    /// An answer, its rest in a 別紙 where it is too long for a place of so many mm.
    pub(super) fn lines(
        &mut self,
        question: &Question,
        entry: &Entry<'_>,
        size: Size,
        width: f32,
        bracket: Option<Bracket>,
    ) -> Vec<Line> {
        let ems = self.fit.ems(size, width) - bracket.map_or(0.0, fit::bracket);
        let brief = question.folded || bracket.is_some_and(|bracket| !bracket.round);
        let mut lines = Vec::new();
        for inks in ink::answer(question, entry.answers, self.facts, brief) {
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

/// Whether a question stands on paper: always, or where it is retired or folded, if it was answered. How far
/// a row may go is said to this app, not on paper.
fn printed(question: &Question, answers: &Answers) -> bool {
    let answered = answers.get(question.id).is_some();
    let asked = !question.retired && !question.folded;
    !question.role.is_some_and(Role::is_for_the_app) && (asked || answered)
}

fn small(text: &str) -> Line {
    Line::new(Size::Small, vec![ink::printed(text)])
}

/// What the paper says under a heading.
fn passage(passage: &Passage) -> Block {
    let head = Line::new(Size::Text, vec![ink::printed(passage.head)]);
    let points = passage.points.iter();
    let points = points.map(|point| Line::new(Size::Text, vec![ink::printed(point)]));
    Block::Note([head].into_iter().chain(points).collect())
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
        // It stands above the rows.
        Paper::Bracketed { .. } => Vec::new(),
        _ => vec![small(note.ja)],
    }
}
