//! What was read, beside what the note has already: what a parent looks at before anything is taken.

use super::{Child, Joined, Notebook, Pick, Refused, Who, already, compare, parse, picks, similar};
use crate::record::Entry;

/// How a medicine stands to what is written already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Not written yet.
    New,
    /// The sheet has a medicine of this name on this day, in other words: look.
    Similar,
    /// The sheet has this very line.
    Written,
    /// Another of the messages that were read has it, too.
    Above,
}

/// A message, read and compared.
#[derive(Debug, Clone, PartialEq)]
pub struct Review {
    /// What it says.
    pub notebook: Notebook,
    /// Pieces of two papers, or a careless printer.
    pub parity_differs: bool,
    /// Whether it is this child's.
    pub who: Who,
    standings: Vec<(Pick, Standing)>,
}

impl Review {
    /// All medicines, in the order of the notebook.
    pub fn medicines(&self) -> &[(Pick, Standing)] {
        &self.standings
    }

    /// How a medicine stands.
    pub fn standing(&self, pick: Pick) -> Standing {
        let known = self.standings.iter().find(|(known, _)| *known == pick);
        known.map_or(Standing::Above, |(_, standing)| *standing)
    }

    /// Whether it is offered as chosen: what is new, of a child that is not somebody else.
    pub fn offered(&self, pick: Pick) -> bool {
        self.standing(pick) == Standing::New && !matches!(self.who, Who::Other { .. })
    }

    /// Whether it can be chosen at all. What stands there already is never taken twice.
    pub fn open(&self, pick: Pick) -> bool {
        matches!(self.standing(pick), Standing::New | Standing::Similar)
    }
}

/// Reads messages and compares them with the child and with the rows of the sheet.
pub fn review(
    joined: &[Joined],
    decode: &dyn Fn(&[u8]) -> String,
    child: &Child,
    rows: &[Entry],
) -> Vec<Result<Review, Refused>> {
    let mut above: Vec<Entry> = Vec::new();
    let mut one = |joined: &Joined| {
        let notebook = parse(&joined.bytes, decode)?;
        let all = picks(&notebook);
        let written = already(&notebook, rows);
        let alike = similar(&notebook, rows);
        let twice = already(&notebook, &above);
        let standing = |pick: &Pick| {
            let standing = if written.contains(pick) {
                Standing::Written
            } else if twice.contains(pick) {
                Standing::Above
            } else if alike.contains(pick) {
                Standing::Similar
            } else {
                Standing::New
            };
            (*pick, standing)
        };
        let standings: Vec<(Pick, Standing)> = all.iter().map(standing).collect();
        let fresh: Vec<Pick> = standings
            .iter()
            .filter(|(_, standing)| *standing != Standing::Above)
            .map(|(pick, _)| *pick)
            .collect();
        above.extend(super::rows(&notebook, &fresh, super::Fields::default()));
        Ok(Review {
            who: compare(&notebook.patient, child),
            notebook,
            parity_differs: joined.parity_differs,
            standings,
        })
    };
    joined.iter().map(&mut one).collect()
}
