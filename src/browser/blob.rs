//! Bytes that the browser holds: read piece by piece, or shown under an address of this page.

use core::{
    cell::{Cell, RefCell},
    ops::Range,
};

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

    /// Shows them under an address.
    pub fn address(&self) -> Option<Address> {
        let address = Url::create_object_url_with_blob(&self.0);
        let address = address.ok()?;
        LIVE.with_borrow_mut(|live| live.push(address.clone()));
        Some(Address(address))
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

/// So many bytes are given to the browser at once: it keeps them where it has room, on the disk.
const AT_ONCE: usize = 4 << 20;

/// Pieces that become one.
#[derive(Default)]
pub struct Pieces {
    given: Array,
    held: Array,
    held_bytes: Cell<usize>,
}

impl Pieces {
    /// Adds a piece at the end.
    pub fn add(&self, piece: &[u8]) {
        self.held.push(&Uint8Array::from(piece));
        self.held_bytes.set(self.held_bytes.get() + piece.len());
        if self.held_bytes.get() >= AT_ONCE
            && let Ok(blob) = Blob::new_with_u8_array_sequence(&self.held)
        {
            self.given.push(&blob);
            self.held.set_length(0);
            self.held_bytes.set(0);
        }
    }

    /// All of it.
    pub fn content(&self, media: &str) -> Option<Content> {
        let kind = BlobPropertyBag::new();
        kind.set_type(media);
        let all = self.given.concat(&self.held);
        let blob = Blob::new_with_blob_sequence_and_options(&all, &kind);
        blob.ok().map(Content)
    }

    /// All of it under an address.
    pub fn address(&self, media: &str) -> Option<Address> {
        self.content(media)?.address()
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
        LIVE.with_borrow_mut(|live| live.retain(|other| *other != self.0));
    }
}

thread_local! {
    /// The addresses that lead somewhere.
    static LIVE: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// Whether no address leads anywhere.
pub fn no_addresses() -> bool {
    LIVE.with_borrow(Vec::is_empty)
}

/// From now on every address leads nowhere, whoever still holds it.
pub fn revoke_all() {
    for address in LIVE.take() {
        let _ = Url::revoke_object_url(&address);
    }
}
