//! Files the person picks, and files we hand her.

use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use leptos::prelude::{document, on_cleanup, set_timeout, window, window_event_listener_untyped};
use std::time::Duration;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, File, FileList, HtmlAnchorElement, HtmlInputElement};

use super::{
    blob::{Content, Pieces},
    page, ways,
};
use crate::machine::Way;

/// Nothing we read is larger; a hand-off has at most 4 MiB.
const MOST_BYTES: f64 = 64.0 * 1024.0 * 1024.0;

/// A file that was picked.
pub struct Picked(File);

/// What became of reading a file.
pub enum Bytes {
    /// The content.
    Read(Vec<u8>),
    /// Larger than anything we read.
    TooLarge,
    /// The browser could not read it.
    Unreadable,
}

/// The files picked in the input of an event, which is emptied so that the same file can be picked
/// again.
pub fn picked(event: &Event) -> Vec<Picked> {
    let input = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(input) = input.filter(|_| ways::allows(Way::Pick)) else {
        return Vec::new();
    };
    ways::used(Way::Pick);
    let picked = listed(input.files());
    input.set_value("");
    picked
}

/// Tells of files that are dragged onto the page, as long as the part stands that this is called in.
/// `shell/offline.js` sees to it that the browser never shows them in place of the app.
pub fn dropped(act: impl Fn(Vec<Picked>) + 'static) {
    let dropped = window_event_listener_untyped("drop", move |event| {
        if !ways::allows(Way::Pick) {
            return;
        }
        let files = Reflect::get(&event, &"dataTransfer".into())
            .and_then(|moved| Reflect::get(&moved, &"files".into()));
        let files: Vec<Picked> = listed(files.ok().and_then(|files| files.dyn_into().ok()));
        if !files.is_empty() {
            ways::used(Way::Pick);
            act(files);
        }
    });
    on_cleanup(move || dropped.remove());
}

fn listed(files: Option<FileList>) -> Vec<Picked> {
    let files = files.iter();
    let files = files.flat_map(|list| (0..list.length()).filter_map(|i| list.get(i)));
    files.map(Picked).collect()
}

/// The files that another app, or the system, gave us, told by the event `ks-given`; from then on
/// they are here only.
pub fn given() -> Vec<Picked> {
    let window: JsValue = window().into();
    let files = Reflect::get(&window, &"ksGiven".into()).unwrap_or_default();
    let _ = Reflect::set(&window, &"ksGiven".into(), &JsValue::UNDEFINED);
    let files = files.dyn_into::<Array>().unwrap_or_default();
    let files = files.iter().filter_map(|file| file.dyn_into().ok());
    files.map(Picked).collect()
}

impl Picked {
    /// Whether the browser takes it for a picture.
    pub fn is_picture(&self) -> bool {
        self.0.type_().starts_with("image/")
    }

    /// Its name without what stands behind the last dot.
    pub fn name(&self) -> String {
        let name = self.0.name();
        match name.rsplit_once('.') {
            Some((stem, _)) if !stem.is_empty() => stem.to_owned(),
            _ => name,
        }
    }

    /// What is in it.
    pub fn content(&self) -> Content {
        Content(self.0.clone().into())
    }

    /// The file itself, for the picture door.
    pub(super) fn file(&self) -> &File {
        &self.0
    }

    /// Reads the content.
    pub async fn bytes(&self) -> Bytes {
        if self.0.size() > MOST_BYTES {
            return Bytes::TooLarge;
        }
        match JsFuture::from(self.0.array_buffer()).await {
            Ok(buffer) => Bytes::Read(Uint8Array::new(&buffer).to_vec()),
            Err(_) => Bytes::Unreadable,
        }
    }
}

/// Hands a file over to be saved. The browser says where.
pub fn save(name: &str, content: &[u8]) -> bool {
    let pieces = Pieces::default();
    pieces.add(content);
    let content = pieces.content("application/octet-stream");
    content.is_some_and(|content| save_content(name, &content))
}

/// The same, of any length. Nothing is saved where no file may leave.
pub fn save_content(name: &str, content: &Content) -> bool {
    if !ways::allows(Way::File) {
        return false;
    }
    let Some(address) = content.address() else {
        return false;
    };
    let Ok(link) = document().create_element("a") else {
        return false;
    };
    let link: HtmlAnchorElement = link.unchecked_into();
    link.set_href(address.text());
    link.set_download(name);
    link.click();
    ways::used(Way::File);
    // Some engines read the blob only after the click has returned, and a long one for longer.
    set_timeout(move || drop(address), Duration::from_mins(5));
    true
}

/// Whether she can say herself where a file goes, and save into the same one again (File System
/// Access).
pub fn can_be_placed() -> bool {
    !page::kiosk() && door(&window().into(), PICKER).is_some()
}

const PICKER: &str = "showSaveFilePicker";

/// Asks where, at once: browsers ask only while a press is answered. Then writes there; a file that
/// stood there is replaced when all of the new one is written, and not before.
pub fn place(name: &str, content: &Content) -> impl Future<Output = Shared> + use<> {
    let wish = Object::new();
    set(&wish, "suggestedName", &name.into());
    let window: JsValue = window().into();
    let asked = door(&window, PICKER).map(|ask| ask.call1(&window, &wish));
    let content = content.clone();
    async move {
        let placed = async {
            let handle = settled(asked.ok_or(JsValue::UNDEFINED)?).await?;
            let into = settled(call(&handle, "createWritable", None)).await?;
            let written = settled(call(&into, "write", Some(&content.0))).await;
            let end = if written.is_ok() { "close" } else { "abort" };
            settled(call(&into, end, None)).await.and(written)
        };
        became(placed.await)
    }
}

fn call(of: &JsValue, name: &str, with: Option<&JsValue>) -> Result<JsValue, JsValue> {
    let method = door(of, name).ok_or(JsValue::UNDEFINED)?;
    with.map_or_else(|| method.call0(of), |with| method.call1(of, with))
}

async fn settled(promise: Result<JsValue, JsValue>) -> Result<JsValue, JsValue> {
    JsFuture::from(promise?.dyn_into::<Promise>()?).await
}

fn door(of: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(of, &name.into()).ok()?.dyn_into().ok()
}

fn set(object: &Object, key: &str, value: &JsValue) {
    let _ = Reflect::set(object, &key.into(), value);
}

/// A file that another app may take.
#[derive(Clone)]
pub struct Shareable {
    share: Function,
    navigator: JsValue,
    data: JsValue,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shared {
    /// Another app has it, or it lies where she said.
    Taken,
    /// The person closed what asked.
    LeftBe,
    /// The browser did not let it go.
    Refused,
}

/// A text file that other apps may take; `None` where this browser says of this very file that they
/// may not.
pub fn shareable(name: &str, text: &[u8]) -> Option<Shareable> {
    // The sheet of apps would put it where the next person finds it.
    if page::kiosk() {
        return None;
    }
    let navigator: JsValue = window().navigator().into();
    let (may, share) = (door(&navigator, "canShare")?, door(&navigator, "share")?);
    let kind = Object::new();
    set(&kind, "type", &"text/plain".into());
    let content = Array::of1(&Uint8Array::from(text));
    let file = door(&window().into(), "File")?;
    let file = Reflect::construct(&file, &Array::of3(&content, &name.into(), &kind)).ok()?;
    let data = Object::new();
    set(&data, "files", &Array::of1(&file));
    let data = data.into();
    let allowed = may.call1(&navigator, &data).ok()?;
    allowed.is_truthy().then_some(Shareable {
        share,
        navigator,
        data,
    })
}

impl Shareable {
    /// Opens the system's sheet of apps, at once: browsers allow it only while a press is answered.
    pub fn share(&self) -> impl Future<Output = Shared> + use<> {
        let sheet = self.share.call1(&self.navigator, &self.data);
        async { became(settled(sheet).await) }
    }
}

fn became(sheet: Result<JsValue, JsValue>) -> Shared {
    match sheet {
        Ok(_) => Shared::Taken,
        Err(why) => {
            let name = Reflect::get(&why, &"name".into()).unwrap_or_default();
            if name.as_string().as_deref() == Some("AbortError") {
                Shared::LeftBe
            } else {
                Shared::Refused
            }
        }
    }
}
