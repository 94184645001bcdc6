//! 連絡票: a slip for an office, what becomes of it, and who does what by when.

use crate::{
    family,
    household::{CALLED, parent_at, parent_at_home, unlocks},
    person::Person,
    world::World,
};
use std::{fs, time::SystemTime};
use stepnote::{
    answer::{Answer, PartialDate},
    directory::Moment,
    forms::SLIP,
    record::{Note, Record},
    slip::{Answered, fill, number},
};

const SLIPS: &str = "連絡票";
const OFFICE: &str = "教育支援センター";
/// Nobody else writes it, so nothing else can bring it anywhere.
const COMPLAINT: &str = "すみれいろの ことばが ゆっくりです";

fn today() -> PartialDate {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    let now = u64::try_from(now.unwrap().as_millis()).unwrap();
    Moment::in_japan(now).unwrap().day
}

fn text(record: &mut Record, id: &str, text: &str) {
    record.answers.put(id, Answer::Text(text.to_owned()));
}

/// The family's note with a slip that was handed over so many days ago.
fn with_a_slip(days: i32) -> (Note, Record) {
    let mut note = family::note();
    let made = today().plus_days(-days).unwrap();
    let mut slip = fill(&note, made);
    text(&mut slip, "to_office", OFFICE);
    text(&mut slip, "to_tel", "0422-60-1899");
    text(&mut slip, "complaint", COMPLAINT);
    text(&mut slip, "status", "handed");
    note.put_one(&SLIP, "a1", &slip);
    (note, slip)
}

fn opens_the_slip(parent: &Person) {
    parent.presses("連絡票");
    parent.presses(&format!("{OFFICE}へ"));
    parent.sees("連絡票を書く");
}

fn a_slip_is_filled_from_the_note_kept_and_found_again(world: &World) {
    let mother = parent_at_home(world);
    mother.presses(SLIPS);
    mother.presses("あたらしい連絡票をつくる");
    mother.finds_written("お子さんの氏名", family::CHILD);
    mother.types("連絡先", OFFICE);
    mother.types("相談したいこと", COMPLAINT);
    mother.sees("ほぞんしました");
    let address = mother.address();
    assert!(
        !address.contains('%') && address.contains("#/slip/"),
        "{address}"
    );
    mother.reloads();
    unlocks(&mother);
    mother.opens("#/slips");
    mother.sees(&format!("{OFFICE}へ"));
    mother.presses(&format!("{OFFICE}へ"));
    mother.sees(COMPLAINT);
    mother.sees("下書き");
}

fn what_must_be_today_shows_the_telephone_first(world: &World) {
    let mother = parent_at_home(world);
    mother.presses(SLIPS);
    mother.presses("あたらしい連絡票をつくる");
    mother.types("連絡先", OFFICE);
    mother.types("連絡先の電話", "0422601899");
    mother.picks("今日中");
    mother.sees("今日中なら、まず電話を");
    let first = "return document.querySelector('main a[href^=\"tel:\"]').getAttribute('href')";
    assert_eq!(mother.script(first, Vec::new()), "tel:0422601899");
    mother.presses("しまう");
    mother.sees("今日中なら、まず電話を");
}

fn a_box_too_long_for_paper_is_said_and_kept(world: &World) {
    let mother = parent_at_home(world);
    mother.presses(SLIPS);
    mother.presses("あたらしい連絡票をつくる");
    mother.types("お願いしたいこと", &"あ".repeat(121));
    mother.sees("紙のらんより 1字ほど長いです");
    mother.presses("しまう");
    mother.sees("連絡票を書く");
    mother.presses("連絡票を書く");
    mother.finds_written("お願いしたいこと", &"あ".repeat(121));
}

fn a_slip_is_closed_only_after_somebody_was_called(world: &World) {
    let mother = parent_at(world.person(), &with_a_slip(3).0);
    mother.sees("までに、回答をまっています");
    opens_the_slip(&mother);
    mother.presses("状態をかえる");
    mother.presses("「終了」にする");
    mother.sees("相手に電話しましたか");
    mother.presses("電話しました");
    mother.sees("「終了」にしました");
    mother.does_not_see("回答をまっています");
    mother.presses("もとにもどす");
    mother.sees("回答をまっています");
}

fn an_answer_told_in_digits_is_read_back_and_taken_in(world: &World) {
    let (note, slip) = with_a_slip(20);
    let made = slip.answers.get("made_on").unwrap().date();
    let said = Answered {
        result: "taken",
        next_on: today().plus_days(7),
    };
    let made = made.understood().unwrap();
    let digits = number(slip.answers.text("slip_no"), "", made, said).unwrap();
    let mother = parent_at(world.person(), &note);
    mother.sees("回答が まだです。ほしい日から 6日たちました");
    opens_the_slip(&mother);
    mother.presses("回答を入れる");
    mother.types("電話で聞いた 8けたの数字", "1234567");
    mother.presses("数字を読みとる");
    mother.sees("8けたではありません");
    mother.rewrites("電話で聞いた 8けたの数字", &digits);
    mother.presses("数字を読みとる");
    mother.sees("この回答で いいですか");
    mother.sees("担当します");
    mother.presses("この回答を入れる");
    mother.sees("回答あり");
    mother.sees("担当します");
    mother.opens("#/");
    mother.sees(CALLED);
    mother.does_not_see("回答が まだです");
}

fn two_slips_of_one_case_have_one_key_person(world: &World) {
    let mother = parent_at(world.person(), &with_a_slip(3).0);
    opens_the_slip(&mother);
    mother.presses("別の窓口にも つくる");
    mother.finds_written("お子さんの氏名", family::CHILD);
    mother.types("連絡先", "あそべえ");
    mother.presses("しまう");
    mother.sees("いっしょに進める連絡票");
    mother.types("まとめ役", "けやき保健師");
    mother.presses(&format!("{OFFICE}へ"));
    mother.sees("あそべえへ");
    mother.finds_written("まとめ役", "けやき保健師");
}

fn who_does_what_shows_the_parents_own_first_and_goes_into_the_calendar(world: &World) {
    let mother = parent_at(world.person(), &with_a_slip(3).0);
    opens_the_slip(&mother);
    mother.presses("だれが・いつまでに・何を");
    mother.presses("表に書く");
    mother.presses("することをたす");
    mother.picks("窓口・機関");
    mother.types("何を", "園の様子を見に行く");
    mother.presses("することをたす");
    let second = mother.in_group("すること 2");
    second.picks("保護者");
    second.types("何を", "園の先生に話す");
    let due = second.in_group("いつまでに");
    for (part, number) in [("年", "2035"), ("月", "4"), ("日", "9")] {
        due.types(part, number);
    }
    mother.presses("しまう");
    mother.sees("あなたのすること");
    mother.sees("まだ決まっていません");
    let said = mother.text();
    let at = |words: &str| {
        said.find(words)
            .unwrap_or_else(|| panic!("{words} in {said}"))
    };
    assert!(at("園の先生に話す") < at("園の様子を見に行く"));
    mother.presses("カレンダーに入れる（.ics）");
    let file = fs::read_to_string(mother.downloaded()).unwrap();
    assert!(file.contains("DTSTART;VALUE=DATE:20350409") && file.contains("園の先生に話す"));
    for word in [family::CHILD, CALLED, "見に行く"] {
        assert!(!file.contains(word), "「{word}」 in {file}");
    }
}

fn a_deleted_slip_can_be_brought_back(world: &World) {
    let mother = parent_at(world.person(), &with_a_slip(3).0);
    opens_the_slip(&mother);
    mother.presses("この連絡票をけす");
    mother.sees("連絡票をけしました");
    mother.does_not_see(COMPLAINT);
    mother.presses("もとにもどす");
    mother.sees(COMPLAINT);
    mother.presses("この連絡票をけす");
    mother.presses("連絡票の一覧へ");
    mother.sees("まだ ありません");
}

fn a_slip_is_printed_with_an_answer_to_tear_off(world: &World) {
    let mother = parent_at(world.person(), &with_a_slip(3).0);
    opens_the_slip(&mother);
    mother.presses("紙に印刷する");
    mother.sees("切り取り線");
    if let Some(paper) = mother.prints_with("印刷する") {
        for words in ["子ども相談連絡票", "同意書", "回答欄", "ゆっくりです"] {
            assert!(paper.says(words), "no 「{words}」 on {paper:?}");
        }
        // It goes along only when it is chosen.
        assert!(!paper.says("緑町"));
    }
    world.kept_private(&[COMPLAINT, family::CHILD]);
}

in_every_engine!(
    a_slip_is_filled_from_the_note_kept_and_found_again,
    what_must_be_today_shows_the_telephone_first,
    a_box_too_long_for_paper_is_said_and_kept,
    a_slip_is_closed_only_after_somebody_was_called,
    an_answer_told_in_digits_is_read_back_and_taken_in,
    two_slips_of_one_case_have_one_key_person,
    who_does_what_shows_the_parents_own_first_and_goes_into_the_calendar,
    a_deleted_slip_can_be_brought_back,
    a_slip_is_printed_with_an_answer_to_tear_off,
);
