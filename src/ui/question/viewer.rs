//! One paper, large.

use leptos::{prelude::*, task::spawn_local};

use super::files::{Desk, called, stopped, weight};
use crate::{
    answer::Attachment,
    attachment::Media,
    browser::{
        dialog,
        el::{El, el, value_of},
    },
    store::papers::{self, Unshown},
    ui::{
        part::{Say, Trouble, busy_sign, button, icon, span},
        words::{papers as w, sheet},
    },
};

/// The dialog in which a paper is looked at, named and deleted.
pub(super) fn viewer(desk: &Desk, key: u32) -> Option<El> {
    let paper = untrack(|| desk.paper(key))?;
    let open = desk.open;
    let dialog = el("dialog")
        .class("ks-viewer")
        .attr("aria-labelledby", "viewer-title")
        .on("close", move |_| open.set(None));
    let (shut, named) = (dialog.clone(), desk.clone());
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
    let photo = Media::of(&paper) == Some(Media::Photo);
    let (large, opening, trouble) = (
        RwSignal::new(false),
        RwSignal::new(true),
        RwSignal::new(None),
    );
    let (whole, link) = whole(&paper, photo);
    // Larger than its window it is scrolled, with the keys of a keyboard as well.
    let stage = el("div")
        .class("ks-viewer__stage")
        .attr("tabindex", "0")
        .attr("role", "group")
        .attr("aria-labelledby", "viewer-title")
        .attr_of("data-large", move || large.get().then(String::new))
        .when(move || opening.get().then(|| busy_sign(w::OPENING)))
        .add(stopped(trouble))
        .add(whole.hidden_while(move || opening.get() || trouble.get().is_some()));
    let address = StoredValue::new_local(None);
    let kept = paper.clone();
    spawn_local(async move {
        match papers::show(&kept).await {
            Ok(shown) => {
                link.attr(if photo { "src" } else { "href" }, shown.text());
                let _ = address.try_set_value(Some(shown));
            }
            Err(why) => {
                let _ = trouble.try_set(Some(sorry(why)));
            }
        }
        let _ = opening.try_set(false);
    });
    let zoom = photo.then(|| {
        button("ks-btn ks-btn--sm", move || {
            large.update(|large| *large = !*large);
        })
        .attr_of("aria-pressed", move || Some(large.get().to_string()))
        .add(icon("search"))
        .add(span(w::LARGER))
    });
    let removing = desk.clone();
    let (shut, mut done) = (dialog.clone(), false);
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
    dialog::open(&dialog);
    Some(
        dialog
            .add(head)
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
        .attr("value", &paper.name)
        .on("input", move |event| naming.rename(key, value_of(&event)));
    let label = el("label")
        .class("ks-label")
        .attr("for", "viewer-name")
        .say(w::NAME);
    el("div")
        .class("ks-field")
        .add(label)
        .add(input.kept_here())
}

/// What is shown, and what in it takes the address. A PDF has a tab of its own: the policy of this
/// page lets nothing be embedded in it.
fn whole(paper: &Attachment, photo: bool) -> (El, El) {
    if photo {
        let image = el("img").attr("alt", &called(paper));
        return (image.clone(), image);
    }
    let link = el("a")
        .class("ks-btn ks-btn--main")
        .attr("target", "_blank")
        .attr("rel", "noopener")
        .add(icon("file"))
        .add(span(w::OPEN_PDF));
    let block = el("div")
        .class("ks-viewer__pdf")
        .add(link.clone())
        .add(el("p").class("ks-small").say(w::OPEN_PDF_NOTE));
    (block, link)
}

fn sorry(why: Unshown) -> Trouble {
    match why {
        Unshown::Missing => Trouble::new(w::MISSING, w::MISSING_NEXT),
        Unshown::Damaged => Trouble::new(w::DAMAGED, w::DAMAGED_NEXT),
        Unshown::TooNew => Trouble::new(w::TOO_NEW, w::TOO_NEW_NEXT),
        Unshown::NoStore => Trouble::new(w::SILENT, w::SILENT_NEXT),
    }
}
