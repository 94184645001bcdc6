//! What an office takes over: CSV, readable JSON, FHIR, the monthly list.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/answers.rs"]
mod answers;
#[path = "support/table.rs"]
mod table;

use std::{env, fs, process::Command};

use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};
use serde_json::{Value, json};
use stepnote::{
    answer::{Answer, PartialDate, Typed},
    consent::{agreed, draft, to_office},
    export::{
        Sheets, csv, fhir, file_name, ics, json as readable,
        monthly::{kept, month_of, monthly},
    },
    form::Form,
    forms::{ACTIONS, ALL, CARE, CASE, EMPLOYMENT, INTRODUCTION, MEDICATION, PROFILE, SLIP},
    pharmacy::Cp932,
    record::{Note, Record},
    share::{Bundle, Carrier, Going, Made, Picked},
    text::Lang,
};
use table::holds;

fn today() -> PartialDate {
    PartialDate::day(2026, 11, 21).expect("a day")
}

fn made() -> Made {
    Made {
        on: today(),
        lang: Lang::Ja,
        salt: [3; 16],
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

/// Everything of a note, to an office, under a consent.
fn handed(note: &Note) -> Bundle {
    let picks: Vec<_> = every().into_iter().map(Picked::whole).collect();
    let going = Going::of(note, &picks, Carrier::File, None);
    let mut consent = draft("ハビット", "相談", &["私の紹介".to_owned()], today());
    for id in ["who", "sign"] {
        consent.answers.put(id, Answer::Text("青木　遥".to_owned()));
    }
    consent
        .answers
        .put("signed_on", Answer::Date(Typed::from(today())));
    to_office(&going, &agreed(&consent, today()).expect("valid"), made())
}

fn sheets(answers: &[(&Form, Value)]) -> Sheets {
    let mut note = Note::default();
    for (form, answers) in answers {
        note.put(form, &record(form, answers.clone()));
    }
    Sheets::of(&handed(&note))
}

/// What a family takes out for itself has everything, also what never goes to an office.
#[test]
fn everything_of_a_note_stands_in_the_familys_own_table() {
    let mut note = Note::default();
    note.put(
        &PROFILE,
        &record(
            &PROFILE,
            json!({"name": "青木　ひなた", "address": "どこか市1-1"}),
        ),
    );
    let care = json!({"rows": [
        {"place": "けやきの家", "share": "family"},
        {"place": "くるみ園", "diagnosis": "ことばのおくれ", "person": "みなみ先生"}],
        "certificates": [{"kind": "愛の手帳", "number": "第7号"}]});
    note.put(&CARE, &record(&CARE, care));
    let slip = record(&SLIP, json!({"to_office": "灯台相談室", "slip_no": "9"}));
    note.put_one(&SLIP, "a1", &slip);
    let table = csv::key_value(&Sheets::of_note(&note), Lang::Ja).text();
    let words = [
        "青木　ひなた",
        "どこか市1-1",
        "けやきの家",
        "くるみ園",
        "ことばのおくれ",
        "みなみ先生",
        "愛の手帳",
        "第7号",
        "灯台相談室",
    ];
    let missing: Vec<_> = words
        .iter()
        .filter(|word| !table.contains(**word))
        .collect();
    assert!(missing.is_empty(), "{missing:?} in {table}");
}

fn profile() -> Sheets {
    sheets(&[(
        &PROFILE,
        json!({
            "name": "青木　ひなた", "kana": "あおき　ひなた", "birth": "2020-09-03", "date": "2026-11",
            "family": [{"relation": "祖母", "name": "=SUM(A1)"}, {"relation": "兄", "birth": {"year": "2018年 春"}}],
            "contacts": [{"name": "青木　遥", "phone": "09012345678"}],
        }),
    )])
}

/// The cells of a CSV text, after RFC 4180.
fn cells(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match (quoted, c) {
            (true, '"') if chars.peek() == Some(&'"') => {
                chars.next();
                cell.push('"');
            }
            (_, '"') => quoted = !quoted,
            (false, ',') => row.push(std::mem::take(&mut cell)),
            (false, '\r') => {
                assert_eq!(chars.next(), Some('\n'));
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            _ => cell.push(c),
        }
    }
    assert!(
        !quoted && row.is_empty() && cell.is_empty(),
        "the last record ends"
    );
    rows
}

fn decoder() -> impl Fn(&[u8]) -> String {
    |bytes: &[u8]| {
        encoding_rs::SHIFT_JIS
            .decode_without_bom_handling(bytes)
            .0
            .into_owned()
    }
}

#[test]
fn a_note_is_one_key_and_value_a_row() {
    let rows = cells(&csv::key_value(&profile(), Lang::Ja).text());
    assert_eq!(
        rows[0],
        [
            "シート",
            "項目のまとまり",
            "番号",
            "項目",
            "内容",
            "日付（西暦）",
            "項目ID"
        ]
    );
    let of = |id: &str| {
        rows.iter()
            .filter(|row| row[6] == id)
            .cloned()
            .collect::<Vec<_>>()
    };
    let birth = of("profile.child.birth");
    assert_eq!(birth.len(), 1);
    assert_eq!(
        [
            &birth[0][0],
            &birth[0][2],
            &birth[0][3],
            &birth[0][4],
            &birth[0][5]
        ],
        [
            "私のプロフィール",
            "",
            "生年月日",
            "2020年9月3日（令和2年）",
            "2020-09-03"
        ]
    );
    assert_eq!(
        of("profile.family.relation")
            .iter()
            .map(|row| (row[2].as_str(), row[4].as_str()))
            .collect::<Vec<_>>(),
        [("1", "祖母"), ("2", "兄")]
    );
    assert_eq!(of("profile.contacts.phone")[0][4], "090-1234-5678");
    assert_eq!(of("consent.terms.to")[0][4], "ハビット");
}

#[test]
fn every_list_is_a_table_with_one_row_a_record() {
    let tables = csv::records(&profile(), Lang::Ja);
    let names: Vec<_> = tables
        .iter()
        .map(|table| (table.name.as_str(), table.rows.len()))
        .collect();
    assert_eq!(
        names,
        [
            ("profile", 2),
            ("profile-family", 3),
            ("profile-contacts", 2)
        ]
    );
    let once = cells(&tables[0].text());
    let at = once[0]
        .iter()
        .position(|head| head == "生年月日（和暦）")
        .expect("a column");
    assert_eq!(
        (once[1][at - 1].as_str(), once[1][at].as_str()),
        ("2020-09-03", "令和2年9月3日")
    );
    let family = &tables[1].rows;
    let at = family[0]
        .iter()
        .position(|head| head == "生年月日")
        .expect("a column");
    assert_eq!(
        (family[2][at].as_str(), family[2][at + 1].as_str()),
        ("", "2018年 春")
    );
}

#[test]
fn no_cell_is_computed_and_no_number_loses_its_zeros() {
    let shown = |text: &str| {
        let table = csv::Table {
            name: String::new(),
            rows: vec![vec![text.to_owned()]],
        };
        let text = table.text();
        text.strip_suffix("\r\n").expect("a record").to_owned()
    };
    holds(
        &[
            ("=1+1", "\"'=1+1\"".to_owned()),
            ("+81 422", "\"'+81 422\"".to_owned()),
            ("-2", "\"'-2\"".to_owned()),
            ("@SUM", "\"'@SUM\"".to_owned()),
            ("\t=1", "\"'\t=1\"".to_owned()),
            ("\r=1", "\"'\n=1\"".to_owned()),
            ("＝1", "\"'＝1\"".to_owned()),
            ("00123", "\"'00123\"".to_owned()),
            ("123456789012", "\"'123456789012\"".to_owned()),
            ("0", "\"0\"".to_owned()),
            ("42", "\"42\"".to_owned()),
            ("0422-60-1239", "\"0422-60-1239\"".to_owned()),
            ("a\"b", "\"a\"\"b\"".to_owned()),
            ("", "\"\"".to_owned()),
        ],
        shown,
    );
}

#[test]
fn the_file_begins_with_a_byte_order_mark() {
    let file = csv::key_value(&profile(), Lang::Ja).utf8();
    assert_eq!(file[..3], [0xEF, 0xBB, 0xBF]);
}

#[test]
fn what_cp932_cannot_write_is_named_and_stands_as_a_geta() {
    let sheets = sheets(&[(
        &PROFILE,
        json!({"name": "\u{20BB7}田〜葛\u{E0100}城 \u{20BB7}👧−１"}),
    )]);
    let written = csv::key_value(&sheets, Lang::Ja).cp932(&Cp932::of(&decoder()));
    assert_eq!(written.lost, ['\u{20BB7}', '\u{E0100}', '👧']);
    let text = decoder()(&written.bytes);
    assert!(text.contains("〓田～葛〓城 〓〓－１"), "{text}");
    assert!(!text.contains(char::REPLACEMENT_CHARACTER));
}

#[test]
fn a_very_long_answer_goes_on_in_the_next_row() {
    let sheets = sheets(&[(&INTRODUCTION, json!({"likes": "長".repeat(70_000)}))]);
    let rows = cells(&csv::key_value(&sheets, Lang::Ja).text());
    let likes: Vec<_> = rows
        .iter()
        .filter(|row| row[6] == "introduction.words.likes")
        .collect();
    let lengths: Vec<_> = likes.iter().map(|row| row[4].chars().count()).collect();
    assert_eq!(lengths, [32_000, 32_000, 6_000]);
}

#[test]
fn the_readable_json_names_who_it_is_about_as_the_framework_does() {
    let text = readable::text(&profile(), Lang::Ja);
    let value: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(
        value["個人"],
        json!({"氏名": "青木　ひなた", "氏名（カナ）": "アオキ　ヒナタ", "生年月日": "2020-09-03"})
    );
    assert_eq!(value["シート"][0]["様式"], "私のプロフィール");
    assert_eq!(value["作成日"], "2026-11-21");
    assert!(value["同意"].is_array());
    assert!(
        text.contains("\n  \"個人\": {\n    \"氏名\": \"青木　ひなた\""),
        "{text}"
    );
}

#[test]
fn names_of_exported_files_say_nothing_of_the_child() {
    assert_eq!(
        file_name(Some(today()), "profile-family", "csv"),
        "stepnote-20261121-profile-family.csv"
    );
    assert_eq!(file_name(None, "", "json"), "stepnote.json");
    assert_eq!(file_name(None, "青木", "json"), "stepnote.json");
}

/// What the published schema and the published validator say of bundles.
fn judged(name: &str, bundles: &[Value]) -> Vec<String> {
    let file = env::temp_dir().join(format!("stepnote-fhir-{}-{name}.json", std::process::id()));
    fs::write(&file, Value::from(bundles.to_vec()).to_string()).expect("a file");
    let output = Command::new("node")
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["tests/tools/fhir_check.cjs", file.to_str().expect("a path")])
        .output()
        .expect("Node is needed to build; is it installed?");
    let _ = fs::remove_file(&file);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success(),
        "npm ci brings the validators: {said}"
    );
    serde_json::from_slice(&output.stdout).expect("JSON")
}

#[test]
fn a_full_hand_off_is_a_valid_fhir_bundle() {
    let sheets = sheets(&[
        (
            &PROFILE,
            json!({"name": "青木　ひなた", "kana": "あおき　ひなた", "birth": "2020-09", "address": "武蔵野市緑町2-2-28",
            "family": [{"relation": "祖母", "birth": {"year": "昔"}, "living": "apart"}]}),
        ),
        (
            &MEDICATION,
            json!({"rows": [
                {"when": {"from": "2024", "ongoing": true}, "medicine": "くすり\u{0}A", "diagnosis": "てんかん", "remarks": "朝"},
                {"when": {"from": "2025", "until": "2024"}, "medicine": "くすりB"},
                {"diagnosis": "薬のない行"},
            ]}),
        ),
        (
            &SLIP,
            json!({"topics": ["development", "later"], "urgency": "today", "history": [{"when": {"from": {"year": "春"}, "until": "2025"}, "what": "面談"}]}),
        ),
    ]);
    let bundle = fhir::bundle(&sheets);
    assert_eq!(judged("full", std::slice::from_ref(&bundle)), [""; 0]);
    let kinds: Vec<_> = bundle["entry"]
        .as_array()
        .expect("entries")
        .iter()
        .map(|entry| entry["resource"]["resourceType"].as_str().expect("a type"))
        .collect();
    assert_eq!(
        kinds,
        [
            "Patient",
            "Questionnaire",
            "QuestionnaireResponse",
            "Questionnaire",
            "QuestionnaireResponse",
            "Questionnaire",
            "QuestionnaireResponse",
            "MedicationStatement",
            "MedicationStatement",
            "Consent",
        ]
    );
    let mut urls: Vec<_> = bundle["entry"]
        .as_array()
        .expect("entries")
        .iter()
        .map(|entry| entry["fullUrl"].to_string())
        .collect();
    urls.sort();
    urls.dedup();
    assert_eq!(urls.len(), kinds.len());
}

#[test]
fn a_faulty_bundle_is_told_by_the_validators_that_hold_ours() {
    let faulty = json!({"resourceType": "Bundle", "type": "collection", "entry": [
        {"resource": {"resourceType": "Patient", "birthDate": "2020-13"}},
        {"resource": {"resourceType": "Patient", "gender": "girl"}},
    ]});
    let said = judged("faulty", &[faulty]).join("\n");
    assert!(
        said.contains("gender") && said.contains("birthDate"),
        "{said}"
    );
}

#[test]
fn any_note_makes_a_valid_fhir_bundle_whose_answers_stand_under_questions_asked() {
    let mut runner = TestRunner::deterministic();
    let bundles: Vec<Value> = (0..12)
        .map(|_| {
            let note = answers::note()
                .new_tree(&mut runner)
                .expect("a note")
                .current();
            fhir::bundle(&Sheets::of(&handed(&note)))
        })
        .collect();
    assert_eq!(judged("any", &bundles), [""; 0]);
    for bundle in &bundles {
        let entries = bundle["entry"].as_array().expect("entries");
        let of = |kind: &str| {
            entries
                .iter()
                .map(|e| &e["resource"])
                .filter(|r| r["resourceType"] == kind)
                .collect::<Vec<_>>()
        };
        for response in of("QuestionnaireResponse") {
            let url = response["questionnaire"].as_str().expect("a url");
            let asked = of("Questionnaire")
                .into_iter()
                .find(|q| {
                    format!(
                        "{}|{}",
                        q["url"].as_str().unwrap_or(""),
                        q["version"].as_str().unwrap_or("")
                    ) == url
                })
                .expect("its questionnaire");
            under(&response["item"], &asked["item"]);
        }
    }
}

/// Every item stands where the questionnaire asks it.
fn under(answered: &Value, asked: &Value) {
    for item in answered.as_array().into_iter().flatten() {
        let of = asked
            .as_array()
            .into_iter()
            .flatten()
            .find(|of| of["linkId"] == item["linkId"]);
        let of = of.unwrap_or_else(|| panic!("{} is not asked", item["linkId"]));
        let kind = of["type"].as_str().expect("a type");
        for answer in item["answer"].as_array().into_iter().flatten() {
            let fits = match kind {
                "date" => answer["valueDate"].is_string(),
                "boolean" => answer["valueBoolean"].is_boolean(),
                "open-choice" => {
                    answer["valueCoding"].is_object() || answer["valueString"].is_string()
                }
                "string" | "text" => answer["valueString"].is_string(),
                other => panic!("{other} takes no answer"),
            };
            assert!(fits, "{} {kind} {answer}", item["linkId"]);
        }
        under(&item["item"], &of["item"]);
    }
}

fn consultation(date: &str, name: &str, job: &str, wish: &str) -> Record {
    record(
        &EMPLOYMENT,
        json!({"date": date, "name": name, "birth": "1988-05-21", "current_job": job, "wish_job": wish}),
    )
}

#[test]
fn a_month_is_one_row_a_consultation_and_what_changed_is_marked() {
    let records = [
        consultation("2026-11-20", "青木　遥", "パート", "事務"),
        consultation("2026-10-02", "青木 遥", "なし", "事務"),
        consultation("2026-11-05", "別の人", "なし", "調理"),
        consultation("2026-12-01", "青木　遥", "正社員", "事務"),
        consultation("2026-11", "日のない人", "なし", ""),
        consultation("", "日付のない人", "なし", ""),
    ];
    let table = monthly(&records, 2026, 11);
    let at = |head: &str| {
        table.rows[0]
            .iter()
            .position(|own| own == head)
            .expect("a column")
    };
    let row = |name: &str| {
        table
            .rows
            .iter()
            .find(|row| row[at("氏名")].trim_start_matches('●') == name)
            .expect("a row")
    };
    assert_eq!(table.rows.len(), 4);
    assert_eq!(row("別の人")[0], "はじめて");
    let own = row("青木　遥");
    assert_eq!(own[at("現業の状況")], "●パート");
    assert_eq!(own[at("職種")], "事務");
    assert!(
        own[0].split('・').any(|label| label == "現業の状況"),
        "{}",
        own[0]
    );
    assert!(!own[0].contains("相談日"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_note_makes_a_csv_that_is_read_back_and_in_which_no_cell_is_computed(note in answers::note()) {
        let sheets = Sheets::of(&handed(&note));
        for table in csv::records(&sheets, Lang::Ja).into_iter().chain([csv::key_value(&sheets, Lang::Ja)]) {
            let rows = cells(&table.text());
            prop_assert_eq!(rows.len(), table.rows.len());
            for row in &rows {
                prop_assert_eq!(row.len(), rows[0].len());
                for cell in row {
                    prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\n', '\r']), "{:?}", cell);
                    prop_assert!(cell.chars().count() <= 32_767);
                }
            }
        }
    }
}

#[test]
fn what_was_taken_away_before_tells_what_changed_this_month() {
    let consulted = |day: &str, job: &str| {
        let answers =
            json!({"date": day, "name": "青木　遥", "birth": "1990-04-01", "wish_job": job});
        sheets(&[(&EMPLOYMENT, answers)])
    };
    let before = consulted("2026-10-05", "事務");
    let file = readable::text(&before, Lang::Ja).into_bytes();
    let mut records = kept(&file).expect("our own file");
    assert_eq!(records.len(), 1);
    let now = consulted("2026-11-20", "介護");
    let now = now.leaves.into_iter().map(|(_, _, record)| record);
    records.extend(now);
    assert_eq!(month_of(&records[1]), Some((2026, 11)));
    let rows = monthly(&records, 2026, 11).rows;
    assert_eq!(rows.len(), 2);
    assert!(rows[1].contains(&"●介護".to_owned()), "{:?}", rows[1]);
    for other in [&b"{}"[..], b"[", "{\"シート\": 3}".as_bytes()] {
        assert!(kept(other).is_none());
    }
}

#[test]
fn the_days_to_come_of_a_slip_and_its_table_are_in_the_calendar() {
    let sheets = sheets(&[
        (
            &SLIP,
            json!({"made_on": "2026-11-21", "urgency": "by", "urgency_by": "2026-12-01", "reply_by": "2026-12-05"}),
        ),
        (
            &ACTIONS,
            json!({"rows": [
                {"what": "園に電話する", "due": "2026-11-30"},
                {"what": "済んだこと", "due": "2026-12-02", "status": "done"},
                {"what": "過ぎたこと", "due": "2026-11-02"},
                {"what": "月だけ", "due": "2026-12"},
            ]}),
        ),
        (&PROFILE, json!({"birth": "2030-01-02"})),
    ]);
    let events = ics::events(&sheets, today(), Lang::Ja);
    let told: Vec<_> = events
        .iter()
        .map(|event| (event.day.iso(), event.summary.as_str()))
        .collect();
    let expected = [
        ("2026-12-01".to_owned(), "子ども相談連絡票：いつまでに"),
        ("2026-12-05".to_owned(), "子ども相談連絡票：回答がほしい日"),
        ("2026-11-30".to_owned(), "園に電話する（いつまでに）"),
    ];
    assert_eq!(told, expected);
    let mut ids: Vec<_> = events.iter().map(|event| &event.id).collect();
    ids.dedup();
    assert_eq!(ids.len(), 3);
}

/// Every text in a value.
fn texts(value: &Value, all: &mut Vec<String>) {
    match value {
        Value::String(text) => all.push(text.clone()),
        Value::Array(list) => list.iter().for_each(|one| texts(one, all)),
        Value::Object(object) => object.values().for_each(|one| texts(one, all)),
        _ => {}
    }
}

#[test]
fn a_whole_note_is_readable_and_complete_and_opens_no_photo() {
    let mut note = Note::default();
    let (id, key) = ("ab".repeat(16), "cd".repeat(32));
    note.put(
        &PROFILE,
        &record(&PROFILE, json!({"name": "青木　遥", "later": {"v": 1}})),
    );
    note.put_one(
        &SLIP,
        "20261121-1",
        &record(&SLIP, json!({"purpose": "相談"})),
    );
    let papers = ALL
        .iter()
        .find(|form| form.id == "papers")
        .expect("a sheet");
    let files = json!({"rows": [{"files": [{"id": id, "key": key, "media": "image/jpeg", "size": 5, "name": "うら"}]}]});
    note.put(papers, &record(papers, files));
    let text = readable::whole(&note, today(), Lang::Ja);
    let whole: Value = serde_json::from_str(&text).expect("JSON");
    assert!(text.contains("\n  \"シート\": ["), "it is laid out");
    let mut all = Vec::new();
    texts(&whole, &mut all);
    for told in [
        "青木　遥",
        "私のプロフィール",
        "2026-11-21",
        "20261121-1",
        "うら",
    ] {
        assert!(all.iter().any(|text| text == told), "{told}");
    }
    assert!(!text.contains(&key), "what opens a photo is not taken out");
    // Apart from that the note stands there as it is kept, with what this version does not know.
    let mut kept = Value::Object(note.json().clone());
    kept["sheets"]["papers"]["rows"][0]["files"][0]
        .as_object_mut()
        .expect("a file")
        .remove("key");
    assert_eq!(whole["ノートの原本"], kept);
}
