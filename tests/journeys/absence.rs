//! Nobody is there any more, somebody is about to go, and what is said quietly: a note that is open locks itself, what
//! could not be saved is said before the page goes, and after ten changes a backup is thought of.

use crate::{
    household::{parent_at_home, parent_beginning, unlocks},
    person::Person,
    world::World,
};
use serde_json::{Value, json};
use stepnote::forms::INTRODUCTION;

const SENTENCE: &str = "まどの外の でんしゃを かぞえて";
const EPISODE: &str = "特徴的なエピソードなど";
const SOON: &str = "まもなく かぎをかけます";
const DUE: &str = "新しい控えをつくっておくと安心です";

/// The clock of the page runs ahead by so many milliseconds; nobody waits for it.
fn runs_ahead(person: &Person, by: u32) {
    // In Firefox a script of the driver has a Date of its own.
    let ahead = "const { Date } = window;
        if (window.ahead === undefined) { const now = Date.now; window.ahead = 0; Date.now = () => now() + window.ahead; }
        window.ahead += arguments[0];";
    person.script(ahead, vec![json!(by)]);
}

/// The page goes out of sight, or comes back.
fn is_hidden(person: &Person, hidden: bool) {
    let hide = "Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => arguments[0] ? 'hidden' : 'visible' });";
    let hide = format!(
        "const hidden = arguments[0]; {} document.dispatchEvent(new Event('visibilitychange', {{ bubbles: true }}));",
        hide.replace("arguments[0]", "hidden")
    );
    person.script(&hide, vec![json!(hidden)]);
}

fn writes_a_sentence(world: &World) -> Person {
    let mother = parent_at_home(world);
    mother.in_group("シート").presses(INTRODUCTION.title.ja);
    mother.types(EPISODE, SENTENCE);
    mother
}

fn finds_the_sentence(mother: &Person) {
    mother.sees("ノートをひらく");
    mother.does_not_see(SENTENCE);
    unlocks(mother);
    mother.opens("#/");
    mother.in_group("シート").presses(INTRODUCTION.title.ja);
    let written = mother.value_of(EPISODE);
    assert!(written.ends_with(SENTENCE), "{written}");
}

fn a_note_that_nobody_touches_says_so_and_locks_itself(world: &World) {
    let mother = writes_a_sentence(world);
    runs_ahead(&mother, 280_000);
    mother.sees(SOON);
    assert_eq!(mother.barriers(), [""; 0]);
    mother.types(EPISODE, "。");
    mother.does_not_see(SOON);
    runs_ahead(&mother, 200_000);
    mother.finds_written(EPISODE, &mother.value_of(EPISODE));
    mother.rewrites(EPISODE, SENTENCE);
    runs_ahead(&mother, 301_000);
    finds_the_sentence(&mother);
    world.kept_private(&[SENTENCE]);
}

fn a_note_out_of_sight_is_locked_after_a_minute_and_not_before(world: &World) {
    let mother = writes_a_sentence(world);
    is_hidden(&mother, true);
    runs_ahead(&mother, 50_000);
    is_hidden(&mother, false);
    mother.finds_written(EPISODE, &mother.value_of(EPISODE));
    is_hidden(&mother, true);
    runs_ahead(&mother, 61_000);
    // A page out of sight may not be given its timers: it looks when it comes back.
    is_hidden(&mother, false);
    finds_the_sentence(&mother);
}

/// Whether the browser would ask before the page goes.
fn is_asked(person: &Person) -> bool {
    let leave = "const leave = new Event('beforeunload', { cancelable: true }); dispatchEvent(leave); return leave.defaultPrevented";
    person.script(leave, Vec::new()) == Value::Bool(true)
}

fn what_could_not_be_saved_is_said_before_the_page_goes(world: &World) {
    let mother = parent_at_home(world);
    mother.in_group("シート").presses(INTRODUCTION.title.ja);
    mother.sees("このシートは");
    assert!(!is_asked(&mother), "nothing was written");
    let full = "window.putAsEver = Storage.prototype.setItem;
        Storage.prototype.setItem = () => { throw new DOMException('no', 'QuotaExceededError'); }";
    mother.script(full, Vec::new());
    mother.types(EPISODE, SENTENCE);
    mother.sees("しまう場所が いっぱいです");
    assert_eq!(mother.barriers(), [""; 0]);
    mother.screenshot("full");
    assert!(is_asked(&mother), "it is not saved");
    mother.script("Storage.prototype.setItem = putAsEver", Vec::new());
    // Leaving tries once more.
    assert!(!is_asked(&mother), "it is saved on the way out");
    mother.does_not_see("しまう場所が いっぱいです");
    mother.reloads();
    finds_the_sentence(&mother);
}

fn after_ten_changes_a_backup_is_thought_of_quietly(world: &World) {
    let mother = parent_beginning(world);
    mother.opens("#/sheet/profile");
    mother.sees("このシートは");
    for change in 0..4 {
        changes(&mother, change);
    }
    mother.opens("#/");
    mother.sees("シート");
    mother.does_not_see(DUE);
    mother.opens("#/sheet/profile");
    mother.sees("このシートは");
    for change in 4..10 {
        changes(&mother, change);
    }
    mother.opens("#/");
    mother.sees(DUE);
    // No dialog, and nothing that a screen reader breaks off for.
    let loud = "const said = document.querySelector('.ks-due'); return !!document.querySelector('dialog[open], [role=alertdialog]') || !said || !!said.closest('[role=alert]')";
    assert_eq!(mother.script(loud, Vec::new()), json!(false));
    mother.opens("#/backup");
    mother.presses("控えのファイルをつくる");
    mother.sees("控えができました");
    mother.opens("#/");
    mother.sees("最終バックアップ 今日");
    mother.does_not_see(DUE);
}

/// What an installed app has for its icon.
const ICON: &str = "navigator.setAppBadge = async () => { window.icon = 'a dot'; };
navigator.clearAppBadge = async () => { window.icon = 'none'; };";

fn the_icon_of_the_app_says_when_a_backup_is_due(world: &World) {
    let mother = parent_beginning(world);
    mother.opens("#/sheet/profile");
    mother.sees("このシートは");
    mother.script(ICON, Vec::new());
    for change in 0..10 {
        changes(&mother, change);
    }
    mother.opens("#/");
    mother.sees(DUE);
    let icon = || mother.script("return window.icon", Vec::new());
    assert_eq!(icon(), json!("a dot"));
    mother.opens("#/backup");
    mother.presses("控えのファイルをつくる");
    mother.sees("控えができました");
    mother.opens("#/");
    mother.sees("最終バックアップ 今日");
    assert_eq!(icon(), json!("none"));
}

/// Writes something, and leaves the page for a moment.
fn changes(mother: &Person, change: u32) {
    mother.rewrites("性別", &change.to_string());
    mother.sees("ほぞんしています");
    mother.script("dispatchEvent(new Event('pagehide'))", Vec::new());
    mother.sees("ほぞんしました");
}

in_engine!(
    with_an_icon, Chromium:
    the_icon_of_the_app_says_when_a_backup_is_due,
);

in_every_engine!(
    a_note_that_nobody_touches_says_so_and_locks_itself,
    a_note_out_of_sight_is_locked_after_a_minute_and_not_before,
    what_could_not_be_saved_is_said_before_the_page_goes,
    after_ten_changes_a_backup_is_thought_of_quietly,
);
