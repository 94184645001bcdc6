//! Each question part on screen: what is typed is never disturbed, and never given away.

use leptos::{prelude::*, task::tick};
use stepnote::{
    answer::{Answer, Typed},
    browser::clock,
    draft::{Draft, Fields},
    form::{Form, Kind, Question, Section},
    forms::{ALL, INTRODUCTION, MEDICATION, PROFILE},
    record::{Answers, Record},
    sheet::Facts,
    text::Lang,
    ui::question::{Asked, field},
};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlElement, HtmlTextAreaElement};

use super::stage::{Stage, count, fresh, leave, tell, type_into};

/// One question on screen, under the id `q`.
struct OnScreen {
    stage: Stage,
    signal: ArcRwSignal<Answer>,
    draft: Draft,
}

/// Shows a question, and waits until everything that follows a signal has followed.
async fn ask(question: &'static Question, fields: Fields, draft: Draft, facts: Facts) -> OnScreen {
    let signal = fields.signal(question.id);
    let asked = draft.clone();
    let stage = Stage::of(move |place| {
        place.add(field(Asked {
            question,
            section: section_of(question),
            fields,
            draft: asked,
            facts: Signal::stored(facts),
            id: "q".into(),
        }))
    });
    tick().await;
    OnScreen {
        stage,
        signal,
        draft,
    }
}

/// The part in which a question is asked: the first that asks the same.
fn section_of(question: &Question) -> &'static Section {
    let same = |other: &Question| other.id == question.id && other.label == question.label;
    let mut sections = ALL.iter().flat_map(|form| form.sections);
    let section = sections.find(|section| section.questions.iter().any(same));
    section.expect("a form asks it")
}

/// A question asked once, with what was answered before.
async fn once(form: &'static Form, id: &str, before: Option<Answer>) -> OnScreen {
    let mut record = Record::default();
    if let Some(answer) = before {
        record.answers.put(id, answer);
    }
    let draft = Draft::of(form, &record);
    let question = form.question(id).expect("it is asked");
    ask(question, draft.once.clone(), draft, Facts::default()).await
}

/// A question of the first entry of a repeated part.
async fn entry(form: &'static Form, part: &str, id: &str) -> OnScreen {
    let section = form.groups().find(|section| section.id == part);
    let section = section.expect("the form has this part");
    let mut record = Record::default();
    record
        .groups
        .insert(part.to_owned(), vec![Answers::default()]);
    let draft = Draft::of(form, &record);
    let fields = draft.entries(section).get_untracked().remove(0).fields;
    let question = section.question(id).expect("it is asked");
    ask(question, fields, draft, Facts::default()).await
}

impl OnScreen {
    fn answer(&self) -> Answer {
        self.signal.get_untracked()
    }

    /// Types into the field with an id, and says what stands in it then.
    async fn typed(&self, id: &str, words: &str) -> String {
        let field = self.stage.input(id);
        type_into(&field, words);
        tick().await;
        field.value()
    }

    async fn left(&self, id: &str) -> String {
        let field = self.stage.input(id);
        leave(&field);
        tick().await;
        field.value()
    }
}

fn text(words: &str) -> Answer {
    Answer::Text(words.to_owned())
}

fn date(year: &str, month: &str, day: &str) -> Typed {
    let [year, month, day] = [year, month, day].map(str::to_owned);
    Typed { year, month, day }
}

#[wasm_bindgen_test]
async fn what_is_typed_in_a_line_is_the_answer_byte_for_byte() {
    let _owner = fresh();
    let name = once(&PROFILE, "name", None).await;
    let words = "\u{9AD9}\u{FA11}\u{3000}𠮷\u{FA19}Ａか\u{3099}";
    assert_eq!(name.typed("q", words).await, words);
    assert_eq!(name.answer(), text(words));
    // Not even leaving it changes a name.
    assert_eq!(name.left("q").await, words);
    assert_eq!(name.answer(), text(words));
    assert_eq!(name.draft.touched.get_untracked(), 1);
}

#[wasm_bindgen_test]
async fn a_field_is_never_written_while_somebody_types() {
    let _owner = fresh();
    let before = once(&PROFILE, "name", Some(text("前から"))).await;
    let field = before.stage.input("q");
    assert_eq!(field.value(), "前から");
    assert_eq!(before.typed("q", "あ").await, "前からあ");
    // An echo would move the caret and break off what an input method is composing.
    before.signal.set(text("よそから"));
    tick().await;
    assert_eq!(field.value(), "前からあ");
    drop(before);
    let area = once(&INTRODUCTION, "likes", Some(text("前から\n二行"))).await;
    let field: HtmlTextAreaElement = area.stage.find("textarea");
    assert_eq!(field.value(), "前から\n二行");
    type_into(&field, "\nあ");
    assert_eq!(area.answer(), text("前から\n二行\nあ"));
    area.signal.set(text("よそから"));
    tick().await;
    assert_eq!(field.value(), "前から\n二行\nあ");
}

#[wasm_bindgen_test]
async fn a_reading_becomes_hiragana_only_when_it_is_left() {
    let _owner = fresh();
    let kana = once(&PROFILE, "kana", None).await;
    assert_eq!(kana.typed("q", "ムサシ").await, "ムサシ");
    assert_eq!(kana.answer(), text("ムサシ"));
    assert_eq!(kana.left("q").await, "むさし");
    assert_eq!(kana.answer(), text("むさし"));
}

#[wasm_bindgen_test]
async fn a_telephone_number_and_a_postal_code_are_grouped_when_they_are_left() {
    let _owner = fresh();
    let phone = entry(&PROFILE, "contacts", "phone").await;
    assert_eq!(
        phone.typed("q", "０９０００００１２３４").await,
        "０９０００００１２３４"
    );
    assert_eq!(phone.left("q").await, "090-0000-1234");
    assert_eq!(phone.answer(), text("090-0000-1234"));
    drop(phone);
    let code = once(&PROFILE, "postcode", None).await;
    assert_eq!(code.typed("q", "１８０００１４").await, "１８０００１４");
    assert_eq!(code.left("q").await, "180-0014");
    assert_eq!(code.answer(), text("180-0014"));
}

#[wasm_bindgen_test]
async fn a_year_of_an_era_becomes_western_when_it_is_left() {
    let _owner = fresh();
    let birth = once(&PROFILE, "birth", None).await;
    assert_eq!(birth.typed("q-0", "令和6").await, "令和6");
    assert_eq!(birth.typed("q-1", "４").await, "４");
    assert_eq!(birth.answer(), Answer::Date(date("令和6", "４", "")));
    assert_eq!(birth.left("q-1").await, "4");
    assert_eq!(birth.stage.input("q-0").value(), "2024");
    assert_eq!(birth.answer(), Answer::Date(date("2024", "4", "")));
    let words = birth.stage.host.text_content().expect("words");
    assert!(
        words.contains("令和6年4月"),
        "the era stands beside: {words}"
    );
}

#[wasm_bindgen_test]
async fn a_date_that_does_not_exist_stays_and_is_said() {
    let _owner = fresh();
    let birth = once(&PROFILE, "birth", Some(Answer::Date(date("2021", "2", "")))).await;
    assert_eq!(count(&birth.stage.host, "[role=status] span"), 0);
    birth.typed("q-2", "30").await;
    assert_eq!(count(&birth.stage.host, "[role=status] span"), 1);
    assert_eq!(birth.left("q-2").await, "30");
    assert_eq!(birth.answer(), Answer::Date(date("2021", "2", "30")));
}

#[wasm_bindgen_test]
async fn today_is_one_press() {
    let _owner = fresh();
    let written_on = once(&PROFILE, "date", None).await;
    written_on.stage.find::<HtmlElement>("button").click();
    tick().await;
    let today = Typed::from(clock::today());
    assert_eq!(written_on.answer(), Answer::Date(today.clone()));
    let shown = ["q-0", "q-1", "q-2"].map(|id| written_on.stage.input(id).value());
    assert_eq!(shown, [today.year, today.month, today.day]);
    assert_eq!(count(&written_on.stage.host, "button"), 0);
}

#[wasm_bindgen_test]
async fn what_goes_on_asks_for_no_end_but_hides_none_that_was_written() {
    let _owner = fresh();
    let when = entry(&MEDICATION, "rows", "when").await;
    let until: HtmlElement = when
        .stage
        .find("fieldset > div[hidden], fieldset > div:has([id='q-until-0'])");
    when.typed("q-from-0", "2024").await;
    let going_on: web_sys::HtmlInputElement = when.stage.find("input[type=checkbox]");
    going_on.click();
    tick().await;
    let period = when.answer().period();
    assert!(period.ongoing);
    assert_eq!(period.from, date("2024", "", ""));
    assert!(until.hidden());
    going_on.click();
    when.typed("q-until-0", "2025").await;
    going_on.click();
    tick().await;
    assert!(!until.hidden());
    let period = when.answer().period();
    assert_eq!((period.until, period.ongoing), (date("2025", "", ""), true));
}

#[wasm_bindgen_test]
async fn one_of_the_given_answers_can_be_taken_back() {
    let _owner = fresh();
    let living = entry(&PROFILE, "family", "living").await;
    let radios = living.stage.all("input[type=radio]");
    radios[1].click();
    tick().await;
    assert_eq!(living.answer(), text("apart"));
    living.stage.find::<HtmlElement>("button").click();
    tick().await;
    assert_eq!(living.answer(), text(""));
    assert_eq!(count(&living.stage.host, "input:checked"), 0);
    assert_eq!(living.draft.touched.get_untracked(), 2);
}

#[wasm_bindgen_test]
async fn the_age_follows_the_day_on_which_the_sheet_was_written() {
    let _owner = fresh();
    let draft = Draft::of(&PROFILE, &Record::default());
    let question = PROFILE.question("age").expect("it is asked");
    let birth = Typed::from_iso("2020-09-03").expect("a date");
    let facts = Facts {
        birth: birth.understood().ok(),
    };
    let age = ask(question, draft.once.clone(), draft.clone(), facts).await;
    let output: HtmlElement = age.stage.find("output");
    let none = output.text_content();
    let written_on = Typed::from_iso("2026-11-21").expect("a date");
    draft.once.signal("date").set(Answer::Date(written_on));
    tick().await;
    assert_ne!(output.text_content(), none);
    assert_eq!(output.text_content().as_deref(), Some("6歳2カ月"));
}

/// Every question of every form, one at a time.
async fn every_question(look: impl Fn(&OnScreen, &'static Question)) {
    for form in ALL {
        let draft = Draft::of(form, &Record::default());
        for section in form.sections {
            let fields = match section.repeat {
                None => draft.once.clone(),
                Some(_) => stepnote::draft::EntryDraft::of(section, &Answers::default()).fields,
            };
            for question in section.asked() {
                let shown = ask(question, fields.clone(), draft.clone(), Facts::default()).await;
                look(&shown, question);
            }
        }
    }
}

#[wasm_bindgen_test]
async fn nothing_that_is_typed_is_offered_to_others_to_read_or_complete() {
    let _owner = fresh();
    every_question(|shown, question| {
        for field in shown
            .stage
            .all("input[type=text], input[type=tel], textarea")
        {
            for (name, value) in [
                ("autocomplete", "off"),
                ("spellcheck", "false"),
                ("translate", "no"),
                ("writingsuggestions", "false"),
                ("autocapitalize", "off"),
            ] {
                let is = field.get_attribute(name);
                assert_eq!(is.as_deref(), Some(value), "{name} of {}", question.id);
            }
            assert!(
                field.get_attribute("placeholder").is_none(),
                "{}",
                question.id
            );
        }
        let kinds = "input:not([type=text], [type=tel], [type=radio], [type=checkbox]), select";
        assert_eq!(
            count(&shown.stage.host, kinds),
            0,
            "another kind of field: {}",
            question.id
        );
    })
    .await;
}

#[wasm_bindgen_test]
async fn every_field_has_its_name_and_its_help() {
    let _owner = fresh();
    every_question(|shown, question| {
        let stage = &shown.stage;
        let fields = stage.all("input, textarea, output");
        assert!(!fields.is_empty(), "{} is on screen", question.id);
        for field in fields {
            let id = field.id();
            let label = !id.is_empty() && count(&stage.host, &format!("label[for='{id}']")) == 1;
            let around = field.closest("label").expect("a selector").is_some();
            let said = field
                .get_attribute("aria-label")
                .is_some_and(|l| !l.is_empty());
            assert!(label || around || said, "a field of {}", question.id);
        }
        let words = question.label.to(Lang::Ja);
        let named = stage.all("label, legend, .ks-label");
        assert!(
            named
                .iter()
                .any(|label| label.text_content().as_deref() == Some(words))
        );
        for help in stage.all(".ks-hint[id]") {
            let tied = format!("[aria-describedby='{}']", help.id());
            assert_eq!(count(&stage.host, &tied), 1, "the help of {}", question.id);
        }
        assert_eq!(
            !stage.all(".ks-hint[id]").is_empty(),
            question.hint.is_some()
        );
    })
    .await;
}

#[wasm_bindgen_test]
fn every_kind_of_question_is_asked_somewhere() {
    let asked = || {
        ALL.iter()
            .flat_map(|form| form.sections)
            .flat_map(Section::asked)
    };
    let is = |kind: fn(&Kind) -> bool| asked().any(|question| kind(&question.kind));
    assert!(is(|k| matches!(k, Kind::Line)) && is(|k| matches!(k, Kind::Kana(_))));
    assert!(is(|k| matches!(k, Kind::Lines)) && is(|k| matches!(k, Kind::Date)));
    assert!(is(|k| matches!(k, Kind::Period)) && is(|k| matches!(k, Kind::Age(_))));
    assert!(is(|k| matches!(k, Kind::One(_))) && is(|k| matches!(k, Kind::Phone)));
    assert!(is(|k| matches!(k, Kind::Postcode)));
}

#[wasm_bindgen_test]
async fn a_field_that_is_confirmed_without_typing_touches_nothing() {
    let _owner = fresh();
    let name = once(&PROFILE, "kana", Some(text("むさし"))).await;
    tell(&name.stage.input("q"), "change");
    assert_eq!(name.draft.touched.get_untracked(), 0);
}
