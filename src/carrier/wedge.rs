//! A hand-held scanner that types: what it read, out of keys that come faster than anybody types.
//!
//! Whatever has the focus, and whatever an input method makes of the keys: their places on the
//! keyboard are enough, for digits stand on the same keys everywhere. What a scanner of codes adds
//! in front (an address) may be garbled; the digits behind `#` are not.

/// Between two keys of a scanner there are at most so many milliseconds, also over Bluetooth.
const SLOWEST: f64 = 120.0;
/// Less than this is no code.
const SHORTEST: usize = 16;
/// No code holds more.
const LONGEST: usize = 8_000;

/// A key, as the keyboard tells it.
#[derive(Debug, Clone, Copy)]
pub struct Key<'a> {
    /// What it types, or its name (`Enter`, `Process`).
    pub key: &'a str,
    /// Its place (`Digit3`, `KeyA`, `Numpad7`).
    pub code: &'a str,
    /// Whether Shift is held.
    pub shift: bool,
    /// When, milliseconds on any clock.
    pub at: f64,
}

/// Keys that may become a code.
#[derive(Debug, Clone, Default)]
pub struct Wedge {
    typed: String,
    last: f64,
}

impl Wedge {
    /// Takes a key; gives the text of a code when the key ends it.
    pub fn take(&mut self, key: Key<'_>) -> Option<String> {
        let pause = key.at - self.last;
        self.last = key.at;
        if !(0.0..=SLOWEST).contains(&pause) {
            self.typed.clear();
        }
        if matches!(key.code, "Enter" | "NumpadEnter" | "Tab") || matches!(key.key, "Enter" | "Tab")
        {
            let typed = std::mem::take(&mut self.typed);
            return (typed.chars().count() >= SHORTEST).then_some(typed);
        }
        if let Some(c) = letter(&key) {
            if self.typed.len() >= LONGEST {
                self.typed.clear();
            }
            self.typed.push(c);
        }
        None
    }

    /// Whether so much came so fast that it can only be a scanner.
    pub fn reads(&self) -> bool {
        self.typed.len() >= SHORTEST
    }
}

/// What a key stands for. By its place where that is enough, since an input method changes what it
/// types; a mark that cannot be told is a space, so that nothing runs together.
fn letter(key: &Key<'_>) -> Option<char> {
    let last = key.code.chars().last().filter(char::is_ascii_digit);
    let digit = match key.code.strip_suffix(|c: char| c.is_ascii_digit()) {
        Some("Digit" | "Numpad") => last,
        _ => None,
    };
    match digit {
        Some('3') if key.shift => return Some('#'),
        Some(digit) if !key.shift => return Some(digit),
        _ => {}
    }
    let mut typed = key.key.chars();
    match (typed.next(), typed.next()) {
        (Some(c), None) => Some(c),
        // Names of keys that type nothing: Shift, F5, ArrowLeft.
        _ if key.key != "Process" && key.key != "Unidentified" => None,
        _ => {
            let letter = key.code.strip_prefix("Key").and_then(|k| k.chars().next());
            let letter = letter.map(|c| if key.shift { c } else { c.to_ascii_lowercase() });
            let typing = !key.code.starts_with("Shift");
            letter.or(typing.then_some(' '))
        }
    }
}
