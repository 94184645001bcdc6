//! A sealed hand-off as QR codes on the screen: a few at once, many one after the other, or all of
//! them as a grid that stands still.

use std::time::Duration;

use leptos::prelude::*;

use super::give::too_long;
use crate::{
    browser::{
        el::{El, el, svg},
        page, place,
    },
    carrier::qr::{self, Density},
    job::{Done, Job},
    text::{Text, t},
    ui::{
        part::{Say, button, group, icon, lang_now, span, stay_awake, symbol},
        words::hand_over as w,
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

/// The codes of an envelope, in any density that can hold it.
pub fn codes(envelope: Vec<u8>) -> El {
    let address = place::page_address();
    let count = |density| qr::fragments(envelope.len(), address.len(), density).ok();
    let offered: Vec<(Density, usize)> = Density::ALL
        .into_iter()
        .filter_map(|density| Some((density, count(density)?)))
        .collect();
    // Normal where it fits, else the coarsest that does.
    let usual = offered
        .iter()
        .find(|(density, _)| *density == Density::Normal)
        .or(offered.first());
    let Some(&(usual, _)) = usual else {
        return too_long();
    };
    let density = RwSignal::new(usual);
    let wish = RwSignal::new(None);
    stay_awake();

    let option = |(which, count): (Density, usize)| {
        let label = match which {
            Density::Coarse => w::COARSE,
            Density::Normal => w::NORMAL,
            Density::Fine => w::FINE,
        };
        let input = el("input")
            .class("ks-hide")
            .attr("type", "radio")
            .attr("name", "density")
            .ticked_while(move || density.get() == which)
            .on("change", move |_| density.set(which));
        el("label")
            .attr_of("class", move || {
                (density.get() == which).then(|| "on".to_owned())
            })
            .add(input)
            .add(el("b").say(label))
            .add(el("span").class("ks-num").text(&pieces(count)))
    };
    let options = group("ks-seg", offered.into_iter().map(option).collect());
    let choice = el("fieldset")
        .add(el("legend").class("ks-h3").say(w::HARD))
        .add(options.attr("role", "group").called(w::DENSITY))
        .add(el("p").class("ks-small").say(w::BRIGHT))
        .add(el("p").class("ks-small").say(w::FRONT));
    let shown = el("div").class("ks-stack-5").part(move || {
        let set = qr::split(&envelope, address.len(), density.get());
        set.map_or_else(
            |_| Vec::new(),
            |set| Showing::begin(&set, &envelope, &address, wish).view(),
        )
    });
    group("ks-stack-5", vec![shown, choice])
}

/// One set of codes being shown.
#[derive(Clone, Copy)]
struct Showing {
    /// How many of them are needed.
    k: usize,
    drawn: RwSignal<Drawn>,
    drawer: StoredValue<Drawer>,
    /// All at once, standing still.
    still: RwSignal<bool>,
    /// Whether the person wants them still; outlives a change of density.
    wish: RwSignal<Option<bool>>,
    playing: RwSignal<bool>,
    at: RwSignal<usize>,
}

/// Codes that were drawn, in the order in which they are shown, and the side of each in modules.
#[derive(Clone, Default)]
struct Drawn {
    side: u32,
    paths: Vec<String>,
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

impl Showing {
    fn begin(
        set: &qr::Set,
        envelope: &[u8],
        address: &str,
        wish: RwSignal<Option<bool>>,
    ) -> Showing {
        let k = set.k();
        // On a phone two of them are out of sight, so there they take turns.
        let usual = (k <= AT_A_GLANCE && page::wide()) || page::reduced_motion();
        let still = k == 1 || wish.get_untracked().unwrap_or(usual);
        let drawer = Drawer {
            envelope: envelope.to_vec(),
            address: address.to_owned(),
            density: set.density(),
            order: set.order().take(ORDER).collect(),
            asked: 0,
        };
        let showing = Showing {
            k,
            drawn: RwSignal::new(Drawn::default()),
            drawer: StoredValue::new(drawer),
            still: RwSignal::new(still),
            wish,
            playing: RwSignal::new(!still),
            at: RwSignal::new(0),
        };
        showing.draw(k);
        let beat = set_interval_with_handle(move || showing.beat(), BEAT);
        on_cleanup(move || {
            if let Ok(beat) = beat {
                beat.clear();
            }
        });
        showing
    }

    /// The next frame, when it is drawn. Every one of the order is new to whoever missed one.
    fn beat(self) {
        if !self.playing.get_untracked() {
            return;
        }
        let next = (self.at.get_untracked() + 1) % ORDER;
        if next + AHEAD > self.drawer.with_value(|drawer| drawer.asked) {
            self.draw(next + 2 * AHEAD);
        }
        if self.drawn.with_untracked(|drawn| drawn.paths.len() > next) {
            self.at.set(next);
        }
    }

    /// Has the worker draw the frames of the order up to one.
    fn draw(self, until: usize) {
        let until = until.min(ORDER);
        let Drawer {
            envelope,
            address,
            density,
            order,
            asked,
        } = self.drawer.get_value();
        if until <= asked {
            return;
        }
        self.drawer.update_value(|drawer| drawer.asked = until);
        leptos::task::spawn_local(async move {
            let serials = order[asked..until].to_vec();
            let job = Job::Draw {
                address,
                envelope,
                density,
                serials,
            };
            if let Ok(Done::Drawn { side, paths }) = worker::ask(job).await {
                self.drawn.update(|drawn| {
                    drawn.side = side;
                    drawn.paths.extend(paths);
                });
            }
        });
    }

    fn by_hand(self, by: usize) {
        self.playing.set(false);
        self.at.update(|at| *at = (*at % self.k + by) % self.k);
    }

    fn view(self) -> Vec<El> {
        let shown = el("div").class("ks-stack-5").part(move || {
            if self.still.get() {
                vec![self.grid()]
            } else {
                vec![self.moving(), self.controls()]
            }
        });
        let switch = move || {
            let still = !self.still.get_untracked();
            self.wish.set(Some(still));
            self.still.set(still);
            self.playing.set(!still);
        };
        let switch = (self.k > 1).then(|| {
            button("ks-btn ks-btn--text ks-btn--wide", switch).part(move || {
                vec![span(if self.still.get() {
                    w::MOVING
                } else {
                    w::STILL
                })]
            })
        });
        [shown].into_iter().chain(switch).collect()
    }

    fn grid(self) -> El {
        let code = |n| {
            let caption = el("p")
                .class("ks-num ks-centre")
                .text(&place_in_set(n, self.k));
            el("li").when(move || self.symbol(n)).add(caption)
        };
        let count = self.k.min(4).to_string();
        el("ol")
            .class("ks-qrs")
            .attr("data-count", &count)
            .all((0..self.k).map(code).collect())
    }

    fn moving(self) -> El {
        let card = el("div")
            .class("ks-qr__card")
            .when(move || self.symbol(self.at.get()));
        let caption = el("b").words(move || place_in_set(self.at.get(), self.k));
        let code = el("div").class("ks-qr").add(self.ring()).add(card);
        let time = el("span")
            .class("ks-small ks-block")
            .text(&once_round(self.k));
        group(
            "ks-stack-2",
            vec![
                code,
                el("p").class("ks-num ks-centre").add(caption).add(time),
            ],
        )
    }

    fn controls(self) -> El {
        let turn = move || self.playing.update(|playing| *playing = !*playing);
        let play = button("ks-btn ks-btn--line ks-btn--lg ks-btn--play", turn).part(move || {
            let (glyph, text) = if self.playing.get() {
                ("pause", w::PAUSE)
            } else {
                ("play", w::PLAY)
            };
            vec![icon(glyph), span(text)]
        });
        let back = button("ks-btn", move || self.by_hand(self.k - 1)).called(w::PREVIOUS);
        let next = button("ks-btn", move || self.by_hand(1)).called(w::NEXT);
        group(
            "ks-row ks-row--centre",
            vec![back.add(icon("back")), play, next.add(icon("next"))],
        )
    }

    /// One symbol, black on white in every theme.
    fn symbol(self, n: usize) -> Option<El> {
        let (side, path) = self
            .drawn
            .with(|drawn| (drawn.side, drawn.paths.get(n).cloned()));
        let name = format!("QR {}", place_in_set(n, self.k));
        Some(symbol(side, &path?, &name))
    }

    /// The ring of K pieces around a moving code: which one is shown now.
    fn ring(self) -> El {
        let whole = self.k * 100;
        let piece = |i: usize| {
            let class = move || {
                let now = self.at.get();
                let class = match now {
                    _ if now == i => "ring-on",
                    _ if now < self.k && now > i => "ring-done",
                    _ => "ring-off",
                };
                Some(class.to_owned())
            };
            let measures = [
                ("x", "6"),
                ("y", "6"),
                ("width", "340"),
                ("height", "340"),
                ("rx", "22"),
                ("fill", "none"),
                ("stroke-width", "9"),
                ("stroke-linecap", "round"),
            ];
            let rect = measures
                .into_iter()
                .fold(svg("rect"), |rect, (name, value)| rect.attr(name, value));
            rect.attr("pathLength", &whole.to_string())
                .attr("stroke-dasharray", &format!("64 {}", whole - 64))
                .attr("stroke-dashoffset", &format!("-{}", i * 100 + 18))
                .attr_of("class", class)
        };
        let ring = svg("svg")
            .class("ks-qr__ring")
            .attr("viewBox", "0 0 352 352")
            .attr("aria-hidden", "true");
        ring.all((0..self.k).map(piece).collect())
    }
}

fn pieces(count: usize) -> String {
    t("{0}枚", "{0}まい", "{0} codes").with(lang_now(), &[&count.to_string()])
}

/// How long all of them take.
fn once_round(k: usize) -> String {
    let seconds = (BEAT * u32::try_from(k).unwrap_or(u32::MAX)).as_secs() + 1;
    t(
        "ひとまわり 約{0}秒",
        "ぜんぶで {0}びょうくらい",
        "Once round: about {0} seconds",
    )
    .with(lang_now(), &[&seconds.to_string()])
}

pub(super) fn place_in_set(n: usize, k: usize) -> String {
    const SPARE: Text = t("おぎないの1枚", "たりない ぶんの 1まい", "Spare code");
    const NTH: Text = t("{0}枚中{1}枚目", "{0}まいの {1}まいめ", "Code {1} of {0}");
    let lang = lang_now();
    if n >= k {
        return format!("{}（{}）", SPARE.to(lang), pieces(k));
    }
    NTH.with(lang, &[&k.to_string(), &(n + 1).to_string()])
}
