//! Both ends of the worker: the page [`ask`]s, [`serve`] answers.
//!
//! A message is the number of the question (u32, little endian) and a [`Job`](crate::job::Job) or
//! [`Done`](crate::job::Done) behind it, in one transferred buffer.

mod page;
mod serve;

pub use page::{Lost, ask, stop};
pub use serve::serve;

use js_sys::{Array, ArrayBuffer, Uint8Array};

/// A message as a buffer that can be handed over.
fn pack(number: u32, body: &[u8]) -> (ArrayBuffer, Array) {
    let message = Uint8Array::new_with_length(4 + body.len() as u32);
    message.subarray(0, 4).copy_from(&number.to_le_bytes());
    message.subarray(4, message.length()).copy_from(body);
    let buffer = message.buffer();
    let transfer = Array::of1(&buffer);
    (buffer, transfer)
}

/// The number and the body of a message.
fn unpack(buffer: &ArrayBuffer) -> Option<(u32, Vec<u8>)> {
    let mut message = Uint8Array::new(buffer).to_vec();
    if message.len() < 4 {
        return None;
    }
    let body = message.split_off(4);
    Some((u32::from_le_bytes(message.try_into().ok()?), body))
}
