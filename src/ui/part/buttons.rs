//! Drawings, buttons and rows.

use leptos::prelude::*;

use super::Say;
use crate::{
    browser::el::{El, el, svg},
    form::Form,
    machine::Way,
    text::Text,
};

/// A drawing of the sprite beside words; silent for screen readers.
pub fn icon(name: &str) -> El {
    art(&format!("i-{name}"), "i")
}

/// A larger drawing of the sprite.
pub fn art(name: &str, class: &str) -> El {
    svg("svg")
        .class(class)
        .attr("aria-hidden", "true")
        .add(svg("use").attr("href", &format!("#{name}")))
}

/// A button that does something on this page.
pub fn button(class: &str, act: impl FnMut() + 'static) -> El {
    let mut act = act;
    el("button")
        .attr("type", "button")
        .class(class)
        .on("click", move |_| act())
}

/// A link to another screen.
pub fn link(class: &str, to: &str) -> El {
    el("a").class(class).attr("href", to)
}

/// Words in a box of their own.
pub fn span(text: Text) -> El {
    el("span").say(text)
}

/// An element that stands there only where something may leave, or come in, in this way.
pub fn by(way: Way, of: El) -> El {
    of.attr("data-way", way.word())
}

/// A quiet line with a drawing before it.
pub fn quiet(class: &str, glyph: &str, text: Text) -> El {
    el("p").class(class).add(icon(glyph)).add(span(text))
}

/// What stands in a row that leads somewhere: a drawing, a title, perhaps a line below it.
pub fn row(into: El, glyph: &str, title: Text, sub: Option<Text>) -> El {
    let sub = sub.map(|sub| span(sub).class("ks-small ks-block"));
    into.add(icon(glyph))
        .add(span(title).maybe(sub))
        .add(icon("next"))
}

/// Sentences one below the other, a drawing before each.
pub fn points(glyph: &str, texts: &[Text]) -> El {
    let point = |text: &Text| el("li").add(icon(glyph)).add(span(*text));
    el("ul")
        .class("ks-consent")
        .all(texts.iter().map(point).collect())
}

/// What became of something, read out when it is known.
pub fn outcome(said: impl Fn() -> Option<Text> + 'static) -> El {
    el("p")
        .class("ks-slot")
        .attr("role", "status")
        .when(move || Some(span(said()?)))
}

/// A box to tick, with its words.
pub fn pick(
    kind: &str,
    content: Vec<El>,
    ticked: impl Fn() -> bool + 'static,
    act: impl FnMut(bool) + 'static,
) -> El {
    let input = el("input").attr("type", kind);
    picked(input, content, Box::new(ticked), act)
}

/// One of several to pick; those of one name belong together, and the value tells them apart.
pub fn pick_one(
    name: &str,
    value: &str,
    content: Vec<El>,
    ticked: impl Fn() -> bool + 'static,
    act: impl Fn() + 'static,
) -> El {
    let input = el("input")
        .id(&[name, "-", value].concat())
        .attr("type", "radio")
        .attr("name", name);
    picked(input, content, Box::new(ticked), move |_| act())
}

fn picked(
    input: El,
    content: Vec<El>,
    ticked: Box<dyn Fn() -> bool>,
    mut act: impl FnMut(bool) + 'static,
) -> El {
    let input = input.ticked_while(ticked).on("change", move |event| {
        act(crate::browser::el::ticked(&event));
    });
    el("label")
        .class("ks-pick")
        .add(input)
        .add(el("span").all(content))
}

/// A sheet to pick among others, its title in an element of this kind.
pub fn pick_sheet(form: &'static Form, tag: &str, picked: RwSignal<Vec<&'static str>>) -> El {
    let title = el(tag).say(form.title);
    let ticked = move || picked.get().contains(&form.id);
    pick("checkbox", vec![title], ticked, move |on| {
        picked.update(|ids| {
            ids.retain(|other| *other != form.id);
            if on {
                ids.push(form.id);
            }
        });
    })
}
