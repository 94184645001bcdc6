//! Holds that the address leads where we are, and that nothing else of it is believed.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/routes.rs"]
mod routes;
#[path = "support/table.rs"]
mod table;

use proptest::{prelude::*, sample::select};
use stepnote::route::Route;
use table::holds;

fn sheet(id: &str) -> Route {
    Route::Sheet(id.to_owned())
}

/// Every place that can be linked to.
fn places() -> Vec<Route> {
    routes::places("0123k")
}

/// The names of an enum's variants, as its source has them.
fn variants(name: &str) -> Vec<String> {
    let source = include_str!("../src/route.rs");
    let begin = format!("pub enum {name} {{\n");
    let (_, rest) = source.split_once(&begin).expect("the enum");
    let (body, _) = rest.split_once("\n}").expect("its end");
    let lines = body.lines().map(str::trim);
    let lines = lines.filter(|line| line.starts_with(|c: char| c.is_ascii_uppercase()));
    lines
        .map(|line| {
            line.trim_end_matches(',')
                .split('(')
                .next()
                .unwrap_or_default()
                .to_owned()
        })
        .collect()
}

/// A frame is the digits of a code, and leads where they are read.
#[test]
fn every_screen_is_among_those_that_are_walked_over() {
    let said: Vec<String> = places().iter().map(|place| format!("{place:?}")).collect();
    let among = |name: &String, part: bool| {
        said.iter().any(|place| {
            let words: Vec<&str> = place.split(['(', ')', ' ', ',']).collect();
            words
                .iter()
                .skip(usize::from(part))
                .any(|word| word == name)
        })
    };
    let mut missed = variants("Route");
    assert!(missed.len() > 30, "{missed:?}");
    missed.retain(|name| !among(name, false));
    assert_eq!(missed, ["Frame"]);
    let mut missed = variants("OfSlip");
    assert!(missed.len() > 5, "{missed:?}");
    missed.retain(|name| !among(name, true));
    assert_eq!(missed, [""; 0]);
}

#[test]
fn every_place_is_found_again_by_its_address() {
    for place in places() {
        assert_eq!(Route::parse(&place.fragment()), place);
    }
}

#[test]
fn no_two_places_share_an_address() {
    let mut addresses: Vec<_> = places().iter().map(Route::fragment).collect();
    addresses.sort();
    let all = addresses.len();
    addresses.dedup();
    assert_eq!(addresses.len(), all);
}

#[test]
fn an_address_is_read_with_or_without_its_hash() {
    holds(
        &[
            ("#/sheet/profile", sheet("profile")),
            ("/sheet/profile", sheet("profile")),
            ("sheet/profile", sheet("profile")),
            ("#/receive", Route::Receive),
            ("", Route::Home),
            ("#", Route::Home),
            ("#/", Route::Home),
        ],
        Route::parse,
    );
}

#[test]
fn the_digits_of_a_code_are_a_frame() {
    holds(
        &[
            ("#0071", Route::Frame("0071".to_owned())),
            (
                "12345678901234567",
                Route::Frame("12345678901234567".to_owned()),
            ),
        ],
        Route::parse,
    );
}

#[test]
fn the_longest_frame_there_is_is_read() {
    let digits = "9".repeat(7_089);
    assert_eq!(Route::parse(&format!("#{digits}")), Route::Frame(digits));
}

#[test]
fn what_a_frame_says_is_never_put_back_into_the_address() {
    let frame = Route::Frame("123456".to_owned());
    assert_eq!(frame.fragment(), Route::Receive.fragment());
}

#[test]
fn an_address_that_is_not_ours_leads_home() {
    let long = "9".repeat(1_000_000);
    let others = [
        "#/nowhere",
        "#/sheet",
        "#/sheet/",
        "#/sheet/<script>alert(1)</script>",
        "#/sheet/../../etc/passwd",
        "#/sheet/profile/name",
        "#/sheet/たかさき",
        "#/sheet/%E9%AB%99",
        "#/sheet/Profile",
        "#/sheet/profile?name=1",
        "#/receive/123",
        "#/123",
        "#123a",
        "#１２３",
        "#-1",
        "#javascript:alert(1)",
        "#\u{202E}evieceR",
        &long,
    ];
    holds(&others.map(|other| (other, Route::Home)), Route::parse);
}

proptest! {
    #[test]
    fn whatever_stands_in_the_address_leads_to_a_place_with_an_address(
        begin in select(&["", "#", "#/", "#/sheet/", "#/receive", "/sheet//"][..]),
        end in ".{0,20}",
    ) {
        let place = Route::parse(&format!("{begin}{end}"));
        let again = Route::parse(&place.fragment());
        let wanted = if matches!(place, Route::Frame(_)) { Route::Receive } else { place };
        prop_assert_eq!(again, wanted);
    }

    #[test]
    fn any_digits_are_a_frame(digits in "[0-9]{1,200}") {
        prop_assert_eq!(Route::parse(&format!("#{digits}")), Route::Frame(digits));
    }
}
