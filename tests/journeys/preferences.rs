//! What somebody has set on the device holds here too: colours of her own, more contrast, less motion (ux.md A08).
//! Chromium alone can be told so.

use crate::{
    camera, family,
    household::{parent_at, picks_for_herself},
    person::Person,
    pictures::Grey,
    world::World,
};
use serde_json::{Value, json};
use stepnote::{
    carrier::qr::read_still,
    forms::{INTRODUCTION, MEDICATION},
};

/// The device asks for this.
fn asks_for(person: &Person, what: &str, how: &str) {
    let features = json!({ "features": [{ "name": what, "value": how }] });
    person.cdp("Emulation.setEmulatedMedia", features);
}

/// With colours forced, grounds are gone: what is pressed has a line around it or below it, what is picked is drawn by the
/// browser.
const UNMARKED: &str = "const lined = e => { const s = getComputedStyle(e); return ['Top', 'Bottom', 'Left'].some(side => s[`border${side}Style`] !== 'none' && parseFloat(s[`border${side}Width`]) > 0) || s.outlineStyle !== 'none'; };
    const seen = e => e.checkVisibility({ visibilityProperty: true });
    const bare = [...document.querySelectorAll('.ks-btn,.w-d,.ks-link-row,.ks-card,input:not([type=radio],[type=checkbox],[type=file]),textarea')].filter(e => seen(e) && !e.closest('svg') && !lined(e));
    const drawn = [...document.querySelectorAll('input[type=radio],input[type=checkbox]')].filter(e => seen(e) && getComputedStyle(e).appearance === 'none' && getComputedStyle(e).opacity !== '0' && !e.closest('label')?.matches(':has(:checked)'));
    return [...bare.map(e => 'no line: ' + e.outerHTML.slice(0, 120)), ...drawn.filter(e => getComputedStyle(e).borderTopStyle === 'none').map(e => 'not drawn: ' + e.outerHTML.slice(0, 120))];";

const RING: &str = "return getComputedStyle(document.activeElement).outlineStyle !== 'none'";

/// What the codes are drawn in.
const INK: &str = "return ['.ks-symbol__light', '.ks-symbol__dark'].map(part => document.querySelector(part)).map(part => part && getComputedStyle(part).fill)";

const COLOURS: &str = "const style = getComputedStyle(document.documentElement);
    return ['--ks-paper', '--ks-card', '--ks-ink', '--ks-ink-2', '--ks-line', '--ks-control', '--ks-keyaki', '--ks-error'].map(name => style.getPropertyValue(name).trim())";

/// What moves or glides.
const MOVES: &str = "return [...document.querySelectorAll('body *')].filter(e => !e.matches('.ks-late') && getComputedStyle(e).transitionDuration.split(',').some(s => parseFloat(s) > 0.001))
    .map(e => e.outerHTML.slice(0, 80)).concat(document.getAnimations().filter(a => a.playState === 'running' && a.effect.getComputedTiming().endTime > 1).map(a => 'runs: ' + (a.animationName ?? a.transitionProperty)))";

const SCREENS: [&str; 9] = [
    "#/",
    "#/sheet/profile",
    "#/sheet/early_years",
    "#/hand-over",
    "#/timeline",
    "#/supporters",
    "#/offices",
    "#/display",
    "#/receive",
];

fn list(found: Value) -> Vec<String> {
    serde_json::from_value(found).unwrap()
}

/// The line around one of several to be picked.
fn line_around(person: &Person, name: &str) -> Value {
    let line = "const label = [...document.querySelectorAll('label')].find(l => l.textContent.trim() === arguments[0]); return getComputedStyle(label).border";
    person.script(line, vec![json!(name)])
}

fn shows_codes(person: &Person) {
    person.walks_to("#/hand-over");
    picks_for_herself(person, &[INTRODUCTION, MEDICATION]);
    person.presses("わたす用意をする");
    person.code_shown();
}

fn colours_of_her_own_leave_everything_to_be_told_apart(world: &World) {
    let mother = parent_at(world.person(), &family::note());
    asks_for(&mother, "forced-colors", "active");
    let mut found = Vec::new();
    for path in SCREENS {
        mother.walks_to(path);
        let unmarked = list(mother.script(UNMARKED, Vec::new())).into_iter();
        found.extend(unmarked.map(|why| format!("{path}: {why}")));
        mother.tabs(false);
        let ringed = mother.script(RING, Vec::new());
        found.extend((ringed != json!(true)).then(|| format!("{path}: no ring")));
        mother.screenshot(&format!("forced{}", path.replace(['#', '/'], "-")));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    mother.walks_to("#/timeline");
    mother.unpicks("服薬");
    assert_ne!(
        line_around(&mother, "服薬"),
        line_around(&mother, "できごと")
    );
    shows_codes(&mother);
    mother.until("sees codes in black on white", async || {
        let ink = mother.tries(INK, Vec::new()).await?;
        if ink == json!(["rgb(255, 255, 255)", "rgb(0, 0, 0)"]) {
            Ok(())
        } else {
            Err(format!("they are in {ink}").into())
        }
    });
    mother.screenshot("forced-codes");
}

/// What her screen shows is photographed as it is, and read.
fn codes_are_read_from_a_screen_with_colours_of_her_own_and_from_one_that_is_enlarged(
    world: &World,
) {
    let mother = parent_at(world.person(), &family::note());
    shows_codes(&mother);
    mother.presses("とめる");
    let is_read = |how: &str| {
        let to_code = "document.querySelector('.ks-qr').scrollIntoView({ block: 'center' })";
        mother.script(to_code, Vec::new());
        let Grey { w, h, px } = camera::read(&mother.screenshot(how));
        let codes = read_still(&px, w, h);
        let ours = (world.site().address() + "#").into_bytes();
        assert!(
            codes.len() == 1 && codes[0].bytes.starts_with(&ours),
            "{how}: {codes:?}"
        );
    };
    asks_for(&mother, "forced-colors", "active");
    is_read("codes-forced");
    asks_for(&mother, "forced-colors", "none");
    // Of a page at 150 % there is less in the same window, and every point of it is larger.
    let enlarged = json!({ "width": 260, "height": 563, "deviceScaleFactor": 3, "mobile": false });
    mother.cdp("Emulation.setDeviceMetricsOverride", enlarged);
    is_read("codes-enlarged");
}

fn more_contrast_and_less_motion_are_given_where_they_are_asked_for(world: &World) {
    let mother = parent_at(world.person(), &family::note());
    let usual = mother.script(COLOURS, Vec::new());
    asks_for(&mother, "prefers-contrast", "more");
    let more = mother.script(COLOURS, Vec::new());
    assert_ne!(usual, more);
    let mut found = Vec::new();
    for path in SCREENS {
        mother.walks_to(path);
        let barriers = mother.barriers().into_iter();
        found.extend(barriers.map(|why| format!("{path} with more contrast: {why}")));
    }
    asks_for(&mother, "prefers-contrast", "no-preference");
    mother.walks_to("#/display");
    mother.in_group("色").picks("はっきり（白と黒）");
    assert_eq!(
        mother.script(COLOURS, Vec::new()),
        more,
        "the same as chosen here"
    );

    asks_for(&mother, "prefers-reduced-motion", "reduce");
    for path in SCREENS {
        mother.walks_to(path);
        let moves = list(mother.script(MOVES, Vec::new())).into_iter();
        found.extend(moves.map(|why| format!("{path} with less motion: {why}")));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    shows_codes(&mother);
    assert!(!mother.can_press("とめる"), "the codes take no turns");
}

in_engine!(
    in_chromium, Chromium:
    colours_of_her_own_leave_everything_to_be_told_apart,
    codes_are_read_from_a_screen_with_colours_of_her_own_and_from_one_that_is_enlarged,
    more_contrast_and_less_motion_are_given_where_they_are_asked_for,
);
