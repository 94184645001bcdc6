//! A sheet that no source file names is shown and written like the others.

use leptos::{prelude::*, task::tick};
use stepnote::{draft::Keeper, ui};
use wasm_bindgen_test::wasm_bindgen_test;

use super::{
    sleep::SLEEP,
    stage::{Stage, begun, fresh, reopened, type_into},
};

/// The sheet on the screen, in an open vault.
async fn on_screen() -> (Stage, Keeper) {
    let session = begun();
    let keeper = Keeper::new(session);
    let stage = Stage::of(move |place| {
        provide_context(session);
        provide_context(keeper);
        place.all(ui::sheet(&SLEEP, "ひな"))
    });
    tick().await;
    (stage, keeper)
}

#[wasm_bindgen_test]
async fn a_new_sheet_asks_every_question() {
    let _owner = fresh();
    let (stage, _) = on_screen().await;
    let said = stage.all("main")[0].text_content().unwrap_or_default();
    let asked = SLEEP.sections.iter().filter(|part| part.repeat.is_none());
    let labels = asked
        .flat_map(|part| part.questions)
        .map(|question| question.label.ja);
    let adds = SLEEP.groups().filter_map(|part| Some(part.repeat?.add.ja));
    let missing: Vec<_> = labels
        .chain(adds)
        .filter(|words| !said.contains(words))
        .collect();
    assert_eq!(missing, [""; 0], "in {said}");
}

#[wasm_bindgen_test]
async fn what_is_written_on_a_new_sheet_is_kept() {
    let _owner = fresh();
    let (stage, keeper) = on_screen().await;
    type_into(&stage.input("q-worry"), "夜中に目をさます");
    tick().await;
    keeper.keep_now();
    let kept = reopened().note().record(&SLEEP);
    assert_eq!(kept.answers.text("worry"), "夜中に目をさます");
}
