//! 回答: the office answers a slip, and gives the answer back. Nothing of it is kept here.

use std::rc::Rc;

use leptos::prelude::*;

use super::{Received, back};
use crate::{
    answer::{Answer, PartialDate, Typed},
    browser::{
        clock,
        el::{El, el},
    },
    draft::Draft,
    form::{Question, Section},
    forms::{ACTIONS, CONSENT, REPLY},
    record::Record,
    sheet::Facts,
    slip::{Answered, Reply, number},
    ui::{
        page::{fold::questions, rows::entries},
        part::{COLUMN, Lead, Say, button, frame, group, lead, title},
        question::{Asked, field},
        words::{office as w, receive},
    },
};

/// An answer being written. It goes with the screen of what was received.
#[derive(Clone)]
pub struct Answering {
    slip: Record,
    receipt: String,
    answer: Draft,
    /// The table of who does what, where it came along: its case, and how it came.
    table: Option<(String, Draft, Record)>,
}

impl Answering {
    /// A slip to answer, with what is known already.
    pub fn of(received: &Received, slip: &Record) -> Answering {
        let consent = received.bundle.consent(&CONSENT);
        let mut known = Record::default();
        let mut put = |id: &str, answer| known.answers.put(id, answer);
        let office = slip.answers.text("to_office");
        let office = match (office, &consent) {
            ("", Some(consent)) => consent.answers.text("to"),
            (office, _) => office,
        };
        put("office", Answer::Text(office.to_owned()));
        put(
            "slip_no",
            Answer::Text(slip.answers.text("slip_no").to_owned()),
        );
        for id in ["replied_on", "received_on"] {
            put(id, Answer::Date(Typed::from(clock::today())));
        }
        let mut tables = received.bundle.records(&[&ACTIONS]).into_iter();
        let case = slip.answers.text("case_no");
        let table = tables.find(|(_, one, _)| !case.is_empty() && one == case);
        let receipt = received.receipt.as_ref();
        Answering {
            slip: slip.clone(),
            receipt: receipt.map_or_else(String::new, |number| number.as_str().to_owned()),
            answer: Draft::of(&REPLY, &known),
            table: table.map(|(_, one, table)| (one, Draft::of(&ACTIONS, &table), table)),
        }
    }

    /// The slip's number.
    pub fn slip_no(&self) -> &str {
        self.slip.answers.text("slip_no")
    }

    /// What goes back. The table only where something was written in it.
    pub fn reply(&self) -> Reply {
        let table = self.table.as_ref();
        let table = table.map(|(case, draft, came)| (case.clone(), draft.record(), came));
        let changed = table.filter(|(_, now, came)| now != *came);
        Reply {
            slip_no: self.slip_no().to_owned(),
            answer: self.answer.record(),
            actions: changed.map(|(case, now, _)| (case, now)),
            receipt: self.receipt.clone(),
        }
    }

    /// The answer as eight digits to read out; `None` where nothing was chosen yet, or where the
    /// digits cannot hold it.
    pub fn digits(&self) -> Option<String> {
        let answer = self.answer.record().answers;
        let date = |answers: &crate::record::Answers, id: &str| -> Option<PartialDate> {
            answers.get(id)?.date().understood().ok()
        };
        let chosen = answer.text("result");
        let result = crate::forms::RESULTS
            .iter()
            .find(|one| one.code == chosen)?;
        let answered = Answered {
            result: result.code,
            next_on: date(&answer, "next_on").filter(|day| day.day.is_some()),
        };
        let made_on = date(&self.slip.answers, "made_on")?;
        number(self.slip_no(), &self.receipt, made_on, answered).ok()
    }
}

/// Writing the answer, and then giving it back.
pub fn answer(answering: Answering, leave: Rc<dyn Fn()>) -> El {
    let giving = RwSignal::new(false);
    Effect::new(move |before: Option<()>| {
        giving.track();
        if before.is_some() {
            crate::browser::page::to_title();
        }
    });
    el("div").class("ks-screen").part(move || {
        if giving.get() {
            back::give_back(&answering, Box::new(move || giving.set(false)))
        } else {
            let leave = Rc::clone(&leave);
            write(&answering, giving, leave)
        }
    })
}

fn write(answering: &Answering, giving: RwSignal<bool>, leave: Rc<dyn Fn()>) -> Vec<El> {
    let draft = &answering.answer;
    let facts = Signal::derive(Facts::default);
    let number = el("p").class("ks-small ks-num").say(w::SLIP_NO);
    let number = number.text(" ").text(answering.slip_no());
    let mut content = vec![group(
        "",
        vec![title(w::ANSWER), lead(w::ANSWER_LEAD), number],
    )];
    for section in REPLY.sections {
        content.extend(asked(section, draft, facts));
    }
    if let Some((_, table, _)) = &answering.table {
        let rows = ACTIONS.groups().next();
        content.extend(rows.map(|rows| entries(rows, table, facts)));
    }
    let go = move || giving.set(true);
    content.push(button("ks-btn ks-btn--main ks-btn--lg ks-btn--wide", go).say(w::TO_GIVE));
    let leave = Box::new(move || leave());
    frame(Lead::Step(leave), receive::TITLE, COLUMN, content)
}

/// The questions of a part, without the number, which is the parent's.
fn asked(section: &'static Section, draft: &Draft, facts: Signal<Facts>) -> Vec<El> {
    let own = draft.clone();
    let ask = move |question: &'static Question| {
        let field = field(Asked {
            question,
            section,
            fields: own.once.clone(),
            draft: own.clone(),
            facts,
            id: ["q-", question.id].concat(),
        });
        let number = (question.id == "slip_no").then_some("");
        el("div").attr_if("hidden", number).add(field)
    };
    questions(section, &draft.once, ask)
}
