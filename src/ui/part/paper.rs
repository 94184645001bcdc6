//! Printed pages on the screen; `style/sheet.css` puts the same on paper.

use leptos::prelude::expect_context;

use super::drawing;
use crate::{
    browser::el::{El, el, svg},
    paper::{Area, Block, Cell, Ink, Line, Manner, Page, Part, Row, Table, with_readings},
    store::Session,
};

/// Pages as they will be printed, scaled to the room there is.
pub fn pages(pages: Vec<Page>) -> El {
    desk(pages, "")
}

/// The same, of the note that is open: each page on which the child's name stands has its colour too.
pub fn own_pages(pages: Vec<Page>) -> El {
    desk(pages, &colour())
}

/// The same, two on one sheet of paper that lies across.
pub fn own_pairs(pages: Vec<Page>) -> El {
    let colour = colour();
    let mut left = pages.into_iter().map(|one| page(one, &colour));
    let mut pairs = Vec::new();
    while let Some(one) = left.next() {
        pairs.push(el("div").class("a4-pair").add(one).maybe(left.next()));
    }
    on_desk(pairs)
}

/// The colour of the child whose note is open.
fn colour() -> String {
    let child = expect_context::<Session>().child_untracked();
    child.map_or_else(String::new, |child| child.colour)
}

fn desk(pages: Vec<Page>, colour: &str) -> El {
    on_desk(pages.into_iter().map(|one| page(one, colour)).collect())
}

fn on_desk(papers: Vec<El>) -> El {
    el("div").class("a4-desk").attr("lang", "ja").all(papers)
}

/// The colour of a cover on paper, and its shape, which is there in black and white as well.
const MARKS: [(&str, &str); 6] = [
    ("murasaki", "●"),
    ("ai", "■"),
    ("koke", "▲"),
    ("kaki", "◆"),
    ("ume", "★"),
    ("sumi", "▼"),
];

/// The mark of a child on paper: its colour, as a shape.
pub fn mark(colour: &str) -> Option<El> {
    let (code, shape) = MARKS.iter().find(|(code, _)| *code == colour)?;
    Some(
        el("p")
            .class("a4__whose")
            .attr("data-child", code)
            .attr("aria-hidden", "true")
            .text(&shape.repeat(3)),
    )
}

fn page(page: Page, colour: &str) -> El {
    let (manner, points) = (page.manner, page.title_points());
    let Page {
        title,
        continued,
        head,
        blocks,
        foot,
        ..
    } = page;
    let count = format!("{} / {}", foot.number, foot.of);
    let hole = || {
        let hole = || el("i").class("a4__hole").attr("aria-hidden", "true");
        manner.holes.then(hole)
    };
    let heading = readable(el("h2"), title, manner)
        .style("font-size", &format!("calc({points} * var(--pt))"))
        .text(if continued { "（つづき）" } else { "" });
    let beside = (!head.is_empty()).then(|| el("div").all(lines(head, manner)));
    let whose = Some(colour)
        .filter(|_| !foot.name.is_empty())
        .and_then(mark);
    let head = el("header").class("a4__head").add(heading).maybe(beside);
    let blocks = blocks.into_iter();
    let body = blocks.flat_map(|part| block(part, manner)).collect();
    let foot = el("footer")
        .class("a4__foot")
        .add(el("span").text(&foot.name))
        .add(el("span").text("ステップノート・").text(foot.sheet))
        .add(el("span").text(&foot.day).text("　").text(&count));
    let classes = [
        ("a4", true),
        ("a4--flush", !manner.holes),
        ("a4--large", manner.large),
    ];
    el("section")
        .class(&those(&classes))
        .attr("aria-label", &format!("{title} {count}"))
        .maybe(hole())
        .maybe(hole())
        .maybe(whose)
        .all(vec![head, el("div").class("a4__body").all(body), foot])
}

/// The classes that are on.
fn those(classes: &[(&str, bool)]) -> String {
    let on = classes.iter().filter(|(_, on)| *on);
    on.map(|(name, _)| *name).collect::<Vec<_>>().join(" ")
}

/// What the form prints, with readings over its kanji where they are asked for.
fn readable(into: El, text: &str, manner: Manner) -> El {
    if !manner.readings {
        return into.text(text);
    }
    let pieces = with_readings(text).into_iter();
    pieces.fold(into, |into, (words, reading)| match reading {
        None => into.text(words),
        Some(reading) => into.add(el("ruby").text(words).add(el("rt").text(reading))),
    })
}

fn block(block: Block, manner: Manner) -> Vec<El> {
    match block {
        Block::Table(set) => table(set, manner),
        Block::Area(set) => vec![area(set, manner)],
        Block::Note(lines) => note(lines, manner).into_iter().collect(),
    }
}

fn note(note: Vec<Line>, manner: Manner) -> Option<El> {
    (!note.is_empty()).then(|| el("div").class("a4__note").all(lines(note, manner)))
}

fn table(table: Table, manner: Manner) -> Vec<El> {
    let rows: usize = table.entries.iter().map(Vec::len).sum();
    let edge = table.side.as_ref().map(|side| side.width);
    let mut side = table.side.map(|side| {
        let class = side.upright.then_some("a4__side");
        // There is no room for readings beside a line that runs down.
        let readings = manner.readings && !side.upright;
        let cell = el("th").attr_if("class", class).attr("scope", "rowgroup");
        cell.attr("rowspan", &rows.to_string())
            .add(line(side.line, Manner { readings, ..manner }))
    });
    let widths = edge.into_iter().chain(table.widths);
    let columns = widths
        .map(|width| el("col").style("width", &mm(width)))
        .collect();
    let head = (!table.head.is_empty()).then(|| {
        let corner = edge.map(|_| el("td").class("a4__corner"));
        el("thead").add(el("tr").maybe(corner).all(cells(table.head, manner)))
    });
    let row = |(row, more): (Row, bool)| {
        let class = more.then_some("a4__more");
        el("tr")
            .attr_if("class", class)
            .maybe(side.take())
            .all(cells(row, manner))
    };
    let body = table
        .entries
        .into_iter()
        .flat_map(together)
        .map(row)
        .collect();
    let ruled = el("table")
        .attr_if("class", table.joined.then_some("a4__joined"))
        .attr_if("aria-label", Some(table.name))
        .add(el("colgroup").all(columns))
        .maybe(head)
        .add(el("tbody").all(body));
    let title = table
        .title
        .map(|title| readable(el("h3").class("a4__title"), &title, manner));
    title
        .into_iter()
        .chain([ruled])
        .chain(note(table.note, manner))
        .collect()
}

/// The rows of an entry, and whether more of it follows.
fn together(entry: Vec<Row>) -> impl Iterator<Item = (Row, bool)> {
    let rows = entry.len();
    let numbered = entry.into_iter().zip(1..);
    numbered.map(move |(row, number)| (row, number < rows))
}

fn cells(row: Row, manner: Manner) -> Vec<El> {
    row.into_iter().map(|set| cell(set, manner)).collect()
}

fn cell(cell: Cell, manner: Manner) -> El {
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
    el(tag)
        .attr_if("scope", scope)
        .class(&those(&classes))
        .attr("rowspan", &cell.rows.to_string())
        .attr("colspan", &cell.cols.to_string())
        .style("height", &mm(cell.height))
        .all(lines(cell.lines, manner))
}

fn area(area: Area, manner: Manner) -> El {
    let hint = area
        .hint
        .map(|hint| readable(el("small").text("（"), hint, manner).text("）"));
    el("section")
        .class("a4__area")
        .style("flex-grow", &area.share.to_string())
        .add(readable(el("h3"), &area.label, manner).maybe(hint))
        .all(lines(area.lines, manner))
}

fn lines(lines: Vec<Line>, manner: Manner) -> Vec<El> {
    lines.into_iter().map(|set| line(set, manner)).collect()
}

fn line(line: Line, manner: Manner) -> El {
    let classes = [
        (line.size.class(), true),
        ("a4__bracket", line.bracket.is_some()),
        ("a4__ruby", manner.readings && line.has_readings()),
    ];
    let into = el("div").class(&those(&classes));
    let inks = |into: El| {
        line.inks
            .into_iter()
            .fold(into, |into, set| ink(into, set, manner))
    };
    let Some(bracket) = line.bracket else {
        return inks(into);
    };
    // In square brackets there is no room for readings.
    let readings = manner.readings && bracket.round;
    let (open, close) = if bracket.round {
        ("（", "）")
    } else {
        ("［", "］")
    };
    let label = readable(el("b"), bracket.label, Manner { readings, ..manner });
    into.add(label).text(open).add(inks(el("span"))).text(close)
}

fn ink(into: El, ink: Ink, manner: Manner) -> El {
    match ink {
        Ink::Printed(text) => readable(into, &text, manner),
        Ink::Small(text) => into.add(readable(el("small"), &text, manner)),
        Ink::Beside(lang, text) => into.add(el("small").attr("lang", lang.tag()).text(text)),
        Ink::Drawn(path) => into.add(drawing("署名", svg("path").attr("d", &path))),
        Ink::Written(text) => into.add(el("span").class("a4__ink").text(&text)),
        Ink::Ringed(text) => into.add(readable(el("em").class("a4__ring"), text, manner)),
    }
}

/// So many mm of the page, which may be shown smaller than it is printed.
fn mm(width: u8) -> String {
    format!("calc({width} * var(--mm))")
}
