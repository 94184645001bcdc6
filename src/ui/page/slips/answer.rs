//! The answer of an office, taken in: read out as digits, written down, or brought by a hand-off.

use leptos::prelude::*;

use super::{Slip, look::to_list, write::screen_of};
use crate::{
    answer::PartialDate,
    browser::{
        clock,
        el::{El, el, value_of},
        place,
    },
    consent::log,
    draft::Keeper,
    form::Form,
    forms::{ACTIONS, REPLY},
    merge::Keep,
    record::{Note, Record},
    route::{OfSlip, Route},
    slip::{Answered, Misread, Reply, answered, take_in},
    store::Session,
    ui::{
        page::sheet::trouble_of,
        part::{
            Say, Side, Trouble, button, compare, group, icon, lead, quiet, reader, span,
            trouble_box,
        },
        words::slips as w,
    },
};

/// The ways in which an answer comes.
pub(super) fn answer(slip: &Slip, note: &Note) -> Vec<El> {
    let to = slip.to(OfSlip::Look);
    let by_file = quiet("ks-quiet", "receive", w::BY_FILE);
    let by_hand = el("h2").class("ks-h2").say(w::BY_HAND);
    let by_hand = group("", vec![by_hand, lead(w::BY_HAND_SUB)]);
    let first = vec![by_digits(slip, note), by_file, by_hand];
    let head = [w::ANSWER_TAKE, w::ANSWER_LEAD];
    screen_of((&REPLY, &slip.id), head, note, to, first)
}

/// Eight digits.
fn by_digits(slip: &Slip, note: &Note) -> El {
    let typed = StoredValue::new(String::new());
    let trouble = RwSignal::new(None);
    let heard = RwSignal::new_local(None::<Reply>);
    let (record, receipts) = (slip.record.clone(), receipts(note, &slip.id));
    let made = slip.made().0;
    let read = move || {
        expect_context::<Keeper>().keep_now();
        match said(&record, made, &receipts, &typed.get_value()) {
            Ok(answered) => {
                trouble.set(None);
                heard.set(Some(Reply::by_number(&record, answered, clock::today())));
            }
            Err(why) => {
                heard.set(None);
                trouble.set(Some(misread(why)));
            }
        }
    };
    let label = el("label").class("ks-label").attr("for", "digits");
    let input = el("input")
        .class("ks-input ks-num")
        .id("digits")
        .attr("inputmode", "numeric")
        .kept_here()
        .on("input", move |event| typed.set_value(value_of(&event)));
    let shown = el("div").class("ks-slot").attr("role", "status");
    let shown = shown.when(move || heard.get().map(|reply| take_reply(&reply)));
    let field = group("ks-field", vec![label.say(w::DIGITS), input]);
    el("section")
        .class("ks-card ks-stack")
        .add(trouble_box(move || trouble.get()))
        .add(field)
        .add(button("ks-btn ks-btn--wide", read).say(w::DIGITS_READ))
        .add(shown)
}

/// The receipt numbers of what went with a slip; none where it went on paper or by word.
fn receipts(note: &Note, slip: &str) -> Vec<String> {
    let gone = log(note).into_iter().filter(|one| one.slip == slip);
    let all = gone.map(|one| one.receipt).chain([String::new()]);
    all.collect()
}

/// What digits say: for whichever of the receipts they were made.
fn said(
    slip: &Record,
    made: Option<PartialDate>,
    receipts: &[String],
    typed: &str,
) -> Result<Answered, Misread> {
    let made = made.ok_or(Misread::NotOfThisSlip)?;
    let number = slip.answers.text("slip_no");
    let read = |receipt: &String| answered(number, receipt, made, typed);
    let mut last = Misread::NotOfThisSlip;
    for said in receipts.iter().map(read) {
        match said {
            Ok(said) => return Ok(said),
            Err(why) => last = why,
        }
    }
    Err(last)
}

fn misread(why: Misread) -> Trouble {
    match why {
        Misread::Length => Trouble::new(w::DIGITS_SHORT, w::DIGITS_SHORT_NEXT).at("digits"),
        Misread::NotOfThisSlip => Trouble::new(w::DIGITS_WRONG, w::DIGITS_WRONG_NEXT).at("digits"),
    }
}

/// An answer that came: what it says, and the button that takes it into the slip it belongs to, in
/// the note that is open. What stands there already and differs is chosen first.
pub fn take_reply(reply: &Reply) -> El {
    let session = expect_context::<Session>();
    let failed = RwSignal::new(None);
    let Some(taken) = take_in(&session.note(), reply) else {
        let said = quiet("ks-quiet", "info", w::NOT_MINE);
        let next = el("p").class("ks-small").say(w::NOT_MINE_NEXT);
        return group("ks-card ks-stack", vec![said, next, to_list()]);
    };
    let answer = (&REPLY, reply.answer.clone());
    let table = reply.actions.iter();
    let table = table.map(|(_, table)| (&ACTIONS, table.clone()));
    let came: Vec<(&'static Form, Record)> = [answer].into_iter().chain(table).collect();
    let (reply, slip) = (reply.clone(), taken.slip);
    let settle = move |keep: Vec<Keep>| {
        // The note as it is by now, not as it was when this was shown.
        let kept = session.save(|note| {
            if let Some(taken) = take_in(note, &reply) {
                *note = taken.merge.settle(&keep);
            }
        });
        match kept {
            Ok(()) => place::go(&Route::Slip(slip.clone(), OfSlip::Look).fragment()),
            Err(why) => failed.set(Some(trouble_of(why))),
        }
    };
    let act = if taken.merge.differences.is_empty() {
        button("ks-btn ks-btn--main ks-btn--lg ks-btn--wide", move || {
            settle(Vec::new());
        })
        .add(icon("check"))
        .add(span(w::TAKE))
    } else {
        let sides = [w::BEFORE, w::CAME].map(Side::named);
        let differs = quiet("ks-quiet", "info", w::DIFFERS);
        group(
            "ks-stack",
            vec![differs, compare(&taken.merge, &sides, settle)],
        )
    };
    el("section")
        .class("ks-stack")
        .add(trouble_box(move || failed.get()))
        .add(el("h3").class("ks-h3").say(w::HEARD))
        .add(reader(&came, 0))
        .add(act)
}
