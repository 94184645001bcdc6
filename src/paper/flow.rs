//! Blocks onto pages. Rows stay whole; boxes share what is left of a page, and a text too long for
//! its share goes on in a 別紙.

use super::{
    Area, Block, Line, Size, Table,
    fit::{self, Fit},
    ink,
    press::{Annex, shorten},
};

/// Height between the margins without the foot, mm: 297 less 14, 12 and 8, less what two engines
/// may differ by.
const HEIGHT: f32 = 260.0;
/// Space between blocks, mm.
const GAP: f32 = 4.0;
/// Padding of a box, its rules and the space under its label, top and bottom together, mm.
const AREA: f32 = 5.4;
/// Padding of a box and its rules, left and right together, mm.
const SIDES: f32 = 7.0;
/// No box has less room for its text when it is cut, mm.
const LEAST: f32 = 24.0;

/// The pages on which a sheet, and what it had no room for, is laid out.
pub(super) fn pages(
    fit: Fit,
    title: &str,
    head: &[Line],
    blocks: Vec<Block>,
    annexes: Vec<Annex>,
) -> Vec<Vec<Block>> {
    let again = format!("{title}（つづき）");
    let mut flow = Flow {
        fit,
        again: HEIGHT - fit.head(&again, &[]),
        pages: Vec::new(),
        left: 0.0,
        annexes,
    };
    flow.turn();
    flow.left = HEIGHT - fit.head(title, head);
    let mut rest = flow.page(blocks);
    while !rest.is_empty() {
        flow.turn();
        rest = flow.page(rest);
    }
    flow.behind();
    flow.pages
}

/// Boxes on one page, whatever they hold: what does not fit is left to the sheets.
pub(super) fn one_page(fit: Fit, title: &str, mut areas: Vec<Area>) -> Vec<Block> {
    let flow = Flow {
        fit,
        again: 0.0,
        pages: Vec::new(),
        left: 0.0,
        annexes: Vec::new(),
    };
    let gaps = GAP * areas.len().saturating_sub(1) as f32;
    // What has no share of the page is short, and never cut.
    let (open, fixed): (Vec<_>, Vec<_>) = areas.iter().partition(|area| area.share > 0);
    let fixed: f32 = fixed.iter().map(|area| flow.needs(area)).sum();
    let needs = open.iter().map(|area| flow.needs(area)).collect();
    let level = level(needs, HEIGHT - fit.head(title, &[]) - gaps - fixed);
    for area in &mut areas {
        if area.share > 0 && flow.needs(area) > level {
            flow.cut_off(area, level);
        }
    }
    areas.into_iter().map(Block::Area).collect()
}

struct Flow {
    fit: Fit,
    /// Height of every page but the first, mm.
    again: f32,
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
        self.left = self.again;
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
        let height = self.small_print(&lines);
        if height > self.left && !self.fresh() {
            return Rest::Full(vec![Block::Note(lines)]);
        }
        self.put(Block::Note(lines), height);
        Rest::Nothing
    }

    /// As many entries as fit and the paper has rows. Room for handwriting opens no page.
    fn table(&mut self, mut table: Table) -> Rest {
        // A table without rows would be put off to the next page for ever.
        if table.entries.is_empty() || table.rows == 0 {
            return Rest::Nothing;
        }
        table.joined &= !self.fresh();
        let title = table
            .title
            .as_deref()
            .map_or(0.0, |title| self.fit.title(title));
        let joined = if table.joined { GAP } else { 0.0 };
        let mut height =
            title + self.fit.rows(std::slice::from_ref(&table.head)) + self.below(&table.note)
                - joined;
        let mut fitting = 0;
        for entry in table.entries.iter().take(table.rows) {
            let needed = self.fit.rows(entry);
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
        let all: f32 = areas.iter().map(|area| self.needs(area)).sum();
        if all + gaps(areas.len()) > self.left {
            // Only as many as have room for something.
            let fitting = (self.left / (AREA + LEAST)) as usize;
            let fitting = fitting.max(usize::from(self.fresh()));
            rest = areas.split_off(fitting.min(areas.len()));
            let needs = areas.iter().map(|area| self.needs(area)).collect();
            let level = level(needs, self.left - gaps(areas.len()));
            for area in &mut areas {
                if self.needs(area) > level {
                    self.shorten(area, level);
                }
            }
        }
        for area in areas {
            let height = self.needs(&area);
            self.put(Block::Area(area), height);
        }
        if rest.is_empty() {
            return Rest::Nothing;
        }
        Rest::Full(rest.into_iter().map(Block::Area).collect())
    }

    fn shorten(&mut self, area: &mut Area, height: f32) {
        let ems = self.fit.ems(Size::Long, self.area_width());
        let lines = ((height - self.above(area)) / self.fit.leading(Size::Long)) as usize;
        for line in &mut area.lines {
            shorten(line, ems, lines, &area.label, &mut self.annexes);
        }
    }

    /// As many of its lines as have room, and a word of those that do not.
    fn cut_off(&self, area: &mut Area, height: f32) {
        let width = self.area_width();
        let more = Line::new(
            Size::Small,
            vec![ink::printed("（つづきはシートにあります）")],
        );
        let mut room = height - self.above(area) - self.fit.height(&more, width);
        let mut kept = Vec::new();
        for mut line in std::mem::take(&mut area.lines) {
            let ems = self.fit.ems(line.size, width);
            let lines = (room / self.fit.leading(line.size)).max(0.0) as usize;
            if lines == 0 {
                break;
            }
            let text = ink::text(&line.inks);
            if let Some((here, _)) = fit::cut(&text, ems, lines) {
                line.inks = ink::written(here.trim_end());
            }
            room -= self.fit.height(&line, width);
            kept.push(line);
        }
        kept.push(more);
        area.lines = kept;
    }

    /// The 別紙, one after the other.
    fn behind(&mut self) {
        let annexes = std::mem::take(&mut self.annexes);
        if !annexes.is_empty() {
            self.turn();
        }
        let ems = self.fit.ems(Size::Long, self.area_width());
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
                let lines = (self.left - self.above(&area)) / self.fit.leading(Size::Long);
                if lines < 3.0 && !self.fresh() {
                    self.turn();
                    continue;
                }
                let (here, after) = fit::cut(rest, ems, lines as usize).unwrap_or((rest, ""));
                area.lines.push(Line::new(Size::Long, ink::written(here)));
                let height = self.needs(&area);
                self.put(Block::Area(area), height);
                if after.is_empty() {
                    break;
                }
                (rest, again) = (after, "（つづき）");
            }
        }
    }

    /// Height of the notes below a table and the space above them, mm.
    fn below(&self, notes: &[Line]) -> f32 {
        if notes.is_empty() {
            0.0
        } else {
            GAP + self.small_print(notes)
        }
    }

    /// Height of notes, mm.
    fn small_print(&self, lines: &[Line]) -> f32 {
        let width = f32::from(self.fit.width);
        lines.iter().map(|line| self.fit.height(line, width)).sum()
    }

    fn area_width(&self) -> f32 {
        f32::from(self.fit.width) - SIDES
    }

    /// Height of a box with all its text, mm.
    fn needs(&self, area: &Area) -> f32 {
        let lines = area.lines.iter();
        let lines: f32 = lines
            .map(|line| self.fit.height(line, self.area_width()))
            .sum();
        self.above(area) + lines
    }

    /// Height of a box without its text, mm.
    fn above(&self, area: &Area) -> f32 {
        let label = format!("{}（{}）", area.label, area.hint.unwrap_or(""));
        let label = Line::new(Size::Text, vec![ink::printed(&label)]);
        AREA + self.fit.height(&label, self.area_width())
    }
}

/// The height that no box may exceed for all to have room.
fn level(mut needs: Vec<f32>, mut room: f32) -> f32 {
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
