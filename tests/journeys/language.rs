//! The languages of the screen; what people wrote is never translated.

use crate::{
    family::FIRST,
    household::{parent_at_home, words_on},
    place::squeeze,
    post,
    world::World,
};
use std::fs;
use stepnote::forms::{INTRODUCTION, MEDICATION, PROFILE};

const KANJI: std::ops::RangeInclusive<char> = '\u{4e00}'..='\u{9fff}';

fn the_door_speaks_three_languages_and_remembers_which(world: &World) {
    let somebody = world.person();
    somebody.opens("");
    somebody.sees("はじめて使う");
    somebody.in_group("ことば").presses("English");
    somebody.sees("Start a note");
    let japanese = |c: &char| KANJI.contains(c) || ('\u{3040}'..='\u{30ff}').contains(c);
    let text = somebody
        .text()
        .replace("日本語", "")
        .replace("やさしい にほんご", "")
        .replace("中文", "");
    assert_eq!(text.chars().find(japanese), None, "in {text}");
    somebody.opens("#/receive");
    somebody.sees("Read with the camera");
    somebody.closes_the_tab();
    somebody.opens("");
    somebody.in_group("Language").presses("やさしい にほんご");
    somebody.sees("はじめて つかう");
    let text = somebody.text().replace("日本語", "").replace("中文", "");
    assert_eq!(text.chars().find(|c| KANJI.contains(c)), None, "in {text}");
    somebody.presses("日本語");
    somebody.sees("はじめて使う");
}

fn another_language_comes_from_a_file_of_words_and_stays(world: &World) {
    let somebody = world.person();
    somebody.opens("");
    somebody.sees("はじめて使う");
    somebody.presses("中文");
    somebody.sees("第一次使用");
    assert_eq!(somebody.barriers(), [""; 0]);
    somebody.closes_the_tab();
    somebody.opens("");
    somebody.sees("第一次使用");
    somebody.opens("#/display");
    let lang = somebody.script("return document.documentElement.lang", Vec::new());
    assert_eq!(lang.as_str(), Some("zh-Hans"));
    assert!(somebody.is_picked("中文"));
    somebody.picks("日本語");
    somebody.sees("表示設定");
    world.kept_private(&[""; 0]);
}

fn readings_stand_over_the_questions_and_are_not_read_out(world: &World) {
    let mother = parent_at_home(world);
    mother.opens("#/display");
    let over =
        "return [...document.querySelectorAll('ruby rt')].map(rt => rt.textContent).join(' ')";
    mother
        .in_group("ふりがな")
        .picks("小学校で ならわない漢字に つける");
    mother.opens("#/sheet/profile");
    mother.sees("家族構成");
    let hard = mother.script(over, Vec::new());
    let hard = hard.as_str().unwrap();
    assert!(hard.contains("ねんれい"), "年齢 is hard: {hard}");
    assert!(!hard.contains("じゅうしょ"), "住所 is not: {hard}");

    mother.opens("#/display");
    mother.in_group("ふりがな").picks("つける");
    mother.opens("#/sheet/profile");
    mother.sees("家族構成");
    // Found by what is heard: the word once, without its reading.
    assert_eq!(mother.barriers(), [""; 0]);
    mother.in_group("お子さん").types("住所", "緑町0丁目");
    let over = mother.script(over, Vec::new());
    let over = over.as_str().unwrap();
    for reading in ["せいねんがっぴ", "じゅうしょ", "かぞく"] {
        assert!(over.contains(reading), "{reading} in {over}");
    }
    // The languages are in the bar.
    mother.opens("#/");
    mother.presses("Language");
    mother.presses("English");
    mother.sees(PROFILE.title.en);
    let spoken = mother.script("return document.documentElement.lang", Vec::new());
    assert_eq!(spoken, "en");
}

fn an_office_reads_in_english_what_a_parent_wrote_in_japanese(world: &World) {
    let office = world.person_at(1024, 768);
    office.opens("");
    office.presses("English");
    office.presses("Receive");
    let file = office.new_name("example.stepnote");
    fs::write(&file, post::EXAMPLE).unwrap();
    office.chooses_file("Choose a file or pictures", &[&file]);
    office.sees("Everything has arrived");
    office.types("Code number", post::code());
    office.presses("Open");
    office.sees("Not saved");
    let text = office.text();
    for form in [PROFILE, INTRODUCTION, MEDICATION] {
        assert!(text.contains(form.title.en) && !text.contains(form.title.ja));
    }
    for label in [
        "Full name",
        "Date of birth",
        "3 September 2020",
        "6 years",
        "What I like",
        "Together",
        "since 12 September 2026",
    ] {
        assert!(text.contains(label), "no 「{label}」 in {text}");
    }
    for word in words_on(&FIRST) {
        assert!(text.contains(&squeeze(&word)), "「{word}」 is missing");
    }
}

in_every_engine!(
    the_door_speaks_three_languages_and_remembers_which,
    another_language_comes_from_a_file_of_words_and_stays,
    readings_stand_over_the_questions_and_are_not_read_out,
    an_office_reads_in_english_what_a_parent_wrote_in_japanese,
);
