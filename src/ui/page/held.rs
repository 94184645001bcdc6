//! What others still have of a note, after a separation or whenever somebody may know its keys: what was
//! handed over, backups, paper, their own device; and what they do not see from now on.

use std::cell::RefCell;

use leptos::prelude::*;

use crate::{
    browser::{
        clock,
        el::{El, el},
        place,
    },
    consent::{Gone, log},
    route::Route,
    sheet::date_in_words,
    store::{Child, Session},
    text::Text,
    ui::{
        part::{
            COLUMN, Lead, Say, button, frame, group, icon, lang_now, lead, link, quiet, row, span,
            title, words as say,
        },
        words::{child as c, given, held as w, shell::safety},
    },
};

/// So many hand-offs are named; all of them stand where they are kept.
const NAMED: usize = 4;

thread_local! {
    /// The address at which it was told.
    static TOLD_AT: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Whether it is to be told after every key was made anew. Whoever goes elsewhere goes on as well.
pub fn is_to_be_told(session: Session) -> bool {
    let here = place::fragment();
    let told_at = TOLD_AT.take();
    if !session.tells_held() {
        return false;
    }
    if told_at.as_ref().is_some_and(|at| *at != here) {
        session.tell_held(false);
        return false;
    }
    TOLD_AT.set(Some(here));
    true
}

/// After every key was made anew, once: what that changed, and what it did not.
pub fn after_new_keys() -> Vec<El> {
    let session = expect_context::<Session>();
    let on = button("ks-btn ks-btn--main ks-btn--lg ks-btn--wide", move || {
        session.tell_held(false);
    });
    let new = quiet("ks-card ks-quiet", "check", w::NEW).attr("role", "status");
    let content = vec![title(w::AFTER), new, lead(w::LEAD)];
    let content = content.into_iter().chain(cards(session, false));
    let content = content.chain([on.add(icon("note")).add(span(w::ON))]);
    frame(Lead::Brand, w::AFTER, COLUMN, content.collect())
}

/// The same, whenever somebody wants to know.
pub fn held(back: impl FnMut() + 'static) -> Vec<El> {
    let session = expect_context::<Session>();
    let content = vec![group("", vec![title(w::TITLE), lead(w::LEAD)])];
    let content = content.into_iter().chain(cards(session, true)).collect();
    frame(Lead::Step(Box::new(back)), w::TITLE, COLUMN, content)
}

fn card(glyph: &str, name: Text, sentences: &[Text]) -> El {
    let tint = if name == w::NOT { " ks-card--tint" } else { "" };
    let name = el("h2")
        .class("ks-h3 ks-row")
        .add(icon(glyph))
        .add(span(name));
    let sentences = sentences.iter().map(|text| el("p").say(*text)).collect();
    el("section")
        .class(&["ks-card ks-stack-2", tint].concat())
        .add(name)
        .all(sentences)
}

fn cards(session: Session, links: bool) -> Vec<El> {
    let children = session.children();
    let several = children.len() > 1;
    let mut handed = card("handover", w::HANDED, &[]);
    let mut none = true;
    for child in &children {
        let Some(note) = session.note_of(child) else {
            continue;
        };
        let gone = log(&note);
        if !gone.is_empty() {
            none = false;
            handed = handed
                .maybe(several.then(|| name_of(child)))
                .add(named(&gone));
        }
    }
    handed = if none {
        handed.add(el("p").say(w::HANDED_NONE))
    } else {
        handed.add(el("p").say(w::HANDED_STAYS))
    };
    // What stands there is the chosen child's.
    let to_given = links && session.child_untracked().is_some() && !none;
    handed = handed.maybe(to_given.then(|| {
        let to = link("ks-link-row", &Route::Given.fragment());
        row(to, "note", given::TITLE, Some(w::HANDED_ALL))
    }));
    let mut backups = card("box", w::BACKUP, &[]);
    backups = match session.last_backup() {
        Some(last) => {
            let made = [say(w::BACKUP_LAST), "　", &day(last.made_ms)].concat();
            backups.add(el("p").class("ks-num").text(&made))
        }
        None => backups.add(el("p").say(w::BACKUP_NONE)),
    };
    backups = backups.add(el("p").say(w::BACKUP_OPENS));
    let all = [
        handed,
        backups,
        card("print", w::PAPER, &[w::PAPER_CODE, w::PAPER_PRINTS]),
        card("phone", w::DEVICE, &[w::DEVICE_STAYS, w::DEVICE_KEY]),
        card("lock", w::NOT, &[w::NOT_NEW, w::NOT_OPEN]),
    ];
    let safer = links.then(|| {
        let to = link("ks-link-row", &Route::Safety.fragment());
        el("nav")
            .called(w::SAFER)
            .add(row(to, "leave", safety::TITLE, None))
    });
    all.into_iter().chain(safer).collect()
}

fn name_of(child: &Child) -> El {
    let name = match child.name.as_str() {
        "" => say(c::NAMELESS),
        name => name,
    };
    el("h3")
        .class("ks-small")
        .attr("translate", "no")
        .text(name)
}

fn named(gone: &[Gone]) -> El {
    let mut lines: Vec<El> = gone
        .iter()
        .take(NAMED)
        .map(|one| {
            let day = one.on.map(|on| date_in_words(&on.into(), lang_now()));
            el("li")
                .add(span_of(&day.unwrap_or_default()).class("ks-num ks-small ks-block"))
                .add(el("b").attr("translate", "no").text(&one.to))
        })
        .collect();
    if gone.len() > NAMED {
        let more = [say(w::MORE), " ", &(gone.len() - NAMED).to_string()].concat();
        lines.push(el("li").class("ks-small ks-num").text(&more));
    }
    el("ul").class("ks-plain").all(lines)
}

fn span_of(text: &str) -> El {
    el("span").text(text)
}

fn day(ms: u64) -> String {
    let made = clock::day_and_time(ms as f64);
    let day = made.split(' ').next().unwrap_or_default();
    crate::answer::Typed::from_iso(day).map_or(String::new(), |day| date_in_words(&day, lang_now()))
}
