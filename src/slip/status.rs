//! Where a slip stands: what somebody set, and what follows from what happened.

use crate::{form::Kind, forms::SLIP, record::Record};

/// Where a slip stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// 下書き
    Draft,
    /// 同意済
    Agreed,
    /// 渡した
    Handed,
    /// 受け取り確認
    Arrived,
    /// 回答あり
    Answered,
    /// 終了
    Done,
    /// 取り消し
    Withdrawn,
}

/// What happened to a slip, as the records around it tell.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each may be without the others"
)]
pub struct Happened {
    /// Its consent was signed.
    pub agreed: bool,
    /// It stands in 渡した記録.
    pub handed: bool,
    /// The receipt number was compared.
    pub arrived: bool,
    /// An answer came.
    pub answered: bool,
    /// Its consent was withdrawn.
    pub withdrawn: bool,
}

impl Status {
    /// Every status, in the order in which a slip goes through them.
    pub const ALL: [Status; 7] = [
        Status::Draft,
        Status::Agreed,
        Status::Handed,
        Status::Arrived,
        Status::Answered,
        Status::Done,
        Status::Withdrawn,
    ];

    /// Its code among the given answers of 状態.
    pub const fn code(self) -> &'static str {
        match self {
            Status::Draft => "draft",
            Status::Agreed => "agreed",
            Status::Handed => "handed",
            Status::Arrived => "arrived",
            Status::Answered => "answered",
            Status::Done => "done",
            Status::Withdrawn => "withdrawn",
        }
    }

    /// The status of a code; `None` for one we do not know.
    pub fn from_code(code: &str) -> Option<Status> {
        Status::ALL.into_iter().find(|status| status.code() == code)
    }

    /// Its words; "" only if the table lacks it.
    pub fn label(self) -> crate::text::Text {
        let asked = SLIP.question("status").map(|question| question.kind);
        let choices = match asked {
            Some(Kind::One(choices)) => choices,
            _ => &[],
        };
        let choice = choices.iter().find(|choice| choice.code == self.code());
        choice.map_or(crate::text::t("", "", ""), |choice| choice.label)
    }
}

/// Where a slip stands. A withdrawal counts above all; then 終了, which only a person sets; then
/// whatever is further on, what was set or what happened: a slip whose answer was typed in is
/// answered though nobody set it, and one that was given on paper is handed over because somebody said so.
pub fn status(slip: &Record, happened: Happened) -> Status {
    let set = Status::from_code(slip.answers.text("status"));
    if happened.withdrawn || set == Some(Status::Withdrawn) {
        return Status::Withdrawn;
    }
    let steps = [
        (happened.answered, Status::Answered),
        (happened.arrived, Status::Arrived),
        (happened.handed, Status::Handed),
        (happened.agreed, Status::Agreed),
    ];
    let follows = steps.into_iter().find(|(happened, _)| *happened);
    let follows = follows.map_or(Status::Draft, |(_, status)| status);
    set.unwrap_or(Status::Draft).max(follows)
}

/// Whether a person may set a slip from one status to another. What happened cannot be unsaid: a
/// step back is possible only from 終了, to open it again. 取り消し is the end of a slip; a new one
/// is made instead.
pub fn may_become(from: Status, to: Status) -> bool {
    match (from, to) {
        (Status::Withdrawn, _) | (Status::Draft | Status::Agreed, Status::Done) => false,
        (_, Status::Withdrawn) => from != Status::Draft,
        (Status::Done, to) => matches!(to, Status::Handed | Status::Arrived | Status::Answered),
        (from, to) => to > from,
    }
}

/// Whether a slip may be closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Close {
    /// Yes.
    May,
    /// First it is asked: 相手に電話しましたか.
    AskCalled,
    /// It was not handed over, or is closed already.
    NotOpen,
}

/// Whether a slip may be closed: only when somebody was talked to, by telephone or by going along.
pub fn close(slip: &Record, status: Status) -> Close {
    if !may_become(status, Status::Done) {
        return Close::NotOpen;
    }
    match slip.answers.text("called") {
        "yes" | "together" => Close::May,
        _ => Close::AskCalled,
    }
}
