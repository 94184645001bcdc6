//! Symbols to messages, in any order: structured append first, on bytes, then record 911.

use std::collections::BTreeMap;

use super::{
    Kind,
    kind::{beginning, kind},
    line::{first, lines, number, plain},
};

/// The most that is held or read, in bytes: years of an app's export; 16 symbols are 47 kB.
pub const MAX_BYTES: usize = 1 << 20;

/// The place of a symbol among those it was linked with (structured append).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// From 0, below `count`.
    pub index: u8,
    /// 2..=16; a count of 1 links nothing.
    pub count: u8,
    /// XOR of all bytes of the whole message. Not every printer computes it rightly: it tells sets
    /// apart, and a wrong one is only said.
    pub parity: u8,
}

/// What a symbol was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Took {
    /// With it a message is whole.
    Whole,
    /// One of several; `have` of `need` of its set are here.
    Part {
        /// Different ones read.
        have: usize,
        /// All of them.
        need: usize,
    },
    /// Read before.
    Again,
    /// A piece of a notebook that does not say where it belongs: see [`Gather::append`].
    Loose,
    /// Not of a notebook.
    Foreign(Kind),
    /// No more room: finish these first.
    Full,
}

/// A set that is not whole yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// Different ones read.
    pub have: usize,
    /// All of them.
    pub need: usize,
    /// The places still missing, from 1.
    pub missing: Vec<usize>,
}

/// A whole message, as it was before it was cut.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Joined {
    /// Still CP932.
    pub bytes: Vec<u8>,
    /// The printed parity is not that of these bytes: pieces of two papers, or a careless printer.
    pub parity_differs: bool,
}

/// Collects the symbols of one or more papers.
#[derive(Debug, Clone, Default)]
pub struct Gather {
    linked: Vec<Linked>,
    split: Vec<Split>,
    whole: Vec<Joined>,
    loose: Vec<Vec<u8>>,
    /// Loose pieces that found their place.
    placed: Vec<Vec<u8>>,
    held: usize,
}

/// A structured append.
#[derive(Debug, Clone)]
struct Linked {
    parity: u8,
    parts: Vec<Option<Vec<u8>>>,
}

/// A message cut by record 911.
#[derive(Debug, Clone)]
struct Split {
    id: Vec<u8>,
    total: u16,
    parts: BTreeMap<u16, Vec<u8>>,
    parity_differs: bool,
}

/// The most parts record 911 can count.
const MAX_PARTS: usize = 999;

/// Beside its bytes, what keeping a piece takes.
const OVERHEAD: usize = 64;

impl Gather {
    /// Nothing read yet.
    pub fn new() -> Gather {
        Gather::default()
    }

    /// Takes the bytes of a symbol, or of a file. `place` is its structured append header.
    pub fn take(&mut self, bytes: &[u8], place: Option<Place>) -> Took {
        // Also what is empty takes its place.
        if bytes.len().max(1) > MAX_BYTES.saturating_sub(self.held) {
            return Took::Full;
        }
        match place {
            Some(place) if place.index < place.count && (2..=16).contains(&place.count) => {
                self.link(bytes, place)
            }
            _ => self.message(bytes, false),
        }
    }

    /// The whole messages, in the order in which they became so.
    pub fn whole(&self) -> &[Joined] {
        &self.whole
    }

    /// The sets that are not whole.
    pub fn progress(&self) -> Vec<Progress> {
        let of = |need: usize, has: &dyn Fn(usize) -> bool| {
            let missing: Vec<usize> = (1..=need).filter(|place| !has(*place)).collect();
            let have = need - missing.len();
            Progress {
                have,
                need,
                missing,
            }
        };
        let linked = self.linked.iter().filter(|set| set.foreign().is_none());
        let linked = linked.map(|set| of(set.parts.len(), &|at| set.parts[at - 1].is_some()));
        let split = self
            .split
            .iter()
            .map(|set| of(set.total.into(), &|at| set.parts.contains_key(&(at as u16))));
        let all = linked.chain(split);
        all.filter(|set| !set.missing.is_empty()).collect()
    }

    /// The pieces that do not say where they belong.
    pub fn loose(&self) -> &[Vec<u8>] {
        &self.loose
    }

    /// Puts loose pieces behind a whole message, in the order a person gave; bytes to bytes, with
    /// nothing between. `false`, and nothing happens, where one of them does not exist or is named
    /// twice.
    pub fn append(&mut self, whole: usize, order: &[usize]) -> bool {
        let twice = order
            .iter()
            .enumerate()
            .any(|(i, at)| order[..i].contains(at));
        if twice || order.iter().any(|at| *at >= self.loose.len()) {
            return false;
        }
        let Some(joined) = self.whole.get_mut(whole) else {
            return false;
        };
        for at in order {
            joined.bytes.extend(&self.loose[*at]);
        }
        for (at, piece) in std::mem::take(&mut self.loose).into_iter().enumerate() {
            if order.contains(&at) {
                self.placed.push(piece);
            } else {
                self.loose.push(piece);
            }
        }
        true
    }

    fn link(&mut self, bytes: &[u8], place: Place) -> Took {
        let index = usize::from(place.index);
        let of_set = |set: &Linked| {
            set.parity == place.parity && set.parts.len() == usize::from(place.count)
        };
        let slot = |set: &Linked| set.parts[index].as_deref().map(<[u8]>::to_vec);
        let mut sets = self
            .linked
            .iter()
            .enumerate()
            .filter(|(_, set)| of_set(set));
        if let Some((_, set)) = sets
            .clone()
            .find(|(_, set)| slot(set).is_some_and(|s| s == bytes))
        {
            return set.foreign().map_or(Took::Again, Took::Foreign);
        }
        // Two papers may share count and parity by chance: a taken place begins another set.
        let at = match sets.find(|(_, set)| set.parts[index].is_none()) {
            Some((at, _)) => at,
            None => {
                self.linked.push(Linked {
                    parity: place.parity,
                    parts: vec![None; place.count.into()],
                });
                self.linked.len() - 1
            }
        };
        self.held += bytes.len() + OVERHEAD * usize::from(place.count);
        let set = &mut self.linked[at];
        set.parts[index] = Some(bytes.to_vec());
        if let Some(kind) = set.foreign() {
            return Took::Foreign(kind);
        }
        let have = set.parts.iter().flatten().count();
        let need = set.parts.len();
        if have < need {
            return Took::Part { have, need };
        }
        let joined = set
            .parts
            .iter()
            .flatten()
            .flatten()
            .copied()
            .collect::<Vec<u8>>();
        let parity = joined.iter().fold(0, |sum, byte| sum ^ byte);
        self.message(&joined, parity != place.parity)
    }

    fn message(&mut self, bytes: &[u8], parity_differs: bool) -> Took {
        match kind(bytes) {
            Kind::Notebook => {}
            Kind::Fragment => {
                if self
                    .loose
                    .iter()
                    .chain(&self.placed)
                    .any(|piece| piece == bytes)
                {
                    return Took::Again;
                }
                self.held += bytes.len() + OVERHEAD;
                self.loose.push(bytes.to_vec());
                return Took::Loose;
            }
            other => return Took::Foreign(other),
        }
        let mut took = Took::Again;
        for part in parts(bytes) {
            let one = self.part(part, parity_differs);
            if one != Took::Again {
                took = one;
            }
        }
        took
    }

    fn part(&mut self, part: Part, parity_differs: bool) -> Took {
        let cost = part.bytes.len() + OVERHEAD;
        let Some((id, total, place)) = part.control else {
            // Or its head, before loose pieces were put behind it.
            if self
                .whole
                .iter()
                .any(|joined| joined.bytes.starts_with(&part.bytes))
            {
                return Took::Again;
            }
            self.held += cost;
            self.whole.push(Joined {
                bytes: part.bytes,
                parity_differs,
            });
            return Took::Whole;
        };
        let mut sets = self.split.iter().enumerate();
        let fits = |set: &Split| set.id == id && set.total == total;
        let same = |set: &Split| set.parts.get(&place) == Some(&part.bytes);
        if sets.clone().any(|(_, set)| fits(set) && same(set)) {
            return Took::Again;
        }
        let at = match sets.find(|(_, set)| fits(set) && !set.parts.contains_key(&place)) {
            Some((at, _)) => at,
            None => {
                self.split.push(Split {
                    id,
                    total,
                    parts: BTreeMap::new(),
                    parity_differs: false,
                });
                self.split.len() - 1
            }
        };
        self.held += cost;
        let set = &mut self.split[at];
        set.parts.insert(place, part.bytes);
        set.parity_differs |= parity_differs;
        let (have, need) = (set.parts.len(), usize::from(set.total));
        if have < need {
            return Took::Part { have, need };
        }
        let joined = Joined {
            bytes: set.parts.values().flatten().copied().collect(),
            parity_differs: set.parity_differs,
        };
        self.held += joined.bytes.len();
        self.whole.push(joined);
        Took::Whole
    }
}

impl Linked {
    /// What the set is, if its first symbol says that it is no notebook.
    fn foreign(&self) -> Option<Kind> {
        // A shorter one may end inside `JAHISTC`: then only the whole can tell.
        let head = self
            .parts
            .first()?
            .as_ref()
            .filter(|head| head.len() > 16)?;
        Some(kind(head)).filter(|kind| *kind != Kind::Notebook)
    }
}

/// Id, how many there are, which this is.
type Control = (Vec<u8>, u16, u16);

/// What stands between two version records, with its record 911 if that says something.
struct Part {
    bytes: Vec<u8>,
    control: Option<Control>,
}

/// A message as its parts. Mostly one; an app may put all parts of a 911 split into one file.
fn parts(bytes: &[u8]) -> Vec<Part> {
    let mut all: Vec<Vec<&[u8]>> = vec![Vec::new()];
    let mut ended = false;
    for line in lines(bytes) {
        if ended && is_version(line) {
            all.push(Vec::new());
            ended = false;
        }
        ended |= first(line) == Some(911);
        if let Some(last) = all.last_mut() {
            last.push(line);
        }
    }
    // Files of several unsplit messages stay one: their dispensings follow each other anyway.
    let controls: Vec<_> = all
        .iter()
        .map(|part| part.iter().rev().find_map(|line| control(line)))
        .collect();
    if controls.iter().all(Option::is_none) || all.len() > MAX_PARTS {
        let bytes = bytes.to_vec();
        return vec![Part {
            bytes,
            control: None,
        }];
    }
    let cut = |(part, control): (Vec<&[u8]>, Option<Control>)| {
        let mut bytes = Vec::new();
        let begins = control.as_ref().is_none_or(|(_, _, place)| *place == 1);
        for line in part {
            let frame = first(line) == Some(911) || (is_version(line) && !begins);
            if !frame {
                bytes.extend(line);
                bytes.extend(b"\r\n");
            }
        }
        Part { bytes, control }
    };
    all.into_iter().zip(controls).map(cut).collect()
}

fn is_version(line: &[u8]) -> bool {
    kind(beginning(line)) == Kind::Notebook
}

/// Id, total and place of a record 911 that says something. An id is any text; the printers' own
/// lengths differ. Empty, odd or single ones say that nothing was split.
fn control(line: &[u8]) -> Option<Control> {
    let mut fields = line.split(|byte| *byte == b',');
    let record = number(fields.next()?)?;
    let id = plain(fields.next()?);
    let total = number(fields.next()?)?;
    let place = number(fields.next()?)?;
    let says = record == 911 && total >= 2 && (1..=total).contains(&place);
    says.then_some((id, total, place))
}
