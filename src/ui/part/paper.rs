//! Printed pages on the screen; `style/sheet.css` puts the same on paper.

use leptos::prelude::*;

use crate::paper::{Area, Block, Cell, Ink, Line, Page, Part, Row, SIDE, Table};

/// Pages as they will be printed, scaled to the room there is.
#[component]
pub fn Pages(
    /// The pages.
    pages: Vec<Page>,
) -> impl IntoView {
    view! {
        <div class="a4-desk" lang="ja">
            {pages.into_iter().map(page).collect_view()}
        </div>
    }
}

fn page(page: Page) -> impl IntoView {
    let Page {
        title,
        continued,
        head,
        blocks,
        foot,
    } = page;
    let count = format!("{} / {}", foot.number, foot.of);
    let label = format!("{title} {count}");
    view! {
        <section class="a4" aria-label=label>
            <i class="a4__hole" aria-hidden="true"></i>
            <i class="a4__hole" aria-hidden="true"></i>
            <header class="a4__head">
                <h2>{title}{continued.then_some("（つづき）")}</h2>
                <div>{head.into_iter().map(line).collect_view()}</div>
            </header>
            <div class="a4__body">{blocks.into_iter().map(block).collect_view()}</div>
            <footer class="a4__foot">
                <span>{foot.name}</span>
                <span>"ステップノート・"{foot.sheet}</span>
                <span>{foot.day}"　"{count}</span>
            </footer>
        </section>
    }
}

fn block(block: Block) -> AnyView {
    match block {
        Block::Table(set) => table(set).into_any(),
        Block::Area(set) => area(set).into_any(),
        Block::Note(lines) => note(lines).into_any(),
    }
}

fn note(lines: Vec<Line>) -> impl IntoView {
    (!lines.is_empty()).then(|| {
        view! { <div class="a4__note">{lines.into_iter().map(line).collect_view()}</div> }
    })
}

fn table(table: Table) -> impl IntoView {
    let rows: usize = table.entries.iter().map(Vec::len).sum();
    let edge = table.side.is_some();
    let mut side = table.side.map(|side| {
        view! { <th class="a4__side" scope="rowgroup" rowspan=rows>{line(side)}</th> }
    });
    let columns = edge.then_some(SIDE).into_iter().chain(table.widths);
    let head = (!table.head.is_empty()).then(|| {
        view! {
            <thead>
                <tr>{edge.then(|| view! { <td class="a4__corner"></td> })}{cells(table.head)}</tr>
            </thead>
        }
    });
    view! {
        {table.title.map(|title| view! { <h3 class="a4__title">{title}</h3> })}
        <table aria-label=table.name>
            <colgroup>
                {columns.map(|width| view! { <col style:width=mm(width) /> }).collect_view()}
            </colgroup>
            {head}
            <tbody>
                {table
                    .entries
                    .into_iter()
                    .flat_map(together)
                    .map(|(row, more)| {
                        view! { <tr class:a4__more=more>{side.take()}{cells(row)}</tr> }
                    })
                    .collect_view()}
            </tbody>
        </table>
        {note(table.note)}
    }
}

/// The rows of an entry, and whether more of it follows.
fn together(entry: Vec<Row>) -> impl Iterator<Item = (Row, bool)> {
    let rows = entry.len();
    let numbered = entry.into_iter().zip(1..);
    numbered.map(move |(row, number)| (row, number < rows))
}

fn cells(row: Row) -> impl IntoView {
    row.into_iter().map(cell).collect_view()
}

fn cell(cell: Cell) -> AnyView {
    let (reading, read, centred) = (cell.is_reading(), cell.read, cell.centred);
    let scope = match cell.part {
        Part::ColumnHead => Some("col"),
        Part::RowHead => Some("row"),
        Part::Answer => None,
    };
    let lines = cell.lines.into_iter().map(line).collect_view();
    match scope {
        Some(scope) => view! {
            <th
                class:a4__reading=reading
                class:a4__read=read
                scope=scope
                rowspan=cell.rows
                colspan=cell.cols
                style:height=mm(cell.height)
            >
                {lines}
            </th>
        }
        .into_any(),
        None => view! {
            <td
                class:a4__reading=reading
                class:a4__read=read
                class:a4__centred=centred
                rowspan=cell.rows
                colspan=cell.cols
                style:height=mm(cell.height)
            >
                {lines}
            </td>
        }
        .into_any(),
    }
}

fn area(area: Area) -> impl IntoView {
    let hint = area
        .hint
        .map(|hint| view! { <small>"（"{hint}"）"</small> });
    view! {
        <section class="a4__area" style:flex-grow=area.share.to_string()>
            <h3>{area.label}{hint}</h3>
            {area.lines.into_iter().map(line).collect_view()}
        </section>
    }
}

fn line(line: Line) -> AnyView {
    let inks = line.inks.into_iter().map(ink).collect_view();
    let class = line.size.class();
    match line.bracket {
        None => view! { <div class=class>{inks}</div> }.into_any(),
        Some(label) => view! {
            <div class=format!("{class} a4__bracket")>
                {label}"［"<span>{inks}</span>"］"
            </div>
        }
        .into_any(),
    }
}

fn ink(ink: Ink) -> AnyView {
    match ink {
        Ink::Printed(text) => text.into_any(),
        Ink::Small(text) => view! { <small>{text}</small> }.into_any(),
        Ink::Written(text) => view! { <span class="a4__ink">{text}</span> }.into_any(),
        Ink::Ringed(text) => view! { <em class="a4__ring">{text}</em> }.into_any(),
    }
}

/// So many mm of the page, which may be shown smaller than it is printed.
fn mm(width: u8) -> String {
    format!("calc({width} * var(--mm))")
}
