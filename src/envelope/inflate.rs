//! Raw DEFLATE (RFC 1951) for the QR form, with a ceiling: a small code must not unpack into a
//! large memory.

use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress};
use zeroize::Zeroizing;

use super::error::OpenError;

/// The most that anything unpacks to, in bytes.
const CEILING: usize = 1 << 20;
/// The most that one packed byte may stand for. Records come out at 3 to 5.
const RATIO: usize = 60;
/// What even a few packed bytes may unpack to.
const FLOOR: usize = 4096;

fn limit(packed: usize) -> usize {
    packed.saturating_mul(RATIO).clamp(FLOOR, CEILING)
}

/// `plain` packed, unless [`unpack`] would refuse it or nothing is won.
pub(crate) fn pack(plain: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    if plain.len() > CEILING {
        return None;
    }
    let packed = Zeroizing::new(compress_to_vec(plain, 10));
    (plain.len() <= limit(packed.len()) && packed.len() < plain.len()).then_some(packed)
}

/// What `packed` was made from. Bytes after the end of the stream are refused.
pub(crate) fn unpack(packed: &[u8]) -> Result<Zeroizing<Vec<u8>>, OpenError> {
    let mut plain = Zeroizing::new(vec![0; limit(packed.len())]);
    let (status, read, written) = decompress(
        &mut DecompressorOxide::new(),
        packed,
        &mut plain,
        0,
        TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF,
    );
    match status {
        TINFLStatus::Done if read == packed.len() => {
            plain.truncate(written);
            Ok(plain)
        }
        TINFLStatus::HasMoreOutput => Err(OpenError::TooLong),
        _ => Err(OpenError::Altered),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use miniz_oxide::deflate::compress_to_vec_zlib;

    #[test]
    fn what_is_packed_unpacks() {
        for plain in [
            "{}".repeat(40).into_bytes(),
            include_bytes!("inflate.rs").to_vec(),
        ] {
            let packed = pack(&plain).unwrap();
            assert!(packed.len() < plain.len());
            assert_eq!(*unpack(&packed).unwrap(), plain);
        }
    }

    #[test]
    fn what_would_not_unpack_again_is_not_packed() {
        assert!(pack(&vec![b' '; 100_000]).is_none(), "more than 60 to 1");
        assert!(pack(b"{\"v\":1}").is_none(), "nothing to win");
    }

    #[test]
    fn a_bomb_stops_at_the_ceiling() {
        let bomb = compress_to_vec(&vec![0; 5_000_000], 9);
        assert!(bomb.len() < 7_000);
        assert_eq!(unpack(&bomb), Err(OpenError::TooLong));
    }

    #[test]
    fn trailing_bytes_a_zlib_header_and_a_cut_are_refused() {
        let plain = "大輔".repeat(200).into_bytes();
        let packed = pack(&plain).unwrap();
        assert_eq!(
            unpack(&[&packed[..], b"!"].concat()),
            Err(OpenError::Altered)
        );
        assert_eq!(
            unpack(&compress_to_vec_zlib(&plain, 9)),
            Err(OpenError::Altered)
        );
        for end in 0..packed.len() {
            assert_eq!(
                unpack(&packed[..end]),
                Err(OpenError::Altered),
                "cut at {end}"
            );
        }
    }
}
