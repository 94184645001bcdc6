//! The camera. It is on only while it is needed; dropping [`Camera`] turns it off.

use std::cell::RefCell;

use js_sys::{Array, Function, JSON, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{HtmlVideoElement, MediaStream, MediaStreamConstraints, MediaStreamTrack};

use super::el::El;

thread_local! {
    /// Those that are on.
    static ON: RefCell<Vec<MediaStream>> = const { RefCell::new(Vec::new()) };
}

/// A camera that is on.
pub struct Camera(MediaStream);

/// Why there is no picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoCamera {
    /// The person, or a rule of this device, did not allow it.
    Denied,
    /// There is no camera, or this page may not know of one.
    Absent,
    /// Another app is using it.
    Busy,
}

/// Turns the camera on that looks away from the person, if there is one.
pub async fn start() -> Result<Camera, NoCamera> {
    let wish =
        r#"{"width":{"ideal":1280},"height":{"ideal":720},"facingMode":{"ideal":"environment"}}"#;
    let constraints = MediaStreamConstraints::new();
    constraints.set_video(&JSON::parse(wish).map_err(|_| NoCamera::Absent)?);
    // Absent without https, and in some browsers inside other apps.
    let devices = window()
        .navigator()
        .media_devices()
        .map_err(|_| NoCamera::Absent)?;
    if devices.is_undefined() {
        return Err(NoCamera::Absent);
    }
    let promise = devices
        .get_user_media_with_constraints(&constraints)
        .map_err(|_| NoCamera::Absent)?;
    match JsFuture::from(promise).await {
        Ok(stream) => {
            let stream: MediaStream = stream.unchecked_into();
            ON.with_borrow_mut(|on| on.push(stream.clone()));
            Ok(Camera(stream))
        }
        Err(error) => Err(match name_of(&error).as_str() {
            "NotAllowedError" | "SecurityError" => NoCamera::Denied,
            "NotReadableError" | "AbortError" => NoCamera::Busy,
            _ => NoCamera::Absent,
        }),
    }
}

fn name_of(error: &wasm_bindgen::JsValue) -> String {
    let name = Reflect::get(error, &"name".into()).ok();
    name.and_then(|name| name.as_string()).unwrap_or_default()
}

impl Camera {
    /// Shows the picture in a video element.
    pub fn show_in(&self, video: &El) {
        let Some(video) = video.cast::<HtmlVideoElement>() else {
            return;
        };
        // The attribute alone does not mute a video made by script.
        video.set_muted(true);
        video.set_src_object(Some(&self.0));
        if let Ok(playing) = video.play() {
            // Nobody waits for the first picture: one that never comes would keep the camera on. It may be refused
            // when the page is left at once; there is nothing to do then.
            spawn_local(async { drop(JsFuture::from(playing).await) });
        }
    }
}

impl Camera {
    /// Whether it has a light that can be turned on. Only some telephones tell.
    pub fn has_light(&self) -> bool {
        let told = || {
            let track = self.track()?;
            let tell: Function = Reflect::get(&track, &"getCapabilities".into())
                .ok()?
                .dyn_into()
                .ok()?;
            let can = tell.call0(&track).ok()?;
            Reflect::get(&can, &"torch".into()).ok()
        };
        told().is_some_and(|torch| torch.is_truthy())
    }

    /// Turns its light on or off.
    pub fn light(&self, on: bool) -> impl Future<Output = ()> + use<> {
        let track = self.track();
        async move {
            let asked = || {
                let wish = if on {
                    r#"{"advanced":[{"torch":true}]}"#
                } else {
                    r#"{"advanced":[{"torch":false}]}"#
                };
                let track = track?;
                let apply: Function = Reflect::get(&track, &"applyConstraints".into())
                    .ok()?
                    .dyn_into()
                    .ok()?;
                let promise = apply.call1(&track, &JSON::parse(wish).ok()?).ok()?;
                promise.dyn_into::<Promise>().ok()
            };
            // A camera that refuses stays dark, and the picture shows it.
            if let Some(promise) = asked() {
                let _ = JsFuture::from(promise).await;
            }
        }
    }

    fn track(&self) -> Option<MediaStreamTrack> {
        self.0.get_tracks().get(0).dyn_into().ok()
    }
}

impl Drop for Camera {
    fn drop(&mut self) {
        stop(&self.0);
        ON.with_borrow_mut(|on| on.retain(|other| *other != self.0));
    }
}

fn stop(stream: &MediaStream) {
    for track in stream.get_tracks() {
        track.unchecked_into::<MediaStreamTrack>().stop();
    }
}

/// Whether none is on.
pub fn is_off() -> bool {
    ON.with_borrow(Vec::is_empty)
}

/// Turns off every one, whoever uses it.
pub fn turn_off() {
    ON.take().iter().for_each(stop);
}

/// Whether there is one at all. Nobody is asked, and none is turned on; `None` where the browser does
/// not say.
pub async fn is_there() -> Option<bool> {
    let devices = window().navigator().media_devices().ok()?;
    if devices.is_undefined() {
        return None;
    }
    let all = JsFuture::from(devices.enumerate_devices().ok()?)
        .await
        .ok()?;
    let is_camera = |device: wasm_bindgen::JsValue| {
        let kind = Reflect::get(&device, &"kind".into()).ok();
        kind.and_then(|kind| kind.as_string()).as_deref() == Some("videoinput")
    };
    Some(Array::from(&all).iter().any(is_camera))
}
