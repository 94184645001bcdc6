//! JSON from strangers: bounded before it is parsed, and no member named twice.

use serde_json::Value;

/// Levels of arrays and objects; a bundle has about six.
const DEPTH: usize = 64;
/// Elements and members in all; a full note has about two thousand.
const VALUES: usize = 200_000;

/// Why a text is not JSON we read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum JsonError {
    /// It ends in the middle.
    Cut,
    /// It is not JSON (RFC 8259) in UTF-8.
    Syntax,
    /// A member is named twice, so that two readers could see two things.
    Duplicate,
    /// Deeper or longer than anything we wrote.
    Large,
}

/// The value of a JSON text.
pub(crate) fn parse(text: &[u8]) -> Result<Value, JsonError> {
    let marks = marks(text);
    if marks.depth > DEPTH || marks.commas > VALUES {
        return Err(JsonError::Large);
    }
    let value = serde_json::from_slice(text).map_err(|error| {
        if error.is_eof() {
            JsonError::Cut
        } else {
            JsonError::Syntax
        }
    })?;
    // The parser keeps the last of two members with one name, so a duplicate is a member that is
    // in the text and not in the value.
    if members(&value) != marks.colons {
        return Err(JsonError::Duplicate);
    }
    Ok(value)
}

/// What stands outside of strings.
#[derive(Default)]
struct Marks {
    depth: usize,
    commas: usize,
    colons: usize,
}

fn marks(text: &[u8]) -> Marks {
    let mut marks = Marks::default();
    let (mut depth, mut in_string, mut escaped) = (0_usize, false, false);
    for byte in text {
        match (in_string, byte) {
            (true, _) if escaped => escaped = false,
            (true, b'\\') => escaped = true,
            (_, b'"') => in_string = !in_string,
            (false, b'{' | b'[') => {
                depth += 1;
                marks.depth = marks.depth.max(depth);
            }
            (false, b'}' | b']') => depth = depth.saturating_sub(1),
            (false, b',') => marks.commas += 1,
            (false, b':') => marks.colons += 1,
            _ => (),
        }
    }
    marks
}

fn members(value: &Value) -> usize {
    match value {
        Value::Object(object) => object.len() + object.values().map(members).sum::<usize>(),
        Value::Array(array) => array.iter().map(members).sum(),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_member_named_twice_is_refused_however_it_is_spelled() {
        for text in [
            r#"{"alg":"a","alg":"a"}"#,
            r#"{"alg":"a","\u0061lg":"b"}"#,
            r#"[{"a":{"b":1,"b":{"c":2}}}]"#,
        ] {
            assert_eq!(parse(text.as_bytes()), Err(JsonError::Duplicate), "{text}");
        }
    }

    #[test]
    fn marks_inside_of_strings_do_not_count() {
        let text = br#"{"a\":{[,":"\\","b":[{"a":":"},{"a":","}]}"#;
        assert_eq!(marks(text).colons, 4);
        assert!(parse(text).is_ok());
    }

    #[test]
    fn deep_and_long_texts_are_refused_before_parsing() {
        let deep = format!("{}1{}", "[".repeat(200), "]".repeat(200));
        assert_eq!(parse(deep.as_bytes()), Err(JsonError::Large));
        let long = format!("[{}1]", "1,".repeat(1_000_000));
        assert_eq!(parse(long.as_bytes()), Err(JsonError::Large));
    }

    #[test]
    fn sixty_four_levels_are_read_and_one_more_is_not() {
        let nested = |levels| format!("{}1{}", "[".repeat(levels), "]".repeat(levels));
        assert!(parse(nested(64).as_bytes()).is_ok());
        assert_eq!(parse(nested(65).as_bytes()), Err(JsonError::Large));
    }

    #[test]
    fn two_hundred_thousand_commas_are_read_and_one_more_is_not() {
        let list = |commas| format!("[{}1]", "1,".repeat(commas));
        assert!(parse(list(200_000).as_bytes()).is_ok());
        assert_eq!(parse(list(200_001).as_bytes()), Err(JsonError::Large));
    }

    #[test]
    fn what_stands_side_by_side_is_no_deeper_for_it() {
        let rows = format!("[{}{{}}]", "{},[],".repeat(100));
        assert!(parse(rows.as_bytes()).is_ok());
    }

    #[test]
    fn a_text_cut_anywhere_is_told_from_one_that_is_wrong() {
        let text = r#"{"a":[1,{"b":"うめ\u3042"},null],"c":-1.5e3}"#;
        assert!(parse(text.as_bytes()).is_ok());
        for (end, _) in text.char_indices() {
            assert_eq!(parse(&text.as_bytes()[..end]), Err(JsonError::Cut), "{end}");
        }
        assert_eq!(parse(b"{a}"), Err(JsonError::Syntax));
        assert_eq!(parse(b"{\"a\":\"\xff\"}"), Err(JsonError::Syntax));
    }
}
