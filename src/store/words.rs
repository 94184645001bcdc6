//! Languages that are not built in: their words lie next to the page, and are brought when chosen.

use std::cell::RefCell;

use leptos::{prelude::*, task::spawn_local};

use crate::{
    browser::beside::{self, Beside},
    text::{Lang, MOST_BYTES, Pack},
};

thread_local! {
    /// What came, for as long as the page stands.
    static HERE: RefCell<Vec<&'static Pack>> = const { RefCell::new(Vec::new()) };
}

/// A language by the tag of its pack; `None` where its words cannot be had.
async fn bring(tag: &str) -> Option<Lang> {
    let here = HERE.with_borrow(|here| here.iter().find(|pack| pack.tag() == tag).copied());
    if let Some(pack) = here {
        return Some(Lang::More(pack));
    }
    let Beside::Text(text) = beside::text(&["words/", tag, ".json"].concat(), MOST_BYTES).await
    else {
        return None;
    };
    let pack: &Pack = Box::leak(Box::new(Pack::read(tag, &text).ok()?));
    HERE.with_borrow_mut(|here| here.push(pack));
    Some(Lang::More(pack))
}

/// Goes over to a language that is not built in, or says that its words are missing.
pub fn choose(tag: &str, lang: RwSignal<Lang>, missing: RwSignal<bool>) {
    let tag = tag.to_owned();
    spawn_local(async move {
        let found = bring(&tag).await;
        let _ = missing.try_set(found.is_none());
        if let Some(found) = found {
            lang.set(found);
        }
    });
}
