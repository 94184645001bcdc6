//! Which papers a note refers to, and which nothing does.

use serde_json::{Map, Value};

use super::{is_digit, is_hex};
use crate::answer::Attachment;

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
    let papers = papers_in(note).into_iter();
    papers.map(|paper| paper.id).collect()
}

/// The papers in a note, by their ids, each once: of everything that has an id and a key, also where a
/// newer version put it. What else is not there is 0 or "".
pub fn papers_in(note: &Map<String, Value>) -> Vec<Attachment> {
    let mut papers = Vec::new();
    look(note, &mut papers);
    papers.sort_unstable_by(|one, other| one.id.cmp(&other.id));
    papers.dedup_by(|one, other| one.id == other.id);
    papers
}

fn look(object: &Map<String, Value>, papers: &mut Vec<Attachment>) {
    let text = |name| object.get(name).and_then(Value::as_str).unwrap_or_default();
    let (id, key) = (text("id"), text("key"));
    if is_hex(id, ID) && is_hex(key, 2 * ID) {
        papers.push(Attachment {
            id: id.to_owned(),
            key: key.to_owned(),
            media: text("media").to_owned(),
            size: object
                .get("size")
                .and_then(Value::as_u64)
                .unwrap_or_default(),
            name: text("name").to_owned(),
        });
    }
    for value in object.values() {
        look_in(value, papers);
    }
}

fn look_in(value: &Value, papers: &mut Vec<Attachment>) {
    match value {
        Value::Object(object) => look(object, papers),
        Value::Array(all) => all.iter().for_each(|value| look_in(value, papers)),
        _ => {}
    }
}
