//! `IndexedDB`: bytes by name, on shelves. Only sealed bytes are put here.

use js_sys::{Array, Function, JsString, Object, Promise, Reflect, Uint8Array};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DomException, Event, IdbDatabase, IdbKeyRange, IdbObjectStore, IdbOpenDbRequest, IdbRequest,
    IdbTransaction,
};

use super::page;

/// The shelf of what papers are made of.
pub const PIECES: &str = "pieces";
/// The shelf with one entry a paper.
pub const PAPERS: &str = "papers";

/// The shelf of the note's second copy, in a database of its own: it comes and goes with the note.
pub const NOTE: &str = "note";

const NAME: &str = "stepnote";
const NOTE_NAME: &str = "stepnote-note";
const VERSION: u32 = 1;

/// Why the database did not do what it was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// This browser has none here: it is switched off, or not allowed.
    Absent,
    /// There is no room left.
    Full,
    /// A newer version of the app made it.
    TooNew,
    /// It failed; what was there before still is.
    Failed,
}

/// The database, open until it is dropped.
pub struct Database(IdbDatabase);

impl Drop for Database {
    fn drop(&mut self) {
        self.0.close();
    }
}

impl Database {
    /// Opens the one of the papers; makes it the first time.
    pub async fn open() -> Result<Database, Refused> {
        Self::named(NAME, &[PAPERS, PIECES]).await
    }

    /// Opens the one of the note's second copy; makes it the first time.
    pub async fn open_note() -> Result<Database, Refused> {
        Self::named(NOTE_NAME, &[NOTE]).await
    }

    async fn named(name: &str, shelves: &'static [&'static str]) -> Result<Database, Refused> {
        let factory = window().indexed_db().ok().flatten();
        let factory = factory.filter(|_| !page::kiosk());
        let request = factory
            .ok_or(Refused::Absent)?
            .open_with_u32(name, VERSION)
            .map_err(|_| Refused::Absent)?;
        let made = request.clone();
        let make = Closure::once(move |_: Event| make(&made, shelves));
        request.set_onupgradeneeded(Some(make.as_ref().unchecked_ref()));
        let opened = answer(&request).await.map_err(|why| match why {
            // Whatever else is said, there is none to use.
            Refused::Failed => Refused::Absent,
            why => why,
        })?;
        let database: IdbDatabase = opened.unchecked_into();
        // Whoever wants to delete it does not wait for us.
        let close = database.clone();
        let close = Closure::once_into_js(move |_: Event| close.close());
        database.set_onversionchange(Some(close.unchecked_ref()));
        Ok(Database(database))
    }

    /// Puts bytes under a name. When this returns `Ok` they are on the disk, as far as the browser
    /// tells.
    pub async fn put(&self, shelf: &str, name: &str, bytes: &[u8]) -> Result<(), Refused> {
        self.put_all(shelf, &[(name, bytes)]).await
    }

    /// As [`put`](Self::put), of several: all of them, or none.
    pub async fn put_all(
        &self,
        shelf: &str,
        all: &[(&str, impl AsRef<[u8]>)],
    ) -> Result<(), Refused> {
        let writing = self.writing(&[shelf])?;
        let store = shelf_of(&writing, shelf)?;
        for (name, bytes) in all {
            store
                .put_with_key(&Uint8Array::from(bytes.as_ref()), &(*name).into())
                .map_err(|why| named(&why))?;
        }
        done(&writing).await
    }

    /// The bytes under a name.
    pub async fn get(&self, shelf: &str, name: &str) -> Result<Option<Vec<u8>>, Refused> {
        let store = self.reading(shelf)?;
        let request = store.get(&name.into()).map_err(|why| named(&why))?;
        Ok(bytes(answer(&request).await?))
    }

    /// Every name on a shelf, sorted.
    pub async fn names(&self, shelf: &str) -> Result<Vec<String>, Refused> {
        let store = self.reading(shelf)?;
        let request = store.get_all_keys().map_err(|why| named(&why))?;
        let names: Array = answer(&request).await?.unchecked_into();
        let text = |name: JsValue| name.dyn_into::<JsString>().ok().map(String::from);
        Ok(names.iter().filter_map(text).collect())
    }

    /// Everything on a shelf, in the order of [`names`](Self::names).
    pub async fn values(&self, shelf: &str) -> Result<Vec<Vec<u8>>, Refused> {
        let store = self.reading(shelf)?;
        let request = store.get_all().map_err(|why| named(&why))?;
        let values: Array = answer(&request).await?.unchecked_into();
        Ok(values.iter().filter_map(bytes).collect())
    }

    /// Takes away what is under a name, and under every name that begins with it and a slash, on
    /// both shelves at once.
    pub async fn remove(&self, name: &str) -> Result<(), Refused> {
        let mut end = name.to_owned();
        // The character behind the slash.
        end.push('0');
        let all = IdbKeyRange::bound_with_lower_open_and_upper_open(
            &name.into(),
            &end.into(),
            false,
            true,
        );
        let all = all.map_err(|why| named(&why))?;
        let writing = self.writing(&[PAPERS, PIECES])?;
        for shelf in [PAPERS, PIECES] {
            let store = shelf_of(&writing, shelf)?;
            store.delete(&all).map_err(|why| named(&why))?;
        }
        done(&writing).await
    }

    fn reading(&self, shelf: &str) -> Result<IdbObjectStore, Refused> {
        let reading = self.0.transaction_with_str(shelf);
        shelf_of(&reading.map_err(|why| named(&why))?, shelf)
    }

    fn writing(&self, shelves: &[&str]) -> Result<IdbTransaction, Refused> {
        let names = shelves.iter().map(|name| JsValue::from(*name));
        let names = names.collect::<Array>();
        // Browsers otherwise answer before anything is on the disk; web-sys does not know how to ask.
        let strict = Object::new();
        let _ = Reflect::set(&strict, &"durability".into(), &"strict".into());
        let begin = Reflect::get(&self.0, &"transaction".into());
        let begin: Function = begin.map_err(|why| named(&why))?.unchecked_into();
        let begun = begin.call3(&self.0, &names, &"readwrite".into(), &strict);
        Ok(begun.map_err(|why| named(&why))?.unchecked_into())
    }
}

/// Deletes the database of the papers.
pub async fn forget() -> Result<(), Refused> {
    forget_named(NAME).await
}

/// Deletes the database of the note's second copy.
pub async fn forget_note() -> Result<(), Refused> {
    forget_named(NOTE_NAME).await
}

async fn forget_named(name: &str) -> Result<(), Refused> {
    let factory = window().indexed_db().ok().flatten();
    let request = factory
        .ok_or(Refused::Absent)?
        .delete_database(name)
        .map_err(|why| named(&why))?;
    answer(&request).await.map(|_| ())
}

fn make(request: &IdbOpenDbRequest, shelves: &[&str]) {
    if let Ok(database) = request.result() {
        let database: IdbDatabase = database.unchecked_into();
        for shelf in shelves {
            // If one is not made, the first use of it says so.
            let _ = database.create_object_store(shelf);
        }
    }
}

fn shelf_of(transaction: &IdbTransaction, shelf: &str) -> Result<IdbObjectStore, Refused> {
    transaction.object_store(shelf).map_err(|why| named(&why))
}

fn bytes(value: JsValue) -> Option<Vec<u8>> {
    value
        .dyn_into::<Uint8Array>()
        .ok()
        .map(|array| array.to_vec())
}

async fn answer(request: &IdbRequest) -> Result<JsValue, Refused> {
    let promise = Promise::new(&mut |told, failed| {
        request.set_onsuccess(Some(&told));
        request.set_onerror(Some(&failed));
    });
    let told = JsFuture::from(promise).await;
    request.set_onsuccess(None);
    request.set_onerror(None);
    match told {
        Ok(_) => request.result().map_err(|why| named(&why)),
        Err(_) => Err(why(request.error().ok().flatten())),
    }
}

async fn done(writing: &IdbTransaction) -> Result<(), Refused> {
    let promise = Promise::new(&mut |told, failed| {
        writing.set_oncomplete(Some(&told));
        writing.set_onabort(Some(&failed));
    });
    let told = JsFuture::from(promise).await;
    writing.set_oncomplete(None);
    writing.set_onabort(None);
    told.map(|_| ()).map_err(|_| why(writing.error()))
}

fn named(thrown: &JsValue) -> Refused {
    why(thrown.dyn_ref::<DomException>().cloned())
}

fn why(error: Option<DomException>) -> Refused {
    match error.map(|error| error.name()).as_deref() {
        Some("QuotaExceededError") => Refused::Full,
        Some("VersionError") => Refused::TooNew,
        _ => Refused::Failed,
    }
}
