//! A drawn code.

use crate::browser::el::{El, el, svg};

/// One code, black on white in every theme. `side` in modules, `path` the `d` of its dark ones.
pub fn symbol(side: u32, path: &str, name: &str) -> El {
    let light = svg("path")
        .class("ks-symbol__light")
        .attr("d", &format!("M0 0h{side}v{side}h-{side}z"));
    let dark = svg("path").class("ks-symbol__dark").attr("d", path);
    svg("svg")
        .class("ks-symbol")
        .attr("viewBox", &format!("0 0 {side} {side}"))
        .attr("role", "img")
        .attr("aria-label", name)
        .add(light)
        .add(dark)
}

/// Codes side by side that stand still, each with its caption.
pub fn symbols(codes: Vec<El>, caption: impl Fn(usize) -> String) -> El {
    let count = codes.len().min(4).to_string();
    let item = |(n, code): (usize, El)| {
        let caption = el("p").class("ks-num ks-centre").text(&caption(n));
        el("li").add(code).add(caption)
    };
    el("ol")
        .class("ks-qrs")
        .attr("data-count", &count)
        .all(codes.into_iter().enumerate().map(item).collect())
}
