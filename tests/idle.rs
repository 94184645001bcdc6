//! Holds when an unlocked note is locked: first it is said, and out of sight it goes sooner.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/table.rs"]
mod table;

use stepnote::{
    idle::{Idle, Limits},
    machine::QUIET,
};
use table::holds;

const OWN: Limits = Limits::OWN_DEVICE;

#[test]
fn nobody_is_locked_out_while_typing() {
    assert_eq!(OWN.after(0.0, None), Idle::Busy);
}

#[test]
fn it_is_said_before_it_is_locked() {
    holds(
        &[
            (269_999, Idle::Busy),
            (270_000, Idle::Warn),
            (299_999, Idle::Warn),
            (300_000, Idle::Wipe),
            (9_000_000, Idle::Wipe),
        ],
        |quiet| OWN.after(f64::from(quiet), None),
    );
}

#[test]
fn a_page_out_of_sight_is_locked_after_a_minute() {
    holds(
        &[(0, Idle::Busy), (59_999, Idle::Busy), (60_000, Idle::Wipe)],
        |hidden| OWN.after(f64::from(hidden), Some(f64::from(hidden))),
    );
}

#[test]
fn a_touch_of_the_page_does_not_keep_it_open_out_of_sight() {
    assert_eq!(OWN.after(0.0, Some(60_000.0)), Idle::Wipe);
}

#[test]
fn somebody_who_reads_the_warning_has_twenty_seconds_at_least() {
    // WCAG 2.2, 2.2.1.
    const { assert!(OWN.wipe - OWN.warn >= 20_000.0) }
}

#[test]
fn a_clock_that_jumps_back_locks_nobody_out() {
    assert_eq!(OWN.after(-5_000.0, Some(-5_000.0)), Idle::Busy);
}

#[test]
fn a_shared_machine_says_how_many_seconds_are_left() {
    holds(
        &[
            (89_999, None),
            (90_000, Some(40)),
            (129_001, Some(1)),
            (130_000, Some(0)),
            (500_000, Some(0)),
        ],
        |quiet| Limits::shared_machine(90).left(f64::from(quiet)),
    );
}

#[test]
fn a_shared_machine_leaves_thirty_seconds_at_least_to_answer() {
    // ux.md K02: asked after 90 to 120 s.
    for quiet in QUIET {
        let shared = Limits::shared_machine(quiet);
        assert!(shared.wipe - shared.warn >= 30_000.0, "{quiet}");
        assert!((90_000.0..=120_000.0).contains(&shared.warn), "{quiet}");
    }
}
