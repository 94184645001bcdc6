//! Pictures held before Chromium's fake camera, and pictures of the screen read back.

use crate::process::tool;
use std::{
    fs::File,
    io::{BufWriter, Write},
    path::Path,
    process::Command,
};

/// A grey picture: 0 is black, row by row from the top.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grey {
    pub width: usize,
    pub height: usize,
    pub pixels: Vec<u8>,
}

impl Grey {
    /// Reads any picture file ffmpeg knows.
    pub fn read(file: &Path) -> Self {
        let output = Command::new(tool("ffmpeg"))
            .args(["-v", "error", "-i"])
            .arg(file)
            .args([
                "-frames:v",
                "1",
                "-pix_fmt",
                "gray",
                "-c:v",
                "pgm",
                "-f",
                "image2pipe",
                "-",
            ])
            .output()
            .unwrap();
        assert!(
            output.status.success(),
            "ffmpeg: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        // "P5\n<width> <height>\n255\n", then the pixels.
        let mut parts = output.stdout.splitn(4, u8::is_ascii_whitespace);
        let (_p5, width, height) = (parts.next(), number(parts.next()), number(parts.next()));
        let pixels = parts
            .next()
            .and_then(|rest| rest.strip_prefix(b"255\n"))
            .unwrap();
        assert_eq!(pixels.len(), width * height);
        Self {
            width,
            height,
            pixels: pixels.to_vec(),
        }
    }

    /// The picture in the middle of a white one of another size; shrunk by whole steps if it is larger.
    pub fn within(&self, width: usize, height: usize) -> Self {
        let step = self
            .width
            .div_ceil(width)
            .max(self.height.div_ceil(height))
            .max(1);
        let (across, down) = (self.width / step, self.height / step);
        let mut pixels = vec![255; width * height];
        for y in 0..down {
            for x in 0..across {
                let at = ((height - down) / 2 + y) * width + (width - across) / 2 + x;
                pixels[at] = self.mean(x * step, y * step, step);
            }
        }
        Self {
            width,
            height,
            pixels,
        }
    }

    fn mean(&self, left: usize, top: usize, size: usize) -> u8 {
        let rows = (top..top + size).map(|y| &self.pixels[y * self.width + left..][..size]);
        let sum: usize = rows.flatten().map(|&pixel| usize::from(pixel)).sum();
        (sum / (size * size)) as u8
    }
}

fn number(word: Option<&[u8]>) -> usize {
    std::str::from_utf8(word.unwrap()).unwrap().parse().unwrap()
}

/// Writes pictures as an endless film for the camera (YUV4MPEG2, 640 × 480, ten pictures a second), each picture
/// shown for `times` of them.
pub fn film(file: &Path, pictures: &[Grey], times: usize) {
    let (width, height) = (640, 480);
    let mut out = BufWriter::new(File::create(file).unwrap());
    writeln!(out, "YUV4MPEG2 W{width} H{height} F10:1 Ip A1:1 C420jpeg").unwrap();
    let no_colour = vec![128; width * height / 2];
    for picture in pictures {
        // Video keeps black at 16 and white at 235.
        let light: Vec<u8> = picture
            .within(width, height)
            .pixels
            .iter()
            .map(|&pixel| (16 + u16::from(pixel) * 219 / 255) as u8)
            .collect();
        for _ in 0..times {
            out.write_all(b"FRAME\n").unwrap();
            out.write_all(&light).unwrap();
            out.write_all(&no_colour).unwrap();
        }
    }
    out.flush().unwrap();
}
