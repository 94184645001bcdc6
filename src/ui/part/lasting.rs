//! How long this browser keeps what is written, and the last backup: quiet lines, never a dialog.

use leptos::{prelude::*, task::spawn_local};

use super::{Say, button, group, icon, lang_now, quiet, span, words as say};
use crate::{
    browser::{
        badge, clock,
        el::{El, el},
        lasting::{self, Lasting},
    },
    store::{Session, settings},
    ui::words::{backup as b, lasting as w},
    vault::BackedUp,
};

/// A reminder comes after so many changes, or so many days.
const MANY: u64 = 10;
const LONG_DAYS: u64 = 30;

/// Milliseconds in a day.
const DAY: u64 = 24 * 60 * 60 * 1000;

/// Whole days since then; 0 while the clock says it is still to come.
fn days_since(then_ms: u64) -> u64 {
    (clock::now_ms() as u64).saturating_sub(then_ms) / DAY
}

/// 「最終バックアップ 9日前」, and what was written since.
pub fn age_of_backup(last: Option<BackedUp>) -> String {
    let Some(last) = last else {
        return say(b::NEVER).to_owned();
    };
    let (days, changes) = (days_since(last.made_ms), last.changes);
    let age = match days {
        0 => b::TODAY,
        1 => b::YESTERDAY,
        _ => b::DAYS_AGO,
    };
    let age = age.with(lang_now(), &[&days.to_string()]);
    if changes == 0 {
        return age;
    }
    let since = if changes == 1 { b::SINCE_ONE } else { b::SINCE };
    since.with(lang_now(), &[&age, &changes.to_string()])
}

/// Whether it is time for a backup.
pub fn is_due(session: Session) -> bool {
    match session.last_backup() {
        Some(last) => {
            last.changes >= MANY || last.changes > 0 && days_since(last.made_ms) >= LONG_DAYS
        }
        None => session.saves() >= MANY,
    }
}

/// The row that leads to the backup, with the age of the last one; and a sentence when it is time.
pub fn backup_row(into: El) -> El {
    let session = expect_context::<Session>();
    let age = age_of_backup(session.last_backup());
    let due = is_due(session);
    badge::show(due);
    let due = due.then(|| span(b::DUE).class("ks-small ks-block ks-due"));
    into.add(icon("box"))
        .add(
            span(b::TITLE)
                .add(el("span").class("ks-small ks-block ks-num").text(&age))
                .maybe(due),
        )
        .add(icon("next"))
}

/// The request that the browser does not delete what is kept, and its answer. `once`: nothing where
/// it was asked before, or has promised.
pub fn asking(once: bool) -> El {
    let before = settings::was_asked();
    let said = RwSignal::new(None::<Lasting>);
    let busy = RwSignal::new(false);
    spawn_local(async move {
        let _ = said.try_set(Some(lasting::promised().await));
    });
    let ask = move || {
        busy.set(true);
        spawn_local(async move {
            let answer = lasting::ask().await;
            let _ = said.try_set(Some(answer));
            let _ = busy.try_set(false);
            settings::keep_asked();
        });
    };
    el("div").class("ks-slot").when(move || {
        let answer = said.get()?;
        let asked = settings::was_asked();
        if once && (before || !asked && answer == Lasting::Promised) {
            return None;
        }
        let told = match answer {
            Lasting::Unknown => return None,
            Lasting::Promised => Some((w::YES, "check")),
            Lasting::NotPromised if asked && !busy.get() => Some((w::NO, "info")),
            Lasting::NotPromised => None,
        };
        let told = told.map(|(text, glyph)| quiet("ks-quiet", glyph, text).attr("role", "status"));
        let more = (answer != Lasting::Promised).then(|| {
            let wait = busy.get().then(|| {
                el("p")
                    .class("ks-small")
                    .attr("role", "status")
                    .say(w::ASKING)
            });
            group("ks-stack-2", vec![el("p").class("ks-small").say(w::LEAD)])
                .maybe(wait)
                .add(button("ks-btn ks-btn--sm", ask).say(w::ASK))
        });
        Some(
            el("section")
                .class("ks-card ks-stack")
                .add(el("h2").class("ks-h3").say(w::TITLE))
                .maybe(told)
                .maybe(more),
        )
    })
}

/// Words where this looks like a private window: before the first word is typed, or later.
pub fn private(at_the_door: bool) -> El {
    let is_private = RwSignal::new(false);
    spawn_local(async move {
        if lasting::is_private().await {
            let _ = is_private.try_set(true);
        }
    });
    el("div").class("ks-slot").when(move || {
        let words = || {
            if at_the_door {
                group(
                    "ks-card ks-card--sun ks-stack-2",
                    vec![
                        quiet("ks-quiet", "info", w::PRIVATE),
                        el("p").class("ks-small").say(w::PRIVATE_NEXT),
                    ],
                )
            } else {
                quiet("ks-card ks-card--sun ks-quiet", "info", w::PRIVATE_HOME)
            }
        };
        is_private
            .get()
            .then(words)
            .map(|said| said.attr("role", "status"))
    })
}
