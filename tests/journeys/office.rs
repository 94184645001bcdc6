//! The office: what it reads, what it takes away, what it answers, and that nothing stays.

use crate::{
    handed,
    household::{parent_at, picks_for_herself},
    person::Person,
    post,
    world::World,
};
use serde_json::json;
use std::fs;
use stepnote::{
    answer::{PartialDate, Typed},
    carrier::qr::{Density, split},
    envelope::{Code, Wire, seal},
    forms::MEDICATION,
};
use thirtyfour::Key;

const FILE: &str = "ファイルや写真を選ぶ";
const CODE: &str = "合い言葉の番号";

fn today(person: &Person) -> PartialDate {
    let today = person.script("return new Date().toLocaleDateString('sv')", Vec::new());
    let today = Typed::from_iso(today.as_str().unwrap()).unwrap();
    today.understood().unwrap()
}

/// Chooses a file and opens it with its code.
fn opens_letter(person: &Person, file: &[u8], code: &str) {
    person.opens("#/receive");
    let letter = person.new_name("handed.stepnote");
    fs::write(&letter, file).unwrap();
    person.chooses_file(FILE, &[&letter]);
    person.sees("ぜんぶ届きました");
    person.types(CODE, code);
    person.presses("ひらく");
}

fn an_office_reads_on_what_terms_takes_a_file_away_and_clears_all_with_one_key(world: &World) {
    let office = world.person_at(1024, 768);
    office.opens("");
    let came = handed::today(today(&office));
    opens_letter(&office, &came.file, &came.code);
    office
        .in_group("同意")
        .sees("有効 渡す相手 ハビット（こども発達支援室）");
    office.in_group("受領番号").sees(&came.receipt);
    office.in_group("受領番号").sees("服薬の記録 2件");
    office.sees("知らせないでほしい人・ところ：父方の祖父母");
    office.sees("ことばが ゆっくりで、来年の入園が心配です。");

    office.presses("もっていく");
    office.picks("CSVを古いソフト用（CP932）にする");
    office.sees("CP932に ない字です。〓（げた）にします。 𠮷");
    office.unpicks("CSVを古いソフト用（CP932）にする");
    office.presses("CSV：1行に1項目");
    let file = office.downloaded();
    let name = file.file_name().unwrap().to_str().unwrap().to_owned();
    assert!(name.ends_with("-items.csv") && name.is_ascii(), "{name}");
    let csv = String::from_utf8(fs::read(&file).unwrap()).unwrap();
    assert!(
        csv.starts_with("\u{feff}\"シート\"") && csv.contains("髙﨑 𠮷子"),
        "{csv}"
    );

    office.presses_key(Key::Escape);
    office.sees("カメラで読みとる");
    let page = office.script("return document.documentElement.outerHTML", Vec::new());
    for word in ["陽向", "父方", came.receipt.as_str()] {
        assert!(
            !page.as_str().unwrap().contains(word),
            "「{word}」 stays in the page"
        );
    }
    assert_eq!(
        office.stored(),
        [("local:stepnote:lang".to_owned(), "\"ja\"".to_owned())]
    );
    world.kept_private(&["陽向".to_owned(), came.code]);
}

/// The clock of the page runs ahead; nobody waits for it.
fn what_nobody_looks_at_any_more_is_closed(world: &World) {
    let office = world.person_at(1024, 768);
    office.opens("");
    let came = handed::today(today(&office));
    opens_letter(&office, &came.file, &came.code);
    office.sees("陽向");
    // In Firefox a script of the driver has a Date of its own.
    let ahead = "const { Date } = window, now = Date.now; window.ahead = arguments[0]; Date.now = () => now() + window.ahead;";
    office.script(ahead, vec![json!(575_000)]);
    office.sees("まもなく閉じて消します");
    office.script("window.ahead += 30000", Vec::new());
    office.sees("カメラで読みとる");
    office.does_not_see("陽向");
}

fn what_was_agreed_to_until_a_day_that_has_passed_is_shown_only_after_asking(world: &World) {
    let office = world.person_at(1024, 768);
    office.opens("");
    let came = handed::ended(today(&office), 9);
    opens_letter(&office, &came.file, &came.code);
    office.sees("期限が過ぎています");
    office.does_not_see("陽向");
    office.presses("保護者の了解を得たので見る");
    office.in_group("同意").sees("期限切れ");
    office.sees("髙﨑 陽向");
}

/// What a mark turns around reads as something else: 15錠 in place of 錠51.
const TURNED: &str = "朝に\u{202E}錠51\u{202C}、\u{200B}夜は1錠。👨‍👩‍👧";

fn marks_that_nobody_sees_have_a_name_and_what_is_copied_is_as_it_came(world: &World) {
    let office = world.person();
    office.opens("");
    let long = "ことばの記録。".repeat(800);
    let said = [TURNED, "\n", &long].concat();
    let came = handed::saying(today(&office), &said);
    opens_letter(&office, &came.file, &came.code);
    office.sees("ふつうは見えない印が、文の中にあります。");
    office.sees(&format!(
        "長い文です。ぜんぶで{}字あります。",
        said.chars().count()
    ));
    let named = office.script(
        "return [...document.querySelectorAll('main [role=img]')].map(e => [e.textContent, e.getAttribute('aria-label')])",
        Vec::new(),
    );
    let turns = "向きを変える印";
    assert_eq!(
        named,
        json!([
            ["\u{202E}", turns],
            ["\u{202C}", turns],
            ["\u{200B}", "見えない印"]
        ])
    );
    let shown =
        "return getComputedStyle(document.querySelector('main [role=img]'), '::before').content";
    assert_ne!(office.script(shown, Vec::new()), json!("none"));
    let copied = office.script(
        "const all = getSelection(); all.selectAllChildren(document.querySelector('main [role=img]').parentNode); return all.toString()",
        Vec::new(),
    );
    let copied = copied.as_str().unwrap();
    assert!(copied.trim_end() == said, "{copied:.80?}");
    assert_eq!(office.barriers(), [""; 0]);
    office.script("getSelection().empty(); document.querySelector('main [role=img]').scrollIntoView({ block: 'center' })", Vec::new());
    office.screenshot("unseen-marks");
}

/// From now on the page is told that this is today. In Firefox a script of the driver has a Date of its own.
const IS_TODAY: &str = "const proto = window.Date.prototype, [year, month, day] = arguments[0];
    proto.getFullYear = () => year; proto.getMonth = () => month - 1; proto.getDate = () => day;";

fn a_day_that_cannot_be_right_is_remarked_on_where_a_day_counts(world: &World) {
    let office = world.person();
    office.opens("");
    let came = handed::today(today(&office));
    office.script(IS_TODAY, vec![json!([1970, 1, 1])]);
    opens_letter(&office, &came.file, &came.code);
    office.sees("髙﨑 陽向");
    office.sees("この端末の日付が違うこともあります。きょうの日付をたしかめてください。 この端末の日付：1970年1月1日");
    assert_eq!(office.barriers(), [""; 0]);
    office.screenshot("doubted-day");
    office.presses_key(Key::Escape);
    office.sees("カメラで読みとる");
    office.opens("#/print");
    office.sees("この端末の日付：1970年1月1日");

    let mother = parent_at(world.person(), &handed::note());
    mother.opens("#/hand-over");
    picks_for_herself(&mother, &[MEDICATION]);
    mother.does_not_see("この端末の日付");
    mother.script(IS_TODAY, vec![json!([2099, 12, 31])]);
    mother.opens("#/print");
    mother.sees("この端末の日付：2099年12月31日");
    mother.opens("#/hand-over");
    picks_for_herself(&mother, &[MEDICATION]);
    mother.sees("この端末の日付：2099年12月31日");
}

fn an_answer_goes_back_into_the_slip_of_the_parent(world: &World) {
    let office = world.person_at(1024, 768);
    office.opens("");
    let came = handed::today(today(&office));
    opens_letter(&office, &came.file, &came.code);
    office.presses("回答を書く");
    office.sees(handed::SLIP_NO);
    office.picks("担当します");
    office.types("これからすること", "発達の相談を 12月に はじめます。");
    office.presses("返す用意をする");
    office.sees("電話で伝える8けた");
    let code = office.code_shown();
    office.presses("ファイルで返す");
    let answer = fs::read(office.downloaded()).unwrap();
    office.presses("もどる");
    office.finds_written("これからすること", "発達の相談を 12月に はじめます。");

    let mother = parent_at(world.person(), &handed::note());
    opens_letter(&mother, &answer, &code);
    mother.sees("回答が届きました");
    mother.sees("発達の相談を 12月に はじめます。");
    mother.presses("この回答を入れる");
    mother.sees("回答あり");
    opens_letter(&mother, &answer, &code);
    mother.sees("この回答は、連絡票に入っています。");
}

/// The keys of a hand-held scanner, with an input method that is on, faster than anybody types.
const SCANS: &str = "for (const text of arguments[0]) for (const c of [...text, 'Enter']) {
    const digit = /[0-9]/.test(c), sign = c === '#';
    const code = digit ? 'Digit' + c : sign ? 'Digit3' : c === 'Enter' ? c : 'Key' + c.toUpperCase();
    const key = c === 'Enter' ? c : 'Process';
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key, code, shiftKey: sign, bubbles: true, cancelable: true }));
}";

fn a_hand_held_scanner_is_heard_wherever_the_focus_is(world: &World) {
    let office = world.person_at(1024, 768);
    office.opens("#/receive");
    office.sees("カメラで読みとる");
    let mut next = 0_u8;
    let mut count = |bytes: &mut [u8]| {
        for byte in bytes {
            next = next.wrapping_add(7);
            *byte = next;
        }
    };
    let code = Code::make(&mut count).unwrap();
    let text = include_bytes!("../golden/handoff/v1/example.json");
    let sealed = seal(text, &code, Wire::Qr, &mut count).unwrap();
    let set = split(&sealed.to_bin().unwrap(), 40, Density::Normal).unwrap();
    let frames: Vec<String> = (0..u8::try_from(set.k()).unwrap())
        .map(|n| ["https://a.example/#", &set.digits(n)].concat())
        .collect();
    assert!(frames.len() > 1);
    office.script(SCANS, vec![json!(frames)]);
    office.sees("ぜんぶ届きました");
    office.types(CODE, code.as_str());
    office.presses("ひらく");
    office.sees("髙﨑 陽向");
    office.does_not_see(post::code());
}

fn the_screens_of_an_office_are_open_to_all(world: &World) {
    let mut found = Vec::new();
    for (width, height, percent) in [(390, 844, 100), (1024, 768, 100), (390, 844, 200)] {
        let office = world.person_at(width, height);
        office.opens("");
        let mut look = |screen: &str, words: &str| {
            office.sees(words);
            office.reads_at(percent);
            let barriers = office.barriers().into_iter();
            found.extend(
                barriers.map(|barrier| format!("{screen} at {width}, {percent} %: {barrier}")),
            );
        };
        let ended = handed::ended(today(&office), 30);
        opens_letter(&office, &ended.file, &ended.code);
        look("asked first", "期限が過ぎています");
        office.presses("保護者の了解を得たので見る");
        look("over", "期限切れ");
        office.presses_key(Key::Escape);
        office.sees("カメラで読みとる");
        let came = handed::today(today(&office));
        opens_letter(&office, &came.file, &came.code);
        office.sees("有効");
        office.presses("もっていく");
        office.picks("CSVを古いソフト用（CP932）にする");
        look("read", "FHIR R4");
        office.presses("回答を書く");
        look("answer", "返す用意をする");
        office.picks("お話を聞きました");
        office.presses("返す用意をする");
        office.sees("電話で伝える8けた");
        look("given back", "ファイルで返す");
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

in_engine!(
    in_the_eyes_of_all, Chromium:
    the_screens_of_an_office_are_open_to_all,
);

in_every_engine!(
    an_office_reads_on_what_terms_takes_a_file_away_and_clears_all_with_one_key,
    what_was_agreed_to_until_a_day_that_has_passed_is_shown_only_after_asking,
    an_answer_goes_back_into_the_slip_of_the_parent,
    a_hand_held_scanner_is_heard_wherever_the_focus_is,
    what_nobody_looks_at_any_more_is_closed,
    marks_that_nobody_sees_have_a_name_and_what_is_copied_is_as_it_came,
    a_day_that_cannot_be_right_is_remarked_on_where_a_day_counts,
);
