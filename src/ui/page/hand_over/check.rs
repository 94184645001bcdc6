//! たしかめる: what the other person will see, read back from the very bundle that will be sealed, and
//! how often it tells where somebody is; for an office the consent, on the same page.

use leptos::prelude::*;

use super::{
    Handing, Step, To,
    agree::{agreement, ready},
    secrets, sheets_of,
};
use crate::{
    browser::el::{El, el},
    form::Form,
    forms::SLIP,
    record::Record,
    share::{Bundle, tells},
    store::Session,
    ui::{
        part::{
            COLUMN, Lead, Say, frame, group, heading, icon, lead, quiet, reader, steps,
            words as say,
        },
        words::{gift as g, hand_over as w},
    },
};

/// The third step.
pub(super) fn check(handing: Handing) -> Vec<El> {
    let packed = handing.pack(None, None);
    let seen = seen_in(&packed.file);
    let less = packed
        .codes
        .is_some()
        .then(|| quiet("ks-card ks-card--sun ks-quiet", "info", w::LESS_IN_CODES));
    let mut content = vec![
        group(
            "ks-stack",
            vec![
                steps(2),
                heading("ks-h1 ks-h1--step").say(w::SEEN),
                lead(w::SEEN_LEAD),
            ],
        ),
        counted(&seen),
        reader(&seen, 0),
    ];
    content.extend(less);
    let back: Box<dyn FnMut()> = if handing.to.get_untracked() == To::Own {
        content.push(quiet("ks-card ks-card--sun ks-quiet", "info", w::NOT_BACK));
        let go = move |by_card: bool| {
            let packed = packed.clone();
            handing.step.set(if by_card {
                Step::Card(packed)
            } else {
                Step::Give(packed)
            });
        };
        content.push(ready(w::MAKE, go));
        Box::new(move || handing.step.set(Step::What))
    } else {
        let (asked, leave) = agreement(handing, &packed);
        content.extend(asked);
        leave
    };
    frame(Lead::Step(back), w::CHECK, COLUMN, content)
}

/// Everything that staff will see.
fn seen_in(bundle: &Bundle) -> Vec<(&'static Form, Record)> {
    let slips = bundle.records(&[&SLIP]).into_iter();
    let mut seen: Vec<_> = slips.map(|(form, _, record)| (form, record)).collect();
    seen.extend(sheets_of(bundle));
    seen
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
