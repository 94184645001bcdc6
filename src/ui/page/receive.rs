//! 受け取る: QR codes by camera or pictures, a file, or text; then the code; then it is read.
//! Nothing is stored.

pub(super) mod counter;

use std::rc::Rc;

use counter::Counter;
use leptos::prelude::*;

use crate::{
    backup::{Refused, parse_head},
    browser::{
        chime, clock,
        el::{El, el, value_of},
        files::{self, Bytes, Picked},
        keyboard, page, picture, place,
    },
    carrier::{
        card::minute_of,
        qr::{Cells, Foreign, Join, Took},
        wedge::{Key, Wedge},
    },
    envelope::{Code, CodeError, key_name},
    job::{Carrier, Done, Failure, Job, Refusal},
    machine::Way,
    route::Route,
    share::{Bundle, Unreadable},
    slip::{NoReply, Reply},
    store::office,
    text::Text,
    ui::{
        page::read::{Came, Received, read},
        part::{
            Finding, Lead, PASSPHRASE, Say, Scanner, Trouble, Trying, busy_while, button, by,
            counted, derive, find, frame, group, icon, lang_now, lead, link, passphrase_form,
            quiet, row, span, title, trouble_box, watching,
        },
        words::{card as c, door, office as o, office_key as k, receive as w, restore as b},
    },
    worker,
};

/// What is being received. Everything lives here, and goes with the screen.
#[derive(Clone, Copy)]
pub(super) struct Gathering {
    /// Whether what came is looked at by whoever began, and not judged as a hand-off.
    raw: bool,
    join: StoredValue<Join>,
    cells: RwSignal<Option<Cells>>,
    /// The last code that belongs to another set, to begin anew with.
    other: RwSignal<Option<Vec<u8>>>,
    pub(super) trouble: RwSignal<Option<Trouble>>,
    /// Arrived whole; only the code is missing.
    pub(super) sealed: RwSignal<Option<(Carrier, Vec<u8>)>>,
    opened: RwSignal<Option<Came>>,
    newest: StoredValue<f64>,
    busy: RwSignal<bool>,
    /// The key that is shown here for one hand-over.
    counter: Counter,
    /// Arrived for the office's standing key, whose passphrase is missing.
    locked: RwSignal<Option<(Carrier, Vec<u8>)>>,
    /// The card of another office that was read, in place of a hand-off.
    office: RwSignal<Option<String>>,
    /// Which key the last was for that came for one and did not open, by its id.
    addressed: RwSignal<Option<String>>,
}

/// The receiving screen. `frame` holds a code that was opened as a link.
pub fn receive(frame: RwSignal<Option<String>>) -> El {
    let gathering = Gathering::new();
    Effect::new(move |_| {
        if let Some(digits) = frame.get() {
            gathering.take(digits.as_bytes());
            frame.set(None);
        }
    });
    // What another app gave us, before this screen or while it is shown.
    let given = move || take_files(gathering, files::given());
    let told = window_event_listener_untyped("ks-given", move |_| given());
    on_cleanup(move || told.remove());
    given();
    el("div").class("ks-screen").part(move || {
        if let Some(came) = gathering.opened.get() {
            read(&came, move || gathering.clear())
        } else if gathering.sealed.with(Option::is_some) {
            ask_code(gathering)
        } else if gathering.locked.with(Option::is_some) {
            ask_passphrase(gathering)
        } else {
            gather(gathering)
        }
    })
}

impl Gathering {
    fn new() -> Self {
        Gathering {
            raw: false,
            join: StoredValue::new(Join::new()),
            cells: RwSignal::new(None),
            other: RwSignal::new(None),
            trouble: RwSignal::new(None),
            sealed: RwSignal::new(None),
            opened: RwSignal::new(None),
            newest: StoredValue::new(0.0),
            busy: RwSignal::new(false),
            counter: Counter::new(),
            locked: RwSignal::new(None),
            office: RwSignal::new(None),
            addressed: RwSignal::new(None),
        }
    }

    /// Gathers codes of anything; what they give stands in `sealed`.
    pub(super) fn of_anything() -> Self {
        Gathering {
            raw: true,
            ..Gathering::new()
        }
    }

    /// How far it has come, and the camera.
    pub(super) fn watched(self) -> Vec<El> {
        let far = el("div")
            .class("ks-slot")
            .part(move || progress(self.cells.get()));
        vec![far, watching(scanner(self))]
    }

    /// Begins anew.
    pub(super) fn clear(self) {
        self.let_go();
        self.sealed.set(None);
        self.locked.set(None);
        self.opened.set(None);
        page::to_title();
    }

    /// Lets go of the codes that were read.
    fn let_go(self) {
        self.join.set_value(Join::new());
        self.cells.set(None);
        self.other.set(None);
        self.trouble.set(None);
        self.office.set(None);
    }

    /// Shows what was opened; the sealed form is not needed any more.
    fn show(self, came: Came) {
        self.sealed.set(None);
        self.locked.set(None);
        self.opened.set(Some(came));
        page::to_title();
    }

    /// Takes what one code says. Whether it was one of ours.
    pub(super) fn take(self, text: &[u8]) -> bool {
        let took = self.join.try_update_value(|join| join.take(text));
        let trouble = match took {
            Some(Took::New { .. }) => {
                self.newest.set_value(clock::now_ms());
                None
            }
            Some(Took::Complete(envelope)) => {
                self.cells.set(self.join.with_value(Join::cells));
                self.trouble.set(None);
                chime::arrived();
                self.look_at(Carrier::Qr, envelope, "");
                return true;
            }
            Some(Took::Again) => return true,
            Some(Took::OtherDensity) => {
                self.join.set_value(Join::new());
                self.take(text);
                Some(Trouble::new(w::READ_OK, w::OTHER_DENSITY))
            }
            Some(Took::OtherSet) => {
                self.other.set(Some(text.to_vec()));
                Some(Trouble::new(w::OTHER_SET, w::OTHER_SET_NEXT))
            }
            Some(Took::Newer) => Some(Trouble::new(w::TOO_NEW, w::TOO_NEW_NEXT)),
            Some(Took::Broken) => Some(Trouble::new(w::BROKEN_SET, w::BROKEN_SET_NEXT)),
            Some(Took::Damaged) => Some(Trouble::new(w::DAMAGED, w::BROKEN_SET_NEXT)),
            Some(Took::NotOurs(Foreign::KeyCard)) if !self.raw => {
                self.trouble.set(None);
                let text = String::from_utf8_lossy(text).into_owned();
                if self.office.get_untracked().as_ref() != Some(&text) {
                    self.office.set(Some(text));
                }
                return true;
            }
            Some(Took::NotOurs(foreign)) => {
                let next = match foreign {
                    Foreign::Jahis => w::FOREIGN_JAHIS,
                    Foreign::HealthCard => o::FOREIGN_HEALTH,
                    Foreign::Wifi => o::FOREIGN_WIFI,
                    Foreign::OtherLink => o::FOREIGN_LINK,
                    Foreign::KeyCard => c::IS_CARD,
                    Foreign::Other => w::FOREIGN_NEXT,
                };
                Some(Trouble::new(w::FOREIGN, next))
            }
            None => return false,
        };
        self.cells.set(self.join.with_value(Join::cells));
        let ours = !matches!(trouble, Some(Trouble { what, .. }) if what == w::FOREIGN);
        // A trouble is said once, not at every frame of a running camera.
        if self.trouble.get_untracked() != trouble {
            self.trouble.set(trouble);
        }
        ours
    }

    /// Begins again with the code of the other set.
    fn switch(self) {
        self.join.set_value(Join::new());
        self.trouble.set(None);
        if let Some(text) = self.other.get_untracked() {
            self.other.set(None);
            self.take(&text);
        }
    }

    /// Judges the shape of what arrived, before anybody types a code for it; a field where it came from
    /// one.
    fn look_at(self, carrier: Carrier, envelope: Vec<u8>, at: &'static str) {
        if self.raw {
            return self.sealed.set(Some((carrier, envelope)));
        }
        leptos::task::spawn_local(async move {
            if let Err(trouble) = self.arrived(carrier, envelope).await {
                let _ = self.trouble.try_set(Some(trouble.at(at)));
            }
        });
    }

    /// Opens what is for the key that is shown here; for what a code opens, that is asked for.
    async fn arrived(self, carrier: Carrier, envelope: Vec<u8>) -> Result<(), Trouble> {
        match judge(carrier, envelope.clone()).await? {
            None => self.sealed.set(Some((carrier, envelope))),
            Some(kid) if office::kept().is_some_and(|kept| kept.kid == kid) => {
                self.locked.set(Some((carrier, envelope)));
            }
            Some(kid) => {
                self.addressed.set(Some(kid.clone()));
                self.show(self.counter.open(kid, carrier, envelope).await?);
            }
        }
        Ok(())
    }
}

/// Whether it is a sealed hand-off, and for which office's key, where a code does not open it.
async fn judge(carrier: Carrier, envelope: Vec<u8>) -> Result<Option<String>, Trouble> {
    if parse_head(&envelope) != Err(Refused::NotOurs) && !envelope.is_empty() {
        return Err(Trouble::new(b::IS_BACKUP, b::IS_BACKUP_NEXT));
    }
    match worker::ask(Job::Open {
        carrier,
        envelope,
        code: None,
    })
    .await
    {
        Ok(Done::Whole) => Ok(None),
        Ok(Done::ForOffice { kid }) => Ok(Some(kid)),
        Ok(Done::Failed(Failure::Refused(refusal))) => Err(words_of(refusal)),
        Ok(_) => Err(words_of(Refusal::Content)),
        Err(worker::Lost) => Err(Trouble::new(door::NO_WORKER, door::NO_WORKER_NEXT)),
    }
}

/// Camera, pictures, file and text; a hand-held scanner as well, wherever the focus is.
fn gather(gathering: Gathering) -> Vec<El> {
    hear(gathering);
    files::dropped(move |files| take_files(gathering, files));
    let pick = move |event| take_files(gathering, files::picked(&event));
    // No `accept`: iOS greys out a .stepnote, and the content decides anyway.
    let input = el("input")
        .class("ks-hide")
        .attr("type", "file")
        .attr("multiple", "")
        .on("change", pick);
    let files = el("label").class("ks-btn ks-btn--line ks-btn--lg ks-btn--wide ks-file");
    let again = el("div").class("ks-slot").when(move || {
        let again = || button("ks-btn ks-btn--line", move || gathering.switch()).say(w::RESTART);
        gathering.other.with(Option::is_some).then(again)
    });
    let content = vec![
        trouble_box(move || gathering.trouble.get()),
        addressed(gathering),
        again,
        group("", vec![title(w::TITLE), lead(w::LEAD)]),
        office_read(gathering),
        gathering
            .counter
            .view(gathering.trouble, Gathering::let_go, gathering),
        group("ks-stack-5", gathering.watched()),
        by(
            Way::Pick,
            files.add(icon("file")).add(span(w::FILE)).add(input),
        ),
        by(Way::Pick, el("p").class("ks-hint ks-mouse").say(w::DRAG)),
        busy_while(gathering.busy, w::OPENING),
        quiet("ks-quiet", "qr", o::WEDGE),
        pasting(gathering),
        without_us(),
        own_key(),
    ];
    frame(
        Lead::Away("#/"),
        w::TITLE,
        "ks-main ks-main--wide ks-stack-5",
        content,
    )
}

/// Which key it was for, beside those that are here: whoever holds the right one can tell.
fn addressed(gathering: Gathering) -> El {
    el("div").class("ks-slot").when(move || {
        let of_key = [w::OTHER_OFFICE, c::USED, c::LATE];
        let trouble = gathering.trouble.get()?;
        let kid = gathering.addressed.get()?;
        let name = of_key.contains(&trouble.what).then(|| key_name(&kid))??;
        let row = |words: Text, key: Option<(String, f64)>| {
            let said = match key.and_then(|(kid, made)| Some((key_name(&kid)?, made))) {
                Some((name, made)) => {
                    let made = k::MADE_AT.with(lang_now(), &[&clock::day_and_time(made)]);
                    called(&name).add(el("span").class("ks-small ks-block").text(&made))
                }
                None => el("dd").say(k::NOT_HERE),
            };
            el("div").add(el("dt").say(words)).add(said)
        };
        let own = office::kept().and_then(|kept| {
            let made = f64::from(minute_of(&kept.card)?) * 60_000.0;
            Some((kept.kid, made))
        });
        let rows = vec![
            el("div").add(el("dt").say(k::ARRIVED)).add(called(&name)),
            row(k::TITLE, own),
            row(k::SHOWN, gathering.counter.shown()),
        ];
        let head = el("h2").class("ks-h3").id("addressed").say(k::ADDRESSED);
        Some(
            el("section")
                .class("ks-card ks-stack-2")
                .attr("aria-labelledby", "addressed")
                .add(head)
                .add(el("dl").class("ks-kv").all(rows))
                .add(el("p").class("ks-small").say(k::WHO_OPENS)),
        )
    })
}

/// What a key is called.
fn called(name: &str) -> El {
    let name = el("b").class("ks-num").attr("translate", "no").text(name);
    el("dd").add(name)
}

/// The card of an office was read where hand-offs are: it is for whoever hands over.
fn office_read(gathering: Gathering) -> El {
    let finding = expect_context::<Finding>();
    el("div").class("ks-slot").when(move || {
        let text = gathering.office.get()?;
        let go = move || {
            finding.carry_card(&text);
            place::go(&Route::HandOver.fragment());
        };
        page::focus("card-read");
        let head = el("h2")
            .class("ks-h2")
            .id("card-read")
            .attr("tabindex", "-1");
        Some(
            el("section")
                .class("ks-card ks-card--sun ks-stack")
                .attr("aria-labelledby", "card-read")
                .add(head.say(c::IS_CARD_TITLE))
                .add(el("p").say(c::IS_CARD))
                .add(button("ks-btn ks-btn--main ks-btn--wide", go).say(c::TO_GIVE)),
        )
    })
}

/// What the camera does with what it sees.
fn scanner(gathering: Gathering) -> Scanner {
    Scanner {
        take: Rc::new(move |code| {
            gathering.take(&code.bytes);
        }),
        // The screen may be gone by now, and its signals with it.
        done: Rc::new(move || {
            let here = gathering.sealed.try_with_untracked(Option::is_some);
            let locked = gathering.locked.try_with_untracked(Option::is_some);
            here != Some(false) || locked != Some(false)
        }),
        newest: gathering.newest,
        trouble: gathering.trouble,
        hint: w::CAMERA_HINT,
        stalled: w::STALLED,
    }
}

/// Listens to a hand-held scanner that types what it reads.
fn hear(gathering: Gathering) {
    let wedge = StoredValue::new(Wedge::default());
    keyboard::pressed(move |press| {
        let key = Key {
            key: &press.key,
            code: &press.code,
            shift: press.shift,
            at: clock::now_ms(),
        };
        let read = wedge.try_update_value(|wedge| wedge.take(key)).flatten();
        match read {
            // In a field it stands there as well, and is read once.
            Some(text) if press.in_field => take_codes(gathering, text.as_bytes()),
            Some(text) => {
                gathering.take(text.as_bytes());
                true
            }
            // A browser would begin to search in the page, or press what has the focus.
            None => {
                let searches = matches!(press.key.as_str(), "/" | "'");
                !press.in_field && (searches || wedge.with_value(Wedge::reads))
            }
        }
    });
}

/// The page that opens a file when there is no app any more; a shared machine keeps no files.
fn without_us() -> El {
    let page = el("a")
        .class("ks-link-row")
        .attr("href", "open.html")
        .attr("download", "stepnote-open.html");
    let page = row(page, "file", o::WITHOUT_US, Some(o::WITHOUT_US_SUB));
    el("div")
        .attr_if("hidden", page::kiosk().then_some(""))
        .add(page)
}

/// The way to the office's own key; a shared machine has none.
fn own_key() -> El {
    let to = link("ks-link-row", &Route::OfficeKey.fragment());
    let to = row(to, "key", k::TITLE, Some(k::ROW_SUB));
    el("div")
        .attr_if("hidden", page::kiosk().then_some(""))
        .add(to)
}

/// Text instead of pictures: for hand-held scanners, and for mail.
fn pasting(gathering: Gathering) -> El {
    let pasted = StoredValue::new(String::new());
    let area = el("textarea")
        .class("ks-area")
        .id("pasted")
        .attr("rows", "3")
        .attr("aria-describedby", "pasted-hint")
        .kept_here()
        .on("input", move |event| pasted.set_value(value_of(&event)));
    let field = el("div")
        .class("ks-field")
        .add(
            el("label")
                .class("ks-label")
                .attr("for", "pasted")
                .say(w::PASTE),
        )
        .add(
            el("span")
                .class("ks-hint")
                .id("pasted-hint")
                .say(w::PASTE_HINT),
        )
        .add(area);
    let read = button("ks-btn ks-btn--line", move || {
        take_text(gathering, &pasted.get_value());
    });
    let name = span(w::PASTE).class("ks-rowcard__t");
    el("details")
        .class("ks-rowcard")
        .add(el("summary").add(icon("copy")).add(name).add(icon("down")))
        .add(group(
            "ks-rowcard__body ks-stack",
            vec![field, read.say(w::PASTE_READ)],
        ))
}

/// The content decides what a file is, not its name.
fn take_files(gathering: Gathering, files: Vec<Picked>) {
    if files.is_empty() {
        return;
    }
    gathering.trouble.set(None);
    gathering.busy.set(true);
    leptos::task::spawn_local(async move {
        for file in files {
            take_file(gathering, file).await;
        }
        gathering.busy.set(false);
    });
}

async fn take_file(gathering: Gathering, file: Picked) {
    let refused = match file.bytes().await {
        Bytes::Read(bytes) => {
            if take_codes(gathering, &bytes) {
                return;
            }
            match gathering.arrived(Carrier::File, bytes).await {
                Ok(()) => return,
                Err(trouble) => trouble,
            }
        }
        Bytes::TooLarge => words_of(Refusal::TooLong),
        Bytes::Unreadable => words_of(Refusal::Empty),
    };
    let Some(picture) = picture::of_file(&file).await else {
        return gathering.trouble.set(Some(refused));
    };
    let codes = find(picture, true).await;
    if codes.is_empty() {
        return gathering.trouble.set(Some(no_code()));
    }
    for code in codes {
        gathering.take(&code.bytes);
    }
}

/// There is no code in the picture.
pub(super) fn no_code() -> Trouble {
    Trouble::new(w::NO_CODE, w::NO_CODE_NEXT)
}

/// Text that a scanner read, or the content of a file.
fn take_text(gathering: Gathering, text: &str) {
    gathering.trouble.set(None);
    if !take_codes(gathering, text.as_bytes()) {
        gathering.look_at(Carrier::File, text.as_bytes().to_vec(), "pasted");
    }
}

/// Takes every word that ends in the digits of a frame; whether there was any.
fn take_codes(gathering: Gathering, text: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(text) else {
        return false;
    };
    let is_frame = |word: &&str| {
        let digits = word.rsplit('#').next().unwrap_or_default();
        digits.len() > 40 && digits.bytes().all(|b| b.is_ascii_digit())
    };
    let mut any = false;
    for word in text.split_whitespace().filter(is_frame).take(256) {
        gathering.take(word.as_bytes());
        any = true;
    }
    any
}

/// The codes that are here.
fn progress(cells: Option<Cells>) -> Vec<El> {
    let Some(cells) = cells else {
        return Vec::new();
    };
    let have = cells.data.iter().filter(|held| **held).count() + cells.parity;
    counted(have.min(cells.data.len()), &cells.data)
}

/// It has arrived whole; the office's standing key opens it, and lives no longer than that.
fn ask_passphrase(gathering: Gathering) -> Vec<El> {
    let trying = Trying::new();
    let open = move || {
        let kept = office::kept();
        let (Some(passphrase), Some(kept)) = (trying.passphrase(), kept) else {
            return;
        };
        let Some((carrier, envelope)) = gathering.locked.get_untracked() else {
            return;
        };
        trying.with(Box::pin(async move {
            let kek = derive(passphrase, kept.params.clone()).await?;
            let wrong = Trouble::new(door::WRONG, door::WRONG_NEXT).at(PASSPHRASE);
            let key = kept.open(&kek).ok_or(wrong)?;
            let job = Job::OpenWith {
                carrier,
                envelope,
                key,
            };
            gathering.show(came_of(worker::ask(job).await)?);
            Ok(())
        }));
    };
    page::to_title();
    let content = vec![
        trouble_box(move || trying.trouble()),
        group("", vec![title(k::OPENS), lead(k::OPENS_LEAD)]),
        passphrase_form(trying, w::OPEN, open),
    ];
    let back = Box::new(move || gathering.clear());
    frame(Lead::Step(back), w::TITLE, "ks-main ks-stack-5", content)
}

/// It has arrived whole; the code opens it.
fn ask_code(gathering: Gathering) -> Vec<El> {
    let typed = StoredValue::new(String::new());
    let trouble = RwSignal::new(None);
    let busy = RwSignal::new(false);
    let open = move || {
        let code = match Code::parse(&typed.get_value()) {
            Ok(code) => code,
            Err(why) => return trouble.set(Some(mistyped(why))),
        };
        let Some((carrier, envelope)) = gathering.sealed.get_untracked() else {
            return;
        };
        trouble.set(None);
        busy.set(true);
        leptos::task::spawn_local(async move {
            let opened = open_with(carrier, envelope, code).await;
            busy.set(false);
            match opened {
                Ok(came) => gathering.show(came),
                Err(why) => trouble.set(Some(why)),
            }
        });
    };
    page::to_title();
    let input = el("input")
        .class("ks-input ks-input--code")
        .id("code")
        .attr("inputmode", "numeric")
        .attr("aria-describedby", "code-hint")
        .kept_here()
        .on("input", move |event| typed.set_value(value_of(&event)));
    let field = el("div")
        .class("ks-field")
        .add(
            el("label")
                .class("ks-label")
                .attr("for", "code")
                .say(w::CODE_LABEL),
        )
        .add(
            el("span")
                .class("ks-hint")
                .id("code-hint")
                .say(w::CODE_HINT),
        )
        .add(input);
    let submit = el("button")
        .attr("type", "submit")
        .class("ks-btn ks-btn--main ks-btn--lg ks-btn--wide");
    let form = el("form")
        .class("ks-stack")
        .on("submit", move |event| {
            event.prevent_default();
            if !busy.get_untracked() {
                open();
            }
        })
        .all(vec![
            field,
            busy_while(busy, w::OPENING),
            submit.say(w::OPEN),
        ]);
    let content = vec![trouble_box(move || trouble.get()), title(w::GOT), form];
    let back = Box::new(move || gathering.clear());
    frame(Lead::Step(back), w::TITLE, "ks-main ks-stack-5", content)
}

async fn open_with(carrier: Carrier, envelope: Vec<u8>, code: Code) -> Result<Came, Trouble> {
    let job = Job::Open {
        carrier,
        envelope,
        code: Some(code),
    };
    came_of(worker::ask(job).await)
}

/// What was opened, for whoever reads it.
fn came_of(done: Result<Done, worker::Lost>) -> Result<Came, Trouble> {
    match done {
        Ok(Done::Opened(bytes)) => match Bundle::from_bytes(&bytes) {
            Ok(bundle) => Ok(Came::Handed(Received {
                bundle,
                receipt: Bundle::receipt(&bytes),
            })),
            Err(Unreadable::TooNew) => Err(words_of(Refusal::TooNew)),
            Err(Unreadable::NotAHandOff) => match Reply::from_bytes(&bytes) {
                Ok(reply) => Ok(Came::Answer(reply)),
                Err(NoReply::TooNew) => Err(words_of(Refusal::TooNew)),
                Err(NoReply::NotAReply) => Err(words_of(Refusal::Content)),
            },
        },
        Ok(Done::Failed(Failure::Refused(refusal))) => Err(words_of(refusal)),
        Ok(_) => Err(words_of(Refusal::Content)),
        Err(worker::Lost) => Err(Trouble::new(door::NO_WORKER, door::NO_WORKER_NEXT)),
    }
}

fn mistyped(why: CodeError) -> Trouble {
    let (what, next): (Text, Text) = match why {
        CodeError::Empty => (w::CODE_LABEL, w::EMPTY_CODE),
        CodeError::Length { .. } => (w::CODE_MISTYPED, w::CODE_LENGTH),
        CodeError::Characters => (w::CODE_MISTYPED, w::CODE_CHARACTERS),
        CodeError::Mistyped => (w::CODE_MISTYPED, w::CODE_MISTYPED_NEXT),
    };
    Trouble::new(what, next).at("code")
}

/// What happened and what to do next, for every way in which a hand-off does not open.
fn words_of(refusal: Refusal) -> Trouble {
    let (what, next) = match refusal {
        Refusal::Empty => (w::EMPTY, w::EMPTY_NEXT),
        Refusal::NotOurs => (w::NOT_OURS, w::NOT_OURS_NEXT),
        Refusal::Pdf => (w::NOT_OURS, w::IS_PDF),
        Refusal::Zip => (w::NOT_OURS, w::IS_ZIP),
        Refusal::CutShort => (w::CUT_SHORT, w::CUT_SHORT_NEXT),
        Refusal::Damaged => (w::DAMAGED, w::DAMAGED_NEXT),
        Refusal::Altered => (w::ALTERED, w::ALTERED_NEXT),
        Refusal::WrongCode => (w::WRONG_CODE, w::WRONG_CODE_NEXT),
        Refusal::TooNew => (w::TOO_NEW, w::TOO_NEW_NEXT),
        Refusal::ForAnotherOffice => (w::OTHER_OFFICE, w::OTHER_OFFICE_NEXT),
        Refusal::Unsupported => (w::UNSUPPORTED, w::UNSUPPORTED_NEXT),
        Refusal::TooLong => (w::TOO_LARGE, w::NOT_OURS_NEXT),
        Refusal::Content => (w::NO_NOTE, w::NO_NOTE_NEXT),
    };
    let at = match refusal {
        Refusal::WrongCode => "code",
        _ => "",
    };
    Trouble::new(what, next).at(at)
}
