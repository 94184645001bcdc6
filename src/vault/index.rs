//! The sealed index: which children there are, how they are called, and where their records lie.

use serde_json::{Map, Value, json};

use super::side::{KEPT, Side};
use super::since::Since;
use crate::envelope::{b64, parse_json, unb64};

/// Everything the vault knows of its children without opening a record.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Index {
    /// Grows by one with every write: of two indexes the higher is the newer.
    pub generation: u64,
    pub children: Vec<Entry>,
    /// Members of a newer version, kept.
    pub more: Map<String, Value>,
}

/// One child.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Entry {
    /// 16 random bytes in base64url; part of the record's key on the shelf.
    pub id: String,
    /// The child's own key, sealed.
    pub dek: Vec<u8>,
    /// The side that holds the current record.
    pub side: Side,
    /// What is on sides A and B; 0 is nothing yet.
    pub revisions: [u64; 2],
    /// When the record was last saved, in milliseconds since 1970.
    pub updated_ms: u64,
    /// What the screens need to list the child: name, colour. Not looked into here.
    pub label: Value,
    /// Copies kept for undo, the oldest first.
    pub kept: Vec<Kept>,
    /// What was written since the records on the sides were put down.
    pub since: Vec<Since>,
    /// Members of a newer version, kept.
    pub more: Map<String, Value>,
}

/// A copy kept for undo: what lay on a side when it was current, as it lay there.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Kept {
    /// 16 random bytes in base64url; part of its key on the shelf.
    pub at: String,
    pub revision: u64,
    /// When it was saved, in milliseconds since 1970.
    pub updated_ms: u64,
}

impl Kept {
    /// Where it is.
    pub(crate) fn key(&self) -> String {
        format!("{KEPT}{}", self.at)
    }

    fn write(&self) -> Value {
        json!({"at": self.at, "rev": self.revision, "updated": self.updated_ms})
    }

    fn read(kept: &Value) -> Option<Self> {
        let number = |name| kept.get(name)?.as_u64();
        Some(Self {
            at: kept
                .get("at")?
                .as_str()
                .filter(|at| unb64(at).is_some())?
                .into(),
            revision: number("rev")?,
            updated_ms: number("updated")?,
        })
    }
}

impl Entry {
    /// The newest revision there has ever been.
    pub(crate) fn newest(&self) -> u64 {
        let since = self.since.iter().map(|since| since.revision);
        since.chain(self.revisions).max().unwrap_or_default()
    }

    /// Which save is current.
    pub(crate) fn current(&self) -> u64 {
        let lies = self.revision(self.side);
        self.since_of(lies).map_or(lies, |since| since.revision)
    }

    /// What was written since a record of this revision was put down.
    pub(crate) fn since_of(&self, revision: u64) -> Option<&Since> {
        self.since.iter().find(|since| since.of == revision)
    }

    /// Says what was written since a record was put down, and leaves out what belongs to none that lies on a side.
    pub(crate) fn put_since(&mut self, since: Option<Since>) {
        let before = core::mem::take(&mut self.since);
        let lies = |one: &Since| self.revisions.contains(&one.of);
        let replaced = |one: &Since| since.as_ref().is_some_and(|since| since.of == one.of);
        let stays = before.into_iter().filter(|one| lies(one) && !replaced(one));
        self.since = stays.chain(since.clone()).collect();
    }

    /// The revision on one side.
    pub(crate) fn revision(&self, side: Side) -> u64 {
        self.revisions[side as usize]
    }

    fn write(&self) -> Value {
        let known = [
            ("id", self.id.as_str().into()),
            ("dek", b64(&self.dek).into()),
            ("side", self.side.name().into()),
            ("a", self.revisions[0].into()),
            ("b", self.revisions[1].into()),
            ("updated", self.updated_ms.into()),
            ("label", self.label.clone()),
        ];
        let mut all = joined(&self.more, known);
        if let Value::Object(all) = &mut all {
            if !self.kept.is_empty() {
                let kept = self.kept.iter().map(Kept::write).collect();
                all.insert("kept".into(), kept);
            }
            if !self.since.is_empty() {
                let since = self.since.iter().map(Since::write).collect();
                all.insert("since".into(), since);
            }
        }
        all
    }

    fn read(entry: &Value) -> Option<Self> {
        let mut more = entry.as_object()?.clone();
        let mut number = |name| more.remove(name)?.as_u64();
        let (revisions, updated_ms) = ([number("a")?, number("b")?], number("updated")?);
        let mut since = Vec::new();
        if let Some(all) = more.remove("since") {
            // What cannot be read must not be left out in silence.
            for one in all.as_array()? {
                since.push(Since::read(one)?);
            }
        }
        let mut text = |name| match more.remove(name)? {
            Value::String(text) => Some(text),
            _ => None,
        };
        Some(Self {
            id: text("id").filter(|id| unb64(id).is_some())?,
            dek: unb64(&text("dek")?)?,
            side: Side::named(&text("side")?)?,
            revisions,
            updated_ms,
            label: more.remove("label")?,
            kept: match more.remove("kept") {
                Some(Value::Array(kept)) => kept.iter().filter_map(Kept::read).collect(),
                _ => Vec::new(),
            },
            since,
            more,
        })
    }
}

impl Index {
    pub(crate) fn write(&self, vault: &str) -> String {
        let children: Vec<Value> = self.children.iter().map(Entry::write).collect();
        let known = [
            ("vaultId", vault.into()),
            ("gen", self.generation.into()),
            ("children", children.into()),
        ];
        joined(&self.more, known).to_string()
    }

    /// The index of this vault, and of no other.
    pub(crate) fn read(text: &[u8], vault: &str) -> Option<Self> {
        let Ok(Value::Object(mut more)) = parse_json(text) else {
            return None;
        };
        if more.remove("vaultId")? != vault {
            return None;
        }
        Some(Self {
            generation: more.remove("gen")?.as_u64()?,
            children: more
                .remove("children")?
                .as_array()?
                .iter()
                .map(Entry::read)
                .collect::<Option<_>>()?,
            more,
        })
    }
}

fn joined<const N: usize>(more: &Map<String, Value>, known: [(&str, Value); N]) -> Value {
    let mut all = more.clone();
    all.extend(known.map(|(name, value)| (name.to_owned(), value)));
    Value::Object(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_of_a_newer_version_are_kept() {
        let text = r#"{"a":"future","children":[{"a":3,"b":2,"dek":"AAAA","future":[1],"id":"AAAA","label":{"name":"𠮷"},"side":"B","updated":9}],"gen":4,"vaultId":"AAAA"}"#;
        let index = Index::read(text.as_bytes(), "AAAA").unwrap();
        let (old, new): (Value, Value) = (
            serde_json::from_str(text).unwrap(),
            serde_json::from_str(&index.write("AAAA")).unwrap(),
        );
        assert_eq!(old, new);
    }

    #[test]
    fn the_index_of_another_vault_is_refused() {
        let text = br#"{"children":[],"gen":1,"vaultId":"AAAB"}"#;
        assert!(Index::read(text, "AAAB").is_some());
        assert_eq!(Index::read(text, "AAAA"), None);
    }
}
