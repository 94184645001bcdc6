//! The doors: begin a note, open the one that is here, or receive.

use leptos::prelude::*;

use crate::{
    browser::{
        el::{El, el},
        files, passkey,
    },
    route::Route,
    store::{Door as State, Session, remains},
    text::Text,
    ui::{
        part::{
            COLUMN, Lead, PASSPHRASE, Say, Trouble, Trying, art, button, derive, frame, group,
            heading, icon, languages, lead, link, new_key, new_passphrase_form, passphrase_form,
            private, quiet, row, span, title, trouble_box, try_slots,
        },
        words::{self, door as w},
    },
    vault::{KdfParams, Profile, SlotKind, Way, passkey_kek},
};

/// What is left of a damaged vault is kept under this name; it says nothing of whose it is.
pub const REMAINS: &str = "stepnote-remains.json";

/// How far somebody at the doors has gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Stands before them.
    Doors,
    /// Chooses a passphrase for a new note.
    Make,
}

/// The screen before a note is open.
pub fn door(step: RwSignal<Step>) -> Vec<El> {
    let session = expect_context::<Session>();
    match session.door() {
        State::Absent if step.get() == Step::Make => make(step),
        State::Absent => welcome(step),
        State::Locked | State::Open => unlock(),
        State::Damaged => damaged(),
        State::TooNew => cannot(Trouble::new(w::TOO_NEW, w::TOO_NEW_NEXT)),
        State::NoStore => cannot(Trouble::new(w::NO_STORE, w::NO_STORE_NEXT)),
    }
}

fn welcome(step: RwSignal<Step>) -> Vec<El> {
    let avenue = el("img")
        .attr("src", "avenue.svg")
        .attr("width", "390")
        .attr("height", "300");
    let begin = button("w-d", move || step.set(Step::Make))
        .add(art("door-note", "w-door"))
        .all(vec![el("b").say(w::FIRST), span(w::FIRST_SUB)]);
    let before = link("w-d", &Route::Restore.fragment())
        .add(art("door-receive", "w-door"))
        .all(vec![el("b").say(w::BEFORE), span(w::BEFORE_SUB)]);
    let remains = expect_context::<Session>().take_remains();
    let remains = remains.then(|| Trouble::new(words::leave::REMAINS, words::leave::REMAINS_NEXT));
    let blank = link("", &Route::Print.fragment()).say(words::print::BLANK);
    let guide = link("", &Route::Guide.fragment()).say(words::guide::ROW);
    let content = vec![
        group("w-hero", vec![avenue.attr("alt", words_of(w::AVENUE))]),
        group(
            "w-title",
            vec![heading("").say(words::APP), el("p").say(words::TAGLINE)],
        ),
        private(true),
        trouble_box(move || remains),
        group("w-doors", vec![begin, before]),
        quiet("w-promise", "lock", w::PROMISE),
        lead(w::FORGETFUL).class("w-why"),
        elsewhere(),
        languages(),
        el("p").class("w-more").add(blank).add(guide),
    ];
    frame(Lead::Brand, words::APP, "ks-main ks-main--hero", content)
}

fn words_of(text: Text) -> &'static str {
    crate::ui::part::words(text)
}

fn make(step: RwSignal<Step>) -> Vec<El> {
    let session = expect_context::<Session>();
    let trying = Trying::new();
    let make = move || {
        let Some(passphrase) = trying.new_passphrase() else {
            return;
        };
        trying.with(Box::pin(async move {
            let no_store = Trouble::new(w::NO_STORE, w::NO_STORE_NEXT);
            let (key, params) = new_key(session, passphrase).await?;
            session.create(&key, params).map_err(|_| no_store)
        }));
    };
    let content = vec![
        trouble_box(move || trying.trouble()),
        group("", vec![title(w::MAKE), lead(w::MAKE_LEAD)]),
        new_passphrase_form(trying, w::DECIDE, make),
        quiet("ks-card ks-card--sun ks-quiet", "info", w::FORGOTTEN),
    ];
    frame(
        Lead::Step(Box::new(move || step.set(Step::Doors))),
        w::MAKE,
        COLUMN,
        content,
    )
}

fn unlock() -> Vec<El> {
    let session = expect_context::<Session>();
    let trying = Trying::new();
    let unlock = move || {
        let Some(passphrase) = trying.passphrase() else {
            return;
        };
        trying.with(Box::pin(open(session, passphrase)));
    };
    let mut content = vec![trouble_box(move || trying.trouble()), title(w::OPEN_TITLE)];
    let renewed = session.has_new_keys();
    content.extend(renewed.then(|| quiet("ks-card ks-quiet", "key", w::NEW_KEYS)));
    content.extend([passphrase_form(trying, w::OPEN, unlock)]);
    let passkeys = session.ways(SlotKind::Passkey);
    content.extend((!passkeys.is_empty()).then(|| {
        let open = move || {
            trying.with(Box::pin(open_with_passkey(session)));
        };
        button("ks-btn ks-btn--lg ks-btn--wide", open)
            .add(icon("key"))
            .add(span(w::PASSKEY))
    }));
    content.extend([
        quiet("ks-quiet ks-closing", "lock", words::home::KEPT),
        el("nav").called(w::OTHERWISE).all(vec![
            way(Route::Recover, "key", w::RECOVER, w::RECOVER_SUB),
            way(Route::Restore, "box", w::RESTORE, w::RESTORE_SUB),
            way(
                Route::Receive,
                "receive",
                words::home::RECEIVE,
                w::RECEIVE_SUB,
            ),
        ]),
        languages(),
    ]);
    frame(Lead::Brand, w::OPEN_TITLE, COLUMN, content)
}

/// Opens the note with a passphrase.
pub async fn open(session: Session, passphrase: String) -> Result<(), Trouble> {
    try_slots(session, &passphrase, |key, params| {
        let opened = session.unlock(SlotKind::Passphrase, key);
        opened.map_err(refusal)?;
        // What was made on a weak device long ago is made harder to guess at, in passing.
        if params.is_lighter_than_today() {
            let hardened = harden(session, passphrase.clone(), params.clone());
            leptos::task::spawn_local(hardened);
        }
        Ok(())
    })
    .await
}

/// Opens the note with the passkey of this device.
async fn open_with_passkey(session: Session) -> Result<(), Trouble> {
    let mut refused = Trouble::new(w::PASSKEY_NOT, w::PASSKEY_NOT_NEXT);
    for way in session.ways(SlotKind::Passkey) {
        let Way::Passkey { salt, credential } = way else {
            continue;
        };
        let Ok(secret) = passkey::ask(&credential, &salt).await else {
            continue;
        };
        let key = passkey_kek(&secret, &salt);
        match session.unlock(SlotKind::Passkey, &key) {
            Ok(()) => return Ok(()),
            // The passkey of another vault: as good as none.
            Err(State::Locked) => {}
            Err(state) => refused = refusal(state),
        }
    }
    Err(refused)
}

fn refusal(state: State) -> Trouble {
    match state {
        State::Damaged => Trouble::new(w::DAMAGED, w::DAMAGED_NEXT),
        State::TooNew => Trouble::new(w::TOO_NEW, w::TOO_NEW_NEXT),
        State::NoStore => Trouble::new(w::NO_STORE, w::NO_STORE_NEXT),
        State::Absent | State::Locked | State::Open => {
            Trouble::new(w::WRONG, w::WRONG_NEXT).at(PASSPHRASE)
        }
    }
}

async fn harden(session: Session, passphrase: String, old: KdfParams) {
    let Some(params) = session.new_slot(Profile::STANDARD) else {
        return;
    };
    if let Ok(key) = derive(passphrase, params.clone()).await
        // Whoever has changed the passphrase meanwhile does not get the old one back.
        && session.ways(SlotKind::Passphrase) == [Way::Passphrase(old)]
    {
        // The old slot opens it as well as before.
        let _ = session.try_vault(|vault, random| vault.set_passphrase(&key, params, random));
    }
}

fn way(route: Route, glyph: &str, title: Text, sub: Text) -> El {
    row(
        link("ks-link-row", &route.fragment()),
        glyph,
        title,
        Some(sub),
    )
}

fn elsewhere() -> El {
    let receive = way(
        Route::Receive,
        "receive",
        words::home::RECEIVE,
        w::RECEIVE_SUB,
    );
    el("nav").called(words::home::OTHER).add(receive)
}

/// Something is missing or broken. What is left can be kept, and a backup brought in.
fn damaged() -> Vec<El> {
    let keep = button("ks-link-row", || {
        files::save(REMAINS, remains().as_bytes());
    });
    let content = vec![
        title(words::APP),
        trouble_box(|| Some(Trouble::new(w::DAMAGED, w::DAMAGED_NEXT))),
        el("nav").called(w::OTHERWISE).all(vec![
            way(Route::Restore, "box", w::RESTORE, w::RESTORE_SUB),
            row(keep, "file", w::REMAINS, Some(w::REMAINS_SUB)),
            way(
                Route::Receive,
                "receive",
                words::home::RECEIVE,
                w::RECEIVE_SUB,
            ),
        ]),
        languages(),
    ];
    frame(Lead::Brand, words::APP, COLUMN, content)
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
