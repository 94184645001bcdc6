//! Another city's file: its offices stand on every screen, print and export, and nothing of ours does.

use crate::{
    family::{self, MOTHER},
    household::{CALLED, parent_at},
    ours::{ELSEWHERE, ours_in},
    paper::Paper,
    person::Person,
    routes::{SLIP_ID, places},
    world::World,
};
use serde_json::{Value, json};
use std::fs;
use stepnote::{
    answer::{Answer, PartialDate},
    forms::{EMPLOYMENT, INTRODUCTION, PROFILE, SLIP},
    record::Note,
    route::Route,
    slip::fill,
};

const OFFICE: &str = "みなと親子センター";

/// The family's note, as if it lived there, with a slip for an office.
fn note() -> Note {
    let note = String::from_utf8(family::note().to_bytes()).unwrap();
    let moved = note
        .replace("武蔵野市関前9丁目99番99号", "みずうみ市南浜9-99-99")
        .replace("180-0014", "999-0002");
    let mut note = Note::from_bytes(moved.as_bytes()).unwrap();
    let mut slip = fill(&note, PartialDate::day(2026, 11, 21).unwrap());
    slip.answers
        .put("to_office", Answer::Text(OFFICE.to_owned()));
    note.put_one(&SLIP, SLIP_ID, &slip);
    note
}

/// Holds that nothing of ours stands anywhere in the page, seen or not.
#[track_caller]
fn shows_nothing_of_ours(person: &Person, place: &str) {
    // What is folded is made when it is unfolded.
    let unfolded = "document.querySelectorAll('details').forEach(one => one.open = true)";
    person.script(unfolded, Vec::new());
    let frames = "const told = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => told(document.documentElement.outerHTML)))";
    let page = person.asks(frames);
    let found = ours_in(page.as_str().unwrap());
    assert_eq!(found, [""; 0], "at {place}");
}

/// Goes to a screen and holds that it is another than the one before.
#[track_caller]
fn visits(person: &Person, place: &Route) {
    let path = place.fragment();
    person.script(
        "document.getElementById('title')?.setAttribute('data-old', '')",
        Vec::new(),
    );
    person.opens(&path);
    person.until(&format!("has a heading at {path}"), async || {
        let there = "const title = document.getElementById('title'); return !!title && !title.hasAttribute('data-old')";
        match person.tries(there, Vec::new()).await?.as_bool() {
            Some(true) => Ok(()),
            _ => Err("there is none".into()),
        }
    });
    shows_nothing_of_ours(person, &path);
}

#[track_caller]
fn says_nothing_of_ours(paper: &Paper, what: &str) {
    let said: Vec<String> = crate::ours::ours()
        .into_iter()
        .filter(|words| paper.says(words))
        .collect();
    assert_eq!(said, [""; 0], "on {what}");
}

/// A parent of the other city whose note is open, and whose city's file has come.
fn parent_there(world: &World) -> Person {
    world.site().lays("directory.json", ELSEWHERE);
    let mother = parent_at(world.person(), &note());
    mother.opens("#/offices");
    mother.sees("灯台相談室");
    mother
}

fn every_screen_is_the_other_citys(world: &World) {
    let mother = parent_there(world);
    // It stood there already; another screen comes between.
    mother.opens("#/guide");
    let more = ["toudai", "kks"].map(|id| Route::Office(id.to_owned()));
    for place in places("minato").into_iter().chain(more) {
        visits(&mother, &place);
    }
    mother.opens("#/help");
    mother.sees("000-0000-0001");
    mother.opens("#/sheet/profile");
    mother.rewrites("住所", "");
    mother.rewrites("郵便番号", "9990002");
    mother.presses("みずうみ市南浜を住所に書く");
    mother.finds_written("住所", "みずうみ市南浜");
    mother.opens("#/transitions");
    mother.presses("カレンダーに入れる（.ics）");
    let file = fs::read_to_string(mother.downloaded()).unwrap();
    assert_eq!(ours_in(&file), [""; 0]);
    mother.presses("かぎをかける");
    mother.sees("ノートをひらく");
    shows_nothing_of_ours(&mother, "the door");

    let somebody = world.person();
    somebody.opens("");
    somebody.sees("はじめて使う");
    shows_nothing_of_ours(&somebody, "the first door");
    somebody.presses("はじめて使う");
    somebody.sees("パスフレーズ");
    shows_nothing_of_ours(&somebody, "the making of a note");
}

fn a_shared_machine_is_the_other_citys(world: &World) {
    world.site().lays("directory.json", ELSEWHERE);
    let mother = world.person_at(1024, 768);
    mother.opens("kiosk.html");
    mother.sees("ここには 何も のこりません");
    shows_nothing_of_ours(&mother, "the first screen of a shared machine");
    mother.presses("じぶんで書く");
    mother.types("呼び名", CALLED);
    mother.presses("ノートをつくる");
    mother.sees("シート");
    mother.script("location.hash = '#/guide'", Vec::new());
    for place in places("minato") {
        // Its address has a name of its own; only what stands behind # changes.
        mother.script(
            "document.getElementById('title')?.setAttribute('data-old', ''); location.hash = arguments[0]",
            vec![json!(place.fragment())],
        );
        let path = place.fragment();
        mother.until(&format!("has a heading at {path}"), async || {
            let there = "return !!document.querySelector('#title:not([data-old])')";
            match mother.tries(there, Vec::new()).await?.as_bool() {
                Some(true) => Ok(()),
                _ => Err("there is none".into()),
            }
        });
        shows_nothing_of_ours(&mother, &path);
    }
}

fn every_print_is_the_other_citys(world: &World) {
    let mother = parent_there(world);
    mother.opens("#/print");
    for what in [
        "はじめに読むページ",
        "私の紹介カード",
        "就学のページ",
        "これまでの記録",
    ] {
        mother.picks(what);
    }
    if let Some(paper) = mother.prints_with("印刷する") {
        assert!(paper.says("これまでの記録") && paper.says("みずうみ市南浜"));
        says_nothing_of_ours(&paper, "the filled sheets");
    }
    mother.in_group("印刷のしかた").picks("手で書く白いシート");
    if let Some(paper) = mother.prints_with("印刷する") {
        assert!(paper.says("〒999-") && paper.says("みずうみ市"));
        says_nothing_of_ours(&paper, "the blank sheets");
    }
    for path in ["#/slip/a1/print", "#/school-page"] {
        mother.opens(path);
        if let Some(paper) = mother.prints_with("印刷する") {
            says_nothing_of_ours(&paper, path);
        }
    }
}

fn every_step_of_handing_over_and_every_export_is_the_other_citys(world: &World) {
    let mother = parent_there(world);
    mother.opens("#/office/minato");
    mother.presses("わたすものを用意する");
    mother.sees("だれに わたしますか");
    assert!(mother.is_picked(OFFICE));
    shows_nothing_of_ours(&mother, "to whom");
    mother.picks("はじめての相談");
    mother.presses("わたすものをえらぶ");
    mother.sees("えらんであります");
    for form in [PROFILE, INTRODUCTION, EMPLOYMENT] {
        mother.picks(form.title.ja);
    }
    shows_nothing_of_ours(&mother, "what");
    mother.presses("見える内容をたしかめる");
    mother.sees("受け取る人には、このとおりに見えます。");
    shows_nothing_of_ours(&mother, "what will be seen");
    mother.types("同意した人", MOTHER);
    mother.types("署名", MOTHER);
    mother.presses("同意して、わたす用意をする");
    let code = mother.code_shown();
    shows_nothing_of_ours(&mother, "the code");
    mother.presses("ファイルでわたす");
    let file = mother.downloaded();

    let office = world.person_at(1024, 768);
    office.opens("#/receive");
    office.chooses_file("ファイルや写真を選ぶ", &[&file]);
    office.sees("ぜんぶ届きました");
    office.types("合い言葉の番号", &code);
    office.presses("ひらく");
    office.sees("保存していません");
    office.presses("もっていく");
    shows_nothing_of_ours(&office, "what an office reads");
    let names = "return [...document.querySelectorAll('nav[aria-label=\"もっていく\"] button')].map(one => one.innerText)";
    let names = office.script(names, Vec::new());
    let names: Vec<&str> = names
        .as_array()
        .unwrap()
        .iter()
        .filter_map(Value::as_str)
        .collect();
    assert!(names.len() > 6, "{names:?}");
    for name in names {
        office.presses(name);
        let file = office.downloaded();
        let text = fs::read(&file).unwrap();
        let text = String::from_utf8_lossy(&text);
        assert!(text.len() > 20, "{}", file.display());
        assert_eq!(ours_in(&text), [""; 0], "in {}", file.display());
    }
    if let Some(paper) = office.prints_with("印刷する") {
        says_nothing_of_ours(&paper, "what an office prints");
    }

    mother.opens("#/given");
    mother.sees(OFFICE);
    shows_nothing_of_ours(&mother, "what went to whom");
    mother.presses("この同意を取り消す");
    mother.presses("取り消す");
    mother.sees("000-0000-0001");
    shows_nothing_of_ours(&mother, "the notice");
}

in_every_engine!(
    every_screen_is_the_other_citys,
    a_shared_machine_is_the_other_citys,
    every_print_is_the_other_citys,
    every_step_of_handing_over_and_every_export_is_the_other_citys,
);
