//! A passphrase for whoever would rather be given one: words that can be said aloud and typed on any
//! keyboard, in rōmaji.

use zeroize::Zeroizing;

use crate::envelope::{NoRandom, draw};

/// As many as six bits tell apart.
const SYLLABLES: [&str; 64] = [
    "ka", "ki", "ku", "ke", "ko", "sa", "shi", "su", "se", "so", "ta", "chi", "tsu", "te", "to",
    "na", "ni", "nu", "ne", "no", "ha", "hi", "fu", "he", "ho", "ma", "mi", "mu", "me", "mo", "ya",
    "yu", "yo", "ra", "ri", "ru", "re", "ro", "wa", "ga", "gi", "gu", "ge", "go", "za", "ji", "zu",
    "ze", "zo", "da", "de", "do", "ba", "bi", "bu", "be", "bo", "pa", "pi", "pu", "pe", "po",
    "kyo", "sho",
];
/// Words of three syllables: 54 bits, behind Argon2id.
const WORDS: usize = 3;

/// A fresh passphrase, every one equally likely: `kamoshi-rutene-hoyaku`.
pub fn make_passphrase(random: &mut dyn FnMut(&mut [u8])) -> Result<Zeroizing<String>, NoRandom> {
    let bytes = draw::<{ WORDS * 3 }>(random)?;
    let mut phrase = Zeroizing::new(String::with_capacity(40));
    for (at, byte) in bytes.iter().enumerate() {
        if at > 0 && at % 3 == 0 {
            phrase.push('-');
        }
        phrase.push_str(SYLLABLES[usize::from(byte % 64)]);
    }
    Ok(phrase)
}

/// What can be said of a passphrase that somebody chose: a word of advice, and no rule but the length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strength {
    /// Shorter than [`SHORTEST`].
    Short,
    /// So even that others hit upon it: digits only, or few different characters.
    Plain,
    /// Long enough.
    Fair,
    /// Long.
    Long,
}

/// The fewest characters of a passphrase: what NIST SP 800-63B asks of a secret people choose.
pub const SHORTEST: usize = 8;
/// From this many characters on it is long: three short words.
const LONG: usize = 14;
/// With fewer different characters it is one that repeats itself.
const VARIED: usize = 5;

/// What can be said of a passphrase; nothing of none.
pub fn strength(phrase: &str) -> Option<Strength> {
    let (mut length, mut varied, mut digits) = (0, 0, true);
    for (at, letter) in phrase.char_indices() {
        length += 1;
        varied += usize::from(!phrase[..at].contains(letter));
        digits &= matches!(letter, '0'..='9' | '０'..='９');
    }
    if length == 0 {
        None
    } else if length < SHORTEST {
        Some(Strength::Short)
    } else if varied < VARIED || (digits && length < LONG) {
        Some(Strength::Plain)
    } else if length < LONG {
        Some(Strength::Fair)
    } else {
        Some(Strength::Long)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_syllable_comes_twice_so_that_each_is_as_likely() {
        let all: BTreeSet<&str> = SYLLABLES.into_iter().collect();
        assert_eq!(all.len(), 64);
    }

    #[test]
    fn a_word_is_said_on_how_long_and_how_even_a_passphrase_is() {
        for (phrase, said) in [
            ("ひなたぼっこ", Strength::Short),
            ("aaaaaaaaaaaaaaaa", Strength::Plain),
            ("20190412", Strength::Plain),
            ("２０１９０４１２", Strength::Plain),
            ("himawari", Strength::Fair),
            ("ひまわりとあおいそら", Strength::Fair),
            ("himawari to densha", Strength::Long),
            ("31415926535897", Strength::Long),
        ] {
            assert_eq!(strength(phrase), Some(said), "{phrase}");
        }
        assert_eq!(strength(""), None, "nothing is said of a blank field");
    }

    #[test]
    fn a_passphrase_that_is_given_is_a_long_one() {
        let given = make_passphrase(&mut |buffer| {
            for (at, byte) in buffer.iter_mut().enumerate() {
                *byte = at as u8;
            }
        });
        assert_eq!(
            strength(&given.expect("random bytes")),
            Some(Strength::Long)
        );
    }

    #[test]
    fn a_passphrase_is_three_words_of_plain_letters() {
        let mut next = 0_u8;
        let phrase = make_passphrase(&mut |bytes| {
            for byte in bytes {
                next = next.wrapping_mul(5).wrapping_add(7);
                *byte = next;
            }
        });
        let phrase = phrase.unwrap();
        let words: Vec<&str> = phrase.split('-').collect();
        assert_eq!(words.len(), 3);
        assert!(words.iter().all(|word| word.len() >= 6));
        assert!(words.concat().bytes().all(|b| b.is_ascii_lowercase()));
    }
}
