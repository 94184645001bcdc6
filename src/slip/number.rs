//! An answer as eight digits that are read out by telephone.
//!
//! The number holds what came of it (one of [`RESULTS`]) and how many days after the slip was made
//! the next date is, if there is one. The rest of it is a check that both sides compute from the
//! slip's number and receipt, so that a number for another slip, or one digit misheard, is noticed
//! in all but one of 39 000 cases. It proves nothing about who says it: that is what the telephone is for.

use sha2::{Digest, Sha256};

use crate::{
    answer::{PartialDate, narrow},
    forms::RESULTS,
};

/// Days after the slip was made that a next date can lie, plus one for none.
const DAYS: u32 = 500;
/// Kinds of result there is room for.
const KINDS: u32 = 5;
/// What the check is counted up to.
const CHECKS: u32 = 100_000_000 / (DAYS * KINDS);

/// What an answer by number says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answered {
    /// The code of the result.
    pub result: &'static str,
    /// The next date, if there is one.
    pub next_on: Option<PartialDate>,
}

/// The number cannot hold it: an unknown result, or a date more than 498 days after the slip, or before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the number cannot hold this answer")]
pub struct TooFar;

/// Why typed digits are no answer to a slip.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Misread {
    /// Not eight digits.
    #[error("not eight digits")]
    Length,
    /// Misheard, or said for another slip.
    #[error("not of this slip")]
    NotOfThisSlip,
}

/// The eight digits of an answer to the slip with this number and receipt, made on this day.
pub fn number(
    slip_no: &str,
    receipt: &str,
    made_on: PartialDate,
    answer: Answered,
) -> Result<String, TooFar> {
    let kind = RESULTS
        .iter()
        .position(|choice| choice.code == answer.result);
    let kind = kind
        .and_then(|kind| u32::try_from(kind).ok())
        .filter(|kind| *kind < KINDS);
    let days = match answer.next_on {
        None => Some(0),
        Some(next) => next
            .day_number()
            .zip(made_on.day_number())
            .and_then(|(next, made)| {
                let days = u32::try_from(next - made).ok()?.checked_add(1)?;
                (days < DAYS).then_some(days)
            }),
    };
    let (Some(kind), Some(days)) = (kind, days) else {
        return Err(TooFar);
    };
    let said = days * KINDS + kind;
    let value = check(slip_no, receipt, said) * (DAYS * KINDS) + said;
    Ok(format!("{value:08}"))
}

/// What eight digits say that were typed for a slip: in any width, with any dash or space between.
pub fn answered(
    slip_no: &str,
    receipt: &str,
    made_on: PartialDate,
    typed: &str,
) -> Result<Answered, Misread> {
    let digits = reads(typed).ok_or(Misread::Length)?;
    let value: u32 = digits.parse().map_err(|_| Misread::Length)?;
    let said = value % (DAYS * KINDS);
    if value / (DAYS * KINDS) != check(slip_no, receipt, said) {
        return Err(Misread::NotOfThisSlip);
    }
    let (days, kind) = (said / KINDS, said % KINDS);
    let result = RESULTS.get(kind as usize).ok_or(Misread::NotOfThisSlip)?;
    let next_on = match days {
        0 => None,
        days => Some(
            i32::try_from(days - 1)
                .ok()
                .and_then(|days| made_on.plus_days(days))
                .ok_or(Misread::NotOfThisSlip)?,
        ),
    };
    Ok(Answered {
        result: result.code,
        next_on,
    })
}

/// The eight digits in what was typed; `None` where it is something else.
fn reads(typed: &str) -> Option<String> {
    let mut digits = String::new();
    for c in narrow(typed).chars() {
        match c {
            '0'..='9' => digits.push(c),
            ' ' | '-' | '‐' | '–' | '—' | '―' | '−' | 'ー' => {}
            _ => return None,
        }
    }
    (digits.len() == 8).then_some(digits)
}

fn check(slip_no: &str, receipt: &str, said: u32) -> u32 {
    let seed = ["stepnote reply", slip_no, receipt, &said.to_string()].join("\n");
    let hash = Sha256::digest(seed);
    u32::from_be_bytes([hash[0], hash[1], hash[2], hash[3]]) % CHECKS
}
