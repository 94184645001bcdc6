//! A question on screen: the one match on [`Kind`].
//!
//! Fields are not controlled. A value is set when the field is mounted, every `input` is written
//! to its signal and never echoed, and only leaving a field may tidy what stands in it: so no
//! input method is ever disturbed (ux F05, F06).

mod choice;
mod date;
mod line;

use leptos::prelude::*;

use crate::{
    draft::{Draft, Fields},
    form::{Kind, Question},
    sheet::{Facts, age_in_words, age_on},
    text::Text,
    ui::{
        part::{lang, say},
        words::sheet as words,
    },
};

/// One question of a sheet.
#[derive(Clone)]
pub struct Asked {
    /// What is asked.
    pub question: &'static Question,
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
pub fn field(asked: Asked) -> AnyView {
    match asked.question.kind {
        Kind::Line | Kind::Kana(_) | Kind::Phone | Kind::Postcode => {
            line::one_line(asked).into_any()
        }
        Kind::Lines => line::many_lines(asked).into_any(),
        Kind::Date => date::date(asked).into_any(),
        Kind::Period => date::period(asked).into_any(),
        Kind::One(choices) => choice::one(asked, choices).into_any(),
        Kind::Age(on) => age(asked, on).into_any(),
    }
}

/// Help under a label.
fn hint(text: Option<Text>, id: String) -> impl IntoView {
    text.map(|text| view! { <span class="ks-hint" id=id>{say(text)}</span> })
}

/// The id of the help, where there is some, for `aria-describedby`.
fn described(asked: &Asked) -> Option<String> {
    asked.question.hint.map(|_| format!("{}-hint", asked.id))
}

fn age(asked: Asked, on: &'static str) -> impl IntoView {
    let written_on = asked.fields.signal(on);
    let lang = lang();
    let none = say(words::NO_AGE);
    let facts = asked.facts;
    let words = move || {
        let mut answers = crate::record::Answers::default();
        answers.put(on, written_on.get());
        match age_on(&answers, on, facts.get()) {
            Some(age) => age_in_words(age, lang.get()),
            None => none().to_owned(),
        }
    };
    view! {
        <div class="ks-field">
            <span class="ks-label">{say(asked.question.label)}</span>
            <output class="ks-read ks-num">{words}</output>
        </div>
    }
}
