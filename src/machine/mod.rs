//! A shared machine: what its staff decided for it, and how it forgets whoever was there.
//!
//! What is decided is kept as one small JSON text, and nothing in it is of a person. Where it is
//! missing or cannot be read, the strictest holds.

pub mod wipe;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde_json::{Map, Value, json};

use crate::{
    text::Lang,
    vault::{KdfParams, Profile, SALT},
};

/// A way in which something leaves a shared machine, or comes in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Out as QR codes, to the telephone of whoever is there.
    Codes,
    /// Out on paper.
    Paper,
    /// Out as a file.
    File,
    /// In as a file or a photo that is picked.
    Pick,
}

impl Way {
    /// Every way, in the order in which it is asked about.
    pub const ALL: [Way; 4] = [Way::Codes, Way::Paper, Way::File, Way::Pick];

    /// The permanent word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Way::Codes => "codes",
            Way::Paper => "paper",
            Way::File => "file",
            Way::Pick => "pick",
        }
    }
}

/// Seconds without a touch until it is asked whether somebody is there: what can be chosen.
pub const QUIET: [u32; 3] = [90, 105, 120];

/// Digits of a PIN, at least and at most.
pub const PIN_DIGITS: (usize, usize) = (6, 12);

/// What the staff of a shared machine decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Machine {
    /// What is allowed to everybody.
    pub ways: Vec<Way>,
    /// Seconds without a touch until it is asked whether somebody is there: one of [`QUIET`].
    pub quiet: u32,
    /// Whether the first screen is dark at night.
    pub dims: bool,
    /// The language it begins in; `None`: the browser's.
    pub lang: Option<Lang>,
    /// What opens the staff's page; `None` until it is set up.
    pub pin: Option<Pin>,
    /// Wrong PINs in a row.
    pub wrong: u32,
    /// How forgetting went the last time.
    pub ended: Option<Ended>,
}

/// A PIN, as it is kept: never itself, only what it derives, slowly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pin {
    /// How it is derived.
    pub params: KdfParams,
    /// What comes of that.
    pub derived: [u8; 32],
}

/// How forgetting went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ended {
    /// When, in milliseconds since the epoch.
    pub at: u64,
    /// Where something is left.
    pub left: Vec<wipe::Place>,
}

impl Default for Machine {
    /// Nothing but QR codes, and the shortest wait (ux.md K07).
    fn default() -> Self {
        Machine {
            ways: vec![Way::Codes],
            quiet: QUIET[0],
            dims: true,
            lang: None,
            pin: None,
            wrong: 0,
            ended: None,
        }
    }
}

impl Machine {
    /// What is kept, read; the strictest where it cannot be.
    pub fn read(text: &str) -> Machine {
        // Far more than it can ever be.
        const LONGEST: usize = 4_096;
        if text.len() > LONGEST {
            return Machine::default();
        }
        match serde_json::from_str::<Value>(text) {
            Ok(Value::Object(kept)) => Machine::of(&kept),
            _ => Machine::default(),
        }
    }

    fn of(kept: &Map<String, Value>) -> Machine {
        let strictest = Machine::default();
        let number = |name: &str| kept.get(name).and_then(Value::as_u64);
        let quiet = number("quiet").and_then(|quiet| u32::try_from(quiet).ok());
        let lang = kept.get("lang").and_then(Value::as_str);
        let wrong = number("wrong").unwrap_or(0);
        Machine {
            ways: match kept.get("ways").and_then(Value::as_array) {
                Some(words) => named(&Way::ALL, Way::word, words),
                None => strictest.ways,
            },
            quiet: quiet
                .filter(|quiet| QUIET.contains(quiet))
                .unwrap_or(strictest.quiet),
            dims: kept
                .get("dims")
                .and_then(Value::as_bool)
                .unwrap_or(strictest.dims),
            lang: lang.and_then(Lang::from_code),
            pin: kept.get("pin").and_then(Pin::read),
            wrong: u32::try_from(wrong).unwrap_or(u32::MAX),
            ended: kept.get("ended").and_then(Ended::read),
        }
    }

    /// As it is kept.
    pub fn to_text(&self) -> String {
        let ways: Vec<&str> = self.ways.iter().map(|way| way.word()).collect();
        let mut kept = json!({
            "ways": ways,
            "quiet": self.quiet,
            "dims": self.dims,
            "wrong": self.wrong,
        });
        if let Some(lang) = self.lang {
            kept["lang"] = lang.code().into();
        }
        if let Some(pin) = &self.pin {
            kept["pin"] = pin.to_json();
        }
        if let Some(ended) = &self.ended {
            let left: Vec<&str> = ended.left.iter().map(|place| place.word()).collect();
            kept["ended"] = json!({ "at": ended.at, "left": left });
        }
        kept.to_string()
    }

    /// Allows a way to everybody, or does not.
    pub fn allow(&mut self, way: Way, allowed: bool) {
        self.ways.retain(|other| *other != way);
        if allowed {
            self.ways.push(way);
        }
    }
}

/// Those of all whose words are there, in the order of all.
fn named<T: Copy>(all: &[T], word: fn(T) -> &'static str, words: &[Value]) -> Vec<T> {
    let is_there = |one: &T| words.iter().any(|other| other.as_str() == Some(word(*one)));
    all.iter().copied().filter(is_there).collect()
}

impl Pin {
    fn read(kept: &Value) -> Option<Pin> {
        let number = |name: &str| u32::try_from(kept.get(name)?.as_u64()?).ok();
        let bytes = |name: &str| STANDARD.decode(kept.get(name)?.as_str()?).ok();
        let profile = Profile {
            m_kib: number("m")?,
            t: number("t")?,
            p: number("p")?,
        };
        let salt: [u8; SALT] = bytes("salt")?.try_into().ok()?;
        Some(Pin {
            params: KdfParams { profile, salt },
            derived: bytes("derived")?.try_into().ok()?,
        })
    }

    fn to_json(&self) -> Value {
        let KdfParams { profile, salt } = &self.params;
        json!({
            "m": profile.m_kib,
            "t": profile.t,
            "p": profile.p,
            "salt": STANDARD.encode(salt),
            "derived": STANDARD.encode(self.derived),
        })
    }

    /// Whether this was derived from the same digits; every byte is looked at.
    pub fn is(&self, derived: &[u8; 32]) -> bool {
        let differing = self.derived.iter().zip(derived);
        differing.fold(0, |all, (one, other)| all | (one ^ other)) == 0
    }
}

impl Ended {
    fn read(kept: &Value) -> Option<Ended> {
        let left = kept.get("left")?.as_array()?;
        Some(Ended {
            at: kept.get("at")?.as_u64()?,
            left: named(&wipe::Place::ALL, wipe::Place::word, left),
        })
    }
}

/// The digits of a PIN that somebody typed, in half width; `None` where it is something else.
pub fn pin_digits(typed: &str) -> Option<String> {
    let digit = |letter: char| match letter {
        '0'..='9' => Some(letter),
        '０'..='９' => char::from_digit(u32::from(letter) - u32::from('０'), 10),
        _ => None,
    };
    let digits: String = typed.trim().chars().map(digit).collect::<Option<_>>()?;
    (PIN_DIGITS.0..=PIN_DIGITS.1)
        .contains(&digits.len())
        .then_some(digits)
}

/// Whether it is night at this hour (0 to 23), for a screen that nobody uses.
pub fn is_night(hour: u32) -> bool {
    !(7..20).contains(&hour)
}

/// Whether a clock can be right that says this, in milliseconds since the epoch: not before the
/// program itself was written, and not fifty years later.
pub fn is_plausible(now: f64) -> bool {
    const WRITTEN: f64 = 1_793_000_000_000.0;
    const LATER: f64 = WRITTEN + 50.0 * 365.25 * 86_400_000.0;
    (WRITTEN..LATER).contains(&now)
}
