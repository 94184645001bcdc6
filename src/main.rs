//! The page, and the seam between its two parts (see `ui::Seam`).

// What lies beyond the seam is called by its address. The macro writes that call, and
// `tests/layers.rs` holds that no other file may.
#![allow(unsafe_code)]

#[cfg(target_arch = "wasm32")]
mod seam {
    use std::{
        pin::{Pin, pin},
        task::{Context, Poll, Waker},
    };

    use stepnote::{browser::el::El, ui};
    use wasm_split_helpers::{SplitLoaderError, wasm_split};

    // The macro asks for the error of what could not be fetched.
    #[allow(clippy::unnecessary_wraps)]
    #[wasm_split(rest, fallible, preload(fetch))]
    fn rest(asked: ui::Asked<'_>) -> Result<Vec<El>, SplitLoaderError> {
        Ok(ui::answer(asked))
    }

    pub fn bring() -> Pin<Box<dyn Future<Output = bool>>> {
        Box::pin(async { fetch().await.is_ok() })
    }

    pub fn answer(asked: ui::Asked<'_>) -> Option<Vec<El>> {
        // What is here answers at once.
        match pin!(rest(asked)).poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(screen) => screen.ok(),
            Poll::Pending => None,
        }
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {
    stepnote::ui::open(stepnote::ui::Seam {
        bring: seam::bring,
        answer: seam::answer,
    });
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
