//! Where we are: the fragment of the address, and nothing else of it. No personal data, ever.

/// What is done with a slip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OfSlip {
    /// It is seen, with where it stands.
    Look,
    /// It is written.
    Write,
    /// It is printed, with 回答欄 to tear off.
    Print,
    /// Its answer is written down.
    Answer,
    /// だれが・いつまでに・何を, read.
    Steps,
    /// The same, written.
    Table,
}

impl OfSlip {
    const ALL: [(OfSlip, &'static str); 6] = [
        (OfSlip::Look, ""),
        (OfSlip::Write, "/write"),
        (OfSlip::Print, "/print"),
        (OfSlip::Answer, "/answer"),
        (OfSlip::Steps, "/steps"),
        (OfSlip::Table, "/table"),
    ];
}

/// A screen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Route {
    /// The doors, or the child's note when it is unlocked.
    #[default]
    Home,
    /// One sheet, by the id of its form: `a-z`, `0-9` and `_`. There may be no such form.
    Sheet(String),
    /// 連絡票: every slip of the child.
    Slips,
    /// One slip, by its id in the note: `a-z`, `0-9` and `_`. There may be no such slip.
    Slip(String, OfSlip),
    /// わたす
    HandOver,
    /// わたしたもの: what went to whom, and the consents.
    Given,
    /// Sheets on paper.
    Print,
    /// さがす
    Search,
    /// あゆみ
    Timeline,
    /// つながり
    Supporters,
    /// The name and the colour on the cover.
    Cover,
    /// かぎ: how the note is unlocked.
    Keys,
    /// The recovery code, in place of the passphrase.
    Recover,
    /// 控え: everything in one sealed file.
    Backup,
    /// The way back from such a file.
    Restore,
    /// What two screens, or two people, answered differently.
    Compare,
    /// What was there before.
    Past,
    /// Deleting, and handing the note on for good.
    Leave,
    /// お薬手帳の QR, read
    PharmacyScan,
    /// お薬手帳の QR, shown
    PharmacyShow,
    /// 受け取る
    Receive,
    /// 相談: whom to call.
    Help,
    /// すぐに閉じる, and what it can and cannot do.
    Safety,
    /// 守れること、守れないこと: from whom a note is protected, and from whom it is not.
    Protection,
    /// アクセシビリティ: what was done so that everybody can use it, and what was not.
    Accessibility,
    /// この端末で使う: offline, on the home screen, how long things stay.
    Device,
    /// 表示設定
    Display,
    /// そうだん先: every office.
    Offices,
    /// One office, by its id: `a-z`, `0-9` and `_`. There may be no such office.
    Office(String),
    /// 窓口のかぎ: the office's own standing key.
    OfficeKey,
    /// 節目: the turning points of the child's life.
    Transitions,
    /// 就学のページ
    SchoolPage,
    /// What the note is, and when to bring it.
    Guide,
    /// The tour of three minutes.
    Tour,
    /// 練習: with a family that does not exist.
    Practice,
    /// スタッフ: what holds on a shared machine, under a PIN.
    Staff,
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
            Some(("slip", of)) => slip(of),
            Some(("pharmacy", "scan")) => Route::PharmacyScan,
            Some(("pharmacy", "show")) => Route::PharmacyShow,
            Some(("office", id)) if is_id(id) => Route::Office(id.to_owned()),
            Some(_) => Route::Home,
            None => match path.trim_start_matches('/') {
                "slips" => Route::Slips,
                "hand-over" => Route::HandOver,
                "given" => Route::Given,
                "print" => Route::Print,
                "search" => Route::Search,
                "timeline" => Route::Timeline,
                "supporters" => Route::Supporters,
                "cover" => Route::Cover,
                "keys" => Route::Keys,
                "recover" => Route::Recover,
                "backup" => Route::Backup,
                "restore" => Route::Restore,
                "compare" => Route::Compare,
                "past" => Route::Past,
                "leave" => Route::Leave,
                "receive" => Route::Receive,
                "help" => Route::Help,
                "safety" => Route::Safety,
                "accessibility" => Route::Accessibility,
                "protection" => Route::Protection,
                "device" => Route::Device,
                "display" => Route::Display,
                "offices" => Route::Offices,
                "office-key" => Route::OfficeKey,
                "transitions" => Route::Transitions,
                "school-page" => Route::SchoolPage,
                "guide" => Route::Guide,
                "tour" => Route::Tour,
                "practice" => Route::Practice,
                "staff" => Route::Staff,
                _ => Route::Home,
            },
        }
    }

    /// The fragment of a route, for links. A frame is never put back into the address.
    pub fn fragment(&self) -> String {
        match self {
            Route::Home => "#/".to_owned(),
            Route::Sheet(id) => format!("#/sheet/{id}"),
            Route::Slips => "#/slips".to_owned(),
            Route::Slip(id, of) => {
                let known = OfSlip::ALL.iter().find(|(one, _)| one == of);
                ["#/slip/", id, known.map_or("", |(_, word)| word)].concat()
            }
            Route::HandOver => "#/hand-over".to_owned(),
            Route::Given => "#/given".to_owned(),
            Route::Print => "#/print".to_owned(),
            Route::Search => "#/search".to_owned(),
            Route::Timeline => "#/timeline".to_owned(),
            Route::Supporters => "#/supporters".to_owned(),
            Route::Cover => "#/cover".to_owned(),
            Route::Keys => "#/keys".to_owned(),
            Route::Recover => "#/recover".to_owned(),
            Route::Backup => "#/backup".to_owned(),
            Route::Restore => "#/restore".to_owned(),
            Route::Compare => "#/compare".to_owned(),
            Route::Past => "#/past".to_owned(),
            Route::Leave => "#/leave".to_owned(),
            Route::PharmacyScan => "#/pharmacy/scan".to_owned(),
            Route::PharmacyShow => "#/pharmacy/show".to_owned(),
            Route::Receive | Route::Frame(_) => "#/receive".to_owned(),
            Route::Help => "#/help".to_owned(),
            Route::Safety => "#/safety".to_owned(),
            Route::Accessibility => "#/accessibility".to_owned(),
            Route::Protection => "#/protection".to_owned(),
            Route::Device => "#/device".to_owned(),
            Route::Display => "#/display".to_owned(),
            Route::Offices => "#/offices".to_owned(),
            Route::OfficeKey => "#/office-key".to_owned(),
            Route::Office(id) => format!("#/office/{id}"),
            Route::Transitions => "#/transitions".to_owned(),
            Route::SchoolPage => "#/school-page".to_owned(),
            Route::Guide => "#/guide".to_owned(),
            Route::Tour => "#/tour".to_owned(),
            Route::Practice => "#/practice".to_owned(),
            Route::Staff => "#/staff".to_owned(),
        }
    }
}

/// What stands behind `slip/`.
fn slip(path: &str) -> Route {
    let known = OfSlip::ALL.iter().find_map(|(of, word)| {
        let id = path.strip_suffix(word).filter(|id| is_id(id))?;
        Some(Route::Slip(id.to_owned(), *of))
    });
    known.unwrap_or_default()
}

/// Whether a form could have this id. Anything else would be a stranger's text in our pages.
fn is_id(id: &str) -> bool {
    let in_id = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
    !id.is_empty() && id.bytes().all(in_id)
}
