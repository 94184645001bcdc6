//! The doors: begin a note, open the one that is here, or receive.

use leptos::prelude::*;

use crate::{
    browser::{
        el::{El, el, ticked, value_of},
        text,
    },
    job::{Done, Failure, Job},
    route::Route,
    store::{Door as State, Session},
    text::{Lang, Text},
    ui::{
        part::{
            COLUMN, Lead, Say, Trouble, art, busy_while, button, frame, group, heading, lang, lead,
            link, quiet, row, span, title, trouble_box,
        },
        words::{self, door as w},
    },
    vault::{KdfParams, Kek},
    worker,
};

/// What NIST SP 800-63B asks of a secret people choose; no rule about which characters.
const SHORTEST: usize = 8;

/// The screen before a note is open.
pub fn door(making: RwSignal<bool>) -> Vec<El> {
    let session = expect_context::<Session>();
    match session.door() {
        State::Absent if making.get() => make(making),
        State::Absent => welcome(making),
        State::Locked | State::Open => unlock(),
        State::Damaged => cannot(Trouble::new(w::DAMAGED, w::DAMAGED_NEXT)),
        State::TooNew => cannot(Trouble::new(w::TOO_NEW, w::TOO_NEW_NEXT)),
        State::NoStore => cannot(Trouble::new(w::NO_STORE, w::NO_STORE_NEXT)),
    }
}

fn welcome(making: RwSignal<bool>) -> Vec<El> {
    let avenue = el("img")
        .attr("src", "avenue.svg")
        .attr("width", "390")
        .attr("height", "300");
    let begin = button("w-d", move || making.set(true))
        .add(art("door-note", "w-door"))
        .all(vec![el("b").say(w::FIRST), span(w::FIRST_SUB)]);
    let receive = link("w-d", &Route::Receive.fragment())
        .add(art("door-receive", "w-door"))
        .all(vec![
            el("b").say(words::home::RECEIVE),
            span(w::RECEIVE_SUB),
        ]);
    let blank = link("", &Route::Print.fragment()).say(words::print::BLANK);
    let content = vec![
        group("w-hero", vec![avenue.attr("alt", words_of(w::AVENUE))]),
        group(
            "w-title",
            vec![heading("").say(words::APP), el("p").say(words::TAGLINE)],
        ),
        group("w-doors", vec![begin, receive]),
        quiet("w-promise", "lock", w::PROMISE),
        languages(),
        el("p").class("w-more").add(blank),
    ];
    frame(Lead::Brand, words::APP, "ks-main ks-main--hero", content)
}

fn words_of(text: Text) -> &'static str {
    crate::ui::part::words(text)
}

fn languages() -> El {
    let lang = lang();
    let choice = |which: Lang| {
        button("w-lang__b", move || lang.set(which))
            .attr("lang", which.tag())
            .attr(
                "aria-pressed",
                if lang.get_untracked() == which {
                    "true"
                } else {
                    "false"
                },
            )
            .text(which.own_name())
    };
    let choices = Lang::ALL.into_iter().map(choice).collect();
    group("w-lang", choices)
        .attr("role", "group")
        .called(words::LANGUAGE)
}

/// What a form with a passphrase goes through.
#[derive(Clone, Copy)]
struct Trying {
    typed: StoredValue<String>,
    busy: RwSignal<bool>,
    trouble: RwSignal<Option<Trouble>>,
}

impl Trying {
    fn new() -> Self {
        let typed = StoredValue::new(String::new());
        Trying {
            typed,
            busy: RwSignal::new(false),
            trouble: RwSignal::new(None),
        }
    }

    /// Does slow work with the passphrase, and says what came of it.
    fn with(self, act: impl Future<Output = Result<(), Trouble>> + 'static) {
        self.trouble.set(None);
        self.busy.set(true);
        leptos::task::spawn_local(async move {
            let outcome = act.await;
            self.trouble.set(outcome.err());
            self.busy.set(false);
        });
    }
}

fn make(making: RwSignal<bool>) -> Vec<El> {
    let session = expect_context::<Session>();
    let trying = Trying::new();
    let make = move || {
        let passphrase = trying.typed.get_value();
        if passphrase.chars().count() < SHORTEST {
            let what = if passphrase.is_empty() {
                w::EMPTY
            } else {
                w::TOO_SHORT
            };
            return trying
                .trouble
                .set(Some(Trouble::new(what, w::PASSPHRASE_HINT)));
        }
        trying.with(async move {
            let no_store = Trouble::new(w::NO_STORE, w::NO_STORE_NEXT);
            let params = session.new_slot().ok_or(no_store)?;
            let key = derive(passphrase, params.clone()).await?;
            session.create(&key, params).map_err(|_| no_store)
        });
    };
    let content = vec![
        trouble_box(move || trying.trouble.get()),
        group("", vec![title(w::MAKE), lead(w::MAKE_LEAD)]),
        passphrase_form(
            trying,
            Some(w::PASSPHRASE_HINT),
            w::DECIDE,
            w::LOCKING,
            make,
        ),
        quiet("ks-card ks-card--sun ks-quiet", "info", w::FORGOTTEN),
    ];
    frame(
        Lead::Step(Box::new(move || making.set(false))),
        w::MAKE,
        COLUMN,
        content,
    )
}

fn unlock() -> Vec<El> {
    let session = expect_context::<Session>();
    let trying = Trying::new();
    let unlock = move || {
        let passphrase = trying.typed.get_value();
        if passphrase.is_empty() {
            return trying
                .trouble
                .set(Some(Trouble::new(w::EMPTY, w::WRONG_NEXT)));
        }
        trying.with(async move {
            let params = session
                .slot()
                .ok_or(Trouble::new(w::DAMAGED, w::DAMAGED_NEXT))?;
            let key = derive(passphrase, params).await?;
            session.unlock(&key).map_err(|state| match state {
                State::Damaged => Trouble::new(w::DAMAGED, w::DAMAGED_NEXT),
                State::TooNew => Trouble::new(w::TOO_NEW, w::TOO_NEW_NEXT),
                State::NoStore => Trouble::new(w::NO_STORE, w::NO_STORE_NEXT),
                State::Absent | State::Locked | State::Open => {
                    Trouble::new(w::WRONG, w::WRONG_NEXT)
                }
            })
        });
    };
    let content = vec![
        trouble_box(move || trying.trouble.get()),
        title(w::OPEN_TITLE),
        passphrase_form(trying, None, w::OPEN, w::OPENING, unlock),
        quiet("ks-quiet", "lock", words::home::KEPT),
        elsewhere(),
        languages(),
    ];
    frame(Lead::Brand, w::OPEN_TITLE, COLUMN, content)
}

fn elsewhere() -> El {
    let receive = link("ks-link-row", &Route::Receive.fragment());
    let receive = row(
        receive,
        "receive",
        words::home::RECEIVE,
        Some(w::RECEIVE_SUB),
    );
    el("nav").called(words::home::OTHER).add(receive)
}

/// One passphrase field, with its switch to see what is typed. A new one has a hint.
fn passphrase_form(
    trying: Trying,
    hint: Option<Text>,
    act: Text,
    doing: Text,
    submit: impl Fn() + 'static,
) -> El {
    let shown = RwSignal::new(false);
    let autocomplete = if hint.is_some() {
        "new-password"
    } else {
        "current-password"
    };
    let input = el("input")
        .class("ks-input")
        .id("passphrase")
        .attr("name", "passphrase")
        .attr_of("type", move || {
            Some(if shown.get() { "text" } else { "password" }.to_owned())
        })
        .attr("autocomplete", autocomplete)
        .attr("autocapitalize", "off")
        .attr("spellcheck", "false")
        .attr("translate", "no")
        .attr_if("aria-describedby", hint.map(|_| "passphrase-hint"))
        .on("input", move |event| {
            trying.typed.set_value(value_of(&event));
        })
        .deaf_to_candidates();
    let hint = hint.map(|hint| el("span").class("ks-hint").id("passphrase-hint").say(hint));
    let label = el("label")
        .class("ks-label")
        .attr("for", "passphrase")
        .say(w::PASSPHRASE);
    let show = el("input")
        .attr("type", "checkbox")
        .on("change", move |event| shown.set(ticked(&event)));
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
                .add(input),
        )
        .add(el("label").class("ks-pick").add(show).add(span(w::SHOW)))
        .add(busy_while(trying.busy, doing))
        .add(
            el("button")
                .attr("type", "submit")
                .class("ks-btn ks-btn--main ks-btn--lg ks-btn--wide")
                .say(act),
        )
}

fn cannot(trouble: Trouble) -> Vec<El> {
    let content = vec![
        title(words::APP),
        trouble_box(move || Some(trouble)),
        elsewhere(),
        languages(),
    ];
    frame(Lead::Brand, words::APP, COLUMN, content)
}

async fn derive(passphrase: String, params: KdfParams) -> Result<Kek, Trouble> {
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
