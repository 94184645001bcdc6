//! Typing a passphrase, and choosing a new one.

use std::{pin::Pin, time::Duration};

use leptos::prelude::*;

use super::{More, Say, Trouble, added, busy_while, button, span, words};
use crate::{
    browser::{
        clock,
        el::{El, el, ticked, value_of},
        keyboard, text,
    },
    job::{Done, Failure, Job},
    store::Session,
    text::Text,
    ui::words::door as w,
    vault::{
        KdfParams, Kek, Profile, SHORTEST, SlotKind, Strength, Way, make_passphrase, strength,
    },
    worker,
};

/// The name of its field on the page.
pub const PASSPHRASE: &str = "passphrase";

/// What a form with a passphrase goes through.
#[derive(Clone, Copy, Default)]
pub struct Trying {
    typed: RwSignal<String>,
    busy: RwSignal<bool>,
    trouble: RwSignal<Option<Trouble>>,
}

impl Trying {
    /// Nothing is typed yet.
    pub fn new() -> Self {
        Trying::default()
    }

    /// Whether slow work is going on.
    pub fn busy(self) -> bool {
        self.busy.get()
    }

    /// What stands in the way.
    pub fn trouble(self) -> Option<Trouble> {
        self.trouble.get()
    }

    /// Says what stands in the way.
    pub fn stopped(self, trouble: Trouble) {
        self.trouble.set(Some(trouble));
    }

    /// What was typed to open something; says so when it was nothing.
    pub fn passphrase(self) -> Option<String> {
        let typed = self.typed.get_untracked();
        if typed.is_empty() {
            self.stopped(Trouble::new(w::EMPTY, w::WRONG_NEXT).at(PASSPHRASE));
            return None;
        }
        Some(typed)
    }

    /// What was chosen; says so when it is too short.
    pub fn new_passphrase(self) -> Option<String> {
        let typed = self.typed.get_untracked();
        if typed.chars().count() < SHORTEST {
            let what = if typed.is_empty() {
                w::EMPTY
            } else {
                w::TOO_SHORT
            };
            self.stopped(Trouble::new(what, w::PASSPHRASE_HINT).at(PASSPHRASE));
            return None;
        }
        Some(typed)
    }

    /// Does slow work with the passphrase, and says what came of it.
    pub fn with(self, act: Pin<Box<dyn Future<Output = Result<(), Trouble>>>>) {
        self.trouble.set(None);
        self.busy.set(true);
        leptos::task::spawn_local(async move {
            let outcome = act.await;
            // The form may be gone by then: it led somewhere.
            let _ = self.busy.try_set(false);
            let _ = self.trouble.try_set(outcome.err());
        });
    }
}

/// One passphrase to open something with.
pub fn passphrase_form(trying: Trying, act: Text, submit: impl Fn() + 'static) -> El {
    form(trying, None, act, w::OPENING, Box::new(submit))
}

/// A new passphrase: typed, or given.
pub fn new_passphrase_form(trying: Trying, act: Text, submit: impl Fn() + 'static) -> El {
    form(
        trying,
        Some(w::PASSPHRASE_HINT),
        act,
        w::LOCKING,
        Box::new(submit),
    )
}

/// One field, with its switch to see what is typed. A new one has a hint, and can be given.
fn form(trying: Trying, hint: Option<Text>, act: Text, doing: Text, submit: Box<dyn Fn()>) -> El {
    let session = expect_context::<Session>();
    let shown = RwSignal::new(false);
    let new = hint.is_some();
    let autocomplete = if new {
        "new-password"
    } else {
        "current-password"
    };
    let input = el("input")
        .class("ks-input")
        .id(PASSPHRASE)
        .attr("name", PASSPHRASE)
        .attr_of("type", move || {
            Some(if shown.get() { "text" } else { "password" }.to_owned())
        })
        .kept_here()
        // What stands readable in a field, browsers write to the disk to restore it after a crash.
        .attr_of("autocomplete", move || {
            Some(if shown.get() { "off" } else { autocomplete }.to_owned())
        })
        .attr_if("aria-describedby", hint.map(|_| "passphrase-hint"))
        .showing(move || trying.typed.get())
        .on("input", move |event| trying.typed.set(value_of(&event)))
        .deaf_to_candidates();
    let hint = hint.map(|hint| el("span").class("ks-hint").id("passphrase-hint").say(hint));
    let label = el("label")
        .class("ks-label")
        .attr("for", PASSPHRASE)
        .say(w::PASSPHRASE);
    let show = el("input")
        .attr("type", "checkbox")
        .ticked_while(move || shown.get())
        .on("change", move |event| shown.set(ticked(&event)));
    let show = el("label").class("ks-pick").add(show).add(span(w::SHOW));
    let give = new.then(|| {
        button("ks-btn ks-btn--text", move || {
            if let Ok(given) = make_passphrase(&mut |buffer| session.random(buffer)) {
                trying.typed.set(given.to_string());
                shown.set(true);
            }
        })
        .say(w::GIVE)
    });
    let hard_elsewhere = el("div")
        .class("ks-slot")
        .attr("role", "status")
        .when(move || {
            let foreign = new && trying.typed.with(|typed| !typed.is_ascii());
            foreign.then(|| el("p").class("ks-hint").say(w::KANA))
        });
    el("form")
        .class("ks-stack")
        .on("submit", move |event| {
            event.prevent_default();
            if !trying.busy.get_untracked() {
                submit();
            }
        })
        .add(
            el("div")
                .class("ks-field")
                .add(label)
                .maybe(hint)
                .add(input)
                .add(el("div").part(move || added(More::Typed(trying, new))))
                .add(hard_elsewhere),
        )
        .add(el("div").class("ks-between").add(show).maybe(give))
        .add(busy_while(trying.busy, doing))
        .add(
            el("button")
                .attr("type", "submit")
                .class("ks-btn ks-btn--main ks-btn--lg ks-btn--wide")
                .say(act),
        )
}

/// What is said while a passphrase is typed: whether Caps Lock is on, and of a new one a word on how
/// strong it is.
pub fn while_typed(trying: Trying, new: bool) -> Vec<El> {
    let said = |words: Box<dyn Fn() -> String>| {
        el("p").class("ks-hint").attr("role", "status").words(words)
    };
    let on = RwSignal::new(false);
    for event in ["keydown", "keyup"] {
        let heard = window_event_listener_untyped(event, move |event| {
            on.set(keyboard::capitals(&event));
        });
        on_cleanup(move || heard.remove());
    }
    let capitals = said(Box::new(move || {
        if on.get() { words(w::CAPITALS) } else { "" }.to_owned()
    }));
    let strong = said(Box::new(move || {
        let said = match trying.typed.with(|typed| strength(typed)) {
            None => return String::new(),
            Some(Strength::Short) => w::SHORT,
            Some(Strength::Plain) => w::PLAIN,
            Some(Strength::Fair) => w::FAIR,
            Some(Strength::Long) => w::LONG,
        };
        words(said).to_owned()
    }));
    [capitals]
        .into_iter()
        .chain(new.then_some(strong))
        .collect()
}

/// The key of a new slot, as hard to guess at as this device can bear.
pub async fn new_key(session: Session, passphrase: String) -> Result<(Kek, KdfParams), Trouble> {
    let mut refused = Trouble::new(w::NO_STORE, w::NO_STORE_NEXT);
    for profile in [Profile::STANDARD, Profile::LIGHT, Profile::LIGHTEST] {
        let Some(params) = session.new_slot(profile) else {
            break;
        };
        match derive(passphrase.clone(), params.clone()).await {
            Ok(key) => return Ok((key, params)),
            Err(trouble) => refused = trouble,
        }
    }
    Err(refused)
}

/// Tries a passphrase at each slot until one takes it, after the wait that wrong ones have earned. What
/// the last one was refused for is what is said.
pub async fn try_slots(
    session: Session,
    passphrase: &str,
    attempt: impl Fn(&Kek, &KdfParams) -> Result<(), Trouble>,
) -> Result<(), Trouble> {
    clock::wait(Duration::from_secs(session.wait().into())).await;
    let mut refused = Trouble::new(w::DAMAGED, w::DAMAGED_NEXT);
    let mut tried = Vec::new();
    let next = |tried: &[Way]| {
        let mut ways = session.ways(SlotKind::Passphrase).into_iter();
        ways.find(|way| !tried.contains(way))
    };
    // Another screen can put a new slot in the place of one while a key for that is derived.
    while let Some(way) = next(&tried) {
        if let Way::Passphrase(params) = &way {
            let key = derive(passphrase.to_owned(), params.clone()).await?;
            match attempt(&key, params) {
                Ok(()) => return Ok(()),
                Err(why) => refused = why,
            }
        }
        tried.push(way);
    }
    Err(refused)
}

/// The key that a passphrase makes, slowly, in the worker.
pub async fn derive(passphrase: String, params: KdfParams) -> Result<Kek, Trouble> {
    let job = Job::Derive {
        passphrase: text::nfkc(&passphrase).into(),
        params,
    };
    match worker::ask(job).await {
        Ok(Done::Key(key)) => Ok(Kek::from_bytes(*key)),
        Ok(Done::Failed(Failure::Memory)) => Err(Trouble::new(w::NO_MEMORY, w::NO_MEMORY_NEXT)),
        Ok(_) => Err(Trouble::new(w::DAMAGED, w::DAMAGED_NEXT)),
        Err(worker::Lost) => Err(Trouble::new(w::NO_WORKER, w::NO_WORKER_NEXT)),
    }
}
