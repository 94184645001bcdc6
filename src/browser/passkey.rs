//! WebAuthn, for one thing: a secret that only a passkey of this device gives (the extension `prf`).

use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::random;

/// What a passkey gives for a salt.
pub type Secret = [u8; 32];

/// A passkey that was made.
pub struct Made {
    /// How the browser names it, in bytes.
    pub credential: Vec<u8>,
    /// What it gives for the salt, where the browser says so at once; else it is to be
    /// [asked](ask).
    pub secret: Option<Secret>,
}

/// Why there is no secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Without {
    /// The person put it off, took too long, or has not got that passkey; browsers do not say which.
    Declined,
    /// The passkey cannot give secrets, or the browser cannot ask for them.
    Unable,
}

/// How long the browser lets the person look for a finger, in milliseconds.
const PATIENCE: u32 = 120_000;

/// Whether this browser can make a passkey on this device that gives secrets. Asks nobody anything.
pub async fn is_offered() -> bool {
    // A passkey belongs to a name; an address of numbers has none.
    let host = window().location().hostname().unwrap_or_default();
    let named = host.contains(|c: char| c.is_ascii_alphabetic()) && !host.contains(':');
    named
        && says("isUserVerifyingPlatformAuthenticatorAvailable", None).await
        && says("getClientCapabilities", Some("extension:prf")).await
}

async fn says(what: &str, member: Option<&str>) -> bool {
    let Some(kind) = get(&window(), "PublicKeyCredential") else {
        return false;
    };
    let Some(answer) = call(&kind, what, None) else {
        return false;
    };
    let Ok(answer) = JsFuture::from(answer).await else {
        return false;
    };
    match member {
        Some(member) => get(&answer, member),
        None => Some(answer),
    }
    .is_some_and(|answer| answer.is_truthy())
}

/// Makes a passkey on this device. What it is called says nothing of a person: `name` is the app's.
pub async fn make(name: &str, salt: &[u8]) -> Result<Made, Without> {
    let mut user = [0; 16];
    random::fill(&mut user);
    let named = |more: &[(&str, JsValue)]| object(&[&[("name", name.into())], more].concat());
    let kinds: Array = [-7, -257]
        .into_iter()
        .map(|alg: i32| object(&[("type", "public-key".into()), ("alg", alg.into())]))
        .collect();
    let which = object(&[
        ("authenticatorAttachment", "platform".into()),
        ("residentKey", "preferred".into()),
        ("userVerification", "required".into()),
    ]);
    let asked = [
        ("rp", named(&[])),
        (
            "user",
            named(&[
                ("displayName", name.into()),
                ("id", Uint8Array::from(&user[..]).into()),
            ]),
        ),
        ("pubKeyCredParams", kinds.into()),
        ("authenticatorSelection", which),
    ];
    let made = credential("create", &asked, salt).await?;
    let results = results(&made).ok_or(Without::Unable)?;
    let secret = secret_in(&results);
    let enabled = get(&results, "enabled").is_some_and(|enabled| enabled.is_truthy());
    if secret.is_none() && !enabled {
        return Err(Without::Unable);
    }
    let id = get(&made, "rawId").ok_or(Without::Unable)?;
    Ok(Made {
        credential: Uint8Array::new(&id).to_vec(),
        secret,
    })
}

/// Asks a passkey for what it gives for a salt.
pub async fn ask(passkey: &[u8], salt: &[u8]) -> Result<Secret, Without> {
    let which = object(&[
        ("type", "public-key".into()),
        ("id", Uint8Array::from(passkey).into()),
    ]);
    let asked = [
        ("allowCredentials", Array::of1(&which).into()),
        ("userVerification", "required".into()),
    ];
    let given = credential("get", &asked, salt).await?;
    let results = results(&given).ok_or(Without::Unable)?;
    secret_in(&results).ok_or(Without::Unable)
}

async fn credential(how: &str, asked: &[(&str, JsValue)], salt: &[u8]) -> Result<JsValue, Without> {
    // Nobody checks the signature: there is no server. It is the secret that opens.
    let mut challenge = [0; 32];
    random::fill(&mut challenge);
    let first = object(&[("first", Uint8Array::from(salt).into())]);
    let prf = object(&[("eval", first)]);
    let more = [
        ("challenge", Uint8Array::from(&challenge[..]).into()),
        ("timeout", PATIENCE.into()),
        ("extensions", object(&[("prf", prf)])),
    ];
    let options = object(&[("publicKey", object(&[asked, &more].concat()))]);
    let credentials = get(&window().navigator(), "credentials").ok_or(Without::Unable)?;
    let answer = call(&credentials, how, Some(&options)).ok_or(Without::Unable)?;
    let answer = JsFuture::from(answer).await;
    answer
        .ok()
        .filter(JsValue::is_object)
        .ok_or(Without::Declined)
}

/// What the extension says.
fn results(credential: &JsValue) -> Option<JsValue> {
    let ask: Function = get(credential, "getClientExtensionResults")?
        .dyn_into()
        .ok()?;
    get(&ask.call0(credential).ok()?, "prf")
}

fn secret_in(results: &JsValue) -> Option<Secret> {
    let first = get(&get(results, "results")?, "first")?;
    Uint8Array::new(&first).to_vec().try_into().ok()
}

fn call(on: &JsValue, method: &str, with: Option<&JsValue>) -> Option<Promise> {
    let method: Function = get(on, method)?.dyn_into().ok()?;
    let called = match with {
        Some(with) => method.call1(on, with),
        None => method.call0(on),
    };
    called.ok()?.dyn_into().ok()
}

fn object(members: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in members {
        // A new object takes every member.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}

fn get(of: &JsValue, name: &str) -> Option<JsValue> {
    let value = Reflect::get(of, &name.into()).ok()?;
    (!value.is_undefined() && !value.is_null()).then_some(value)
}
