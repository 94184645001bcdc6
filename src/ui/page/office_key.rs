//! 窓口のかぎ: a key that stands for months, for files that come by mail. It is made, kept and deleted
//! only here, by an explicit act.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    browser::{
        clock,
        el::{El, el, value_of},
        files::{self, Bytes, Picked},
        page, place, random,
    },
    carrier::card::minute_of,
    envelope::{Fresh, key_name},
    job::{Card, Done, Job},
    office_key::{KeptKey, NotKept},
    store::{Session, office},
    ui::{
        part::{
            COLUMN, Lead, Say, Trouble, Trying, busy_sign, button, frame, group, icon, lang_now,
            lead, new_key, new_passphrase_form, quiet, row, span, symbol, title, trouble_box,
            words as say,
        },
        words::{card as c, door, office_key as w, receive as r},
    },
    worker,
};

/// What the screen shows.
#[derive(Clone, PartialEq, Eq)]
enum Shown {
    None,
    Kept(KeptKey),
    Sure(KeptKey),
}

/// What there is of the office's own key, and what can be done with it.
pub fn office_key() -> Vec<El> {
    let shown = RwSignal::new(office::kept().map_or(Shown::None, Shown::Kept));
    let trouble = RwSignal::new(None);
    vec![el("div").class("ks-screen").part(move || {
        let content = match shown.get() {
            Shown::None => none(shown, trouble),
            Shown::Kept(kept) => own(shown, &kept),
            Shown::Sure(kept) => sure(shown, kept),
        };
        let mut all = vec![trouble_box(move || trouble.get())];
        all.extend(content);
        frame(Lead::Back("#/receive"), w::TITLE, COLUMN, all)
    })]
}

/// Making one, or bringing it from a file.
fn none(shown: RwSignal<Shown>, trouble: RwSignal<Option<Trouble>>) -> Vec<El> {
    let session = expect_context::<Session>();
    let trying = Trying::new();
    let label = StoredValue::new(String::new());
    let input = el("input")
        .class("ks-input")
        .id("office-name")
        .attr("maxlength", "20")
        .kept_here()
        .attr("aria-describedby", "office-name-hint")
        .on("input", move |event| label.set_value(value_of(&event)));
    let name = el("label").class("ks-label").attr("for", "office-name");
    let hint = el("span").class("ks-hint").id("office-name-hint");
    let field = el("div")
        .class("ks-field")
        .add(name.say(w::NAME))
        .add(hint.say(c::LABEL_HINT))
        .add(input);
    let make = move || {
        let Some(passphrase) = trying.new_passphrase() else {
            return;
        };
        let label = label.get_value();
        trying.with(Box::pin(async move {
            let made = make(session, label, passphrase).await?;
            let _ = shown.try_set(Shown::Kept(made));
            page::to_title();
            Ok(())
        }));
    };
    let pick = move |event| {
        let files = files::picked(&event);
        spawn_local(async move {
            for file in files {
                match bring(file).await {
                    Ok(kept) => {
                        let _ = shown.try_set(Shown::Kept(kept));
                    }
                    Err(why) => {
                        let _ = trouble.try_set(Some(why));
                    }
                }
            }
        });
    };
    let input = el("input")
        .class("ks-hide")
        .attr("type", "file")
        .on("change", pick);
    let file = el("label").class("ks-btn ks-btn--line ks-btn--wide ks-file");
    vec![
        trouble_box(move || trying.trouble()),
        group("", vec![title(w::TITLE), lead(w::LEAD)]),
        quiet("ks-card ks-card--sun ks-quiet", "info", w::STAYS),
        field,
        new_passphrase_form(trying, w::MAKE, make),
        file.add(icon("file")).add(span(w::BRING)).add(input),
    ]
}

async fn make(session: Session, label: String, passphrase: String) -> Result<KeptKey, Trouble> {
    let (kek, params) = new_key(session, passphrase).await?;
    let job = Job::MakeKey {
        address: place::page_address(),
        minute: clock::minute(),
        label,
        standing: true,
    };
    let lost = Trouble::new(door::NO_WORKER, door::NO_WORKER_NEXT);
    let Ok(Done::Made { secret, text, card }) = worker::ask(job).await else {
        return Err(lost);
    };
    let with = (&kek, params);
    let kept = KeptKey::seal((&text, &card.kid), &secret, with, &mut random::fill);
    let kept = kept.map_err(|_| lost)?;
    keep(kept)
}

fn keep(kept: KeptKey) -> Result<KeptKey, Trouble> {
    if office::keep(&kept) {
        Ok(kept)
    } else {
        Err(Trouble::new(door::NO_STORE, door::NO_STORE_NEXT))
    }
}

async fn bring(file: Picked) -> Result<KeptKey, Trouble> {
    let Bytes::Read(bytes) = file.bytes().await else {
        return Err(Trouble::new(w::NO_KEY, w::NO_KEY_NEXT));
    };
    match KeptKey::from_text(&bytes) {
        Ok(kept) => keep(kept),
        Err(NotKept::TooNew) => Err(Trouble::new(r::TOO_NEW, r::TOO_NEW_NEXT)),
        Err(NotKept::NotOurs) => Err(Trouble::new(w::NO_KEY, w::NO_KEY_NEXT)),
    }
}

/// The key that is kept: what of it is given to parents, and what is put away.
fn own(shown: RwSignal<Shown>, kept: &KeptKey) -> Vec<El> {
    let drawn = RwSignal::new(None::<(Card, u32, String)>);
    let text = kept.card.clone();
    let own = text.clone();
    spawn_local(async move {
        let job = Job::Card {
            text: text.clone(),
            minute: clock::minute(),
        };
        let message = text.into_bytes();
        if let Ok(Done::Card(card)) = worker::ask(job).await
            && let Ok(Done::Drawn { side, mut paths }) = worker::ask(Job::Symbol { message }).await
            && let Some(path) = paths.pop()
        {
            let _ = drawn.try_set(Some((card, side, path)));
        }
    });
    let said = RwSignal::new(None);
    let save = move |name: &'static str, text: String| {
        move || {
            let saved = files::save(name, text.as_bytes());
            said.set(Some(if saved { w::SAVED } else { w::NOT_SAVED }));
        }
    };
    let print = button("ks-btn ks-btn--main ks-btn--lg ks-btn--wide", page::print)
        .add(icon("print"))
        .add(span(r::PRINT));
    let public = save("stepnote-office-qr.txt", kept.card.clone());
    let public = button("ks-link-row", public);
    let private = button(
        "ks-link-row",
        save("stepnote-office-key.json", kept.to_text()),
    );
    let forgets = kept.clone();
    let forget = button("ks-link-row", move || {
        shown.set(Shown::Sure(forgets.clone()));
    });
    let outcome = el("p").class("ks-slot").attr("role", "status");
    vec![
        group("ks-noprint", vec![title(w::TITLE), lead(w::KEPT)]),
        el("div").part(move || match drawn.get() {
            None => vec![busy_sign(w::DRAWING)],
            Some((card, side, path)) => vec![sheet(&card, side, &path, &own)],
        }),
        group(
            "ks-noprint ks-stack",
            vec![
                print,
                el("nav").called(w::TITLE).all(vec![
                    row(public, "file", w::PUBLIC, Some(w::PUBLIC_SUB)),
                    row(private, "key", w::PRIVATE, Some(w::PRIVATE_SUB)),
                    row(forget, "trash", w::FORGET, None),
                ]),
                outcome.when(move || Some(span(said.get()?))),
            ],
        ),
    ]
}

/// What hangs on the wall of the office, or is sent out: the code, and the number to compare.
fn sheet(card: &Card, side: u32, path: &str, text: &str) -> El {
    let called = key_name(&card.kid)
        .zip(minute_of(text))
        .map(|(name, minute)| {
            let made = clock::day_and_time(f64::from(minute) * 60_000.0);
            let made = w::MADE_AT.with(lang_now(), &[&made]);
            let name = el("b").class("ks-num").attr("translate", "no").text(&name);
            let about = el("p")
                .class("ks-small ks-centre")
                .say(w::CALLED)
                .text("　");
            about.add(name).text("　").text(&made)
        });
    let name = (!card.label.is_empty()).then(|| {
        el("p")
            .class("ks-h2")
            .attr("translate", "no")
            .text(&card.label)
    });
    let groups = card.digits.split(' ');
    let groups = groups.map(|group| el("span").text(group)).collect();
    let old = card.fresh == Fresh::Old;
    let over = old.then(|| quiet("ks-quiet", "warn", w::OVER));
    let code = symbol(side, path, say(c::PICTURE));
    el("article")
        .class("ks-card ks-stack")
        .attr("aria-labelledby", "own-card")
        .add(el("h2").class("ks-h2").id("own-card").say(w::CARD))
        .maybe(name)
        .maybe(over)
        .add(el("div").class("ks-cardqr").add(code))
        .add(el("p").class("ks-h3 ks-centre").say(c::NUMBER))
        .add(
            el("p")
                .class("ks-code ks-code--four ks-num")
                .attr("translate", "no")
                .all(groups),
        )
        .maybe(called)
        .add(el("p").say(w::HOW))
}

/// Deleting it: what was sealed to it opens nowhere any more, without its file.
fn sure(shown: RwSignal<Shown>, kept: KeptKey) -> Vec<El> {
    let forget = move || {
        office::forget();
        shown.set(Shown::None);
        page::to_title();
    };
    let keep = move || shown.set(Shown::Kept(kept.clone()));
    page::to_title();
    vec![
        title(w::FORGET),
        quiet("ks-card ks-card--sun ks-quiet", "warn", w::FORGET_SUB),
        button("ks-btn ks-btn--line ks-btn--lg ks-btn--wide", forget).say(w::FORGET),
        button("ks-btn ks-btn--main ks-btn--lg ks-btn--wide", keep).say(w::KEEP),
    ]
}
