//! 受け取り用QR: a key for one hand-over, shown to whoever hands over. It lives in the memory of this
//! screen, and is destroyed when it has opened something, when its time is over, or with the screen.

use std::time::Duration;

use leptos::{prelude::*, task::spawn_local};
use zeroize::Zeroizing;

use super::{Gathering, came_of, words_of};
use crate::{
    browser::{
        clock,
        el::{El, el, value_of},
        page, place,
    },
    job::{Carrier, Done, Job, Refusal},
    text::Text,
    ui::{
        page::read::Came,
        part::{
            Say, Trouble, busy_sign, button, group, icon, quiet, row, span, symbol, words as say,
        },
        words::{card as w, door},
    },
    worker,
};

/// The code is shown so long: until no parent's app takes it any more.
const SHOWN: Duration = Duration::from_mins(10);
/// So long after that, the key still opens what was sealed to it in time.
const LATER: Duration = Duration::from_mins(10);

/// The key of this screen, and what is shown of it.
#[derive(Clone, Copy)]
pub(super) struct Counter {
    shown: RwSignal<Shown>,
    key: StoredValue<Option<Held>>,
    /// Keys that are no more, by their ids, and what is to be said of each.
    ended: StoredValue<Vec<(String, Trouble)>>,
    label: StoredValue<String>,
}

#[derive(Clone, PartialEq, Eq)]
enum Shown {
    Nothing,
    Making,
    Card {
        digits: String,
        side: u32,
        path: String,
    },
    Over,
}

#[derive(Clone)]
struct Held {
    kid: String,
    secret: Zeroizing<[u8; 32]>,
    /// Milliseconds since the epoch: timers stand still while a machine sleeps.
    until: f64,
}

impl Held {
    /// When it was made, milliseconds since the epoch.
    fn made(&self) -> f64 {
        self.until - (SHOWN + LATER).as_millis() as f64
    }
}

impl Counter {
    pub(super) fn new() -> Counter {
        Counter {
            shown: RwSignal::new(Shown::Nothing),
            key: StoredValue::new(None),
            ended: StoredValue::new(Vec::new()),
            label: StoredValue::new(String::new()),
        }
    }

    /// Makes a key and shows it, in the place of the one before.
    fn offer(self, trouble: RwSignal<Option<Trouble>>) {
        self.end(Trouble::new(w::LATE, w::AGAIN));
        self.shown.set(Shown::Making);
        trouble.set(None);
        let job = Job::MakeKey {
            address: place::page_address(),
            minute: clock::minute(),
            label: self.label.get_value(),
            standing: false,
        };
        spawn_local(async move {
            let made = worker::ask(job).await;
            let Some((held, card)) = drawn(made).await else {
                let _ = self.shown.try_set(Shown::Nothing);
                trouble.try_set(Some(Trouble::new(door::NO_WORKER, door::NO_WORKER_NEXT)));
                return;
            };
            let kid = held.kid.clone();
            self.key.try_set_value(Some(held));
            if self.shown.try_set(card).is_some() {
                return;
            }
            page::focus("office-card");
            clock::wait(SHOWN).await;
            if self.holds(&kid) {
                let _ = self.shown.try_set(Shown::Over);
            }
            clock::wait(LATER).await;
            if self.holds(&kid) {
                self.end(Trouble::new(w::LATE, w::AGAIN));
            }
        });
    }

    fn holds(self, kid: &str) -> bool {
        let held = |key: &Option<Held>| key.as_ref().is_some_and(|held| held.kid == kid);
        self.key.try_with_value(held) == Some(true)
    }

    /// The key that is shown, by its id, and when it was made, milliseconds since the epoch.
    pub(super) fn shown(self) -> Option<(String, f64)> {
        self.key
            .with_value(|key| key.as_ref().map(|held| (held.kid.clone(), held.made())))
    }

    /// Destroys the key.
    fn end(self, why: Trouble) {
        if let Some(held) = self.key.try_update_value(Option::take).flatten() {
            self.ended.update_value(|ended| ended.push((held.kid, why)));
        }
    }

    /// Opens what was sealed to a key, if it is the one that is shown; then that key is no more.
    pub(super) async fn open(
        self,
        kid: String,
        carrier: Carrier,
        envelope: Vec<u8>,
    ) -> Result<Came, Trouble> {
        let held = self.key.try_get_value().flatten();
        let Some(held) = held.filter(|held| held.kid == kid) else {
            let said = |ended: &Vec<(String, Trouble)>| {
                let mut ended = ended.iter();
                ended.find(|(other, _)| *other == kid).map(|(_, why)| *why)
            };
            let why = self.ended.try_with_value(said).flatten();
            return Err(why.unwrap_or_else(|| words_of(Refusal::ForAnotherOffice)));
        };
        if clock::now_ms() > held.until {
            let late = Trouble::new(w::LATE, w::AGAIN);
            self.end(late);
            self.shown.set(Shown::Over);
            return Err(late);
        }
        let key = held.secret;
        let job = Job::OpenWith {
            carrier,
            envelope,
            key,
        };
        let came = came_of(worker::ask(job).await)?;
        self.end(Trouble::new(w::USED, w::AGAIN));
        let _ = self.shown.try_set(Shown::Nothing);
        Ok(came)
    }

    /// What stands on the screen of it. `anew` lets go of what was read so far: it was not for the key
    /// that is made now.
    pub(super) fn view(
        self,
        trouble: RwSignal<Option<Trouble>>,
        anew: fn(Gathering),
        of: Gathering,
    ) -> El {
        let offer = move || {
            anew(of);
            self.offer(trouble);
        };
        el("div")
            .class("ks-slot")
            .part(move || match self.shown.get() {
                Shown::Nothing => {
                    let into = button("ks-link-row", offer);
                    vec![row(into, "qr", w::OFFER, Some(w::OFFER_SUB))]
                }
                Shown::Making => vec![busy_sign(w::MAKING)],
                Shown::Card { digits, side, path } => {
                    let named = self.named(offer);
                    let close = move || {
                        self.end(Trouble::new(w::LATE, w::AGAIN));
                        self.shown.set(Shown::Nothing);
                    };
                    let close = button("ks-btn ks-btn--text ks-btn--wide", close).say(w::CLOSE);
                    let code = symbol(side, &path, say(w::PICTURE));
                    vec![card(w::CARD, code, &digits).add(named).add(close)]
                }
                Shown::Over => vec![group(
                    "ks-card ks-stack",
                    vec![
                        quiet("ks-quiet", "info", w::OVER),
                        button("ks-btn ks-btn--main ks-btn--wide", offer).say(w::OFFER_AGAIN),
                    ],
                )],
            })
    }

    /// Whose the card says it is; another name is another card.
    fn named(self, offer: impl Fn() + 'static) -> El {
        let input = el("input")
            .class("ks-input")
            .id("card-label")
            .attr("maxlength", "20")
            .kept_here()
            .attr("aria-describedby", "card-label-hint")
            .showing(move || self.label.get_value())
            .on("input", move |event| self.label.set_value(value_of(&event)));
        let label = el("label").class("ks-label").attr("for", "card-label");
        let hint = el("span").class("ks-hint").id("card-label-hint");
        let field = el("div")
            .class("ks-field")
            .add(label.say(w::LABEL))
            .add(hint.say(w::LABEL_HINT))
            .add(input);
        let again = button("ks-btn ks-btn--line", offer).say(w::WITH_LABEL);
        el("details")
            .class("ks-more")
            .add(el("summary").add(span(w::LABEL)).add(icon("down")))
            .add(group("ks-stack", vec![field, again]))
    }
}

/// A code with what is compared.
fn card(name: Text, code: El, digits: &str) -> El {
    let head = el("h2")
        .class("ks-h2")
        .id("office-card")
        .attr("tabindex", "-1");
    el("section")
        .class("ks-card ks-stack")
        .attr("aria-labelledby", "office-card")
        .add(head.say(name))
        .add(el("p").say(w::SHOW))
        .add(el("div").class("ks-cardqr").add(code))
        .add(compared(digits))
        .add(el("p").say(w::COMPARE))
}

/// The digits that stand on both screens.
pub(in crate::ui::page) fn compared(digits: &str) -> El {
    let (first, rest) = digits.split_at_checked(3).unwrap_or((digits, ""));
    let groups = [first, rest].map(|half| el("span").text(half));
    let digits = el("p").class("ks-receipt").attr("translate", "no");
    group(
        "",
        vec![
            el("p").class("ks-h3 ks-centre").say(w::DIGITS),
            digits.all(groups.into()),
        ],
    )
}

/// A fresh key, and its code as it is shown.
async fn drawn(made: Result<Done, worker::Lost>) -> Option<(Held, Shown)> {
    let Ok(Done::Made { secret, text, card }) = made else {
        return None;
    };
    let job = Job::Symbol {
        message: text.into_bytes(),
    };
    let Ok(Done::Drawn { side, mut paths }) = worker::ask(job).await else {
        return None;
    };
    let held = Held {
        kid: card.kid,
        secret,
        until: clock::now_ms() + (SHOWN + LATER).as_millis() as f64,
    };
    let shown = Shown::Card {
        digits: card.digits,
        side,
        path: paths.pop()?,
    };
    Some((held, shown))
}
