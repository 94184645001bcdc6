//! Holds what the app makes of the browser it was opened in.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/table.rs"]
mod table;

use stepnote::surroundings::{Inside, Surroundings};
use table::holds;

const IPHONE: &str = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";
const MAC: &str = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15";

#[test]
fn the_small_browsers_inside_other_apps_are_recognised() {
    holds(
        &[
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Safari Line/15.6.0",
                Surroundings::Inside(Inside::Line),
            ),
            (
                "Mozilla/5.0 (Linux; Android 15; Pixel 8 Build/AP3A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/137.0.0.0 Mobile Safari/537.36 Line/15.6.0/IAB",
                Surroundings::Inside(Inside::Line),
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/22F76 Instagram 380.0.0.28.85 (iPhone15,2; iOS 18_5; ja_JP)",
                Surroundings::Inside(Inside::Other),
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/22F76 [FBAN/FBIOS;FBAV/510.0.0.40.103;FBLC/ja_JP]",
                Surroundings::Inside(Inside::Other),
            ),
            (
                "Mozilla/5.0 (Linux; Android 14; SO-52D Build/68.1; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/137.0.0.0 Mobile Safari/537.36",
                Surroundings::Inside(Inside::Other),
            ),
        ],
        |agent| Surroundings::told_by(agent, false, 5),
    );
}

#[test]
fn a_tab_on_an_iphone_or_ipad_is_told_from_the_home_screen() {
    holds(
        &[
            ((IPHONE, false, 5), Surroundings::AppleTab),
            ((IPHONE, true, 5), Surroundings::Plain),
            // An iPad that asks for desktop pages.
            ((MAC, false, 5), Surroundings::AppleTab),
            ((MAC, true, 5), Surroundings::Plain),
            ((MAC, false, 0), Surroundings::Plain),
        ],
        |(agent, home, fingers)| Surroundings::told_by(agent, home, fingers),
    );
}

#[test]
fn a_browser_of_its_own_is_nothing_special() {
    holds(
        &[
            (
                "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/137.0.0.0 Mobile Safari/537.36",
                Surroundings::Plain,
            ),
            (
                "Mozilla/5.0 (Android 14; Mobile; rv:139.0) Gecko/139.0 Firefox/139.0",
                Surroundings::Plain,
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/137.0.0.0 Safari/537.36 Edg/137.0.0.0",
                Surroundings::Plain,
            ),
        ],
        |agent| Surroundings::told_by(agent, false, 10),
    );
}
