//! わたしたもの: what went to whom, and every consent, to see and to withdraw.

use leptos::prelude::*;

use crate::{
    answer::{PartialDate, Typed},
    browser::{
        clock,
        el::{El, el, value_of},
        page,
    },
    consent::{self, Carried, Gone, Notice, State, log, notice, withdrawn},
    directory::with_weekday,
    forms::CONSENT,
    machine::Way,
    record::Record,
    route::Route,
    sheet::date_in_words,
    store::{Session, city::city_now},
    text::Text,
    ui::{
        page::{fold::fold, sheet::trouble_of},
        part::{
            COLUMN, Lead, Say, button, by, doubted_day, frame, group, heading, icon, lang_now,
            lead, link, quiet, reader, span, title, trouble_box, words as say,
        },
        words::{gift, given as w},
    },
};

/// What the page shows.
#[derive(Clone, PartialEq)]
enum Shown {
    /// All that went.
    All,
    /// Whether to withdraw a consent.
    Sure(String),
    /// The notice of a consent that was withdrawn.
    Notice(String),
}

/// What went to whom.
pub fn given() -> El {
    let shown = RwSignal::new(Shown::All);
    Effect::new(move |before: Option<()>| {
        shown.track();
        if before.is_some() {
            page::to_title();
        }
    });
    el("div")
        .class("ks-screen")
        .part(move || match shown.get() {
            Shown::All => all(shown),
            Shown::Sure(id) => sure(shown, &id),
            Shown::Notice(id) => told(shown, &id),
        })
}

fn all(shown: RwSignal<Shown>) -> Vec<El> {
    let note = expect_context::<Session>().note();
    let gone = log(&note);
    let mut consents: Vec<(String, Record)> = note
        .several(&CONSENT)
        .into_iter()
        .map(|id| {
            let record = note.one_of(&CONSENT, &id);
            (id, record)
        })
        .collect();
    consents.sort_by_key(|(_, record)| std::cmp::Reverse(day_of(record, "signed_on")));
    let give = link("ks-btn ks-btn--wide", &Route::HandOver.fragment());
    let mut content = vec![group("", vec![title(w::TITLE), lead(w::LEAD)])];
    if gone.is_empty() && consents.is_empty() {
        content.push(quiet("ks-quiet", "note", w::NONE));
    }
    if !gone.is_empty() {
        content.push(listed(&gone));
    }
    if !consents.is_empty() {
        content.extend(doubted_day(note.last_edited()));
        let cards = consents
            .into_iter()
            .map(|(id, record)| card(shown, id, record))
            .collect();
        let head = el("h2").class("ks-h2").say(w::CONSENTS);
        content.push(el("section").class("ks-stack").add(head).all(cards));
    }
    content.push(give.say(w::GIVE));
    frame(Lead::Back("#/"), w::TITLE, COLUMN, content)
}

fn day_of(record: &Record, id: &str) -> Option<PartialDate> {
    record.answers.get(id)?.date().understood().ok()
}

fn day_in_words(day: Option<PartialDate>) -> String {
    day.map_or_else(String::new, |day| {
        let said = date_in_words(&Typed::from(day), lang_now());
        with_weekday(day, &said, lang_now())
    })
}

fn listed(gone: &[Gone]) -> El {
    let head = el("h2").class("ks-h2").say(w::LOG);
    let entries = gone.iter().map(entry).collect();
    el("section")
        .add(head)
        .add(el("ol").class("ks-log").all(entries))
}

fn entry(one: &Gone) -> El {
    let how = one.carried.map(|carried| {
        say(match carried {
            Carried::File => w::FILE,
            Carried::Codes => w::CODES,
            Carried::Paper => w::PAPER,
        })
    });
    let mut small = how.unwrap_or_default().to_owned();
    if !one.receipt.is_empty() {
        for part in ["　", say(gift::RECEIPT), " ", &one.receipt] {
            small.push_str(part);
        }
    }
    let lines = one.what.lines();
    let lines = lines.map(|line| el("p").class("ks-small").text(line));
    let body = el("div")
        .add(el("p").class("ks-small ks-num").text(&day_in_words(one.on)))
        .add(el("b").attr("translate", "no").text(&one.to))
        .all(lines.collect())
        .add(el("p").class("ks-small ks-num").text(&small));
    el("li").add(body)
}

fn state_in_words(state: State) -> Text {
    match state {
        State::Draft => w::DRAFT,
        State::Valid => w::VALID,
        State::Expired => w::EXPIRED,
        State::Withdrawn => w::WITHDRAWN,
        State::Replaced => w::REPLACED,
    }
}

fn card(shown: RwSignal<Shown>, id: String, record: Record) -> El {
    let state = consent::state(&record, clock::today());
    let heading = ["c-", &id].concat();
    let name = el("h3")
        .class("ks-h3")
        .id(&heading)
        .attr("translate", "no")
        .text(record.answers.text("to"));
    let until = [say(w::UNTIL), "　", &day_in_words(day_of(&record, "until"))].concat();
    let purpose = el("p").attr("translate", "no");
    let purpose = purpose.text(record.answers.text("purpose"));
    let act = match state {
        State::Withdrawn => {
            let go = move || shown.set(Shown::Notice(id.clone()));
            Some(
                button("ks-btn", go)
                    .add(icon("print"))
                    .add(span(w::NOTICE_SEE)),
            )
        }
        // What has ended can be withdrawn as well: the office may still have what it got.
        State::Valid | State::Expired => {
            let go = move || shown.set(Shown::Sure(id.clone()));
            Some(button("ks-btn", go).say(w::WITHDRAW))
        }
        State::Draft | State::Replaced => None,
    };
    let summary = el("summary").add(span(w::SEE)).add(icon("down"));
    let see = fold("ks-more", summary, ArcRwSignal::new(false), move || {
        vec![reader(&[(&CONSENT, record.clone())], 0)]
    });
    el("section")
        .class("ks-card ks-stack-2")
        .attr("aria-labelledby", &heading)
        .add(
            el("div")
                .class("ks-between")
                .add(name)
                .add(span(state_in_words(state)).class("ks-tag")),
        )
        .add(purpose)
        .add(el("p").class("ks-small ks-num").text(&until))
        .add(see)
        .maybe(act)
}

/// What withdrawing does, and what it cannot do.
fn sure(shown: RwSignal<Shown>, id: &str) -> Vec<El> {
    let session = expect_context::<Session>();
    let record = session.note().one_of(&CONSENT, id);
    let trouble = RwSignal::new(None);
    let typed = StoredValue::new(String::new());
    let (own, kept) = (id.to_owned(), record.clone());
    let go = move || {
        let changed = withdrawn(kept.clone(), clock::today(), typed.get_value().trim());
        let saved = session.save(|note| note.put_one(&CONSENT, &own, &changed));
        match saved {
            Ok(()) => shown.set(Shown::Notice(own.clone())),
            Err(why) => trouble.set(Some(trouble_of(why))),
        }
    };
    let area = el("textarea")
        .class("ks-area")
        .id("withdraw-note")
        .attr("rows", "2")
        .kept_here()
        .attr("aria-describedby", "withdraw-hint")
        .on("input", move |event| typed.set_value(value_of(&event)));
    let label = el("label").class("ks-label").attr("for", "withdraw-note");
    let hint = el("span").class("ks-hint").id("withdraw-hint");
    let field = el("div")
        .class("ks-field")
        .add(label.say(w::NOTE))
        .add(hint.say(w::NOTE_HINT))
        .add(area);
    let point = |(glyph, text)| el("li").add(icon(glyph)).add(span(text));
    let points = [("check", w::CAN), ("warn", w::CANNOT), ("print", w::ASK)];
    let who = el("p").class("ks-lead").attr("translate", "no");
    let keep = button("ks-btn ks-btn--lg ks-btn--wide", move || {
        shown.set(Shown::All);
    });
    let content = vec![
        trouble_box(move || trouble.get()),
        group(
            "",
            vec![
                title(w::WITHDRAW_TITLE),
                who.text(record.answers.text("to")),
            ],
        ),
        el("ul").class("ks-consent").all(points.map(point).into()),
        field,
        button("ks-btn ks-btn--main ks-btn--lg ks-btn--wide", go).say(w::SURE),
        keep.say(w::KEEP),
    ];
    let back = Box::new(move || shown.set(Shown::All));
    frame(Lead::Step(back), w::WITHDRAW, COLUMN, content)
}

/// The notice for the office, to print and to read out.
fn told(shown: RwSignal<Shown>, id: &str) -> Vec<El> {
    let note = expect_context::<Session>().note();
    let record = note.one_of(&CONSENT, id);
    let back = Box::new(move || shown.set(Shown::All));
    let Some(told) = notice(&note, id, &record) else {
        return frame(Lead::Step(back), w::NOTICE, COLUMN, vec![title(w::NOTICE)]);
    };
    let lines = told.lines().into_iter();
    let lines = lines.map(|line| el("p").text(&line)).collect();
    // It is addressed to an office of the city.
    let letter = el("article")
        .class("ks-card ks-stack-2")
        .attr("lang", "ja")
        .attr("translate", "no")
        .all(lines);
    let print = by(
        Way::Paper,
        button("ks-btn ks-btn--main ks-btn--lg ks-btn--wide", page::print),
    )
    .add(icon("print"))
    .add(span(w::PRINT));
    let above = vec![heading("ks-h1").say(w::NOTICE), lead(w::NOTICE_LEAD)];
    let below = vec![print].into_iter().chain(phones(&told)).collect();
    let content = vec![
        group("ks-noprint", above),
        letter,
        group("ks-noprint ks-stack", below),
    ];
    frame(Lead::Step(back), w::NOTICE, COLUMN, content)
}

/// The telephone of the office, where the directory has it.
fn phones(told: &Notice) -> Option<El> {
    let city = city_now();
    let office = city
        .offices
        .iter()
        .find(|office| office.name.ja == told.to)?;
    let numbers = office.lines.iter().flat_map(|line| &line.phones);
    let call = |number: &String| {
        let to = ["tel:", &number.replace('-', "")].concat();
        link("ks-btn", &to)
            .add(icon("phone"))
            .add(el("span").class("ks-num").text(number))
    };
    let calls: Vec<El> = numbers.map(call).collect();
    let any = !calls.is_empty();
    any.then(|| {
        el("div")
            .class("ks-stack-2")
            .add(el("h2").class("ks-h3").say(w::CALL))
            .add(el("div").class("ks-row").all(calls))
    })
}
