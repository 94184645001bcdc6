//! When everything in the vault was last put into a backup, and how much was saved since. It stands
//! in the sealed index, so that every screen of this device knows it and nobody else does.

use serde_json::{Map, Value, json};

use super::error::SaveError;
use super::shelf::Shelf;
use super::state::Vault;

/// Where it stands in the index: `{"at": <ms since 1970>, "gen": <the index as it was then>}`.
const BACKUP: &str = "backup";

/// The last backup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BackedUp {
    /// When it was made, in milliseconds since 1970.
    pub made_ms: u64,
    /// How often something was saved since.
    pub changes: u64,
}

/// The members of an index that begins out of a backup: the two writes that begin it are no change.
pub(super) fn of_backup(made_ms: u64) -> Map<String, Value> {
    let mut more = Map::new();
    more.insert(BACKUP.into(), json!({"at": made_ms, "gen": 2}));
    more
}

impl<S: Shelf> Vault<S> {
    /// The last backup, if there was one.
    pub fn last_backup(&self) -> Option<BackedUp> {
        let backup = self.index.more.get(BACKUP)?;
        let number = |name| backup.get(name).and_then(Value::as_u64);
        Some(BackedUp {
            made_ms: number("at")?,
            changes: self.index.generation.saturating_sub(number("gen")?),
        })
    }

    /// How often something was ever saved here.
    pub fn saves(&self) -> u64 {
        self.index.generation
    }

    /// Remembers a backup that was made when so much had been [saved](Self::saves).
    pub fn remember_backup(
        &mut self,
        made_ms: u64,
        saves: u64,
        random: &mut dyn FnMut(&mut [u8]),
    ) -> Result<(), SaveError> {
        self.unchanged()?;
        // Remembering it is not a change.
        let backup = json!({"at": made_ms, "gen": saves + 1});
        let before = self.index.more.insert(BACKUP.into(), backup);
        let done = self.commit(self.index.children.clone(), random);
        if done.is_err() {
            match before {
                Some(before) => self.index.more.insert(BACKUP.into(), before),
                None => self.index.more.remove(BACKUP),
            };
        }
        done
    }
}
