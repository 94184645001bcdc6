//! The answer on its way back: eight digits by telephone, QR codes, a file, or half a page.

use leptos::prelude::*;

use super::answer::Answering;
use crate::{
    browser::{
        clock,
        el::{El, el},
        files, page, random,
    },
    carrier::file::file_name,
    envelope::Code,
    forms::REPLY,
    job::{Done, Job},
    machine::Way,
    paper::Printing,
    ui::{
        page::codes::codes,
        part::{
            COLUMN, Lead, Say, Trouble, busy_sign, button, by, doubted_day, frame, group, icon,
            lead, outcome, pages, quiet, row, span, title, trouble_box,
        },
        words::{door, hand_over as h, office as w, receive},
    },
    worker,
};

#[derive(Clone)]
struct Ready {
    file: Vec<u8>,
    /// The binary form; `None` where it is too long for codes.
    codes: Option<Vec<u8>>,
    code: String,
}

/// The ways in which an answer goes back.
pub fn give_back(answering: &Answering, back: Box<dyn FnMut()>) -> Vec<El> {
    let ready = RwSignal::new_local(None::<Ready>);
    let trouble = RwSignal::new(None);
    let reply = answering.reply();
    let bytes = reply.to_bytes();
    leptos::task::spawn_local(async move {
        match seal(bytes).await {
            Some(sealed) => drop(ready.try_set(Some(sealed))),
            None => {
                let lost = Trouble::new(door::NO_WORKER, door::NO_WORKER_NEXT);
                let _ = trouble.try_set(Some(lost));
            }
        }
    });
    let sealed = el("div")
        .class("ks-stack-5")
        .part(move || match ready.get() {
            Some(ready) => shown(ready),
            None if trouble.get().is_none() => vec![busy_sign(h::SEALING)],
            None => Vec::new(),
        });
    let printed = Printing {
        sheets: &[(&REPLY, Some(&reply.answer))],
        today: Some(clock::today()),
        ..Printing::default()
    }
    .pages();
    let print = by(
        Way::Paper,
        button("ks-btn ks-btn--line ks-btn--wide", page::print),
    )
    .add(icon("print"))
    .add(span(w::PRINT_ANSWER));
    let content = vec![
        trouble_box(move || trouble.get()),
        group("", vec![title(w::GIVE_BACK), lead(w::GIVE_BACK_LEAD)]),
        by_telephone(answering),
        sealed,
    ];
    let content = group("ks-noprint ks-stack-5", content)
        .maybe(doubted_day(None))
        .add(print);
    let content = vec![content, group("ks-onpaper", vec![pages(printed)])];
    frame(Lead::Step(back), receive::TITLE, COLUMN, content)
}

/// Eight digits to read out, or why there are none.
fn by_telephone(answering: &Answering) -> El {
    let card = el("section")
        .class("ks-card ks-stack-2")
        .attr("aria-labelledby", "by-telephone")
        .add(el("h2").class("ks-h3").id("by-telephone").say(w::DIGITS));
    match answering.digits() {
        Some(digits) => card
            .add(said("ks-receipt", &digits, 4))
            .add(el("p").class("ks-small").say(w::DIGITS_NEXT)),
        None => card.add(quiet("ks-quiet", "info", w::NO_DIGITS)),
    }
}

/// Digits in groups, read out one by one and not as a number of millions.
fn said(class: &str, digits: &str, size: usize) -> El {
    let one_by_one: Vec<String> = digits.chars().map(String::from).collect();
    let groups: Vec<String> = one_by_one.chunks(size).map(<[String]>::concat).collect();
    let groups = groups
        .iter()
        .map(|group| el("span").attr("aria-hidden", "true").text(group))
        .collect();
    el("p")
        .class(class)
        .add(el("span").class("ks-hide").text(&one_by_one.join(" ")))
        .all(groups)
}

async fn seal(bytes: Vec<u8>) -> Option<Ready> {
    let code = Code::make(&mut random::fill).ok()?;
    let job = Job::Seal {
        bundle: bytes.into(),
        code: code.clone(),
    };
    match worker::ask(job).await {
        Ok(Done::Sealed { file, codes }) => Some(Ready {
            file,
            codes,
            code: code.as_str().to_owned(),
        }),
        Ok(_) | Err(worker::Lost) => None,
    }
}

fn shown(ready: Ready) -> Vec<El> {
    let Ready {
        file,
        codes: envelope,
        code,
    } = ready;
    let saved = RwSignal::new(None::<bool>);
    let save = move || {
        let today = clock::today();
        let name = file_name(today.year, today.month.unwrap_or(1), today.day.unwrap_or(1));
        saved.set(Some(files::save(&name, &file)));
    };
    let digits = code.replace('-', "");
    let code = el("section")
        .class("ks-card")
        .attr("aria-labelledby", "code-title")
        .add(
            el("h2")
                .class("ks-h3 ks-centre")
                .id("code-title")
                .say(h::CODE),
        )
        .add(said("ks-code", &digits, 4))
        .add(el("p").class("ks-small").say(w::CODE_NEXT));
    // No file goes from a shared machine.
    let file = (!page::kiosk()).then(|| {
        let file = row(
            button("ks-link-row", save),
            "file",
            w::ANSWER_FILE,
            Some(h::FILE_SUB),
        );
        el("nav").called(h::OTHER).add(file)
    });
    let said = move || {
        Some(if saved.get()? {
            h::FILE_SAVED
        } else {
            h::FILE_FAILED
        })
    };
    let mut all: Vec<El> = envelope.map(codes).into_iter().collect();
    all.push(code);
    all.extend(file);
    all.push(outcome(said));
    all
}
