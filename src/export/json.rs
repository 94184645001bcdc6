//! JSON that is read with nothing but an editor: who it is about in the names of the
//! 政府相互運用性フレームワーク (個人), then every sheet in words, with ids and values beside them.

use serde_json::{Map, Value, json};

use super::Sheets;
use crate::{
    answer::{Answer, PartialDate},
    form::{Form, Role, Section},
    record::{Answers, Note, Record},
    sheet::{Facts, in_words},
    text::Lang,
};

/// The text, two spaces a level.
pub fn text(sheets: &Sheets, lang: Lang) -> String {
    let mut out = String::new();
    pretty(&value(sheets, lang), 0, &mut out);
    out.push('\n');
    out
}

/// Everything in a note, for whoever keeps it: every sheet in words as an office would read it, and
/// behind them the note as it is kept. What opens photos and PDFs is left out: they are not in it.
pub fn whole(note: &Note, today: PartialDate, lang: Lang) -> String {
    let mut sheets = Sheets::of_note(note);
    sheets.issued_on = Some(today);
    let mut all = value(&sheets, lang);
    if let Value::Object(all) = &mut all {
        all.insert("ノートの原本".into(), Value::Object(note.json().clone()));
    }
    without_keys(&mut all);
    let mut out = String::new();
    pretty(&all, 0, &mut out);
    out.push('\n');
    out
}

fn without_keys(value: &mut Value) {
    match value {
        Value::Object(object) => {
            if object.contains_key("id") {
                object.remove("key");
            }
            object.values_mut().for_each(without_keys);
        }
        Value::Array(all) => all.iter_mut().for_each(without_keys),
        _ => {}
    }
}

/// The same as a value.
pub fn value(sheets: &Sheets, lang: Lang) -> Value {
    let leaf = |(form, one, record): &(&'static Form, String, Record)| {
        let mut sheet = Map::new();
        sheet.insert("様式".into(), form.title.ja.into());
        sheet.insert("id".into(), form.id.into());
        sheet.insert("version".into(), form.version.into());
        if !one.is_empty() {
            sheet.insert("番号".into(), one.as_str().into());
        }
        sheet.insert("内容".into(), parts(form, record, sheets.facts, lang));
        sheet.insert("記録".into(), Value::Object(record.to_json()));
        Value::Object(sheet)
    };
    let mut all = Map::new();
    all.insert("種類".into(), "子どものステップノート".into());
    if let Some(on) = sheets.issued_on {
        all.insert("作成日".into(), on.iso().into());
    }
    if sheets.withheld {
        all.insert("住所を出さない".into(), Value::Bool(true));
    }
    all.insert("個人".into(), person(sheets));
    all.insert("シート".into(), sheets.leaves.iter().map(leaf).collect());
    if let Some(consent) = &sheets.consent {
        let form = &crate::forms::CONSENT;
        all.insert("同意".into(), parts(form, consent, sheets.facts, lang));
    }
    Value::Object(all)
}

/// 個人: what of it is known; what the framework asks for and nobody wrote is not invented.
fn person(sheets: &Sheets) -> Value {
    let mut person = Map::new();
    let mut put = |name: &str, text: &str| {
        if !text.trim().is_empty() {
            person.insert(name.to_owned(), Value::from(text));
        }
    };
    put("氏名", sheets.text(Role::Name));
    put("氏名（カナ）", &katakana(sheets.text(Role::NameKana)));
    let birth = sheets.with_role(Role::Birth).map(Answer::date);
    let birth = birth.and_then(|birth| birth.understood().ok());
    put(
        "生年月日",
        &birth.map_or_else(String::new, PartialDate::iso),
    );
    put("居住住所（連結表記）", sheets.text(Role::Address));
    Value::Object(person)
}

fn parts(form: &Form, record: &Record, facts: Facts, lang: Lang) -> Value {
    let entry = |part: &Section, answers: &Answers| -> Value {
        let mut lines = Vec::new();
        for question in part.questions {
            if let Some(words) = in_words(question, answers, facts, lang) {
                lines.push(
                    json!({"id": question.id, "項目": question.label.to(lang), "内容": words}),
                );
            }
        }
        Value::Array(lines)
    };
    let mut parts = Vec::new();
    for part in form.sections {
        let entries: Vec<Value> = match part.repeat {
            None => vec![entry(part, &record.answers)],
            Some(_) => record
                .entries(part)
                .iter()
                .map(|row| entry(part, row))
                .collect(),
        };
        let written = |entry: &&Value| entry.as_array().is_some_and(|lines| !lines.is_empty());
        let entries: Vec<Value> = entries.iter().filter(written).cloned().collect();
        if !entries.is_empty() {
            parts.push(json!({"id": part.id, "まとまり": part.title.to(lang), "記入": entries}));
        }
    }
    Value::Array(parts)
}

/// Hiragana as katakana, as the framework asks for.
pub(super) fn katakana(text: &str) -> String {
    let letter = |c: char| match c {
        'ぁ'..='ゖ' | 'ゝ' | 'ゞ' => char::from_u32(c as u32 + 0x60).unwrap_or(c),
        _ => c,
    };
    text.chars().map(letter).collect()
}

fn pretty(value: &Value, level: usize, out: &mut String) {
    let line = |out: &mut String, level: usize| {
        out.push('\n');
        for _ in 0..level {
            out.push_str("  ");
        }
    };
    match value {
        Value::Array(all) if !all.is_empty() => {
            out.push('[');
            for (at, one) in all.iter().enumerate() {
                if at > 0 {
                    out.push(',');
                }
                line(out, level + 1);
                pretty(one, level + 1, out);
            }
            line(out, level);
            out.push(']');
        }
        Value::Object(all) if !all.is_empty() => {
            out.push('{');
            for (at, (name, one)) in all.iter().enumerate() {
                if at > 0 {
                    out.push(',');
                }
                line(out, level + 1);
                out.push_str(&Value::from(name.as_str()).to_string());
                out.push_str(": ");
                pretty(one, level + 1, out);
            }
            line(out, level);
            out.push('}');
        }
        plain => out.push_str(&plain.to_string()),
    }
}
