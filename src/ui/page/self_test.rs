//! 自己点検: whether a shared machine is as it should be, for its staff.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    browser::{
        camera, clock,
        el::{El, el},
        page, ways,
    },
    machine::{Way, is_plausible, wipe::Place},
    store::{
        Session,
        machine::{self, machine},
    },
    text::Text,
    ui::{
        part::{Say, Trouble, busy_while, button, group, icon, quiet, span, trouble_box, words},
        words::staff as w,
    },
};

/// Narrower screens are those of telephones.
const WIDE: u32 = 768;

/// One thing that was looked at.
struct Seen {
    what: Text,
    good: bool,
    told: String,
}

/// What can only be waited for.
#[derive(Clone)]
struct Answers {
    left: Vec<Place>,
    camera: Option<bool>,
}

/// The card of it: looks as soon as it stands there.
pub(super) fn self_test() -> El {
    let busy = RwSignal::new(false);
    let answers = RwSignal::new(None::<Answers>);
    let trouble = RwSignal::new(None::<Trouble>);
    // What somebody writes at this moment is no trace.
    let begun = expect_context::<Session>().is_open_untracked();
    let look = move || {
        busy.set(true);
        spawn_local(async move {
            let mut left = machine::look().await;
            left.retain(|place| !begun || !place.goes_with_the_page());
            let answered = Answers {
                left,
                camera: camera::is_there().await,
            };
            let _ = answers.try_set(Some(answered));
            let _ = busy.try_set(false);
        });
    };
    look();
    let list = move || {
        let Some(answers) = answers.get() else {
            return Vec::new();
        };
        let seen = all(&answers).into_iter().map(line).collect();
        vec![el("dl").class("ks-test").all(seen)]
    };
    let again = button("ks-btn ks-btn--line ks-btn--wide", look).say(w::TEST_GO);
    let try_paper = button("ks-btn ks-btn--line ks-btn--wide", page::print)
        .attr("data-way", Way::Paper.word())
        .add(icon("print"))
        .add(span(w::PRINTER_TRY));
    let erase = el("div").class("ks-slot ks-noprint").when(move || {
        let left = answers.with(|answers| answers.as_ref().is_some_and(|all| !all.left.is_empty()));
        (left && !begun).then(|| erasing(answers, trouble))
    });
    el("section")
        .class("ks-card ks-stack")
        .attr("aria-labelledby", "test-title")
        .add(el("h2").class("ks-h3").id("test-title").say(w::TEST))
        .add(trouble_box(move || trouble.get()))
        .add(el("div").attr("role", "status").part(list))
        .add(busy_while(busy, w::TESTING))
        .add(erase)
        .add(again)
        .add(try_paper)
}

/// Takes away what is left, also a note that somebody keeps here; asks once more before.
fn erasing(answers: RwSignal<Option<Answers>>, trouble: RwSignal<Option<Trouble>>) -> El {
    let asked = RwSignal::new(false);
    let erase = move || {
        spawn_local(async move {
            let left = machine::forget_everything().await;
            let still = (!left.is_empty()).then(|| Trouble::new(w::STILL, w::STILL_NEXT));
            let _ = trouble.try_set(still);
            let _ = asked.try_set(false);
            let _ = answers.try_update(|answers| {
                if let Some(answers) = answers {
                    answers.left = left;
                }
            });
        });
    };
    el("div").class("ks-stack").part(move || {
        if !asked.get() {
            let ask = button("ks-btn ks-btn--wide", move || asked.set(true));
            return vec![ask.add(icon("trash")).add(span(w::ERASE))];
        }
        let go = button("ks-btn ks-btn--danger ks-btn--wide", erase);
        let keep = button("ks-btn ks-btn--main ks-btn--wide", move || asked.set(false));
        vec![
            quiet("ks-quiet", "warn", w::ERASE_SURE).attr("role", "alert"),
            keep.say(w::ERASE_NOT),
            go.add(icon("trash")).add(span(w::ERASE_GO)),
        ]
    })
}

fn all(answers: &Answers) -> Vec<Seen> {
    let seen = |what: Text, good: bool, told: &str| Seen {
        what,
        good,
        told: told.to_owned(),
    };
    let camera = match answers.camera {
        Some(true) => w::IS_THERE,
        Some(false) => w::NOT_THERE,
        None => w::NOT_TOLD,
    };
    let (wide, high) = page::size();
    let mut size = [&wide.to_string(), " × ", &high.to_string()].concat();
    if wide < WIDE {
        size.push('　');
        size.push_str(words(w::SMALL));
    }
    let offline = page::root("data-offline").is_some();
    let ready = if offline { w::IS_THERE } else { w::OFFLINE_NOT };
    let now = clock::now_ms();
    let right = is_plausible(now);
    let mut time = clock::day_and_time(now);
    if !right {
        time.push('　');
        time.push_str(words(w::CLOCK_WRONG));
    }
    let paper = if ways::allows(Way::Paper) {
        w::PRINTER_ON
    } else {
        w::PRINTER_OFF
    };
    let build = page::version();
    vec![
        seen(w::PLACES, answers.left.is_empty(), &places(&answers.left)),
        last(),
        seen(w::CAMERA, answers.camera == Some(true), words(camera)),
        seen(w::OFFLINE, offline, words(ready)),
        seen(w::SCREEN, wide >= WIDE, &size),
        seen(w::PRINTER, true, words(paper)),
        seen(w::CLOCK, right, &time),
        seen(w::BUILD, true, &build),
    ]
}

fn places(left: &[Place]) -> String {
    let mut left = left.iter().map(|place| words(w::place(*place)));
    let Some(first) = left.next() else {
        return words(w::EMPTY).to_owned();
    };
    left.fold(first.to_owned(), |mut all, place| {
        all.push('、');
        all.push_str(place);
        all
    })
}

/// How forgetting went the last time.
fn last() -> Seen {
    let (good, told) = match machine().ended {
        None => (true, words(w::NEVER).to_owned()),
        Some(ended) => {
            let mut told = clock::day_and_time(ended.at as f64);
            told.push('　');
            told.push_str(&places(&ended.left));
            (ended.left.is_empty(), told)
        }
    };
    Seen {
        what: w::LAST,
        good,
        told,
    }
}

fn line(seen: Seen) -> El {
    let (glyph, word) = if seen.good {
        ("check", w::GOOD)
    } else {
        ("warn", w::LOOK_AT)
    };
    let sign = el("span")
        .class("ks-test__sign")
        .add(icon(glyph))
        .add(span(word).class("ks-hide"));
    let told = el("dd").class("ks-num").text(&seen.told);
    group(
        if seen.good {
            "ks-test__line"
        } else {
            "ks-test__line ks-test__line--look"
        },
        vec![el("dt").add(sign).add(span(seen.what)), told],
    )
}
