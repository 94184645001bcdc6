//! Handing over a file, and receiving it.

use crate::{
    household::{CALLED, parent_at_home, picks_for_herself, secrets, words_on},
    papers::{CHOOSE, PDF_NAME, TITLE, at_the_row, pdf, photo, sees_small_pictures},
    person::Person,
    place::squeeze,
    post,
    world::World,
};
use std::{fs, path::PathBuf};
use stepnote::{
    envelope::Code,
    forms::{INTRODUCTION, MEDICATION, PROFILE},
};

const FILE: &str = "ファイルや写真を選ぶ";
const CODE: &str = "合い言葉の番号";

fn two_sheets_go_as_a_file_and_an_office_reads_them_and_no_other(world: &World) {
    let mother = parent_at_home(world);
    mother.presses("わたす");
    picks_for_herself(&mother, &[PROFILE, MEDICATION]);
    mother.sees("受け取る人には、このとおりに見えます。");
    shows_the_two_sheets(&mother);
    mother.presses("わたす用意をする");
    let code = mother.code_shown();
    mother.presses("ファイルでわたす");
    let file = mother.downloaded();
    mother.sees("ファイルをしまいました。");
    let today = mother.script(
        "return new Date().toLocaleDateString('sv').replaceAll('-', '')",
        Vec::new(),
    );
    let name = format!("stepnote-{}.stepnote", today.as_str().unwrap());
    assert_eq!(file.file_name().unwrap().to_str(), Some(name.as_str()));
    tells_nothing(&fs::read(&file).unwrap(), &code);

    let office = world.person_at(1024, 768);
    office.opens("");
    office.presses("受け取る");
    office.chooses_file(FILE, &[&file]);
    office.sees("ぜんぶ届きました");
    office.types(CODE, &code);
    office.presses("ひらく");
    office.sees("保存していません");
    shows_the_two_sheets(&office);
    office.does_not_see(CALLED);
    keeps_only_the_language(&office);
    office.in_group("ぜんぶ届きました").presses("閉じて消す");
    office.sees("カメラで読みとる");
    let page = office.script("return document.documentElement.outerHTML", Vec::new());
    for word in secrets() {
        assert!(
            !page.as_str().unwrap().contains(&word),
            "「{word}」 stays in the page"
        );
    }
    keeps_only_the_language(&office);
    world.kept_private(&[code]);
}

fn shows_the_two_sheets(person: &Person) {
    let text = person.text();
    let chosen = words_on(&[PROFILE, MEDICATION]);
    for word in &chosen {
        assert!(text.contains(&squeeze(word)), "「{word}」 is missing");
    }
    for word in words_on(&[INTRODUCTION]) {
        assert!(!text.contains(&squeeze(&word)), "「{word}」 was not chosen");
    }
}

fn tells_nothing(file: &[u8], code: &str) {
    let plain = String::from_utf8(file.to_vec()).unwrap();
    for word in secrets()
        .into_iter()
        .chain([code.to_owned(), code.replace('-', "")])
    {
        assert!(!plain.contains(&word), "「{word}」 can be read in the file");
    }
}

fn keeps_only_the_language(person: &Person) {
    assert_eq!(
        person.stored(),
        [("local:stepnote:lang".to_owned(), "\"ja\"".to_owned())]
    );
}

fn a_code_that_does_not_open_says_why_and_the_next_one_may(world: &World) {
    let office = office_with(world, "example.stepnote", post::EXAMPLE);
    office.sees("ぜんぶ届きました");
    let [code, mut swapped] = [post::code(), post::code()].map(str::to_owned);
    let last = swapped.split_off(swapped.len() - 2);
    swapped.extend(last.chars().rev());
    assert_ne!(code, swapped);
    let mut next = 0;
    let mut count = |bytes: &mut [u8]| {
        for byte in bytes {
            next += 1;
            *byte = next;
        }
    };
    let other = Code::make(&mut count).unwrap();
    office.presses("ひらく");
    office.sees("番号を入れてください。");
    for (typed, words) in [
        (&code[..22], "数字は20けたです。足りないか、多いようです。"),
        ("l234-5678-9O12-3456-7888", "数字ではない文字があります。"),
        (&swapped, "番号の打ち間違いがあります"),
        (other.as_str(), "番号が違います 中身は壊れていません。"),
    ] {
        office.rewrites(CODE, typed);
        office.presses("ひらく");
        office.sees(words);
    }
    let digits = code.bytes().filter(u8::is_ascii_digit);
    let wide: String = digits
        .map(|digit| char::from_u32(u32::from(digit) + 0xfee0).unwrap())
        .collect();
    office.rewrites(CODE, &wide);
    office.presses("ひらく");
    office.sees("髙﨑 陽向");
}

/// Somebody who was sent a file and has chosen it.
fn office_with(world: &World, name: &str, content: &[u8]) -> Person {
    let office = world.person_at(1024, 768);
    office.opens("#/receive");
    office.chooses_file(FILE, &[&letter(&office, name, content)]);
    office
}

fn letter(person: &Person, name: &str, content: &[u8]) -> PathBuf {
    let file = person.new_name(name);
    fs::write(&file, content).unwrap();
    file
}

fn a_file_that_does_not_open_says_what_became_of_it(world: &World) {
    let office = office_with(world, "short.stepnote", &post::cut_short());
    office.sees("とちゅうで切れています");
    for (name, content, words) in [
        ("broken.stepnote", post::damaged(), "壊れています"),
        (
            "new.stepnote",
            post::too_new(),
            "新しい版でつくられています",
        ),
        (
            "office.stepnote",
            post::for_another_office(),
            "ほかの窓口あてです",
        ),
        ("empty.stepnote", Vec::new(), "空のファイルです"),
        (
            "letter.txt",
            "きょうは いい天気です。".into(),
            "ステップノートのファイルではありません",
        ),
        (
            "list.json",
            b"{\"a\": 1}".to_vec(),
            "ステップノートのファイルではありません",
        ),
        (
            "scan.stepnote",
            b"%PDF-1.7 \n".to_vec(),
            "PDFのファイルです",
        ),
        (
            "minutes.docx",
            b"PK\x03\x04\x14\0".to_vec(),
            "ZIPかワード・エクセルのファイルです",
        ),
        (
            "large.stepnote",
            vec![b'{'; (4 << 20) + 1],
            "大きすぎて読めません",
        ),
    ] {
        office.chooses_file(FILE, &[&letter(&office, name, &content)]);
        office.sees(words);
    }
    let picture = office.screenshot("no-code");
    office.chooses_file(FILE, &[&picture]);
    office.sees("QRが見つかりません");

    office.chooses_file(
        FILE,
        &[&letter(&office, "altered.stepnote", &post::altered())],
    );
    office.sees("ぜんぶ届きました");
    office.types(CODE, post::code());
    office.presses("ひらく");
    office.sees("とちゅうで書きかえられています");
    office.does_not_see("陽向");
    office.presses("もどる");

    let drag = "const moved = new DataTransfer(), drop = new Event('drop', { bubbles: true, cancelable: true });
        moved.items.add(new File([arguments[0]], 'renamed.txt')); drop.dataTransfer = moved;
        return document.body.dispatchEvent(drop)";
    let text = std::str::from_utf8(post::EXAMPLE).unwrap();
    let shown_instead = office.script(drag, vec![text.into()]);
    assert_eq!(
        shown_instead, false,
        "the browser shows no file in place of the app"
    );
    office.sees("ぜんぶ届きました");
    office.presses("もどる");

    office.chooses_file(FILE, &[&letter(&office, "renamed.txt", post::EXAMPLE)]);
    office.sees("ぜんぶ届きました");
    office.types(CODE, post::code());
    office.presses("ひらく");
    office.sees("髙﨑 陽向");
}

/// A finger goes over the field for the signature.
const DRAWS: &str = "const pad = document.querySelector('.ks-sign--pad'), room = pad.getBoundingClientRect();
    const at = (name, x, y) => pad.dispatchEvent(new PointerEvent(name, {bubbles: true, cancelable: true, isPrimary: true, buttons: 1, clientX: room.left + x, clientY: room.top + y}));
    at('pointerdown', 20, 20);
    for (let x = 30; x < 200; x += 10) at('pointermove', x, 20 + x % 30);";

fn a_photo_goes_in_the_file_where_it_was_chosen_and_the_office_sees_it(world: &World) {
    let mother = at_the_row(world);
    mother.chooses_file(CHOOSE, &[&photo(&mother)]);
    mother.chooses_file(CHOOSE, &[&pdf(&mother)]);
    mother.sees(PDF_NAME);
    sees_small_pictures(&mother, 1);
    mother.sees("ほぞんしました");
    mother.opens_here("#/hand-over");
    mother.presses("ほかの窓口");
    mother.picks("教育支援センター");
    mother.picks("はじめての相談");
    mother.presses("わたすものをえらぶ");
    mother.in_group("写真・PDF").picks(TITLE);
    assert_eq!(mother.barriers(), [""; 0]);
    mother.presses("見える内容をたしかめる");
    mother.sees("受け取る人には、このとおりに見えます。");
    mother.sees("写真・PDFは、QRコードには入りません。");
    mother.sees(TITLE);
    mother.does_not_see(PDF_NAME);
    mother.types("同意した人", "青木　遥");
    mother.presses("手書きの署名");
    mother.sees("指やペンで書けます。");
    mother.script(DRAWS, Vec::new());
    mother.sees("1つもどす");
    assert_eq!(mother.barriers(), [""; 0]);
    mother.presses("同意して、わたす用意をする");
    let code = mother.code_shown();
    mother.sees("写真・PDFは、QRコードには入りません。");
    mother.presses("ファイルでわたす");
    let file = mother.downloaded();
    mother.opens_here("#/given");
    mother.sees("写真：発達の記録");

    let office = world.person_at(1024, 768);
    office.opens("#/receive");
    office.chooses_file(FILE, &[&file]);
    office.sees("ぜんぶ届きました");
    office.types(CODE, &code);
    office.presses("ひらく");
    office.sees("写真・PDF　1件");
    office.does_not_see(PDF_NAME);
    let drawn =
        "return document.querySelector('[aria-labelledby=terms] .ks-sign path').getAttribute('d')";
    let drawn = office.script(drawn, Vec::new());
    assert!(
        drawn.as_str().is_some_and(|path| path.len() > 20),
        "{drawn}"
    );
    office.presses(TITLE);
    let upright = office.until("sees the photo", async || {
        let sides = "const i = document.querySelector('details img'); return i?.naturalWidth ? [i.naturalWidth, i.naturalHeight] : null";
        let sides = office.tries(sides, Vec::new()).await?;
        if sides.is_null() { Err("it is not there yet".into()) } else { Ok(sides) }
    });
    assert_eq!(upright, serde_json::json!([300, 400]));
    assert_eq!(office.barriers(), [""; 0]);
    office.in_group("ぜんぶ届きました").presses("閉じて消す");
    office.sees("カメラで読みとる");
    keeps_only_the_language(&office);
    world.kept_private(&[TITLE, PDF_NAME]);
}

in_engine!(with_photos, Chromium:
    a_photo_goes_in_the_file_where_it_was_chosen_and_the_office_sees_it,
);
in_every_engine!(
    two_sheets_go_as_a_file_and_an_office_reads_them_and_no_other,
    a_code_that_does_not_open_says_why_and_the_next_one_may,
    a_file_that_does_not_open_says_what_became_of_it,
);
