//! What stands above everything that was received: on what terms, and whether all of it arrived.

use leptos::prelude::*;

use super::Received;
use crate::{
    browser::{
        clock,
        el::{El, el},
    },
    consent::{self, State, state},
    form::{Form, Kind, Question},
    forms::{ALL, CASE, CONSENT, SLIP},
    record::Record,
    share::Bundle,
    sheet::{Facts, in_words},
    slip::{Urgency, urgency},
    text::Text,
    ui::{
        page::fold::fold,
        part::{Say, doubted_day, group, icon, lang_now, quiet, signature, span, written},
        words::{enclosed, office as w},
    },
};

/// What of a consent is read at once; the rest of it is folded below.
const SAID: [&str; 10] = [
    "to",
    "purpose",
    "until",
    "onward",
    "answer_to",
    "who",
    "relation",
    "child_assent",
    "sign",
    "sign_drawn",
];

/// What must not be overlooked, each in a band of its own.
pub fn bands(bundle: &Bundle, sheets: &[(&'static Form, Record)]) -> El {
    const BAND: &str = "ks-card ks-card--sun ks-quiet";
    let band = |glyph: &str, text: Text| quiet(BAND, glyph, text);
    let mut bands = Vec::from_iter(doubted_day(bundle.issued_on()));
    let slips = sheets.iter().filter(|(form, _)| form.id == SLIP.id);
    for (_, slip) in slips {
        if urgency(slip, clock::today()) == Urgency::Today {
            bands.push(band("phone", w::TODAY));
        }
        let silent = slip.answers.text("do_not_share").trim();
        if !silent.is_empty() {
            let whom = written(el("b").attr("translate", "no"), silent);
            let words = span(w::SILENCE).text("：").add(whom);
            bands.push(el("p").class(BAND).add(icon("warn")).add(words));
        }
    }
    if bundle.address_withheld() {
        bands.push(band("home-off", w::ADDRESS));
    }
    if bundle.says_left_out() {
        bands.push(band("info", w::LEFT_OUT));
    }
    el("div").class("ks-slot ks-stack-2").all(bands)
}

/// On what terms it may be read.
pub fn consent(bundle: &Bundle) -> El {
    let section = |content: Vec<El>| {
        let head = el("h2").class("ks-h3").id("terms").say(w::TERMS);
        el("section")
            .class("rd")
            .attr("aria-labelledby", "terms")
            .add(group("rd__sec ks-stack-2", vec![head]).all(content))
    };
    let Some(consent) = bundle.consent(&CONSENT) else {
        let own = bundle.json().get("own").is_some();
        let words = if own { w::OWN_COPY } else { w::NO_CONSENT };
        return section(vec![quiet("ks-quiet", "info", words)]);
    };
    let standing = state(&consent, clock::today());
    let (words, next) = match standing {
        State::Valid => (w::VALID, None),
        State::Expired => (w::EXPIRED, Some(w::EXPIRED_NEXT)),
        State::Withdrawn => (w::WITHDRAWN, Some(w::WITHDRAWN_NEXT)),
        State::Replaced => (w::REPLACED, Some(w::EXPIRED_NEXT)),
        State::Draft => (w::DRAFT, Some(w::DRAFT_NEXT)),
    };
    let glyph = if standing == State::Valid {
        "check"
    } else {
        "warn"
    };
    let tag = el("p").add(el("span").class("ks-tag").add(icon(glyph)).add(span(words)));
    let said = lines(&consent, SAID.iter().filter_map(|id| CONSENT.question(id)));
    let mut content = vec![tag];
    content.extend(next.map(|next| quiet("ks-quiet", "warn", next)));
    content.push(el("dl").class("ks-kv").all(said));
    if consent.answers.text("onward") != "here" {
        content.push(el("p").class("ks-small").say(w::ASK_ON));
    }
    if consent::other_wording(&consent) {
        content.push(el("p").class("ks-small").say(w::OTHER_WORDING));
    }
    let summary = el("summary").add(span(w::REST)).add(icon("down"));
    let rest = fold("ks-more", summary, ArcRwSignal::new(false), move || {
        let all = CONSENT.sections.iter().flat_map(|part| part.questions);
        let rest = all.filter(|question| !SAID.contains(&question.id));
        vec![el("dl").class("ks-kv").all(lines(&consent, rest))]
    });
    content.push(rest);
    section(content)
}

/// What was answered, each on a line with its question.
fn lines(consent: &Record, asked: impl Iterator<Item = &'static Question>) -> Vec<El> {
    let line = |question: &'static Question| {
        let said = in_words(question, &consent.answers, Facts::default(), lang_now())?;
        let name = el("dt").say(question.label);
        if matches!(question.kind, Kind::Drawn) {
            let drawn = signature(consent.answers.text(question.id), &said)?;
            return Some(el("div").add(name).add(el("dd").add(drawn)));
        }
        // What was chosen is in the language of the screen, what was written is not.
        let chosen = matches!(question.kind, Kind::One(_) | Kind::Many(_) | Kind::Date);
        let kept = (!chosen).then_some("no");
        let said = el("dd")
            .attr_if("translate", kept)
            .all(said.lines().map(|line| written(el("p"), line)).collect());
        Some(el("div").add(name).add(said))
    };
    asked.filter_map(line).collect()
}

/// The number and the counts both sides compare.
pub fn receipt(received: &Received) -> El {
    let known: Vec<&'static Form> = ALL.iter().chain(CASE).collect();
    let title = |id: &str| {
        known
            .iter()
            .find(|form| form.id == id)
            .map(|form| form.title)
    };
    let counts = received.bundle.counts(&known).into_iter();
    let count = |(id, rows): (&str, usize)| {
        let mut item = el("li").say(title(id)?);
        if rows > 0 {
            let rows = w::count(rows, lang_now());
            item = item.text("　").add(el("b").class("ks-num").text(&rows));
        }
        Some(item)
    };
    let along = match received.bundle.enclosed().len() {
        0 => None,
        some => Some(w::count(some, lang_now())),
    };
    let along = along.map(|some| {
        let some = el("b").class("ks-num").text(&some);
        el("li").say(enclosed::TITLE).text("　").add(some)
    });
    let inside = el("ul")
        .called(w::WHAT)
        .all(counts.filter_map(count).chain(along).collect());
    let head = el("h2").class("ks-h3").id("receipt").say(w::RECEIPT);
    let card = el("section")
        .class("ks-card ks-stack-2")
        .attr("aria-labelledby", "receipt")
        .add(head);
    let Some(receipt) = &received.receipt else {
        return card
            .add(el("p").class("ks-small").say(w::NO_RECEIPT))
            .add(inside);
    };
    // Read out digit by digit, not as thousands.
    let spoken: Vec<String> = receipt.as_str().chars().map(String::from).collect();
    let (first, last) = receipt.as_str().split_at(3);
    let digits = group(
        "ks-receipt",
        vec![
            el("span").class("ks-hide").text(&spoken.join(" ")),
            el("span").attr("aria-hidden", "true").text(first),
            el("span").attr("aria-hidden", "true").text(last),
        ],
    );
    card.add(digits)
        .add(el("p").class("ks-small").say(w::RECEIPT_NEXT))
        .add(inside)
}
