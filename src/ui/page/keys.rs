//! かぎ: the ways in which the note is opened, and how they are changed.

use leptos::prelude::*;
use zeroize::Zeroizing;

use crate::{
    browser::{
        clock,
        el::{El, el, svg},
        page, passkey,
    },
    carrier::qr,
    route::Route,
    store::Session,
    text::Text,
    ui::{
        part::{
            COLUMN, Lead, PASSPHRASE, Say, Trouble, Trying, backup_row, button, frame, group, icon,
            lead, link, new_key, new_passphrase_form, passphrase_form, quiet, row, span, title,
            trouble_box, try_slots, words as say,
        },
        words::{self, door, keys as w},
    },
    vault::{SlotKind, Way, passkey_kek},
};

/// What the page shows.
#[derive(Debug, Clone, PartialEq)]
enum Shown {
    /// The ways.
    Ways,
    /// A recovery code that was just made: it is nowhere else.
    Code(Zeroizing<String>),
    /// The passphrase of today is asked for, before this.
    Ask(Weighty),
    /// A new passphrase is chosen, for this.
    New(Weighty),
    /// The passphrase has changed.
    Changed,
    /// A passkey is made.
    Passkey,
    /// What others still have.
    Held,
}

/// What somebody who only found the telephone open must not do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Weighty {
    Code,
    Passphrase,
    Everything,
    Passkey,
}

/// The ways in.
pub fn keys() -> Vec<El> {
    let shown = RwSignal::new(Shown::Ways);
    vec![el("div").class("ks-screen").part(move || {
        let back = move || shown.set(Shown::Ways);
        match shown.get() {
            Shown::Ways => ways(shown),
            Shown::Code(code) => code_page(&code, shown),
            Shown::Ask(what) => ask(what, shown, back),
            Shown::New(what) => new(what, shown, back),
            Shown::Passkey => passkey_page(shown, back),
            Shown::Held => super::held::held(back),
            Shown::Changed => {
                let done = quiet("ks-card ks-quiet", "check", w::CHANGED).attr("role", "status");
                frame(
                    Lead::Step(Box::new(back)),
                    w::TITLE,
                    COLUMN,
                    vec![title(w::CHANGE), done],
                )
            }
        }
    })]
}

fn section(name: Text, sentences: &[Text]) -> El {
    let sentences = sentences.iter().map(|text| el("p").say(*text)).collect();
    el("section")
        .class("ks-card ks-stack")
        .add(el("h2").class("ks-h3").say(name))
        .all(sentences)
}

fn ways(shown: RwSignal<Shown>) -> Vec<El> {
    let session = expect_context::<Session>();
    let has = |kind| !session.ways(kind).is_empty();
    let go = move |what: Weighty| {
        move || {
            shown.set(Shown::Ask(what));
            page::to_title();
        }
    };
    const BUTTON: &str = "ks-btn ks-btn--wide";
    let (state, make) = if has(SlotKind::Recovery) {
        (w::CODE_THERE, w::CODE_AGAIN)
    } else {
        (w::CODE_NONE, w::CODE_MAKE)
    };
    let code = section(w::CODE, &[w::CODE_LEAD, state]).add(
        button(BUTTON, go(Weighty::Code))
            .add(icon("key"))
            .add(span(make)),
    );
    let change = section(w::CHANGE, &[w::CHANGE_LEAD])
        .add(button(BUTTON, go(Weighty::Passphrase)).say(w::CHANGE));
    let passkey = passkey_card(has(SlotKind::Passkey), go(Weighty::Passkey));
    let known = section(w::KNOWN, &[w::KNOWN_LEAD, w::KNOWN_LIMIT])
        .add(button(BUTTON, go(Weighty::Everything)).say(w::KNOWN_GO));
    let held = button("ks-link-row", move || {
        shown.set(Shown::Held);
        page::to_title();
    });
    let known = known.add(row(
        held,
        "info",
        words::held::TITLE,
        Some(words::held::SUB),
    ));
    let to = |route: Route| link("ks-link-row", &route.fragment());
    let more = el("nav").called(w::MORE).all(vec![
        backup_row(to(Route::Backup)),
        row(to(Route::Past), "clock", words::past::TITLE, None),
        row(to(Route::Leave), "trash", words::leave::TITLE, None),
    ]);
    let content = vec![
        group("", vec![title(w::TITLE), lead(w::LEAD)]),
        code,
        passkey,
        change,
        known,
        more,
    ];
    let content = content
        .into_iter()
        .chain(super::renewal::card(session))
        .collect();
    frame(Lead::Back("#/"), w::TITLE, COLUMN, content)
}

/// A passkey is spoken of only where there is one, or this browser can make one.
fn passkey_card(there: bool, add: impl Fn() + Clone + 'static) -> El {
    let session = expect_context::<Session>();
    let there = RwSignal::new(there);
    let offered = RwSignal::new(false);
    let trouble = RwSignal::new(None);
    leptos::task::spawn_local(async move {
        let can = passkey::is_offered().await;
        let _ = offered.try_set(can);
    });
    group("ks-slot", Vec::new()).part(move || {
        const BUTTON: &str = "ks-btn ks-btn--wide";
        if there.get() {
            let drop = button(BUTTON, move || {
                match session.try_vault(|vault, _| vault.drop_ways(SlotKind::Passkey)) {
                    Ok(()) => there.set(false),
                    Err(_) => trouble.set(Some(Trouble::new(w::REFUSED, w::REFUSED_NEXT))),
                }
            });
            let card = section(w::PASSKEY, &[w::PASSKEY_THERE])
                .add(trouble_box(move || trouble.get()))
                .add(drop.say(w::PASSKEY_DROP));
            return vec![card];
        }
        let card = || {
            let add = button(BUTTON, add.clone()).add(icon("key"));
            section(w::PASSKEY, &[w::PASSKEY_LEAD]).add(add.add(span(w::PASSKEY_ADD)))
        };
        offered.get().then(card).into_iter().collect()
    })
}

/// A page of its own: some browsers make a passkey only right after something was pressed.
fn passkey_page(shown: RwSignal<Shown>, back: impl FnMut() + 'static) -> Vec<El> {
    let session = expect_context::<Session>();
    let trying = Trying::new();
    let make = move || {
        trying.with(Box::pin(async move {
            let refused = Trouble::new(w::REFUSED, w::REFUSED_NEXT);
            let salt = Way::salt(&mut |b| session.random(b)).map_err(|_| refused)?;
            let not = |_| Trouble::new(w::PASSKEY_NOT, w::PASSKEY_NOT_NEXT);
            // She may be looking for her finger somewhere else for a while.
            session.set_awaited(true);
            let made = passkey::make(words::APP.ja, &salt).await.map_err(not)?;
            let secret = match made.secret {
                Some(secret) => secret,
                None => passkey::ask(&made.credential, &salt).await.map_err(not)?,
            };
            let key = passkey_kek(&Zeroizing::new(secret), &salt);
            let way = Way::Passkey {
                salt,
                credential: made.credential,
            };
            let done = session.try_vault(|vault, random| vault.set_way(way, &key, random));
            done.map_err(|_| refused)?;
            shown.set(Shown::Ways);
            page::to_title();
            Ok(())
        }));
    };
    let content = vec![
        trouble_box(move || trying.trouble()),
        group("", vec![title(w::PASSKEY), lead(w::PASSKEY_MAKE_LEAD)]),
        button("ks-btn ks-btn--main ks-btn--lg ks-btn--wide", make)
            .add(icon("key"))
            .add(span(w::PASSKEY_ADD)),
        quiet("ks-card ks-card--sun ks-quiet", "info", w::PASSKEY_LEAD),
    ];
    frame(Lead::Step(Box::new(back)), w::PASSKEY, COLUMN, content)
}

/// Before something weighty, the passphrase of today.
fn ask(what: Weighty, shown: RwSignal<Shown>, back: impl FnMut() + 'static) -> Vec<El> {
    let session = expect_context::<Session>();
    let trying = Trying::new();
    let submit = move || {
        let Some(passphrase) = trying.passphrase() else {
            return;
        };
        trying.with(Box::pin(async move {
            try_slots(session, &passphrase, |key, _| {
                if !session.opens(SlotKind::Passphrase, key) {
                    return Err(Trouble::new(door::WRONG, door::WRONG_NEXT).at(PASSPHRASE));
                }
                go_on(what, session, shown)?;
                page::to_title();
                Ok(())
            })
            .await
        }));
    };
    let name = match what {
        Weighty::Code => w::CODE,
        Weighty::Passphrase => w::CHANGE,
        Weighty::Everything => w::KNOWN,
        Weighty::Passkey => w::PASSKEY,
    };
    let content = vec![
        trouble_box(move || trying.trouble()),
        group("", vec![title(name), lead(w::NOW)]),
        passphrase_form(trying, w::CHANGE_GO, submit),
    ];
    frame(Lead::Step(Box::new(back)), name, COLUMN, content)
}

fn go_on(what: Weighty, session: Session, shown: RwSignal<Shown>) -> Result<(), Trouble> {
    shown.set(match what {
        Weighty::Passphrase | Weighty::Everything => Shown::New(what),
        Weighty::Passkey => Shown::Passkey,
        Weighty::Code => {
            let code = session.try_vault(|vault, random| vault.make_recovery(random));
            let code = code.map_err(|_| Trouble::new(w::REFUSED, w::REFUSED_NEXT))?;
            Shown::Code(Zeroizing::new(code.as_str().to_owned()))
        }
    });
    Ok(())
}

/// A new passphrase, or with it new keys for everything.
fn new(what: Weighty, shown: RwSignal<Shown>, back: impl FnMut() + 'static) -> Vec<El> {
    let session = expect_context::<Session>();
    let trying = Trying::new();
    let submit = move || {
        let Some(passphrase) = trying.new_passphrase() else {
            return;
        };
        trying.with(Box::pin(async move {
            let (key, params) = new_key(session, passphrase).await?;
            let everything = what == Weighty::Everything;
            let done = session.try_vault(|vault, random| {
                if everything {
                    vault.rotate(&key, params, random)
                } else {
                    vault.set_passphrase(&key, params, random)
                }
            });
            done.map_err(|_| Trouble::new(w::REFUSED, w::REFUSED_NEXT))?;
            if everything {
                session.lock_with_new_keys();
            } else {
                shown.set(Shown::Changed);
                page::to_title();
            }
            Ok(())
        }));
    };
    let everything = what == Weighty::Everything;
    let limit = everything.then(|| quiet("ks-card ks-card--sun ks-quiet", "info", w::KNOWN_LIMIT));
    let act = if everything {
        w::KNOWN_GO
    } else {
        door::DECIDE
    };
    let content = vec![
        trouble_box(move || trying.trouble()),
        title(w::NEW),
        new_passphrase_form(trying, act, submit),
        quiet("ks-card ks-card--sun ks-quiet", "info", door::FORGOTTEN),
    ];
    let content = content.into_iter().chain(limit).collect();
    frame(Lead::Step(Box::new(back)), w::NEW, COLUMN, content)
}

/// The recovery code, on the screen and on one sheet of paper.
fn code_page(code: &str, shown: RwSignal<Shown>) -> Vec<El> {
    let done = button("ks-btn ks-btn--wide", move || {
        shown.set(Shown::Ways);
        page::to_title();
    });
    let print = button("ks-btn ks-btn--main ks-btn--lg ks-btn--wide", page::print);
    let content = vec![
        group("ks-noprint", vec![title(w::CODE), lead(w::CODE_NOW)]),
        group("kc-pages", vec![code_sheet(code)]),
        group(
            "ks-noprint ks-stack",
            vec![
                print.add(icon("print")).add(span(w::CODE_PRINT)),
                done.say(w::CODE_DONE),
            ],
        ),
    ];
    let back = move || shown.set(Shown::Ways);
    frame(Lead::Step(Box::new(back)), w::CODE, COLUMN, content)
}

fn code_sheet(code: &str) -> El {
    let group_of = |digits: &str| el("li").class("ks-num").text(digits);
    let digits = el("ol")
        .class("kc__code")
        .attr("translate", "no")
        .called(w::CODE)
        .all(code.split('-').map(group_of).collect());
    let made = [say(w::MADE_ON), "  ", &clock::today().iso()].concat();
    el("article")
        .class("a4 kc")
        .add(el("p").class("kc__app").say(words::APP))
        .add(el("h2").class("kc__h").say(w::CODE))
        .add(digits)
        .add(el("p").class("kc__warn").say(w::CODE_SHEET))
        .add(el("h3").class("kc__h3").say(w::USE))
        .add(
            el("ol").class("kc__use").all(
                [w::USE_1, w::USE_2, w::USE_3]
                    .map(|step| el("li").say(step))
                    .into(),
            ),
        )
        .maybe(drawn(code))
        .add(el("p").say(w::CODE_QR))
        .add(el("p").class("ks-num").text(&made))
}

fn drawn(code: &str) -> Option<El> {
    let symbol = qr::draw_bytes(code.as_bytes()).ok()?;
    let side = symbol.side().to_string();
    let view = ["0 0 ", &side, " ", &side].concat();
    let path = svg("path").attr("d", &symbol.to_svg_path());
    let drawing = svg("svg")
        .attr("viewBox", &view)
        .attr("shape-rendering", "crispEdges")
        .attr("role", "img")
        .called(w::CODE_QR)
        .add(path);
    Some(el("div").class("kc__qr").add(drawing))
}
