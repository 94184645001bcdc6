//! Access: on no screen does anything stand in anybody's way, at any width, in large text, blank, full or in doubt.

use crate::{
    family::{self, MOTHER},
    household::{PASSPHRASE, parent_at},
    person::Person,
    post,
    routes::places,
    tongue::{Speaker, chinese},
    walk::Eyes,
    world::World,
};
use std::{fs, ops::Deref};
use stepnote::{
    answer::{Answer, Milestone, Period, Typed},
    form::{Form, Kind, Question},
    forms::{ACTIONS, ALL, REPLY, SLIP, by_id},
    record::{Answers, Note, Record},
    route::Route,
    text::Lang,
};

const PASSPHRASE_FIELD: &str = "パスフレーズ（合言葉）";
/// The clock of the page is a hundred seconds on; nobody waits for it.
const LONG_AFTER: &str = "const { Date } = window, now = Date.now; Date.now = () => now() + 100000";
const AGREE: &str = "同意して、わたす用意をする";

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

/// Phone, a phone whose owner reads large text, tablet, and one of the languages that are loaded: each language is read by
/// somebody else, that all are seen and nothing is looked at twice.
fn readers() -> [(Lang, Eyes); 4] {
    let phone = |percent| Eyes {
        width: 390,
        height: 844,
        percent,
    };
    let tablet = Eyes {
        width: 820,
        height: 1180,
        percent: 100,
    };
    [
        (Lang::Ja, phone(100)),
        (Lang::Easy, phone(200)),
        (Lang::En, tablet),
        (chinese(), phone(100)),
    ]
}

/// Every screen there is, in every language, with all its rows and folds open.
fn every_screen_is_open_to_all(world: &World, note: &Note) {
    let parent = parent_at(world.person(), &with_a_case(note.clone()));
    let places = places("habit");
    let mut found = Vec::new();
    for (lang, eyes) in readers() {
        parent.speaks(lang);
        parent.has_eyes(eyes);
        let home = parent.walks_to("#/");
        for place in &places {
            let path = place.fragment();
            let heading = parent.walks_to(&path);
            let shown = match place {
                Route::Sheet(id) => heading.contains(by_id(id).unwrap().title.to(lang)),
                // Of a shared machine alone; it has a journey of its own.
                Route::Home | Route::Staff => heading == home,
                _ => !heading.is_empty() && heading != home,
            };
            if !shown {
                found.push(format!("{path} in {} shows 「{heading}」", lang.code()));
            }
            let barriers = parent.barriers().into_iter();
            found.extend(barriers.map(|barrier| format!("{path} in {}: {barrier}", lang.code())));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

fn a_blank_note_is_open_to_all_in_every_language(world: &World) {
    every_screen_is_open_to_all(world, &Note::default());
}

fn a_full_note_is_open_to_all_in_every_language(world: &World) {
    every_screen_is_open_to_all(world, &family::note());
}

fn a_note_in_doubt_is_open_to_all_in_every_language(world: &World) {
    every_screen_is_open_to_all(world, &in_doubt());
}

fn a_shared_machine_is_open_to_all_in_every_language(world: &World) {
    let somebody = world.person_at(1024, 768);
    somebody.opens("kiosk.html");
    somebody.sees("ここには 何も のこりません");
    for (lang, _) in readers() {
        somebody.walks_to("#/");
        somebody.speaks(lang);
        let mut found = Vec::new();
        let mut reader = Reader {
            speaker: Speaker {
                person: &somebody,
                lang,
            },
            found: &mut found,
        };
        somebody.walks_to("#/");
        reader.looks_at("じぶんで書く");
        somebody.walks_to("#/staff");
        reader.looks("a PIN");
        let set = matches!(lang, Lang::Ja);
        reader.writes("暗証番号", "482913");
        if set {
            reader.writes("もう一度 同じ番号", "482914");
            reader.presses("これに決める");
            reader.looks("two PINs");
            reader.writes("もう一度 同じ番号", "482913");
        }
        reader.presses(if set {
            "これに決める"
        } else {
            "ひらく"
        });
        reader.looks_at("自己点検");
        somebody.walks_to("#/");
        reader.presses("じぶんで書く");
        reader.looks_at("ノートをつくる");
        reader.presses("ノートをつくる");
        reader.looks_at("おわる（けします）");
        somebody.script(LONG_AFTER, Vec::new());
        reader.looks_at("つづける");
        reader.presses("つづける");
        reader.presses("おわる（けします）");
        reader.looks_at("けして おわる");
        reader.presses("けして おわる");
        somebody.sees("ここには 何も のこりません");
        assert!(found.is_empty(), "{}", found.join("\n"));
    }
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

/// Somebody who reads one language, and what stood in her way.
struct Reader<'a> {
    speaker: Speaker<'a>,
    found: &'a mut Vec<String>,
}

impl<'a> Deref for Reader<'a> {
    type Target = Speaker<'a>;
    fn deref(&self) -> &Speaker<'a> {
        &self.speaker
    }
}

impl Reader<'_> {
    /// Looks at what is there once these words are.
    #[track_caller]
    fn looks_at(&mut self, japanese: &str) {
        self.reads(japanese);
        self.looks(japanese);
    }

    #[track_caller]
    fn looks(&mut self, what: &str) {
        self.person.walks_to("");
        let barriers = self.person.barriers().into_iter();
        let code = self.lang.code();
        self.found
            .extend(barriers.map(|barrier| format!("「{what}」 in {code}: {barrier}")));
    }

    /// A file of these bytes is given to a file field.
    #[track_caller]
    fn gives(&self, field: &str, name: &str, bytes: &[u8]) {
        let file = self.person.new_name(name);
        fs::write(&file, bytes).unwrap();
        self.person.chooses_file(&self.reads(field), &[&file]);
    }
}

/// The same in every language.
fn in_every_language(person: &Person, act: impl Fn(&mut Reader)) {
    let mut found = Vec::new();
    for (lang, eyes) in readers() {
        person.speaks(lang);
        person.has_eyes(eyes);
        act(&mut Reader {
            speaker: Speaker { person, lang },
            found: &mut found,
        });
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

fn what_is_refused_at_a_door_is_open_to_all_in_every_language(world: &World) {
    let somebody = world.person();
    somebody.opens("");
    somebody.sees("はじめて使う");
    in_every_language(&somebody, |reader| {
        reader.person.walks_to("#/");
        reader.looks_at("はじめて使う");
        reader.presses("はじめて使う");
        reader.presses("これに決める");
        reader.looks("no passphrase");
        reader.person.walks_to("#/print");
        reader.looks("blank paper");
        reader.person.walks_to("#/restore");
        reader.gives("ファイルや写真をえらぶ", "letter.pdf", b"%PDF-1.7 a letter");
        reader.looks_at("これは控えのファイルではありません");
        reader.person.walks_to("#/receive");
        reader.gives("ファイルや写真を選ぶ", "sent.stepnote", post::EXAMPLE);
        reader.looks_at("合い言葉の番号");
        reader.presses("ひらく");
        reader.looks_at("番号を入れてください。");
        reader.writes("合い言葉の番号", post::code());
        reader.presses("ひらく");
        reader.looks_at("保存していません");
    });
    let parent = parent_at(world.person(), &Note::default());
    parent.presses("かぎをかける");
    in_every_language(&parent, |reader| {
        reader.person.walks_to("#/");
        reader.writes(PASSPHRASE_FIELD, "ほかの ことば");
        reader.presses("ひらく");
        reader.looks_at("パスフレーズが違います");
        reader.person.walks_to("#/recover");
        reader.writes("回復コード", "267012");
        reader.presses("ひらく");
        reader.looks_at("数字の数が違います");
    });
}

fn every_step_and_every_window_is_open_to_all_in_every_language(world: &World) {
    let parent = parent_at(world.person(), &family::note());
    in_every_language(&parent, |reader| {
        reader.person.walks_to("#/search");
        reader.writes("さがす", "相談");
        reader.looks("what is found");
        reader.person.walks_to("#/timeline");
        reader.picks("めやすを表示する");
        reader.looks("usual ages");
        reader.presses("表で見る");
        reader.looks("a table of what happened");
        reader.person.walks_to("#/keys");
        let first = matches!(reader.lang, Lang::Ja);
        reader.presses(if first {
            "回復コードをつくる"
        } else {
            "新しい回復コードをつくる"
        });
        reader.looks_at(PASSPHRASE_FIELD);
        reader.presses("つぎへ");
        reader.looks("no passphrase");
        reader.writes(PASSPHRASE_FIELD, PASSPHRASE);
        reader.presses("つぎへ");
        reader.looks("a recovery code");
        reader.person.walks_to("#/sheet/papers");
        let photo = "document.querySelector('.ks-papers__pic').closest('button').click()";
        reader.person.script(photo, Vec::new());
        reader.looks_at("とじる");
        reader.presses("とじる");
        reader.person.walks_to("#/office/habit");
        reader.presses("わたすものを用意する");
        reader.picks("はじめての相談");
        reader.looks("to whom");
        reader.presses("わたすものをえらぶ");
        reader.looks_at("見える内容をたしかめる");
        reader.presses("見える内容をたしかめる");
        reader.looks_at(AGREE);
        reader.presses(AGREE);
        reader.looks_at("同意する人の名前を書いてください。");
        reader.writes("同意した人", MOTHER);
        reader.writes("署名", MOTHER);
        reader.presses(AGREE);
        reader.looks_at("合い言葉の番号");
        reader.person.walks_to("#/given");
        reader.presses("この同意を取り消す");
        reader.looks_at("取り消す");
        reader.presses("取り消す");
        reader.looks("the letter about it");
    });
}

in_engine!(
    in_chromium, Chromium:
    in_every_colour_nothing_stands_in_the_way,
    a_blank_note_is_open_to_all_in_every_language,
    a_full_note_is_open_to_all_in_every_language,
    a_note_in_doubt_is_open_to_all_in_every_language,
    every_step_and_every_window_is_open_to_all_in_every_language,
    a_shared_machine_is_open_to_all_in_every_language,
    what_is_refused_at_a_door_is_open_to_all_in_every_language,
);
