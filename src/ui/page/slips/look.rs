//! One slip: where it stands, what is waited for, and what can be done with it.

use leptos::prelude::*;

use super::{Slip, around, day_in_words, keep_new, stands, write::calling};
use crate::{
    answer::Answer,
    browser::{
        clock,
        el::{El, el, value_of},
        page, place,
    },
    consent::withdrawn,
    form::Form,
    forms::{ACTIONS, CONSENT, REPLY, SLIP},
    record::{Note, Record},
    route::{OfSlip, Route},
    slip::{Close, Status, Waiting, all_sent, cases, close, from_core, may_become},
    store::Session,
    text::Text,
    ui::{
        page::sheet::trouble_of,
        part::{
            COLUMN, Finding, Lead, Say, Trouble, button, frame, group, icon, link, reader, row,
            span, title, trouble_box, words,
        },
        words::{home, slips as w},
    },
};

/// Records as they were: their forms, their ids, what stood there.
type Before = Vec<(&'static Form, String, Record)>;

/// What the page keeps while it stands.
#[derive(Clone, Copy)]
struct Desk {
    session: Session,
    id: StoredValue<String>,
    /// Grows when the page is to be drawn anew.
    turn: RwSignal<u32>,
    failed: RwSignal<Option<Trouble>>,
    /// What was done last, in words, and how everything was before.
    done: StoredValue<(String, Before)>,
    /// Whether it is asked: 相手に電話しましたか.
    asked: RwSignal<bool>,
}

/// One slip.
pub(super) fn look(slip: Slip) -> Vec<El> {
    let desk = Desk {
        session: expect_context::<Session>(),
        id: StoredValue::new(slip.id),
        turn: RwSignal::new(0),
        failed: RwSignal::new(None),
        done: StoredValue::default(),
        asked: RwSignal::new(false),
    };
    let shown = el("div").class("ks-stack-5").part(move || {
        desk.turn.track();
        let note = desk.session.note();
        match Slip::of(&note, &desk.id.get_value()) {
            Some(slip) => told(desk, &note, &slip),
            None => desk.undoing().into_iter().chain([to_list()]).collect(),
        }
    });
    let content = vec![
        trouble_box(move || desk.failed.get()),
        title(SLIP.title),
        shown,
    ];
    frame(Lead::Back("#/slips"), w::TITLE, COLUMN, content)
}

pub(super) fn to_list() -> El {
    link("ks-btn ks-btn--wide", &Route::Slips.fragment()).say(w::LIST)
}

impl Desk {
    /// Changes the note; says what was done, and offers the way back.
    fn act(self, said: &str, before: Before, change: impl FnOnce(&mut Note)) {
        match self.session.save(change) {
            Ok(()) => {
                self.done.set_value((said.to_owned(), before));
                self.asked.set(false);
                self.turn.update(|turn| *turn += 1);
                page::focus("slip-undo");
            }
            Err(why) => self.failed.set(Some(trouble_of(why))),
        }
    }

    /// What was done last, and the way back.
    fn undoing(self) -> Option<El> {
        let (said, before) = self.done.get_value();
        let undo = move || {
            let kept = self.session.save(|note| {
                for (form, id, record) in &before {
                    note.put_one(form, id, record);
                }
            });
            match kept {
                Ok(()) => {
                    self.done.set_value(Default::default());
                    self.turn.update(|turn| *turn += 1);
                    page::to_title();
                }
                Err(why) => self.failed.set(Some(trouble_of(why))),
            }
        };
        (!said.is_empty()).then(|| {
            let undo = button("ks-btn ks-btn--sm", undo).id("slip-undo");
            el("p")
                .class("ks-row ks-undo")
                .attr("role", "status")
                .add(el("span").text(&said))
                .add(undo.say(w::UNDO))
        })
    }
}

fn told(desk: Desk, note: &Note, slip: &Slip) -> Vec<El> {
    let over = slip.status > Status::Answered;
    let to = |of: OfSlip| link("ks-link-row", &slip.to(of));
    let write = link(
        "ks-btn ks-btn--main ks-btn--lg ks-btn--wide",
        &slip.to(OfSlip::Write),
    );
    let finding = expect_context::<Finding>();
    let of_this = slip.id.clone();
    let give = link("ks-link-row", &Route::HandOver.fragment());
    let give = give.on("click", move |_| finding.with_slip(&of_this));
    let ways = el("nav")
        .called(SLIP.title)
        .add(row(
            to(OfSlip::Print),
            "print",
            w::PRINT,
            Some(w::PRINT_SUB),
        ))
        .add(row(give, "handover", home::HAND_OVER, None))
        .add(row(
            to(OfSlip::Answer),
            "reply",
            w::ANSWER_TAKE,
            Some(w::BY_HAND_SUB),
        ))
        .add(row(
            to(OfSlip::Steps),
            "table",
            w::STEPS,
            Some(w::STEPS_SUB),
        ));
    let reply = note.one_of(&REPLY, &slip.id);
    let reply = (!reply.is_blank()).then(|| reader(&[(&REPLY, reply)], 0));
    let calls = calling(&slip.record).filter(|_| !over);
    [
        calls,
        Some(what(slip)),
        desk.undoing(),
        reply,
        Some(write.add(icon("pen")).add(span(w::WRITE))),
        Some(ways),
        changes(desk, slip),
        case(desk, note, slip),
        Some(another(desk, slip)),
        Some(delete(desk, note, slip)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What it is about, and where it stands.
fn what(slip: &Slip) -> El {
    let answers = &slip.record.answers;
    let fact = |name: Text, what: &str| {
        (!what.is_empty()).then(|| {
            let said = el("dd").attr("translate", "no").text(what);
            el("div").add(el("dt").say(name)).add(said)
        })
    };
    let made = slip.made().0.map_or_else(String::new, day_in_words);
    let facts = [
        fact(w::TOPICS, &slip.topics()),
        fact(w::SAID, answers.text("complaint").trim()),
        fact(w::MADE, &made),
        fact(w::NUMBER, answers.text("slip_no")),
    ];
    let late = matches!(slip.waits, Waiting::Late(_));
    let waits = slip.waits_for();
    let waits = (!waits.is_empty()).then(|| {
        let next = late.then(|| el("span").class("ks-small ks-block").say(w::LATE_NEXT));
        let said = el("span").text(&waits).maybe(next);
        el("p").class("ks-quiet").add(icon("reply")).add(said)
    });
    let name = el("h2")
        .class("ks-h2")
        .attr("translate", "no")
        .text(&slip.office());
    let facts = facts.into_iter().flatten().collect();
    el("section")
        .class("ks-card ks-stack")
        .add(group("ks-between", vec![name, stands(slip)]))
        .maybe(waits)
        .add(el("dl").class("ks-kv").all(facts))
}

/// What a person may say of where it stands.
fn changes(desk: Desk, slip: &Slip) -> Option<El> {
    let (now, closing) = (slip.status, close(&slip.record, slip.status));
    let set = move |to: Status| {
        let label = words(to.label());
        button("ks-btn ks-btn--wide", move || {
            if to == Status::Done && closing == Close::AskCalled {
                desk.asked.set(true);
                page::focus("slip-called");
            } else {
                set_status(desk, to, "");
            }
        })
        .text(&around(w::SET, label))
    };
    let all = Status::ALL.into_iter().filter(|to| may_become(now, *to));
    let all: Vec<El> = all.map(set).collect();
    if all.is_empty() {
        return None;
    }
    let summary = el("summary")
        .class("ks-between")
        .add(span(w::CHANGE))
        .add(icon("down"));
    let asked = el("div")
        .class("ks-slot")
        .when(move || desk.asked.get().then(|| called(desk)));
    Some(
        el("details")
            .class("ks-card")
            .add(summary)
            .add(group("ks-stack", all))
            .add(asked),
    )
}

/// Sets where the slip stands. Withdrawn, its consent holds no longer.
fn set_status(desk: Desk, to: Status, called: &'static str) {
    let id = desk.id.get_value();
    let note = desk.session.note();
    let (slip, consent) = (note.one_of(&SLIP, &id), note.one_of(&CONSENT, &id));
    let said = around(w::WAS_SET, words(to.label()));
    let withdraws = to == Status::Withdrawn && !consent.is_blank();
    let before = vec![
        (&SLIP, id.clone(), slip.clone()),
        (&CONSENT, id.clone(), consent.clone()),
    ];
    desk.act(&said, before, move |note| {
        let mut slip = slip;
        let mut put = |id: &str, code: &str| slip.answers.put(id, Answer::Text(code.to_owned()));
        put("status", to.code());
        if !called.is_empty() {
            put("called", called);
        }
        note.put_one(&SLIP, &id, &slip);
        if withdraws {
            note.put_one(&CONSENT, &id, &withdrawn(consent, clock::today(), ""));
        }
    });
}

/// Before it is closed somebody is to be talked to.
fn called(desk: Desk) -> El {
    let yes = |text: Text, code: &'static str| {
        button("ks-btn ks-btn--wide", move || {
            set_status(desk, Status::Done, code);
        })
        .say(text)
    };
    let not = button("ks-btn ks-btn--wide", move || desk.asked.set(false)).say(w::CALLED_NOT);
    let head = el("h3")
        .class("ks-h3")
        .id("slip-called")
        .attr("tabindex", "-1")
        .say(w::CALLED);
    let first = el("p").class("ks-small").say(w::CALL_FIRST);
    group(
        "ks-stack",
        vec![
            head,
            first,
            yes(w::CALLED_YES, "yes"),
            yes(w::CALLED_TOGETHER, "together"),
            not,
        ],
    )
}

/// The slips that belong together, and who keeps them together.
fn case(desk: Desk, note: &Note, slip: &Slip) -> Option<El> {
    let case = cases(note)
        .into_iter()
        .find(|case| case.slips.contains(&slip.id))?;
    let others = case.slips.iter().filter(|id| **id != slip.id);
    let others: Vec<Slip> = others.filter_map(|id| Slip::of(note, id)).collect();
    let other = |other: Slip| {
        let name = link("of__name", &other.to(OfSlip::Look))
            .attr("translate", "no")
            .text(&other.office());
        el("li").class("ks-between").add(name).add(stands(&other))
    };
    let (person, ids) = (case.key_person, case.slips);
    let number = case.number;
    let keep = move |name: String| {
        let kept = desk.session.save(|note| {
            let of_case = ids
                .iter()
                .map(|id| (&SLIP, id))
                .chain([(&ACTIONS, &number)]);
            for (form, id) in of_case {
                let mut record = note.one_of(form, id);
                if !record.is_blank() {
                    let name = Answer::Text(name.trim().to_owned());
                    record.answers.put("key_person", name);
                    note.put_one(form, id, &record);
                }
            }
        });
        if let Err(why) = kept {
            desk.failed.set(Some(trouble_of(why)));
        }
    };
    let label = el("label")
        .class("ks-label")
        .attr("for", "key-person")
        .say(w::KEY_PERSON);
    let hint = span(w::KEY_PERSON_SUB)
        .class("ks-hint")
        .id("key-person-hint");
    let input = el("input")
        .class("ks-input")
        .id("key-person")
        .attr("aria-describedby", "key-person-hint")
        .kept_here()
        .showing(move || person.clone())
        .on("change", move |event| keep(value_of(&event)));
    Some(
        el("section")
            .class("ks-card ks-stack")
            .add(el("h2").class("ks-h3").say(w::CASE))
            .add(el("ul").all(others.into_iter().map(other).collect()))
            .add(group("ks-field", vec![label, hint, input])),
    )
}

/// A further slip of the same case, for another office.
fn another(desk: Desk, slip: &Slip) -> El {
    let id = slip.id.clone();
    let make = move || {
        let note = desk.session.note();
        let (first, other) = from_core(&note, &note.one_of(&SLIP, &id), clock::today());
        match keep_new(desk.session, &[(&id, &first)], &other) {
            Ok(id) => place::go(&Route::Slip(id, OfSlip::Write).fragment()),
            Err(why) => desk.failed.set(Some(trouble_of(why))),
        }
    };
    let make = button("ks-btn ks-btn--wide", make).add(icon("copy"));
    let sub = el("p").class("ks-small").say(w::ANOTHER_SUB);
    group("ks-stack", vec![make.add(span(w::ANOTHER)), sub])
}

fn delete(desk: Desk, note: &Note, slip: &Slip) -> El {
    let all = of_slip(note, &slip.id);
    let delete = move || {
        let all = all.clone();
        desk.act(words(w::DELETED), all.clone(), move |note| {
            for (form, id, _) in &all {
                note.put_one(form, id, &Record::default());
            }
        });
    };
    let sub = el("p").class("ks-small").say(w::DELETE_SUB);
    let act = button("ks-btn ks-btn--text", delete).add(icon("trash"));
    group("", vec![act.add(span(w::DELETE)), sub])
}

/// What goes with a slip: its answer, and the table of a case that has no other slip.
fn of_slip(note: &Note, id: &str) -> Before {
    let mut all = vec![
        (&SLIP, id.to_owned(), note.one_of(&SLIP, id)),
        (&REPLY, id.to_owned(), note.one_of(&REPLY, id)),
    ];
    let only = |case: &crate::slip::Case| case.slips.len() == 1 && case.slips[0] == id;
    if let Some(case) = cases(note).into_iter().find(only) {
        let table = note.one_of(&ACTIONS, &case.number);
        for one in all_sent(note, &case.number) {
            let table = note.one_of(&ACTIONS, &one);
            all.push((&ACTIONS, one, table));
        }
        all.push((&ACTIONS, case.number, table));
    }
    all
}
