//! The worker's end.

use std::io::{self, Read};

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use super::{pack, unpack};
use crate::{
    browser::random,
    job::{Done, Failure, Job, work},
};

/// What of the pixels beside a job was not read yet: they stay where the browser has them.
struct Pixels(Uint8Array);

impl Read for Pixels {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let length = self.0.length();
        let some = length.min(into.len() as u32);
        self.0.subarray(0, some).copy_to(&mut into[..some as usize]);
        self.0 = self.0.subarray(some, length);
        Ok(some as usize)
    }
}

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
        let mut pixels = Pixels(Uint8Array::new(&message.get(1)));
        let done = match Job::from_bytes(&body) {
            Ok(job) => work(job, &mut pixels, &mut random::fill),
            Err(_) => Done::Failed(Failure::Impossible),
        };
        let message = pack(number, &done.to_bytes());
        let _ = here.post_message_with_transfer(&message, &message);
    });
    me.set_onmessage(Some(answer.as_ref().unchecked_ref()));
    answer.forget();
    let _ = me.post_message(&JsValue::from("ready"));
}
