//! Where to turn and when: offices, turning points, moving away, and practising. The scenarios are those of `forms.md` §6.

use crate::{
    family::{self, MOTHER},
    household::{CALLED, PASSPHRASE, hands_over, parent_at, parent_at_home, unlocks},
    ours::ELSEWHERE,
    person::Person,
    place::squeeze,
    world::World,
};
use serde_json::json;
use std::{
    fs,
    path::{Path, PathBuf},
};
use stepnote::{
    answer::{Answer, Typed},
    forms::{CARE, EARLY_YEARS, EMPLOYMENT, INTRODUCTION, MEDICATION, OWN_WORDS, PROFILE},
    record::Note,
};

const HABIT: &str = "児童発達支援センター 相談部ハビット";
const FIELD: &str = "パスフレーズ（合言葉）";

/// The family's note, its child born on a day.
fn born_on(birth: &str) -> Note {
    let mut note = family::note();
    let mut profile = note.record(&PROFILE);
    let birth = Typed::from_iso(birth).unwrap();
    profile.answers.put("birth", Answer::Date(birth));
    note.put(&PROFILE, &profile);
    note
}

/// From now on every day the page is told is counted from this one; nobody waits for it. What is measured in
/// milliseconds goes on as before, so that nobody seems to have been away.
fn lives_on(person: &Person, day: &str) {
    // In Firefox a script of the driver has a Date of its own.
    let script = "const { Date } = window, proto = Date.prototype, real = window.ksReal ??= {};
        const ahead = Date.parse(arguments[0] + 'T12:00:00+09:00') - Date.now();
        for (const part of ['getFullYear', 'getMonth', 'getDate']) {
            const was = real[part] ??= proto[part];
            proto[part] = function () { return was.call(new Date(this.getTime() + ahead)); };
        }";
    person.script(script, vec![json!(day)]);
    person.opens("#/guide");
    person.sees("ノートの使い方");
    person.opens("#/");
    person.sees("表紙をなおす");
}

/// Agrees to what is shown, and waits for the code.
fn agrees(parent: &Person) -> String {
    parent.types("同意した人", MOTHER);
    parent.types("署名", MOTHER);
    parent.presses("同意して、わたす用意をする");
    parent.code_shown()
}

/// Hands a file over to an office, which reads it.
fn an_office_reads(world: &World, file: &Path, code: &str) -> Person {
    let office = world.person_at(1024, 768);
    office.opens("#/receive");
    office.chooses_file("ファイルや写真を選ぶ", &[file]);
    office.sees("ぜんぶ届きました");
    office.types("合い言葉の番号", code);
    office.presses("ひらく");
    office.sees("保存していません");
    office
}

/// Makes a backup file.
fn backs_up(parent: &Person) -> PathBuf {
    // WebKit loads the page anew where it is already.
    parent.opens("#/guide");
    parent.opens("#/backup");
    parent.presses("控えのファイルをつくる");
    parent.sees("控えができました");
    parent.downloaded()
}

/// Somebody whose new device takes in everything of a backup.
fn takes_in(world: &World, file: &Path) -> Person {
    let other = world.person();
    other.opens("");
    other.presses("以前使っていた");
    other.chooses_file("ファイルや写真をえらぶ", &[file]);
    other.sees("控えのかぎをあける");
    other.types(FIELD, PASSPHRASE);
    other.presses("ひらく");
    other.presses("この端末にもどす");
    other.presses("ノートを見る");
    other.sees(CALLED);
    other
}

/// Chooses one of a list.
fn chooses(person: &Person, id: &str, code: &str) {
    let script = "const list = document.getElementById(arguments[0]); list.value = arguments[1];
        list.dispatchEvent(new Event('change', { bubbles: true }))";
    person.script(script, vec![json!(id), json!(code)]);
}

/// Scenario 2: at night, on the bus, before an intake.
fn before_a_visit_what_this_office_needs_is_offered_and_what_is_not_known_is_to_be_asked(
    world: &World,
) {
    let mother = parent_at_home(world);
    mother.presses("そうだん先をさがす");
    mother.sees("迷ったときは");
    mother.sees("0123はらっぱ");
    mother.types("名前やことばでさがす", "ハビット");
    mother.does_not_see("0123はらっぱ");
    mother.presses(HABIT);
    mother.sees("市にお確かめください");
    mother.sees("0422-55-8510");
    mother.sees("2021年4月の資料です");
    mother.presses("わたすものを用意する");
    mother.sees("だれに わたしますか");
    assert!(mother.is_picked(HABIT));
    mother.picks("はじめての相談");
    mother.presses("わたすものをえらぶ");
    mother.sees("えらんであります");
    for form in [INTRODUCTION, EARLY_YEARS, CARE] {
        assert!(mother.is_picked(form.title.ja), "{} is offered", form.id);
    }
    mother.presses("見える内容をたしかめる");
    for words in ["電車とバスが大好きで", "始語", "けやき並木発達クリニック"]
    {
        mother.sees(words);
    }
    // Of the early years only the words, and only who is there now.
    mother.does_not_see("首すわり");
    agrees(&mother);
    mother.sees("受領番号");
    mother.presses("わたしおわりました");
    mother.opens("#/print");
    mother.picks("はじめに読むページ");
    if let Some(paper) = mother.prints_with("印刷する") {
        assert!(paper.says("はじめに読むページ") && paper.says("電車とバスが大好きで"));
    }
    // What went stays written down.
    mother.opens("#/given");
    for words in [HABIT, "QRコード", INTRODUCTION.title.ja] {
        mother.sees(words);
    }
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

/// Scenario 16: from October to March, and once more in April.
fn the_year_before_school_is_told_and_each_place_is_handed_its_own(world: &World) {
    let mother = parent_at_home(world);
    lives_on(&mother, "2026-10-20");
    mother.sees("就学時健診のころです");
    mother.presses("つぎの節目");
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
    assert!(file.starts_with("BEGIN:VCALENDAR\r\n") && file.contains("UID:school-start-2027"));
    for word in [family::CHILD, CALLED, "VALARM"] {
        assert!(!file.contains(word), "「{word}」 in {file}");
    }
    mother.presses("就学のページをつくる");
    mother.sees("学校にも、放課後の場所にも、それぞれにわたします。");
    assert_eq!(mother.barriers(), [""; 0]);
    if let Some(paper) = mother.prints_with("印刷する") {
        assert_eq!(paper.pages(), 1);
        for words in [
            "就学のページ",
            "家庭での様子",
            "好きなこと・得意なこと",
            "嫌いなこと・苦手なこと",
            "うまくいった工夫",
            "学校へのお願い",
            "電車とバス",
        ] {
            assert!(paper.says(words), "no 「{words}」 on {paper:?}");
        }
        assert!(!paper.says("南野") && !paper.says("練習"));
    }
    let places = ["学校・スクールソーシャルワーカー", "あそべえ", "学童"];
    let mut codes = Vec::new();
    for place in places {
        // WebKit loads the page anew where it is already.
        mother.opens("#/guide");
        mother.opens("#/school-page");
        mother.in_group("だれに わたしますか").presses(place);
        mother.sees("何のために");
        assert!(mother.is_picked(place), "{place}");
        mother.picks("小学校入学");
        mother.presses("わたすものをえらぶ");
        mother.sees("えらんであります");
        assert!(mother.is_picked(INTRODUCTION.title.ja));
        assert!(!mother.is_picked(MEDICATION.title.ja));
        mother.presses("見える内容をたしかめる");
        codes.push(agrees(&mother));
        mother.presses("わたしおわりました");
    }
    codes.sort();
    codes.dedup();
    assert_eq!(codes.len(), 3);
    mother.opens("#/given");
    for place in places {
        mother.sees(place);
    }
    lives_on(&mother, "2027-04-05");
    mother.sees("入学です。もう一度、わたしましょう");
    lives_on(&mother, "2027-05-10");
    mother.sees("いま、することはありません。");
}

/// Scenario 17: moving to another city in March.
fn whoever_moves_away_takes_everything_along_and_the_next_city_is_its_own(world: &World) {
    let mother = parent_at_home(world);
    mother.opens("#/office/habit");
    mother.presses("わたすものを用意する");
    mother.picks("はじめての相談");
    mother.presses("わたすものをえらぶ");
    mother.presses("見える内容をたしかめる");
    agrees(&mother);
    mother.presses("わたしおわりました");
    mother.opens("#/transitions");
    let moving = mother.in_group("転居");
    moving.sees("ノートは、どの市でもそのまま使えます。");
    assert_eq!(mother.barriers(), [""; 0]);
    moving.presses("読める形で取りだす");
    mother.presses("ファイルにする");
    let readable = fs::read_to_string(mother.downloaded()).unwrap();
    mother.presses("表にする（CSV）");
    let table = fs::read_to_string(mother.downloaded()).unwrap();
    assert!(table.starts_with('\u{feff}'));
    for word in [family::CHILD, "けやき並木発達クリニック", HABIT] {
        assert!(readable.contains(word), "「{word}」 in the JSON");
        assert!(table.contains(word), "「{word}」 in the table");
    }
    mother.opens("#/transitions");
    mother.in_group("転居").presses("控えのファイルをつくる");
    mother.is_at("/backup");
    let backup = backs_up(&mother);

    world.site().lays("directory.json", ELSEWHERE);
    let there = takes_in(world, &backup);
    there.opens("#/offices");
    there.sees("灯台相談室");
    there.does_not_see("0123はらっぱ");
    // Who has what is still known by name, and can still be withdrawn.
    there.opens("#/given");
    there.sees(HABIT);
    there.presses("この同意を取り消す");
    there.presses("取り消す");
    there.sees("お手元の紙やデータは、返すか消してくださるようお願いします。");
    there.opens("#/sheet/profile");
    there.rewrites("住所", "");
    there.rewrites("郵便番号", "9990002");
    there.presses("みずうみ市南浜を住所に書く");
    there.finds_written("住所", "みずうみ市南浜");
    there.opens("#/print");
    there.in_group("印刷のしかた").picks("手で書く白いシート");
    if let Some(paper) = there.prints_with("印刷する") {
        assert!(paper.says("〒999-") && !paper.says("武蔵野市"));
    }
}

/// Scenario 18: a young person of fifteen who does not go to school.
fn at_the_end_of_junior_high_the_young_person_says_what_is_told(world: &World) {
    let mother = parent_at(world.person(), &born_on("2011-06-15"));
    lives_on(&mother, "2026-08-31");
    mother.sees("いま、することはありません。");
    lives_on(&mother, "2026-09-01");
    mother.sees("本人と話しはじめるころです");
    mother.presses("つぎの節目");
    mother.sees("みらいる");
    mother.presses("本人のページを書く");
    mother.types("伝えてほしいこと", "話すより、書く方が楽です。");
    mother.types("伝えてほしくないこと", "二年生の秋のこと。");
    mother.picks("一部ならいいです");
    mother.presses("しまう");

    mother.opens("#/transitions");
    mother.presses("連絡票をつくる");
    mother.presses("あたらしい連絡票をつくる");
    mother.sees("窓口を一覧からえらぶ");
    chooses(&mother, "slip-office", "mirairu");
    mother.finds_written("連絡先", "みらいる");
    mother.types("相談したいこと", "卒業のあとの居場所のことです。");
    mother.presses("しまう");
    mother.sees("卒業のあとの居場所のことです。");

    mother.opens("#/office/mirairu");
    mother.presses("わたすものを用意する");
    mother.picks("中学校卒業");
    mother.presses("わたすものをえらぶ");
    mother.sees("えらんであります");
    assert!(mother.is_picked(OWN_WORDS.title.ja));
    for form in [PROFILE, EARLY_YEARS, MEDICATION] {
        assert!(!mother.is_picked(form.title.ja), "{} stays", form.id);
    }
    mother.picks("連絡票");
    mother.presses("見える内容をたしかめる");
    mother.in_group("お子さんに聞きましたか").picks("聞いた");
    let code = agrees(&mother);
    mother.presses("ファイルでわたす");
    let file = mother.downloaded();
    let office = an_office_reads(world, &file, &code);
    for words in [
        "話すより、書く方が楽です。",
        "一部ならいいです",
        "卒業のあとの居場所のことです。",
    ] {
        office.sees(words);
    }
    office.does_not_see("二年生の秋");
    office.does_not_see("始語");
    office.does_not_see("メラトニン");
}

/// Scenario 19: the note goes to the person it is about; the parent's copy is sealed, and then deleted.
fn after_eighteen_the_note_goes_to_its_owner_and_the_parents_copy_is_sealed(world: &World) {
    const OWN: &str = "わたしだけの ながい ことば";
    let mother = parent_at(world.person(), &born_on("2008-11-15"));
    lives_on(&mother, "2026-11-21");
    mother.sees("18歳です");
    mother.presses("つぎの節目");
    for office in ["それいゆ", "福祉総合相談窓口", "障害者福祉課"] {
        mother.sees(office);
    }
    mother.presses("これまでの記録を紙にする");
    mother.is_at("/print");
    mother.picks("これまでの記録");
    mother.sees("愛の手帳");
    if let Some(paper) = mother.prints_with("印刷する") {
        for words in [
            "これまでの記録",
            "愛の手帳",
            "田中ビネー知能検査",
            "けやき並木発達クリニック",
            "どんぐり坂保育園",
        ] {
            assert!(paper.says(words), "no 「{words}」 on {paper:?}");
        }
    }
    let backup = backs_up(&mother);
    let owner = takes_in(world, &backup);
    owner.opens("#/keys");
    owner.presses("パスフレーズを変える");
    owner.sees("いまのパスフレーズ");
    owner.types(FIELD, PASSPHRASE);
    owner.presses("つぎへ");
    owner.sees("新しいパスフレーズを決める");
    owner.types(FIELD, OWN);
    owner.presses("これに決める");
    owner.sees("パスフレーズが変わりました");

    mother.opens("#/transitions");
    mother.presses("本人に引き継ぐ");
    mother.is_at("/leave");
    assert_eq!(mother.barriers(), [""; 0]);
    mother.presses("かぎで封をする");
    mother.is_at("/keys");
    mother.presses("かぎを全部つくりなおす");
    mother.sees("いまのパスフレーズ");
    mother.types(FIELD, PASSPHRASE);
    mother.presses("つぎへ");
    mother.sees("新しいパスフレーズを決める");
    mother.types(FIELD, OWN);
    mother.presses("かぎを全部つくりなおす");
    mother.sees("ノートをひらく");
    mother.types(FIELD, PASSPHRASE);
    mother.presses("ひらく");
    mother.sees("パスフレーズが違います");
    mother.rewrites(FIELD, OWN);
    mother.presses("ひらく");
    mother.presses("ノートへすすむ");
    mother.opens("#/leave");
    mother.presses("このノートをけす");
    mother.sees("ほんとうにけしますか");
    mother.presses("このノートをけす");
    mother.does_not_see(CALLED);
    owner.opens("#/");
    owner.sees(CALLED);
    world.kept_private(&[OWN]);
}

/// Scenario 20, as far as it is a turning point: the sheet at night, August, and whom to ask.
fn a_mother_looking_for_work_is_reminded_in_august_and_finds_whom_to_ask(world: &World) {
    let mother = parent_at(world.person(), &{
        let mut note = family::note();
        note.put(&EMPLOYMENT, &stepnote::record::Record::default());
        note
    });
    lives_on(&mother, "2026-08-10");
    mother.does_not_see("現況届のころです");
    mother.presses(EMPLOYMENT.title.ja);
    mother.presses("きょうの日付を入れる");
    mother.presses("お子さんをたす");
    let child = mother.in_group("お子さん 1");
    child.types("名前", "x");
    child.rewrites("名前", "");
    child.presses(family::CHILD);
    child.finds_written("名前", family::CHILD);
    mother.types("児童扶養手当No.", "第8800777号");
    mother.presses("しまう");
    mother.sees("8月は、児童扶養手当の現況届のころです。");
    mother.presses("記録票をひらく");
    mother.is_at("/sheet/employment");

    mother.opens("#/offices");
    mother.sees("0123はらっぱ");
    chooses(&mother, "office-topic", "work");
    mother.sees("ひとり親家庭サービスのしおり");
    mother.does_not_see("0123はらっぱ");
    mother.presses("ハローワーク");
    mother.sees("市にお確かめください");
    mother.sees("8月には、市の窓口への出張が半日ずつ2回あります。");
    mother.opens("#/slips");
    mother.presses("あたらしい連絡票をつくる");
    mother.sees("窓口を一覧からえらぶ");
    chooses(&mother, "slip-office", "hellowork");
    mother.finds_written("連絡先", "ハローワーク");
    mother.in_group("つなぎ方").picks("一緒に行く");
    mother.presses("しまう");
    mother.sees("ハローワークへ");

    mother.opens("#/");
    let code = hands_over(&mother, &[EMPLOYMENT]);
    mother.presses("ファイルでわたす");
    let file = mother.downloaded();
    let office = an_office_reads(world, &file, &code);
    office.sees(family::CHILD);
    office.does_not_see("第8800777号");
    office.presses("もっていく");
    office.presses("就労相談の月の一覧");
    let list = fs::read_to_string(office.downloaded()).unwrap();
    assert!(list.contains("2026") && !list.contains("8800777"), "{list}");
    lives_on(&mother, "2026-09-01");
    mother.does_not_see("現況届のころです");
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
    before_a_visit_what_this_office_needs_is_offered_and_what_is_not_known_is_to_be_asked,
    an_office_says_whether_it_is_open_and_can_be_called,
    the_year_before_school_is_told_and_each_place_is_handed_its_own,
    whoever_moves_away_takes_everything_along_and_the_next_city_is_its_own,
    at_the_end_of_junior_high_the_young_person_says_what_is_told,
    after_eighteen_the_note_goes_to_its_owner_and_the_parents_copy_is_sealed,
    a_mother_looking_for_work_is_reminded_in_august_and_finds_whom_to_ask,
    a_broken_file_of_the_city_is_explained_and_the_built_in_one_used,
    the_guide_and_its_tour_lead_to_the_first_page,
    practising_never_touches_what_is_kept_here,
);
