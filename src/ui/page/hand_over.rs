//! わたす: choose, see exactly what goes, hand it over.

use leptos::prelude::*;

use crate::{
    browser::{
        clock,
        el::{El, el},
        page,
    },
    form::Form,
    forms,
    record::Record,
    share::Bundle,
    store::Session,
    ui::{
        page::give::give,
        part::{
            COLUMN, Lead, Say, Trouble, button, frame, group, heading, lang_now, lead, pick_sheet,
            quiet, reader, span, steps, trouble_box,
        },
        words::hand_over as w,
    },
};

/// Where we are in handing over. What was chosen outlives the steps, so that going back finds it.
#[derive(Clone, Copy)]
struct Handing {
    step: RwSignal<Step>,
    chosen: RwSignal<Vec<&'static str>>,
}

#[derive(Debug, Clone, PartialEq)]
enum Step {
    Choose,
    Check(Bundle),
    Give(Bundle),
}

/// The three steps of handing over.
pub fn hand_over() -> El {
    let handing = Handing {
        step: RwSignal::new(Step::Choose),
        chosen: RwSignal::new(Vec::new()),
    };
    Effect::new(move |before: Option<()>| {
        handing.step.track();
        if before.is_some() {
            page::to_title();
        }
    });
    el("div")
        .class("ks-screen")
        .part(move || match handing.step.get() {
            Step::Choose => choose(handing),
            Step::Check(bundle) => check(handing, bundle),
            Step::Give(bundle) => {
                let back = bundle.clone();
                give(
                    bundle,
                    Box::new(move || handing.step.set(Step::Check(back.clone()))),
                )
            }
        })
}

fn choose(handing: Handing) -> Vec<El> {
    let Handing { step, chosen } = handing;
    let note = expect_context::<Session>().note();
    let trouble = RwSignal::new(None);
    let (blank, written): (Vec<&'static Form>, Vec<&'static Form>) = forms::ALL
        .iter()
        .partition(|form| note.record(form).is_blank());
    let not_yet = |form: &'static Form| {
        let why = span(w::NOTHING_WRITTEN).class("ks-pick__sub");
        el("li").add(el("b").say(form.title)).add(why)
    };
    let check = move || {
        let ids = chosen.get_untracked();
        let forms: Vec<&Form> = forms::ALL
            .iter()
            .filter(|form| ids.contains(&form.id))
            .collect();
        if forms.is_empty() {
            return trouble.set(Some(Trouble::new(w::CHOOSE_ONE, w::ABSENT)));
        }
        step.set(Step::Check(Bundle::of(
            &note,
            &forms,
            clock::today(),
            lang_now(),
        )));
    };
    let choices = el("fieldset")
        .class("ks-card ks-picks")
        .add(el("legend").class("ks-hide").say(w::WHAT))
        .all(
            written
                .iter()
                .map(|form| pick_sheet(form, "b", chosen))
                .collect(),
        );
    let blank = blank.into_iter().map(not_yet).collect::<Vec<_>>();
    let mut content = vec![
        trouble_box(move || trouble.get()),
        group(
            "ks-stack",
            vec![
                steps(0),
                heading("ks-h1 ks-h1--step").say(w::WHAT),
                lead(w::ABSENT),
            ],
        ),
    ];
    if !written.is_empty() {
        content.push(choices);
    }
    if !blank.is_empty() {
        content.push(el("ul").class("ks-notyet").all(blank));
    }
    content.push(quiet("ks-quiet", "phone", w::PHONE));
    content.push(button("ks-btn ks-btn--main ks-btn--lg ks-btn--wide", check).say(w::TO_CHECK));
    frame(Lead::Back("#/"), w::CHOOSE, COLUMN, content)
}

/// What the other person will see, read back from the very bundle that will be sealed.
fn check(handing: Handing, bundle: Bundle) -> Vec<El> {
    let read = reader(&sheets_of(&bundle), 0);
    let go = move || handing.step.set(Step::Give(bundle.clone()));
    let content = vec![
        group(
            "ks-stack",
            vec![
                steps(1),
                heading("ks-h1 ks-h1--step").say(w::SEEN),
                lead(w::SEEN_LEAD),
            ],
        ),
        read,
        quiet("ks-card ks-card--sun ks-quiet", "info", w::NOT_BACK),
        button("ks-btn ks-btn--main ks-btn--lg ks-btn--wide", go).say(w::MAKE),
    ];
    let back = Box::new(move || handing.step.set(Step::Choose));
    frame(Lead::Step(back), w::CHECK, COLUMN, content)
}

/// The sheets of a bundle that this version knows.
pub fn sheets_of(bundle: &Bundle) -> Vec<(&'static Form, Record)> {
    forms::ALL
        .iter()
        .filter_map(|form| Some((form, bundle.record(form)?)))
        .collect()
}
