//! The medication sheet as お薬手帳 QR and as a file: what is chosen, for whoever reads them.

use leptos::prelude::*;

use super::{
    SHEET, child,
    see::{only, part},
    sheet,
};
use crate::{
    answer::Answer,
    browser::{
        clock,
        el::{El, el},
        files, page,
        text::shift_jis,
    },
    form::Form,
    forms,
    job::{Done, Job},
    machine::Way,
    pharmacy::{Child, Cp932, With as Beside, Written, export},
    record::Entry,
    share::{Secrets, Withhold, withheld},
    sheet::period_in_words,
    store::Session,
    text::Text,
    ui::{
        page::codes::place_in_set,
        part::{
            COLUMN, Lead, Say, busy_while, button, by, frame, group, icon, lang_now, lead, pick,
            quiet, row, span, stay_awake, symbol, symbols, title,
        },
        words::{hand_over, pharmacy as w},
    },
    worker,
};

/// What is chosen.
#[derive(Debug, Clone, PartialEq)]
struct Chosen {
    rows: Vec<usize>,
    name: bool,
    birth: bool,
    with: Beside,
}

/// What is shown.
#[derive(Debug, Clone, Default, PartialEq)]
struct Shown {
    file: Vec<u8>,
    /// Side and path of each code; none where there would be too many.
    codes: Vec<(u32, String)>,
    notes: Vec<Text>,
}

/// The screen of showing the sheet to a pharmacy.
pub fn show() -> El {
    let note = expect_context::<Session>().note();
    let record = note.record(sheet());
    let rows = part().map(|part| record.entries(part).to_vec());
    let mut rows = rows.unwrap_or_default();
    rows.retain(|row| !row.is_blank());
    // What tells more than the medicines is chosen by itself.
    let chosen = RwSignal::new(Chosen {
        rows: (0..rows.len()).collect(),
        name: false,
        birth: false,
        with: Beside::default(),
    });
    let shown = RwSignal::new(None::<Shown>);
    let child = child(&note);
    Effect::new(move |before: Option<()>| {
        shown.track();
        if before.is_some() {
            page::to_title();
        }
    });
    el("div").class("ks-screen").part(move || {
        let content = match shown.get() {
            Some(now) => codes(now, shown),
            None => choose(&rows, &child, chosen, shown),
        };
        let lead = if shown.with_untracked(Option::is_some) {
            Lead::Step(Box::new(move || shown.set(None)))
        } else {
            Lead::Back(SHEET)
        };
        frame(lead, w::SHOW, COLUMN, content)
    })
}

fn choose(
    rows: &[Entry],
    child: &Child,
    chosen: RwSignal<Chosen>,
    shown: RwSignal<Option<Shown>>,
) -> Vec<El> {
    let head = group("", vec![title(w::SHOW), lead(w::SHOW_LEAD)]);
    if rows.is_empty() {
        return vec![head, quiet("ks-card ks-quiet", "info", w::NOTHING)];
    }
    let medicine = |(at, row): (usize, &Entry)| {
        let when = row.get("when").map(Answer::period).unwrap_or_default();
        let medicine = row.text("medicine").lines().next().unwrap_or_default();
        let line =
            |class: &str, text: &str| el("span").class(class).attr("translate", "no").text(text);
        let content = vec![
            line("ks-block", medicine),
            line("ks-pick__sub ks-num", &period_in_words(&when, lang_now())),
        ];
        pick(
            "checkbox",
            content,
            move || chosen.with(|chosen| chosen.rows.contains(&at)),
            move |on| {
                chosen.update(|chosen| {
                    chosen.rows.retain(|other| *other != at);
                    if on {
                        chosen.rows.push(at);
                        chosen.rows.sort_unstable();
                    }
                });
            },
        )
    };
    let which = el("fieldset")
        .class("ks-card")
        .add(el("legend").class("ks-label ks-legend").say(w::WHICH_ROWS))
        .all(rows.iter().enumerate().map(medicine).collect());
    let busy = RwSignal::new(false);
    let (rows, child) = (rows.to_vec(), child.clone());
    let make = move || {
        let all: Vec<&Form> = forms::ALL.iter().chain(forms::CASE).collect();
        let secrets = Secrets::of(&all, &expect_context::<Session>().note());
        let written = written(&rows, &child, &secrets, &chosen.get_untracked());
        busy.set(true);
        leptos::task::spawn_local(async move {
            let made = drawn(written).await;
            let _ = busy.try_set(false);
            let _ = shown.try_set(Some(made));
        });
    };
    let go = el("div").class("ks-slot").when(move || {
        if chosen.with(|chosen| chosen.rows.is_empty()) {
            return Some(quiet("ks-quiet", "info", w::CHOOSE_ROWS));
        }
        let button = button("ks-btn ks-btn--main ks-btn--lg ks-btn--wide", make.clone());
        Some(button.add(icon("qr")).add(span(w::MAKE)))
    });
    vec![
        head,
        open_to_all(),
        which,
        beside(chosen),
        quiet("ks-quiet", "lock", w::NO_ADDRESS),
        busy_while(busy, w::MAKING),
        go,
    ]
}

/// That nothing of it is locked.
fn open_to_all() -> El {
    let told = vec![
        el("h2")
            .class("ks-h3 ks-med__head")
            .add(icon("eye"))
            .add(span(w::SHOW_OPEN)),
        el("p").say(w::SHOW_OPEN_NEXT),
    ];
    group("ks-card ks-card--sun ks-stack-2", told)
}

/// What goes beside dates and medicines.
fn beside(chosen: RwSignal<Chosen>) -> El {
    type Get = fn(&Chosen) -> bool;
    type Set = fn(&mut Chosen, bool);
    let all: [(Text, Option<Text>, Get, Set); 5] = [
        (
            w::S_CLINIC,
            None,
            |c| c.with.clinic,
            |c, on| {
                c.with.clinic = on;
            },
        ),
        (
            w::S_REMARKS,
            None,
            |c| c.with.remarks,
            |c, on| {
                c.with.remarks = on;
            },
        ),
        (
            w::S_NAME,
            Some(w::S_NAME_SUB),
            |c| c.name,
            |c, on| {
                c.name = on;
            },
        ),
        (w::S_BIRTH, None, |c| c.birth, |c, on| c.birth = on),
        (
            w::S_DIAGNOSIS,
            None,
            |c| c.with.diagnosis,
            |c, on| {
                c.with.diagnosis = on;
            },
        ),
    ];
    let one = |(text, sub, get, set): (Text, Option<Text>, Get, Set)| {
        let sub = sub.map(|sub| span(sub).class("ks-pick__sub"));
        let content = [span(text)].into_iter().chain(sub).collect();
        pick(
            "checkbox",
            content,
            move || chosen.with(get),
            move |on| chosen.update(|chosen| set(chosen, on)),
        )
    };
    el("fieldset")
        .class("ks-card ks-med__fields")
        .add(el("legend").class("ks-label ks-legend").say(w::WHICH_ELSE))
        .all(all.into_iter().map(one).collect())
}

/// What goes: never where the family lives or can be called, wherever it was written.
fn written(rows: &[Entry], child: &Child, secrets: &Secrets, chosen: &Chosen) -> Written {
    let mut who = Child::default();
    if chosen.name {
        who.name.clone_from(&child.name);
        who.kana.clone_from(&child.kana);
    }
    if chosen.birth {
        who.birth = child.birth;
    }
    let picked = chosen.rows.iter().filter_map(|at| rows.get(*at).cloned());
    let withhold = Withhold {
        places: !chosen.with.clinic,
    };
    let kept = withheld(sheet(), only(picked.collect()), secrets, withhold);
    let rows = part().map(|part| kept.entries(part)).unwrap_or_default();
    export(&who, None, rows, chosen.with, &Cp932::of(&shift_jis))
}

/// The codes of what was written, drawn by the worker.
async fn drawn(written: Written) -> Shown {
    let mut shown = Shown {
        file: written.file(),
        ..Shown::default()
    };
    let id = (clock::now_ms() as u64).to_string();
    for message in written.parts(&id).unwrap_or_default() {
        match worker::ask(Job::Symbol { message }).await {
            Ok(Done::Drawn { side, paths }) => {
                shown
                    .codes
                    .extend(paths.into_iter().map(|path| (side, path)));
            }
            // Some of them alone would be a part of the medicines.
            Ok(_) | Err(worker::Lost) => {
                shown.codes.clear();
                break;
            }
        }
    }
    let notes = [
        (written.memos > 0, w::MEMOS),
        (!written.unencodable.is_empty(), w::REPLACED),
        (written.shortened > 0, w::SHORTENED),
    ];
    shown.notes = notes
        .into_iter()
        .filter_map(|(holds, text)| holds.then_some(text))
        .collect();
    shown
}

fn codes(now: Shown, shown: RwSignal<Option<Shown>>) -> Vec<El> {
    stay_awake();
    let count = now.codes.len();
    let codes = if count == 0 {
        quiet("ks-card ks-quiet", "info", w::TOO_LONG)
    } else {
        let code = |(n, (side, path)): (usize, &(u32, String))| {
            symbol(*side, path, &["QR ", &place_in_set(n, count)].concat())
        };
        let drawn = now.codes.iter().enumerate().map(code).collect();
        symbols(drawn, |n| place_in_set(n, count))
    };
    let next = el("p").say(w::CODES_NEXT);
    let saved = RwSignal::new(None::<bool>);
    let file = now.file;
    let save = move || {
        let today = clock::today().iso().replace('-', "");
        let name = ["okusuri-", &today, ".txt"].concat();
        saved.set(Some(files::save(&name, &file)));
    };
    let outcome = el("p")
        .class("ks-slot")
        .attr("role", "status")
        .when(move || {
            let text = if saved.get()? {
                hand_over::FILE_SAVED
            } else {
                hand_over::FILE_FAILED
            };
            Some(span(text))
        });
    let note = |text: Text| quiet("ks-quiet", "info", text);
    let file = row(
        button("ks-link-row", save),
        "file",
        w::SAVE,
        Some(w::SAVE_SUB),
    );
    let again = button("ks-btn ks-btn--line ks-btn--wide", move || shown.set(None));
    let mut content = vec![
        group("", vec![title(w::CODES), next.class("ks-lead")]),
        codes,
    ];
    content.extend(now.notes.into_iter().map(note));
    content.extend([
        open_to_all(),
        el("nav").called(w::SAVE).add(by(Way::File, file)),
        outcome,
        again.say(w::CHANGE),
    ]);
    content
}
