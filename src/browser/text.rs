//! Text, where the browser knows more of Unicode than we should carry.

use js_sys::JsString;

/// NFKC (UAX #15): one spelling for what keyboards compose in different ways.
pub fn nfkc(text: &str) -> String {
    let normal = JsString::from(text).normalize("NFKC");
    normal.into()
}
