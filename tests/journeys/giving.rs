//! The parent's side of a hand-over: to whom, what of it, the consent, the receipt, and what went.

use crate::{
    family::{self, MOTHER},
    handed,
    household::{hands_over, parent_at, parent_at_home, picks_for_herself, secrets},
    keys::{SECOND_CHILD, adds_a_child},
    person::Person,
    post,
    world::World,
};
use serde_json::json;
use std::{fs, path::Path};
use stepnote::{
    answer::{Answer, Typed},
    envelope::{Code, parse_file},
    forms::{ALL, CARE, INTRODUCTION, MEDICATION, PROFILE},
};

const FILE: &str = "ファイルや写真を選ぶ";
const LIKES: &str = "電車とバスが大好きで";
const HABIT: &str = "児童発達支援センター 相談部ハビット";
const AGREE: &str = "同意して、わたす用意をする";
const SEE: &str = "見える内容をたしかめる";

/// Scenario 10: two children on one device.
fn what_goes_of_one_child_has_nothing_of_the_other(world: &World) {
    let mother = parent_at_home(world);
    adds_a_child(&mother);
    mother.opens("#/sheet/introduction");
    mother.types("好きなこと・得意なこと", "水あそび");
    mother.sees("ほぞんしました");
    mother.opens_here("#/");
    mother.sees(SECOND_CHILD);
    let code = hands_over(&mother, &[INTRODUCTION]);
    mother.presses("ファイルでわたす");
    let file = fs::read(mother.downloaded()).unwrap();
    let code = Code::parse(&code).unwrap();
    let opened = parse_file(&file).unwrap().open(&code).unwrap();
    let text = String::from_utf8(opened.to_vec()).unwrap();
    assert!(text.contains("水あそび"));
    for word in secrets() {
        assert!(!text.contains(&word), "「{word}」 is of the other child");
    }
}

/// The parent's first visit to an office is prepared, as far as the page with the consent.
fn prepares_a_first_visit(mother: &Person) {
    mother.presses("わたす");
    mother.presses("ほかの窓口");
    mother.picks(HABIT);
    mother.picks("はじめての相談");
    mother.presses("わたすものをえらぶ");
    mother.sees("えらんであります");
}

fn signs(mother: &Person) {
    mother.types("同意した人", MOTHER);
    mother.types("署名", MOTHER);
    mother.presses(AGREE);
}

fn receipt_shown(mother: &Person) -> String {
    mother.sees("受領番号");
    let shown = mother.script(
        "return document.querySelector('.ks-receipt').textContent",
        Vec::new(),
    );
    let receipt = shown.as_str().unwrap().to_owned();
    assert!(receipt.len() == 6 && receipt.bytes().all(|b| b.is_ascii_digit()));
    receipt
}

fn a_first_visit_is_offered_little_and_nothing_goes_without_a_consent(world: &World) {
    let mother = parent_at_home(world);
    prepares_a_first_visit(&mother);
    for form in [PROFILE, INTRODUCTION, CARE] {
        assert!(mother.is_picked(form.title.ja), "{} is offered", form.id);
    }
    assert!(!mother.is_picked(MEDICATION.title.ja), "medicine is not");
    assert_eq!(mother.barriers(), [""; 0]);
    mother.presses(SEE);
    mother.sees("受け取る人には、このとおりに見えます。");
    assert_eq!(mother.barriers(), [""; 0]);
    mother.presses(AGREE);
    mother.sees("同意する人の名前を書いてください。");
    mother.types("同意した人", MOTHER);
    mother.presses(AGREE);
    mother.sees("署名のところに、名前を書いてください。");
    mother.types("署名", MOTHER);
    mother.presses(AGREE);
    let code = mother.code_shown();
    let receipt = receipt_shown(&mother);
    assert_eq!(mother.barriers(), [""; 0]);
    mother.presses("わたしおわりました");
    mother.opens("#/given");
    for words in [HABIT, &receipt, "有効", "QRコード"] {
        mother.sees(words);
    }
    world.kept_private(&[code]);
}

fn a_consent_is_withdrawn_and_the_office_is_told_what_it_had(world: &World) {
    let mother = parent_at_home(world);
    prepares_a_first_visit(&mother);
    mother.presses(SEE);
    signs(&mother);
    mother.code_shown();
    mother.presses("ファイルでわたす");
    mother.downloaded();
    let receipt = receipt_shown(&mother);
    mother.opens("#/given");
    mother.presses("この同意を取り消す");
    mother.sees("もう読まれたことは消せません。");
    assert_eq!(mother.barriers(), [""; 0]);
    mother.presses("取り消す");
    mother.sees("お手元の紙やデータは、返すか消してくださるようお願いします。");
    mother.sees(&format!("受領番号 {receipt}"));
    mother.sees("0422-55-8510");
    assert_eq!(mother.barriers(), [""; 0]);
    if let Some(paper) = mother.prints_with("印刷する") {
        paper.keep_pictures(&format!("{}-withdrawn", mother.engine().name()));
        // The letter, and whose it is; nothing of the screen around it.
        assert!(paper.says("■■■") && paper.says(&receipt));
        for word in ["もどる", "すぐに閉じる", "この相手の電話"] {
            assert!(!paper.says(word), "「{word}」 is on the paper");
        }
    }
    mother.presses("もどる");
    mother.sees("お知らせを見る・印刷する");
    mother.does_not_see("有効");
}

fn what_was_taken_out_is_not_in_what_will_be_seen(world: &World) {
    let mother = parent_at_home(world);
    mother.presses("わたす");
    mother.picks("自分用の控え");
    mother.presses("わたすものをえらぶ");
    mother.picks(INTRODUCTION.title.ja);
    mother.presses("中身をえらぶ");
    mother.unpicks("特徴的なエピソードなど");
    mother.presses(SEE);
    mother.sees("電車とバスが大好きで");
    mother.does_not_see("三歳の冬、公園で");
    mother.presses("もどる");
    mother.presses("中身をえらぶ");
    assert!(!mother.is_picked("特徴的なエピソードなど"));
}

fn with_the_address_left_out_no_place_is_counted(world: &World) {
    let mother = parent_at_home(world);
    mother.presses("わたす");
    picks_for_herself(&mother, &ALL[..9]);
    mother.sees("か所あります。");
    mother.presses("もどる");
    mother.picks("住所を出さない");
    mother.picks("園・学校・病院の名前も省く");
    assert_eq!(mother.barriers(), [""; 0]);
    mother.presses(SEE);
    mother.sees("この中に、住所・電話・園や学校の名前はありません。");
}

fn from_the_page_of_an_office_it_is_chosen_already(world: &World) {
    let mother = parent_at_home(world);
    mother.opens("#/office/habit");
    mother.presses("わたすものを用意する");
    mother.sees("だれに わたしますか");
    assert!(mother.is_picked(HABIT));
    mother.picks("受診");
    mother.presses("わたすものをえらぶ");
    mother.sees("えらんであります");
    assert!(mother.is_picked(MEDICATION.title.ja));
}

fn whoever_goes_back_has_handed_nothing_over(world: &World) {
    let mother = parent_at(world.person(), &family::note());
    mother.opens("#/hand-over");
    picks_for_herself(&mother, &[INTRODUCTION]);
    mother.presses("わたす用意をする");
    mother.code_shown();
    mother.presses("もどる");
    mother.sees("このとおりに見えます");
    mother.opens("#/given");
    mother.sees("まだ何もわたしていません。");
}

fn whoever_swipes_back_may_have_handed_it_over_and_the_log_keeps_it(world: &World) {
    let mother = parent_at(world.person(), &family::note());
    mother.opens("#/hand-over");
    picks_for_herself(&mother, &[INTRODUCTION]);
    mother.presses("わたす用意をする");
    mother.code_shown();
    goes_back(&mother);
    mother.sees("このとおりに見えます");
    mother.opens("#/given");
    mother.sees("受領番号");
    mother.does_not_see("まだ何もわたしていません。");
}

/// The browser's own way back.
fn goes_back(person: &Person) {
    person.script("setTimeout(() => history.back())", Vec::new());
}

fn the_browsers_own_way_back_goes_one_step_and_loses_nothing(world: &World) {
    let mother = parent_at_home(world);
    mother.presses("わたす");
    picks_for_herself(&mother, &[INTRODUCTION]);
    mother.sees("このとおりに見えます");
    let address = mother.address();
    goes_back(&mother);
    mother.sees("住所を出さない");
    assert!(
        mother.is_picked(INTRODUCTION.title.ja),
        "it is picked still"
    );
    goes_back(&mother);
    mother.sees("わたすものをえらぶ");
    assert!(
        mother.is_picked("自分用の控え"),
        "she still is who it is for"
    );
    let state = mother.script("return typeof history.state", Vec::new());
    assert_eq!((mother.address(), state), (address, json!("number")));
    mother.presses("わたすものをえらぶ");
    mother.presses("見える内容をたしかめる");
    mother.sees("このとおりに見えます");
    mother.presses("もどる");
    mother.sees("住所を出さない");
    goes_back(&mother);
    mother.sees("わたすものをえらぶ");
    goes_back(&mother);
    mother.sees("この端末の中だけに");

    mother.opens_here("#/keys");
    mother.in_group("回復コード").presses("回復コードをつくる");
    mother.sees("いまのパスフレーズ");
    goes_back(&mother);
    mother.sees("回復コードをつくる");
    mother.is_at("/keys");

    let office = world.person_at(1024, 768);
    office.opens("");
    office.presses("受け取る");
    let file = office.new_name("example.stepnote");
    fs::write(&file, post::EXAMPLE).unwrap();
    office.chooses_file(FILE, &[&file]);
    office.sees("ぜんぶ届きました");
    goes_back(&office);
    office.sees(FILE);
    office.chooses_file(FILE, &[&file]);
    office.types("合い言葉の番号", post::code());
    office.presses("ひらく");
    office.sees("髙﨑 陽向");
    // There and back again: what is nowhere else is closed by its own button alone.
    let there_and_back = "const done = arguments[0]; let turned = 0;
        addEventListener('popstate', () => { turned += 1; if (turned === 2) done() });
        setTimeout(() => history.back())";
    office.waits_for(there_and_back);
    office.sees("髙﨑 陽向");
}

/// The page on which the introduction and the medicines are checked.
fn checks(mother: &Person) {
    mother.presses("わたす");
    picks_for_herself(mother, &[INTRODUCTION, MEDICATION]);
    mother.sees(LIKES);
}

fn a_line_or_a_row_is_left_out_where_it_is_checked_and_comes_back(world: &World) {
    let mother = parent_at_home(world);
    checks(&mother);
    let [first, second] = [0, 1].map(|row| {
        let medicines = family::note().record(&MEDICATION);
        medicines.groups["rows"][row].text("remarks").to_owned()
    });
    mother.presses("省く：好きなこと・得意なこと");
    mother.sees("省きました：好きなこと・得意なこと");
    mother.does_not_see(LIKES);
    assert_eq!(mother.barriers(), [""; 0]);
    mother.presses("もとにもどす");
    mother.sees(LIKES);
    mother.presses("省く：服薬の記録 1");
    mother.does_not_see(&first);
    mother.sees(&second);
    // What is second now is the first that is left.
    mother.presses("省く：服薬の記録 1");
    mother.does_not_see(&second);
    mother.presses("わたす用意をする");
    let code = mother.code_shown();
    mother.sees("控えを印刷する");
    mother.presses("ファイルでわたす");
    let file = fs::read(mother.downloaded()).unwrap();
    let code = Code::parse(&code).unwrap();
    let opened = parse_file(&file).unwrap().open(&code).unwrap();
    let opened = String::from_utf8(opened.to_vec()).unwrap();
    assert!(opened.contains("電車とバス"), "what stayed goes");
    for out in [first, second] {
        assert!(!opened.contains(&out), "「{out}」 goes along");
    }
}

fn what_is_put_right_while_checking_goes_on_where_it_was(world: &World) {
    let mother = parent_at_home(world);
    checks(&mother);
    mother.presses("省く：服薬の記録 2");
    mother.presses("直す：好きなこと・得意なこと");
    mother.is_at("/sheet/introduction");
    mother.rewrites("好きなこと・得意なこと", "いまは 石ころと 水たまり");
    mother.sees("ほぞんしました");
    assert_eq!(mother.barriers(), [""; 0]);
    mother.presses("わたすつづきにもどる");
    mother.sees("受け取る人には、このとおりに見えます。");
    mother.sees("いまは 石ころと 水たまり");
    let medicines = family::note().record(&MEDICATION);
    mother.does_not_see(medicines.groups["rows"][1].text("remarks"));
}

fn from_a_slip_it_goes_along_with_its_table_to_its_office(world: &World) {
    let mother = parent_at(world.person_at(1024, 768), &handed::note());
    mother.presses("連絡票");
    mother.presses("ハビットへ");
    mother.presses("わたす");
    mother.sees("だれに わたしますか");
    mother.finds_written("相手の名前", "ハビット");
    mother.picks("はじめての相談");
    mother.presses("わたすものをえらぶ");
    mother.picks("だれが・いつまでに・何を");
    mother.presses(SEE);
    mother.sees("ことばが ゆっくりで、来年の入園が心配です。");
    mother.sees("母子手帳を持っていく");
    signs(&mother);
    let code = mother.code_shown();
    mother.sees("つぎは窓口の番です。返事が来たら「連絡票」に入れます。");
    mother.sees("それまでも「わたしたもの」から、いつでも取り消せます。");
    mother.presses("ファイルでわたす");
    let file = mother.downloaded();

    let office = world.person_at(1024, 768);
    office.opens("#/receive");
    office.chooses_file("ファイルや写真を選ぶ", &[&file]);
    office.sees("ぜんぶ届きました");
    office.types("合い言葉の番号", &code);
    office.presses("ひらく");
    office.sees("母子手帳を持っていく");
    office.presses("回答を書く");
    office.sees(handed::SLIP_NO);
}

fn a_new_consent_for_the_same_office_comes_in_the_place_of_the_one_before(world: &World) {
    let mother = parent_at_home(world);
    prepares_a_first_visit(&mother);
    mother.presses(SEE);
    mother.does_not_see("前の同意の代わりにする");
    signs(&mother);
    mother.code_shown();
    mother.presses("わたしおわりました");
    prepares_a_first_visit(&mother);
    mother.presses(SEE);
    mother.picks("前の同意の代わりにする");
    signs(&mother);
    mother.code_shown();
    mother.opens("#/given");
    mother.sees("有効");
    mother.sees("置き換え");
}

fn a_child_of_twelve_is_asked_and_a_small_one_need_not_be(world: &World) {
    const ASKED: &str = "お子さんに聞きましたか";
    let mother = parent_at_home(world);
    prepares_a_first_visit(&mother);
    mother.presses(SEE);
    mother.sees("同意した人");
    mother.does_not_see(ASKED);

    let mut note = family::note();
    let mut profile = note.record(&PROFILE);
    let birth = Typed::from_iso("2012-05-05").unwrap();
    profile.answers.put("birth", Answer::Date(birth));
    note.put(&PROFILE, &profile);
    let father = parent_at(world.person(), &note);
    prepares_a_first_visit(&father);
    father.presses(SEE);
    father.sees(ASKED);
}

/// What another app would get from the share sheet.
const OTHER_APP: &str = "navigator.canShare = data => data.files?.length === 1;
navigator.share = async ({ files: [file] }) => { window.sent = [file.name, file.type, await file.text()]; };";

fn another_app_is_given_a_text_that_opens_with_the_code(world: &World) {
    let mother = parent_at_home(world);
    mother.script(OTHER_APP, Vec::new());
    mother.presses("わたす");
    picks_for_herself(&mother, &[MEDICATION]);
    mother.presses("わたす用意をする");
    let code = mother.code_shown();
    mother.presses("ほかのアプリで送る");
    mother.sees("ほかのアプリにわたしました。");
    let sent = mother.script("return window.sent", Vec::new());
    let sent: Vec<String> = serde_json::from_value(sent).unwrap();
    let [name, kind, text] = &sent[..] else {
        panic!("three things are told: {sent:?}")
    };
    let is_text = Path::new(name).extension().is_some_and(|end| end == "txt");
    assert!(name.is_ascii() && is_text, "{name}");
    assert_eq!(kind, "text/plain");
    let code = Code::parse(&code).unwrap();
    let opened = parse_file(text.as_bytes()).unwrap().open(&code).unwrap();
    let opened = String::from_utf8(opened.to_vec()).unwrap();
    assert!(opened.contains("モンテルカスト"));
    mother.opens("#/given");
    mother.sees("ファイル 受領番号");
}

in_engine!(
    with_a_share_sheet, Chromium:
    another_app_is_given_a_text_that_opens_with_the_code,
);

in_engine!(
    with_two_children, Chromium:
    what_goes_of_one_child_has_nothing_of_the_other,
);

in_every_engine!(
    a_new_consent_for_the_same_office_comes_in_the_place_of_the_one_before,
    a_child_of_twelve_is_asked_and_a_small_one_need_not_be,
    a_line_or_a_row_is_left_out_where_it_is_checked_and_comes_back,
    what_is_put_right_while_checking_goes_on_where_it_was,
    from_a_slip_it_goes_along_with_its_table_to_its_office,
    a_first_visit_is_offered_little_and_nothing_goes_without_a_consent,
    a_consent_is_withdrawn_and_the_office_is_told_what_it_had,
    what_was_taken_out_is_not_in_what_will_be_seen,
    with_the_address_left_out_no_place_is_counted,
    from_the_page_of_an_office_it_is_chosen_already,
    whoever_goes_back_has_handed_nothing_over,
    whoever_swipes_back_may_have_handed_it_over_and_the_log_keeps_it,
    the_browsers_own_way_back_goes_one_step_and_loses_nothing,
);
