//! The staff of a shared machine: a PIN, what they decide, and what they are told.

use crate::{
    household::{CALLED, picks_for_herself},
    person::Person,
    world::World,
};
use serde_json::{Value, json};
use stepnote::forms::INTRODUCTION;

const PIN: &str = "482913";
const SENTENCE: &str = "かさをさして、水たまりのふちを歩きました";

fn at_the_machine(world: &World) -> Person {
    let person = world.person_at(1024, 768);
    person.opens("kiosk.html");
    person.sees("ここには 何も のこりません");
    person
}

fn sets_the_machine_up(person: &Person) {
    person.presses("スタッフ");
    person.sees("はじめに、暗証番号を決めてください。");
    person.types("暗証番号", PIN);
    person.types("もう一度 同じ番号", PIN);
    person.presses("これに決める");
    person.sees("持って帰りかた");
}

fn opens_the_page_of_the_staff(person: &Person) {
    person.presses("スタッフ");
    person.types("暗証番号", PIN);
    person.presses("ひらく");
    person.sees("持って帰りかた");
}

fn begins_a_note(person: &Person) {
    person.presses("じぶんで書く");
    person.types("呼び名", CALLED);
    person.presses("ノートをつくる");
    person.in_group("シート").presses(INTRODUCTION.title.ja);
    person.types("特徴的なエピソードなど", SENTENCE);
    person.sees("ほぞんしました");
    person.script("location.hash = '#/'", Vec::new());
    person.sees("表紙をなおす");
}

/// What lies in the storage, but for the number itself.
fn kept(person: &Person) -> Value {
    let stored = person.stored();
    let [(name, text)] = <[_; 1]>::try_from(stored).expect("one thing is kept");
    assert_eq!(name, "local:stepnote:machine");
    assert!(!text.contains(PIN), "the PIN itself is kept");
    serde_json::from_str(&text).unwrap()
}

fn nothing_leaves_but_qr_codes_until_the_staff_allow_it(world: &World) {
    let staff = at_the_machine(world);
    staff.sees("QRコードで持って帰れます");
    for way in ["白いシート", "紙で持って帰れます", "紙に印刷"] {
        staff.does_not_see(way);
    }
    sets_the_machine_up(&staff);
    staff.in_group("自己点検").sees("何ものこっていません");
    assert_eq!(staff.barriers(), [""; 0]);
    staff.screenshot("staff");
    assert_eq!(kept(&staff)["ways"], json!(["codes"]));
    staff.presses("もどる");
    begins_a_note(&staff);
    staff.does_not_see("印刷");
    staff.presses("わたす");
    picks_for_herself(&staff, &[INTRODUCTION]);
    staff.presses("わたす用意をする");
    staff.code_shown();
    staff.sees("スタッフに言ってください");
    staff.does_not_see("ファイルでわたす");

    // Once, for whoever is there.
    opens_the_page_of_the_staff(&staff);
    staff.presses("ファイルの保存を一度だけ");
    staff.sees("一度だけ できるようにしました。");
    staff.presses("もどる");
    staff.presses("わたす");
    picks_for_herself(&staff, &[INTRODUCTION]);
    staff.presses("わたす用意をする");
    staff.code_shown();
    staff.presses("ファイルでわたす");
    staff.downloaded();
    staff.does_not_see("ファイルでわたす");

    // What the browser prints by itself is blank.
    if let Some(paper) = staff.prints_by_the_menu() {
        assert!(
            !paper.says(CALLED) && !paper.says("わたす"),
            "it is printed"
        );
    }
    opens_the_page_of_the_staff(&staff);
    staff.presses("印刷を一度だけ");
    staff.sees("一度だけ できるようにしました。");
    staff.presses("もどる");
    staff.presses("紙に印刷する");
    if let Some(paper) = staff.prints_with("印刷する") {
        assert!(paper.says(SENTENCE), "it is not printed");
    }
    staff.script("dispatchEvent(new Event('afterprint'))", Vec::new());
    staff.opens_here("#/");
    staff.sees("表紙をなおす");
    staff.does_not_see("紙に印刷する");

    // From now on, for everybody.
    opens_the_page_of_the_staff(&staff);
    staff.picks("紙（印刷）");
    staff.sees("決めました。");
    staff.picks("English");
    staff.picks("120秒");
    staff.presses("おわる（けします）");
    staff.presses("けして おわる");
    staff.sees("Nothing stays here");
    staff.sees("Take it home as QR codes or paper");
    let kept = kept(&staff);
    assert_eq!(kept["ways"], json!(["codes", "paper"]));
    assert_eq!((&kept["lang"], &kept["quiet"]), (&json!("en"), &json!(120)));
    assert_eq!(kept["ended"]["left"], json!([]));
    world.kept_private(&[SENTENCE, PIN]);
}

fn a_wrong_pin_opens_nothing_and_is_counted(world: &World) {
    let staff = at_the_machine(world);
    sets_the_machine_up(&staff);
    for wrong in 1..=2 {
        staff.presses("もどる");
        staff.presses("スタッフ");
        staff.types("暗証番号", "111111");
        staff.presses("ひらく");
        staff.sees("暗証番号が違います");
        staff.does_not_see("持って帰りかた");
        assert_eq!(kept(&staff)["wrong"], json!(wrong));
    }
    assert_eq!(staff.barriers(), [""; 0]);
    staff.presses("もどる");
    opens_the_page_of_the_staff(&staff);
    assert_eq!(kept(&staff)["wrong"], json!(0));
}

/// What somebody left who opened the app as on a device of her own, and what else could lie there.
const PLANT: &str = "localStorage.setItem('strange', 'left'); sessionStorage.setItem('strange', 'left');
    document.cookie = 'strange=left'; const done = arguments[0];
    const asked = indexedDB.open('strange', 1); asked.onsuccess = () => { asked.result.close();
    caches.open('strange').then(cache => cache.put('strange', new Response('left'))).then(() => done(), why => done(String(why))); }";

fn what_was_left_is_said_to_the_next_person_and_goes(world: &World) {
    let staff = at_the_machine(world);
    sets_the_machine_up(&staff);
    staff.waits_for(PLANT);
    staff.presses("もう一度しらべる");
    let test = staff.in_group("自己点検");
    for place in [
        "IndexedDB",
        "キャッシュ",
        "sessionStorage",
        "localStorage",
        "クッキー",
    ] {
        test.sees(place);
    }
    staff.screenshot("staff-left");
    assert_eq!(staff.barriers(), [""; 0]);
    // The first screen looks as well, and the next person can try.
    staff.opens("kiosk.html?again");
    staff.sees("消えていないものがあります。");
    staff.presses("もう一度 消す");
    staff.sees("ここには 何も のこりません");
    assert_eq!(kept(&staff)["ended"]["left"], json!([]));
}

fn a_note_that_somebody_keeps_there_is_only_the_staffs_to_erase(world: &World) {
    let staff = at_the_machine(world);
    sets_the_machine_up(&staff);
    staff.script(
        "localStorage.setItem('svl:v1:header', 'sealed')",
        Vec::new(),
    );
    staff.presses("おわる（けします）");
    staff.presses("けして おわる");
    staff.sees("だれかのノートがしまわれています");
    staff.does_not_see("もう一度 消す");
    opens_the_page_of_the_staff(&staff);
    staff.presses("のこっているものを消す");
    staff.sees("もとにもどせません");
    staff.presses("ぜんぶ消す");
    staff.in_group("自己点検").sees("何ものこっていません");
    kept(&staff);
}

in_every_engine!(
    nothing_leaves_but_qr_codes_until_the_staff_allow_it,
    a_wrong_pin_opens_nothing_and_is_counted,
    what_was_left_is_said_to_the_next_person_and_goes,
    a_note_that_somebody_keeps_there_is_only_the_staffs_to_erase,
);
