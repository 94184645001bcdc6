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
