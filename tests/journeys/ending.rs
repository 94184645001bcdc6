//! The browser ends in the middle of a sentence, with everything it started: what was shown as saved is there, and the
//! note opens. `STEPNOTE_KILLS` says how often it is ended; `scripts/test kills` does it 200 times, `scripts/soak` more.

use crate::{
    household::{CALLED, PASSPHRASE, parent_beginning},
    pictures::random,
    world::World,
};
use serde_json::json;
use std::time::{Duration, SystemTime};

/// How often, in each engine, where nothing else is said.
const KILLS: u32 = 12;

/// Writes one number after the other as fast as they are saved: by waiting for the pause, or by leaving the page for a
/// moment, as chance has it. Each that was shown as saved is told to the host, and nothing else is.
const WRITE: &str = "let n = arguments[0];
    const [field, said] = [document.activeElement, document.querySelector('main [role=status].ks-saved')];
    const shows = words => new Promise(done => {
        const look = () => said.textContent.includes(words) && (watch.disconnect(), done());
        const watch = new MutationObserver(look);
        watch.observe(said, { childList: true, characterData: true, subtree: true });
        look();
    });
    (async () => {
        for (;; n += 1) {
            field.value = String(n);
            field.dispatchEvent(new InputEvent('input', { bubbles: true }));
            await shows('ほぞんしています');
            if (Math.random() < .7) dispatchEvent(new Event('pagehide'));
            await shows('ほぞんしました');
            fetch(`shown?${n}`, { keepalive: true }).catch(() => {});
            await new Promise(done => setTimeout(done, Math.random() * 60));
        }
    })()";

fn what_was_shown_as_saved_outlives_the_end_of_the_browser(world: &World) {
    let kills = std::env::var("STEPNOTE_KILLS").ok();
    let kills = kills.map_or(KILLS, |kills| kills.parse().expect("a number"));
    let mother = parent_beginning(world);
    // Where this begins is chance, and said, so that it can be done once more.
    let seed = SystemTime::UNIX_EPOCH.elapsed().unwrap().subsec_nanos();
    println!("seed {seed}");
    let mut chance = u64::from(seed) | 1;
    let (mut shown, mut survived, mut unsaid) = (0, 0, 0);
    for kill in 0..kills {
        mother.opens("#/sheet/profile");
        if kill > 0 {
            mother.sees("ノートをひらく");
            mother.types("パスフレーズ（合言葉）", PASSPHRASE);
            mother.presses("ひらく");
        }
        mother.sees("このシートは");
        let there: u32 = mother.value_of("性別").parse().unwrap_or_default();
        assert!(
            there >= shown,
            "after {kill} kills: {shown} was shown as saved, {there} is there"
        );
        survived += u32::from(kill > 0);
        unsaid += there - shown;
        mother.rewrites("性別", &(there + 1).to_string());
        mother.sees("ほぞんしました");
        mother.script(WRITE, vec![json!(there + 2)]);
        let before = Duration::from_millis(100 + random(&mut chance) % 1400);
        std::thread::sleep(before);
        mother.loses_the_browser();
        shown = last_shown(world).max(there + 1);
    }
    mother.opens("");
    mother.sees("ノートをひらく");
    mother.types("パスフレーズ（合言葉）", PASSPHRASE);
    mother.presses("ひらく");
    mother.sees(CALLED);
    println!(
        "{}: {kills} ends, {survived} looked at, {shown} saves shown and none lost, {unsaid} more found than were shown",
        mother.engine().name()
    );
}

/// The last number that was told to the host.
fn last_shown(world: &World) -> u32 {
    let told = world.site().requests().into_iter();
    let numbers = told.filter_map(|request| request.target.split_once("shown?")?.1.parse().ok());
    numbers.max().unwrap_or_default()
}

in_engine!(chromium_is_killed, Chromium: what_was_shown_as_saved_outlives_the_end_of_the_browser);
in_engine!(firefox_is_killed, Firefox: what_was_shown_as_saved_outlives_the_end_of_the_browser);
