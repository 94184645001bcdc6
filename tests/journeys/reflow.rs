//! Reflow: nothing is cut off and nothing has to be read by scrolling sideways, however narrow the window, however large
//! and however wide apart the text (ux.md N10; WCAG 1.4.4, 1.4.10, 1.4.12).

use crate::{
    family,
    household::{parent_at, parent_beginning},
    routes::places,
    walk::Eyes,
    world::World,
};
use serde_json::json;

/// The spacing that WCAG 1.4.12 asks a page to bear, and the size of the text that the app offers.
const READS: &str = "const [spaced, size] = arguments, sheet = new CSSStyleSheet();
    sheet.replaceSync(spaced ? '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }' : '');
    document.adoptedStyleSheets = [sheet];
    const root = document.documentElement;
    if (size) { root.dataset.text = size; root.style.fontSize = ''; } else delete root.dataset.text;";

/// Words that are cut off, and what is wider than the window. A table may be scrolled in its own place (1.4.10); of a name
/// in the bar the beginning is enough, it stands whole on the cover; paper is as wide as paper.
const CUT: &str = "const wide = document.documentElement.scrollWidth - innerWidth, found = wide > 1 ? [`${wide}px wider than the window`] : [];
    const hides = e => { const { overflowX, overflowY } = getComputedStyle(e); return [/hidden|clip/.test(overflowX), /hidden|clip/.test(overflowY)]; };
    for (const one of document.querySelectorAll('body *')) {
        if (!one.checkVisibility({ visibilityProperty: true }) || one.closest('svg,.ks-hide,.ks-top__who,.a4,rt,textarea,select')) continue;
        const words = [...one.childNodes].filter(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
        for (const text of words) {
            const range = document.createRange();
            range.selectNodeContents(text);
            const { left, right, top, bottom } = range.getBoundingClientRect();
            // What is only heard has no room of its own.
            if (!(right - left) || one.getBoundingClientRect().width <= 1) continue;
            for (let box = one; box && box !== document.body; box = box.parentElement) {
                if (/auto|scroll/.test(getComputedStyle(box).overflowX)) break;
                const [x, y] = hides(box), edge = box.getBoundingClientRect();
                if (x && (left < edge.left - 2 || right > edge.right + 2) || y && (top < edge.top - 4 || bottom > edge.bottom + 4)) { found.push(`cut by ${box.className || box.tagName}: ${text.data.trim().slice(0, 40)}`); break; }
            }
            if (right > innerWidth + 2 || left < -2) { let inside = one; while (inside && !/auto|scroll/.test(getComputedStyle(inside).overflowX)) inside = inside.parentElement; if (!inside) found.push(`outside of the window: ${text.data.trim().slice(0, 40)}`); }
        }
    }
    return [...new Set(found)].slice(0, 8);";

fn nothing_is_cut_in_a_narrow_window_in_large_text_or_with_wide_spacing(world: &World) {
    let parent = parent_at(world.person(), &family::note());
    let mut found = Vec::new();
    for (width, percent, size, spaced) in [
        (320, 100, "", true),
        (320, 100, "200", false),
        (390, 200, "", true),
        (390, 100, "200", true),
    ] {
        parent.has_eyes(Eyes {
            width,
            height: 844,
            percent,
        });
        parent.script(READS, vec![json!(spaced), json!(size)]);
        for place in places("habit") {
            let path = place.fragment();
            parent.walks_to(&path);
            let cut = parent.script(CUT, Vec::new());
            let cut: Vec<String> = serde_json::from_value(cut).unwrap();
            let eyes = format!("{width} px, {percent} %, {size}, spaced {spaced}");
            found.extend(
                cut.into_iter()
                    .map(|why| format!("{path} at {eyes}: {why}")),
            );
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

fn the_places_stand_at_the_foot_of_the_screen_where_little_is_written(world: &World) {
    let parent = parent_beginning(world);
    parent.walks_to("#/supporters");
    parent.sees("つながりをたす");
    let below = "return innerHeight - document.querySelector('nav[aria-label=\"ノートの中\"]').getBoundingClientRect().bottom";
    let below = parent.script(below, Vec::new()).as_f64().unwrap();
    assert!(below.abs() <= 1.0, "{below} pixels below them");
}

in_engine!(
    in_chromium,
    Chromium: nothing_is_cut_in_a_narrow_window_in_large_text_or_with_wide_spacing,
    the_places_stand_at_the_foot_of_the_screen_where_little_is_written,
);
in_engine!(in_firefox, Firefox: the_places_stand_at_the_foot_of_the_screen_where_little_is_written);
in_engine!(in_webkit, WebKit: the_places_stand_at_the_foot_of_the_screen_where_little_is_written);
