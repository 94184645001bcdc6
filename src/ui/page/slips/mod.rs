//! 連絡票: every slip of a child, and one of them in all that is done with it.

pub mod answer;
mod look;
mod print;
mod steps;
mod write;

use leptos::prelude::*;

use crate::{
    answer::{PartialDate, Typed},
    browser::{
        clock,
        el::{El, el},
        place,
    },
    directory::with_weekday,
    forms::{SLIP, TOPICS},
    record::{Note, Record},
    route::{OfSlip, Route},
    sheet::date_in_words,
    slip::{Status, Urgency, Waiting, fill, happened, status, urgency, waiting},
    store::Session,
    text::Text,
    ui::{
        page::sheet::trouble_of,
        part::{
            COLUMN, Lead, Say, button, frame, group, icon, lang_now, lead, link, quiet, row, span,
            title, trouble_box, words,
        },
        words::slips as w,
    },
};

/// One slip, and what is known of it today.
struct Slip {
    id: String,
    record: Record,
    status: Status,
    waits: Waiting,
    urgency: Urgency,
}

impl Slip {
    /// The slip with an id; `None` where there is none.
    fn of(note: &Note, id: &str) -> Option<Slip> {
        let record = note.one_of(&SLIP, id);
        if record.is_blank() {
            return None;
        }
        let today = clock::today();
        let status = status(&record, happened(note, id, today));
        Some(Slip {
            id: id.to_owned(),
            waits: waiting(&record, status, today),
            urgency: urgency(&record, today),
            status,
            record,
        })
    }

    /// Every slip of a note, the newest first.
    fn all(note: &Note) -> Vec<Slip> {
        let ids = note.several(&SLIP);
        let mut all: Vec<Slip> = ids.iter().filter_map(|id| Slip::of(note, id)).collect();
        all.sort_by(|one, other| other.made().cmp(&one.made()));
        all
    }

    /// When it was made, and which of that day.
    fn made(&self) -> (Option<PartialDate>, &str) {
        let made = self.record.answers.get("made_on");
        let made = made.and_then(|made| made.date().understood().ok());
        (made, self.record.answers.text("slip_no"))
    }

    fn to(&self, of: OfSlip) -> String {
        Route::Slip(self.id.clone(), of).fragment()
    }

    /// To which office, in words.
    fn office(&self) -> String {
        match self.record.answers.text("to_office").trim() {
            "" => words(w::NO_OFFICE).to_owned(),
            office => around(w::TO, office),
        }
    }

    /// Its topics in words, what matters most first.
    fn topics(&self) -> String {
        let answers = &self.record.answers;
        let most = answers.text("topic_most");
        let ticked = answers.get("topics");
        let ticked = ticked.map_or(&[][..], |ticked| ticked.choices());
        let others = ticked.iter().map(String::as_str).filter(|one| *one != most);
        let known = |code: &str| TOPICS.iter().find(|choice| choice.code == code);
        let all = [most].into_iter().chain(others).filter_map(known);
        let all: Vec<&str> = all.map(|choice| words(choice.label)).collect();
        all.join("・")
    }

    /// What is waited for, in words; "" for nothing.
    fn waits_for(&self) -> String {
        match self.waits {
            Waiting::No => String::new(),
            Waiting::Until(day) => around(w::UNTIL, &day_in_words(day)),
            Waiting::Late(days) => around(w::LATE, &days.to_string()),
        }
    }
}

/// Back to a page of the same slip.
fn back(to: String) -> Lead {
    Lead::To(to)
}

/// Words before and after something.
fn around([before, after]: [Text; 2], what: &str) -> String {
    [words(before), what, words(after)].concat()
}

fn day_in_words(day: PartialDate) -> String {
    let said = date_in_words(&Typed::from(day), lang_now());
    with_weekday(day, &said, lang_now())
}

/// Every slip.
pub fn slips() -> Vec<El> {
    let session = expect_context::<Session>();
    let failed = RwSignal::new(None);
    let all = Slip::all(&session.note());
    let make = button("ks-btn ks-btn--main ks-btn--lg ks-btn--wide", move || {
        let slip = fill(&session.note(), clock::today());
        match keep_new(session, &[], &slip) {
            Ok(id) => place::go(&Route::Slip(id, OfSlip::Write).fragment()),
            Err(why) => failed.set(Some(trouble_of(why))),
        }
    });
    let mut content = vec![
        trouble_box(move || failed.get()),
        group("", vec![title(w::TITLE), lead(w::LEAD)]),
    ];
    content.push(if all.is_empty() {
        lead(w::NONE)
    } else {
        el("ul")
            .class("ks-stack")
            .all(all.iter().map(card).collect())
    });
    content.push(make.add(icon("plus")).add(span(w::NEW)));
    frame(Lead::Back("#/"), w::TITLE, COLUMN, content)
}

/// One slip among others.
fn card(slip: &Slip) -> El {
    let name = link("of__name", &slip.to(OfSlip::Look))
        .attr("translate", "no")
        .text(&slip.office());
    let line = |text: String| {
        (!text.is_empty()).then(|| {
            el("p")
                .class("ks-small")
                .attr("translate", "no")
                .text(&text)
        })
    };
    el("li")
        .class("ks-card of")
        .add(group(
            "ks-between",
            vec![el("h2").class("ks-h3").add(name), stands(slip)],
        ))
        .maybe(line(slip.topics()))
        .maybe(line(slip.waits_for()))
}

/// Where a slip stands, in a word.
fn stands(slip: &Slip) -> El {
    let over = matches!(slip.status, Status::Done | Status::Withdrawn);
    let urgent = slip.urgency == Urgency::Today && !over;
    let tag = |text| span(text).class("ks-tag");
    let tags = el("span").class("ks-row");
    tags.maybe(urgent.then(|| tag(w::TODAY)))
        .add(tag(slip.status.label()))
}

/// The pages of one slip.
pub fn slip(id: &str, of: OfSlip) -> Vec<El> {
    let note = expect_context::<Session>().note();
    let Some(slip) = Slip::of(&note, id) else {
        let all = link("ks-btn ks-btn--wide", &Route::Slips.fragment());
        let content = vec![title(w::GONE), all.say(w::LIST)];
        return frame(Lead::Back("#/slips"), w::TITLE, COLUMN, content);
    };
    match of {
        OfSlip::Look => look::look(slip),
        OfSlip::Write => write::slip(slip),
        OfSlip::Print => print::print(slip, &note),
        OfSlip::Answer => answer::answer(&slip, &note),
        OfSlip::Steps => steps::steps(slip, &note),
        OfSlip::Table => write::table(&slip, &note),
    }
}

/// Keeps a new slip, and what changes with it; its id, which says nothing.
fn keep_new(
    session: Session,
    changed: &[(&str, &Record)],
    slip: &Record,
) -> Result<String, crate::store::Unsaved> {
    let mut random = [0; 8];
    session.random(&mut random);
    let id = format!("{:016x}", u64::from_be_bytes(random));
    session.save(|note| {
        for (id, record) in changed {
            note.put_one(&SLIP, id, record);
        }
        note.put_one(&SLIP, &id, slip);
    })?;
    Ok(id)
}

/// The way from home.
pub(super) fn home_row() -> El {
    let to = link("ks-link-row", &Route::Slips.fragment());
    row(to, "reply", w::TITLE, Some(w::ROW_SUB))
}

/// On home: the slips for which an answer is waited for.
pub(super) fn waited_for(note: &Note) -> Option<El> {
    let open = crate::slip::open_answers(note, clock::today());
    let line = |(id, waits): &(String, Waiting)| {
        let slip = Slip::of(note, id)?;
        let late = matches!(waits, Waiting::Late(_));
        let name = link("of__name", &slip.to(OfSlip::Look))
            .attr("translate", "no")
            .text(&slip.office());
        let said = el("p").class("ks-small").text(&slip.waits_for());
        let next = late.then(|| el("p").class("ks-small").say(w::LATE_NEXT));
        Some(el("li").add(name).add(said).maybe(next))
    };
    let lines: Vec<El> = open.iter().filter_map(line).collect();
    (!lines.is_empty()).then(|| {
        let head = quiet("ks-quiet", "reply", w::OPEN);
        group(
            "ks-card ks-stack",
            vec![head, el("ul").class("ks-stack").all(lines)],
        )
    })
}
