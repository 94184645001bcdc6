//! A browser with a profile of its own: started when first needed, its windows, its logs, its end.

use crate::{
    engine::{Driver, Engine, Wishes},
    home::Home,
};
use serde_json::{Value, json};
use std::{
    cell::{Cell, RefCell},
    error::Error,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    time::Duration,
};
use thirtyfour::{WebDriver, WindowHandle};
use tokio::{
    runtime::{Builder, Runtime},
    time::timeout,
};

/// What came of one try; the error says why not (yet).
pub type Attempt<T> = Result<T, Box<dyn Error>>;

/// A browser takes a second or five to start, more on a busy machine. Now and then a MiniBrowser never answers, so it is
/// not waited for long at first. Seconds.
const STARTS: [u64; 3] = [15, 30, 60];

/// WebKitGTK shows its console to nobody; this keeps what is said from the moment a page is open.
const LISTEN: &str = "if (!window.said) {
    window.said = [];
    for (const how of ['log', 'info', 'warn', 'error', 'debug']) {
        const say = console[how];
        console[how] = (...what) => { said.push(what.join(' ')); say.apply(console, what) };
    }
    for (const fault of ['error', 'unhandledrejection', 'securitypolicyviolation'])
        addEventListener(fault, event => said.push(`${fault}: ${event.message ?? event.reason ?? event.blockedURI}`));
}";

pub struct Browser {
    running: RefCell<Option<Running>>,
    pub home: Home,
    runtime: Runtime,
    pub engine: Engine,
    wishes: Wishes,
    /// The app's address.
    pub site: String,
    /// The port that stands for every other host.
    elsewhere: u16,
    files: Cell<usize>,
    /// Logs can be read only once from where they are.
    console: RefCell<String>,
    network: RefCell<Vec<String>>,
}

/// Fields drop in order: session, then driver.
struct Running {
    session: WebDriver,
    driver: Driver,
    /// A blank window, there from the start, so that closing the tab neither ends the browser nor moves the focus first.
    hallway: WindowHandle,
    in_hallway: bool,
}

impl Drop for Running {
    fn drop(&mut self) {
        // The driver's end ends the session; asking for it here would wait for a runtime nobody drives any more.
        let _ = self.session.clone().leak();
    }
}

impl Browser {
    pub fn new(engine: Engine, wishes: Wishes, site: String, elsewhere: u16) -> Self {
        Self {
            running: RefCell::default(),
            home: Home::new(),
            runtime: Builder::new_current_thread().enable_all().build().unwrap(),
            engine,
            wishes,
            site,
            elsewhere,
            files: Cell::default(),
            console: RefCell::default(),
            network: RefCell::default(),
        }
    }

    pub fn block_on<T>(&self, future: impl Future<Output = T>) -> T {
        self.runtime.block_on(future)
    }

    pub fn session(&self) -> WebDriver {
        self.running
            .borrow()
            .as_ref()
            .expect("no browser is open; opens() comes first")
            .session
            .clone()
    }

    /// Whether a page can be asked anything.
    pub fn is_open(&self) -> bool {
        self.running
            .borrow()
            .as_ref()
            .is_some_and(|running| !running.in_hallway)
    }

    /// Goes to an address; starts the browser if none runs, and opens a window if the last one was closed.
    pub fn goes_to(&self, address: &str) -> Attempt<()> {
        if self.running.borrow().is_none() {
            let running = self.start();
            *self.running.borrow_mut() = Some(running);
        }
        self.block_on(async {
            self.leave_hallway().await?;
            let session = self.session();
            session.goto(address).await?;
            if self.engine == Engine::WebKit {
                session.execute(LISTEN, Vec::new()).await?;
            }
            Ok(())
        })
    }

    fn start(&self) -> Running {
        let mut why = String::new();
        for patience in STARTS.map(Duration::from_secs) {
            let driver = Driver::start(self.engine, &self.home);
            let beginning = async {
                let session = driver
                    .session(self.engine, &self.home, &self.wishes, self.elsewhere)
                    .await?;
                let hallway = session.window().await?;
                Ok::<_, Box<dyn Error>>((session, hallway))
            };
            match self.block_on(async { timeout(patience, beginning).await }) {
                Ok(Ok((session, hallway))) => {
                    return Running {
                        session,
                        driver,
                        hallway,
                        in_hallway: true,
                    };
                }
                Ok(Err(error)) => why = error.to_string(),
                Err(_) => "it does not answer".clone_into(&mut why),
            }
            // Shown with a test that fails, and to whoever wants to see how often.
            println!(
                "{} did not begin within {} s: {why}\n{}",
                self.engine.name(),
                patience.as_secs(),
                self.home.driver_words()
            );
        }
        panic!(
            "no {}: {why}\n{}",
            self.engine.name(),
            self.home.driver_words()
        )
    }

    async fn leave_hallway(&self) -> Attempt<()> {
        if self.is_open() {
            return Ok(());
        }
        let session = self.session();
        // A background tab of MiniBrowser is never painted; a second window of Chromium opens on a shop front.
        let window = match self.engine {
            Engine::Chromium => session.new_tab().await?,
            Engine::Firefox | Engine::WebKit => session.new_window().await?,
        };
        session.switch_to_window(window).await?;
        if self.engine != Engine::Chromium {
            self.fit_window(&session).await?;
        }
        if let Some(running) = self.running.borrow_mut().as_mut() {
            running.in_hallway = false;
        }
        Ok(())
    }

    /// Chromium is told its inner size beforehand; the others' frames have to be measured.
    async fn fit_window(&self, session: &WebDriver) -> Attempt<()> {
        let (width, height) = self.wishes.window;
        // Frames grow while a window is being drawn, so more than once.
        for _ in 0..5 {
            let sizes = session
                .execute(
                    "return [innerWidth, innerHeight, outerWidth, outerHeight]",
                    Vec::new(),
                )
                .await?;
            let [inner_width, inner_height, outer_width, outer_height]: [u32; 4] =
                sizes.convert()?;
            if (inner_width, inner_height) == (width, height) {
                break;
            }
            let (across, down) = (
                outer_width.saturating_sub(inner_width),
                outer_height.saturating_sub(inner_height),
            );
            session
                .set_window_rect(0, 0, width + across, height + down)
                .await?;
        }
        Ok(())
    }

    /// A second window beside this one, where she is from now on.
    pub fn goes_beside(&self, address: &str) -> Attempt<()> {
        if let Some(running) = self.running.borrow_mut().as_mut() {
            running.in_hallway = true;
        }
        self.goes_to(address)?;
        self.block_on(self.comes_to_the_front())
    }

    /// To the window beside this one.
    pub async fn turns(&self) -> Attempt<()> {
        let session = self.session();
        let hallway = self.running.borrow().as_ref().map(|r| r.hallway.clone());
        let here = session.window().await?;
        let windows = session.windows().await?;
        let other = windows
            .into_iter()
            .find(|one| *one != here && Some(one) != hallway.as_ref());
        let other = other.ok_or("there is no other window")?;
        session.switch_to_window(other).await?;
        self.comes_to_the_front().await
    }

    /// Chromium's driver leaves a tab behind the others where it is.
    async fn comes_to_the_front(&self) -> Attempt<()> {
        if self.engine == Engine::Chromium {
            let cdp = self.session().cdp();
            cdp.send_raw("Page.bringToFront", json!({})).await?;
        }
        Ok(())
    }

    /// The browser ends in the middle of whatever it does, with all it started.
    pub fn kill(&self) {
        let running = self.running.borrow_mut().take();
        if let Some(running) = running {
            running.driver.kill();
        }
    }

    /// The window goes at once; the browser stays.
    pub fn close_window(&self) -> Attempt<()> {
        self.remember_logs();
        let session = self.session();
        let mut running = self.running.borrow_mut();
        let running = running.as_mut().ok_or("no browser is open")?;
        self.block_on(async {
            session.close_window().await?;
            session.switch_to_window(running.hallway.clone()).await
        })?;
        running.in_hallway = true;
        Ok(())
    }

    /// The browser goes in good order; the profile stays.
    pub fn quit(&self) -> Attempt<()> {
        self.remember_logs();
        let running = self
            .running
            .borrow_mut()
            .take()
            .ok_or("no browser is open")?;
        Ok(self.block_on(running.session.clone().quit())?)
    }

    /// What the page said on its console; in Firefox among all else the browser wrote, in WebKit only after it had loaded.
    pub fn console(&self) -> String {
        self.remember_logs();
        match self.engine {
            Engine::Firefox => self.home.driver_words(),
            Engine::Chromium | Engine::WebKit => self.console.borrow().clone(),
        }
    }

    /// Every address the pages asked for, by Chromium's own network log; empty in the others.
    pub fn requested(&self) -> Vec<String> {
        self.remember_logs();
        self.network.borrow().clone()
    }

    fn remember_logs(&self) {
        if !self.is_open() {
            return;
        }
        let session = self.session();
        let said = self.block_on(async {
            Ok::<_, Box<dyn Error>>(match self.engine {
                Engine::Chromium => {
                    let asked = session.get_log("performance").await?;
                    self.network
                        .borrow_mut()
                        .extend(asked.iter().filter_map(|line| asked_for(&line.message)));
                    let said = session.browser_log().await?;
                    said.into_iter()
                        .flat_map(|line| {
                            [
                                line.level,
                                " ".into(),
                                line.message,
                                "
"
                                .into(),
                            ]
                        })
                        .collect()
                }
                Engine::WebKit => {
                    let take = "return (window.said ?? []).splice(0).join('\\n')";
                    session
                        .execute(take, Vec::new())
                        .await?
                        .convert::<String>()?
                }
                Engine::Firefox => String::new(),
            })
        });
        if let Ok(said) = said {
            let _ = writeln!(self.console.borrow_mut(), "{said}");
        }
    }

    /// A name for a file in this browser's home that no other has.
    pub fn new_name(&self, kind: &str) -> PathBuf {
        let number = self.files.get();
        self.files.set(number + 1);
        self.home.path().join(format!("{number}-{kind}"))
    }

    /// Keeps a picture as `out/shots/<engine>-<name>.png`.
    pub fn keep_picture(&self, name: &str, picture: &[u8]) -> PathBuf {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("out/shots");
        fs::create_dir_all(&folder).unwrap();
        let file = folder.join(format!("{}-{name}.png", self.engine.name()));
        fs::write(&file, picture).unwrap();
        file
    }
}

/// The address in a line of Chromium's network log that tells of a request.
fn asked_for(line: &str) -> Option<String> {
    let line: Value = serde_json::from_str(line).ok()?;
    let message = &line["message"];
    let address = match message["method"].as_str()? {
        "Network.requestWillBeSent" => &message["params"]["request"]["url"],
        "Network.webSocketCreated" => &message["params"]["url"],
        _ => return None,
    };
    address.as_str().map(str::to_owned)
}
