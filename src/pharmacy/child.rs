//! Whether a notebook is this child's. Another spelling is no difference; a sibling is one.

use super::{Patient, rows::fold};
use crate::{
    answer::PartialDate,
    form::{Form, Role},
    record::Record,
};

/// What the note says of its child.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Child {
    /// Full name.
    pub name: String,
    /// In kana.
    pub kana: String,
    /// Date of birth, as far as it is written.
    pub birth: Option<PartialDate>,
}

/// Whose notebook it is, as far as it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// What can be compared agrees.
    Same,
    /// Somebody else, it seems: ask.
    Other {
        /// The names differ.
        name: bool,
        /// The dates of birth differ.
        birth: bool,
    },
    /// There is nothing to compare.
    Unknown,
}

impl Child {
    /// The child in a set of records; each fact from the first sheet that has it.
    pub fn of<'a>(records: impl IntoIterator<Item = (&'a Form, &'a Record)>) -> Child {
        let mut child = Child::default();
        for (form, record) in records {
            let answer = |role| record.answers.get(form.with_role(role)?);
            for (role, to) in [
                (Role::Name, &mut child.name),
                (Role::NameKana, &mut child.kana),
            ] {
                if to.is_empty()
                    && let Some(answer) = answer(role)
                {
                    answer.text().clone_into(to);
                }
            }
            if child.birth.is_none()
                && let Some(answer) = answer(Role::Birth)
            {
                child.birth = answer.date().understood().ok();
            }
        }
        child
    }
}

/// Compares softly: width, kana, blanks and old letters make no difference, and a note that has
/// only the given name or the year of birth is not contradicted by more.
pub fn compare(patient: &Patient, child: &Child) -> Who {
    let theirs = names(&patient.name, &patient.kana);
    let ours = names(&child.name, &child.kana);
    // A name in letters and one in kana cannot be compared.
    let both = theirs.iter().zip(&ours);
    let mut both = both
        .filter(|(a, b)| !a.is_empty() && !b.is_empty())
        .peekable();
    let comparable = both.peek().is_some();
    let name_agrees = both.any(|(a, b)| a.ends_with(b.as_str()) || b.ends_with(a.as_str()));
    let name = comparable && !name_agrees;
    let (birth_agrees, birth) = match (patient.birth.day, child.birth) {
        (Some(theirs), Some(ours)) => {
            let same = theirs.year == ours.year
                && ours.month.is_none_or(|_| ours.month == theirs.month)
                && ours.day.is_none_or(|_| ours.day == theirs.day);
            (same, !same)
        }
        _ => (false, false),
    };
    if name || birth {
        Who::Other { name, birth }
    } else if name_agrees || birth_agrees {
        Who::Same
    } else {
        Who::Unknown
    }
}

/// Letters that registers and pharmacies write differently.
const OLD: [(char, char); 14] = [
    ('髙', '高'),
    ('﨑', '崎'),
    ('嵜', '崎'),
    ('德', '徳'),
    ('濵', '浜'),
    ('濱', '浜'),
    ('澤', '沢'),
    ('邊', '辺'),
    ('邉', '辺'),
    ('齋', '斎'),
    ('齊', '斉'),
    ('𠮷', '吉'),
    ('惠', '恵'),
    ('櫻', '桜'),
];

/// A name in letters and in kana, for comparing. Some systems print the kana as the name.
fn names(name: &str, kana: &str) -> [String; 2] {
    let folded = fold(name);
    let (letters, kana) = if folded.chars().all(|c| matches!(c, 'ぁ'..='ゖ' | 'ー')) {
        (
            String::new(),
            if kana.is_empty() { folded } else { fold(kana) },
        )
    } else {
        (folded, fold(kana))
    };
    let modern = |c| {
        let old = OLD.iter().find(|(old, _)| *old == c);
        old.map_or(c, |(_, new)| *new)
    };
    [
        letters.chars().map(modern).collect(),
        kana.chars().map(large).collect(),
    ]
}

/// Old systems print no small kana.
fn large(c: char) -> char {
    const SMALL: &str = "ぁぃぅぇぉっゃゅょゎ";
    const LARGE: &str = "あいうえおつやゆよわ";
    let at = SMALL.chars().position(|small| small == c);
    at.and_then(|at| LARGE.chars().nth(at)).unwrap_or(c)
}
