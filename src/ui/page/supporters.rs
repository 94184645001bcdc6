//! つながり: the child in the middle, and who is there; the same as a list, with telephones.

use leptos::prelude::*;

use super::{
    home::{facts_of, records_of},
    places::{head, places},
    timeline::sheets,
};
use crate::{
    answer::age,
    browser::{
        clock,
        el::{El, el, svg},
    },
    form::Lane,
    route::Route,
    sheet::age_in_words,
    store::{Child, Session},
    supporters::{Standing, Supporter, supporters as all_of},
    text::Text,
    ui::{
        part::{
            COLUMN, Lead, Say, Spot, art, frame, group, icon, lang_now, lead, link, span, words,
        },
        words::{child as c, home, supporters as w},
    },
};

/// More do not fit around a child on a phone; the list has them all.
const AROUND: usize = 7;

/// Who is there for the child.
pub fn supporters(child: &Child) -> Vec<El> {
    let session = expect_context::<Session>();
    let note = session.note();
    let today = clock::today();
    let all = all_of(&records_of(&note), today, lang_now());
    let name = match child.name.as_str() {
        "" => words(c::NAMELESS),
        name => name,
    };
    let age = facts_of(&note).birth.and_then(|birth| age(birth, today));
    let age = age.map_or_else(String::new, |age| age_in_words(age, lang_now()));
    let sentence = if all.is_empty() { w::EMPTY } else { w::LEAD };
    let opening = lead(sentence).class("ks-lead ks-lead--head");
    let head = head(&child.name, home::SUPPORTERS, "dr-kobushi");
    let mut content = vec![group("", vec![head, opening])];
    if !all.is_empty() {
        content.push(map(name, &age, &all));
    }
    let of = |standing: Standing| -> Vec<El> {
        let these = all.iter().filter(|one| one.standing == standing);
        these.map(entry).collect()
    };
    for (standing, title) in [
        (Standing::Now, w::NOW),
        (Standing::Ahead, w::AHEAD),
        (Standing::Unsaid, w::UNSAID),
    ] {
        let these = of(standing);
        if !these.is_empty() {
            let title = el("h2").class("ks-h2").say(title);
            content.push(
                el("section")
                    .add(title)
                    .add(el("ul").class("tl__all").all(these)),
            );
        }
    }
    let past = of(Standing::Past);
    if !past.is_empty() {
        let count = past.len().to_string();
        let title = el("h2").class("ks-h3").say(w::PAST);
        let summary = el("summary")
            .add(title)
            .add(
                el("span")
                    .class("ks-small ks-num")
                    .text(&count)
                    .say(w::PLACES),
            )
            .add(icon("down"));
        let body = group("ks-fold__body", vec![el("ul").class("tl__all").all(past)]);
        content.push(
            el("details")
                .class("ks-more tl-past")
                .add(summary)
                .add(body),
        );
    }
    let add = sheets(|form| {
        let there = |lane: Lane| matches!(lane, Lane::School | Lane::Care);
        form.groups().any(|part| part.lane.is_some_and(there))
    });
    let title = el("h2").class("ks-h2").say(w::ADD);
    content.push(el("section").add(title).add(add));
    let mut screen = frame(Lead::Back("#/"), home::SUPPORTERS, COLUMN, content);
    screen.push(places(&Route::Supporters));
    screen
}

fn glyph(one: &Supporter) -> &'static str {
    let known = w::KINDS.iter().find(|(kind, _)| *kind == one.kind);
    known.map_or("pin", |(_, glyph)| glyph)
}

/// The picture: one thing for whoever does not see it, because the list below says the same.
fn map(name: &str, age: &str, all: &[Supporter]) -> El {
    let there: Vec<&Supporter> = all
        .iter()
        .filter(|one| one.standing != Standing::Past)
        .collect();
    let now = there
        .iter()
        .filter(|one| one.standing == Standing::Now)
        .count();
    let around = &there[..there.len().min(AROUND)];
    let mut ring = svg("svg")
        .attr("class", "tz__ring")
        .attr("viewBox", "-50 -65 100 130")
        .add(
            svg("ellipse")
                .attr("class", "tz__way")
                .attr("rx", "33")
                .attr("ry", "41"),
        );
    let mut nodes = Vec::new();
    for (at, one) in around.iter().enumerate() {
        let turn = (at as f64 / around.len() as f64 - 0.25) * std::f64::consts::TAU;
        let (x, y) = (turn.cos() * 33.0, turn.sin() * 41.0);
        let [x_words, y_words] = [x, y].map(|at| format!("{at:.1}"));
        let bent = format!(
            "M0 0Q{:.1} {:.1} {x_words} {y_words}",
            x * 0.5 - y * 0.12,
            y * 0.5 + x * 0.12
        );
        let thread = svg("path").attr("d", &bent);
        let kept = one.standing == Standing::Now;
        ring = ring.add(thread.attr("class", if kept { "tz__now" } else { "tz__other" }));
        let stone = el("span")
            .class("tz__st")
            .add(art(&["stone-", &(at % 4 + 1).to_string()].concat(), ""))
            .add(icon(glyph(one)));
        let named = el("span").class("tz__name").text(&one.name);
        let kind = el("span").class("tz__kind").text(&one.kind_words);
        let node = el("div")
            .class(if y < -3.0 { "tz__n tz__n--up" } else { "tz__n" })
            .attr("data-kind", &one.kind)
            .style("left", &format!("{:.1}%", x + 50.0))
            .style("top", &format!("{:.1}%", (y + 65.0) / 1.3));
        nodes.push(
            node.add(stone)
                .add(el("span").class("tz__w").add(named).add(kind)),
        );
    }
    let long = match name.chars().count() {
        0..4 => None,
        4 => Some("4"),
        _ => Some("more"),
    };
    let me = el("div")
        .class("tz__me")
        .attr_if("data-long", long)
        .add(el("b").text(name))
        .add(el("span").class("ks-num").text(age));
    let called = [name, words(w::MAP), " ", &now.to_string(), words(w::PLACES)].concat();
    let picture = el("div")
        .class("tz__map")
        .attr("role", "img")
        .attr("aria-label", &called)
        .attr("translate", "no")
        .add(ring)
        .all(nodes)
        .add(me);
    let left = there.len() - around.len();
    let others = (left > 0).then(|| {
        let said = [words(w::OTHERS_BEFORE), &left.to_string(), words(w::OTHERS)].concat();
        el("span").text(&said)
    });
    let key = |class: &str, text: Text| {
        let line = svg("svg")
            .attr("class", class)
            .attr("viewBox", "0 0 32 4")
            .attr("aria-hidden", "true")
            .add(svg("path").attr("d", "M1 2H31"));
        el("span").class("tz__key").add(line).add(span(text))
    };
    let mixed = around.iter().any(|one| one.standing != Standing::Now);
    let mut keys = Vec::new();
    if mixed {
        keys = vec![key("tz__now", w::NOW), key("tz__other", w::NOT_NOW)];
    }
    let caption = el("figcaption")
        .class("ks-small tz__keys")
        .all(keys)
        .maybe(others);
    el("figure").class("tz").add(picture).add(caption)
}

fn entry(one: &Supporter) -> El {
    let spot = Spot {
        form: one.form,
        section: one.section,
        // The family stands in several rows.
        row: (one.kind != "family").then_some(one.row),
        question: None,
    };
    let line = |text: &str| {
        (!text.is_empty()).then(|| el("span").class("ks-small ks-num ks-block").text(text))
    };
    let mut who = one.kind_words.clone();
    if !who.is_empty() && !one.person.is_empty() {
        who.push('・');
    }
    who.push_str(&one.person);
    let told = spot
        .link("tl__a")
        .attr("translate", "no")
        .add(el("b").text(&one.name))
        .maybe(line(&who))
        .maybe(line(&one.when))
        .maybe(line(&one.phone));
    let call = one.tel().map(|number| {
        let called = [words(w::CALL), " ", &one.name, " ", &one.phone].concat();
        link("ks-btn ks-btn--sm ks-noprint", &["tel:", &number].concat())
            .attr("aria-label", &called)
            .add(icon("phone"))
            .add(span(w::CALL))
    });
    let glyph = el("span").class("ks-glyph").add(icon(glyph(one)));
    el("li")
        .class("tl")
        .attr("data-kind", &one.kind)
        .add(glyph)
        .add(told)
        .maybe(call)
}
