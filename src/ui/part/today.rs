//! The day, where it counts: what a consent is worth, what is put on paper.

use super::{icon, lang_now, span};
use crate::{
    answer::{PartialDate, Typed},
    browser::{
        clock,
        el::{El, el},
    },
    sheet::date_in_words,
    ui::words::office as w,
};

/// A calm word, if what this device takes for today cannot be right. `was_today`: a day that was today once.
pub fn doubted_day(was_today: Option<PartialDate>) -> Option<El> {
    let today = clock::today();
    let said = || {
        let day = date_in_words(&Typed::from(today), lang_now());
        let day = span(w::DEVICE_DAY)
            .class("ks-block")
            .add(el("b").class("ks-num").text(&day));
        el("p")
            .class("ks-card ks-card--sun ks-quiet")
            .add(icon("calendar"))
            .add(el("span").add(span(w::ENDED_CLOCK)).add(day))
    };
    today.cannot_be_today(was_today).then(said)
}
