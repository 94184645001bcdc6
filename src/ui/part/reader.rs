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
    view! {
        <section class="rd__sec" aria-label=sheet.title>
            <h2 class="rd__h">{sheet.title}</h2>
            {sheet.parts.into_iter().map(part_view).collect_view()}
        </section>
    }
}

fn part_view(part: Part) -> impl IntoView {
    if part.repeats {
        let entries = part.entries.into_iter().enumerate().map(|(i, lines)| {
            view! {
                <li><span class="rd__n ks-num">{i + 1}</span>{lines_view(lines)}</li>
            }
        });
        view! {
            <h3 class="ks-h3 rd__part">{part.title}</h3>
            <ol class="rd__rows">{entries.collect_view()}</ol>
        }
        .into_any()
    } else {
        part.entries
            .into_iter()
            .map(lines_view)
            .collect_view()
            .into_any()
    }
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
