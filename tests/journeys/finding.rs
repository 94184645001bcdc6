//! Finding again: a word in the note, what happened when, who is there for the child.

use crate::{
    family,
    household::{CALLED, parent_at_home, parent_beginning, unlocks},
    person::Person,
    world::World,
};
use serde_json::json;
use stepnote::{
    answer::Typed,
    form::Form,
    forms::{ALL, CARE, ENROLMENT, PAPERS},
    record::Record,
    text::Lang,
    timeline::{Event, Timeline},
};
use thirtyfour::Key;

const SEARCH: &str = "さがす";
const STORY: &str = "あゆみ";
const PEOPLE: &str = "つながり";
/// Nobody writes it, so nothing else can bring it anywhere.
const SOUGHT: &str = "すみれいろの ひみつ";

fn a_word_in_a_row_is_found_and_opened_where_it_stands(world: &World) {
    let mother = parent_at_home(world);
    mother.presses(SEARCH);
    mother.stands_in(SEARCH);
    mother.types(SEARCH, "ちゅあぶる");
    mother.sees("1件 見つかりました");
    mother.presses("モンテルカストチュアブル錠5mg");
    mother.is_at("/sheet/medication");
    mother.stands_on("モンテルカストチュアブル錠5mg");
    mother.finds_written("備考", "6歳になったので細粒からかわりました。寝る前。");

    goes_back(&mother);
    mother.finds_written(SEARCH, "ちゅあぶる");
    mother.rewrites(SEARCH, "ひなちゃん");
    mother.presses("ひなちゃん");
    mother.stands_in("お名前の呼び方・愛称など");
}

fn an_answer_that_is_folded_away_is_found_and_unfolded(world: &World) {
    let mother = parent_at_home(world);
    mother.presses(SEARCH);
    mother.types(SEARCH, "三か月前 予約");
    mother.presses("けやき並木発達クリニック");
    mother.stands_on("けやき並木発達クリニック");
    mother.finds_written("備考", "予約は三か月前から。");
}

fn what_is_sought_stands_nowhere_and_is_forgotten_with_the_note(world: &World) {
    let mother = parent_at_home(world);
    mother.presses(SEARCH);
    mother.types(SEARCH, SOUGHT);
    mother.sees("見つかりませんでした");
    mother.is_at("/search");
    assert_eq!(mother.title(), "さがす – ステップノート");
    // How many steps are ours is all that stays with a step.
    let history = mother.script("return [Number.isInteger(history.state), name]", Vec::new());
    assert_eq!(history, json!([true, ""]));
    let kept = format!("{:?}", mother.stored());
    assert!(!kept.contains("すみれいろ"), "{kept}");
    world.kept_private(&["すみれいろ"]);

    mother.presses("かぎをかける");
    unlocks(&mother);
    mother.presses(SEARCH);
    mother.finds_written(SEARCH, "");
}

/// Everything the family's note tells of, as the app's own pure half reads it.
fn story() -> Vec<Event> {
    let note = family::note();
    let records: Vec<(&'static Form, Record)> =
        ALL.iter().map(|form| (form, note.record(form))).collect();
    let today = Typed::from_iso("2026-11-21").unwrap().understood().unwrap();
    let told = Timeline::of(&records, today, Lang::Ja);
    let dated = told.years.into_iter().flat_map(|year| year.events);
    dated.chain(told.undated).collect()
}

/// What of the story cannot be read on the page.
fn missing(parent: &Person, when: fn(&Event) -> &str) -> Vec<String> {
    let text = parent.text();
    let ages = |event: &Event| {
        event
            .ages
            .map_or_else(String::new, |ages| ages.words(Lang::Ja))
    };
    let words = |event: Event| [when(&event).to_owned(), ages(&event), event.title];
    let words = story().into_iter().flat_map(words);
    let squeezed = words.map(|word| word.split_whitespace().collect::<Vec<_>>().join(" "));
    squeezed.filter(|word| !text.contains(word)).collect()
}

fn all_that_happened_stands_on_one_path_and_the_table_says_the_same(world: &World) {
    let mother = parent_at_home(world);
    mother.presses(STORY);
    mother.sees("生まれた日");
    assert!(story().len() > 30);
    assert_eq!(missing(&mother, |event| &event.near), [""; 0]);
    mother.sees("2024年 4歳になる年・4月から 年少");

    mother.presses("表で見る");
    mother
        .in_group(STORY)
        .sees("2024年4月（令和6年）から いまも 3歳6〜7カ月");
    assert_eq!(missing(&mother, |event| &event.when), [""; 0]);

    mother.unpicks("服薬");
    mother.does_not_see("メラトニン");
    mother.presses("道で見る");
    mother.sees("田中ビネー知能検査");
    mother.does_not_see("メラトニン");
    mother.picks("服薬");
    mother.sees("メラトニン");

    // One year alone, and all of them again.
    let sees_the = "const years = document.getElementById('ay-year');
        years.value = [...years.options].find(one => one.text === arguments[0]).value;
        years.dispatchEvent(new Event('change', { bubbles: true }))";
    mother.script(sees_the, vec![json!("2024年")]);
    mother.does_not_see("生まれた日");
    mother.sees("2024年 4歳になる年・4月から 年少");
    mother.script(sees_the, vec![json!("ぜんぶの年")]);
    mother.sees("生まれた日");

    mother.presses("田中ビネー知能検査");
    mother.is_at("/sheet/care");
    mother.stands_on("田中ビネー知能検査");
    mother.finds_written("結果", "見て覚えることが得意、と説明されました。");
}

fn whoever_is_there_stands_around_the_child_and_in_a_list(world: &World) {
    let mother = parent_at_home(world);
    mother.presses(PEOPLE);
    mother.screenshot_of(&format!("{CALLED}を いま支えている人たち 4か所"), "people");
    let now = mother.in_group("いま");
    for word in [
        "家族",
        "母・父・妹",
        "こぶし野こども園",
        "南野 みどり先生",
        "0422-00-2222",
    ] {
        now.sees(word);
    }
    assert!(now.can_press("電話 けやき並木発達クリニック 0422-00-1111"));
    assert!(!now.can_press("どんぐり坂保育園"));
    mother.presses("まえ");
    mother.in_group("まえ").presses("どんぐり坂保育園");
    mother.is_at("/sheet/enrolment");
    mother.stands_on("どんぐり坂保育園");
}

fn usual_ages_stand_beside_the_childs_only_when_asked_for_and_say_their_source(world: &World) {
    const USUAL: &str = "めやすを表示する";
    let mother = parent_at_home(world);
    mother.presses(STORY);
    let steps = mother.in_group("できるようになったこと");
    steps.sees("首すわり 0歳4カ月");
    steps.sees("人見知り まだ");
    steps.sees("喃語 おぼえていない");
    assert!(!steps.is_picked(USUAL));
    steps.does_not_see("未満");
    steps.does_not_see("調査");
    steps.picks(USUAL);
    steps.sees("首すわり 0歳4カ月 めやす 0歳4カ月〜0歳5カ月未満");
    steps.sees("令和5年 乳幼児身体発育調査");
    steps.sees("ひとりひとり ちがいます");
    steps.unpicks(USUAL);
    steps.does_not_see("未満");
}

fn a_blank_note_says_kindly_what_will_stand_here_and_where_to_write_it(world: &World) {
    let mother = parent_beginning(world);
    mother.presses(STORY);
    mother.sees("ここで一本の道になります");
    mother.in_group("シート").presses(ENROLMENT.title.ja);
    mother.is_at("/sheet/enrolment");
    goes_back(&mother);
    mother.presses(PEOPLE);
    mother.sees("お子さんのまわりに並びます");
    mother.in_group("シート").presses(CARE.title.ja);
    mother.is_at("/sheet/care");
    mother.presses("もどる");
    mother.presses(SEARCH);
    mother.sees("さがしたことばは、どこにも残りません");
    mother.types(SEARCH, "アレルギー ");
    mother.presses_key(Key::Backspace);
    mother.sees("見つかりませんでした");
}

fn a_screen_stands_still_once_it_is_seen_however_late_its_heading_is_reached(world: &World) {
    let mother = parent_at_home(world);
    mother.presses(PAPERS.title.ja);
    mother.sees("このシートは");
    // A device that draws late.
    let late = "window.late = []; window.requestAnimationFrame = draw => late.push(draw)";
    mother.script(late, Vec::new());
    mother.presses("もどる");
    mother.sees("私の紹介 書きました");
    let slipped = "scrollTo(0, 300); late.forEach(draw => draw(0)); return [document.activeElement.id, scrollY]";
    assert_eq!(mother.script(slipped, Vec::new()), json!(["title", 300]));
}

fn goes_back(parent: &Person) {
    parent.script("history.back()", Vec::new());
}

in_every_engine!(
    a_word_in_a_row_is_found_and_opened_where_it_stands,
    an_answer_that_is_folded_away_is_found_and_unfolded,
    what_is_sought_stands_nowhere_and_is_forgotten_with_the_note,
    all_that_happened_stands_on_one_path_and_the_table_says_the_same,
    whoever_is_there_stands_around_the_child_and_in_a_list,
    usual_ages_stand_beside_the_childs_only_when_asked_for_and_say_their_source,
    a_blank_note_says_kindly_what_will_stand_here_and_where_to_write_it,
    a_screen_stands_still_once_it_is_seen_however_late_its_heading_is_reached,
);
