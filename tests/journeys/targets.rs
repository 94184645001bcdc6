//! What is pressed is large enough for a finger: 44 pixels each way, 48 on a shared machine (ux.md A02, K11).

use crate::{family, household::parent_at, person::Person, world::World};
use serde_json::json;
use stepnote::forms::{ALL, INTRODUCTION, MEDICATION, PROFILE};

/// What is smaller. A box or a file field is as large as its label; a link in the middle of a sentence is as large as its
/// words (WCAG 2.2, 2.5.8).
const SMALLER: &str = "const least = arguments[0], measured = new Set();
    const shown = element => element.checkVisibility({ visibilityProperty: true });
    const sentence = link => getComputedStyle(link).display === 'inline' && link.parentElement.textContent.trim() !== link.textContent.trim();
    return [...document.querySelectorAll('button,a[href],summary,input:not([type=hidden]),textarea,select')].flatMap(element => {
        const target = element.matches('[type=checkbox],[type=radio],[type=file]') ? element.labels?.[0] ?? element : element;
        if (!shown(target) || measured.has(target) || target.matches('a') && sentence(target)) return [];
        measured.add(target);
        const { width, height } = target.getBoundingClientRect();
        return Math.min(width, height) < least - 0.5 ? [`${Math.round(width)} x ${Math.round(height)}: ${target.outerHTML.slice(0, 140)}`] : [];
    });";

/// Buttons and links that stand nearer than 8 pixels beside each other, or one above the other. Rows of a list as wide as
/// their column may touch: each is 44 pixels high or more. So may the parts of one control.
const CLOSE: &str = "const shown = element => element.checkVisibility({ visibilityProperty: true });
    const all = [...document.querySelectorAll('button,a[href],summary')].filter(e => shown(e) && !(getComputedStyle(e).display === 'inline' && e.parentElement.textContent.trim() !== e.textContent.trim()));
    // What scrolls under a bar that stays comes as near to it as the page is scrolled.
    const bar = e => { for (let up = e; up; up = up.parentElement) if (/^(sticky|fixed)$/.test(getComputedStyle(up).position)) return up; };
    const boxes = all.map(e => [e, e.getBoundingClientRect()]).filter(([, b]) => b.width && b.height);
    const found = [];
    boxes.forEach(([one, a], i) => {
        for (const [other, b] of boxes.slice(i + 1)) {
            if (one.contains(other) || other.contains(one) || bar(one) !== bar(other)) continue;
            const across = Math.max(a.left, b.left) - Math.min(a.right, b.right), down = Math.max(a.top, b.top) - Math.min(a.bottom, b.bottom);
            const row = box => box.width > innerWidth * 0.6;
            if (down < 0 && across > -1 && across < 7.5 || across < 0 && down > -1 && down < 7.5 && !(row(a) && row(b)))
                found.push(`${Math.round(Math.max(across, down))} px between ${one.outerHTML.slice(0, 90)} and ${other.outerHTML.slice(0, 90)}`);
        }
    });
    return found;";

const UNFOLD: &str =
    "for (const row of document.querySelectorAll('details:not([open])')) row.open = true;";

fn smaller(person: &Person, least: u32, screen: &str) -> Vec<String> {
    let measured = [
        person.script(SMALLER, vec![json!(least)]),
        person.script(CLOSE, Vec::new()),
    ];
    let found = measured.map(|found| serde_json::from_value::<Vec<String>>(found).unwrap());
    found
        .concat()
        .into_iter()
        .map(|one| format!("{screen}: {one}"))
        .collect()
}

const SCREENS: [(&str, &str); 10] = [
    ("#/", "シート"),
    ("#/slips", "あたらしい連絡票をつくる"),
    ("#/hand-over", "だれに わたしますか"),
    ("#/offices", "窓口"),
    ("#/help", "相談"),
    ("#/receive", "カメラで読みとる"),
    ("#/search", "さがす"),
    ("#/timeline", "あゆみ"),
    ("#/display", "表示設定"),
    ("#/transitions", "転居"),
];

fn goes_everywhere(person: &Person, least: u32, screens: &[(&str, &str)]) -> Vec<String> {
    let mut found = Vec::new();
    for (path, words) in screens {
        person.opens_here(path);
        person.sees(words);
        person.script(UNFOLD, Vec::new());
        found.extend(smaller(person, least, path));
        if *path == "#/timeline" && person.text().contains("表で見る") {
            person.presses("表で見る");
            found.extend(smaller(person, least, "the table of the timeline"));
        }
    }
    for form in ALL {
        person.opens_here(&format!("#/sheet/{}", form.id));
        person.sees(form.title.ja);
        person.script(UNFOLD, Vec::new());
        found.extend(smaller(person, least, form.id));
    }
    found
}

fn on_a_telephone_every_target_is_large_enough(world: &World) {
    let mother = world.person();
    mother.opens("");
    mother.sees("はじめて使う");
    let mut found = smaller(&mother, 44, "door");
    let mother = parent_at(mother, &family::note());
    found.extend(goes_everywhere(&mother, 44, &SCREENS));
    found.extend(goes_everywhere(
        &mother,
        44,
        &[("#/keys", "パスフレーズ"), ("#/print", "印刷するシート")],
    ));
    assert!(found.is_empty(), "{}", found.join("\n"));
}

fn on_a_shared_machine_every_target_is_larger_still(world: &World) {
    let mother = world.person_at(1024, 768);
    mother.opens("kiosk.html");
    mother.sees("ここには 何も のこりません");
    let mut found = smaller(&mother, 48, "first");
    mother.presses("スタッフ");
    mother.goes_into("暗証番号");
    mother.sees("1字消す");
    found.extend(smaller(&mother, 48, "keys"));
    mother.types("暗証番号", "482913");
    mother.types("もう一度 同じ番号", "482913");
    mother.presses("これに決める");
    mother.sees("持って帰りかた");
    mother.script(UNFOLD, Vec::new());
    found.extend(smaller(&mother, 48, "staff"));
    mother.opens_here("#/");
    mother.presses("じぶんで書く");
    mother.types("呼び名", "はる");
    found.extend(smaller(&mother, 48, "cover"));
    mother.presses("ノートをつくる");
    mother.sees("シート");
    for (form, label, text) in [
        (PROFILE, "住所", "緑町"),
        (INTRODUCTION, "特徴的なエピソードなど", "電車"),
    ] {
        mother.opens_here(&format!("#/sheet/{}", form.id));
        mother.types(label, text);
        mother.sees("ほぞんしました");
    }
    mother.opens_here(&format!("#/sheet/{}", MEDICATION.id));
    mother.presses("薬をたす");
    found.extend(goes_everywhere(&mother, 48, &SCREENS));
    mother.presses("おわる（けします）");
    found.extend(smaller(&mother, 48, "end"));
    assert!(found.is_empty(), "{}", found.join("\n"));
}

in_every_engine!(
    on_a_telephone_every_target_is_large_enough,
    on_a_shared_machine_every_target_is_larger_still,
);
