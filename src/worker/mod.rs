//! Both ends of the worker: the page [`ask`]s, [`serve`] answers.
//!
//! A message is a list of buffers, handed over. The first holds the number of the question (u32,
//! little endian) and a [`Job`](crate::job::Job) or [`Done`](crate::job::Done) behind it; beside a job
//! may come the pixels of a picture.

mod page;
mod serve;

pub use page::{Lost, ask, look, stop};
pub use serve::serve;

use js_sys::{Array, Uint8Array};

/// A message that can be handed over: it is the list of what is handed over, too.
fn pack(number: u32, body: &[u8]) -> Array {
    let message = Uint8Array::new_with_length(4 + body.len() as u32);
    message.subarray(0, 4).copy_from(&number.to_le_bytes());
    message.subarray(4, message.length()).copy_from(body);
    Array::of1(&message.buffer())
}

/// The number and the body of a message.
fn unpack(message: &Array) -> Option<(u32, Vec<u8>)> {
    let message = Uint8Array::new(&message.get(0));
    if message.length() < 4 {
        return None;
    }
    let mut number = [0; 4];
    message.subarray(0, 4).copy_to(&mut number);
    let body = message.subarray(4, message.length()).to_vec();
    Some((u32::from_le_bytes(number), body))
}
