//! An HL7 FHIR R4 (4.0.1) bundle of type `collection`: Patient, and for each sheet a Questionnaire
//! with its QuestionnaireResponse; MedicationStatement for 服薬の記録; the Consent.
//!
//! Base resources, no JP Core: its Patient asks for a number given by a medical institution, which
//! a family does not have. What FHIR has no room for (a date that is none yet) stands as it was
//! typed in an item of its own.

use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use super::{Sheets, json::katakana};
use crate::{
    answer::{Answer, PartialDate, Period, Typed},
    form::{Choice, Form, Kind, Question, Role, Section},
    forms::{CONSENT, MEDICATION},
    record::{Answers, Record},
    sheet::{Facts, in_words},
    text::Lang,
};

/// How ISO 21090 marks a name as written, or as read.
const REPRESENTATION: &str = "http://hl7.org/fhir/StructureDefinition/iso21090-EN-representation";

/// The bundle.
pub fn bundle(sheets: &Sheets) -> Value {
    let patient = urn(sheets, "patient");
    let mut entries = vec![entry(&patient, patient_of(sheets))];
    for (at, (form, _, record)) in sheets.leaves.iter().enumerate() {
        let questionnaire = urn(sheets, &["questionnaire/", form.id].concat());
        if !entries
            .iter()
            .any(|entry| entry["fullUrl"] == *questionnaire)
        {
            entries.push(entry(&questionnaire, questionnaire_of(form)));
        }
        let own = urn(
            sheets,
            &["response/", form.id, "/", &at.to_string()].concat(),
        );
        entries.push(entry(&own, response(form, record, sheets, &patient)));
    }
    if let Some(record) = sheets.record(MEDICATION.id) {
        let rows = MEDICATION.groups().next();
        let rows = rows.map_or(&[][..], |part| record.entries(part));
        for (at, row) in rows.iter().enumerate() {
            if let Some(statement) = statement(row, sheets, &patient) {
                let own = urn(sheets, &["medication/", &at.to_string()].concat());
                entries.push(entry(&own, statement));
            }
        }
    }
    if let Some(record) = &sheets.consent {
        entries.push(entry(&urn(sheets, "consent"), consent(record, &patient)));
    }
    json!({"resourceType": "Bundle", "type": "collection", "entry": entries})
}

/// The bundle as a file.
pub fn text(sheets: &Sheets) -> String {
    bundle(sheets).to_string()
}

fn entry(url: &str, resource: Value) -> Value {
    json!({"fullUrl": url, "resource": resource})
}

/// A name no other resource has: version 8 of RFC 9562, from the bundle's salt.
fn urn(sheets: &Sheets, name: &str) -> String {
    let mut seed = sheets.salt.to_vec();
    seed.extend(name.as_bytes());
    let mut hash = Sha256::digest(seed);
    hash[6] = hash[6] & 0x0F | 0x80;
    hash[8] = hash[8] & 0x3F | 0x80;
    const HEX: &[u8; 16] = b"0123456789abcdef";
    let mut urn = "urn:uuid:".to_owned();
    for (at, byte) in hash.iter().take(16).enumerate() {
        if matches!(at, 4 | 6 | 8 | 10) {
            urn.push('-');
        }
        for half in [byte >> 4, byte & 0x0F] {
            urn.push(char::from(HEX[usize::from(half)]));
        }
    }
    urn
}

/// A text as FHIR allows it: no control characters but tab and line ends, no space but the plain one
/// (its published pattern refuses the ideographic space of Japanese names), and never empty.
fn string(text: &str) -> Option<String> {
    let allowed = |c: char| match c {
        '\t' | '\n' | '\r' => Some(c),
        '\u{2028}' | '\u{2029}' => Some('\n'),
        '\u{FEFF}' => None,
        c if c.is_control() => None,
        c if c.is_whitespace() => Some(' '),
        c => Some(c),
    };
    let text: String = text.chars().filter_map(allowed).collect();
    (!text.trim().is_empty()).then_some(text)
}

fn put(object: &mut Map<String, Value>, name: &str, value: Option<impl Into<Value>>) {
    if let Some(value) = value {
        object.insert(name.to_owned(), value.into());
    }
}

fn patient_of(sheets: &Sheets) -> Value {
    let mut patient = Map::new();
    patient.insert("resourceType".into(), "Patient".into());
    let name = |text: &str, code: &str| {
        let text = string(text)?;
        Some(json!({
            "extension": [{"url": REPRESENTATION, "valueCode": code}],
            "use": "official",
            "text": text,
        }))
    };
    let names = [
        name(sheets.text(Role::Name), "IDE"),
        name(&katakana(sheets.text(Role::NameKana)), "SYL"),
    ];
    let names: Vec<Value> = names.into_iter().flatten().collect();
    put(&mut patient, "name", (!names.is_empty()).then_some(names));
    let birth = sheets.with_role(Role::Birth).map(Answer::date);
    put(
        &mut patient,
        "birthDate",
        birth.and_then(|birth| date(&birth)),
    );
    let address = string(sheets.text(Role::Address));
    put(
        &mut patient,
        "address",
        address.map(|text| json!([{"use": "home", "country": "JP", "text": text}])),
    );
    Value::Object(patient)
}

/// A date, to the precision that is known; `None` where it is none yet.
fn date(typed: &Typed) -> Option<String> {
    typed.understood().ok().map(PartialDate::iso)
}

fn questionnaire_url(form: &Form) -> String {
    ["urn:stepnote:questionnaire:", form.id].concat()
}

fn questionnaire_of(form: &Form) -> Value {
    let part = |part: &Section| {
        let asked = part.questions.iter();
        let asked: Vec<Value> = asked.flat_map(|question| asks(part, question)).collect();
        let mut item = Map::new();
        item.insert("linkId".into(), part.id.into());
        put(&mut item, "text", string(part.title.ja));
        item.insert("type".into(), "group".into());
        if part.repeat.is_some() {
            item.insert("repeats".into(), Value::Bool(true));
        }
        put(&mut item, "item", (!asked.is_empty()).then_some(asked));
        Value::Object(item)
    };
    let items: Vec<Value> = form.sections.iter().map(part).collect();
    json!({
        "resourceType": "Questionnaire",
        "url": questionnaire_url(form),
        "version": form.version.to_string(),
        "title": form.title.ja,
        "status": "active",
        "subjectType": ["Patient"],
        "item": items,
    })
}

fn at(id: &str, suffix: &str) -> String {
    [id, suffix].concat()
}

fn link(part: &Section, question: &Question) -> String {
    [part.id, ".", question.id].concat()
}

/// The item of a question; behind a date one for what is no date yet.
fn asks(part: &Section, question: &Question) -> Vec<Value> {
    let id = link(part, question);
    let typed = || json!({"linkId": at(&id, ".typed"), "text": "入力のまま", "type": "string"});
    let (kind, repeats, items, options): (&str, bool, Vec<Value>, &[Choice]) = match question.kind {
        Kind::Lines => ("text", false, Vec::new(), &[]),
        Kind::Date => ("date", false, Vec::new(), &[]),
        Kind::Period | Kind::Months => {
            let end = |end: &str, text: &str, kind: &str| json!({"linkId": at(&id, end), "text": text, "type": kind});
            let items = vec![
                end(".from", "はじまり", "date"),
                end(".until", "おわり", "date"),
                end(".ongoing", "いまも続いている", "boolean"),
                typed(),
            ];
            ("group", false, items, &[])
        }
        Kind::One(choices) => ("open-choice", false, Vec::new(), choices),
        Kind::Many(choices) => ("open-choice", true, Vec::new(), choices),
        Kind::Line
        | Kind::Kana(_)
        | Kind::Phone
        | Kind::Postcode
        | Kind::Milestone
        | Kind::Age(_)
        | Kind::Files
        | Kind::Drawn => ("string", false, Vec::new(), &[]),
    };
    let mut item = Map::new();
    item.insert("linkId".into(), id.as_str().into());
    put(&mut item, "text", string(question.label.ja));
    item.insert("type".into(), kind.into());
    if repeats {
        item.insert("repeats".into(), Value::Bool(true));
    }
    let options: Vec<Value> = options
        .iter()
        .map(|choice| json!({"valueCoding": coding(choice)}))
        .collect();
    put(
        &mut item,
        "answerOption",
        (!options.is_empty()).then_some(options),
    );
    put(&mut item, "item", (!items.is_empty()).then_some(items));
    let mut items = vec![Value::Object(item)];
    if matches!(question.kind, Kind::Date) {
        items.push(typed());
    }
    items
}

fn coding(choice: &Choice) -> Value {
    json!({"system": "urn:stepnote:choice", "code": choice.code, "display": choice.label.ja})
}

fn response(form: &Form, record: &Record, sheets: &Sheets, patient: &str) -> Value {
    let mut items: Vec<Value> = Vec::new();
    for part in form.sections {
        let rows: &[Answers] = match part.repeat {
            None => std::slice::from_ref(&record.answers),
            Some(_) => record.entries(part),
        };
        for row in rows {
            let answered = part.questions.iter();
            let answered = answered.filter_map(|question| item(part, question, row, sheets.facts));
            let answered: Vec<Value> = answered.collect();
            if !answered.is_empty() {
                items.push(json!({"linkId": part.id, "text": part.title.ja, "item": answered}));
            }
        }
    }
    let mut response = Map::new();
    response.insert("resourceType".into(), "QuestionnaireResponse".into());
    response.insert(
        "questionnaire".into(),
        [&questionnaire_url(form), "|", &form.version.to_string()]
            .concat()
            .into(),
    );
    response.insert("status".into(), "completed".into());
    response.insert("subject".into(), json!({"reference": patient}));
    put(
        &mut response,
        "authored",
        sheets.issued_on.map(PartialDate::iso),
    );
    put(&mut response, "item", (!items.is_empty()).then_some(items));
    Value::Object(response)
}

fn item(part: &Section, question: &Question, answers: &Answers, facts: Facts) -> Option<Value> {
    let id = link(part, question);
    let text = |suffix: &str, text: String| json!({"linkId": at(&id, suffix), "answer": [{"valueString": text}]});
    let typed = |words: Option<String>| {
        words
            .and_then(|words| string(&words))
            .map(|words| text(".typed", words))
    };
    let words = || in_words(question, answers, facts, Lang::Ja);
    let mut item = Map::new();
    item.insert("linkId".into(), id.as_str().into());
    put(&mut item, "text", string(question.label.ja));
    match answers.get(question.id) {
        Some(Answer::Date(on)) => match date(on) {
            Some(on) => {
                item.insert("answer".into(), json!([{"valueDate": on}]));
            }
            None => return typed(words()),
        },
        Some(Answer::Period(period)) => {
            item.insert(
                "item".into(),
                Value::Array(ends(&id, period, typed(words()))?),
            );
        }
        Some(Answer::Choices(codes)) => {
            let Kind::Many(choices) = question.kind else {
                return None;
            };
            let chosen: Vec<Value> = codes
                .iter()
                .filter_map(|code| choice(choices, code))
                .collect();
            if chosen.is_empty() {
                return None;
            }
            item.insert("answer".into(), Value::Array(chosen));
        }
        Some(Answer::Text(code)) if matches!(question.kind, Kind::One(_)) => {
            let Kind::One(choices) = question.kind else {
                return None;
            };
            item.insert("answer".into(), json!([choice(choices, code)?]));
        }
        _ => {
            item.insert(
                "answer".into(),
                json!([{"valueString": string(&words()?)?}]),
            );
        }
    }
    Some(Value::Object(item))
}

fn choice(choices: &[Choice], code: &str) -> Option<Value> {
    match choices.iter().find(|choice| choice.code == code) {
        Some(known) => Some(json!({"valueCoding": coding(known)})),
        None => Some(json!({"valueString": string(code)?})),
    }
}

fn ends(id: &str, period: &Period, typed: Option<Value>) -> Option<Vec<Value>> {
    let mut items = Vec::new();
    let mut whole = true;
    for (name, end) in [(".from", &period.from), (".until", &period.until)] {
        match date(end) {
            Some(date) => {
                items.push(json!({"linkId": at(id, name), "answer": [{"valueDate": date}]}));
            }
            None => whole &= end.is_blank(),
        }
    }
    if period.ongoing {
        items.push(json!({"linkId": at(id, ".ongoing"), "answer": [{"valueBoolean": true}]}));
    }
    if !whole {
        items.extend(typed);
    }
    (!items.is_empty()).then_some(items)
}

fn statement(row: &Answers, sheets: &Sheets, patient: &str) -> Option<Value> {
    let medicine = string(row.text("medicine"))?;
    let period = row.get("when").map(Answer::period).unwrap_or_default();
    let (from, until) = (date(&period.from), date(&period.until));
    let mut statement = Map::new();
    statement.insert("resourceType".into(), "MedicationStatement".into());
    let status = match (&from, &until, period.ongoing) {
        (_, _, true) => "active",
        (_, Some(_), false) => "completed",
        _ => "unknown",
    };
    statement.insert("status".into(), status.into());
    statement.insert(
        "medicationCodeableConcept".into(),
        json!({"text": medicine}),
    );
    statement.insert("subject".into(), json!({"reference": patient}));
    let ordered = match (&from, &until) {
        (Some(from), Some(until)) => from <= until,
        _ => true,
    };
    let mut effective = Map::new();
    if ordered {
        put(&mut effective, "start", from);
        put(&mut effective, "end", until);
    }
    put(
        &mut statement,
        "effectivePeriod",
        (!effective.is_empty()).then_some(effective),
    );
    put(
        &mut statement,
        "dateAsserted",
        sheets.issued_on.map(PartialDate::iso),
    );
    let reason = string(row.text("diagnosis")).map(|text| json!([{"text": text}]));
    put(&mut statement, "reasonCode", reason);
    let note = string(row.text("remarks")).map(|text| json!([{"text": text}]));
    put(&mut statement, "note", note);
    Some(Value::Object(statement))
}

fn consent(record: &Record, patient: &str) -> Value {
    let on = |id: &str| {
        record
            .answers
            .get(id)
            .map(Answer::date)
            .and_then(|on| date(&on))
    };
    let mut consent = Map::new();
    consent.insert("resourceType".into(), "Consent".into());
    let withdrawn = record.answers.get("withdrawn_on").is_some();
    let status = if withdrawn { "inactive" } else { "active" };
    consent.insert("status".into(), status.into());
    consent.insert(
        "scope".into(),
        json!({"coding": [{"system": "http://terminology.hl7.org/CodeSystem/consentscope", "code": "patient-privacy"}]}),
    );
    consent.insert(
        "category".into(),
        json!([{"coding": [{"system": "http://loinc.org", "code": "59284-0"}], "text": CONSENT.title.ja}]),
    );
    consent.insert("patient".into(), json!({"reference": patient}));
    put(&mut consent, "dateTime", on("signed_on"));
    let said = ["who", "to", "purpose", "what"].map(|id| {
        let label = CONSENT
            .question(id)
            .map_or("", |question| question.label.ja);
        let text = record.answers.text(id);
        if text.is_empty() {
            String::new()
        } else {
            [label, "：", text].concat()
        }
    });
    let said: Vec<&str> = said
        .iter()
        .map(String::as_str)
        .filter(|said| !said.is_empty())
        .collect();
    let policy = string(&said.join("\n")).unwrap_or_else(|| CONSENT.title.ja.to_owned());
    consent.insert("policyRule".into(), json!({"text": policy}));
    let mut period = Map::new();
    let (start, end) = (on("signed_on"), on("until"));
    if start <= end || end.is_none() {
        put(&mut period, "start", start);
    }
    put(&mut period, "end", end);
    let mut provision = Map::new();
    provision.insert("type".into(), "permit".into());
    put(
        &mut provision,
        "period",
        (!period.is_empty()).then_some(period),
    );
    consent.insert("provision".into(), Value::Object(provision));
    Value::Object(consent)
}
