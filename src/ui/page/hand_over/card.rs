//! 受け取り用QR: the code on the screen of an office is read, and its digits are compared; then what was
//! chosen is sealed to that office's key, and nobody has to say a number aloud.

use std::rc::Rc;

use leptos::{prelude::*, task::spawn_local};

use super::{Handing, Packed, Step};
use crate::{
    answer::narrow,
    browser::{
        clock,
        el::{El, el, value_of},
        files::{self, Bytes, Picked},
        page, picture,
    },
    carrier::card::is_card,
    envelope::{CardError, Fresh},
    job::{Card, Done, Job},
    machine::Way,
    ui::{
        page::receive::{counter::compared, no_code},
        part::{
            COLUMN, Finding, Lead, Say, Scanner, Trouble, button, by, find, frame, group, heading,
            icon, lead, span, steps, trouble_box, watching,
        },
        words::{card as w, door, hand_over as h, receive as r},
    },
    worker,
};

/// The name of the field for the number of a key, on the page.
const NUMBER: &str = "key-number";

/// Reading a card.
#[derive(Clone, Copy)]
struct Reading {
    handing: Handing,
    finding: Finding,
    card: RwSignal<Option<Card>>,
    trouble: RwSignal<Option<Trouble>>,
    newest: StoredValue<f64>,
    /// What was read last: a camera sees the same thirty times.
    last: StoredValue<Vec<u8>>,
}

/// Between the consent and the codes.
pub(super) fn card(handing: Handing, packed: Packed) -> Vec<El> {
    let reading = Reading {
        handing,
        finding: expect_context::<Finding>(),
        card: RwSignal::new(None),
        trouble: RwSignal::new(None),
        newest: StoredValue::new(0.0),
        last: StoredValue::new(Vec::new()),
    };
    if let Some(text) = handing.card.get_value() {
        reading.take(text.into_bytes());
    }
    // With a card and without one are two steps: each has its own way back.
    vec![el("div").class("ks-screen").part(move || {
        let card = reading.card.get();
        let back: Box<dyn FnMut()> = match card {
            Some(_) => Box::new(move || reading.anew(None)),
            None => Box::new(move || handing.step.set(Step::Check)),
        };
        let shown = match card {
            Some(card) => reading.compare(card, packed.clone()),
            None => reading.gather(),
        };
        let head = vec![steps(3), heading("ks-h1 ks-h1--step").say(w::READ)];
        let content = vec![
            trouble_box(move || reading.trouble.get()),
            group("ks-stack", head),
            group("ks-stack-5", shown),
        ];
        frame(Lead::Step(back), h::GIVE, COLUMN, content)
    })]
}

impl Reading {
    /// Begins anew, and says why.
    fn anew(self, why: Option<Trouble>) {
        self.last.set_value(Vec::new());
        self.handing.card.set_value(None);
        self.card.set(None);
        self.trouble.set(why);
    }

    fn gather(self) -> Vec<El> {
        let pick = move |event| {
            let files = files::picked(&event);
            spawn_local(async move {
                for file in files {
                    self.take_file(file).await;
                }
            });
        };
        let input = el("input")
            .class("ks-hide")
            .attr("type", "file")
            .on("change", pick);
        let files = el("label").class("ks-btn ks-btn--line ks-btn--lg ks-btn--wide ks-file");
        let scanner = Scanner {
            take: Rc::new(move |code| self.take(code.bytes.clone())),
            done: Rc::new(move || self.card.try_with_untracked(Option::is_some) != Some(false)),
            newest: self.newest,
            trouble: self.trouble,
            hint: w::CAMERA_HINT,
            stalled: w::STALLED,
        };
        vec![
            lead(w::READ_LEAD),
            watching(scanner),
            by(
                Way::Pick,
                files.add(icon("file")).add(span(r::FILE)).add(input),
            ),
        ]
    }

    /// A picture of the code, or a file with what it says.
    async fn take_file(self, file: Picked) {
        if let Bytes::Read(bytes) = file.bytes().await
            && is_card(&bytes)
        {
            return self.take(bytes);
        }
        let codes = match picture::of_file(&file).await {
            Some(picture) => find(picture, true).await,
            None => Vec::new(),
        };
        if codes.is_empty() {
            let _ = self.trouble.try_set(Some(no_code()));
        }
        for code in codes {
            self.take(code.bytes);
        }
    }

    fn take(self, text: Vec<u8>) {
        if self.last.try_get_value().is_none_or(|last| last == text) {
            return;
        }
        self.last.set_value(text.clone());
        self.newest.set_value(clock::now_ms());
        spawn_local(async move {
            let job = Job::Card {
                text: String::from_utf8_lossy(&text).into_owned(),
                minute: clock::minute(),
            };
            let read = match worker::ask(job).await {
                Ok(Done::Card(card)) => self.usable(&card).map(|()| card),
                Ok(Done::NoCard(CardError::TooNew)) => {
                    Err(Trouble::new(r::TOO_NEW, r::TOO_NEW_NEXT))
                }
                Ok(_) => Err(Trouble::new(w::NO_CARD, w::NO_CARD_NEXT)),
                Err(worker::Lost) => Err(Trouble::new(door::NO_WORKER, door::NO_WORKER_NEXT)),
            };
            match read {
                Ok(card) => {
                    let _ = self.trouble.try_set(None);
                    if self.card.try_set(Some(card)).is_none() {
                        page::focus("compare");
                    }
                }
                Err(why) => {
                    let _ = self.trouble.try_set(Some(why));
                }
            }
        });
    }

    fn usable(self, card: &Card) -> Result<(), Trouble> {
        if self.finding.was_used(&card.kid) {
            return Err(Trouble::new(w::WAS_USED, w::ASK_NEW));
        }
        match card.fresh {
            Fresh::Yes => Ok(()),
            Fresh::Old => Err(Trouble::new(w::OLD, w::ASK_NEW)),
            Fresh::Ahead => Err(Trouble::new(w::AHEAD, w::AHEAD_NEXT)),
        }
    }

    /// Whose key it is, as far as anybody can tell: by the digits.
    fn compare(self, card: Card, packed: Packed) -> Vec<El> {
        let label = (!card.label.is_empty()).then(|| {
            let name = el("b").attr("translate", "no").text(&card.label);
            el("p").add(span(w::SAYS)).add(name)
        });
        let head = el("h2").class("ks-h2").id("compare").attr("tabindex", "-1");
        let box_ = el("section")
            .class("ks-card ks-stack")
            .attr("aria-labelledby", "compare")
            .add(head.say(w::SAME))
            .maybe(label);
        let digits = card.digits.clone();
        let standing = card.standing;
        let go = move || {
            let packed = Packed {
                card: Some(card.clone()),
                ..packed.clone()
            };
            self.handing.step.set(Step::Give(packed));
        };
        if standing {
            return vec![box_.add(self.typed(digits, go))];
        }
        let differs = move || self.anew(Some(Trouble::new(w::DIFFERS, w::DIFFERS_NEXT)));
        vec![
            box_.add(compared(&digits)).add(el("p").say(w::SAME_NEXT)),
            button("ks-btn ks-btn--main ks-btn--lg ks-btn--wide", go).say(w::IS_SAME),
            button("ks-btn ks-btn--line ks-btn--lg ks-btn--wide", differs).say(w::NOT_SAME),
        ]
    }

    /// The number of a standing key comes from elsewhere, by telephone or on paper, and is typed: whoever
    /// is asked "the same?" says yes.
    fn typed(self, digits: String, go: impl Fn() + 'static) -> El {
        let typed = StoredValue::new(String::new());
        let plain = |text: &str| -> String {
            let digits = narrow(text);
            digits.chars().filter(char::is_ascii_digit).collect()
        };
        let check = move || {
            let said = plain(&typed.get_value());
            if said == plain(&digits) {
                go();
            } else if said.len() == 16 {
                self.trouble
                    .set(Some(Trouble::new(w::DIFFERS, w::NUMBER_DIFFERS).at(NUMBER)));
            } else {
                self.trouble.set(Some(
                    Trouble::new(w::NUMBER_SHORT, w::NUMBER_HINT).at(NUMBER),
                ));
            }
        };
        let label = el("label").class("ks-label").attr("for", NUMBER);
        let hint = el("span").class("ks-hint").id("key-number-hint");
        let input = el("input")
            .class("ks-input ks-input--code")
            .id(NUMBER)
            .attr("inputmode", "numeric")
            .attr("aria-describedby", "key-number-hint")
            .kept_here()
            .on("input", move |event| typed.set_value(value_of(&event)));
        let field = el("div")
            .class("ks-field")
            .add(label.say(w::NUMBER))
            .add(hint.say(w::NUMBER_HINT))
            .add(input);
        let class = "ks-btn ks-btn--main ks-btn--lg ks-btn--wide";
        group(
            "ks-stack",
            vec![field, button(class, check).say(w::CHECK_NUMBER)],
        )
    }
}
