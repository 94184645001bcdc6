//! 表示設定: the language, and how the screen looks on this device.

use leptos::prelude::*;

use crate::{
    browser::{
        el::{El, el},
        page,
    },
    route::Route,
    store::settings,
    text::{Lang, Text},
    ui::{
        part::{
            COLUMN, Lead, Say, Wish, frame, group, lang, lead, link, pick_one, row, span, title,
        },
        words::{accessibility as a, display as w},
    },
};

const SIZES: &[(&str, Text)] = &[
    ("", w::USUAL),
    ("125", w::LARGE),
    ("150", w::LARGER),
    ("200", w::LARGEST),
];
const COLOURS: &[(&str, Text)] = &[("", w::USUAL), ("dark", w::DARK), ("contrast", w::CONTRAST)];
const READINGS: &[(&str, Text)] = &[
    ("", w::NO_READINGS),
    ("hard", w::HARD_READINGS),
    ("on", w::WITH_READINGS),
];
const HEADINGS: &[(&str, Text)] = &[("", w::USUAL), ("ud", w::PLAIN)];

/// The page of it.
pub fn display() -> Vec<El> {
    let content = vec![
        group("", vec![title(w::TITLE), lead(w::LEAD)]),
        languages(),
        choice(w::SIZE, "text", SIZES),
        choice(w::COLOURS, "theme", COLOURS),
        choice(w::HEADINGS, "font", HEADINGS),
        choice(w::READINGS, "ruby", READINGS).add(el("p").class("ks-hint").say(w::READINGS_SUB)),
        el("nav").called(a::TITLE).add(row(
            link("ks-link-row", &Route::Accessibility.fragment()),
            "together",
            a::TITLE,
            Some(a::ROW_SUB),
        )),
    ];
    frame(Lead::Back("#/"), w::TITLE, COLUMN, content)
}

fn card(name: Text) -> El {
    el("fieldset")
        .class("ks-card")
        .add(el("legend").class("ks-label ks-legend").say(name))
}

fn languages() -> El {
    let lang = lang();
    let one = |which: Lang| {
        let own = el("span").attr("lang", which.tag()).text(which.own_name());
        let ticked = move || lang.get() == which;
        pick_one("language", which.code(), vec![own], ticked, move || {
            lang.set(which);
        })
    };
    let wish = expect_context::<Wish>();
    let more = |(tag, name): (&'static str, &'static str)| {
        let own = el("span").attr("lang", tag).text(name);
        let ticked = move || lang.get().code() == tag;
        pick_one("language", tag, vec![own], ticked, move || {
            wish.tag.set(Some(tag));
        })
    };
    let all = Lang::ALL.into_iter().map(one);
    card(w::LANGUAGE)
        .all(all.chain(Lang::PACKS.into_iter().map(more)).collect())
        .when(move || wish.missing_words())
        .add(el("p").class("ks-hint").say(w::AS_WRITTEN))
}

fn choice(name: Text, what: &'static str, ways: &'static [(&str, Text)]) -> El {
    let attribute = ["data-", what].concat();
    let now = RwSignal::new(page::root(&attribute).unwrap_or_default());
    let one = |(how, words): &'static (&'static str, Text)| {
        let attribute = attribute.clone();
        let ticked = move || now.with(|now| now == how);
        pick_one(what, how, vec![span(*words)], ticked, move || {
            settings::keep_look(what, how);
            page::set_root(&attribute, how);
            now.set((*how).to_owned());
        })
    };
    card(name).all(ways.iter().map(one).collect())
}
