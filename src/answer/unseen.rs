//! Marks in a text that nobody sees. Some turn the direction in which it is read, some take no room: with
//! them a text from elsewhere can read as something that it is not.
//!
//! They are told apart from what a script or a picture needs: joiners inside of a word or an emoji, selectors
//! behind the character they select. Nothing is taken out of a text.

/// What a mark does that nobody sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unseen {
    /// It turns the direction of what stands behind it.
    Turns,
    /// It is not seen, and nothing more.
    Hides,
}

/// The text in pieces: what is read, and between that the marks which nobody sees. Put together they are the
/// text again.
pub fn pieces(text: &str) -> Vec<(&str, Option<Unseen>)> {
    let mut pieces = Vec::new();
    let (mut from, mut kind, mut around) = (0, None, Around::default());
    let mut rest = text.char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        let next = rest.peek().map(|(_, next)| *next);
        let now = around.takes(c, next);
        if now != kind && at > from {
            pieces.push((&text[from..at], kind));
            from = at;
        }
        kind = now;
    }
    if from < text.len() {
        pieces.push((&text[from..], kind));
    }
    pieces
}

/// What stands before a character.
#[derive(Default)]
struct Around {
    before: Option<char>,
    /// The flag of a region is being spelt, in letters that nobody sees.
    flag: bool,
}

impl Around {
    fn takes(&mut self, c: char, next: Option<char>) -> Option<Unseen> {
        let before = self.before.replace(c);
        self.flag = c == '\u{1F3F4}' || self.flag && is_tag(c);
        match c {
            '\u{61C}'
            | '\u{200E}'
            | '\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2066}'..='\u{2069}' => Some(Unseen::Turns),
            '\u{200B}'..='\u{200D}' => {
                let word = before.is_some_and(joins) && next.is_some_and(joins);
                let picture = c == '\u{200D}'
                    && before.is_some_and(is_picture)
                    && next.is_some_and(is_picture);
                (!word && !picture).then_some(Unseen::Hides)
            }
            _ if selects(c) => {
                let selected = before
                    .is_some_and(|base| !selects(base) && !hides(base) && !base.is_whitespace());
                (!selected).then_some(Unseen::Hides)
            }
            _ => (hides(c) && !self.flag).then_some(Unseen::Hides),
        }
    }
}

/// Whether a character is never seen, wherever it stands.
fn hides(c: char) -> bool {
    let control = c.is_control() && !matches!(c, '\t' | '\n' | '\r');
    control
        || is_tag(c)
        || matches!(
            c,
            '\u{AD}' | '\u{34F}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180E}'
                | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
                | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF9}'..='\u{FFFB}'
        )
}

/// A letter of the flag of a region.
fn is_tag(c: char) -> bool {
    matches!(c, '\u{E0001}' | '\u{E0020}'..='\u{E007F}')
}

/// Chooses among the shapes of the character before it: of an emoji, or of a 漢字 in a name.
fn selects(c: char) -> bool {
    matches!(c, '\u{180B}'..='\u{180D}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
}

/// A letter of the scripts that are spelt with joiners, or whose words are parted by what nobody sees: from
/// Arabic to Myanmar, Khmer and Mongolian.
fn joins(c: char) -> bool {
    matches!(
        c,
        '\u{600}'..='\u{109F}' | '\u{1780}'..='\u{18AF}' | '\u{A840}'..='\u{A8FF}' | '\u{FB50}'..='\u{FDFF}'
            | '\u{FE70}'..='\u{FEFC}'
    )
}

/// Part of an emoji.
fn is_picture(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2BFF}' | '\u{FE0F}' | '\u{1F000}'..='\u{1FAFF}')
}
