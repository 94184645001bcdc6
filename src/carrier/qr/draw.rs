//! A frame as a QR symbol.

use std::fmt::Write;

use qrcode::bits::Bits;
use qrcode::types::{Color, QrResult};
use qrcode::{EcLevel, QrCode, Version};

use super::digits::frame_to_digits;
use super::split::{Density, Unfit};

/// Light modules that must surround a symbol on every side (ISO/IEC 18004, 6.3.8).
pub const QUIET: usize = 4;

/// The modules of one QR symbol.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Symbol {
    /// Modules on a side, without the quiet zone.
    pub size: usize,
    /// Row by row, `size * size`; `true` is dark.
    pub dark: Vec<bool>,
}

/// Draws `base_url`, `#` and the digits of a frame at the version of the density. The segments are
/// built by hand: the crate's automatic constructors turn what looks like Shift_JIS into Kanji mode
/// and corrupt it. [`Unfit::Density`] if it does not fit.
pub fn draw(base_url: &str, frame: &[u8], density: Density) -> Result<Symbol, Unfit> {
    let symbol = || -> QrResult<QrCode> {
        let mut bits = Bits::new(density.version());
        bits.push_byte_data(&[base_url.as_bytes(), b"#"].concat())?;
        bits.push_numeric_data(frame_to_digits(frame).as_bytes())?;
        bits.push_terminator(density.level())?;
        QrCode::with_bits(bits, density.level())
    };
    symbol().map(modules).map_err(|_| Unfit::Density)
}

/// Draws a message of another format, all in byte mode, in the smallest symbol of level M.
/// [`Unfit::Codes`] beyond the 2331 bytes of version 40.
pub fn draw_bytes(bytes: &[u8]) -> Result<Symbol, Unfit> {
    if bytes.is_empty() {
        return Err(Unfit::Empty);
    }
    let symbol = |version: i16| -> QrResult<QrCode> {
        let mut bits = Bits::new(Version::Normal(version));
        bits.push_byte_data(bytes)?;
        bits.push_terminator(EcLevel::M)?;
        QrCode::with_bits(bits, EcLevel::M)
    };
    let smallest = (1..=40).find_map(|version| symbol(version).ok());
    smallest.map(modules).ok_or(Unfit::Codes)
}

fn modules(code: QrCode) -> Symbol {
    let size = code.width();
    let dark = code.into_colors().into_iter().map(|c| c == Color::Dark);
    Symbol {
        size,
        dark: dark.collect(),
    }
}

impl Symbol {
    /// Modules on a side with the quiet zone: the side of the SVG's `viewBox`.
    pub fn side(&self) -> usize {
        self.size + 2 * QUIET
    }

    /// The dark modules as the `d` of one SVG `path`, in modules, the quiet zone included:
    /// `viewBox="0 0 side side"`. The white behind it is the page's to draw, and
    /// `shape-rendering="crispEdges"` keeps seams out between the rows.
    pub fn to_svg_path(&self) -> String {
        let mut path = String::new();
        for (y, row) in self.dark.chunks(self.size).enumerate() {
            let mut x = 0;
            for run in row.chunk_by(|a, b| a == b) {
                if run[0] {
                    let (left, top, width) = (x + QUIET, y + QUIET, run.len());
                    // Writing to a String does not fail.
                    let _ = write!(path, "M{left} {top}h{width}v1h-{width}z");
                }
                x += run.len();
            }
        }
        path
    }
}
