//! A new slip, filled from what the note says already.

use crate::{
    answer::{Answer, PartialDate, Period, Typed},
    form::{Kind, Offer, Role},
    forms::{ALL, CARE, PROFILE, SLIP},
    known::known,
    record::{Answers, Note, Record},
};

use super::{REPLY_DAYS, slip_number};

/// So many events stand on the paper.
const EVENTS: usize = 6;

/// A slip with what the note knows: the child, the first contact, what happened so far. What is for
/// the family only, or goes only when it is chosen by itself, is not carried over; nor is the
/// address. Every answer is the parent's to change.
pub fn fill(note: &Note, today: PartialDate) -> Record {
    let mut slip = Record::default();
    let text = |slip: &mut Record, id: &str, text: &str| {
        slip.answers.put(id, Answer::Text(text.trim().to_owned()));
    };
    text(&mut slip, "slip_no", &slip_number(note, today));
    text(&mut slip, "status", "draft");
    slip.answers
        .put("made_on", Answer::Date(Typed::from(today)));
    if let Some(by) = today.plus_days(REPLY_DAYS) {
        slip.answers.put("reply_by", Answer::Date(Typed::from(by)));
    }
    for (role, id) in [
        (Role::Name, "child_name"),
        (Role::NameKana, "child_kana"),
        (Role::Birth, "child_birth"),
    ] {
        if let Some(answer) = told(note, role) {
            slip.answers.put(id, answer);
        }
    }
    let profile = note.record(&PROFILE);
    let contacts = PROFILE.groups().find(|part| part.id == "contacts");
    let contacts = contacts.map_or(&[][..], |part| profile.entries(part));
    if let Some(first) = contacts.iter().find(|contact| !contact.is_blank()) {
        for (from, to) in [
            ("name", "parent_name"),
            ("relation", "relation"),
            ("phone", "contact_phone"),
        ] {
            text(&mut slip, to, first.text(from));
        }
    } else {
        let numbers = known(ALL, note, Offer::Phone, SLIP.id);
        text(
            &mut slip,
            "contact_phone",
            numbers.last().map_or("", String::as_str),
        );
    }
    let events = events(note);
    if !events.is_empty() {
        slip.groups.insert("history".to_owned(), events);
    }
    slip
}

/// What plays a role on a sheet, and is no computed answer.
fn told(note: &Note, role: Role) -> Option<Answer> {
    ALL.iter().find_map(|form| {
        let id = form.with_role(role)?;
        let asked = form.question(id)?;
        let goes = asked.reach == crate::form::Reach::Sheet && !matches!(asked.kind, Kind::Age(_));
        let record = note.record(form);
        record.answers.get(id).filter(|_| goes).cloned()
    })
}

/// The newest rows of 医療・療育・相談, the oldest of them first, each with its source.
fn events(note: &Note) -> Vec<Answers> {
    let care = note.record(&CARE).with_its_sheet(&CARE);
    let rows = care.groups.get("rows").map_or(&[][..], Vec::as_slice);
    let mut rows: Vec<(Option<PartialDate>, &Answers)> =
        rows.iter().map(|row| (begins(row), row)).collect();
    rows.retain(|(_, row)| !row.text("place").is_empty() || !row.text("content").is_empty());
    rows.sort_by_key(|(begins, _)| *begins);
    let newest = rows.len().saturating_sub(EVENTS);
    let event = |(_, row): &(Option<PartialDate>, &Answers)| {
        let mut event = Answers::default();
        if let Some(when) = row.get("when") {
            event.put("when", when.clone());
        }
        for (from, to) in [
            ("place", "place"),
            ("content", "what"),
            ("finding", "result"),
        ] {
            let line = row.text(from).split_whitespace().collect::<Vec<_>>();
            event.put(to, Answer::Text(line.join(" ")));
        }
        event
    };
    rows[newest..].iter().map(event).collect()
}

fn begins(row: &Answers) -> Option<PartialDate> {
    let Period { from, .. } = row.get("when")?.period();
    from.understood().ok()
}
