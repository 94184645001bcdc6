//! Holds what a shared machine keeps of its staff's decisions, and that forgetting is never silent
//! about what it could not forget.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/table.rs"]
mod table;

use std::{
    cell::{Cell, RefCell},
    pin::pin,
    rc::Rc,
    task::{Context, Poll, Waker},
};

use proptest::{prelude::*, sample};
use stepnote::{
    machine::{
        Ended, Machine, Pin, QUIET, Way, is_night, is_plausible, pin_digits,
        wipe::{Doing, Place, Places, look, wipe},
    },
    text::Lang,
    vault::{KdfParams, Profile},
};
use table::holds;

fn pin_of(byte: u8) -> Pin {
    Pin {
        params: KdfParams {
            profile: Profile::STANDARD,
            salt: [byte; 16],
        },
        derived: [byte; 32],
    }
}

#[test]
fn a_machine_that_nobody_set_up_lets_out_qr_codes_and_nothing_else() {
    let machine = Machine::read("");
    assert_eq!(machine, Machine::default());
    assert_eq!((machine.ways, machine.pin), (vec![Way::Codes], None));
}

fn machines() -> impl Strategy<Value = Machine> {
    let ways = sample::subsequence(Way::ALL.to_vec(), 0..=4);
    let places = sample::subsequence(Place::ALL.to_vec(), 0..=Place::ALL.len());
    let lang = proptest::option::of(sample::select(Lang::ALL.to_vec()));
    let pin = proptest::option::of(any::<u8>().prop_map(pin_of));
    let ended = proptest::option::of((any::<u64>(), places));
    let quiet = sample::select(QUIET.to_vec());
    (ways, quiet, any::<bool>(), lang, pin, any::<u32>(), ended).prop_map(
        |(ways, quiet, dims, lang, pin, wrong, ended)| Machine {
            ways,
            quiet,
            dims,
            lang,
            pin,
            wrong,
            ended: ended.map(|(at, left)| Ended { at, left }),
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_was_decided_is_read_as_it_was_kept(machine in machines()) {
        prop_assert_eq!(Machine::read(&machine.to_text()), machine);
    }

    #[test]
    fn whatever_stands_there_allows_nothing_that_nobody_decided(text in ".{0,200}") {
        let machine = Machine::read(&text);
        prop_assert_eq!(machine.ways, vec![Way::Codes]);
        prop_assert!(QUIET.contains(&machine.quiet));
    }

    #[test]
    fn a_part_that_cannot_be_read_takes_none_of_the_others_with_it(machine in machines(), name in sample::select(vec!["ways", "quiet", "dims", "wrong", "lang", "pin", "ended"])) {
        let mut kept: serde_json::Value = serde_json::from_str(&machine.to_text()).unwrap();
        kept[name] = serde_json::json!({ "of": "a later version" });
        let read = Machine::read(&kept.to_string());
        let strictest = Machine::default();
        let want = |own: &str| own != name;
        prop_assert_eq!(&read.ways, if want("ways") { &machine.ways } else { &strictest.ways });
        prop_assert_eq!(read.quiet, if want("quiet") { machine.quiet } else { strictest.quiet });
        prop_assert_eq!(&read.pin, if want("pin") { &machine.pin } else { &None });
        prop_assert_eq!(read.lang, if want("lang") { machine.lang } else { None });
    }
}

#[test]
fn a_very_long_text_is_not_even_read() {
    let mut text = Machine {
        ways: Way::ALL.to_vec(),
        ..Machine::default()
    }
    .to_text();
    text.push_str(&" ".repeat(5_000));
    assert_eq!(Machine::read(&text), Machine::default());
}

#[test]
fn only_what_the_same_digits_derive_opens() {
    let mut almost = [7; 32];
    almost[31] = 6;
    let opens = [[7; 32], [0; 32], almost].map(|derived| pin_of(7).is(&derived));
    assert_eq!(opens, [true, false, false]);
}

#[test]
fn a_pin_is_six_to_twelve_digits_of_any_width() {
    holds(
        &[
            ("123456", Some("123456".to_owned())),
            (" １２３４５６ ", Some("123456".to_owned())),
            ("000000000000", Some("000000000000".to_owned())),
            ("12345", None),
            ("1234567890123", None),
            ("12345a", None),
            ("", None),
            ("一二三四五六", None),
        ],
        pin_digits,
    );
}

#[test]
fn it_is_night_from_eight_to_seven() {
    let night: Vec<u32> = (0..24).filter(|hour| is_night(*hour)).collect();
    assert_eq!(night, [0, 1, 2, 3, 4, 5, 6, 20, 21, 22, 23]);
}

#[test]
fn a_clock_that_was_never_set_is_not_plausible() {
    let at = |text: f64| is_plausible(text);
    // 1970, 2020, today, 2070, 2099.
    let told = [0.0, 1.58e12, 1.7952e12, 3.16e12, 4.07e12].map(at);
    assert_eq!(told, [false, false, true, true, false]);
    assert!(!is_plausible(f64::NAN));
}

/// Places that hold something, and of which some refuse.
#[derive(Clone)]
struct Rooms {
    /// How often each refuses to be emptied.
    refuse: Rc<RefCell<Vec<(Place, u32)>>>,
    full: Rc<RefCell<Vec<Place>>>,
    /// In which order they were emptied.
    emptied: Rc<RefCell<Vec<Place>>>,
    /// One that answers only after it was asked so often.
    slow: Rc<Cell<u32>>,
}

impl Rooms {
    fn full(refuse: &[(Place, u32)]) -> Rooms {
        Rooms {
            refuse: Rc::new(RefCell::new(refuse.to_vec())),
            full: Rc::new(RefCell::new(Place::ALL.to_vec())),
            emptied: Rc::default(),
            slow: Rc::new(Cell::new(3)),
        }
    }
}

/// Waits until it has been asked some times.
fn after(turns: Rc<Cell<u32>>) -> impl Future<Output = ()> {
    std::future::poll_fn(move |_| {
        if turns.get() == 0 {
            return Poll::Ready(());
        }
        turns.set(turns.get() - 1);
        Poll::Pending
    })
}

impl Places for Rooms {
    fn empty(&self, place: Place) -> Doing<()> {
        let rooms = self.clone();
        Box::pin(async move {
            after(rooms.slow.clone()).await;
            rooms.emptied.borrow_mut().push(place);
            let mut refuse = rooms.refuse.borrow_mut();
            match refuse
                .iter_mut()
                .find(|(of, left)| *of == place && *left > 0)
            {
                Some((_, left)) => *left -= 1,
                None => rooms.full.borrow_mut().retain(|other| *other != place),
            }
        })
    }

    fn is_empty(&self, place: Place) -> Doing<bool> {
        let empty = !self.full.borrow().contains(&place);
        Box::pin(async move { empty })
    }
}

fn run<T>(doing: impl Future<Output = T>) -> T {
    let mut doing = pin!(doing);
    loop {
        if let Poll::Ready(done) = doing.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return done;
        }
    }
}

#[test]
fn everything_is_emptied_in_its_order_and_nothing_is_left() {
    let rooms = Rooms::full(&[]);
    assert_eq!(run(wipe(&rooms)), []);
    assert_eq!(*rooms.emptied.borrow(), Place::ALL);
    assert_eq!(run(look(&rooms)), []);
}

#[test]
fn whichever_place_refuses_is_named_and_keeps_no_other_from_being_emptied() {
    for place in Place::ALL {
        let rooms = Rooms::full(&[(place, u32::MAX)]);
        assert_eq!(run(wipe(&rooms)), [place], "{place:?}");
        assert_eq!(*rooms.full.borrow(), [place], "{place:?}");
    }
}

#[test]
fn a_place_that_refuses_once_is_empty_after_the_second_try() {
    for place in Place::ALL {
        let rooms = Rooms::full(&[(place, 1)]);
        assert_eq!(run(wipe(&rooms)), [], "{place:?}");
    }
}

#[test]
fn what_was_left_goes_when_somebody_tries_again() {
    let rooms = Rooms::full(&[(Place::Databases, 2), (Place::Local, 2)]);
    assert_eq!(run(wipe(&rooms)), [Place::Databases, Place::Local]);
    assert_eq!(run(wipe(&rooms)), []);
}

#[test]
fn all_that_refuse_are_named() {
    let refuse = Place::ALL.map(|place| (place, u32::MAX));
    let rooms = Rooms::full(&refuse);
    assert_eq!(run(wipe(&rooms)), Place::ALL);
}

#[test]
fn every_word_is_its_own() {
    let mut words: Vec<&str> = Place::ALL.map(Place::word).to_vec();
    words.extend(Way::ALL.map(Way::word));
    let all = words.len();
    words.sort_unstable();
    words.dedup();
    assert_eq!(words.len(), all);
}
