//! 同意: what was agreed to, for whom and until when. Its questions are the table
//! [`forms::CONSENT`](crate::forms::CONSENT).
//!
//! A consent is kept as it was signed. What it is worth today is computed from it and a date:
//! 下書き → 有効 → 期限切れ, 取り消し or 置き換え.

mod log;
mod notice;

pub use log::{Carried, Gone, MOST, gone, log, noted, unnoted};
pub use notice::{Notice, notice, withdrawn};

use crate::{
    answer::{Answer, PartialDate, Signature, Typed},
    forms::{CONSENT, WORDING},
    record::Record,
    share::{Bundle, Going, Made, withheld},
};

/// No consent reaches further, days: a school year and the month after it.
pub const LONGEST: i32 = 400;
/// From this age the child is asked too, years.
pub const ASKED_FROM: u16 = 12;
/// Below this the end of the school year is too near to end a consent, days.
const TOO_NEAR: i32 = 30;
/// Half a year, days.
const HALF_A_YEAR: i32 = 183;

/// What a consent is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// 下書き: something is missing, or it is not signed.
    Draft,
    /// 有効
    Valid,
    /// 期限切れ
    Expired,
    /// 取り消し
    Withdrawn,
    /// 置き換え: another consent came in its place.
    Replaced,
}

/// What a consent still lacks, in the order in which it is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lacks {
    /// To whom.
    To,
    /// What for.
    Purpose,
    /// What goes.
    What,
    /// Until when.
    Until,
    /// It reaches further than [`LONGEST`], or ends before it begins.
    TooLong,
    /// Who agrees.
    Who,
    /// The signature.
    Signature,
    /// The day on which it was signed.
    SignedOn,
}

/// Why nothing may go to an office under a consent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAgreed {
    /// Fill it in first.
    #[error("the consent lacks something")]
    Draft(Lacks),
    /// Make a new one.
    #[error("the consent has ended")]
    Expired,
    /// It was withdrawn.
    #[error("the consent was withdrawn")]
    Withdrawn,
    /// Use the one that replaced it.
    #[error("the consent was replaced")]
    Replaced,
}

/// A consent under which something may go to an office today. There is no other way to one than
/// [`agreed`], so that nothing is made for an office without it.
#[derive(Debug, Clone, PartialEq)]
pub struct Agreed {
    record: Record,
}

impl Agreed {
    /// The consent as it was signed.
    pub fn record(&self) -> &Record {
        &self.record
    }

    /// To whom.
    pub fn to(&self) -> &str {
        self.record.answers.text("to")
    }
}

/// What a consent is worth on a day.
pub fn state(consent: &Record, today: PartialDate) -> State {
    let written = |id: &str| consent.answers.get(id).is_some();
    if written("withdrawn_on") {
        return State::Withdrawn;
    }
    if written("replaced_by") {
        return State::Replaced;
    }
    if lacks(consent).is_some() {
        return State::Draft;
    }
    let ends = date(consent, "until").and_then(PartialDate::last_day);
    if ends < Some(today) {
        State::Expired
    } else {
        State::Valid
    }
}

/// The consent, if something may go under it on a day.
pub fn agreed(consent: &Record, today: PartialDate) -> Result<Agreed, NotAgreed> {
    match state(consent, today) {
        State::Valid => Ok(Agreed {
            record: consent.clone(),
        }),
        State::Expired => Err(NotAgreed::Expired),
        State::Withdrawn => Err(NotAgreed::Withdrawn),
        State::Replaced => Err(NotAgreed::Replaced),
        State::Draft => Err(NotAgreed::Draft(lacks(consent).unwrap_or(Lacks::Signature))),
    }
}

/// What goes to an office, with the consent under which it does sealed inside. What the consent says
/// is held to 住所を出さない as well.
pub fn to_office(going: &Going, agreed: &Agreed, made: Made) -> Bundle {
    let mut consent = agreed.record.clone();
    if let Some((secrets, withhold)) = &going.hiding {
        consent = withheld(&CONSENT, consent, secrets, *withhold);
    }
    Bundle::made(going, made, Some(consent.to_json()))
}

/// The first thing a consent lacks to be signed.
pub fn lacks(consent: &Record) -> Option<Lacks> {
    let blank = |id: &str| consent.answers.text(id).trim().is_empty();
    let signed = date(consent, "signed_on").filter(|on| on.day.is_some());
    let until = date(consent, "until").and_then(PartialDate::last_day);
    let texts = [
        ("to", Lacks::To),
        ("purpose", Lacks::Purpose),
        ("what", Lacks::What),
    ];
    if let Some((_, lacks)) = texts.into_iter().find(|(id, _)| blank(id)) {
        return Some(lacks);
    }
    let Some(until) = until else {
        return Some(Lacks::Until);
    };
    if blank("who") {
        return Some(Lacks::Who);
    }
    let drawn = Signature::parse(consent.answers.text("sign_drawn"));
    if blank("sign") && drawn.is_none_or(|signature| signature.is_blank()) {
        return Some(Lacks::Signature);
    }
    let Some(signed) = signed else {
        return Some(Lacks::SignedOn);
    };
    let days = until.day_number().zip(signed.day_number());
    let fits = days.is_some_and(|(until, signed)| (0..=LONGEST).contains(&(until - signed)));
    (!fits).then_some(Lacks::TooLong)
}

/// A consent to sign: to whom, what for and what goes, until when at most, nothing further on, and
/// the wording it is asked in.
pub fn draft(to: &str, purpose: &str, what: &[String], today: PartialDate) -> Record {
    let mut consent = Record::default();
    let mut text = |id: &str, text: &str| consent.answers.put(id, Answer::Text(text.to_owned()));
    text("to", to);
    text("purpose", purpose);
    text("what", &what.join("\n"));
    text("onward", "ask");
    text("text_version", WORDING);
    if let Some(until) = until_by_default(today) {
        consent
            .answers
            .put("until", Answer::Date(Typed::from(until)));
    }
    consent
}

/// Until when a consent lasts where the parent says nothing else: the end of the school year or half
/// a year, whichever comes first; half a year where the school year is about to end.
pub fn until_by_default(today: PartialDate) -> Option<PartialDate> {
    let year = today.year + u16::from(today.month? > 3);
    let school_year = PartialDate::day(year, 3, 31)?;
    let half = today.plus_days(HALF_A_YEAR)?;
    let left = school_year.day_number()? - today.day_number()?;
    Some(if left < TOO_NEAR {
        half
    } else {
        school_year.min(half)
    })
}

/// Whether the child is to be asked too, at so many years.
pub fn asks_the_child(years: u16) -> bool {
    years >= ASKED_FROM
}

/// Whether a consent ended so long ago that a clock wrong by a day does not explain it: whoever
/// received it is asked before it is shown.
pub fn long_over(consent: &Record, today: PartialDate) -> bool {
    let ended = date(consent, "until").and_then(PartialDate::last_day);
    let spare = ended.and_then(|day| day.plus_days(1));
    spare.is_some_and(|day| day < today)
}

/// Whether a consent was asked in sentences that this version no longer has, so that they are not
/// shown as if they had been those.
pub fn other_wording(consent: &Record) -> bool {
    let version = consent.answers.text("text_version");
    !version.is_empty() && version != WORDING
}

/// A consent in whose place another one comes.
#[must_use]
pub fn replaced(mut consent: Record, by: &str) -> Record {
    consent
        .answers
        .put("replaced_by", Answer::Text(by.to_owned()));
    consent
}

fn date(record: &Record, id: &str) -> Option<PartialDate> {
    record.answers.get(id)?.date().understood().ok()
}
