//! What goes is what was chosen; and with 住所を出さない nothing that leaves tells where anybody is.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/answers.rs"]
mod answers;

use proptest::prelude::*;
use serde_json::{Value, json};
use stepnote::{
    answer::{Answer, PartialDate, Typed},
    consent::{agreed, draft, to_office},
    directory::Directory,
    envelope::{Code, parse_bin, parse_file, seal_both},
    export::{Sheets, csv, fhir, ics, json as readable, monthly::monthly},
    form::{Form, Kind, Least, Question, Role},
    forms::{
        ALL, CARE, CASE, CONSENT, EARLY_YEARS, EMPLOYMENT, INTRODUCTION, MEDICATION, MINIMA,
        OWN_WORDS, PROFILE, SLIP, minimum,
    },
    paper::Printing,
    record::{Note, Record},
    share::{
        Alone, Bundle, Carrier, Going, LEFT_OUT, Made, Picked, Receipt, Secrets, Tells, Withhold,
        offered, tells, withheld,
    },
    text::Lang,
    transition::calendar,
};

fn today() -> PartialDate {
    PartialDate::day(2026, 11, 21).expect("a day")
}

fn made() -> Made {
    Made {
        on: today(),
        lang: Lang::Ja,
        salt: *b"0123456789abcdef",
    }
}

fn record(form: &Form, answers: Value) -> Record {
    let Value::Object(answers) = answers else {
        panic!("answers are an object")
    };
    Record::from_json(form, &answers)
}

fn every() -> Vec<&'static Form> {
    ALL.iter().chain(CASE).collect()
}

fn note(sheets: &[(&Form, Value)]) -> Note {
    let mut note = Note::default();
    for (form, answers) in sheets {
        note.put(form, &record(form, answers.clone()));
    }
    note
}

fn household() -> Note {
    note(&[
        (
            &PROFILE,
            json!({
                "name": "青木　ひなた", "birth": "2020-09-03", "sex": "女",
                "postcode": "180-0012", "address": "東京都武蔵野市緑町2-2-28 みどりハイツ201",
                "contacts": [{"name": "青木　遥", "phone": "090-1234-5678"}],
            }),
        ),
        (
            &INTRODUCTION,
            json!({"nickname": "ひなちゃん", "likes": "電車", "dislikes": "大きな音"}),
        ),
        (
            &CARE,
            json!({"rows": [
                {"kind": "therapy", "when": {"from": "2025-04", "ongoing": true}, "place": "ひだまりの木", "worked": "絵カード", "diagnosis": "ひみつ", "person": "先生の名"},
                {"kind": "medical", "when": {"from": "2021", "until": "2022"}, "place": "むかしの医院"},
                {"kind": "medical", "place": "家族だけ", "share": "family"},
            ]}),
        ),
        (
            &MEDICATION,
            json!({"rows": [{"diagnosis": "てんかん", "medicine": "くすり"}]}),
        ),
    ])
}

fn bytes(going: &Going) -> String {
    String::from_utf8(Bundle::own_copy(going, made()).to_bytes()).expect("UTF-8")
}

#[track_caller]
fn has(text: &str, present: &[&str], absent: &[&str]) {
    for word in present {
        assert!(text.contains(word), "{word} is missing in {text}");
    }
    for word in absent {
        assert!(!text.contains(word), "{word} is in {text}");
    }
}

#[test]
fn only_the_single_answers_that_were_picked_go() {
    let pick = Picked {
        only: Some(vec![("child", "name"), ("contacts", "name")]),
        ..Picked::whole(&PROFILE)
    };
    let going = Going::of(&household(), &[pick], Carrier::Codes, None);
    has(
        &bytes(&going),
        &["青木　ひなた", "青木　遥"],
        &["緑町", "090", "2020", "ひなちゃん"],
    );
}

#[test]
fn a_row_that_was_taken_out_is_absent() {
    let pick = Picked {
        without: vec![("rows", 0)],
        ..Picked::whole(&CARE)
    };
    let going = Going::of(&household(), &[pick], Carrier::Codes, None);
    has(
        &bytes(&going),
        &["むかしの医院"],
        &["ひだまり", "家族だけ", "ひみつ"],
    );
}

#[test]
fn what_goes_only_by_itself_goes_when_it_was_chosen_and_no_further_than_it_may() {
    let alone = |question| Alone {
        form: "care",
        part: "rows",
        question,
    };
    let pick = |only| Picked {
        only,
        also: vec![alone("diagnosis"), alone("share")],
        ..Picked::whole(&CARE)
    };
    for only in [None, Some(vec![("rows", "place"), ("rows", "person")])] {
        let going = Going::of(&household(), &[pick(only)], Carrier::Codes, None);
        has(
            &bytes(&going),
            &["ひだまり", "ひみつ"],
            &["先生の名", "家族だけ", "family"],
        );
    }
}

#[test]
fn what_was_chosen_by_itself_takes_nothing_else_of_its_row_along() {
    let pick = Picked {
        only: Some(vec![("rows", "place")]),
        also: vec![Alone {
            form: "care",
            part: "rows",
            question: "diagnosis",
        }],
        ..Picked::whole(&CARE)
    };
    let going = Going::of(&household(), &[pick], Carrier::Codes, None);
    has(&bytes(&going), &["ひだまり", "ひみつ"], &["絵カード"]);
}

#[test]
fn what_is_offered_is_the_minimum_of_the_table_and_never_what_is_asked_by_itself() {
    let note = household();
    let offer = |kind: &str, purpose: &str| {
        let picks = offered(ALL, &note, minimum(kind, purpose), today());
        bytes(&Going::of(&note, &picks, Carrier::Codes, None))
    };
    has(
        &offer("development", "first"),
        &["青木　ひなた", "電車", "ひだまり"],
        &[
            "緑町",
            "むかしの医院",
            "ひみつ",
            "090",
            "くすり",
            "家族だけ",
        ],
    );
    has(
        &offer("", "clinic"),
        &["くすり"],
        &["電車", "ひだまり", "緑町"],
    );
    has(&offer("play", "first"), &["電車"], &["青木", "ひだまり"]);
    has(&offer("", "parent"), &[], &["青木", "電車"]);
    // At the end of junior high the young person's own words go along, and what was said not to tell stays.
    let mut leaving = household();
    let own = json!({"told": "話すより書く方が楽です。", "untold": "秋のこと", "agrees": "partly"});
    leaving.put(&OWN_WORDS, &record(&OWN_WORDS, own));
    leaving.put(
        &EARLY_YEARS,
        &record(&EARLY_YEARS, json!({"first_word": {"years": 4}})),
    );
    let picks = offered(ALL, &leaving, minimum("", "leaving"), today());
    has(
        &bytes(&Going::of(&leaving, &picks, Carrier::Codes, None)),
        &["話すより書く方が楽です。", "partly", "電車"],
        &["秋のこと", "early_years", "青木"],
    );
}

#[test]
fn a_row_is_offered_up_to_the_last_day_of_its_period() {
    let day = |day| PartialDate::day(2026, 9, day).expect("a day");
    let note = note(&[(
        &CARE,
        json!({"rows": [{"kind": "therapy", "when": {"from": "2025", "until": "2026-09-14"}, "place": "ひだまりの木"}]}),
    )]);
    let offered_on =
        |today| !offered(ALL, &note, minimum("development", "first"), today).is_empty();
    assert!(offered_on(day(14)));
    assert!(!offered_on(day(15)));
}

#[test]
fn every_kind_of_office_in_the_table_is_described_to_a_city_and_in_its_file() {
    let city = Directory::built_in();
    let format = include_str!("../src/directory/FORMAT.md");
    for kind in MINIMA.iter().flat_map(|row| row.kinds) {
        assert!(format.contains(&format!("`{kind}`")), "{kind}");
        assert!(
            city.offices.iter().any(|office| office.kind == *kind),
            "{kind}"
        );
    }
}

#[test]
fn an_office_of_any_city_is_offered_what_its_kind_needs() {
    let file = r#"{"kind": "directory", "v": 1, "city": {"name": "べつの市"}, "as_of": "2026", "topics": [], "first": ["sodan"], "offices": [{"id": "sodan", "name": "ことばの教室", "kind": "development", "topics": []}, {"id": "habit", "name": "何かの窓口", "topics": []}]}"#;
    let city = Directory::read(file).expect("a directory");
    let first = |id: &str| minimum(&city.office(id).expect("an office").kind, "first");
    let speech = |least: &[Least]| least.iter().any(|one| one.form == "early_years");
    assert!(speech(first("sodan")), "its kind says so");
    assert!(!speech(first("habit")), "an id says nothing");
}

#[test]
fn one_of_several_slips_goes_and_the_others_stay() {
    let mut note = household();
    for (id, office) in [("a", "ハビット"), ("b", "別の窓口")] {
        note.put_one(&SLIP, id, &record(&SLIP, json!({"to_office": office})));
    }
    let going = Going::of(&note, &[Picked::one_of(&SLIP, "a")], Carrier::Codes, None);
    has(&bytes(&going), &["ハビット"], &["別の窓口"]);
    let bundle = Bundle::own_copy(&going, made());
    let records = bundle.records(&every());
    assert_eq!(records.len(), 1);
    assert_eq!((records[0].0.id, records[0].1.as_str()), ("slip", "a"));
}

#[test]
fn that_something_was_left_out_is_said_only_where_the_parent_wants_it() {
    let mut going = Going::of(
        &household(),
        &[Picked::whole(&INTRODUCTION)],
        Carrier::File,
        None,
    );
    assert!(!Bundle::own_copy(&going, made()).says_left_out());
    has(&bytes(&going), &[], &["left_out", "withheld"]);
    going.says_left_out = true;
    assert!(Bundle::own_copy(&going, made()).says_left_out());
}

#[test]
fn that_the_address_was_withheld_is_said_where_it_was_and_nowhere_else() {
    let note = household();
    for hiding in [None, Some(hiding(&note, false))] {
        let withheld = hiding.is_some();
        let picks = [Picked::whole(&INTRODUCTION)];
        let going = Going::of(&note, &picks, Carrier::File, hiding);
        assert_eq!(
            Bundle::own_copy(&going, made()).address_withheld(),
            withheld
        );
    }
}

#[test]
fn both_sides_compute_one_receipt_from_the_file_and_from_the_codes() {
    let code = Code::make(&mut random(3)).expect("a code");
    let bundle = Bundle::own_copy(
        &Going::of(&household(), &[Picked::whole(&CARE)], Carrier::File, None),
        made(),
    );
    let text = bundle.to_bytes();
    let (file, codes) = seal_both(&text, &code, &mut random(5)).expect("sealed");
    let file = parse_file(file.to_file().as_bytes())
        .expect("a file")
        .open(&code)
        .expect("opens");
    let codes = parse_bin(&codes.expect("short").to_bin().expect("bytes"))
        .expect("codes")
        .open(&code)
        .expect("opens");
    let ours = Bundle::receipt(&text).expect("a receipt");
    assert_eq!(Bundle::receipt(&file), Some(ours.clone()));
    assert_eq!(Bundle::receipt(&codes), Some(ours.clone()));
    assert_eq!(ours.as_str().len(), 6);
    assert_eq!(ours.spoken().len(), 7);
    assert_eq!(bundle.counts(&every()), [("care", 2)]);
}

#[test]
fn a_receipt_changes_with_one_character_and_with_the_salt() {
    let receipts = [
        Receipt::of(b"{\"a\":1}", b"0123456789abcdef"),
        Receipt::of(b"{\"a\":2}", b"0123456789abcdef"),
        Receipt::of(b"{\"a\":1}", b"0123456789abcdeg"),
    ];
    // Computed once with Python's hmac, after RFC 5869.
    assert_eq!(
        receipts.map(|receipt| receipt.as_str().to_owned()),
        ["831547", "416723", "309892"]
    );
}

#[test]
fn a_hand_off_of_the_first_version_has_no_receipt() {
    let old = br#"{"v":1,"kind":"handoff","issuedAt":"2026-11-21","sheets":[]}"#;
    assert_eq!(Bundle::receipt(old), None);
    let odd = br#"{"v":1,"kind":"handoff","receiptSalt":"AA","sheets":[]}"#;
    assert_eq!(Bundle::receipt(odd), None);
}

fn hiding(note: &Note, places: bool) -> (Secrets, Withhold) {
    (Secrets::of(&every(), note), Withhold { places })
}

#[test]
fn where_the_address_is_withheld_it_is_nowhere_however_it_was_written() {
    let mut note = household();
    let text = json!({"episode": concat!(
        "電車が好き。緑町２丁目２番２８号の家のそばを通ります。ミドリハイツ２０１の子と遊ぶ。\n",
        "でんわは０９０－１２３４－５６７８です。〒180-0012。実家は0422 51 0000。二丁目二-二八 緑町。音が苦手。"
    )});
    note.put(&INTRODUCTION, &record(&INTRODUCTION, text));
    let picks = [Picked::whole(&PROFILE), Picked::whole(&INTRODUCTION)];
    let going = Going::of(&note, &picks, Carrier::File, Some(hiding(&note, false)));
    let said = bytes(&going);
    has(
        &said,
        &[
            "電車が好き。",
            "音が苦手。",
            LEFT_OUT,
            "青木　ひなた",
            "address_withheld",
        ],
        &["緑町", "180", "ハイツ", "1234", "１２３４", "0422", "二八"],
    );
}

#[test]
fn a_blank_inside_of_an_address_does_not_hide_it() {
    let mut note = household();
    let text = json!({"episode": "みどり ハイツ　201の子と遊ぶ。"});
    note.put(&INTRODUCTION, &record(&INTRODUCTION, text));
    let picks = [Picked::whole(&INTRODUCTION)];
    let going = Going::of(&note, &picks, Carrier::File, Some(hiding(&note, false)));
    has(&bytes(&going), &[LEFT_OUT], &["ハイツ"]);
}

#[test]
fn places_stay_unless_their_names_are_withheld_too() {
    let note = household();
    let said = |places| {
        let going = Going::of(
            &note,
            &[Picked::whole(&CARE)],
            Carrier::File,
            Some(hiding(&note, places)),
        );
        bytes(&going)
    };
    has(&said(false), &["ひだまりの木"], &[]);
    has(
        &said(true),
        &["絵カード"],
        &["ひだまりの木", "むかしの医院"],
    );
}

#[test]
fn the_way_to_work_and_the_parents_home_are_withheld_with_the_address() {
    let note = note(&[(
        &EMPLOYMENT,
        json!({
            "name": "青木　遥", "kin": "三鷹に実家", "commute": ["train"], "wish_area": "吉祥寺", "wish_job": "事務",
        }),
    )]);
    let going = Going::of(
        &note,
        &[Picked::whole(&EMPLOYMENT)],
        Carrier::File,
        Some(hiding(&note, false)),
    );
    has(
        &bytes(&going),
        &["事務", "青木"],
        &["三鷹", "train", "吉祥寺"],
    );
}

#[test]
fn the_number_of_an_office_stays_and_ones_own_in_its_place_does_not() {
    let note = household();
    let secrets = Secrets::of(&every(), &note);
    let slip = |tel: &str| {
        record(
            &SLIP,
            json!({"to_tel": tel, "contact_phone": "09012345678"}),
        )
    };
    let shown = |tel: &str| {
        let record = withheld(&SLIP, slip(tel), &secrets, Withhold::default());
        record.answers.known.keys().cloned().collect::<Vec<_>>()
    };
    assert_eq!(shown("0422-55-8510"), ["to_tel"]);
    assert_eq!(shown("0422-55-8510 と 090 1234 5678"), ["to_tel"]);
    let record = withheld(&SLIP, slip("090 1234 5678"), &secrets, Withhold::default());
    assert_eq!(record.answers.text("to_tel"), LEFT_OUT);
}

#[test]
fn the_number_of_an_office_stays_as_it_was_written_and_a_postcode_in_its_place_does_not() {
    let secrets = Secrets::of(&every(), &household());
    let shown = |tel: &str| {
        let slip = record(&SLIP, json!({"to_tel": tel}));
        let left = withheld(&SLIP, slip, &secrets, Withhold::default());
        left.answers.text("to_tel").to_owned()
    };
    assert_eq!(shown("0422-55-8510"), "0422-55-8510");
    assert_eq!(shown("180-0012"), LEFT_OUT);
}

/// Whether a sentence about the child goes, where such answers are withheld.
fn goes(sheet: &Form, answers: Value, sentence: &str) -> bool {
    let secrets = Secrets::of(&every(), &note(&[(sheet, answers)]));
    let said = record(&INTRODUCTION, json!({"episode": sentence}));
    let left = withheld(&INTRODUCTION, said, &secrets, Withhold::default());
    left.answers.text("episode") == sentence
}

#[test]
fn a_postcode_is_one_however_it_was_written_and_other_numbers_are_none() {
    let goes = |sentence| goes(&PROFILE, json!({"postcode": "〒530-0001"}), sentence);
    let tells = [
        "5300001にいました。",
        "530-0001から来ました。",
        "〒600-8001から来ました。",
        "180-0004から来ました。",
    ];
    let tells_nothing = [
        "600-8001という番号のバス。",
        "〒のマークが好き。",
        "〒のとなりに123。",
        "18000まで数えます。",
    ];
    assert_eq!(tells.map(goes), [false; 4]);
    assert_eq!(tells_nothing.map(goes), [true; 4]);
}

#[test]
fn a_town_of_one_letter_is_no_word_to_look_for_and_the_address_in_it_is() {
    let goes = |sentence| goes(&PROFILE, json!({"address": "武蔵野市西1-2-3"}), sentence);
    assert!(goes("西の空が好き。"));
    assert!(!goes("西1丁目2番3号の家。"));
}

#[test]
fn where_somebody_would_like_to_work_is_no_word_to_look_for() {
    let answers = json!({"wish_area": "吉祥寺"});
    assert!(goes(&EMPLOYMENT, answers, "吉祥寺の公園が好き。"));
}

#[test]
fn a_sentence_that_names_a_place_goes_only_where_places_may() {
    let mut note = household();
    let text = json!({"episode": "ひだまりの木が好き。電車も好き。"});
    note.put(&INTRODUCTION, &record(&INTRODUCTION, text));
    let said = |places| {
        let hiding = Some(hiding(&note, places));
        let picks = [Picked::whole(&INTRODUCTION)];
        bytes(&Going::of(&note, &picks, Carrier::File, hiding))
    };
    has(&said(false), &["ひだまりの木が好き。"], &[]);
    has(&said(true), &["電車も好き。"], &["ひだまり"]);
}

#[test]
fn the_consent_inside_is_held_to_it_as_well() {
    let note = household();
    let going = Going::of(
        &note,
        &[Picked::whole(&INTRODUCTION)],
        Carrier::File,
        Some(hiding(&note, false)),
    );
    let mut consent = draft(
        "ハビット",
        "緑町2-2-28に来てもらう相談",
        &["私の紹介".to_owned()],
        today(),
    );
    for id in ["who", "sign"] {
        consent.answers.put(id, Answer::Text("青木　遥".to_owned()));
    }
    consent
        .answers
        .put("signed_on", Answer::Date(Typed::from(today())));
    let agreed = agreed(&consent, today()).expect("valid");
    let bundle = to_office(&going, &agreed, made());
    let text = String::from_utf8(bundle.to_bytes()).expect("UTF-8");
    has(&text, &["ハビット", LEFT_OUT], &["緑町"]);
}

#[test]
fn rows_of_a_part_that_nobody_knows_do_not_go_and_those_of_an_only_part_do() {
    let mut rows = record(&MEDICATION, json!({"rows": [{"medicine": "くすり"}]}));
    let later = rows.groups["rows"].clone();
    rows.groups.insert("later".to_owned(), later);
    let secrets = Secrets::default();
    let left = withheld(&MEDICATION, rows, &secrets, Withhold::default());
    assert!(left.groups.keys().eq(["rows"]), "{:?}", left.groups);
}

#[test]
fn the_letters_of_a_drawing_tell_nothing() {
    let secrets = Secrets::of(&every(), &household());
    let drawn = record(&CONSENT, json!({"sign_drawn": "0 090-1234-5678"}));
    assert_eq!(tells(&[(&CONSENT, &drawn)], &secrets), Tells::default());
}

#[test]
fn it_is_counted_how_often_something_tells_where_anybody_is() {
    let note = household();
    let secrets = Secrets::of(&every(), &note);
    let count = |form: &Form, record: &Record| tells(&[(form, record)], &secrets);
    let profile = note.record(&PROFILE);
    assert_eq!(
        count(&PROFILE, &profile),
        Tells {
            addresses: 2,
            phones: 1,
            places: 0
        }
    );
    assert_eq!(
        count(&CARE, &note.record(&CARE)),
        Tells {
            addresses: 0,
            phones: 0,
            places: 3
        }
    );
    let text = record(
        &INTRODUCTION,
        json!({"episode": "緑町の公園。ひだまりの木が好き。090-1234-5678。電車。"}),
    );
    let told = count(&INTRODUCTION, &text);
    assert_eq!(
        told,
        Tells {
            addresses: 1,
            phones: 1,
            places: 1
        }
    );
    assert_eq!(told.all(), 3);
    let nothing = record(&INTRODUCTION, json!({"episode": "2020年に12345回歩いた。"}));
    assert_eq!(count(&INTRODUCTION, &nothing).all(), 0);
}

#[test]
fn two_numbers_that_stand_apart_are_not_read_as_one() {
    let count = |text: &str| {
        let text = record(&INTRODUCTION, json!({"episode": text}));
        tells(&[(&INTRODUCTION, &text)], &Secrets::default()).phones
    };
    assert_eq!(count("0422) 510000"), 1);
    assert_eq!(count("0422・・・510000"), 0);
}

#[test]
fn a_long_number_that_nobody_can_call_is_no_telephone() {
    let secrets = Secrets::default();
    for number in ["1234567890", "0123456", "012345678901"] {
        let text = record(&INTRODUCTION, json!({"episode": number}));
        assert_eq!(
            tells(&[(&INTRODUCTION, &text)], &secrets).all(),
            0,
            "{number}"
        );
    }
}

fn random(seed: u64) -> impl FnMut(&mut [u8]) {
    let mut state = seed;
    move |bytes| {
        for byte in bytes {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            *byte = (state >> 33) as u8;
        }
    }
}

/// What is planted as a secret, and how it looks once it is read out of an export.
const ADDRESS: &str = "武蔵野市桜堤9-8-7";
const ADDRESS_TOLD: &str = "桜堤9-8-7";
const POSTCODE: &str = "180-0021";
const PHONE: &str = "070-9988-7766";
const PLACE: &str = "あおぞら第三園";

/// Any note, with an address, numbers and a place in every answer that asks for one, and told in a
/// text now and then.
fn telling() -> impl Strategy<Value = Note> {
    let words = prop_oneof![
        Just(format!("うちは{ADDRESS_TOLD}です。")),
        Just(format!("でんわ{PHONE}")),
        Just(format!("{PLACE}の帰り道")),
        answers::words(),
    ];
    (answers::note(), proptest::collection::vec(words, 8)).prop_map(|(mut note, words)| {
        let mut at = 0;
        for form in every() {
            let mut record = note.record(form);
            let mut plant = |question: &Question, answers: &mut stepnote::record::Answers| {
                at += 1;
                let text = match (question.kind, question.role) {
                    (_, Some(Role::Address)) => ADDRESS.to_owned(),
                    (Kind::Postcode, _) => POSTCODE.to_owned(),
                    (Kind::Phone, _) => PHONE.to_owned(),
                    (Kind::Line, Some(Role::Place)) => PLACE.to_owned(),
                    (Kind::Line | Kind::Lines, _) if at % 3 == 0 => words[at % words.len()].clone(),
                    _ => return,
                };
                answers.put(question.id, Answer::Text(text));
            };
            for question in form.once() {
                plant(question, &mut record.answers);
            }
            for part in form.groups() {
                for row in record.groups.get_mut(part.id).into_iter().flatten() {
                    for question in part.questions {
                        plant(question, row);
                    }
                }
            }
            note.put(form, &record);
        }
        note
    })
}

/// Everything that leaves, whatever carries it, as text that was opened again.
fn exported(bundle: &Bundle) -> Vec<(&'static str, String)> {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let code = Code::make(&mut random(11)).expect("a code");
    let plain = bundle.to_bytes();
    let mut all = vec![("bundle", text(&plain))];
    if let Ok((file, codes)) = seal_both(&plain, &code, &mut random(13)) {
        let file = parse_file(file.to_file().as_bytes()).expect("a file");
        all.push(("file", text(&file.open(&code).expect("it opens"))));
        if let Some(codes) = codes {
            let codes = parse_bin(&codes.to_bin().expect("bytes")).expect("codes");
            all.push(("codes", text(&codes.open(&code).expect("it opens"))));
        }
    }
    let sheets = Sheets::of(bundle);
    let tables = csv::records(&sheets, Lang::Ja).into_iter();
    for table in tables.chain([csv::key_value(&sheets, Lang::Ja)]) {
        all.push(("csv", text(&table.utf8())));
    }
    let employment: Vec<_> = bundle
        .records(&[&EMPLOYMENT])
        .into_iter()
        .map(|(.., record)| record)
        .collect();
    all.push(("monthly", monthly(&employment, 2026, 11).text()));
    all.push(("json", readable::text(&sheets, Lang::Ja)));
    all.push(("fhir", fhir::text(&sheets)));
    let days = ics::events(&sheets, today(), Lang::Ja);
    all.push(("ics", calendar(&days, "20261121T000000Z")));
    let printed: Vec<_> = sheets
        .leaves
        .iter()
        .map(|(form, _, record)| (*form, Some(record)))
        .collect();
    let printing = Printing {
        sheets: &printed,
        facts: sheets.facts,
        ..Printing::default()
    };
    all.push(("print", format!("{:?}", printing.pages())));
    all
}

/// A note with one word in every text of every sheet, and in the slips beside them.
fn marked(word: &str) -> Note {
    let mut note = Note::default();
    let put = |answers: &mut stepnote::record::Answers, question: &Question| {
        if matches!(question.kind, Kind::Line | Kind::Lines | Kind::Kana(_)) {
            answers.put(question.id, Answer::Text(word.to_owned()));
        }
    };
    for form in every() {
        let mut record = Record::default();
        for question in form.once() {
            put(&mut record.answers, question);
        }
        for part in form.groups() {
            let mut row = stepnote::record::Answers::default();
            for question in part.questions {
                put(&mut row, question);
            }
            record.groups.insert(part.id.to_owned(), vec![row; 2]);
        }
        note.put(form, &record);
        note.put_one(form, "one", &record);
    }
    note
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_exporter_tells_where_anybody_is_where_that_is_withheld(note in telling()) {
        let secrets = Secrets::of(&every(), &note);
        let picks: Vec<_> = every().into_iter().map(Picked::whole).collect();
        let going = Going::of(&note, &picks, Carrier::File, Some((secrets, Withhold { places: true })));
        let bundle = Bundle::own_copy(&going, made());
        for (exporter, text) in exported(&bundle) {
            for secret in [ADDRESS_TOLD, POSTCODE, PHONE, PLACE, "image/jpeg", "application/pdf"] {
                prop_assert!(!text.contains(secret), "{} tells {}", exporter, secret);
            }
        }
    }

}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_of_one_child_is_in_what_goes_of_another(picks in proptest::collection::vec((0..14_usize, any::<bool>()), 1..10)) {
        let (ours, others) = (marked("ひなたの話"), marked("そうたの話"));
        let forms = every();
        let picks: Vec<_> = picks
            .into_iter()
            .map(|(at, one)| {
                let form = forms[at % forms.len()];
                if one { Picked::one_of(form, "one") } else { Picked::whole(form) }
            })
            .collect();
        for (note, own, other) in [(&ours, "ひなたの話", "そうたの話"), (&others, "そうたの話", "ひなたの話")] {
            let bundle = Bundle::own_copy(&Going::of(note, &picks, Carrier::File, None), made());
            let text = String::from_utf8(bundle.to_bytes()).expect("UTF-8");
            prop_assert!(!text.contains(other));
            prop_assert!(text.contains(own) || bundle.records(&forms).is_empty());
        }
    }
}
