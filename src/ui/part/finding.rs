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
                finding.change(&mut |all| all.spot = Some(self));
            }
        })
    }
}

/// What a screen wants back when it is opened again.
pub type Paused = Arc<dyn Any + Send + Sync>;

/// What one screen hands to another: what is sought, the place that was chosen, what is to be handed over.
#[derive(Clone, Copy, Default)]
pub struct Finding(StoredValue<Carried>);

/// One value and not one a field: each kind of stored value is a program of its own.
#[derive(Default)]
struct Carried {
    spot: Option<Spot>,
    sought: String,
    /// The office to which something is to be handed over, by its id.
    office: Option<String>,
    /// The slip that is to be handed over, by its id.
    slip: Option<String>,
    /// What the code of an office said to whose key something is to be sealed.
    card: Option<String>,
    /// One-time keys to which something was sealed, by their ids.
    used: Vec<String>,
    /// A hand-over that was left to put something right.
    paused: Option<Paused>,
}

impl Carried {
    fn forget_giving(&mut self) {
        self.office = None;
        self.card = None;
        self.slip = None;
    }

    fn forget_found(&mut self) {
        self.spot = None;
        self.sought = String::new();
        self.forget_giving();
    }
}

impl Finding {
    /// The place the screen that is being built leads to.
    pub fn now() -> Option<Spot> {
        use_context::<Finding>()?.spot()
    }

    fn spot(self) -> Option<Spot> {
        self.0.with_value(|all| all.spot)
    }

    fn change(self, act: &mut dyn FnMut(&mut Carried)) {
        self.0.update_value(|all| act(all));
    }

    fn take(self, of: fn(&mut Carried) -> &mut Option<String>) -> Option<String> {
        let mut taken = None;
        self.change(&mut |all| taken = of(all).take());
        taken
    }

    /// The place on a sheet that is being built.
    pub fn on(form: &Form) -> Option<Spot> {
        Finding::now().filter(|spot| spot.form == form.id)
    }

    /// Whether the place is on this screen, which then goes there by itself.
    pub fn leads_to(self, route: &Route) -> bool {
        matches!((self.spot(), route), (Some(spot), Route::Sheet(id)) if *id == spot.form)
    }

    /// Another screen comes. What was sought stays until the parent is home again.
    pub fn arrives(self, route: &Route) {
        let leads = self.leads_to(route);
        self.change(&mut |all| {
            if !leads {
                all.spot = None;
            }
            if *route != Route::HandOver {
                all.forget_giving();
            }
            if *route == Route::Home {
                all.forget_found();
            }
        });
    }

    /// Goes to hand something over to an office.
    pub fn bound_for(self, office: &str) {
        self.change(&mut |all| all.office = Some(office.to_owned()));
    }

    /// The office to which something is to be handed over; told once.
    pub fn take_office(self) -> Option<String> {
        self.take(|all| &mut all.office)
    }

    /// Goes to hand a slip over.
    pub fn with_slip(self, id: &str) {
        self.change(&mut |all| all.slip = Some(id.to_owned()));
    }

    /// The slip that is to be handed over; told once.
    pub fn take_slip(self) -> Option<String> {
        self.take(|all| &mut all.slip)
    }

    /// Takes along what the code of an office said.
    pub fn carry_card(self, text: &str) {
        self.change(&mut |all| all.card = Some(text.to_owned()));
    }

    /// What the code of an office said; told once.
    pub fn take_card(self) -> Option<String> {
        self.take(|all| &mut all.card)
    }

    /// Something was sealed to a one-time key, or after all not.
    pub fn mark_used(self, kid: &str, used: bool) {
        self.change(&mut |all| {
            all.used.retain(|other| other != kid);
            if used {
                all.used.push(kid.to_owned());
            }
        });
    }

    /// Whether something was sealed to a one-time key before.
    pub fn was_used(self, kid: &str) -> bool {
        self.0
            .with_value(|all| all.used.iter().any(|other| other == kid))
    }

    /// A hand-over is left to put something right, and goes on later.
    pub fn pause(self, what: &Paused) {
        self.change(&mut |all| all.paused = Some(Arc::clone(what)));
    }

    /// Whether a hand-over waits to go on.
    pub fn is_paused(self) -> bool {
        self.0.with_value(|all| all.paused.is_some())
    }

    /// The hand-over that was left; told once.
    pub fn resume(self) -> Option<Paused> {
        let mut taken = None;
        self.change(&mut |all| taken = all.paused.take());
        taken
    }

    /// Forgets all.
    pub fn forget(self) {
        self.change(&mut |all| {
            all.forget_found();
            all.paused = None;
        });
    }

    /// What is sought.
    pub fn sought(self) -> String {
        self.0.with_value(|all| all.sought.clone())
    }

    /// Keeps what is sought, for the way back.
    pub fn seek(self, words: &str) {
        self.change(&mut |all| words.clone_into(&mut all.sought));
    }
}
