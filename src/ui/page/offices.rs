//! そうだん先: the offices of the city, whether they are open, and the way to call them.

use std::time::Duration;

use leptos::prelude::*;

use super::home::facts_of;
use crate::{
    answer::{PartialDate, Typed},
    browser::{
        clock,
        el::{El, el, value_of},
    },
    directory::{
        Directory, DirectoryError, LifeStage, Line, Moment, Office, Standing, Words, next_in_words,
        time,
    },
    route::Route,
    store::{
        Session,
        city::{broken, city},
    },
    text::Text,
    ui::{
        part::{
            COLUMN, Finding, Lead, Say, Trouble, frame, group, heading, icon, lang_now, lead, link,
            quiet, span, title, trouble_box, words,
        },
        words::{self as all, offices as w},
    },
};

/// How often what is open is looked at anew.
const MINUTE: Duration = Duration::from_mins(1);

/// The moment where the offices are, which goes on while the page stands.
fn moment() -> RwSignal<Option<Moment>> {
    let now = || Moment::in_japan(clock::now_ms() as u64);
    let moment = RwSignal::new(now());
    if let Ok(every) = set_interval_with_handle(move || moment.set(now()), MINUTE) {
        on_cleanup(move || every.clear());
    }
    moment
}

/// Words of the city's file.
pub(super) fn said(words: &Words) -> El {
    el("span").text(words.to(lang_now()))
}

/// The stage of the child whose note is open.
pub(super) fn stage_now() -> Option<LifeStage> {
    let session = expect_context::<Session>();
    session.child_untracked()?;
    let child = facts_of(&session.note()).pupil()?;
    LifeStage::of(child, clock::today())
}

/// What is looked for.
#[derive(Clone, Copy)]
struct Sought {
    words: RwSignal<String>,
    stage: RwSignal<String>,
    topic: RwSignal<String>,
}

/// Every office.
pub fn offices() -> Vec<El> {
    let now = moment();
    let stage = stage_now();
    let sought = Sought {
        words: RwSignal::new(String::new()),
        stage: RwSignal::new(String::new()),
        topic: RwSignal::new(String::new()),
    };
    // What is typed stays while the rest is built anew.
    let fields = el("div").part(move || vec![seek(&city(), sought)]);
    let list = el("div")
        .class("ks-stack-6")
        .part(move || results(&city(), sought, stage, now.get()));
    let dated = el("div").part(|| vec![as_of(&city().as_of)]);
    let content = vec![
        group("", vec![title(w::TITLE), lead(w::LEAD)]),
        unreadable(),
        fields,
        list,
        dated,
    ];
    frame(Lead::Back("#/"), w::TITLE, COLUMN, content)
}

/// The city's file cannot be read: where, for whoever mends it.
fn unreadable() -> El {
    el("div").class("ks-slot").when(|| {
        let error = broken()?;
        let (text, place) = match error {
            DirectoryError::TooLarge => (w::TOO_LARGE, String::new()),
            DirectoryError::NotJson(line) => (w::NOT_JSON, line.to_string()),
            DirectoryError::Other => (w::OTHER, String::new()),
            DirectoryError::TooNew => (w::NEWER, String::new()),
            DirectoryError::At(at) => (w::AT, at),
        };
        let exactly = el("p")
            .class("ks-small")
            .say(text)
            .add(el("code").text(&place));
        let card = el("section")
            .class("ks-card ks-card--sun ks-stack")
            .attr("role", "status");
        Some(
            card.add(quiet("ks-quiet", "info", w::BROKEN))
                .add(el("p").class("ks-small").say(w::BROKEN_NEXT))
                .add(exactly),
        )
    })
}

fn seek(city: &Directory, sought: Sought) -> El {
    let (typed, about) = (sought.words, city.topics_note.clone());
    let field = el("input")
        .class("ks-input")
        .id("office-words")
        .attr("type", "search")
        .kept_here()
        .showing(move || typed.get_untracked())
        .on("input", move |event| typed.set(value_of(&event)));
    let label = |id: &str, text: Text| el("label").class("ks-label").attr("for", id).say(text);
    let typed = group("ks-field", vec![label("office-words", w::SEEK), field]);
    let stages = LifeStage::ALL.into_iter();
    let stages = stages
        .map(|one| (one.code().to_owned(), words_of(one.words())))
        .collect();
    let topics = city.topics.iter();
    let topics = topics
        .map(|one| (one.id.clone(), one.name.to(lang_now()).to_owned()))
        .collect();
    let pick = |id: &str, text: Text, options: Vec<(String, String)>, chosen: RwSignal<String>| {
        let any = (String::new(), words(w::ANY).to_owned());
        let option = |(code, name): (String, String)| {
            let on = (code == chosen.get_untracked()).then_some("");
            el("option")
                .attr("value", &code)
                .attr_if("selected", on)
                .text(&name)
        };
        let options = [any].into_iter().chain(options).map(option).collect();
        let select = el("select")
            .class("ks-input")
            .id(id)
            .all(options)
            .on("change", move |event| chosen.set(value_of(&event)));
        group("ks-field", vec![label(id, text), select])
    };
    el("div")
        .class("ks-stack")
        .attr("role", "search")
        .add(typed)
        .add(group(
            "of__picks",
            vec![
                pick("office-stage", w::STAGE, stages, sought.stage),
                pick("office-topic", w::TOPIC, topics, sought.topic),
            ],
        ))
        .when(move || {
            let note = (!sought.topic.get().is_empty()).then(|| about.clone());
            note.flatten()
                .map(|note| el("p").class("ks-small").add(said(&note)))
        })
}

fn words_of(text: Text) -> String {
    words(text).to_owned()
}

/// What is found.
fn results(
    city: &Directory,
    sought: Sought,
    child: Option<LifeStage>,
    now: Option<Moment>,
) -> Vec<El> {
    let seek = sought.words.get();
    let (stage, topic) = (sought.stage.get(), sought.topic.get());
    let part = |name: Text, offices: Vec<&Office>| {
        let head = el("h2").class("ks-h2").say(name);
        let cards = offices.iter().map(|office| card(office, now)).collect();
        let list = el("ul").class("of__list").all(cards);
        (!offices.is_empty()).then(|| el("section").class("ks-stack").add(head).add(list))
    };
    if seek.trim().is_empty() && stage.is_empty() && topic.is_empty() {
        let first = city.first.iter().filter_map(|id| city.office(id));
        let suggested = child.map(|stage| city.suggested(stage));
        let parts = [
            part(w::FIRST, first.collect()),
            part(w::FOR_NOW, suggested.unwrap_or_default()),
            part(w::LIST, city.offices.iter().collect()),
        ];
        return parts.into_iter().flatten().collect();
    }
    let mut found: Vec<&Office> = match LifeStage::from_code(&stage) {
        Some(stage) => city.suggested(stage),
        None => city.offices.iter().collect(),
    };
    found.retain(|office| {
        let about = topic.is_empty() || office.topics.contains(&topic);
        about && office.says(&seek)
    });
    let none = || quiet("ks-quiet", "info", w::NONE).attr("role", "status");
    vec![part(w::LIST, found).unwrap_or_else(none)]
}

/// One office among others.
pub(super) fn card(office: &Office, now: Option<Moment>) -> El {
    let name =
        link("of__name", &Route::Office(office.id.clone()).fragment()).add(said(&office.name));
    let call = office.lines.first().and_then(|line| line.phones.first());
    el("li")
        .class("ks-card of")
        .add(el("h3").class("ks-h3").add(name))
        .maybe(
            office
                .about
                .as_ref()
                .map(|about| el("p").class("ks-small").add(said(about))),
        )
        .add(standing(office.at_or_unknown(now), now))
        .maybe(call.map(|number| phone(number)))
}

/// A number to be called by touching it.
fn phone(number: &str) -> El {
    link(
        "ks-tel ks-num",
        &["tel:", &number.replace('-', "")].concat(),
    )
    .add(icon("phone"))
    .add(in_groups(number))
}

/// A number that breaks between its groups first, where a line is too short for it.
fn in_groups(number: &str) -> El {
    let mut groups = number.split('-');
    let mut said = el("span").text(groups.next().unwrap_or_default());
    for group in groups {
        said = said.text("-").add(el("wbr")).text(group);
    }
    said
}

/// Whether it is open, in a word and a shape.
fn standing(standing: Option<Standing>, now: Option<Moment>) -> El {
    let lang = lang_now();
    let next = |next: Option<crate::directory::Next>| match (next, now) {
        (Some(next), Some(now)) => {
            let perhaps = if next.ask { words(w::PERHAPS) } else { "" };
            let [before, after] = w::NEXT.map(words);
            [before, &next_in_words(next, now, lang), after, perhaps].concat()
        }
        _ => String::new(),
    };
    let (state, glyph, text) = match standing {
        Some(Standing::Open(until)) => {
            let [before, after] = w::UNTIL.map(words);
            let text = [words(w::OPEN), before, &time(until), after].concat();
            ("open", "check", text)
        }
        Some(Standing::Closed(then)) => {
            ("closed", "clock", words(w::CLOSED).to_owned() + &next(then))
        }
        Some(Standing::Ask(then)) => ("ask", "info", words(w::ASK_TODAY).to_owned() + &next(then)),
        None => ("ask", "info", words(w::HOURS_UNKNOWN).to_owned()),
    };
    el("p")
        .class("of__now")
        .attr("data-s", state)
        .add(icon(glyph))
        .add(el("span").text(&text))
}

/// When the data was checked.
fn as_of(iso: &str) -> El {
    let date = Typed::from_iso(iso).and_then(|typed| typed.understood().ok());
    let lang = lang_now();
    let date = match lang.built_in() {
        crate::text::Lang::En => date.map(PartialDate::en),
        _ => date.map(PartialDate::ja),
    };
    let [before, after] = w::CHECKED.map(words);
    let text = [before, &date.unwrap_or_default(), after].concat();
    el("p")
        .class("ks-quiet")
        .add(icon("info"))
        .add(el("span").text(&text))
}

/// One office.
pub fn office(id: &str) -> Vec<El> {
    let now = moment();
    let id = id.to_owned();
    let shown = el("div").class("ks-stack-5").part(move || {
        let city = city();
        match city.office(&id) {
            Some(office) => told(office, &city, now.get()),
            None => vec![
                heading("ks-h1").say(w::TITLE),
                trouble_box(|| Some(Trouble::new(w::GONE, w::LEAD))),
            ],
        }
    });
    frame(Lead::Back("#/offices"), w::TITLE, COLUMN, vec![shown])
}

fn told(office: &Office, city: &Directory, now: Option<Moment>) -> Vec<El> {
    let about = office.about.as_ref();
    let name = heading("ks-h1").add(said(&office.name));
    let about = about.map(|about| el("p").class("ks-lead").add(said(about)));
    let mut all = vec![group("", [name].into_iter().chain(about).collect())];
    if office.lines.is_empty() {
        all.push(line(&Line::default(), now));
    }
    all.extend(office.lines.iter().map(|one| line(one, now)));
    let unknown = || {
        el("span")
            .class("of__unknown")
            .say(crate::directory::ASK_THE_CITY)
    };
    let place = if office.address.is_empty() {
        unknown()
    } else {
        let code = match office.postcode.as_str() {
            "" => String::new(),
            code => ["〒", code, " "].concat(),
        };
        el("span").text(&[code.as_str(), &city.city.ja, &office.address].concat())
    };
    let mut facts = vec![fact(w::ADDRESS, place)];
    let topics = city
        .topics
        .iter()
        .filter(|one| office.topics.contains(&one.id));
    let topics: Vec<&str> = topics.map(|one| one.name.to(lang_now())).collect();
    if !topics.is_empty() && topics.len() < city.topics.len() {
        facts.push(fact(w::TOPICS, el("span").text(&topics.join("、"))));
    }
    all.push(el("dl").class("ks-kv").all(facts));
    if office.gives_note {
        all.push(quiet("ks-quiet", "note", w::GIVES));
    }
    all.push(as_of(office.as_of.as_ref().unwrap_or(&city.as_of)));
    if expect_context::<Session>().is_open() {
        let (finding, id) = (use_context::<Finding>(), office.id.clone());
        let give = link("ks-btn ks-btn--wide", &Route::HandOver.fragment());
        let give = give.on("click", move |_| {
            if let Some(finding) = finding {
                finding.bound_for(&id);
            }
        });
        all.push(give.add(icon("handover")).add(span(w::GIVE)));
    }
    all
}

fn fact(name: Text, what: El) -> El {
    el("div").add(el("dt").say(name)).add(el("dd").add(what))
}

/// Telephones and hours that belong together.
fn line(line: &Line, now: Option<Moment>) -> El {
    let lang = lang_now();
    let unknown = || {
        el("span")
            .class("of__unknown")
            .say(crate::directory::ASK_THE_CITY)
    };
    let numbers = if line.phones.is_empty() {
        unknown()
    } else {
        group(
            "of__phones",
            line.phones.iter().map(|one| phone(one)).collect(),
        )
    };
    let mut facts = vec![fact(w::PHONE, numbers)];
    match &line.hours {
        None => facts.push(fact(w::HOURS, unknown())),
        Some(hours) => {
            let open = hours.open_in_words(lang).into_iter();
            let open = open.map(|one| el("span").class("ks-block ks-num").text(&one));
            facts.push(fact(w::HOURS, el("span").all(open.collect())));
            let closed = hours.closed_in_words(lang);
            if !closed.is_empty() {
                facts.push(fact(w::SHUT, el("span").text(&closed)));
            }
        }
    }
    let now = line.hours.as_ref().and_then(|hours| {
        let at = now?;
        Some(standing(Some(hours.at(at)), now))
    });
    let name = line.name.as_ref();
    el("section")
        .class("ks-card ks-stack")
        .maybe(name.map(|name| el("h2").class("ks-h3").add(said(name))))
        .maybe(now)
        .add(el("dl").class("ks-kv").all(facts))
}

/// Whom to ask about the note: the first office, on the page of help.
pub(super) fn first(city: &Directory) -> Vec<El> {
    let offices = city.first.iter().filter_map(|id| city.office(id));
    let card = |office: &Office| {
        let number = |line: &Line| {
            let name = line.name.as_ref().unwrap_or(&office.name);
            let numbers = line.phones.iter().map(|one| phone(one)).collect();
            el("div")
                .add(el("dt").add(said(name)))
                .add(el("dd").class("ks-num").add(group("of__phones", numbers)))
        };
        let head = el("h2")
            .class("ks-h3")
            .add(said(&city.city))
            .text(" ")
            .add(said(&office.name));
        el("section")
            .class("ks-card")
            .add(head)
            .add(
                el("dl")
                    .class("ks-kv")
                    .all(office.lines.iter().map(number).collect()),
            )
            .add(el("p").class("ks-small").say(all::help::CONFIRM))
    };
    offices.map(card).collect()
}
