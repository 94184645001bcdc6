//! Bytes that the browser holds: read piece by piece, or shown under an address of this page.

use core::ops::Range;

use js_sys::{Array, Uint8Array};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, Url};

/// Bytes in the browser's hands, wherever they lie.
#[derive(Clone)]
pub struct Content(pub(super) Blob);

impl Content {
    /// How many there are.
    pub fn size(&self) -> u64 {
        self.0.size() as u64
    }

    /// Some of them; `None` where they cannot be read, or are no longer there.
    pub async fn piece(&self, range: Range<u64>) -> Option<Vec<u8>> {
        let (start, end) = (range.start as f64, range.end as f64);
        let piece = self.0.slice_with_f64_and_f64(start, end).ok()?;
        let buffer = JsFuture::from(piece.array_buffer()).await.ok()?;
        let bytes = Uint8Array::new(&buffer).to_vec();
        (bytes.len() as u64 == range.end - range.start).then_some(bytes)
    }
}

/// Pieces that become one.
#[derive(Default)]
pub struct Pieces(Array);

impl Pieces {
    /// Adds a piece at the end.
    pub fn add(&self, piece: &[u8]) {
        self.0.push(&Uint8Array::from(piece));
    }

    /// All of it under an address.
    pub fn address(&self, media: &str) -> Option<Address> {
        let kind = BlobPropertyBag::new();
        kind.set_type(media);
        let blob = Blob::new_with_u8_array_sequence_and_options(&self.0, &kind).ok()?;
        Url::create_object_url_with_blob(&blob).ok().map(Address)
    }
}

/// An address that only this page knows, and that leads nowhere once it is dropped.
pub struct Address(String);

impl Address {
    /// For `src` and `href`.
    pub fn text(&self) -> &str {
        &self.0
    }
}

impl Drop for Address {
    fn drop(&mut self) {
        let _ = Url::revoke_object_url(&self.0);
    }
}
