//! だれが・いつまでに・何を: the table, read; and as a calendar file.

use leptos::prelude::*;

use super::{Slip, around, back, day_in_words};
use crate::{
    answer::{Answer, PartialDate},
    browser::{
        clock,
        el::{El, el},
        files, place,
    },
    forms::{ACTIONS, SLIP},
    machine::Way,
    record::{Answers, Note, Record},
    route::OfSlip,
    sheet::{Facts, in_words},
    slip::{Step, by_when, mine},
    store::Session,
    text::Text,
    transition::{Event, calendar},
    ui::{
        page::sheet::trouble_of,
        part::{
            COLUMN, Say, button, by, frame, group, icon, lang_now, lead, span, title, trouble_box,
            words,
        },
        words::slips as w,
    },
};

/// The number under which the table of a slip is kept.
pub(super) fn number(slip: &Slip) -> String {
    let answers = &slip.record.answers;
    let case = answers.text("case_no").trim();
    match case {
        "" => answers.text("slip_no").trim(),
        case => case,
    }
    .to_owned()
}

/// The table, read.
pub(super) fn steps(slip: Slip, note: &Note) -> Vec<El> {
    let failed = RwSignal::new(None);
    let number = number(&slip);
    let table = note.one_of(&ACTIONS, &number);
    let all = by_when(&table);
    let (mine, others) = all.split_at(mine(&table).len());
    let mut content = vec![
        trouble_box(move || failed.get()),
        group("", vec![title(ACTIONS.title), lead(ACTIONS.lead)]),
    ];
    if all.is_empty() {
        content.push(lead(w::STEPS_NONE));
    }
    content.extend(list(w::STEPS_MINE, mine, &table));
    content.extend(list(w::STEPS_ALL, others, &table));
    let (id, record) = (slip.id.clone(), slip.record.clone());
    let to = slip.to(OfSlip::Table);
    let write = button(
        "ks-btn ks-btn--main ks-btn--lg ks-btn--wide",
        move || match begin(&id, &record, &number) {
            Ok(()) => place::go(&to),
            Err(why) => failed.set(Some(trouble_of(why))),
        },
    );
    content.push(write.add(icon("pen")).add(span(w::STEPS_WRITE)));
    content.extend(into_calendar(events(&slip.id, &all)));
    frame(back(slip.to(OfSlip::Look)), ACTIONS.title, COLUMN, content)
}

/// The table and its slip know of each other before anything is written in it.
fn begin(id: &str, slip: &Record, number: &str) -> Result<(), crate::store::Unsaved> {
    if !slip.answers.text("case_no").trim().is_empty() {
        return Ok(());
    }
    let mut slip = slip.clone();
    slip.answers.put("case_no", Answer::Text(number.to_owned()));
    expect_context::<Session>().save(|note| note.put_one(&SLIP, id, &slip))
}

fn list(head: Text, steps: &[Step], table: &Record) -> Option<El> {
    let rows = table.groups.get("rows").map_or(&[][..], Vec::as_slice);
    let one = |step: &Step| Some(item(step, rows.get(step.row)?));
    let items: Vec<El> = steps.iter().filter_map(one).collect();
    (!items.is_empty()).then(|| {
        let head = el("h2").class("ks-h2").say(head);
        let list = el("ul").class("ks-stack").all(items);
        el("section").class("ks-stack").add(head).add(list)
    })
}

fn item(step: &Step, row: &Answers) -> El {
    let told = |id: &str| {
        let part = ACTIONS.groups().find(|part| part.id == "rows")?;
        in_words(part.question(id)?, row, Facts::default(), lang_now())
    };
    let who = told("side").into_iter().chain(told("who"));
    let who = who.collect::<Vec<_>>().join("・");
    let what = match step.what.as_str() {
        "" => words(w::NO_WHAT),
        what => what,
    };
    let due = step.due.map(|due| around(w::BY, &day_in_words(due)));
    let line = |text: Option<String>| {
        let text = text.filter(|text| !text.is_empty())?;
        Some(
            el("p")
                .class("ks-small ks-num")
                .attr("translate", "no")
                .text(&text),
        )
    };
    let open = step.undecided && step.open;
    let open = open.then(|| span(w::UNDECIDED).class("ks-tag"));
    let state = told("status").map(|state| el("span").class("ks-tag").text(&state));
    el("li")
        .class("ks-card of")
        .attr_if("data-over", (!step.open).then_some(""))
        .add(el("p").class("tp__what").attr("translate", "no").text(what))
        .maybe(line(Some(who)))
        .maybe(line(due))
        .add(el("p").class("ks-row").maybe(open).maybe(state))
}

/// The open steps that have a day; a month ends on its last.
fn events(slip: &str, steps: &[Step]) -> Vec<Event> {
    let day = |step: &Step| step.due.and_then(PartialDate::last_day);
    let open = steps
        .iter()
        .filter(|step| step.open && !step.what.is_empty());
    let event = |step: &Step| {
        Some(Event {
            id: ["step-", slip, "-", &step.row.to_string()].concat(),
            day: day(step)?,
            summary: step.what.clone(),
            description: String::new(),
        })
    };
    open.filter_map(event).collect()
}

fn into_calendar(events: Vec<Event>) -> Option<El> {
    let any = !events.is_empty();
    let save = move || {
        let file = calendar(&events, &clock::stamp());
        files::save("stepnote-steps.ics", file.as_bytes());
    };
    any.then(|| {
        let save = button("ks-btn ks-btn--wide", save).add(icon("calendar"));
        let sub = el("p").class("ks-small").say(w::ICS_SUB);
        by(
            Way::File,
            group("ks-stack", vec![save.add(span(w::ICS)), sub]),
        )
    })
}
