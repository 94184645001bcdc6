//! Answers written into a sheet as a parent writes them, and looked for where she wrote them.

use crate::{person::Person, place::Place};
use stepnote::{
    answer::{Answer, Milestone, Period, Typed},
    form::{Form, Kind, Question, Section},
    record::{Answers, Record},
};

/// Writes a record into its sheet, which is open.
pub fn writes(parent: &Person, form: &Form, record: &Record) {
    for section in form.sections {
        let part = parent.in_group(section.title.ja);
        let Some(repeat) = section.repeat else {
            each(&part, section, &record.answers, true);
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
            each(&row, section, entry, true);
        }
    }
}

/// Finds a record in its sheet, which is open.
pub fn finds(parent: &Person, form: &Form, record: &Record) {
    for section in form.sections {
        let part = parent.in_group(section.title.ja);
        let Some(repeat) = section.repeat else {
            each(&part, section, &record.answers, false);
            continue;
        };
        for (number, entry) in (1..).zip(record.entries(section)) {
            part.presses(title(section, entry));
            let row = part.in_group(&format!("{} {number}", repeat.entry.ja));
            each(&row, section, entry, false);
            part.presses(title(section, entry));
        }
    }
}

fn stands_in_the_first(row: &Place, question: Question) {
    let label = question.label.ja;
    match question.kind {
        Kind::Period | Kind::Months => row.in_group(label).stands_in("はじまり年"),
        Kind::Date => row.in_group(label).stands_in("年"),
        // Boxes are no fields to stand in.
        Kind::One(_) | Kind::Many(_) => {}
        _ => row.stands_in(label),
    }
}

/// The line that names a folded row.
fn title<'a>(section: &Section, entry: &'a Answers) -> &'a str {
    let titled = section.title().expect("a row has a name");
    let text = entry.text(titled.id);
    if matches!(titled.kind, Kind::One(_)) {
        return choice(titled, text);
    }
    text.lines().next().unwrap_or_default()
}

/// Writes the answers, or finds them. What is folded stands open once something is written in it.
fn each(part: &Place, section: &Section, answers: &Answers, writes: bool) {
    let mut folded = writes;
    // What is folded comes last on the screen.
    let (late, early) = section
        .questions
        .iter()
        .partition::<Vec<&Question>, _>(|question| question.folded);
    for question in early.into_iter().chain(late) {
        if let Some(answer) = answers.get(question.id) {
            if question.folded && folded {
                part.presses("もっと書く");
                folded = false;
            }
            if writes {
                write(part, question, answer);
            } else {
                find(part, question, answer);
            }
        }
    }
}

fn write(part: &Place, question: &Question, answer: &Answer) {
    let label = question.label.ja;
    let put = |place: &Place, field: &str, text: &str| {
        if place.value_of(field) != text {
            place.types(field, text);
        }
    };
    match answer {
        Answer::Text(text) if matches!(question.kind, Kind::One(_)) => {
            part.in_group(label).picks(choice(question, text));
        }
        Answer::Text(text) => put(part, label, text),
        Answer::Choices(codes) => {
            for code in codes {
                part.in_group(label).picks(choice(question, code));
            }
        }
        Answer::Date(date) => {
            for (unit, text) in units("", date) {
                put(&part.in_group(label), &unit, text);
            }
        }
        Answer::Period(period) => {
            if period.ongoing {
                part.in_group(label).picks("いまも続いている");
            }
            for (unit, text) in ends(period) {
                part.in_group(label).types(&unit, text);
            }
        }
        Answer::Milestone(milestone) => {
            let row = part.in_group(label);
            if let Some(way) = way(milestone) {
                row.presses("書き方をえらぶ");
                row.picks(way);
            }
            for (unit, text) in milestone_units(milestone) {
                row.types(&unit, text);
            }
        }
        // Papers are no words; they have a journey of their own.
        Answer::Files(_) => {}
    }
}

fn find(part: &Place, question: &Question, answer: &Answer) {
    let label = question.label.ja;
    match answer {
        Answer::Text(text) if matches!(question.kind, Kind::One(_)) => {
            assert!(part.in_group(label).is_picked(choice(question, text)));
        }
        Answer::Text(text) => part.finds_written(label, text),
        Answer::Choices(codes) => {
            for code in codes {
                assert!(part.in_group(label).is_picked(choice(question, code)));
            }
        }
        Answer::Date(date) => {
            for (unit, text) in units("", date) {
                part.in_group(label).finds_written(&unit, text);
            }
        }
        Answer::Period(period) => {
            assert_eq!(
                part.in_group(label).is_picked("いまも続いている"),
                period.ongoing
            );
            for (unit, text) in ends(period) {
                part.in_group(label).finds_written(&unit, text);
            }
        }
        Answer::Milestone(milestone) => {
            let row = part.in_group(label);
            if let Some(way) = way(milestone).filter(|_| milestone_units(milestone).is_empty()) {
                row.sees(way);
            }
            for (unit, text) in milestone_units(milestone) {
                row.finds_written(&unit, text);
            }
        }
        Answer::Files(_) => {}
    }
}

fn choice(question: &Question, code: &str) -> &'static str {
    let (Kind::One(choices) | Kind::Many(choices)) = question.kind else {
        panic!("{} has no choices", question.id)
    };
    let chosen = choices.iter().find(|choice| choice.code == code);
    chosen.expect("one of the choices").label.ja
}

/// How a milestone is written where it is not written as an age.
fn way(milestone: &Milestone) -> Option<&'static str> {
    match milestone {
        Milestone::At { .. } => None,
        Milestone::On(_) => Some("年月日で書く"),
        Milestone::NotYet => Some("まだ"),
        Milestone::Forgotten => Some("おぼえていない"),
    }
}

fn milestone_units(milestone: &Milestone) -> Vec<(String, &str)> {
    match milestone {
        Milestone::At { years, months } => [("歳", years), ("ヶ月", months)]
            .into_iter()
            .filter(|(_, text)| !text.is_empty())
            .map(|(unit, text)| (unit.to_owned(), text.as_str()))
            .collect(),
        Milestone::On(date) => units("", date).collect(),
        Milestone::NotYet | Milestone::Forgotten => Vec::new(),
    }
}

fn ends(period: &Period) -> impl Iterator<Item = (String, &str)> {
    units("はじまり", &period.from).chain(units("おわり", &period.until))
}

/// The names of the fields of a date in which something stands, and what.
fn units<'a>(which: &'a str, date: &'a Typed) -> impl Iterator<Item = (String, &'a str)> {
    [("年", &date.year), ("月", &date.month), ("日", &date.day)]
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
        .map(move |(unit, text)| (format!("{which}{unit}"), text.as_str()))
}
