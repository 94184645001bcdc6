//! Saving follows writing by itself.

use leptos::{prelude::*, task::tick};
use stepnote::{
    answer::Answer,
    draft::{Draft, Keeper, Saved},
    form::Form,
    forms::{INTRODUCTION, PROFILE},
    record::{Record, State},
    store::{Session, Unsaved},
};
use wasm_bindgen_test::wasm_bindgen_test;

use super::stage::{Stage, begun, fresh, reopened, until};

/// A sheet on the screen, watched over.
fn open(keeper: Keeper, form: &'static Form) -> (Stage, Draft) {
    let draft = Draft::of(form, &Record::default());
    (on_screen(keeper, RwSignal::new_local(draft.clone())), draft)
}

/// Whichever sheet is open now, as the app shows one after the other.
fn on_screen(keeper: Keeper, now: RwSignal<Draft, LocalStorage>) -> Stage {
    Stage::of(move |place| {
        place.part(move || {
            keeper.write(now.get());
            Vec::new()
        })
    })
}

fn write(draft: &Draft, id: &str, words: &str) {
    draft.once.signal(id).set(Answer::Text(words.to_owned()));
    draft.touch();
}

/// What another look at the storage finds.
fn kept(form: &Form, id: &str) -> String {
    reopened().note().record(form).answers.text(id).to_owned()
}

fn saved(keeper: Keeper) -> Saved {
    untrack(|| keeper.saved())
}

fn trouble(keeper: Keeper) -> Option<Unsaved> {
    untrack(|| keeper.trouble())
}

fn at_work() -> (Session, Keeper) {
    let session = begun();
    (session, Keeper::new(session))
}

#[wasm_bindgen_test]
async fn what_was_written_is_saved_at_the_next_pause() {
    let _owner = fresh();
    let (_, keeper) = at_work();
    let (_stage, draft) = open(keeper, &INTRODUCTION);
    tick().await;
    assert_eq!(saved(keeper), Saved::Nothing);
    write(&draft, "likes", "電車");
    tick().await;
    // Typing does not wait for it.
    assert_eq!(saved(keeper), Saved::Soon);
    assert_eq!(kept(&INTRODUCTION, "likes"), "");
    until("saved", || matches!(saved(keeper), Saved::At(_))).await;
    assert_eq!(kept(&INTRODUCTION, "likes"), "電車");
    assert_eq!(trouble(keeper), None);
}

#[wasm_bindgen_test]
async fn a_page_that_is_hidden_saves_at_once() {
    let _owner = fresh();
    let (_, keeper) = at_work();
    let (_stage, draft) = open(keeper, &INTRODUCTION);
    tick().await;
    write(&draft, "likes", "でんしゃ、き");
    tick().await;
    keeper.keep_now();
    assert_eq!(kept(&INTRODUCTION, "likes"), "でんしゃ、き");
}

#[wasm_bindgen_test]
async fn a_sheet_that_is_left_is_saved_on_the_way_out() {
    let _owner = fresh();
    let (_, keeper) = at_work();
    let (stage, draft) = open(keeper, &INTRODUCTION);
    tick().await;
    write(&draft, "likes", "電車");
    tick().await;
    drop(stage);
    assert_eq!(kept(&INTRODUCTION, "likes"), "電車");
}

#[wasm_bindgen_test]
async fn a_second_sheet_does_not_make_the_first_forgotten() {
    let _owner = fresh();
    let (_, keeper) = at_work();
    let [first, second] = [&INTRODUCTION, &PROFILE].map(|form| Draft::of(form, &Record::default()));
    let now = RwSignal::new_local(first.clone());
    let _stage = on_screen(keeper, now);
    tick().await;
    write(&first, "likes", "電車");
    tick().await;
    now.set(second.clone());
    tick().await;
    write(&second, "name", "髙﨑");
    tick().await;
    keeper.keep_now();
    assert_eq!(kept(&INTRODUCTION, "likes"), "電車");
    assert_eq!(kept(&PROFILE, "name"), "髙﨑");
}

#[wasm_bindgen_test]
async fn a_sheet_that_was_only_looked_at_is_not_written() {
    let _owner = fresh();
    let (session, keeper) = at_work();
    let before = session.note();
    let (stage, _) = open(keeper, &PROFILE);
    tick().await;
    drop(stage);
    assert_eq!(reopened().note(), before);
}

#[wasm_bindgen_test]
async fn what_could_not_be_saved_is_said_and_tried_again() {
    let _owner = fresh();
    let (session, keeper) = at_work();
    let (_stage, draft) = open(keeper, &INTRODUCTION);
    tick().await;
    let elsewhere = reopened();
    assert_eq!(
        elsewhere.save(|note| note.set_state(&PROFILE, State::Written)),
        Ok(())
    );
    write(&draft, "likes", "電車");
    until("trouble", || trouble(keeper).is_some()).await;
    assert_eq!(trouble(keeper), Some(Unsaved::Changed));
    assert_eq!(saved(keeper), Saved::Soon);
    assert_eq!(kept(&INTRODUCTION, "likes"), "");
    session.lock();
    keeper.keep_now();
    assert_eq!(trouble(keeper), Some(Unsaved::Locked));
}

#[wasm_bindgen_test]
async fn saying_that_a_sheet_is_written_saves_what_was_typed_before() {
    let _owner = fresh();
    let (_, keeper) = at_work();
    let (_stage, draft) = open(keeper, &INTRODUCTION);
    tick().await;
    write(&draft, "likes", "電車");
    tick().await;
    keeper.set_state(&INTRODUCTION, State::Written);
    let note = reopened().note();
    assert_eq!(note.state(&INTRODUCTION), State::Written);
    assert_eq!(kept(&INTRODUCTION, "likes"), "電車");
}

#[wasm_bindgen_test]
async fn what_arrives_after_its_sheet_was_left_is_saved_with_it() {
    let _owner = fresh();
    let (_, keeper) = at_work();
    let (stage, draft) = open(keeper, &INTRODUCTION);
    tick().await;
    write(&draft, "likes", "電車");
    tick().await;
    drop(stage);
    let before = draft.record();
    write(&draft, "dislikes", "大きい音");
    keeper.take_late(&draft, &before);
    assert_eq!(kept(&INTRODUCTION, "likes"), "電車");
    assert_eq!(kept(&INTRODUCTION, "dislikes"), "大きい音");
}

#[wasm_bindgen_test]
async fn what_arrives_late_overwrites_nothing_that_was_written_since() {
    let _owner = fresh();
    let (_, keeper) = at_work();
    let (stage, draft) = open(keeper, &INTRODUCTION);
    tick().await;
    write(&draft, "likes", "電車");
    tick().await;
    drop(stage);
    let before = draft.record();
    let (stage, later) = open(keeper, &INTRODUCTION);
    tick().await;
    write(&later, "likes", "バス");
    tick().await;
    write(&draft, "dislikes", "大きい音");
    // It stands open again, and later it is left again.
    keeper.take_late(&draft, &before);
    drop(stage);
    keeper.take_late(&draft, &before);
    assert_eq!(kept(&INTRODUCTION, "likes"), "バス");
    assert_eq!(kept(&INTRODUCTION, "dislikes"), "");
}
