//! A code on a sheet that is bent, as one that was rolled up or lies over a hand: put straight.

use rxing::Point;
use rxing::qrcode::cpp_port::detector::FinderPatternSet;

/// How far the middle of a symbol may stand out from between its edges, in parts of its side, to either side. A clear
/// picture is read as it is up to some four hundredths; what is between these is near enough to one of them.
const BENDS: [f32; 4] = [0.04, -0.04, 0.075, -0.075];
/// Side of what is cut out, in sides of the symbol.
const ROOM: f32 = 1.8;
/// Largest side of what is cut out, in pixels.
const MAX_ROOM: f32 = 2048.0;

/// A picture of what lies around three corners: its side, and its pixels.
pub(super) struct Straight {
    pub(super) side: usize,
    pub(super) grey: Vec<u8>,
}

/// What lies around three corners, as if it had been bent so and so: along either of its edges, by little and by much.
pub(super) fn straightened<'a>(
    grey: &'a [u8],
    w: usize,
    corners: &FinderPatternSet,
) -> impl Iterator<Item = Straight> + use<'a> {
    let (tl, tr, bl) = (corners.tl.p, corners.tr.p, corners.bl.p);
    let (across, down) = (Edge::of(tl, tr), Edge::of(tl, bl));
    let side = f32::midpoint(across.length, down.length);
    let middle = (f32::midpoint(tr.x, bl.x), f32::midpoint(tr.y, bl.y));
    BENDS.into_iter().flat_map(move |bend| {
        [(across, down), (down, across)]
            .into_iter()
            .filter_map(move |(along, away)| straight(grey, w, middle, side, (along, away), bend))
    })
}

/// From one corner to another.
#[derive(Clone, Copy)]
struct Edge {
    length: f32,
    x: f32,
    y: f32,
}

impl Edge {
    fn of(from: Point, to: Point) -> Self {
        let (x, y) = (to.x - from.x, to.y - from.y);
        let length = x.hypot(y);
        let (x, y) = (x / length, y / length);
        Self { length, x, y }
    }
}

/// Moves every pixel away from one edge by the square of how far it lies along the other.
fn straight(
    grey: &[u8],
    w: usize,
    (x0, y0): (f32, f32),
    side: f32,
    (along, away): (Edge, Edge),
    bend: f32,
) -> Option<Straight> {
    let room = (ROOM * side).min(MAX_ROOM);
    // Also where the corners lie in one place.
    if room < 21.0 {
        return None;
    }
    let (n, h) = (room as usize, grey.len() / w);
    let mut out = Vec::with_capacity(n * n);
    for row in 0..n {
        let y = row as f32 - room / 2.0;
        for column in 0..n {
            let x = column as f32 - room / 2.0;
            let part = (x * along.x + y * along.y) / side;
            let moved = 4.0 * bend * side * part * part;
            // What is below zero, or no number, is zero as an index.
            let from_x = ((x0 + x + moved * away.x) as usize).min(w - 1);
            let from_y = ((y0 + y + moved * away.y) as usize).min(h - 1);
            out.push(grey[from_y * w + from_x]);
        }
    }
    Some(Straight { side: n, grey: out })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_smaller_than_any_symbol_is_not_cut_out() {
        let edge = Edge::of(Point::new(0.0, 0.0), Point::new(1.0, 0.0));
        let side_of = |side: f32| {
            let straight = straight(&[0; 900], 30, (15.0, 15.0), side, (edge, edge), 0.04);
            straight.map(|straight| straight.side)
        };
        assert_eq!(side_of(21.0 / ROOM), Some(21));
        // 20 pixels; and corners that lie in one place.
        assert_eq!(side_of(11.5), None);
        assert_eq!(side_of(0.0), None);
    }
}
