//! Photos and PDFs that go along: chosen one by one, none by itself, and in a file only.

use leptos::{prelude::*, task::spawn_local};

use super::{Handing, Packed};
use crate::{
    answer::Attachment,
    attachment::Media,
    browser::{
        el::{El, el},
        page,
    },
    forms,
    record::Note,
    share::{Enclosed, enclosable},
    store::papers::thumb,
    text::Text,
    ui::{
        part::{Say, button, icon, pick, quiet, words as say},
        question::weight,
        words::{enclosed as w, gift as g, papers as p},
    },
};

/// Those of a note, each to be chosen; nothing where there are none, or where no file goes.
pub(super) fn papers(handing: Handing, note: &Note) -> Option<El> {
    let all = enclosable(forms::ALL, note);
    if all.is_empty() || page::kiosk() {
        return None;
    }
    let chosen = handing.papers;
    let tick = |paper: Attachment| {
        let (id, is) = (paper.id.clone(), paper.id.clone());
        let on = move || chosen.with(|chosen| chosen.contains(&is));
        pick("checkbox", vec![line(&paper)], on, move |on| {
            chosen.update(|chosen| {
                chosen.retain(|other| *other != id);
                if on {
                    chosen.push(id.clone());
                }
            });
        })
    };
    let hidden = move || handing.withhold.get();
    let ticks = el("fieldset")
        .class("ks-card ks-picks")
        .add(el("legend").class("ks-label ks-legend").say(w::TITLE))
        .add(el("p").class("ks-hint").say(w::LEAD))
        .add(quiet("ks-quiet ks-small", "info", w::AS_THEY_ARE))
        .all(all.into_iter().map(tick).collect());
    let instead = quiet("ks-quiet", "info", w::WITHHELD);
    let section = el("div").add(ticks.hidden_while(hidden));
    Some(section.add(instead.hidden_while(move || !handing.withhold.get())))
}

/// A small picture, the name and the length.
fn line(paper: &Attachment) -> El {
    let picture = el("span").class("ks-papers__pic");
    let picture = if Media::of(paper) == Some(Media::Photo) {
        let image = el("img").attr("alt", "").attr("hidden", "");
        let address = StoredValue::new_local(None);
        let (shown, paper) = (image.clone(), paper.clone());
        spawn_local(async move {
            if let Some(thumb) = thumb(&paper).await {
                shown.attr("src", thumb.text()).attr_if("hidden", None);
                let _ = address.try_set_value(Some(thumb));
            }
        });
        picture.add(icon("camera")).add(image)
    } else {
        picture.add(icon("file"))
    };
    let name = named(&paper.name, Media::of(paper));
    let name = el("span").attr("translate", "no").text(&name);
    let size = weight(paper.size);
    let size = el("span").class("ks-pick__sub ks-num").text(&size);
    let words = el("span").add(name).add(size);
    el("span").class("ks-enclosed").add(picture).add(words)
}

/// What goes along, as the bundle lists it, each with the way to leave it out.
pub(super) fn going_along(handing: Handing, packed: &Packed) -> Option<El> {
    let listed = packed.file.enclosed();
    let entry = |(one, paper): (&Enclosed, &Attachment)| {
        let name = named(&one.name, one.media);
        let words = [say(g::LEAVE_OUT), "：", &name].concat();
        let id = paper.id.clone();
        let leave = button("ks-btn ks-btn--text ks-btn--sm", move || {
            page::to_title();
            handing
                .papers
                .update(|all| all.retain(|other| *other != id));
        });
        let leave = leave.attr("aria-label", &words).say(g::LEAVE_OUT);
        el("li").class("ks-row").add(line(paper)).add(leave)
    };
    let lines: Vec<El> = listed.iter().zip(&packed.papers).map(entry).collect();
    (!lines.is_empty()).then(|| {
        el("section")
            .class("ks-card ks-stack")
            .attr("aria-labelledby", "enclosed")
            .add(el("h2").class("ks-h3").id("enclosed").say(w::TITLE))
            .add(el("ul").class("ks-stack-2").all(lines))
            .add(quiet("ks-quiet", "info", w::AS_THEY_ARE))
            .add(quiet("ks-quiet", "info", w::FILE_ONLY))
    })
}

/// What a photo or a PDF is called: by the parent, or by what it is.
pub fn named(name: &str, media: Option<Media>) -> String {
    match name.trim() {
        "" => say(kind(media)).to_owned(),
        name => name.to_owned(),
    }
}

fn kind(media: Option<Media>) -> Text {
    match media {
        Some(Media::Pdf) => p::PDF,
        _ => p::PHOTO,
    }
}

/// One of them on a line of the consent, which is kept in Japanese.
pub(super) fn in_words(paper: &Attachment) -> String {
    let kind = kind(Media::of(paper)).ja;
    match paper.name.as_str() {
        "" => [kind, "（", &weight(paper.size), "）"].concat(),
        name => [kind, "：", name, "（", &weight(paper.size), "）"].concat(),
    }
}
