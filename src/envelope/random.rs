//! Random bytes come in from outside; this is the one place that takes them.

use zeroize::Zeroizing;

/// The random source answered with one byte over and over: it is broken, and nothing may be
/// sealed with what it gives. The person can restart the browser or use another device.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the random source gave no randomness")]
pub struct NoRandom;

/// `N` fresh bytes (at least 8, so that an honest source is never refused by chance).
pub(crate) fn draw<const N: usize>(
    random: &mut dyn FnMut(&mut [u8]),
) -> Result<Zeroizing<[u8; N]>, NoRandom> {
    const { assert!(N >= 8) };
    let mut bytes = Zeroizing::new([0; N]);
    random(&mut *bytes);
    if bytes.iter().all(|byte| *byte == bytes[0]) {
        return Err(NoRandom);
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_that_writes_nothing_is_refused() {
        assert_eq!(draw::<12>(&mut |_| ()), Err(NoRandom));
        assert_eq!(draw::<12>(&mut |bytes| bytes.fill(0xff)), Err(NoRandom));
    }
}
