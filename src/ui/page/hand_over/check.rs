//! たしかめる: what the other person will see, read back from the very bundle that will be sealed, and
//! how often it tells where somebody is; for an office the consent, on the same page. Beside every line
//! stands how to put it right and how to leave it out.

use leptos::prelude::*;

use super::{
    Handing, Step, To,
    agree::{agreement, ready},
    enclose::going_along,
    inside::{all, goes},
    secrets, sheets_of,
    whom::picked,
};
use crate::{
    browser::{
        el::{El, el},
        page,
    },
    form::{Form, Section},
    forms::{ACTIONS, SLIP},
    record::{Answers, Note, Record},
    route::{OfSlip, Route},
    share::{Alone, Bundle, Picked, tells},
    sheet::{Facts, in_words},
    slip::cases,
    store::Session,
    text::Text,
    ui::{
        part::{
            COLUMN, Lead, Place, Say, Spot, button, frame, group, heading, icon, lang_now, lead,
            link, quiet, reader_with, steps, words as say,
        },
        words::{gift as g, hand_over as w},
    },
};

/// The third step.
pub(super) fn check(handing: Handing) -> Vec<El> {
    let left = StoredValue::new(None::<Left>);
    let seen = el("div").class("ks-stack-5").part(move || {
        handing.picks.track();
        handing.papers.track();
        let packed = handing.pack(None, None);
        let seen = seen_in(&packed.file);
        let sheets = |bundle: &Bundle| bundle.json().get("sheets").cloned();
        let codes = packed.codes.as_ref().unwrap_or(&packed.file);
        let less = sheets(codes) != sheets(&packed.file);
        let less = less.then(|| quiet("ks-card ks-card--sun ks-quiet", "info", w::LESS_IN_CODES));
        let none = packed.what.is_empty();
        let none = none.then(|| quiet("ks-card ks-quiet", "info", g::EMPTY));
        let plain = seen.iter();
        let plain: Vec<_> = plain
            .map(|(form, _, record)| (*form, record.clone()))
            .collect();
        let tools = |place: Place<'_>| tools(handing, left, &seen, place);
        let sheets = (!plain.is_empty()).then(|| reader_with(&plain, 0, &tools));
        let shown = [Some(counted(&plain)), sheets, going_along(handing, &packed)];
        let first = left
            .get_value()
            .map(|before| back_in(handing, left, before));
        first
            .into_iter()
            .chain(none)
            .chain(shown.into_iter().flatten())
            .chain(less)
            .collect()
    });
    let mut content = vec![
        group(
            "ks-stack",
            vec![
                steps(2),
                heading("ks-h1 ks-h1--step").say(w::SEEN),
                lead(w::SEEN_LEAD),
            ],
        ),
        seen,
    ];
    let back: Box<dyn FnMut()> = if handing.to.get_untracked() == To::Own {
        content.push(quiet("ks-card ks-card--sun ks-quiet", "info", w::NOT_BACK));
        let go = move |by_card: bool| {
            let packed = handing.pack(None, None);
            if packed.what.is_empty() {
                return;
            }
            handing.step.set(if by_card {
                Step::Card(packed)
            } else {
                Step::Give(packed)
            });
        };
        content.push(ready(w::MAKE, go));
        Box::new(move || handing.step.set(Step::What))
    } else {
        let (asked, leave) = agreement(handing);
        content.extend(asked);
        leave
    };
    frame(Lead::Step(back), w::CHECK, COLUMN, content)
}

/// Everything that staff will see.
fn seen_in(bundle: &Bundle) -> Vec<Seen> {
    let mut seen = bundle.records(&[&SLIP, &ACTIONS]);
    let sheets = sheets_of(bundle).into_iter();
    seen.extend(sheets.map(|(form, record)| (form, String::new(), record)));
    seen
}

/// A sheet that goes, its id where there may be several, and what goes of it.
type Seen = (&'static Form, String, Record);

/// What was left out last, and what was picked before.
#[derive(Clone)]
struct Left {
    name: String,
    before: Vec<Picked>,
}

/// 直す and 省く, beside a line or a row.
fn tools(
    handing: Handing,
    left: StoredValue<Option<Left>>,
    seen: &[Seen],
    place: Place<'_>,
) -> Option<El> {
    const CLASS: &str = "ks-btn ks-btn--text ks-btn--sm";
    let (form, one, record) = seen.get(place.sheet)?;
    let (form, one) = (*form, one.clone());
    let part = form.sections.iter().find(|part| part.id == place.part)?;
    let row = match place.row {
        Some(shown) => Some(row_of(handing, (form, &one), part, record, shown)?),
        None => None,
    };
    let name = match place.row {
        Some(_) => [say(part.title), " ", place.name].concat(),
        None => place.name.to_owned(),
    };
    let called = |act: Text| [say(act), "：", &name].concat();
    let change = if one.is_empty() {
        let spot = Spot {
            form: form.id,
            section: part.id,
            row,
            question: place.question,
        };
        spot.link(CLASS)
    } else {
        let of = if form.id == SLIP.id {
            OfSlip::Write
        } else {
            OfSlip::Table
        };
        let note = expect_context::<Session>().note();
        let to = Route::Slip(slip_of(&note, form, &one), of);
        link(CLASS, &to.fragment())
    };
    let change = change.on("click", move |_| handing.pause());
    let change = change.attr("aria-label", &called(g::CHANGE)).say(g::CHANGE);
    let words = called(g::LEAVE_OUT);
    let question = place.question;
    let leave = button(CLASS, move || {
        let before = handing.picks.get_untracked();
        left.set_value(Some(Left {
            name: name.clone(),
            before,
        }));
        page::focus("left-out");
        handing.picks.update(|picks| {
            let of_it = |pick: &&mut Picked| pick.form.id == form.id && pick.one == one;
            for pick in picks.iter_mut().filter(of_it) {
                without(pick, part.id, row, question);
            }
        });
    });
    let leave = leave.attr("aria-label", &words).say(g::LEAVE_OUT);
    let tools = el("span").class("rd__acts ks-noprint");
    Some(tools.attr("translate", "yes").add(change).add(leave))
}

/// Takes a row, or the answers to a question, out of what was picked.
fn without(
    pick: &mut Picked,
    part: &'static str,
    row: Option<usize>,
    question: Option<&'static str>,
) {
    if let Some(row) = row {
        pick.without.push((part, row));
    }
    if let Some(question) = question {
        let this = |also: &Alone| also.part == part && also.question == question;
        pick.also.retain(|also| !this(also));
        let only = pick.only.get_or_insert_with(|| all(pick.form));
        only.retain(|one| *one != (part, question));
    }
}

/// The slip under which a record is written: itself, or one of the case of its table.
fn slip_of(note: &Note, form: &Form, one: &str) -> String {
    let mut cases = cases(note).into_iter();
    let case = cases.find(|case| form.id != SLIP.id && case.number == one);
    let slip = case.and_then(|case| case.slips.into_iter().next());
    slip.unwrap_or_else(|| one.to_owned())
}

/// Which row of the note a row is that is shown; `None` where that is not sure.
fn row_of(
    handing: Handing,
    (form, one): (&'static Form, &str),
    part: &'static Section,
    going: &Record,
    shown: usize,
) -> Option<usize> {
    let note = expect_context::<Session>().note();
    let record = match one {
        "" => note.record(form),
        one => note.one_of(form, one),
    };
    let picks = handing.picks.get_untracked();
    let pick = picked(&picks, form.id, one)?;
    let stays = |(at, entry): &(usize, &Answers)| {
        !pick.without.contains(&(part.id, *at)) && goes(form, part, entry)
    };
    let rows = record.entries(part).iter().enumerate();
    let rows: Vec<usize> = rows.filter(stays).map(|(at, _)| at).collect();
    let going = going.entries(part);
    if going.len() != rows.len() {
        return None;
    }
    let told = |entry: &Answers| {
        let mut asked = part.questions.iter();
        asked.any(|question| in_words(question, entry, Facts::default(), lang_now()).is_some())
    };
    let mut all = going.iter().enumerate().filter(|(_, entry)| told(entry));
    rows.get(all.nth(shown)?.0).copied()
}

/// What was left out, and the way back.
fn back_in(handing: Handing, left: StoredValue<Option<Left>>, before: Left) -> El {
    let Left { name, before } = before;
    let undo = button("ks-btn ks-btn--sm", move || {
        left.set_value(None);
        page::to_title();
        handing.picks.set(before.clone());
    });
    el("p")
        .class("ks-row ks-undo")
        .attr("role", "status")
        .add(el("span").text(&[say(g::OUT), "：", &name].concat()))
        .add(undo.id("left-out").say(g::UNDO))
}

/// この中に住所・電話・学校名が ○ か所あります
fn counted(seen: &[(&'static Form, Record)]) -> El {
    let note = expect_context::<Session>().note();
    let sheets: Vec<(&Form, &Record)> = seen.iter().map(|(form, record)| (*form, record)).collect();
    let places = tells(&sheets, &secrets(&note)).all();
    if places == 0 {
        return quiet("ks-quiet", "check", g::NO_PLACE);
    }
    let (before, behind) = g::PLACES_ARE;
    let words = [say(before), &places.to_string(), say(behind)].concat();
    el("p")
        .class("ks-card ks-card--sun ks-quiet")
        .add(icon("info"))
        .add(el("span").text(&words))
}
