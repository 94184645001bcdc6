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
    let theirs = [
        spelling(&patient.name),
        reading(&patient.kana),
        reading(&patient.name),
    ];
    let ours = [
        spelling(&child.name),
        reading(&child.kana),
        reading(&child.name),
    ];
    let says = |names: &[String]| names.iter().any(|name| !name.is_empty());
    let pair =
        |a: &str, b: &str| !a.is_empty() && !b.is_empty() && (a.ends_with(b) || b.ends_with(a));
    let name_agrees = theirs.iter().any(|a| ours.iter().any(|b| pair(a, b)));
    // A name in letters and one in kana cannot be compared.
    let comparable = |at: usize| !theirs[at].is_empty() && !ours[at].is_empty();
    let kana_only = |names: &[String; 3]| is_kana(&names[0]);
    let name = says(&theirs)
        && says(&ours)
        && !name_agrees
        && (comparable(1) || comparable(0) && kana_only(&theirs) == kana_only(&ours));
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

fn spelling(name: &str) -> String {
    let modern = |c| {
        OLD.iter()
            .find(|(old, _)| *old == c)
            .map_or(c, |(_, new)| *new)
    };
    fold(name).chars().map(modern).collect()
}

/// Old systems print no small kana.
fn reading(name: &str) -> String {
    const SMALL: &str = "ぁぃぅぇぉっゃゅょゎ";
    const LARGE: &str = "あいうえおつやゆよわ";
    let large = |c| {
        let at = SMALL.chars().position(|small| small == c);
        at.and_then(|at| LARGE.chars().nth(at)).unwrap_or(c)
    };
    fold(name).chars().map(large).collect()
}

fn is_kana(folded: &str) -> bool {
    folded.chars().all(|c| matches!(c, 'ぁ'..='ゖ' | 'ー'))
}
