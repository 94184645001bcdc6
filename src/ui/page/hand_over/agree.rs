//! 同意, below what will be seen: what has to be said is asked, the rest is folded.

use leptos::prelude::*;

use super::{Handing, Step};
use crate::{
    answer::{Answer, Typed, age},
    browser::{
        clock,
        el::{El, el},
    },
    consent::{self, Lacks, NotAgreed, State, agreed, asks_the_child},
    draft::Draft,
    form::Question,
    forms::CONSENT,
    record::Record,
    sheet::Facts,
    store::Session,
    text::Text,
    ui::{
        page::{fold::fold, home::facts_of},
        part::{
            Say, Trouble, button, doubted_day, group, icon, lead, pick, quiet, row, span,
            trouble_box,
        },
        question::{Asked, field},
        words::{agree as w, card as c, gift as g, hand_over as h, sheet as s},
    },
};

/// What is always asked.
const ASKED: &[&str] = &["until", "onward", "who", "relation", "sign", "sign_drawn"];
/// What is asked on request.
const MORE: &[&str] = &[
    "method",
    "answer_to",
    "may_agree",
    "explained_by",
    "explained_language",
    "read_aloud",
];

/// The consent to what is packed, and the way back, which keeps what was written.
pub(super) fn agreement(handing: Handing) -> (Vec<El>, Box<dyn FnMut()>) {
    let session = expect_context::<Session>();
    let note = session.note();
    let today = clock::today();
    let draft = Draft::of(&CONSENT, &begun(handing));
    let facts = facts_of(&note);
    let grown = facts.birth.and_then(|birth| age(birth, today));
    let asks = grown.is_some_and(|age| asks_the_child(age.years));
    let told = draft.once.signal("purpose").get_untracked().is_blank();

    let mut asked: Vec<&str> = ASKED.to_vec();
    let mut more: Vec<&str> = MORE.to_vec();
    asked.splice(0..0, told.then_some("purpose"));
    more.splice(0..0, (!told).then_some("purpose"));
    if asks {
        asked.insert(asked.len() - 2, "child_assent");
    } else {
        more.push("child_assent");
    }

    let before = in_force(handing, session);
    let instead = RwSignal::new(false);
    let replaces = before.as_ref().map(|_| {
        let words = vec![
            span(w::REPLACES),
            span(w::REPLACES_SUB).class("ks-pick__sub"),
        ];
        pick(
            "checkbox",
            words,
            move || instead.get(),
            move |on| {
                instead.set(on);
            },
        )
    });

    let trouble = RwSignal::new(None);
    let signed = draft.clone();
    let go = move |by_card: bool| {
        let mut record = signed.record();
        let what = handing.what_in_words();
        if what.is_empty() {
            return trouble.set(Some(Trouble::new(g::EMPTY, g::EMPTY_NEXT)));
        }
        record.answers.put("what", Answer::Text(what));
        let on = Answer::Date(Typed::from(clock::today()));
        record.answers.put("signed_on", on);
        handing.consent.set_value(Some(record.clone()));
        match agreed(&record, clock::today()) {
            Ok(agreed) => {
                let before = before.clone().filter(|_| instead.get_untracked());
                let packed = handing.pack(Some(agreed), before);
                handing.step.set(if by_card {
                    Step::Card(packed)
                } else {
                    Step::Give(packed)
                });
            }
            Err(why) => trouble.set(Some(lacking(why))),
        }
    };
    let summary = el("summary").add(span(s::MORE)).add(icon("down"));
    let folded = draft.clone();
    let section = el("section")
        .class("ks-card ks-stack-5")
        .attr("aria-labelledby", "consent-title")
        .add(el("h2").class("ks-h2").id("consent-title").say(w::TITLE))
        .add(lead(w::LEAD))
        .add(el("p").say(w::FREE))
        .add(el("div").when(move || {
            handing.picks.track();
            handing.papers.track();
            Some(terms(handing, &handing.what_in_words()))
        }))
        .all(
            asked
                .iter()
                .filter_map(|id| ask(id, &draft, facts))
                .collect(),
        )
        .add(el("p").class("ks-small").say(w::NOT_PROOF))
        .add(fold(
            "ks-more",
            summary,
            ArcRwSignal::new(false),
            move || {
                more.iter()
                    .filter_map(|id| ask(id, &folded, facts))
                    .collect()
            },
        ))
        .maybe(replaces);
    let content = vec![
        section,
        quiet("ks-card ks-card--sun ks-quiet", "info", h::NOT_BACK),
        trouble_box(move || trouble.get()),
        ready(w::MAKE, go),
    ];
    let back = move || {
        handing.consent.set_value(Some(draft.record()));
        handing.step.set(Step::What);
    };
    (content, Box::new(back))
}

/// The two ways on: with a code to say, or to the key on the screen of the office.
pub(super) fn ready(make: Text, go: impl Fn(bool) + Clone + 'static) -> El {
    let by_card = go.clone();
    let class = "ks-btn ks-btn--main ks-btn--lg ks-btn--wide";
    let code = button(class, move || go(false)).say(make);
    let into = button("ks-link-row", move || by_card(true));
    let card = row(into, "qr", c::BY_CARD, Some(c::BY_CARD_SUB));
    let last = expect_context::<Session>().note().last_edited();
    group("ks-stack", Vec::from_iter(doubted_day(last)))
        .add(code)
        .add(card)
}

/// The consent as far as it is written, for what goes now.
fn begun(handing: Handing) -> Record {
    let what = handing.what_in_words();
    let lines: Vec<String> = what.lines().map(str::to_owned).collect();
    let purpose = handing.purpose_in_words();
    let fresh = || consent::draft(&handing.name(), purpose, &lines, clock::today());
    let mut record = handing.consent.get_value().unwrap_or_else(fresh);
    let text = |text: &str| Answer::Text(text.to_owned());
    // Whoever signed, signed for this office and for what went then.
    let now = [("to", handing.name()), ("what", what)];
    if now.iter().any(|(id, now)| record.answers.text(id) != now) {
        for signed in ["sign", "sign_drawn"] {
            record.answers.put(signed, text(""));
        }
    }
    for (id, now) in now {
        record.answers.put(id, text(&now));
    }
    record
}

/// A consent for the same office that still holds.
fn in_force(handing: Handing, session: Session) -> Option<String> {
    let note = session.note();
    let (to, own) = (handing.name(), handing.id.get_value());
    let mut ids = note.several(&CONSENT).into_iter();
    ids.find(|id| {
        let other = note.one_of(&CONSENT, id);
        let holds = consent::state(&other, clock::today()) == State::Valid;
        *id != own && holds && other.answers.text("to") == to
    })
}

/// To whom and what, which the steps before have decided.
fn terms(handing: Handing, what: &str) -> El {
    let pair = |id: &str, answer: &str, class: &str| {
        let label = CONSENT.question(id).map(|question| question.label);
        let name = label.map(|label| el("dt").say(label));
        let lines = answer.lines().map(|line| el("p").text(line)).collect();
        let answer = el("dd").attr("translate", "no").all(lines);
        el("div").class(class).maybe(name).add(answer)
    };
    el("dl")
        .class("ks-kv")
        .add(pair("to", &handing.name(), ""))
        .add(pair("what", what, "rd__longrow"))
}

fn ask(id: &str, draft: &Draft, facts: Facts) -> Option<El> {
    let has = |question: &&'static Question| question.id == id;
    let mut parts = CONSENT.sections.iter();
    let (section, question) =
        parts.find_map(|part| Some((part, part.questions.iter().find(has)?)))?;
    Some(field(Asked {
        question,
        section,
        fields: draft.once.clone(),
        draft: draft.clone(),
        facts: Signal::derive(move || facts),
        id: ["q-", id].concat(),
    }))
}

/// What the consent still lacks, and what to do about it.
fn lacking(why: NotAgreed) -> Trouble {
    let next = match why {
        NotAgreed::Draft(lacks) => match lacks {
            Lacks::To | Lacks::What => w::LACKS_TO,
            Lacks::Purpose => w::LACKS_PURPOSE,
            Lacks::Until | Lacks::SignedOn => w::LACKS_UNTIL,
            Lacks::TooLong => w::LACKS_LONG,
            Lacks::Who => w::LACKS_WHO,
            Lacks::Signature => w::LACKS_SIGN,
        },
        NotAgreed::Expired | NotAgreed::Withdrawn | NotAgreed::Replaced => w::ENDED,
    };
    let at = match why {
        NotAgreed::Draft(Lacks::Purpose) => "q-purpose",
        NotAgreed::Draft(Lacks::Until | Lacks::TooLong) => "q-until",
        NotAgreed::Draft(Lacks::Who) => "q-who",
        NotAgreed::Draft(Lacks::Signature) => "q-sign",
        NotAgreed::Draft(Lacks::SignedOn) => "q-signed_on",
        _ => "",
    };
    Trouble::new(w::LACKS, next).at(at)
}
