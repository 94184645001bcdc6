//! なにを: the sheets that are written, what of them, and 住所を出さない.

use leptos::prelude::*;

use super::{Handing, Step, To, enclose::papers, inside::inside, whom::picked};
use crate::{
    browser::el::{El, el, ticked},
    form::{Form, Question, Reach, Section},
    forms::{self, ACTIONS, SLIP},
    record::{Note, Record},
    share::{Alone, Carrier, Picked, alone, too_much},
    store::Session,
    text::Text,
    ui::{
        part::{
            COLUMN, Lead, Say, Trouble, button, frame, group, heading, lead, pick, quiet, span,
            steps, trouble_box,
        },
        words::{enclosed as e, gift as g, hand_over as w},
    },
};

/// The name of what can be picked, on the page.
const PICKS: &str = "picks";

/// The second step.
pub(super) fn what(handing: Handing) -> Vec<El> {
    let note = expect_context::<Session>().note();
    let (written, blank): (Vec<&'static Form>, Vec<&'static Form>) = forms::ALL
        .iter()
        .partition(|form| !note.record(form).is_blank());
    let slips = note.several(&SLIP).into_iter().flat_map(|id| {
        let record = note.one_of(&SLIP, &id);
        let office = record.answers.text("to_office").to_owned();
        let name = span(SLIP.title).class("ks-block");
        let to = el("span").class("ks-pick__sub").attr("translate", "no");
        let top = sheet(handing, &SLIP, id, vec![name, to.text(&office)]);
        [Some(top), table_of(handing, &note, &record)]
            .into_iter()
            .flatten()
    });
    let slips: Vec<El> = slips.collect();
    let sheets = written
        .iter()
        .flat_map(|form| with_its_own(form, &note, handing));
    let picks: Vec<El> = slips.into_iter().chain(sheets).collect();
    let trouble = RwSignal::new(None);
    let not_yet = |form: &'static Form| {
        let why = span(w::NOTHING_WRITTEN).class("ks-pick__sub");
        el("li").add(el("b").say(form.title)).add(why)
    };
    let blanks: Vec<El> = blank.into_iter().map(not_yet).collect();
    let any = !picks.is_empty();
    let checked = note.clone();
    let check = move || {
        let going = handing.going(&checked, Carrier::File);
        if handing.picks.with_untracked(Vec::is_empty) && going.is_empty() {
            return trouble.set(Some(Trouble::new(w::CHOOSE_ONE, w::ABSENT).at(PICKS)));
        }
        if going.is_empty() {
            return trouble.set(Some(Trouble::new(g::EMPTY, g::EMPTY_NEXT).at(PICKS)));
        }
        if too_much(&going.papers) {
            return trouble.set(Some(Trouble::new(e::TOO_MUCH, e::TOO_MUCH_NEXT)));
        }
        handing.step.set(Step::Check);
    };
    let offers = handing.to.get_untracked() != To::Own
        && handing.picks.with_untracked(|picks| !picks.is_empty());
    let mut content = vec![
        trouble_box(move || trouble.get()),
        group(
            "ks-stack",
            vec![
                steps(1),
                heading("ks-h1 ks-h1--step").say(w::WHAT),
                lead(if offers { g::OFFERED } else { w::ABSENT }),
            ],
        ),
    ];
    if any {
        content.push(
            el("fieldset")
                .class("ks-card ks-picks")
                .id(PICKS)
                .called(w::WHAT)
                .all(picks),
        );
    }
    if !blanks.is_empty() {
        content.push(el("ul").class("ks-notyet").all(blanks));
    }
    content.extend(papers(handing, &note));
    content.push(withholding(handing));
    if offers {
        content.push(quiet("ks-quiet", "info", w::ABSENT));
    }
    content.push(button("ks-btn ks-btn--main ks-btn--lg ks-btn--wide", check).say(w::TO_CHECK));
    let back = Box::new(move || handing.step.set(Step::Whom));
    frame(Lead::Step(back), w::CHOOSE, COLUMN, content)
}

/// だれが・いつまでに・何を, below the slip it belongs to.
fn table_of(handing: Handing, note: &Note, slip: &Record) -> Option<El> {
    let number = slip.answers.text("case_no").trim().to_owned();
    if number.is_empty() || note.one_of(&ACTIONS, &number).is_blank() {
        return None;
    }
    let name = vec![span(ACTIONS.title)];
    let pick = sheet(handing, &ACTIONS, number, name);
    Some(el("div").class("ks-nest").add(pick))
}

/// A sheet to pick, and under it what goes only when it is picked by itself, and what is in it.
fn with_its_own(form: &'static Form, note: &Note, handing: Handing) -> Vec<El> {
    let record = note.record(form);
    let name = el("b").say(form.title);
    let top = sheet(handing, form, String::new(), vec![name]);
    let picks = handing.picks;
    let off = move || picks.with(|picks| picked(picks, form.id, "").is_none());
    let below = el("div")
        .class("ks-nest")
        .maybe(its_own(handing, form, &record))
        .add(inside(handing, form, record));
    vec![top, below.hidden_while(off)]
}

fn sheet(handing: Handing, form: &'static Form, one: String, name: Vec<El>) -> El {
    let picks = handing.picks;
    let is = one.clone();
    let on = move || picks.with(|picks| picked(picks, form.id, &is).is_some());
    pick("checkbox", name, on, move |on| {
        picks.update(|picks| {
            picks.retain(|pick| pick.form.id != form.id || pick.one != one);
            if on {
                picks.push(Picked {
                    one: one.clone(),
                    ..Picked::whole(form)
                });
            }
        });
    })
}

/// What goes only when it is picked by itself.
fn its_own(handing: Handing, form: &'static Form, record: &Record) -> Option<El> {
    let own = alone(form, record);
    let picks = handing.picks;
    let tick = |(one, part, question): (Alone, &'static Section, &'static Question)| {
        let mut words = vec![el("span").say(question.label)];
        if part.repeat.is_some() {
            words.push(span(part.title).class("ks-pick__sub"));
        }
        if question.reach == Reach::File {
            words.push(span(w::ONLY_FILE).class("ks-pick__sub"));
        }
        let on = move || {
            let chosen = |picks: &Vec<Picked>| {
                picked(picks, form.id, "").is_some_and(|pick| pick.also.contains(&one))
            };
            picks.with(chosen)
        };
        pick("checkbox", words, on, move |on| {
            picks.update(|picks| {
                for pick in picks.iter_mut().filter(|pick| pick.form.id == form.id) {
                    pick.also.retain(|other| *other != one);
                    if on {
                        pick.also.push(one);
                    }
                }
            });
        })
    };
    let any = !own.is_empty();
    any.then(|| {
        el("fieldset")
            .class("ks-card ks-picks")
            .add(el("legend").class("ks-label ks-legend").say(w::ALSO))
            .add(el("p").class("ks-hint").say(w::ALSO_HINT))
            .all(own.into_iter().map(tick).collect())
    })
}

/// 住所を出さない, as one switch; what else it may take along only once it is on.
fn withholding(handing: Handing) -> El {
    let switch = |on: RwSignal<bool>, name: Text, sub: Option<Text>| {
        let input = el("input")
            .attr("type", "checkbox")
            .ticked_while(move || on.get())
            .on("change", move |event| on.set(ticked(&event)));
        let sub = sub.map(|sub| span(sub).class("ks-pick__sub"));
        let words = el("span").add(el("b").say(name)).maybe(sub);
        (input, words)
    };
    let (input, words) = switch(handing.withhold, g::WITHHOLD, Some(g::WITHHOLD_SUB));
    let main = el("label").class("ks-switch").add(words).add(input);
    let more = [(handing.places, g::PLACES), (handing.says, g::SAYS)].map(|(on, name)| {
        let (input, words) = switch(on, name, None);
        el("label").class("ks-pick").add(input).add(words)
    });
    let off = move || !handing.withhold.get();
    el("section")
        .class("ks-card ks-card--sun")
        .called(g::WITHHOLD)
        .add(main)
        .add(el("div").all(more.into()).hidden_while(off))
}
