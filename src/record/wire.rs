//! One answer as JSON: text as a string, a date as ISO 8601 of any precision (or its parts, where
//! they are not yet a date), a period as `{"from", "until", "ongoing"}`, choices as an array of codes,
//! a milestone as `{"years", "months"}`, `{"on": date}` or `{"state": "not_yet" | "forgotten"}`, papers
//! as an array of `{"id", "key", "media", "size", "name"}`.

use serde_json::{Map, Value};

use super::Answers;
use crate::{
    answer::{Answer, Attachment, Milestone, Period, Typed},
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

/// Whether a value answers nothing.
pub(super) fn is_blank(question: Option<&Question>, id: &str, value: &Value) -> bool {
    let mut answers = Answers::default();
    answer(question, id, value, &mut answers);
    answers.is_blank()
}

/// Takes a value as the answer to a question, or keeps it as unknown.
pub(super) fn answer(question: Option<&Question>, id: &str, value: &Value, into: &mut Answers) {
    let known = question.and_then(|question| match question.kind {
        Kind::Line
        | Kind::Kana(_)
        | Kind::Lines
        | Kind::One(_)
        | Kind::Phone
        | Kind::Postcode
        | Kind::Drawn => value.as_str().map(|text| Answer::Text(text.to_owned())),
        Kind::Date => date(value).map(Answer::Date),
        Kind::Period | Kind::Months => period(value).map(Answer::Period),
        Kind::Many(_) => codes(value).map(Answer::Choices),
        Kind::Milestone => milestone(value).map(Answer::Milestone),
        Kind::Files => files(value).map(Answer::Files),
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
    for (id, answer) in answers.known.iter() {
        object.insert(id.clone(), json(answer));
    }
    object
}

fn json(answer: &Answer) -> Value {
    match answer {
        Answer::Text(text) => Value::from(text.as_str()),
        Answer::Date(date) => date_json(date),
        Answer::Period(period) => period_json(period),
        Answer::Choices(codes) => codes.iter().map(String::as_str).collect(),
        Answer::Milestone(milestone) => milestone_json(milestone),
        Answer::Files(files) => files.iter().map(file_json).collect(),
    }
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

fn codes(value: &Value) -> Option<Vec<String>> {
    let codes = value.as_array()?.iter();
    codes.map(|code| code.as_str().map(str::to_owned)).collect()
}

fn milestone(value: &Value) -> Option<Milestone> {
    let object = value.as_object()?;
    let only = |keys: &[&str]| object.keys().all(|key| keys.contains(&key.as_str()));
    if let Some(on) = object.get("on") {
        return only(&["on"]).then(|| date(on).map(Milestone::On))?;
    }
    if let Some(state) = object.get("state") {
        return match state.as_str().filter(|_| only(&["state"]))? {
            "not_yet" => Some(Milestone::NotYet),
            "forgotten" => Some(Milestone::Forgotten),
            _ => None,
        };
    }
    let part = |key| match object.get(key) {
        None => Some(String::new()),
        Some(value) => value.as_str().map(str::to_owned),
    };
    let (years, months) = (part("years")?, part("months")?);
    only(&["years", "months"]).then_some(Milestone::At { years, months })
}

fn milestone_json(milestone: &Milestone) -> Value {
    let mut object = Map::new();
    match milestone {
        Milestone::At { years, months } => {
            for (key, part) in [("years", years), ("months", months)] {
                if !part.is_empty() {
                    object.insert(key.to_owned(), Value::from(part.as_str()));
                }
            }
        }
        Milestone::On(date) => {
            object.insert("on".to_owned(), date_json(date));
        }
        Milestone::NotYet => {
            object.insert("state".to_owned(), Value::from("not_yet"));
        }
        Milestone::Forgotten => {
            object.insert("state".to_owned(), Value::from("forgotten"));
        }
    }
    Value::Object(object)
}

/// Papers; a list in which one has a member we do not know is kept as it came.
fn files(value: &Value) -> Option<Vec<Attachment>> {
    let file = |value: &Value| {
        let object = value.as_object()?;
        let text = |key| object.get(key).and_then(Value::as_str).map(str::to_owned);
        (object.len() == 5).then_some(())?;
        Some(Attachment {
            id: text("id")?,
            key: text("key")?,
            media: text("media")?,
            size: object.get("size")?.as_u64()?,
            name: text("name")?,
        })
    };
    value.as_array()?.iter().map(file).collect()
}

fn file_json(file: &Attachment) -> Value {
    let text = |text: &String| Value::from(text.as_str());
    let members = [
        ("id", text(&file.id)),
        ("key", text(&file.key)),
        ("media", text(&file.media)),
        ("size", Value::from(file.size)),
        ("name", text(&file.name)),
    ];
    let members = members
        .into_iter()
        .map(|(key, value)| (key.to_owned(), value));
    Value::Object(members.collect())
}
