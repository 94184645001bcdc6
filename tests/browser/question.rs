//! Each question part on screen: what is typed is never disturbed, and never given away.

use leptos::{prelude::*, task::tick};
use stepnote::{
    answer::{Answer, Milestone, Period, Typed},
    browser::clock,
    draft::{Draft, Fields},
    form::{Choice, Form, Kind, Question, Section, many, milestone, months, section},
    forms::{ALL, INTRODUCTION, MEDICATION, PROFILE},
    record::{Answers, Record},
    sheet::Facts,
    text::{Lang, Text, t},
    ui::question::{Asked, field},
};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{CompositionEvent, CompositionEventInit, HtmlElement, HtmlTextAreaElement};

use super::stage::{Stage, count, fresh, leave, tell, type_into};

/// One question on screen, under the id `q`.
struct OnScreen {
    stage: Stage,
    signal: ArcRwSignal<Answer>,
    draft: Draft,
}

/// Shows a question, and waits until everything that follows a signal has followed.
async fn ask(
    section: &'static Section,
    id: &str,
    fields: Fields,
    draft: Draft,
    facts: Facts,
) -> OnScreen {
    let question = section.question(id).expect("it is asked");
    let signal = fields.signal(question.id);
    let asked = draft.clone();
    let stage = Stage::of(move |place| {
        place.add(field(Asked {
            question,
            section,
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

/// A question asked once, with what was answered before.
async fn once(form: &'static Form, id: &str, before: Option<Answer>) -> OnScreen {
    let mut record = Record::default();
    if let Some(answer) = before {
        record.answers.put(id, answer);
    }
    let draft = Draft::of(form, &record);
    let asks = |section: &&Section| section.repeat.is_none() && section.question(id).is_some();
    let section = form.sections.iter().find(asks).expect("it is asked");
    ask(section, id, draft.once.clone(), draft, Facts::default()).await
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
    ask(section, id, fields, draft, Facts::default()).await
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
    assert_eq!(count(&birth.stage.host, "[role=status] span"), 0);
    assert_eq!(birth.left("q-2").await, "30");
    assert_eq!(count(&birth.stage.host, "[role=status] span"), 1);
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
    let child = &PROFILE.sections[1];
    let birth = Typed::from_iso("2020-09-03").expect("a date");
    let facts = Facts {
        birth: birth.understood().ok(),
        ..Facts::default()
    };
    let age = ask(child, "age", draft.once.clone(), draft.clone(), facts).await;
    let output: HtmlElement = age.stage.find("output");
    let none = output.text_content();
    let written_on = Typed::from_iso("2026-11-21").expect("a date");
    draft.once.signal("date").set(Answer::Date(written_on));
    tick().await;
    assert_ne!(output.text_content(), none);
    assert_eq!(output.text_content().as_deref(), Some("6歳2カ月"));
    let year = age.stage.find::<HtmlElement>(".ks-small").text_content();
    assert!(
        year.as_deref()
            .is_some_and(|year| year.ends_with("年長・小学校入学は2027年4月"))
    );
}

/// What no sheet of three had: kinds of their own.
const KINDS: Form = Form {
    id: "kinds",
    version: 1,
    title: EMPTY,
    lead: EMPTY,
    sections: &[section(
        "part",
        EMPTY,
        &[
            milestone("neck", t("首すわり", "くびすわり", "Holds the head")),
            months("school", t("在園期間", "えんの きかん", "At school")),
            many(
                "kinds",
                t("支援の形", "しえん", "Support"),
                &[
                    Choice::new("a", t("通級", "つうきゅう", "Visits")),
                    Choice::new("b", t("通常学級", "つうじょう", "Class")),
                ],
            ),
        ],
    )],
};
const EMPTY: Text = t("様子", "ようす", "Growing");

#[wasm_bindgen_test]
async fn a_milestone_is_an_age_a_date_not_yet_or_forgotten() {
    let _owner = fresh();
    let neck = once(&KINDS, "neck", None).await;
    assert_eq!(neck.typed("q-1", "４").await, "４");
    assert_eq!(neck.left("q-1").await, "4");
    let at = |years: &str, months: &str| {
        let [years, months] = [years, months].map(str::to_owned);
        Answer::Milestone(Milestone::At { years, months })
    };
    assert_eq!(neck.answer(), at("", "4"));
    let ways = neck.stage.all("input[type=radio]");
    for (way, state) in [(2, Milestone::NotYet), (3, Milestone::Forgotten)] {
        ways[way].click();
        tick().await;
        assert_eq!(neck.answer(), Answer::Milestone(state));
        assert_eq!(count(&neck.stage.host, ".ks-mile__state"), 1);
    }
    ways[1].click();
    neck.typed("q-on-0", "R3").await;
    let on = Answer::Milestone(Milestone::On(date("R3", "", "")));
    assert_eq!(neck.answer(), on);
    // Nothing that was typed is lost by looking at another way.
    ways[0].click();
    tick().await;
    assert_eq!(neck.answer(), at("", "4"));
    assert_eq!(neck.stage.input("q-1").value(), "4");
    ways[1].click();
    tick().await;
    assert_eq!(neck.answer(), on);
    assert_eq!(neck.stage.input("q-on-0").value(), "R3");
}

#[wasm_bindgen_test]
async fn a_date_says_the_age_of_a_milestone_and_an_age_no_date() {
    let _owner = fresh();
    let draft = Draft::of(&KINDS, &Record::default());
    let facts = Facts {
        birth: Typed::from_iso("2020-09-03").and_then(|birth| birth.understood().ok()),
        ..Facts::default()
    };
    let neck = ask(&KINDS.sections[0], "neck", draft.once.clone(), draft, facts).await;
    let meant = || {
        let said = neck.stage.all("[role=status]").pop().expect("a status");
        said.text_content().unwrap_or_default()
    };
    neck.typed("q-1", "14").await;
    assert_eq!(meant(), "1歳2ヶ月");
    assert_eq!(neck.stage.input("q-on-0").value(), "");
    neck.stage.all("input[type=radio]")[1].click();
    for (id, part) in [("q-on-0", "2021"), ("q-on-1", "6")] {
        neck.typed(id, part).await;
    }
    assert_eq!(meant(), "");
    neck.typed("q-on-2", "3").await;
    assert_eq!(meant(), "0歳9ヶ月");
}

#[wasm_bindgen_test]
async fn a_period_of_months_asks_for_no_day_but_hides_none_that_came() {
    let _owner = fresh();
    let school = once(&KINDS, "school", None).await;
    assert_eq!(count(&school.stage.host, "input[type=text]"), 4);
    drop(school);
    let period = Period {
        until: date("2024", "3", "31"),
        ..Period::default()
    };
    let school = once(&KINDS, "school", Some(Answer::Period(period))).await;
    assert_eq!(count(&school.stage.host, "input[type=text]"), 5);
    assert_eq!(school.stage.input("q-until-2").value(), "31");
}

#[wasm_bindgen_test]
async fn all_that_apply_stand_in_the_order_of_the_form_and_strangers_stay() {
    let _owner = fresh();
    let codes = |all: &[&str]| Answer::Choices(all.iter().map(|&code| code.to_owned()).collect());
    let kinds = once(&KINDS, "kinds", Some(codes(&["newer", "b"]))).await;
    let boxes = kinds.stage.all("input[type=checkbox]");
    boxes[0].click();
    tick().await;
    assert_eq!(kinds.answer(), codes(&["a", "b", "newer"]));
    boxes[1].click();
    tick().await;
    assert_eq!(kinds.answer(), codes(&["a", "newer"]));
}

/// Tells a field what an input method does.
fn compose(field: &HtmlElement, event: &str, data: &str) {
    let told = CompositionEventInit::new();
    told.set_data(data);
    let event = CompositionEvent::new_with_event_init_dict(event, &told).expect("an event");
    field.dispatch_event(&event).expect("it takes events");
}

#[wasm_bindgen_test]
async fn the_reading_of_a_name_is_put_into_its_own_answer() {
    let _owner = fresh();
    let name = once(&PROFILE, "name", None).await;
    let field = name.stage.input("q");
    compose(&field, "compositionstart", "");
    for step in ["む", "むさし", "武蔵"] {
        compose(&field, "compositionupdate", step);
    }
    type_into(&field, "武蔵");
    compose(&field, "compositionend", "武蔵");
    tick().await;
    let kana = name.draft.once.signal("kana");
    assert_eq!(kana.get_untracked(), text("むさし"));
    assert_eq!(name.answer(), text("武蔵"));
    // A name that is taken away takes its suggestion with it.
    field.set_value("");
    tell(&field, "input");
    tick().await;
    assert_eq!(kana.get_untracked(), text(""));
}

#[wasm_bindgen_test]
async fn a_suggestion_is_shown_as_one() {
    let _owner = fresh();
    let kana = once(&PROFILE, "kana", None).await;
    kana.draft.once.suggest("kana", Some("むさし".to_owned()));
    tick().await;
    assert_eq!(kana.stage.input("q").value(), "むさし");
    assert_eq!(count(&kana.stage.host, "[role=status] .ks-suggested"), 1);
    kana.typed("q", "の").await;
    assert_eq!(count(&kana.stage.host, "[role=status] .ks-suggested"), 0);
    kana.draft
        .once
        .suggest("kana", Some("むさしはなこ".to_owned()));
    tick().await;
    assert_eq!(kana.stage.input("q").value(), "むさしの");
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
                let shown = ask(
                    section,
                    question.id,
                    fields.clone(),
                    draft.clone(),
                    Facts::default(),
                )
                .await;
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
        let kinds = "input:not([type=text], [type=tel], [type=radio], [type=checkbox], [type=file]), select";
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
        // Papers are chosen and a signature is drawn: they have tests of their own.
        if matches!(question.kind, Kind::Files | Kind::Drawn) {
            return;
        }
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
