//! One more language, as a file next to the page: `words/zh-Hans.json`.
//!
//! ```json
//! {"kind": "words", "v": 1, "tag": "zh-Hans", "name": "中文", "like": "ja",
//!  "words": [["しまう", "Keep", "收好"]]}
//! ```
//!
//! A row is a text in Japanese, the same in English, and in this language; the first two together
//! name it. What has no row, and what is made of numbers and dates, is said as in `like`: `ja`,
//! `easy` or `en`.

use serde_json::Value;
use thiserror::Error;

use super::{Lang, Text};

/// A pack is no longer than this, in bytes.
pub const MOST_BYTES: usize = 1_000_000;
/// It has no more rows than this.
const MOST_ROWS: usize = 10_000;

/// The words of a language that is not built in.
#[derive(Debug)]
pub struct Pack {
    tag: String,
    name: String,
    like: Lang,
    /// Japanese, English, this language; in order.
    rows: Vec<[String; 3]>,
}

/// Why a pack is not used. The screen stays in the language it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum PackError {
    /// Longer than [`MOST_BYTES`], or of too many rows.
    #[error("the words are too many")]
    TooLarge,
    /// It is no JSON of this kind.
    #[error("these are no words")]
    NotWords,
    /// Of another version than 1.
    #[error("the words are of a newer version")]
    TooNew,
    /// The words of another language than asked for.
    #[error("the words are of another language")]
    Another,
}

impl Pack {
    /// Reads the pack of a language.
    pub fn read(tag: &str, text: &str) -> Result<Pack, PackError> {
        if text.len() > MOST_BYTES {
            return Err(PackError::TooLarge);
        }
        let json: Value = serde_json::from_str(text).map_err(|_| PackError::NotWords)?;
        let said = |name: &str| json[name].as_str().ok_or(PackError::NotWords);
        if said("kind")? != "words" {
            return Err(PackError::NotWords);
        }
        if json["v"].as_u64().ok_or(PackError::NotWords)? != 1 {
            return Err(PackError::TooNew);
        }
        if said("tag")? != tag {
            return Err(PackError::Another);
        }
        let rows = json["words"].as_array().ok_or(PackError::NotWords)?;
        if rows.len() > MOST_ROWS {
            return Err(PackError::TooLarge);
        }
        let row = |row: &Value| {
            let row: Vec<&str> = row.as_array()?.iter().filter_map(Value::as_str).collect();
            let row: [&str; 3] = row.try_into().ok()?;
            Some(row.map(str::to_owned))
        };
        let rows: Option<Vec<_>> = rows.iter().map(row).collect();
        let mut rows = rows.ok_or(PackError::NotWords)?;
        rows.sort_unstable();
        Ok(Pack {
            tag: tag.to_owned(),
            name: said("name")?.to_owned(),
            like: Lang::from_code(said("like")?).ok_or(PackError::NotWords)?,
            rows,
        })
    }

    /// The BCP 47 tag.
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// The name of the language in itself.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The built-in language that stands in where there is no word.
    pub fn like(&self) -> Lang {
        self.like
    }

    /// A text in this language; `None` where it has no row.
    pub fn says(&self, text: Text) -> Option<&str> {
        let at = |row: &[String; 3]| (&*row[0], &*row[1]).cmp(&(text.ja, text.en));
        let found = self.rows.binary_search_by(at).ok()?;
        Some(&self.rows[found][2])
    }
}

/// Two packs of a language are the same language.
impl PartialEq for Pack {
    fn eq(&self, other: &Pack) -> bool {
        self.tag == other.tag
    }
}

impl Eq for Pack {}
