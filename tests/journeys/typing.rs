//! Typing as people type: with an input method, in full width, in eras, by mistake.

use crate::{
    family,
    household::{PASSPHRASE, parent_at_home, parent_beginning, unlocks},
    place::Place,
    world::World,
    writing::finds,
};
use stepnote::forms::PROFILE;
use thirtyfour::Key;

fn a_name_composed_with_an_input_method_is_kept_as_it_was_chosen(world: &World) {
    let mother = parent_beginning(world);
    mother.presses(PROFILE.title.ja);
    let child = mother.in_group("お子さん");
    child.types("ふりがな", "たかさき ひなた");
    child.composes(
        "氏名",
        &["t", "た", "たか", "たかさき", "高崎", "\u{9AD9}\u{FA11}"],
    );
    child.finds_written("氏名", "\u{9AD9}\u{FA11}");
    assert_eq!(child.caret_in("氏名"), 2);
    child.composes("氏名", &["ひ", "ひな", "ひなた", "陽向"]);
    child.finds_written("氏名", "\u{9AD9}\u{FA11}陽向");
    // In the middle, where the space is missing.
    mother.presses_key(Key::Left);
    mother.presses_key(Key::Left);
    child.composes("氏名", &["\u{3000}"]);
    child.finds_written("氏名", "\u{9AD9}\u{FA11}\u{3000}陽向");
    assert_eq!(child.caret_in("氏名"), 3);
    child.stands_in("氏名");
    mother.is_at("/sheet/profile");
    child.finds_written("ふりがな", "たかさき ひなた");
    child.types("性別", "女");
    child.finds_written("氏名", family::CHILD);
    child.finds_written("ふりがな", "たかさき ひなた");
}

fn enter_that_confirms_a_word_sends_no_form(world: &World) {
    let mother = world.person();
    mother.opens("");
    mother.presses("はじめて使う");
    mother.types("パスフレーズ（合言葉）", PASSPHRASE);
    mother.presses("これに決める");
    mother.composes("呼び名", &["ひ", "ひな", "陽菜"]);
    mother.finds_written("呼び名", "陽菜");
    mother.composes("呼び名", &["た", "たん"]);
    mother.finds_written("呼び名", "陽菜たん");
    mother.in_group("表紙の色").picks("柿");
    mother.presses("ノートをつくる");
    mother.sees("陽菜たん");
}

fn numbers_dates_and_readings_are_put_right_on_leaving(world: &World) {
    let mother = parent_beginning(world);
    mother.presses(PROFILE.title.ja);
    writes_date(&mother, "記入日", ["令和８", "１１", "０８"]);
    let child = mother.in_group("お子さん");
    child.types("ふりがな", "タカサキ　ヒナタ");
    finds_date(&mother, "記入日", ["2026", "11", "8"]);
    writes_date(&child, "生年月日", ["R2", "９", "３"]);
    child.types("郵便番号", "〒１８０ー００１４");
    child.types("住所", "武蔵野市関前９丁目");
    finds_date(&child, "生年月日", ["2020", "9", "3"]);
    mother.sees("令和2年9月3日");
    mother.sees("6歳2カ月");
    mother.presses("連絡先をたす");
    let contact = mother.in_group("連絡先").in_group("連絡先 1");
    contact.types("電話番号", "０９０００００１２３４");
    contact.types("氏名", "\u{FA19}谷");
    contact.finds_written("電話番号", "090-0000-1234");
    child.finds_written("ふりがな", "たかさき　ひなた");
    child.finds_written("郵便番号", "180-0014");
    // What is hers alone stays as she typed it.
    child.finds_written("住所", "武蔵野市関前９丁目");
    contact.finds_written("氏名", "\u{FA19}谷");
}

fn writes_date(place: &Place, label: &str, parts: [&str; 3]) {
    for (unit, part) in ["年", "月", "日"].into_iter().zip(parts) {
        place.in_group(label).types(unit, part);
    }
}

fn finds_date(place: &Place, label: &str, parts: [&str; 3]) {
    for (unit, part) in ["年", "月", "日"].into_iter().zip(parts) {
        place.in_group(label).finds_written(unit, part);
    }
}

fn an_impossible_date_is_kept_as_it_was_typed(world: &World) {
    let mother = parent_beginning(world);
    mother.presses(PROFILE.title.ja);
    let typed = ["2021", "2", "３０"];
    writes_date(&mother.in_group("お子さん"), "生年月日", typed);
    mother.in_group("お子さん").types("住所", "武蔵野市");
    mother.sees("この日付は読み取れません。このままでも しまえます。");
    mother.presses("もどる");
    mother.presses("かぎをかける");
    unlocks(&mother);
    mother.presses(PROFILE.title.ja);
    finds_date(&mother.in_group("お子さん"), "生年月日", typed);
    mother.sees("この日付は読み取れません。このままでも しまえます。");
}

fn a_row_that_was_deleted_comes_back_whole(world: &World) {
    let mother = parent_at_home(world);
    mother.presses(PROFILE.title.ja);
    let household = mother.in_group("家族構成（本人含む）");
    household.presses("髙﨑 紬");
    household.in_group("家族 4").presses("けす");
    household.sees("けしました");
    household.does_not_see("紬");
    household.presses("もとにもどす");
    household.sees("3 髙﨑 健太郎 父 4 髙﨑 紬 妹 5 𠮷田 和子");
    household.does_not_see("けしました");
    mother.presses("もどる");
    mother.presses(PROFILE.title.ja);
    finds(&mother, &PROFILE, &family::note().record(&PROFILE));
}

fn a_row_that_was_deleted_stays_away(world: &World) {
    let mother = parent_at_home(world);
    mother.presses(PROFILE.title.ja);
    let contacts = mother.in_group("連絡先");
    contacts.presses("𠮷田 和子");
    contacts.in_group("連絡先 2").presses("けす");
    contacts.sees("けしました");
    mother.presses("もどる");
    mother.presses(PROFILE.title.ja);
    contacts.sees("髙﨑 美咲");
    contacts.does_not_see("和子");
}

in_every_engine!(
    numbers_dates_and_readings_are_put_right_on_leaving,
    an_impossible_date_is_kept_as_it_was_typed,
    a_row_that_was_deleted_comes_back_whole,
    a_row_that_was_deleted_stays_away,
);
in_engine!(
    with_an_input_method,
    Chromium: a_name_composed_with_an_input_method_is_kept_as_it_was_chosen,
    enter_that_confirms_a_word_sends_no_form,
);
