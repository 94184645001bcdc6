//! What stands in the place of an answer: what was written, in the form's own print, or that
//! print alone, with room for a hand.

use super::Ink;
use crate::{
    answer::{Answer, Milestone, Period, Signature, Typed, age, narrow, phone, postcode},
    form::{Choice, Kind, Question},
    record::Answers,
    sheet::{Facts, age_on, in_words, milestone_in_words},
    text::Lang,
};

/// More choices than this are not all printed in every row: there is room to write one.
const MOST_CHOICES: usize = 4;

/// The answer to a question, line by line. Only text can be long; it is one line here. Briefly,
/// of the given answers only those that were chosen.
pub(super) fn answer(
    question: &Question,
    answers: &Answers,
    facts: Facts,
    brief: bool,
) -> Vec<Vec<Ink>> {
    let given = answers.get(question.id);
    let text = answers.text(question.id);
    let brief = brief || is_brief(question);
    let one = match question.kind {
        Kind::One(_) | Kind::Many(_) if brief => {
            written(&in_words(question, answers, facts, Lang::Ja).unwrap_or_default())
        }
        Kind::Drawn => match Signature::parse(text) {
            Some(signature) if !signature.is_blank() => vec![Ink::Drawn(signature.path())],
            _ => Vec::new(),
        },
        Kind::Line | Kind::Kana(_) | Kind::Lines => written(text),
        Kind::Date => date(&given.map(Answer::date).unwrap_or_default()),
        Kind::Period => return period(&given.map(Answer::period).unwrap_or_default()),
        Kind::Months => return months(&given.map(Answer::period).unwrap_or_default()),
        Kind::Milestone => {
            return milestone(&given.map(Answer::milestone).unwrap_or_default(), facts);
        }
        Kind::Many(choices) => many(choices, given.map_or(&[], Answer::choices)),
        Kind::Files => match given.map_or(0, |given| given.files().len()) {
            0 => Vec::new(),
            count => written(&format!("写真・PDF {count}件")),
        },
        Kind::Age(on) => age_then(answers, on, facts),
        Kind::One(choices) => one(choices, text),
        Kind::Phone if text.is_empty() => vec![printed("☎\u{FE0E}　　　―　　　―　　　")],
        Kind::Phone => [vec![printed("☎\u{FE0E} ")], written(&phone(text))].concat(),
        Kind::Postcode if text.is_empty() => vec![printed("〒")],
        Kind::Postcode => [vec![printed("〒")], written(&postcode(text))].concat(),
    };
    vec![one]
}

/// Whether a question has too many given answers to print them all.
pub(super) fn is_brief(question: &Question) -> bool {
    matches!(question.kind, Kind::One(choices) if choices.len() > MOST_CHOICES)
}

/// 2024年　4月　　日: to the precision that was written, the rest left open.
pub(super) fn date(date: &Typed) -> Vec<Ink> {
    let date = date.tidy();
    let parts = [(&date.year, "年"), (&date.month, "月"), (&date.day, "日")];
    let whole = parts.iter().all(|(part, _)| !part.trim().is_empty());
    let clear = date.is_blank() || date.understood().is_ok();
    let mut inks = Vec::new();
    for (part, unit) in parts {
        let digits = narrow(part);
        let digits = digits.trim();
        if digits.is_empty() {
            // What is no date yet stands as it was typed: 2022年冬ごろ.
            let room = if clear {
                format!("　　{unit}")
            } else {
                String::new()
            };
            inks.push(printed(&room));
        } else {
            // In a row with room for a hand, a single digit stands in the second place.
            let room = if clear && !whole && digits.len() == 1 {
                "　"
            } else {
                ""
            };
            let unit = if digits.ends_with(|c: char| c.is_ascii_digit()) {
                unit
            } else {
                ""
            };
            inks.extend([vec![printed(room)], written(part), vec![printed(unit)]].concat());
        }
    }
    inks.retain(|ink| *ink != printed(""));
    inks
}

fn period(period: &Period) -> Vec<Vec<Ink>> {
    let mut until = vec![printed("～")];
    if !period.ongoing || !period.until.is_blank() {
        until.extend(date(&period.until));
    }
    if period.ongoing {
        until.push(printed("　"));
        until.extend(written("いまも"));
    }
    vec![date(&period.from), until]
}

/// （　年　月～　年　月）: a day that was written all the same is not lost.
fn months(period: &Period) -> Vec<Vec<Ink>> {
    let date = |typed: &Typed| {
        let mut inks = date(typed);
        if typed.day.trim().is_empty() {
            inks.retain(|ink| *ink != printed("　　日"));
        }
        inks
    };
    let mut one = [date(&period.from), vec![printed("～")]].concat();
    if !period.ongoing || !period.until.is_blank() {
        one.extend(date(&period.until));
    }
    if period.ongoing {
        one.extend(written("いまも"));
    }
    vec![one]
}

/// 　歳　ヶ月: this sheet counts in ヶ月, the others in カ月.
/// A date stands below the age that it means.
fn milestone(milestone: &Milestone, facts: Facts) -> Vec<Vec<Ink>> {
    if milestone.is_blank() {
        return vec![vec![printed("　　歳　　ヶ月")]];
    }
    let Some(age) = milestone.age(facts.birth) else {
        return vec![written(&milestone_in_words(milestone, facts, Lang::Ja))];
    };
    let age = [
        written(&age.years.to_string()),
        vec![printed("歳　")],
        written(&age.months.to_string()),
        vec![printed("ヶ月")],
    ];
    let mut lines = vec![age.concat()];
    if let Milestone::On(typed) = milestone {
        lines.push(date(typed));
    }
    lines
}

/// （　　歳）: the age that somebody else than the child has on a day.
pub(super) fn years(born: Option<&Answer>, on: Option<&Answer>) -> Vec<Ink> {
    let day = |answer: Option<&Answer>| answer?.date().understood().ok();
    let years = day(born).zip(day(on)).and_then(|(born, on)| age(born, on));
    let years = match years {
        Some(age) => written(&age.years.to_string()),
        None => vec![printed("　　")],
    };
    [vec![printed("（")], years, vec![printed("歳）")]].concat()
}

/// Every choice, with a ring around each that was chosen. What is none of them stands behind.
fn many(choices: &[Choice], chosen: &[String]) -> Vec<Ink> {
    let mut inks = Vec::new();
    for choice in choices {
        if !inks.is_empty() {
            inks.push(printed("・"));
        }
        inks.push(if chosen.iter().any(|code| code == choice.code) {
            Ink::Ringed(choice.label.ja)
        } else {
            printed(choice.label.ja)
        });
    }
    for code in chosen {
        if !choices.iter().any(|choice| choice.code == code) {
            inks.extend(written(&format!(" {code}")));
        }
    }
    inks
}

fn age_then(answers: &Answers, on: &str, facts: Facts) -> Vec<Ink> {
    match age_on(answers, on, facts) {
        None => vec![printed("　　歳　　カ月")],
        Some(age) => [
            written(&age.years.to_string()),
            vec![printed("歳　")],
            written(&age.months.to_string()),
            vec![printed("カ月")],
        ]
        .concat(),
    }
}

/// 同居・別居, with a ring around the chosen one. What is none of them stands behind.
fn one(choices: &[Choice], chosen: &str) -> Vec<Ink> {
    let mut inks = Vec::new();
    for choice in choices {
        if !inks.is_empty() {
            inks.push(printed("・"));
        }
        inks.push(if choice.code == chosen {
            Ink::Ringed(choice.label.ja)
        } else {
            printed(choice.label.ja)
        });
    }
    if !choices.iter().any(|choice| choice.code == chosen) {
        inks.extend(written(chosen));
    }
    inks
}

/// A label, what stands in （　） at its end small: 続柄（※）.
pub(super) fn label(label: &str) -> Vec<Ink> {
    match label.find('（') {
        Some(at) if at > 0 => vec![printed(&label[..at]), Ink::Small(label[at..].to_owned())],
        _ => vec![printed(label)],
    }
}

pub(super) fn printed(text: &str) -> Ink {
    Ink::Printed(text.to_owned())
}

pub(super) fn written(text: &str) -> Vec<Ink> {
    if text.is_empty() {
        return Vec::new();
    }
    vec![Ink::Written(text.to_owned())]
}

/// All that stands in a line.
pub(super) fn text(inks: &[Ink]) -> String {
    let text = |ink: &Ink| match ink {
        Ink::Printed(text) | Ink::Small(text) | Ink::Written(text) => text.clone(),
        Ink::Beside(_, text) | Ink::Ringed(text) => (*text).to_owned(),
        // As high as two lines, which so much text would be.
        Ink::Drawn(_) => "　".repeat(36),
    };
    inks.iter().map(text).collect()
}
