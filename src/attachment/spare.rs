//! Which papers nothing refers to.

use super::is_digit;

/// Length of an id.
const ID: usize = 32;

/// Takes out of a sorted list of ids those that stand anywhere in a note, whatever stands around
/// them: members a newer version wrote count as much as ours.
pub fn spare(ids: &mut Vec<String>, note: &[u8]) {
    let mut begun = 0;
    for (at, byte) in note.iter().enumerate() {
        if !is_digit(*byte) {
            begun = at + 1;
        } else if at + 1 - begun >= ID {
            let found = &note[at + 1 - ID..=at];
            if let Ok(place) = ids.binary_search_by(|id| id.as_bytes().cmp(found)) {
                ids.remove(place);
            }
        }
    }
}
