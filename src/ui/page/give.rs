//! The last step of handing over: the code to say, the QR codes to show, the file to save.

use leptos::prelude::*;

use super::{codes::codes, hand_over::Packed};
use crate::{
    browser::{
        clock,
        el::{El, el},
        files, random,
    },
    carrier::file::file_name,
    envelope::Code,
    job::{Done, Job},
    share::Bundle,
    ui::{
        part::{
            COLUMN, Lead, Say, Trouble, busy_sign, button, frame, group, heading, link, quiet, row,
            steps, trouble_box,
        },
        words::{door, hand_over as w},
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

/// Seals what was chosen, then shows and saves it.
pub fn give(packed: Packed, back: Box<dyn FnMut()>) -> Vec<El> {
    let ready = RwSignal::new(None::<Ready>);
    let trouble = RwSignal::new(None);
    leptos::task::spawn_local(async move {
        match seal(&packed).await {
            Some(sealed) => ready.set(Some(sealed)),
            None => trouble.set(Some(Trouble::new(door::NO_WORKER, door::NO_WORKER_NEXT))),
        }
    });
    let shown = el("div")
        .class("ks-stack-5")
        .part(move || match ready.get() {
            Some(ready) => shown(ready),
            None if trouble.get().is_none() => vec![busy_sign(w::SEALING)],
            None => Vec::new(),
        });
    let content = vec![
        trouble_box(move || trouble.get()),
        group(
            "ks-stack",
            vec![steps(2), heading("ks-h1 ks-h1--step").say(w::SHOW)],
        ),
        shown,
    ];
    frame(Lead::Step(back), w::GIVE, COLUMN, content)
}

async fn seal(packed: &Packed) -> Option<Ready> {
    let code = Code::make(&mut random::fill).ok()?;
    let (file, mut codes) = sealed(&packed.file, &code).await?;
    if let Some(less) = &packed.codes {
        // The same code opens both; the codes hold less.
        codes = sealed(less, &code).await?.1;
    }
    Some(Ready {
        file,
        codes,
        code: code.as_str().to_owned(),
    })
}

/// A bundle as a file and, where it is short enough, in the binary form for codes.
async fn sealed(bundle: &Bundle, code: &Code) -> Option<(Vec<u8>, Option<Vec<u8>>)> {
    let job = Job::Seal {
        bundle: bundle.to_bytes().into(),
        code: code.clone(),
    };
    match worker::ask(job).await {
        Ok(Done::Sealed { file, codes }) => Some((file, codes)),
        Ok(_) | Err(worker::Lost) => None,
    }
}

fn shown(ready: Ready) -> Vec<El> {
    let saved = RwSignal::new(None::<bool>);
    let Ready {
        file,
        codes: envelope,
        code,
    } = ready;
    let save = move || {
        let today = clock::today();
        let name = file_name(today.year, today.month.unwrap_or(1), today.day.unwrap_or(1));
        saved.set(Some(files::save(&name, &file)));
    };
    let groups = code
        .split('-')
        .map(|group| el("span").text(group))
        .collect();
    // Read out digit by digit, not as a number of millions.
    let spoken: Vec<String> = code.replace('-', "、").chars().map(String::from).collect();
    let digits = el("p")
        .class("ks-code")
        .add(el("span").class("ks-hide").text(&spoken.join(" ")))
        .add(
            el("span")
                .class("ks-code__groups")
                .attr("aria-hidden", "true")
                .all(groups),
        );
    let code = el("section")
        .class("ks-card")
        .attr("aria-labelledby", "code-title")
        .add(
            el("h2")
                .class("ks-h3 ks-centre")
                .id("code-title")
                .say(w::CODE),
        )
        .add(digits)
        .add(el("p").class("ks-small").say(w::CODE_NEXT));
    let file = row(
        button("ks-link-row", save),
        "file",
        w::FILE,
        Some(w::FILE_SUB),
    );
    let outcome = el("p")
        .class("ks-slot")
        .attr("role", "status")
        .when(move || {
            let words = if saved.get()? {
                w::FILE_SAVED
            } else {
                w::FILE_FAILED
            };
            Some(el("span").say(words))
        });
    vec![
        envelope.map_or_else(too_long, codes),
        code,
        el("nav").called(w::OTHER).add(file),
        outcome,
        quiet("ks-quiet", "info", w::NOT_BACK),
        link("ks-btn ks-btn--main ks-btn--lg ks-btn--wide", "#/").say(w::END),
    ]
}

/// Instead of codes, where there would be too many.
pub(super) fn too_long() -> El {
    quiet("ks-card ks-quiet", "info", w::TOO_LONG)
}
