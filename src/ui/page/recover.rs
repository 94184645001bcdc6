//! The way in with the recovery code: whose note it opens is shown before anything is changed.

use leptos::prelude::*;

use crate::{
    browser::{
        el::{El, el, value_of},
        files::{self, Picked},
        page, picture,
    },
    carrier::qr,
    store::{OurVault, Session},
    ui::{
        part::{
            COLUMN, Lead, Say, Trouble, Trying, busy_while, button, find, frame, group, icon, lead,
            new_key, new_passphrase_form, quiet, span, title, trouble_box, words as say,
        },
        words::{child, door, keys, recover as w},
    },
    vault::{RecoveryCode, RecoveryError, SlotKind, VaultError, Way},
};

/// The vault that the code opened, until somebody goes in.
type Opened = StoredValue<Option<OurVault>, LocalStorage>;

/// The way in with the code.
pub fn recover() -> Vec<El> {
    let opened: Opened = StoredValue::new_local(None);
    let found = RwSignal::new(false);
    vec![el("div").class("ks-screen").part(move || {
        if found.get() {
            see(opened)
        } else {
            ask(opened, found)
        }
    })]
}

fn ask(opened: Opened, found: RwSignal<bool>) -> Vec<El> {
    let session = expect_context::<Session>();
    let typed = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let trouble = RwSignal::new(None);
    let open = move |text: &str| match try_code(session, text) {
        Ok(vault) => {
            opened.set_value(Some(vault));
            found.set(true);
            page::to_title();
        }
        Err(why) => trouble.set(Some(why.at("code"))),
    };
    let input = el("textarea")
        .class("ks-input kc__typed ks-num")
        .id("code")
        .attr("rows", "3")
        .attr("inputmode", "numeric")
        .kept_here()
        .attr("aria-describedby", "code-hint")
        .showing(move || typed.get())
        .on("input", move |event| typed.set(value_of(&event)));
    let label = el("label")
        .class("ks-label")
        .attr("for", "code")
        .say(w::CODE);
    let hint = el("span").class("ks-hint").id("code-hint").say(w::HINT);
    let submit = el("button")
        .attr("type", "submit")
        .class("ks-btn ks-btn--main ks-btn--lg ks-btn--wide");
    let form = el("form")
        .class("ks-stack")
        .on("submit", move |event| {
            event.prevent_default();
            trouble.set(None);
            open(&typed.get_untracked());
        })
        .add(el("div").class("ks-field").add(label).add(hint).add(input))
        .add(submit.say(w::GO));
    let pick = move |event| {
        let picked = files::picked(&event);
        trouble.set(None);
        busy.set(true);
        leptos::task::spawn_local(async move {
            let read = code_in(picked).await;
            let _ = busy.try_set(false);
            match read {
                Some(code) => {
                    typed.set(code.clone());
                    open(&code);
                }
                None => trouble.set(Some(Trouble::new(w::NO_QR, w::NO_QR_NEXT))),
            }
        });
    };
    let picture = el("input")
        .class("ks-hide")
        .attr("type", "file")
        .attr("accept", "image/*")
        .on("change", pick);
    let picture = el("label")
        .class("ks-btn ks-btn--wide")
        .add(picture)
        .add(icon("camera"))
        .add(span(w::PICTURE));
    let content = vec![
        trouble_box(move || trouble.get()),
        group("", vec![title(w::TITLE), lead(w::LEAD)]),
        form,
        picture,
        busy_while(busy, door::OPENING),
    ];
    frame(Lead::Back("#/"), w::TITLE, COLUMN, content)
}

/// Opens the vault aside.
fn try_code(session: Session, typed: &str) -> Result<OurVault, Trouble> {
    let code = RecoveryCode::parse(typed).map_err(mistyped)?;
    let mut refused = Trouble::new(w::NONE, w::NONE_NEXT);
    for way in session.ways(SlotKind::Recovery) {
        let Way::Recovery { salt } = way else {
            continue;
        };
        match session.try_open(SlotKind::Recovery, &code.kek(&salt)) {
            Ok(vault) => return Ok(vault),
            Err(VaultError::WrongPassphrase | VaultError::OtherVault) => {
                refused = Trouble::new(w::OTHER, w::OTHER_NEXT);
            }
            Err(VaultError::TooNew) => refused = Trouble::new(door::TOO_NEW, door::TOO_NEW_NEXT),
            Err(_) => refused = Trouble::new(door::DAMAGED, door::DAMAGED_NEXT),
        }
    }
    Err(refused)
}

/// What is wrong with a code that was typed.
pub fn mistyped(error: RecoveryError) -> Trouble {
    let trouble = match error {
        RecoveryError::Empty => Trouble::new(w::EMPTY, w::LEAD),
        RecoveryError::Length { .. } => Trouble::new(w::LENGTH, w::LENGTH_NEXT),
        RecoveryError::Characters => Trouble::new(w::CHARACTERS, w::CHARACTERS_NEXT),
        RecoveryError::Group { group } => {
            let next = w::GROUP_NEXT.get(group.wrapping_sub(1));
            Trouble::new(w::GROUP, *next.unwrap_or(&w::LENGTH_NEXT))
        }
    };
    trouble.at("code")
}

/// What the first QR code in the pictures says, if it could be a recovery code.
async fn code_in(pictures: Vec<Picked>) -> Option<String> {
    for picture in pictures {
        let Some(picture) = picture::of_file(&picture).await else {
            continue;
        };
        let text = |code: qr::Code| String::from_utf8(code.bytes).ok();
        let mut codes = find(picture, true).await.into_iter().filter_map(text);
        if let Some(code) = codes.find(|text| RecoveryCode::parse(text).is_ok()) {
            return Some(code);
        }
    }
    None
}

/// Whose note it is; then a new passphrase.
fn see(opened: Opened) -> Vec<El> {
    let session = expect_context::<Session>();
    let trying = Trying::new();
    let children = opened.with_value(|vault| vault.as_ref().map(Session::names_in));
    let child_of = |name: &String| {
        let shown = if name.is_empty() {
            say(child::NAMELESS)
        } else {
            name
        };
        el("li")
            .add(icon("note"))
            .add(el("span").attr("translate", "no").text(shown))
    };
    let names = children.unwrap_or_default();
    let list = if names.is_empty() {
        el("p").say(w::NOBODY)
    } else {
        el("ul")
            .class("ks-consent")
            .all(names.iter().map(child_of).collect())
    };
    let submit = move || {
        let Some(passphrase) = trying.new_passphrase() else {
            return;
        };
        trying.with(Box::pin(async move {
            let refused = Trouble::new(keys::REFUSED, keys::REFUSED_NEXT);
            let (key, params) = new_key(session, passphrase).await?;
            let mut vault = take(opened).ok_or(refused)?;
            let set = vault.set_passphrase(&key, params, &mut |b| session.random(b));
            if set.is_err() {
                opened.set_value(Some(vault));
                return Err(refused);
            }
            enter(session, vault);
            Ok(())
        }));
    };
    let as_it_is = button("ks-btn ks-btn--text ks-btn--wide", move || {
        if let Some(vault) = take(opened) {
            enter(session, vault);
        }
    });
    let content = vec![
        trouble_box(move || trying.trouble()),
        group("", vec![title(w::FOUND), lead(w::FOUND_LEAD)]),
        el("section").class("ks-card").add(list),
        new_passphrase_form(trying, door::DECIDE, submit),
        as_it_is.say(w::AS_IT_IS),
        quiet("ks-card ks-card--sun ks-quiet", "info", door::FORGOTTEN),
    ];
    frame(Lead::Back("#/"), w::FOUND, COLUMN, content)
}

fn take(opened: Opened) -> Option<OurVault> {
    opened.try_update_value(Option::take).flatten()
}

fn enter(session: Session, vault: OurVault) {
    session.enter(vault);
    crate::browser::place::go("#/");
}
