//! The three browsers a journey runs in, each started alone: its own driver on a free port, in its own home folder.

use crate::{
    home::Home,
    process::{Group, free_port, start_display, tool},
};
use serde_json::{Map, Value, json};
use std::{
    fs,
    net::TcpStream,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::OnceLock,
    time::{Duration, Instant},
};
use thirtyfour::{Capabilities, WebDriver, error::WebDriverResult};

/// No command of a driver takes longer, unless it hangs.
const PATIENCE: Duration = Duration::from_secs(90);

const MINI_BROWSER: &str = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";

/// A browser engine. WebKit is WebKitGTK's MiniBrowser, the nearest thing to Safari here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

impl Engine {
    /// The name in `STEPNOTE_ENGINES` and in file names.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// Whether `STEPNOTE_ENGINES` (names between commas or spaces; unset: all) asks for this one.
    pub fn asked_for(self) -> bool {
        std::env::var("STEPNOTE_ENGINES").map_or(true, |names| {
            names.split([',', ' ']).any(|name| name == self.name())
        })
    }

    fn command(self, port: u16, home: &Home) -> Command {
        let mut command = match self {
            Self::Chromium => Command::new(tool("chromedriver")),
            Self::Firefox => Command::new(tool("geckodriver")),
            Self::WebKit => Command::new(tool("WebKitWebDriver")),
        };
        match self {
            Self::Chromium | Self::WebKit => command.arg(format!("--port={port}")),
            Self::Firefox => command
                .args(["--port", &port.to_string()])
                .args(["--websocket-port", &free_port().to_string()]),
        };
        command
            .env("HOME", home.path())
            .env("TZ", "Asia/Tokyo")
            .env("LANG", "ja_JP.UTF-8")
            .env("LOCPATH", japanese())
            .env("MOZ_REMOTE_SETTINGS_DEVTOOLS", "1")
            .env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1")
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
            .env_remove("DBUS_SESSION_BUS_ADDRESS");
        command
    }

    fn capabilities(self, home: &Home, wishes: &Wishes, proxy: u16) -> Capabilities {
        let (width, height) = wishes.window;
        // Whatever is not this machine goes to the listener that must stay without a call.
        let proxy = format!("127.0.0.1:{proxy}");
        let profile = home.path().join("profile");
        let downloads = home.downloads();
        let mut caps = match self {
            Self::Chromium => {
                let mut args = vec![
                    "--headless=new".to_owned(),
                    "--no-sandbox".to_owned(),
                    "--disable-gpu".to_owned(),
                    "--no-first-run".to_owned(),
                    "--disable-background-networking".to_owned(),
                    "--disable-component-update".to_owned(),
                    "--disable-sync".to_owned(),
                    "--disable-default-apps".to_owned(),
                    "--disable-domain-reliability".to_owned(),
                    "--disable-crash-reporter".to_owned(),
                    "--no-pings".to_owned(),
                    "--disable-extensions".to_owned(),
                    "--disable-component-extensions-with-background-pages".to_owned(),
                    "--allow-browser-signin=false".to_owned(),
                    "--gaia-url=http://127.0.0.1:9".to_owned(),
                    "--component-updater=url-source=http://127.0.0.1:9/".to_owned(),
                    "--apps-gallery-update-url=http://127.0.0.1:9/".to_owned(),
                    "--disable-features=NetworkTimeServiceQuerying,OptimizationHints,OptimizationGuideModelDownloading,PreconnectToSearch,AutofillServerCommunication,CertificateTransparencyComponentUpdater,MediaRouter,DialMediaRouteProvider".to_owned(),
                    "--lang=ja".to_owned(),
                    "about:blank".to_owned(),
                    format!("--user-data-dir={}", profile.display()),
                    format!("--window-size={},{}", width.max(500), height + 120),
                ];
                if let Some(name) = wishes.called {
                    args.push(format!("--user-agent={name}"));
                }
                if let Some(mib) = wishes.memory {
                    // Its pages have 64 KiB.
                    let pages = mib * 16;
                    args.push(format!("--js-flags=--wasm-max-mem-pages={pages}"));
                }
                if let Some(film) = &wishes.camera {
                    args.push("--use-fake-ui-for-media-stream".to_owned());
                    args.push("--use-fake-device-for-media-stream".to_owned());
                    args.push(format!(
                        "--use-file-for-fake-video-capture={}",
                        film.display()
                    ));
                }
                json!({
                    "browserName": "chrome",
                    "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
                    "goog:chromeOptions": {
                        "binary": tool("chromium"),
                        "args": args,
                        "mobileEmulation": { "deviceMetrics": {
                            "width": width, "height": height, "pixelRatio": 2, "touch": false, "mobile": false } },
                        "prefs": {
                            "intl.accept_languages": "ja",
                            "session.restore_on_startup": 4,
                            "session.startup_urls": ["about:blank"],
                            "browser.enable_spellchecking": false,
                            "homepage_is_newtabpage": false,
                            "homepage": "about:blank",
                            "download.default_directory": downloads,
                            "download.prompt_for_download": false,
                        },
                    },
                })
            }
            Self::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": {
                    "binary": tool("firefox-esr"),
                    "args": ["-headless", "-profile", profile],
                    "prefs": {
                        "intl.accept_languages": "ja",
                        "browser.download.folderList": 2,
                        "browser.download.dir": downloads,
                        "devtools.console.stdout.content": true,
                        "toolkit.legacyUserProfileCustomizations.stylesheets": true,
                        "services.settings.server": "data:,#remote-settings-dummy/v1",
                        "network.captive-portal-service.enabled": false,
                        "network.connectivity-service.enabled": false,
                    },
                },
            }),
            Self::WebKit => json!({
                "webkitgtk:browserOptions": {
                    "binary": MINI_BROWSER,
                    "args": [
                        "--automation",
                        "--enable-write-console-messages-to-stdout=true",
                        format!("--proxy=http://{proxy}"),
                        "--ignore-host=127.0.0.1",
                        "--ignore-host=localhost",
                    ],
                },
            }),
        };
        // Of a list of hosts in its capabilities WebKitGTK misses the end, and one start in five ends there.
        if self != Self::WebKit {
            caps["proxy"] = json!({ "proxyType": "manual", "httpProxy": proxy, "sslProxy": proxy, "noProxy": ["127.0.0.1", "localhost"] });
        }
        let Value::Object(caps) = caps else {
            return Map::new().into();
        };
        caps.into()
    }
}

/// What a journey wants of the browser before it starts.
#[derive(Clone, Debug)]
pub struct Wishes {
    /// Inner size in CSS pixels.
    pub window: (u32, u32),
    /// A .y4m or .mjpeg file to see through the camera; Chromium only.
    pub camera: Option<PathBuf>,
    /// What the browser says that it is, in place of the truth; Chromium only.
    pub called: Option<&'static str>,
    /// How much memory a program of a page may have at most, MiB; Chromium only.
    pub memory: Option<u32>,
}

impl Default for Wishes {
    fn default() -> Self {
        Self {
            window: (390, 844),
            camera: None,
            called: None,
            memory: None,
        }
    }
}

/// A driver process and, for WebKit, the display it draws on.
#[derive(Debug)]
pub struct Driver {
    url: String,
    processes: Vec<Group>,
}

impl Driver {
    pub fn start(engine: Engine, home: &Home) -> Self {
        let log = fs::File::options()
            .create(true)
            .append(true)
            .open(home.path().join("driver.log"))
            .unwrap();
        let mut processes = Vec::new();
        let port = free_port();
        let mut command = engine.command(port, home);
        if engine == Engine::WebKit {
            let (screen, display) = start_display();
            processes.push(screen);
            command.env("DISPLAY", display);
        }
        command
            .stdin(Stdio::null())
            .stdout(log.try_clone().unwrap())
            .stderr(log);
        processes.push(Group::start(&mut command));
        let begun = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(
                begun.elapsed() < Duration::from_secs(30),
                "{} did not start: {}",
                engine.name(),
                home.driver_words()
            );
            std::thread::sleep(Duration::from_millis(30));
        }
        Self {
            url: format!("http://127.0.0.1:{port}"),
            processes,
        }
    }

    /// Ends everything at once, as the end of a battery does.
    pub fn kill(&self) {
        for process in &self.processes {
            process.kill_all();
        }
    }

    pub async fn session(
        &self,
        engine: Engine,
        home: &Home,
        wishes: &Wishes,
        proxy: u16,
    ) -> WebDriverResult<WebDriver> {
        WebDriver::builder(&self.url, engine.capabilities(home, wishes, proxy))
            .request_timeout(PATIENCE)
            .await
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // The browser before the display it draws on.
        while self.processes.pop().is_some() {}
    }
}

/// A folder with the Japanese locale: WebKitGTK asks the C library, and nobody else, for the language of its user.
fn japanese() -> &'static Path {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let folder = std::env::temp_dir().join(format!("stepnote-locale-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let made = Command::new(tool("localedef"))
            .args(["-i", "ja_JP", "-f", "UTF-8"])
            .arg(folder.join("ja_JP.UTF-8"))
            .status();
        assert!(
            made.is_ok_and(|status| status.success()),
            "the locale sources are missing: run ./scripts/setup test"
        );
        folder
    })
}
