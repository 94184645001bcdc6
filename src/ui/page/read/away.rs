//! もっていく: what an office takes over into its own software. Each file is made when it is asked
//! for, from what was received and from nothing else.

use std::rc::Rc;

use leptos::prelude::*;

use crate::{
    answer::PartialDate,
    browser::{
        clock,
        el::{El, el},
        files::{self, Bytes},
        page,
        text::shift_jis,
    },
    export::{
        Sheets,
        csv::{self, Table},
        fhir, file_name, ics, json, monthly,
    },
    forms::{EMPLOYMENT, any_by_id},
    pharmacy::Cp932,
    record::Record,
    transition::calendar,
    ui::{
        part::{Say, button, group, icon, lang_now, outcome, pick, row, span, words},
        words::office as w,
    },
};

/// What is under way here.
#[derive(Clone, Copy)]
struct Away {
    /// Whether a file was made, of the last one asked for.
    saved: RwSignal<Option<bool>>,
    /// Whether CSV is written in CP932.
    old: RwSignal<bool>,
}

/// The card of files to take away; nothing on a shared machine, from which no file goes.
pub fn away(sheets: Sheets) -> El {
    let card = el("details").class("ks-rowcard");
    if page::kiosk() || sheets.leaves.is_empty() {
        return card.attr("hidden", "");
    }
    let name = span(w::AWAY).class("ks-rowcard__t");
    let head = el("summary").add(icon("file")).add(name).add(icon("down"));
    let sheets = Rc::new(sheets);
    // Made when it is opened: most offices read and print.
    let opened = RwSignal::new(false);
    let body = el("div").class("ks-rowcard__body ks-stack").part(move || {
        if opened.get() {
            inside(&sheets)
        } else {
            Vec::new()
        }
    });
    card.on("toggle", move |event| {
        if crate::browser::el::unfolded(&event) && !opened.get_untracked() {
            opened.set(true);
        }
    })
    .add(head)
    .add(body)
}

fn inside(sheets: &Rc<Sheets>) -> Vec<El> {
    let away = Away {
        saved: RwSignal::new(None),
        old: RwSignal::new(false),
    };
    let lang = lang_now();
    let items = csv::key_value(sheets, lang);
    let tables = csv::records(sheets, lang);
    let lost = Rc::new(lost_in(&items, &tables));
    let on = sheets.issued_on;
    let save = move |part: &str, ending: &str, bytes: &[u8]| {
        let name = file_name(on, part, ending);
        away.saved.set(Some(files::save(&name, bytes)));
    };
    let entry =
        |title, sub, act: Box<dyn Fn()>| row(button("ks-link-row", act), "file", title, Some(sub));
    let table = |table: Table, title: Option<String>| {
        let heading = span(if title.is_some() { w::TABLE } else { w::ITEMS });
        let sub = if title.is_some() {
            w::TABLE_SUB
        } else {
            w::ITEMS_SUB
        };
        let heading = match &title {
            Some(title) => heading.text("：").text(title),
            None => heading,
        };
        let rows = w::count(table.rows.len().saturating_sub(1), lang);
        let about = span(sub).class("ks-small ks-block").text("　").text(&rows);
        let act = move || {
            let bytes = if away.old.get_untracked() {
                table.cp932(&Cp932::of(&shift_jis)).bytes
            } else {
                table.utf8()
            };
            save(&table.name, "csv", &bytes);
        };
        button("ks-link-row", act)
            .add(icon("table"))
            .add(heading.add(about))
            .add(icon("next"))
    };
    let mut rows = vec![table(items, None)];
    for one in tables {
        let title = title_of(&one.name);
        rows.push(table(one, Some(title)));
    }
    let own = Rc::clone(sheets);
    let readable = Box::new(move || save("readable", "json", json::text(&own, lang).as_bytes()));
    rows.push(entry(w::JSON, w::JSON_SUB, readable));
    let own = Rc::clone(sheets);
    let medical = Box::new(move || save("fhir", "json", fhir::text(&own).as_bytes()));
    rows.push(entry(w::FHIR, w::FHIR_SUB, medical));
    let days = ics::events(sheets, clock::today(), lang);
    if !days.is_empty() {
        let file = move || save("days", "ics", calendar(&days, &clock::stamp()).as_bytes());
        rows.push(entry(w::ICS, w::ICS_SUB, Box::new(file)));
    }
    if let Some((year, month)) = monthly_of(sheets) {
        rows.push(monthly_row(sheets, (year, month), away));
    }
    let old = pick(
        "checkbox",
        vec![span(w::OLD_EXCEL)],
        move || away.old.get(),
        move |on| away.old.set(on),
    );
    // Said before anything is saved, not after.
    let named = el("p")
        .class("ks-slot")
        .attr("role", "status")
        .when(move || {
            away.old.get().then(|| match lost.as_str() {
                "" => span(w::NONE_LOST),
                lost => span(w::LOST)
                    .text("　")
                    .add(el("b").attr("translate", "no").text(lost)),
            })
        });
    let said = outcome(move || {
        Some(if away.saved.get()? {
            w::AWAY_SAVED
        } else {
            w::AWAY_FAILED
        })
    });
    vec![
        el("p").class("ks-small").say(w::AWAY_LEAD),
        group("", vec![old, named]),
        el("nav").attr("aria-label", words(w::AWAY)).all(rows),
        said,
    ]
}

/// The month of the consultation that came, if one did.
fn monthly_of(sheets: &Sheets) -> Option<(u16, u8)> {
    consultations(sheets).iter().find_map(monthly::month_of)
}

fn consultations(sheets: &Sheets) -> Vec<Record> {
    let mine = sheets
        .leaves
        .iter()
        .filter(|(form, ..)| form.id == EMPLOYMENT.id);
    mine.map(|(.., record)| record.clone()).collect()
}

/// The list of a month: this consultation, and those in files that were taken away before, which
/// tell what changed.
fn monthly_row(sheets: &Rc<Sheets>, (year, month): (u16, u8), away: Away) -> El {
    let all = RwSignal::new_local(consultations(sheets));
    let unread = RwSignal::new(false);
    let save = move || {
        let table = all.with_untracked(|all| monthly::monthly(all, year, month));
        let bytes = if away.old.get_untracked() {
            table.cp932(&Cp932::of(&shift_jis)).bytes
        } else {
            table.utf8()
        };
        let on = Some(PartialDate {
            year,
            month: Some(month),
            day: None,
        });
        away.saved.set(Some(files::save(
            &file_name(on, &table.name, "csv"),
            &bytes,
        )));
    };
    let pick = move |event| {
        let picked = files::picked(&event);
        leptos::task::spawn_local(async move {
            for file in picked {
                let Bytes::Read(bytes) = file.bytes().await else {
                    let _ = unread.try_set(true);
                    continue;
                };
                match monthly::kept(&bytes) {
                    Some(before) => drop(all.try_update(|all| all.extend(before))),
                    None => drop(unread.try_set(true)),
                }
            }
        });
    };
    let input = el("input")
        .class("ks-hide")
        .attr("type", "file")
        .attr("multiple", "")
        .on("change", pick);
    let before = el("label").class("ks-btn ks-btn--line ks-btn--sm ks-file");
    let count = el("span")
        .class("ks-num")
        .words(move || w::count(all.with(Vec::len), lang_now()));
    let strange = move || unread.get().then(|| span(w::MONTHLY_UNREAD));
    let more = group(
        "ks-row",
        vec![
            before
                .add(icon("plus"))
                .add(span(w::MONTHLY_BEFORE))
                .add(input),
            count,
        ],
    );
    let status = el("p").class("ks-small ks-slot").attr("role", "status");
    let list = row(
        button("ks-link-row", save),
        "table",
        w::MONTHLY,
        Some(w::MONTHLY_SUB),
    );
    group("", vec![list, more, status.when(strange)])
}

/// The characters that CP932 does not have, each once.
fn lost_in(items: &Table, tables: &[Table]) -> String {
    let cp932 = Cp932::of(&shift_jis);
    let mut lost = String::new();
    for table in std::iter::once(items).chain(tables) {
        for c in table.cp932(&cp932).lost {
            if !lost.contains(c) {
                lost.push(c);
                lost.push(' ');
            }
        }
    }
    lost
}

/// What a table of records is called: its sheet, and its part where it is a list.
fn title_of(name: &str) -> String {
    let (form, part) = name.split_once('-').unwrap_or((name, ""));
    let Some(form) = any_by_id(form) else {
        return name.to_owned();
    };
    let mut title = words(form.title).to_owned();
    let part = form.sections.iter().find(|own| own.id == part);
    let part = part.filter(|part| words(part.title) != title);
    if let Some(part) = part {
        title.push('　');
        title.push_str(words(part.title));
    }
    title
}
