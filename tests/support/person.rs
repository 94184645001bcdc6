//! A person at a browser. Verbs say what she does, so that a journey reads as sentences and never sleeps.

use crate::{
    browser::{Attempt, Browser},
    engine::{Engine, Wishes},
    heap::heap_of,
    paper::Paper,
    place::Place,
};
use serde_json::{Value, json};
use std::{
    fs,
    ops::Deref,
    path::{Path, PathBuf},
    rc::Rc,
};
use thirtyfour::{
    Key, WebDriver, WindowHandle,
    common::print::{PrintMargins, PrintPage, PrintParameters},
};

/// Ends of names that mean "not yet whole": Chromium (which also writes hidden files), Firefox, WebKitGTK.
const UNFINISHED: [&str; 3] = [".crdownload", ".part", ".wkdownload"];

/// The rules of axe that are asked: WCAG 2.2 A and AA, and what its makers hold to be good practice. A bar that is pinned
/// to the window lies in its own place meanwhile: what it half covers, one scrolls to.
const BARRIERS: &str = "const done = found => { for (const bar of pinned) bar.style.position = ''; tell(found); }, tell = arguments[0];
    const pinned = [...document.body.children, ...document.querySelectorAll('#app > *')].filter(e => getComputedStyle(e).position === 'sticky');
    for (const bar of pinned) bar.style.position = 'static';
    axe.run({ resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
    .then(({ violations }) => done(violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`))),
          why => done([String(why)]));";
/// What is wider than the window, so that a line would have to be read by scrolling.
const TOO_WIDE: &str = "const wide = document.documentElement.scrollWidth - innerWidth; return wide > 0
    ? [`${wide}px wider than the window: ` + [...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1).slice(0, 3).map(e => e.outerHTML.slice(0, 120)).join(' | ')] : [];";

/// How the caches of the program are called; anything in them but files of the build would be a fault.
const PROGRAM: &str = "cache:stepnote:";

const LIST_STORED: &str = "const done = arguments[0]; (async () => {
    const kept = [];
    for (const [name, store] of [['local', localStorage], ['session', sessionStorage]])
        for (const key of Object.keys(store)) kept.push([`${name}:${key}`, store.getItem(key)]);
    const asked = request => new Promise((told, failed) => { request.onsuccess = () => told(request.result); request.onerror = () => failed(request.error); });
    for (const { name } of await indexedDB.databases()) {
        const base = await asked(indexedDB.open(name));
        for (const shelf of base.objectStoreNames) {
            const store = base.transaction(shelf).objectStore(shelf);
            const [keys, values] = [await asked(store.getAllKeys()), await asked(base.transaction(shelf).objectStore(shelf).getAll())];
            keys.forEach((key, i) => kept.push([`database:${name}:${shelf}:${key}`, new TextDecoder().decode(values[i])]));
        }
        base.close();
    }
    for (const one of await caches.keys()) kept.push([`cache:${one}`, (await (await caches.open(one)).keys()).map(({ url }) => url).sort().join(' ')]);
    if (document.cookie) kept.push(['cookie', document.cookie]);
    done(kept);
})().catch(why => done([['cannot be listed', String(why)]]))";

/// One person: a browser with a profile of her own. Also the whole page, as a [`Place`].
#[derive(Clone)]
pub struct Person {
    page: Place,
    browser: Rc<Browser>,
}

impl Deref for Person {
    type Target = Place;
    fn deref(&self) -> &Place {
        &self.page
    }
}

impl Person {
    /// Somebody with a browser nobody has used before. `site` is the app's address, `elsewhere` the proxy port for
    /// all others.
    pub fn new(engine: Engine, wishes: Wishes, site: String, elsewhere: u16) -> Self {
        let browser = Rc::new(Browser::new(engine, wishes, site, elsewhere));
        Self {
            page: Place::page_of(Rc::clone(&browser)),
            browser,
        }
    }

    /// What her browser is driven by.
    pub fn session(&self) -> WebDriver {
        self.browser.session()
    }

    /// Waits for what was asked of the browser.
    pub fn wait_for<T>(&self, future: impl Future<Output = T>) -> T {
        self.browser.block_on(future)
    }

    pub fn engine(&self) -> Engine {
        self.browser.engine
    }

    /// Goes to a path of the app (`""` is the start), in a new tab if she closed hers, in a new browser if she ended it.
    #[track_caller]
    pub fn opens(&self, path: &str) {
        self.opens_link(&format!("{}{path}", self.browser.site));
    }

    /// Goes to a whole address, as from a link in a message or a code read by a phone.
    #[track_caller]
    pub fn opens_link(&self, address: &str) {
        if let Err(why) = self.browser.goes_to(address) {
            panic!("{} never opens {address}: {why}", self.engine().name());
        }
    }

    /// Goes to another page of this place and back again. Whether the browser had kept the app aside meanwhile, and
    /// brought it back as it was; under its driver Chromium alone does so, and not every time.
    #[track_caller]
    pub fn comes_back_to_the_same_page(&self) -> bool {
        let marks = "window.stayed = []; addEventListener('pageshow', event => window.stayed.push(event.persisted))";
        self.script(marks, Vec::new());
        self.opens("open.html");
        self.script("setTimeout(() => history.back())", Vec::new());
        let stayed = "return document.getElementById('app') && [window.stayed ?? []]";
        self.until("is back", async || {
            match self.tries(stayed, Vec::new()).await? {
                Value::Null => Err("she is not".into()),
                stayed => Ok(stayed == json!([[true]])),
            }
        })
    }

    /// Opens a second tab beside hers, and is there from now on.
    #[track_caller]
    pub fn opens_beside(&self, path: &str) {
        let address = format!("{}{path}", self.browser.site);
        self.browser.goes_beside(&address).unwrap();
    }

    /// Turns to the tab beside this one.
    #[track_caller]
    pub fn turns_to_the_other_tab(&self) {
        self.browser.block_on(self.browser.turns()).unwrap();
    }

    /// Waits until these words can be read in one of her two tabs, and is there.
    #[track_caller]
    pub fn sees_in_either_tab(&self, words: &str) {
        self.until(&format!("sees 「{words}」 in either tab"), async || {
            if self.words().await?.contains(words) {
                return Ok(());
            }
            self.browser.turns().await?;
            Err("those words are in neither".into())
        });
    }

    /// Everything of the browser ends at once, in the middle of whatever it does; the profile stays.
    pub fn loses_the_browser(&self) {
        self.browser.kill();
    }

    /// The folder with everything her browser keeps.
    pub fn home(&self) -> &Path {
        self.browser.home.path()
    }

    /// The tab goes, at once: nothing is left first, nothing loses its focus.
    pub fn closes_the_tab(&self) {
        self.browser.close_window().unwrap();
    }

    /// The browser goes; the profile stays. WebKitGTK's keeps nothing under automation: use [`Self::closes_the_tab`].
    pub fn closes_the_browser(&self) {
        assert!(
            self.engine() != Engine::WebKit,
            "WebKitGTK forgets everything when its automated browser ends"
        );
        self.browser.quit().unwrap();
    }

    /// The whole address as shown.
    pub fn address(&self) -> String {
        self.browser
            .block_on(self.browser.session().current_url())
            .unwrap()
            .to_string()
    }

    pub fn title(&self) -> String {
        self.browser
            .block_on(self.browser.session().title())
            .unwrap()
    }

    /// Waits until the part after `#` is this.
    #[track_caller]
    pub fn is_at(&self, hash: &str) {
        self.until(&format!("is at #{hash}"), async || {
            let here = self.browser.session().current_url().await?;
            if here.fragment().unwrap_or_default() == hash {
                Ok(())
            } else {
                Err(here.to_string().into())
            }
        });
    }

    /// Presses a key where the focus is.
    pub fn presses_key(&self, key: Key) {
        let session = self.browser.session();
        self.browser
            .block_on(async { session.active_element().await?.send_keys("" + key).await })
            .unwrap();
    }

    /// Makes all text as large as she asked her browser for.
    pub fn reads_at(&self, percent: u16) {
        let size = json!(format!("{percent}%"));
        self.script(
            "document.documentElement.style.fontSize = arguments[0]",
            vec![size],
        );
    }

    /// What on this screen stands in somebody's way, as axe-core finds it, and what is wider than the window.
    pub fn barriers(&self) -> Vec<String> {
        // Scrolled to somewhere, something always lies half under the bar above, and axe calls it too small.
        let here = self.script("scrollTo(0, 0); return !!window.axe", Vec::new());
        if here != json!(true) {
            let axe = Path::new(env!("CARGO_MANIFEST_DIR"));
            let axe = axe.join("node_modules/axe-core/axe.min.js");
            let axe = fs::read_to_string(axe).expect("set-up has brought axe-core");
            self.script(&axe, Vec::new());
        }
        let session = self.browser.session();
        let found = self
            .browser
            .block_on(session.execute_async(BARRIERS, Vec::new()));
        let found: Vec<String> = found.unwrap().convert().unwrap();
        let wide = self.script(TOO_WIDE, Vec::new());
        let wide = wide.as_array().cloned().unwrap_or_default();
        let wide = wide
            .into_iter()
            .filter_map(|one| one.as_str().map(str::to_owned));
        found.into_iter().chain(wide).collect()
    }

    /// Loads the page anew, and goes on when it is there: the one before may show the same words.
    pub fn reloads(&self) {
        let session = self.browser.session();
        self.browser.block_on(session.refresh()).unwrap();
    }

    /// A picture of what she sees, as `out/shots/<engine>-<name>.png`.
    pub fn screenshot(&self, name: &str) -> PathBuf {
        let picture = self
            .browser
            .block_on(self.browser.session().screenshot_as_png())
            .unwrap();
        self.browser.keep_picture(name, &picture)
    }

    /// The file that was saved, whole, moved out of the download folder under its own name.
    #[track_caller]
    pub fn downloaded(&self) -> PathBuf {
        let folder = self.browser.home.downloads();
        let file = self.until("finds the saved file", async || {
            let files = fs::read_dir(&folder)?
                .map(|entry| Ok(entry?.path()))
                .collect::<std::io::Result<Vec<_>>>()?;
            match files.as_slice() {
                _ if files.iter().any(|file| unfinished(file)) => Err("it is not whole yet".into()),
                [file] if fs::metadata(file)?.len() > 0 => Ok(file.clone()),
                [] | [_] => Err("nothing was saved".into()),
                several => Err(format!("several files: {several:?}").into()),
            }
        });
        let kept = self.browser.new_name("saved");
        fs::create_dir(&kept).unwrap();
        let kept = kept.join(file.file_name().unwrap());
        fs::rename(file, &kept).unwrap();
        kept
    }

    /// Presses a button that prints, waits until the page asks for printing, and gives the A4 paper that would come
    /// out; WebKitGTK can print nothing here, there the asking is all.
    #[track_caller]
    pub fn prints_with(&self, button: &str) -> Option<Paper> {
        self.script(
            "window.asked = 0; window.print = () => { window.asked += 1 }",
            Vec::new(),
        );
        self.presses(button);
        self.until("is asked to print", async || {
            let asked = self
                .browser
                .session()
                .execute("return window.asked", Vec::new())
                .await?;
            if asked.json() == &json!(1) {
                Ok(())
            } else {
                Err(format!("asked {} times", asked.json()).into())
            }
        });
        (self.engine() != Engine::WebKit).then(|| self.paper())
    }

    /// Prints by the menu of her browser, which asks no page; WebKitGTK can print nothing here.
    pub fn prints_by_the_menu(&self) -> Option<Paper> {
        (self.engine() != Engine::WebKit).then(|| self.paper())
    }

    fn paper(&self) -> Paper {
        let wanted = PrintParameters {
            background: true,
            page: PrintPage {
                width: 21.0,
                height: 29.7,
            },
            margin: PrintMargins {
                top: 0.0,
                bottom: 0.0,
                left: 0.0,
                right: 0.0,
            },
            ..PrintParameters::default()
        };
        let pdf = self
            .browser
            .block_on(self.browser.session().print_page(wanted))
            .unwrap();
        Paper::new(&self.browser.new_name("print.pdf"), &pdf)
    }

    /// A name for a file of hers that no other has.
    pub fn new_name(&self, kind: &str) -> PathBuf {
        self.browser.new_name(kind)
    }

    /// The code that is shown after sealing, `dddd-dddd-dddd-dddd-dddd`.
    #[track_caller]
    pub fn code_shown(&self) -> String {
        let place = self.in_group("合い言葉の番号");
        self.until("is shown the code", async || {
            let text = place.words().await?;
            let words: Vec<&str> = text.split_whitespace().collect();
            let is_code = |groups: &[&str]| {
                groups
                    .iter()
                    .all(|group| group.len() == 4 && group.bytes().all(|b| b.is_ascii_digit()))
            };
            let groups = words.windows(5).find(|groups| is_code(groups));
            Ok(groups
                .ok_or("five groups of four digits are not there")?
                .join("-"))
        })
    }

    /// Everything this browser keeps for the app: `("local:name", value)`, entries of databases with what of them is
    /// UTF-8; cookies; caches but for the program itself, which [`Self::program`] lists.
    pub fn stored(&self) -> Vec<(String, String)> {
        let mut kept = self.browser.block_on(self.kept()).unwrap();
        kept.retain(|(name, _)| !name.starts_with(PROGRAM));
        kept
    }

    /// The addresses of what is kept to open without a network, by version.
    pub fn program(&self) -> Vec<Vec<String>> {
        let kept = self.browser.block_on(self.kept()).unwrap();
        let caches = kept
            .into_iter()
            .filter(|(name, _)| name.starts_with(PROGRAM));
        caches
            .map(|(_, addresses)| addresses.split(' ').map(str::to_owned).collect())
            .collect()
    }

    /// Every file of her browser's profile.
    pub fn profile(&self) -> Vec<PathBuf> {
        let mut files = Vec::new();
        let mut folders = vec![self.browser.home.path().join("profile")];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap().flatten() {
                let path = entry.path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    files.push(path);
                }
            }
        }
        files
    }

    /// Waits until the app is kept for days without a network.
    #[track_caller]
    pub fn has_the_app(&self) {
        self.until("has the app", async || {
            // Who reloaded while it was being kept has it as well, though this page is not taken by it any more.
            let asked = "return 'offline' in document.documentElement.dataset
                && navigator.serviceWorker.ready.then(({ active }) => active.state === 'activated')";
            match self.tries(asked, Vec::new()).await? {
                Value::Bool(true) => Ok(()),
                _ => Err("it is not kept yet".into()),
            }
        });
    }

    /// Another tab on the same address; the one before stays.
    pub fn opens_another_tab(&self) -> WindowHandle {
        let session = self.browser.session();
        self.browser
            .block_on(async {
                let here = session.window().await?;
                let tab = session.new_tab().await?;
                session.switch_to_window(tab).await?;
                Ok::<_, Box<dyn std::error::Error>>(here)
            })
            .unwrap()
    }

    /// Closes this tab and goes to another.
    pub fn goes_back_to(&self, tab: WindowHandle) {
        let session = self.browser.session();
        self.browser
            .block_on(async {
                session.close_window().await?;
                session.switch_to_window(tab).await
            })
            .unwrap();
    }

    /// What [`Self::stored`] and [`Self::program`] list, to be waited for.
    pub async fn kept(&self) -> Attempt<Vec<(String, String)>> {
        let session = self.browser.session();
        let kept = session.execute_async(LIST_STORED, Vec::new()).await?;
        Ok(kept.convert()?)
    }

    /// Runs a script that calls its last argument when it is done, with why not if it failed.
    #[track_caller]
    pub fn waits_for(&self, script: &str) {
        let session = self.browser.session();
        let done = session.execute_async(script, Vec::new());
        let done = self.browser.block_on(done).unwrap();
        assert_eq!(done.json(), &Value::Null, "the script failed");
    }

    /// The answer of a script that calls its last argument with it.
    pub fn asks_slowly(&self, script: &str, arguments: Vec<Value>) -> Value {
        let session = self.browser.session();
        let answer = self
            .browser
            .block_on(session.execute_async(script, arguments));
        answer.unwrap().json().clone()
    }

    /// Goes to another screen without leaving the page.
    pub fn opens_here(&self, hash: &str) {
        self.script("location.hash = arguments[0]", vec![json!(hash)]);
    }

    /// Everything in the heap of the page's scripts; Chromium only.
    pub fn heap(&self) -> String {
        heap_of(
            &self.browser.home.path().join("profile"),
            &self.browser.site,
        )
    }

    /// Asks the page, to be waited for.
    pub async fn tries(&self, script: &str, arguments: Vec<Value>) -> Attempt<Value> {
        let answer = self.browser.session().execute(script, arguments).await?;
        Ok(answer.json().clone())
    }

    /// Asks the page something that takes a while.
    pub fn asks(&self, script: &str) -> Value {
        let session = self.browser.session();
        let answer = self
            .browser
            .block_on(session.execute_async(script, Vec::new()));
        answer.unwrap().json().clone()
    }

    /// Tells Chromium something in its own language.
    pub fn cdp(&self, command: &str, what: Value) {
        let cdp = self.browser.session().cdp();
        self.browser.block_on(cdp.send_raw(command, what)).unwrap();
    }

    /// From now on her phone knows her finger, and makes passkeys; Chromium only.
    pub fn has_a_finger(&self) {
        let cdp = self.browser.session().cdp();
        let phone = json!({ "options": { "protocol": "ctap2", "ctap2Version": "ctap2_1", "transport": "internal", "hasPrf": true,
            "hasResidentKey": true, "hasUserVerification": true, "isUserVerified": true, "automaticPresenceSimulation": true } });
        self.browser
            .block_on(async {
                cdp.send_raw("WebAuthn.enable", json!({})).await?;
                cdp.send_raw("WebAuthn.addVirtualAuthenticator", phone)
                    .await
            })
            .unwrap();
    }

    /// Presses something that opens another tab, whose address begins so; closes it again.
    #[track_caller]
    pub fn opens_a_tab_by(&self, name: &str, address: &str) {
        let session = self.browser.session();
        let here = self.browser.block_on(session.window()).unwrap();
        let before = self.browser.block_on(session.windows()).unwrap();
        self.presses(name);
        self.until(&format!("has another tab by 「{name}」"), async || {
            let tabs = session.windows().await?;
            let other = tabs.into_iter().find(|tab| !before.contains(tab));
            session
                .switch_to_window(other.ok_or("there is none")?)
                .await?;
            let there = session.current_url().await;
            self.browser
                .keep_picture("tab", &session.screenshot_as_png().await?);
            let arrived = there
                .as_ref()
                .is_ok_and(|there| there.as_str().starts_with(address));
            if arrived {
                session.close_window().await?;
            }
            session.switch_to_window(here.clone()).await?;
            let there = there?;
            if arrived {
                Ok(())
            } else {
                Err(format!("it shows {there}").into())
            }
        });
    }

    /// Every address the pages asked for, by Chromium's own network log; empty in the others.
    pub fn requested(&self) -> Vec<String> {
        self.browser.requested()
    }

    /// What others can see of her use: console, address, title.
    pub fn shown_outside(&self) -> Vec<String> {
        let mut shown = vec![self.browser.console()];
        if self.browser.is_open() {
            shown.extend([self.address(), self.title()]);
        }
        shown
    }
}

fn unfinished(file: &Path) -> bool {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    name.starts_with('.') || UNFINISHED.iter().any(|end| name.ends_with(end))
}
