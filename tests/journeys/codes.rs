//! Handing over by QR codes on the screen, and receiving them: by camera, from pictures, as links, as text.

use crate::{
    camera,
    family::{self, FIRST},
    household::{hands_over, parent_at, parent_at_home, reads},
    person::Person,
    pictures::Grey,
    world::World,
};
use std::{
    fs,
    path::{Path, PathBuf},
};
use stepnote::{
    carrier::qr::{Density, draw, read_still, split},
    forms::MEDICATION,
};

const FILE: &str = "ファイルや写真を選ぶ";

fn pictures_of_codes_in_any_order_open_at_the_office(world: &World) {
    let mother = parent_at(world.person_at(1024, 768), &family::note());
    let code = hands_over(&mother, &[MEDICATION]);
    let [first, second, third] = three_codes(&mother, "in-any-order");

    let office = world.person_at(1024, 768);
    office.opens("#/receive");
    office.chooses_file(FILE, &[&third]);
    office.sees("3枚中1枚");
    office.chooses_file(FILE, &[&third, &first]);
    office.sees("3枚中2枚");
    office.chooses_file(FILE, &[&second]);
    reads(&office, &code, &[MEDICATION]);
    world.kept_private(&[code]);
}

/// Pictures of the three codes that stand still on a wide screen.
fn three_codes(parent: &Person, name: &str) -> [PathBuf; 3] {
    [1, 2, 3]
        .map(|n| parent.screenshot_of(&format!("QR 3枚中{n}枚目"), &format!("code-{name}-{n}")))
}

fn three_codes_on_a_wide_screen_are_read_at_one_glance(world: &World) {
    let mother = parent_at(world.person_at(1024, 768), &family::note());
    let code = hands_over(&mother, &[MEDICATION]);
    three_codes(&mother, "before-the-glance");
    let office = world.person();
    office.opens("#/receive");
    office.chooses_file(FILE, &[&mother.screenshot("codes-at-a-glance")]);
    reads(&office, &code, &[MEDICATION]);
}

fn codes_before_the_camera_open_at_the_office(world: &World) {
    let mother = parent_at_home(world);
    let code = hands_over(&mother, &FIRST);
    mother.presses("ぜんぶならべる");
    let pictures = (1..=6).map(|n| {
        let picture =
            mother.screenshot_of(&format!("QR 6枚中{n}枚目"), &format!("code-filmed-{n}"));
        camera::read(&picture)
    });
    let film = mother.new_name("film.y4m");
    camera::film(&film, &pictures.collect::<Vec<_>>(), 3);

    let office = world.person_filming(film);
    office.opens("#/receive");
    office.presses("カメラで読みとる");
    reads(&office, &code, &FIRST);
}

fn a_code_opened_as_a_link_is_counted_and_the_others_can_be_pasted(world: &World) {
    let mother = parent_at(world.person_at(1024, 768), &family::note());
    let code = hands_over(&mother, &[MEDICATION]);
    let links = three_codes(&mother, "link").map(|picture| {
        let Grey { w, h, px } = camera::read(&picture);
        let codes = read_still(&px, w, h);
        assert_eq!(codes.len(), 1, "one code in {}", picture.display());
        String::from_utf8(codes[0].bytes.clone()).unwrap()
    });
    for link in &links {
        assert!(
            link.starts_with(&(world.site().address() + "#")),
            "{link} leads elsewhere"
        );
    }

    let office = world.person();
    office.opens_link(&links[1]);
    office.sees("3枚中1枚");
    office.is_at("/receive");
    office.presses("文字を貼る");
    office.pastes("文字を貼る", &links.join("\n"));
    office.presses("この文字を読む");
    reads(&office, &code, &[MEDICATION]);
    for link in &links {
        let (_, digits) = link.split_once('#').unwrap();
        let told = world.site().requests();
        assert!(told.iter().all(|request| !request.target.contains(digits)));
    }
}

/// Some apps open the address and lose what stands behind #. Nothing is left that could tell.
fn a_link_that_lost_its_end_opens_the_first_page_and_whoever_shows_the_codes_knows_the_way(
    world: &World,
) {
    let mother = parent_at(world.person_at(1024, 768), &family::note());
    let code = hands_over(&mother, &[MEDICATION]);
    mother.sees(
        "相手の画面に はじめのページが出たら、「受け取る」を押して、そこで読んでもらってください。",
    );
    let pictures = three_codes(&mother, "lost");
    let office = world.person();
    office.opens_link(&world.site().address());
    office.presses("受け取る");
    let pictures: Vec<&Path> = pictures.iter().map(PathBuf::as_path).collect();
    office.chooses_file(FILE, &pictures);
    reads(&office, &code, &[MEDICATION]);
}

fn codes_that_take_turns_can_be_stopped_stepped_and_made_coarser(world: &World) {
    // A tablet, not so wide that they stand side by side.
    let mother = parent_at(world.person_at(760, 1024), &family::note());
    hands_over(&mother, &[MEDICATION]);
    mother.sees("おぎないの1枚（3枚）");
    let share =
        "const { width } = document.querySelector('.ks-qr__card svg').getBoundingClientRect();
        return width / Math.min(innerWidth, innerHeight)";
    let share = mother.script(share, Vec::new()).as_f64().unwrap();
    assert!((0.6..0.95).contains(&share), "{share} of the short side");
    mother.presses("とめる");
    mother.presses("次の1枚");
    let here = (1..=3).find(|n| mother.text().contains(&format!("3枚中{n}枚目")));
    let here = here.expect("one of the three");
    let (next, next_but_one) = (here % 3 + 1, (here + 1) % 3 + 1);
    mother.presses("次の1枚");
    mother.sees(&format!("3枚中{next}枚目"));
    mother.presses("次の1枚");
    mother.sees(&format!("3枚中{next_but_one}枚目"));
    mother.presses("前の1枚");
    mother.sees(&format!("3枚中{next}枚目"));
    mother.presses("うごかす");
    mother.does_not_see(&format!("3枚中{next}枚目"));

    mother.presses("ぜんぶならべる");
    mother.sees("3枚中1枚目 3枚中2枚目 3枚中3枚目");
    assert!(!mother.can_press("とめる"));
    mother.in_group("QRのこまかさ").picks("あらい");
    mother.sees("4枚中1枚目 4枚中2枚目 4枚中3枚目 4枚中4枚目");
    mother.in_group("QRのこまかさ").picks("こまかい");
    mother.sees("2枚中1枚目 2枚中2枚目");
    assert!(!mother.can_press("とめる"));
}

fn codes_of_others_are_named_and_what_was_read_is_kept(world: &World) {
    let office = world.person();
    let [ours, theirs] = [b"one hand-off".repeat(60), b"another one!".repeat(60)].map(|sealed| {
        let address = world.site().address();
        let set = split(&sealed, address.len(), Density::Normal).unwrap();
        assert_eq!(set.k(), 2);
        [0, 1].map(|n| {
            let symbol = draw(&address, &set.frame(n), set.density()).unwrap();
            picture(&office, &Grey::of_symbol(&symbol, 4))
        })
    });
    let [wifi, jahis] = [
        include_bytes!("../golden/qr/wifi.pbm").as_slice(),
        include_bytes!("../golden/qr/jahis-0.pbm"),
    ]
    .map(|pbm| picture(&office, &Grey::of_pbm(pbm, 4)));

    office.opens("#/receive");
    office.chooses_file(FILE, &[&ours[0]]);
    office.sees("2枚中1枚");
    office.chooses_file(FILE, &[&wifi]);
    office.sees("ステップノートのQRではありません Wi-FiのQRです。ここではつなぎません。");
    office.chooses_file(FILE, &[&jahis]);
    office.sees("お薬手帳のQRです。");
    office.sees("2枚中1枚");
    office.chooses_file(FILE, &[&theirs[1]]);
    office.sees("別の書類のQRです");
    office.sees("1 読めました 2 まだ");
    office.presses("はじめから読む");
    office.sees("1 まだ 2 読めました");
    office.does_not_see("別の書類のQRです");
}

/// A camera that answers with these names of errors, one after the other, and then with a picture of nothing.
const CAMERA: &str = "const answers = ['NotAllowedError', 'NotFoundError', 'NotReadableError'];
navigator.mediaDevices.getUserMedia = async () => {
    const name = answers.shift();
    if (name) throw new DOMException('', name);
    const canvas = document.createElement('canvas');
    canvas.getContext('2d');
    window.filmed = canvas.captureStream(5);
    return window.filmed;
};";
const OUT_OF_SIGHT: &str =
    "Object.defineProperty(document, 'hidden', { configurable: true, value: true });
Object.defineProperty(document, 'visibilityState', { configurable: true, value: 'hidden' });
dispatchEvent(new Event('visibilitychange'));
document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));";

fn a_camera_that_refuses_says_why_and_out_of_sight_it_is_off(world: &World) {
    let office = world.person();
    office.opens("#/receive");
    office.script(CAMERA, Vec::new());
    for (what, next) in [
        ("カメラが許可されていません", "QRの写真を選んでください。"),
        ("カメラが見つかりません", "ファイルを受け取ってください。"),
        ("カメラが使われています", "もう一度おしてください。"),
    ] {
        office.presses("カメラで読みとる");
        office.sees(what);
        office.sees(next);
    }
    office.presses("カメラで読みとる");
    office.sees("カメラをとめる");
    office.script(OUT_OF_SIGHT, Vec::new());
    office
        .waits_for("const [done] = arguments; const look = () => window.filmed.getTracks().every(track => track.readyState === 'ended') ? done() : requestAnimationFrame(look); look();");
    office.sees("カメラで読みとる");
}

fn a_document_made_coarser_while_it_is_read_begins_anew_and_is_said_so(world: &World) {
    let office = world.person();
    let sealed = b"one hand-off".repeat(60);
    let address = world.site().address();
    let [normal, coarse] = [Density::Normal, Density::Coarse].map(|density| {
        let set = split(&sealed, address.len(), density).unwrap();
        let symbol = draw(&address, &set.frame(0), density).unwrap();
        (picture(&office, &Grey::of_symbol(&symbol, 4)), set.k())
    });
    office.opens("#/receive");
    office.chooses_file(FILE, &[&normal.0]);
    office.sees(&format!("{}枚中1枚", normal.1));
    office.chooses_file(FILE, &[&coarse.0]);
    office.sees("QRのこまかさが変わったので、はじめから読みなおします。");
    office.sees(&format!("{}枚中1枚", coarse.1));
}

fn picture(person: &Person, grey: &Grey) -> PathBuf {
    let file = person.new_name("picture.png");
    fs::write(&file, grey.to_png()).unwrap();
    file
}

in_every_engine!(
    pictures_of_codes_in_any_order_open_at_the_office,
    three_codes_on_a_wide_screen_are_read_at_one_glance,
    a_code_opened_as_a_link_is_counted_and_the_others_can_be_pasted,
    a_link_that_lost_its_end_opens_the_first_page_and_whoever_shows_the_codes_knows_the_way,
    codes_that_take_turns_can_be_stopped_stepped_and_made_coarser,
    codes_of_others_are_named_and_what_was_read_is_kept,
);

in_engine!(
    with_a_camera, Chromium:
    codes_before_the_camera_open_at_the_office,
    a_camera_that_refuses_says_why_and_out_of_sight_it_is_off,
    a_document_made_coarser_while_it_is_read_begins_anew_and_is_said_so,
);
