//! What a note says of its slips today: what happened to each, and what is still open.

use crate::{
    answer::PartialDate,
    consent::{State, log, state},
    forms::{CONSENT, REPLY, SLIP},
    record::Note,
};

use super::{Happened, Status, Waiting, status, waiting};

/// What happened to a slip. Its consent and its answer are kept under its own id; what went stands
/// in 渡した記録, with a receipt number once that was compared.
pub fn happened(note: &Note, slip: &str, today: PartialDate) -> Happened {
    let consent = state(&note.one_of(&CONSENT, slip), today);
    let log = log(note);
    let mut gone = log.iter().filter(|one| one.slip == slip).peekable();
    let reply = note.one_of(&REPLY, slip);
    Happened {
        agreed: matches!(consent, State::Valid | State::Expired | State::Replaced),
        withdrawn: consent == State::Withdrawn,
        handed: gone.peek().is_some(),
        arrived: gone.any(|one| !one.receipt.is_empty()),
        answered: reply.answers.get("result").is_some(),
    }
}

/// The slips for which an answer is waited for, the latest first: their ids, and since when.
pub fn open_answers(note: &Note, today: PartialDate) -> Vec<(String, Waiting)> {
    let mut open = Vec::new();
    for id in note.several(&SLIP) {
        let slip = note.one_of(&SLIP, &id);
        let stands: Status = status(&slip, happened(note, &id, today));
        match waiting(&slip, stands, today) {
            Waiting::No => {}
            waits => open.push((id, waits)),
        }
    }
    open.sort_by_key(|(_, waits)| match waits {
        Waiting::Late(days) => (0, u32::from(u16::MAX - days)),
        Waiting::Until(day) => (1, day.day_number().unwrap_or(0).unsigned_abs()),
        Waiting::No => (2, 0),
    });
    open
}
