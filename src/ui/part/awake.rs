//! A screen that stays on while somebody reads codes off it.

use leptos::{prelude::*, task::spawn_local};

use crate::browser::{page, wake};

/// Keeps the screen on until what calls this is left.
pub fn stay_awake() {
    let awake = StoredValue::new_local(None);
    let ask = move || spawn_local(async move { drop(awake.try_set_value(wake::keep().await)) });
    ask();
    // The browser takes it back whenever the page goes out of sight.
    let back = window_event_listener_untyped("visibilitychange", move |_| {
        if !page::hidden() {
            ask();
        }
    });
    on_cleanup(move || back.remove());
}
