//! Every text of the source, read where it stands: what the screens say is made for the browser alone.
#![allow(dead_code, reason = "each test uses its part")]

use crate::source;

/// A text in three languages, as it stands in the source.
pub struct Said {
    pub file: String,
    pub ja: String,
    pub easy: String,
    pub en: String,
}

/// Every `t("…", "…", "…")` there is.
pub fn all() -> Vec<Said> {
    let mut all = Vec::new();
    for source in source::all() {
        for (at, _) in source.code.match_indices("t(") {
            let before = source.code[..at].chars().next_back();
            if before.is_some_and(|c| c.is_alphanumeric() || c == '_') {
                continue;
            }
            if let Some([ja, easy, en]) = literals(&source.code[at + 2..]) {
                let file = source.file.clone();
                all.push(Said { file, ja, easy, en });
            }
        }
    }
    all
}

/// Three texts in quotation marks, parted by commas, and the end of the call.
pub fn literals(code: &str) -> Option<[String; 3]> {
    let mut rest = code;
    let mut read = || {
        rest = rest.trim_start().strip_prefix('"')?;
        let mut text = String::new();
        let mut chars = rest.char_indices();
        loop {
            match chars.next()? {
                (at, '"') => {
                    rest = rest[at + 1..].trim_start().trim_start_matches(',');
                    return Some(text);
                }
                (_, '\\') => match chars.next()?.1 {
                    'n' => text.push('\n'),
                    // A line of source that goes on.
                    '\n' => {}
                    c => text.push(c),
                },
                (_, c) => text.push(c),
            }
        }
    };
    let three = [read()?, read()?, read()?];
    rest.trim_start().starts_with(')').then_some(three)
}
