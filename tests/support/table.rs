//! A whole table held at once: one failure names every wrong row.

use std::fmt::Debug;

/// Holds that `made` says of every row's first what stands second.
#[track_caller]
pub fn holds<I: Copy + Debug, O: PartialEq + Debug>(rows: &[(I, O)], made: impl Fn(I) -> O) {
    let wrong: Vec<String> = rows
        .iter()
        .map(|(given, wanted)| (given, wanted, made(*given)))
        .filter(|(_, wanted, got)| got != *wanted)
        .map(|(given, wanted, got)| format!("{given:?}: wanted {wanted:?}, got {got:?}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
