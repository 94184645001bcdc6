//! The plainest static host there is, serving `dist/` under `/a/b/` and writing down who asked for what; and a second
//! listener, which is the browsers' proxy for every other address and must never hear a word.

use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

/// Where a browser goes of its own accord, whatever the page, even when told not to: Chromium's component store, and the
/// start page of Debian's Chromium after it was killed.
const CHATTER: [&str; 2] = ["redirector.gvt1.com:443", "start.duckduckgo.com:443"];

/// What came over the wire.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    pub method: String,
    /// The path with its query, or the whole address where a proxy was asked.
    pub target: String,
    pub host: String,
}

/// The app, served.
#[derive(Debug)]
pub struct Site {
    app: Listener,
    elsewhere: Listener,
    /// Files whose names begin like this do not arrive.
    withheld: Arc<Mutex<Option<&'static str>>>,
    folder: Arc<Mutex<PathBuf>>,
    /// A file that lies there in place of another: its name and what is in it.
    laid: Arc<Mutex<Option<(&'static str, String)>>>,
}

impl Site {
    /// The app itself: the folder named by `DIST` (default: `dist` beside Cargo.toml).
    pub fn of_the_app() -> Self {
        let dist = dist();
        assert!(
            dist.join("index.html").is_file(),
            "{} has no index.html: run ./scripts/build",
            dist.display()
        );
        Self::serving(dist)
    }

    /// Serves a folder as it lies.
    pub fn serving(folder: PathBuf) -> Self {
        let withheld = Arc::new(Mutex::new(None));
        let hold = Arc::clone(&withheld);
        let folder = Arc::new(Mutex::new(folder));
        let from = Arc::clone(&folder);
        let laid = Arc::new(Mutex::new(None::<(&'static str, String)>));
        let lies = Arc::clone(&laid);
        let answer = move |request: &Request| {
            let begins = |name: &str| request.target.starts_with(&format!("/a/b/{name}"));
            if hold.lock().unwrap().is_some_and(begins) {
                return Answer::not_found();
            }
            let mut answer = file_of(&from.lock().unwrap(), request);
            if let Some((name, content)) = &*lies.lock().unwrap()
                && request.target == format!("/a/b/{name}")
            {
                answer.body = content.clone().into_bytes();
            }
            answer
        };
        Self {
            app: Listener::start(answer),
            elsewhere: Listener::start(|_| Answer::not_found()),
            withheld,
            folder,
            laid,
        }
    }

    /// From now on another build is served.
    pub fn turns_into(&self, folder: PathBuf) {
        *self.folder.lock().unwrap() = folder;
    }

    /// The host is gone: nobody listens at its address any more.
    pub fn goes_away(&self) {
        self.app.close();
        while TcpStream::connect(("127.0.0.1", self.app.port)).is_ok() {
            std::thread::yield_now();
        }
    }

    /// From now on a file has another content, as when a city changes it on its host.
    pub fn lays(&self, name: &'static str, content: &str) {
        *self.laid.lock().unwrap() = Some((name, content.to_owned()));
    }

    /// From now on files whose names begin like this do not arrive; `None` lets all arrive.
    pub fn withholds(&self, name: Option<&'static str>) {
        *self.withheld.lock().unwrap() = name;
    }

    /// The address of the app, with a slash at its end.
    pub fn address(&self) -> String {
        format!("{}/a/b/", self.origin())
    }

    /// Scheme, host and port.
    pub fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.app.port)
    }

    /// The port of the listener that stands for the rest of the world.
    pub fn elsewhere(&self) -> u16 {
        self.elsewhere.port
    }

    /// What was asked of the app's own host, in order.
    pub fn requests(&self) -> Vec<Request> {
        self.app.heard()
    }

    /// What was asked of anybody else, but for what the browser wants for itself.
    pub fn requests_elsewhere(&self) -> Vec<Request> {
        self.elsewhere
            .heard()
            .into_iter()
            .filter(|request| !CHATTER.contains(&request.host.as_str()))
            .collect()
    }
}

struct Answer {
    status: &'static str,
    kind: &'static str,
    body: Vec<u8>,
}

impl Answer {
    fn not_found() -> Self {
        Self {
            status: "404 Not Found",
            kind: "text/plain",
            body: Vec::new(),
        }
    }
}

fn file_of(folder: &Path, request: &Request) -> Answer {
    let path = request.target.split(['?', '#']).next().unwrap_or_default();
    let Some(name) = path
        .strip_prefix("/a/b/")
        .filter(|name| !name.contains(".."))
    else {
        return Answer::not_found();
    };
    let name = if name.is_empty() { "index.html" } else { name };
    let Ok(body) = fs::read(folder.join(name)) else {
        return Answer::not_found();
    };
    let kind = match Path::new(name).extension().and_then(|end| end.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript",
        Some("css") => "text/css",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("json" | "webmanifest") => "application/json",
        _ => "application/octet-stream",
    };
    Answer {
        status: "200 OK",
        kind,
        body,
    }
}

#[derive(Debug)]
struct Listener {
    port: u16,
    heard: Arc<Mutex<Vec<Request>>>,
    closed: Arc<AtomicBool>,
}

impl Listener {
    fn start(answer: impl Fn(&Request) -> Answer + Send + Sync + 'static) -> Self {
        let socket = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let port = socket.local_addr().unwrap().port();
        let heard = Arc::new(Mutex::new(Vec::new()));
        let closed = Arc::new(AtomicBool::new(false));
        let (notes, over, answer) = (Arc::clone(&heard), Arc::clone(&closed), Arc::new(answer));
        std::thread::spawn(move || {
            for stream in socket.incoming() {
                if over.load(Ordering::Relaxed) {
                    break;
                }
                let Ok(stream) = stream else { continue };
                let (notes, answer) = (Arc::clone(&notes), Arc::clone(&answer));
                std::thread::spawn(move || converse(stream, &notes, &*answer));
            }
        });
        Self {
            port,
            heard,
            closed,
        }
    }

    fn heard(&self) -> Vec<Request> {
        self.heard.lock().unwrap().clone()
    }
}

impl Listener {
    fn close(&self) {
        self.closed.store(true, Ordering::Relaxed);
        // Wakes the thread that waits for a caller.
        let _ = TcpStream::connect(("127.0.0.1", self.port));
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        self.close();
    }
}

/// The folder of the build.
pub fn dist() -> PathBuf {
    std::env::var_os("DIST").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("dist"),
        PathBuf::from,
    )
}

/// One request, one answer. Browsers also open connections that never say anything; those time out.
fn converse(
    mut stream: TcpStream,
    heard: &Mutex<Vec<Request>>,
    answer: &dyn Fn(&Request) -> Answer,
) {
    let _ = stream.set_read_timeout(Some(Duration::from_secs(20)));
    let Some(request) = read_request(&stream) else {
        return;
    };
    heard.lock().unwrap().push(request.clone());
    let Answer { status, kind, body } = answer(&request);
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    let _ = stream.write_all(head.as_bytes());
    if request.method != "HEAD" {
        let _ = stream.write_all(&body);
    }
}

fn read_request(stream: &TcpStream) -> Option<Request> {
    let mut lines = BufReader::new(stream.take(64 * 1024))
        .lines()
        .map_while(Result::ok);
    let first = lines.next()?;
    let mut words = first.split(' ').map(str::to_owned);
    let (method, target) = (words.next()?, words.next()?);
    // To the end: an answer to a half-read question resets the connection.
    let head: Vec<String> = lines.take_while(|line| !line.is_empty()).collect();
    let host = head.iter().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("host")
            .then(|| value.trim().to_owned())
    });
    Some(Request {
        method,
        target,
        host: host.unwrap_or_default(),
    })
}
