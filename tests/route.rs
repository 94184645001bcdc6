//! Holds that the address leads where we are, and that nothing else of it is believed.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/table.rs"]
mod table;

use proptest::{prelude::*, sample::select};
use stepnote::{
    forms::ALL,
    route::{OfSlip, Route},
};
use table::holds;

fn sheet(id: &str) -> Route {
    Route::Sheet(id.to_owned())
}

/// Every place that can be linked to.
fn places() -> Vec<Route> {
    let mut places = vec![
        Route::Home,
        Route::Slips,
        Route::HandOver,
        Route::Given,
        Route::Print,
        Route::Search,
        Route::Timeline,
        Route::Supporters,
        Route::Cover,
        Route::Keys,
        Route::Recover,
        Route::Backup,
        Route::Restore,
        Route::Compare,
        Route::Past,
        Route::Leave,
        Route::PharmacyScan,
        Route::PharmacyShow,
        Route::Receive,
        Route::Help,
        Route::Safety,
        Route::Device,
        Route::Offices,
        Route::Office("0123k".to_owned()),
        Route::Transitions,
        Route::SchoolPage,
        Route::Guide,
        Route::Tour,
        Route::Practice,
    ];
    places.extend(ALL.iter().map(|form| sheet(form.id)));
    let of_slip = [
        OfSlip::Look,
        OfSlip::Write,
        OfSlip::Print,
        OfSlip::Answer,
        OfSlip::Steps,
        OfSlip::Table,
    ];
    places.extend(of_slip.map(|of| Route::Slip("0a_9".to_owned(), of)));
    places
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
