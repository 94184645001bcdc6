//! QR codes before the camera, and how many of a set are here.

use std::rc::Rc;

use leptos::prelude::*;

use super::{Say, Trouble, art, button, group, icon, lang_now, span};
use crate::{
    browser::{
        camera::{self, Camera, NoCamera},
        clock,
        el::{El, el},
        page,
        picture::{Grabber, Pixels},
    },
    carrier::qr::Code,
    job::{Done, Job},
    text::{Text, t},
    ui::words::{office as o, receive as w},
    worker,
};

/// Without a new code for so long, something can be done about it.
const STALLED_MS: f64 = 6_000.0;

/// What is done with what the camera sees.
#[derive(Clone)]
pub struct Scanner {
    /// Takes a code.
    pub take: Rc<dyn Fn(&Code)>,
    /// Whether nothing more is sought, or the screen is gone.
    pub done: Rc<dyn Fn() -> bool>,
    /// When the last new code was taken, in milliseconds.
    pub newest: StoredValue<f64>,
    /// What stands in the way.
    pub trouble: RwSignal<Option<Trouble>>,
    /// What to hold before the camera.
    pub hint: Text,
    /// What helps when nothing new is found.
    pub stalled: Text,
}

/// The camera and its switch.
pub fn watching(scanner: Scanner) -> El {
    let camera = StoredValue::new_local(None::<Camera>);
    let on = RwSignal::new(false);
    let stalled = RwSignal::new(false);
    // Whether its light is on; nothing where it has none.
    let lit = RwSignal::new(None::<bool>);
    let Scanner {
        trouble,
        hint,
        stalled: help,
        ..
    } = scanner;
    let stop = move || {
        camera.set_value(None);
        on.set(false);
        stalled.set(false);
        lit.set(None);
    };
    let video = el("video")
        .attr("playsinline", "")
        .attr("muted", "")
        .called(w::CAMERA_VIEW);
    let shown = video.clone();
    let start = move || {
        let (video, scanner) = (shown.clone(), scanner.clone());
        trouble.set(None);
        on.set(true);
        leptos::task::spawn_local(async move {
            match camera::start().await {
                Ok(stream) => {
                    stream.show_in(&video);
                    let _ = lit.try_set(stream.has_light().then_some(false));
                    camera.try_set_value(Some(stream));
                    watch(scanner, on, stalled, &video).await;
                    camera.try_set_value(None);
                    let _ = on.try_set(false);
                }
                Err(why) => {
                    let _ = on.try_set(false);
                    let _ = trouble.try_set(Some(no_camera(why)));
                }
            }
        });
    };
    // The light of a camera that nobody uses is frightening.
    let hidden = window_event_listener_untyped("visibilitychange", move |_| {
        if page::hidden() {
            stop();
        }
    });
    on_cleanup(move || hidden.remove());
    let view = group("t9__cam", vec![video, el("p").class("t9__hint").say(hint)]);
    let status = el("p").class("ks-small ks-slot").attr("role", "status");
    let status = status.when(move || stalled.get().then(|| span(help)));
    let light = el("div").class("ks-slot").when(move || {
        let on = lit.get()?;
        let turn = move || {
            lit.set(Some(!on));
            let turned = camera.with_value(|camera| camera.as_ref().map(|own| own.light(!on)));
            if let Some(turned) = turned {
                leptos::task::spawn_local(turned);
            }
        };
        let state = if on { "true" } else { "false" };
        let light = button("ks-btn ks-btn--line ks-btn--wide", turn);
        Some(light.attr("aria-pressed", state).say(o::LIGHT))
    });
    let switch = el("div").when(move || {
        let start = start.clone();
        Some(if on.get() {
            let class = "ks-btn ks-btn--lg ks-btn--wide";
            button(class, stop)
                .add(icon("pause"))
                .add(span(w::CAMERA_STOP))
        } else {
            let class = "ks-btn ks-btn--main ks-btn--lg ks-btn--wide";
            button(class, start)
                .add(icon("camera"))
                .add(span(w::CAMERA))
        })
    });
    group(
        "ks-stack",
        vec![view.hidden_while(move || !on.get()), status, light, switch],
    )
}

/// Reads what the camera sees, frame by frame, as fast as the worker answers.
async fn watch(scanner: Scanner, on: RwSignal<bool>, stalled: RwSignal<bool>, video: &El) {
    let mut grabber = Grabber::new();
    scanner.newest.try_set_value(clock::now_ms());
    loop {
        next_frame().await;
        if on.try_get_untracked() != Some(true) || (scanner.done)() {
            return;
        }
        let Some(picture) = grabber.grab(video) else {
            continue;
        };
        for code in find(picture, false).await {
            (scanner.take)(&code);
        }
        let quiet = clock::now_ms() - scanner.newest.try_get_value().unwrap_or(0.0);
        if stalled.try_get_untracked() == Some(quiet < STALLED_MS) {
            let _ = stalled.try_set(quiet >= STALLED_MS);
        }
    }
}

async fn next_frame() {
    let (tell, told) = futures_channel::oneshot::channel();
    request_animation_frame(move || {
        let _ = tell.send(());
    });
    let _ = told.await;
}

/// The codes in a picture. `still`: it stays as it is, so a longer look is worth it.
pub async fn find(picture: Pixels, still: bool) -> Vec<Code> {
    let job = Job::Read {
        width: picture.width,
        height: picture.height,
        still,
    };
    match worker::look(job, &picture.bytes).await {
        Ok(Done::Codes(codes)) => codes,
        Ok(_) | Err(worker::Lost) => Vec::new(),
    }
}

fn no_camera(why: NoCamera) -> Trouble {
    match why {
        NoCamera::Denied => Trouble::new(w::DENIED, w::DENIED_NEXT),
        NoCamera::Absent => Trouble::new(w::NO_CAMERA, w::NO_CAMERA_NEXT),
        NoCamera::Busy => Trouble::new(w::BUSY, w::BUSY_NEXT),
    }
}

/// How many codes of a set are here, and the stones that hold one already.
pub fn counted(have: usize, held: &[bool]) -> Vec<El> {
    let cell = |(i, held): (usize, &bool)| {
        let stone = art(&format!("stone-{}", i % 4 + 1), "");
        let leaf = held.then(|| art("leaf-full", ""));
        let state = span(if *held { w::READ_OK } else { w::NOT_YET }).class("ks-hide");
        let number = el("span")
            .class("ks-num")
            .text(&(i + 1).to_string())
            .add(state);
        el("li")
            .add(el("span").class("t9__stone").add(stone).maybe(leaf))
            .add(number)
    };
    let counted = el("b")
        .class("ks-num t9__big")
        .text(&have_of(have, held.len()));
    let stones = held.iter().enumerate().map(cell).collect();
    vec![
        el("p").attr("role", "status").add(counted),
        el("ol").class("t9__dots").called(w::CELLS).all(stones),
    ]
}

fn have_of(have: usize, need: usize) -> String {
    t("{0}枚中{1}枚", "{0}まいの うち {1}まい", "{1} of {0} codes")
        .with(lang_now(), &[&need.to_string(), &have.to_string()])
}
