//! Holds that nothing but the directory's file knows the city: another city's file stands on every print and in every
//! export, and nothing of ours. The screens are walked over by `journeys/elsewhere.rs`.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/family.rs"]
mod family;
#[path = "support/ours.rs"]
mod ours;
#[path = "support/source.rs"]
mod source;

use std::{fs, path::Path};

use ours::{ELSEWHERE, ours, ours_in};
use stepnote::{
    answer::PartialDate,
    consent::{agreed, draft, to_office},
    directory::{Directory, Moment},
    export::{Sheets, csv, fhir, ics, json, monthly::monthly},
    form::{Form, Role},
    forms::{ALL, CASE, CONSENT, EMPLOYMENT, REPLY, SLIP},
    paper::{Brief, Manner, Page, Printing},
    record::{Note, Record},
    share::{Bundle, Carrier, Going, Made, Picked},
    sheet::Facts,
    slip::fill,
    text::Lang,
    transition::{calendar, events},
};

const LANGS: [Lang; 3] = [Lang::Ja, Lang::Easy, Lang::En];

fn today() -> PartialDate {
    PartialDate::day(2026, 11, 21).expect("a day")
}

/// The family's note, as if it lived in the other city; with a slip for an office there, and who does what.
fn note() -> Note {
    let bytes = family::note().to_bytes();
    let text = String::from_utf8(bytes).expect("UTF-8");
    let moved = text
        .replace("武蔵野市関前9丁目99番99号", "みずうみ市南浜9-99-99")
        .replace("180-0014", "999-0002");
    let mut note = Note::from_bytes(moved.as_bytes()).expect("a note");
    let mut slip = fill(&note, today());
    slip.answers.put("to_office", text_of("みなと親子センター"));
    note.put_one(&SLIP, "a1", &slip);
    note
}

fn text_of(text: &str) -> stepnote::answer::Answer {
    stepnote::answer::Answer::Text(text.to_owned())
}

/// Everything of the note, handed to an office of the other city.
fn handed() -> Sheets {
    let note = note();
    let mut picks: Vec<_> = ALL.iter().map(Picked::whole).collect();
    picks.push(Picked::one_of(&SLIP, "a1"));
    let going = Going::of(&note, &picks, Carrier::File, None);
    let mut consent = draft(
        "みなと親子センター",
        "相談",
        &["私の紹介".to_owned()],
        today(),
    );
    for id in ["who", "sign"] {
        consent.answers.put(id, text_of(family::MOTHER));
    }
    let signed = stepnote::answer::Typed::from(today());
    consent
        .answers
        .put("signed_on", stepnote::answer::Answer::Date(signed));
    let made = Made {
        on: today(),
        lang: Lang::Ja,
        salt: [3; 16],
    };
    let bundle: Bundle = to_office(&going, &agreed(&consent, today()).expect("valid"), made);
    Sheets::of(&bundle)
}

/// Holds that none of these texts says anything of ours.
#[track_caller]
fn tells_nothing_of_ours(texts: &[(String, String)]) {
    let said = texts.iter();
    let said: Vec<_> = said
        .map(|(name, text)| (name, ours_in(text)))
        .filter(|(_, found)| !found.is_empty())
        .collect();
    assert!(said.is_empty(), "{said:#?}");
}

#[test]
fn what_is_looked_for_is_what_the_built_in_directory_says() {
    let ours = ours();
    for words in [
        "武蔵野市",
        "Musashino City",
        "子ども家庭支援センター",
        "0422-55-8510",
        "桜堤2-1-29",
        "180-0014",
        "みらいる",
    ] {
        assert!(ours.iter().any(|one| one == words), "{words}");
    }
    // It is found at home, so that nothing is proved by finding nothing.
    assert!(ours_in(include_str!("../src/directory/directory.json")).len() == ours.len());
}

/// 武蔵野市 has a reading for whoever prints its sheets with furigana; it stands over those words and nowhere else.
#[test]
fn no_source_says_anything_of_the_city() {
    let mut texts: Vec<(String, String)> = source::all()
        .into_iter()
        .map(|one| {
            (
                one.file,
                one.code.replace("(\"武蔵野市\", \"むさしのし\")", ""),
            )
        })
        .collect();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![root.join("shell"), root.join("style")];
    let mut files = vec![root.join("index.html"), root.join("src/store/sample.json")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_none_or(|end| end != "png") {
                files.push(path);
            }
        }
    }
    texts.extend(files.into_iter().map(|file| {
        let text = fs::read_to_string(&file).expect("a text");
        (file.display().to_string(), text)
    }));
    tells_nothing_of_ours(&texts);
}

#[test]
fn another_citys_family_prints_every_sheet_without_a_word_of_ours() {
    let city = Directory::read(ELSEWHERE).expect("the other city");
    let note = note();
    let known: Vec<(&Form, Record)> = ALL.iter().map(|form| (form, note.record(form))).collect();
    let known: Vec<_> = known.iter().map(|(form, record)| (*form, record)).collect();
    let slip = note.one_of(&SLIP, "a1");
    let mut texts = Vec::new();
    for manner in [
        Manner::default(),
        Manner {
            holes: true,
            large: true,
            readings: true,
            beside: None,
        },
    ] {
        let printing = |sheets: &[(&Form, Option<&Record>)], tear: bool| -> Vec<Page> {
            let printing = Printing {
                sheets,
                facts: Facts::of(known.iter().copied()),
                today: Some(today()),
                manner,
                city: &city.printed,
                briefs: &Brief::ALL,
                known: &known,
                ..Printing::default()
            };
            if tear {
                printing.pages_to_tear(&REPLY, &Record::default())
            } else {
                printing.pages()
            }
        };
        for (form, record) in &known {
            for record in [None, Some(*record)] {
                let pages = printing(&[(form, record)], false);
                texts.push((form.id.to_owned(), format!("{pages:?}")));
            }
        }
        for form in CASE {
            texts.push((
                form.id.to_owned(),
                format!("{:?}", printing(&[(form, None)], false)),
            ));
        }
        let consent = Record::default();
        let torn = printing(&[(&SLIP, Some(&slip)), (&CONSENT, Some(&consent))], true);
        texts.push(("slip, torn".to_owned(), format!("{torn:?}")));
    }
    let blank = texts
        .iter()
        .find(|(id, _)| id == "profile")
        .expect("a sheet");
    assert!(blank.1.contains("〒999-") && blank.1.contains("みずうみ市"));
    tells_nothing_of_ours(&texts);
}

/// Whoever prints what was handed over has no city of the family's: what was left out is left empty, and no city is
/// put in its place.
#[test]
fn an_address_that_was_left_out_is_printed_as_no_citys() {
    let form = ALL
        .iter()
        .find(|form| form.with_role(Role::Address).is_some())
        .expect("a sheet");
    let record = Record::default();
    let pages = Printing {
        sheets: &[(form, Some(&record))],
        ..Printing::default()
    }
    .pages();
    tells_nothing_of_ours(&[(form.id.to_owned(), format!("{pages:?}"))]);
}

#[test]
fn another_citys_office_takes_over_nothing_of_ours() {
    let sheets = handed();
    assert!(sheets.leaves.len() > 8, "{}", sheets.leaves.len());
    let mut texts = vec![("fhir".to_owned(), fhir::text(&sheets))];
    for lang in LANGS {
        let name = |what: &str| format!("{what} {lang:?}");
        texts.push((name("csv"), csv::key_value(&sheets, lang).text()));
        for table in csv::records(&sheets, lang) {
            texts.push((name(&table.name), table.text()));
        }
        texts.push((name("json"), json::text(&sheets, lang)));
        let dated = ics::events(&sheets, today(), lang);
        texts.push((name("ics"), calendar(&dated, "20261121T101500Z")));
        let child = PartialDate::day(2020, 9, 3).expect("a day").into();
        let turning = events(child, today(), lang);
        texts.push((
            name("turning points"),
            calendar(&turning, "20261121T101500Z"),
        ));
    }
    let work = note().record(&EMPLOYMENT);
    texts.push(("monthly".to_owned(), monthly(&[work], 2026, 11).text()));
    for (name, text) in &texts {
        assert!(text.len() > 100, "{name} says {text}");
    }
    tells_nothing_of_ours(&texts);
}

#[test]
fn the_other_city_is_open_by_its_own_hours_and_names_its_own_offices() {
    let city = Directory::read(ELSEWHERE).expect("the other city");
    let now = Moment {
        day: today(),
        minute: 600,
    };
    assert!(city.offices.iter().any(|office| office.at(now).is_some()));
    tells_nothing_of_ours(&[("elsewhere".to_owned(), format!("{city:?}"))]);
}
