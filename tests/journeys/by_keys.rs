//! Without a mouse and without a finger: everything is done with the keys of a keyboard (ux.md A03; WCAG 2.1.1, 2.1.2,
//! 2.4.7, 2.4.11). WebKit's driver tells no names to find the way
//! by, and a Firefox without a screen takes the focus out of its page on a longer way.

use crate::{family, household::parent_at, person::Person, world::World};
use thirtyfour::Key;

const SENTENCE: &str = "でんしゃが すきです";

/// Goes to something and presses it.
#[track_caller]
fn enters(person: &Person, name: &str) {
    person.tabs_to(name);
    person.strikes(Key::Enter);
}

/// Goes to a box or one of several, and picks it.
#[track_caller]
fn ticks(person: &Person, name: &str) {
    person.tabs_to(name);
    person.writes(" ");
}

fn a_sheet_is_written_handed_over_and_read_with_keys_alone(world: &World) {
    let mother = world.person();
    mother.opens("");
    mother.sees("はじめて使う");
    enters(&mother, "はじめて使う");
    mother.sees("これに決める");
    mother.tabs_to("パスフレーズ（合言葉）");
    mother.writes("mizutamari kiiroi nagagutsu");
    enters(&mother, "これに決める");
    mother.sees("呼び名");
    mother.tabs_to("呼び名");
    mother.writes("はる");
    enters(&mother, "ノートをつくる");
    mother.sees("シート");
    enters(&mother, "私の紹介");
    mother.sees("特徴的なエピソードなど");
    mother.tabs_to("特徴的なエピソードなど");
    mother.writes(SENTENCE);
    mother.sees("ほぞんしました");
    mother.tabs_back_to("もどる");
    mother.strikes(Key::Enter);
    mother.sees("シート");
    mother.tabs_back_to("わたす");
    mother.strikes(Key::Enter);
    mother.sees("だれに わたしますか");
    ticks(&mother, "自分用の控え・自分で持っていく");
    enters(&mother, "わたすものをえらぶ");
    ticks(&mother, "私の紹介");
    enters(&mother, "見える内容をたしかめる");
    mother.sees(SENTENCE);
    enters(&mother, "わたす用意をする");
    let code = mother.code_shown();
    enters(&mother, "ファイルでわたす");
    let file = mother.downloaded();

    let office = world.person_at(1024, 768);
    office.opens("");
    office.sees("はじめて使う");
    enters(&office, "受け取る");
    // The window in which a file is chosen is the browser's own.
    office.tabs_to("ファイルや写真を選ぶ");
    office.chooses_file("ファイルや写真を選ぶ", &[&file]);
    office.sees("ぜんぶ届きました");
    office.tabs_to("合い言葉の番号");
    office.writes(&code);
    enters(&office, "ひらく");
    office.sees(SENTENCE);
    world.kept_private(&[SENTENCE, &code]);
}

fn arrows_choose_and_escape_closes(world: &World) {
    let mother = parent_at(world.person(), &family::note());
    mother.walks_to("#/display");
    mother.tabs_to("日本語");
    mother.tabs_to("ふつう");
    mother.strikes(Key::Down);
    assert!(mother.is_picked("大きい"));
    mother.strikes(Key::Up);
    assert!(!mother.is_picked("大きい"));
    mother.walks_to("#/sheet/papers");
    let photo = "就学相談のお知らせ（おもて）";
    enters(&mother, photo);
    mother.sees("とじる");
    for _ in 0..12 {
        mother.tabs(false);
        let away = mother.script(
            "return document.activeElement === document.body",
            Vec::new(),
        );
        assert!(
            away == true || mother.stands_in_a_dialog(),
            "the focus is under the dialog"
        );
    }
    mother.strikes(Key::Escape);
    mother.does_not_see("とじる");
    mother.stands_on(photo);
    enters(&mother, "すぐに閉じる");
}

/// At the width of a phone the bars above and below take much of the room.
fn with_tab_every_place_is_reached_and_seen_and_left(world: &World) {
    let mother = parent_at(world.person(), &family::note());
    let mut found = Vec::new();
    for path in [
        "#/",
        "#/sheet/introduction",
        "#/sheet/profile",
        "#/sheet/early_years",
        "#/sheet/care",
        "#/slips",
        "#/slip/a1/write",
        "#/hand-over",
        "#/given",
        "#/receive",
        "#/search",
        "#/timeline",
        "#/supporters",
        "#/keys",
        "#/print",
        "#/offices",
        "#/help",
        "#/display",
        "#/transitions",
    ] {
        mother.walks_to(path);
        let mut counts = Vec::new();
        for back in [false, true] {
            let (places, wrong) = mother.tabs_through(back);
            counts.push(places);
            found.extend(
                wrong
                    .into_iter()
                    .map(|why| format!("{path}, back {back}: {why}")),
            );
        }
        if counts[0] < 3 || counts[0] != counts[1] {
            found.push(format!(
                "{path}: {} places on, {} back",
                counts[0], counts[1]
            ));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

in_engine!(
    in_chromium, Chromium:
    a_sheet_is_written_handed_over_and_read_with_keys_alone,
    arrows_choose_and_escape_closes,
    with_tab_every_place_is_reached_and_seen_and_left,
);
in_engine!(in_firefox, Firefox: arrows_choose_and_escape_closes);
