//! Which row of one side is which row of the other. A row has no name of its own: it is the same
//! where it says the same, or has the same title; and where an earlier note is known, where it shares
//! most with one row of that.

use serde_json::Value;

/// One row, as it stands on each side.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Row<'a> {
    /// What it was before, where that is known.
    pub base: Option<&'a Value>,
    pub ours: Option<&'a Value>,
    pub theirs: Option<&'a Value>,
}

/// The rows of both sides: ours in their order, then those that only came. What one side took away
/// and the other left as it was is not among them.
pub(super) fn pair<'a>(
    title: Option<&str>,
    base: Option<&'a [Value]>,
    ours: &'a [Value],
    theirs: &'a [Value],
) -> Vec<Row<'a>> {
    let Some(base) = base else {
        let found = matches(title, ours, theirs, false);
        let rows = ours.iter().zip(&found).map(|(row, theirs_at)| Row {
            base: None,
            ours: Some(row),
            theirs: theirs_at.map(|at| &theirs[at]),
        });
        let came = (0..theirs.len()).filter(|at| !found.contains(&Some(*at)));
        let came = came.map(|at| Row {
            base: None,
            ours: None,
            theirs: Some(&theirs[at]),
        });
        return rows.chain(came).collect();
    };
    let (our_base, their_base) = (
        matches(title, ours, base, true),
        matches(title, theirs, base, true),
    );
    let mut used = vec![false; theirs.len()];
    let mut rows = Vec::new();
    // Rows that both sides added.
    let added = |rows: &'a [Value], found: &[Option<usize>]| -> Vec<usize> {
        (0..rows.len()).filter(|at| found[*at].is_none()).collect()
    };
    let (our_new, their_new) = (added(ours, &our_base), added(theirs, &their_base));
    let pick = |rows: &'a [Value], at: &[usize]| -> Vec<Value> {
        at.iter().map(|at| rows[*at].clone()).collect()
    };
    let same = matches(
        title,
        &pick(ours, &our_new),
        &pick(theirs, &their_new),
        false,
    );
    for (at, row) in ours.iter().enumerate() {
        let (base, other) = match our_base[at] {
            Some(of) => {
                let other = their_base.iter().position(|found| *found == Some(of));
                (Some(&base[of]), other)
            }
            None => {
                let new = our_new.iter().position(|new| *new == at);
                let other = new.and_then(|new| same[new]).map(|new| their_new[new]);
                (None, other)
            }
        };
        if let Some(other) = other {
            used[other] = true;
        } else if base == Some(row) {
            // They took it away, and we never touched it.
            continue;
        }
        rows.push(Row {
            base,
            ours: Some(row),
            theirs: other.map(|other| &theirs[other]),
        });
    }
    for (at, row) in theirs.iter().enumerate() {
        let base = their_base[at].map(|of| &base[of]);
        if !used[at] && base != Some(row) {
            rows.push(Row {
                base,
                ours: None,
                theirs: Some(row),
            });
        }
    }
    rows
}

/// For each row of one side its place on the other; each place at most once.
fn matches(title: Option<&str>, rows: &[Value], others: &[Value], kin: bool) -> Vec<Option<usize>> {
    let mut found = vec![None; rows.len()];
    let mut taken = vec![false; others.len()];
    // How alike two rows are; 0 is not at all.
    let alike = |row: &Value, other: &Value| {
        let shared = shared(row, other);
        let title = title.and_then(|title| row.get(title).filter(|t| other.get(title) == Some(*t)));
        match (row == other, title) {
            (true, _) => usize::MAX,
            (_, Some(_)) => 1_000_000 + shared,
            _ if kin => shared,
            _ => 0,
        }
    };
    let mut pairs = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        for (other_at, other) in others.iter().enumerate() {
            let alike = alike(row, other);
            if alike > 0 {
                pairs.push((alike, at.abs_diff(other_at), at, other_at));
            }
        }
    }
    pairs.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
    for (_, _, at, other_at) in pairs {
        if found[at].is_none() && !taken[other_at] {
            found[at] = Some(other_at);
            taken[other_at] = true;
        }
    }
    found
}

/// How many members two rows have in common.
fn shared(row: &Value, other: &Value) -> usize {
    let (Some(row), Some(other)) = (row.as_object(), other.as_object()) else {
        return 0;
    };
    let same = row
        .iter()
        .filter(|(name, value)| other.get(*name) == Some(*value));
    same.count()
}
