//! Random bytes, from the browser's cryptographic source.

/// Fills a buffer. Without a source there is no safe way on, so this stops the app.
pub fn fill(buffer: &mut [u8]) {
    assert!(
        getrandom::fill(buffer).is_ok(),
        "this browser gives no random numbers"
    );
}
