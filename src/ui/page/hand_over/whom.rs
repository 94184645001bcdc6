//! だれに・何のために. Nothing is asked of whoever only wants a copy for herself.

use leptos::prelude::*;

use super::{Handing, Step, To};
use crate::{
    browser::{
        clock,
        el::{El, el, value_of},
        page,
    },
    directory::{LifeStage, Office},
    form::Choice,
    forms::{PURPOSES, SLIP, minimum},
    route::Route,
    share::{Picked, offered},
    store::{
        Session,
        city::{city, city_now},
    },
    ui::{
        page::{fold::fold, offices::stage_now},
        part::{
            COLUMN, Lead, Say, Trouble, button, frame, group, heading, icon, lang_now, lead, link,
            quiet, row, span, steps, trouble_box,
        },
        words::{gift as w, hand_over as h},
    },
};

/// The first step.
pub(super) fn whom(handing: Handing) -> Vec<El> {
    let trouble = RwSignal::new(None);
    let stage = stage_now();
    let nobody = move || matches!(handing.to.get(), To::Nobody | To::Own);
    let log = (!page::kiosk()).then(|| {
        let to = link("ks-link-row", &Route::Given.fragment());
        let to = row(to, "note", w::LOG, Some(w::LOG_SUB));
        el("nav").called(w::LOG).add(to)
    });
    let mut content = vec![
        trouble_box(move || trouble.get()),
        group(
            "ks-stack",
            vec![
                steps(0),
                heading("ks-h1 ks-h1--step").say(w::TITLE),
                lead(w::LEAD),
            ],
        ),
        el("div").part(move || vec![to_whom(handing, stage)]),
        purposes(handing).hidden_while(nobody),
        quiet("ks-quiet", "phone", h::PHONE),
        button("ks-btn ks-btn--main ks-btn--lg ks-btn--wide", move || {
            trouble.set(next(handing).err());
        })
        .say(w::TO_WHAT),
    ];
    content.extend(log);
    frame(Lead::Away("#/"), h::GIVE, COLUMN, content)
}

/// Goes on to the sheets, which are offered anew only for another office or purpose.
fn next(handing: Handing) -> Result<(), Trouble> {
    let to = handing.to.get_untracked();
    let typed = handing.typed.get_value();
    if to == To::Nobody || (to == To::Typed && typed.trim().is_empty()) {
        let at = if to == To::Typed {
            "to-typed"
        } else {
            "to-whom"
        };
        return Err(Trouble::new(w::NOBODY, w::NOBODY_NEXT).at(at));
    }
    let office = match to {
        To::Office(id) => id,
        To::Typed => String::from("-"),
        To::Own | To::Nobody => String::new(),
    };
    let purpose = if office.is_empty() {
        ""
    } else {
        handing.purpose.get_untracked()
    };
    let key = (office, purpose);
    if handing.offered.get_value().as_ref() != Some(&key) {
        let note = expect_context::<Session>().note();
        let city = city_now();
        let kind = city.office(&key.0).map_or("", |office| &office.kind);
        let least = minimum(kind, key.1);
        let today = clock::today();
        let mut picks = offered(crate::forms::ALL, &note, least, today);
        if let Some(slip) = handing.slip.get_value() {
            picks.push(Picked::one_of(&SLIP, &slip));
        }
        handing.picks.set(picks);
        handing.papers.set(Vec::new());
        handing.consent.set_value(None);
        handing.offered.set_value(Some(key));
    }
    handing.step.set(Step::What);
    Ok(())
}

/// Who it is for: the offices for the child's stage of life first, all others folded.
fn to_whom(handing: Handing, stage: Option<LifeStage>) -> El {
    let city = city();
    let near: Vec<&Office> = stage.map_or_else(Vec::new, |stage| city.suggested(stage));
    let first = |office: &&Office| near.iter().any(|near| near.id == office.id);
    let others: Vec<Office> = city.offices.iter().filter(|o| !first(o)).cloned().collect();
    let near = near.into_iter().map(|office| of_office(handing, office));
    let summary = el("summary").add(span(w::OTHERS)).add(icon("down"));
    let chosen = others
        .iter()
        .any(|o| handing.to.get_untracked() == To::Office(o.id.clone()));
    let rest = fold("ks-more", summary, ArcRwSignal::new(chosen), move || {
        let all = others.iter().map(|o| of_office(handing, o)).collect();
        vec![group("", all)]
    });
    el("fieldset")
        .class("ks-card ks-picks")
        .id("to-whom")
        .add(el("legend").class("ks-label ks-legend").say(w::TO))
        .add(choice(
            handing,
            To::Own,
            vec![span(w::OWN), span(w::OWN_SUB).class("ks-pick__sub")],
        ))
        .all(near.collect())
        .add(rest)
        .add(choice(handing, To::Typed, vec![span(w::TYPED)]))
        .add(somebody(handing).hidden_while(move || handing.to.get() != To::Typed))
}

fn of_office(handing: Handing, office: &Office) -> El {
    let name = el("span").text(office.name.to(lang_now()));
    choice(handing, To::Office(office.id.clone()), vec![name])
}

fn choice(handing: Handing, to: To, content: Vec<El>) -> El {
    let is = to.clone();
    radio(
        "to",
        content,
        move || handing.to.get() == is,
        move || {
            handing.to.set(to.clone());
        },
    )
}

/// One of several; a radio button of this name.
fn radio(
    name: &str,
    content: Vec<El>,
    on: impl Fn() -> bool + 'static,
    choose: impl Fn() + 'static,
) -> El {
    let input = el("input")
        .attr("type", "radio")
        .attr("name", name)
        .ticked_while(on)
        .on("change", move |_| choose());
    el("label")
        .class("ks-pick")
        .add(input)
        .add(el("span").all(content))
}

/// Somebody who is not in the directory.
fn somebody(handing: Handing) -> El {
    let input = el("input")
        .class("ks-input")
        .id("to-typed")
        .kept_here()
        .attr("aria-describedby", "to-typed-hint")
        .showing(move || handing.typed.get_value())
        .on("input", move |event| {
            handing.typed.set_value(value_of(&event));
        });
    let label = el("label").class("ks-label").attr("for", "to-typed");
    let hint = el("span").class("ks-hint").id("to-typed-hint");
    el("div")
        .class("ks-field ks-nest")
        .add(label.say(w::TYPED_LABEL))
        .add(hint.say(w::TYPED_HINT))
        .add(input)
}

fn purposes(handing: Handing) -> El {
    let one = |purpose: &'static Choice| {
        let code = purpose.code;
        let is = move || handing.purpose.get() == code;
        radio("purpose", vec![span(purpose.label)], is, move || {
            handing.purpose.set(code);
        })
    };
    el("fieldset")
        .class("ks-card ks-picks")
        .add(el("legend").class("ks-label ks-legend").say(w::PURPOSE))
        .all(PURPOSES.iter().map(one).collect())
}

/// What was picked of a sheet.
pub(super) fn picked<'a>(picks: &'a [Picked], form: &str, one: &str) -> Option<&'a Picked> {
    let same = |pick: &&Picked| pick.form.id == form && pick.one == one;
    picks.iter().find(same)
}
