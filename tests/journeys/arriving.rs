//! Arriving: the first screen comes by itself, the rest of the app after it; and what is seen when the program goes on
//! no more.

use crate::{family, household::parent_at, world::World};

fn a_rest_that_did_not_arrive_is_said_and_can_be_asked_for_again(world: &World) {
    let somebody = world.person();
    world.site().withholds(Some("part-"));
    somebody.opens("");
    somebody.sees("はじめて使う");
    somebody.presses("受け取る");
    somebody.sees("つづきを読み込めませんでした");
    world.site().withholds(None);
    somebody.presses("もう一度読み込む");
    somebody.sees("カメラで読みとる");
}

/// A module of one function, which traps; as the app does when there is no memory left.
const TRAP: &str = "const bytes = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11);
    const { f } = new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports;
    setTimeout(f);";

fn a_program_that_stops_says_so_and_nothing_of_the_note(world: &World) {
    let mother = parent_at(world.person(), &family::note());
    mother.sees(family::CHILD);
    mother.script(TRAP, Vec::new());
    mother.sees("画面が止まりました");
    mother.does_not_see(family::CHILD);
    mother.presses("もう一度開く");
    mother.sees("パスフレーズ");
}

in_every_engine!(a_rest_that_did_not_arrive_is_said_and_can_be_asked_for_again);
// What a script of Firefox's driver throws, no page hears.
in_engine!(when_it_stops_in_chromium, Chromium: a_program_that_stops_says_so_and_nothing_of_the_note);
in_engine!(when_it_stops_in_webkit, WebKit: a_program_that_stops_says_so_and_nothing_of_the_note);
