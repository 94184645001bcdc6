//! Deleting for good, and handing the note on. What is deleted is looked for once more afterwards.

use std::pin::Pin;

use leptos::prelude::*;

use super::hand_on::hand_on;
use crate::{
    browser::{
        clock,
        el::{El, el},
        files, page, place,
    },
    export::{Sheets, csv, json},
    route::Route,
    store::{Child, Session, papers},
    text::Text,
    ui::{
        part::{
            COLUMN, Lead, Say, Trouble, button, frame, group, icon, lang_now, link, quiet, row,
            span, title, trouble_box,
        },
        words::{leave as w, print},
    },
    vault::SaveError,
};

/// What cannot be undone.
type Deed = Pin<Box<dyn Future<Output = Result<(), SaveError>>>>;

/// The readable file says nothing of whose it is.
const READABLE: &str = "stepnote.json";
/// Neither does the same as a table.
const TABLE: &str = "stepnote.csv";

/// Taking out, handing on, deleting.
pub fn leave(child: Option<&Child>) -> Vec<El> {
    let handing = RwSignal::new(false);
    let child = child.cloned();
    vec![el("div").class("ks-screen").part(move || {
        let back = move || {
            handing.set(false);
            page::to_title();
        };
        match &child {
            Some(child) if handing.get() => hand_on(child.clone(), back),
            _ => ways(child.as_ref(), handing),
        }
    })]
}

fn ways(child: Option<&Child>, handing: RwSignal<bool>) -> Vec<El> {
    let session = expect_context::<Session>();
    let remains = || Trouble::new(w::REMAINS, w::REMAINS_NEXT);
    let trouble = RwSignal::new(session.take_remains().then(remains));
    let name = child.map(|child| {
        el("p")
            .class("ks-small")
            .attr("translate", "no")
            .text(&child.name)
    });
    let mut content = vec![
        trouble_box(move || trouble.get()),
        group("", vec![title(w::TITLE)]).maybe(name),
    ];
    if child.is_some() {
        let readable = button("ks-btn ks-btn--wide", move || {
            let text = json::whole(&session.note(), clock::today(), lang_now());
            files::save(READABLE, text.as_bytes());
        });
        let table = button("ks-btn ks-btn--wide", move || {
            let sheets = Sheets::of_note(&session.note());
            files::save(TABLE, &csv::key_value(&sheets, lang_now()).utf8());
        });
        let to_print = link("ks-link-row", &Route::Print.fragment());
        content.push(
            card(w::READABLE, &[w::READABLE_LEAD])
                .add(readable.add(icon("file")).add(span(w::READABLE_GO)))
                .add(table.add(icon("file")).add(span(w::TABLE_GO)))
                .add(row(to_print, "print", w::PRINT, Some(print::TITLE))),
        );
        let keys = link("ks-btn ks-btn--wide", &Route::Keys.fragment());
        let on = button("ks-btn ks-btn--wide", move || {
            handing.set(true);
            page::to_title();
        });
        content.push(
            card(w::OWNER, &[w::OWNER_LEAD])
                .add(on.add(icon("child")).add(span(w::OWNER_GO)))
                .add(el("p").say(w::SEAL_LEAD))
                .add(keys.add(icon("key")).add(span(w::SEAL_GO))),
        );
        let forget = move || -> Deed {
            Box::pin(async move {
                let done = session.forget_child();
                // Photos that nothing names any more.
                papers::tend(session).await;
                if done.is_ok() {
                    place::go("#/");
                }
                done
            })
        };
        content.push(card(w::CHILD, &[w::CHILD_LEAD, w::COPIES]).add(twice(
            w::CHILD_GO,
            trouble,
            Box::new(forget),
        )));
    }
    let wipe = move || -> Deed {
        Box::pin(async move {
            let done = session.wipe();
            let papers = papers::forget_all().await;
            place::go("#/");
            session.leave(done.is_err() || papers.is_err());
            Ok(())
        })
    };
    content.push(card(w::ALL, &[w::ALL_LEAD, w::COPIES]).add(twice(
        w::ALL_GO,
        trouble,
        Box::new(wipe),
    )));
    frame(Lead::Back("#/keys"), w::TITLE, COLUMN, content)
}

fn card(name: Text, sentences: &[Text]) -> El {
    let sentences = sentences.iter().map(|text| el("p").say(*text)).collect();
    el("section")
        .class("ks-card ks-stack")
        .add(el("h2").class("ks-h3").say(name))
        .all(sentences)
}

/// A button that asks once more before it does what cannot be undone.
fn twice(act: Text, trouble: RwSignal<Option<Trouble>>, deed: Box<dyn Fn() -> Deed>) -> El {
    let asked = RwSignal::new(false);
    let deed = StoredValue::new_local(deed);
    el("div").class("ks-stack").part(move || {
        if !asked.get() {
            let ask = button("ks-btn ks-btn--wide", move || asked.set(true));
            return vec![ask.add(icon("trash")).add(span(act))];
        }
        let go = button("ks-btn ks-btn--danger ks-btn--wide", move || {
            let deed = deed.with_value(|deed| deed());
            leptos::task::spawn_local(async move {
                let trouble_of = |error| match error {
                    SaveError::Remains => Trouble::new(w::REMAINS, w::REMAINS_NEXT),
                    _ => Trouble::new(w::AGAIN, w::AGAIN_NEXT),
                };
                let _ = trouble.try_set(deed.await.err().map(trouble_of));
                page::to_title();
            });
        });
        let keep = button("ks-btn ks-btn--main ks-btn--wide", move || asked.set(false));
        vec![
            quiet("ks-quiet", "warn", w::SURE).attr("role", "alert"),
            keep.say(w::KEEP),
            go.add(icon("trash")).add(span(act)),
        ]
    })
}
