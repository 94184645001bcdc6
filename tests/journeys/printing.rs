//! Printing: what was written, what was received, and blank sheets for whoever writes by hand.

use crate::{
    family::{self, FIRST},
    household::{parent_at_home, reads, words_on},
    paper::Paper,
    post,
    world::World,
};
use std::fs;
use stepnote::{
    form::{Form, Question},
    forms::{ALL, INTRODUCTION, MEDICATION, PROFILE},
    paper::{Brief, Manner, Printing},
    record::{Note, Record},
    sheet::Facts,
};

fn an_office_prints_what_it_received(world: &World) {
    let office = world.person_at(1024, 768);
    office.opens("#/receive");
    let file = office.new_name("example.stepnote");
    fs::write(&file, post::EXAMPLE).unwrap();
    office.chooses_file("ファイルや写真を選ぶ", &[&file]);
    reads(&office, post::code(), &FIRST);
    if let Some(paper) = office.prints_with("印刷する") {
        is_written_on(&paper, &FIRST);
        says_only_the_sheet(&paper);
        paper.keep_pictures(&format!("{}-printed", office.engine().name()));
    }
}

fn a_parent_prints_the_sheets_she_chooses(world: &World) {
    let mother = parent_at_home(world);
    mother.presses("紙に印刷する");
    mother
        .in_group("印刷するシート")
        .unpicks(INTRODUCTION.title.ja);
    let printed = mother.prints_with("印刷する");
    mother.in_group("印刷のしかた").picks("手で書く白いシート");
    let blank = mother.prints_with("印刷する");
    if let (Some(printed), Some(blank)) = (printed, blank) {
        // What is blank was not chosen for her.
        let note = family::note();
        let chosen = |form: &&Form| form.id != INTRODUCTION.id && !note.record(form).is_blank();
        let others: Vec<Form> = ALL.iter().filter(chosen).copied().collect();
        is_written_on(&printed, &others);
        says_only_the_sheet(&printed);
        assert!(!printed.says(INTRODUCTION.title.ja));
        // Whose it is, in the colour of her cover, which is a shape as well.
        assert!(
            printed.says("■■■")
                && printed.says(family::note().record(&PROFILE).answers.text("name"))
        );
        is_blank(&blank, &others);
    }
}

fn a_parent_chooses_how_it_looks_and_every_page_is_as_long_as_was_reckoned(world: &World) {
    let mother = parent_at_home(world);
    mother.presses("紙に印刷する");
    let look = mother.in_group("紙の見た目");
    let briefly = mother.in_group("まとめる");
    for brief in Brief::ALL {
        briefly.picks(brief.title());
    }
    let note = family::note();
    let records: Vec<(&Form, Record)> = ALL.iter().map(|form| (form, note.record(form))).collect();
    let known: Vec<_> = records
        .iter()
        .map(|(form, record)| (*form, record))
        .collect();
    let written = known.iter().filter(|(_, record)| !record.is_blank());
    let sheets: Vec<_> = written
        .map(|(form, record)| (*form, Some(*record)))
        .collect();
    let mut manner = Manner::default();
    let mut is_printed = |change: &dyn Fn(&mut Manner)| {
        change(&mut manner);
        let pages = Printing {
            sheets: &sheets,
            facts: Facts::of(known.iter().copied()),
            manner,
            briefs: &Brief::ALL,
            known: &known,
            ..Printing::default()
        }
        .pages();
        if let Some(paper) = mother.prints_with("印刷する") {
            assert!(paper.is_a4());
            assert_eq!(paper.pages(), pages.len(), "{manner:?}");
            for word in words_on(ALL) {
                assert!(paper.says(&word), "「{word}」 is missing in {manner:?}");
            }
        }
        pages.len()
    };
    is_printed(&|_| {});
    look.unpicks("左にとじ穴の余白（25ミリ）");
    is_printed(&|manner| manner.holes = false);
    look.picks("大きな字（14ポイント）");
    let pages = is_printed(&|manner| manner.large = true);
    look.picks("1枚に2ページ");
    if let Some(paper) = mother.prints_with("印刷する") {
        assert_eq!(paper.pages(), pages.div_ceil(2), "two on each sheet");
        let last = words_on(ALL).pop().expect("words");
        assert!(paper.says(&last), "「{last}」 is missing");
    }
}

fn what_is_chosen_by_itself_can_be_left_off_the_paper(world: &World) {
    let mother = parent_at_home(world);
    mother.presses("紙に印刷する");
    mother
        .in_group("印刷のしかた")
        .picks("渡すときに選ぶことは入れない");
    if let Some(paper) = mother.prints_with("印刷する") {
        assert!(paper.says("けやき並木発達クリニック"));
        for words in ["自閉スペクトラム症", "第8800777号", "ひまわり家族相談室"]
        {
            assert!(!paper.says(words), "「{words}」 is on {paper:?}");
        }
    }
}

fn blank_sheets_print_from_the_first_page_and_nothing_is_kept(world: &World) {
    let somebody = world.person();
    somebody.opens("");
    somebody.presses("手で書く白いシート");
    somebody.sees("A4の紙に、市のシートと同じ形で印刷します。");
    if let Some(paper) = somebody.prints_with("印刷する") {
        is_blank(&paper, ALL);
        says_only_the_sheet(&paper);
    }
    assert_eq!(
        somebody.stored(),
        [("local:stepnote:lang".to_owned(), "\"ja\"".to_owned())]
    );
}

fn is_written_on(paper: &Paper, forms: &[Form]) {
    for word in words_on(forms) {
        assert!(paper.says(&word), "「{word}」 is missing on {paper:?}");
    }
    has_the_form(paper, forms, &family::note(), true);
}

fn is_blank(paper: &Paper, forms: &[Form]) {
    for word in words_on(ALL) {
        assert!(!paper.says(&word), "「{word}」 is on {paper:?}");
    }
    has_the_form(paper, forms, &Note::default(), false);
}

/// The labels of the city's sheets, on as many pages as these need.
fn has_the_form(paper: &Paper, forms: &[Form], note: &Note, filled: bool) {
    assert!(paper.is_a4());
    let records: Vec<Record> = forms.iter().map(|form| note.record(form)).collect();
    let sheets: Vec<_> = forms
        .iter()
        .zip(&records)
        .map(|(form, record)| (form, filled.then_some(record)))
        .collect();
    let facts = Facts::of(forms.iter().zip(&records));
    let job = Printing {
        sheets: &sheets,
        facts,
        name: "",
        today: None,
        ..Printing::default()
    };
    assert_eq!(paper.pages(), job.pages().len());
    for form in forms {
        assert!(paper.says(form.title.ja));
        for section in form
            .sections
            .iter()
            .filter(|section| section.repeat.is_none())
        {
            // Printed without its label, and printed only where it is answered.
            let quiet = |question: &Question| question.id == "postcode" || question.folded;
            for question in section.asked().filter(|question| !quiet(question)) {
                assert!(
                    paper.says(question.label.ja),
                    "no 「{}」 on {paper:?}",
                    question.label.ja
                );
            }
        }
    }
}

fn a_screen_that_is_printed_shows_what_is_written_and_nothing_to_press(world: &World) {
    let mother = parent_at_home(world);
    mother.opens("#/sheet/medication");
    mother.sees("をたす");
    if let Some(paper) = mother.prints_by_the_menu() {
        let written = paper.says("メラトニン顆粒") && paper.says(MEDICATION.title.ja);
        let to_press = ["をたす", "薬局に見せる"].map(|words| paper.says(words));
        assert!(written && to_press == [false; 2], "{paper:?}");
    }
}

/// Nothing of the screen around it.
fn says_only_the_sheet(paper: &Paper) {
    for words in ["もどる", "印刷する", "閉じて消す", "保存していません"] {
        assert!(!paper.says(words), "「{words}」 is on {paper:?}");
    }
}

in_every_engine!(
    an_office_prints_what_it_received,
    a_parent_prints_the_sheets_she_chooses,
    a_parent_chooses_how_it_looks_and_every_page_is_as_long_as_was_reckoned,
    what_is_chosen_by_itself_can_be_left_off_the_paper,
    a_screen_that_is_printed_shows_what_is_written_and_nothing_to_press,
    blank_sheets_print_from_the_first_page_and_nothing_is_kept,
);
