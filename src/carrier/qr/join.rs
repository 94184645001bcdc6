//! Frames to bytes, in any order, from a camera that sees the same code thirty times and other
//! codes in between.

use super::digits::digits_to_frame;
use super::erasure;
use super::frame::{Frame, Refused, SetId};
use super::split::set_id;
use crate::carrier::card::is_card;

/// What came of one code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Took {
    /// A frame not seen before.
    New {
        /// Different frames held.
        have: usize,
        /// Different frames needed.
        need: usize,
    },
    /// A frame already held, or one of the set just completed.
    Again,
    /// The last frame needed: the envelope, verified against the set id.
    Complete(Vec<u8>),
    /// Of another set; the one begun is kept. To switch, take it with a new [`Join`].
    OtherSet,
    /// Of the same envelope cut otherwise; the one begun is kept. To follow, take it with a new [`Join`].
    OtherDensity,
    /// Looks like one of ours but is cut or damaged.
    Damaged,
    /// Of a newer version of this format.
    Newer,
    /// Enough frames, but together they are not what the set id names. All are discarded: read again.
    Broken,
    /// Something else.
    NotOurs(Foreign),
}

/// What a code is that is not ours, as far as a person can be helped with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Foreign {
    /// The beginning of a pharmacy's お薬手帳 record.
    Jahis,
    /// A SMART health card or health link.
    HealthCard,
    /// A wireless network.
    Wifi,
    /// An office's key card: 受け取り用QR.
    KeyCard,
    /// A web address.
    OtherLink,
    /// Anything else.
    Other,
}

/// What is held, for the cells on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cells {
    /// For each of the K data fragments, whether it is held.
    pub data: Vec<bool>,
    /// How many parity frames stand in for missing ones.
    pub parity: usize,
}

/// A set being collected. The first frame decides which.
#[derive(Debug, Clone, Default)]
pub struct Join {
    begun: Option<Begun>,
}

#[derive(Debug, Clone)]
struct Begun {
    k: u8,
    total: u16,
    id: SetId,
    frames: Vec<(u8, Vec<u8>)>,
    complete: bool,
}

impl Join {
    /// Nothing collected yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes the text of one code: an address of any host whose part behind the last `#` is a
    /// frame, or the digits alone.
    pub fn take(&mut self, text: &[u8]) -> Took {
        let text = text.trim_ascii();
        let behind = text.rsplit(|&byte| byte == b'#').next().unwrap_or(text);
        match digits_to_frame(behind).and_then(|bytes| Frame::parse(&bytes)) {
            Ok(frame) => self.add(frame),
            Err(_) if is_card(behind) => Took::NotOurs(Foreign::KeyCard),
            Err(Refused::Newer) => Took::Newer,
            Err(_) if looks_ours(behind) => Took::Damaged,
            Err(_) => Took::NotOurs(foreign(text)),
        }
    }

    /// Different frames held and needed; `None` before the first.
    pub fn progress(&self) -> Option<(usize, usize)> {
        self.begun
            .as_ref()
            .map(|begun| (begun.have(), begun.k.into()))
    }

    /// Which fragments are held; `None` before the first frame.
    pub fn cells(&self) -> Option<Cells> {
        let begun = self.begun.as_ref()?;
        let mut data = vec![begun.complete; begun.k.into()];
        let mut parity = 0;
        for (n, _) in &begun.frames {
            match data.get_mut(usize::from(*n)) {
                Some(cell) => *cell = true,
                None => parity += 1,
            }
        }
        Some(Cells { data, parity })
    }

    fn add(&mut self, frame: Frame) -> Took {
        let begun = self.begun.get_or_insert_with(|| Begun {
            k: frame.k,
            total: frame.total,
            id: frame.set_id,
            frames: Vec::new(),
            complete: false,
        });
        if frame.set_id != begun.id {
            return Took::OtherSet;
        }
        if begun.complete {
            return Took::Again;
        }
        if frame.k != begun.k {
            return Took::OtherDensity;
        }
        // One id and one K have one length; a frame that says otherwise is forged.
        if frame.total != begun.total {
            return Took::Damaged;
        }
        if begun.frames.iter().any(|(n, _)| *n == frame.n) {
            return Took::Again;
        }
        begun.frames.push((frame.n, frame.fragment));
        let (have, need) = (begun.have(), begun.k.into());
        if have < need {
            return Took::New { have, need };
        }
        match begun.finish() {
            Some(bin) => Took::Complete(bin),
            None => {
                self.begun = None;
                Took::Broken
            }
        }
    }
}

impl Begun {
    fn have(&self) -> usize {
        if self.complete {
            self.k.into()
        } else {
            self.frames.len()
        }
    }

    /// The envelope, if the frames really are those of the id. The padding is no part of what the
    /// id names, so it is checked by itself.
    fn finish(&mut self) -> Option<Vec<u8>> {
        let frames = std::mem::take(&mut self.frames);
        let len = frames.first()?.1.len();
        let mut bin = erasure::restore(self.k.into(), len, &frames);
        let padding = bin.split_off(self.total.into());
        self.complete = set_id(&bin) == self.id && padding.iter().all(|&byte| byte == 0);
        self.complete.then_some(bin)
    }
}

/// Whether these digits begin as every frame of this format does, whatever follows.
fn looks_ours(digits: &[u8]) -> bool {
    digits
        .get(..17)
        .and_then(|group| digits_to_frame(group).ok())
        .is_some_and(|bytes| bytes.first() == Some(&super::frame::FORMAT))
}

fn foreign(text: &[u8]) -> Foreign {
    let begins = |with: &str| {
        text.get(..with.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(with.as_bytes()))
    };
    let holds_health_link = || text.windows(8).any(|part| part == b"shlink:/");
    if begins("JAHISTC") {
        Foreign::Jahis
    } else if begins("shc:/") || holds_health_link() {
        Foreign::HealthCard
    } else if begins("WIFI:") {
        Foreign::Wifi
    } else if begins("https://") || begins("http://") {
        Foreign::OtherLink
    } else {
        Foreign::Other
    }
}
