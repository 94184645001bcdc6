//! Where we are: the fragment of the address, and nothing else of it. No personal data, ever.

/// A screen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Route {
    /// The doors, or the child's note when it is unlocked.
    #[default]
    Home,
    /// One sheet, by the id of its form: `a-z`, `0-9` and `_`. There may be no such form.
    Sheet(String),
    /// わたす
    HandOver,
    /// Sheets on paper.
    Print,
    /// さがす
    Search,
    /// あゆみ
    Timeline,
    /// つながり
    Supporters,
    /// 受け取る
    Receive,
    /// 相談: whom to call.
    Help,
    /// すぐに閉じる, and what it can and cannot do.
    Safety,
    /// この端末で使う: offline, on the home screen, how long things stay.
    Device,
    /// A QR code that was opened as a link: the digits of one frame.
    Frame(String),
}

/// A frame has at most 2 900 bytes, so at most some 7 100 digits.
const LONGEST: usize = 8_000;

impl Route {
    /// The route of a fragment, with or without its `#`. What we do not know leads home.
    pub fn parse(fragment: &str) -> Route {
        let path = fragment.trim_start_matches('#');
        if path.len() > LONGEST {
            return Route::Home;
        }
        if !path.is_empty() && path.bytes().all(|b| b.is_ascii_digit()) {
            return Route::Frame(path.to_owned());
        }
        match path.trim_start_matches('/').split_once('/') {
            Some(("sheet", id)) if is_id(id) => Route::Sheet(id.to_owned()),
            Some(_) => Route::Home,
            None => match path.trim_start_matches('/') {
                "hand-over" => Route::HandOver,
                "print" => Route::Print,
                "search" => Route::Search,
                "timeline" => Route::Timeline,
                "supporters" => Route::Supporters,
                "receive" => Route::Receive,
                "help" => Route::Help,
                "safety" => Route::Safety,
                "device" => Route::Device,
                _ => Route::Home,
            },
        }
    }

    /// The fragment of a route, for links. A frame is never put back into the address.
    pub fn fragment(&self) -> String {
        match self {
            Route::Home => "#/".to_owned(),
            Route::Sheet(id) => format!("#/sheet/{id}"),
            Route::HandOver => "#/hand-over".to_owned(),
            Route::Print => "#/print".to_owned(),
            Route::Search => "#/search".to_owned(),
            Route::Timeline => "#/timeline".to_owned(),
            Route::Supporters => "#/supporters".to_owned(),
            Route::Receive | Route::Frame(_) => "#/receive".to_owned(),
            Route::Help => "#/help".to_owned(),
            Route::Safety => "#/safety".to_owned(),
            Route::Device => "#/device".to_owned(),
        }
    }
}

/// Whether a form could have this id. Anything else would be a stranger's text in our pages.
fn is_id(id: &str) -> bool {
    let in_id = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
    !id.is_empty() && id.bytes().all(in_id)
}
