//! The second part of the program. What the first screen needs is loaded first; every other screen
//! is brought in while the first is being read.
//!
//! `main.rs` is the seam, and `scripts/bin/wasm-bindgen` cuts along it: what only [`screen`] reaches
//! goes into the second part. So a page, a form or an export costs the first load nothing; what the
//! doors or the app itself use does.

use std::pin::Pin;

use leptos::{prelude::*, task::spawn_local};

use super::{
    page::{
        accessibility, backup, closed, compare, device, display, given, guide, hand_on, hand_over,
        held, help, home, keys, kiosk, leave, notices, office_key, offices, past, pharmacy,
        practice, print, protection, receive, recover, renewal, restore, safety, school, search,
        sheet, slips, staff, supporters, timeline, tour, transitions,
    },
    part::{
        COLUMN, Lead, More, Say, Trouble, Wish, busy_sign, button, frame, lang, more, title,
        trouble_box,
    },
    watch::Watch,
    words::{self, later as w},
};
use crate::{
    browser::{el::El, page, ways},
    forms,
    machine::Way,
    record::Note,
    route::{OfSlip, Route},
    store::{Fare, Session, city, papers, practice::practising, words as words_of},
};

/// The digits of a QR code that was opened as a link, until they are taken.
pub type Frame = RwSignal<Option<String>>;

/// How the second part is reached.
#[derive(Clone, Copy)]
pub struct Seam {
    /// Brings it; whether it came.
    pub bring: fn() -> Pin<Box<dyn Future<Output = bool>>>,
    /// What is asked of it; `None` unless it came.
    pub answer: fn(Asked<'_>) -> Option<Vec<El>>,
}

/// What is asked of the second part.
#[derive(Clone, Copy)]
pub enum Asked<'a> {
    /// A screen.
    Screen(&'a Route, Frame),
    /// What stands above every screen.
    Above(&'a Route),
    /// What it adds to what is in the first.
    More(More<'a>),
    /// A language that is not built in, by its tag; the signal says whether its words are missing.
    Words(&'static str, RwSignal<bool>),
}

/// The second part, and whether it is here.
#[derive(Clone, Copy)]
pub(super) struct Later {
    seam: Seam,
    part: RwSignal<Part>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Coming,
    Here,
    Missing,
}

impl Later {
    /// Begins to bring it.
    pub fn bring(seam: Seam) -> Later {
        let part = RwSignal::new(Part::Coming);
        let later = Later { seam, part };
        later.fetch();
        later
    }

    fn fetch(self) {
        self.part.set(Part::Coming);
        spawn_local(async move {
            // Both are on their way at once.
            let dressing = page::dress();
            let came = (self.seam.bring)().await & dressing.await;
            self.part.set(if came { Part::Here } else { Part::Missing });
        });
    }

    /// A screen of the second part, or what is said until that is here.
    pub fn screen(self, route: &Route, digits: Frame) -> Vec<El> {
        match self.part.get() {
            Part::Here => {
                (self.seam.answer)(Asked::Screen(route, digits)).unwrap_or_else(|| self.missing())
            }
            Part::Coming => framed(vec![busy_sign(w::COMING)]),
            Part::Missing => self.missing(),
        }
    }

    /// What stands above a screen; nothing until the second part is here.
    pub fn above(self, route: &Route) -> Vec<El> {
        self.adds(Asked::Above(route))
    }

    /// What the second part adds to what is here; nothing until it is here.
    pub(super) fn adds(self, asked: Asked<'_>) -> Vec<El> {
        match self.part.get() {
            Part::Here => (self.seam.answer)(asked).unwrap_or_default(),
            Part::Coming | Part::Missing => Vec::new(),
        }
    }

    /// Goes over to whatever language is wished for, as soon as the second part is here.
    pub fn speak(self, wish: Wish) {
        Effect::new(move |_| {
            if let (Some(tag), Part::Here) = (wish.tag.get(), self.part.get()) {
                (self.seam.answer)(Asked::Words(tag, wish.missing));
            }
        });
    }

    fn missing(self) -> Vec<El> {
        let again = button("ks-btn ks-btn--main ks-btn--wide", move || self.fetch());
        framed(vec![
            trouble_box(|| Some(Trouble::new(w::MISSING, w::MISSING_NEXT))),
            again.say(w::AGAIN),
        ])
    }
}

fn framed(content: Vec<El>) -> Vec<El> {
    let mut all = vec![title(words::APP)];
    all.extend(content);
    frame(Lead::Brand, words::APP, COLUMN, all)
}

/// What the second part answers.
pub fn answer(asked: Asked<'_>) -> Vec<El> {
    match asked {
        Asked::Screen(route, frame) => screen(route, frame),
        Asked::Above(route) => {
            let mut above = notices::above(route);
            above.extend(hand_over::above(route));
            above
        }
        Asked::More(asked) => more(asked),
        Asked::Words(tag, missing) => {
            words_of::choose(tag, lang(), missing);
            Vec::new()
        }
    }
}

/// The screens of the second part.
fn screen(route: &Route, frame: Frame) -> Vec<El> {
    let session = expect_context::<Session>();
    expect_context::<Watch>().begin(session);
    session.sit_down();
    city::bring();
    if practising() && practice::is_not_for_practice(route) {
        return practice::not_here();
    }
    let route = if page::kiosk() && (is_of_what_stays(route) || is_closed_paper(route)) {
        &Route::Home
    } else {
        route
    };
    match route {
        Route::Receive | Route::Frame(_) => return vec![receive::receive(frame)],
        Route::Help => return help::help(),
        Route::Safety => return safety::safety(),
        Route::Accessibility => return accessibility::accessibility(),
        Route::Protection => return protection::protection(),
        Route::Device => return device::device(),
        Route::Display => return display::display(),
        Route::Offices => return offices::offices(),
        Route::Office(id) => return offices::office(id),
        Route::OfficeKey => return office_key::office_key(),
        Route::Guide => return guide::guide(),
        Route::Tour => return tour::tour(),
        Route::Practice => return practice::practice(),
        Route::Staff if page::kiosk() => return vec![staff::staff()],
        // Blank sheets, for whoever has no note here.
        Route::Print if !session.is_open() => return print::print(&Note::default()),
        _ if page::kiosk() && !session.is_open() => return kiosk::attract(),
        Route::Recover => return recover::recover(),
        Route::Restore => return restore::restore(),
        Route::Home
        | Route::Cover
        | Route::Keys
        | Route::Backup
        | Route::Compare
        | Route::Past
        | Route::Leave
        | Route::Sheet(_)
        | Route::Slips
        | Route::Slip(..)
        | Route::HandOver
        | Route::Given
        | Route::Print
        | Route::Search
        | Route::Timeline
        | Route::Supporters
        | Route::PharmacyScan
        | Route::PharmacyShow
        | Route::Transitions
        | Route::Staff
        | Route::SchoolPage => {}
    }
    if renewal::waits(session) {
        return renewal::renewal();
    }
    if held::is_to_be_told(session) {
        return held::after_new_keys();
    }
    spawn_local(papers::tend(session));
    let Some(child) = session.child() else {
        return match route {
            Route::Keys => keys::keys(),
            Route::Backup => backup::backup(),
            Route::Leave => leave::leave(None),
            _ => home::new_child(),
        };
    };
    if let Fare::Closed(closed) = session.fare() {
        match route {
            Route::Keys | Route::Backup | Route::Past | Route::Leave => {}
            _ => return closed::closed(&child, closed),
        }
    }
    if !child.handed.is_empty() {
        match route {
            Route::Keys | Route::Backup | Route::Leave => {}
            _ => return hand_on::put_away(&child),
        }
    }
    match route {
        Route::Keys => keys::keys(),
        Route::Backup => backup::backup(),
        Route::Cover => home::cover(&child),
        Route::Compare => compare::compare(),
        Route::Past => past::past(&child),
        Route::Leave => leave::leave(Some(&child)),
        Route::Slips => slips::slips(),
        Route::Slip(id, of) => slips::slip(id, *of),
        Route::HandOver => vec![hand_over::hand_over()],
        Route::Given => vec![given::given()],
        Route::Print => print::print(&session.note()),
        Route::Search => search::search(),
        Route::Timeline => timeline::timeline(&child.name),
        Route::Supporters => supporters::supporters(&child),
        Route::PharmacyScan => vec![pharmacy::scan()],
        Route::PharmacyShow => vec![pharmacy::show()],
        Route::Transitions => transitions::transitions(),
        Route::SchoolPage => school::school(),
        Route::Sheet(id) => match forms::by_id(id) {
            Some(form) => sheet::sheet(form, &child.name),
            None => home::home(&child),
        },
        Route::Home
        | Route::Recover
        | Route::Restore
        | Route::Receive
        | Route::Help
        | Route::Safety
        | Route::Protection
        | Route::Accessibility
        | Route::Device
        | Route::Display
        | Route::Offices
        | Route::Office(_)
        | Route::OfficeKey
        | Route::Guide
        | Route::Tour
        | Route::Practice
        | Route::Staff
        | Route::Frame(_) => home::home(&child),
    }
}

/// Whether a screen is only for paper, and the staff of this machine allow none.
fn is_closed_paper(route: &Route) -> bool {
    let paper = matches!(
        route,
        Route::Print | Route::SchoolPage | Route::Slip(_, OfSlip::Print)
    );
    paper && !ways::allows(Way::Paper)
}

/// Whether a screen is about what a device keeps. A shared machine keeps nothing, and what it seals for
/// itself nobody could open again.
fn is_of_what_stays(route: &Route) -> bool {
    matches!(
        route,
        Route::Keys
            | Route::Recover
            | Route::Backup
            | Route::Restore
            | Route::Past
            | Route::Leave
            | Route::OfficeKey
    )
}
