//! これまでの記録: what happened when, from the beginning, over as many pages as it takes. Whoever asks
//! for a handbook or a pension is asked for it in this order.

use super::{Block, Cell, Line, Part, Row, Size, Table, ink, ruled::resolved};

/// The title.
pub(super) const TITLE: &str = "これまでの記録";
/// Characters of one cell: the rest stands on the sheets.
const MOST: usize = 120;
/// Widths of the columns, mm; 0 is what is left.
const WIDTHS: [u8; 4] = [46, 24, 0, 32];

/// Something that happened, in words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Told {
    /// When, or from when until when.
    pub when: String,
    /// How old the child was; may be "".
    pub age: String,
    /// What it was.
    pub what: String,
    /// What else tells it apart; may be "".
    pub detail: String,
    /// Of what kind.
    pub kind: &'static str,
}

/// The table; nothing where nothing happened.
pub(super) fn blocks(told: &[Told], room: u8) -> Vec<Block> {
    let widths = resolved(&WIDTHS, room);
    let heads = ["いつ", "年齢", "内容", "区分"];
    let head = |(words, width): (&&str, &u8)| {
        let line = Line::new(Size::Cell, vec![ink::printed(words)]);
        Cell::new(Part::ColumnHead, *width, vec![line])
    };
    let row = |one: &Told| -> Row {
        let lines = [
            vec![line(Size::Cell, &one.when)],
            vec![line(Size::Cell, &one.age)],
            vec![line(Size::Cell, &one.what), line(Size::Small, &one.detail)],
            vec![line(Size::Small, one.kind)],
        ];
        let cells = lines.into_iter().zip(&widths);
        cells
            .map(|(lines, width)| {
                let lines = lines.into_iter().flatten().collect();
                Cell::new(Part::Answer, *width, lines)
            })
            .collect()
    };
    let entries: Vec<Vec<Row>> = told.iter().map(|one| vec![row(one)]).collect();
    let table = Table {
        name: TITLE,
        title: None,
        side: None,
        joined: false,
        head: heads.iter().zip(&widths).map(head).collect(),
        made: entries.len(),
        rows: entries.len(),
        widths,
        entries,
        note: Vec::new(),
    };
    vec![Block::Table(table)]
}

fn line(size: Size, words: &str) -> Option<Line> {
    let words = words.trim();
    let cut = words.char_indices().nth(MOST);
    let inks = match cut {
        None => ink::written(words),
        Some((end, _)) => ink::written(&[&words[..end], "…"].concat()),
    };
    (!words.is_empty()).then(|| Line::new(size, inks))
}
