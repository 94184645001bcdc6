//! Arriving: the first screen comes by itself, the rest of the app after it.

use crate::world::World;

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

in_every_engine!(a_rest_that_did_not_arrive_is_said_and_can_be_asked_for_again);
