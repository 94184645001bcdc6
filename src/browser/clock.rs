//! The time, as the device says it.

use std::time::Duration;

use js_sys::Promise;
use leptos::prelude::window;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use crate::answer::PartialDate;

/// Milliseconds since the epoch.
pub fn now_ms() -> f64 {
    js_sys::Date::now()
}

/// Minutes since 1970-01-01 UTC, as key cards count.
pub fn minute() -> u32 {
    (now_ms() / 60_000.0) as u32
}

/// Lets everything else that is waiting go first.
pub async fn rest() {
    wait(Duration::ZERO).await;
}

/// Waits.
pub async fn wait(time: Duration) {
    let ms = i32::try_from(time.as_millis()).unwrap_or(i32::MAX);
    let promise = Promise::new(&mut |done, _| {
        let timer = window().set_timeout_with_callback_and_timeout_and_arguments_0(&done, ms);
        // Where there are no timers there is nothing to wait for.
        if timer.is_err() {
            let _ = done.call0(&JsValue::NULL);
        }
    });
    let _ = JsFuture::from(promise).await;
}

/// Today where the device is.
pub fn today() -> PartialDate {
    let now = js_sys::Date::new_0();
    PartialDate {
        year: now.get_full_year() as u16,
        month: Some(now.get_month() as u8 + 1),
        day: Some(now.get_date() as u8),
    }
}

/// A moment where the device is: `2026-11-21 9:05`.
pub fn day_and_time(ms: f64) -> String {
    let at = js_sys::Date::new(&ms.into());
    let (month, day) = (at.get_month() + 1, at.get_date());
    let (year, hours, minutes) = (at.get_full_year(), at.get_hours(), at.get_minutes());
    format!("{year}-{month:02}-{day:02} {hours}:{minutes:02}")
}

/// Now in UTC, as calendar files have it: `20261121T101500Z`.
pub fn stamp() -> String {
    let iso = String::from(js_sys::Date::new_0().to_iso_string());
    let digits = iso
        .split('.')
        .next()
        .unwrap_or_default()
        .replace(['-', ':'], "");
    digits + "Z"
}

/// The hour where the device is, 0 to 23.
pub fn hour() -> u32 {
    js_sys::Date::new_0().get_hours()
}

/// The time of day: `9:05`.
pub fn time_of_day() -> String {
    let now = js_sys::Date::new_0();
    format!("{}:{:02}", now.get_hours(), now.get_minutes())
}
