//! Writing: a slip, its answer, and the table of who does what.

use std::rc::Rc;

use leptos::prelude::*;

use super::{Slip, back, steps::number};
use crate::{
    answer::Answer,
    browser::{
        clock,
        el::{El, el, value_of},
    },
    draft::{Draft, Keeper},
    form::{Form, Question, Section},
    forms::{ACTIONS, SLIP},
    record::{Note, Record},
    route::OfSlip,
    sheet::Facts,
    slip::{LIMITS, numbers_first},
    store::{Session, city::city},
    text::Text,
    ui::{
        page::{
            fold::{fold, these},
            home::{differs, facts_of},
            rows::entries,
            sheet::{saved_line, trouble_of},
        },
        part::{
            COLUMN, Say, frame, group, icon, lang_now, lead, link, quiet, span, title, trouble_box,
            words,
        },
        question::{Asked, field},
        words::slips as w,
    },
};

/// The parts of a slip in the order in which a parent thinks of them; the paper has its own.
const ORDER: [&str; 13] = [
    "to",
    "state",
    "complaint",
    "wishes",
    "asks",
    "history",
    "history_more",
    "child",
    "parent",
    "silence",
    "attached",
    "from",
    "head",
];
/// What is set elsewhere: the number by the app, where it stands and what keeps several together on
/// the page of the slip.
const ELSEWHERE: [&str; 5] = ["slip_no", "status", "called", "case_no", "key_person"];

/// A slip being written.
pub(super) fn slip(slip: Slip) -> Vec<El> {
    let to = slip.to(OfSlip::Look);
    let draft = begin(&SLIP, &slip.id, &slip.record);
    let mut parts: Vec<&'static Section> = SLIP.sections.iter().collect();
    let place = |part: &&Section| ORDER.iter().position(|id| *id == part.id);
    parts.sort_by_key(|part| place(part).unwrap_or(ORDER.len()));
    let facts = facts(&draft);
    let mut content = vec![
        call_first(&draft),
        quiet("ks-quiet", "together", w::MORE_WAYS),
    ];
    for section in parts {
        let first = (section.id == "to").then(|| directory(&draft));
        content.push(part(section, &draft, facts, first));
    }
    screen([SLIP.title, w::FILLED], to, content)
}

/// The table of who does what, being written.
pub(super) fn table(slip: &Slip, note: &Note) -> Vec<El> {
    let to = slip.to(OfSlip::Steps);
    let head = [ACTIONS.title, ACTIONS.lead];
    screen_of((&ACTIONS, &number(slip)), head, note, to, Vec::new())
}

/// One of several records of another form being written, below its title and what stands first.
pub(super) fn screen_of(
    (form, id): (&'static Form, &str),
    head: [Text; 2],
    note: &Note,
    to: String,
    first: Vec<El>,
) -> Vec<El> {
    let draft = begin(form, id, &note.one_of(form, id));
    let facts = facts(&draft);
    let parts = form.sections.iter();
    let parts = parts.map(|section| part(section, &draft, facts, None));
    screen(head, to, first.into_iter().chain(parts).collect())
}

fn begin(form: &'static Form, id: &str, record: &Record) -> Draft {
    let draft = Draft::one_of(form, id, record);
    expect_context::<Keeper>().write(draft.clone());
    draft
}

/// `to`: where it leads when it is put away.
fn screen([name, opening]: [Text; 2], to: String, parts: Vec<El>) -> Vec<El> {
    let keeper = expect_context::<Keeper>();
    let mut content = vec![
        trouble_box(move || keeper.trouble().map(trouble_of)),
        differs(),
        group("", vec![title(name), lead(opening)]),
    ];
    content.extend(parts);
    content.push(saved_line(keeper));
    let done = link("ks-btn ks-btn--main ks-btn--lg ks-btn--wide", &to);
    content.push(done.say(w::DONE));
    frame(back(to), name, COLUMN, content)
}

/// The date of birth on the sheet itself, else what the note says.
fn facts(draft: &Draft) -> Signal<Facts> {
    draft.facts(facts_of(&expect_context::<Session>().note()))
}

/// What is seldom written stays folded until it is.
const FOLDED: [&str; 4] = ["silence", "attached", "from", "head"];

/// A part being written, below what stands first in it.
fn part(section: &'static Section, draft: &Draft, facts: Signal<Facts>, first: Option<El>) -> El {
    if section.repeat.is_some() {
        return entries(section, draft, facts);
    }
    let asked = section.asked();
    let asked: Vec<_> = asked
        .filter(|asked| !ELSEWHERE.contains(&asked.id))
        .collect();
    let of = draft.clone();
    let ask = move |question: &'static Question| {
        let asked = field(Asked {
            question,
            section,
            fields: of.once.clone(),
            draft: of.clone(),
            facts,
            id: ["q-", question.id].concat(),
        });
        match LIMITS.iter().find(|(id, _)| *id == question.id) {
            Some((id, limit)) => asked.add(too_long(&of, id, *limit)),
            None => asked,
        }
    };
    if draft.form.id == SLIP.id && FOLDED.contains(&section.id) {
        let answers = draft.once.answers();
        let written = asked.iter().any(|asked| answers.get(asked.id).is_some());
        let open = ArcRwSignal::new(written && section.id != "head");
        let summary = el("summary").add(span(section.title)).add(icon("down"));
        let fields = draft.once.clone();
        let ask: Rc<dyn Fn(&'static Question) -> El> = Rc::new(ask);
        return fold("ks-more", summary, open, move || {
            let ask = Rc::clone(&ask);
            let ask = Box::new(move |question| ask(question));
            let fields = these(asked.clone(), section, &fields, ask);
            vec![group("ks-stack-5", fields)]
        });
    }
    let fields = these(asked.clone(), section, &draft.once, Box::new(ask));
    let part = el("section").class("ks-stack-5");
    // The same words twice would only be noise.
    if let [only] = asked[..]
        && only.label == section.title
    {
        return part.called(section.title).maybe(first).all(fields);
    }
    let heading = ["h-", section.id].concat();
    let head = el("h2").class("ks-h2").id(&heading).say(section.title);
    part.attr("aria-labelledby", &heading)
        .add(head)
        .maybe(first)
        .all(fields)
}

/// More than the box on paper is meant for is legal, and said quietly.
fn too_long(draft: &Draft, id: &'static str, limit: usize) -> El {
    let answer = draft.once.signal(id);
    let over = Memo::new(move |_| {
        let length = answer.with(|answer| answer.text().trim().chars().count());
        length.saturating_sub(limit)
    });
    el("div")
        .class("ks-slot")
        .attr("role", "status")
        .when(move || {
            let over = over.get();
            let said = || super::around(w::TOO_LONG, &over.to_string());
            (over > 0).then(|| el("p").class("ks-hint").text(&said()))
        })
}

/// An office of the directory, written into the fields below.
fn directory(draft: &Draft) -> El {
    let draft = draft.clone();
    el("div").part(move || {
        let city = city();
        let written = draft.once.signal("to_office");
        let option = |value: &str, name: &str, on: bool| {
            el("option")
                .attr("value", value)
                .attr_if("selected", on.then_some(""))
                .text(name)
        };
        let here = written.with_untracked(|answer| answer.text().trim().to_owned());
        let mut options = vec![option("", words(w::PICK_NONE), false)];
        for office in &city.offices {
            let name = office.name.to(lang_now());
            options.push(option(&office.id, name, office.name.ja == here));
        }
        let (draft, offices) = (draft.clone(), Rc::clone(&city));
        let pick = move |id: String| {
            let Some(office) = offices.office(&id) else {
                return;
            };
            let number = office.lines.first().and_then(|line| line.phones.first());
            let number = number.map_or("", String::as_str);
            for (id, text) in [("to_office", office.name.ja.as_str()), ("to_tel", number)] {
                draft.once.fill(id, Answer::Text(text.to_owned()));
            }
            draft.touch();
        };
        let label = el("label").class("ks-label").attr("for", "slip-office");
        let hint = span(w::PICK_SUB).class("ks-hint").id("slip-office-hint");
        let select = el("select")
            .class("ks-input")
            .id("slip-office")
            .attr("aria-describedby", "slip-office-hint")
            .all(options)
            .on("change", move |event| pick(value_of(&event)));
        vec![group(
            "ks-field",
            vec![label.say(w::PICK_OFFICE), hint, select],
        )]
    })
}

/// 今日中: the numbers stand above everything that could be written.
fn call_first(draft: &Draft) -> El {
    let followed = ["urgency", "urgency_by", "to_office", "to_tel"];
    let followed = followed.map(|id| (id, draft.once.signal(id)));
    el("div")
        .class("ks-slot")
        .attr("role", "status")
        .when(move || {
            let mut slip = Record::default();
            for (id, answer) in &followed {
                slip.answers.put(id, answer.get());
            }
            calling(&slip)
        })
}

/// The numbers to call at once, where a slip is that urgent.
pub(super) fn calling(slip: &Record) -> Option<El> {
    let today = clock::today();
    if crate::slip::urgency(slip, today) != crate::slip::Urgency::Today {
        return None;
    }
    let city = city();
    let office = slip.answers.text("to_office").trim();
    let known = city.offices.iter().filter(|one| one.name.ja == office);
    let lines = known.flat_map(|office| {
        let named = move |line: &crate::directory::Line| {
            let name = line.name.as_ref().unwrap_or(&office.name);
            name.to(lang_now()).to_owned()
        };
        let lines = office.lines.iter();
        lines.flat_map(move |line| {
            line.phones
                .iter()
                .map(move |one| (named(line), one.clone()))
        })
    });
    let numbers = numbers_first(slip, &lines.collect::<Vec<_>>(), today);
    let call = |(who, number): &(String, String)| {
        link(
            "ks-btn ks-btn--wide",
            &["tel:", &number.replace('-', "")].concat(),
        )
        .add(icon("phone"))
        .add(
            el("span")
                .attr("translate", "no")
                .text(&[who, " ", number].concat()),
        )
    };
    let mut content = vec![
        quiet("ks-quiet", "phone", w::CALL_NOW),
        el("p").class("ks-small").say(w::CALL_NOW_SUB),
    ];
    if numbers.is_empty() {
        content.push(el("p").class("ks-small").say(w::NO_NUMBER));
        let offices = link(
            "ks-btn ks-btn--sm",
            &crate::route::Route::Offices.fragment(),
        );
        content.push(offices.say(w::OFFICES));
    }
    content.extend(numbers.iter().map(call));
    Some(group("ks-card ks-card--sun ks-stack", content))
}
