//! What is said at a field in which something is to be put right, and while a passphrase is typed.

use leptos::{prelude::*, task::tick};
use stepnote::{
    browser::{el::el, page},
    text::t,
    ui::{PASSPHRASE, Trouble, Trying, new_passphrase_form, trouble_box},
};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use super::stage::{Stage, fresh, press_with_capitals, type_into};

const WHAT: &str = "番号が違います";
const NEXT: &str = "もう一度お試しください。";
const WRONG: Trouble = Trouble::new(t(WHAT, WHAT, WHAT), t(NEXT, NEXT, NEXT));

/// A field with its help, and a trouble that can stand above it.
fn shown(trouble: RwSignal<Option<Trouble>>) -> Stage {
    page::set_title("受け取る");
    Stage::of(move |place| {
        let input = el("input").id("code").attr("aria-describedby", "code-hint");
        let hint = el("span").id("code-hint").text("16けた");
        place
            .add(trouble_box(move || trouble.get()))
            .add(el("div").add(hint).add(input))
    })
}

fn attribute(stage: &Stage, name: &str) -> Option<String> {
    stage.input("code").get_attribute(name)
}

#[wasm_bindgen_test]
async fn a_trouble_says_the_same_at_its_field_and_leads_there() {
    let _owner = fresh();
    let trouble = RwSignal::new(None);
    let stage = shown(trouble);
    tick().await;
    assert_eq!(attribute(&stage, "aria-invalid"), None);

    trouble.set(Some(WRONG.at("code")));
    tick().await;
    assert_eq!(attribute(&stage, "aria-invalid").as_deref(), Some("true"));
    let described = attribute(&stage, "aria-describedby");
    assert_eq!(described.as_deref(), Some("code-trouble code-hint"));
    let at_field: HtmlElement = stage.find("#code-trouble");
    let above: HtmlElement = stage.find("#trouble");
    for words in [WHAT, NEXT] {
        assert!(
            at_field.inner_text().contains(words),
            "at the field: {words}"
        );
        assert!(above.inner_text().contains(words), "above: {words}");
    }
    stage.find::<HtmlElement>("#trouble a").click();
    let focused = document().active_element().map(|element| element.id());
    assert_eq!(focused.as_deref(), Some("code"));
}

#[wasm_bindgen_test]
async fn a_trouble_that_has_gone_leaves_no_trace_at_its_field() {
    let _owner = fresh();
    let trouble = RwSignal::new(Some(WRONG.at("code")));
    let stage = shown(trouble);
    tick().await;
    trouble.set(Some(WRONG.at("code")));
    tick().await;
    assert_eq!(stage.all(".ks-err").len(), 1, "said once");

    trouble.set(None);
    tick().await;
    assert_eq!(attribute(&stage, "aria-invalid"), None);
    let described = attribute(&stage, "aria-describedby");
    assert_eq!(described.as_deref(), Some("code-hint"));
    assert_eq!(stage.all(".ks-err").len(), 0);
}

#[wasm_bindgen_test]
async fn the_title_of_the_window_says_that_there_is_a_trouble() {
    let _owner = fresh();
    let trouble = RwSignal::new(None);
    let stage = shown(trouble);
    tick().await;
    trouble.set(Some(WRONG));
    tick().await;
    assert_eq!(document().title(), "エラー：受け取る");
    trouble.set(Some(WRONG.at("code")));
    tick().await;
    assert_eq!(document().title(), "エラー：受け取る", "said once");
    trouble.set(None);
    tick().await;
    assert_eq!(document().title(), "受け取る");
    trouble.set(Some(WRONG));
    tick().await;
    page::set_title("印刷");
    drop(stage);
    assert_eq!(
        document().title(),
        "印刷",
        "another screen has another name"
    );
}

#[wasm_bindgen_test]
async fn a_group_of_choices_is_in_trouble_at_its_first() {
    let _owner = fresh();
    let trouble = RwSignal::new(None);
    let stage = Stage::of(move |place| {
        let one = |id: &str| el("input").attr("type", "radio").id(id);
        let group = el("fieldset").id("who").add(one("a")).add(one("b"));
        place.add(trouble_box(move || trouble.get())).add(group)
    });
    tick().await;
    trouble.set(Some(WRONG.at("who")));
    tick().await;
    let first = stage.input("a").get_attribute("aria-describedby");
    assert_eq!(first.as_deref(), Some("who-trouble"));
    stage.find::<HtmlElement>("#trouble a").click();
    let focused = document().active_element().map(|element| element.id());
    assert_eq!(focused.as_deref(), Some("a"));
}

/// The form in which a passphrase is chosen.
async fn choosing() -> Stage {
    let stage = Stage::of(|place| {
        let trying = Trying::new();
        place.add(new_passphrase_form(
            trying,
            t("決める", "きめる", "Use it"),
            || (),
        ))
    });
    tick().await;
    stage
}

#[wasm_bindgen_test]
async fn caps_lock_is_said_while_a_passphrase_is_typed() {
    const SAID: &str = "Caps Lock";
    let _owner = fresh();
    let stage = choosing().await;
    let press = |on| press_with_capitals(&stage.input(PASSPHRASE), on);
    press(true);
    tick().await;
    assert!(stage.host.inner_text().contains(SAID), "it is on");
    press(false);
    tick().await;
    assert!(!stage.host.inner_text().contains(SAID), "it is off");
}

#[wasm_bindgen_test]
async fn a_word_is_said_on_how_strong_a_passphrase_is_and_no_number() {
    let _owner = fresh();
    let stage = choosing().await;
    let said = "[role=status]";
    let words = || -> String {
        let all = stage.all(said).into_iter();
        all.map(|element| element.inner_text()).collect()
    };
    assert_eq!(words().trim(), "", "nothing is said of a blank field");
    for (more, is) in [
        ("19", "まだ短いです"),
        ("990401", "当てられやすい"),
        ("-hima", "もう1つたすと"),
        ("wari", "長いパスフレーズです"),
    ] {
        type_into(&stage.input(PASSPHRASE), more);
        tick().await;
        assert!(words().contains(is), "after {more}: {}", words());
        assert!(!words().contains('%'), "no number");
    }
}
