//! Printed pages on the screen; `style/sheet.css` puts the same on paper.

use crate::{
    browser::el::{El, el},
    paper::{Area, Block, Cell, Ink, Line, Page, Part, Row, SIDE, Table},
};

/// Pages as they will be printed, scaled to the room there is.
pub fn pages(pages: Vec<Page>) -> El {
    el("div")
        .class("a4-desk")
        .attr("lang", "ja")
        .all(pages.into_iter().map(page).collect())
}

fn page(page: Page) -> El {
    let Page {
        title,
        continued,
        head,
        blocks,
        foot,
    } = page;
    let count = format!("{} / {}", foot.number, foot.of);
    let hole = || el("i").class("a4__hole").attr("aria-hidden", "true");
    let heading = el("h2")
        .text(title)
        .text(if continued { "（つづき）" } else { "" });
    let head = el("header")
        .class("a4__head")
        .add(heading)
        .add(el("div").all(lines(head)));
    let body = blocks.into_iter().flat_map(block).collect();
    let foot = el("footer")
        .class("a4__foot")
        .add(el("span").text(&foot.name))
        .add(el("span").text("ステップノート・").text(foot.sheet))
        .add(el("span").text(&foot.day).text("　").text(&count));
    el("section")
        .class("a4")
        .attr("aria-label", &format!("{title} {count}"))
        .all(vec![
            hole(),
            hole(),
            head,
            el("div").class("a4__body").all(body),
            foot,
        ])
}

fn block(block: Block) -> Vec<El> {
    match block {
        Block::Table(set) => table(set),
        Block::Area(set) => vec![area(set)],
        Block::Note(lines) => note(lines).into_iter().collect(),
    }
}

fn note(note: Vec<Line>) -> Option<El> {
    (!note.is_empty()).then(|| el("div").class("a4__note").all(lines(note)))
}

fn table(table: Table) -> Vec<El> {
    let rows: usize = table.entries.iter().map(Vec::len).sum();
    let edge = table.side.is_some();
    let mut side = table.side.map(|side| {
        let cell = el("th").class("a4__side").attr("scope", "rowgroup");
        cell.attr("rowspan", &rows.to_string()).add(line(side))
    });
    let widths = edge.then_some(SIDE).into_iter().chain(table.widths);
    let columns = widths
        .map(|width| el("col").style("width", &mm(width)))
        .collect();
    let head = (!table.head.is_empty()).then(|| {
        let corner = edge.then(|| el("td").class("a4__corner"));
        el("thead").add(el("tr").maybe(corner).all(cells(table.head)))
    });
    let row = |(row, more): (Row, bool)| {
        let class = more.then_some("a4__more");
        el("tr")
            .attr_if("class", class)
            .maybe(side.take())
            .all(cells(row))
    };
    let body = table
        .entries
        .into_iter()
        .flat_map(together)
        .map(row)
        .collect();
    let ruled = el("table")
        .attr_if("aria-label", Some(table.name))
        .add(el("colgroup").all(columns))
        .maybe(head)
        .add(el("tbody").all(body));
    let title = table
        .title
        .map(|title| el("h3").class("a4__title").text(title));
    title
        .into_iter()
        .chain([ruled])
        .chain(note(table.note))
        .collect()
}

/// The rows of an entry, and whether more of it follows.
fn together(entry: Vec<Row>) -> impl Iterator<Item = (Row, bool)> {
    let rows = entry.len();
    let numbered = entry.into_iter().zip(1..);
    numbered.map(move |(row, number)| (row, number < rows))
}

fn cells(row: Row) -> Vec<El> {
    row.into_iter().map(cell).collect()
}

fn cell(cell: Cell) -> El {
    let (tag, scope) = match cell.part {
        Part::ColumnHead => ("th", Some("col")),
        Part::RowHead => ("th", Some("row")),
        Part::Answer => ("td", None),
    };
    let classes = [
        ("a4__reading", cell.is_reading()),
        ("a4__read", cell.read),
        ("a4__centred", cell.centred && scope.is_none()),
    ];
    let classes: Vec<_> = classes
        .iter()
        .filter(|(_, on)| *on)
        .map(|(name, _)| *name)
        .collect();
    el(tag)
        .attr_if("scope", scope)
        .class(&classes.join(" "))
        .attr("rowspan", &cell.rows.to_string())
        .attr("colspan", &cell.cols.to_string())
        .style("height", &mm(cell.height))
        .all(lines(cell.lines))
}

fn area(area: Area) -> El {
    let hint = area
        .hint
        .map(|hint| el("small").text("（").text(hint).text("）"));
    el("section")
        .class("a4__area")
        .style("flex-grow", &area.share.to_string())
        .add(el("h3").text(&area.label).maybe(hint))
        .all(lines(area.lines))
}

fn lines(lines: Vec<Line>) -> Vec<El> {
    lines.into_iter().map(line).collect()
}

fn line(line: Line) -> El {
    let class = line.size.class();
    let inks = |into: El| line.inks.into_iter().fold(into, ink);
    match line.bracket {
        None => inks(el("div").class(class)),
        Some(label) => {
            let into = el("div")
                .class(&format!("{class} a4__bracket"))
                .text(label)
                .text("［");
            into.add(inks(el("span"))).text("］")
        }
    }
}

fn ink(into: El, ink: Ink) -> El {
    match ink {
        Ink::Printed(text) => into.text(&text),
        Ink::Small(text) => into.add(el("small").text(&text)),
        Ink::Written(text) => into.add(el("span").class("a4__ink").text(&text)),
        Ink::Ringed(text) => into.add(el("em").class("a4__ring").text(text)),
    }
}

/// So many mm of the page, which may be shown smaller than it is printed.
fn mm(width: u8) -> String {
    format!("calc({width} * var(--mm))")
}
