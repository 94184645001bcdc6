//! The last step of handing over: the code to say, the QR codes to show, the file to save or send, the
//! receipt number. It is noted as gone as soon as codes can be filmed, and no longer once the parent goes back.

use leptos::prelude::*;

use super::{
    codes::codes,
    hand_over::{Packed, sheets_of},
    offices,
    sheet::trouble_of,
};
use crate::{
    browser::{
        clock,
        el::{El, el},
        files::{self, Shared},
        page, place, random,
    },
    carrier::file::{file_name, text_name},
    consent::{self, Carried, Gone, noted, unnoted},
    directory::Moment,
    envelope::Code,
    form::Form,
    forms::{self, ACTIONS, CONSENT, SLIP},
    job::{Done, Job},
    machine::Way,
    paper::Printing,
    record::Record,
    route::Route,
    share::{Bundle, Receipt},
    sheet::{Facts, date_in_words},
    slip::keep_sent,
    store::{Session, Unsaved, city::city_now, papers::whole},
    text::Text,
    ui::{
        part::{
            COLUMN, Finding, Lead, Say, Trouble, busy_sign, button, by, frame, group, heading,
            icon, lang_now, link, outcome, own_pages, quiet, row, steps, trouble_box, words as say,
        },
        words::{card as c, door, enclosed as e, gift as g, given, hand_over as w, staff},
    },
    worker,
};

#[derive(Clone)]
struct Ready {
    /// What was sealed, photos and PDFs included.
    packed: Packed,
    file: Vec<u8>,
    /// The binary form; `None` where it is too long for codes.
    codes: Option<Vec<u8>>,
    /// The code to say; `None` where the key of an office opens it.
    code: Option<String>,
}

/// What is kept of a hand-over: the consent, and that it went.
#[derive(Clone, Copy)]
struct Noting {
    session: Session,
    /// What 自分用の控え is called here.
    own: &'static str,
    gone: StoredValue<Option<Gone>>,
    /// Whether it left as a file, which going back does not take back.
    left: StoredValue<bool>,
    finding: Finding,
    /// The one-time key that opens it.
    key: StoredValue<Option<String>>,
}

impl Noting {
    /// Keeps the consent, and notes what went.
    fn begin(self, packed: &Packed, codes: bool) -> Result<(), Unsaved> {
        let (carried, bundle, what) = match &packed.codes {
            _ if !codes => (Carried::File, &packed.file, &packed.what),
            less => (
                Carried::Codes,
                less.as_ref().unwrap_or(&packed.file),
                &packed.what_in_codes,
            ),
        };
        let to = match &packed.consent {
            Some((_, agreed)) => agreed.to(),
            None => self.own,
        };
        let id = packed.consent.as_ref().map(|(id, _)| id.as_str());
        let gone = Gone {
            on: Some(clock::today()),
            to: to.to_owned(),
            what: what.clone(),
            carried: Some(carried),
            receipt: receipt_of(bundle).map_or_else(String::new, |r| r.as_str().to_owned()),
            consent: id.unwrap_or_default().to_owned(),
            slip: packed.slip.clone(),
        };
        self.gone.set_value(Some(gone.clone()));
        self.session.save(|note| {
            if let Some((id, agreed)) = &packed.consent {
                note.put_one(&CONSENT, id, agreed.record());
                if let Some(before) = &packed.instead {
                    let old = note.one_of(&CONSENT, before);
                    note.put_one(&CONSENT, before, &consent::replaced(old, id));
                }
            }
            noted(note, &gone);
            for number in &packed.tables {
                for bundle in [Some(&packed.file), packed.codes.as_ref()] {
                    if let Some(receipt) = bundle.and_then(receipt_of) {
                        keep_sent(note, number, receipt.as_str());
                    }
                }
            }
        })
    }

    /// It left as a file, in which this is what went.
    fn as_file(self, (receipt, what): Whole) {
        let Some(before) = self.gone.get_value() else {
            return;
        };
        let mut now = before.clone();
        now.carried = Some(Carried::File);
        now.what = what;
        now.receipt = receipt.map_or_else(String::new, |receipt| receipt.as_str().to_owned());
        self.left.set_value(true);
        self.gone.set_value(Some(now.clone()));
        // What cannot be saved now still stands there as codes.
        let _ = self.session.save(|note| {
            unnoted(note, &before);
            noted(note, &now);
        });
    }

    /// The parent goes back: nothing went.
    fn undo(self) {
        let gone = self.gone.get_value().filter(|_| !self.left.get_value());
        if let Some(gone) = gone {
            self.gone.set_value(None);
            if let Some(kid) = self.key.get_value() {
                self.finding.mark_used(&kid, false);
            }
            let _ = self.session.save(|note| unnoted(note, &gone));
        }
    }
}

/// The receipt of a file, and what is in it, in words.
type Whole = (Option<Receipt>, String);

fn receipt_of(bundle: &Bundle) -> Option<Receipt> {
    Bundle::receipt(&bundle.to_bytes())
}

/// Seals what was chosen, then shows and saves it.
pub fn give(packed: Packed, mut back: Box<dyn FnMut()>) -> Vec<El> {
    let ready = RwSignal::new(None::<Ready>);
    let trouble = RwSignal::new(None);
    let noting = Noting {
        session: expect_context::<Session>(),
        own: say(given::OWN),
        gone: StoredValue::new(None),
        left: StoredValue::new(false),
        finding: expect_context::<Finding>(),
        key: StoredValue::new(once(&packed)),
    };
    let sealing = packed;
    leptos::task::spawn_local(async move {
        let Some(sealing) = filled(sealing).await else {
            let why = Trouble::new(e::LOST, e::LOST_NEXT);
            trouble.try_set(Some(why));
            return;
        };
        let sealed = seal(sealing).await;
        // Whoever went back meanwhile hands nothing over.
        if ready.try_get_untracked().is_none() {
            return;
        }
        let Some(sealed) = sealed else {
            return trouble.set(Some(Trouble::new(door::NO_WORKER, door::NO_WORKER_NEXT)));
        };
        if let Err(why) = noting.begin(&sealed.packed, sealed.codes.is_some()) {
            trouble.set(Some(trouble_of(why)));
        }
        if let Some(kid) = once(&sealed.packed) {
            noting.finding.mark_used(&kid, true);
        }
        ready.set(Some(sealed));
    });
    let back = Box::new(move || {
        // Whoever swipes back may have handed it over; the button says that nothing went.
        if !place::by_browser() {
            noting.undo();
        }
        back();
    });
    let shown = el("div")
        .class("ks-stack-5")
        .part(move || match ready.get() {
            Some(ready) => shown(ready, noting),
            None if trouble.get().is_none() => vec![busy_sign(w::SEALING)],
            None => Vec::new(),
        });
    let content = vec![
        trouble_box(move || trouble.get()),
        group(
            "ks-stack",
            vec![steps(3), heading("ks-h1 ks-h1--step").say(w::SHOW)],
        ),
        shown,
    ];
    frame(Lead::Step(back), w::GIVE, COLUMN, content)
}

/// The one-time key that opens it, if that is one.
fn once(packed: &Packed) -> Option<String> {
    let card = packed.card.as_ref().filter(|card| !card.standing);
    card.map(|card| card.kid.clone())
}

/// With what is in the photos and PDFs; `None` where one of them does not open.
async fn filled(mut packed: Packed) -> Option<Packed> {
    let mut papers = Vec::with_capacity(packed.papers.len());
    for paper in &packed.papers {
        papers.push(whole(paper).await.ok()?);
    }
    let fits = papers.is_empty() || packed.file.enclose(&papers);
    fits.then_some(packed)
}

async fn seal(packed: Packed) -> Option<Ready> {
    let office = packed.card.as_ref().map(|card| card.key);
    let code = match office {
        Some(_) => None,
        None => Some(Code::make(&mut random::fill).ok()?),
    };
    let job = |bundle: &Bundle| {
        let bundle = bundle.to_bytes().into();
        match (office, code.clone()) {
            (Some(office), _) => Some(Job::SealTo { bundle, office }),
            (None, code) => Some(Job::Seal {
                bundle,
                code: code?,
            }),
        }
    };
    let (file, mut codes) = sealed(job(&packed.file)?).await?;
    if let Some(less) = &packed.codes {
        // The same opens both; the codes hold less.
        codes = match packed.what_in_codes.as_str() {
            "" => None,
            _ => sealed(job(less)?).await?.1,
        };
    }
    Some(Ready {
        packed,
        file,
        codes,
        code: code.map(|code| code.as_str().to_owned()),
    })
}

/// A bundle as a file and, where it is short enough, in the binary form for codes.
async fn sealed(job: Job) -> Option<(Vec<u8>, Option<Vec<u8>>)> {
    match worker::ask(job).await {
        Ok(Done::Sealed { file, codes }) => Some((file, codes)),
        Ok(_) | Err(worker::Lost) => None,
    }
}

fn shown(ready: Ready, noting: Noting) -> Vec<El> {
    let said = RwSignal::new(None::<Text>);
    let Ready {
        packed,
        file,
        codes: envelope,
        code,
    } = ready;
    let whole = (receipt_of(&packed.file), packed.what.clone());
    let ways = ways(file, whole, said, noting);
    let along = !packed.papers.is_empty();
    let apart = along.then(|| quiet("ks-card ks-card--sun ks-quiet", "info", e::FILE_ONLY));
    let as_codes = match envelope {
        None if packed.what_in_codes.is_empty() => None,
        envelope => Some(by(Way::Codes, envelope.map_or_else(too_long, codes))),
    };
    let opens = match (code, &packed.card) {
        (Some(code), _) => to_say(&code),
        (None, card) => without_code(card.as_ref().is_some_and(|card| card.standing)),
    };
    let all = vec![
        opens,
        receipts(&packed),
        el("nav").called(w::OTHER).all(ways),
        outcome(move || said.get()),
        after(&packed),
        on_paper(&packed),
        link("ks-btn ks-btn--main ks-btn--lg ks-btn--wide", "#/").say(w::END),
    ];
    as_codes.into_iter().chain(apart).chain(all).collect()
}

/// Only the office opens it.
fn without_code(standing: bool) -> El {
    let words = if standing {
        c::NO_CODE_STANDING
    } else {
        c::NO_CODE
    };
    quiet("ks-card ks-card--sun ks-quiet", "lock", words)
}

/// The code, to be read out.
fn to_say(code: &str) -> El {
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
    el("section")
        .class("ks-card")
        .attr("aria-labelledby", "code-title")
        .add(
            el("h2")
                .class("ks-h3 ks-centre")
                .id("code-title")
                .say(w::CODE),
        )
        .add(digits)
        .add(el("p").class("ks-small").say(w::CODE_NEXT))
}

/// As a file: saved, or given to another app where the browser can give it this very file.
fn ways(file: Vec<u8>, whole: Whole, said: RwSignal<Option<Text>>, noting: Noting) -> Vec<El> {
    let today = clock::today();
    let (month, day) = (today.month.unwrap_or(1), today.day.unwrap_or(1));
    let name = file_name(today.year, month, day);
    let offer = files::shareable(&text_name(today.year, month, day), &file);
    let of_save = whole.clone();
    let save = move || {
        let saved = files::save(&name, &file);
        if saved {
            noting.as_file(of_save.clone());
        }
        said.set(Some(if saved { w::FILE_SAVED } else { w::FILE_FAILED }));
    };
    let save = row(
        button("ks-link-row", save),
        "file",
        w::FILE,
        Some(w::FILE_SUB),
    );
    let share = offer.map(|offer| {
        let share = move || {
            let (sheet, whole) = (offer.share(), whole.clone());
            leptos::task::spawn_local(async move {
                let words = match sheet.await {
                    Shared::Taken => {
                        noting.as_file(whole);
                        Some(g::SHARED)
                    }
                    Shared::LeftBe => None,
                    Shared::Refused => Some(g::SHARE_FAILED),
                };
                said.try_set(words);
            });
        };
        row(
            button("ks-link-row", share),
            "handover",
            g::SHARE,
            Some(g::SHARE_SUB),
        )
    });
    let ask = page::kiosk().then(|| quiet("ks-quiet", "info", staff::ASK).attr("data-way", "ask"));
    share
        .into_iter()
        .chain([by(Way::File, save)])
        .chain(ask)
        .collect()
}

/// このあと: whose turn it is, the office and its hours, how to stop, and a copy.
fn after(packed: &Packed) -> El {
    let mut all = vec![el("h2").class("ks-h2").id("after").say(g::AFTER)];
    if packed.consent.is_some() {
        let slip = !packed.slip.is_empty();
        let next = if slip { g::NEXT_SLIP } else { g::NEXT };
        all.push(quiet("ks-quiet", "reply", next));
    }
    let city = city_now();
    let office = packed.office.as_ref().and_then(|id| city.office(id));
    let now = Moment::in_japan(clock::now_ms() as u64);
    all.extend(office.map(|office| el("ul").add(offices::card(office, now))));
    if let Some((_, agreed)) = &packed.consent {
        let until = agreed.record().answers.get("until").cloned();
        let until = until.map(|until| date_in_words(&until.date(), lang_now()));
        let (before, behind) = g::STOP;
        let words = [say(before), &until.unwrap_or_default(), say(behind)].concat();
        let words = el("span").text(&words);
        all.push(el("p").class("ks-quiet").add(icon("info")).add(words));
    }
    all.push(quiet("ks-quiet", "info", w::NOT_BACK));
    let log = link("ks-link-row", &Route::Given.fragment());
    let log = row(log, "note", g::LOG, Some(g::LOG_SUB));
    let copy = button("ks-link-row", page::print);
    let copy = row(copy, "print", g::COPY, Some(g::COPY_SUB));
    let ways = el("nav").called(g::AFTER).add(by(Way::Paper, copy));
    all.push(ways.maybe((!page::kiosk()).then_some(log)));
    el("section")
        .class("ks-stack")
        .attr("aria-labelledby", "after")
        .all(all)
}

/// What was handed over, for the parent's own folder.
fn on_paper(packed: &Packed) -> El {
    let agreed = packed.consent.as_ref();
    let agreed = agreed.map(|(_, agreed)| (&CONSENT, agreed.record().clone()));
    let mut sheets = packed.file.records(&[&SLIP, &ACTIONS]);
    let of_note = sheets_of(&packed.file).into_iter();
    sheets.extend(of_note.map(|(form, record)| (form, String::new(), record)));
    let agreed = agreed.iter().map(|(form, record)| (*form, record));
    let all: Vec<(&Form, &Record)> = agreed
        .chain(sheets.iter().map(|(form, _, record)| (*form, record)))
        .collect();
    let filled: Vec<_> = all
        .iter()
        .map(|(form, record)| (*form, Some(*record)))
        .collect();
    let printed = Printing {
        sheets: &filled,
        facts: Facts::of(all.iter().copied()),
        today: Some(clock::today()),
        ..Printing::default()
    };
    group("ks-onpaper", vec![own_pages(printed.pages())])
}

/// The number both sides see, and how much it stands for.
fn receipts(packed: &Packed) -> El {
    let codes = packed.codes.as_ref();
    let codes = codes.filter(|_| !packed.what_in_codes.is_empty());
    let shown = codes.unwrap_or(&packed.file);
    let digits = receipt_of(shown).map(|receipt| {
        let groups = receipt.spoken();
        let groups = groups.split(' ').map(|half| el("span").text(half));
        let digits = el("p").class("ks-receipt");
        digits.attr("translate", "no").all(groups.collect())
    });
    let other = codes.and(receipt_of(&packed.file));
    let other = other.map(|receipt| {
        let mut words = [say(g::RECEIPT_FILE), "　", &receipt.spoken()].concat();
        if let Some(along) = along(&packed.file) {
            words = [&words, "　", &along].concat();
        }
        el("p").class("ks-small ks-num").text(&words)
    });
    el("section")
        .class("ks-card ks-stack")
        .attr("aria-labelledby", "receipt-title")
        .add(
            el("h2")
                .class("ks-h3 ks-centre")
                .id("receipt-title")
                .say(g::RECEIPT),
        )
        .maybe(digits)
        .add(el("p").class("ks-small").say(g::RECEIPT_SUB))
        .add(el("ul").class("ks-small").all(counts(shown)))
        .maybe(other)
}

/// The sheets, and the entries of their lists, for both sides to compare.
fn counts(bundle: &Bundle) -> Vec<El> {
    let known: Vec<_> = forms::ALL.iter().chain([&SLIP, &ACTIONS]).collect();
    let line = |(id, rows): (&str, usize)| {
        let mut words = forms::any_by_id(id)
            .map_or(id, |form| say(form.title))
            .to_owned();
        if rows > 0 {
            for part in ["　", &rows.to_string(), say(g::ROWS_COUNTED)] {
                words.push_str(part);
            }
        }
        el("li").text(&words)
    };
    let along = along(bundle);
    let along = along.map(|words| el("li").text(&words));
    let counts = bundle.counts(&known).into_iter().map(line);
    counts.chain(along).collect()
}

/// How many photos and PDFs are in it, in words; nothing where none is.
fn along(bundle: &Bundle) -> Option<String> {
    let some = bundle.enclosed().len();
    let words = || [say(e::TITLE), "　", &some.to_string(), say(g::ROWS_COUNTED)].concat();
    (some > 0).then(words)
}

/// Instead of codes, where there would be too many.
pub(super) fn too_long() -> El {
    quiet("ks-card ks-quiet", "info", w::TOO_LONG)
}
