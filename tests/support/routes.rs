//! Every screen there is. A route that is added is missed here by `route.rs`, and with it by whoever walks over all.

use stepnote::{
    forms::ALL,
    route::{OfSlip, Route},
};

/// The id of the slip whose screens these are.
pub const SLIP_ID: &str = "a1";

/// Every place that can be linked to, with the screen of this office.
pub fn places(office: &str) -> Vec<Route> {
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
        Route::Protection,
        Route::Accessibility,
        Route::Device,
        Route::Display,
        Route::Offices,
        Route::Office(office.to_owned()),
        Route::Transitions,
        Route::SchoolPage,
        Route::Guide,
        Route::Tour,
        Route::Practice,
        Route::Staff,
        Route::OfficeKey,
    ];
    places.extend(ALL.iter().map(|form| Route::Sheet(form.id.to_owned())));
    let of_slip = [
        OfSlip::Look,
        OfSlip::Write,
        OfSlip::Print,
        OfSlip::Answer,
        OfSlip::Steps,
        OfSlip::Table,
    ];
    places.extend(of_slip.map(|of| Route::Slip(SLIP_ID.to_owned(), of)));
    places
}
