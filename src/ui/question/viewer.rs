//! One paper, large.

use leptos::{prelude::*, task::spawn_local};

use super::{
    files::{Desk, called, weight},
    private,
};
use crate::{
    answer::Attachment,
    attachment::Media,
    browser::{
        dialog,
        el::{El, el, value_of},
    },
    store::papers::{self, Unshown},
    ui::{
        part::{Say, busy_sign, button, icon, span},
        words::{papers as w, sheet},
    },
};

/// The dialog in which a paper is looked at, named and deleted.
pub(super) fn viewer(desk: &Desk, key: u32) -> Option<El> {
    let paper = untrack(|| desk.paper(key))?;
    let open = desk.open;
    let box_ = el("dialog")
        .class("ks-viewer")
        .attr("aria-labelledby", "viewer-title")
        .on("close", move |_| open.set(None));
    let (shut, named) = (box_.clone(), desk.clone());
    let title = el("h2")
        .class("ks-h2")
        .id("viewer-title")
        .attr("translate", "no")
        .words(move || named.paper(key).as_ref().map(called).unwrap_or_default());
    let close = button("ks-btn ks-btn--sm", move || dialog::close(&shut));
    let head = el("div")
        .class("ks-viewer__head")
        .add(title)
        .add(close.add(icon("close")).add(span(w::CLOSE)));
    let large = RwSignal::new(false);
    let stage = el("div")
        .class("ks-viewer__stage")
        .attr_of("data-large", move || large.get().then(String::new))
        .add(busy_sign(w::OPENING));
    let address = StoredValue::new_local(None);
    let (shown, kept) = (stage.clone(), paper.clone());
    spawn_local(async move {
        match papers::show(&kept).await {
            Ok(whole) => {
                shown.emptied().add(whole_of(&kept, whole.text()));
                let _ = address.try_set_value(Some(whole));
            }
            Err(why) => {
                shown.emptied().add(sorry(why));
            }
        }
    });
    let photo = Media::of(&paper) == Some(Media::Photo);
    let zoom = photo.then(|| {
        button("ks-btn ks-btn--sm", move || {
            large.update(|large| *large = !*large);
        })
        .attr_of("aria-pressed", move || Some(large.get().to_string()))
        .add(icon("search"))
        .add(span(w::LARGER))
    });
    let removing = desk.clone();
    let (shut, mut done) = (box_.clone(), false);
    let remove = button("ks-btn ks-btn--sm", move || {
        if !done {
            done = true;
            dialog::close(&shut);
            removing.remove(key);
        }
    });
    let size = el("span")
        .class("ks-small ks-num")
        .text(&weight(paper.size));
    let acts = el("div")
        .class("ks-row ks-viewer__acts")
        .maybe(zoom)
        .add(remove.add(icon("trash")).add(span(sheet::REMOVE)))
        .add(size);
    dialog::open(&box_);
    Some(
        box_.add(head)
            .add(stage)
            .add(name(desk, key, &paper))
            .add(acts),
    )
}

fn name(desk: &Desk, key: u32, paper: &Attachment) -> El {
    let naming = desk.clone();
    let input = el("input")
        .class("ks-input")
        .id("viewer-name")
        .attr("type", "text")
        .value(&paper.name)
        .on("input", move |event| naming.rename(key, value_of(&event)));
    let label = el("label")
        .class("ks-label")
        .attr("for", "viewer-name")
        .say(w::NAME);
    el("div").class("ks-field").add(label).add(private(input))
}

/// A photo stands here. A PDF has a tab of its own: the policy of this page lets nothing be
/// embedded in it.
fn whole_of(paper: &Attachment, address: &str) -> El {
    if Media::of(paper) == Some(Media::Photo) {
        return el("img").attr("src", address).attr("alt", &called(paper));
    }
    let link = el("a")
        .class("ks-btn ks-btn--main")
        .attr("href", address)
        .attr("target", "_blank")
        .attr("rel", "noopener")
        .add(icon("file"))
        .add(span(w::OPEN_PDF));
    el("div")
        .class("ks-viewer__pdf")
        .add(link)
        .add(el("p").class("ks-small").say(w::OPEN_PDF_NOTE))
}

fn sorry(why: Unshown) -> El {
    let (what, next) = match why {
        Unshown::Missing => (w::MISSING, w::MISSING_NEXT),
        Unshown::Damaged => (w::DAMAGED, w::DAMAGED_NEXT),
        Unshown::TooNew => (w::TOO_NEW, w::TOO_NEW_NEXT),
        Unshown::NoStore => (w::SILENT, w::SILENT_NEXT),
    };
    let said = el("span")
        .add(el("b").class("ks-block").say(what))
        .add(span(next));
    el("p")
        .class("ks-papers__trouble")
        .attr("role", "alert")
        .add(icon("warn"))
        .add(said)
}
