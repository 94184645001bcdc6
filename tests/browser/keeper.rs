//! Saving follows writing by itself.

use js_sys::Promise;
use leptos::{prelude::*, task::tick};
use stepnote::{
    answer::Answer,
    draft::{Draft, Keeper, Saved},
    form::Form,
    forms::{INTRODUCTION, PROFILE, SLIP},
    merge::Keep,
    record::{Note, Record, State},
    store::{Door, Session, Unsaved},
};
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};
use wasm_bindgen_test::wasm_bindgen_test;

use super::stage::{
    Stage, answer, begun, door, fill_the_storage, fresh, make_room, reopened, until,
};

#[wasm_bindgen(inline_js = "
let end = () => {};
export const saves_elsewhere = () => new Promise(held => {
  navigator.locks.request('stepnote:writing', () => new Promise(done => { end = done; held(); }));
});
export const saved_elsewhere = () => end();
export const waits_its_turn = async () => (await navigator.locks.query()).pending.some(({ name }) => name === 'stepnote:writing');
export const no_locks = () => Object.defineProperty(navigator, 'locks', { configurable: true, value: undefined });
export const locks_as_ever = () => delete navigator.locks;
")]
extern "C" {
    fn saves_elsewhere() -> Promise;
    fn saved_elsewhere();
    fn waits_its_turn() -> Promise;
    fn no_locks();
    fn locks_as_ever();
}

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
async fn while_another_screen_saves_this_one_waits_its_turn() {
    let _owner = fresh();
    let (_, keeper) = at_work();
    let (_stage, draft) = open(keeper, &INTRODUCTION);
    tick().await;
    answer(saves_elsewhere()).await;
    write(&draft, "likes", "電車");
    while answer(waits_its_turn()).await != JsValue::TRUE {}
    assert_eq!(saved(keeper), Saved::Soon);
    assert_eq!(kept(&INTRODUCTION, "likes"), "");
    saved_elsewhere();
    until("saved", || matches!(saved(keeper), Saved::At(_))).await;
    assert_eq!(kept(&INTRODUCTION, "likes"), "電車");
}

#[wasm_bindgen_test]
async fn a_turn_that_never_comes_keeps_nothing_from_being_saved() {
    let _owner = fresh();
    let (_, keeper) = at_work();
    let (_stage, draft) = open(keeper, &INTRODUCTION);
    tick().await;
    answer(saves_elsewhere()).await;
    write(&draft, "likes", "電車");
    until("saved", || matches!(saved(keeper), Saved::At(_))).await;
    assert_eq!(kept(&INTRODUCTION, "likes"), "電車");
    saved_elsewhere();
}

#[wasm_bindgen_test]
async fn where_the_browser_knows_no_turns_it_is_saved_and_what_another_screen_wrote_is_not_lost() {
    let _owner = fresh();
    let (_, keeper) = at_work();
    let (_stage, draft) = open(keeper, &INTRODUCTION);
    tick().await;
    no_locks();
    let other = reopened();
    let theirs = other.save(|note| {
        let mut record = note.record(&PROFILE);
        record.answers.put("sex", Answer::Text("女".to_owned()));
        note.put(&PROFILE, &record);
    });
    assert_eq!(theirs, Ok(()));
    write(&draft, "likes", "電車");
    until("saved", || matches!(saved(keeper), Saved::At(_))).await;
    locks_as_ever();
    assert_eq!(kept(&INTRODUCTION, "likes"), "電車");
    assert_eq!(kept(&PROFILE, "sex"), "女");
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
    let (_, keeper) = at_work();
    let (_stage, draft) = open(keeper, &INTRODUCTION);
    tick().await;
    fill_the_storage();
    write(&draft, "likes", &"電車".repeat(5_000));
    until("trouble", || trouble(keeper).is_some()).await;
    assert_eq!(trouble(keeper), Some(Unsaved::Full));
    assert_eq!(saved(keeper), Saved::Soon);
    assert_eq!(kept(&INTRODUCTION, "likes"), "");
    make_room();
    keeper.keep_now();
    assert_eq!(trouble(keeper), None);
    assert_eq!(kept(&INTRODUCTION, "likes"), "電車".repeat(5_000));
}

#[wasm_bindgen_test]
async fn locking_saves_what_was_typed_a_moment_ago() {
    let _owner = fresh();
    let (session, keeper) = at_work();
    let (_stage, draft) = open(keeper, &INTRODUCTION);
    tick().await;
    write(&draft, "likes", "電車");
    tick().await;
    session.lock();
    assert_eq!(kept(&INTRODUCTION, "likes"), "電車");
    write(&draft, "likes", "バス");
    tick().await;
    keeper.keep_now();
    assert_eq!(trouble(keeper), Some(Unsaved::Locked));
}

#[wasm_bindgen_test]
async fn what_another_screen_wrote_comes_in_with_the_next_save() {
    let _owner = fresh();
    let (session, keeper) = at_work();
    let (_stage, draft) = open(keeper, &INTRODUCTION);
    tick().await;
    let elsewhere = reopened();
    assert_eq!(
        elsewhere.save(|note| note.set_state(&PROFILE, State::Written)),
        Ok(())
    );
    let before = untrack(|| session.anew());
    write(&draft, "likes", "電車");
    tick().await;
    keeper.keep_now();
    assert_eq!(trouble(keeper), None);
    assert_eq!(kept(&INTRODUCTION, "likes"), "電車");
    assert_eq!(session.state(&PROFILE), State::Written);
    // Whatever is drawn from the note is to be drawn anew.
    assert_ne!(untrack(|| session.anew()), before);
}

#[wasm_bindgen_test]
async fn what_two_screens_answered_differently_is_kept_to_be_compared() {
    let _owner = fresh();
    let (session, keeper) = at_work();
    let (_stage, draft) = open(keeper, &INTRODUCTION);
    tick().await;
    let elsewhere = reopened();
    let bus = |note: &mut Note| {
        let mut record = note.record(&INTRODUCTION);
        record.answers.put("likes", Answer::Text("バス".into()));
        note.put(&INTRODUCTION, &record);
    };
    assert_eq!(elsewhere.save(bus), Ok(()));
    write(&draft, "likes", "電車");
    tick().await;
    keeper.keep_now();
    assert_eq!(kept(&INTRODUCTION, "likes"), "電車");
    assert!(untrack(|| session.differs()));
    assert_eq!(session.settle(&[Keep::Both]), Ok(()));
    assert_eq!(kept(&INTRODUCTION, "likes"), "電車\nバス");
    assert!(!untrack(|| session.differs()));
}

#[wasm_bindgen_test]
fn what_another_screen_wrote_is_seen_without_writing() {
    let _owner = fresh();
    let (session, keeper) = at_work();
    let elsewhere = reopened();
    assert_eq!(
        elsewhere.save(|note| note.set_state(&PROFILE, State::Written)),
        Ok(())
    );
    assert_eq!(session.state(&PROFILE), State::Blank);
    keeper.renew();
    assert_eq!(session.state(&PROFILE), State::Written);
    assert_eq!(trouble(keeper), None);
}

#[wasm_bindgen_test]
fn a_vault_that_was_deleted_on_another_screen_is_locked_here() {
    let _owner = fresh();
    let (session, keeper) = at_work();
    assert_eq!(reopened().wipe(), Ok(()));
    keeper.renew();
    assert_eq!(door(session), Door::Absent);
    assert_eq!(untrack(|| session.child()), None);
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
async fn one_of_several_slips_is_saved_as_itself() {
    let _owner = fresh();
    let (_, keeper) = at_work();
    let [first, second] = ["a", "b"].map(|id| Draft::one_of(&SLIP, id, &Record::default()));
    let now = RwSignal::new_local(first.clone());
    let _stage = on_screen(keeper, now);
    tick().await;
    write(&first, "to_office", "教育支援センター");
    tick().await;
    now.set(second.clone());
    tick().await;
    write(&second, "to_office", "あそべえ");
    tick().await;
    keeper.keep_now();
    let note = reopened().note();
    let office = |id: &str| note.one_of(&SLIP, id).answers.text("to_office").to_owned();
    assert_eq!(note.several(&SLIP), ["a", "b"]);
    assert_eq!([office("a"), office("b")], ["教育支援センター", "あそべえ"]);
    assert!(note.record(&SLIP).is_blank());
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
