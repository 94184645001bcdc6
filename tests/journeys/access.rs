//! Access: on no screen does anything stand in anybody's way, at any width, in large text, blank, full or in doubt.

use crate::{
    family,
    household::{PASSPHRASE, parent_at},
    person::Person,
    world::World,
};
use stepnote::{
    answer::{Answer, Milestone, Period, Typed},
    form::{Form, Kind, Question},
    forms::{ACTIONS, ALL, REPLY, SLIP},
    record::{Answers, Note, Record},
};

/// Phone, tablet, and a phone whose owner reads large text: width, height, per cent.
const EYES: [(u32, u32, u16); 3] = [(390, 844, 100), (820, 1180, 100), (390, 844, 200)];

/// Every answer is something that cannot be understood, so that every sentence about it is on screen.
fn in_doubt() -> Note {
    let mut note = Note::default();
    for form in ALL {
        let mut record = Record {
            answers: doubtful(&mut form.once()),
            ..Record::default()
        };
        for part in form.groups() {
            let entry = doubtful(&mut part.questions.iter());
            record
                .groups
                .insert(part.id.to_owned(), vec![entry.clone(), entry]);
        }
        note.put(form, &record);
    }
    note
}

fn doubtful(questions: &mut dyn Iterator<Item = &'static Question>) -> Answers {
    let never = Typed {
        year: "2021".to_owned(),
        month: "2".to_owned(),
        day: "30".to_owned(),
    };
    let mut answers = Answers::default();
    for question in questions {
        let answer = match question.kind {
            Kind::Age(_) | Kind::Files => continue,
            Kind::Date => Answer::Date(never.clone()),
            Kind::Period | Kind::Months => Answer::Period(Period {
                from: never.clone(),
                until: never.clone(),
                ongoing: true,
            }),
            Kind::Milestone => Answer::Milestone(Milestone::On(never.clone())),
            Kind::Many(_) => Answer::Choices(vec!["later".to_owned()]),
            _ => Answer::Text("これは\u{3000}よく分からない答えです".repeat(3)),
        };
        answers.put(question.id, answer);
    }
    answers
}

/// The note with a slip that is urgent and answered, and its table.
fn with_a_case(mut note: Note) -> Note {
    let said = |form: &Form, answers: serde_json::Value| {
        Record::from_json(form, answers.as_object().unwrap())
    };
    let slip = serde_json::json!({
        "slip_no": "20261001-1", "made_on": "2026-10-01", "case_no": "20261001-1",
        "urgency": "today", "to_office": "教育支援センター", "to_tel": "0422601899",
        "complaint": "あ".repeat(201), "status": "handed",
    });
    let steps = serde_json::json!({"rows": [
        {"side": "parent", "what": "園の先生に話す", "due": "2035-04-09", "status": "open"},
        {"side": "office", "what": "園を見に行く"},
    ]});
    note.put_one(&SLIP, "a1", &said(&SLIP, slip));
    let reply = serde_json::json!({"result": "taken", "will_do": "お話を聞きます"});
    note.put_one(&REPLY, "a1", &said(&REPLY, reply));
    note.put_one(&ACTIONS, "20261001-1", &said(&ACTIONS, steps));
    note
}

/// Opens all that is folded, and what was folded in it, and every other way of writing.
const UNFOLD: &str = "return new Promise(done => {
    const unfold = () => {
        const folded = [...document.querySelectorAll('details:not([open])')];
        for (const row of folded) row.open = true;
        for (const more of document.querySelectorAll('main [aria-expanded=false]')) more.click();
        // What is in a fold is made when it opens.
        if (folded.length) requestAnimationFrame(() => setTimeout(unfold)); else done();
    };
    unfold();
})";

/// Goes through every sheet with all its rows and folds open.
fn every_sheet_is_open_to_all(world: &World, note: &Note) {
    let mut found = Vec::new();
    let note = &with_a_case(note.clone());
    for (width, height, percent) in EYES {
        let parent = parent_at(world.person_at(width, height), note);
        parent.reads_at(percent);
        let mut look = |parent: &Person, screen: &str| {
            let barriers = parent.barriers().into_iter();
            found.extend(
                barriers.map(|barrier| format!("{screen} at {width}, {percent} %: {barrier}")),
            );
        };
        look(&parent, "home");
        for (path, words) in [
            ("#/transitions", "転居"),
            ("#/school-page", "就学のページ"),
            ("#/offices", "窓口"),
            ("#/hand-over", "だれに わたしますか"),
            ("#/given", "わたしたもの"),
        ] {
            parent.opens(path);
            parent.sees(words);
            parent.script(UNFOLD, Vec::new());
            look(&parent, path);
        }
        for (path, words) in [
            ("#/slips", "あたらしい連絡票をつくる"),
            ("#/slip/a1", "状態をかえる"),
            ("#/slip/a1/write", "窓口を一覧からえらぶ"),
            ("#/slip/a1/print", "同意書もつける"),
            ("#/slip/a1/answer", "数字を読みとる"),
            ("#/slip/a1/steps", "表に書く"),
            ("#/slip/a1/table", "することをたす"),
        ] {
            parent.opens(path);
            parent.sees(words);
            parent.script(UNFOLD, Vec::new());
            look(&parent, path);
        }
        for form in ALL {
            parent.opens(&format!("#/sheet/{}", form.id));
            parent.sees(form.title.ja);
            parent.script(UNFOLD, Vec::new());
            look(&parent, form.id);
        }
        parent.opens("#/search");
        parent.types("さがす", "相談");
        parent.sees("件 見つかりました");
        look(&parent, "search");
        parent.opens("#/timeline");
        parent.sees("あゆみ");
        if parent.can_press("表で見る") {
            parent.picks("めやすを表示する");
            look(&parent, "timeline");
            parent.presses("表で見る");
        }
        look(&parent, "timeline, as a table");
        parent.opens("#/supporters");
        parent.sees("つながりをたす");
        parent.script(UNFOLD, Vec::new());
        look(&parent, "supporters");
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

fn blank_sheets_are_open_to_all(world: &World) {
    every_sheet_is_open_to_all(world, &Note::default());
}

fn full_sheets_are_open_to_all(world: &World) {
    every_sheet_is_open_to_all(world, &family::note());
}

fn sheets_in_doubt_are_open_to_all(world: &World) {
    every_sheet_is_open_to_all(world, &in_doubt());
}

fn the_other_screens_are_open_to_all(world: &World) {
    let mut found = Vec::new();
    for (width, height, percent) in EYES {
        let somebody = world.person_at(width, height);
        for (path, words) in [
            ("", "はじめて使う"),
            ("#/display", "文字の大きさ"),
            ("#/receive", "カメラで読みとる"),
            ("#/help", "相談専用電話"),
            ("#/offices", "0123はらっぱ"),
            ("#/office/saku", "9:30〜17:00"),
            ("#/office/habit", "市にお確かめください"),
            ("#/guide", "何と一緒に持っていきますか"),
            ("#/tour", "かぎをかけて しまいます"),
            ("#/practice", "練習をはじめる"),
            ("#/print", "紙に印刷する"),
        ] {
            somebody.opens(path);
            somebody.sees(words);
            somebody.reads_at(percent);
            let barriers = somebody.barriers().into_iter();
            found.extend(
                barriers.map(|barrier| format!("{path} at {width}, {percent} %: {barrier}")),
            );
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

fn the_screens_of_the_keys_are_open_to_all(world: &World) {
    let mut found = Vec::new();
    for (width, height, percent) in EYES {
        let parent = parent_at(world.person_at(width, height), &family::note());
        let mut look = |screen: &str, words: &str| {
            parent.sees(words);
            parent.reads_at(percent);
            let barriers = parent.barriers().into_iter();
            found.extend(
                barriers.map(|barrier| format!("{screen} at {width}, {percent} %: {barrier}")),
            );
        };
        for (path, words) in [
            ("#/keys", "だれかに知られたかもしれない"),
            ("#/past", "前のノートは、まだありません"),
            ("#/leave", "ぜんぶけす"),
            ("#/compare", "くらべることは ありません"),
        ] {
            parent.opens(path);
            look(path, words);
        }
        parent.opens("#/keys");
        parent.presses("回復コードをつくる");
        look("asked", "いまのパスフレーズ");
        parent.types("パスフレーズ（合言葉）", PASSPHRASE);
        parent.presses("つぎへ");
        look("code", "いましか見られません");
        parent.presses("かぎをかける");
        look("locked", "ノートをひらく");
        parent.opens("#/recover");
        parent.presses("ひらく");
        look("recover", "回復コードを入れてください");
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

fn backups_are_open_to_all(world: &World) {
    let mut found = Vec::new();
    for (width, height, percent) in EYES {
        let parent = parent_at(world.person_at(width, height), &family::note());
        for (path, words) in [
            ("#/backup", "ファイルにする"),
            ("#/restore", "控えからもどす"),
            ("#/compare", "くらべる"),
        ] {
            parent.opens(path);
            parent.sees(words);
            parent.reads_at(percent);
            let barriers = parent.barriers().into_iter();
            found.extend(
                barriers.map(|barrier| format!("{path} at {width}, {percent} %: {barrier}")),
            );
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

fn in_every_colour_nothing_stands_in_the_way(world: &World) {
    let parent = parent_at(world.person_at(390, 844), &family::note());
    let mut found = Vec::new();
    for colours in ["暗い", "はっきり（白と黒）"] {
        parent.opens("#/display");
        parent.in_group("色").picks(colours);
        for (path, words) in [
            ("#/display", "文字の大きさ"),
            ("#/", "シート"),
            ("#/sheet/profile", "家族構成"),
            ("#/sheet/early_years", "首すわり"),
            ("#/timeline", "あゆみ"),
            ("#/supporters", "つながり"),
            ("#/offices", "そうだん先"),
            ("#/hand-over", "わたす"),
            ("#/keys", "だれかに知られたかもしれない"),
            ("#/print", "紙に印刷する"),
        ] {
            parent.opens(path);
            parent.sees(words);
            let barriers = parent.barriers().into_iter();
            found.extend(barriers.map(|barrier| format!("{path} in {colours}: {barrier}")));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

in_engine!(
    in_chromium, Chromium:
    in_every_colour_nothing_stands_in_the_way,
    backups_are_open_to_all,
    the_screens_of_the_keys_are_open_to_all,
    blank_sheets_are_open_to_all,
    full_sheets_are_open_to_all,
    sheets_in_doubt_are_open_to_all,
    the_other_screens_are_open_to_all,
);
