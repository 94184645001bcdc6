//! The worker's end.

use js_sys::ArrayBuffer;
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
        let Some((number, body)) = event.data().dyn_ref::<ArrayBuffer>().and_then(unpack) else {
            return;
        };
        let done = match Job::from_bytes(&body) {
            Ok(job) => work(job, &mut random::fill),
            Err(_) => Done::Failed(Failure::Impossible),
        };
        let (buffer, transfer) = pack(number, &done.to_bytes());
        let _ = here.post_message_with_transfer(&buffer, &transfer);
    });
    me.set_onmessage(Some(answer.as_ref().unchecked_ref()));
    answer.forget();
    let _ = me.post_message(&JsValue::from("ready"));
}
