//! Days without a network; a new version; files that other apps give; the browsers inside other apps.

use crate::{
    family,
    household::{CALLED, PASSPHRASE, parent_at_home, picks_for_herself, secrets, unlocks},
    person::Person,
    post,
    site::dist,
    world::World,
};
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Value, json};
use sha2::{Digest, Sha384};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};
use stepnote::forms::{INTRODUCTION, PROFILE};

const SENTENCE: &str = "雨の日は、縁側でどんぐりをならべています";

/// The host is gone for good after the first load, for the parent and for the office.
fn without_a_network_a_note_is_begun_written_opened_and_handed_over(world: &World) {
    let [mother, office] = [world.person(), world.person_at(1024, 768)];
    for person in [&mother, &office] {
        person.opens("");
        person.sees("はじめて使う");
        person.has_the_app();
    }
    world.site().goes_away();

    mother.opens("?from=a-poster#/");
    mother.presses("はじめて使う");
    mother.types("パスフレーズ（合言葉）", PASSPHRASE);
    mother.presses("これに決める");
    mother.types("呼び名", CALLED);
    mother.presses("ノートをつくる");
    mother.sees("見られたくないときは「すぐに閉じる」");
    mother.presses("わかりました");
    mother.does_not_see("見られたくないときは");
    mother.in_group("シート").presses(INTRODUCTION.title.ja);
    mother.types("特徴的なエピソードなど", SENTENCE);
    mother.sees("ほぞんしました");
    mother.closes_the_tab();
    mother.opens("");
    unlocks(&mother);
    mother.presses("わたす");
    picks_for_herself(&mother, &[INTRODUCTION]);
    mother.presses("わたす用意をする");
    let code = mother.code_shown();
    mother.presses("ファイルでわたす");
    let file = mother.downloaded();

    office.opens("#/receive");
    office.chooses_file("ファイルや写真を選ぶ", &[&file]);
    office.sees("ぜんぶ届きました");
    office.types("合い言葉の番号", &code);
    office.presses("ひらく");
    office.sees(SENTENCE);
    for person in [&mother, &office] {
        keeps_the_program_and_no_more(world, person, &dist());
    }
    world.kept_private(&[SENTENCE]);
}

/// What the service worker keeps is the build, file by file, and one version of it.
fn keeps_the_program_and_no_more(world: &World, person: &Person, build: &Path) {
    let address = world.site().address();
    let files = files_of(build);
    let wanted: BTreeSet<String> = files
        .iter()
        .filter(|file| *file != "sw.js")
        .map(|file| format!("{address}{}", file.trim_start_matches("index.html")))
        .collect();
    let [kept] = <[_; 1]>::try_from(person.program()).expect("one version is kept");
    assert_eq!(kept.into_iter().collect::<BTreeSet<_>>(), wanted);
}

fn a_new_version_is_taken_when_she_says_so_and_every_vault_stays(world: &World) {
    let mother = parent_at_home(world);
    mother.has_the_app();
    world
        .site()
        .turns_into(newer_build(&format!("{:?}", mother.engine())));
    mother.opens("?the-next-day");
    mother.sees("新しい版があります");
    // Whoever is in the middle of something is not asked, and nothing changes under her hands.
    unlocks(&mother);
    mother.sees("新しい版があります");
    mother.in_group("シート").presses(INTRODUCTION.title.ja);
    mother.sees("このシートは");
    mother.does_not_see("新しい版があります");
    mother.types("特徴的なエピソードなど", SENTENCE);

    // Another tab with an open note says no.
    let first = mother.opens_another_tab();
    mother.opens("");
    mother.sees("ノートをひらく");
    mother.presses("新しくする");
    mother.sees("ほかのタブでも使っています");
    assert!(!is_new(&mother), "the new version began all the same");
    mother.goes_back_to(first);
    mother.presses("もどる");
    mother.presses("新しくする");
    mother.until("has the new version", async || {
        match mother.tries(NEW, Vec::new()).await? {
            Value::Bool(true) => Ok(()),
            _ => Err("it is the old one".into()),
        }
    });
    unlocks(&mother);
    mother.does_not_see("新しい版があります");
    mother.in_group("シート").presses(INTRODUCTION.title.ja);
    let written = family::note()
        .record(&INTRODUCTION)
        .answers
        .text("episode")
        .to_owned();
    mother.finds_written("特徴的なエピソードなど", &(written + SENTENCE));
    mother.presses("もどる");
    mother.in_group("シート").presses(PROFILE.title.ja);
    let address = family::note()
        .record(&PROFILE)
        .answers
        .text("address")
        .to_owned();
    mother.finds_written("住所", &address);
    mother.until("has tidied up", async || {
        let kept = mother.kept().await?;
        let caches = kept.iter().filter(|(name, _)| name.starts_with("cache:"));
        match caches.count() {
            1 => Ok(()),
            several => Err(format!("{several} versions").into()),
        }
    });
    world.kept_private(&[SENTENCE]);
}

/// What the first build kept, before it also kept a second copy: golden, never written again.
const FIRST: [&str; 3] = [
    include_str!("../golden/vault/v1/example.shelf.json"),
    include_str!("../golden/vault/v1/example.passphrase"),
    include_str!("../golden/vault/v1/example.records.json"),
];

fn a_vault_of_the_first_build_outlives_every_update(world: &World) {
    let mother = world.person();
    mother.opens("");
    mother.sees("はじめて使う");
    mother.has_the_app();
    let [shelf, passphrase, records] = FIRST;
    mother.script(
        "for (const [key, text] of Object.entries(JSON.parse(arguments[0]))) localStorage.setItem(key, JSON.stringify(text));
        localStorage.setItem('stepnote:told', '\"leave\"')",
        vec![json!(shelf)],
    );
    let records: Value = serde_json::from_str(records).unwrap();
    let [child, other] = [0, 1].map(|at| &records[at]["label"]["name"]);
    let address = &records[0]["record"]["sheets"]["profile"]["address"];
    let opens = |passphrase: &str| {
        mother.sees("ノートをひらく");
        mother.types("パスフレーズ（合言葉）", passphrase.trim_end());
        mother.presses("ひらく");
        mother.sees(other.as_str().unwrap());
        mother.presses(child.as_str().unwrap());
        mother.in_group("シート").presses(PROFILE.title.ja);
        mother.finds_written("住所", address.as_str().unwrap());
    };
    // By this build, which puts a second copy beside it.
    mother.opens("?this-build");
    opens(passphrase);
    mother.types("性別", SENTENCE);
    mother.sees("ほぞんしました");
    // And by the next.
    let next = newer_build(&format!("first-{:?}", mother.engine()));
    world.site().turns_into(next);
    mother.opens("?the-next-day");
    mother.sees("新しい版があります");
    mother.presses("新しくする");
    mother.until("has the new version", async || {
        match mother.tries(NEW, Vec::new()).await? {
            Value::Bool(true) => Ok(()),
            _ => Err("it is the old one".into()),
        }
    });
    opens(passphrase);
    assert!(mother.value_of("性別").ends_with(SENTENCE));
    world.kept_private(&[SENTENCE]);
}

const NEW: &str = "return document.documentElement.dataset.build === 'next'";

fn is_new(person: &Person) -> bool {
    person.script(NEW, Vec::new()) == json!(true)
}

/// The build as it could come next week: another page, and all that follows from it.
fn newer_build(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("stepnote-next-{name}-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    for file in files_of(&dist()) {
        fs::create_dir_all(folder.join(&file).parent().unwrap()).unwrap();
        fs::copy(dist().join(&file), folder.join(&file)).unwrap();
    }
    let page = fs::read_to_string(folder.join("index.html")).unwrap();
    let next = page.replace(
        "<html lang=\"ja\">",
        "<html lang=\"ja\" data-build=\"next\">",
    );
    assert_ne!(page, next);
    let worker = fs::read_to_string(folder.join("sw.js")).unwrap();
    let [was, is] = [&page, &next].map(|page| integrity(page.as_bytes()));
    let other = worker
        .replace(&was, &is)
        .replacen("const VERSION = \"", "const VERSION = \"f", 1);
    assert!(other.contains(&is));
    fs::write(folder.join("index.html"), next).unwrap();
    fs::write(folder.join("sw.js"), other).unwrap();
    folder
}

/// Every file in a folder, by its path from there.
fn files_of(folder: &Path) -> Vec<String> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        if path.is_dir() {
            let below = files_of(&path);
            files.extend(below.into_iter().map(|file| format!("{name}/{file}")));
        } else {
            files.push(name.to_owned());
        }
    }
    files
}

fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

fn a_file_that_another_app_shares_is_received_and_neither_sent_nor_kept(world: &World) {
    let office = world.person_at(1024, 768);
    office.opens("");
    office.sees("はじめて使う");
    office.has_the_app();
    // As Android does when the app is chosen in the list of what takes a file.
    let share = "const form = new FormData();
        form.append('file', new File([arguments[0]], 'stepnote.txt', { type: 'text/plain' }));
        window.shared = '';
        fetch('share', { method: 'POST', body: form, redirect: 'manual' }).then(answer => { window.shared = answer.type });";
    let file = String::from_utf8(post::EXAMPLE.to_vec()).unwrap();
    office.script(share, vec![json!(file)]);
    office.until("has shared", async || {
        match office.tries("return window.shared", Vec::new()).await? {
            Value::String(answer) if answer == "opaqueredirect" => Ok(()),
            other => Err(other.to_string().into()),
        }
    });
    office.closes_the_tab();
    office.opens("#/receive");
    office.sees("ぜんぶ届きました");
    office.types("合い言葉の番号", post::code());
    office.presses("ひらく");
    office.sees("保存していません");
    // Once only.
    office.closes_the_tab();
    office.opens("#/receive");
    office.sees("カメラで読みとる");
    office.does_not_see("ぜんぶ届きました");
    keeps_the_program_and_no_more(world, &office, &dist());
    let sent = world.site().requests();
    assert!(
        sent.iter().all(|request| request.method == "GET"),
        "{sent:?}"
    );
}

fn inside_line_the_way_to_the_usual_browser_is_shown(world: &World) {
    let mother = world.person_in(
        "Mozilla/5.0 (Linux; Android 15; Pixel 8 Build/AP3A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/137.0.0.0 Mobile Safari/537.36 Line/15.6.0/IAB",
    );
    mother.opens("");
    mother.sees("いつものブラウザーで ひらいてください");
    mother.presses("ブラウザーでひらく");
    mother.until("goes out", async || {
        let asked = mother.tries("return location.search", Vec::new()).await?;
        match asked.as_str() {
            Some("?openExternalBrowser=1") => Ok(()),
            _ => Err(asked.to_string().into()),
        }
    });
    assert_eq!(mother.barriers(), [""; 0]);
}

fn on_an_iphone_the_home_screen_comes_before_the_first_word(world: &World) {
    let mother = world.person_in(
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
    );
    mother.opens("");
    mother.sees("書くまえに、ホーム画面に入れてください");
    mother.sees("「ホーム画面に追加」をおします");
    assert_eq!(mother.barriers(), [""; 0]);
    mother.presses("あとで");
    mother.does_not_see("書くまえに");
    mother.presses("はじめて使う");
    mother.sees("かぎを決める");
}

fn the_device_page_says_what_holds_here(world: &World) {
    let mother = world.person();
    mother.opens("#/device");
    mother.sees("電波がなくても使えます。");
    assert_eq!(mother.barriers(), [""; 0]);
    mother.screenshot("device");
}

#[test]
fn every_file_of_the_build_is_kept_under_its_own_hash() {
    let worker = fs::read_to_string(dist().join("sw.js")).unwrap();
    let list = worker.split_once("const FILES = ").unwrap().1;
    let list = list.split_once(";\n").unwrap().0;
    let kept: BTreeMap<String, String> = serde_json::from_str::<Vec<(String, String)>>(list)
        .unwrap()
        .into_iter()
        .collect();
    // The city changes its own file on the host: that is not held to this build.
    let wanted = files_of(&dist())
        .into_iter()
        .filter(|file| !["sw.js", "directory.json"].contains(&file.as_str()))
        .map(|file| {
            let hash = integrity(&fs::read(dist().join(&file)).unwrap());
            (format!("./{}", file.trim_start_matches("index.html")), hash)
        })
        .collect();
    assert_eq!(kept, wanted);
}

#[test]
fn the_manifest_names_what_there_is_and_leads_nowhere_else() {
    let manifest = fs::read_to_string(dist().join("manifest.webmanifest")).unwrap();
    let manifest: Value = serde_json::from_str(&manifest).unwrap();
    let icons = manifest["icons"].as_array().unwrap();
    assert!(icons.iter().any(|icon| icon["purpose"] == "maskable"));
    for icon in icons {
        let bytes = fs::read(dist().join(icon["src"].as_str().unwrap())).unwrap();
        let side = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
        assert_eq!(icon["sizes"], format!("{}x{}", side(16), side(20)));
    }
    let address = |value: &Value| value.as_str().unwrap().to_owned();
    let mut addresses = vec![
        address(&manifest["start_url"]),
        address(&manifest["scope"]),
        address(&manifest["share_target"]["action"]),
    ];
    let lists = ["shortcuts", "file_handlers"].map(|name| manifest[name].as_array().unwrap());
    for one in lists.into_iter().flatten() {
        addresses.push(address(one.get("url").unwrap_or(&one["action"])));
    }
    // Under any sub-path: none begins with a slash or a scheme.
    let elsewhere: Vec<_> = addresses
        .iter()
        .filter(|to| !to.starts_with("./"))
        .collect();
    assert_eq!(elsewhere, [""; 0]);
    for word in secrets() {
        assert!(!manifest.to_string().contains(&word));
    }
}

in_every_engine!(
    without_a_network_a_note_is_begun_written_opened_and_handed_over,
    a_new_version_is_taken_when_she_says_so_and_every_vault_stays,
    a_vault_of_the_first_build_outlives_every_update,
    a_file_that_another_app_shares_is_received_and_neither_sent_nor_kept,
    the_device_page_says_what_holds_here,
);
in_engine!(
    in_another_app,
    Chromium: inside_line_the_way_to_the_usual_browser_is_shown,
    on_an_iphone_the_home_screen_comes_before_the_first_word,
);
