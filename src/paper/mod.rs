//! A sheet as it stands on A4 paper, blank or filled: like the paper note, page by page.
//!
//! Everything is decided here, in numbers a browser need not be asked for: which rows stand on
//! which page, where long text continues, and so how many pages there are. No engine can count
//! pages in a repeated footer (CSS counters do that in margin boxes only, and those in one engine),
//! and nothing on paper may be cut. What is too long for its cell or box goes on in a numbered
//! 別紙 behind the sheet. `style/sheet.css` has the same measures.
//!
//! Labels are the official ones, in Japanese, whatever the language of the screen; another language can stand
//! beside them, where every answer has a row of its own.

mod brief;
mod fit;
mod flow;
mod history;
mod ink;
mod press;
mod readings;
mod ruled;

use crate::{
    answer::PartialDate,
    form::{Form, Role},
    record::Record,
    sheet::Facts,
    text::Lang,
};

pub use brief::Brief;
pub use history::Told;
pub use readings::{is_hard, with_readings};

/// How sheets are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Manner {
    /// Whether 25 mm at the left are kept for the holes of the file; else 14 mm.
    pub holes: bool,
    /// Whether the type is 14 pt; then every answer stands in a row of its own.
    pub large: bool,
    /// Whether readings stand over the kanji of the form.
    pub readings: bool,
    /// The language in which the labels are said once more, small; then every answer stands in a row of its own.
    pub beside: Option<Lang>,
}

impl Default for Manner {
    /// As the paper is.
    fn default() -> Manner {
        Manner {
            holes: true,
            large: false,
            readings: false,
            beside: None,
        }
    }
}

impl Manner {
    /// Width between the margins, mm.
    pub const fn width(self) -> u8 {
        if self.holes {
            210 - 25 - 14
        } else {
            210 - 14 - 14
        }
    }
}

/// One printed page.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// The official title of the sheet.
    pub title: &'static str,
    /// Whether the sheet began on a page before: つづき.
    pub continued: bool,
    /// Beside the title: 記入日（　年　月　日）.
    pub head: Vec<Line>,
    /// From top to bottom.
    pub blocks: Vec<Block>,
    /// At the foot.
    pub foot: Foot,
    /// How it is printed.
    pub manner: Manner,
}

/// The foot of a page: whose it is, what it is, and whether any is missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Foot {
    /// The child's name; "" where it is not known.
    pub name: String,
    /// The official title of the sheet.
    pub sheet: &'static str,
    /// 記入日 2026年11月8日, or the day of printing where the sheet has no 記入日; may be "".
    pub day: String,
    /// This page, from 1.
    pub number: usize,
    /// All pages printed together.
    pub of: usize,
}

/// Something on a page.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A ruled table.
    Table(Table),
    /// A ruled box with its label inside.
    Area(Area),
    /// Small print.
    Note(Vec<Line>),
}

/// A ruled table.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// The title of the part, for those who cannot see the page.
    pub name: &'static str,
    /// The title above it, where the paper has one.
    pub title: Option<String>,
    /// The title at its left edge.
    pub side: Option<Side>,
    /// Whether it goes on from the table above it without a gap.
    pub joined: bool,
    /// Widths of the columns, mm, without the edge.
    pub widths: Vec<u8>,
    /// The heads of the columns; may be empty.
    pub head: Vec<Cell>,
    /// The entries, each of one row or of several that stay together.
    pub entries: Vec<Vec<Row>>,
    /// How many entries somebody made; those behind are room for handwriting.
    pub made: usize,
    /// How many entries the paper has room for.
    pub rows: usize,
    /// Small print below.
    pub note: Vec<Line>,
}

/// The title of a part at the edge of its table.
#[derive(Debug, Clone, PartialEq)]
pub struct Side {
    /// The title.
    pub line: Line,
    /// Width, mm.
    pub width: u8,
    /// Whether it is written from top to bottom.
    pub upright: bool,
}

/// A row of a table.
pub type Row = Vec<Cell>;

/// A cell of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// What it is to the cells around it.
    pub part: Part,
    /// Columns it spans.
    pub cols: u8,
    /// Rows it spans.
    pub rows: u8,
    /// Width, mm.
    pub width: u8,
    /// Least height, mm.
    pub height: u8,
    /// Whether its lines stand in the middle.
    pub centred: bool,
    /// Whether a reading stands above, parted from it by a broken rule.
    pub read: bool,
    /// From top to bottom.
    pub lines: Vec<Line>,
}

/// What a cell is to the cells around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Names the cells below it.
    ColumnHead,
    /// Names the cells right of it.
    RowHead,
    /// Holds answers.
    Answer,
}

/// A ruled box with its label inside.
#[derive(Debug, Clone, PartialEq)]
pub struct Area {
    /// Its label.
    pub label: String,
    /// What the paper prints behind the label, small.
    pub hint: Option<&'static str>,
    /// What stands in it.
    pub lines: Vec<Line>,
    /// Its share of what is left of the page; 0 is as high as its text.
    pub share: u8,
}

/// A line, or a text that flows over several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// How large.
    pub size: Size,
    /// A label before an opening bracket: 診断名［　］.
    pub bracket: Option<Bracket>,
    /// From left to right.
    pub inks: Vec<Ink>,
}

/// A label and what encloses the answer behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bracket {
    /// The label.
    pub label: &'static str,
    /// （　） instead of ［　］.
    pub round: bool,
}

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ink {
    /// What the form prints.
    Printed(String),
    /// What the form prints small.
    Small(String),
    /// What the form prints, once more in another language, small.
    Beside(Lang, &'static str),
    /// What somebody wrote.
    Written(String),
    /// The given answer that was chosen, ringed.
    Ringed(&'static str),
    /// A signature by hand: the `d` of a path on the field of `answer::Signature`.
    Drawn(String),
}

/// The sizes of type. None is under 9 pt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// The child's name.
    Big,
    /// A name that has a reading.
    Name,
    /// The head of a sheet, and grids.
    Text,
    /// Tables.
    Cell,
    /// Long text in boxes.
    Long,
    /// Readings.
    Kana,
    /// Notes.
    Small,
}

/// What is printed together.
#[derive(Debug, Clone, Copy)]
pub struct Printing<'a> {
    /// The sheets, in order; without a record one is printed blank.
    pub sheets: &'a [(&'a Form, Option<&'a Record>)],
    /// What other sheets say that these need.
    pub facts: Facts,
    /// The child's name for the foot; where "", the sheets are asked for it.
    pub name: &'a str,
    /// The day of printing, for the foot of filled sheets that have no 記入日.
    pub today: Option<PartialDate>,
    /// How they are printed.
    pub manner: Manner,
    /// Whether rows and answers are printed that do not go with their sheet when it is handed over.
    pub sensitive: bool,
    /// Pages before the sheets, each of which is one page.
    pub briefs: &'a [Brief],
    /// All that is known, for these pages.
    pub known: &'a [(&'a Form, &'a Record)],
    /// What happened, in order: これまでの記録, behind these pages. No page where it is empty.
    pub told: &'a [Told],
    /// What the city has printed where an address is written, line by line.
    pub city: &'a [String],
}

impl Default for Printing<'_> {
    /// Nothing, as the paper is.
    fn default() -> Self {
        Printing {
            sheets: &[],
            facts: Facts::default(),
            name: "",
            today: None,
            manner: Manner::default(),
            sensitive: true,
            briefs: &[],
            known: &[],
            told: &[],
            city: &[],
        }
    }
}

/// Where the page is torn.
const TEAR: &str = "― ― ― ― ― ― ― ― ― ― 切り取り線（ここから下を、窓口から保護者へ返してください） ― ― ― ― ― ― ― ― ― ―";
/// Characters of a name that surely stand on two lines of the foot.
const LONGEST_NAME: usize = 30;

impl Printing<'_> {
    /// The printed pages.
    pub fn pages(&self) -> Vec<Page> {
        let mut pages: Vec<_> = self.briefs.iter().map(|brief| self.brief(*brief)).collect();
        pages.extend(self.history());
        for (form, record) in self.sheets {
            pages.extend(self.sheet(form, *record));
        }
        Printing::numbered(pages)
    }

    /// The same, with a form below the last sheet that is torn off and comes back: under a broken
    /// line on the same page where all of it has room there, else on a page of its own. `begun` is what
    /// stands on it already: the number that says where it belongs.
    pub fn pages_to_tear(&self, below: &Form, begun: &Record) -> Vec<Page> {
        let mut pages = Vec::new();
        let (last, before) = match self.sheets.split_last() {
            Some((last, before)) => (Some(last), before),
            None => (None, self.sheets),
        };
        for (form, record) in before {
            pages.extend(self.sheet(form, *record));
        }
        let torn = last.and_then(|(form, record)| self.torn(form, *record, below, begun));
        match (torn, last) {
            (Some(torn), _) => pages.extend(torn),
            (None, Some((form, record))) => {
                pages.extend(self.sheet(form, *record));
                pages.extend(self.sheet(below, Some(begun)));
            }
            (None, None) => pages.extend(self.sheet(below, Some(begun))),
        }
        Printing::numbered(pages)
    }

    fn numbered(mut pages: Vec<Page>) -> Vec<Page> {
        let of = pages.len();
        for (page, number) in pages.iter_mut().zip(1..) {
            (page.foot.number, page.foot.of) = (number, of);
        }
        pages
    }

    fn brief(&self, brief: Brief) -> Page {
        let may_go = |(form, record): &(&'_ Form, &'_ Record)| {
            let record = Record::clone(record);
            record.going(form, &|_, _| self.sensitive)
        };
        let sheets = self.known.iter().map(|known| (known.0, may_go(known)));
        let known = brief::Known {
            sheets: sheets.collect(),
            facts: self.facts,
            today: self.today,
        };
        let fit = fit::Fit::new(self.manner);
        let (title, areas) = (brief.title(), known.areas(brief));
        self.gathered(title, false, flow::one_page(fit, title, areas))
    }

    fn history(&self) -> Vec<Page> {
        if self.told.is_empty() {
            return Vec::new();
        }
        let (fit, title) = (fit::Fit::new(self.manner), history::TITLE);
        let blocks = history::blocks(self.told, self.manner.width());
        let pages = flow::pages(fit, title, &[], blocks, Vec::new()).into_iter();
        let page = |(index, blocks)| self.gathered(title, index > 0, blocks);
        pages.enumerate().map(page).collect()
    }

    /// A page that is told from several sheets.
    fn gathered(&self, title: &'static str, continued: bool, blocks: Vec<Block>) -> Page {
        let day = self
            .today
            .map_or_else(String::new, |day| format!("{} 印刷", day.ja()));
        Page {
            title,
            continued,
            head: Vec::new(),
            blocks,
            foot: Foot {
                name: self.name_at_foot(),
                sheet: title,
                day,
                number: 0,
                of: 0,
            },
            manner: self.manner,
        }
    }

    fn sheet(&self, form: &Form, record: Option<&Record>) -> Vec<Page> {
        self.sheet_and(form, record, Vec::new())
    }

    /// A sheet and a blank form below it; `None` where that does not fit on its last page.
    fn torn(
        &self,
        form: &Form,
        record: Option<&Record>,
        below: &Form,
        begun: &Record,
    ) -> Option<Vec<Page>> {
        let fit = fit::Fit::new(self.manner);
        let mut press = press::Press::new(begun, self.facts, fit, false, self.manner);
        let mut line = vec![Line::new(Size::Small, vec![ink::printed(TEAR)])];
        line.extend(press.head(below));
        let mut more = vec![Block::Note(line)];
        more.extend(press.blocks(below));
        let alone = self.sheet(form, record);
        let torn = self.sheet_and(form, record, more);
        // What was too long for the sheet goes on behind it: then nothing can be torn off below.
        let fits = torn.len() == alone.len() && alone.len() == 1;
        fits.then_some(torn)
    }

    fn sheet_and(&self, form: &Form, record: Option<&Record>, more: Vec<Block>) -> Vec<Page> {
        let mut shown = record.cloned().unwrap_or_default();
        if !self.sensitive {
            shown = shown.with_its_sheet(form);
        }
        let filled = record.is_some();
        let fit = fit::Fit::new(self.manner);
        let mut press = press::Press::new(&shown, self.facts, fit, filled, self.manner);
        press.city = self.city;
        let head = press.head(form);
        let mut blocks = press.blocks(form);
        blocks.extend(more);
        let pages = flow::pages(fit, form.title.ja, &head, blocks, press.annexes);
        let page = |(index, blocks)| Page {
            title: form.title.ja,
            continued: index > 0,
            head: if index == 0 { head.clone() } else { Vec::new() },
            blocks,
            foot: self.foot(form, record),
            manner: self.manner,
        };
        pages.into_iter().enumerate().map(page).collect()
    }

    /// The foot of a sheet; the pages are counted when all are laid out.
    fn foot(&self, form: &Form, record: Option<&Record>) -> Foot {
        let (name, day) = record.map_or_else(Default::default, |record| {
            (self.name_at_foot(), self.day(form, record))
        });
        Foot {
            name,
            sheet: form.title.ja,
            day,
            number: 0,
            of: 0,
        }
    }

    fn child(&self) -> &str {
        if !self.name.is_empty() {
            return self.name;
        }
        let sheets = self.sheets.iter();
        let written = sheets.filter_map(|(form, record)| Some((*form, (*record)?)));
        let mut names = written
            .chain(self.known.iter().copied())
            .filter_map(|(form, record)| Some(record.answers.text(form.with_role(Role::Name)?)));
        names.find(|name| !name.is_empty()).unwrap_or("")
    }

    /// The child's name at the foot, where it has two lines.
    fn name_at_foot(&self) -> String {
        let name = self.child();
        match name.char_indices().nth(LONGEST_NAME) {
            None => name.to_owned(),
            Some((end, _)) => format!("{}…", &name[..end]),
        }
    }

    fn day(&self, form: &Form, record: &Record) -> String {
        let written = form.with_role(Role::WrittenOn).and_then(|id| {
            let written = record.answers.get(id)?.date();
            let as_typed = |_| ink::text(&ink::date(&written));
            let day = written.understood().map_or_else(as_typed, PartialDate::ja);
            Some(format!("{} {day}", form.question(id)?.label.ja))
        });
        match (written, self.today) {
            (Some(written), _) => written,
            (None, Some(today)) => format!("{} 印刷", today.ja()),
            (None, None) => String::new(),
        }
    }
}

impl Page {
    /// Points of its title, which is smaller where it is long.
    pub fn title_points(&self) -> f32 {
        title_points(self.title).0
    }
}

/// Points of a title, and the height of its lines as a multiple of them.
fn title_points(title: &str) -> (f32, f32) {
    let points = if title.chars().count() > 18 {
        12.5
    } else {
        17.0
    };
    (points, 1.35)
}

impl Size {
    /// Every size.
    pub const ALL: [Size; 7] = [
        Size::Big,
        Size::Name,
        Size::Text,
        Size::Cell,
        Size::Long,
        Size::Kana,
        Size::Small,
    ];

    /// The class in `style/sheet.css`.
    pub const fn class(self) -> &'static str {
        match self {
            Size::Big => "a4__big",
            Size::Name => "a4__name",
            Size::Text => "a4__text",
            Size::Cell => "a4__cell",
            Size::Long => "a4__long",
            Size::Kana => "a4__kana",
            Size::Small => "a4__small",
        }
    }

    /// Height of the type in points, and of a line as a multiple of it.
    pub const fn points(self) -> (f32, f32) {
        match self {
            Size::Big => (17.0, 1.4),
            Size::Name => (12.5, 1.4),
            Size::Text => (10.5, 1.4),
            Size::Cell => (10.0, 1.4),
            Size::Long => (10.5, 1.6),
            Size::Kana | Size::Small => (9.0, 1.4),
        }
    }
}

impl Cell {
    pub(crate) const fn new(part: Part, width: u8, lines: Vec<Line>) -> Cell {
        Cell {
            part,
            cols: 1,
            rows: 1,
            width,
            height: 0,
            centred: false,
            read: false,
            lines,
        }
    }

    /// Whether it holds a reading and nothing else.
    pub fn is_reading(&self) -> bool {
        matches!(&self.lines[..], [line] if line.size == Size::Kana)
    }
}

impl Line {
    /// A line of given size.
    pub(crate) const fn new(size: Size, inks: Vec<Ink>) -> Line {
        Line {
            size,
            bracket: None,
            inks,
        }
    }

    /// Whether readings can stand over what is printed in it. In ［　］ there is no room.
    pub fn has_readings(&self) -> bool {
        let label = self.bracket.filter(|bracket| bracket.round);
        label.is_some_and(|bracket| readings::has_any(bracket.label))
            || self.inks.iter().any(|ink| match ink {
                Ink::Printed(text) | Ink::Small(text) => readings::has_any(text),
                Ink::Ringed(text) => readings::has_any(text),
                Ink::Written(_) | Ink::Beside(..) | Ink::Drawn(_) => false,
            })
    }
}
