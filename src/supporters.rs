//! つながり: who is with the child now, read from the rows of 園・学校 and of 医療・療育・相談 that have
//! not ended; and who was.

use crate::{
    answer::{Answer, PartialDate, Period, Typed, narrow},
    form::{Form, Kind, Lane, Question, Role, Section},
    record::{Answers, Record},
    search::fold,
    sheet::{Facts, date_plainly, in_words, period_of},
    text::{Lang, t},
};

/// A place that supports the child, or the family.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Supporter {
    /// What it is called; where the place has no name, who is there.
    pub name: String,
    /// What kind of support it gives: the code of the choice, or `school`, or `family`; "" where
    /// that was not said.
    pub kind: String,
    /// The kind in words.
    pub kind_words: String,
    /// Who is there; may be "".
    pub person: String,
    /// The telephone number in words; may be "".
    pub phone: String,
    /// From when until when, in words; may be "".
    pub when: String,
    /// Now, or at another time.
    pub standing: Standing,
    /// The sheet on which it is written.
    pub form: &'static str,
    /// The part of the sheet.
    pub section: &'static str,
    /// The row, from 0.
    pub row: usize,
}

/// When somebody supports the child.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// いま
    Now,
    /// これから
    Ahead,
    /// まえ
    Past,
    /// No time was written.
    Unsaid,
}

/// The child's own row of the family, as the paper asks for it.
const SELF: &str = "本人";

/// Everybody in the records of a note, as it stands on a day. A place that is in several rows is
/// one, with the newest that is known of it.
pub fn supporters(
    records: &[(&'static Form, Record)],
    today: PartialDate,
    lang: Lang,
) -> Vec<Supporter> {
    let mut all: Vec<Supporter> = Vec::new();
    for (form, record) in records {
        all.extend(family(form, record, lang));
        for section in form.groups() {
            for (row, answers) in record.entries(section).iter().enumerate() {
                let Some(one) = supporter(form, section, answers, today, lang) else {
                    continue;
                };
                add(&mut all, Supporter { row, ..one });
            }
        }
    }
    all.sort_by_key(|one| one.standing);
    all
}

/// Adds a place, or what is new of one that is there.
fn add(all: &mut Vec<Supporter>, new: Supporter) {
    let same = |one: &&mut Supporter| {
        one.kind != FAMILY && !new.name.is_empty() && fold(&one.name) == fold(&new.name)
    };
    let Some(known) = all.iter_mut().find(same) else {
        return all.push(new);
    };
    // Rows stand in the order in which they were written: of two at the same time the later tells more.
    let (mut better, other) = if new.standing <= known.standing {
        (new, known.clone())
    } else {
        (known.clone(), new)
    };
    for (mine, theirs) in [
        (&mut better.kind, &other.kind),
        (&mut better.kind_words, &other.kind_words),
        (&mut better.person, &other.person),
        (&mut better.phone, &other.phone),
    ] {
        if mine.is_empty() {
            mine.clone_from(theirs);
        }
    }
    *known = better;
}

const FAMILY: &str = "family";

fn with_role(section: &'static Section, role: Role) -> Option<&'static Question> {
    section
        .questions
        .iter()
        .find(|question| question.role == Some(role))
}

/// The family, where there is anybody but the child.
fn family(form: &'static Form, record: &Record, lang: Lang) -> Option<Supporter> {
    form.with_role(Role::Name)?;
    let section = form.groups().next()?;
    let relation = with_role(section, Role::Relation)?;
    let rows = record.entries(section).iter();
    let relations = rows.map(|row| row.text(relation.id).trim());
    let relations: Vec<_> = relations
        .filter(|one| !one.is_empty() && *one != SELF)
        .collect();
    (!relations.is_empty()).then(|| Supporter {
        name: t("家族", "かぞく", "Family").to(lang).to_owned(),
        kind: FAMILY.to_owned(),
        kind_words: String::new(),
        person: relations.join("・"),
        phone: String::new(),
        when: String::new(),
        standing: Standing::Now,
        form: form.id,
        section: section.id,
        row: 0,
    })
}

fn supporter(
    form: &'static Form,
    section: &'static Section,
    answers: &Answers,
    today: PartialDate,
    lang: Lang,
) -> Option<Supporter> {
    let lane = section
        .lane
        .filter(|lane| matches!(lane, Lane::School | Lane::Care))?;
    let is_time = |question: &&Question| matches!(question.kind, Kind::Period | Kind::Months);
    let time = section.questions.iter().find(is_time)?;
    let said = |question: Option<&'static Question>| {
        let said = question.and_then(|q| in_words(q, answers, Facts::default(), lang));
        said.unwrap_or_default().trim().to_owned()
    };
    let place = said(with_role(section, Role::Place));
    let person = said(with_role(section, Role::Supporter));
    let kind = with_role(section, Role::SupportKind);
    let (code, kind_words) = match kind {
        Some(kind) => (answers.text(kind.id).to_owned(), said(Some(kind))),
        None if lane == Lane::School => ("school".to_owned(), section.title.to(lang).to_owned()),
        None => (String::new(), String::new()),
    };
    let is_phone = |question: &&Question| matches!(question.kind, Kind::Phone);
    let phone = said(section.questions.iter().find(is_phone));
    if place.is_empty() && person.is_empty() && phone.is_empty() {
        return None;
    }
    let (name, person) = if place.is_empty() {
        (person, String::new())
    } else {
        (place, person)
    };
    let period = answers.get(time.id).map(Answer::period).unwrap_or_default();
    let when = period_of(&period, lang, &|date| date_plainly(date, None, lang));
    Some(Supporter {
        name,
        kind: code,
        kind_words,
        person,
        phone,
        when,
        standing: standing(&period, matches!(time.kind, Kind::Months), today),
        form: form.id,
        section: section.id,
        row: 0,
    })
}

/// Whether a time has come and not ended. Months without an end are open, as on the paper; any
/// other time without an end is a single one, unless it goes on.
fn standing(period: &Period, months: bool, today: PartialDate) -> Standing {
    let known = |date: &Typed| date.understood().ok();
    let (from, until) = (known(&period.from), known(&period.until));
    let bound = |date: PartialDate, month, day| {
        (
            date.year,
            date.month.unwrap_or(month),
            date.day.unwrap_or(day),
        )
    };
    let today = bound(today, 1, 1);
    if from.is_some_and(|from| bound(from, 1, 1) > today) {
        return Standing::Ahead;
    }
    match until {
        _ if period.is_blank() => Standing::Unsaid,
        _ if period.ongoing => Standing::Now,
        Some(until) if bound(until, 12, 31) >= today => Standing::Now,
        None if months && period.until.is_blank() => Standing::Now,
        _ => Standing::Past,
    }
}

impl Supporter {
    /// The number for a telephone link, digits and perhaps a leading +; `None` where there is none.
    pub fn tel(&self) -> Option<String> {
        let number = narrow(&self.phone);
        let number = number.trim();
        let digits: String = number.chars().filter(char::is_ascii_digit).collect();
        let abroad = if number.starts_with('+') { "+" } else { "" };
        // What has letters in it is a note beside a number, and nobody's number.
        let plain = number
            .chars()
            .all(|c| c.is_ascii_digit() || !c.is_alphanumeric());
        (plain && digits.len() >= 3).then(|| [abroad, &digits].concat())
    }
}
