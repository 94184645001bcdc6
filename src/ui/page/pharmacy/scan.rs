//! Reading codes: by camera, from pictures, or an app's file; one or many, in any order.

use std::rc::Rc;

use leptos::prelude::*;

use super::{SHEET, see::see, take::taken};
use crate::{
    browser::{
        clock,
        el::{El, el},
        files::{self, Bytes, Picked},
        page, picture,
        text::shift_jis,
    },
    carrier::qr::{self, Code, Foreign, Join},
    machine::Way,
    pharmacy::{Fields, Gather, Kind, MAX_BYTES, Pick, Place, Took, kind},
    record::Record,
    store::Session,
    ui::{
        part::{
            COLUMN, Lead, Say, Scanner, Trouble, busy_while, button, by, counted, find, frame,
            group, icon, lead, quiet, span, title, trouble_box, watching, words, written,
        },
        words::{pharmacy as w, receive},
    },
};

/// The longer side of a second look at a large photograph: of a whole page a code is a small part.
const LARGE: f64 = 4_096.0;

/// What is being read. Everything lives here, and goes with the screen.
#[derive(Clone, Copy)]
pub(super) struct Scan {
    pub(super) gather: StoredValue<Gather>,
    /// Counts what came into it.
    pub(super) changed: RwSignal<u32>,
    pub(super) step: RwSignal<Step>,
    pub(super) trouble: RwSignal<Option<Trouble>>,
    /// Medicines whose tick the parent has turned, by message.
    pub(super) turned: RwSignal<Vec<(usize, Pick)>>,
    /// The sheet as it was before something was taken.
    pub(super) before: StoredValue<Option<Record>>,
    /// What of each medicine is taken.
    pub(super) fields: RwSignal<Fields>,
    /// Whether what was taken has just been taken back.
    pub(super) undone: RwSignal<bool>,
    newest: StoredValue<f64>,
    busy: RwSignal<bool>,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Step {
    Read,
    See,
    /// These rows were taken.
    Taken(Record),
}

/// The screen of reading pharmacy codes.
pub fn scan() -> El {
    let scan = Scan {
        gather: StoredValue::new(Gather::new()),
        changed: RwSignal::new(0),
        step: RwSignal::new(Step::Read),
        trouble: RwSignal::new(None),
        turned: RwSignal::new(Vec::new()),
        before: StoredValue::new(None),
        fields: RwSignal::new(Fields::default()),
        undone: RwSignal::new(false),
        newest: StoredValue::new(0.0),
        busy: RwSignal::new(false),
    };
    Effect::new(move |_| {
        scan.changed.track();
        if !scan.busy.get() && scan.step.get_untracked() == Step::Read && scan.is_whole() {
            scan.go(Step::See);
        }
    });
    el("div")
        .class("ks-screen")
        .part(move || match scan.step.get() {
            Step::Read => read(scan),
            Step::See => see(scan),
            Step::Taken(rows) => taken(scan, rows),
        })
}

impl Scan {
    /// Begins anew; what was taken stands in the sheet.
    pub(super) fn again(self) {
        self.gather.set_value(Gather::new());
        self.turned.set(Vec::new());
        self.go(Step::Read);
    }

    pub(super) fn go(self, step: Step) {
        self.trouble.set(None);
        self.step.set(step);
        page::to_title();
    }

    /// Whether something is whole, and nothing is waited for.
    fn is_whole(self) -> bool {
        self.gather.with_value(|gather| {
            !gather.whole().is_empty() && gather.loose().is_empty() && gather.progress().is_empty()
        })
    }

    /// Takes what one code says, or a file.
    fn take(self, bytes: &[u8], place: Option<Place>) {
        let took = self
            .gather
            .try_update_value(|gather| gather.take(bytes, place));
        let trouble = match took {
            None | Some(Took::Again) => return,
            Some(Took::Whole | Took::Part { .. } | Took::Loose) => {
                self.newest.set_value(clock::now_ms());
                self.changed.update(|count| *count = count.wrapping_add(1));
                None
            }
            Some(Took::Foreign(kind)) => Some(foreign(kind, bytes)),
            Some(Took::Full) => Some(Trouble::new(w::FULL, w::FULL_NEXT)),
        };
        // A trouble is said once, not at every frame of a running camera.
        if self.trouble.get_untracked() != trouble {
            self.trouble.set(trouble);
        }
    }

    fn take_code(self, code: &Code) {
        let place = code.sequence.map(|place| {
            let qr::Sequence {
                index,
                count,
                parity,
            } = place;
            Place {
                index,
                count,
                parity,
            }
        });
        self.take(&code.bytes, place);
    }

    /// Whether somebody still waits for codes: the screen may be gone, and its signals with it.
    fn is_over(self) -> bool {
        self.step.try_with_untracked(|step| *step == Step::Read) != Some(true)
    }
}

/// What a code is that is no notebook, and what to do instead.
fn foreign(kind: Kind, bytes: &[u8]) -> Trouble {
    let (what, next) = match (kind, Join::new().take(bytes)) {
        (Kind::Prescription, _) => (w::PRESCRIPTION, w::PRESCRIPTION_NEXT),
        (Kind::PrescriptionCopy, _) => (w::COPY, w::PRESCRIPTION_NEXT),
        (_, qr::Took::NotOurs(Foreign::HealthCard)) => (w::HEALTH_CARD, w::OTHER_NEXT),
        (_, qr::Took::NotOurs(Foreign::Wifi)) => (w::WIFI, w::OTHER_NEXT),
        (_, qr::Took::NotOurs(Foreign::OtherLink)) => (w::LINK, w::OTHER_NEXT),
        (_, qr::Took::NotOurs(Foreign::Other | Foreign::Jahis | Foreign::KeyCard)) => {
            (w::OTHER, w::OTHER_NEXT)
        }
        _ => (w::OURS, w::OURS_NEXT),
    };
    Trouble::new(what, next)
}

/// Camera, pictures, and what is here so far.
fn read(scan: Scan) -> Vec<El> {
    let scanner = Scanner {
        take: Rc::new(move |code| scan.take_code(code)),
        done: Rc::new(move || scan.is_over()),
        newest: scan.newest,
        trouble: scan.trouble,
        hint: w::HINT,
        stalled: w::STALLED,
    };
    let here = el("div").class("ks-slot").part(move || {
        scan.changed.track();
        scan.gather.with_value(|gather| progress(scan, gather))
    });
    let tip = |text| el("li").say(text);
    let tips = [w::TIP_LIGHT, w::TIP_PHOTO, w::TIP_APP, w::TIP_HAND];
    let tips = el("details")
        .class("ks-rowcard")
        .add(
            el("summary")
                .add(icon("info"))
                .add(span(w::TIPS).class("ks-rowcard__t"))
                .add(icon("down")),
        )
        .add(
            el("ul")
                .class("ks-rowcard__body ks-stack-2")
                .all(tips.into_iter().map(tip).collect()),
        );
    let content = vec![
        trouble_box(move || scan.trouble.get()),
        group("", vec![title(w::READ), lead(w::LEAD)]),
        here,
        group(
            "ks-stack",
            vec![
                watching(scanner),
                choosing(scan),
                busy_while(scan.busy, w::READING),
            ],
        ),
        quiet("ks-quiet", "lock", w::KEPT_HERE),
        tips,
    ];
    frame(Lead::Away(SHEET), w::READ, COLUMN, content)
}

/// Pictures and files.
fn choosing(scan: Scan) -> El {
    let session = expect_context::<Session>();
    let pick = move |event| {
        let picked = files::picked(&event);
        scan.trouble.set(None);
        scan.busy.set(true);
        leptos::task::spawn_local(async move {
            for file in picked {
                take_file(scan, file).await;
            }
            let _ = scan.busy.try_set(false);
        });
    };
    // No `accept`: a phone would grey out an app's file, and the content decides anyway.
    let input = el("input")
        .class("ks-hide")
        .attr("type", "file")
        .attr("multiple", "")
        .on("click", move |_| session.set_awaited(true))
        .on("change", pick);
    let door = el("label")
        .class("ks-btn ks-btn--line ks-btn--lg ks-btn--wide ks-file")
        .add(icon("file"))
        .add(span(w::PICTURES))
        .add(input);
    by(Way::Pick, door)
}

/// The content decides what a file is, not its name.
async fn take_file(scan: Scan, file: Picked) {
    if !file.is_picture() {
        match file.bytes().await {
            Bytes::Read(bytes)
                if bytes.len() <= MAX_BYTES
                    && matches!(kind(&bytes), Kind::Notebook | Kind::Prescription) =>
            {
                return scan.take(&bytes, None);
            }
            Bytes::Read(_) | Bytes::TooLarge | Bytes::Unreadable => {}
        }
    }
    let mut codes = Vec::new();
    for side in [picture::MOST_PIXELS, LARGE] {
        let Some(picture) = picture::within(&file, side).await else {
            break;
        };
        let small = f64::from(picture.width.max(picture.height)) < picture::MOST_PIXELS;
        for code in find(picture, true).await {
            if !codes.contains(&code) {
                codes.push(code);
            }
        }
        if small {
            break;
        }
    }
    if codes.is_empty() {
        let none = Trouble::new(receive::NO_CODE, receive::NO_CODE_NEXT);
        let _ = scan.trouble.try_set(Some(none));
    }
    for code in &codes {
        scan.take_code(code);
    }
}

/// What is here, and what is still missing.
fn progress(scan: Scan, gather: &Gather) -> Vec<El> {
    let mut all = Vec::new();
    if !gather.whole().is_empty() {
        let look = button("ks-btn ks-btn--line", move || scan.go(Step::See)).say(w::SEE);
        let whole = el("p")
            .class("ks-row")
            .attr("role", "status")
            .add(icon("check"))
            .add(span(w::ONE_WHOLE));
        all.push(group("ks-card ks-card--tint ks-stack-2", vec![whole, look]));
    }
    for set in gather.progress() {
        let held: Vec<bool> = (1..=set.need)
            .map(|place| !set.missing.contains(&place))
            .collect();
        let mut stones = counted(set.have, &held);
        stones.push(el("p").say(w::GOES_ON));
        all.push(group("ks-stack-2", stones));
    }
    if !gather.loose().is_empty() {
        all.push(loose(scan, gather));
    }
    all
}

/// Pieces that do not say where they belong: only the parent sees the paper.
fn loose(scan: Scan, gather: &Gather) -> El {
    let heading = el("h2").class("ks-h3").say(w::LOOSE);
    let card = |content| group("ks-card ks-card--sun ks-stack-2", content);
    let Some(last) = gather.whole().len().checked_sub(1) else {
        return card(vec![heading, el("p").say(w::LOOSE_FIRST)]);
    };
    // Its beginning tells a piece from the others, for whoever holds the paper.
    let begins: Vec<String> = gather
        .loose()
        .iter()
        .map(|piece| {
            let text = shift_jis(piece);
            let plain = text.chars().filter(|c| !c.is_control());
            plain.take(16).collect()
        })
        .collect();
    let order = RwSignal::new((0..begins.len()).collect::<Vec<usize>>());
    let list = el("ol").class("ks-stack-2").part(move || {
        let order_now = order.get();
        let piece = |(at, which): (usize, &usize)| {
            let earlier = (at > 0).then(|| {
                let swap = move || order.update(|order| order.swap(at - 1, at));
                button("ks-btn ks-btn--sm", swap)
                    .add(icon("up"))
                    .add(span(w::EARLIER))
            });
            let number = (at + 1).to_string();
            let begins = el("span").attr("translate", "no").text(&begins[*which]);
            el("li")
                .class("ks-row")
                .add(el("b").class("ks-num").text(&number))
                .add(begins.text("…"))
                .maybe(earlier)
        };
        order_now.iter().enumerate().map(piece).collect()
    });
    let join = button("ks-btn ks-btn--line", move || {
        let order = order.get_untracked();
        scan.gather.update_value(|gather| {
            gather.append(last, &order);
        });
        scan.changed.update(|count| *count = count.wrapping_add(1));
    });
    let next = el("p").say(w::LOOSE_NEXT);
    card(vec![
        heading,
        next,
        list.called(w::LOOSE),
        join.say(w::JOIN),
    ])
}

/// A word and what it stands for, in a list of such.
pub(super) fn fact(name: crate::text::Text, says: &str) -> El {
    el("div")
        .add(el("dt").text(words(name)))
        .add(written(el("dd").attr("translate", "no"), says))
}
