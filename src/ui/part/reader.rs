//! What was handed over, to be read. The parent's check page and the office show this same part.

use super::{has_unseen, icon, lang_now, span, written};
use crate::{
    browser::el::{El, el},
    form::Form,
    record::Record,
    sheet::{Facts, Line, Part, Sheet},
    ui::words::{office as o, receive as w},
};

/// A line or a row that is read: of which of the sheets, part, row and question.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    /// The place of its sheet among those that are read.
    pub sheet: usize,
    /// The part of it.
    pub part: &'static str,
    /// The row of a repeated part, from 0.
    pub row: Option<usize>,
    /// The question; `None` for a whole row.
    pub question: Option<&'static str>,
    /// What it is called.
    pub name: &'a str,
}

/// What stands beside a line or a row.
pub type Tools<'a> = &'a dyn Fn(Place<'_>) -> Option<El>;

/// Sheets to read, in the language of the screen. `unknown`: sheets inside that this version does
/// not know.
pub fn reader(sheets: &[(&'static Form, Record)], unknown: usize) -> El {
    reader_with(sheets, unknown, &|_| None)
}

/// The same, with tools beside every line and row.
pub fn reader_with(sheets: &[(&'static Form, Record)], unknown: usize, tools: Tools<'_>) -> El {
    let facts = Facts::of(sheets.iter().map(|(form, record)| (*form, record)));
    let read =
        |(form, record): &(&'static Form, Record)| Sheet::of(form, record, facts, lang_now());
    let sheets: Vec<Sheet> = sheets.iter().map(read).collect();
    let hidden = unknown + sheets.iter().map(|sheet| sheet.unknown).sum::<usize>();
    let parts = sheets.iter().flat_map(|sheet| &sheet.parts);
    let mut lines = parts.flat_map(|part| part.entries.iter().flatten());
    let marked = lines.any(|line| has_unseen(&line.answer));
    let note = |words| {
        el("p")
            .class("rd__withheld")
            .add(icon("info"))
            .add(span(words))
    };
    let reader = el("div").class("rd").all(
        sheets
            .into_iter()
            .enumerate()
            .map(|(at, sheet)| sheet_view(at, sheet, tools))
            .collect(),
    );
    reader
        .maybe(marked.then(|| note(o::MARKED)))
        .maybe((hidden > 0).then(|| note(w::UNKNOWN)))
}

fn sheet_view(at: usize, sheet: Sheet, tools: Tools<'_>) -> El {
    let mut section = el("section")
        .class("rd__sec")
        .attr("aria-label", sheet.title);
    section = section.add(el("h2").class("rd__h").text(sheet.title));
    for part in sheet.parts {
        section = if part.repeats {
            section.add(table(at, part, sheet.title, tools))
        } else {
            let id = part.id;
            let lines = |entry| lines(at, id, entry, tools);
            section.all(part.entries.into_iter().map(lines).collect())
        };
    }
    section
}

/// A list of entries is a table where there is room, and a list of cards where there is none.
fn table(at: usize, part: Part, sheet: &str, tools: Tools<'_>) -> El {
    let mut heads: Vec<(&str, &str)> = Vec::new();
    for entry in &part.entries {
        // What the entries before leave out has its place behind what stands before it here.
        let mut next = 0;
        for line in entry {
            let known = heads.iter().position(|(id, _)| *id == line.id);
            let at = known.unwrap_or(next);
            if known.is_none() {
                heads.insert(at, (line.id, line.label));
            }
            next = at + 1;
        }
    }
    let row = |(i, lines): (usize, &Vec<Line>)| {
        let cell = |(id, label): &(&str, &str)| {
            let answer = lines
                .iter()
                .find(|line| line.id == *id)
                .map_or("", |line| &line.answer);
            let none = answer.is_empty().then_some("rd__none");
            let cell = el("td").attr("data-label", label).attr_if("class", none);
            written(cell.attr("translate", "no"), answer)
        };
        let number = el("th")
            .attr("scope", "row")
            .class("ks-num")
            .text(&(i + 1).to_string());
        let tools = tools(Place {
            sheet: at,
            part: part.id,
            row: Some(i),
            question: None,
            name: &(i + 1).to_string(),
        });
        let tools = tools.map(|tools| el("td").class("rd__tools").add(tools));
        el("tr")
            .add(number)
            .all(heads.iter().map(cell).collect())
            .maybe(tools)
    };
    let head = |(_, label): &(&str, &str)| el("th").attr("scope", "col").text(label);
    let heads_row = el("tr").add(el("td")).all(heads.iter().map(head).collect());
    let rows = part.entries.iter().enumerate().map(row).collect();
    // The same words twice would only be noise.
    let hidden = (part.title == sheet).then_some("ks-hide");
    el("table")
        .class("rd-table")
        .add(el("caption").attr_if("class", hidden).text(part.title))
        .add(el("thead").add(heads_row))
        .add(el("tbody").all(rows))
}

/// What people typed is not ours to translate.
fn lines(at: usize, part: &'static str, lines: Vec<Line>, tools: Tools<'_>) -> El {
    let line = |line: Line| {
        let name = (line.id == "name").then_some("rd__name");
        let answer = el("dd").attr_if("class", name).attr("translate", "no");
        let answer = written(answer, &line.answer).maybe(tools(Place {
            sheet: at,
            part,
            row: None,
            question: Some(line.id),
            name: line.label,
        }));
        let long = line.long.then_some("rd__longrow");
        el("div")
            .attr_if("class", long)
            .add(el("dt").text(line.label))
            .add(answer)
    };
    el("dl")
        .class("ks-kv")
        .all(lines.into_iter().map(line).collect())
}
