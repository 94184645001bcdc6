//! How much room text takes, reckoned without a browser and never too small: a full-width
//! character is one em in every Japanese font, and all others are rounded up.

use super::{Bracket, Cell, Line, Manner, Row, Size, ink, readings};

/// Millimetres in a point.
const MM: f32 = 25.4 / 72.0;
/// Padding of a cell, left and right together, mm.
const CELL_WIDTH: f32 = 3.2;
/// Padding of a cell, top and bottom together, and its rule, mm.
const CELL_HEIGHT: f32 = 2.3;
/// Width kept for the title of a sheet, mm.
const TITLE: f32 = 75.0;
/// How much larger large print is: 14 pt for 10.5.
const LARGE: f32 = 4.0 / 3.0;
/// Height of a line with readings over it, as a multiple of the type.
const RUBY: f32 = 2.0;

/// The measures of what is printed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fit {
    /// Width between the margins, mm.
    pub width: u8,
    scale: f32,
    ruby: bool,
}

impl Fit {
    pub fn new(manner: Manner) -> Fit {
        Fit {
            width: manner.width(),
            scale: if manner.large { LARGE } else { 1.0 },
            ruby: manner.readings,
        }
    }

    /// Width of the lines beside the title, mm.
    pub fn beside_title(self) -> f32 {
        f32::from(self.width) - TITLE
    }

    /// Height of a title and the lines beside it, with the space below, mm.
    pub fn head(self, title: &str, lines: &[Line]) -> f32 {
        let beside = lines
            .iter()
            .map(|line| self.height(line, self.beside_title()));
        let width = if lines.is_empty() {
            f32::from(self.width)
        } else {
            TITLE
        };
        let (points, high) = super::title_points(title);
        // Letters of a title stand a little apart.
        let ems = width / (points * 1.13 * MM * self.scale) - 0.2;
        let high = if self.read(title) { RUBY } else { high };
        let title = starts(title, ems).len() as f32 * points * high * MM * self.scale;
        beside.sum::<f32>().max(title).max(8.5) + 4.0
    }

    /// Height of the title of a part, and the space below, mm.
    pub fn title(self, title: &str) -> f32 {
        let high = if self.read(title) { RUBY } else { 1.4 };
        12.0 * high * MM * self.scale + 3.0
    }

    /// Height of rows that stay together, mm.
    pub fn rows(self, rows: &[Row]) -> f32 {
        let highest = |row: &Row, spanning: bool| {
            row.iter()
                .filter(|cell| (cell.rows > 1) == spanning)
                .map(|cell| self.cell(cell))
                .fold(0.0, f32::max)
        };
        let sum: f32 = rows.iter().map(|row| highest(row, false)).sum();
        rows.iter()
            .map(|row| highest(row, true))
            .fold(sum, f32::max)
    }

    fn cell(self, cell: &Cell) -> f32 {
        let width = in_cell(cell.width);
        let lines: f32 = cell.lines.iter().map(|line| self.height(line, width)).sum();
        (lines + CELL_HEIGHT).max(f32::from(cell.height))
    }

    /// Height of a line, or of the lines over which it flows, in so many mm.
    pub fn height(self, line: &Line, width: f32) -> f32 {
        let ems = self.ems(line.size, width) - line.bracket.map_or(0.0, bracket);
        let text = ink::text(&line.inks);
        if self.ruby && line.has_readings() {
            let lines = starts(&text, ems - readings::wider(&text)).len() as f32;
            return lines * line.size.points().0 * RUBY * MM * self.scale;
        }
        starts(&text, ems).len() as f32 * self.leading(line.size)
    }

    /// Whether readings stand over a text.
    pub fn read(self, text: &str) -> bool {
        self.ruby && readings::has_any(text)
    }

    /// Height of one line, mm.
    pub fn leading(self, size: Size) -> f32 {
        let (points, lines) = size.points();
        points * lines * MM * self.scale
    }

    /// Ems that surely fit in so many mm: a little is kept for rounding.
    pub fn ems(self, size: Size, width: f32) -> f32 {
        width / (size.points().0 * MM * self.scale) - 0.2
    }
}

/// Width of the text in a cell of so many mm, mm.
pub(super) fn in_cell(width: u8) -> f32 {
    (f32::from(width) - CELL_WIDTH).max(0.0)
}

/// Ems a label and its brackets take.
pub(super) fn bracket(bracket: Bracket) -> f32 {
    bracket.label.chars().map(em).sum::<f32>() + 2.0
}

/// What of a text fits in so many lines, and what is left. `None` where all of it fits.
/// Cuts behind the end of a sentence where there is one in the last third.
pub(super) fn cut(text: &str, ems: f32, lines: usize) -> Option<(&str, &str)> {
    let starts = starts(text, ems);
    let end = *starts.get(lines)?;
    let near = starts[lines - lines.div_ceil(3)];
    let stop = text[near..end].rfind(['。', '\n', '．', '！', '？']);
    let after = |at: usize| near + at + text[near + at..].chars().next().map_or(0, char::len_utf8);
    Some(text.split_at(stop.map_or(end, after)))
}

/// The bytes at which the lines begin.
fn starts(text: &str, ems: f32) -> Vec<usize> {
    let mut starts = vec![0];
    // Where the line begins, and what it measures so far.
    let (mut line, mut used) = (0, 0.0);
    // Where it may be broken, and what it measures from there.
    let (mut open, mut since) = (0, 0.0);
    let mut before = '\n';
    for (at, c) in text.char_indices() {
        // What is joined to the character before is drawn in its place.
        let width = if before == '\u{200D}' { 0.0 } else { em(c) };
        if c == '\n' {
            line = at + 1;
            (used, open, since, before) = (0.0, line, 0.0, c);
            starts.push(line);
            continue;
        }
        if breaks(before, c) {
            (open, since) = (at, 0.0);
        }
        if used + width > ems && width > 0.0 && at > line {
            (line, used) = if open > line {
                (open, since)
            } else {
                (at, 0.0)
            };
            (open, since) = (line, used);
            starts.push(line);
        }
        used += width;
        since += width;
        before = c;
    }
    starts
}

/// Whether a line may be broken between two characters (JIS X 4051, the strict rules).
fn breaks(before: char, c: char) -> bool {
    const NOT_AT_END: &str = "（〔［｛〈《「『【‘“([{";
    const NOT_AT_START: &str = "、。，．・：；？！゛゜ヽヾゝゞ々ー～…‥’”）〕］｝〉》」』】\
        ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ\
        ㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ";
    let in_word = |c: char| c.is_ascii_graphic() || matches!(c, '\u{A0}'..='\u{24F}');
    !(em(c) == 0.0
        || before == '\u{200D}'
        || in_word(before) && in_word(c)
        || NOT_AT_END.contains(before)
        || NOT_AT_START.contains(c)
        || matches!(c, '!'..='/' | ':'..='?' | ']' | '}'))
}

/// Width of a character in ems, rounded up.
fn em(c: char) -> f32 {
    match c {
        '\u{300}'..='\u{36F}'
        | '\u{3099}'
        | '\u{309A}'
        | '\u{200B}'..='\u{200F}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{1F3FB}'..='\u{1F3FF}'
        | '\u{E0100}'..='\u{E01EF}' => 0.0,
        ' ' => 0.4,
        'M' | 'W' | 'm' | 'w' | '@' | '%' => 1.0,
        'A'..='Z' => 0.8,
        '!'..='~' | '｡'..='ﾟ' | '\u{A0}'..='\u{24F}' => 0.65,
        '\u{1F000}'..='\u{1FBFF}' => 1.4,
        _ => 1.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broken(text: &str, ems: f32) -> Vec<&str> {
        let starts = starts(text, ems);
        let ends = starts.iter().skip(1).copied().chain([text.len()]);
        starts
            .iter()
            .zip(ends)
            .map(|(from, to)| &text[*from..to])
            .collect()
    }

    #[test]
    fn japanese_breaks_anywhere_and_latin_words_stay_whole() {
        assert_eq!(broken("あいうえお", 2.0), ["あい", "うえ", "お"]);
        assert_eq!(broken("あabc", 2.5), ["あ", "abc"]);
        assert_eq!(broken("ab cd ef", 3.5), ["ab cd ", "ef"]);
    }

    #[test]
    fn no_line_begins_with_a_full_stop_or_ends_with_an_opening_bracket() {
        assert_eq!(broken("あいう。え", 3.0), ["あい", "う。え"]);
        assert_eq!(broken("あい「うえ", 3.0), ["あい", "「うえ"]);
        assert_eq!(broken("。。。。", 3.0), ["。。。", "。"]);
    }

    #[test]
    fn a_word_longer_than_the_line_is_broken() {
        assert_eq!(broken("aaaaaaaa", 2.0), ["aaa", "aaa", "aa"]);
    }

    #[test]
    fn a_new_line_is_a_line_even_when_empty() {
        assert_eq!(broken("あ\n\nい", 9.0), ["あ\n", "\n", "い"]);
    }

    #[test]
    fn a_mark_is_never_parted_from_its_letter() {
        assert_eq!(
            broken("か\u{3099}か\u{3099}", 1.0),
            ["か\u{3099}", "か\u{3099}"]
        );
        assert_eq!(broken("葛\u{E0100}葛", 1.0), ["葛\u{E0100}", "葛"]);
        assert_eq!(broken("👨\u{200D}👩", 1.4), ["👨\u{200D}👩"]);
    }

    #[test]
    fn a_cut_loses_nothing_and_prefers_the_end_of_a_sentence() {
        assert_eq!(cut("あいう。えおか", 3.0, 3), None);
        assert_eq!(cut("あいう。えおか", 3.0, 2), Some(("あいう。", "えおか")));
        assert_eq!(cut("あいうえおかき", 3.0, 2), Some(("あいうえおか", "き")));
    }
}
