//! Photos and PDFs get their new keys, before the note is opened again.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    browser::el::{El, el},
    store::{Session, papers::Unkept, renewal},
    ui::{
        part::{
            COLUMN, Lead, Say, Trouble, button, frame, group, icon, lead, progress, quiet, span,
            title, trouble_box,
        },
        words::renewal as w,
    },
};

/// Whether photos and PDFs wait for their new keys, and are not put off.
pub fn waits(session: Session) -> bool {
    if session.renewal().put_off.get() {
        return false;
    }
    let waits = renewal::left(session) > 0;
    if !waits {
        renewal::end(session);
    }
    waits
}

/// The work, and how far it is.
pub fn renewal() -> Vec<El> {
    let session = expect_context::<Session>();
    let state = session.renewal();
    let trouble = RwSignal::new(None);
    // No note lies on the desk while its papers get other names in it.
    session.rise();
    let go_on = move || {
        trouble.set(None);
        if !state.begin() {
            return;
        }
        state.share.set(0);
        spawn_local(async move {
            let done = renewal::go_on(session, &|share| state.share.set(share)).await;
            let stops = state.stops();
            state.end();
            match done {
                // Now the screen is drawn that was asked for.
                Ok(()) => state.put_off.set(stops),
                Err(_) if stops => state.put_off.set(true),
                Err(why) => {
                    let _ = trouble.try_set(Some(trouble_of(why)));
                }
            }
        });
    };
    go_on();
    let working = move || {
        if trouble.get().is_none() {
            return vec![progress(w::DOING, state.share)];
        }
        let again = button("ks-btn ks-btn--main ks-btn--lg ks-btn--wide", go_on);
        vec![again.add(icon("key")).add(span(w::AGAIN))]
    };
    let later = button("ks-btn ks-btn--wide", move || {
        if !state.stop() {
            state.put_off.set(true);
        }
    });
    let content = vec![
        trouble_box(move || trouble.get()),
        group("", vec![title(w::TITLE), lead(w::LEAD)]),
        el("div").class("ks-stack").part(working),
        quiet("ks-card ks-quiet", "info", w::SAFE),
        later.say(w::LATER),
    ];
    frame(Lead::Brand, w::TITLE, COLUMN, content)
}

fn trouble_of(why: Unkept) -> Trouble {
    match why {
        Unkept::Full => Trouble::new(w::FULL, w::FULL_NEXT),
        Unkept::TooNew => Trouble::new(w::TOO_NEW, w::TOO_NEW_NEXT),
        _ => Trouble::new(w::FAILED, w::FAILED_NEXT),
    }
}

/// Where it was put off: the way to go on.
pub fn card(session: Session) -> Option<El> {
    (session.renewal().put_off.get_untracked() && renewal::left(session) > 0).then(|| {
        let go_on = button("ks-btn ks-btn--wide", move || {
            session.renewal().put_off.set(false);
        });
        el("section")
            .class("ks-card ks-stack")
            .add(el("h2").class("ks-h3").say(w::WAITING))
            .add(el("p").say(w::WAITING_LEAD))
            .add(go_on.add(icon("key")).add(span(w::GO_ON)))
    })
}
