//! Where to turn and when: offices, turning points, another city, and practising.

use crate::{
    family,
    household::{
        CALLED, PASSPHRASE, hands_over, parent_at, parent_at_home, picks_for_herself, unlocks,
    },
    ours::ELSEWHERE,
    person::Person,
    place::squeeze,
    world::World,
};
use serde_json::json;
use std::{fs, time::SystemTime};
use stepnote::{
    answer::{Answer, PartialDate, Typed},
    directory::Moment,
    forms::{EMPLOYMENT, INTRODUCTION, OWN_WORDS, PROFILE},
    record::Note,
};

/// The family's note, its child one who goes to school so many school years after this one began.
fn child_at_school_in(years: i32) -> Note {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    let now = u64::try_from(now.unwrap().as_millis()).unwrap();
    let today = Moment::in_japan(now).unwrap().day;
    let begun = i32::from(today.year) - i32::from(today.month < Some(4));
    let year = u16::try_from(begun + years - 7).unwrap();
    let birth = PartialDate::day(year, 6, 15).unwrap();
    let mut note = family::note();
    let mut profile = note.record(&PROFILE);
    profile
        .answers
        .put("birth", Answer::Date(Typed::from(birth)));
    note.put(&PROFILE, &profile);
    note
}

/// Chooses one of a list.
fn chooses(person: &Person, id: &str, code: &str) {
    let script = "const list = document.getElementById(arguments[0]); list.value = arguments[1];
        list.dispatchEvent(new Event('change', { bubbles: true }))";
    person.script(script, vec![json!(id), json!(code)]);
}

fn before_a_visit_the_office_is_found_and_what_is_not_known_is_to_be_asked(world: &World) {
    let mother = parent_at_home(world);
    mother.presses("そうだん先をさがす");
    mother.sees("迷ったときは");
    mother.sees("0123はらっぱ");
    mother.types("名前やことばでさがす", "ハビット");
    mother.does_not_see("0123はらっぱ");
    mother.presses("児童発達支援センター 相談部ハビット");
    mother.sees("市にお確かめください");
    mother.sees("0422-55-8510");
    mother.sees("2021年4月の資料です");
    mother.presses("わたすものを用意する");
    picks_for_herself(&mother, &[INTRODUCTION]);
    mother.presses("わたす用意をする");
    mother.code_shown();
}

fn an_office_says_whether_it_is_open_and_can_be_called(world: &World) {
    let somebody = world.person();
    somebody.opens("#/office/kks");
    somebody.sees("0120-839-002");
    somebody.sees("8:30〜22:00");
    somebody.sees("日・祝・年末年始");
    let said = somebody.text();
    let states = ["いま あいています", "いまは しまっています", "年末年始です"].map(squeeze);
    assert!(
        states.iter().any(|state| said.contains(state.as_str())),
        "{said}"
    );
    let call = "return document.querySelector('main a[href^=\"tel:\"]').getAttribute('href')";
    assert_eq!(somebody.script(call, Vec::new()), json!("tel:0120839002"));
}

fn the_year_before_school_is_told_and_its_page_is_made_of_what_is_written(world: &World) {
    let mother = parent_at(world.person(), &child_at_school_in(1));
    mother.sees("つぎの節目");
    mother.presses("節目のよてい");
    for words in [
        "就学相談のお知らせのころです",
        "就学時健診のころです",
        "就学支援シートを書くころです",
        "入学です。もう一度、わたしましょう",
        "教育支援センター",
    ] {
        mother.sees(words);
    }
    mother.presses("カレンダーに入れる（.ics）");
    let file = fs::read_to_string(mother.downloaded()).unwrap();
    assert!(file.starts_with("BEGIN:VCALENDAR\r\n") && file.contains("UID:school-start-"));
    for word in [family::CHILD, CALLED, "VALARM"] {
        assert!(!file.contains(word), "「{word}」 in {file}");
    }
    mother.presses("就学のページをつくる");
    mother.sees("学校、あそべえ、学童には、それぞれにわたします。");
    if let Some(paper) = mother.prints_with("印刷する") {
        assert_eq!(paper.pages(), 1);
        for words in ["就学のページ", "家庭での様子", "学校へのお願い"] {
            assert!(paper.says(words), "no 「{words}」 on {paper:?}");
        }
        assert!(!paper.says("南野") && !paper.says("練習"));
    }
}

fn at_the_end_of_junior_high_the_young_person_says_what_is_told(world: &World) {
    let mother = parent_at(world.person(), &child_at_school_in(-8));
    mother.opens("#/transitions");
    mother.sees("本人と話しはじめるころです");
    mother.sees("みらいる");
    mother.presses("本人のページを書く");
    mother.types("伝えてほしいこと", "話すより、書く方が楽です。");
    mother.types("伝えてほしくないこと", "二年生の秋のこと。");
    mother.picks("一部ならいいです");
    mother.presses("しまう");
    let code = hands_over(&mother, &[OWN_WORDS]);
    mother.presses("ファイルでわたす");
    let file = mother.downloaded();
    let office = world.person_at(1024, 768);
    office.opens("#/receive");
    office.chooses_file("ファイルや写真を選ぶ", &[&file]);
    office.sees("ぜんぶ届きました");
    office.types("合い言葉の番号", &code);
    office.presses("ひらく");
    office.sees("話すより、書く方が楽です。");
    office.sees("一部ならいいです");
    office.does_not_see("二年生の秋");
    office.does_not_see(INTRODUCTION.title.ja);
}

fn after_eighteen_the_note_can_be_passed_on_and_other_offices_are_named(world: &World) {
    let mother = parent_at(world.person(), &child_at_school_in(-13));
    mother.opens("#/transitions");
    for office in ["それいゆ", "福祉総合相談窓口", "障害者福祉課"] {
        mother.sees(office);
    }
    mother.sees("本人に引き継ぐ");
    mother.opens("#/offices");
    mother.sees("いまのお子さんに");
    mother.opens("#/transitions");
    mother.presses("本人に引き継ぐ");
    mother.is_at("/leave");
}

fn a_mother_looking_for_work_finds_whom_to_ask_and_her_number_stays(world: &World) {
    let mother = parent_at_home(world);
    mother.opens("#/offices");
    mother.sees("0123はらっぱ");
    chooses(&mother, "office-topic", "work");
    mother.sees("ひとり親家庭サービスのしおり");
    mother.does_not_see("0123はらっぱ");
    mother.presses("ハローワーク");
    mother.sees("市にお確かめください");
    let code = hands_over(&mother, &[EMPLOYMENT]);
    mother.presses("ファイルでわたす");
    let file = mother.downloaded();
    let office = world.person_at(1024, 768);
    office.opens("#/receive");
    office.chooses_file("ファイルや写真を選ぶ", &[&file]);
    office.types("合い言葉の番号", &code);
    office.presses("ひらく");
    office.sees("保存していません");
    office.does_not_see("第8800777号");
}

fn a_broken_file_of_the_city_is_explained_and_the_built_in_one_used(world: &World) {
    let broken = ELSEWHERE.replace("\"000-0000-0001\"", "\"内線7\"");
    world.site().lays("directory.json", &broken);
    let somebody = world.person();
    somebody.opens("#/offices");
    somebody.sees("この市の窓口の一覧（directory.json）が読めませんでした");
    somebody.sees("offices[0].lines[0].phones[0]");
    somebody.sees("0123はらっぱ");
    somebody.does_not_see("内線7");
    somebody.does_not_see("みなと親子センター");
}

fn the_guide_and_its_tour_lead_to_the_first_page(world: &World) {
    let somebody = world.person();
    somebody.opens("");
    somebody.presses("ノートの使い方");
    somebody.sees("母子健康手帳。");
    somebody.sees("教育支援センター");
    somebody.presses("3分で見てまわる");
    somebody.sees("1 / 6");
    for stop in 2..=6 {
        somebody.presses("つぎへ");
        somebody.sees(&format!("{stop} / 6"));
    }
    somebody.presses("はじめる");
    somebody.sees("はじめて使う");
}

fn practising_never_touches_what_is_kept_here(world: &World) {
    let staff = parent_at_home(world);
    staff.presses("かぎをかける");
    staff.sees("ノートをひらく");
    let kept = staff.stored();
    staff.opens("#/practice");
    staff.presses("練習をはじめる");
    staff.sees("れんしゅう はる");
    staff.sees("練習です。本当のことは書かないでください");
    staff.does_not_see(CALLED);
    staff.opens("#/sheet/introduction");
    staff.types("お名前の呼び方・愛称など", "そらいろの紙ひこうき");
    staff.presses("しまう");
    for path in ["#/keys", "#/backup", "#/restore", "#/recover", "#/leave"] {
        staff.opens(path);
        staff.sees("練習では使えません");
    }
    staff.opens("#/print");
    staff.sees("練習です。");
    if let Some(paper) = staff.prints_with("印刷する") {
        assert!(paper.says("練習") && paper.says("そらいろの紙ひこうき"));
    }
    assert_eq!(staff.stored(), kept);
    staff.presses("練習を終える");
    unlocks(&staff);
    staff.does_not_see("練習です。");
    staff.opens("#/sheet/introduction");
    let written = family::note().record(&INTRODUCTION);
    staff.finds_written("お名前の呼び方・愛称など", written.answers.text("nickname"));
    staff.opens("#/search");
    staff.types("さがす", "そらいろ");
    staff.does_not_see("紙ひこうき");
    world.kept_private(&[PASSPHRASE]);
}

in_every_engine!(
    before_a_visit_the_office_is_found_and_what_is_not_known_is_to_be_asked,
    an_office_says_whether_it_is_open_and_can_be_called,
    the_year_before_school_is_told_and_its_page_is_made_of_what_is_written,
    at_the_end_of_junior_high_the_young_person_says_what_is_told,
    after_eighteen_the_note_can_be_passed_on_and_other_offices_are_named,
    a_mother_looking_for_work_finds_whom_to_ask_and_her_number_stays,
    a_broken_file_of_the_city_is_explained_and_the_built_in_one_used,
    the_guide_and_its_tour_lead_to_the_first_page,
    practising_never_touches_what_is_kept_here,
);
