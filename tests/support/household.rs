//! The invented family at home, quickly: her vault is sealed here by the code the page runs, and laid into her browser.

use crate::{family, person::Person, place::squeeze, world::World};
use serde_json::json;
use stepnote::{
    answer::Answer,
    form::{Form, Kind},
    forms::ALL,
    record::{Answers, Note},
    vault::{KdfParams, MemoryShelf, Profile, Shelf, Vault, derive_kek},
};

/// Opens the family's note.
pub const PASSPHRASE: &str = "みずたまり きいろい ながぐつ";
/// What the child is called on the cover.
pub const CALLED: &str = "ひなたん";

/// A parent with a phone whose note is full and open.
pub fn parent_at_home(world: &World) -> Person {
    parent_at(world.person(), &family::note())
}

/// A parent with a phone who has written nothing yet.
pub fn parent_beginning(world: &World) -> Person {
    parent_at(world.person(), &Note::default())
}

/// A person whose browser keeps this note, opened.
pub fn parent_at(parent: Person, note: &Note) -> Person {
    keeps(&parent, &sealed(Profile::LIGHTEST, note, None));
    unlocks(&parent);
    parent
}

/// A person whose browser keeps a note, locked with as much work as a new one is today.
pub fn parent_before_a_heavy_lock(parent: Person) -> Person {
    keeps(&parent, &sealed(Profile::STANDARD, &Note::default(), None));
    parent.sees("ノートをひらく");
    parent
}

/// A parent with a phone whose note is full and open, and was last backed up so many milliseconds ago.
pub fn parent_with_backup(world: &World, ago: u64) -> Person {
    let parent = world.person();
    parent.opens("");
    let now = parent.script("return Date.now()", Vec::new());
    let made = now.as_u64().unwrap() - ago;
    let shelf = sealed(Profile::LIGHTEST, &family::note(), Some(made));
    keeps(&parent, &shelf);
    unlocks(&parent);
    parent
}

fn keeps(parent: &Person, shelf: &MemoryShelf) {
    parent.opens("");
    parent.sees("はじめて使う");
    for key in shelf.keys("") {
        let value = shelf.get(&key).unwrap();
        // As `gloo-storage` writes: every value is JSON.
        parent.script(
            "localStorage.setItem(arguments[0], JSON.stringify(arguments[1]))",
            vec![json!(key), json!(value)],
        );
    }
    // She has read about すぐに閉じる before.
    parent.script(
        "localStorage.setItem('stepnote:told', '\"leave\"')",
        Vec::new(),
    );
    parent.reloads();
}

/// Types the passphrase and waits for the cover.
pub fn unlocks(parent: &Person) {
    parent.sees("ノートをひらく");
    parent.types("パスフレーズ（合言葉）", PASSPHRASE);
    parent.presses("ひらく");
    parent.sees(CALLED);
}

/// Hands sheets over; the code that is shown, with the codes above it.
pub fn hands_over(parent: &Person, forms: &[Form]) -> String {
    parent.presses("わたす");
    picks_for_herself(parent, forms);
    parent.presses("わたす用意をする");
    parent.code_shown()
}

/// Picks sheets for 自分用の控え, and sees what will be seen.
pub fn picks_for_herself(parent: &Person, forms: &[Form]) {
    parent.picks("自分用の控え");
    parent.presses("わたすものをえらぶ");
    for form in forms {
        parent.picks(form.title.ja);
    }
    parent.presses("見える内容をたしかめる");
}

/// Opens with the code what has arrived whole, and reads these sheets.
pub fn reads(office: &Person, code: &str, forms: &[Form]) {
    office.sees("ぜんぶ届きました");
    office.types("合い言葉の番号", code);
    office.presses("ひらく");
    office.sees("保存していません");
    let text = office.text();
    for word in words_on(forms) {
        assert!(text.contains(&squeeze(&word)), "「{word}」 is missing");
    }
}

fn sealed(profile: Profile, note: &Note, backed_up: Option<u64>) -> MemoryShelf {
    let mut seed = 0_u8;
    // Nothing here is secret.
    let mut random = |bytes: &mut [u8]| {
        for byte in bytes {
            seed = seed.wrapping_mul(5).wrapping_add(17);
            *byte = seed;
        }
    };
    let params = KdfParams::make(profile, &mut random).unwrap();
    let kek = derive_kek(PASSPHRASE, &params).unwrap();
    let shelf = MemoryShelf::default();
    let mut vault = Vault::create(&shelf, &kek, params, &mut random).unwrap();
    let label = json!({ "name": CALLED, "colour": "ai" });
    vault
        .add_child(label, &note.to_bytes(), 1_795_000_000_000, &mut random)
        .unwrap();
    if let Some(made) = backed_up {
        let saves = vault.saves();
        vault.remember_backup(made, saves, &mut random).unwrap();
    }
    shelf
}

/// Everything the family wrote in words, on these sheets: what must be seen by nobody else.
pub fn words_on(forms: &[Form]) -> Vec<String> {
    let note = family::note();
    let mut words = Vec::new();
    for form in forms {
        let record = note.record(form);
        for section in form.sections {
            let once = [record.answers.clone()];
            let entries: &[Answers] = if section.repeat.is_some() {
                record.entries(section)
            } else {
                &once
            };
            for answers in entries {
                for question in section.questions {
                    if let (
                        Kind::Line | Kind::Kana(_) | Kind::Lines | Kind::Phone,
                        Some(Answer::Text(text)),
                    ) = (question.kind, answers.get(question.id))
                    {
                        // A single kanji such as 母 is everywhere.
                        words.extend(
                            text.lines()
                                .filter(|line| line.chars().count() > 3)
                                .map(str::to_owned),
                        );
                    }
                }
            }
        }
    }
    words
}

/// Everything the family wrote, and what opens it.
pub fn secrets() -> Vec<String> {
    let mut words = words_on(ALL);
    words.extend([PASSPHRASE.to_owned(), CALLED.to_owned()]);
    words
}
