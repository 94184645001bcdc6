//! The time, as the device says it.

use js_sys::Promise;
use leptos::prelude::window;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use crate::answer::PartialDate;

/// Milliseconds since the epoch.
pub fn now_ms() -> f64 {
    js_sys::Date::now()
}

/// Lets everything else that is waiting go first.
pub async fn rest() {
    let promise = Promise::new(&mut |done, _| {
        // Where there are no timers there is nothing to wait for.
        if window().set_timeout_with_callback(&done).is_err() {
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

/// The time of day: `9:05`.
pub fn time_of_day() -> String {
    let now = js_sys::Date::new_0();
    format!("{}:{:02}", now.get_hours(), now.get_minutes())
}
