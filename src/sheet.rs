//! A record in words: what is summarised on screen and printed on paper.
//!
//! The parent's check page and the reader at the office are this same fold, in the same words.

use crate::{
    answer::{
        Age, Answer, Milestone, PartialDate, Period, Pupil, Signature, Typed, age, era_year, phone,
        postcode,
    },
    form::{Form, Kind, Question, Role, Section},
    record::{Answers, Record},
    text::{Lang, Text, t},
};

/// A sheet as it is read: only what was written.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// The official title.
    pub title: &'static str,
    /// The parts in which something was written.
    pub parts: Vec<Part>,
    /// Answers that only a newer version can show.
    pub unknown: usize,
}

/// A part of a sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// Permanent name of the part.
    pub id: &'static str,
    /// Heading.
    pub title: &'static str,
    /// Whether it is a list of entries.
    pub repeats: bool,
    /// The entries; one where the part does not repeat.
    pub entries: Vec<Vec<Line>>,
}

/// One answered question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Permanent name of the question.
    pub id: &'static str,
    /// Words naming the question.
    pub label: &'static str,
    /// The answer in words.
    pub answer: String,
    /// Whether the answer is long text.
    pub long: bool,
}

/// What other sheets say that this one needs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Facts {
    /// The child's date of birth.
    pub birth: Option<PartialDate>,
    /// By how many years school begins later than the date of birth says.
    pub later: i8,
}

impl Facts {
    /// Whether a form asks for any of them.
    pub fn are_on(form: &Form) -> bool {
        let asks = |role| form.with_role(role).is_some();
        asks(Role::Birth) || asks(Role::SchoolEntry)
    }

    /// The facts in a set of records.
    pub fn of<'a>(records: impl IntoIterator<Item = (&'a Form, &'a Record)>) -> Facts {
        let mut facts = Facts::default();
        for (form, record) in records {
            if let Some(id) = form.with_role(Role::Birth)
                && facts.birth.is_none()
            {
                facts.birth = record
                    .answers
                    .get(id)
                    .and_then(|birth| birth.date().understood().ok());
            }
            if let Some(id) = form.with_role(Role::SchoolEntry) {
                facts.later = later(record.answers.text(id));
            }
        }
        facts
    }

    /// The child as schools count it, where the date of birth is known.
    pub fn pupil(self) -> Option<Pupil> {
        let later = self.later;
        self.birth.map(|birth| Pupil { birth, later })
    }
}

/// By how many years school begins later, by the code of the answer to [`Role::SchoolEntry`].
pub fn later(code: &str) -> i8 {
    match code {
        "later" => 1,
        "earlier" => -1,
        _ => 0,
    }
}

impl Sheet {
    /// Reads a record through its form.
    pub fn of(form: &Form, record: &Record, facts: Facts, lang: Lang) -> Sheet {
        let part = |section: &'static Section| {
            let once = std::slice::from_ref(&record.answers);
            let entries = if section.repeat.is_some() {
                record.entries(section)
            } else {
                once
            };
            let read = |answers: &Answers| -> Vec<Line> {
                let line = |question| Line::of(question, answers, facts, lang);
                section.questions.iter().filter_map(line).collect()
            };
            let entries: Vec<_> = entries.iter().map(read).filter(|e| !e.is_empty()).collect();
            let repeats = section.repeat.is_some();
            Part {
                id: section.id,
                title: section.title.to(lang),
                repeats,
                entries,
            }
        };
        let groups = record
            .groups
            .values()
            .flatten()
            .map(|entry| entry.unknown.len());
        Sheet {
            title: form.title.to(lang),
            parts: form
                .sections
                .iter()
                .map(part)
                .filter(|p| !p.entries.is_empty())
                .collect(),
            unknown: record.answers.unknown.len() + groups.sum::<usize>(),
        }
    }
}

impl Line {
    fn of(
        question: &'static Question,
        answers: &Answers,
        facts: Facts,
        lang: Lang,
    ) -> Option<Line> {
        let answer = in_words(question, answers, facts, lang)?;
        let long = matches!(question.kind, Kind::Lines);
        Some(Line {
            id: question.id,
            label: question.label.to(lang),
            answer,
            long,
        })
    }
}

/// The answer to a question in words; `None` where nothing was written.
pub fn in_words(
    question: &Question,
    answers: &Answers,
    facts: Facts,
    lang: Lang,
) -> Option<String> {
    if let Kind::Age(on) = question.kind {
        return age_on(answers, on, facts).map(|age| age_in_words(age, lang));
    }
    let words = match answers.get(question.id)? {
        Answer::Text(text) => match question.kind {
            Kind::One(choices) => {
                let chosen = choices.iter().find(|choice| choice.code == text);
                chosen
                    .map_or(text.as_str(), |choice| choice.label.to(lang))
                    .to_owned()
            }
            Kind::Phone => phone(text),
            Kind::Postcode => postcode(text),
            Kind::Drawn if Signature::parse(text).is_some() => BY_HAND.to(lang).to_owned(),
            _ => text.clone(),
        },
        Answer::Date(date) => date_in_words(date, lang),
        Answer::Period(period) => period_in_words(period, lang),
        Answer::Choices(codes) => choices_in_words(question, codes, lang),
        Answer::Milestone(milestone) => milestone_in_words(milestone, facts, lang),
        Answer::Files(files) => files_in_words(files.len(), lang),
    };
    Some(words)
}

/// From here on an answer is so long that whoever reads it is told: more than any sheet of paper holds.
const VERY_LONG: usize = 5_000;

/// How many characters an answer has, where it is very long.
pub fn very_long(answer: &str) -> Option<usize> {
    // No character is shorter than a byte.
    let count = (answer.len() >= VERY_LONG).then(|| answer.chars().count());
    count.filter(|count| *count >= VERY_LONG)
}

/// What names a row: the first line of what the part calls its title; "" where that is blank.
pub fn row_title(section: &Section, answers: &Answers, lang: Lang) -> String {
    let title = section.title();
    let title = title.and_then(|question| in_words(question, answers, Facts::default(), lang));
    let title = title.unwrap_or_default();
    title.lines().next().unwrap_or_default().to_owned()
}

const AGE: Text = t("{0}歳{1}カ月", "{0}さい{1}かげつ", "{0} years {1} months");
const NOT_YET: Text = t("まだ", "まだ", "not yet");
const FORGOTTEN: Text = t("おぼえていない", "おぼえて いない", "not remembered");
const FILES: Text = t(
    "写真・PDF {0}件",
    "しゃしん・PDF {0}こ",
    "{0} photos or PDFs",
);
const SINCE: Text = t("{0}から いまも", "{0}から いまも", "since {0}");
const UNTIL: Text = t("{0}まで", "{0}まで", "until {0}");
const FROM_UNTIL: Text = t("{0} 〜 {1}", "{0} 〜 {1}", "{0} – {1}");
const ONGOING: Text = t(
    "いまも続いている",
    "いまも つづいて います",
    "still going on",
);
const BOTH: Text = t("{0}、{1}", "{0}、{1}", "{0}, {1}");

/// The child's age on the date with an id.
pub fn age_on(answers: &Answers, on: &str, facts: Facts) -> Option<Age> {
    age(facts.birth?, answers.get(on)?.date().understood().ok()?)
}

/// An age in words.
pub fn age_in_words(age: Age, lang: Lang) -> String {
    if lang == Lang::En {
        return age.en();
    }
    let [years, months] = [age.years, age.months.into()].map(|count: u16| count.to_string());
    AGE.with(lang, &[&years, &months])
}

/// Choices in words; what is none of them stands as it is.
fn choices_in_words(question: &Question, codes: &[String], lang: Lang) -> String {
    let Kind::Many(choices) = question.kind else {
        return codes.join("、");
    };
    let words = codes.iter().map(|code| {
        let choice = choices.iter().find(|choice| choice.code == code);
        choice.map_or(code.as_str(), |choice| choice.label.to(lang))
    });
    let words: Vec<_> = words.collect();
    words.join(if lang.built_in() == Lang::En {
        ", "
    } else {
        "、"
    })
}

/// The age of a milestone in words: its sheet counts in ヶ月, the others in カ月.
pub fn milestone_age(age: Age, lang: Lang) -> String {
    match lang.built_in() {
        Lang::Ja => format!("{}歳{}ヶ月", age.years, age.months),
        _ => age_in_words(age, lang),
    }
}

/// A milestone in words: the age, and the date where that is what was written.
pub fn milestone_in_words(milestone: &Milestone, facts: Facts, lang: Lang) -> String {
    let age = milestone
        .age(facts.birth)
        .map(|age| milestone_age(age, lang));
    match milestone {
        Milestone::At { years, months } => age.unwrap_or_else(|| match lang.built_in() {
            Lang::En => [years.as_str(), months.as_str()].join(" "),
            _ => format!("{years}歳{months}ヶ月"),
        }),
        Milestone::On(date) => {
            let date = date_in_words(date, lang);
            age.map_or(date.clone(), |age| format!("{date} {age}"))
        }
        Milestone::NotYet => NOT_YET.to(lang).to_owned(),
        Milestone::Forgotten => FORGOTTEN.to(lang).to_owned(),
    }
}

const BY_HAND: Text = t("手書きの署名あり", "てで かきました", "Signed by hand");

fn files_in_words(count: usize, lang: Lang) -> String {
    FILES.with(lang, &[&count.to_string()])
}

/// A date in words, without the era; below the heading of its year, what the heading does not say.
pub fn date_plainly(date: &Typed, below: Option<u16>, lang: Lang) -> String {
    let Ok(date) = date.understood() else {
        return as_typed(date, lang);
    };
    let known = below == Some(date.year) && date.month.is_some();
    let whole = if lang.built_in() == Lang::En {
        date.en()
    } else {
        date.ja()
    };
    if !known {
        return whole;
    }
    let year = date.year.to_string();
    let rest = match lang.built_in() {
        Lang::En => whole.trim_end_matches(&year),
        _ => whole.trim_start_matches(&(year + "年")),
    };
    rest.trim().to_owned()
}

/// A date in words, with the year of the era beside it; as typed where it is no date yet.
pub fn date_in_words(date: &Typed, lang: Lang) -> String {
    match (date.understood(), lang.built_in()) {
        (Ok(date), Lang::En) => date.en(),
        (Ok(date), _) => format!("{}（{}）", date.ja(), era_year(date)),
        (Err(_), _) => as_typed(date, lang),
    }
}

/// A period in words. All that was typed is in it, even an end beside いまも続いている.
pub fn period_in_words(period: &Period, lang: Lang) -> String {
    period_of(period, lang, &|date| date_in_words(date, lang))
}

/// A period in words, its dates said in a way of their own.
pub fn period_of(period: &Period, lang: Lang, said: &dyn Fn(&Typed) -> String) -> String {
    let words = |date: &Typed| (!date.is_blank()).then(|| said(date));
    let times = match (words(&period.from), words(&period.until)) {
        (None, None) => String::new(),
        (Some(from), None) if period.ongoing => return SINCE.with(lang, &[&from]),
        (Some(from), None) => from,
        (None, Some(until)) => UNTIL.with(lang, &[&until]),
        (Some(from), Some(until)) => FROM_UNTIL.with(lang, &[&from, &until]),
    };
    let ongoing = ONGOING.to(lang);
    match (period.ongoing, times.is_empty()) {
        (false, _) => times,
        (true, true) => ongoing.to_owned(),
        (true, false) => BOTH.with(lang, &[&times, ongoing]),
    }
}

/// What is no date yet: the parts as they were typed.
fn as_typed(date: &Typed, lang: Lang) -> String {
    let parts = [
        (&date.year, "年", "year"),
        (&date.month, "月", "month"),
        (&date.day, "日", "day"),
    ];
    let written = parts
        .into_iter()
        .filter(|(part, ..)| !part.trim().is_empty());
    if lang.built_in() == Lang::En {
        let named: Vec<_> = written
            .map(|(part, _, name)| format!("{name} {part}"))
            .collect();
        return named.join(", ");
    }
    let with_unit = written.map(|(part, unit, _)| {
        // A unit belongs behind a number, not behind words: 2021年 春ごろ.
        let counted = part
            .trim_end()
            .ends_with(|c: char| c.is_numeric() || c == '元');
        format!("{part}{}", if counted { unit } else { "" })
    });
    with_unit.collect::<Vec<_>>().concat()
}
