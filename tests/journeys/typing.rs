//! Typing as people type: with an input method, in full width, in eras, by mistake.

use crate::{
    family,
    household::{PASSPHRASE, parent_at_home, parent_beginning, unlocks},
    place::Place,
    world::World,
    writing::finds,
};
use stepnote::forms::{EARLY_YEARS, MEDICATION, PROFILE};
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

fn the_reading_of_a_name_is_heard_and_suggested(world: &World) {
    let mother = parent_beginning(world);
    mother.presses(PROFILE.title.ja);
    let child = mother.in_group("お子さん");
    child.composes(
        "氏名",
        &[
            "む",
            "むさ",
            "むさし",
            "むさしは",
            "むさしはなこ",
            "武蔵花子",
        ],
    );
    child.finds_written("氏名", "武蔵花子");
    child.finds_written("ふりがな", "むさしはなこ");
    child.sees("ちがうときは なおしてください。");
    child.stands_in("氏名");
    // The row of the child among the family takes it along.
    child.types("性別", "女");
    mother.presses("もどる");
    mother.presses(PROFILE.title.ja);
    child.finds_written("ふりがな", "むさしはなこ");
    let family = mother.in_group("家族構成（本人含む）");
    family.presses("武蔵花子");
    family
        .in_group("家族 1")
        .finds_written("ふりがな", "むさしはなこ");
}

fn a_reading_the_parent_changed_stays_as_she_wrote_it(world: &World) {
    let mother = parent_beginning(world);
    mother.presses(PROFILE.title.ja);
    let child = mother.in_group("お子さん");
    child.composes("氏名", &["む", "むさし", "武蔵"]);
    child.finds_written("ふりがな", "むさし");
    child.rewrites("ふりがな", "たけくら");
    child.does_not_see("ちがうときは なおしてください。");
    child.composes("氏名", &["は", "はなこ", "花子"]);
    child.finds_written("氏名", "武蔵花子");
    child.types("性別", "女");
    child.finds_written("ふりがな", "たけくら");
    // A guess from the first letters, and a name that was pasted, are no readings.
    mother.presses("家族をたす");
    let row = mother.in_group("家族 2");
    row.composes("氏名", &["た", "たな", "田中"]);
    row.pastes("氏名", "美咲");
    row.types("続柄（※）", "母");
    row.finds_written("氏名", "田中美咲");
    row.finds_written("ふりがな", "");
}

fn a_postal_code_of_the_city_offers_its_town(world: &World) {
    let mother = parent_beginning(world);
    mother.presses(PROFILE.title.ja);
    let child = mother.in_group("お子さん");
    child.types("郵便番号", "１８０の００１２");
    child.presses("武蔵野市緑町を住所に書く");
    child.finds_written("住所", "武蔵野市緑町");
    child.stands_in("住所");
    child.types("住所", "0丁目0番");
    child.finds_written("郵便番号", "180-0012");
    child.does_not_see("を住所に書く");
    child.rewrites("住所", "三鷹市のどこか");
    child.does_not_see("を住所に書く");
}

fn rows_are_copied_moved_and_put_back(world: &World) {
    let mother = parent_at_home(world);
    mother.presses(PROFILE.title.ja);
    let household = mother.in_group("家族構成（本人含む）");
    household.presses("髙﨑 紬");
    household.in_group("家族 4").presses("写しをつくる");
    household.sees("写しをつくりました 5");
    household.sees("4 髙﨑 紬 妹 5 髙﨑 紬 妹");
    let copy = household.in_group("家族 5");
    copy.rewrites("氏名", "髙﨑 葵");
    copy.finds_written("続柄（※）", "妹");
    copy.presses("1つ上へ");
    household.sees("うごかしました。いまの番号は 4");
    household.sees("5 髙﨑 紬 妹 6 𠮷田 和子");
    // The button keeps the focus, so that it can be pressed again.
    household.in_group("家族 4").stands_on("1つ上へ");
    mother.presses_key(Key::Enter);
    household.sees("4 髙﨑 健太郎 父 5 髙﨑 紬");
    household.in_group("家族 3").presses("1つ下へ");
    household.sees("3 髙﨑 健太郎 父 4 髙﨑 葵 妹");
    household.in_group("家族 4").presses("けす");
    household.sees("けしました");
    household.does_not_see("葵");
    // The way back stands where the row stood, and has the focus.
    household.stands_on("もとにもどす");
    mother.presses_key(Key::Enter);
    household.sees("もとにもどしました");
    household.sees("4 髙﨑 葵 妹 5 髙﨑 紬 妹 6 𠮷田 和子");
    household.presses("髙﨑 葵");
    household.in_group("家族 4").presses("けす");
    household.does_not_see("葵");
    mother.presses("もどる");
    mother.presses(PROFILE.title.ja);
    finds(&mother, &PROFILE, &family::note().record(&PROFILE));
}

fn a_milestone_is_written_as_it_is_remembered(world: &World) {
    let mother = parent_beginning(world);
    mother.presses(EARLY_YEARS.title.ja);
    let milestone = |name| mother.in_group("からだのそだち").in_group(name);
    milestone("首すわり").types("ヶ月", "４");
    milestone("寝返り").types("ヶ月", "14");
    milestone("寝返り").sees("1歳2ヶ月");
    milestone("おすわり").presses("書き方をえらぶ");
    milestone("おすわり").picks("年月日で書く");
    milestone("おすわり").types("年", "令和3");
    for (name, state) in [("つたい歩き", "まだ"), ("独り歩き", "おぼえていない")]
    {
        milestone(name).presses("書き方をえらぶ");
        milestone(name).picks(state);
    }
    // Taken back: blank is none of the two.
    milestone("はいはい").presses("書き方をえらぶ");
    milestone("はいはい").picks("まだ");
    milestone("はいはい").picks("歳・ヶ月で書く");
    mother.presses("もどる");
    mother.presses(EARLY_YEARS.title.ja);
    milestone("首すわり").finds_written("ヶ月", "4");
    milestone("寝返り").finds_written("ヶ月", "14");
    milestone("おすわり").finds_written("年", "2021");
    milestone("つたい歩き").sees("まだ");
    milestone("独り歩き").sees("おぼえていない");
    milestone("はいはい").finds_written("ヶ月", "");
    milestone("はいはい").does_not_see("まだ");
}

fn what_was_written_once_is_offered_to_an_empty_field(world: &World) {
    let mother = parent_at_home(world);
    mother.presses(MEDICATION.title.ja);
    mother.presses("薬をたす");
    let row = mother
        .in_group(MEDICATION.sections[0].title.ja)
        .in_group("薬 6");
    row.does_not_see("けやき並木発達クリニック");
    row.pastes("医療機関名", "");
    row.in_group("前に書いたものから")
        .presses("けやき並木発達クリニック");
    row.finds_written("医療機関名", "けやき並木発達クリニック");
    row.stands_in("医療機関名");
    row.does_not_see("けやき並木発達クリニック");
}

in_every_engine!(
    a_milestone_is_written_as_it_is_remembered,
    what_was_written_once_is_offered_to_an_empty_field,
    a_postal_code_of_the_city_offers_its_town,
    rows_are_copied_moved_and_put_back,
    numbers_dates_and_readings_are_put_right_on_leaving,
    an_impossible_date_is_kept_as_it_was_typed,
    a_row_that_was_deleted_comes_back_whole,
    a_row_that_was_deleted_stays_away,
);
in_engine!(
    with_an_input_method,
    Chromium: a_name_composed_with_an_input_method_is_kept_as_it_was_chosen,
    enter_that_confirms_a_word_sends_no_form,
    the_reading_of_a_name_is_heard_and_suggested,
    a_reading_the_parent_changed_stays_as_she_wrote_it,
);
