//! A dialog over the page.

use leptos::prelude::request_animation_frame;
use web_sys::HtmlDialogElement;

use super::el::El;

/// Opens a dialog as soon as it stands in the page. Escape and the browser's way back close it.
pub fn open(dialog: &El) {
    let dialog = dialog.cast::<HtmlDialogElement>();
    request_animation_frame(move || {
        if let Some(dialog) = dialog
            && dialog.is_connected()
        {
            let _ = dialog.show_modal();
        }
    });
}

/// Closes it; whoever opened it has the focus again.
pub fn close(dialog: &El) {
    if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
        dialog.close();
    }
}
