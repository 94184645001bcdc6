//! Pictures of the screen read back, and pictures held before Chromium's fake camera.

use crate::{
    pictures::{Grey, y4m},
    process::tool,
};
use std::{
    fs,
    io::Write,
    path::Path,
    process::{Command, Stdio},
};

/// What the fake camera sees with.
const CAMERA: (usize, usize) = (640, 480);
const PICTURES_A_SECOND: u32 = 10;

/// Reads any picture file that ffmpeg knows.
pub fn read(file: &Path) -> Grey {
    let output = Command::new(tool("ffmpeg"))
        .args(["-v", "error", "-i"])
        .arg(file)
        .args(["-frames:v", "1", "-pix_fmt", "gray"])
        .args(["-c:v", "pgm", "-f", "image2pipe", "-"])
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "ffmpeg: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    // "P5\n<width> <height>\n255\n", then the pixels.
    let mut parts = output.stdout.splitn(4, u8::is_ascii_whitespace);
    let (_p5, w, h) = (parts.next(), number(parts.next()), number(parts.next()));
    let px = parts
        .next()
        .and_then(|rest| rest.strip_prefix(b"255\n"))
        .unwrap();
    assert_eq!(px.len(), w * h);
    let px = px.to_vec();
    Grey { w, h, px }
}

fn number(word: Option<&[u8]>) -> usize {
    std::str::from_utf8(word.unwrap()).unwrap().parse().unwrap()
}

/// The part of a PNG at this left, top, width and height.
pub fn cropped(png: &[u8], [x, y, w, h]: [usize; 4]) -> Vec<u8> {
    let mut ffmpeg = Command::new(tool("ffmpeg"))
        .args(["-v", "error", "-f", "png_pipe", "-i", "-"])
        .args(["-vf", &format!("crop={w}:{h}:{x}:{y}")])
        .args(["-c:v", "png", "-f", "image2pipe", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    // It reads everything before it writes, so one after the other is safe.
    ffmpeg.stdin.take().unwrap().write_all(png).unwrap();
    let output = ffmpeg.wait_with_output().unwrap();
    assert!(output.status.success(), "ffmpeg cannot cut the picture");
    output.stdout
}

/// Writes an endless film, each picture in the middle of it for `times` of its frames.
pub fn film(file: &Path, pictures: &[Grey], times: usize) {
    let (w, h) = CAMERA;
    let frames: Vec<Grey> = pictures
        .iter()
        .map(|picture| shrunk(picture, w, h).on_sheet(w, h, 255))
        .flat_map(|picture| vec![picture; times])
        .collect();
    fs::write(file, y4m(&frames, PICTURES_A_SECOND)).unwrap();
}

/// By whole steps, until it fits.
fn shrunk(picture: &Grey, w: usize, h: usize) -> Grey {
    let step = picture.w.div_ceil(w).max(picture.h.div_ceil(h)).max(1);
    let mut small = Grey::blank(picture.w / step, picture.h / step, 0);
    for y in 0..small.h {
        for x in 0..small.w {
            let rows = (y * step..(y + 1) * step).map(|row| &picture.px[row * picture.w..]);
            let sum: usize = rows
                .flat_map(|row| &row[x * step..(x + 1) * step])
                .map(|&pixel| usize::from(pixel))
                .sum();
            small.px[y * small.w + x] = (sum / (step * step)) as u8;
        }
    }
    small
}
