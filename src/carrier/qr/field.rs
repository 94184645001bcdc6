//! The field GF(256) of QR codes: polynomial 0x11D, generator 2 (ISO/IEC 18004, 7.5.2). A sum is `^`.

/// Powers of 2, twice over so that a sum of two logarithms needs no reduction, and logarithms.
const fn tables() -> ([u8; 510], [u8; 256]) {
    let (mut exp, mut log) = ([0; 510], [0; 256]);
    let (mut x, mut i) = (1_u16, 0);
    while i < 255 {
        exp[i] = x as u8;
        exp[i + 255] = x as u8;
        log[x as usize] = i as u8;
        x <<= 1;
        if x > 255 {
            x ^= 0x11D;
        }
        i += 1;
    }
    (exp, log)
}

static EXP: [u8; 510] = tables().0;
static LOG: [u8; 256] = tables().1;

/// Of any but 0.
fn log(a: u8) -> usize {
    LOG[usize::from(a)].into()
}

/// 2 to the power of `n`, below 510.
pub(super) fn power(n: usize) -> u8 {
    EXP[n]
}

/// 1 / a; `a` is not 0.
pub(super) fn inverse(a: u8) -> u8 {
    EXP[255 - log(a)]
}

/// a · b.
pub(super) fn multiply(a: u8, b: u8) -> u8 {
    if a == 0 || b == 0 {
        0
    } else {
        EXP[log(a) + log(b)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_element_but_zero_has_its_inverse() {
        for a in 1..=255 {
            assert_eq!(multiply(a, inverse(a)), 1);
        }
        // By hand: 0x80 · 2 = 0x100, reduced by 0x11D.
        assert_eq!(multiply(0x80, 2), 0x1D);
    }
}
