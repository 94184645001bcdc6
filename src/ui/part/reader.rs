//! What was handed over, to be read. The parent's check page and the office show this same part.

use leptos::prelude::*;

use super::{icon, say};
use crate::{
    form::Form,
    record::Record,
    sheet::{Facts, Line, Part, Sheet},
    ui::words::receive as words,
};

/// Sheets to read, in the language of the screen.
#[component]
pub fn Reader(
    /// The records and their forms.
    sheets: Vec<(&'static Form, Record)>,
    /// Sheets inside that this version does not know.
    #[prop(default = 0)]
    unknown: usize,
) -> impl IntoView {
    let lang = super::lang();
    let facts = Facts::of(sheets.iter().map(|(form, record)| (*form, record)));
    let read = move || {
        let lang = lang.get();
        let read = |(form, record): &(&'static Form, Record)| Sheet::of(form, record, facts, lang);
        let sheets: Vec<Sheet> = sheets.iter().map(read).collect();
        let hidden = unknown + sheets.iter().map(|sheet| sheet.unknown).sum::<usize>();
        view! {
            {sheets.into_iter().map(sheet_view).collect_view()}
            {(hidden > 0).then(|| view! {
                <p class="rd__withheld">{icon("info")}<span>{say(words::UNKNOWN)}</span></p>
            })}
        }
    };
    view! { <div class="rd">{read}</div> }
}

fn sheet_view(sheet: Sheet) -> impl IntoView {
    let parts = sheet
        .parts
        .into_iter()
        .map(|part| part_view(part, sheet.title));
    view! {
        <section class="rd__sec" aria-label=sheet.title>
            <h2 class="rd__h">{sheet.title}</h2>
            {parts.collect_view()}
        </section>
    }
}

/// A list of entries is a table where there is room, and a list of cards where there is none.
fn part_view(part: Part, sheet: &'static str) -> AnyView {
    if !part.repeats {
        return part
            .entries
            .into_iter()
            .map(lines_view)
            .collect_view()
            .into_any();
    }
    let mut heads: Vec<(&'static str, &'static str)> = Vec::new();
    for line in part.entries.iter().flatten() {
        if !heads.iter().any(|(id, _)| *id == line.id) {
            heads.push((line.id, line.label));
        }
    }
    let row = |(i, lines): (usize, Vec<Line>)| {
        let cells = heads.iter().map(|(id, label)| {
            let line = lines.iter().find(|line| line.id == *id);
            let answer = line.map(|line| line.answer.clone()).unwrap_or_default();
            let none = answer.is_empty();
            view! { <td data-label=*label class:rd__none=none translate="no">{answer}</td> }
        });
        view! { <tr><th scope="row" class="ks-num">{i + 1}</th>{cells.collect_view()}</tr> }
    };
    let head = heads
        .iter()
        .map(|(_, label)| view! { <th scope="col">{*label}</th> })
        .collect_view();
    let rows = part.entries.into_iter().enumerate().map(row).collect_view();
    view! {
        <table class="rd-table">
            <caption class:ks-hide={part.title == sheet}>{part.title}</caption>
            <thead><tr><td></td>{head}</tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

/// What people typed is not ours to translate.
fn lines_view(lines: Vec<Line>) -> impl IntoView {
    view! {
        <dl class="ks-kv">
            {lines.into_iter().map(|line| view! {
                <div class:rd__longrow=line.long>
                    <dt>{line.label}</dt>
                    <dd class:rd__name={line.id == "name"} translate="no">{line.answer}</dd>
                </div>
            }).collect_view()}
        </dl>
    }
}
