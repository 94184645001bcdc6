//! A walk over many screens without leaving the page, with other eyes and in other languages.

use crate::person::Person;
use serde_json::{Value, json};
use stepnote::text::Lang;

/// Goes to a place, waits until nothing of the page changes any more and nothing is being waited for, with all that is
/// folded opened, and tells the heading.
const GO: &str = "const [hash, done] = arguments;
const frame = () => new Promise(next => requestAnimationFrame(() => setTimeout(next)));
(async () => {
    // The driver waits half a minute itself, and could not say for what.
    const until = performance.now() + 25_000;
    if (hash && location.hash !== hash) {
        let gone = false;
        addEventListener('hashchange', () => { gone = true; }, { once: true });
        // Of more than a hundred screens in ten seconds Chromium goes to none; nobody reads so fast.
        while (!gone) {
            if (performance.now() > until) throw new Error('it is not gone to');
            location.hash = hash;
            await frame();
        }
    }
    let changed = [];
    const watch = new MutationObserver(seen => { changed.push(...seen); });
    watch.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    for (let still = 0; still < 3;) {
        if (performance.now() > until) {
            const what = changed.map(({ type, attributeName, target }) => `${type} ${attributeName ?? ''} of ${target.outerHTML?.slice(0, 120) ?? target.data}`);
            throw new Error(`it never stands still: ${what.join(' | ') || document.querySelector('.ks-busy')?.outerHTML}`);
        }
        changed = [];
        // What is in a fold is made when it opens.
        for (const row of document.querySelectorAll('details:not([open])')) row.open = true;
        for (const more of document.querySelectorAll('main [aria-expanded=false]')) more.click();
        await frame();
        still = changed.length || document.querySelector('.ks-busy') ? 0 : still + 1;
    }
    watch.disconnect();
    scrollTo(0, 0);
    done({ heading: [...document.querySelectorAll('h1')].map(h => h.textContent).join(' | '), hash: location.hash });
})().catch(why => done({ why: String(why) }));";

/// How somebody sees: the window, and the size of the text in per cent.
#[derive(Clone, Copy, Debug)]
pub struct Eyes {
    pub width: u32,
    pub height: u32,
    pub percent: u16,
}

impl Person {
    /// Goes to another screen without leaving the page (`""`: stays), and waits until it stands still with all its folds
    /// open. Its heading.
    #[track_caller]
    pub fn walks_to(&self, hash: &str) -> String {
        let mut told = self.asks_slowly(GO, vec![json!(hash)]);
        match told["heading"].take() {
            Value::String(heading) => heading,
            _ => panic!("{} never walks to {hash}: {told}", self.engine().name()),
        }
    }

    /// Chooses the language where it is chosen.
    #[track_caller]
    pub fn speaks(&self, lang: Lang) {
        self.walks_to("#/display");
        self.picks(lang.own_name());
        self.until(&format!("is spoken to in {}", lang.code()), async || {
            let here = "return document.documentElement.dataset.lang";
            match self.tries(here, Vec::new()).await? {
                Value::String(code) if code == lang.code() => Ok(()),
                other => Err(format!("it is {other}").into()),
            }
        });
    }

    /// Sees with other eyes from now on; Chromium only.
    pub fn has_eyes(&self, eyes: Eyes) {
        let Eyes {
            width,
            height,
            percent,
        } = eyes;
        let size =
            json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
        self.cdp("Emulation.setDeviceMetricsOverride", size);
        self.reads_at(percent);
    }
}
