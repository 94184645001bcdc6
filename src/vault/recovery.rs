//! The recovery code: always made, never chosen, kept on paper. And the key from a passkey.

use core::fmt;

use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::answer::narrow;
use crate::envelope::{Key, NoRandom, draw};

use super::kdf::{Kek, SALT};

/// Groups of a code.
const GROUPS: usize = 8;
/// Digits of a group, its check digit included.
const GROUP: usize = 6;
/// Digits of a code. 40 of them are random: 132.9 bit.
const DIGITS: usize = GROUPS * GROUP;
/// With a hyphen between the groups.
const WRITTEN: usize = DIGITS + GROUPS - 1;
/// What is read of a pasted text before giving up, in characters.
const PASTED: usize = 1000;

/// A recovery code, `dddddd-dddddd-dddddd-dddddd-dddddd-dddddd-dddddd-dddddd`: eight groups of five
/// random digits and a check digit (ISO 7064 MOD 11,10 over the group's number and its digits), so
/// that a mistyped or misplaced group is found by itself.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoveryCode(Zeroizing<[u8; WRITTEN]>);

/// Why a typed text is not a recovery code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RecoveryError {
    /// Nothing was typed.
    #[error("no digits")]
    Empty,
    /// Too few or too many digits.
    #[error("{got} digits instead of 48")]
    Length {
        /// How many digits there are.
        got: usize,
    },
    /// Something that is no digit stands where a digit is missing (`O` for 0, `l` for 1).
    #[error("characters that are not digits")]
    Characters,
    /// A digit of this group is wrong, or two are swapped.
    #[error("group {group} does not fit")]
    Group {
        /// The first group that does not fit, counted from 1.
        group: usize,
    },
}

impl RecoveryCode {
    /// A fresh code, every one equally likely.
    pub fn make(random: &mut dyn FnMut(&mut [u8])) -> Result<Self, NoRandom> {
        let mut digits = Zeroizing::new([0; DIGITS]);
        let mut have = 0;
        // A byte below 250 is a fair digit.
        for _ in 0..8 {
            for byte in draw::<64>(random)?.iter().filter(|byte| **byte < 250) {
                if have % GROUP == GROUP - 1 {
                    have += 1;
                }
                if have < DIGITS {
                    digits[have] = byte % 10;
                    have += 1;
                }
            }
            if have >= DIGITS - 1 {
                for (number, group) in digits.chunks_mut(GROUP).enumerate() {
                    group[GROUP - 1] = check_digit(number, &group[..GROUP - 1]);
                }
                return Ok(Self::write(&digits));
            }
        }
        Err(NoRandom)
    }

    /// The code in what a person typed, pasted or scanned: full-width digits, any dashes, spaces,
    /// 長音 or words around it are welcome, as long as exactly the code's digits are there.
    pub fn parse(typed: &str) -> Result<Self, RecoveryError> {
        let mut digits = Zeroizing::new([0; DIGITS]);
        let (mut got, mut strange) = (0, false);
        let typed: Zeroizing<String> = Zeroizing::new(typed.chars().take(PASTED).collect());
        for character in Zeroizing::new(narrow(&typed)).chars() {
            if let Some(digit) = character.to_digit(10) {
                if let Some(place) = digits.get_mut(got) {
                    *place = digit as u8;
                }
                got += 1;
            } else if character.is_alphanumeric() && character != 'ー' {
                strange = true;
            }
        }
        match got {
            DIGITS => {
                for (number, group) in digits.chunks(GROUP).enumerate() {
                    if group[GROUP - 1] != check_digit(number, &group[..GROUP - 1]) {
                        let group = number + 1;
                        return Err(RecoveryError::Group { group });
                    }
                }
                Ok(Self::write(&digits))
            }
            _ if strange => Err(RecoveryError::Characters),
            0 => Err(RecoveryError::Empty),
            _ => Err(RecoveryError::Length { got }),
        }
    }

    /// The 55 ASCII characters.
    pub fn as_str(&self) -> &str {
        core::str::from_utf8(&*self.0).unwrap_or_default()
    }

    /// The groups, as they are printed.
    pub fn groups(&self) -> impl Iterator<Item = &str> {
        self.as_str().split('-')
    }

    /// The key of a slot. Fast: there is nothing to guess.
    pub fn kek(&self, salt: &[u8; SALT]) -> Kek {
        stretch(&*self.0, salt, "recovery")
    }

    fn write(digits: &[u8; DIGITS]) -> Self {
        let mut written = Zeroizing::new([b'-'; WRITTEN]);
        for (place, digit) in digits.iter().enumerate() {
            written[place + place / GROUP] = b'0' + digit;
        }
        Self(written)
    }
}

/// The key of a slot from what a passkey's PRF made of its salt.
pub fn passkey_kek(prf: &[u8; 32], salt: &[u8; SALT]) -> Kek {
    stretch(prf, salt, "passkey")
}

fn stretch(secret: &[u8], salt: &[u8], info: &str) -> Kek {
    Key::filled(|key| {
        Hkdf::<Sha256>::new(Some(salt), secret)
            .expand(info.as_bytes(), key)
            .expect("32 bytes are within HKDF's limit");
    })
}

/// ISO 7064 MOD 11,10 over the number of a group, counted from 1, and its digits.
fn check_digit(number: usize, digits: &[u8]) -> u8 {
    let step = |product: u32, digit: u32| match (product + digit) % 10 {
        0 => 10 * 2 % 11,
        sum => sum * 2 % 11,
    };
    let digits = digits.iter().map(|digit| u32::from(*digit));
    let product = digits.fold(step(10, number as u32 + 1), step);
    ((11 - product) % 10) as u8
}

impl fmt::Debug for RecoveryCode {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("RecoveryCode(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Bytes that are different every call and the same every run.
    fn counting(seed: u64) -> impl FnMut(&mut [u8]) {
        let mut state = seed;
        move |bytes| {
            for byte in bytes {
                state = state
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1);
                *byte = (state >> 56) as u8;
            }
        }
    }

    fn samples() -> impl Iterator<Item = RecoveryCode> {
        let mut random = counting(3);
        (0..50).map(move |_| RecoveryCode::make(&mut random).unwrap())
    }

    #[test]
    fn the_check_digit_is_that_of_the_standard() {
        // ISO/IEC 7064's own example: 0794 is written 07945.
        let step = |product: u32, digit: u32| match (product + digit) % 10 {
            0 => 20 % 11,
            sum => sum * 2 % 11,
        };
        assert_eq!((11 - [0, 7, 9, 4].into_iter().fold(10, step)) % 10, 5);
        // FORMAT.md's example: group 1 of 12345 is the check digit of 112345.
        assert_eq!(check_digit(0, &[1, 2, 3, 4, 5]), 7);
    }

    #[test]
    fn a_code_reads_back_as_it_is_written_and_however_it_is_typed() {
        for code in samples() {
            assert_eq!(code.as_str().len(), WRITTEN);
            assert_eq!(RecoveryCode::parse(code.as_str()).as_ref(), Ok(&code));
            let plain: String = code.groups().collect();
            assert_eq!(RecoveryCode::parse(&plain).as_ref(), Ok(&code));
            let wide: String = plain
                .chars()
                .filter_map(|c| char::from_u32(c as u32 - 0x30 + 0xff10))
                .collect();
            let typed = format!("復旧コード：{wide}\r\n");
            assert_eq!(RecoveryCode::parse(&typed).as_ref(), Ok(&code));
        }
    }

    #[test]
    fn every_wrong_digit_is_found_in_its_group() {
        for code in samples() {
            for place in 0..DIGITS {
                let written = place + place / GROUP;
                for digit in '0'..='9' {
                    let mut typed: Vec<char> = code.as_str().chars().collect();
                    if typed[written] == digit {
                        continue;
                    }
                    typed[written] = digit;
                    let typed: String = typed.iter().collect();
                    let group = place / GROUP + 1;
                    assert_eq!(
                        RecoveryCode::parse(&typed),
                        Err(RecoveryError::Group { group }),
                        "{typed}"
                    );
                }
            }
        }
    }

    #[test]
    fn of_thirty_swaps_at_least_twenty_nine_are_found() {
        let (mut swapped, mut missed) = (0, 0);
        for code in samples() {
            let digits: Vec<char> = code.groups().flat_map(str::chars).collect();
            for place in 0..DIGITS - 1 {
                let mut typed = digits.clone();
                typed.swap(place, place + 1);
                if typed != digits {
                    swapped += 1;
                    let typed: String = typed.iter().collect();
                    missed += u32::from(RecoveryCode::parse(&typed).is_ok());
                }
            }
        }
        assert!(
            swapped > 2000 && missed * 33 < swapped,
            "{missed} of {swapped}"
        );
    }

    #[test]
    fn what_is_wrong_with_a_typed_code_is_said() {
        assert_eq!(RecoveryCode::parse("　"), Err(RecoveryError::Empty));
        assert_eq!(
            RecoveryCode::parse("123456"),
            Err(RecoveryError::Length { got: 6 })
        );
        assert_eq!(
            RecoveryCode::parse("l23456-O"),
            Err(RecoveryError::Characters)
        );
        assert_eq!(
            RecoveryCode::parse(&"1".repeat(100_000)),
            Err(RecoveryError::Length { got: 1000 })
        );
    }

    #[test]
    fn a_broken_random_source_makes_no_code() {
        assert_eq!(RecoveryCode::make(&mut |_| ()), Err(NoRandom));
    }

    #[test]
    fn codes_and_salts_make_different_keys_and_none_is_shown() {
        let mut keys: Vec<Kek> = Vec::new();
        for code in samples().take(5) {
            for salt in [[1; SALT], [2; SALT]] {
                keys.push(code.kek(&salt));
                assert_eq!(format!("{code:?}"), "RecoveryCode(…)");
            }
        }
        keys.push(passkey_kek(&[1; 32], &[1; SALT]));
        for (place, key) in keys.iter().enumerate() {
            assert!(!keys[..place].contains(key));
        }
    }
}
