//! お薬手帳の QR: from the pharmacy's paper, by camera and from pictures, to the printed record; and shown to a
//! pharmacy.

use crate::{
    camera, family,
    household::{parent_at, parent_at_home},
    person::Person,
    pictures::Grey,
    world::World,
};
use encoding_rs::SHIFT_JIS;
use std::{fs, path::PathBuf};
use stepnote::{
    answer::Answer,
    carrier::qr::{Density, Symbol, draw, draw_bytes, read_still, split},
    forms::{MEDICATION, PROFILE},
    pharmacy::{Gather, Place, kind, parse},
    record::Note,
};

macro_rules! golden {
    ($($name:literal),+) => {
        [$(&include_bytes!(concat!("../golden/pharmacy/", $name))[..]),+]
    };
}

const FILE: &str = "QRの写真を選ぶ";
const READ: &str = "お薬手帳のQRを読む";
const SAYS: &str = "QRに書いてあること";
/// What the sample of the other encoders holds and nobody else may see.
const SECRETS: [&str; 4] = [
    "モンテルカスト細粒４㎎",
    "ソフト軟膏能予表",
    "みほん薬局",
    "0422-00-0000",
];

fn picture(person: &Person, grey: &Grey) -> PathBuf {
    let file = person.new_name("picture.png");
    fs::write(&file, grey.to_png()).unwrap();
    file
}

fn symbols(files: &[&[u8]]) -> Vec<Grey> {
    files.iter().map(|file| Grey::of_pbm(file, 4)).collect()
}

/// An app's file of these records.
fn text_file(person: &Person, text: &str) -> PathBuf {
    let file = person.new_name("okusuri.txt");
    let (bytes, _, lost) = SHIFT_JIS.encode(text);
    assert!(!lost);
    fs::write(&file, bytes).unwrap();
    file
}

fn reads_codes(parent: &Person) {
    parent.opens("#/sheet/medication");
    parent.presses(READ);
    parent.is_at("/pharmacy/scan");
}

/// Prints the medication sheet and finds these on it, and not those.
fn prints(parent: &Person, there: &[&str], not: &[&str]) {
    parent.opens("#/print");
    if let Some(paper) = parent.prints_with("印刷する") {
        // Firefox prints another slash.
        for words in there.iter().flat_map(|words| words.split('／')) {
            assert!(paper.says(words), "「{words}」 is missing on {paper:?}");
        }
        for words in not {
            assert!(!paper.says(words), "「{words}」 is on {paper:?}");
        }
    }
}

fn pictures_in_any_order_become_rows_of_the_printed_record(world: &World) {
    let mother = parent_at_home(world);
    let [first, second, third] = {
        let pictures = symbols(&golden!["f-zint-0.pbm", "f-zint-1.pbm", "f-zint-2.pbm"]);
        let files: Vec<PathBuf> = pictures.iter().map(|grey| picture(&mother, grey)).collect();
        <[PathBuf; 3]>::try_from(files).unwrap()
    };
    reads_codes(&mother);
    mother.chooses_file(FILE, &[&third]);
    mother.sees("3枚中1枚");
    mother.chooses_file(FILE, &[&first, &third]);
    mother.sees("3枚中2枚");
    mother.sees("1 読めました 2 まだ 3 読めました");
    mother.sees("続きのQRがあります。");
    mother.chooses_file(FILE, &[&second]);
    mother.sees(SAYS);
    mother.sees("2026年10月10日（令和8年） 薬局 みほん薬局①号店 医療機関 みほん小児クリニック");
    mother.sees("1日量 1 包／14日分 1日1回");
    mother.sees("1日に飲む量");
    mother.sees("全量 25 g 1日2回");
    mother.sees("1回量 1 錠／10回分 頭痛時");
    mother.does_not_see("このお子さんのものですか");
    mother.does_not_see("東京都武蔵野市見本町");
    mother.sees("住所や電話番号などもQRに書いてあります。");
    mother.unpicks("みほんうがい薬㈱");
    mother.unpicks("飲むときの注意");
    mother.picks("いつまでの薬か");
    mother.presses("記録に入れる（3）");
    mother.sees("服薬の記録に入れました");
    mother.presses("服薬の記録をひらく");
    mother.sees("ソフト軟膏能予表");
    prints(
        &mother,
        &[
            "モンテルカスト細粒４㎎ 1日量 1 包／14日分",
            "1日1回　寝る前",
            "みほん耳鼻咽喉科",
            "カロナール錠２００ 1回量 1 錠／10回分",
            "頭痛時　4時間以上あける",
        ],
        &[
            "みほんうがい薬㈱",
            "むし歯にならないよう",
            "みほん薬局",
            "卵（くわしくは",
        ],
    );
    world.kept_private(&SECRETS);
}

fn three_codes_in_one_picture_are_taken_and_taken_back(world: &World) {
    let mother = parent_at_home(world);
    let pictures = symbols(&golden!["sacut-0.pbm", "sacut-1.pbm", "sacut-2.pbm"]);
    let paper = picture(&mother, &Grey::row_of(&pictures, 16));
    reads_codes(&mother);
    mother.chooses_file(FILE, &[&paper]);
    // It is of another child.
    mother.sees("このお子さんのものですか お名前と生年月日が、このノートとちがいます。");
    mother.sees("入れる薬を選ぶと、ここに出ます。");
    mother.presses("ぜんぶ選ぶ");
    mother.presses("記録に入れる（3）");
    mother.sees("服薬の記録に入れました");
    mother.presses("入れるのをやめる");
    mother.sees("入れる前にもどしました。");
    prints(&mother, &["モンテルカスト"], &["ムコダイン", "アスベリン"]);
}

fn small_codes_on_a_photograph_of_a_whole_page_are_read(world: &World) {
    let mother = parent_at_home(world);
    let mut page = Grey::blank(3_900, 2_900, 235);
    for (at, pbm) in golden!["sacut-0.pbm", "sacut-1.pbm", "sacut-2.pbm"]
        .iter()
        .enumerate()
    {
        page.paste(&Grey::of_pbm(pbm, 2), 300 + 1_300 * at, 700 + 600 * at);
    }
    let page = page.blurred(0.5).noisy(12, 7);
    reads_codes(&mother);
    mother.chooses_file(FILE, &[&picture(&mother, &page)]);
    mother.sees(SAYS);
    mother.sees("カロナール細粒２０％");
}

fn what_was_read_before_is_not_taken_twice(world: &World) {
    let mother = parent_at_home(world);
    let pictures = symbols(&golden!["f-zint-0.pbm", "f-zint-1.pbm", "f-zint-2.pbm"]);
    let files: Vec<PathBuf> = pictures.iter().map(|grey| picture(&mother, grey)).collect();
    let files: Vec<_> = files.iter().map(PathBuf::as_path).collect();
    reads_codes(&mother);
    mother.chooses_file(FILE, &files);
    mother.unpicks("ソフト軟膏能予表");
    mother.presses("記録に入れる（3）");
    mother.sees("服薬の記録に入れました");
    mother.presses("ほかのQRも読む");
    mother.chooses_file(FILE, &files);
    mother.sees("モンテルカスト細粒４㎎ 1日量 1 包／14日分 もう記録にあります");
    mother.presses("記録に入れる（1）");
    mother.sees("服薬の記録に入れました");
    mother.presses("ほかのQRも読む");
    mother.chooses_file(FILE, &files);
    mother.sees("このQRの薬は、ぜんぶ記録にあります。");
    assert!(!mother.can_press("記録に入れる"));
}

fn a_damaged_paper_gives_what_can_be_read_and_says_what_cannot(world: &World) {
    let mother = parent_at_home(world);
    let text = "JAHISTC04\r\n1,髙﨑　陽向,1,R020903,,,,,,,\r\n5,2026XX10,1\r\n51,みほん医院,13,1,9999992,1\r\n201,1,カロナール細粒２０％,0.9,g,1,\r\n301,1,発熱時,5,回分,,1,,1\r\nこわれた\r\n201,2,,1,錠,1\r\n911,,,";
    let file = text_file(&mother, text);
    reads_codes(&mother);
    mother.chooses_file(FILE, &[&file]);
    mother.sees("読めなかったところがあります");
    for said in [
        "読めない日付があります。",
        "読めない行がありました。",
        "名前の読めない薬があり、入れられません。",
        "1日の量か1回の量か、分からない薬があります。",
        "日付が読めない薬 医療機関 みほん医院",
        "記載の量 0.9 g／5回分 発熱時 1日の量か1回の量か分かりません。",
    ] {
        mother.sees(said);
    }
    mother.presses("記録に入れる（1）");
    mother.sees("服薬の記録に入れました");
    prints(
        &mother,
        &["カロナール細粒２０％ 記載の量 0.9 g／5回分", "みほん医院"],
        &["こわれた"],
    );
}

fn other_codes_are_named_and_what_was_read_is_kept(world: &World) {
    let mother = parent_at_home(world);
    let drawn = |symbol: &Symbol| picture(&mother, &Grey::of_symbol(symbol, 4));
    let says = |text: &str| drawn(&draw_bytes(text.as_bytes()).unwrap());
    let address = world.site().address();
    let set = split(b"something sealed", address.len(), Density::Normal).unwrap();
    let ours = drawn(&draw(&address, &set.frame(0), set.density()).unwrap());
    let first = picture(&mother, &symbols(&golden!["sacut-0.pbm"])[0]);
    reads_codes(&mother);
    mother.chooses_file(FILE, &[&first]);
    mother.sees("3枚中1枚");
    for (code, named) in [
        (
            says("JAHIS6\r\n1,1,1234567,13,x"),
            "処方箋のQRです 薬を受け取るときに",
        ),
        (
            says("WIFI:S:home;T:WPA;P:x;;"),
            "Wi-Fi（無線）のQRです 薬の説明の紙や",
        ),
        (says("https://example.jp/"), "ウェブページのQRです"),
        (
            says("shc:/1234"),
            "健康の証明書（SMART Health Cards）のQRです",
        ),
        (says("なにかの文"), "お薬手帳のQRではありません"),
        (
            ours,
            "ステップノートの「わたす」のQRです ホームの「受け取る」で読みとってください。",
        ),
        (
            picture(&mother, &Grey::blank(400, 300, 200)),
            "QRが見つかりません",
        ),
    ] {
        mother.chooses_file(FILE, &[&code]);
        mother.sees(named);
        mother.sees("3枚中1枚");
    }
}

fn pieces_without_a_place_are_put_in_order_by_the_parent(world: &World) {
    let mother = parent_at_home(world);
    let whole = golden!["a.sjis"][0];
    // Through a character, as careless printers do.
    let cuts = [0, 200, 331, whole.len()];
    let pieces = cuts
        .windows(2)
        .map(|cut| draw_bytes(&whole[cut[0]..cut[1]]).unwrap());
    let pieces: Vec<PathBuf> = pieces
        .map(|symbol| picture(&mother, &Grey::of_symbol(&symbol, 4)))
        .collect();
    reads_codes(&mother);
    mother.chooses_file(FILE, &[&pieces[2]]);
    mother.sees("先頭のQRも読みとってください。");
    mother.chooses_file(FILE, &[&pieces[1], &pieces[0]]);
    mother.sees("順番の書かれていないQRがあります");
    mother.presses("前へ");
    mother.presses("この順につなぐ");
    mother.sees(SAYS);
    mother
        .sees("カロナール細粒２０％ 1回量 0.9 g／5回分 38.5度以上のとき。6時間以上あける。 発熱時");
    mother.does_not_see("読めなかったところがあります");
}

fn the_sheet_is_shown_to_a_pharmacy_without_what_was_not_chosen(world: &World) {
    let mut note = family::note();
    let address = note.record(&PROFILE).answers.text("address").to_owned();
    assert!(!address.is_empty());
    let mut record = note.record(&MEDICATION);
    for row in record.groups.values_mut().flatten() {
        let remarks = [&address, "で飲む。朝に飲む。"].concat();
        row.put("remarks", Answer::Text(remarks));
    }
    note.put(&MEDICATION, &record);
    let mother = parent_at(world.person_at(1024, 768), &note);
    mother.opens("#/sheet/medication");
    mother.presses("薬局に見せる");
    mother.sees("住所と電話番号は、どこに書いてあっても入りません。");
    mother.sees("このQRとファイルには、かぎがかかりません。");
    mother.unpicks("メラトニン顆粒");
    mother.presses("QRを出す");
    mother.sees("1枚中1枚目");
    let code = mother.screenshot_of("QR 1枚中1枚目", "pharmacy-code");
    let Grey { w, h, px } = camera::read(&code);
    let codes = read_still(&px, w, h);
    let mut gather = Gather::new();
    for code in &codes {
        gather.take(&code.bytes, None::<Place>);
    }
    let decode = |bytes: &[u8]| SHIFT_JIS.decode_without_bom_handling(bytes).0.into_owned();
    let told = decode(&gather.whole()[0].bytes);
    let notebook = parse(&gather.whole()[0].bytes, &decode).unwrap();
    assert!(!notebook.dispensings.is_empty() && !notebook.memos.is_empty());
    assert!(told.contains("モンテルカストチュアブル錠5mg"), "{told}");
    assert!(told.contains("朝に飲む。"), "{told}");
    for secret in ["メラトニン", "陽向", "2020", "熱性けいれん", &address] {
        assert!(!told.contains(secret), "「{secret}」 in {told}");
    }

    mother.presses("ファイルを保存する");
    let file = mother.downloaded();
    assert_eq!(fs::read(&file).unwrap(), gather.whole()[0].bytes);
    let name = file.file_stem().unwrap().to_str().unwrap();
    let is_text = file.extension().is_some_and(|end| end == "txt");
    assert!(name.starts_with("okusuri-20") && is_text, "{name}");

    mother.presses("選びなおす");
    mother.picks("お子さんの名前");
    mother.picks("生年月日");
    mother.presses("QRを出す");
    mother.presses("ファイルを保存する");
    let named = fs::read(mother.downloaded()).unwrap();
    assert_eq!(format!("{:?}", kind(&named)), "Notebook");
    let patient = parse(&named, &decode).unwrap().patient;
    assert_eq!(patient.name, family::CHILD);
    assert_eq!(patient.birth.raw, "20200903");
}

fn codes_before_the_camera_become_rows_of_the_printed_record(world: &World) {
    let film = std::env::temp_dir().join(format!("stepnote-pharmacy-{}.y4m", std::process::id()));
    let pictures = symbols(&golden![
        "f-qrencode-2.pbm",
        "f-qrencode-0.pbm",
        "f-qrencode-3.pbm",
        "f-qrencode-1.pbm"
    ]);
    camera::film(&film, &pictures, 3);
    let mother = parent_at(world.person_filming(film.clone()), &family::note());
    reads_codes(&mother);
    mother.presses("カメラで読みとる");
    mother.sees(SAYS);
    mother.presses("記録に入れる（4）");
    mother.sees("服薬の記録に入れました");
    fs::remove_file(film).unwrap();
    prints(
        &mother,
        &[
            "モンテルカスト細粒４㎎ 1日量 1 包／14日分",
            "みほんうがい薬㈱",
            "市販の薬",
        ],
        &["みほん薬局"],
    );
    world.kept_private(&SECRETS);
}

/// Phone, tablet, and a phone whose owner reads large text: width, height, per cent.
const EYES: [(u32, u32, u16); 3] = [(390, 844, 100), (820, 1180, 100), (390, 844, 200)];

fn every_step_is_open_to_all(world: &World) {
    let mut found = Vec::new();
    for (width, height, percent) in EYES {
        let parent = parent_at(world.person_at(width, height), &family::note());
        parent.reads_at(percent);
        let mut look = |step: &str| {
            let barriers = parent.barriers().into_iter();
            found.extend(
                barriers.map(|barrier| format!("{step} at {width}, {percent} %: {barrier}")),
            );
        };
        let pictures = symbols(&golden!["sacut-0.pbm", "sacut-1.pbm", "sacut-2.pbm"]);
        reads_codes(&parent);
        look("nothing read");
        parent.chooses_file(FILE, &[&picture(&parent, &pictures[1])]);
        parent.sees("3枚中1枚");
        look("partly read");
        let row = Grey::row_of(&pictures, 16);
        parent.chooses_file(FILE, &[&picture(&parent, &row)]);
        parent.sees("このお子さんのものですか");
        look("of another child");
        parent.presses("ぜんぶ選ぶ");
        parent.sees("記録に入れる（3）");
        look("chosen");
        parent.presses("記録に入れる（3）");
        parent.sees("服薬の記録に入れました");
        look("taken");
        parent.presses("ほかのQRも読む");
        let damaged = "JAHISTC09\r\n201,1,薬,いくつか,錠,1\r\n201,2,,1,錠,1\r\nx\r\n2,1,卵,1";
        parent.chooses_file(FILE, &[&text_file(&parent, damaged)]);
        parent.sees("読めなかったところがあります");
        look("damaged");
        parent.opens("#/pharmacy/show");
        parent.sees("見せる薬");
        look("to be shown");
        parent.presses("QRを出す");
        parent.sees("枚目");
        look("shown");
    }
    let parent = parent_at(world.person(), &Note::default());
    parent.opens("#/pharmacy/show");
    parent.sees("服薬の記録に、まだ何も書いてありません。");
    found.extend(parent.barriers());
    assert!(found.is_empty(), "{}", found.join("\n"));
}

in_every_engine!(
    pictures_in_any_order_become_rows_of_the_printed_record,
    three_codes_in_one_picture_are_taken_and_taken_back,
    small_codes_on_a_photograph_of_a_whole_page_are_read,
    what_was_read_before_is_not_taken_twice,
    a_damaged_paper_gives_what_can_be_read_and_says_what_cannot,
    other_codes_are_named_and_what_was_read_is_kept,
    pieces_without_a_place_are_put_in_order_by_the_parent,
    the_sheet_is_shown_to_a_pharmacy_without_what_was_not_chosen,
);

in_engine!(
    with_a_camera, Chromium:
    codes_before_the_camera_become_rows_of_the_printed_record,
    every_step_is_open_to_all,
);
