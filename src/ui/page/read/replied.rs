//! An answer that came back to the parent: what it says, and the way into the slip it answers.

use leptos::prelude::*;

use crate::{
    browser::{el::El, place},
    form::Form,
    forms::{ACTIONS, REPLY},
    record::Record,
    route::Route,
    slip::{Reply, take_in},
    store::{Door, Session},
    ui::{
        page::sheet::trouble_of,
        part::{
            COLUMN, Lead, button, frame, group, icon, lead, quiet, reader, span, title, trouble_box,
        },
        words::{self, office as w, receive},
    },
};

/// What an office answered.
pub fn replied(reply: &Reply, close: impl Fn() + Copy + 'static) -> Vec<El> {
    let answer = (&REPLY, reply.answer.clone());
    let table = reply.actions.iter();
    let table = table.map(|(_, table)| (&ACTIONS, table.clone()));
    let came: Vec<(&'static Form, Record)> = [answer].into_iter().chain(table).collect();
    let trouble = RwSignal::new(None);
    let end = button("ks-btn", close)
        .add(icon("close"))
        .add(span(receive::CLOSE));
    let content = vec![
        trouble_box(move || trouble.get()),
        group("", vec![title(w::REPLIED), lead(w::REPLIED_LEAD)]),
        reader(&came, 0),
        into_the_note(reply, trouble),
        end,
    ];
    frame(
        Lead::Close(Box::new(close)),
        receive::TITLE,
        COLUMN,
        content,
    )
}

/// Takes it into the slip of the note that is open; nothing that stands there is overwritten.
fn into_the_note(reply: &Reply, trouble: RwSignal<Option<crate::ui::part::Trouble>>) -> El {
    let session = expect_context::<Session>();
    if !session.is_open() {
        let locked = session.door() == Door::Locked;
        let words = if locked {
            words::take::LOCKED
        } else {
            w::REPLIED_ELSEWHERE
        };
        return quiet("ks-quiet", "info", words);
    }
    let Some(taken) = take_in(&session.note(), reply, None) else {
        return quiet("ks-quiet", "info", w::NOT_THIS_NOTE);
    };
    if session.note().one_of(&REPLY, &taken.slip) == reply.answer {
        return quiet("ks-quiet", "check", w::IN_ALREADY);
    }
    if !taken.merge.differences.is_empty() {
        return quiet("ks-quiet", "info", w::ANSWERED_ALREADY);
    }
    let reply = reply.clone();
    let put = move || {
        // The note as it is by now, not as it was when this was shown.
        let kept = session.save(|note| {
            if let Some(taken) = take_in(note, &reply, None) {
                *note = taken.merge.settle(&[]);
            }
        });
        match kept {
            Ok(()) => place::go(&Route::Home.fragment()),
            Err(why) => trouble.set(Some(trouble_of(why))),
        }
    };
    button("ks-btn ks-btn--main ks-btn--lg ks-btn--wide", put)
        .add(icon("check"))
        .add(span(w::PUT_IN))
}
