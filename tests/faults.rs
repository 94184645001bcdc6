//! The faults of the reference (handoff.md §4, 31 to 38), each with the tests that hold against it. A
//! test that is renamed or removed is missed here.
#![cfg(not(target_arch = "wasm32"))]

use std::{fs, path::Path};

/// Where a test is, and its name.
type Test = (&'static str, &'static str);

/// A fault, and what holds against it.
const FAULTS: &[(u8, &str, &[Test])] = &[
    (
        31,
        "the storage is full, or loses in silence what it has accepted",
        &[
            (
                "browser/store.rs",
                "a_full_storage_refuses_and_keeps_what_it_has",
            ),
            (
                "browser/keeper.rs",
                "what_could_not_be_saved_is_said_and_tried_again",
            ),
            (
                "vault.rs",
                "whatever_fails_while_saving_the_next_start_finds_the_old_or_the_new",
            ),
            (
                "journeys/absence.rs",
                "what_could_not_be_saved_is_said_before_the_page_goes",
            ),
            ("vault.rs", "after_a_failed_save_the_same_tab_saves_again"),
            (
                "vault_keys.rs",
                "what_could_be_undone_makes_room_for_what_is_written",
            ),
        ],
    ),
    (
        32,
        "two tabs write in the note of the same child",
        &[
            (
                "vault.rs",
                "a_second_tab_is_refused_until_it_has_read_what_the_first_wrote",
            ),
            (
                "browser/keeper.rs",
                "while_another_screen_saves_this_one_waits_its_turn",
            ),
            ("desk.rs", "nothing_that_either_screen_saved_is_lost"),
            (
                "desk.rs",
                "where_both_wrote_the_later_stands_and_the_other_is_kept_and_shown",
            ),
            (
                "journeys/keys.rs",
                "what_one_tab_writes_appears_in_the_other",
            ),
            (
                "journeys/keys.rs",
                "what_two_tabs_wrote_differently_is_compared_and_chosen",
            ),
        ],
    ),
    (
        33,
        "everything ends between two writes",
        &[
            (
                "vault.rs",
                "whatever_fails_while_saving_the_next_start_finds_the_old_or_the_new",
            ),
            (
                "vault.rs",
                "whatever_fails_while_beginning_there_is_no_vault_or_a_whole_one",
            ),
            (
                "vault.rs",
                "whatever_fails_while_adding_and_forgetting_the_other_child_is_untouched",
            ),
            (
                "vault_keys.rs",
                "whatever_fails_while_the_passphrase_changes_the_old_or_the_new_one_opens",
            ),
            (
                "vault_keys.rs",
                "whatever_fails_while_keys_are_made_anew_nothing_is_lost",
            ),
            (
                "vault_keys.rs",
                "whatever_fails_while_new_keys_are_settled_nothing_is_lost",
            ),
            (
                "vault_keys.rs",
                "whatever_fails_while_a_copy_is_brought_back_the_next_start_finds_the_old_or_the_new",
            ),
            ("every_fault.rs", "a_vault_that_begins_is_there_or_not"),
            ("every_fault.rs", "a_save_is_there_or_the_one_before"),
            ("every_fault.rs", "a_merged_note_is_there_or_the_one_before"),
            ("every_fault.rs", "an_earlier_copy_is_back_or_not"),
            ("every_fault.rs", "a_new_child_is_there_or_not"),
            ("every_fault.rs", "another_label_is_there_or_the_one_before"),
            ("every_fault.rs", "remembering_a_backup_costs_nothing"),
            ("every_fault.rs", "a_child_is_deleted_or_whole"),
            ("every_fault.rs", "everything_is_deleted_or_whole"),
            (
                "every_fault.rs",
                "the_new_passphrase_opens_or_the_one_before",
            ),
            (
                "every_fault.rs",
                "the_new_recovery_code_opens_or_the_one_before",
            ),
            (
                "every_fault.rs",
                "a_passkey_opens_or_does_not_and_the_rest_is_whole",
            ),
            (
                "every_fault.rs",
                "the_new_keys_open_everything_or_the_old_ones_do",
            ),
            ("every_fault.rs", "new_keys_are_settled_or_will_be"),
            (
                "every_fault.rs",
                "photos_are_named_by_their_new_keys_or_by_the_old_ones",
            ),
            (
                "every_fault.rs",
                "a_backup_is_back_as_a_whole_or_not_at_all",
            ),
            (
                "renewal.rs",
                "whatever_fails_among_the_papers_every_photo_opens_and_the_rest_follows_later",
            ),
            (
                "renewal.rs",
                "whatever_fails_while_the_note_names_the_new_ones_every_photo_opens_and_the_rest_follows_later",
            ),
            (
                "journeys/ending.rs",
                "what_was_shown_as_saved_outlives_the_end_of_the_browser",
            ),
        ],
    ),
    (
        34,
        "the header is tampered with",
        &[
            ("vault.rs", "every_kind_of_broken_header_is_named"),
            (
                "vault.rs",
                "a_tampered_slot_is_called_damaged_and_never_a_wrong_passphrase",
            ),
            ("vault.rs", "another_slot_still_opens_beside_a_damaged_one"),
            (
                "../src/vault/kdf.rs",
                "work_out_of_bounds_is_refused_before_any_memory_is_taken",
            ),
        ],
    ),
    (
        35,
        "the storage is set back, or a part of it was removed",
        &[
            ("vault.rs", "what_the_browser_has_removed_is_named"),
            (
                "vault.rs",
                "one_damaged_side_falls_back_to_the_other_and_says_so",
            ),
            (
                "vault_keys.rs",
                "a_record_that_the_index_forgot_is_found_and_named",
            ),
            (
                "browser/store.rs",
                "a_missing_index_and_a_missing_header_are_damage_too",
            ),
            (
                "browser/twin.rs",
                "what_the_storage_has_forgotten_of_what_was_saved_is_put_back",
            ),
            (
                "journeys/keys.rs",
                "a_damaged_note_is_named_and_leaves_the_others_open",
            ),
        ],
    ),
    (
        36,
        "there is no randomness",
        &[
            ("vault.rs", "a_broken_random_source_saves_nothing"),
            (
                "../src/vault/recovery.rs",
                "a_broken_random_source_makes_no_code",
            ),
        ],
    ),
    (
        37,
        "there is no memory for the derivation, or the worker is ended",
        &[
            ("jobs.rs", "a_slot_that_asks_for_all_memory_is_not_derived"),
            ("../src/vault/kdf.rs", "only_a_lighter_derivation_is_raised"),
        ],
    ),
    (
        38,
        "the recovery code is right, but of another vault",
        &[
            (
                "vault_keys.rs",
                "a_recovery_code_opens_the_vault_and_shows_the_children_before_anything_is_changed",
            ),
            (
                "journeys/keys.rs",
                "what_is_wrong_with_a_recovery_code_is_said_in_its_own_words",
            ),
        ],
    ),
];

#[test]
fn every_fault_of_the_vault_has_its_tests() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    for (number, fault, names) in FAULTS {
        for (file, name) in *names {
            let text = fs::read_to_string(tests.join(file)).unwrap_or_default();
            assert!(
                text.contains(&format!("fn {name}(")),
                "fault {number}, {fault}: {name} is not in {file}"
            );
        }
    }
    assert!(FAULTS.iter().map(|(number, ..)| *number).eq(31..=38));
}
