//! Answers written into a sheet as a parent writes them, and looked for where she wrote them.

use crate::{person::Person, place::Place};
use stepnote::{
    answer::{Answer, Typed},
    form::{Form, Kind, Question, Section},
    record::{Answers, Record},
};

/// What she does at a question.
type Deed = fn(&Place, &Question, &Answer);

/// Writes a record into its sheet, which is open.
pub fn writes(parent: &Person, form: &Form, record: &Record) {
    for section in form.sections {
        let part = parent.in_group(section.title.ja);
        let Some(repeat) = section.repeat else {
            each(&part, section, &record.answers, write);
            continue;
        };
        for (number, entry) in (1..).zip(record.entries(section)) {
            let row = part.in_group(&format!("{} {number}", repeat.entry.ja));
            // The child has a seat among the family from the start.
            if entry.text("relation") == "本人" {
                part.presses(title(section, entry));
            } else {
                part.presses(repeat.add.ja);
                stands_in_the_first(&row, section.questions[0]);
            }
            each(&row, section, entry, write);
        }
    }
}

/// Finds a record in its sheet, which is open.
pub fn finds(parent: &Person, form: &Form, record: &Record) {
    for section in form.sections {
        let part = parent.in_group(section.title.ja);
        let Some(repeat) = section.repeat else {
            each(&part, section, &record.answers, find);
            continue;
        };
        for (number, entry) in (1..).zip(record.entries(section)) {
            part.presses(title(section, entry));
            let row = part.in_group(&format!("{} {number}", repeat.entry.ja));
            each(&row, section, entry, find);
            part.presses(title(section, entry));
        }
    }
}

fn stands_in_the_first(row: &Place, question: Question) {
    match question.kind {
        Kind::Period | Kind::Months => row.in_group(question.label.ja).stands_in("はじまり年"),
        _ => row.stands_in(question.label.ja),
    }
}

/// The line that names a folded row.
fn title<'a>(section: &Section, entry: &'a Answers) -> &'a str {
    let id = section.title().expect("a row has a name").id;
    entry.text(id).lines().next().unwrap_or_default()
}

fn each(part: &Place, section: &Section, answers: &Answers, deed: Deed) {
    for question in section.questions {
        if let Some(answer) = answers.get(question.id) {
            deed(part, question, answer);
        }
    }
}

fn write(part: &Place, question: &Question, answer: &Answer) {
    let label = question.label.ja;
    match (question.kind, answer) {
        (Kind::One(_), _) => part.in_group(label).picks(choice(question, answer)),
        (_, Answer::Text(text)) => {
            if part.value_of(label) != *text {
                part.types(label, text);
            }
        }
        (_, Answer::Date(date)) => {
            for (unit, text) in units("", date) {
                if part.in_group(label).value_of(&unit) != text {
                    part.in_group(label).types(&unit, text);
                }
            }
        }
        (_, Answer::Period(period)) => {
            if period.ongoing {
                part.in_group(label).picks("いまも続いている");
            }
            for (unit, text) in
                units("はじまり", &period.from).chain(units("おわり", &period.until))
            {
                part.in_group(label).types(&unit, text);
            }
        }
    }
}

fn find(part: &Place, question: &Question, answer: &Answer) {
    let label = question.label.ja;
    match (question.kind, answer) {
        (Kind::One(_), _) => assert!(part.in_group(label).is_picked(choice(question, answer))),
        (_, Answer::Text(text)) => part.finds_written(label, text),
        (_, Answer::Date(date)) => {
            for (unit, text) in units("", date) {
                part.in_group(label).finds_written(&unit, text);
            }
        }
        (_, Answer::Period(period)) => {
            assert_eq!(
                part.in_group(label).is_picked("いまも続いている"),
                period.ongoing
            );
            for (unit, text) in
                units("はじまり", &period.from).chain(units("おわり", &period.until))
            {
                part.in_group(label).finds_written(&unit, text);
            }
        }
    }
}

fn choice(question: &Question, answer: &Answer) -> &'static str {
    let Kind::One(choices) = question.kind else {
        panic!("{} has no choices", question.id)
    };
    let chosen = choices.iter().find(|choice| choice.code == answer.text());
    chosen.expect("one of the choices").label.ja
}

/// The names of the fields of a date in which something stands, and what.
fn units<'a>(which: &'a str, date: &'a Typed) -> impl Iterator<Item = (String, &'a str)> {
    [("年", &date.year), ("月", &date.month), ("日", &date.day)]
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
        .map(move |(unit, text)| (format!("{which}{unit}"), text.as_str()))
}
