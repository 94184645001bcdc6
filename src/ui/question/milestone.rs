//! Since when a child can do something: one quiet row, an age at first, other ways on request.

use std::{cell::RefCell, rc::Rc};

use leptos::prelude::*;

use super::{
    Asked,
    date::{Written, parts},
    described, help,
};
use crate::{
    answer::{Answer, Milestone, Typed},
    browser::el::{El, el, value_of},
    sheet::milestone_age,
    text::Text,
    ui::{
        part::{Say, button, icon, lang_now, span, words},
        words::sheet as w,
    },
};

/// The ways in which it is written, in the order of the answers.
const WAYS: [Text; 4] = [w::BY_AGE, w::BY_DATE, w::NOT_YET, w::FORGOTTEN];

fn way(milestone: &Milestone) -> usize {
    match milestone {
        Milestone::At { .. } => 0,
        Milestone::On(_) => 1,
        Milestone::NotYet => 2,
        Milestone::Forgotten => 3,
    }
}

/// A milestone that is written: how it is read, how it is changed.
#[derive(Clone)]
struct Told {
    get: Rc<dyn Fn() -> Milestone>,
    set: Rc<dyn Fn(Milestone)>,
}

pub(super) fn milestone(asked: Asked) -> El {
    let signal = asked.fields.signal(asked.question.id);
    let (read, draft) = (signal.clone(), asked.draft.clone());
    let it = Told {
        get: Rc::new(move || read.get().milestone()),
        set: Rc::new(move |milestone| {
            signal.set(Answer::Milestone(milestone));
            draft.touch();
        }),
    };
    let name = format!("{}-name", asked.id);
    let label = el("div").class("ks-mile__name").add(
        el("span")
            .class("ks-label")
            .id(&name)
            .label(asked.question.label),
    );
    let panel = format!("{}-ways", asked.id);
    let open = ArcRwSignal::new(false);
    let (shown, folded, turn) = (open.clone(), open.clone(), open);
    let more = button("ks-btn ks-btn--text ks-mile__more", move || {
        turn.update(|open| *open = !*open);
    })
    .attr("aria-controls", &panel)
    .attr_of("aria-expanded", move || Some(shown.get().to_string()))
    .called(w::OTHER_WAYS)
    .add(icon("down"));
    let ways = ways(&asked, &it)
        .id(&panel)
        .hidden_while(move || !folded.get());
    described(&asked, el("div"))
        .class("ks-card ks-mile")
        .attr("role", "group")
        .attr("aria-labelledby", &name)
        .add(label)
        .add(by_age(&asked, &it))
        .add(state(&it))
        .add(more)
        .maybe(help(&asked).map(|help| el("div").class("ks-mile__wide").add(help)))
        .add(by_date(&asked, &it))
        .add(meant(&asked, &it))
        .add(ways)
}

/// 歳 and ヶ月.
fn by_age(asked: &Asked, it: &Told) -> El {
    let get = it.get.clone();
    let row = el("div")
        .class("ks-date")
        .hidden_while(move || way(&get()) != 0);
    [w::YEARS, w::MONTHS]
        .into_iter()
        .enumerate()
        .fold(row, |row, (index, unit)| {
            let fields = asked.fields.clone();
            let (read, typing, leaving) = (it.get.clone(), it.clone(), it.clone());
            let shown = fields.clone();
            let input = el("input")
                .id(&format!("{}-{index}", asked.id))
                .class("s")
                .attr("type", "text")
                .attr("inputmode", "numeric")
                .attr("aria-label", words(unit))
                .showing(move || {
                    shown.follow_filling();
                    match untrack(|| read()) {
                        Milestone::At { years, .. } if index == 0 => years,
                        Milestone::At { months, .. } => months,
                        _ => String::new(),
                    }
                })
                .on("input", move |event| {
                    let mut milestone = (typing.get)();
                    if let Milestone::At { years, months } = &mut milestone {
                        *(if index == 0 { years } else { months }) = value_of(&event);
                        (typing.set)(milestone);
                    }
                })
                .on("change", move |_| {
                    let typed = (leaving.get)();
                    let tidy = typed.tidy();
                    if tidy != typed {
                        (leaving.set)(tidy);
                        fields.show();
                    }
                });
            let unit = el("span").attr("aria-hidden", "true").say(unit);
            row.add(input.kept_here()).add(unit)
        })
}

fn by_date(asked: &Asked, it: &Told) -> El {
    let (read, set, get) = (it.get.clone(), it.set.clone(), it.get.clone());
    let written = Written {
        id: format!("{}-on", asked.id),
        which: None,
        day: true,
        get: Rc::new(move || match read() {
            Milestone::On(date) => date,
            _ => Typed::default(),
        }),
        set: Rc::new(move |date| set(Milestone::On(date))),
        asked: asked.clone(),
    };
    let row = el("div").class("ks-mile__wide");
    parts(row.hidden_while(move || way(&get()) != 1), &written)
}

/// まだ and おぼえていない, as words.
fn state(it: &Told) -> El {
    let get = it.get.clone();
    el("div").class("ks-slot").when(move || {
        let way = way(&get());
        (way > 1).then(|| el("span").class("ks-mile__state").say(WAYS[way]))
    })
}

/// The choice among the ways. What was typed in one of them is there again when it is chosen again.
fn ways(asked: &Asked, it: &Told) -> El {
    let before = Rc::new(RefCell::new([
        Milestone::default(),
        Milestone::On(Typed::default()),
        Milestone::NotYet,
        Milestone::Forgotten,
    ]));
    let pick = |(at, words): (usize, Text)| {
        let (get, it, before) = (it.get.clone(), it.clone(), before.clone());
        let fields = asked.fields.clone();
        let input = el("input")
            .attr("type", "radio")
            .attr("name", &format!("{}-way", asked.id))
            .ticked_while(move || way(&get()) == at)
            .on("change", move |_| {
                let now = (it.get)();
                let mut before = before.borrow_mut();
                let was = way(&now);
                before[was] = now;
                (it.set)(before[at].clone());
                fields.show();
            });
        el("label").class("ks-pick").add(input).add(span(words))
    };
    let picks = WAYS.into_iter().enumerate().map(pick).collect();
    el("div")
        .class("ks-row ks-mile__wide")
        .attr("role", "radiogroup")
        .called(w::OTHER_WAYS)
        .all(picks)
}

/// The age a date means, or the whole years in many months; what is neither is said to be kept.
fn meant(asked: &Asked, it: &Told) -> El {
    let (get, facts) = (it.get.clone(), asked.facts);
    let says = move || {
        let milestone = get();
        let age = milestone.age(facts.get().birth);
        match (&milestone, age) {
            (Milestone::At { .. }, None) if !milestone.is_blank() => {
                Some(el("span").class("ks-hint").say(w::NO_SUCH_AGE))
            }
            (Milestone::At { months, .. }, Some(age)) if *months == age.months.to_string() => None,
            (Milestone::At { months, .. }, Some(_)) if months.trim().is_empty() => None,
            (_, Some(age)) => Some(
                el("span")
                    .class("ks-date__era ks-num")
                    .text(&milestone_age(age, lang_now())),
            ),
            _ => None,
        }
    };
    el("div")
        .class("ks-slot ks-mile__wide")
        .attr("role", "status")
        .when(says)
}
