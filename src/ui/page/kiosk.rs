//! A shared machine: where it begins, and what stands above every screen of it.

use leptos::prelude::*;

use crate::{
    browser::{
        el::{El, el},
        page,
    },
    route::Route,
    store::{self, Session},
    ui::{
        part::{
            COLUMN, Lead, Left, Say, art, button, ending, frame, group, heading, icon, lang_now,
            languages, link, quiet, row, span,
        },
        words::{self, shell::kiosk as w},
    },
    vault::{Kek, Profile},
};

/// Where a person begins. There is no passphrase: nothing outlives the page.
pub fn attract() -> Vec<El> {
    let session = expect_context::<Session>();
    let begin = move || {
        let mut key = zeroize::Zeroizing::new([0; 32]);
        session.random(&mut *key);
        // The lightest: it is never derived, for nobody knows what from.
        if let Some(params) = session.new_slot(Profile::LIGHTEST) {
            let _ = session.create(&Kek::from_bytes(*key), params);
        }
    };
    let languages = languages();
    let avenue = el("img")
        .attr("src", "avenue.svg")
        .attr("width", "390")
        .attr("height", "300")
        .attr("alt", "");
    let write = button("w-d", begin)
        .add(art("door-note", "w-door"))
        .all(vec![el("b").say(w::WRITE), span(w::WRITE_SUB)]);
    let receive = link("w-d", &Route::Receive.fragment())
        .add(art("door-receive", "w-door"))
        .all(vec![
            el("b").say(words::home::RECEIVE),
            span(words::door::RECEIVE_SUB),
        ]);
    let blank = link("ks-link-row", &Route::Print.fragment());
    let content = vec![
        languages.attr("role", "group").called(words::LANGUAGE),
        group("w-hero", vec![avenue]),
        group(
            "w-title",
            vec![heading("").say(words::APP), el("p").say(words::TAGLINE)],
        ),
        group("w-doors", vec![write, receive]),
        if store::is_clear() {
            quiet("w-promise", "lock", w::NOTHING)
        } else {
            quiet("w-promise", "warn", w::REMAINS)
        },
        el("p").class("ks-small").say(w::TAKE_HOME),
        el("nav")
            .called(words::home::OTHER)
            .add(row(blank, "print", words::print::BLANK, None)),
    ];
    frame(Lead::Brand, words::APP, COLUMN, content)
}

/// What stands above every screen: how to end it, how to hide it, and the question whether somebody
/// is still there.
pub fn above() -> Vec<El> {
    let Left(left) = expect_context::<Left>();
    let end = ending();
    let asked = RwSignal::new(false);
    let hidden = RwSignal::new(false);
    Effect::new(move |_| page::mark_root("data-covered", hidden.get()));
    on_cleanup(|| page::mark_root("data-covered", false));
    let bar = move || {
        if asked.get() {
            return vec![
                el("p").say(w::SURE),
                group(
                    "ks-row",
                    vec![
                        button("ks-btn ks-btn--main", end).say(w::DO_END),
                        button("ks-btn", move || asked.set(false)).say(w::GO_ON),
                    ],
                ),
            ];
        }
        let hide = if hidden.get() { w::SHOW } else { w::HIDE };
        let hide = button("ks-btn", move || hidden.update(|hidden| *hidden = !*hidden))
            .add(icon("eye"))
            .add(span(hide));
        let end = button("ks-btn ks-kiosk__end", move || asked.set(true)).say(w::END);
        vec![hide, end]
    };
    let bar = el("aside")
        .class("ks-kiosk ks-noprint")
        .called(w::MACHINE)
        .part(bar);
    let question = move || {
        let left = left.get()?;
        let said = format!("{left} {}", w::SECONDS.to(lang_now()));
        // Said aloud only now and then.
        let aloud = matches!(left, 30 | 10 | 5).then(|| el("p").class("ks-hide").text(&said));
        Some(
            el("section")
                .class("ks-there ks-noprint")
                .attr("role", "alertdialog")
                .called(w::THERE)
                .add(
                    el("p")
                        .class("ks-there__left ks-num")
                        .attr("aria-hidden", "true")
                        .text(&said),
                )
                .add(el("p").class("ks-there__what").say(w::THERE))
                .add(el("p").say(w::THERE_SUB))
                .add(button("ks-btn ks-btn--lg", || {}).say(w::GO_ON))
                .add(el("p").class("ks-there__more").say(w::ANYWHERE))
                .add(el("div").attr("aria-live", "assertive").maybe(aloud)),
        )
    };
    vec![bar, el("div").class("ks-slot").when(question)]
}
