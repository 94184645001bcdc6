//! A signature as it was drawn.

use crate::{
    answer::{HEIGHT, Signature, WIDTH},
    browser::el::{El, svg},
};

/// The field with this on it, and what it is called for whoever does not see it.
pub fn drawing(name: &str, ink: El) -> El {
    svg("svg")
        .class("ks-sign")
        .attr("viewBox", &format!("0 0 {WIDTH} {HEIGHT}"))
        .attr("role", "img")
        .attr("aria-label", name)
        .add(ink)
}

/// What was drawn; `None` where that is nothing that is understood.
pub fn signature(text: &str, name: &str) -> Option<El> {
    let signature = Signature::parse(text).filter(|signature| !signature.is_blank())?;
    Some(drawing(name, svg("path").attr("d", &signature.path())))
}
