//! What was written since a record was put down whole: the one piece that differs.
//!
//! Whoever types changes a few characters of a record that may be hundreds of kilobytes long. They go into the
//! index, which every save writes anyway, and the record stays as it lies: a save costs what has changed, and is
//! still one write that counts or does not.

use serde_json::{Value, json};
use zeroize::Zeroizing;

use crate::envelope::{b64, unb64};

/// The longest piece, in bytes; where more differs, the record is put down whole. It stands in the index with those
/// of the other children, and everything in there is written at every save.
const MOST: usize = 1024;
/// Below so many bytes a record is put down whole: it costs no more.
const SHORT: usize = 8 * MOST;

/// What differs between a record that lies on a shelf and what was saved last.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Since {
    /// Which save this is.
    pub revision: u64,
    /// The revision of the record that lies there.
    pub of: u64,
    /// How many bytes of that stay, at its beginning and at its end.
    pub stays: [usize; 2],
    /// What stands between them.
    pub put: Zeroizing<Vec<u8>>,
}

impl Since {
    /// What makes `now` of `base`; `None` where that is to be put down whole.
    pub(super) fn between((of, base): (u64, &[u8]), (revision, now): (u64, &[u8])) -> Option<Self> {
        if now.len() < SHORT {
            return None;
        }
        let same = |(a, b): &(&u8, &u8)| a == b;
        // Nearly all is, and eight bytes are compared as soon as one.
        let eight =
            |(a, b): &(&[u8; 8], &[u8; 8])| u64::from_ne_bytes(**a) == u64::from_ne_bytes(**b);
        let eights = base.as_chunks().0.iter().zip(now.as_chunks().0);
        let head = 8 * eights.take_while(eight).count();
        let rest = base[head..].iter().zip(&now[head..]);
        let head = head + rest.take_while(same).count();
        let (base, now) = (&base[head..], &now[head..]);
        let eights = base.as_rchunks().1.iter().rev();
        let eights = eights.zip(now.as_rchunks().1.iter().rev());
        let tail = 8 * eights.take_while(eight).count();
        let rest = base[..base.len() - tail].iter().rev();
        let rest = rest.zip(now[..now.len() - tail].iter().rev());
        let tail = tail + rest.take_while(same).count();
        let put = &now[..now.len() - tail];
        (put.len() <= MOST).then(|| Self {
            revision,
            of,
            stays: [head, tail],
            put: Zeroizing::new(put.to_vec()),
        })
    }

    /// The record as it was saved last, from the one that lies there; `None`: they do not belong together.
    pub(super) fn over(&self, base: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        let [head, tail] = self.stays;
        let (head, rest) = base.split_at_checked(head)?;
        let (_, tail) = rest.split_at_checked(rest.len().checked_sub(tail)?)?;
        Some(Zeroizing::new([head, &self.put[..], tail].concat()))
    }

    pub(super) fn write(&self) -> Value {
        let [head, tail] = self.stays;
        json!({"rev": self.revision, "of": self.of, "head": head, "tail": tail, "put": b64(&self.put)})
    }

    pub(super) fn read(since: &Value) -> Option<Self> {
        let number = |name| since.get(name)?.as_u64();
        let stays = |name| number(name)?.try_into().ok();
        Some(Self {
            revision: number("rev")?,
            of: number("of")?,
            stays: [stays("head")?, stays("tail")?],
            put: Zeroizing::new(unb64(since.get("put")?.as_str()?)?),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A record of letters of which many are alike, so that beginnings and ends overlap.
    fn text() -> impl Strategy<Value = Vec<u8>> {
        proptest::collection::vec(prop_oneof![9 => Just(b'a'), 1 => Just(b'b')], 0..40)
    }

    proptest! {
        #[test]
        fn what_differs_makes_the_one_record_of_the_other(base in text(), now in text(), room in 0..2 * MOST) {
            let long = vec![b'a'; SHORT];
            let (base, now) = ([&long[..], &base, &long].concat(), [&long[..], &now, &vec![b'b'; room], &long].concat());
            let since = Since::between((6, &base), (7, &now));
            if let Some(since) = since {
                prop_assert_eq!(&since.over(&base).unwrap()[..], &now[..]);
                prop_assert_eq!(Since::read(&since.write()), Some(since));
            } else {
                prop_assert!(room > MOST - 80);
            }
        }
    }

    #[test]
    fn what_is_short_or_differs_much_is_put_down_whole() {
        let (base, short) = (vec![b'a'; SHORT], vec![b'a'; SHORT - 1]);
        let differs = |by: usize| [&base[..], &vec![b'b'; by]].concat();
        let whole = |now: &[u8]| Since::between((6, &base), (7, now)).is_none();
        assert!(whole(&short));
        assert!(!whole(&base));
        assert!(!whole(&differs(MOST)));
        assert!(whole(&differs(MOST + 1)));
    }

    #[test]
    fn a_record_that_it_does_not_belong_to_is_refused() {
        let of = |stays| Since {
            revision: 7,
            of: 6,
            stays,
            put: Zeroizing::new(b"new".to_vec()),
        };
        assert_eq!(of([2, 1]).over(b"abc").unwrap().as_slice(), b"abnewc");
        for stays in [[4, 0], [0, 4], [2, 2], [usize::MAX, 1], [1, usize::MAX]] {
            assert_eq!(of(stays).over(b"abc"), None, "{stays:?}");
        }
    }
}
