//! JSON as text (RFC 8259), the very bytes that `serde_json` writes. A note is written out at every save, and nearly
//! all of it is words that stand in JSON as they are: that is seen of eight bytes at a time here.

use serde_json::{Map, Value};
use zeroize::Zeroizing;

/// The text of an object.
pub(super) fn write(object: &Map<String, Value>) -> Vec<u8> {
    // It grows nowhere on the way, and leaves no half of itself behind in memory.
    let mut text = Vec::with_capacity(room(object));
    members(object, &mut text);
    text
}

/// At least how long it will be.
fn room(object: &Map<String, Value>) -> usize {
    fn of(value: &Value) -> usize {
        match value {
            Value::String(text) => length(text) + 1,
            Value::Object(object) => room(object),
            Value::Array(list) => list.iter().map(of).sum::<usize>() + 3,
            // No number is longer.
            _ => 25,
        }
    }
    let members = object
        .iter()
        .map(|(name, value)| length(name) + 1 + of(value));
    members.sum::<usize>() + 3
}

/// How long a string is in JSON.
fn length(string: &str) -> usize {
    if stands_as_it_is(string) {
        return string.len() + 2;
    }
    let each = string.bytes().map(|byte| match byte {
        b'"' | b'\\' | 8..=10 | 12 | 13 => 2,
        ..b' ' => 6,
        _ => 1,
    });
    each.sum::<usize>() + 2
}

fn members(object: &Map<String, Value>, text: &mut Vec<u8>) {
    text.push(b'{');
    for (at, (name, member)) in object.iter().enumerate() {
        comma(at, text);
        string(name, text);
        text.push(b':');
        value(member, text);
    }
    text.push(b'}');
}

fn value(value: &Value, text: &mut Vec<u8>) {
    match value {
        Value::String(one) => string(one, text),
        Value::Object(object) => members(object, text),
        Value::Array(list) => {
            text.push(b'[');
            for (at, one) in list.iter().enumerate() {
                comma(at, text);
                self::value(one, text);
            }
            text.push(b']');
        }
        other => text.extend_from_slice(other.to_string().as_bytes()),
    }
}

fn comma(at: usize, text: &mut Vec<u8>) {
    if at > 0 {
        text.push(b',');
    }
}

fn string(string: &str, text: &mut Vec<u8>) {
    if stands_as_it_is(string) {
        text.push(b'"');
        text.extend_from_slice(string.as_bytes());
        text.push(b'"');
    } else {
        // A string can always be written.
        let written = Zeroizing::new(serde_json::to_vec(string).unwrap_or_default());
        text.extend_from_slice(&written);
    }
}

/// Whether there is nothing that is written otherwise: no control character, `"` or `\` (RFC 8259, section 7).
fn stands_as_it_is(string: &str) -> bool {
    let (eights, rest) = string.as_bytes().as_chunks();
    let mut last = [b' '; 8];
    last[..rest.len()].copy_from_slice(rest);
    eights.iter().chain([&last]).all(plain)
}

/// Whether that is so of eight bytes. A byte less than another, and one that is another, show in its highest bit.
fn plain(eight: &[u8; 8]) -> bool {
    const fn each(byte: u8) -> u64 {
        u64::from_ne_bytes([byte; 8])
    }
    let bytes = u64::from_ne_bytes(*eight);
    let below = |bytes: u64, least| bytes.wrapping_sub(each(least)) & !bytes;
    let is = |byte| below(bytes ^ each(byte), 1);
    (below(bytes, b' ') | is(b'"') | is(b'\\')) & each(0x80) == 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Words in which much is written otherwise, and much is not.
    fn any_words() -> impl Strategy<Value = String> {
        let one = prop_oneof![6 => Just('あ'), 6 => Just('a'), 1 => Just('"'), 1 => Just('\\'), 1 => proptest::char::range('\0', '\u{1f}'), 1 => any::<char>()];
        proptest::collection::vec(one, 0..24).prop_map(String::from_iter)
    }

    fn any_value() -> impl Strategy<Value = Value> {
        let one = prop_oneof![
            any_words().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<f64>().prop_map(Value::from),
            any::<bool>().prop_map(Value::from),
            Just(Value::Null),
        ];
        one.prop_recursive(3, 40, 6, |inner| {
            let members = proptest::collection::btree_map(any_words(), inner.clone(), 0..6);
            prop_oneof![
                proptest::collection::vec(inner, 0..6).prop_map(Value::from),
                members.prop_map(|members| Value::Object(members.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn what_is_written_is_what_the_library_writes(member in any_value(), name in any_words()) {
            let object = Map::from_iter([(name, member)]);
            let text = write(&object);
            prop_assert_eq!(text.capacity(), room(&object), "it grew");
            prop_assert_eq!(text, serde_json::to_vec(&object).unwrap());
        }
    }

    #[test]
    fn every_byte_is_told_wherever_it_stands() {
        for byte in 0..=u8::MAX {
            for at in 0..8 {
                let mut eight = *b"\xffAz ~\x80!#";
                eight[at] = byte;
                let as_it_is = byte >= b' ' && byte != b'"' && byte != b'\\';
                assert_eq!(plain(&eight), as_it_is, "{byte} at {at}");
            }
        }
    }
}
