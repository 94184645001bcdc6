//! Digits as people type them: full or half width, with any separator, in any rhythm.

/// Full-width digits, Latin letters, signs and space as their plain forms; all else untouched.
pub fn narrow(typed: &str) -> String {
    typed
        .chars()
        .map(|c| match c {
            '\u{3000}' => ' ',
            '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
            _ => c,
        })
        .collect()
}

/// A telephone number in the usual groups: `0422601239` → `0422-60-1239`.
/// `+81422601239`, as it is dialled from abroad → `+81 422-60-1239`.
/// What is no Japanese number of a known length keeps its own rhythm, in plain digits.
pub fn phone(typed: &str) -> String {
    let narrow = narrow(typed);
    let narrow = narrow.trim();
    if let Some(local) = narrow.strip_prefix("+81") {
        // Behind the country's number the leading 0 is not dialled.
        let local = only_digits(local).filter(|digits| !digits.starts_with('0'));
        let grouped = local.and_then(|digits| at_home(&format!("0{digits}")));
        let grouped = grouped.and_then(|all| all.strip_prefix('0').map(str::to_owned));
        return grouped.map_or_else(|| narrow.to_owned(), |local| format!("+81 {local}"));
    }
    let bare = narrow.trim_start_matches(['☎', '℡', '📞', ' ']);
    let digits = only_digits(bare);
    let grouped = digits.and_then(|digits| at_home(&digits));
    grouped.unwrap_or_else(|| narrow.to_owned())
}

/// The groups of a Japanese number; `None` where its length is not known.
fn at_home(digits: &str) -> Option<String> {
    let groups: &[usize] = match (digits.len(), digits.get(..3).unwrap_or("")) {
        (11, "080") if digits.starts_with("0800") => &[4, 3, 4],
        // 060 since July 2026.
        (11, "050" | "060" | "070" | "080" | "090") => &[3, 4, 4],
        (10, "012") if digits.starts_with("0120") => &[4, 3, 3],
        (10, "042") if digits.starts_with("0422") => &[4, 2, 4],
        (10, _) if digits.starts_with("03") || digits.starts_with("06") => &[2, 4, 4],
        _ => return None,
    };
    Some(grouped(digits, groups))
}

/// A postal code as `180-0012`; anything but seven digits is kept, in plain digits.
pub fn postcode(typed: &str) -> String {
    let narrow = narrow(typed);
    let narrow = narrow.trim();
    match only_digits(narrow.trim_start_matches('〒')) {
        Some(digits) if digits.len() == 7 => grouped(&digits, &[3, 4]),
        _ => narrow.to_owned(),
    }
}

/// A number in plain digits and nothing else: no sign, which `parse` would take.
pub(super) fn number(typed: &str) -> Option<u16> {
    let plain = typed.bytes().all(|b| b.is_ascii_digit());
    typed.parse().ok().filter(|_| plain)
}

/// What people put between digits: every stroke that looks like a hyphen, and の as on an envelope.
const SEPARATORS: &str = "- ().,/~_[]\t\u{A0}\u{2009}‐‑‒–—―−⁃﹣─━ーｰ〜・･の";

/// The digits, if there is nothing beside them but separators.
fn only_digits(typed: &str) -> Option<String> {
    let mut digits = String::new();
    for c in typed.chars() {
        match c {
            '0'..='9' => digits.push(c),
            _ if SEPARATORS.contains(c) => {}
            _ => return None,
        }
    }
    Some(digits)
}

fn grouped(digits: &str, groups: &[usize]) -> String {
    let mut rest = digits;
    let mut parts = Vec::new();
    for &length in groups {
        let (part, after) = rest.split_at(length.min(rest.len()));
        parts.push(part);
        rest = after;
    }
    parts.join("-")
}
