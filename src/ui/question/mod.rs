//! A question on screen: the one match on [`Kind`].
//!
//! Fields are not controlled. A value is set when the field is made, every `input` is written to its
//! signal and never echoed, and only leaving a field may tidy what stands in it: so no input method
//! is ever disturbed (ux F05, F06).

mod choice;
mod date;
mod drawn;
mod files;
mod line;
mod milestone;
mod offer;
mod veil;
mod viewer;

pub use files::weight;
use leptos::prelude::*;
use veil::veiled;

use crate::{
    answer::school_year,
    browser::{
        el::{El, el},
        page,
    },
    draft::{Draft, Fields},
    form::{Kind, Question, Section},
    record::Answers,
    sheet::{Facts, age_in_words, age_on},
    ui::{
        part::{Say, lang_now, words},
        words::{sheet as w, shell::kiosk},
    },
};

/// One question of a sheet.
#[derive(Clone)]
pub struct Asked {
    /// What is asked.
    pub question: &'static Question,
    /// The part it is asked in.
    pub section: &'static Section,
    /// Where its answer is written.
    pub fields: Fields,
    /// The sheet it stands on.
    pub draft: Draft,
    /// What other sheets say.
    pub facts: Signal<Facts>,
    /// Names the field on its page.
    pub id: String,
}

/// Shows a question in the way its kind is asked.
pub fn field(asked: Asked) -> El {
    match asked.question.kind {
        Kind::Line | Kind::Kana(_) | Kind::Phone | Kind::Postcode => line::one_line(asked),
        Kind::Lines => line::many_lines(asked),
        Kind::Date => date::date(asked),
        Kind::Period | Kind::Months => date::period(asked),
        Kind::One(choices) => choice::one(asked, choices),
        Kind::Many(choices) => choice::many(asked, choices),
        Kind::Milestone => milestone::milestone(asked),
        // A shared machine has no place for them.
        Kind::Files if page::kiosk() => {
            several(&asked).add(el("p").class("ks-hint").say(kiosk::NO_PAPERS))
        }
        Kind::Files => files::files(asked),
        Kind::Drawn => drawn::drawn(asked),
        Kind::Age(on) => age(asked, on),
    }
}

impl Asked {
    /// The name, on its page, of the field of another question of the same part.
    fn beside(&self, other: &str) -> String {
        let before = self.id.strip_suffix(self.question.id);
        before.unwrap_or_default().to_owned() + other
    }
}

/// A question with one control: label, help, control.
fn single(asked: &Asked, control: El) -> El {
    let label = el("label")
        .class("ks-label")
        .attr("for", &asked.id)
        .label(asked.question.label);
    let control = described(asked, control.id(&asked.id));
    el("div")
        .class("ks-field")
        .add(label)
        .maybe(help(asked))
        .add(veiled(asked, control.kept_here()))
}

/// A question with several controls: legend and help; the controls follow.
fn several(asked: &Asked) -> El {
    let legend = el("legend").class("ks-label").label(asked.question.label);
    described(asked, el("fieldset").id(&asked.id))
        .class("ks-field")
        .add(legend)
        .maybe(help(asked))
}

/// Ties the help to what it helps with.
fn described(asked: &Asked, control: El) -> El {
    let hint = format!("{}-hint", asked.id);
    let describes = asked.question.hint.is_some().then_some(hint.as_str());
    control.attr_if("aria-describedby", describes)
}

fn help(asked: &Asked) -> Option<El> {
    let hint = asked.question.hint?;
    Some(
        el("span")
            .class("ks-hint")
            .id(&format!("{}-hint", asked.id))
            .say(hint),
    )
}

fn age(asked: Asked, on: &'static str) -> El {
    let written_on = asked.fields.signal(on);
    let facts = asked.facts;
    let day = written_on.clone();
    let age = move || {
        let mut answers = Answers::default();
        answers.put(on, day.get());
        match age_on(&answers, on, facts.get()) {
            Some(age) => age_in_words(age, lang_now()),
            None => words(w::NO_AGE).to_owned(),
        }
    };
    let year = move || {
        let on = written_on.get().date().understood().ok()?;
        let year = school_year(facts.get().pupil()?, on)?.words(lang_now());
        (!year.is_empty()).then(|| {
            let note = el("span").class("ks-small ks-num").say(w::SCHOOL_YEAR);
            note.text(&year)
        })
    };
    let label = el("label").attr("for", &asked.id).class("ks-label");
    let output = el("output").id(&asked.id).class("ks-read ks-num");
    el("div")
        .class("ks-field")
        .add(label.label(asked.question.label))
        .add(output.words(age))
        .when(year)
}
