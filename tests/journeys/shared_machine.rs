//! A shared machine: written, handed over, ended; and nothing is left of it.

use crate::{
    engine::Engine,
    family,
    household::{CALLED, picks_for_herself},
    person::Person,
    post,
    world::World,
};
use base64::{Engine as _, engine::general_purpose::STANDARD_NO_PAD};
use serde_json::{Value, json};
use std::{fs, path::Path};
use stepnote::forms::{INTRODUCTION, PROFILE};
use thirtyfour::Key;

const SENTENCE: &str = "ゆうえんちのかんらんしゃで、ずっと手をにぎっていました";
const ADDRESS: &str = "武蔵野市御殿山八丁目どんぐり荘77";
const POSTCODE: &str = "1800005";
const POSTCODE_TIDY: &str = "180-0005";
const PIN: &str = "739164";

fn begins(mother: &Person) {
    mother.opens("kiosk.html");
    mother.sees("ここには 何も のこりません");
    mother.presses("じぶんで書く");
    mother.types("呼び名", CALLED);
    mother.presses("ノートをつくる");
    mother.in_group("シート").presses(INTRODUCTION.title.ja);
    mother.types("特徴的なエピソードなど", SENTENCE);
    mother.sees("ほぞんしました");
}

fn a_note_that_was_written_and_ended_is_nowhere(world: &World) {
    let mother = world.person_at(1024, 768);
    begins(&mother);
    assert_eq!(mother.stored(), []);
    mother.script("location.hash = '#/'", Vec::new());
    mother.sees("表紙をなおす");
    for promise in ["控え", "かぎをかけて", "回復コード"] {
        mother.does_not_see(promise);
    }
    mother.presses("わたす");
    picks_for_herself(&mother, &[INTRODUCTION]);
    mother.presses("わたす用意をする");
    let code = mother.code_shown();
    mother.presses("おわる（けします）");
    mother.sees("書いたものは、ぜんぶ消えます。");
    mother.presses("けして おわる");
    mother.sees("ここには 何も のこりません");
    assert_eq!(mother.stored(), []);
    let page = mother.script("return document.documentElement.outerHTML", Vec::new());
    for word in [SENTENCE, CALLED, &code] {
        assert!(
            !page.as_str().unwrap().contains(word),
            "「{word}」 is there"
        );
    }
    // What stands before the app, where somebody goes back, is the browser's own; nothing of hers.
    mother.script("setTimeout(() => history.back())", Vec::new());
    mother.does_not_see(CALLED);
    mother.opens("kiosk.html");
    mother.presses("じぶんで書く");
    mother.finds_written("呼び名", "");
    world.kept_private(&[SENTENCE, &code]);
}

/// Everything one can do at it: what is written, printed, handed over by codes, received, and ended. The words that must
/// be nowhere afterwards.
fn goes_through_everything(mother: &Person) -> Vec<String> {
    mother.opens("kiosk.html");
    mother.presses("スタッフ");
    mother.types("暗証番号", PIN);
    mother.types("もう一度 同じ番号", PIN);
    mother.presses("これに決める");
    mother.picks("紙（印刷）");
    mother.sees("決めました。");
    mother.presses("もどる");
    begins(mother);
    mother.opens_here("#/sheet/profile");
    mother.types("住所", ADDRESS);
    mother.goes_into("郵便番号");
    for digit in POSTCODE.split("") {
        if !digit.is_empty() {
            mother.in_group("数字のキー").presses(digit);
        }
    }
    mother.in_group("数字のキー").presses("つぎへ");
    mother.finds_written("郵便番号", POSTCODE_TIDY);
    mother.sees("ほぞんしました");
    mother.opens_here("#/");
    mother.presses("紙に印刷する");
    mother.prints_with("印刷する");
    mother.opens_here("#/");
    mother.presses("わたす");
    picks_for_herself(mother, &[INTRODUCTION, PROFILE]);
    mother.presses("わたす用意をする");
    let code = mother.code_shown();
    mother.opens_here("#/receive");
    mother.presses("文字を貼る");
    mother.pastes("文字を貼る", std::str::from_utf8(post::EXAMPLE).unwrap());
    mother.presses("この文字を読む");
    mother.sees("ぜんぶ届きました");
    mother.types("合い言葉の番号", post::code());
    mother.presses("ひらく");
    mother.sees("保存していません");
    let given = family::note();
    let given = given.record(&PROFILE);
    let theirs = ["address", "name"].map(|id| given.answers.text(id).to_owned());
    let mut words = [SENTENCE, CALLED, ADDRESS, PIN].map(str::to_owned).to_vec();
    words.push(code);
    words.extend(theirs);
    for word in &words {
        assert!(
            word.chars().count() >= 4,
            "「{word}」 can be anywhere by chance"
        );
    }
    words
}

fn ends(mother: &Person) {
    mother.presses("おわる（けします）");
    mother.presses("けして おわる");
    mother.sees("ここには 何も のこりません");
}

/// What lies in the profile when the browser has ended: all of it, file by file.
fn the_profile_holds_none_of_the_words(world: &World) {
    let mother = world.person_at(1024, 768);
    let words = goes_through_everything(&mother);
    ends(&mother);
    let stored: Vec<String> = mother.stored().into_iter().map(|(name, _)| name).collect();
    assert_eq!(stored, ["local:stepnote:machine"]);
    mother.closes_the_browser();
    let files = mother.profile();
    assert!(files.len() > 20, "a profile is there: {files:?}");
    let all: Vec<(String, Vec<u8>)> = files
        .iter()
        .map(|file| (short(file), fs::read(file).unwrap_or_default()))
        .collect();
    let mut found = Vec::new();
    for word in &words {
        for (how, bytes) in forms_of(word) {
            let places = all.iter().filter(|(_, content)| stands_in(content, &bytes));
            found.extend(places.map(|(file, _)| format!("「{word}」 ({how}) in {file}")));
        }
    }
    assert_eq!(found, [""; 0]);
}

fn stands_in(content: &[u8], bytes: &[u8]) -> bool {
    content.windows(bytes.len()).any(|piece| piece == bytes)
}

/// Counts which of some byte strings, in hex, stand in the memory of the app.
const IN_MEMORY: &str = "const [all, done] = arguments; (async () => {
    const { default: init } = await import(document.querySelector('link[rel=modulepreload]').href);
    const { memory } = await init();
    const as = bytes => new TextDecoder('windows-1252').decode(bytes), whole = as(new Uint8Array(memory.buffer));
    done(all.filter(hex => whole.includes(as(Uint8Array.from(hex.match(/../g), two => parseInt(two, 16))))));
})().catch(why => done([String(why)]))";

/// The words that stand in the memory of the app itself, and in the heap of its scripts, in any form.
fn in_memory(mother: &Person, words: &[String]) -> (Vec<String>, Vec<String>) {
    let forms: Vec<(String, String)> = words
        .iter()
        .flat_map(|word| {
            let hex = |bytes: Vec<u8>| {
                let pairs = bytes.iter().map(|b| format!("{b:02x}"));
                pairs.collect::<Vec<_>>().concat()
            };
            forms_of(word)
                .into_iter()
                .map(move |(_, bytes)| (word.clone(), hex(bytes)))
        })
        .collect();
    let asked: Vec<&String> = forms.iter().map(|(_, hex)| hex).collect();
    let held = mother.asks_slowly(IN_MEMORY, vec![json!(asked)]);
    let held: Vec<String> = serde_json::from_value(held).unwrap();
    let strange = held.iter().find(|hex| !asked.contains(hex));
    assert_eq!(strange, None, "the memory could not be looked at");
    let mut in_app: Vec<String> = forms
        .iter()
        .filter(|(_, hex)| held.contains(hex))
        .map(|(word, _)| word.clone())
        .collect();
    in_app.dedup();
    let heap = mother.heap();
    let strings: Value = serde_json::from_str(&heap).unwrap();
    let strings = strings["strings"].as_array().unwrap();
    assert!(strings.len() > 1_000, "a heap is there");
    let stands = |word: &&String| {
        strings.iter().any(|text| {
            text.as_str()
                .is_some_and(|text| text.contains(word.as_str()))
        })
    };
    (in_app, words.iter().filter(stands).cloned().collect())
}

/// A page cannot overwrite memory for certain, but what it holds it can let go.
fn afterwards_neither_the_app_nor_its_scripts_hold_a_word(world: &World) {
    let mother = world.person_at(1024, 768);
    let mut words = goes_through_everything(&mother);
    // So it is seen that looking finds something.
    mother.script(
        "window.control = ['さがせば', 'みつかることば'].join('')",
        Vec::new(),
    );
    words.push("さがせばみつかることば".to_owned());
    let (app, scripts) = in_memory(&mother, &words);
    for word in [SENTENCE, CALLED, ADDRESS] {
        assert!(
            app.contains(&word.to_owned()),
            "「{word}」 was never in memory: {app:?}"
        );
    }
    assert!(
        scripts.contains(words.last().unwrap()),
        "nothing is found: {scripts:?}"
    );
    ends(&mother);
    let none: [String; 0] = [];
    assert_eq!(in_memory(&mother, &words), (none.to_vec(), none.to_vec()));
}

fn short(file: &Path) -> String {
    file.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

/// As it could lie on a disk: UTF-8, UTF-16LE, and base64 at each of the three places it can begin.
fn forms_of(word: &str) -> Vec<(&'static str, Vec<u8>)> {
    let wide: Vec<u8> = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut forms = vec![("UTF-8", word.as_bytes().to_vec()), ("UTF-16LE", wide)];
    for before in 0..3 {
        let shifted: Vec<u8> = vec![0; before].into_iter().chain(word.bytes()).collect();
        let whole = STANDARD_NO_PAD.encode(&shifted[..shifted.len() / 3 * 3]);
        // The first letters also hold what stands before.
        forms.push(("base64", whole.as_bytes()[4.min(whole.len())..].to_vec()));
    }
    forms
}

fn the_content_is_hidden_and_shown_again(world: &World) {
    let mother = world.person_at(1024, 768);
    begins(&mother);
    mother.presses("内容をかくす");
    mother.does_not_see("特徴的なエピソードなど");
    mother.presses("もう一度 見る");
    mother.finds_written("特徴的なエピソードなど", SENTENCE);
    assert_eq!(mother.barriers(), [""; 0]);
    // Who has printed turns to the printer.
    mother.script("dispatchEvent(new Event('afterprint'))", Vec::new());
    mother.does_not_see("特徴的なエピソードなど");
    mother.presses("もう一度 見る");
    mother.finds_written("特徴的なエピソードなど", SENTENCE);
}

/// The clock of the page runs ahead; nobody waits for it.
fn nobody_is_there_so_it_is_said_hidden_and_forgotten(world: &World) {
    let mother = world.person_at(1024, 768);
    begins(&mother);
    // In Firefox a script of the driver has a Date of its own.
    let ahead = "const { Date } = window, now = Date.now; window.ahead = arguments[0]; Date.now = () => now() + window.ahead;";
    mother.script(ahead, vec![Value::from(100_000)]);
    mother.sees("まだ お使いですか");
    mother.screenshot("kiosk-there");
    assert_eq!(mother.barriers(), [""; 0]);
    mother.presses("つづける");
    mother.does_not_see("まだ お使いですか");
    mother.finds_written("特徴的なエピソードなど", SENTENCE);
    mother.script("window.ahead += 1000000", Vec::new());
    mother.sees("ここには 何も のこりません");
    assert_eq!(mother.stored(), []);
    mother.screenshot("kiosk");
    assert_eq!(mother.barriers(), [""; 0]);
}

const AHEAD: &str =
    "const { Date } = window, now = Date.now; Date.now = () => now() + arguments[0]";

fn escape_says_that_somebody_is_there_and_leads_back_to_the_field(world: &World) {
    let mother = world.person_at(1024, 768);
    begins(&mother);
    mother.stands_in("特徴的なエピソードなど");
    mother.script(AHEAD, vec![Value::from(100_000)]);
    mother.sees("まだ お使いですか");
    mother.stands_on("つづける");
    mother.presses_key(Key::Escape);
    mother.does_not_see("まだ お使いですか");
    mother.stands_in("特徴的なエピソードなど");
    mother.finds_written("特徴的なエピソードなど", SENTENCE);
}

/// 60 % of the height is what a keyboard of the device would leave.
fn digits_are_written_with_our_own_keys_below_the_field(world: &World) {
    for height in [768, 460] {
        let mother = world.person_at(1024, height);
        begins(&mother);
        mother.opens_here("#/sheet/profile");
        mother.goes_into("郵便番号");
        for digit in POSTCODE.chars() {
            mother.in_group("数字のキー").presses(&digit.to_string());
        }
        mother.stands_in("郵便番号");
        let covered = "const field = document.activeElement.getBoundingClientRect(), keys = document.querySelector('[aria-label=\"数字のキー\"]').getBoundingClientRect();
            return field.top < 0 || field.bottom > keys.top;";
        assert_eq!(mother.script(covered, Vec::new()), json!(false), "{height}");
        assert_eq!(mother.barriers(), [""; 0]);
        mother.screenshot(&format!("kiosk-keys-{height}"));
        mother.in_group("数字のキー").presses("1字消す");
        mother.in_group("数字のキー").presses("5");
        mother.in_group("数字のキー").presses("つぎへ");
        mother.finds_written("郵便番号", POSTCODE_TIDY);
        mother.does_not_see("1字消す");
        // 令和 is no number.
        mother.in_group("生年月日").goes_into("年");
        mother.in_group("数字のキー").presses("文字で書く");
        mother.does_not_see("1字消す");
    }
}

const VEIL: &str = "return getComputedStyle([...document.querySelectorAll('main input, main textarea')].find(field => field.value === arguments[0])).webkitTextSecurity";

fn a_delicate_answer_is_seen_by_whoever_asks_for_it(world: &World) {
    let mother = world.person_at(1024, 768);
    begins(&mother);
    mother.opens_here("#/sheet/profile");
    mother.types("住所", ADDRESS);
    let veil = || mother.script(VEIL, vec![json!(ADDRESS)]);
    // The window of WebKitGTK is never in front here, and no field of it has the focus for its styles.
    if mother.engine() != Engine::WebKit {
        assert_eq!(veil(), json!("none"), "while it is written");
    }
    mother.goes_into("性別");
    assert_eq!(veil(), json!("disc"));
    mother.screenshot("kiosk-veil");
    mother.presses("住所 見る");
    assert_eq!(veil(), json!("none"));
    mother.presses("住所 かくす");
    assert_eq!(veil(), json!("disc"));
    assert_eq!(mother.barriers(), [""; 0]);
}

fn at_night_the_first_screen_is_dark_and_a_note_is_not(world: &World) {
    let mother = world.person_at(1024, 768);
    mother.opens("kiosk.html");
    mother.sees("ここには 何も のこりません");
    let theme = || {
        mother.script(
            "return document.documentElement.dataset.theme ?? ''",
            Vec::new(),
        )
    };
    for (hour, dark) in [(19, ""), (22, "dark"), (3, "dark"), (7, "")] {
        mother.script(
            "window.Date.prototype.getHours = () => arguments[0]",
            vec![json!(hour)],
        );
        mother.presses("English");
        mother.sees("Nothing stays here");
        assert_eq!(theme(), json!(dark), "{hour}");
        mother.presses("日本語");
        mother.sees("ここには 何も のこりません");
        assert_eq!(theme(), json!(dark), "{hour}");
        if hour == 22 {
            assert_eq!(mother.barriers(), [""; 0]);
            mother.screenshot("kiosk-night");
        }
    }
    mother.script("window.Date.prototype.getHours = () => 22", Vec::new());
    mother.presses("English");
    mother.presses("Write by myself");
    mother.sees("What you call your child");
    assert_eq!(theme(), json!(""));
}

/// What a browser tells a page that it had kept aside and shows again.
const SHOWN_AGAIN: &str = "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))";

fn a_page_that_the_browser_kept_aside_begins_anew(world: &World) {
    let mother = world.person_at(1024, 768);
    begins(&mother);
    mother.script(SHOWN_AGAIN, Vec::new());
    mother.sees("ここには 何も のこりません");
    mother.presses("じぶんで書く");
    mother.finds_written("呼び名", "");
}

/// The same for a page that the browser really kept, in place of one that is only told so.
fn a_page_that_comes_back_from_the_browsers_memory_begins_anew(world: &World) {
    let mother = World::who_was_kept_aside(|| {
        let mother = world.person_at(1024, 768);
        begins(&mother);
        mother
    });
    mother.sees("ここには 何も のこりません");
    mother.presses("じぶんで書く");
    mother.finds_written("呼び名", "");
}

in_engine!(kept_aside, Chromium: a_page_that_comes_back_from_the_browsers_memory_begins_anew);

in_every_engine!(
    a_note_that_was_written_and_ended_is_nowhere,
    the_content_is_hidden_and_shown_again,
    nobody_is_there_so_it_is_said_hidden_and_forgotten,
    escape_says_that_somebody_is_there_and_leads_back_to_the_field,
    digits_are_written_with_our_own_keys_below_the_field,
    a_delicate_answer_is_seen_by_whoever_asks_for_it,
    at_night_the_first_screen_is_dark_and_a_note_is_not,
    a_page_that_the_browser_kept_aside_begins_anew,
);
in_engine!(in_the_memory_of_chromium, Chromium: afterwards_neither_the_app_nor_its_scripts_hold_a_word);
in_engine!(on_the_disk_of_chromium, Chromium: the_profile_holds_none_of_the_words);
in_engine!(on_the_disk_of_firefox, Firefox: the_profile_holds_none_of_the_words);
