//! A shared machine: where it begins, and what stands above every screen of it.

use std::cell::Cell;

use leptos::{prelude::*, task::spawn_local};

use crate::{
    browser::{
        clock, dialog,
        el::{El, el},
        page, ways,
    },
    machine::{Way, is_night, wipe::Place},
    route::Route,
    store::{
        Session,
        machine::{self, machine},
    },
    ui::{
        page::ten_keys::ten_keys,
        part::{
            COLUMN, Lead, Left, READINGS, Say, art, button, ending, frame, group, heading, icon,
            lang, languages, link, quiet, row, span, words as say,
        },
        words::{self, display, shell::kiosk as w, staff},
    },
    vault::{Kek, Profile},
};

thread_local! {
    /// Whether the first screen has stood here: from then on the language is hers.
    static BEGUN: Cell<bool> = const { Cell::new(false) };
}

/// Where a person begins. There is no passphrase: nothing outlives the page.
pub fn attract() -> Vec<El> {
    let session = expect_context::<Session>();
    let decided = machine();
    let begin = move || {
        let mut key = zeroize::Zeroizing::new([0; 32]);
        session.random(&mut *key);
        // The lightest: it is never derived, for nobody knows what from.
        if let Some(params) = session.new_slot(Profile::LIGHTEST) {
            let _ = session.create(&Kek::from_bytes(*key), params);
        }
    };
    let lang = lang();
    if !BEGUN.replace(true)
        && let Some(first) = decided.lang
    {
        lang.set(first);
    }
    dim(decided.dims);
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
    let blank = ways::allows(Way::Paper).then(|| {
        el("nav")
            .called(words::home::OTHER)
            .add(row(blank, "print", words::print::BLANK, None))
    });
    let take_home = (!way_home().is_empty()).then(|| el("p").class("ks-small").text(&way_home()));
    let mut content = vec![
        languages(),
        readings(),
        group("w-hero", vec![avenue]),
        group(
            "w-title",
            vec![heading("").say(words::APP), el("p").say(words::TAGLINE)],
        ),
        group("w-doors", vec![write, receive]),
        promise(),
    ];
    content.extend(take_home);
    content.extend(blank);
    frame(Lead::Brand, words::APP, COLUMN, content)
}

/// ふりがな over the questions, for this person alone.
fn readings() -> El {
    let on = page::root(READINGS).as_deref() == Some("on");
    let now = RwSignal::new(on);
    button("ks-btn ks-btn--sm", move || {
        let on = !now.get_untracked();
        page::set_root(READINGS, if on { "on" } else { "" });
        now.set(on);
    })
    .attr_of("aria-pressed", move || {
        Some(if now.get() { "true" } else { "false" }.to_owned())
    })
    .say(display::WITH)
}

/// As what one takes it home here; "" where nothing is allowed.
fn way_home() -> String {
    let all = [
        (Way::Codes, w::AS_CODES),
        (Way::Paper, w::AS_PAPER),
        (Way::File, w::AS_FILE),
    ];
    let all = all.into_iter().filter(|(way, _)| ways::allows(*way));
    let all: Vec<&str> = all.map(|(_, name)| say(name)).collect();
    if all.is_empty() {
        return String::new();
    }
    [
        say(w::TAKE_HOME_BEFORE),
        &all.join(say(w::OR)),
        say(w::TAKE_HOME),
    ]
    .concat()
}

/// ここには 何も のこりません, once that was looked at; else what is left, and one more try.
fn promise() -> El {
    let left = RwSignal::new(None::<Vec<Place>>);
    spawn_local(async move {
        let _ = left.try_set(Some(machine::look_after().await));
    });
    let again = move || {
        spawn_local(async move {
            machine::forget().await;
            let _ = left.try_set(Some(machine::look_after().await));
        });
    };
    el("div").attr("role", "status").part(move || {
        let Some(left) = left.get() else {
            return Vec::new();
        };
        if left.is_empty() {
            return vec![quiet("w-promise", "lock", w::NOTHING)];
        }
        if machine::somebody_keeps() {
            return vec![quiet("w-promise", "warn", w::SOMEBODY)];
        }
        vec![
            quiet("w-promise", "warn", w::REMAINS),
            button("ks-btn ks-btn--line ks-btn--wide", again).say(w::ERASE_AGAIN),
        ]
    })
}

/// At night the first screen is dark, unless somebody has chosen its colours.
fn dim(dims: bool) {
    const THEME: &str = "data-theme";
    let chosen = page::root(THEME).is_some_and(|theme| !theme.is_empty());
    if !dims || chosen || !is_night(clock::hour()) {
        return;
    }
    page::set_root(THEME, "dark");
    on_cleanup(|| page::set_root(THEME, ""));
}

/// What stands above every screen: how to end it, how to hide it, and the question whether somebody
/// is still there.
pub fn above() -> Vec<El> {
    let end = ending();
    let asked = RwSignal::new(false);
    let hidden = RwSignal::new(false);
    Effect::new(move |_| page::mark_root("data-covered", hidden.get()));
    // Whoever fetches the paper turns away from the screen.
    let printed = window_event_listener_untyped("afterprint", move |_| {
        hidden.set(true);
        page::focus("cover");
    });
    on_cleanup(move || printed.remove());
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
            .id("cover")
            .add(icon("eye"))
            .add(span(hide));
        let staff = link("ks-btn ks-kiosk__staff", &Route::Staff.fragment()).say(staff::STAFF);
        let end = button("ks-btn ks-kiosk__end", move || asked.set(true)).say(w::END);
        vec![hide, staff, end]
    };
    let bar = el("aside")
        .class("ks-kiosk ks-noprint")
        .called(w::MACHINE)
        .part(bar);
    let Left(left) = expect_context::<Left>();
    let counts = Memo::new(move |_| left.get().is_some());
    let question = move || counts.get().then(|| still_there(left));
    vec![bar, el("div").class("ks-slot").when(question), ten_keys()]
}

/// まだ お使いですか. Any touch goes on, and so does Escape; the focus is where it was then.
fn still_there(left: RwSignal<Option<u32>>) -> El {
    let seconds = move || {
        let left = left.get().unwrap_or_default().to_string();
        [&left, " ", say(w::SECONDS)].concat()
    };
    // Said aloud only now and then.
    let aloud = move || {
        let now = matches!(left.get(), Some(30 | 10 | 5));
        now.then(|| el("p").class("ks-hide").text(&untrack(seconds)))
    };
    let dialog = el("dialog")
        .class("ks-there ks-noprint")
        .attr("role", "alertdialog")
        .called(w::THERE)
        .add(
            el("p")
                .class("ks-there__left ks-num")
                .attr("aria-hidden", "true")
                .words(seconds),
        )
        .add(el("p").class("ks-there__what").say(w::THERE))
        .add(el("p").say(w::THERE_SUB))
        .add(button("ks-btn ks-btn--lg", move || left.set(None)).say(w::GO_ON))
        .add(el("p").class("ks-there__more").say(w::ANYWHERE))
        .add(el("div").attr("aria-live", "assertive").when(aloud));
    // Escape, or the browser's way back: whatever closes it, somebody is there. Once it is closed it
    // has nobody to tell.
    let dialog = dialog.on("cancel", move |event| {
        event.prevent_default();
        left.set(None);
    });
    dialog::open(&dialog);
    let shut = StoredValue::new_local(dialog.clone());
    // Only a dialog that is closed gives the focus back.
    on_cleanup(move || {
        shut.try_with_value(dialog::close);
    });
    dialog
}
