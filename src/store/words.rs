//! Languages that are not built in: their words lie next to the page, and are brought when chosen.

use std::cell::RefCell;

use leptos::{prelude::*, task::spawn_local};

use super::settings;
use crate::{
    browser::{
        beside::{self, Beside},
        page,
    },
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

/// Goes over to a language that is not built in; `false` is said where that could not be.
pub fn choose(tag: &'static str, lang: RwSignal<Lang>, came: Box<dyn Fn(bool)>) {
    spawn_local(async move {
        let found = bring(tag).await;
        came(found.is_some());
        if let Some(found) = found {
            lang.set(found);
        }
    });
}

/// The language chosen here before, else the browser's. One that is not built in follows when its
/// words are here; then another stands in for it, and `true` is said beside it.
pub fn first() -> (RwSignal<Lang>, bool) {
    let (chosen, browser) = (settings::language(), page::preferred_language());
    let wanted = chosen.as_deref().unwrap_or(&browser);
    let built_in = Lang::from_code(wanted).unwrap_or(if wanted.starts_with("ja") {
        Lang::Ja
    } else {
        Lang::En
    });
    let lang = RwSignal::new(built_in);
    // Traditional characters are another script.
    let simplified = wanted.starts_with("zh")
        && !["TW", "HK", "MO", "Hant"]
            .iter()
            .any(|other| wanted.contains(other));
    let mut packs = Lang::PACKS.into_iter();
    let pack = packs.find(|(tag, _)| wanted == *tag || (simplified && *tag == "zh-Hans"));
    if let Some((tag, _)) = pack {
        choose(tag, lang, Box::new(|_| ()));
    }
    (lang, pack.is_some())
}
