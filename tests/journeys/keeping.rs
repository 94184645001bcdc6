//! Keeping: a note is begun, written, closed in the middle of a sentence, and found again.

use crate::{
    family,
    household::{CALLED, PASSPHRASE, parent_at_home, parent_before_a_heavy_lock, secrets, unlocks},
    person::Person,
    world::World,
    writing::{finds, writes},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use stepnote::{
    forms::{ALL, INTRODUCTION, MEDICATION, PROFILE},
    vault::Profile,
};

/// What she is writing when her train comes.
const HALF_A_SENTENCE: &str = "\u{20BB7}野家で、はじめてひとりで「おおもり」と";

fn what_was_written_is_there_after_the_tab_was_closed_in_mid_sentence(world: &World) {
    let mother = world.person();
    begins_a_note(&mother);
    let note = family::note();
    for form in ALL {
        opens_sheet(&mother, form.title.ja);
        writes(&mother, form, &note.record(form));
        match form.id {
            "profile" => mother.sees("6歳2カ月"),
            "introduction" => mother.picks("書きました"),
            _ => {}
        }
        mother.presses("しまう");
    }
    opens_sheet(&mother, INTRODUCTION.title.ja);
    let sentence = format!(
        "{}{HALF_A_SENTENCE}",
        note.record(&INTRODUCTION).answers.text("episode")
    );
    mother.types("特徴的なエピソードなど", HALF_A_SENTENCE);
    mother.closes_the_tab();

    mother.opens("");
    mother.sees("ノートをひらく");
    mother.types("パスフレーズ（合言葉）", "みずたまり きいろい かさ");
    mother.presses("ひらく");
    mother.sees("パスフレーズが違います");
    mother.rewrites("パスフレーズ（合言葉）", PASSPHRASE);
    mother.presses("ひらく");
    mother.sees(CALLED);
    mother.sees("私の紹介 書きました");
    mother.sees("服薬の記録 とちゅう");
    opens_sheet(&mother, INTRODUCTION.title.ja);
    mother.finds_written("特徴的なエピソードなど", &sentence);
    for form in [PROFILE, MEDICATION] {
        mother.presses("もどる");
        opens_sheet(&mother, form.title.ja);
        finds(&mother, &form, &note.record(&form));
    }
    keeps_nothing_readable(&mother);
    world.kept_private(&[HALF_A_SENTENCE]);
}

fn begins_a_note(mother: &Person) {
    mother.opens("");
    mother.presses("はじめて使う");
    mother.types("パスフレーズ（合言葉）", PASSPHRASE);
    mother.presses("これに決める");
    mother.types("呼び名", CALLED);
    mother.in_group("表紙の色").picks("苔");
    mother.presses("ノートをつくる");
    mother.sees(CALLED);
}

fn opens_sheet(parent: &Person, title: &str) {
    parent.in_group("シート").presses(title);
    parent.sees("このシートは");
}

/// Looks at what the browser keeps as somebody does who took the device, also behind the base64url.
fn keeps_nothing_readable(person: &Person) {
    let stored = person.stored();
    assert!(stored.len() > 3, "a vault is kept: {stored:?}");
    for (name, value) in stored {
        let texts: Vec<String> = value
            .split('"')
            .map(|text| {
                let bytes = URL_SAFE_NO_PAD.decode(text).unwrap_or_default();
                format!("{text} {}", String::from_utf8_lossy(&bytes))
            })
            .collect();
        for word in secrets() {
            let found = texts.iter().any(|text| text.contains(&word));
            assert!(!found && !name.contains(&word), "「{word}」 in {name}");
        }
    }
}

/// WebKitGTK forgets everything when its automated browser ends.
fn what_is_said_to_be_saved_outlives_the_browser(world: &World) {
    let mother = parent_at_home(world);
    opens_sheet(&mother, MEDICATION.title.ja);
    mother.presses("薬をたす");
    let row = mother.in_group("服薬の記録").in_group("薬 6");
    row.types("診断名", HALF_A_SENTENCE);
    mother.sees("ほぞんしました");
    mother.closes_the_browser();
    mother.opens("#/sheet/medication");
    unlocks(&mother);
    mother.in_group("服薬の記録").presses("薬 6");
    row.finds_written("診断名", HALF_A_SENTENCE);
}

fn a_locked_note_shows_nothing_and_keeps_nothing_readable(world: &World) {
    let mother = parent_at_home(world);
    opens_sheet(&mother, PROFILE.title.ja);
    mother.finds_written(
        "住所",
        family::note().record(&PROFILE).answers.text("address"),
    );
    mother.presses("かぎをかける");
    shows_nobody(&mother);
    keeps_nothing_readable(&mother);
    mother.opens("#/sheet/profile");
    shows_nobody(&mother);
    unlocks(&mother);
}

fn a_note_locked_in_mid_sentence_keeps_the_sentence(world: &World) {
    let mother = parent_at_home(world);
    opens_sheet(&mother, PROFILE.title.ja);
    mother.rewrites("性別", HALF_A_SENTENCE);
    mother.presses("かぎをかける");
    unlocks(&mother);
    opens_sheet(&mother, PROFILE.title.ja);
    mother.finds_written("性別", HALF_A_SENTENCE);
}

fn shows_nobody(person: &Person) {
    person.sees("ノートをひらく");
    let page = person.script("return document.documentElement.outerHTML", Vec::new());
    for word in secrets() {
        assert!(
            !page.as_str().unwrap().contains(&word),
            "「{word}」 is in the page"
        );
    }
}

fn a_passphrase_that_is_too_short_is_told_so_and_makes_no_note(world: &World) {
    let mother = world.person();
    mother.opens("");
    mother.presses("はじめて使う");
    mother.presses("これに決める");
    mother.sees("パスフレーズを入れてください。");
    mother.types("パスフレーズ（合言葉）", "ひなた20");
    mother.presses("これに決める");
    mother.sees("もう少し長くしてください。");
    mother.picks("文字を見る");
    mother.finds_written("パスフレーズ（合言葉）", "ひなた20");
    mother.presses("もどる");
    mother.sees("はじめて使う");
    assert_eq!(
        mother.stored(),
        [("local:stepnote:lang".to_owned(), "\"ja\"".to_owned())]
    );
}

fn without_its_worker_the_app_says_so_and_the_note_opens_when_it_is_back(world: &World) {
    let mother = parent_at_home(world);
    mother.opens("?again");
    mother.sees("ノートをひらく");
    mother.script(
        "window.kept = window.Worker; window.Worker = function () { throw new Error('none'); };",
        Vec::new(),
    );
    mother.types("パスフレーズ（合言葉）", PASSPHRASE);
    mother.presses("ひらく");
    mother.sees("計算の部品を読み込めませんでした");
    mother.script("window.Worker = window.kept;", Vec::new());
    mother.presses("ひらく");
    mother.sees(CALLED);
}

/// The first that is started ends as it is asked: a telephone needed its memory.
fn a_worker_that_ends_as_it_is_asked_is_asked_once_more(world: &World) {
    let mother = parent_at_home(world);
    mother.opens("?again");
    mother.sees("ノートをひらく");
    mother.script(
        "const Kept = window.Worker;
         window.begun = 0;
         window.Worker = function (...all) {
           const worker = new Kept(...all), post = worker.postMessage.bind(worker);
           const first = window.begun++ === 0;
           let posted = 0;
           worker.postMessage = (...what) => {
             // Its program comes first, then the question.
             if (!first || posted++ === 0) return post(...what);
             setTimeout(() => worker.dispatchEvent(new Event('error')));
           };
           return worker;
         };",
        Vec::new(),
    );
    mother.types("パスフレーズ（合言葉）", PASSPHRASE);
    mother.presses("ひらく");
    mother.sees(CALLED);
    assert_eq!(mother.script("return window.begun > 1;", Vec::new()), true);
}

/// The browser gives a program less than a new lock takes, and more than the lighter one.
fn where_there_is_too_little_memory_an_old_note_says_so_and_a_new_one_is_locked_more_lightly(
    world: &World,
) {
    let mother = parent_before_a_heavy_lock(world.person_with_memory(56));
    mother.types("パスフレーズ（合言葉）", PASSPHRASE);
    mother.presses("ひらく");
    mother.sees("メモリーが足りません");
    mother.sees("パスフレーズの まちがいではありません。");
    mother.does_not_see(CALLED);

    let father = world.person_with_memory(56);
    begins_a_note(&father);
    let lighter = Profile::LIGHT.m_kib.to_string();
    let stored = father.stored();
    assert!(
        stored.iter().any(|(_, value)| value.contains(&lighter)),
        "{stored:?}"
    );
    father.opens("?again");
    unlocks(&father);
}

in_engine!(without_memory, Chromium: where_there_is_too_little_memory_an_old_note_says_so_and_a_new_one_is_locked_more_lightly);

in_engine!(without_a_worker, Chromium: without_its_worker_the_app_says_so_and_the_note_opens_when_it_is_back);

in_every_engine!(
    what_was_written_is_there_after_the_tab_was_closed_in_mid_sentence,
    a_locked_note_shows_nothing_and_keeps_nothing_readable,
    a_note_locked_in_mid_sentence_keeps_the_sentence,
    a_passphrase_that_is_too_short_is_told_so_and_makes_no_note,
    a_worker_that_ends_as_it_is_asked_is_asked_once_more,
);
in_engine!(when_chromium_ends, Chromium: what_is_said_to_be_saved_outlives_the_browser);
in_engine!(when_firefox_ends, Firefox: what_is_said_to_be_saved_outlives_the_browser);
