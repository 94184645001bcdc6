//! What a browser could keep of somebody for this origin: databases, caches, cookies, the storages.
//! Where something cannot be looked at, it is not called empty.

use js_sys::{Array, Function, Promise, Reflect};
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::IdbFactory;

use super::place;

/// How the caches of the program begin (`shell/sw.js`).
const PROGRAM: &str = "stepnote:";
/// What the app calls its databases, for browsers that do not list them.
const DATABASES: [&str; 2] = ["stepnote", "stepnote-note"];

/// The answer of a method of something; `None` where there is none, or it fails.
async fn asked(of: &JsValue, method: &str, with: &[JsValue]) -> Option<JsValue> {
    let method: Function = Reflect::get(of, &method.into()).ok()?.dyn_into().ok()?;
    let args = Array::new();
    for one in with {
        args.push(one);
    }
    let promise = method.apply(of, &args).ok()?;
    JsFuture::from(Promise::resolve(&promise)).await.ok()
}

fn texts(list: JsValue, member: &str) -> Vec<String> {
    let list = Array::from(&list).into_iter();
    let text = |one: JsValue| match member {
        "" => one.as_string(),
        member => Reflect::get(&one, &member.into()).ok()?.as_string(),
    };
    list.filter_map(text).collect()
}

fn factory() -> Option<IdbFactory> {
    window().indexed_db().ok().flatten()
}

/// The databases there are; `None` where the browser does not say.
pub async fn databases() -> Option<Vec<String>> {
    let Some(factory) = factory() else {
        // None can be made here.
        return Some(Vec::new());
    };
    Some(texts(asked(&factory, "databases", &[]).await?, "name"))
}

/// Deletes every database; one that another page holds open stays, and is found when one looks.
pub async fn delete_databases() {
    let Some(factory) = factory() else {
        return;
    };
    let all = databases().await;
    let all = all.unwrap_or_else(|| DATABASES.map(str::to_owned).to_vec());
    for name in all {
        let Ok(request) = factory.delete_database(&name) else {
            continue;
        };
        let promise = Promise::new(&mut |done, _| {
            request.set_onsuccess(Some(&done));
            request.set_onerror(Some(&done));
            request.set_onblocked(Some(&done));
        });
        let _ = JsFuture::from(promise).await;
    }
}

/// The addresses in the caches that are no file of the app; `None` where they cannot be looked at.
pub async fn strange_caches() -> Option<Vec<String>> {
    let caches = Reflect::get(&window(), &"caches".into()).ok()?;
    if caches.is_undefined() {
        return Some(Vec::new());
    }
    let here = place::page_address();
    let base = here.rsplit_once('/').map_or("", |(base, _)| base);
    let mut strange = Vec::new();
    for name in texts(asked(&caches, "keys", &[]).await?, "") {
        if !name.starts_with(PROGRAM) {
            strange.push(name);
            continue;
        }
        let cache = asked(&caches, "open", &[name.into()]).await?;
        let kept = texts(asked(&cache, "keys", &[]).await?, "url");
        let is_ours = |address: &String| address.starts_with(base) && !address.contains(['?', '#']);
        strange.extend(kept.into_iter().filter(|address| !is_ours(address)));
    }
    Some(strange)
}

/// Deletes every cache but those of the program, and of those what is no file of the app.
pub async fn delete_strange_caches() {
    let Ok(caches) = Reflect::get(&window(), &"caches".into()) else {
        return;
    };
    for strange in strange_caches().await.unwrap_or_default() {
        asked(&caches, "delete", &[strange.as_str().into()]).await;
        let names = asked(&caches, "keys", &[]).await;
        for name in names.map(|names| texts(names, "")).unwrap_or_default() {
            if let Some(cache) = asked(&caches, "open", &[name.into()]).await {
                asked(&cache, "delete", &[strange.as_str().into()]).await;
            }
        }
    }
}

/// Whether a script sees no cookie.
pub fn no_cookies() -> bool {
    cookies().is_empty()
}

/// Ends every cookie that a script sees.
pub fn end_cookies() {
    for cookie in cookies().split(';') {
        let name = cookie.split('=').next().unwrap_or_default().trim();
        let ended = [name, "=;max-age=0"].concat().into();
        let _ = Reflect::set(&document(), &"cookie".into(), &ended);
    }
}

fn cookies() -> String {
    let said = Reflect::get(&document(), &"cookie".into());
    let said = said.ok().and_then(|said| said.as_string());
    said.unwrap_or_default()
}

/// The names in `sessionStorage`; `None` where there is none.
pub fn session_names() -> Option<Vec<String>> {
    let session = window().session_storage().ok().flatten()?;
    let count = session.length().ok()?;
    Some((0..count).filter_map(|at| session.key(at).ok()?).collect())
}

/// Empties `sessionStorage`.
pub fn empty_session() {
    if let Ok(Some(session)) = window().session_storage() {
        let _ = session.clear();
    }
}
