//! Blocks onto pages. Rows stay whole; boxes share what is left of a page, and a text too long for
//! its share goes on in a 別紙.

use super::{
    Area, Block, Line, Size, Table, WIDTH, fit, ink,
    press::{Annex, shorten},
};

/// Height between the margins without the foot, mm: 297 less 14, 12 and 8, less what two engines
/// may differ by.
const HEIGHT: f32 = 260.0;
/// Space between blocks, mm.
const GAP: f32 = 4.0;
/// Title of a part and the space below, mm.
const TITLE: f32 = 9.0;
/// Padding of a box, its rules and the space under its label, top and bottom together, mm.
const AREA: f32 = 5.4;
/// Width of the text in a box, mm.
const AREA_WIDTH: f32 = WIDTH as f32 - 7.0;
/// No box has less room for its text when it is cut, mm.
const LEAST: f32 = 24.0;

/// The pages on which a sheet, and what it had no room for, is laid out.
pub(super) fn pages(head: f32, blocks: Vec<Block>, annexes: Vec<Annex>) -> Vec<Vec<Block>> {
    let mut flow = Flow {
        pages: Vec::new(),
        left: 0.0,
        annexes,
    };
    flow.turn();
    flow.left = HEIGHT - head;
    let mut rest = flow.page(blocks);
    while !rest.is_empty() {
        flow.turn();
        rest = flow.page(rest);
    }
    flow.behind();
    flow.pages
}

struct Flow {
    pages: Vec<Vec<Block>>,
    /// Height left on the last page, mm.
    left: f32,
    annexes: Vec<Annex>,
}

/// What a page could not take.
enum Rest {
    /// Nothing is left.
    Nothing,
    /// More entries than the paper has rows: they go on another copy, what follows stays here.
    Entries(Block),
    /// The page is full.
    Full(Vec<Block>),
}

impl Flow {
    fn turn(&mut self) {
        self.pages.push(Vec::new());
        self.left = HEIGHT - fit::head(&[]);
    }

    fn put(&mut self, block: Block, height: f32) {
        if let Some(page) = self.pages.last_mut() {
            page.push(block);
        }
        self.left -= height + GAP;
    }

    fn fresh(&self) -> bool {
        self.pages.last().is_none_or(Vec::is_empty)
    }

    /// Fills a page, in order. What is left goes on the next.
    fn page(&mut self, blocks: Vec<Block>) -> Vec<Block> {
        let mut later = Vec::new();
        let mut blocks = blocks.into_iter().peekable();
        while let Some(block) = blocks.next() {
            let rest = match block {
                Block::Table(table) => self.table(table),
                Block::Note(lines) => self.note(lines),
                Block::Area(area) => {
                    let mut areas = vec![area];
                    while let Some(Block::Area(area)) =
                        blocks.next_if(|block| matches!(block, Block::Area(_)))
                    {
                        areas.push(area);
                    }
                    self.areas(areas)
                }
            };
            match rest {
                Rest::Nothing => {}
                Rest::Entries(entries) => later.push(entries),
                Rest::Full(rest) => {
                    later.extend(rest);
                    later.extend(blocks);
                    break;
                }
            }
        }
        later
    }

    fn note(&mut self, lines: Vec<Line>) -> Rest {
        let height = small_print(&lines);
        if height > self.left && !self.fresh() {
            return Rest::Full(vec![Block::Note(lines)]);
        }
        self.put(Block::Note(lines), height);
        Rest::Nothing
    }

    /// As many entries as fit and the paper has rows. Room for handwriting opens no page.
    fn table(&mut self, mut table: Table) -> Rest {
        let mut height = table.title.map_or(0.0, |_| TITLE)
            + fit::rows(std::slice::from_ref(&table.head))
            + below(&table.note);
        let mut fitting = 0;
        for entry in table.entries.iter().take(table.rows) {
            let needed = fit::rows(entry);
            let first = fitting == 0 && self.fresh();
            if height + needed > self.left && !first {
                break;
            }
            height += needed;
            fitting += 1;
        }
        if fitting == 0 {
            return Rest::Full(vec![Block::Table(table)]);
        }
        let rest = table.entries.split_off(fitting);
        let left = table.made.saturating_sub(fitting);
        table.made -= left;
        let more = Table {
            entries: rest,
            made: left,
            ..table.clone()
        };
        let full = fitting < table.rows;
        self.put(Block::Table(table), height);
        match left {
            0 => Rest::Nothing,
            _ if full => Rest::Full(vec![Block::Table(more)]),
            _ => Rest::Entries(Block::Table(more)),
        }
    }

    /// Boxes that stand together. Short texts leave their room to the long ones.
    fn areas(&mut self, mut areas: Vec<Area>) -> Rest {
        let gaps = |count: usize| GAP * count.saturating_sub(1) as f32;
        let mut rest = Vec::new();
        let all: f32 = areas.iter().map(needs).sum();
        if all + gaps(areas.len()) > self.left {
            // Only as many as have room for something.
            let fitting = (self.left / (AREA + LEAST)) as usize;
            let fitting = fitting.max(usize::from(self.fresh()));
            rest = areas.split_off(fitting.min(areas.len()));
            let level = level(&areas, self.left - gaps(areas.len()));
            for area in &mut areas {
                if needs(area) > level {
                    self.shorten(area, level);
                }
            }
        }
        for area in areas {
            let height = needs(&area);
            self.put(Block::Area(area), height);
        }
        if rest.is_empty() {
            return Rest::Nothing;
        }
        Rest::Full(rest.into_iter().map(Block::Area).collect())
    }

    fn shorten(&mut self, area: &mut Area, height: f32) {
        let ems = fit::ems(Size::Long, AREA_WIDTH);
        let lines = ((height - above(area)) / fit::leading(Size::Long)) as usize;
        for line in &mut area.lines {
            shorten(line, ems, lines, &area.label, &mut self.annexes);
        }
    }

    /// The 別紙, one after the other.
    fn behind(&mut self) {
        let annexes = std::mem::take(&mut self.annexes);
        if !annexes.is_empty() {
            self.turn();
        }
        let ems = fit::ems(Size::Long, AREA_WIDTH);
        for (annex, number) in annexes.into_iter().zip(1..) {
            let mut rest = annex.rest.as_str();
            let mut again = "";
            loop {
                let mut area = Area {
                    label: format!("別紙{number}　{}{again}", annex.label),
                    hint: None,
                    lines: Vec::new(),
                    share: 0,
                };
                let lines = (self.left - above(&area)) / fit::leading(Size::Long);
                if lines < 3.0 && !self.fresh() {
                    self.turn();
                    continue;
                }
                let (here, after) = fit::cut(rest, ems, lines as usize).unwrap_or((rest, ""));
                area.lines.push(Line::new(Size::Long, ink::written(here)));
                let height = needs(&area);
                self.put(Block::Area(area), height);
                if after.is_empty() {
                    break;
                }
                (rest, again) = (after, "（つづき）");
            }
        }
    }
}

/// Height of the notes below a table and the space above them, mm.
fn below(notes: &[Line]) -> f32 {
    if notes.is_empty() {
        0.0
    } else {
        GAP + small_print(notes)
    }
}

/// Height of notes, mm.
fn small_print(lines: &[Line]) -> f32 {
    let width = f32::from(WIDTH);
    lines.iter().map(|line| fit::height(line, width)).sum()
}

/// Height of a box with all its text, mm.
fn needs(area: &Area) -> f32 {
    let lines: f32 = area
        .lines
        .iter()
        .map(|line| fit::height(line, AREA_WIDTH))
        .sum();
    above(area) + lines
}

/// Height of a box without its text, mm.
fn above(area: &Area) -> f32 {
    let label = format!("{}（{}）", area.label, area.hint.unwrap_or(""));
    let label = Line::new(Size::Text, vec![ink::printed(&label)]);
    AREA + fit::height(&label, AREA_WIDTH)
}

/// The height that no box may exceed for all to have room.
fn level(areas: &[Area], room: f32) -> f32 {
    let mut needs: Vec<f32> = areas.iter().map(needs).collect();
    let mut room = room;
    // Whoever needs less than a fair share leaves the rest of it to the others.
    while !needs.is_empty() {
        let share = room / needs.len() as f32;
        let before = needs.len();
        needs.retain(|need| {
            let fits = *need <= share;
            room -= if fits { *need } else { 0.0 };
            !fits
        });
        if needs.len() == before {
            return share;
        }
    }
    f32::MAX
}
