//! The elements everything on screen is made of: what follows a signal, what stays, what goes.

use leptos::{prelude::*, task::tick};
use stepnote::browser::el::{El, el};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use super::stage::{Stage, count, fresh, type_into};

fn words(stage: &Stage) -> String {
    stage.host.text_content().expect("words")
}

/// A count of what was cleaned up.
fn cleaned(of: StoredValue<u32>) {
    on_cleanup(move || of.update_value(|count| *count += 1));
}

#[wasm_bindgen_test]
fn what_somebody_wrote_is_never_markup() {
    let _owner = fresh();
    let hostile = "<b onclick=alert(1)>&amp;</b>";
    let stage = Stage::of(|place| place.add(el("p").text(hostile).attr("aria-label", hostile)));
    assert_eq!(words(&stage), hostile);
    assert_eq!(count(&stage.host, "b"), 0);
    let named = stage.find::<HtmlElement>("p").get_attribute("aria-label");
    assert_eq!(named.as_deref(), Some(hostile));
}

#[wasm_bindgen_test]
async fn words_attributes_and_ticks_follow_their_signals() {
    let _owner = fresh();
    let on = RwSignal::new(false);
    let stage = Stage::of(move |place| {
        let tick = el("input").attr("type", "checkbox");
        place
            .add(el("p").words(move || on.get().to_string()))
            .add(el("div").hidden_while(move || on.get()))
            .add(tick.ticked_while(move || on.get()))
    });
    for now in [false, true, false] {
        on.set(now);
        tick().await;
        assert_eq!(words(&stage), now.to_string());
        assert_eq!(count(&stage.host, "div[hidden]") == 1, now);
        assert_eq!(count(&stage.host, "input:checked") == 1, now);
    }
}

#[wasm_bindgen_test]
async fn a_part_is_built_anew_in_its_place_and_leaves_nothing_behind() {
    let _owner = fresh();
    let inner = RwSignal::new('x');
    let outer = RwSignal::new(2);
    let gone = StoredValue::new(0);
    let letter = move |_| el("i").words(move || inner.get().to_string());
    let stage = Stage::of(move |place| {
        let part = move || {
            cleaned(gone);
            vec![el("p").part(move || (0..outer.get()).map(letter).collect())]
        };
        let whole = move || {
            outer.track();
            part()
        };
        place.text("(").part(whole).text(")")
    });
    assert_eq!(words(&stage), "(xx)");
    for (many, letter, wanted) in [(3, 'x', "(xxx)"), (3, 'y', "(yyy)"), (0, 'y', "()")] {
        inner.set(letter);
        outer.set(many);
        tick().await;
        assert_eq!(words(&stage), wanted);
        assert_eq!(count(&stage.host, "p"), 1);
    }
    assert_eq!(gone.get_value(), 3);
    drop(stage);
    assert_eq!(gone.get_value(), 4);
}

#[wasm_bindgen_test]
async fn a_list_keeps_what_is_typed_and_where_somebody_types() {
    let _owner = fresh();
    let keys = RwSignal::new(vec![1, 2]);
    let gone = StoredValue::new(0);
    let entry = move |key: u32| -> El {
        cleaned(gone);
        el("input").id(&format!("e{key}"))
    };
    let stage = Stage::of(move |place| place.each(move || keys.get(), entry));
    let field = stage.input("e2");
    type_into(&field, "電車");
    let order = || {
        let ids = stage.all("input").into_iter().map(|input| input.id());
        ids.collect::<Vec<_>>().join(" ")
    };
    let focused = || document().active_element().map(|element| element.id());
    for (now, wanted, lost) in [
        (vec![1, 2, 3], "e1 e2 e3", 0),
        (vec![2, 3], "e2 e3", 1),
        (vec![1, 2, 3], "e1 e2 e3", 1),
        (vec![2], "e2", 3),
    ] {
        keys.set(now);
        tick().await;
        assert_eq!(order(), wanted);
        assert_eq!(stage.input("e2").value(), "電車");
        assert_eq!(focused().as_deref(), Some("e2"), "after {wanted}");
        assert_eq!(gone.get_value(), lost);
    }
    keys.set(vec![4, 2]);
    tick().await;
    assert_eq!(order(), "e4 e2");
    keys.set(vec![2, 4]);
    tick().await;
    assert_eq!(order(), "e2 e4");
}
