//! Adding a sheet takes a table. One that no source file names is read, said, printed and handed over like the others.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/sleep.rs"]
mod sleep;

use sleep::SLEEP;
use stepnote::{
    answer::{Answer, PartialDate, Typed},
    paper::{Block, Ink, Line, Page, Printing},
    record::{Answers, Note, Record},
    search::Book,
    share::Bundle,
    sheet::{Facts, Sheet},
    text::Lang,
};

const NIGHT: &str = "三時に目をさまして、五時までねむれませんでした。";

fn written() -> Record {
    let mut record = Record::default();
    record.answers.put("nap", Answer::Text("yes".to_owned()));
    let helps = ["book", "towel"].map(str::to_owned).to_vec();
    record.answers.put("helps", Answer::Choices(helps));
    let mut night = Answers::default();
    let day = Typed::from_iso("2026-11-08").expect("a date");
    night.put("day", Answer::Date(day));
    night.put("what", Answer::Text(NIGHT.to_owned()));
    record.groups.insert("nights".to_owned(), vec![night]);
    record
}

fn note() -> Note {
    let mut note = Note::default();
    note.put(&SLEEP, &written());
    note
}

fn pages(record: Option<&Record>) -> Vec<Page> {
    let printing = Printing {
        sheets: &[(&SLEEP, record)],
        facts: Facts::default(),
        name: "",
        today: None,
        ..Printing::default()
    };
    printing.pages()
}

/// All that stands on printed pages.
fn print_of(record: Option<&Record>) -> String {
    let mut all = String::new();
    let mut say = |lines: &[Line]| {
        for ink in lines.iter().flat_map(|line| &line.inks) {
            match ink {
                Ink::Printed(text) | Ink::Small(text) | Ink::Written(text) => all.push_str(text),
                Ink::Beside(_, text) => all.push_str(text),
                Ink::Ringed(text) => all.extend(["（", text, "）"]),
                Ink::Drawn(path) => all.push_str(path),
            }
        }
    };
    for page in pages(record) {
        for block in &page.blocks {
            match block {
                Block::Note(lines) => say(lines),
                Block::Area(area) => say(&area.lines),
                Block::Table(table) => {
                    let rows = table.entries.iter().flatten().chain([&table.head]);
                    rows.flatten().for_each(|cell| say(&cell.lines));
                }
            }
        }
    }
    all
}

#[test]
fn a_new_sheet_is_kept_as_json_and_read_back() {
    let kept = Note::from_bytes(&note().to_bytes()).expect("a note");
    assert_eq!(kept.record(&SLEEP), written());
}

#[test]
fn a_new_sheet_is_said_in_words_on_the_check_page() {
    let sheet = Sheet::of(&SLEEP, &written(), Facts::default(), Lang::Ja);
    let lines = sheet
        .parts
        .iter()
        .flat_map(|part| part.entries.iter().flatten());
    let said: Vec<_> = lines
        .map(|line| (line.label, line.answer.as_str()))
        .collect();
    assert_eq!(
        said,
        [
            ("昼寝", "する"),
            ("ねむるときの助け", "絵本、タオル"),
            ("日", "2026年11月8日（令和8年）"),
            ("ようす", NIGHT),
        ]
    );
}

#[test]
fn a_new_sheet_is_printed_with_what_was_written() {
    let print = print_of(Some(&written()));
    let missing = ["昼寝", "（する）", "（絵本）", NIGHT, "8"];
    let missing = missing.into_iter().filter(|words| !print.contains(words));
    assert_eq!(missing.collect::<Vec<_>>(), [""; 0], "in {print}");
}

#[test]
fn a_new_sheet_is_printed_blank_with_every_question() {
    let print = print_of(None);
    let questions = SLEEP.sections.iter().flat_map(|part| part.questions);
    let missing = questions
        .map(|question| question.label.ja)
        .filter(|label| !print.contains(label));
    assert_eq!(missing.collect::<Vec<_>>(), [""; 0], "in {print}");
}

#[test]
fn a_new_sheet_is_searched() {
    let book = Book::of(&[(&SLEEP, written())], Lang::Ja);
    let found = book.find("五時まで");
    let found: Vec<_> = found.iter().map(|one| one.form.id).collect();
    assert_eq!(found, [SLEEP.id]);
}

#[test]
fn a_new_sheet_is_handed_over_and_read_at_the_office() {
    let today = PartialDate::day(2026, 11, 21).expect("a day");
    let bundle = Bundle::of(&note(), &[&SLEEP], today, Lang::Ja);
    let read = Bundle::from_bytes(&bundle.to_bytes()).expect("a hand-off");
    assert_eq!(read.record(&SLEEP), Some(written()));
}
