//! 取り消しのお知らせ: the same office is told that a consent was withdrawn, and what had gone.

use crate::{
    answer::{Answer, PartialDate, Typed},
    forms::CONSENT,
    record::{Note, Record},
};

use super::{Gone, gone};

/// What the office is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// To whom.
    pub to: String,
    /// Who withdraws.
    pub who: String,
    /// On which day.
    pub on: Option<PartialDate>,
    /// When it had been agreed to.
    pub agreed_on: Option<PartialDate>,
    /// What had gone under it and under those it replaced, the newest first.
    pub gone: Vec<Gone>,
}

/// A consent withdrawn on a day; what it said stays readable.
#[must_use]
pub fn withdrawn(mut consent: Record, on: PartialDate, note: &str) -> Record {
    let day = Answer::Date(Typed::from(on));
    consent.answers.put("withdrawn_on", day);
    consent
        .answers
        .put("withdraw_note", Answer::Text(note.to_owned()));
    consent
}

/// The notice of a withdrawn consent; `None` for one that was not withdrawn.
pub fn notice(note: &Note, id: &str, consent: &Record) -> Option<Notice> {
    let date = |id: &str| {
        let date = consent.answers.get(id)?.date();
        date.understood().ok()
    };
    consent.answers.get("withdrawn_on")?;
    // What went under a consent in whose place this one came is still theirs.
    let others = note.several(&CONSENT).into_iter();
    let before = |id: &String| {
        note.one_of(&CONSENT, id)
            .answers
            .text("replaced_by")
            .to_owned()
    };
    let others: Vec<(String, String)> = others.map(|id| (before(&id), id)).collect();
    let mut chain = vec![id.to_owned()];
    let mut at = 0;
    while let Some(later) = chain.get(at).cloned() {
        let earlier = others.iter().filter(|(by, _)| *by == later);
        let new = earlier.filter(|(_, id)| !chain.contains(id));
        let new: Vec<String> = new.map(|(_, id)| id.clone()).collect();
        chain.extend(new);
        at += 1;
    }
    Some(Notice {
        to: consent.answers.text("to").to_owned(),
        who: consent.answers.text("who").to_owned(),
        on: date("withdrawn_on"),
        agreed_on: date("signed_on"),
        gone: chain.iter().flat_map(|id| gone(note, id)).collect(),
    })
}

impl Notice {
    /// The notice in words, a line each, for paper and for reading out. It is addressed to an
    /// office of the city and therefore in Japanese.
    pub fn lines(&self) -> Vec<String> {
        let day = |day: Option<PartialDate>| day.map_or_else(String::new, PartialDate::ja);
        let mut lines = vec![
            format!("{}　御中", self.to),
            "同意を取り消したことのお知らせ".to_owned(),
            format!("取り消した日：{}", day(self.on)),
            format!("同意した日：{}", day(self.agreed_on)),
            format!("同意した人：{}", self.who),
            "これからは、新しくお見せしません。".to_owned(),
            "お手元の紙やデータは、返すか消してくださるようお願いします。".to_owned(),
            "これまでにお渡ししたもの".to_owned(),
        ];
        for one in &self.gone {
            let what = one.what.lines().collect::<Vec<_>>().join("、");
            let receipt = if one.receipt.is_empty() {
                String::new()
            } else {
                format!("（受領番号 {}）", one.receipt)
            };
            lines.push(format!("・{}　{what}{receipt}", day(one.on)));
        }
        lines
    }
}
