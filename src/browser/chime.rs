//! A short sound and a short tremble: something has arrived, for whoever looks elsewhere.

use js_sys::{Array, Function, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};

/// Hertz, and seconds.
const TONE: (f64, f64) = (880.0, 0.16);
/// Of what the speaker gives: not to startle anybody.
const SOFT: f64 = 0.12;
/// Milliseconds.
const TREMBLE: f64 = 120.0;

/// Says that all of it is here. A device that can do neither stays as it is.
pub fn arrived() {
    let _ = call(&window().navigator(), "vibrate", &[TREMBLE.into()]);
    let _ = sound();
}

fn sound() -> Option<()> {
    let make: Function = Reflect::get(&window(), &"AudioContext".into())
        .ok()?
        .dyn_into()
        .ok()?;
    let context = Reflect::construct(&make, &Array::new()).ok()?;
    let now = number(&context, "currentTime")?;
    let tone = call(&context, "createOscillator", &[])?;
    let quiet = call(&context, "createGain", &[])?;
    set(&tone, "frequency", TONE.0)?;
    set(&quiet, "gain", SOFT)?;
    call(&tone, "connect", std::slice::from_ref(&quiet))?;
    call(&quiet, "connect", &[get(&context, "destination")?])?;
    call(&tone, "start", &[])?;
    call(&tone, "stop", &[(now + TONE.1).into()])?;
    Some(())
}

fn get(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &name.into()).ok()
}

fn number(of: &JsValue, name: &str) -> Option<f64> {
    get(of, name)?.as_f64()
}

/// Sets the value of one of its parameters.
fn set(of: &JsValue, name: &str, to: f64) -> Option<()> {
    Reflect::set(&get(of, name)?, &"value".into(), &to.into()).ok()?;
    Some(())
}

fn call(of: &JsValue, name: &str, with: &[JsValue]) -> Option<JsValue> {
    let act: Function = get(of, name)?.dyn_into().ok()?;
    let all = Array::new();
    for one in with {
        all.push(one);
    }
    act.apply(of, &all).ok()
}
