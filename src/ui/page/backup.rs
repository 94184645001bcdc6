//! 控え: everything in one sealed file, and the text of it on paper.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    browser::{
        blob::Content,
        clock,
        el::{El, el},
        files::{self, Shared},
        page, place,
    },
    carrier::{
        file::backup_name,
        qr::{self, Density},
    },
    job::{Done, Job},
    route::Route,
    store::{
        Session,
        backup::{self, Made, Unmade},
    },
    text::{Text, t},
    ui::{
        part::{
            COLUMN, Lead, Say, Trouble, age_of_backup, asking, busy_while, button, frame, group,
            icon, is_due, lead, link, outcome, progress, quiet, row, span, symbol, title,
            trouble_box, words as say,
        },
        words::{self, backup as w, door},
    },
    worker,
};

/// Codes on one page of A4.
const ON_A_PAGE: usize = 6;

/// What the page shows.
#[derive(Clone)]
enum Shown {
    /// What can be done.
    Ways,
    /// The file was made.
    Made(Made),
    /// The codes for paper.
    Paper(Drawn),
}

/// Codes that were drawn: the first `needed` of them, or any as many, bring everything back.
#[derive(Clone)]
struct Drawn {
    side: u32,
    paths: Vec<String>,
    needed: usize,
}

/// Everything in one sealed file, or on paper.
pub fn backup() -> Vec<El> {
    let shown = RwSignal::new_local(Shown::Ways);
    let trouble = RwSignal::new(None);
    let busy = RwSignal::new(false);
    let share = RwSignal::new(0);
    vec![el("div").class("ks-screen").part(move || {
        let back = move || shown.set(Shown::Ways);
        match shown.get() {
            Shown::Ways => ways(shown, trouble, busy, share),
            Shown::Made(made) => frame(
                Lead::Step(Box::new(back)),
                w::TITLE,
                COLUMN,
                made_card(made),
            ),
            Shown::Paper(drawn) => frame(
                Lead::Step(Box::new(back)),
                w::TITLE,
                COLUMN,
                on_paper(&drawn),
            ),
        }
    })]
}

fn ways(
    shown: RwSignal<Shown, LocalStorage>,
    trouble: RwSignal<Option<Trouble>>,
    busy: RwSignal<bool>,
    share: RwSignal<u32>,
) -> Vec<El> {
    let session = expect_context::<Session>();
    let make = move || {
        trouble.set(None);
        share.set(0);
        busy.set(true);
        spawn_local(async move {
            let told = |done| {
                let _ = share.try_set(done);
            };
            let made = backup::make(session, &told).await;
            let _ = busy.try_set(false);
            match made {
                Ok(made) => {
                    save(&made.file);
                    let _ = shown.try_set(Shown::Made(made));
                    page::to_title();
                }
                Err(why) => {
                    let _ = trouble.try_set(Some(trouble_of(why)));
                }
            }
        });
    };
    let drawing = RwSignal::new(false);
    let paper = move || {
        trouble.set(None);
        drawing.set(true);
        spawn_local(async move {
            let drawn = draw(session).await;
            let _ = drawing.try_set(false);
            match drawn {
                Ok(drawn) => {
                    let _ = shown.try_set(Shown::Paper(drawn));
                    page::to_title();
                }
                Err(why) => {
                    let _ = trouble.try_set(Some(why));
                }
            }
        });
    };
    let file = card(w::FILE, w::FILE_LEAD)
        .add(
            el("div")
                .class("ks-slot")
                .when(move || busy.get().then(|| progress(w::MAKING, share))),
        )
        .add(
            button("ks-btn ks-btn--main ks-btn--lg ks-btn--wide", make)
                .attr_of("disabled", move || busy.get().then(String::new))
                .add(icon("box"))
                .add(span(w::MAKE)),
        );
    let paper = card(w::PAPER, w::PAPER_LEAD)
        .add(busy_while(drawing, w::MAKING))
        .add(
            button("ks-btn ks-btn--wide", paper)
                .add(icon("print"))
                .add(span(w::PAPER_MAKE)),
        );
    let bring = link("ks-link-row", &Route::Restore.fragment());
    let age = age_of_backup(session.last_backup());
    let due = is_due(session).then(|| el("p").class("ks-small").say(w::DUE));
    let age = el("div").class("ks-card ks-stack-2").add(
        el("p")
            .class("ks-row ks-num")
            .add(icon("clock"))
            .add(el("span").text(&age)),
    );
    let content = vec![
        trouble_box(move || trouble.get()),
        group("", vec![title(w::TITLE), lead(w::LEAD)]),
        age.maybe(due),
        file,
        paper,
        asking(false),
        el("nav")
            .called(words::keys::MORE)
            .add(row(bring, "receive", w::BACK, None)),
    ];
    frame(Lead::Back("#/keys"), w::TITLE, COLUMN, content)
}

fn card(name: Text, sentence: Text) -> El {
    el("section")
        .class("ks-card ks-stack")
        .add(el("h2").class("ks-h3").say(name))
        .add(el("p").say(sentence))
}

pub(super) fn trouble_of(why: Unmade) -> Trouble {
    match why {
        Unmade::TooLong => Trouble::new(w::TOO_LONG, w::TOO_LONG_NEXT),
        Unmade::Locked | Unmade::Failed => Trouble::new(w::FAILED, w::FAILED_NEXT),
    }
}

fn name_of_today() -> String {
    let today = clock::today();
    let (month, day) = (today.month.unwrap_or(1), today.day.unwrap_or(1));
    backup_name(today.year, month, day)
}

pub(super) fn save(file: &Content) {
    files::save_content(&name_of_today(), file);
}

/// A place of her own choice, where the browser can ask for one.
fn in_place(file: Content) -> Option<El> {
    let said = RwSignal::new(None::<Text>);
    let place = move || {
        let placed = files::place(&name_of_today(), &file);
        spawn_local(async move {
            let words = match placed.await {
                Shared::Taken => Some(w::PLACED),
                Shared::LeftBe => None,
                Shared::Refused => Some(w::NOT_PLACED),
            };
            let _ = said.try_set(words);
        });
    };
    let place = row(
        button("ks-link-row", place),
        "box",
        w::PLACE,
        Some(w::PLACE_SUB),
    );
    files::can_be_placed().then(|| group("ks-card", vec![place, outcome(move || said.get())]))
}

/// What went in, in numbers.
pub(super) fn facts_of_file(made: &Made) -> El {
    let facts = [
        (w::NOTES, made.notes.to_string()),
        (w::PAPERS, made.papers.to_string()),
        (w::SIZE, size_in_words(made.file.size())),
    ];
    let fact = |(name, value): (Text, String)| {
        el("div")
            .add(el("dt").say(name))
            .add(el("dd").class("ks-num").text(&value))
    };
    el("dl")
        .class("ks-kv")
        .all(facts.into_iter().map(fact).collect())
}

/// What went in, and what to do with it.
fn made_card(made: Made) -> Vec<El> {
    let list = facts_of_file(&made);
    let missing = (made.missing > 0).then(|| quiet("ks-quiet", "warn", w::MISSING));
    let closed = made.closed.into_iter().map(|name| {
        quiet("ks-quiet", "warn", w::CLOSED)
            .add(el("span").attr("translate", "no").text("  ").text(&name))
    });
    let closed: Vec<El> = closed.collect();
    let card = el("section")
        .class("ks-card ks-stack")
        .add(list)
        .maybe(missing)
        .all(closed);
    let file = made.file;
    let placed = in_place(file.clone());
    let again = button("ks-btn ks-btn--wide", move || save(&file));
    let home = link("ks-btn ks-btn--main ks-btn--lg ks-btn--wide", "#/");
    [
        group("", vec![title(w::MADE), lead(w::MADE_NEXT)]),
        card,
        home.say(words::restore::SEE),
        again.add(icon("file")).add(span(w::AGAIN)),
    ]
    .into_iter()
    .chain(placed)
    .collect()
}

/// `1.4 MB`; what is small is small.
fn size_in_words(bytes: u64) -> String {
    let tenths = bytes.div_ceil(100_000);
    [
        &(tenths / 10).to_string(),
        ".",
        &(tenths % 10).to_string(),
        " MB",
    ]
    .concat()
}

/// The codes of everything that is text, with some to spare.
async fn draw(session: Session) -> Result<Drawn, Trouble> {
    let (envelope, _) = backup::make_compact(session).map_err(trouble_of)?;
    let address = place::page_address();
    // Normal where it fits, else the coarsest that does: as on the screen.
    let fits = |density: &Density| qr::split(&envelope, address.len(), *density).ok();
    let set = [Density::Normal, Density::Coarse, Density::Fine]
        .iter()
        .find_map(fits)
        .ok_or(Trouble::new(w::TOO_LONG, w::TOO_LONG_NEXT))?;
    let (needed, density) = (set.k(), set.density());
    let all = (needed + 1 + needed / ON_A_PAGE).min(usize::from(u8::MAX));
    let job = Job::Draw {
        address,
        envelope,
        density,
        serials: (0..all).map(|n| n as u8).collect(),
    };
    match worker::ask(job).await {
        Ok(Done::Drawn { side, paths }) => Ok(Drawn {
            side,
            paths,
            needed,
        }),
        Ok(_) => Err(trouble_of(Unmade::Failed)),
        Err(worker::Lost) => Err(Trouble::new(door::NO_WORKER, door::NO_WORKER_NEXT)),
    }
}

fn on_paper(drawn: &Drawn) -> Vec<El> {
    let print = button("ks-btn ks-btn--main ks-btn--lg ks-btn--wide", page::print);
    let count = drawn.paths.len().div_ceil(ON_A_PAGE);
    let sheets = drawn.paths.chunks(ON_A_PAGE).enumerate();
    let sheets = sheets.map(|(at, paths)| sheet(drawn, at, count, paths));
    vec![
        group(
            "ks-noprint ks-stack",
            vec![
                title(w::PAPER),
                lead(w::PAPER_HOW),
                print.add(icon("print")).add(span(w::PAPER_PRINT)),
            ],
        ),
        group("kc-pages bk-pages", sheets.collect()),
    ]
}

/// A page of codes.
fn sheet(drawn: &Drawn, at: usize, count: usize, paths: &[String]) -> El {
    let code = |(i, path): (usize, &String)| {
        let caption = place_in_set(at * ON_A_PAGE + i, drawn.needed);
        let drawing = symbol(drawn.side, path, &["QR ", &caption].concat());
        el("li")
            .add(drawing)
            .add(el("p").class("ks-num").text(&caption))
    };
    let codes = paths.iter().enumerate().map(code).collect();
    let made = [say(words::restore::MADE_ON), "  ", &clock::today().iso()].concat();
    let pages = format!("{} / {count}", at + 1);
    el("article")
        .class("a4 kc bk")
        .add(group(
            "bk__head",
            vec![
                el("p").class("kc__app").say(words::APP),
                el("p").class("ks-num").text(&pages),
            ],
        ))
        .add(el("h2").class("kc__h").say(w::TITLE))
        .add(el("ol").class("bk__codes").all(codes))
        .add(el("p").class("bk__how").say(w::PAPER_HOW))
        .add(el("p").class("ks-num").text(&made))
}

/// `2/8`, or that it stands in for any other.
fn place_in_set(n: usize, needed: usize) -> String {
    const SPARE: Text = t("おぎない", "おぎない", "Spare");
    if n >= needed {
        return format!("{} {}", say(SPARE), n + 1 - needed);
    }
    format!("{}/{needed}", n + 1)
}
