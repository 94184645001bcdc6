//! Where a find leads: passed on in memory, never in the address, and forgotten when the note locks.

use std::{any::Any, sync::Arc};

use leptos::prelude::*;

use super::link;
use crate::{
    browser::el::El,
    form::{Form, Question, Section},
    route::Route,
};

/// A place on a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// The sheet.
    pub form: &'static str,
    /// The part of it.
    pub section: &'static str,
    /// The row of a repeated part, from 0.
    pub row: Option<usize>,
    /// What is asked once.
    pub question: Option<&'static str>,
}

impl Spot {
    /// Whether it is this question.
    pub fn asks(&self, section: &Section, question: &Question) -> bool {
        self.section == section.id && self.question == Some(question.id)
    }

    /// The row of a part that it is.
    pub fn row_of(&self, section: &Section) -> Option<usize> {
        self.row.filter(|_| self.section == section.id)
    }

    /// A link that leads there.
    pub fn link(self, class: &str) -> El {
        let finding = use_context::<Finding>();
        link(class, &Route::Sheet(self.form.to_owned()).fragment()).on("click", move |_| {
            if let Some(finding) = finding {
                finding.spot.set_value(Some(self));
            }
        })
    }
}

/// What a screen wants back when it is opened again.
pub type Paused = Arc<dyn Any + Send + Sync>;

/// What is sought, and the place that was chosen.
#[derive(Clone, Copy, Default)]
pub struct Finding {
    spot: StoredValue<Option<Spot>>,
    sought: StoredValue<String>,
    /// The office to which something is to be handed over, by its id.
    office: StoredValue<Option<String>>,
    /// The slip that is to be handed over, by its id.
    slip: StoredValue<Option<String>>,
    /// What the code of an office said to whose key something is to be sealed.
    card: StoredValue<Option<String>>,
    /// One-time keys to which something was sealed, by their ids.
    used: StoredValue<Vec<String>>,
    /// A hand-over that was left to put something right.
    paused: StoredValue<Option<Paused>>,
}

impl Finding {
    /// The place the screen that is being built leads to.
    pub fn now() -> Option<Spot> {
        use_context::<Finding>()?.spot.get_value()
    }

    /// The place on a sheet that is being built.
    pub fn on(form: &Form) -> Option<Spot> {
        Finding::now().filter(|spot| spot.form == form.id)
    }

    /// Whether the place is on this screen, which then goes there by itself.
    pub fn leads_to(self, route: &Route) -> bool {
        let spot = self.spot.get_value();
        matches!((spot, route), (Some(spot), Route::Sheet(id)) if *id == spot.form)
    }

    /// Another screen comes. What was sought stays until the parent is home again.
    pub fn arrives(self, route: &Route) {
        if !self.leads_to(route) {
            self.spot.set_value(None);
        }
        if *route != Route::HandOver {
            self.office.set_value(None);
            self.card.set_value(None);
            self.slip.set_value(None);
        }
        if *route == Route::Home {
            self.found();
        }
    }

    /// Goes to hand something over to an office.
    pub fn bound_for(self, office: &str) {
        self.office.set_value(Some(office.to_owned()));
    }

    /// The office to which something is to be handed over; told once.
    pub fn take_office(self) -> Option<String> {
        self.office.try_update_value(Option::take).flatten()
    }

    /// Goes to hand a slip over.
    pub fn with_slip(self, id: &str) {
        self.slip.set_value(Some(id.to_owned()));
    }

    /// The slip that is to be handed over; told once.
    pub fn take_slip(self) -> Option<String> {
        self.slip.try_update_value(Option::take).flatten()
    }

    /// Takes along what the code of an office said.
    pub fn carry_card(self, text: String) {
        self.card.set_value(Some(text));
    }

    /// What the code of an office said; told once.
    pub fn take_card(self) -> Option<String> {
        self.card.try_update_value(Option::take).flatten()
    }

    /// Something was sealed to a one-time key, or after all not.
    pub fn mark_used(self, kid: &str, used: bool) {
        self.used.update_value(|all| {
            all.retain(|other| other != kid);
            if used {
                all.push(kid.to_owned());
            }
        });
    }

    /// Whether something was sealed to a one-time key before.
    pub fn was_used(self, kid: &str) -> bool {
        self.used
            .with_value(|all| all.iter().any(|other| other == kid))
    }

    /// A hand-over is left to put something right, and goes on later.
    pub fn pause(self, what: Paused) {
        self.paused.set_value(Some(what));
    }

    /// Whether a hand-over waits to go on.
    pub fn is_paused(self) -> bool {
        self.paused.with_value(Option::is_some)
    }

    /// The hand-over that was left; told once.
    pub fn resume(self) -> Option<Paused> {
        self.paused.try_update_value(Option::take).flatten()
    }

    /// Forgets all.
    pub fn forget(self) {
        self.found();
        self.paused.set_value(None);
    }

    fn found(self) {
        self.spot.set_value(None);
        self.office.set_value(None);
        self.card.set_value(None);
        self.slip.set_value(None);
        self.sought.set_value(String::new());
    }

    /// What is sought.
    pub fn sought(self) -> String {
        self.sought.get_value()
    }

    /// Keeps what is sought, for the way back.
    pub fn seek(self, words: String) {
        self.sought.set_value(words);
    }
}
