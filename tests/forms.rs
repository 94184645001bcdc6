//! Holds that the form tables are the paper sheets (step-note.md): their labels, order and rows;
//! complete in every language; with ids that can stay for ever.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/table.rs"]
mod table;

use std::collections::BTreeSet;

use stepnote::{
    form::{self, Choice, Form, Kind, Lane, Offer, Paper, Question, Reach, Role, Section, What},
    forms::{
        ACTIONS, ALL, CARE, CASE, CONSENT, EARLY_YEARS, EMPLOYMENT, ENROLMENT, HANDED, INSTEAD,
        INTRODUCTION, MEDICATION, MINIMA, Minimum, PROFILE, PURPOSES, REPLY, SLIP, any_by_id,
        by_id, minimum,
    },
    text::{Lang, Text, t},
};
use table::holds;

/// The questions of a part, as the paper names them.
fn labels((form, part): (&str, &str)) -> Vec<&'static str> {
    let form = by_id(form).expect("there is such a form");
    let section = form.sections.iter().find(|section| section.id == part);
    let questions = on_paper(section.expect("it has this part"));
    questions.map(|question| question.label.ja).collect()
}

/// What is said to the app alone is not printed.
fn on_paper(part: &'static Section) -> impl Iterator<Item = &'static Question> {
    let printed = |question: &&Question| !question.role.is_some_and(Role::is_for_the_app);
    part.questions.iter().filter(printed)
}

fn questions(form: &Form) -> impl Iterator<Item = (&'static Section, &'static Question)> + use<> {
    let sections = form.sections.iter();
    sections.flat_map(|section| {
        section
            .questions
            .iter()
            .map(move |question| (section, question))
    })
}

/// The given answers of a question.
fn choices(question: &Question) -> &'static [Choice] {
    match question.kind {
        Kind::One(choices) | Kind::Many(choices) => choices,
        _ => &[],
    }
}

/// Everything a form says, with where it stands.
fn texts(form: &Form) -> Vec<(String, Text)> {
    let mut all = vec![
        (format!("{} title", form.id), form.title),
        (format!("{} lead", form.id), form.lead),
    ];
    for section in form.sections {
        let mut say =
            |what: &str, text| all.push((format!("{} {} {what}", form.id, section.id), text));
        say("title", section.title);
        section.note.into_iter().for_each(|note| say("note", note));
        if let Some(repeat) = section.repeat {
            say("add", repeat.add);
            say("entry", repeat.entry);
        }
        for question in section.questions {
            say(question.id, question.label);
            question
                .hint
                .into_iter()
                .for_each(|hint| say(question.id, hint));
            for choice in choices(question) {
                say(choice.code, choice.label);
            }
        }
    }
    all
}

/// The sheets of the note, and what stands around a hand-over.
fn every() -> impl Iterator<Item = &'static Form> {
    ALL.iter().chain(CASE)
}

fn all_texts() -> impl Iterator<Item = (String, Text)> {
    every().flat_map(texts)
}

/// Holds that no text has a fault.
#[track_caller]
fn every_text(faulty: impl Fn(Text) -> bool) {
    let wrong: Vec<_> = all_texts().filter(|(_, text)| faulty(*text)).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

fn japanese(text: Text) -> [&'static str; 2] {
    [text.ja, text.easy]
}

#[test]
fn the_sheets_stand_in_the_order_of_the_note() {
    let titles: Vec<_> = ALL.iter().map(|form| form.title.ja).take(10).collect();
    assert_eq!(
        titles,
        [
            "はじめに",
            "私のプロフィール",
            "私の紹介",
            "乳幼児期のお子さんの様子",
            "在籍園・在籍校の記録",
            "医療・療育機関・通所施設・特別支援教育などの記録",
            "服薬の記録",
            "受け取った書類",
            "就労相談記録票",
            "本人のページ",
        ]
    );
}

#[test]
fn the_questions_are_those_of_the_paper_in_its_words_and_order() {
    holds(
        &[
            (("profile", "head"), vec!["記入日"]),
            (
                ("profile", "child"),
                vec![
                    "ふりがな",
                    "氏名",
                    "性別",
                    "生年月日",
                    "記入日現在の年齢",
                    "郵便番号",
                    "住所",
                ],
            ),
            (
                ("profile", "family"),
                vec!["続柄（※）", "ふりがな", "氏名", "生年月日", "同居・別居"],
            ),
            (
                ("profile", "contacts"),
                vec!["続柄", "ふりがな", "氏名", "電話番号"],
            ),
            (
                ("introduction", "head"),
                vec!["記入日", "記入日現在の年齢", "記入者"],
            ),
            (("introduction", "self"), vec!["お名前の呼び方・愛称など"]),
            (
                ("introduction", "words"),
                vec![
                    "好きなこと・得意なこと",
                    "嫌いなこと・苦手なこと",
                    "特徴的なエピソードなど",
                ],
            ),
            (
                ("hajimeni", "handed"),
                vec!["ノートをお渡しした日", "関係機関名"],
            ),
            (
                ("early_years", "body"),
                vec![
                    "首すわり",
                    "寝返り",
                    "おすわり",
                    "ずり這い",
                    "はいはい",
                    "つかまり立ち",
                    "つたい歩き",
                    "独り歩き",
                ],
            ),
            (
                ("early_years", "feelings"),
                vec!["あやすと笑う", "人見知り", "後追い"],
            ),
            (("early_years", "words"), vec!["喃語", "始語", "二語文"]),
            (("enrolment", "nursery"), vec!["園名", "在園期間"]),
            (("enrolment", "primary"), vec!["学校名", "在校期間"]),
            (("enrolment", "junior_high"), vec!["学校名", "在校期間"]),
            (("enrolment", "high"), vec!["学校名", "在校期間"]),
            (("enrolment", "rest"), vec!["その他"]),
            (("employment", "head"), vec!["相談日"]),
            (
                ("employment", "person"),
                vec![
                    "氏名",
                    "自立支援員",
                    "生年月日",
                    "住所",
                    "TEL・自宅",
                    "TEL・携帯",
                ],
            ),
            (
                ("employment", "family"),
                vec!["児童扶養手当No.", "離婚時期、状況", "親里、父母兄弟"],
            ),
            (
                ("medication", "rows"),
                vec![
                    "時期または期間",
                    "診断名",
                    "医療機関名",
                    "薬の種類・量など",
                    "備考（服薬の時間など）",
                ],
            ),
        ],
        labels,
    );
}

#[test]
fn the_parts_carry_the_headings_and_notes_of_the_paper() {
    let said = |(form, part): (&Form, &str)| {
        let section = form.sections.iter().find(|section| section.id == part)?;
        Some((section.title.ja, section.note.map(|note| note.ja)))
    };
    assert_eq!(
        said((&PROFILE, "family")),
        Some(("家族構成（本人含む）", Some("※…本人からみた続柄")))
    );
    assert_eq!(said((&PROFILE, "contacts")), Some(("連絡先", None)));
    assert_eq!(
        said((&MEDICATION, "rows")),
        Some((
            "服薬の記録",
            Some(
                "全ての経過を記入する必要はありません。経過を把握していきたいものなど、必要に応じて記入しましょう。"
            )
        ))
    );
}

#[test]
fn the_long_questions_carry_the_hints_of_the_paper() {
    let hint = |id| INTRODUCTION.question(id).and_then(|question| question.hint);
    holds(
        &[
            ("likes", Some("物・遊び・過ごしかたなど")),
            ("dislikes", Some("音・物・場所・感触など")),
            ("episode", None),
        ],
        |id| hint(id).map(|hint| hint.ja),
    );
}

#[test]
fn living_together_or_apart_is_chosen_as_on_the_paper() {
    let family = PROFILE.groups().find(|part| part.id == "family");
    let living = family
        .and_then(|part| part.question("living"))
        .expect("it is asked");
    let Kind::One(choices) = living.kind else {
        panic!("{:?}", living.kind)
    };
    let choices = choices.iter().map(|choice| (choice.code, choice.label.ja));
    assert_eq!(
        choices.collect::<Vec<_>>(),
        [("together", "同居"), ("apart", "別居")]
    );
}

#[test]
fn a_sheet_has_as_many_rows_as_its_paper() {
    let rows = |id: &str| {
        let form = by_id(id).expect("there is such a form");
        let rows = form.groups().map(|part| part.repeat.map_or(0, |r| r.rows));
        rows.collect::<Vec<_>>()
    };
    holds(
        &[
            ("hajimeni", vec![]),
            ("profile", vec![8, 2]),
            ("introduction", vec![]),
            ("early_years", vec![]),
            ("enrolment", vec![3, 3, 3, 3]),
            ("medication", vec![15]),
        ],
        rows,
    );
}

#[test]
fn there_are_fourteen_milestones_under_the_headings_of_the_paper() {
    let parts = EARLY_YEARS.sections.iter();
    let parts: Vec<_> = parts
        .map(|part| {
            let milestones = part.questions.iter();
            let milestones = milestones.filter(|q| matches!(q.kind, Kind::Milestone));
            (part.title.ja, milestones.count())
        })
        .collect();
    assert_eq!(
        parts,
        [
            ("からだのそだち", 8),
            ("情緒面のそだち", 3),
            ("ことばのそだち", 3)
        ]
    );
}

#[test]
fn the_stages_of_school_are_those_of_the_paper_and_point_to_the_other_sheet() {
    let titles: Vec<_> = ENROLMENT
        .sections
        .iter()
        .map(|part| part.title.ja)
        .collect();
    assert_eq!(
        titles,
        [
            "幼稚園・保育園等",
            "小学校",
            "中学校",
            "高等学校等",
            "その他"
        ]
    );
    let note = ENROLMENT.sections[0].note.expect("it has a note").ja;
    assert!(
        note.contains(&format!("別紙「{}」", CARE.title.ja)),
        "{note}"
    );
}

#[test]
fn four_questions_of_a_care_record_show_at_once() {
    let rows = CARE.groups().next().expect("it has rows");
    let first = rows.questions.iter().filter(|question| !question.folded);
    let first: Vec<_> = first.map(|question| question.id).collect();
    assert_eq!(first, ["kind", "when", "place", "content"]);
}

#[test]
fn only_these_answers_do_not_go_with_their_sheet() {
    let all = ALL.iter().flat_map(|form| {
        let kept = questions(form).filter(|(_, question)| question.reach != Reach::Sheet);
        kept.map(|(part, question)| (form.id, part.id, question.id, question.reach))
    });
    assert_eq!(
        all.collect::<Vec<_>>(),
        [
            ("profile", "child", "school_entry", Reach::Stays),
            ("care", "rows", "person", Reach::Asked),
            ("care", "rows", "diagnosis", Reach::Asked),
            ("care", "rows", "share", Reach::Stays),
            ("care", "certificates", "number", Reach::File),
            ("papers", "rows", "files", Reach::Stays),
            ("employment", "family", "allowance_no", Reach::File),
            ("employment", "family", "divorce", Reach::File),
            ("own_words", "words", "untold", Reach::Stays),
        ]
    );
}

#[test]
fn papers_never_leave_with_their_sheet() {
    for (part, question) in every().flat_map(questions) {
        if matches!(question.kind, Kind::Files) {
            assert_eq!(question.reach, Reach::Stays, "{} {}", part.id, question.id);
        }
    }
}

#[test]
fn how_far_a_row_may_go_is_asked_in_the_codes_that_are_understood() {
    for (part, question) in ALL.iter().flat_map(questions) {
        if question.role == Some(Role::RowReach) {
            let codes: Vec<_> = choices(question).iter().map(|choice| choice.code).collect();
            assert_eq!(codes, ["family", "ask", "always"], "{}", part.id);
            assert_eq!(question.reach, Reach::Stays, "{}", part.id);
        }
    }
}

#[test]
fn every_row_of_a_sheet_has_a_line_that_names_it() {
    for part in every().flat_map(Form::groups) {
        assert!(part.title().is_some(), "{}", part.id);
    }
}

#[test]
fn a_row_is_named_by_the_line_made_for_it_before_anything_else() {
    const BOTH: Section = form::section(
        "s",
        A,
        &[
            form::line("place", A).role(Role::Place),
            form::line("what", A).role(Role::RowTitle),
        ],
    );
    assert_eq!(BOTH.title().map(|question| question.id), Some("what"));
}

#[test]
fn every_event_of_the_child_has_its_lane() {
    let lanes = ALL.iter().flat_map(|form| {
        let lanes = form.sections.iter();
        lanes.filter_map(|part| Some((form.id, part.id, part.lane?)))
    });
    assert_eq!(
        lanes.collect::<Vec<_>>(),
        [
            ("hajimeni", "handed", Lane::Event),
            ("early_years", "body", Lane::Event),
            ("early_years", "feelings", Lane::Event),
            ("early_years", "words", Lane::Event),
            ("enrolment", "nursery", Lane::School),
            ("enrolment", "primary", Lane::School),
            ("enrolment", "junior_high", Lane::School),
            ("enrolment", "high", Lane::School),
            ("care", "rows", Lane::Care),
            ("care", "tests", Lane::Care),
            ("care", "certificates", Lane::Event),
            ("medication", "rows", Lane::Medicine),
            ("papers", "rows", Lane::Event),
        ]
    );
}

#[test]
fn whatever_names_a_place_a_supporter_or_a_diagnosis_offers_what_is_known_of_it() {
    for (part, question) in every().flat_map(questions) {
        let offer = match question.role {
            Some(Role::Place) => Offer::Place,
            Some(Role::Supporter) => Offer::Supporter,
            Some(Role::Diagnosis) => Offer::Diagnosis,
            Some(Role::Person) if part.id == "children" => Offer::Child,
            Some(Role::Person) => Offer::Person,
            _ => continue,
        };
        assert_eq!(question.offer, Some(offer), "{} {}", part.id, question.id);
    }
}

#[test]
fn nobody_is_taken_for_a_mother_a_father_or_divorced() {
    // 親里、父母兄弟 and 離婚時期、状況 are words of a paper; every other language says it openly.
    let printed = ["親里、父母兄弟", "離婚時期、状況"];
    let assuming = ["お母さん", "お父さん", "ママ", "パパ", "父母", "離婚時期"];
    every_text(|text| {
        let said = |word: &&str| text.ja.contains(*word) || text.easy.contains(*word);
        !printed.contains(&text.ja) && assuming.iter().any(said)
    });
    let divorce = EMPLOYMENT
        .question("divorce")
        .and_then(|question| question.hint);
    assert!(divorce.is_some_and(|hint| hint.ja.contains("ひとり親になった時期・状況")));
}

#[test]
fn every_text_is_said_in_every_language() {
    every_text(|text| {
        Lang::ALL
            .iter()
            .any(|lang| text.to(*lang).trim().is_empty())
    });
}

#[test]
fn every_language_is_found_by_its_code_and_no_other_is() {
    let found = Lang::ALL.map(|lang| Lang::from_code(lang.code()));
    assert_eq!(found, Lang::ALL.map(Some));
    assert_eq!(Lang::from_code("JA"), None);
}

#[test]
fn no_text_begins_or_ends_with_space() {
    every_text(|text| {
        Lang::ALL
            .iter()
            .any(|lang| text.to(*lang).trim() != text.to(*lang))
    });
}

#[test]
fn english_is_english() {
    every_text(|text| text.en.chars().any(|c| !c.is_ascii() && c != '※'));
}

#[test]
fn japanese_is_japanese_but_for_names_and_what_the_paper_prints() {
    let names = ["PDF", "PC", "TEL", "No.", "Word", "Excel"];
    every_text(|text| {
        japanese(text).iter().any(|words| {
            let rest = names
                .iter()
                .fold((*words).to_owned(), |rest, name| rest.replace(name, ""));
            rest.contains(|c: char| c.is_ascii_alphabetic())
        })
    });
}

#[test]
fn nobody_is_told_that_an_answer_is_wrong() {
    let scolding = ["不正", "無効", "エラー", "必須", "半角"];
    every_text(|text| {
        scolding
            .iter()
            .any(|word| text.ja.contains(word) || text.easy.contains(word))
    });
}

#[test]
fn no_text_was_left_for_later() {
    let later = [
        "TODO",
        "FIXME",
        "XXX",
        "lorem",
        "dummy",
        "ダミー",
        "サンプル",
        "ほげ",
        "テスト",
        "仮）",
        "○○",
        "…。",
    ];
    every_text(|text| {
        let all = Lang::ALL.map(|lang| text.to(lang).to_lowercase());
        later
            .iter()
            .any(|word| all.iter().any(|said| said.contains(&word.to_lowercase())))
    });
}

#[test]
fn a_sentence_of_easy_japanese_has_at_most_forty_characters() {
    every_text(|text| {
        text.easy
            .split_inclusive('。')
            .any(|sentence| sentence.chars().count() > 40)
    });
}

#[test]
fn every_id_is_ascii_in_snake_case() {
    let is_id = |id: &&str| {
        let begins = id.starts_with(|c: char| c.is_ascii_lowercase());
        begins
            && id
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
    };
    let mut ids: Vec<&str> = Vec::new();
    for form in every() {
        ids.push(form.id);
        ids.extend(form.sections.iter().map(|section| section.id));
        for (_, question) in questions(form) {
            ids.push(question.id);
            ids.extend(choices(question).iter().map(|choice| choice.code));
        }
    }
    ids.retain(|id| !is_id(id));
    assert_eq!(ids, [""; 0]);
}

#[test]
fn what_stands_around_a_hand_over_is_found_by_its_own_id_and_is_no_sheet_of_the_note() {
    for form in CASE {
        assert!(by_id(form.id).is_none(), "{}", form.id);
        assert_eq!(
            any_by_id(form.id).map(|found| found.title),
            Some(form.title)
        );
    }
}

#[test]
fn every_box_of_the_slip_may_be_answered_by_telephone_or_by_going_along() {
    // What is no box: numbers, days, offices and what the machine writes.
    let plain = [
        "head", "state", "from", "to", "child", "attached", "silence", "history",
    ];
    let instead = INSTEAD.iter().map(|choice| choice.code);
    assert_eq!(instead.collect::<Vec<_>>(), ["phone", "together"]);
    for part in SLIP.sections {
        let Paper::Grid { rows, .. } = part.paper else {
            continue;
        };
        if plain.contains(&part.id) || part.id == "parent" {
            continue;
        }
        for row in rows {
            let legal = row.iter().any(|cell| match cell.what {
                What::Answer(ids) => ids
                    .iter()
                    .any(|id| id.ends_with("_by") || *id == "topic_most"),
                _ => false,
            });
            assert!(legal, "a box of {} takes no other answer", part.id);
        }
    }
    let others = questions(&SLIP).filter(|(_, question)| question.id.ends_with("_by"));
    let others = others.filter(|(_, question)| matches!(question.kind, Kind::Many(_)));
    assert_eq!(others.count(), 9);
}

#[test]
fn nothing_on_a_slip_is_kept_from_the_parent() {
    for (part, question) in [&SLIP, &CONSENT, &REPLY, &ACTIONS]
        .into_iter()
        .flat_map(questions)
    {
        assert!(!question.retired, "{} {}", part.id, question.id);
        assert_ne!(question.reach, Reach::Stays, "{} {}", part.id, question.id);
    }
}

#[test]
fn what_was_handed_over_never_leaves_the_device() {
    for (_, question) in questions(&HANDED) {
        assert_eq!(question.reach, Reach::Stays, "{}", question.id);
    }
}

#[test]
fn what_is_offered_for_an_office_and_a_purpose_exists_and_is_never_everything() {
    for row in MINIMA {
        assert!(PURPOSES.iter().any(|purpose| purpose.code == row.purpose));
        for least in row.parts {
            let form = by_id(least.form).expect("there is such a form");
            let part = form.sections.iter().find(|part| part.id == least.part);
            let part = part.expect("it has such a part");
            for id in least.questions {
                let asked = part.question(id).expect("it asks this");
                assert_eq!(asked.reach, Reach::Sheet, "{id} is asked for by itself");
                assert_ne!(asked.role, Some(Role::Address), "{id} is an address");
            }
        }
        let offered: BTreeSet<_> = row.parts.iter().map(|least| least.form).collect();
        assert!(offered.len() < ALL.len() / 2 + 1, "{}", row.purpose);
    }
    for purpose in PURPOSES {
        let anywhere = |row: &&Minimum| row.purpose == purpose.code && row.kinds.is_empty();
        assert!(MINIMA.iter().find(anywhere).is_some(), "{}", purpose.code);
    }
    assert!(
        minimum("development", "first")
            .iter()
            .any(|least| least.part == "words" && least.form == "early_years")
    );
    assert!(
        minimum("", "leaving")
            .iter()
            .all(|least| least.form != "early_years")
    );
    assert!(minimum("development", "all").is_empty());
}

#[test]
fn a_form_is_found_by_its_own_id_only() {
    let found: Vec<_> = ALL
        .iter()
        .map(|form| by_id(form.id).map(|found| found.title))
        .collect();
    let wanted: Vec<_> = ALL.iter().map(|form| Some(form.title)).collect();
    assert_eq!(found, wanted);
    assert!(by_id("").is_none());
}

#[test]
fn no_choice_has_the_code_of_another() {
    for (_, question) in every().flat_map(questions) {
        let choices = choices(question);
        let codes: BTreeSet<_> = choices.iter().map(|choice| choice.code).collect();
        assert_eq!(codes.len(), choices.len(), "{}", question.id);
    }
}

#[test]
fn a_reading_is_the_reading_of_a_line_beside_it() {
    for (section, question) in every().flat_map(questions) {
        if let Kind::Kana(of) = question.kind {
            let line = section.question(of).map(|question| question.kind);
            assert!(
                matches!(line, Some(Kind::Line)),
                "{} reads {of}",
                question.id
            );
        }
    }
}

#[test]
fn an_age_is_that_of_a_date_on_the_same_sheet() {
    for form in every() {
        for (_, question) in questions(form) {
            if let Kind::Age(on) = question.kind {
                let date = form
                    .question(on)
                    .map(|question| (question.kind, question.role));
                let written_on = matches!(date, Some((Kind::Date, Some(Role::WrittenOn))));
                assert!(written_on, "{} {} on {on}", form.id, question.id);
            }
        }
    }
}

#[test]
fn who_asks_for_a_role_finds_one_question() {
    let single = [Role::Name, Role::NameKana, Role::Nickname, Role::Birth];
    let all: Vec<Role> = ALL
        .iter()
        .flat_map(Form::once)
        .filter_map(|q| q.role)
        .collect();
    holds(&single.map(|role| (role, 1)), |role| {
        all.iter().filter(|played| **played == role).count()
    });
}

/// The questions that a layout names.
fn named(paper: Paper) -> Vec<&'static str> {
    let columns = |columns: &'static [form::Column]| {
        let ids = columns.iter().flat_map(|column| column.ids);
        ids.copied().collect()
    };
    match paper {
        Paper::Table { columns: set, .. } | Paper::Bracketed { columns: set, .. } => columns(set),
        Paper::Grid { rows, .. } => {
            let answers = |cell: &form::Cell| match cell.what {
                What::Answer(ids) => ids.to_vec(),
                What::Label(_) | What::Number | What::Head(_) => Vec::new(),
            };
            rows.iter().copied().flatten().flat_map(answers).collect()
        }
        Paper::Plain | Paper::Head | Paper::Boxes(_) | Paper::Letter(_) | Paper::Elsewhere => {
            Vec::new()
        }
    }
}

#[test]
fn every_answer_has_its_place_on_paper_and_only_questions_stand_there() {
    for form in every() {
        // Answers asked once may stand in the grid of another part.
        let once = form.sections.iter().filter(|part| part.repeat.is_none());
        let (mut placed, mut asked) = (Vec::new(), Vec::new());
        for part in once {
            let names = named(part.paper);
            if !names.is_empty() || matches!(part.paper, Paper::Elsewhere) {
                placed.extend(names);
                asked.extend(on_paper(part).map(|question| question.id));
            }
        }
        placed.sort_unstable();
        asked.sort_unstable();
        assert_eq!(placed, asked, "{}", form.id);
        let ruled = |part: &&Section| !matches!(part.paper, Paper::Plain);
        for part in form.groups().filter(ruled) {
            let mut placed = named(part.paper);
            placed.sort_unstable();
            let mut asked: Vec<&str> = on_paper(part).map(|question| question.id).collect();
            asked.sort_unstable();
            assert_eq!(placed, asked, "{} {}", form.id, part.id);
        }
    }
}

#[test]
fn every_label_on_paper_names_a_question_of_its_part() {
    for (form, section) in every().flat_map(|form| form.sections.iter().map(move |s| (form, s))) {
        if let Paper::Grid { rows, .. } = section.paper {
            for cell in rows.iter().copied().flatten() {
                if let What::Label(id) = cell.what {
                    let once = form.question(id).filter(|_| section.repeat.is_none());
                    let there = section.question(id).or(once);
                    assert!(there.is_some(), "{} {id}", section.id);
                }
            }
        }
    }
}

const A: Text = t("あ", "あ", "a");
const ONE_A: &[Question] = &[form::line("a", A)];
const TWO_A: &[Question] = &[form::line("a", A), form::line("a", A)];

fn made_of(sections: &'static [Section]) -> Form {
    Form {
        sections,
        ..PROFILE
    }
}

#[test]
fn an_id_used_twice_is_noticed() {
    const ROWS: Section = form::repeat("a", A, 1, A, A, ONE_A);
    const TWICE_IN_A_PART: &[Section] = &[form::section("s", A, TWO_A)];
    const TWICE_IN_A_ROW: &[Section] = &[form::repeat("g", A, 1, A, A, TWO_A)];
    const TWICE_OVER_PARTS: &[Section] =
        &[form::section("s", A, ONE_A), form::section("u", A, ONE_A)];
    const TWO_PARTS: &[Section] = &[form::section("s", A, ONE_A), form::section("s", A, &[])];
    const GROUP_AFTER_QUESTION: &[Section] = &[form::section("s", A, ONE_A), ROWS];
    const GROUP_BEFORE_QUESTION: &[Section] = &[ROWS, form::section("s", A, ONE_A)];
    let twice = [
        ("in a part", TWICE_IN_A_PART),
        ("in a row", TWICE_IN_A_ROW),
        ("over parts", TWICE_OVER_PARTS),
        ("for two parts", TWO_PARTS),
        ("for a group after a question", GROUP_AFTER_QUESTION),
        ("for a group before a question", GROUP_BEFORE_QUESTION),
    ];
    let unnoticed: Vec<_> = twice
        .iter()
        .filter(|(_, parts)| made_of(parts).ids_are_unique())
        .collect();
    assert!(
        unnoticed.is_empty(),
        "{:?}",
        unnoticed.iter().map(|(name, _)| name).collect::<Vec<_>>()
    );
}

#[test]
fn a_row_may_ask_what_the_sheet_asks() {
    const PARTS: &[Section] = &[
        form::section("s", A, ONE_A),
        form::repeat("g", A, 1, A, A, ONE_A),
        form::repeat("h", A, 1, A, A, ONE_A),
    ];
    assert!(made_of(PARTS).ids_are_unique());
}
