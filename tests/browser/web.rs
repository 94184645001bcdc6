//! The doors to the Web.

use js_sys::{Promise, Uint8Array};
use leptos::prelude::*;
use stepnote::browser::{
    files::{self, Bytes, Picked},
    picture, place, random, text,
};
use wasm_bindgen::{JsCast, prelude::wasm_bindgen};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Event, HtmlInputElement};

use super::stage::{answer, tell};

#[wasm_bindgen(inline_js = "
// A picture file of stripes, one colour a column.
export const stripes = (colours, width, height) => new Promise(done => {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  colours.split(' ').forEach((colour, i, all) => {
    context.fillStyle = colour;
    context.fillRect(i * width / all.length, 0, width / all.length, height);
  });
  canvas.toBlob(done, 'image/png');
});
export const give = (input, parts, type) => {
  const files = new DataTransfer();
  files.items.add(new File([parts], '名前.bin', { type }));
  input.files = files.files;
};
// What a link would have saved, when it was pressed.
let saved = null;
const click = HTMLElement.prototype.click;
HTMLElement.prototype.click = function () {
  if (!(this instanceof HTMLAnchorElement && this.download)) return click.call(this);
  saved = { name: this.download, bytes: fetch(this.href).then(r => r.arrayBuffer()) };
};
export const saved_name = () => saved.name;
export const saved_bytes = () => saved.bytes;
")]
extern "C" {
    fn stripes(colours: &str, width: u32, height: u32) -> Promise;
    fn give(input: &HtmlInputElement, content: &wasm_bindgen::JsValue, kind: &str);
    fn saved_name() -> String;
    fn saved_bytes() -> Promise;
}

/// What the app takes from an input that was given a file.
pub fn pick(content: &wasm_bindgen::JsValue, kind: &str) -> Picked {
    let input = document().create_element("input").expect("an element");
    let input: HtmlInputElement = input.unchecked_into();
    input.set_type("file");
    give(&input, content, kind);
    let taken = StoredValue::new_local(Vec::new());
    let hear = wasm_bindgen::prelude::Closure::<dyn FnMut(Event)>::new(move |event: Event| {
        taken.set_value(files::picked(&event));
    });
    let _ = input.add_event_listener_with_callback("change", hear.as_ref().unchecked_ref());
    tell(&input, "change");
    assert_eq!(
        input.value(),
        "",
        "so that the same file can be picked again"
    );
    let mut all = taken.try_update_value(std::mem::take).expect("a list");
    assert_eq!(all.len(), 1);
    all.remove(0)
}

#[wasm_bindgen_test]
fn keyboards_that_compose_differently_give_one_passphrase() {
    for typed in [
        "がぎぐ ABC123",
        "か\u{3099}き\u{3099}く\u{3099}\u{3000}ＡＢＣ１２３",
        "ｶﾞ",
    ] {
        let normal = text::nfkc(typed);
        assert_eq!(text::nfkc(&normal), normal);
        assert!(!normal.contains('\u{3099}') && !normal.contains('Ａ'));
    }
    assert_eq!(text::nfkc("か\u{3099}く\u{3000}Ａ１"), "がく A1");
    assert_eq!(text::nfkc("𠮷\u{FA19}"), "𠮷\u{795E}");
    assert_eq!(text::nfkc(""), "");
}

#[wasm_bindgen_test]
fn random_bytes_are_not_the_same_twice() {
    let [mut one, mut other] = [[0; 32]; 2];
    random::fill(&mut one);
    random::fill(&mut other);
    assert_ne!(one, other);
    assert_ne!(one, [0; 32]);
}

#[wasm_bindgen_test]
async fn a_file_is_handed_over_under_its_name_byte_for_byte() {
    let content: Vec<u8> = (0..=255).collect();
    assert!(files::save("2026-11-21.stepnote", &content));
    assert_eq!(saved_name(), "2026-11-21.stepnote");
    let bytes = Uint8Array::new(&answer(saved_bytes()).await).to_vec();
    assert_eq!(bytes, content);
}

#[wasm_bindgen_test]
async fn a_picked_file_is_read_byte_for_byte() {
    let _owner = super::stage::fresh();
    let content: Vec<u8> = (0..=255).collect();
    let picked = pick(&Uint8Array::from(&content[..]), "application/pdf");
    assert!(!picked.is_picture());
    assert!(matches!(picked.bytes().await, Bytes::Read(read) if read == content));
}

#[wasm_bindgen_test]
async fn a_picture_is_read_as_its_pixels() {
    let _owner = super::stage::fresh();
    let png = answer(stripes("#000 #fff #f00 #0f0 #00f #808080", 60, 30)).await;
    let picked = pick(&png, "image/png");
    assert!(picked.is_picture());
    let picture = picture::of_file(&picked).await.expect("a picture");
    assert_eq!((picture.width, picture.height), (60, 30));
    let bytes = Uint8Array::new(&picture.bytes).to_vec();
    assert_eq!(bytes.len(), 4 * 60 * 30);
    // The middle of each stripe, in every row.
    let (red, green, blue) = ([255, 0, 0], [0, 255, 0], [0, 0, 255]);
    let painted = [[0; 3], [255; 3], red, green, blue, [128; 3]];
    for row in bytes.chunks(4 * 60) {
        let stripes: Vec<&[u8]> = row.chunks(4).skip(5).step_by(10).collect();
        for (is, painted) in stripes.iter().zip(painted) {
            assert_eq!(is[..3], painted, "{stripes:?}");
            assert_eq!(is[3], 255, "{stripes:?}");
        }
    }
}

#[wasm_bindgen_test]
async fn a_large_photograph_is_made_smaller_in_both_directions() {
    let _owner = super::stage::fresh();
    let png = answer(stripes("#000 #fff", 5_120, 64)).await;
    let picture = picture::of_file(&pick(&png, "image/png")).await;
    let picture = picture.expect("a picture");
    assert_eq!((picture.width, picture.height), (2_560, 32));
    let bytes = Uint8Array::new(&picture.bytes).to_vec();
    assert_eq!((bytes[4 * 100], bytes[4 * 2_460]), (0, 255));
}

#[wasm_bindgen_test]
async fn what_only_says_it_is_a_picture_is_none() {
    let _owner = super::stage::fresh();
    let picked = pick(&Uint8Array::from(&b"no picture"[..]), "image/png");
    assert!(picture::of_file(&picked).await.is_none());
}

#[wasm_bindgen_test]
fn a_fragment_can_be_taken_out_of_the_address_and_the_history() {
    let steps = || {
        window()
            .history()
            .and_then(|h| h.length())
            .expect("a history")
    };
    let before = place::page_address();
    assert!(!before.contains(['#', '?']));
    place::go("123456789");
    assert_eq!(place::fragment(), "123456789");
    let arrived = steps();
    place::replace("#/receive");
    assert_eq!(place::fragment(), "/receive");
    assert_eq!(steps(), arrived);
    assert_eq!(place::page_address(), before);
    place::replace("#");
    assert_eq!(place::fragment(), "");
}
