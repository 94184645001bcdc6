//! The page's end. The worker is started by the first question, from a blob that holds its whole
//! script: only so does the page's policy bind it, in every engine.

use std::{
    cell::{Cell, RefCell},
    collections::HashMap,
};

use futures_channel::oneshot;
use js_sys::{Array, ArrayBuffer};
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, Element, MessageEvent, RequestInit, Response, Url, WorkerOptions,
    WorkerType,
};

use super::{pack, unpack};
use crate::job::{Done, Job};

/// The worker could not be started, or it ended in the middle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lost;

struct Running {
    worker: web_sys::Worker,
    waiting: HashMap<u32, oneshot::Sender<Done>>,
    next: u32,
    /// Whether it holds memory that only its end gives back.
    heavy: bool,
    /// Whether it failed, and answers no more.
    lost: bool,
    _hear: Closure<dyn FnMut(MessageEvent)>,
    _fail: Closure<dyn FnMut(JsValue)>,
}

thread_local! {
    static RUNNING: RefCell<Option<Running>> = const { RefCell::new(None) };
    static STARTING: RefCell<Vec<oneshot::Sender<()>>> = const { RefCell::new(Vec::new()) };
    /// How often it was stopped.
    static STOPS: Cell<u32> = const { Cell::new(0) };
}

/// Asks the worker, and once more where it was lost: what did not load may load now, and a
/// telephone that needs memory ends workers. Not where it was [stopped](stop).
pub async fn ask(job: Job) -> Result<Done, Lost> {
    let stops = STOPS.get();
    match answer(&job, None).await {
        Err(Lost) if STOPS.get() == stops => answer(&job, None).await,
        done => done,
    }
}

/// Asks it about a picture, which is handed over.
pub async fn look(job: Job, pixels: &ArrayBuffer) -> Result<Done, Lost> {
    answer(&job, Some(pixels)).await
}

/// Deriving a passphrase's key takes 64 MiB, a photograph as much, which only ending the worker
/// gives back; so it is ended after that, once nobody waits for it any more.
async fn answer(job: &Job, pixels: Option<&ArrayBuffer>) -> Result<Done, Lost> {
    let answer = post(job, pixels).await?.await.map_err(|_| Lost);
    let ends = |running: &Running| running.heavy && running.waiting.is_empty();
    if RUNNING.with_borrow(|running| running.as_ref().is_some_and(ends)) {
        end();
    }
    answer
}

async fn post(job: &Job, pixels: Option<&ArrayBuffer>) -> Result<oneshot::Receiver<Done>, Lost> {
    if RUNNING.with_borrow(|running| running.as_ref().is_none_or(|running| running.lost)) {
        end();
        start_once().await?;
    }
    RUNNING.with_borrow_mut(|running| {
        let running = running.as_mut().ok_or(Lost)?;
        let (tell, answer) = oneshot::channel();
        running.next = running.next.wrapping_add(1);
        let message = pack(running.next, &job.to_bytes());
        if let Some(pixels) = pixels {
            message.push(pixels);
        }
        let posted = running
            .worker
            .post_message_with_transfer(&message, &message);
        posted.map_err(|_| Lost)?;
        running.waiting.insert(running.next, tell);
        running.heavy |= matches!(job, Job::Derive { .. } | Job::Read { still: true, .. });
        Ok(answer)
    })
}

/// Ends it for good, and with it whatever it has in its memory: nothing that it was asked is asked
/// again.
pub fn stop() {
    STOPS.set(STOPS.get().wrapping_add(1));
    end();
}

fn end() {
    if let Some(running) = RUNNING.with_borrow_mut(Option::take) {
        running.worker.terminate();
    }
}

/// Two questions at the same time start one worker.
async fn start_once() -> Result<(), Lost> {
    let first = STARTING.with_borrow(Vec::is_empty);
    let (tell, started) = oneshot::channel();
    STARTING.with_borrow_mut(|waiting| waiting.push(tell));
    if !first {
        return started.await.map_err(|_| Lost);
    }
    let outcome = start().await.map_err(|_| Lost);
    for tell in STARTING.with_borrow_mut(std::mem::take) {
        let _ = tell.send(());
    }
    outcome
}

async fn start() -> Result<(), JsValue> {
    let tag = document()
        .query_selector("meta[name=worker]")?
        .ok_or("no worker in this build")?;
    let script = fetch(&tag, "content", "data-integrity").await?;
    let wasm = fetch(&tag, "data-wasm", "data-wasm-integrity").await?;
    let kind = BlobPropertyBag::new();
    kind.set_type("text/javascript");
    let blob = Blob::new_with_buffer_source_sequence_and_options(&Array::of1(&script), &kind)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let module = WorkerOptions::new();
    module.set_type(WorkerType::Module);
    let worker = web_sys::Worker::new_with_options(&address, &module)?;

    let (tell_ready, ready) = oneshot::channel::<bool>();
    let tell_ready = RefCell::new(Some(tell_ready));
    let tell = std::rc::Rc::new(move |good| {
        if let Some(tell) = tell_ready.borrow_mut().take() {
            let _ = tell.send(good);
        }
    });
    let tell_failed = tell.clone();
    let hear = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let data = event.data();
        if let Some((number, body)) = data.dyn_ref::<Array>().and_then(unpack) {
            let waiting =
                RUNNING.with_borrow_mut(|running| running.as_mut()?.waiting.remove(&number));
            if let (Some(waiting), Ok(done)) = (waiting, Done::from_bytes(&body)) {
                let _ = waiting.send(done);
            }
        } else {
            tell(data.as_string().as_deref() == Some("ready"));
        }
    });
    let fail = Closure::<dyn FnMut(JsValue)>::new(move |_| {
        tell_failed(false);
        // Whoever waits is told by the closing of the channel.
        RUNNING.with_borrow_mut(|running| {
            if let Some(running) = running {
                running.waiting.clear();
                running.lost = true;
            }
        });
    });
    worker.set_onmessage(Some(hear.as_ref().unchecked_ref()));
    worker.set_onerror(Some(fail.as_ref().unchecked_ref()));
    worker.post_message_with_transfer(&wasm, &Array::of1(&wasm))?;
    let good = ready.await.unwrap_or(false);
    Url::revoke_object_url(&address)?;
    if !good {
        worker.terminate();
        return Err("the worker did not start".into());
    }
    RUNNING.set(Some(Running {
        worker,
        waiting: HashMap::new(),
        next: 0,
        heavy: false,
        lost: false,
        _hear: hear,
        _fail: fail,
    }));
    Ok(())
}

async fn fetch(tag: &Element, name: &str, hash: &str) -> Result<JsValue, JsValue> {
    let base = document().base_uri()?.unwrap_or_default();
    let address = Url::new_with_base(&tag.get_attribute(name).unwrap_or_default(), &base)?.href();
    let options = RequestInit::new();
    options.set_integrity(&tag.get_attribute(hash).unwrap_or_default());
    let response = JsFuture::from(window().fetch_with_str_and_init(&address, &options)).await?;
    let response: Response = response.unchecked_into();
    if !response.ok() {
        return Err("not found".into());
    }
    JsFuture::from(response.array_buffer()?).await
}
