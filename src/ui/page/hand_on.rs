//! 本人にゆずる: one child's note alone in a file under a passphrase of its own, and what becomes of the
//! copy that is here.

use leptos::prelude::*;
use zeroize::Zeroizing;

use super::{
    backup::{facts_of_file, save, trouble_of as trouble_of_file},
    sheet::trouble_of,
};
use crate::{
    answer::Typed,
    browser::{
        clock,
        el::{El, el},
        page, place,
    },
    route::Route,
    sheet::date_in_words,
    store::{
        Child, Session,
        backup::{self, Made},
    },
    ui::{
        part::{
            COLUMN, Lead, PASSPHRASE, Say, Trouble, Trying, button, frame, group, icon, lang_now,
            lead, link, mark, new_key, passphrase_form, progress, quiet, row, span, title,
            trouble_box, try_slots, words as say,
        },
        words::{self, backup as b, child as c, door, hand_on as w},
    },
    vault::{SlotKind, make_passphrase},
};

const MAIN: &str = "ks-btn ks-btn--main ks-btn--lg ks-btn--wide";

/// What the page shows.
#[derive(Clone)]
enum Shown {
    /// How it is done.
    Begin,
    /// The file, and what opens it: it is nowhere else.
    Made(Zeroizing<String>, Made),
}

/// Handing a note on to its owner.
pub fn hand_on(child: Child, back: impl Fn() + Clone + 'static) -> Vec<El> {
    let shown = RwSignal::new_local(Shown::Begin);
    vec![el("div").class("ks-screen").part(move || {
        let back = back.clone();
        match shown.get() {
            Shown::Begin => begin(&child, shown, back),
            Shown::Made(phrase, made) => made_page(&child, &phrase, made, back),
        }
    })]
}

fn begin(
    child: &Child,
    shown: RwSignal<Shown, LocalStorage>,
    back: impl FnMut() + 'static,
) -> Vec<El> {
    let session = expect_context::<Session>();
    let trying = Trying::new();
    let share = RwSignal::new(0);
    let id = child.id().clone();
    let make = move || {
        let id = id.clone();
        share.set(0);
        trying.with(Box::pin(async move {
            let failed = |_| Trouble::new(b::FAILED, b::FAILED_NEXT);
            let phrase = make_passphrase(&mut |bytes| session.random(bytes)).map_err(failed)?;
            let (key, params) = new_key(session, phrase.to_string()).await?;
            let told = |done| {
                let _ = share.try_set(done);
            };
            let made = backup::make_for_owner(session, &id, &key, params, &told).await;
            let made = made.map_err(trouble_of_file)?;
            save(&made.file);
            let _ = shown.try_set(Shown::Made(phrase, made));
            page::to_title();
            Ok(())
        }));
    };
    let steps = [w::HOW_1, w::HOW_2, w::HOW_3, w::HOW_4];
    let steps = el("ol")
        .class("ks-numbered")
        .all(steps.map(|step| el("li").say(step)).into());
    let content = vec![
        trouble_box(move || trying.trouble()),
        group("", vec![title(w::TITLE), lead(w::LEAD)]),
        el("section").class("ks-card ks-stack").add(steps),
        quiet("ks-quiet", "info", w::ONLY),
        el("div").class("ks-slot").when(move || {
            let busy = trying.busy();
            busy.then(|| progress(b::MAKING, share))
        }),
        button(MAIN, make)
            .attr_of("disabled", move || trying.busy().then(String::new))
            .add(icon("box"))
            .add(span(w::MAKE)),
    ];
    frame(Lead::Step(Box::new(back)), w::TITLE, COLUMN, content)
}

fn made_page(child: &Child, phrase: &str, made: Made, back: impl FnMut() + 'static) -> Vec<El> {
    let session = expect_context::<Session>();
    let failed = RwSignal::new(None);
    let facts = facts_of_file(&made);
    let missing = (made.missing > 0).then(|| quiet("ks-quiet", "warn", b::MISSING));
    let file = made.file;
    let again = button("ks-btn ks-btn--wide", move || save(&file));
    let print = button(MAIN, page::print);
    let keep = button("ks-btn ks-btn--wide", move || {
        match session.set_handed(&clock::today().iso()) {
            Ok(()) => place::go("#/"),
            Err(why) => failed.set(Some(trouble_of(why))),
        }
    });
    let delete = link("ks-link-row", &Route::Leave.fragment());
    let copy = el("section")
        .class("ks-card ks-stack")
        .add(el("h2").class("ks-h3").say(w::COPY))
        .add(el("p").say(w::COPY_LEAD))
        .add(keep.add(icon("lock")).add(span(w::SEAL)))
        .add(row(delete, "trash", words::leave::CHILD, None));
    let content = vec![
        trouble_box(move || failed.get()),
        group(
            "ks-noprint ks-stack",
            vec![
                group("", vec![title(w::MADE), lead(w::MADE_LEAD)]),
                el("section").class("ks-card").add(facts).maybe(missing),
            ],
        ),
        group("kc-pages", vec![sheet(child, phrase)]),
        group(
            "ks-noprint ks-stack",
            vec![
                print.add(icon("print")).add(span(w::PRINT)),
                again.add(icon("file")).add(span(b::AGAIN)),
                copy,
            ],
        ),
    ];
    frame(Lead::Step(Box::new(back)), w::TITLE, COLUMN, content)
}

/// The passphrase on the screen and on a sheet, with what to do.
fn sheet(child: &Child, phrase: &str) -> El {
    let made = [say(words::keys::MADE_ON), "  ", &clock::today().iso()].concat();
    let steps = [w::USE_1, w::USE_2, w::USE_3, w::USE_4];
    el("article")
        .class("a4 kc")
        .maybe(mark(&child.colour))
        .add(
            el("p")
                .class("ks-num")
                .attr("translate", "no")
                .text(&child.name),
        )
        .add(el("p").class("kc__app").say(words::APP))
        .add(el("h2").class("kc__h").say(w::SHEET))
        .add(el("h3").class("kc__h3").say(w::PHRASE))
        .add(
            el("p")
                .class("kc__phrase")
                .attr("translate", "no")
                .text(phrase),
        )
        .add(el("p").class("kc__warn").say(w::WARN))
        .add(el("h3").class("kc__h3").say(words::keys::USE))
        .add(
            el("ol")
                .class("kc__use")
                .all(steps.map(|step| el("li").say(step)).into()),
        )
        .add(el("p").class("ks-num").text(&made))
}

/// The copy that was put away after the note was handed on.
pub fn put_away(child: &Child) -> Vec<El> {
    let session = expect_context::<Session>();
    let trying = Trying::new();
    let open = move || {
        let Some(passphrase) = trying.passphrase() else {
            return;
        };
        trying.with(Box::pin(async move {
            try_slots(session, &passphrase, |key, _| {
                if !session.opens(SlotKind::Passphrase, key) {
                    return Err(Trouble::new(door::WRONG, door::WRONG_NEXT).at(PASSPHRASE));
                }
                session.set_handed("").map_err(trouble_of)
            })
            .await
        }));
    };
    let day = Typed::from_iso(&child.handed);
    let day = day.map_or_else(String::new, |day| date_in_words(&day, lang_now()));
    let name = match child.name.as_str() {
        "" => say(c::NAMELESS),
        name => name,
    };
    let who = el("p")
        .class("ks-row")
        .add(el("b").attr("translate", "no").text(name))
        .add(el("span").class("ks-num").text(&day));
    let reopen = el("details")
        .class("ks-rowcard")
        .add(
            el("summary")
                .add(icon("key"))
                .add(span(w::OPEN).class("ks-rowcard__t"))
                .add(icon("down")),
        )
        .add(group(
            "ks-rowcard__body ks-stack",
            vec![
                el("p").say(w::OPEN_LEAD),
                passphrase_form(trying, door::OPEN, open),
            ],
        ));
    let several = session.children().len() > 1;
    let others = several.then(|| {
        button(MAIN, move || session.choose(None))
            .add(icon("child"))
            .add(span(c::SWAP))
    });
    let to = |route: Route| link("ks-link-row", &route.fragment());
    let more = el("nav").called(words::keys::MORE).all(vec![
        row(to(Route::Leave), "trash", words::leave::TITLE, None),
        row(to(Route::Keys), "key", words::keys::ROW, None),
    ]);
    let content = vec![
        trouble_box(move || trying.trouble()),
        group("", vec![title(w::AWAY), lead(w::AWAY_LEAD)]),
        el("section").class("ks-card ks-stack-2").add(who),
        el("div").class("ks-slot").maybe(others),
        reopen,
        more,
    ];
    frame(Lead::Brand, w::AWAY, COLUMN, content)
}
