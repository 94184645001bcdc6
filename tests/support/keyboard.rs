//! A person who has no mouse and no finger: keys alone, and where the focus stands.

use crate::{heard::name_of, person::Person};
use serde_json::Value;
use thirtyfour::Key;

/// More than on any screen.
const MOST: usize = 400;

/// Where the focus stands: what it is, and what is wrong with how it is seen. The bars that stay where they are must
/// cover no corner of it; it may be larger than the room between them.
const FOCUS: &str = "const one = document.activeElement;
    if (!one || one === document.body) return null;
    const shown = one.getBoundingClientRect().width > 1 ? one : one.closest('label') ?? one;
    const ringed = e => { const { outlineStyle, outlineWidth } = getComputedStyle(e); return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2; };
    const wrong = [];
    if (![one, one.closest('label'), one.parentElement].some(e => e && ringed(e))) wrong.push('has no ring');
    const bar = e => { for (let up = e; up; up = up.parentElement) if (/^(sticky|fixed)$/.test(getComputedStyle(up).position)) return up; };
    const { left, top, right, bottom } = shown.getBoundingClientRect();
    const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(document.documentElement);
    const free = innerHeight - parseFloat(scrollPaddingTop) - parseFloat(scrollPaddingBottom);
    const points = bottom - top > free ? [] : [[left + 3, top + 1], [right - 3, top + 1], [left + 3, bottom - 1], [right - 3, bottom - 1]];
    for (const [x, y] of points) {
        if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) { wrong.push(`stands outside of the window at ${Math.round(x)}, ${Math.round(y)}`); continue; }
        const over = document.elementFromPoint(x, y), cover = over && bar(over);
        if (cover && !cover.contains(one)) wrong.push('is covered by ' + (cover.className || cover.tagName));
    }
    // In a long text the browser shows the line that is written in.
    if (one.matches('textarea') && wrong.length < points.length) wrong.length = 0;
    one.ksVisited ??= Math.random();
    return { which: one.ksVisited, is: one.outerHTML.slice(0, 140), wrong };";

impl Person {
    /// Presses a key, wherever the focus is.
    pub fn strikes(&self, key: Key) {
        let session = self.session();
        let chain = session.action_chain().send_keys("" + key);
        self.wait_for(chain.perform()).unwrap();
    }

    /// One step on with Tab, or back with Shift.
    pub fn tabs(&self, back: bool) {
        let session = self.session();
        let mut chain = session.action_chain();
        if back {
            chain = chain.key_down(Key::Shift);
        }
        chain = chain.send_keys("" + Key::Tab);
        if back {
            chain = chain.key_up(Key::Shift);
        }
        self.wait_for(chain.perform()).unwrap();
    }

    /// Writes where the focus is.
    pub fn writes(&self, text: &str) {
        let session = self.session();
        self.wait_for(session.action_chain().send_keys(text).perform())
            .unwrap();
    }

    /// What the browser calls what has the focus.
    pub fn stands_at(&self) -> String {
        let session = self.session();
        self.wait_for(async {
            let element = session.active_element().await?;
            name_of(&session, &element).await
        })
        .unwrap_or_default()
    }

    /// Goes on with Tab until the focus is at what is called so; after the name more may be said.
    #[track_caller]
    pub fn tabs_to(&self, name: &str) {
        self.goes_by_tab(name, false);
    }

    /// Goes back with Shift and Tab.
    #[track_caller]
    pub fn tabs_back_to(&self, name: &str) {
        self.goes_by_tab(name, true);
    }

    #[track_caller]
    fn goes_by_tab(&self, name: &str, back: bool) {
        let mut passed = Vec::new();
        for _ in 0..MOST {
            self.tabs(back);
            let here = self.stands_at();
            let rest = here.strip_prefix(name);
            if rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')) {
                return;
            }
            passed.push(here);
        }
        passed.dedup();
        passed.truncate(60);
        let picture = self.screenshot("failed-by-keys");
        panic!(
            "{}: no 「{name}」 with Tab; there were {passed:?}; picture: {}",
            self.engine().name(),
            picture.display()
        );
    }

    /// Goes over a whole screen with Tab from its beginning, or back from its end: how many places there were, and what
    /// was wrong with them. Whoever is caught somewhere never comes to the end.
    #[track_caller]
    pub fn tabs_through(&self, back: bool) -> (usize, Vec<String>) {
        self.script(
            "document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex'); scrollTo(0, arguments[0] ? document.body.scrollHeight : 0)",
            vec![back.into()],
        );
        let mut visited: Vec<String> = Vec::new();
        let mut wrong = Vec::new();
        for _ in 0..MOST {
            self.tabs(back);
            let focus = self.script(FOCUS, Vec::new());
            let which = focus["which"].to_string();
            if focus.is_null() && visited.is_empty() {
                continue;
            }
            if focus.is_null() || visited.first() == Some(&which) {
                return (visited.len(), wrong);
            }
            assert!(
                visited.last() != Some(&which),
                "the focus is caught in {}",
                focus["is"]
            );
            visited.push(which);
            for why in focus["wrong"].as_array().into_iter().flatten() {
                let why = why.as_str().unwrap_or_default();
                wrong.push(format!(
                    "{why}: {}",
                    focus["is"].as_str().unwrap_or_default()
                ));
            }
        }
        let last = self.script(FOCUS, Vec::new());
        panic!("Tab never comes to an end; it is at {}", last["is"]);
    }

    /// Whether what has the focus is inside a dialog.
    pub fn stands_in_a_dialog(&self) -> bool {
        let inside = "return !!document.activeElement.closest('dialog')";
        self.script(inside, Vec::new()) == Value::Bool(true)
    }
}
