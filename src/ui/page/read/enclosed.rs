//! The photos and PDFs that came along: each is opened when somebody asks for it, and nothing of it
//! stays.

use leptos::prelude::*;

use crate::{
    attachment::Media,
    browser::{
        blob::Pieces,
        el::{El, el, unfolded},
        page,
    },
    share::{Bundle, Enclosed},
    ui::{
        page::hand_over::named,
        part::{Say, group, icon, quiet, span, written},
        question::weight,
        words::enclosed as w,
    },
};

/// The card of what came along; nothing where that is nothing.
pub fn enclosed(bundle: &Bundle, mine: bool) -> Option<El> {
    let listed = bundle.enclosed();
    if listed.is_empty() {
        return None;
    }
    let bundle = StoredValue::new(bundle.clone());
    let entries = listed.into_iter().enumerate();
    let entries = entries.map(|(at, one)| entry(bundle, at, one)).collect();
    let taken = mine.then(|| quiet("ks-quiet ks-small", "info", w::NOT_TAKEN));
    Some(
        el("section")
            .class("ks-stack-2")
            .attr("aria-labelledby", "enclosed")
            .add(el("h2").class("ks-h3").id("enclosed").say(w::TITLE))
            .maybe(taken)
            .all(entries),
    )
}

fn entry(bundle: StoredValue<Bundle>, at: usize, one: Enclosed) -> El {
    let name = named(&one.name, one.media);
    let title = el("span").class("ks-rowcard__t").attr("translate", "no");
    let size = el("span").class("ks-small ks-num ks-block");
    let size = size.text(&weight(one.size));
    let glyph = if one.media == Some(Media::Photo) {
        "camera"
    } else {
        "file"
    };
    let head = el("summary")
        .add(icon(glyph))
        .add(written(title, &name).add(size))
        .add(icon("down"));
    let opened = RwSignal::new(false);
    let body = el("div").class("ks-rowcard__body ks-stack").part(move || {
        if opened.get() {
            whole(bundle, at, one.media, &name)
        } else {
            Vec::new()
        }
    });
    el("details")
        .class("ks-rowcard")
        .on("toggle", move |event| opened.set(unfolded(&event)))
        .add(head)
        .add(body)
}

/// A photo as a picture; both in a tab of their own too, which a shared machine does not have.
fn whole(bundle: StoredValue<Bundle>, at: usize, media: Option<Media>, name: &str) -> Vec<El> {
    let shown = media.and_then(|media| {
        let pieces = Pieces::default();
        pieces.add(&bundle.with_value(|bundle| bundle.paper(at))?);
        Some((media, pieces.address(media.name())?))
    });
    let Some((media, address)) = shown else {
        return vec![quiet("ks-quiet", "warn", w::UNREAD)];
    };
    let image = (media == Media::Photo).then(|| {
        let image = el("img").class("ks-enclosed__whole");
        image.attr("alt", name).attr("src", address.text())
    });
    let tab = (!page::kiosk()).then(|| {
        let link = el("a")
            .class("ks-btn ks-btn--line")
            .attr("target", "_blank")
            .attr("rel", "noopener")
            .attr("href", address.text());
        let note = el("p").class("ks-small").say(w::SEE_SAVED);
        group(
            "ks-stack-2",
            vec![link.add(icon("file")).add(span(w::SEE_TAB)), note],
        )
    });
    let none = (image.is_none() && tab.is_none()).then(|| quiet("ks-quiet", "info", w::UNREAD));
    // It leads nowhere once this is folded again.
    StoredValue::new_local(address);
    image.into_iter().chain(tab).chain(none).collect()
}
