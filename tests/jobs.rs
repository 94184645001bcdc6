//! What page and worker say to each other, and that the worker does what it is asked.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/pictures.rs"]
mod pictures;

use pictures::Grey;
use proptest::prelude::*;
use stepnote::{
    carrier::qr::{Code as Read, Density, Join, QUIET, Sequence, Symbol, Took},
    envelope::Code,
    job::{Carrier, Done, Failure, Job, Malformed, Refusal, work},
    vault::{KdfParams, Profile, derive_kek},
};
use zeroize::Zeroizing;

const ADDRESS: &str = "https://shien.example.jp/r";
/// Every sheet, full. What is sealed is padded with spaces, so those at the end are not kept.
const BUNDLE: &[u8] = include_bytes!("golden/handoff/v1/example.json").trim_ascii_end();

fn code() -> Code {
    Code::parse("1234-5678-9012-3456-7888").expect("a code")
}

fn other_code() -> Code {
    Code::parse("0000-0000-0000-0000-0098").expect("a code")
}

fn random() -> impl FnMut(&mut [u8]) {
    let mut state = 8;
    move |bytes| bytes.fill_with(|| pictures::random(&mut state) as u8)
}

fn ask(job: &Job) -> Done {
    ask_about(job, &[])
}

/// Asks as the page does: through the bytes, both ways, the pixels beside them.
fn ask_about(job: &Job, mut pixels: &[u8]) -> Done {
    let job = Job::from_bytes(&job.to_bytes()).expect("a job");
    let mut next = |into: &mut [u8]| {
        let some = pixels.split_off(..into.len());
        some.inspect(|some| into.copy_from_slice(some)).is_some()
    };
    let done = work(job, &mut next, &mut random());
    Done::from_bytes(&done.to_bytes()).expect("an answer")
}

fn light() -> KdfParams {
    KdfParams {
        profile: Profile::LIGHTEST,
        salt: *b"sixteen bytes...",
    }
}

fn derive(params: KdfParams) -> Job {
    Job::Derive {
        passphrase: "けやきの みち".to_owned().into(),
        params,
    }
}

fn sealed() -> (Vec<u8>, Vec<u8>) {
    let job = Job::Seal {
        bundle: BUNDLE.to_vec().into(),
        code: code(),
    };
    match ask(&job) {
        Done::Sealed {
            file,
            codes: Some(codes),
        } => (file, codes),
        other => panic!("not sealed for both: {other:?}"),
    }
}

fn open(carrier: Carrier, envelope: &[u8], code: Option<Code>) -> Done {
    ask(&Job::Open {
        carrier,
        envelope: envelope.to_vec(),
        code,
    })
}

fn refused(why: Refusal) -> Done {
    Done::Failed(Failure::Refused(why))
}

/// One of each, every field telling.
fn jobs() -> Vec<Job> {
    let draw = |density| Job::Draw {
        address: ADDRESS.into(),
        envelope: vec![1, 2, 3],
        density,
        serials: vec![0, 9, 255],
    };
    let open = |carrier, code| Job::Open {
        carrier,
        envelope: vec![4; 5],
        code,
    };
    let read = |still| Job::Read {
        width: 4,
        height: 3,
        still,
    };
    let mut jobs = vec![
        derive(light()),
        Job::Seal {
            bundle: b"{}".to_vec().into(),
            code: code(),
        },
        read(false),
        read(true),
        open(Carrier::File, None),
        open(Carrier::Qr, None),
        open(Carrier::File, Some(code())),
        open(Carrier::Qr, Some(code())),
        Job::Symbol {
            message: b"JAHISTC08,2".to_vec(),
        },
    ];
    jobs.extend(Density::ALL.map(draw));
    jobs
}

fn answers() -> Vec<Done> {
    let sealed = |codes| Done::Sealed {
        file: b"{}".to_vec(),
        codes,
    };
    let mut answers = vec![
        Done::Key(Zeroizing::new([7; 32])),
        sealed(None),
        sealed(Some(vec![1, 2])),
        Done::Drawn {
            side: 69,
            paths: vec!["M4 4h7v1h-7z".into(), String::new()],
        },
        Done::Codes(Vec::new()),
        Done::Codes(vec![
            Read {
                bytes: b"one".to_vec(),
                sequence: None,
            },
            Read {
                bytes: Vec::new(),
                sequence: Some(Sequence {
                    index: 2,
                    count: 3,
                    parity: 0xA8,
                }),
            },
        ]),
        Done::Whole,
        Done::Opened(b"{}".to_vec().into()),
        Done::Failed(Failure::Memory),
        Done::Failed(Failure::Impossible),
    ];
    answers.extend(Refusal::ALL.map(refused));
    answers
}

#[test]
fn every_job_arrives_as_it_was_posted() {
    for job in jobs() {
        assert_eq!(Job::from_bytes(&job.to_bytes()), Ok(job));
    }
}

#[test]
fn every_answer_arrives_as_it_was_posted() {
    for answer in answers() {
        assert_eq!(Done::from_bytes(&answer.to_bytes()), Ok(answer));
    }
}

#[test]
fn a_message_that_was_cut_or_drawn_out_is_refused() {
    for whole in jobs().iter().map(Job::to_bytes) {
        for cut in 0..whole.len() {
            assert_eq!(Job::from_bytes(&whole[..cut]), Err(Malformed), "{cut}");
        }
        assert_eq!(Job::from_bytes(&[&*whole, &[0]].concat()), Err(Malformed));
    }
    for whole in answers().iter().map(Done::to_bytes) {
        for cut in 0..whole.len() {
            assert_eq!(Done::from_bytes(&whole[..cut]), Err(Malformed), "{cut}");
        }
        assert_eq!(Done::from_bytes(&[&*whole, &[0]].concat()), Err(Malformed));
    }
}

#[test]
fn the_key_that_is_derived_is_the_key_of_the_slot() {
    let kek = derive_kek("けやきの みち", &light()).expect("a key");
    let key = Zeroizing::new(*kek.expose());
    assert_eq!(ask(&derive(light())), Done::Key(key));
}

#[test]
fn a_slot_that_asks_for_all_memory_is_not_derived() {
    let mut greedy = light();
    greedy.profile.m_kib = u32::MAX;
    assert_eq!(ask(&derive(greedy)), Done::Failed(Failure::Impossible));
}

#[test]
fn what_was_sealed_opens_with_its_code_from_both_carriers_and_with_no_other() {
    let (file, codes) = sealed();
    for (carrier, envelope) in [(Carrier::File, &file), (Carrier::Qr, &codes)] {
        let opened = Done::Opened(BUNDLE.to_vec().into());
        assert_eq!(open(carrier, envelope, Some(code())), opened);
        let wrong = refused(Refusal::WrongCode);
        assert_eq!(open(carrier, envelope, Some(other_code())), wrong);
        assert_eq!(open(carrier, envelope, None), Done::Whole);
    }
}

#[test]
fn what_does_not_open_says_why() {
    let (file, codes) = sealed();
    let cut = &file[..file.len() / 2];
    let mut altered = codes.clone();
    *altered.last_mut().expect("a tag") ^= 1;
    let cases = [
        (Carrier::File, &[][..], Refusal::Empty),
        (Carrier::File, cut, Refusal::CutShort),
        (Carrier::File, &b"%PDF-1.7"[..], Refusal::Pdf),
        (Carrier::File, &b"PK\x03\x04"[..], Refusal::Zip),
        (Carrier::File, &b"GIF89a"[..], Refusal::NotOurs),
        (Carrier::Qr, &altered, Refusal::Altered),
        (Carrier::Qr, &codes[..9], Refusal::CutShort),
    ];
    for (carrier, envelope, why) in cases {
        assert_eq!(open(carrier, envelope, Some(code())), refused(why));
    }
}

#[test]
fn what_is_no_json_is_never_sealed() {
    let job = Job::Seal {
        bundle: b"{\"v\":1".to_vec().into(),
        code: code(),
    };
    assert_eq!(ask(&job), Done::Failed(Failure::Impossible));
}

/// The picture of a drawn code, four pixels a module.
fn picture(side: usize, path: &str) -> Grey {
    let size = side - 2 * QUIET;
    let mut dark = vec![false; size * size];
    for run in path.split_terminator('z') {
        let mut numbers = run.split(|c: char| !c.is_ascii_digit());
        let mut number = || numbers.by_ref().find_map(|n| n.parse::<usize>().ok());
        let [Some(x), Some(y), Some(width)] = [number(), number(), number()] else {
            panic!("no run of modules: {run}");
        };
        dark[(y - QUIET) * size + x - QUIET..][..width].fill(true);
    }
    Grey::of_symbol(&Symbol { size, dark }, 4)
}

fn drawn(envelope: &[u8], density: Density, serials: &[u8]) -> Vec<Grey> {
    let job = Job::Draw {
        address: ADDRESS.into(),
        envelope: envelope.to_vec(),
        density,
        serials: serials.to_vec(),
    };
    let Done::Drawn { side, paths } = ask(&job) else {
        panic!("nothing was drawn");
    };
    assert_eq!(paths.len(), serials.len());
    paths.iter().map(|p| picture(side as usize, p)).collect()
}

fn read(picture: Grey, still: bool) -> Vec<Read> {
    let job = Job::Read {
        width: picture.w as u32,
        height: picture.h as u32,
        still,
    };
    let grey = |&luma: &u8| [luma, luma, luma, 255];
    let rgba: Vec<u8> = picture.px.iter().flat_map(grey).collect();
    match ask_about(&job, &rgba) {
        Done::Codes(codes) => codes,
        other => panic!("not read: {other:?}"),
    }
}

#[test]
fn what_one_worker_draws_another_reads_and_opens() {
    let (_, codes) = sealed();
    for density in Density::ALL {
        let mut join = Join::new();
        let mut whole = None;
        for picture in drawn(&codes, density, &(0..12).collect::<Vec<_>>()) {
            let codes = read(picture, false);
            let [Read { bytes: text, .. }] = &codes[..] else {
                panic!("{} codes in one picture", codes.len());
            };
            assert!(text.starts_with(ADDRESS.as_bytes()), "our own address");
            if let Took::Complete(envelope) = join.take(text) {
                whole = Some(envelope);
                break;
            }
        }
        let opened = open(Carrier::Qr, &whole.expect("complete"), Some(code()));
        assert_eq!(opened, Done::Opened(BUNDLE.to_vec().into()));
    }
}

#[test]
fn every_code_of_a_still_picture_is_read() {
    let (_, codes) = sealed();
    let three = drawn(&codes, Density::Coarse, &[0, 1, 200]);
    assert_eq!(read(Grey::row_of(&three, 8), true).len(), 3);
}

#[test]
fn a_linked_code_arrives_with_its_place_and_its_exact_bytes() {
    let picture = Grey::of_pbm(include_bytes!("golden/pharmacy/sacut-1.pbm"), 4);
    let [Read { bytes, sequence }] = &read(picture, true)[..] else {
        panic!("one code");
    };
    let place = Sequence {
        index: 1,
        count: 3,
        parity: 0xA8,
    };
    assert_eq!(*sequence, Some(place));
    let whole = include_bytes!("golden/pharmacy/sacut.sjis");
    assert!(whole.windows(bytes.len()).any(|part| part == &bytes[..]));
    assert!(bytes.len() > 150);
}

#[test]
fn a_message_of_another_format_is_drawn_as_one_code() {
    let message = include_bytes!("golden/pharmacy/a.sjis").to_vec();
    let job = Job::Symbol {
        message: message.clone(),
    };
    let Done::Drawn { side, paths } = ask(&job) else {
        panic!("nothing was drawn");
    };
    let [path] = &paths[..] else {
        panic!("{} codes", paths.len());
    };
    let says = read(picture(side as usize, path), false);
    let code = Read {
        bytes: message,
        sequence: None,
    };
    assert_eq!(says, [code]);
    let message = vec![0; 3_000];
    assert_eq!(
        ask(&Job::Symbol { message }),
        Done::Failed(Failure::Impossible)
    );
}

#[test]
fn a_picture_of_no_width_and_one_of_no_code_hold_no_code() {
    for (pixels, width, height) in [
        (vec![0; 4 * 99], 0, 99),
        (Vec::new(), 640, 480),
        (vec![200; 4 * 640 * 480 - 1], 640, 480),
        (vec![200; 4 * 640 * 480], 640, 480),
        (vec![200; 4 * 640 * 480], u32::MAX, u32::MAX),
    ] {
        let job = Job::Read {
            width,
            height,
            still: true,
        };
        assert_eq!(ask_about(&job, &pixels), Done::Codes(Vec::new()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_was_typed_arrives(passphrase: String, salt: [u8; 16], m_kib: u32, t: u32, p: u32) {
        let params = KdfParams { profile: Profile { m_kib, t, p }, salt };
        let job = Job::Derive { passphrase: passphrase.into(), params };
        prop_assert_eq!(Job::from_bytes(&job.to_bytes()), Ok(job));
    }

    #[test]
    fn whatever_was_read_arrives(codes: Vec<(Vec<u8>, Option<(u8, u8, u8)>)>, side: u32, paths: Vec<String>) {
        let place = |(index, count, parity): (u8, u8, u8)| Sequence { index, count: count.max(1), parity };
        let codes = codes.into_iter().map(|(bytes, at)| Read { bytes, sequence: at.map(place) });
        for answer in [Done::Codes(codes.collect()), Done::Drawn { side, paths }] {
            prop_assert_eq!(Done::from_bytes(&answer.to_bytes()), Ok(answer));
        }
    }

    #[test]
    fn noise_is_refused_or_understood_but_never_a_panic(kind in 0..8u8, rest: Vec<u8>, which: prop::sample::Index, byte: u8) {
        let mut noise = vec![kind];
        noise.extend(rest);
        let all: Vec<_> = jobs().iter().map(Job::to_bytes).chain(answers().iter().map(Done::to_bytes)).collect();
        let mut flipped = which.get(&all).clone();
        let at = which.index(flipped.len());
        flipped[at] = byte;
        for message in [noise, flipped] {
            if let Ok(job) = Job::from_bytes(&message) {
                prop_assert_eq!(Job::from_bytes(&job.to_bytes()), Ok(job));
            }
            if let Ok(done) = Done::from_bytes(&message) {
                prop_assert_eq!(Done::from_bytes(&done.to_bytes()), Ok(done));
            }
        }
    }
}
