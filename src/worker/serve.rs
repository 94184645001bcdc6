//! The worker's end.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use super::{pack, unpack};
use crate::{
    browser::random,
    job::{Done, Failure, Job, work},
};

/// Answers every question until the worker is ended. The first message says that it is ready:
/// what is posted before is lost in every engine.
pub fn serve() {
    let me: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let here = me.clone();
    let answer = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let data = event.data();
        let Some(message) = data.dyn_ref::<Array>() else {
            return;
        };
        let Some((number, body)) = unpack(message) else {
            return;
        };
        // They stay where the browser has them, and come as they are read.
        let mut pixels = Uint8Array::new(&message.get(1));
        let mut next = |into: &mut [u8]| {
            let (some, all) = (into.len() as u32, pixels.length());
            let enough = some <= all;
            if enough {
                pixels.subarray(0, some).copy_to(into);
                pixels = pixels.subarray(some, all);
            }
            enough
        };
        let done = match Job::from_bytes(&body) {
            Ok(job) => work(job, &mut next, &mut random::fill),
            Err(_) => Done::Failed(Failure::Impossible),
        };
        let message = pack(number, &done.to_bytes());
        let _ = here.post_message_with_transfer(&message, &message);
    });
    me.set_onmessage(Some(answer.as_ref().unchecked_ref()));
    answer.forget();
    let _ = me.post_message(&JsValue::from("ready"));
}
