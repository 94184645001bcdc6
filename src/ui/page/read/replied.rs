//! An answer that came back to the parent: what it says, and the way into the slip it answers.

use leptos::prelude::*;

use crate::{
    browser::el::El,
    form::Form,
    forms::{ACTIONS, REPLY},
    record::Record,
    slip::{Reply, slip_with},
    store::{Door, Session},
    ui::{
        page::slips::answer::take_reply,
        part::{COLUMN, Lead, button, frame, group, icon, lead, quiet, reader, span, title},
        words::{self, office as w, receive},
    },
};

/// What an office answered.
pub fn replied(reply: &Reply, close: impl Fn() + Copy + 'static) -> Vec<El> {
    let end = button("ks-btn", close)
        .add(icon("close"))
        .add(span(receive::CLOSE));
    let mut content = vec![group("", vec![title(w::REPLIED), lead(w::REPLIED_LEAD)])];
    match why_not(reply) {
        None => content.push(take_reply(reply)),
        Some((glyph, words)) => {
            let answer = (&REPLY, reply.answer.clone());
            let table = reply.actions.iter();
            let table = table.map(|(_, table)| (&ACTIONS, table.clone()));
            let came: Vec<(&'static Form, Record)> = [answer].into_iter().chain(table).collect();
            content.extend([reader(&came, 0), quiet("ks-quiet", glyph, words)]);
        }
    }
    content.push(end);
    let lead = Lead::Close(Box::new(close));
    frame(lead, receive::TITLE, COLUMN, content)
}

/// Why it is only read here.
fn why_not(reply: &Reply) -> Option<(&'static str, crate::text::Text)> {
    let session = expect_context::<Session>();
    if !session.is_open() {
        return Some(match session.door() {
            Door::Locked => ("info", words::take::LOCKED),
            _ => ("info", w::REPLIED_ELSEWHERE),
        });
    }
    let note = session.note();
    let slip = slip_with(&note, &reply.slip_no)?;
    let there = note.one_of(&REPLY, &slip) == reply.answer && reply.actions.is_none();
    there.then_some(("check", w::IN_ALREADY))
}
