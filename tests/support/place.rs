//! Finding and doing things on a page as people do, by what they see or hear (`person.js`), and waiting for what is
//! expected.

use crate::{
    browser::{Attempt, Browser},
    camera::cropped,
    engine::Engine,
};
use serde_json::{Value, json};
use std::{
    error::Error,
    fs,
    path::{Path, PathBuf},
    rc::Rc,
    time::{Duration, Instant},
};
use thirtyfour::{Key, WebElement};

const SEEK: &str = include_str!("person.js");
/// How long she waits for what she expects: two busy cores, three browsers.
const PATIENCE: Duration = Duration::from_mins(1);
const GLANCE: Duration = Duration::from_millis(40);
/// Puts text where the caret is, as a paste does.
const INSERT: &str = "document.execCommand('insertText', false, arguments[0])";
/// Brings an element into view; its left, top, width and height in the window, in whole pixels, once that
/// is painted.
const WHERE: &str = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' });
    const painted = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));
    return painted().then(painted).then(() => {
        const { left, top, right, bottom } = arguments[0].getBoundingClientRect();
        const [x, y] = [left, top].map(Math.floor);
        return [x, y, Math.ceil(right) - x, Math.ceil(bottom) - y];
    })";

/// The page, or a named group on it.
#[derive(Clone)]
pub struct Place {
    browser: Rc<Browser>,
    groups: Vec<String>,
}

struct Found {
    element: WebElement,
    label: Option<WebElement>,
    on: bool,
    focused: bool,
    value: Option<String>,
}

impl Place {
    /// The whole page, or the dialog that lies over it.
    pub fn page_of(browser: Rc<Browser>) -> Self {
        Self {
            browser,
            groups: Vec::new(),
        }
    }

    /// The group of that name: a fieldset by its legend, a section, row or card by its heading or label.
    pub fn in_group(&self, name: &str) -> Self {
        let mut groups = self.groups.clone();
        groups.push(name.to_owned());
        Self {
            browser: Rc::clone(&self.browser),
            groups,
        }
    }

    /// Waits until these words can be read here. Readings over kanji do not count, runs of spaces are one.
    #[track_caller]
    pub fn sees(&self, words: &str) {
        let squeezed = squeeze(words);
        self.until(&format!("sees 「{words}」"), async || {
            if self.words().await?.contains(&squeezed) {
                Ok(())
            } else {
                Err("those words are not there".into())
            }
        });
    }

    /// Waits until these words cannot be read here (any more).
    #[track_caller]
    pub fn does_not_see(&self, words: &str) {
        let squeezed = squeeze(words);
        self.until(&format!("does not see 「{words}」"), async || {
            if self.words().await?.contains(&squeezed) {
                Err("those words are there".into())
            } else {
                Ok(())
            }
        });
    }

    /// All words to be read here, without what stands in fields.
    #[track_caller]
    pub fn text(&self) -> String {
        self.until("reads", async || self.words().await)
    }

    /// Presses a button, link, tab or summary by its name.
    #[track_caller]
    pub fn presses(&self, name: &str) {
        self.until(&format!("presses 「{name}」"), async || {
            let found = self.seek("press", name).await?;
            Ok(found.element.click().await?)
        });
    }

    /// Whether a button, link, tab or summary of that name is here now.
    pub fn can_press(&self, name: &str) -> bool {
        self.browser.block_on(self.seek("press", name)).is_ok()
    }

    /// Types at the end of a text field, key by key.
    #[track_caller]
    pub fn types(&self, label: &str, text: &str) {
        let field = self.goes_to(label);
        self.keys(&field, text);
    }

    /// Replaces what stands in a text field.
    #[track_caller]
    pub fn rewrites(&self, label: &str, text: &str) {
        let field = self.goes_to(label);
        self.browser
            .block_on(field.send_keys(Key::Control + "a"))
            .unwrap();
        if text.is_empty() {
            self.keys(&field, &Key::Delete.value().to_string());
        } else {
            self.keys(&field, text);
        }
    }

    fn keys(&self, field: &WebElement, text: &str) {
        // A rare kanji such as 𠮷 comes out of an input method; chromedriver knows no key for it, and over
        // WebKitWebDriver's the browser stops for ever.
        let rare = text.chars().any(|c| c > '\u{ffff}');
        let session = self.browser.session();
        let done = match self.browser.engine {
            Engine::Chromium if rare => self
                .browser
                .block_on(
                    session
                        .cdp()
                        .send_raw("Input.insertText", json!({ "text": text })),
                )
                .map(drop),
            Engine::WebKit if rare => self
                .browser
                .block_on(session.execute(INSERT, vec![json!(text)]))
                .map(drop),
            // WebKitWebDriver passes over a line feed; the key it stands for works everywhere.
            _ => self
                .browser
                .block_on(field.send_keys(text.replace('\n', &Key::Enter.value().to_string()))),
        };
        done.unwrap();
    }

    /// Pastes into a text field.
    #[track_caller]
    pub fn pastes(&self, label: &str, text: &str) {
        self.goes_to(label);
        self.script(INSERT, vec![json!(text)]);
    }

    /// Writes with an input method, Chromium only: each step is what the composition shows, the last is confirmed
    /// with Enter as an IME does it (key code 229 while composing).
    #[track_caller]
    pub fn composes(&self, label: &str, steps: &[&str]) {
        assert!(
            self.browser.engine == Engine::Chromium,
            "only Chromium can be driven like an IME"
        );
        self.goes_to(label);
        let cdp = self.browser.session().cdp();
        let enter = |kind: &str, code: u32| json!({ "type": kind, "key": "Enter", "code": "Enter", "windowsVirtualKeyCode": code });
        self.browser
            .block_on(async {
                for step in steps {
                    let end = step.encode_utf16().count();
                    let shown = json!({ "text": step, "selectionStart": end, "selectionEnd": end });
                    cdp.send_raw("Input.imeSetComposition", shown).await?;
                }
                cdp.send_raw("Input.dispatchKeyEvent", enter("rawKeyDown", 229))
                    .await?;
                cdp.send_raw(
                    "Input.insertText",
                    json!({ "text": steps.last().copied().unwrap_or_default() }),
                )
                .await?;
                cdp.send_raw("Input.dispatchKeyEvent", enter("keyUp", 13))
                    .await
            })
            .unwrap();
    }

    /// Where the caret stands in a field, in UTF-16 units from its start.
    #[track_caller]
    pub fn caret_in(&self, label: &str) -> u64 {
        let field = self.until(&format!("finds 「{label}」"), async || {
            self.seek("field", label).await
        });
        let caret = self.script(
            "return arguments[0].selectionStart",
            vec![field.element.to_json().unwrap()],
        );
        caret.as_u64().unwrap()
    }

    /// What stands in a field.
    #[track_caller]
    pub fn value_of(&self, label: &str) -> String {
        let found = self.until(&format!("finds 「{label}」"), async || {
            self.seek("field", label).await
        });
        found.value.unwrap_or_default()
    }

    /// Waits until a field holds this.
    #[track_caller]
    pub fn finds_written(&self, label: &str, text: &str) {
        self.until(
            &format!("finds 「{text}」 in 「{label}」"),
            async || {
                let value = self.seek("field", label).await?.value.unwrap_or_default();
                if value == text {
                    Ok(())
                } else {
                    Err(format!("there stands 「{value}」").into())
                }
            },
        );
    }

    /// Waits until a field has the focus.
    #[track_caller]
    pub fn stands_in(&self, label: &str) {
        self.has_focus("field", label);
    }

    /// Waits until a button, link or summary has the focus.
    #[track_caller]
    pub fn stands_on(&self, name: &str) {
        self.has_focus("press", name);
    }

    #[track_caller]
    fn has_focus(&self, what: &str, name: &str) {
        self.until(&format!("stands in 「{name}」"), async || {
            if self.seek(what, name).await?.focused {
                Ok(())
            } else {
                Err("the focus is elsewhere".into())
            }
        });
    }

    /// Chooses a radio button or ticks a box, if it is not yet.
    #[track_caller]
    pub fn picks(&self, label: &str) {
        self.turns(label, true);
    }

    /// Takes the tick out of a box.
    #[track_caller]
    pub fn unpicks(&self, label: &str) {
        self.turns(label, false);
    }

    #[track_caller]
    fn turns(&self, label: &str, on: bool) {
        self.until(
            &format!("turns 「{label}」 {}", if on { "on" } else { "off" }),
            async || {
                let found = self.seek("pick", label).await?;
                if found.on != on {
                    // A box drawn by its label has no place of its own to press.
                    match (found.element.click().await, found.label) {
                        (Err(_), Some(label)) => label.click().await?,
                        (pressed, _) => pressed?,
                    }
                }
                if self.seek("pick", label).await?.on == on {
                    Ok(())
                } else {
                    Err("it did not turn".into())
                }
            },
        );
    }

    /// Whether a radio button or box is on.
    #[track_caller]
    pub fn is_picked(&self, label: &str) -> bool {
        self.until(&format!("finds 「{label}」"), async || {
            self.seek("pick", label).await
        })
        .on
    }

    /// Gives files to a file field.
    #[track_caller]
    pub fn chooses_file(&self, label: &str, files: &[&Path]) {
        let names: Vec<_> = files
            .iter()
            .map(|file| fs::canonicalize(file).unwrap().display().to_string())
            .collect();
        let found = self.until(&format!("finds the file field 「{label}」"), async || {
            self.seek("file", label).await
        });
        self.browser
            .block_on(found.element.send_keys(names.join("\n")))
            .unwrap();
    }

    /// A picture of a named part (a figure, an image, a group; `""` is this group), as `out/shots/<engine>-<name>.png`.
    #[track_caller]
    pub fn screenshot_of(&self, part: &str, name: &str) -> PathBuf {
        let picture = self.until(&format!("takes a picture of 「{part}」"), async || {
            let element = self.seek("part", part).await?.element;
            if self.browser.engine != Engine::WebKit {
                return Ok(element.screenshot_as_png().await?);
            }
            // WebKitGTK leaves a piece at the top of such pictures black.
            let session = self.browser.session();
            let place = session.execute(WHERE, vec![element.to_json()?]).await?;
            Ok(cropped(
                &session.screenshot_as_png().await?,
                place.convert()?,
            ))
        });
        self.browser.keep_picture(name, &picture)
    }

    /// Goes into a field, as a finger does.
    #[track_caller]
    pub fn goes_into(&self, label: &str) {
        self.goes_to(label);
    }

    #[track_caller]
    fn goes_to(&self, label: &str) -> WebElement {
        self.until(&format!("goes to the field 「{label}」"), async || {
            let found = self.seek("field", label).await?;
            if !found.focused {
                found.element.click().await?;
                // Pressing a long text puts the caret where the finger was.
                if found.value.is_some_and(|value| !value.is_empty()) {
                    found.element.send_keys(Key::Control + Key::End).await?;
                }
            }
            Ok(found.element)
        })
    }

    /// The words to be read here now.
    pub async fn words(&self) -> Attempt<String> {
        let found = self.look("words", "").await?;
        Ok(found["words"]
            .as_str()
            .ok_or_else(|| found["why"].to_string())?
            .to_owned())
    }

    async fn seek(&self, what: &str, name: &str) -> Attempt<Found> {
        let mut found = self.look(what, name).await?;
        let handle = self.browser.session().handle().clone();
        let [element, label] = ["element", "label"].map(|key| found[key].take());
        if element.is_null() {
            return Err(format!("{}; there are {}", found["why"], found["others"]).into());
        }
        Ok(Found {
            element: WebElement::from_json(element, handle.clone())?,
            label: if label.is_null() {
                None
            } else {
                Some(WebElement::from_json(label, handle)?)
            },
            on: found["on"] == json!(true),
            focused: found["focused"] == json!(true),
            value: found["value"].as_str().map(str::to_owned),
        })
    }

    async fn look(&self, what: &str, name: &str) -> Attempt<Value> {
        let wanted = vec![json!(what), json!(name), json!(self.groups)];
        Ok(self
            .browser
            .session()
            .execute(SEEK, wanted)
            .await?
            .json()
            .clone())
    }

    /// Runs a script in the page.
    pub fn script(&self, script: &str, arguments: Vec<Value>) -> Value {
        let session = self.browser.session();
        self.browser
            .block_on(session.execute(script, arguments))
            .unwrap()
            .json()
            .clone()
    }

    /// Tries until it works; fails the journey, with a picture, when patience ends.
    #[track_caller]
    pub fn until<T>(&self, wish: &str, mut attempt: impl AsyncFnMut() -> Attempt<T>) -> T {
        let begun = Instant::now();
        loop {
            let why = match self.browser.block_on(attempt()) {
                Ok(done) => return done,
                Err(why) => why,
            };
            if begun.elapsed() > PATIENCE {
                self.give_up(wish, &*why);
            }
            std::thread::sleep(GLANCE);
        }
    }

    #[track_caller]
    fn give_up(&self, wish: &str, why: &dyn Error) -> ! {
        let session = self.browser.session();
        let engine = self.browser.engine.name();
        let (address, page, picture) = self.browser.block_on(async {
            let whole = Self {
                browser: Rc::clone(&self.browser),
                groups: Vec::new(),
            };
            let address = session
                .current_url()
                .await
                .map(|url| url.to_string())
                .unwrap_or_default();
            (
                address,
                whole.words().await.unwrap_or_default(),
                session.screenshot_as_png().await.unwrap_or_default(),
            )
        });
        let test = std::thread::current()
            .name()
            .unwrap_or("journey")
            .replace("::", "-");
        let picture = self
            .browser
            .keep_picture(&format!("failed-{test}"), &picture);
        let page: String = page.chars().take(1500).collect();
        let place = self.groups.join(" › ");
        panic!(
            "{engine}: she never {wish}{}{place}\nwhy: {why}\nat: {address}\npage: {page}\npicture: {}",
            if place.is_empty() { "" } else { " in " },
            picture.display()
        )
    }
}

/// Runs of spaces, also the wide one between Japanese names, as one: what `person.js` gives.
pub fn squeeze(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
