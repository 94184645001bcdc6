//! What a code on a pharmacy's paper is. Several look alike, and only one is the notebook.

use super::line::{first, is_known, lines};

/// What a message says it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// お薬手帳: begins with `JAHISTC`.
    Notebook,
    /// 処方箋 (院外処方せん2次元シンボル): begins with `JAHIS` and a number. The same record numbers
    /// stand for other things there.
    Prescription,
    /// Most likely 電子処方箋の控え: records in UTF-8 without a heading.
    PrescriptionCopy,
    /// Records without a heading: the rest of a notebook that was cut with no sign of its order.
    Fragment,
    /// An address on the web.
    Link,
    /// Something else.
    Other,
}

/// Tells by its beginning, or by its lines, what a whole message is.
pub fn kind(bytes: &[u8]) -> Kind {
    let head = beginning(bytes);
    let begins = |with: &str| {
        head.get(..with.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(with.as_bytes()))
    };
    if begins("JAHISTC") {
        Kind::Notebook
    } else if begins("JAHIS") {
        Kind::Prescription
    } else if begins("https://") || begins("http://") {
        Kind::Link
    } else {
        without_heading(head)
    }
}

fn without_heading(bytes: &[u8]) -> Kind {
    let utf8 = is_utf8_japanese(bytes);
    // The first line of a fragment may have begun in the code before.
    let records = lines(bytes)
        .skip(usize::from(!utf8))
        .filter(|line| line.contains(&b','))
        .filter_map(first);
    match (
        records.filter(|number| utf8 || is_known(*number)).count(),
        utf8,
    ) {
        (0, _) => Kind::Other,
        (_, true) => Kind::PrescriptionCopy,
        (_, false) => Kind::Fragment,
    }
}

/// What follows a byte order mark and blanks.
pub(super) fn beginning(bytes: &[u8]) -> &[u8] {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    bytes.trim_ascii_start()
}

/// Whether bytes are UTF-8 with a character of three bytes, as all Japanese is. CP932 of any length
/// practically never is.
pub(super) fn is_utf8_japanese(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_ok_and(|text| text.chars().any(|c| c.len_utf8() == 3))
}
