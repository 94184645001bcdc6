//! Sheets on paper: as written, or blank to write by hand.

use leptos::prelude::*;

use crate::{
    browser::{
        clock,
        el::{El, el},
        page,
    },
    form::Form,
    forms,
    machine::Way,
    paper::{self, Brief, Manner, Told},
    record::{Note, Record},
    sheet::Facts,
    store::city::city,
    text::{Lang, Text},
    timeline::{Event, Timeline},
    ui::{
        page::home::full_name,
        part::{
            Lead, Say, button, by, doubted_day, frame, group, icon, lang_now, lead, own_pages,
            own_pairs, pick, pick_one, pick_sheet, span, title,
        },
        words::{print as w, school, timeline::LANES},
    },
};

/// The switches of the page.
#[derive(Clone, Copy)]
struct Switches {
    /// Whether what was written is printed.
    filled: RwSignal<bool>,
    /// Which sheets.
    chosen: RwSignal<Vec<&'static str>>,
    /// Which pages before them, by their titles.
    briefs: RwSignal<Vec<&'static str>>,
    /// Whether これまでの記録 comes behind those.
    history: RwSignal<bool>,
    readings: RwSignal<bool>,
    /// Whether the labels are said once more in the language of the screen.
    beside: RwSignal<bool>,
    large: RwSignal<bool>,
    /// Whether two pages go on one sheet.
    pairs: RwSignal<bool>,
    holes: RwSignal<bool>,
    /// Whether what does not go with its sheet is left out.
    without: RwSignal<bool>,
}

/// The sheets of a note; all blank ones, where nothing is written.
pub fn print(note: &Note) -> Vec<El> {
    let name = full_name(note);
    let records: Vec<(&'static Form, Record)> = forms::ALL
        .iter()
        .map(|form| (form, note.record(form)))
        .collect();
    let facts = Facts::of(records.iter().map(|(form, record)| (*form, record)));
    let written = records.iter().any(|(_, record)| !record.is_blank());
    let first = records
        .iter()
        .filter(|(_, record)| !written || !record.is_blank());
    let switches = Switches {
        filled: RwSignal::new(written),
        chosen: RwSignal::new(first.map(|(form, _)| form.id).collect::<Vec<_>>()),
        briefs: RwSignal::new(Vec::new()),
        history: RwSignal::new(false),
        readings: RwSignal::new(false),
        beside: RwSignal::new(false),
        large: RwSignal::new(false),
        pairs: RwSignal::new(false),
        holes: RwSignal::new(true),
        without: RwSignal::new(false),
    };
    let Switches { filled, chosen, .. } = switches;
    let preview = move || {
        let ids = chosen.get();
        let sheets: Vec<_> = records
            .iter()
            .filter(|(form, _)| ids.contains(&form.id))
            .map(|(form, record)| (*form, filled.get().then_some(record)))
            .collect();
        let known: Vec<_> = records
            .iter()
            .map(|(form, record)| (*form, record))
            .collect();
        let briefs = switches.briefs.get();
        let briefs = Brief::ALL
            .into_iter()
            .filter(|one| briefs.contains(&one.title()));
        let sensitive = !switches.without.get();
        let told = switches.history.get().then(|| history(&records, sensitive));
        let printed = paper::Printing {
            sheets: &sheets,
            facts,
            name: &name,
            today: Some(clock::today()),
            manner: Manner {
                holes: switches.holes.get(),
                large: switches.large.get(),
                readings: switches.readings.get(),
                beside: switches.beside.get().then(lang_now),
            },
            sensitive,
            briefs: &briefs.collect::<Vec<_>>(),
            known: &known,
            told: &told.unwrap_or_default(),
            city: &city().printed,
        }
        .pages();
        let put_on_paper = if switches.pairs.get() {
            own_pairs
        } else {
            own_pages
        };
        vec![if printed.is_empty() {
            lead(w::NONE)
        } else {
            put_on_paper(printed)
        }]
    };
    let go = by(
        Way::Paper,
        button("ks-btn ks-btn--main ks-btn--lg ks-btn--wide", page::print),
    );
    let controls = group(
        "ks-noprint ks-stack-5",
        vec![
            group("", vec![title(w::TITLE), lead(w::LEAD)]),
            which(chosen),
        ],
    )
    .maybe(written.then(|| how(switches)))
    .add(look(switches))
    .maybe(written.then(|| briefly(switches)))
    .maybe(doubted_day(note.last_edited()))
    .add(go.add(icon("print")).add(span(w::GO)))
    .add(el("h2").class("ks-h2").say(w::PREVIEW));
    let content = vec![controls, el("div").class("ks-preview").part(preview)];
    frame(
        Lead::Back("#/"),
        w::TITLE,
        "ks-main ks-main--paper ks-stack-5",
        content,
    )
}

/// Choices that belong together.
fn choices(legend: Text, picks: Vec<El>) -> El {
    el("fieldset")
        .class("ks-card")
        .add(el("legend").class("ks-label ks-legend").say(legend))
        .all(picks)
}

fn which(chosen: RwSignal<Vec<&'static str>>) -> El {
    let forms = forms::ALL.iter();
    choices(
        w::WHICH,
        forms.map(|form| pick_sheet(form, "span", chosen)).collect(),
    )
}

fn how(switches: Switches) -> El {
    let filled = switches.filled;
    let way = |fill: bool, text: Text| {
        let ticked = move || filled.get() == fill;
        pick_one(
            "how",
            if fill { "filled" } else { "blank" },
            vec![span(text)],
            ticked,
            move || filled.set(fill),
        )
    };
    choices(
        w::HOW,
        vec![
            way(true, w::FILLED),
            way(false, w::BLANK),
            switch(w::WITHOUT, Some(w::WITHOUT_SUB), switches.without),
        ],
    )
}

fn look(switches: Switches) -> El {
    // For whoever reads in another language.
    let other = lang_now() != Lang::Ja;
    let beside = other.then(|| switch(w::BESIDE, Some(w::BESIDE_SUB), switches.beside));
    choices(
        w::LOOK,
        vec![
            switch(w::READINGS, None, switches.readings),
            switch(w::LARGE, None, switches.large),
            switch(w::PAIRS, Some(w::PAIRS_SUB), switches.pairs),
            switch(w::HOLES, None, switches.holes),
        ]
        .into_iter()
        .chain(beside)
        .collect(),
    )
}

fn switch(text: Text, sub: Option<Text>, on: RwSignal<bool>) -> El {
    let sub = sub.map(|sub| span(sub).class("ks-pick__sub"));
    let words = [span(text)].into_iter().chain(sub).collect();
    pick("checkbox", words, move || on.get(), move |now| on.set(now))
}

/// The pages that tell it briefly.
fn briefly(switches: Switches) -> El {
    let briefs = switches.briefs;
    let one = |(brief, text, sub): (Brief, Text, Text)| {
        let id = brief.title();
        let words = vec![span(text), span(sub).class("ks-pick__sub")];
        let ticked = move || briefs.get().contains(&id);
        pick("checkbox", words, ticked, move |on| {
            briefs.update(|ids| {
                ids.retain(|other| *other != id);
                if on {
                    ids.push(id);
                }
            });
        })
    };
    let all = [
        (Brief::FirstLook, w::FIRST_LOOK, w::FIRST_LOOK_SUB),
        (Brief::Card, w::CARD, w::CARD_SUB),
        (Brief::School, school::TITLE, school::LEAD),
    ];
    let history = switch(w::HISTORY, Some(w::HISTORY_SUB), switches.history);
    let all = all.into_iter().map(one).chain([history]).collect();
    choices(w::BRIEFLY, all)
}

/// What happened, from the beginning; what has no date, last. Rows for the family only are not in it.
fn history(records: &[(&'static Form, Record)], sensitive: bool) -> Vec<Told> {
    let going = |(form, record): &(&'static Form, Record)| {
        (*form, record.clone().going(form, &|_, _| sensitive))
    };
    let records: Vec<_> = records.iter().map(going).collect();
    let story = Timeline::of(&records, clock::today(), Lang::Ja);
    let told = |event: Event| Told {
        when: event.when,
        age: event
            .ages
            .map_or_else(String::new, |ages| ages.words(Lang::Ja)),
        what: if event.title.is_empty() {
            event.section.title.ja.to_owned()
        } else {
            event.title
        },
        detail: event.detail,
        kind: LANES[event.lane as usize].2.ja,
    };
    let dated = story.years.into_iter().rev();
    let dated = dated.flat_map(|year| year.events.into_iter().rev());
    dated.chain(story.undated).map(told).collect()
}
