//! Text, where the browser knows more of Unicode than we should carry.

use js_sys::JsString;
use web_sys::TextDecoder;

/// NFKC (UAX #15): one spelling for what keyboards compose in different ways.
pub fn nfkc(text: &str) -> String {
    let normal = JsString::from(text).normalize("NFKC");
    normal.into()
}

/// CP932, which the Web calls Shift_JIS (WHATWG Encoding), with U+FFFD for what is none. For whole
/// messages: every call begins anew, so a character cut in two is lost.
pub fn shift_jis(bytes: &[u8]) -> String {
    let decoder = TextDecoder::new_with_label("shift_jis");
    let text = decoder.and_then(|decoder| decoder.decode_with_u8_array(bytes));
    text.unwrap_or_else(|_| char::REPLACEMENT_CHARACTER.to_string())
}
