//! AES-GCM and PBKDF2 of the packages that the app uses, to be called from a page: numbers in, nothing but work done.
#![cfg(target_arch = "wasm32")]

use aes_gcm::{Aes256Gcm, KeyInit, aead::AeadInOut};
use std::cell::RefCell;

thread_local! {
    static CONTENT: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Where the content lies, made `len` bytes long.
#[unsafe(no_mangle)]
pub extern "C" fn content(len: usize) -> *mut u8 {
    CONTENT.with_borrow_mut(|content| {
        content.resize(len, 0);
        content.as_mut_ptr()
    })
}

/// Seals the content in its place, under a key and a nonce of sevens; the first byte of the tag.
#[unsafe(no_mangle)]
pub extern "C" fn aes_256_gcm() -> u32 {
    CONTENT.with_borrow_mut(|content| {
        let cipher = Aes256Gcm::new(&[7; 32].into());
        let tag = cipher.encrypt_inout_detached(&[7; 12].into(), b"", content.as_mut_slice().into());
        u32::from(tag.expect("short enough")[0])
    })
}

/// PBKDF2-HMAC-SHA-512 of twenty bytes under a salt of 35; the first byte of 32.
#[unsafe(no_mangle)]
pub extern "C" fn pbkdf2_sha512(iterations: u32) -> u32 {
    let mut key = [0; 32];
    pbkdf2::pbkdf2_hmac::<sha2::Sha512>(&[7; 20], &[0; 35], iterations, &mut key);
    u32::from(key[0])
}
