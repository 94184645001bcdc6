//! A systematic Cauchy erasure code over GF(256): the K data fragments themselves, and for every
//! parity serial `n` in K..=255 the fragment `P_n = Σ_j D_j · (n ⊕ j)⁻¹`, byte by byte.
//!
//! Every square part of a Cauchy matrix is invertible, so **any K different frames** restore the
//! set, and elimination never meets a zero pivot. (Blömer et al., "An XOR-Based Erasure-Resilient
//! Coding Scheme", ICSI TR-95-048, §4.)

use super::field::{inverse, multiply};

/// `into += factor · from`; `factor` is not 0.
fn add_scaled(into: &mut [u8], from: &[u8], factor: u8) {
    for (to, &byte) in into.iter_mut().zip(from) {
        *to ^= multiply(factor, byte);
    }
}

/// The weight of data fragment `j` in parity frame `n`; `j < K ≤ n`, so never the inverse of 0.
pub(super) fn weight(n: u8, j: usize) -> u8 {
    inverse(n ^ j as u8)
}

/// Parity fragment `n` of the data fragments laid end to end, each `len` bytes.
pub(super) fn parity(data: &[u8], len: usize, n: u8) -> Vec<u8> {
    let mut sum = vec![0; len];
    for (j, fragment) in data.chunks_exact(len).enumerate() {
        add_scaled(&mut sum, fragment, weight(n, j));
    }
    sum
}

/// The K data fragments end to end, from at least K frames `(n, fragment)` of K different
/// numbers, each fragment `len` bytes. What hostile fragments restore to is for the set id to refuse.
pub(super) fn restore(k: usize, len: usize, held: &[(u8, Vec<u8>)]) -> Vec<u8> {
    let mut data = vec![0; k * len];
    let mut missing: Vec<usize> = (0..k).collect();
    for (n, fragment) in held.iter().filter(|(n, _)| usize::from(*n) < k) {
        let at = usize::from(*n);
        data[at * len..][..len].copy_from_slice(fragment);
        missing.retain(|&j| j != at);
    }
    // One equation for each missing fragment: its weights, and what the known fragments leave over.
    // Known fragments are added in, missing ones are still zero and add nothing.
    let mut rows: Vec<(Vec<u8>, Vec<u8>)> = held
        .iter()
        .filter(|(n, _)| usize::from(*n) >= k)
        .take(missing.len())
        .map(|(n, fragment)| {
            let mut rest = parity(&data, len, *n);
            add_scaled(&mut rest, fragment, 1);
            (missing.iter().map(|&j| weight(*n, j)).collect(), rest)
        })
        .collect();
    for at in 0..rows.len() {
        let (weights, rest) = rows[at].clone();
        let scale = inverse(weights[at]);
        for (i, row) in rows.iter_mut().enumerate() {
            // Gauss-Jordan: the pivot row is scaled to 1, every other row loses this column.
            let factor = if i == at {
                scale ^ 1
            } else {
                multiply(row.0[at], scale)
            };
            add_scaled(&mut row.0, &weights, factor);
            add_scaled(&mut row.1, &rest, factor);
        }
    }
    for (j, (_, fragment)) in missing.into_iter().zip(rows) {
        data[j * len..][..len].copy_from_slice(&fragment);
    }
    data
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worked_example_of_the_format_text_holds() {
        let data = [0x01, 0x02, 0x10, 0x20];
        let weights: Vec<u8> = (0..2).map(|j| weight(2, j)).collect();
        assert_eq!(weights, [0x8E, 0xF4]);
        let p2 = parity(&data, 2, 2);
        let p3 = parity(&data, 2, 3);
        assert_eq!((&*p2, &*p3), (&[0x75, 0xEA][..], &[0xFC, 0xE5][..]));
        assert_eq!(restore(2, 2, &[(2, p2), (3, p3)]), data);
    }
}
