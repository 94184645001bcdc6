//! The number that opens a hand-off: always made, never chosen.

use core::fmt;

use zeroize::Zeroizing;

use crate::answer::narrow;

use super::random::{NoRandom, draw};

/// Digits in a code, check digits included.
const DIGITS: usize = 20;
/// Random digits: 10^18 codes, 59.8 bit.
const RANDOM: usize = DIGITS - 2;
/// Five groups of four with hyphens between.
const WRITTEN: usize = DIGITS + 4;
/// What is read of a pasted text before giving up, in characters.
const PASTED: usize = 1000;

/// A hand-off code, `dddd-dddd-dddd-dddd-dddd`: 18 random digits and 2 check digits of
/// ISO 7064 MOD 97-10, which catch every wrong digit and every swap of neighbours before the slow
/// key derivation. [`as_str`](Code::as_str) is exactly the PBES2 password.
#[derive(Clone, PartialEq, Eq)]
pub struct Code(Zeroizing<[u8; WRITTEN]>);

/// Why a typed text is not a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CodeError {
    /// Nothing was typed.
    #[error("no digits")]
    Empty,
    /// Too few or too many digits.
    #[error("{got} digits instead of 20")]
    Length {
        /// How many digits there are.
        got: usize,
    },
    /// Something that is no digit stands where a digit is missing (`O` for 0, `l` for 1, 一).
    #[error("characters that are not digits")]
    Characters,
    /// Twenty digits whose check digits do not fit: one is wrong, or two are swapped.
    #[error("a digit is wrong or two are swapped")]
    Mistyped,
}

impl Code {
    /// A fresh code, every one equally likely.
    pub fn make(random: &mut dyn FnMut(&mut [u8])) -> Result<Self, NoRandom> {
        let mut digits = Zeroizing::new([0; DIGITS]);
        let mut have = 0;
        // A byte below 250 is a fair digit. One round of 32 is all but always enough; a source
        // that never gives such a byte is broken.
        for _ in 0..8 {
            for byte in draw::<32>(random)?.iter().filter(|byte| **byte < 250) {
                if have < RANDOM {
                    digits[have] = byte % 10;
                    have += 1;
                }
            }
            if have == RANDOM {
                let check = check_digits(&digits[..RANDOM]);
                digits[RANDOM..].copy_from_slice(&check);
                return Ok(Self::write(&digits));
            }
        }
        Err(NoRandom)
    }

    /// The code in what a person typed or pasted: full-width digits, any dashes, spaces, 長音 or
    /// words around it are welcome, as long as exactly the code's digits are there.
    pub fn parse(typed: &str) -> Result<Self, CodeError> {
        let mut digits = Zeroizing::new([0; DIGITS]);
        let (mut got, mut strange) = (0, false);
        // Not NFKC: its tables would outweigh the page, and full width is what people type.
        let typed: String = typed.chars().take(PASTED).collect();
        for character in narrow(&typed).chars() {
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
            DIGITS if digits[RANDOM..] == check_digits(&digits[..RANDOM]) => {
                Ok(Self::write(&digits))
            }
            DIGITS => Err(CodeError::Mistyped),
            _ if strange => Err(CodeError::Characters),
            0 => Err(CodeError::Empty),
            _ => Err(CodeError::Length { got }),
        }
    }

    /// The 24 ASCII characters `dddd-dddd-dddd-dddd-dddd`.
    pub fn as_str(&self) -> &str {
        core::str::from_utf8(&*self.0).unwrap_or_default()
    }

    fn write(digits: &[u8; DIGITS]) -> Self {
        let mut written = Zeroizing::new([b'-'; WRITTEN]);
        for (place, digit) in digits.iter().enumerate() {
            written[place + place / 4] = b'0' + digit;
        }
        Self(written)
    }
}

/// ISO 7064 MOD 97-10: the two digits that make the whole number leave 1 when divided by 97.
fn check_digits(digits: &[u8]) -> [u8; 2] {
    let rest = digits
        .iter()
        .chain(&[0, 0])
        .fold(0, |rest, digit| (rest * 10 + u32::from(*digit)) % 97);
    let check = 98 - rest;
    [(check / 10) as u8, (check % 10) as u8]
}

impl fmt::Display for Code {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Code(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::envelope::vectors::counting;

    fn samples() -> impl Iterator<Item = Code> {
        let mut random = counting(7);
        (0..200).map(move |_| Code::make(&mut random).unwrap())
    }

    #[test]
    fn the_check_digits_are_those_of_the_standard() {
        // ISO/IEC 7064's own example: 794 is written 79444.
        assert_eq!(check_digits(&[7, 9, 4]), [4, 4]);
        assert_eq!(check_digits(&[0; 18]), [9, 8]);
        assert!(Code::parse("0000-0000-0000-0000-0098").is_ok());
        assert!(
            Code::parse("1234-5678-9012-3456-7888").is_ok(),
            "FORMAT.md's example"
        );
    }

    #[test]
    fn a_code_reads_back_as_it_is_written() {
        for code in samples() {
            assert_eq!(code.to_string().len(), 24);
            assert_eq!(Code::parse(&code.to_string()).as_ref(), Ok(&code));
        }
    }

    #[test]
    fn every_wrong_digit_is_caught() {
        for code in samples() {
            for place in 0..24 {
                for digit in '0'..='9' {
                    let mut typed: Vec<char> = code.to_string().chars().collect();
                    if typed[place] == '-' || typed[place] == digit {
                        continue;
                    }
                    typed[place] = digit;
                    let typed: String = typed.iter().collect();
                    assert_eq!(Code::parse(&typed), Err(CodeError::Mistyped), "{typed}");
                }
            }
        }
    }

    #[test]
    fn every_swap_of_neighbours_is_caught() {
        for code in samples() {
            let digits: Vec<char> = code.to_string().chars().filter(|c| *c != '-').collect();
            for place in 0..19 {
                let mut typed = digits.clone();
                typed.swap(place, place + 1);
                if typed != digits {
                    let typed: String = typed.iter().collect();
                    assert_eq!(Code::parse(&typed), Err(CodeError::Mistyped), "{typed}");
                }
            }
        }
    }

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        let code = Code::parse("1234-5678-9012-3456-7888").unwrap();
        for typed in [
            "12345678901234567888",
            " 1234 5678 9012 3456 7888\r\n",
            "１２３４－５６７８－９０１２－３４５６－７８８８",
            "1234　5678　9012　3456　7888",
            "1234–5678—9012−3456‐7888",
            "1234ー5678ｰ9012〜3456・7888",
            "合い言葉の番号：\n1234-5678-9012-3456-7888\nです。よろしくお願いします",
            "１２34-5678-9012-3456-7888",
        ] {
            assert_eq!(Code::parse(typed).as_ref(), Ok(&code), "{typed}");
        }
    }

    #[test]
    fn what_is_wrong_with_a_typed_code_is_said() {
        assert_eq!(Code::parse(""), Err(CodeError::Empty));
        assert_eq!(Code::parse(" -　ー "), Err(CodeError::Empty));
        assert_eq!(Code::parse("1234-5678"), Err(CodeError::Length { got: 8 }));
        assert_eq!(
            Code::parse("1234-5678-9012-3456-7888-1"),
            Err(CodeError::Length { got: 21 })
        );
        assert_eq!(
            Code::parse("O234-5678-9012-3456-7888"),
            Err(CodeError::Characters)
        );
        assert_eq!(
            Code::parse("٠١٢٣-٤٥٦٧-٨٩٠١-٢٣٤٥-٦٧٨٩"),
            Err(CodeError::Characters)
        );
        assert_eq!(
            Code::parse(&"1".repeat(1_000_000)),
            Err(CodeError::Length { got: 1000 })
        );
    }

    #[test]
    fn every_digit_is_equally_likely() {
        let mut seen = [0_u32; 10];
        let mut random = counting(11);
        for _ in 0..5_000 {
            for digit in Code::make(&mut random).unwrap().as_str()[..22].bytes() {
                if digit != b'-' {
                    seen[usize::from(digit - b'0')] += 1;
                }
            }
        }
        // 9 000 of each expected, standard deviation 90.
        assert!(
            seen.iter().all(|times| (8_550..9_450).contains(times)),
            "{seen:?}"
        );
    }

    #[test]
    fn a_broken_random_source_makes_no_code() {
        assert_eq!(Code::make(&mut |_| ()), Err(NoRandom));
        let mut high = |bytes: &mut [u8]| {
            for (place, byte) in bytes.iter_mut().enumerate() {
                *byte = 250 + (place % 5) as u8;
            }
        };
        assert_eq!(Code::make(&mut high), Err(NoRandom));
    }

    #[test]
    fn a_code_is_not_shown_by_debug() {
        let code = Code::parse("1234-5678-9012-3456-7888").unwrap();
        assert_eq!(format!("{code:?}"), "Code(…)");
    }
}
