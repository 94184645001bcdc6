//! Which papers a note refers to, and which nothing does.

use serde_json::{Map, Value};

use super::{is_digit, is_hex};

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

/// The ids of the papers in a note, each once: of everything that has an id and a key, also where a
/// newer version put it.
pub fn named_in(note: &Map<String, Value>) -> Vec<String> {
    let mut ids = Vec::new();
    look(note, &mut ids);
    ids.sort_unstable();
    ids.dedup();
    ids
}

fn look(object: &Map<String, Value>, ids: &mut Vec<String>) {
    let hex = |name, digits| {
        let text = object.get(name)?.as_str()?;
        is_hex(text, digits).then_some(text)
    };
    if let (Some(id), Some(_)) = (hex("id", ID), hex("key", 2 * ID)) {
        ids.push(id.to_owned());
    }
    for value in object.values() {
        look_in(value, ids);
    }
}

fn look_in(value: &Value, ids: &mut Vec<String>) {
    match value {
        Value::Object(object) => look(object, ids),
        Value::Array(all) => all.iter().for_each(|value| look_in(value, ids)),
        _ => {}
    }
}
