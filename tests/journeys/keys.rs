//! Keys: what opens the note, what happens when it is forgotten, known, lost or damaged.

use crate::{
    family,
    household::{CALLED, PASSPHRASE, parent_at, parent_at_home, parent_beginning, unlocks},
    person::Person,
    world::World,
};
use serde_json::json;
use stepnote::{
    answer::PartialDate,
    consent::{Carried, Gone, noted},
    forms::PROFILE,
    vault::RecoveryCode,
};

const FIELD: &str = "パスフレーズ（合言葉）";
const ANOTHER: &str = "densha-to-tonneru-20";
pub const SECOND_CHILD: &str = "つむぎ";

fn the_first_visit_has_two_equal_doors_and_says_why_data_can_go(world: &World) {
    let mother = world.person();
    mother.opens("");
    mother.sees("はじめて使う");
    mother.sees("以前使っていた");
    mother.sees("ブラウザーは、しばらく使わないでいると、しまったものを消すことがあります");
    let sizes = mother.script(
        "return ['はじめて使う', '以前使っていた'].map(name => [...document.querySelectorAll('button, a')]
            .find(door => door.textContent.includes(name)).getBoundingClientRect())
            .map(({ width, height, top }) => [width, height, top].map(Math.round).join())",
        Vec::new(),
    );
    let sizes = sizes.as_array().unwrap();
    assert_eq!(sizes[0], sizes[1], "the doors are alike");
    mother.presses("以前使っていた");
    mother.is_at("/restore");
}

fn a_passphrase_is_given_and_kana_are_warned_of(world: &World) {
    let mother = world.person();
    mother.opens("");
    mother.presses("はじめて使う");
    mother.types(FIELD, "ひなたのあいことば");
    mother.sees("かなや漢字は、ほかの端末では入れにくいことがあります");
    mother.presses("考えてもらう");
    mother.does_not_see("かなや漢字は、ほかの端末では入れにくい");
    let given = mother.value_of(FIELD);
    assert!(given.is_ascii() && given.len() >= 16, "{given}");
    assert!(mother.is_picked("文字を見る"), "what is given is seen");
    mother.presses("これに決める");
    mother.types("呼び名", CALLED);
    mother.presses("ノートをつくる");
    mother.sees(CALLED);
    mother.presses("かぎをかける");
    mother.pastes(FIELD, &given);
    mother.presses("ひらく");
    mother.sees(CALLED);
    world.kept_private(&[given]);
}

/// Makes a recovery code, and reads it off the page.
fn makes_a_code(parent: &Person) -> String {
    parent.opens("#/keys");
    parent.in_group("回復コード").presses("回復コードをつくる");
    parent.sees("いまのパスフレーズ");
    parent.types(FIELD, PASSPHRASE);
    parent.presses("つぎへ");
    parent.sees("このコードは、いましか見られません");
    let digits: String = parent
        .in_group("回復コード")
        .text()
        .split_whitespace()
        .filter(|word| word.len() == 6 && word.bytes().all(|byte| byte.is_ascii_digit()))
        .take(8)
        .collect::<Vec<_>>()
        .join("-");
    RecoveryCode::parse(&digits)
        .expect("a code on the page")
        .as_str()
        .to_owned()
}

/// Stands before the door with a recovery code.
fn tries_the_code(person: &Person, code: &str) {
    person.presses("パスフレーズを忘れた");
    person.sees("回復コードでひらく");
    person.rewrites("回復コード", code);
    person.presses("ひらく");
}

fn whoever_forgot_the_passphrase_opens_the_note_with_the_code_on_paper(world: &World) {
    let mother = parent_at_home(world);
    mother.sees("パスフレーズを忘れてもひらけます");
    let code = makes_a_code(&mother);
    if let Some(paper) = mother.prints_with("回復コードを印刷する") {
        paper.keep_pictures(&format!("{}-recovery", mother.engine().name()));
        assert_eq!(paper.pages(), 1);
        assert!(paper.is_a4());
        for group in code.split('-') {
            assert!(paper.says(group), "{group} is not on the paper");
        }
        for words in [
            "ステップノート",
            "回復コード",
            "人に見せないでください",
            "つくった日",
        ] {
            assert!(paper.says(words), "「{words}」 is not on the paper");
        }
        for word in [CALLED, "かぎをかける", "もどる"] {
            assert!(!paper.says(word), "「{word}」 is on the paper");
        }
    }
    mother.presses("紙に写しました");
    mother.sees("つくってあります");
    mother.presses("かぎをかける");
    tries_the_code(&mother, &code);
    mother.sees("ノートが見つかりました");
    mother.sees(CALLED);
    mother.types(FIELD, ANOTHER);
    mother.presses("これに決める");
    mother.sees("シート");
    mother.presses("かぎをかける");
    mother.types(FIELD, PASSPHRASE);
    mother.presses("ひらく");
    mother.sees("パスフレーズが違います");
    mother.rewrites(FIELD, ANOTHER);
    mother.presses("ひらく");
    mother.sees(CALLED);
    world.kept_private(&[code, ANOTHER.to_owned()]);
}

fn what_is_wrong_with_a_recovery_code_is_said_in_its_own_words(world: &World) {
    let mother = parent_at_home(world);
    mother.presses("かぎをかける");
    let other = "26701-2".repeat(4);
    tries_the_code(&mother, &other);
    mother.sees("数字の数が違います");
    let code = RecoveryCode::make(&mut |bytes| bytes.iter_mut().zip(7..).for_each(|(b, n)| *b = n));
    let code = code.unwrap().as_str().to_owned();
    mother.rewrites("回復コード", &code);
    mother.presses("ひらく");
    mother.sees("回復コードがつくられていません");

    mother.opens("");
    unlocks(&mother);
    makes_a_code(&mother);
    mother.presses("紙に写しました");
    mother.presses("かぎをかける");
    tries_the_code(&mother, &code);
    mother.sees("別のノートのものです");
    mother.sees("何も変わっていません");
    let mut mistyped = code.clone().into_bytes();
    mistyped[16] = if mistyped[16] == b'9' {
        b'0'
    } else {
        mistyped[16] + 1
    };
    mother.rewrites("回復コード", std::str::from_utf8(&mistyped).unwrap());
    mother.presses("ひらく");
    mother.sees("数字の打ちまちがいがあります");
    mother.sees("3つ目の6けた");
    mother.rewrites("回復コード", "");
    mother.presses("ひらく");
    mother.sees("回復コードを入れてください");
    mother.opens("#/");
    unlocks(&mother);
}

fn the_code_is_read_off_a_picture_of_the_sheet(world: &World) {
    let mother = parent_at_home(world);
    makes_a_code(&mother);
    let picture = mother.screenshot_of("このQRにも、同じコードが入っています。", "recovery-qr");
    mother.presses("紙に写しました");
    mother.presses("かぎをかける");
    mother.presses("パスフレーズを忘れた");
    mother.chooses_file("QRの写真をえらぶ", &[&picture]);
    mother.sees("ノートが見つかりました");
    mother.sees(CALLED);
    mother.presses("パスフレーズを変えずにひらく");
    mother.sees("シート");
}

/// Gives the passphrase of today for something weighty.
fn says_the_passphrase(parent: &Person, what: &str, passphrase: &str) {
    // WebKit loads the page anew where it is already.
    parent.opens("#/");
    parent.opens("#/keys");
    parent.presses(what);
    parent.sees("いまのパスフレーズ");
    parent.types(FIELD, passphrase);
    parent.presses("つぎへ");
}

fn after_a_change_the_passphrase_before_opens_nothing(world: &World) {
    let mother = parent_at_home(world);
    says_the_passphrase(&mother, "パスフレーズを変える", "みずたまり きいろい かさ");
    mother.sees("パスフレーズが違います");
    mother.rewrites(FIELD, PASSPHRASE);
    mother.presses("つぎへ");
    mother.sees("新しいパスフレーズを決める");
    mother.types(FIELD, ANOTHER);
    mother.presses("これに決める");
    mother.sees("パスフレーズが変わりました");
    mother.presses("かぎをかける");
    mother.types(FIELD, PASSPHRASE);
    mother.presses("ひらく");
    mother.sees("パスフレーズが違います");
    mother.rewrites(FIELD, ANOTHER);
    mother.presses("ひらく");
    mother.sees(CALLED);
    world.kept_private(&[ANOTHER]);
}

fn new_keys_leave_everything_and_close_every_way_before(world: &World) {
    let mother = parent_at_home(world);
    let code = makes_a_code(&mother);
    mother.presses("紙に写しました");
    mother.sees("だれかが前に取った写しや、わたしたファイルは、そのままです");
    says_the_passphrase(&mother, "かぎを全部つくりなおす", PASSPHRASE);
    mother.sees("新しいパスフレーズを決める");
    mother.types(FIELD, ANOTHER);
    mother.presses("かぎを全部つくりなおす");
    mother.sees("ノートをひらく");
    tries_the_code(&mother, &code);
    mother.sees("回復コードがつくられていません");
    mother.opens("#/");
    mother.reloads();
    mother.sees("ノートをひらく");
    mother.types(FIELD, PASSPHRASE);
    mother.presses("ひらく");
    mother.sees("パスフレーズが違います");
    mother.rewrites(FIELD, ANOTHER);
    mother.presses("ひらく");
    mother.sees(CALLED);
    mother.presses(PROFILE.title.ja);
    let address = family::note()
        .record(&PROFILE)
        .answers
        .text("address")
        .to_owned();
    mother.finds_written("住所", &address);
    world.kept_private(&[code, ANOTHER.to_owned()]);
}

fn after_new_keys_it_is_said_what_others_still_have(world: &World) {
    const OFFICE: &str = "西部コミュニティセンター 育児相談";
    let mut note = family::note();
    let gone = Gone {
        on: Some(PartialDate {
            year: 2026,
            month: Some(10),
            day: Some(3),
        }),
        to: OFFICE.to_owned(),
        what: "こどもの記録".to_owned(),
        carried: Some(Carried::File),
        receipt: "123456".to_owned(),
        consent: String::new(),
        slip: String::new(),
    };
    noted(&mut note, &gone);
    let mother = parent_at(world.person(), &note);
    says_the_passphrase(&mother, "かぎを全部つくりなおす", PASSPHRASE);
    mother.sees("新しいパスフレーズを決める");
    mother.types(FIELD, ANOTHER);
    mother.presses("かぎを全部つくりなおす");
    mother.sees("ノートをひらく");
    mother.types(FIELD, ANOTHER);
    mother.presses("ひらく");
    mother.sees("かぎが新しくなりました");
    for told in [
        OFFICE,
        "受け取った人は、そのときの内容を読めます",
        "控えはつくっていません",
        "相手のパスキーが のこっていても、この端末のノートはひらけません",
        "あなたがわたさないかぎり、だれにも見えません",
    ] {
        mother.sees(told);
    }
    assert_eq!(mother.barriers(), [""; 0]);
    mother.screenshot("held");
    mother.presses("ノートへすすむ");
    mother.opens("#/");
    mother.opens("#/keys");
    mother.presses("ほかの人が まだ持っているもの");
    mother.sees(OFFICE);
    assert_eq!(mother.barriers(), [""; 0]);
    mother.presses("わたしたもの");
    mother.is_at("/given");
    world.kept_private(&[OFFICE, ANOTHER]);
}

fn an_earlier_copy_comes_back_and_that_can_be_undone(world: &World) {
    let mother = parent_at_home(world);
    mother.opens("#/past");
    mother.sees("前のノートは、まだありません");
    // The note was laid here long ago: a new sitting keeps what was there before.
    writes_sex(&mother, "おとこのこ");
    mother.opens("#/past");
    mother.sees("いまと違うシート");
    mother.sees(PROFILE.title.ja);
    mother.presses("このときにもどす");
    mother.sees("もどしました");
    mother.sees("いまと違うシート");
    finds_sex(&mother, family::note().record(&PROFILE).answers.text("sex"));
    mother.opens("#/past");
    mother.presses("このときにもどす");
    mother.sees("もどしました");
    finds_sex(&mother, "おとこのこ");
}

fn writes_sex(parent: &Person, words: &str) {
    parent.opens("#/sheet/profile");
    parent.rewrites("性別", words);
    parent.sees("ほぞんしました");
}

fn finds_sex(parent: &Person, words: &str) {
    parent.opens("#/sheet/profile");
    parent.finds_written("性別", words);
}

/// Adds a second child, and stands before her note.
pub fn adds_a_child(parent: &Person) {
    parent.opens("#/");
    parent.presses("お子さんをたす");
    parent.types("呼び名", SECOND_CHILD);
    parent.in_group("表紙の色").picks("梅");
    parent.presses("ノートをつくる");
    parent.sees(SECOND_CHILD);
}

fn one_child_is_deleted_and_the_other_stays_then_everything_goes(world: &World) {
    let mother = parent_at_home(world);
    adds_a_child(&mother);
    let before = records(&mother).len();
    mother.opens("#/leave");
    mother.presses("このノートをけす");
    mother.sees("ほんとうにけしますか");
    mother.presses("けさない");
    mother.presses("このノートをけす");
    mother.sees("ほんとうにけしますか");
    mother.presses("このノートをけす");
    mother.presses(CALLED);
    mother.sees("シート");
    assert!(records(&mother).len() < before, "its record is still there");
    mother.presses("かぎをかける");
    unlocks(&mother);
    mother.does_not_see(SECOND_CHILD);

    mother.opens("#/leave");
    mother.presses("ぜんぶけす");
    mother.sees("ほんとうにけしますか");
    mother.presses("ぜんぶけす");
    mother.sees("はじめて使う");
    mother.until("finds nothing kept", async || {
        let kept = mother.kept().await?;
        // That it was deleted is remembered until the next start, and nothing else.
        let ours = |name: &str, value: &str| {
            name.contains("svl") || (name.starts_with("database") && value.len() > 40)
        };
        match kept.iter().find(|(name, value)| ours(name, value)) {
            None => Ok(()),
            Some((name, _)) => Err(name.clone().into()),
        }
    });
    mother.reloads();
    mother.sees("はじめて使う");
    mother.until("finds nothing at all", async || {
        let kept = mother.kept().await?;
        // The app itself is the same for everybody.
        let of_a_person = |name: &str| name != "local:stepnote:lang" && !name.starts_with("cache:");
        match kept.iter().find(|(name, _)| of_a_person(name)) {
            None => Ok(()),
            Some((name, _)) => Err(name.clone().into()),
        }
    });
}

fn records(parent: &Person) -> Vec<String> {
    let stored = parent.stored().into_iter().map(|(name, _)| name);
    stored
        .filter(|name| name.starts_with("local:svl:v1:rec:"))
        .collect()
}

fn what_one_tab_writes_appears_in_the_other(world: &World) {
    let mother = parent_at_home(world);
    mother.opens_beside("#/sheet/profile");
    unlocks_here(&mother);
    mother.finds_written(
        "住所",
        family::note().record(&PROFILE).answers.text("address"),
    );
    mother.turns_to_the_other_tab();
    writes_sex(&mother, "おんなのこ");
    mother.turns_to_the_other_tab();
    mother.finds_written("性別", "おんなのこ");
    // And the other way, in another question: both stand.
    mother.rewrites("住所", "吉祥寺北町九丁目");
    mother.sees("ほぞんしました");
    mother.turns_to_the_other_tab();
    mother.finds_written("住所", "吉祥寺北町九丁目");
    mother.finds_written("性別", "おんなのこ");
}

fn unlocks_here(parent: &Person) {
    parent.sees("ノートをひらく");
    parent.types(FIELD, PASSPHRASE);
    parent.presses("ひらく");
    parent.does_not_see("ノートをひらく");
}

/// Two tabs that are written in at once: as soon as this one has been, the other writes as well, and saves first.
const AT_ONCE: &str = "const [label, words, first] = arguments;
    const hop = () => new Promise(done => { const { port1, port2 } = new MessageChannel(); port1.onmessage = done; port2.postMessage(0); });
    const write = async () => {
        const field = [...document.querySelectorAll('input, textarea')].find(f => f.labels?.[0]?.textContent.includes(label));
        field.value = words;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        for (let i = 0; i < 5; i += 1) await hop();
    };
    const other = new BroadcastChannel('journey');
    if (first) { other.onmessage = async () => { await write(); dispatchEvent(new Event('pagehide')); }; }
    else write().then(() => other.postMessage(0));";

fn what_two_tabs_wrote_differently_is_compared_and_chosen(world: &World) {
    let mother = parent_at_home(world);
    let address = family::note()
        .record(&PROFILE)
        .answers
        .text("address")
        .to_owned();
    mother.opens("#/sheet/profile");
    mother.finds_written("住所", &address);
    mother.opens_beside("#/sheet/profile");
    unlocks_here(&mother);
    mother.finds_written("住所", &address);
    mother.turns_to_the_other_tab();
    mother.script(
        AT_ONCE,
        vec![json!("性別"), json!("ひとつめの画面"), json!(true)],
    );
    mother.turns_to_the_other_tab();
    mother.script(
        AT_ONCE,
        vec![json!("性別"), json!("ふたつめの画面"), json!(false)],
    );
    // It is said where the first of them was written: which that is, the two settle among themselves.
    mother.sees_in_either_tab("別の画面と、書いたことが違うところがあります");
    mother.presses("くらべる");
    mother.sees("2つの画面で、違うことが書かれていました");
    mother.sees("ひとつめの画面");
    mother.sees("ふたつめの画面");
    assert_eq!(mother.barriers(), [""; 0]);
    mother.in_group("性別").picks("ひとつめの画面");
    mother.presses("これでしまう");
    mother.sees("シート");
    finds_sex(&mother, "ひとつめの画面");
    mother.turns_to_the_other_tab();
    mother.finds_written("性別", "ひとつめの画面");
    mother.opens("#/compare");
    mother.sees("くらべることは ありません");
}

const SPOIL: &str = "const [how] = arguments;
    for (const key of Object.keys(localStorage).filter(key => key.startsWith('svl:v1:rec:') && !window.spared.includes(key)))
        if (how === 'remove') localStorage.removeItem(key); else localStorage.setItem(key, JSON.stringify('AAAA' + JSON.parse(localStorage.getItem(key)).slice(4)));";

fn a_damaged_note_is_named_and_leaves_the_others_open(world: &World) {
    for (how, words) in [
        ("garble", "このノートが壊れています"),
        ("remove", "このノートの中身がなくなっています"),
    ] {
        let mother = parent_beginning(world);
        let theirs = "window.spared = Object.keys(localStorage)";
        mother.script(theirs, Vec::new());
        adds_a_child(&mother);
        mother.until("has kept the second note", async || {
            let done = "return Object.keys(localStorage).some(key => key.startsWith('svl:v1:rec:') && !window.spared.includes(key))";
            match mother.tries(done, Vec::new()).await?.as_bool() {
                Some(true) => Ok(()),
                _ => Err("not yet".into()),
            }
        });
        mother.presses("かぎをかける");
        mother.script(SPOIL, vec![json!(how)]);
        mother.reloads();
        unlocks(&mother);
        mother.presses(SECOND_CHILD);
        mother.sees(words);
        mother.sees(SECOND_CHILD);
        mother.sees("控えから もどす");
        assert_eq!(mother.barriers(), [""; 0]);
        mother.presses("ほかのお子さんのノート");
        mother.presses(CALLED);
        mother.sees("シート");
    }
}

fn a_passkey_is_one_more_way_in_and_never_the_only_one(world: &World) {
    let mother = parent_at(world.person_by_name(), &family::note());
    mother.has_a_finger();
    says_the_passphrase(&mother, "パスキーをたす", PASSPHRASE);
    mother.sees("指紋や顔は、だれにも送られません");
    mother.presses("パスキーをたす");
    mother.sees("パスキーで ひらけます");
    assert_eq!(mother.barriers(), [""; 0]);
    mother.presses("かぎをかける");
    mother.presses("パスキーでひらく");
    mother.sees(CALLED);
    mother.presses("かぎをかける");
    unlocks(&mother);
    says_the_passphrase(&mother, "かぎを全部つくりなおす", PASSPHRASE);
    mother.sees("新しいパスフレーズを決める");
    mother.types(FIELD, PASSPHRASE);
    mother.presses("かぎを全部つくりなおす");
    mother.sees("ノートをひらく");
    let offered = mother.can_press("パスキーでひらく");
    assert!(!offered, "a passkey that opens nothing is offered");
    mother.types(FIELD, PASSPHRASE);
    mother.presses("ひらく");
    mother.presses("ノートへすすむ");
    says_the_passphrase(&mother, "パスキーをたす", PASSPHRASE);
    mother.presses("パスキーをたす");
    mother.sees("パスキーで ひらけます");
    mother.presses("パスキーをやめる");
    mother.sees("パスキーをたす");
    mother.presses("かぎをかける");
    mother.sees("ノートをひらく");
    assert!(!mother.can_press("パスキーでひらく"));
}

fn no_passkey_is_spoken_of_where_there_is_none(world: &World) {
    let mother = parent_at(world.person_by_name(), &family::note());
    mother.opens("#/keys");
    mother.sees("だれかに知られたかもしれない");
    let finger = "const done = arguments[0]; (async () => done(Boolean(await window.PublicKeyCredential?.isUserVerifyingPlatformAuthenticatorAvailable?.())))().catch(() => done(false))";
    assert_eq!(mother.asks(finger), json!(false));
    assert!(!mother.can_press("パスキーをたす"));
}

in_every_engine!(
    the_first_visit_has_two_equal_doors_and_says_why_data_can_go,
    a_passphrase_is_given_and_kana_are_warned_of,
    whoever_forgot_the_passphrase_opens_the_note_with_the_code_on_paper,
    what_is_wrong_with_a_recovery_code_is_said_in_its_own_words,
    the_code_is_read_off_a_picture_of_the_sheet,
    after_a_change_the_passphrase_before_opens_nothing,
    new_keys_leave_everything_and_close_every_way_before,
    after_new_keys_it_is_said_what_others_still_have,
    an_earlier_copy_comes_back_and_that_can_be_undone,
    one_child_is_deleted_and_the_other_stays_then_everything_goes,
    what_one_tab_writes_appears_in_the_other,
    what_two_tabs_wrote_differently_is_compared_and_chosen,
    a_damaged_note_is_named_and_leaves_the_others_open,
    no_passkey_is_spoken_of_where_there_is_none,
);
in_engine!(with_a_finger, Chromium: a_passkey_is_one_more_way_in_and_never_the_only_one);
