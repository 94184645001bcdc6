//! The last step of handing over: the code to say, the QR codes to show, the file to save.

use std::time::Duration;

use leptos::prelude::*;

use crate::{
    browser::{clock, files, page, place, random, wake},
    carrier::{
        file::file_name,
        qr::{self, Density},
    },
    envelope::Code,
    job::{Done, Job},
    share::Bundle,
    text::{Lang, Text},
    ui::{
        part::{Busy, Frame, Lead, Steps, Trouble, TroubleBox, icon, lang, say},
        words::{door, hand_over as w},
    },
    worker,
};

/// Three changes a second is what WCAG 2.3.1 allows; a little slower is sure to stay below it.
const BEAT: Duration = Duration::from_millis(350);
/// So many codes are read at one glance, so they are shown at once and stand still.
const AT_A_GLANCE: usize = 3;
/// How many frames are shown before the order begins again: the length of [`qr::Set::order`].
const ORDER: usize = 251;
/// How many frames are drawn before they are needed.
const AHEAD: usize = 8;

#[derive(Clone, PartialEq)]
struct Ready {
    file: Vec<u8>,
    /// The binary form; `None` where it is too long for codes.
    codes: Option<Vec<u8>>,
    code: String,
}

/// Seals what was chosen, then shows and saves it.
#[component]
pub fn Give(bundle: Bundle, back: Callback<()>) -> impl IntoView {
    let ready = RwSignal::new(None::<Ready>);
    let trouble = RwSignal::new(None);
    leptos::task::spawn_local(async move {
        match seal(&bundle).await {
            Some(sealed) => ready.set(Some(sealed)),
            None => trouble.set(Some(Trouble::new(door::NO_WORKER, door::NO_WORKER_NEXT))),
        }
    });
    view! {
        <Frame lead=Lead::Step(back) title=w::GIVE>
            <TroubleBox trouble/>
            <div class="ks-stack">
                <Steps at=2/>
                <h1 class="ks-h1 ks-h1--step" id="title" tabindex="-1">{say(w::SHOW)}</h1>
            </div>
            {move || match ready.get() {
                Some(ready) => view! { <Shown ready/> }.into_any(),
                None if trouble.get().is_none() => view! { <Busy words=w::SEALING/> }.into_any(),
                None => ().into_any(),
            }}
        </Frame>
    }
}

async fn seal(bundle: &Bundle) -> Option<Ready> {
    let code = Code::make(&mut random::fill).ok()?;
    let job = Job::Seal {
        bundle: bundle.to_bytes().into(),
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

#[component]
fn Shown(ready: Ready) -> impl IntoView {
    let saved = RwSignal::new(None::<bool>);
    let Ready { file, codes, code } = ready;
    let save = move |_| {
        let today = clock::today();
        let name = file_name(today.year, today.month.unwrap_or(1), today.day.unwrap_or(1));
        saved.set(Some(files::save(&name, &file)));
    };
    let groups = code
        .split('-')
        .map(|group| view! { <span>{group.to_owned()}</span> })
        .collect_view();
    // Read out digit by digit, not as a number of millions.
    let spoken = code
        .replace('-', "、")
        .chars()
        .map(String::from)
        .collect::<Vec<_>>()
        .join(" ");
    view! {
        {match codes {
            Some(envelope) => view! { <Codes envelope/> }.into_any(),
            None => view! { <p class="ks-card ks-quiet">{icon("info")}<span>{say(w::TOO_LONG)}</span></p> }.into_any(),
        }}
        <section class="ks-card" aria-labelledby="code-title">
            <h2 class="ks-h3 ks-centre" id="code-title">{say(w::CODE)}</h2>
            <p class="ks-code"><span class="ks-hide">{spoken}</span><span class="ks-code__groups" aria-hidden="true">{groups}</span></p>
            <p class="ks-small">{say(w::CODE_NEXT)}</p>
        </section>
        <nav aria-label=say(w::OTHER)>
            <button class="ks-link-row" type="button" on:click=save>
                {icon("file")}<span>{say(w::FILE)}<span class="ks-small ks-block">{say(w::FILE_SUB)}</span></span>{icon("next")}
            </button>
        </nav>
        <p role="status">{move || saved.get().map(|good| say(if good { w::FILE_SAVED } else { w::FILE_FAILED }))}</p>
        <p class="ks-quiet">{icon("info")}<span>{say(w::NOT_BACK)}</span></p>
        <a class="ks-btn ks-btn--main ks-btn--lg ks-btn--wide" href="#/">{say(w::END)}</a>
    }
}

/// Codes that were drawn, in the order in which they are shown, and the side of each in modules.
#[derive(Clone, Default)]
struct Drawn {
    side: u32,
    paths: Vec<String>,
}

#[component]
fn Codes(envelope: Vec<u8>) -> impl IntoView {
    let address = place::page_address();
    let offered: Vec<(Density, usize)> = Density::ALL
        .into_iter()
        .filter_map(|density| {
            Some((
                density,
                qr::fragments(envelope.len(), address.len(), density).ok()?,
            ))
        })
        .collect();
    // Normal where it fits, else the coarsest that does.
    let usual = offered
        .iter()
        .find(|(density, _)| *density == Density::Normal)
        .or(offered.first());
    let Some(&(usual, _)) = usual else {
        return view! { <p class="ks-card ks-quiet">{icon("info")}<span>{say(w::TOO_LONG)}</span></p> }.into_any();
    };
    let density = RwSignal::new(usual);
    let awake = StoredValue::new_local(None);
    leptos::task::spawn_local(async move { awake.set_value(wake::keep().await) });

    let envelope = StoredValue::new(envelope);
    let label = |density| match density {
        Density::Coarse => w::COARSE,
        Density::Normal => w::NORMAL,
        Density::Fine => w::FINE,
    };
    let lang = lang();
    let option = move |(which, count): (Density, usize)| {
        let words = move || pieces(count, lang.get());
        view! {
            <label class:on=move || density.get() == which>
                <input class="ks-hide" type="radio" name="density" prop:checked=move || density.get() == which
                    on:change=move |_| density.set(which)/>
                <b>{say(label(which))}</b><span class="ks-num">{words}</span>
            </label>
        }
    };
    view! {
        {move || {
            let density = density.get();
            let envelope = envelope.get_value();
            match qr::split(&envelope, address.len(), density) {
                Ok(set) => view! { <Show set envelope address=address.clone()/> }.into_any(),
                Err(_) => ().into_any(),
            }
        }}
        <fieldset>
            <legend class="ks-h3">{say(w::HARD)}</legend>
            <div class="ks-seg" role="group" aria-label=say(w::DENSITY)>{offered.into_iter().map(option).collect_view()}</div>
            <p class="ks-small">{say(w::BRIGHT)}</p>
        </fieldset>
    }
    .into_any()
}

/// One set of codes: a few at once, many one after the other or as a grid that stands still.
#[component]
fn Show(set: qr::Set, envelope: Vec<u8>, address: String) -> impl IntoView {
    let k = set.k();
    let few = k <= AT_A_GLANCE;
    let drawn = RwSignal::new(Drawn::default());
    // Every frame of the order is new to whoever missed one, so it is drawn as it is needed.
    let order: Vec<u8> = set.order().take(ORDER).collect();
    let drawer = StoredValue::new(Drawer {
        envelope,
        address,
        density: set.density(),
        order,
        asked: 0,
    });
    ahead(drawer, drawn, k);

    let still = RwSignal::new(few || page::reduced_motion());
    let playing = RwSignal::new(!still.get_untracked());
    let at = RwSignal::new(0_usize);
    let beat = set_interval_with_handle(
        move || {
            let next = (at.get_untracked() + 1) % ORDER;
            if !playing.get_untracked() {
                return;
            }
            if next + AHEAD > drawer.with_value(|drawer| drawer.asked) {
                ahead(drawer, drawn, next + 2 * AHEAD);
            }
            // What is not drawn yet is waited for.
            if drawn.with_untracked(|drawn| drawn.paths.len() > next) {
                at.set(next);
            }
        },
        BEAT,
    );
    on_cleanup(move || {
        if let Ok(beat) = beat {
            beat.clear();
        }
    });
    let serial = move || at.get();
    let by_hand = move |by: usize| {
        playing.set(false);
        at.update(|at| *at = (*at % k + by) % k);
    };
    let lang = lang();
    let caption = move || place_in_set(serial(), k, lang.get());

    let grid = move || {
        let codes = (0..k).map(|n| view! {
            <li><Symbol drawn n k/><p class="ks-num ks-centre">{move || place_in_set(n, k, lang.get())}</p></li>
        });
        view! { <ol class="ks-qrs" data-count=k.min(4)>{codes.collect_view()}</ol> }
    };
    let moving = move || {
        view! {
            <div class="ks-stack-2">
                <div class="ks-qr">
                    <Ring k serial=Signal::derive(serial)/>
                    <div class="ks-qr__card">{move || view! { <Symbol drawn n=serial() k/> }}</div>
                </div>
                <p class="ks-num ks-centre"><b>{caption}</b></p>
            </div>
            <div class="ks-row ks-row--centre">
                <button class="ks-btn" type="button" aria-label=say(w::PREVIOUS) on:click=move |_| by_hand(k - 1)>{icon("back")}</button>
                <button class="ks-btn ks-btn--line ks-btn--lg ks-btn--play" type="button" on:click=move |_| playing.update(|on| *on = !*on)>
                    {move || if playing.get() {
                        view! { {icon("pause")}<span>{say(w::PAUSE)}</span> }.into_any()
                    } else {
                        view! { {icon("play")}<span>{say(w::PLAY)}</span> }.into_any()
                    }}
                </button>
                <button class="ks-btn" type="button" aria-label=say(w::NEXT) on:click=move |_| by_hand(1)>{icon("next")}</button>
            </div>
        }
    };
    let switch = move |_| {
        still.update(|still| *still = !*still);
        playing.set(!still.get_untracked());
    };
    view! {
        {move || if still.get() { grid().into_any() } else { moving().into_any() }}
        {(!few).then(|| view! {
            <button class="ks-btn ks-btn--text ks-btn--wide" type="button" on:click=switch>
                {move || say(if still.get() { w::MOVING } else { w::STILL })}
            </button>
        })}
    }
}

/// What is needed to draw any frame of a set.
#[derive(Clone)]
struct Drawer {
    envelope: Vec<u8>,
    address: String,
    density: Density,
    order: Vec<u8>,
    asked: usize,
}

/// Has the worker draw the frames of the order up to one.
fn ahead(drawer: StoredValue<Drawer>, drawn: RwSignal<Drawn>, until: usize) {
    let until = until.min(ORDER);
    let Drawer {
        envelope,
        address,
        density,
        order,
        asked,
    } = drawer.get_value();
    if until <= asked {
        return;
    }
    drawer.update_value(|drawer| drawer.asked = until);
    leptos::task::spawn_local(async move {
        let serials = order[asked..until].to_vec();
        let job = Job::Draw {
            address,
            envelope,
            density,
            serials,
        };
        if let Ok(Done::Drawn { side, paths }) = worker::ask(job).await {
            drawn.update(|drawn| {
                drawn.side = side;
                drawn.paths.extend(paths);
            });
        }
    });
}

/// One symbol, black on white in every theme.
#[component]
fn Symbol(drawn: RwSignal<Drawn>, n: usize, k: usize) -> impl IntoView {
    let lang = lang();
    let label = move || format!("QR {}", place_in_set(n, k, lang.get()));
    move || {
        let (side, path) = drawn.with(|drawn| (drawn.side, drawn.paths.get(n).cloned()));
        match path {
            Some(path) => view! {
                <svg class="ks-symbol" viewBox=format!("0 0 {side} {side}") role="img" aria-label=label>
                    <path class="ks-symbol__light" d=format!("M0 0h{side}v{side}h-{side}z")></path>
                    <path class="ks-symbol__dark" d=path></path>
                </svg>
            }.into_any(),
            None => view! { <div class="ks-symbol"></div> }.into_any(),
        }
    }
}

/// The ring of K pieces around a moving code: which one is shown now.
#[component]
fn Ring(k: usize, serial: Signal<usize>) -> impl IntoView {
    let whole = k * 100;
    let piece = move |i: usize| {
        let class = move || match serial.get() {
            now if now == i => "ring-on",
            now if now < k && now > i => "ring-done",
            _ => "ring-off",
        };
        view! {
            <rect class=class x="6" y="6" width="340" height="340" rx="22" fill="none" stroke-width="9"
                stroke-linecap="round" pathLength=whole.to_string()
                stroke-dasharray=format!("64 {}", whole - 64) stroke-dashoffset=format!("-{}", i * 100 + 18)></rect>
        }
    };
    view! {
        <svg class="ks-qr__ring" viewBox="0 0 352 352" aria-hidden="true">{(0..k).map(piece).collect_view()}</svg>
    }
}

fn pieces(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Ja => format!("{count}枚"),
        Lang::Easy => format!("{count}まい"),
        Lang::En => format!("{count} codes"),
    }
}

fn place_in_set(n: usize, k: usize, lang: Lang) -> String {
    const EXTRA: Text = crate::text::t("おぎないの1枚", "たりない ぶんの 1まい", "Spare code");
    match lang {
        _ if n >= k => format!("{}（{}）", EXTRA.to(lang), pieces(k, lang)),
        Lang::Ja => format!("{k}枚中{}枚目", n + 1),
        Lang::Easy => format!("{k}まいの {}まいめ", n + 1),
        Lang::En => format!("Code {} of {k}", n + 1),
    }
}
