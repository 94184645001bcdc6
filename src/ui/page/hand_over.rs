//! わたす: choose, see exactly what goes, hand it over.

use leptos::prelude::*;

use crate::{
    browser::{
        clock,
        el::{El, el},
        page,
    },
    form::{Form, Question, Reach, Section},
    forms,
    record::{Note, Record},
    share::{Alone, Bundle, Carrier, Chosen, alone},
    store::Session,
    ui::{
        page::give::give,
        part::{
            COLUMN, Lead, Say, Trouble, button, frame, group, heading, lang_now, lead, pick,
            pick_sheet, quiet, reader, span, steps, trouble_box,
        },
        words::hand_over as w,
    },
};

/// Where we are in handing over. What was chosen outlives the steps, so that going back finds it.
#[derive(Clone, Copy)]
struct Handing {
    step: RwSignal<Step>,
    chosen: RwSignal<Vec<&'static str>>,
    /// What was chosen by itself.
    also: RwSignal<Vec<Alone>>,
}

#[derive(Debug, Clone, PartialEq)]
enum Step {
    Choose,
    Check(Packed),
    Give(Packed),
}

/// What was chosen, as it goes in a file, and in QR codes where that is less.
#[derive(Debug, Clone, PartialEq)]
pub struct Packed {
    pub file: Bundle,
    pub codes: Option<Bundle>,
}

/// The three steps of handing over.
pub fn hand_over() -> El {
    let handing = Handing {
        step: RwSignal::new(Step::Choose),
        chosen: RwSignal::new(Vec::new()),
        also: RwSignal::new(Vec::new()),
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
            Step::Check(packed) => check(handing, packed),
            Step::Give(packed) => {
                let back = packed.clone();
                give(
                    packed,
                    Box::new(move || handing.step.set(Step::Check(back.clone()))),
                )
            }
        })
}

fn choose(handing: Handing) -> Vec<El> {
    let Handing { step, chosen, also } = handing;
    let note = expect_context::<Session>().note();
    let picks: Vec<El> = forms::ALL
        .iter()
        .filter(|form| !note.record(form).is_blank())
        .flat_map(|form| pick_with_its_own(form, &note, handing))
        .collect();
    let trouble = RwSignal::new(None);
    let blank: Vec<&'static Form> = forms::ALL
        .iter()
        .filter(|form| note.record(form).is_blank())
        .collect();
    let not_yet = |form: &'static Form| {
        let why = span(w::NOTHING_WRITTEN).class("ks-pick__sub");
        el("li").add(el("b").say(form.title)).add(why)
    };
    let check = move || {
        let ids = chosen.get_untracked();
        if ids.is_empty() {
            return trouble.set(Some(Trouble::new(w::CHOOSE_ONE, w::ABSENT)));
        }
        step.set(Step::Check(pack(&note, &ids, &also.get_untracked())));
    };
    let choices = el("fieldset")
        .class("ks-card ks-picks")
        .add(el("legend").class("ks-hide").say(w::WHAT))
        .all(picks);
    let blanks = blank.iter().map(|form| not_yet(form)).collect::<Vec<_>>();
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
    if blank.len() < forms::ALL.len() {
        content.push(choices);
    }
    if !blanks.is_empty() {
        content.push(el("ul").class("ks-notyet").all(blanks));
    }
    content.push(quiet("ks-quiet", "phone", w::PHONE));
    content.push(button("ks-btn ks-btn--main ks-btn--lg ks-btn--wide", check).say(w::TO_CHECK));
    frame(Lead::Back("#/"), w::CHOOSE, COLUMN, content)
}

/// A sheet to pick, and under it what goes only when it is picked by itself.
fn pick_with_its_own(form: &'static Form, note: &Note, handing: Handing) -> Vec<El> {
    let Handing { chosen, also, .. } = handing;
    let own = alone(form, &note.record(form));
    let tick = |(one, part, question): (Alone, &'static Section, &'static Question)| {
        let mut words = vec![el("span").say(question.label)];
        if part.repeat.is_some() {
            words.push(span(part.title).class("ks-pick__sub"));
        }
        if question.reach == Reach::File {
            words.push(span(w::ONLY_FILE).class("ks-pick__sub"));
        }
        let ticked = move || also.get().contains(&one);
        pick("checkbox", words, ticked, move |on| {
            also.update(|all| {
                all.retain(|other| *other != one);
                if on {
                    all.push(one);
                }
            });
        })
    };
    let sheet = pick_sheet(form, "b", chosen);
    if own.is_empty() {
        return vec![sheet];
    }
    let ticks = own.into_iter().map(tick).collect();
    let own = el("fieldset")
        .class("ks-card ks-picks")
        .add(el("legend").class("ks-label ks-legend").say(w::ALSO))
        .add(el("p").class("ks-hint").say(w::ALSO_HINT))
        .all(ticks)
        .hidden_while(move || !chosen.get().contains(&form.id));
    vec![sheet, own]
}

/// What was chosen, put together for each carrier.
fn pack(note: &Note, ids: &[&str], also: &[Alone]) -> Packed {
    let of = |form: &Form| -> Vec<Alone> {
        let own = also.iter().filter(|one| one.form == form.id);
        own.copied().collect()
    };
    let picked = forms::ALL.iter().filter(|form| ids.contains(&form.id));
    let picked: Vec<_> = picked.map(|form| (form, of(form))).collect();
    let chosen: Vec<_> = picked
        .iter()
        .map(|(form, also)| Chosen { form, also })
        .collect();
    let bundle = |carrier| Bundle::with(note, &chosen, carrier, clock::today(), lang_now());
    let (file, codes) = (bundle(Carrier::File), bundle(Carrier::Codes));
    let less = codes != file;
    Packed {
        file,
        codes: less.then_some(codes),
    }
}

/// What the other person will see, read back from the very bundle that will be sealed.
fn check(handing: Handing, packed: Packed) -> Vec<El> {
    let read = reader(&sheets_of(&packed.file), 0);
    let less = packed
        .codes
        .is_some()
        .then(|| quiet("ks-card ks-card--sun ks-quiet", "info", w::LESS_IN_CODES));
    let go = move || handing.step.set(Step::Give(packed.clone()));
    let mut content = vec![
        group(
            "ks-stack",
            vec![
                steps(1),
                heading("ks-h1 ks-h1--step").say(w::SEEN),
                lead(w::SEEN_LEAD),
            ],
        ),
        read,
    ];
    content.extend(less);
    content.push(quiet("ks-card ks-card--sun ks-quiet", "info", w::NOT_BACK));
    content.push(button("ks-btn ks-btn--main ks-btn--lg ks-btn--wide", go).say(w::MAKE));
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
