//! Backups: made, lost, brought back on another phone, from a file and from paper; and a note that came taken in.

use crate::{
    family,
    household::{
        CALLED, PASSPHRASE, hands_over, parent_at, parent_at_home, parent_with_backup, secrets,
        unlocks,
    },
    keys::{SECOND_CHILD, adds_a_child},
    papers::{photo, sees_small_pictures},
    person::Person,
    world::World,
    writing::finds,
};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::{
    fs,
    path::{Path, PathBuf},
};
use stepnote::{
    answer::{Answer, PartialDate},
    consent::{Carried, Gone, noted},
    forms::{ALL, INTRODUCTION, MEDICATION, PROFILE},
    record::Note,
};

const FILE: &str = "ファイルや写真をえらぶ";
const DAY: u64 = 24 * 60 * 60 * 1000;

/// Makes a backup file.
fn backs_up(parent: &Person) -> PathBuf {
    parent.opens("#/backup");
    parent.presses("控えのファイルをつくる");
    parent.sees("控えができました");
    parent.downloaded()
}

/// Goes from the doors to what is in a backup.
fn opens_backup(parent: &Person, files: &[&Path]) {
    parent.chooses_file(FILE, files);
    types_its_passphrase(parent);
}

fn types_its_passphrase(parent: &Person) {
    parent.sees("控えのかぎをあける");
    parent.types("パスフレーズ（合言葉）", PASSPHRASE);
    parent.presses("ひらく");
}

/// Somebody at the doors of a phone that has nothing, on the way to a backup.
fn with_a_new_phone(world: &World) -> Person {
    let father = world.person();
    father.opens("");
    father.presses("以前使っていた");
    father.sees("控えのファイル、または紙の控えのQR");
    father
}

fn everything_is_there_again_on_another_phone(world: &World) {
    let mother = parent_at(world.person(), &{
        let mut note = family::note();
        noted(
            &mut note,
            &Gone {
                on: PartialDate::day(2026, 11, 1),
                to: "ハビット".to_owned(),
                what: "はじめての相談の紹介".to_owned(),
                carried: Some(Carried::Codes),
                receipt: "004711".to_owned(),
                consent: String::new(),
                slip: String::new(),
            },
        );
        note
    });
    mother.in_group("シート").presses("受け取った書類");
    mother.presses("書類をたす");
    mother.types("書類の名前", "はるの検査");
    mother.chooses_file("写真・PDFをえらぶ", &[&photo(&mother)]);
    sees_small_pictures(&mother, 1);
    mother.sees("ほぞんしました");
    mother.opens("#/");
    mother.sees("控えは まだありません");
    let file = backs_up(&mother);
    mother.sees("写真・PDF 1");
    assert_eq!(mother.barriers(), [""; 0]);
    let name = file.file_name().unwrap().to_str().unwrap();
    assert!(
        name.starts_with("stepnote-backup-20") && name.ends_with(".stepnote-backup"),
        "{name}"
    );
    tells_nothing(&fs::read(&file).unwrap());
    mother.opens("#/");
    mother.sees("最終バックアップ 今日");

    let father = with_a_new_phone(world);
    opens_backup(&father, &[&file]);
    father.sees(CALLED);
    assert_eq!(father.barriers(), [""; 0]);
    father.presses("この端末にもどす");
    father.sees("写真・PDFももどりました。");
    father.presses("ノートを見る");
    father.sees("最終バックアップ 今日");
    let note = family::note();
    for form in [PROFILE, INTRODUCTION, MEDICATION] {
        father.opens(&format!("#/sheet/{}", form.id));
        finds(&father, &form, &note.record(&form));
    }
    // Scenario 15: whoever lost a telephone still knows who has what.
    father.opens("#/given");
    for words in ["ハビット", "はじめての相談の紹介", "4711"] {
        father.sees(words);
    }
    father.opens("#/");
    father.in_group("シート").presses("受け取った書類");
    father.presses("はるの検査");
    sees_small_pictures(&father, 1);
    // What opened it there opens it here.
    father.presses("かぎをかける");
    unlocks(&father);
}

fn tells_nothing(file: &[u8]) {
    let text = String::from_utf8_lossy(file);
    for word in secrets() {
        assert!(!text.contains(&word), "「{word}」 can be read in the file");
    }
}

fn paper_brings_the_text_back_also_with_a_code_that_cannot_be_read(world: &World) {
    let mother = parent_at(world.person_at(1024, 768), &family::note());
    mother.opens("#/backup");
    mother.presses("紙の控えを見る");
    mother.sees("おぎない 1");
    assert_eq!(mother.barriers(), [""; 0]);
    let count = number_of_codes(&mother.text());
    let names = (2..=count).map(|n| format!("QR {n}/{count}"));
    let names = names.chain(["QR おぎない 1".to_owned()]);
    let pictures: Vec<PathBuf> = names
        .enumerate()
        .map(|(at, name)| mother.screenshot_of(&name, &format!("backup-code-{at}")))
        .collect();
    if let Some(paper) = mother.prints_with("紙の控えを印刷する") {
        assert!(paper.is_a4());
        assert_eq!(paper.pages(), (count + 1 + count / 6).div_ceil(6));
        assert!(paper.says("つくった日"));
        paper.keep_pictures(&format!("{}-backup", mother.engine().name()));
    }

    let father = with_a_new_phone(world);
    let pictures: Vec<&Path> = pictures.iter().map(PathBuf::as_path).collect();
    opens_backup(&father, &pictures);
    father.sees("紙の控えなので");
    father.presses("この端末にもどす");
    father.presses("ノートを見る");
    let note = family::note();
    for form in [PROFILE, MEDICATION] {
        father.opens(&format!("#/sheet/{}", form.id));
        finds(&father, &form, &note.record(&form));
    }
}

/// How many codes there are: what stands behind `1/`.
fn number_of_codes(text: &str) -> usize {
    let words = text.split_whitespace();
    let count = words.filter_map(|word| word.strip_prefix("1/")?.parse().ok());
    count.max().expect("a caption")
}

fn what_does_not_open_says_why_and_changes_nothing(world: &World) {
    let mother = parent_at_home(world);
    let file = backs_up(&mother);
    let whole = fs::read(&file).unwrap();
    let father = with_a_new_phone(world);
    let before = father.stored();
    let gives = |bytes: &[u8]| {
        let file = father.new_name("other").with_extension("stepnote-backup");
        fs::write(&file, bytes).unwrap();
        father.chooses_file(FILE, &[&file]);
    };
    gives(b"");
    father.sees("ファイルが空か、読めません");
    gives(b"%PDF-1.7 something else");
    father.sees("これは控えのファイルではありません");
    gives(&too_new(&whole));
    father.sees("この控えは、新しい版でつくられています");
    gives(&whole[..whole.len() - 20]);
    types_its_passphrase(&father);
    father.sees("控えが途中で切れています");
    let mut damaged = whole.clone();
    let at = whole.len() - 200;
    damaged[at] ^= 1;
    gives(&damaged);
    types_its_passphrase(&father);
    father.sees("控えが壊れています");
    assert_eq!(father.barriers(), [""; 0]);
    gives(&whole);
    father.sees("控えのかぎをあける");
    father.types("パスフレーズ（合言葉）", "みずたまり きいろい かさ");
    father.presses("ひらく");
    father.sees("控えは壊れていません。");
    assert_eq!(father.stored(), before);
    father.rewrites("パスフレーズ（合言葉）", PASSPHRASE);
    father.presses("ひらく");
    father.sees(CALLED);
    assert_eq!(father.stored(), before, "seeing it is not bringing it back");
}

/// The same backup as a newer version would write it.
fn too_new(file: &[u8]) -> Vec<u8> {
    let length = u32::from_be_bytes(file[16..20].try_into().unwrap()) as usize;
    let mut head: Value = serde_json::from_slice(&file[20..20 + length]).unwrap();
    head["minReader"] = 2.into();
    let head = head.to_string().into_bytes();
    let mut newer = file[..16].to_vec();
    newer.extend((head.len() as u32).to_be_bytes());
    newer.extend(&head);
    newer.extend(Sha256::digest(&head));
    newer.extend(&file[20 + length + 32..]);
    newer
}

fn with(answers: &[(&str, &str)]) -> Note {
    let mut note = family::note();
    let mut record = note.record(&INTRODUCTION);
    for (id, text) in answers {
        record.answers.put(id, Answer::Text((*text).to_owned()));
    }
    note.put(&INTRODUCTION, &record);
    note.set_edited(&INTRODUCTION, "2026-11-20");
    note
}

/// Says on the cover who writes on this device.
fn is_written_by(parent: &Person, who: &str) {
    parent.opens("#/cover");
    parent.types("この端末で書く人", who);
    assert_eq!(parent.barriers(), [""; 0]);
    parent.screenshot("cover-writer");
    parent.presses("この表紙にする");
    parent.sees("シート");
}

fn a_backup_and_a_note_that_differ_are_compared_and_nothing_is_overwritten(world: &World) {
    let mother = parent_at(
        world.person(),
        &with(&[("episode", "母が書いたこと"), ("writer", "")]),
    );
    is_written_by(&mother, "おかあさん");
    let file = backs_up(&mother);
    let father = parent_at(
        world.person(),
        &with(&[("episode", "父が書いたこと"), ("writer", "")]),
    );
    is_written_by(&father, "おとうさん");
    father.presses("かぎをかける");
    father.opens("#/restore");
    father.sees("先に、この端末のノートをひらきます");
    father.types("パスフレーズ（合言葉）", PASSPHRASE);
    father.presses("ひらく");
    opens_backup(&father, &[&file]);
    father.sees("このノートに入れる");
    father.presses("つぎへ");
    father.sees("父が書いたこと");
    father.sees("母が書いたこと");
    // Where each is from, who wrote there, and when.
    father.sees("この端末のノート おとうさん 書いた日 2026年11月20日");
    father.sees("控え おかあさん 書いた日 2026年11月20日");
    assert_eq!(father.barriers(), [""; 0]);
    father.screenshot("compared");
    father.picks("両方のこす");
    father.presses("これでしまう");
    father.sees("取り入れました");
    father.presses("ノートを見る");
    father.opens("#/sheet/introduction");
    father.finds_written("特徴的なエピソードなど", "父が書いたこと\n母が書いたこと");
    father.opens("#/past");
    father.presses("このときにもどす");
    father.sees("いまと同じです");
    father.opens("#/sheet/introduction");
    father.finds_written("特徴的なエピソードなど", "父が書いたこと");
}

/// Waits until what unlocked her vault was made as hard to guess at as a new one is, in passing.
fn is_as_hard_as_today(parent: &Person) {
    parent.until("has a harder slot", async || {
        let kept = parent.kept().await?;
        let header = kept.iter().find(|(name, _)| name == "local:svl:v1:hdr");
        if header.is_some_and(|(_, header)| header.contains("65536")) {
            Ok(())
        } else {
            Err("it is light".into())
        }
    });
}

fn the_recovery_code_of_then_opens_a_backup_too(world: &World) {
    let mother = parent_at_home(world);
    is_as_hard_as_today(&mother);
    mother.opens("#/keys");
    mother.presses("回復コードをつくる");
    mother.types("パスフレーズ（合言葉）", PASSPHRASE);
    mother.presses("つぎへ");
    mother.sees("紙に写しました");
    let text = mother.text();
    let is_group = |word: &&str| word.len() == 6 && word.bytes().all(|b| b.is_ascii_digit());
    let code: Vec<&str> = text.split_whitespace().filter(is_group).collect();
    let code = code.join("-");
    let file = backs_up(&mother);

    let father = with_a_new_phone(world);
    father.chooses_file(FILE, &[&file]);
    father.presses("回復コードでひらく");
    let place = father.in_group("回復コードでひらく");
    place.types("回復コード", "000000");
    place.presses("ひらく");
    father.sees("数字の数が違います");
    assert_eq!(father.barriers(), [""; 0]);
    place.rewrites("回復コード", &code);
    place.presses("ひらく");
    father.sees(CALLED);
    father.presses("この端末にもどす");
    father.presses("ノートを見る");
    father.sees(CALLED);
    world.kept_private(&[code]);
}

fn what_was_handed_over_is_taken_into_the_note_of_the_same_child(world: &World) {
    let mother = parent_at(world.person(), &with(&[("episode", "母が書いたこと")]));
    let code = hands_over(&mother, &[INTRODUCTION]);
    mother.presses("ファイルでわたす");
    let file = mother.downloaded();

    let father = parent_at(world.person(), &Note::default());
    father.opens("#/receive");
    father.chooses_file("ファイルや写真を選ぶ", &[&file]);
    father.types("合い言葉の番号", &code);
    father.presses("ひらく");
    father.presses("このノートに取り入れる");
    assert_eq!(father.barriers(), [""; 0]);
    assert!(father.is_picked(&format!("{CALLED} このノートに入れる")));
    father.presses("つぎへ");
    father.sees("取り入れました");
    father.presses("ノートを見る");
    father.opens("#/sheet/introduction");
    father.finds_written("特徴的なエピソードなど", "母が書いたこと");
    world.kept_private(&[code]);
}

/// A file that she chose before holds something else; the picker of the system gives it again.
const PICKER: &str = "const refused = name => Promise.reject(new DOMException('', name));
let answers = [() => refused('AbortError'), () => refused('NotAllowedError')];
window.showSaveFilePicker = async ({ suggestedName }) => {
    const next = answers.shift();
    if (next) return next();
    const folder = await navigator.storage.getDirectory();
    window.placed = await folder.getFileHandle(suggestedName, { create: true });
    const earlier = await window.placed.createWritable();
    await earlier.write('x'.repeat(900000));
    await earlier.close();
    return window.placed;
};";

fn a_backup_takes_the_place_of_the_one_before_where_she_says(world: &World) {
    let mother = parent_at_home(world);
    mother.script(PICKER, Vec::new());
    let saved = backs_up(&mother);
    mother.presses("場所をえらんで しまう");
    mother.presses("場所をえらんで しまう");
    mother.sees("そこには しまえませんでした。");
    mother.presses("場所をえらんで しまう");
    mother.sees("えらんだ場所に しまいました。");
    let placed = mother.script(
        "return window.placed.getFile().then(file => file.arrayBuffer())
            .then(bytes => Array.from(new Uint8Array(bytes)))",
        Vec::new(),
    );
    let placed: Vec<u8> = serde_json::from_value(placed).unwrap();
    assert_eq!(placed, fs::read(saved).unwrap());
}

fn the_age_of_the_last_backup_stands_on_the_note(world: &World) {
    let mother = parent_with_backup(world, 9 * DAY + DAY / 2);
    mother.sees("最終バックアップ 9日前");
    mother.does_not_see("新しい控えをつくっておくと安心です。");
    mother.opens("#/keys");
    mother.sees("最終バックアップ 9日前");
    backs_up(&mother);
    mother.opens("#/");
    mother.sees("最終バックアップ 今日");
}

fn after_a_month_and_a_change_a_new_backup_is_recommended_quietly(world: &World) {
    let mother = parent_with_backup(world, 31 * DAY);
    mother.sees("最終バックアップ 31日前");
    mother.does_not_see("新しい控えをつくっておくと安心です。");
    mother.in_group("シート").presses(INTRODUCTION.title.ja);
    mother.types("特徴的なエピソードなど", "。");
    mother.sees("ほぞんしました");
    mother.opens("#/");
    mother.sees("最終バックアップ 31日前（そのあと1回の書きかえ）");
    mother.sees("新しい控えをつくっておくと安心です。");
}

fn the_browser_is_asked_to_keep_it_and_its_answer_is_shown(world: &World) {
    for (answer, words) in [
        (true, "かってに消さないと答えました"),
        (false, "約束しませんでした"),
    ] {
        let mother = parent_at_home(world);
        let script = "Object.defineProperty(navigator, 'storage', { value: {
            persisted: async () => window.asked === true && arguments[0], persist: async () => { window.asked = true; return arguments[0] } } })";
        mother.script(script, vec![answer.into()]);
        mother.opens("#/help");
        mother.sees("ステップノートについて");
        mother.opens("#/");
        mother.presses("消さないように頼む");
        mother.sees(words);
        mother.opens("#/backup");
        mother.sees(words);
    }
}

fn a_private_window_is_told_so_before_the_first_word(world: &World) {
    let somebody = world.person();
    somebody.opens("");
    let script = "Object.defineProperty(navigator, 'storage', { value: { getDirectory: async () => { throw new Error('private') } } })";
    somebody.script(script, Vec::new());
    somebody.opens("#/help");
    somebody.sees("ステップノートについて");
    somebody.opens("#/");
    somebody.sees("このウィンドウを閉じると、書いたことはすべて消えます。");
    somebody.sees("書いて、わたして、閉じれば、何も残りません。");
    assert_eq!(somebody.barriers(), [""; 0]);
}

fn a_note_is_handed_on_to_its_owner_and_the_copy_here_is_put_away(world: &World) {
    let mother = parent_at_home(world);
    adds_a_child(&mother);
    mother.presses("お子さんをかえる");
    mother.presses(CALLED);
    mother.sees("シート");
    mother.opens("#/leave");
    mother.presses("本人にゆずる");
    mother.sees("ほかのお子さんのノートは入りません");
    assert_eq!(mother.barriers(), [""; 0]);
    mother.presses("本人にわたすファイルをつくる");
    mother.sees("本人にわたすファイルができました");
    let file = mother.downloaded();
    let phrase = mother.script(
        "return document.querySelector('.kc__phrase').textContent",
        Vec::new(),
    );
    let phrase = phrase.as_str().unwrap().to_owned();
    assert!(phrase.len() > 16 && phrase != PASSPHRASE);
    assert_eq!(mother.barriers(), [""; 0]);
    mother.screenshot("handed-on");
    if let Some(paper) = mother.prints_with("合言葉の紙を印刷する") {
        assert_eq!(paper.pages(), 1);
        assert!(paper.says(&phrase) && paper.says(CALLED));
        paper.keep_pictures(&format!("{}-handed-on", mother.engine().name()));
    }

    let owner = with_a_new_phone(world);
    opens_backup(&owner, &[&file]);
    owner.sees("パスフレーズが違います");
    owner.rewrites("パスフレーズ（合言葉）", &phrase);
    owner.presses("ひらく");
    owner.sees(CALLED);
    owner.does_not_see(SECOND_CHILD);
    owner.presses("この端末にもどす");
    owner.presses("ノートを見る");
    owner.sees("シート");
    owner.opens("#/sheet/profile");
    finds(&owner, &PROFILE, &family::note().record(&PROFILE));

    mother.presses("写しをしまう（ひらかない）");
    mother.sees("本人にゆずったノートです");
    assert_eq!(mother.barriers(), [""; 0]);
    mother.screenshot("put-away");
    mother.opens("#/sheet/profile");
    mother.sees("本人にゆずったノートです");
    mother.presses("お子さんをかえる");
    mother.sees(SECOND_CHILD);
    mother.presses(CALLED);
    mother.sees("本人にゆずったノートです");
    mother.presses("写しをもう一度ひらく");
    mother.types("パスフレーズ（合言葉）", PASSPHRASE);
    mother.presses("ひらく");
    mother.does_not_see("本人にゆずったノートです");
    mother.finds_written(
        "住所",
        family::note().record(&PROFILE).answers.text("address"),
    );
    world.kept_private(&[phrase]);
}

fn everything_of_a_note_is_taken_out_in_a_file_that_anything_reads(world: &World) {
    let mother = parent_at_home(world);
    mother.opens("#/leave");
    mother
        .in_group("読める形で取りだす")
        .sees("かぎは かかりません");
    mother.presses("ファイルにする");
    let file = mother.downloaded();
    assert!(file.ends_with("stepnote.json"), "{}", file.display());
    let whole: Value = serde_json::from_slice(&fs::read(file).unwrap()).expect("JSON");
    assert_eq!(whole["種類"], "子どものステップノート");
    let sheets = whole["シート"].as_array().expect("sheets");
    let written = ALL
        .iter()
        .filter(|form| !family::note().record(form).is_blank());
    for form in written {
        assert!(
            sheets.iter().any(|sheet| sheet["様式"] == form.title.ja),
            "{}",
            form.id
        );
    }
    assert_eq!(whole["ノートの原本"]["kind"], "note");
    mother.presses("紙やPDFにする");
    mother.is_at("/print");
}

in_engine!(
    where_a_place_can_be_chosen, Chromium:
    a_backup_takes_the_place_of_the_one_before_where_she_says,
);

in_every_engine!(
    everything_is_there_again_on_another_phone,
    paper_brings_the_text_back_also_with_a_code_that_cannot_be_read,
    what_does_not_open_says_why_and_changes_nothing,
    a_backup_and_a_note_that_differ_are_compared_and_nothing_is_overwritten,
    a_note_is_handed_on_to_its_owner_and_the_copy_here_is_put_away,
    everything_of_a_note_is_taken_out_in_a_file_that_anything_reads,
    the_recovery_code_of_then_opens_a_backup_too,
    what_was_handed_over_is_taken_into_the_note_of_the_same_child,
    the_age_of_the_last_backup_stands_on_the_note,
    after_a_month_and_a_change_a_new_backup_is_recommended_quietly,
    the_browser_is_asked_to_keep_it_and_its_answer_is_shown,
    a_private_window_is_told_so_before_the_first_word,
);
