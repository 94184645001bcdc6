//! A hand-over that is left to put something right on a sheet, and goes on where it was.

use std::sync::Arc;

use leptos::prelude::*;

use super::{Handing, Step, To};
use crate::{
    browser::el::{El, el},
    record::{Answers, Note, Record},
    route::Route,
    share::Picked,
    store::Session,
    ui::{
        part::{Finding, Say, link, row},
        words::gift as w,
    },
};

/// What is kept of it, in memory.
struct Kept {
    /// The child whose note it is of.
    child: String,
    to: To,
    typed: String,
    purpose: &'static str,
    picks: Vec<Picked>,
    papers: Vec<String>,
    /// What stood in the rows that were taken out: they are known by their place, which may change.
    out: Vec<Vec<Option<Answers>>>,
    offered: Option<(String, &'static str)>,
    switches: [bool; 3],
    consent: Option<Record>,
    id: String,
    slip: Option<String>,
    card: Option<String>,
}

impl Handing {
    /// Leaves it for later.
    pub(super) fn pause(self) {
        let session = expect_context::<Session>();
        let picks = self.picks.get_untracked();
        let note = session.note();
        let kept = Kept {
            child: child(session),
            to: self.to.get_untracked(),
            typed: self.typed.get_value(),
            purpose: self.purpose.get_untracked(),
            out: picks.iter().map(|pick| taken_out(&note, pick)).collect(),
            picks,
            papers: self.papers.get_untracked(),
            offered: self.offered.get_value(),
            switches: [self.withhold, self.places, self.says].map(|one| one.get_untracked()),
            consent: self.consent.get_value(),
            id: self.id.get_value(),
            slip: self.slip.get_value(),
            card: self.card.get_value(),
        };
        expect_context::<Finding>().pause(&(Arc::new(kept) as _));
    }

    /// Goes on where it was left. Where a row that was taken out is no longer what it was, its sheet is
    /// chosen anew: nothing goes that was not to go.
    pub(super) fn resume(self, finding: Finding) {
        let session = expect_context::<Session>();
        let kept = finding
            .resume()
            .and_then(|kept| kept.downcast::<Kept>().ok());
        let Some(kept) = kept.filter(|kept| kept.child == child(session)) else {
            return;
        };
        let note = session.note();
        let as_before = |(pick, out): (&Picked, &Vec<Option<Answers>>)| {
            (taken_out(&note, pick) == *out).then(|| pick.clone())
        };
        let picks = kept.picks.iter().zip(&kept.out).filter_map(as_before);
        let picks: Vec<Picked> = picks.collect();
        let all = picks.len() == kept.picks.len();
        self.to.set(kept.to.clone());
        self.typed.set_value(kept.typed.clone());
        self.purpose.set(kept.purpose);
        self.picks.set(picks);
        self.papers.set(kept.papers.clone());
        self.offered.set_value(kept.offered.clone());
        for (switch, on) in [self.withhold, self.places, self.says]
            .iter()
            .zip(kept.switches)
        {
            switch.set(on);
        }
        self.consent.set_value(kept.consent.clone());
        self.id.set_value(kept.id.clone());
        self.slip.set_value(kept.slip.clone());
        self.card.set_value(kept.card.clone());
        self.step.set(if all { Step::Check } else { Step::What });
    }
}

fn child(session: Session) -> String {
    let child = session.child_untracked();
    child.map_or_else(String::new, |child| format!("{:?}", child.id()))
}

/// The rows that were taken out of a sheet, as they stand there.
fn taken_out(note: &Note, pick: &Picked) -> Vec<Option<Answers>> {
    let record = match pick.one.as_str() {
        "" => note.record(pick.form),
        one => note.one_of(pick.form, one),
    };
    let row = |(part, at): &(&str, usize)| record.groups.get(*part)?.get(*at).cloned();
    pick.without.iter().map(row).collect()
}

/// The way back to it, above the sheet that is put right.
pub fn above(route: &Route) -> Option<El> {
    let finding = use_context::<Finding>()?;
    let elsewhere = matches!(route, Route::Sheet(_) | Route::Slip(..) | Route::Home);
    (elsewhere && finding.is_paused()).then(|| {
        let to = link("ks-link-row", &Route::HandOver.fragment());
        let to = row(to, "handover", w::GO_ON, Some(w::GO_ON_SUB));
        el("nav")
            .class("ks-onward ks-noprint")
            .called(w::GO_ON)
            .add(to)
    })
}
