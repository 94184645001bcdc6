//! One answer as JSON: text as a string, a date as ISO 8601 of any precision (or its parts, where
//! they are not yet a date), a period as `{"from", "until", "ongoing"}`.

use serde_json::{Map, Value};

use super::Answers;
use crate::{
    answer::{Answer, Period, Typed},
    form::{Kind, Question},
};

pub(super) fn answers(questions: &[Question], object: &Map<String, Value>) -> Answers {
    let mut answers = Answers::default();
    for (id, value) in object {
        answer(
            questions.iter().find(|question| question.id == id),
            id,
            value,
            &mut answers,
        );
    }
    answers
}

/// Takes a value as the answer to a question, or keeps it as unknown.
pub(super) fn answer(question: Option<&Question>, id: &str, value: &Value, into: &mut Answers) {
    let known = question.and_then(|question| match question.kind {
        Kind::Line | Kind::Kana(_) | Kind::Lines | Kind::One(_) | Kind::Phone | Kind::Postcode => {
            value.as_str().map(|text| Answer::Text(text.to_owned()))
        }
        Kind::Date => date(value).map(Answer::Date),
        Kind::Period => period(value).map(Answer::Period),
        Kind::Age(_) => None,
    });
    match known {
        Some(answer) => into.put(id, answer),
        None => {
            into.unknown.insert(id.to_owned(), value.clone());
        }
    }
}

pub(super) fn object(answers: &Answers) -> Map<String, Value> {
    let mut object = answers.unknown.clone();
    for (id, answer) in &answers.known {
        let value = match answer {
            Answer::Text(text) => Value::from(text.as_str()),
            Answer::Date(date) => date_json(date),
            Answer::Period(period) => period_json(period),
        };
        object.insert(id.clone(), value);
    }
    object
}

fn date(value: &Value) -> Option<Typed> {
    match value {
        Value::String(iso) => Typed::from_iso(iso),
        Value::Object(parts)
            if parts
                .keys()
                .all(|k| matches!(&**k, "year" | "month" | "day")) =>
        {
            let part = |key| match parts.get(key) {
                None => Some(String::new()),
                Some(value) => value.as_str().map(str::to_owned),
            };
            Some(Typed {
                year: part("year")?,
                month: part("month")?,
                day: part("day")?,
            })
        }
        _ => None,
    }
}

fn date_json(date: &Typed) -> Value {
    if let Some(iso) = date.iso() {
        return Value::from(iso);
    }
    let parts = [
        ("year", &date.year),
        ("month", &date.month),
        ("day", &date.day),
    ];
    let mut object = Map::new();
    for (key, part) in parts {
        if !part.is_empty() {
            object.insert(key.to_owned(), Value::from(part.as_str()));
        }
    }
    Value::Object(object)
}

fn period(value: &Value) -> Option<Period> {
    let object = value.as_object()?;
    let mut period = Period::default();
    for (key, value) in object {
        match key.as_str() {
            "from" => period.from = date(value)?,
            "until" => period.until = date(value)?,
            "ongoing" => period.ongoing = value.as_bool()?,
            _ => return None,
        }
    }
    Some(period)
}

fn period_json(period: &Period) -> Value {
    let mut object = Map::new();
    for (key, date) in [("from", &period.from), ("until", &period.until)] {
        if !date.is_blank() {
            object.insert(key.to_owned(), date_json(date));
        }
    }
    if period.ongoing {
        object.insert("ongoing".to_owned(), Value::Bool(true));
    }
    Value::Object(object)
}
