//! What somebody else wrote, to be read.

use super::{Say, lang_now};
use crate::{
    answer::{Unseen, unseen},
    browser::el::{El, el},
    sheet::very_long,
    ui::words::office as w,
};

/// Adds what somebody wrote: how long it is, where it is very long, and a name in place of every mark that
/// nobody sees. The text on the page stays the same, so that it is copied as it came; a mark in a box of its
/// own turns nothing outside of it.
pub fn written(into: El, text: &str) -> El {
    let long = very_long(text);
    let pieces = unseen(text);
    if long.is_none() && pieces.iter().all(|(_, mark)| mark.is_none()) {
        return into.text(text);
    }
    let long = long.map(|count| {
        let words = w::VERY_LONG.with(lang_now(), &[&count.to_string()]);
        el("span").class("ks-small ks-num rd__length").text(&words)
    });
    let all = pieces.into_iter();
    let all = all.fold(el("span").maybe(long), |all, (piece, mark)| match mark {
        None => all.text(piece),
        Some(mark) => all.add(boxed(piece, mark)),
    });
    into.add(all)
}

/// Whether [`written`] names a mark in a text.
pub fn has_unseen(text: &str) -> bool {
    unseen(text).iter().any(|(_, mark)| mark.is_some())
}

/// The style sheet shows the name, so that it is neither text of the page nor copied with it.
fn boxed(mark: &str, does: Unseen) -> El {
    let name = match does {
        Unseen::Turns => w::TURNS,
        Unseen::Hides => w::HIDES,
    };
    el("span")
        .class("rd__unseen")
        .attr("role", "img")
        .called(name)
        .text(mark)
}
