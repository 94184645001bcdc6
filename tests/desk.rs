//! One note, two screens: whatever either wrote is there, or is kept and shown to be compared.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/shelf.rs"]
mod shelf;

use core::cell::RefCell;
use std::{collections::BTreeMap, rc::Rc};

use proptest::prelude::*;
use serde_json::{Value, json};
use shelf::{NOW, PARAMS, kek, random, unlock};
use stepnote::{
    answer::Answer,
    desk::{Came, Closed, Desk, Stands},
    forms,
    merge::Keep,
    record::{Answers, Note},
    vault::{ChildId, SaveError, Shelf, ShelfError, Vault},
};

/// What a browser keeps, and what each of its screens knows of it: a screen sees its own writes at
/// once, and those of another when word of them comes.
#[derive(Default)]
struct Store(RefCell<BTreeMap<String, String>>);

struct Screen {
    store: Rc<Store>,
    known: RefCell<BTreeMap<String, String>>,
    full: RefCell<bool>,
}

impl Screen {
    fn of(store: &Rc<Store>) -> Rc<Screen> {
        let known = RefCell::new(store.0.borrow().clone());
        Rc::new(Screen {
            store: store.clone(),
            known,
            full: RefCell::new(false),
        })
    }

    fn hears(&self) {
        *self.known.borrow_mut() = self.store.0.borrow().clone();
    }
}

impl Shelf for Screen {
    fn get(&self, key: &str) -> Option<String> {
        self.known.borrow().get(key).cloned()
    }
    fn set(&self, key: &str, value: &str) -> Result<(), ShelfError> {
        if *self.full.borrow() {
            return Err(ShelfError::Full);
        }
        for map in [&self.known, &self.store.0] {
            map.borrow_mut().insert(key.into(), value.into());
        }
        Ok(())
    }
    fn remove(&self, key: &str) {
        for map in [&self.known, &self.store.0] {
            map.borrow_mut().remove(key);
        }
    }
    fn keys(&self, prefix: &str) -> Vec<String> {
        let known = self.known.borrow();
        let keys = known.keys().filter(|key| key.starts_with(prefix));
        keys.cloned().collect()
    }
}

/// Somebody at a screen, with the note open.
struct Writer {
    screen: Rc<Screen>,
    vault: Vault<Rc<Screen>>,
    desk: Desk,
}

impl Writer {
    fn at(store: &Rc<Store>, child: &ChildId) -> Writer {
        let screen = Screen::of(store);
        let vault = unlock(screen.clone()).unwrap();
        let desk = Desk::open(&vault, child).unwrap();
        Writer {
            screen,
            vault,
            desk,
        }
    }

    fn writes(&mut self, question: &str, answer: &str, now: u64) -> Result<Came, SaveError> {
        let change = |note: &mut Note| {
            let mut record = note.record(&forms::PROFILE);
            record.answers.put(question, Answer::Text(answer.into()));
            note.put(&forms::PROFILE, &record);
        };
        self.desk
            .save(&mut self.vault, change, now, &mut random_of(now))
    }

    fn hears(&mut self, now: u64) -> Came {
        self.screen.hears();
        let came = self.desk.renew(&mut self.vault, now, &mut random_of(now));
        came.unwrap()
    }

    fn profile(&self) -> Value {
        let sheets = self.desk.note().json().get("sheets").cloned();
        sheets.map_or(json!({}), |sheets| sheets["profile"].clone())
    }

    /// Everything that can be brought back.
    fn kept(&self) -> String {
        let child = self.desk.child();
        let all = self.vault.revisions(child).into_iter();
        let all = all.filter_map(|past| self.vault.revision(child, past.revision));
        all.map(|bytes| String::from_utf8(bytes.to_vec()).unwrap())
            .collect()
    }
}

fn random_of(seed: u64) -> impl FnMut(&mut [u8]) {
    let mut random = random();
    random(&mut vec![0; (seed % 1000) as usize + 1]);
    random
}

fn two() -> (Writer, Writer) {
    let store = Rc::new(Store::default());
    let screen = Screen::of(&store);
    let mut vault = Vault::create(screen, &kek(), PARAMS, &mut random()).unwrap();
    let empty = Note::default().to_bytes();
    let child = vault.add_child(json!({}), &empty, NOW, &mut random());
    let child = child.unwrap();
    (Writer::at(&store, &child), Writer::at(&store, &child))
}

#[test]
fn what_two_screens_write_at_different_places_comes_together() {
    let (mut a, mut b) = two();
    a.writes("name", "陽向", NOW + 1).unwrap();
    b.screen.hears();
    let came = b.writes("address", "ここ", NOW + 2).unwrap();
    assert!(came.anew && came.differing.is_none());
    assert_eq!(b.profile(), json!({"name": "陽向", "address": "ここ"}));
    assert!(a.hears(NOW + 3).anew);
    assert_eq!(a.profile(), b.profile());
}

#[test]
fn rows_that_two_screens_write_in_one_table_of_a_case_both_stand() {
    let (mut a, mut b) = two();
    let row = |what: &str| {
        let mut row = Answers::default();
        row.put("what", Answer::Text(what.into()));
        row
    };
    let adds = |who: &mut Writer, what: &str, now: u64| {
        let change = |note: &mut Note| {
            let mut table = note.one_of(&forms::ACTIONS, "20261121-1");
            let rows = table.groups.entry("rows".into()).or_default();
            rows.push(row(what));
            note.put_one(&forms::ACTIONS, "20261121-1", &table);
        };
        who.desk
            .save(&mut who.vault, change, now, &mut random_of(now))
    };
    adds(&mut a, "園に話す", NOW + 1).unwrap();
    b.screen.hears();
    let came = adds(&mut b, "電話する", NOW + 2).unwrap();
    assert!(came.differing.is_none(), "{came:?}");
    let table = b.desk.note().one_of(&forms::ACTIONS, "20261121-1");
    let mut all: Vec<_> = table.groups["rows"]
        .iter()
        .map(|row| row.text("what"))
        .collect();
    all.sort_unstable();
    assert_eq!(all, ["園に話す", "電話する"]);
}

#[test]
fn a_screen_that_hears_of_nothing_new_draws_nothing_anew() {
    let (mut a, mut b) = two();
    a.writes("name", "陽向", NOW + 1).unwrap();
    assert_eq!(a.hears(NOW + 2), Came::default());
    assert!(b.hears(NOW + 3).anew);
    assert_eq!(b.hears(NOW + 4), Came::default());
}

#[test]
fn where_both_wrote_the_later_stands_and_the_other_is_kept_and_shown() {
    let (mut a, mut b) = two();
    a.writes("name", "陽向", NOW + 1).unwrap();
    b.screen.hears();
    let came = b.writes("name", "ひなた", NOW + 2).unwrap();
    let differing = came.differing.unwrap();
    assert_eq!(differing.stands, Stands::Here);
    let difference = &differing.merge.differences[0];
    assert_eq!(difference.ours, Some(json!("ひなた")));
    assert_eq!(difference.theirs, Some(json!("陽向")));
    assert_eq!(b.profile(), json!({"name": "ひなた"}));
    assert!(b.kept().contains("陽向"));
}

#[test]
fn what_is_chosen_stands_and_what_was_written_since_too() {
    let (mut a, mut b) = two();
    a.writes("name", "陽向", NOW + 1).unwrap();
    b.screen.hears();
    let came = b.writes("name", "ひなた", NOW + 2).unwrap();
    b.writes("address", "ここ", NOW + 3).unwrap();
    let differing = came.differing.unwrap();
    let settled = b.desk.settle(
        &mut b.vault,
        differing,
        &[Keep::Theirs],
        NOW + 4,
        &mut random_of(4),
    );
    assert_eq!(settled, Ok(Came::default()));
    assert_eq!(b.profile(), json!({"name": "陽向", "address": "ここ"}));
}

#[test]
fn a_save_that_another_one_crossed_comes_back_when_word_of_it_comes() {
    let (mut a, mut b) = two();
    a.writes("name", "陽向", NOW + 1).unwrap();
    b.writes("address", "ここ", NOW + 2).unwrap();
    let came = a.hears(NOW + 500);
    assert!(came.anew && came.differing.is_none());
    assert_eq!(a.profile(), json!({"name": "陽向", "address": "ここ"}));
    b.hears(NOW + 600);
    assert_eq!(b.profile(), a.profile());
}

#[test]
fn where_crossed_saves_differ_the_one_that_went_under_is_kept_and_shown() {
    let (mut a, mut b) = two();
    a.writes("name", "陽向", NOW + 1).unwrap();
    b.writes("name", "ひなた", NOW + 2).unwrap();
    let differing = a.hears(NOW + 500).differing.unwrap();
    assert_eq!(differing.stands, Stands::There);
    assert_eq!(differing.merge.differences[0].theirs, Some(json!("陽向")));
    assert_eq!(a.profile(), json!({"name": "ひなた"}));
    assert!(a.kept().contains("陽向"));
    assert!(b.hears(NOW + 600).differing.is_none());
    assert_eq!(b.profile(), a.profile());
}

#[test]
fn what_was_settled_on_one_screen_is_not_asked_on_the_other() {
    for keep in [Keep::Theirs, Keep::Both] {
        let (mut a, mut b) = two();
        a.writes("name", "陽向", NOW + 1).unwrap();
        b.writes("name", "ひなた", NOW + 2).unwrap();
        let asked = a.hears(NOW + 500).differing.unwrap();
        a.writes("address", "ここ", NOW + 550).unwrap();
        let left = asked.clone().left_in(a.desk.note());
        assert_eq!(left.as_ref(), Some(&asked));
        let chosen = asked.clone();
        let now = NOW + 600;
        let settled = a
            .desk
            .settle(&mut a.vault, chosen, &[keep], now, &mut random_of(6));
        settled.unwrap();
        assert_eq!(asked.left_in(a.desk.note()), None, "{keep:?}");
    }
}

#[test]
fn what_could_not_be_saved_lies_on_the_desk_and_is_saved_the_next_time() {
    let (mut a, _) = two();
    *a.screen.full.borrow_mut() = true;
    let full = a.writes("name", "陽向", NOW + 1);
    assert_eq!(full, Err(SaveError::Full));
    *a.screen.full.borrow_mut() = false;
    a.writes("address", "ここ", NOW + 2).unwrap();
    assert_eq!(a.profile(), json!({"name": "陽向", "address": "ここ"}));
}

#[test]
fn what_went_under_can_be_chosen_even_when_there_is_no_room_to_keep_it() {
    let (mut a, mut b) = two();
    a.writes("name", "陽向", NOW + 1).unwrap();
    b.writes("name", "ひなた", NOW + 2).unwrap();
    *a.screen.full.borrow_mut() = true;
    let came = a.hears(NOW + 500);
    assert_eq!(came.unsaved, Some(SaveError::Full));
    let differing = came.differing.unwrap();
    *a.screen.full.borrow_mut() = false;
    let settled = a.desk.settle(
        &mut a.vault,
        differing,
        &[Keep::Theirs],
        NOW + 600,
        &mut random_of(6),
    );
    assert_eq!(settled, Ok(Came::default()));
    assert_eq!(a.profile(), json!({"name": "陽向"}));
}

#[test]
fn a_child_that_was_deleted_elsewhere_is_not_written_again() {
    let (mut a, mut b) = two();
    let child = b.desk.child().clone();
    b.vault.forget_child(&child, &mut random()).unwrap();
    a.screen.hears();
    let gone = a.writes("name", "陽向", NOW + 1);
    assert_eq!(gone, Err(SaveError::NoSuchChild));
    assert_eq!(Desk::open(&a.vault, &child), Err(Closed::Missing));
}

#[test]
fn a_note_put_in_the_place_of_another_can_be_undone() {
    let (mut a, _) = two();
    a.writes("name", "陽向", NOW + 1).unwrap();
    let other = Note::default();
    let put = a
        .desk
        .replace(&mut a.vault, other.clone(), NOW + 2, &mut random_of(2));
    assert_eq!(put, Ok(()));
    assert_eq!(a.desk.note(), &other);
    assert!(a.kept().contains("陽向"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// Each step: who writes, where, and whether word of it comes to the other before the next.
    #[test]
    fn nothing_that_either_screen_saved_is_lost(
        steps in prop::collection::vec((any::<bool>(), 0..3_usize, any::<bool>()), 1..12)
    ) {
        let (mut a, mut b) = two();
        let mut shown: Vec<String> = Vec::new();
        let mut last: BTreeMap<(bool, usize), String> = BTreeMap::new();
        let mut now = NOW;
        for (at, (first, place, heard)) in steps.into_iter().enumerate() {
            now += 700;
            let answer = format!("answer {at}");
            let question = ["name", "address", "school"][place];
            let (writer, other) = if first { (&mut a, &mut b) } else { (&mut b, &mut a) };
            let came = writer.writes(question, &answer, now).unwrap();
            shown.extend(came.differing.map(|d| format!("{:?}", d.merge.differences)));
            last.insert((first, place), answer);
            // Word of a write is never more than one write late.
            if heard || at % 2 == 1 {
                for writer in [&mut *other, &mut *writer] {
                    let came = writer.hears(now + 1);
                    prop_assert_eq!(came.unsaved, None);
                    shown.extend(came.differing.map(|d| format!("{:?}", d.merge.differences)));
                }
            }
        }
        for first in [true, false, true] {
            let writer = if first { &mut a } else { &mut b };
            let came = writer.hears(now + 2);
            shown.extend(came.differing.map(|d| format!("{:?}", d.merge.differences)));
        }
        prop_assert_eq!(a.profile(), b.profile());
        let there = a.profile().to_string();
        // Of each place what was written last, by either: it stands, or it was shown beside what does.
        for place in 0..3 {
            let ours = last.get(&(true, place));
            let theirs = last.get(&(false, place));
            if let (Some(ours), Some(theirs)) = (ours, theirs) {
                prop_assert!(there.contains(ours) || there.contains(theirs));
            }
            for answer in [ours, theirs].into_iter().flatten() {
                let seen_later = [ours, theirs].into_iter().flatten().any(|other| number(other) > number(answer));
                let quoted = format!("{answer:?}");
                prop_assert!(seen_later || there.contains(&quoted) || shown.iter().any(|s| s.contains(&quoted)), "{answer}");
            }
        }
    }
}

fn number(answer: &str) -> u32 {
    answer.trim_start_matches("answer ").parse().unwrap()
}
