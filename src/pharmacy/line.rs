//! Lines of undecoded bytes. In CP932 no second byte is below 0x40, so cutting at a comma, a line
//! break or 0x1A never cuts a character.

/// The lines, without empty ones. CR, LF, both, NUL and the old end of file 0x1A all end a line.
pub(super) fn lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    bytes
        .split(|byte| matches!(byte, b'\r' | b'\n' | 0x1A | 0))
        .filter(|line| !line.trim_ascii().is_empty())
}

/// The record number a line begins with.
pub(super) fn first(line: &[u8]) -> Option<u16> {
    number(line.split(|byte| *byte == b',').next()?)
}

/// A number of up to three digits, also in full-width ones.
pub(super) fn number(field: &[u8]) -> Option<u16> {
    let plain = plain(field);
    let digits = matches!(plain.len(), 1..=3) && plain.iter().all(u8::is_ascii_digit);
    std::str::from_utf8(&plain)
        .ok()?
        .parse()
        .ok()
        .filter(|_| digits)
}

/// A field without blanks around it, full-width digits and space as plain ones.
pub(super) fn plain(field: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(field.len());
    let mut rest = field;
    while let [byte, after @ ..] = rest {
        rest = after;
        match (*byte, after) {
            (0x81, [0x40, after @ ..]) => {
                out.push(b' ');
                rest = after;
            }
            (0x82, [digit @ 0x4F..=0x58, after @ ..]) => {
                out.push(b'0' + (digit - 0x4F));
                rest = after;
            }
            (0x81..=0x9F | 0xE0..=0xFC, [second, after @ ..]) => {
                out.extend([*byte, *second]);
                rest = after;
            }
            _ => out.push(*byte),
        }
    }
    out.trim_ascii().to_vec()
}

/// How many columns each record has in 2.6, its number counted. Not a gate: what stands beyond them
/// is only said.
const COLUMNS: [(u16, usize); 23] = [
    (1, 11),
    (2, 4),
    (3, 7),
    (31, 6),
    (4, 4),
    (5, 3),
    (11, 9),
    (15, 4),
    (51, 6),
    (55, 4),
    (201, 11),
    (281, 4),
    (291, 4),
    (301, 9),
    (311, 4),
    (391, 4),
    (401, 3),
    (411, 4),
    (421, 3),
    (501, 3),
    (601, 3),
    (701, 7),
    (911, 4),
];

pub(super) fn is_known(number: u16) -> bool {
    columns(number).is_some()
}

pub(super) fn columns(number: u16) -> Option<usize> {
    COLUMNS
        .iter()
        .find(|(known, _)| *known == number)
        .map(|(_, columns)| *columns)
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn the_second_byte_of_a_letter_begins_no_digit() {
        // 奄O
        assert_eq!(plain(b"\x89\x82O"), b"\x89\x82O");
    }
}
