//! すぐに閉じる: nothing is to be seen, nothing leads back, nothing is lost.

use crate::{
    engine::Engine,
    household::{parent_at_home, secrets, unlocks},
    person::Person,
    world::World,
};
use stepnote::forms::{INTRODUCTION, PROFILE};
use thirtyfour::Key;

const HALF_A_SENTENCE: &str = "夜中に目をさまして、まどの外の";

fn leaving_in_mid_sentence_shows_a_calendar_and_keeps_the_sentence(world: &World) {
    let mother = parent_at_home(world);
    mother.in_group("シート").presses(PROFILE.title.ja);
    mother.sees("このシートは");
    mother.presses("もどる");
    mother.in_group("シート").presses(INTRODUCTION.title.ja);
    mother.types("特徴的なエピソードなど", HALF_A_SENTENCE);
    mother.presses("すぐに閉じる");
    is_at_the_calendar(&mother);
    // No step back or forward leads to the note.
    let steps = match mother.engine() {
        Engine::Chromium | Engine::Firefox => {
            &["history.back()", "history.back()", "history.forward()"][..]
        }
        // Its driver loses a page that goes back to where it began.
        Engine::WebKit => &["history.back()"],
    };
    for step in steps {
        mother.script(&format!("setTimeout(() => {step})"), Vec::new());
        shows_no_note(world, &mother);
    }
    mother.opens("");
    unlocks(&mother);
    mother.in_group("シート").presses(INTRODUCTION.title.ja);
    let written = mother.value_of("特徴的なエピソードなど");
    assert!(written.ends_with(HALF_A_SENTENCE), "{written}");
    world.kept_private(&[HALF_A_SENTENCE]);
}

fn is_at_the_calendar(person: &Person) {
    person.sees("次の月");
    assert_eq!(person.title(), "カレンダー");
    let page = person.script("return document.documentElement.outerHTML", Vec::new());
    let page = page.as_str().unwrap();
    for word in secrets()
        .iter()
        .map(String::as_str)
        .chain([HALF_A_SENTENCE, "ノート"])
    {
        assert!(!page.contains(word), "「{word}」 is in the page");
    }
}

fn shows_no_note(world: &World, person: &Person) {
    person.until("is on a page without a note", async || {
        let app = person
            .tries("return !!document.getElementById('app')", Vec::new())
            .await?;
        if app == serde_json::Value::Bool(false) {
            Ok(())
        } else {
            Err(format!("the app of {} is there", world.site().address()).into())
        }
    });
}

fn three_shifts_leave_too(world: &World) {
    let mother = parent_at_home(world);
    for _ in 0..3 {
        mother.presses_key(Key::Shift);
    }
    is_at_the_calendar(&mother);
}

fn whoever_is_in_danger_reads_what_this_can_and_cannot_do(world: &World) {
    let mother = world.person();
    mother.opens("");
    mother.presses("相談");
    mother.presses("あなたの安全のために");
    mother.sees("ブラウザーの履歴には、ここをひらいたことが残ります。");
    assert_eq!(mother.barriers(), [""; 0]);
    mother.screenshot("safety");
    mother.presses("すぐに閉じる");
    is_at_the_calendar(&mother);
    assert_eq!(mother.barriers(), [""; 0]);
}

fn a_page_that_the_browser_kept_aside_is_locked(world: &World) {
    let mother = parent_at_home(world);
    mother.script(
        "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))",
        Vec::new(),
    );
    mother.sees("ノートをひらく");
    unlocks(&mother);
}

/// The same for a page that the browser really kept, in place of one that is only told so.
fn a_page_that_comes_back_from_the_browsers_memory_is_locked(world: &World) {
    let mother = World::who_was_kept_aside(|| {
        let mother = parent_at_home(world);
        mother.in_group("シート").presses(INTRODUCTION.title.ja);
        mother.types("特徴的なエピソードなど", HALF_A_SENTENCE);
        mother
    });
    mother.sees("ノートをひらく");
    mother.does_not_see(HALF_A_SENTENCE);
    unlocks(&mother);
    let written = mother.value_of("特徴的なエピソードなど");
    assert!(written.ends_with(HALF_A_SENTENCE), "{written}");
}

in_engine!(kept_aside, Chromium: a_page_that_comes_back_from_the_browsers_memory_is_locked);

in_every_engine!(
    a_page_that_the_browser_kept_aside_is_locked,
    leaving_in_mid_sentence_shows_a_calendar_and_keeps_the_sentence,
    three_shifts_leave_too,
    whoever_is_in_danger_reads_what_this_can_and_cannot_do,
);
