//! Grey pictures for tests: drawn codes, what a camera does to them, and the files a browser takes.
#![allow(dead_code, reason = "each test binary uses its own part")]

use stepnote::carrier::qr::{QUIET, Symbol};

/// A grey picture, row by row, 0 black.
#[derive(Clone)]
pub struct Grey {
    pub w: usize,
    pub h: usize,
    pub px: Vec<u8>,
}

impl Grey {
    pub fn blank(w: usize, h: usize, shade: u8) -> Self {
        Self {
            w,
            h,
            px: vec![shade; w * h],
        }
    }

    /// A symbol with its quiet zone, `scale` pixels a module.
    pub fn of_symbol(symbol: &Symbol, scale: usize) -> Self {
        let side = symbol.side() * scale;
        let mut out = Self::blank(side, side, 255);
        let rows = out.px.chunks_mut(side).enumerate();
        for (y, row) in rows.skip(QUIET * scale).take(symbol.size * scale) {
            let modules = &symbol.dark[(y / scale - QUIET) * symbol.size..][..symbol.size];
            for (x, _) in modules.iter().enumerate().filter(|(_, dark)| **dark) {
                row[(x + QUIET) * scale..][..scale].fill(0);
            }
        }
        out
    }

    /// A binary PBM (P4, as segno writes it), `scale` pixels a module.
    pub fn of_pbm(bytes: &[u8], scale: usize) -> Self {
        let mut at = 0;
        let mut line = || {
            let start = at;
            at += bytes[at..]
                .iter()
                .position(|&b| b == b'\n')
                .expect("a header line")
                + 1;
            std::str::from_utf8(&bytes[start..at - 1]).expect("an ASCII header")
        };
        assert_eq!(line(), "P4");
        let sides = loop {
            let text = line();
            if !text.starts_with('#') {
                break text;
            }
        };
        let (w, h) = sides.split_once(' ').expect("two sides");
        let (w, h): (usize, usize) = (w.parse().expect("width"), h.parse().expect("height"));
        let rows = &bytes[at..];
        let mut out = Self::blank(w * scale, h * scale, 255);
        for y in 0..h * scale {
            for x in 0..w * scale {
                let (mx, my) = (x / scale, y / scale);
                if rows[my * w.div_ceil(8) + mx / 8] << (mx % 8) & 0x80 != 0 {
                    out.px[y * w * scale + x] = 0;
                }
            }
        }
        out
    }

    /// The pictures side by side on white, `gap` pixels between and around them.
    pub fn row_of(pictures: &[Self], gap: usize) -> Self {
        let w = pictures.iter().map(|p| p.w + gap).sum::<usize>() + gap;
        let h = pictures.iter().map(|p| p.h).max().unwrap_or(0) + 2 * gap;
        let mut out = Self::blank(w, h, 255);
        let mut x = gap;
        for picture in pictures {
            out.paste(picture, x, gap);
            x += picture.w + gap;
        }
        out
    }

    /// In the middle of a larger sheet of one shade.
    pub fn on_sheet(&self, w: usize, h: usize, shade: u8) -> Self {
        let mut out = Self::blank(w, h, shade);
        out.paste(self, (w - self.w) / 2, (h - self.h) / 2);
        out
    }

    pub fn paste(&mut self, other: &Self, x: usize, y: usize) {
        for (i, row) in other.px.chunks_exact(other.w).enumerate() {
            self.px[(y + i) * self.w + x..][..other.w].copy_from_slice(row);
        }
    }

    /// The picture a camera takes that is turned by `degrees` and leans back so that the far edge is
    /// `lean` (0.1 = a tenth) shorter than the near one.
    pub fn held(&self, degrees: f32, lean: f32) -> Self {
        let (sin, cos) = degrees.to_radians().sin_cos();
        let (mx, my) = (self.w as f32 / 2.0, self.h as f32 / 2.0);
        let sample = |x: f32, y: f32| {
            let (dx, dy) = (x - mx, y - my);
            let depth = 1.0 + lean * dy / self.h as f32;
            let (dx, dy) = (dx * depth, dy * depth);
            self.at(mx + dx * cos - dy * sin, my + dx * sin + dy * cos)
        };
        let mut out = self.clone();
        for y in 0..self.h {
            for x in 0..self.w {
                let (fx, fy) = (x as f32, y as f32);
                let sum: f32 = [(0.25, 0.25), (0.75, 0.25), (0.25, 0.75), (0.75, 0.75)]
                    .into_iter()
                    .map(|(sx, sy)| sample(fx + sx, fy + sy))
                    .sum();
                out.px[y * self.w + x] = (sum / 4.0) as u8;
            }
        }
        out
    }

    /// On a sheet that is bent: its middle stands out by `sag` (0.05 = a twentieth of its width) from between its sides.
    pub fn bent(&self, sag: f32) -> Self {
        let mut out = self.clone();
        for x in 0..self.w {
            let part = (x as f32 + 0.5) / self.w as f32 - 0.5;
            let away = 4.0 * sag * self.w as f32 * part * part;
            for y in 0..self.h {
                out.px[y * self.w + x] = self.at(x as f32 + 0.5, y as f32 + 0.5 - away) as u8;
            }
        }
        out
    }

    /// On a sheet that was folded across and lies open: on either side of the fold it rises by `rise` (0.2 = a
    /// fifth of the way; less than 0: it sinks), so that light falls on one side and less on the other, and the fold
    /// is a worn line.
    pub fn folded(&self, rise: f32) -> Self {
        let (mx, my) = (self.w as f32 / 2.0, self.h as f32 / 2.0);
        let across = (1.0 - rise * rise).sqrt();
        let mut out = self.clone();
        for x in 0..self.w {
            let away = (x as f32 + 0.5 - mx) / across;
            // What rises is nearer to the eye, and larger.
            let depth = 1.0 - rise * away.abs() / self.w as f32;
            let light = 1.0 - rise * if away < 0.0 { 0.2 } else { 1.6 };
            for y in 0..self.h {
                let down = (y as f32 + 0.5 - my) * depth;
                let seen = self.at(mx + away * depth, my + down) * light;
                out.px[y * self.w + x] = if away.abs() < 1.5 { 190 } else { seen as u8 };
            }
        }
        out
    }

    /// Bilinear; outside is the nearest edge.
    fn at(&self, x: f32, y: f32) -> f32 {
        let (x, y) = (x - 0.5, y - 0.5);
        let px = |dx: f32, dy: f32| {
            let x = ((x.floor() + dx).max(0.0) as usize).min(self.w - 1);
            let y = ((y.floor() + dy).max(0.0) as usize).min(self.h - 1);
            f32::from(self.px[y * self.w + x])
        };
        let (fx, fy) = (x - x.floor(), y - y.floor());
        let above = px(0.0, 0.0) * (1.0 - fx) + px(1.0, 0.0) * fx;
        let below = px(0.0, 1.0) * (1.0 - fx) + px(1.0, 1.0) * fx;
        above * (1.0 - fy) + below * fy
    }

    /// Out of focus: a Gaussian of `sigma` pixels.
    pub fn blurred(&self, sigma: f32) -> Self {
        let reach = (3.0 * sigma).ceil() as usize;
        let weights: Vec<f32> = (0..=2 * reach)
            .map(|i| (-(i as f32 - reach as f32).powi(2) / (2.0 * sigma * sigma)).exp())
            .collect();
        let all: f32 = weights.iter().sum();
        let pass = |from: &Self| {
            let mut out = Self::blank(from.h, from.w, 0);
            for y in 0..from.h {
                for x in 0..from.w {
                    let sum: f32 = weights
                        .iter()
                        .enumerate()
                        .map(|(i, weight)| {
                            let near = (x + i).saturating_sub(reach).min(from.w - 1);
                            weight * f32::from(from.px[y * from.w + near])
                        })
                        .sum();
                    out.px[x * from.h + y] = (sum / all).round() as u8;
                }
            }
            out
        };
        pass(&pass(self))
    }

    /// A sensor's noise, uniform in ±`amplitude`, the same for the same seed.
    pub fn noisy(&self, amplitude: u8, seed: u64) -> Self {
        let mut state = seed;
        let mut out = self.clone();
        for px in &mut out.px {
            let range = 2 * u64::from(amplitude) + 1;
            let noise = (random(&mut state) % range) as i16 - i16::from(amplitude);
            *px = (i16::from(*px) + noise).clamp(0, 255) as u8;
        }
        out
    }

    /// A dim screen: black becomes `low`, white `high`.
    pub fn dimmed(&self, low: u8, high: u8) -> Self {
        let mut out = self.clone();
        for px in &mut out.px {
            *px = low + (u16::from(*px) * u16::from(high - low) / 255) as u8;
        }
        out
    }

    pub fn to_pgm(&self) -> Vec<u8> {
        let mut out = format!("P5\n{} {}\n255\n", self.w, self.h).into_bytes();
        out.extend_from_slice(&self.px);
        out
    }

    /// An 8-bit greyscale PNG.
    pub fn to_png(&self) -> Vec<u8> {
        let mut raw = Vec::with_capacity((self.w + 1) * self.h);
        for row in self.px.chunks_exact(self.w) {
            raw.push(0);
            raw.extend_from_slice(row);
        }
        let mut head = Vec::from((self.w as u32).to_be_bytes());
        head.extend_from_slice(&(self.h as u32).to_be_bytes());
        head.extend_from_slice(&[8, 0, 0, 0, 0]);
        let mut out = b"\x89PNG\r\n\x1a\n".to_vec();
        let packed = miniz_oxide::deflate::compress_to_vec_zlib(&raw, 6);
        for (kind, data) in [(b"IHDR", &head), (b"IDAT", &packed), (b"IEND", &Vec::new())] {
            let part = [kind.as_slice(), data].concat();
            out.extend_from_slice(&(data.len() as u32).to_be_bytes());
            out.extend_from_slice(&part);
            out.extend_from_slice(&crc32fast::hash(&part).to_be_bytes());
        }
        out
    }
}

/// A film of pictures of one even size, as Chromium's fake camera takes it (it loops).
pub fn y4m(pictures: &[Grey], per_second: u32) -> Vec<u8> {
    let (w, h) = (pictures[0].w, pictures[0].h);
    assert!(w % 2 == 0 && h % 2 == 0, "4:2:0 has even sides");
    let mut out = format!("YUV4MPEG2 W{w} H{h} F{per_second}:1 Ip A1:1 C420jpeg\n").into_bytes();
    for picture in pictures {
        assert_eq!((picture.w, picture.h), (w, h), "one size");
        out.extend_from_slice(b"FRAME\n");
        out.extend_from_slice(&picture.px);
        out.resize(out.len() + w * h / 2, 128);
    }
    out
}

/// SplitMix64: the same numbers on every machine.
pub fn random(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}
