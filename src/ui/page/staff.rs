//! スタッフ: what holds on a shared machine, opened by a PIN. It closes by itself: whoever goes to
//! another screen has to give the PIN again.

use std::time::Duration;

use leptos::{prelude::*, task::spawn_local};

use super::self_test::self_test;
use crate::{
    browser::{
        clock,
        el::{El, el, value_of},
        page, ways,
    },
    machine::{Machine, Pin, QUIET, Way, pin_digits},
    store::{
        Session,
        machine::{decide, machine},
    },
    text::{Lang, Text},
    ui::{
        part::{
            COLUMN, Lead, Say, Trouble, busy_while, button, derive, frame, group, icon, lead,
            new_key, pick, pick_one, quiet, span, title, trouble_box, words,
        },
        words::{staff as w, staff::once, staff::way},
    },
    vault::wait_after,
};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// No PIN was ever set here.
    New,
    Locked,
    Open,
}

/// What is typed in a field for a PIN, and how it fares.
#[derive(Clone, Copy)]
struct Typing {
    pin: RwSignal<String>,
    again: RwSignal<String>,
    busy: RwSignal<bool>,
    trouble: RwSignal<Option<Trouble>>,
}

impl Typing {
    fn new() -> Typing {
        Typing {
            pin: RwSignal::new(String::new()),
            again: RwSignal::new(String::new()),
            busy: RwSignal::new(false),
            trouble: RwSignal::new(None),
        }
    }
}

/// The page of it.
pub fn staff() -> El {
    let first = match machine().pin {
        Some(_) => Stage::Locked,
        None => Stage::New,
    };
    let stage = RwSignal::new(first);
    el("div").class("ks-screen").part(move || {
        let content = match stage.get() {
            Stage::New => vec![title(w::TITLE), choosing(stage, true)],
            Stage::Locked => vec![title(w::TITLE), asking(stage)],
            Stage::Open => open(stage),
        };
        frame(Lead::Back("#/"), w::TITLE, COLUMN, content)
    })
}

fn pin_field(id: &'static str, name: Text, hint: Option<Text>, typed: RwSignal<String>) -> El {
    let hint_id = [id, "-hint"].concat();
    let input = el("input")
        .class("ks-input ks-num")
        .id(id)
        .attr("type", "password")
        .attr("inputmode", "numeric")
        .kept_here()
        .attr_if("aria-describedby", hint.map(|_| hint_id.as_str()))
        .showing(move || typed.get())
        .on("input", move |event| typed.set(value_of(&event)))
        .deaf_to_candidates();
    let hint = hint.map(|hint| el("span").class("ks-hint").id(&hint_id).say(hint));
    let label = el("label").class("ks-label").attr("for", id).say(name);
    el("div")
        .class("ks-field")
        .add(label)
        .maybe(hint)
        .add(input)
}

fn form(typing: Typing, act: Text, fields: Vec<El>, submit: impl Fn() + 'static) -> El {
    el("form")
        .class("ks-stack")
        .on("submit", move |event| {
            event.prevent_default();
            if !typing.busy.get_untracked() {
                submit();
            }
        })
        .add(trouble_box(move || typing.trouble.get()))
        .all(fields)
        .add(busy_while(typing.busy, w::PIN_WORKING))
        .add(
            el("button")
                .attr("type", "submit")
                .class("ks-btn ks-btn--main ks-btn--lg ks-btn--wide")
                .say(act),
        )
}

/// A new PIN.
fn choosing(stage: RwSignal<Stage>, first: bool) -> El {
    let session = expect_context::<Session>();
    let typing = Typing::new();
    let set = move || {
        let Some(digits) = pin_digits(&typing.pin.get_untracked()) else {
            let shape = Trouble::new(w::PIN_SHAPE, w::PIN_SHAPE_NEXT);
            return typing.trouble.set(Some(shape.at("pin")));
        };
        if pin_digits(&typing.again.get_untracked()).as_ref() != Some(&digits) {
            let differs = Trouble::new(w::PIN_DIFFERS, w::PIN_SHAPE_NEXT);
            return typing.trouble.set(Some(differs.at("pin-again")));
        }
        typing.trouble.set(None);
        typing.busy.set(true);
        spawn_local(async move {
            let made = new_key(session, digits).await;
            let _ = typing.busy.try_set(false);
            match made {
                Ok((key, params)) => {
                    let mut machine = machine();
                    machine.wrong = 0;
                    machine.pin = Some(Pin {
                        params,
                        derived: *key.expose(),
                    });
                    decide(&machine);
                    let _ = stage.try_set(Stage::Open);
                    page::to_title();
                }
                Err(why) => {
                    let _ = typing.trouble.try_set(Some(why));
                }
            }
        });
    };
    let fields = vec![
        pin_field("pin", w::PIN, Some(w::PIN_HINT), typing.pin),
        pin_field("pin-again", w::PIN_AGAIN, None, typing.again),
    ];
    let mut all = Vec::new();
    if first {
        all.push(lead(w::PIN_FIRST));
        all.push(quiet("ks-quiet", "info", w::PIN_FIRST_SUB));
    }
    all.push(form(typing, w::PIN_SET, fields, set));
    group("ks-stack-5", all)
}

/// The PIN is asked for.
fn asking(stage: RwSignal<Stage>) -> El {
    let typing = Typing::new();
    let wrong = move || Trouble::new(w::PIN_WRONG, w::PIN_WRONG_NEXT).at("pin");
    let try_it = move || {
        let Some(digits) = pin_digits(&typing.pin.get_untracked()) else {
            return typing.trouble.set(Some(wrong()));
        };
        typing.trouble.set(None);
        typing.busy.set(true);
        spawn_local(async move {
            let outcome = is_the_pin(digits).await;
            let _ = typing.busy.try_set(false);
            let _ = typing.pin.try_set(String::new());
            match outcome {
                Ok(true) => {
                    let _ = stage.try_set(Stage::Open);
                    page::to_title();
                }
                Ok(false) => {
                    let _ = typing.trouble.try_set(Some(wrong()));
                }
                Err(why) => {
                    let _ = typing.trouble.try_set(Some(why));
                }
            }
        });
    };
    let fields = vec![pin_field("pin", w::PIN, None, typing.pin)];
    form(typing, w::PIN_OPEN, fields, try_it)
}

/// Tries a PIN, after the wait that wrong ones have earned. It counts as wrong until it was right: who
/// opens the page anew has gained nothing.
async fn is_the_pin(digits: String) -> Result<bool, Trouble> {
    let mut tried = machine();
    let Some(pin) = tried.pin.clone() else {
        return Ok(false);
    };
    let before = tried.wrong;
    tried.wrong = before.saturating_add(1);
    decide(&tried);
    clock::wait(Duration::from_secs(wait_after(before as usize).into())).await;
    let key = derive(digits, pin.params.clone()).await?;
    let right = pin.is(key.expose());
    if right {
        let mut machine = machine();
        machine.wrong = 0;
        decide(&machine);
    }
    Ok(right)
}

fn open(stage: RwSignal<Stage>) -> Vec<El> {
    let session = expect_context::<Session>();
    let said = RwSignal::new(None::<Text>);
    let trouble = RwSignal::new(None::<Trouble>);
    let change = move |change: &dyn Fn(&mut Machine)| {
        let mut changed = machine();
        change(&mut changed);
        let kept = decide(&changed);
        said.set(kept.then_some(w::KEPT));
        trouble.set((!kept).then(|| Trouble::new(w::UNKEPT, w::UNKEPT_NEXT)));
    };
    let status = el("p")
        .class("ks-slot")
        .attr("role", "status")
        .when(move || Some(span(said.get()?)));
    let again = el("details")
        .class("ks-rowcard")
        .add(
            el("summary")
                .add(icon("key"))
                .add(span(w::PIN_CHANGE).class("ks-rowcard__t"))
                .add(icon("down")),
        )
        .add(group("ks-rowcard__body", vec![choosing(stage, false)]));
    let mut content = vec![
        trouble_box(move || trouble.get()),
        group("", vec![title(w::TITLE), lead(w::LEAD)]),
        status,
    ];
    if session.is_open_untracked() {
        content.push(allowing_once());
    }
    content.extend([
        ways_out(change),
        waits(change),
        night(change),
        languages(change),
        self_test(),
        again,
    ]);
    content
}

fn card(name: Text, content: Vec<El>) -> El {
    el("fieldset")
        .class("ks-card")
        .add(el("legend").class("ks-label ks-legend").say(name))
        .all(content)
}

fn hint(text: Text) -> El {
    el("p").class("ks-hint").say(text)
}

fn ways_out(change: impl Fn(&dyn Fn(&mut Machine)) + Copy + 'static) -> El {
    let now = RwSignal::new(machine().ways);
    let one = |which: Way| {
        let ticked = move || now.with(|now| now.contains(&which));
        pick("checkbox", vec![span(way(which))], ticked, move |on| {
            change(&|machine| machine.allow(which, on));
            now.set(machine().ways);
        })
    };
    let none = el("div").class("ks-slot").attr("role", "status");
    let none = none.when(move || {
        let nothing = now.with(|now| now.iter().all(|way| *way == Way::Pick));
        nothing.then(|| quiet("ks-quiet", "warn", w::NONE_LEFT))
    });
    card(w::OUT, vec![hint(w::OUT_SUB)])
        .all(Way::ALL.into_iter().map(one).collect())
        .add(none)
}

fn waits(change: impl Fn(&dyn Fn(&mut Machine)) + Copy + 'static) -> El {
    let now = RwSignal::new(machine().quiet);
    let one = |seconds: u32| {
        let mut name = seconds.to_string();
        name.push_str(words(w::SECONDS));
        let value = seconds.to_string();
        let name = el("span").class("ks-num").text(&name);
        pick_one(
            "quiet",
            &value,
            vec![name],
            move || now.get() == seconds,
            move || {
                change(&|machine| machine.quiet = seconds);
                now.set(seconds);
            },
        )
    };
    card(w::IDLE, vec![hint(w::IDLE_SUB)]).all(QUIET.into_iter().map(one).collect())
}

fn night(change: impl Fn(&dyn Fn(&mut Machine)) + Copy + 'static) -> El {
    let now = RwSignal::new(machine().dims);
    let ticked = move || now.get();
    let dims = pick("checkbox", vec![span(w::DIMS)], ticked, move |on| {
        change(&|machine| machine.dims = on);
        now.set(on);
    });
    card(w::NIGHT, vec![dims])
}

fn languages(change: impl Fn(&dyn Fn(&mut Machine)) + Copy + 'static) -> El {
    let now = RwSignal::new(machine().lang);
    let one = |which: Option<Lang>| {
        let (value, name) = match which {
            Some(lang) => {
                let own = el("span").attr("lang", lang.tag()).text(lang.own_name());
                (lang.code(), own)
            }
            None => ("browser", span(w::LANG_BROWSER)),
        };
        pick_one(
            "first-language",
            value,
            vec![name],
            move || now.get() == which,
            move || {
                change(&|machine| machine.lang = which);
                now.set(which);
            },
        )
    };
    let all = [None]
        .into_iter()
        .chain(Lang::ALL.into_iter().map(Some))
        .map(one)
        .collect();
    card(w::LANG, all)
}

/// What is not allowed to everybody, for whoever is there now.
fn allowing_once() -> El {
    let done = RwSignal::new(false);
    let closed: Vec<Way> = Way::ALL
        .into_iter()
        .filter(|way| !ways::allows(*way))
        .collect();
    let one = |which: Way| {
        let allow = move || {
            ways::allow_once(which);
            done.set(true);
        };
        button("ks-btn ks-btn--line ks-btn--wide", allow).say(once(which))
    };
    let about = if closed.is_empty() {
        w::ALL_ALLOWED
    } else {
        w::ONCE_SUB
    };
    let outcome = el("p").class("ks-slot").attr("role", "status");
    el("section")
        .class("ks-card ks-stack")
        .add(el("h2").class("ks-h3").say(w::ONCE))
        .add(hint(about))
        .all(closed.into_iter().map(one).collect())
        .add(outcome.when(move || done.get().then(|| span(w::ONCE_DONE))))
}
