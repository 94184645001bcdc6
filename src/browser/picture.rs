//! Pictures: as pixels for the reader of QR codes, and made anew to be kept.

use js_sys::{ArrayBuffer, Object, Promise, Reflect, Uint8ClampedArray};
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlVideoElement, ImageBitmap,
    ImageBitmapOptions, ImageOrientation,
};

use super::{blob::Content, el::El, files::Picked};

/// The longer side of what is read; a larger photograph is made smaller first.
pub const MOST_PIXELS: f64 = 2_560.0;

/// The longer side of a small picture.
const THUMB: f64 = 320.0;

/// The pixels of a picture, row by row.
pub struct Pixels {
    /// Four bytes each: red, green, blue, opacity.
    pub bytes: ArrayBuffer,
    /// Pixels in a row.
    pub width: u32,
    /// Rows.
    pub height: u32,
}

/// Reads a picked picture; `None` where the browser cannot show it as one.
pub async fn of_file(picked: &Picked) -> Option<Pixels> {
    within(picked, MOST_PIXELS).await
}

/// The same, its longer side at most `side` pixels.
pub async fn within(picked: &Picked, side: f64) -> Option<Pixels> {
    let promise = window().create_image_bitmap_with_blob(picked.file()).ok()?;
    let bitmap: ImageBitmap = JsFuture::from(promise).await.ok()?.unchecked_into();
    let (width, height) = (f64::from(bitmap.width()), f64::from(bitmap.height()));
    let scale = (side / width.max(height)).min(1.0);
    let canvas = Canvas::new((width * scale) as u32, (height * scale) as u32)?;
    let (w, h) = (f64::from(canvas.width), f64::from(canvas.height));
    let drawn = canvas
        .context
        .draw_image_with_image_bitmap_and_dw_and_dh(&bitmap, 0.0, 0.0, w, h);
    bitmap.close();
    drawn.ok()?;
    canvas.pixels()
}

/// A photo made anew.
pub struct Anew {
    /// The photo, a JPEG.
    pub photo: Content,
    /// A small picture of it, a JPEG.
    pub thumb: Content,
}

/// Draws a picked photo and makes a JPEG of what is seen: upright, on white, its longer side at most
/// `side` pixels. Of what a camera writes beside the pixels nothing is left. `None` where the
/// browser cannot show it, or has no room to.
pub async fn anew(picked: &Picked, side: f64, quality: f64) -> Option<Anew> {
    let options = ImageBitmapOptions::new();
    options.set_image_orientation(ImageOrientation::FromImage);
    let promise = window()
        .create_image_bitmap_with_blob_and_image_bitmap_options(picked.file(), &options)
        .ok()?;
    let bitmap: ImageBitmap = JsFuture::from(promise).await.ok()?.unchecked_into();
    let size = (f64::from(bitmap.width()), f64::from(bitmap.height()));
    let large = Canvas::within(size, side, &|context, w, h| {
        context.draw_image_with_image_bitmap_and_dw_and_dh(&bitmap, 0.0, 0.0, w, h)
    });
    bitmap.close();
    let large = large?;
    let size = (f64::from(large.width), f64::from(large.height));
    let small = Canvas::within(size, THUMB, &|context, w, h| {
        let large = large.context.canvas().ok_or(JsValue::NULL)?;
        context.draw_image_with_html_canvas_element_and_dw_and_dh(&large, 0.0, 0.0, w, h)
    })?;
    Some(Anew {
        photo: large.jpeg(quality).await?,
        thumb: small.jpeg(0.7).await?,
    })
}

/// Takes frames from a video, always on the same canvas.
pub struct Grabber(Option<Canvas>);

impl Grabber {
    /// Without a canvas yet: the size of the video is known only while it plays.
    pub fn new() -> Self {
        Grabber(None)
    }

    /// The picture that is shown now.
    pub fn grab(&mut self, video: &El) -> Option<Pixels> {
        let video = video.cast::<HtmlVideoElement>()?;
        let (width, height) = (video.video_width(), video.video_height());
        if self
            .0
            .as_ref()
            .is_none_or(|canvas| (canvas.width, canvas.height) != (width, height))
        {
            self.0 = Canvas::new(width, height);
        }
        let canvas = self.0.as_ref()?;
        canvas
            .context
            .draw_image_with_html_video_element(&video, 0.0, 0.0)
            .ok()?;
        canvas.pixels()
    }
}

impl Default for Grabber {
    fn default() -> Self {
        Self::new()
    }
}

const JPEG: &str = "image/jpeg";

struct Canvas {
    context: CanvasRenderingContext2d,
    width: u32,
    height: u32,
}

impl Canvas {
    fn new(width: u32, height: u32) -> Option<Canvas> {
        if width == 0 || height == 0 {
            return None;
        }
        let canvas: HtmlCanvasElement = document().create_element("canvas").ok()?.unchecked_into();
        canvas.set_width(width);
        canvas.set_height(height);
        let often = Object::new();
        Reflect::set(&often, &"willReadFrequently".into(), &JsValue::TRUE).ok()?;
        let context = canvas
            .get_context_with_context_options("2d", &often)
            .ok()??;
        Some(Canvas {
            context: context.unchecked_into(),
            width,
            height,
        })
    }

    /// A canvas on which something of a size is drawn on white, its longer side at most `side`.
    fn within(
        (width, height): (f64, f64),
        side: f64,
        draw: &dyn Fn(&CanvasRenderingContext2d, f64, f64) -> Result<(), JsValue>,
    ) -> Option<Canvas> {
        let scale = (side / width.max(height)).min(1.0);
        let pixels = |length: f64| (length * scale).round().max(1.0) as u32;
        let canvas = Canvas::new(pixels(width), pixels(height))?;
        let (w, h) = (f64::from(canvas.width), f64::from(canvas.height));
        canvas.context.set_fill_style_str("#fff");
        canvas.context.fill_rect(0.0, 0.0, w, h);
        let _ = Reflect::set(
            &canvas.context,
            &"imageSmoothingQuality".into(),
            &"high".into(),
        );
        draw(&canvas.context, w, h).ok()?;
        Some(canvas)
    }

    /// What is drawn, as a JPEG.
    async fn jpeg(&self, quality: f64) -> Option<Content> {
        let canvas = self.context.canvas()?;
        let mut refused = false;
        let promise = Promise::new(&mut |done, _| {
            refused = canvas
                .to_blob_with_type_and_encoder_options(&done, JPEG, &quality.into())
                .is_err();
        });
        if refused {
            return None;
        }
        let blob: Blob = JsFuture::from(promise).await.ok()?.dyn_into().ok()?;
        (blob.type_() == JPEG).then_some(Content(blob))
    }

    fn pixels(&self) -> Option<Pixels> {
        let (w, h) = (f64::from(self.width), f64::from(self.height));
        let image = self.context.get_image_data(0.0, 0.0, w, h).ok()?;
        // As it lies in the browser: our own copy of it would be one more, of some megabytes.
        let data: Uint8ClampedArray = Reflect::get(&image, &"data".into()).ok()?.dyn_into().ok()?;
        Some(Pixels {
            bytes: data.buffer(),
            width: self.width,
            height: self.height,
        })
    }
}
