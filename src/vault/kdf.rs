//! From a passphrase to the key that opens a slot: Argon2id (RFC 9106), slow on purpose.

use argon2::{Algorithm, Argon2, Params, Version};

use crate::envelope::{Key, NoRandom, draw};

use super::error::VaultError;

/// What a passphrase derives: opens a slot, and nothing else.
pub type Kek = Key;

/// Bytes of the salt.
pub const SALT: usize = 16;

/// How hard the derivation is, by what the device can bear. The slot records it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Profile {
    /// Memory in KiB.
    pub m_kib: u32,
    /// Passes over it.
    pub t: u32,
    /// Lanes; browsers run them one after the other.
    pub p: u32,
}

impl Profile {
    /// For every new vault: RFC 9106's second recommendation with one lane.
    pub const STANDARD: Self = Self::new(64 * 1024, 3, 1);
    /// Where 64 MiB cannot be had (OWASP).
    pub const LIGHT: Self = Self::new(46 * 1024, 1, 1);
    /// Where 46 MiB cannot be had either (OWASP's floor).
    pub const LIGHTEST: Self = Self::new(19 * 1024, 2, 1);

    const fn new(m_kib: u32, t: u32, p: u32) -> Self {
        Self { m_kib, t, p }
    }
}

/// What a slot says about its derivation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KdfParams {
    /// How hard.
    pub profile: Profile,
    /// Random, a new one for every slot.
    pub salt: [u8; SALT],
}

impl KdfParams {
    /// Parameters for a new slot.
    pub fn make(profile: Profile, random: &mut dyn FnMut(&mut [u8])) -> Result<Self, NoRandom> {
        let salt = *draw(random)?;
        Ok(Self { profile, salt })
    }

    /// Whether a slot made today would be harder to guess at. Then derive once more with
    /// [`Profile::STANDARD`], while the passphrase is at hand, and set it anew.
    pub fn is_lighter_than_today(&self) -> bool {
        let work = |profile: Profile| u64::from(profile.m_kib) * u64::from(profile.t);
        work(self.profile) < work(Profile::STANDARD) || self.profile.m_kib < Profile::STANDARD.m_kib
    }

    /// Whether the work is within what we ever ask for: a tampered header must not take the
    /// device's memory, or make guessing cheap.
    fn allowed(&self) -> bool {
        let Profile { m_kib, t, p } = self.profile;
        (19 * 1024..=256 * 1024).contains(&m_kib) && (1..=10).contains(&t) && (1..=4).contains(&p)
    }
}

/// The key that a passphrase opens a slot with. Takes `m_kib` of memory and a good part of a
/// second: call it in a worker that ends afterwards.
///
/// The passphrase must come in NFKC (UAX #15), so that the same word opens the vault however the
/// keyboard composed it. Every browser can do that (`browser::text::nfkc`); tables of our own would
/// cost every family 60 kB.
pub fn derive_kek(passphrase: &str, params: &KdfParams) -> Result<Kek, VaultError> {
    if !params.allowed() {
        return Err(VaultError::Parameters);
    }
    let Profile { m_kib, t, p } = params.profile;
    let params_ = Params::new(m_kib, t, p, Some(32)).map_err(|_| VaultError::Parameters)?;
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params_);
    let mut derived = Ok(());
    let kek = Key::filled(|key| {
        derived = argon2.hash_password_into(passphrase.as_bytes(), &params.salt, key);
    });
    match derived {
        Ok(()) => Ok(kek),
        Err(_) => Err(VaultError::Memory),
    }
}

/// Seconds to wait before the next try, after so many wrong ones in a row. It only slows down
/// somebody at this screen; whoever copied the storage does not wait. Nothing is ever wiped.
pub fn wait_after(wrong: usize) -> u32 {
    const WAITS: [u32; 7] = [0, 0, 0, 2, 5, 15, 30];
    WAITS[wrong.min(WAITS.len() - 1)]
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIGHTEST: KdfParams = KdfParams {
        profile: Profile::LIGHTEST,
        salt: *b"sixteen bytes...",
    };

    #[test]
    fn the_crate_answers_the_vector_of_rfc_9106() {
        let params = argon2::ParamsBuilder::new()
            .m_cost(32)
            .t_cost(3)
            .p_cost(4)
            .data(argon2::AssociatedData::new(&[4; 12]).unwrap())
            .build()
            .unwrap();
        let argon2 =
            Argon2::new_with_secret(&[3; 8], Algorithm::Argon2id, Version::V0x13, params).unwrap();
        let mut tag = [0; 32];
        argon2
            .hash_password_into(&[1; 32], &[2; 16], &mut tag)
            .unwrap();
        assert_eq!(
            tag,
            [
                0x0d, 0x64, 0x0d, 0xf5, 0x8d, 0x78, 0x76, 0x6c, 0x08, 0xc0, 0x37, 0xa3, 0x4a, 0x8b,
                0x53, 0xc9, 0xd0, 0x1e, 0xf0, 0x45, 0x2d, 0x75, 0xb6, 0x5e, 0xb5, 0x25, 0x20, 0xe9,
                0x6b, 0x01, 0xe6, 0x59,
            ]
        );
    }

    #[test]
    fn the_first_wrong_tries_wait_for_nothing_and_no_try_waits_longer_than_half_a_minute() {
        let waits = [0, 1, 2, 3, 4, 5, 6, 7, usize::MAX].map(wait_after);
        assert_eq!(waits, [0, 0, 0, 2, 5, 15, 30, 30, 30]);
    }

    #[test]
    fn only_a_lighter_derivation_is_raised() {
        let lighter = |m_kib, t| {
            let profile = Profile { m_kib, t, p: 1 };
            KdfParams {
                profile,
                ..LIGHTEST
            }
            .is_lighter_than_today()
        };
        assert!(LIGHTEST.is_lighter_than_today());
        assert!(lighter(46 * 1024, 1) && lighter(64 * 1024, 2) && lighter(32 * 1024, 10));
        assert!(!lighter(64 * 1024, 3) && !lighter(128 * 1024, 3));
    }

    #[test]
    fn work_out_of_bounds_is_refused_before_any_memory_is_taken() {
        for (m_kib, t, p) in [
            (4 << 20, 3, 1),
            (u32::MAX, 3, 1),
            (19_455, 2, 1),
            (8, 1, 1),
            (65_536, 0, 1),
            (65_536, 1_000_000, 1),
            (65_536, 3, 0),
            (65_536, 3, 5),
        ] {
            let profile = Profile { m_kib, t, p };
            let params = KdfParams {
                profile,
                ..LIGHTEST
            };
            assert_eq!(
                derive_kek("a", &params),
                Err(VaultError::Parameters),
                "{profile:?}"
            );
        }
    }
}
