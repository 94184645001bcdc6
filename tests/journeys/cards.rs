//! 受け取り用QR: an office shows a key for one hand-over, and what is sealed to it opens there and nowhere else.

use crate::{
    camera, family,
    household::{PASSPHRASE, parent_at, picks_for_herself, words_on},
    person::Person,
    pictures::Grey,
    place::squeeze,
    world::World,
};
use serde_json::json;
use std::{
    fs,
    path::{Path, PathBuf},
};
use stepnote::{carrier::qr::read_still, forms::MEDICATION};
use thirtyfour::Key;

const FILE: &str = "ファイルや写真を選ぶ";
const OFFER: &str = "受け取り用QRを出す";
const BY_CARD: &str = "窓口の受け取り用QRへわたす";
const SAME: &str = "同じ数字です。わたす";

/// What stands in large digits.
fn digits_shown(person: &Person) -> String {
    person.sees("見くらべる数字");
    six(person)
}

fn receipt_shown(person: &Person) -> String {
    person.sees("受領番号");
    six(person)
}

fn six(person: &Person) -> String {
    let script = "return document.querySelector('.ks-receipt').textContent";
    let shown = person.script(script, Vec::new());
    // Before them the same may stand once more, to be read out one by one.
    let shown: String = shown.as_str().unwrap().replace(' ', "");
    let shown = shown[shown.len().saturating_sub(6)..].to_owned();
    assert!(
        shown.len() == 6 && shown.bytes().all(|b| b.is_ascii_digit()),
        "{shown}"
    );
    shown
}

/// An office shows its code; a picture of it, and the digits under it.
fn shows(office: &Person, name: &str) -> (PathBuf, String) {
    office.opens("#/receive");
    office.presses(OFFER);
    let digits = digits_shown(office);
    (office.screenshot_of("読みとるQR", name), digits)
}

/// The parent has chosen what goes, and reads a picture of the code.
fn reads_card(mother: &Person, card: &Path) {
    mother.opens("#/hand-over");
    picks_for_herself(mother, &[MEDICATION]);
    mother.presses(BY_CARD);
    mother.chooses_file(FILE, &[card]);
}

/// Pictures of the codes that stand still on a wide screen.
fn pictures_shown(mother: &Person, name: &str) -> Vec<PathBuf> {
    mother.sees("3枚中1枚目 3枚中2枚目 3枚中3枚目");
    let picture =
        |n| mother.screenshot_of(&format!("QR 3枚中{n}枚目"), &format!("card-{name}-{n}"));
    (1..=3).map(picture).collect()
}

fn holds_the_medicines(office: &Person) {
    office.sees("保存していません");
    let text = office.text();
    for word in words_on(&[MEDICATION]) {
        assert!(text.contains(&squeeze(&word)), "「{word}」 is missing");
    }
}

fn what_goes_to_the_code_of_an_office_opens_there_once_and_without_a_number(world: &World) {
    let office = world.person_at(1024, 768);
    let (card, digits) = shows(&office, "card-once");
    assert_eq!(office.barriers(), [""; 0]);
    let mother = parent_at(world.person_at(1024, 768), &family::note());
    reads_card(&mother, &card);
    mother.sees("窓口の画面と、同じ数字ですか");
    assert_eq!(digits_shown(&mother), digits);
    assert_eq!(mother.barriers(), [""; 0]);
    mother.presses(SAME);
    mother.sees("番号はいりません。");
    mother.does_not_see("合い言葉の番号");
    assert_eq!(mother.barriers(), [""; 0]);
    let receipt = receipt_shown(&mother);
    let codes = pictures_shown(&mother, "once");
    let codes: Vec<&Path> = codes.iter().map(PathBuf::as_path).collect();

    office.chooses_file(FILE, &codes);
    holds_the_medicines(&office);
    assert_eq!(receipt_shown(&office), receipt);

    // The key is gone: the same codes open nothing any more, here or with another key.
    office.presses_key(Key::Escape);
    office.sees(OFFER);
    office.chooses_file(FILE, &codes);
    office.sees("この受け取り用QRは、使い終わっています");
    office.does_not_see("保存していません");

    mother.presses("わたしおわりました");
    reads_card(&mother, &card);
    mother.sees("この受け取り用QRには、もうわたしました");
    world.kept_private(&[digits, receipt]);
}

fn what_is_for_another_office_does_not_open_and_other_digits_are_not_handed_to(world: &World) {
    let office = world.person_at(1024, 768);
    let (card, _) = shows(&office, "card-of-one");
    let mother = parent_at(world.person_at(1024, 768), &family::note());
    reads_card(&mother, &card);
    mother.presses("違う数字です");
    mother.sees("数字が違うので、わたしていません");
    mother.chooses_file(FILE, &[&card]);
    mother.presses(SAME);
    let codes = pictures_shown(&mother, "other");
    let codes: Vec<&Path> = codes.iter().map(PathBuf::as_path).collect();
    let other = world.person();
    shows(&other, "card-of-another");
    other.chooses_file(FILE, &codes);
    other.sees("ほかの窓口あてです");
    let keys = other.in_group("あて先のかぎ");
    keys.sees("窓口のかぎ ありません");
    let of_both = "const all = document.querySelectorAll('[aria-labelledby=addressed] b'); return [...all].map(e => e.textContent)";
    let named = other.script(of_both, Vec::new());
    let named: Vec<String> = serde_json::from_value(named).unwrap();
    assert!(named.len() == 2 && named[0] != named[1], "{named:?}");
    assert_eq!(other.barriers(), [""; 0]);
    other.screenshot("addressed-elsewhere");
    // A new code in the place of the one that was read.
    office.presses("受け取り用QRを閉じる");
    office.presses(OFFER);
    digits_shown(&office);
    office.chooses_file(FILE, &codes);
    office.sees("前の受け取り用QRにあてたものです");
}

/// The clocks of the pages run ahead; nobody waits for them.
fn a_code_is_not_used_when_its_time_is_over(world: &World) {
    // In Firefox a script of the driver has a Date of its own.
    let ahead =
        "const { Date } = window, now = Date.now; Date.now = () => now() + arguments[0] * 60000;";
    let ahead = ahead.replace("arguments[0]", "minutes");
    let ahead = format!("const minutes = arguments[0]; {ahead}");
    let office = world.person_at(1024, 768);
    let (card, _) = shows(&office, "card-late");
    let mother = parent_at(world.person_at(1024, 768), &family::note());
    reads_card(&mother, &card);
    mother.presses(SAME);
    let codes = pictures_shown(&mother, "late");
    let codes: Vec<&Path> = codes.iter().map(PathBuf::as_path).collect();
    office.script(&ahead, vec![json!(25)]);
    office.chooses_file(FILE, &codes);
    office.sees("前の受け取り用QRにあてたものです");

    let father = parent_at(world.person_at(1024, 768), &family::note());
    father.script(&ahead, vec![json!(25)]);
    reads_card(&father, &card);
    father.sees("この受け取り用QRは、時間が過ぎています");
}

fn a_code_that_the_telephone_opened_as_a_link_is_taken_along(world: &World) {
    let office = world.person_at(1024, 768);
    let (card, digits) = shows(&office, "card-link");
    let Grey { w, h, px } = camera::read(&card);
    let read = read_still(&px, w, h);
    let link = String::from_utf8(read[0].bytes.clone()).unwrap();
    assert!(link.starts_with(&(world.site().address() + "#")), "{link}");

    let mother = parent_at(world.person_at(1024, 768), &family::note());
    mother.closes_the_tab();
    mother.opens_link(&link);
    mother.sees("窓口の受け取り用QRです");
    mother.is_at("/receive");
    assert_eq!(mother.barriers(), [""; 0]);
    mother.presses("わたすものを用意する");
    mother.sees("ノートをひらく");
    mother.types("パスフレーズ（合言葉）", PASSPHRASE);
    mother.presses("ひらく");
    mother.sees("だれに わたしますか");
    picks_for_herself(&mother, &[MEDICATION]);
    mother.presses(BY_CARD);
    assert_eq!(digits_shown(&mother), digits);
}

/// The camera of the parent sees the code of the office.
fn a_code_of_an_office_is_read_by_the_camera(world: &World) {
    let office = world.person_at(1024, 768);
    let (card, digits) = shows(&office, "card-filmed");
    let mother = parent_filming(world, &card);
    mother.opens("#/hand-over");
    picks_for_herself(&mother, &[MEDICATION]);
    mother.presses(BY_CARD);
    mother.presses("カメラで読みとる");
    assert_eq!(digits_shown(&mother), digits);
}

fn parent_filming(world: &World, card: &Path) -> Person {
    let film = world.person().new_name("film.y4m");
    camera::film(&film, &[camera::read(card)], 3);
    parent_at(world.person_filming(film), &family::note())
}

const KEY_PHRASE: &str = "けやき並木 あおぞら";

/// The office chooses a file that is for its own key, and opens it.
fn opens_with_its_key(office: &Person, file: &Path) {
    office.opens("#/receive");
    office.chooses_file(FILE, &[file]);
    office.sees("窓口のかぎでひらきます");
    office.types("パスフレーズ（合言葉）", KEY_PHRASE);
    office.presses("ひらく");
    holds_the_medicines(office);
}

fn a_file_for_the_standing_key_of_an_office_opens_there_with_its_passphrase(world: &World) {
    let office = world.person_at(1024, 768);
    office.opens("#/receive");
    office.presses("窓口のかぎ");
    office.types("窓口の名前", "そうだん室");
    office.types("パスフレーズ（合言葉）", KEY_PHRASE);
    assert_eq!(office.barriers(), [""; 0]);
    office.presses("かぎをつくる");
    office.sees("窓口のかぎの番号（16けた）");
    assert_eq!(office.barriers(), [""; 0]);
    let number = office.script(
        "return document.querySelector('.ks-code').textContent",
        Vec::new(),
    );
    let number = number.as_str().unwrap().to_owned();
    assert!(
        number.len() == 16 && number.bytes().all(|b| b.is_ascii_digit()),
        "{number}"
    );
    let name = office.script(
        "return document.querySelector('article .ks-small b').textContent",
        Vec::new(),
    );
    let name = name.as_str().unwrap().to_owned();
    office.sees(&["かぎの記号 ", &name].concat());
    office.screenshot("named-key");
    office.presses("受け取り用QRをファイルにする");
    let card = office.downloaded();
    office.presses("かぎを控えにしまう");
    let copy = office.downloaded();

    let mother = parent_at(world.person(), &family::note());
    reads_card(&mother, &card);
    mother.sees("そうだん室");
    mother.types("窓口のかぎの番号（16けた）", "1234");
    mother.presses("番号をたしかめて、わたす");
    mother.sees("番号は16けたです");
    let other: String = number.chars().rev().collect();
    mother.rewrites("窓口のかぎの番号（16けた）", &(other + "0")[1..]);
    mother.presses("番号をたしかめて、わたす");
    mother.sees("数字が違うので、わたしていません");
    assert_eq!(mother.barriers(), [""; 0]);
    mother.rewrites("窓口のかぎの番号（16けた）", &number);
    mother.presses("番号をたしかめて、わたす");
    mother.sees("この窓口のかぎだけでひらけます。");
    mother.presses("ファイルでわたす");
    let file = mother.downloaded();

    opens_with_its_key(&office, &file);
    office.opens("#/office-key");
    office.presses("このかぎを消す");
    office.sees("控えがなければもうひらけません。");
    office.presses("このかぎを消す");
    office.sees("かぎのファイルを入れる");
    assert!(
        office
            .stored()
            .iter()
            .all(|(name, _)| !name.contains("office"))
    );
    office.opens("#/receive");
    office.chooses_file(FILE, &[&file]);
    office.sees("ほかの窓口あてです");
    let keys = office.in_group("あて先のかぎ");
    keys.sees(&["届いたもの ", &name].concat());
    keys.sees("窓口のかぎ ありません");
    assert_eq!(office.barriers(), [""; 0]);
    office.screenshot("addressed");
    office.opens("#/office-key");
    office.chooses_file("かぎのファイルを入れる", &[&copy]);
    office.sees("窓口のかぎの番号（16けた）");
    opens_with_its_key(&office, &file);
    world.kept_private(&[KEY_PHRASE.to_owned(), number]);
}

fn a_dark_screen_prints_the_same_paper(world: &World) {
    let office = world.person_at(1024, 768);
    office.opens("#/office-key");
    office.types("窓口の名前", "そうだん室");
    office.types("パスフレーズ（合言葉）", KEY_PHRASE);
    office.presses("かぎをつくる");
    office.sees("窓口のかぎの番号（16けた）");
    let mother = parent_at(world.person_at(1024, 768), &family::note());
    let [light, dark] = ["ふつう", "暗い"].map(|colours| {
        for person in [&office, &mother] {
            person.opens("#/display");
            person.in_group("色").picks(colours);
        }
        office.opens("#/office-key");
        office.sees("窓口のかぎの番号（16けた）");
        mother.opens("#/sheet/medication");
        mother.sees("服薬の記録");
        let papers = [
            ("key-sheet", office.prints_with("印刷する")?),
            ("sheet-screen", mother.prints_by_the_menu()?),
        ];
        let looks = papers.map(|(what, paper)| {
            let name = format!("{}-{what}-{colours}", office.engine().name());
            fs::read(paper.keep_pictures(&name)).unwrap()
        });
        Some(looks)
    });
    assert!(light == dark, "another paper");
}

in_every_engine!(
    a_dark_screen_prints_the_same_paper,
    a_file_for_the_standing_key_of_an_office_opens_there_with_its_passphrase,
    what_goes_to_the_code_of_an_office_opens_there_once_and_without_a_number,
    what_is_for_another_office_does_not_open_and_other_digits_are_not_handed_to,
    a_code_is_not_used_when_its_time_is_over,
    a_code_that_the_telephone_opened_as_a_link_is_taken_along,
);

in_engine!(with_a_camera, Chromium: a_code_of_an_office_is_read_by_the_camera);
