//! The two sides of everything that is rewritten, and the names of stored values.

/// Everything of ours starts so.
pub const PREFIX: &str = "svl:v1:";
/// The header.
pub(crate) const HEADER: &str = "svl:v1:hdr";
/// The header once more.
pub(crate) const COPY: &str = "svl:v1:hdr:copy";
/// Written and removed again, to see whether storage works.
pub(crate) const PROBE: &str = "svl:v1:probe";
/// Says that what lies here without a header is nobody's: an end, or a coming back, that was
/// interrupted.
pub(crate) const GONE: &str = "svl:v1:gone";
/// Records start so.
pub(crate) const RECORDS: &str = "svl:v1:rec:";

/// Copies kept for undo start so.
pub(crate) const KEPT: &str = "svl:v1:old:";

/// Which of the two copies. A write goes to the one that is not in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    A,
    B,
}

impl Side {
    pub(crate) const BOTH: [Self; 2] = [Self::A, Self::B];

    pub(crate) fn other(self) -> Self {
        match self {
            Self::A => Self::B,
            Self::B => Self::A,
        }
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
        }
    }

    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::BOTH.into_iter().find(|side| side.name() == name)
    }

    /// Where the index is on this side.
    pub(crate) fn index(self) -> String {
        format!("{PREFIX}idx:{}", self.name())
    }

    /// Where a child's record is on this side.
    pub(crate) fn record(self, child: &str) -> String {
        format!("{RECORDS}{child}:{}", self.name())
    }
}
