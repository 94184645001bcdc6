//! A signature drawn by hand: the way of the pen, as letters.
//!
//! It stands on a field of [`WIDTH`] by [`HEIGHT`] units. A stroke is its beginning, `x` and `y` in
//! two letters each to the base 26 (`aa` is 0, `ba` 26), and steps of two letters, to the right and
//! down: `a`…`z` are 0 to 25, `A`…`Z` are -1 to -26. Between strokes stands a full stop. There is no
//! digit in it that could be taken for a telephone number.

/// Width of the field, units.
pub const WIDTH: u16 = 400;
/// Height of the field, units.
pub const HEIGHT: u16 = 120;
/// A pen that moved less than this is where it was, units.
const NEAR: i32 = 4;
/// The longest step that is written as one, units.
const STEP: i32 = 25;
/// A name of four characters with many strokes each, and some more.
const MOST_STROKES: usize = 120;
const MOST_POINTS: usize = 1_000;
/// No longer text is read, bytes.
const LONGEST: usize = 2 * MOST_POINTS + 5 * MOST_STROKES;

/// What was drawn.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Signature {
    strokes: Vec<Vec<(u16, u16)>>,
}

impl Signature {
    /// Reads what [`to_text`](Self::to_text) wrote; `None` for anything else.
    pub fn parse(text: &str) -> Option<Signature> {
        if text.len() > LONGEST {
            return None;
        }
        let mut signature = Signature::default();
        for stroke in text.split('.').filter(|_| !text.is_empty()) {
            let (begin, steps) = stroke.as_bytes().split_at_checked(4)?;
            let number = |high: u8, low: u8| {
                let digit = |letter: u8| letter.is_ascii_lowercase().then(|| letter - b'a');
                Some(u16::from(digit(high)?) * 26 + u16::from(digit(low)?))
            };
            let mut pen = (number(begin[0], begin[1])?, number(begin[2], begin[3])?);
            let mut points = vec![on_the_field(pen.0.into(), pen.1.into())?];
            let (steps, rest) = steps.as_chunks::<2>();
            for [right, down] in steps {
                let (x, y) = (i32::from(pen.0), i32::from(pen.1));
                pen = on_the_field(x + step(*right)?, y + step(*down)?)?;
                points.push(pen);
            }
            if !rest.is_empty() {
                return None;
            }
            signature.strokes.push(points);
        }
        signature.fits(0).then_some(signature)
    }

    /// Writes it; "" where nothing was drawn.
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        let letter = |value: i32, first: u8| char::from(first + value.rem_euclid(26) as u8);
        for stroke in &self.strokes {
            if !text.is_empty() {
                text.push('.');
            }
            let mut pen: Option<(i32, i32)> = None;
            for &(x, y) in stroke {
                let (x, y) = (i32::from(x), i32::from(y));
                match pen {
                    None => {
                        for value in [x / 26, x % 26, y / 26, y % 26] {
                            text.push(letter(value, b'a'));
                        }
                    }
                    Some((before_x, before_y)) => {
                        for by in [x - before_x, y - before_y] {
                            text.push(if by < 0 {
                                letter(-by - 1, b'A')
                            } else {
                                letter(by, b'a')
                            });
                        }
                    }
                }
                pen = Some((x, y));
            }
        }
        text
    }

    /// Whether nothing was drawn.
    pub fn is_blank(&self) -> bool {
        self.strokes.is_empty()
    }

    /// Puts the pen down; not where no more is kept.
    pub fn begin(&mut self, x: u16, y: u16) -> bool {
        let begins = self.strokes.len() < MOST_STROKES && self.fits(1);
        if begins {
            self.strokes.push(vec![(x.min(WIDTH), y.min(HEIGHT))]);
        }
        begins
    }

    /// Moves the pen, unless it hardly moved, was not down, or no more is kept.
    pub fn go(&mut self, x: u16, y: u16) {
        let to = (i32::from(x.min(WIDTH)), i32::from(y.min(HEIGHT)));
        let Some(&(from_x, from_y)) = self.strokes.last().and_then(|stroke| stroke.last()) else {
            return;
        };
        let (from_x, from_y) = (i32::from(from_x), i32::from(from_y));
        let (right, down) = (to.0 - from_x, to.1 - from_y);
        let far = right.abs().max(down.abs());
        let steps = (far + STEP - 1) / STEP;
        if far < NEAR || !self.fits(steps as usize) {
            return;
        }
        for at in 1..=steps {
            let point = (from_x + right * at / steps, from_y + down * at / steps);
            if let (Some(stroke), Some(point)) =
                (self.strokes.last_mut(), on_the_field(point.0, point.1))
            {
                stroke.push(point);
            }
        }
    }

    /// Takes the last stroke back.
    pub fn undo(&mut self) {
        self.strokes.pop();
    }

    /// The `d` of an SVG path on the field.
    pub fn path(&self) -> String {
        let mut path = String::new();
        for stroke in &self.strokes {
            for (at, (x, y)) in stroke.iter().enumerate() {
                path.push(if at == 0 { 'M' } else { 'L' });
                path.push_str(&x.to_string());
                path.push(' ');
                path.push_str(&y.to_string());
            }
            // A point is seen too: its ends are round.
            path.push_str("h0");
        }
        path
    }

    /// Whether so many more points are kept.
    fn fits(&self, more: usize) -> bool {
        let points: usize = self.strokes.iter().map(Vec::len).sum();
        self.strokes.len() <= MOST_STROKES && points + more <= MOST_POINTS
    }
}

fn step(letter: u8) -> Option<i32> {
    match letter {
        b'a'..=b'z' => Some(i32::from(letter - b'a')),
        b'A'..=b'Z' => Some(-1 - i32::from(letter - b'A')),
        _ => None,
    }
}

fn on_the_field(x: i32, y: i32) -> Option<(u16, u16)> {
    let within = (0..=i32::from(WIDTH)).contains(&x) && (0..=i32::from(HEIGHT)).contains(&y);
    within.then_some((x as u16, y as u16))
}
