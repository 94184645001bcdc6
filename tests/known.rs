//! Holds what of a note is offered where it is asked again.
#![cfg(not(target_arch = "wasm32"))]

use stepnote::{
    answer::Answer,
    form::{Form, Offer, Reach, Role, line, phone, postcode, repeat, section},
    known::known,
    record::{Answers, Note, Record},
    text::{Text, t},
};

const NAMED: Text = t("名", "な", "name");
const CHILD: Form = Form {
    id: "child",
    version: 1,
    title: NAMED,
    lead: NAMED,
    sections: &[
        section(
            "once",
            NAMED,
            &[
                line("name", NAMED).role(Role::Name),
                postcode("postcode", NAMED).role(Role::Address),
                line("address", NAMED).role(Role::Address),
                phone("secret", NAMED).reach(Reach::Stays),
            ],
        ),
        repeat(
            "family",
            NAMED,
            1,
            NAMED,
            NAMED,
            &[
                line("relation", NAMED).role(Role::Relation),
                line("name", NAMED)
                    .role(Role::RowTitle)
                    .offer(Offer::Person),
                phone("phone", NAMED),
            ],
        ),
    ],
};
const CARE: Form = Form {
    id: "care",
    version: 1,
    title: NAMED,
    lead: NAMED,
    sections: &[repeat(
        "rows",
        NAMED,
        1,
        NAMED,
        NAMED,
        &[
            line("clinic", NAMED).role(Role::Place),
            line("doctor", NAMED).role(Role::Supporter),
            line("word", NAMED).role(Role::Diagnosis),
            phone("phone", NAMED).offer(Offer::Phone),
        ],
    )],
};

fn answers(written: &[(&str, &str)]) -> Answers {
    let mut answers = Answers::default();
    for (id, words) in written {
        answers.put(id, Answer::Text((*words).to_owned()));
    }
    answers
}

/// What is offered of a kind, after these answers and these rows of care.
fn offered(offer: Offer, once: &[(&str, &str)], rows: &[&[(&str, &str)]]) -> Vec<String> {
    let family = answers(&[
        ("name", "髙\u{FA11}\u{3000}美咲"),
        ("phone", "0422-60-1239"),
    ]);
    let mut child = Record {
        answers: answers(once),
        ..Record::default()
    };
    child.groups.insert("family".to_owned(), vec![family]);
    let mut care = Record::default();
    let rows = rows.iter().map(|row| answers(row)).collect();
    care.groups.insert("rows".to_owned(), rows);
    let mut note = Note::default();
    note.put(&CHILD, &child);
    note.put(&CARE, &care);
    known(&[CHILD, CARE], &note, offer, "")
}

#[test]
fn the_child_and_the_family_are_people() {
    let people = offered(Offer::Person, &[("name", "髙\u{FA11}\u{3000}陽向")], &[]);
    assert_eq!(people, ["髙\u{FA11}\u{3000}陽向", "髙\u{FA11}\u{3000}美咲"]);
}

#[test]
fn each_kind_is_offered_by_itself() {
    let row: &[_] = &[
        ("clinic", "こもれび坂"),
        ("doctor", "青木"),
        ("word", "ぜん息"),
    ];
    let once = [("postcode", "180-0012"), ("address", "武蔵野市緑町")];
    let of = |offer| offered(offer, &once, &[row]);
    assert_eq!(of(Offer::Place), ["こもれび坂"]);
    assert_eq!(of(Offer::Supporter), ["青木"]);
    assert_eq!(of(Offer::Diagnosis), ["ぜん息"]);
    assert_eq!(of(Offer::Address), ["武蔵野市緑町"]);
}

#[test]
fn the_children_of_a_family_are_the_child_and_those_beside_it() {
    let mut note = Note::default();
    let mut record = Record {
        answers: answers(&[("name", "青木 陽向")]),
        ..Record::default()
    };
    let family = [
        ("母", "青木 遥"),
        ("妹", "青木 紬"),
        ("母の妹", "神谷 祥子"),
        ("兄（双子）", "青木 昴"),
        ("", "だれか"),
    ];
    let rows = family.map(|(relation, name)| answers(&[("relation", relation), ("name", name)]));
    record.groups.insert("family".to_owned(), rows.to_vec());
    note.put(&CHILD, &record);
    assert_eq!(
        known(&[CHILD, CARE], &note, Offer::Child, "employment"),
        ["青木 陽向", "青木 紬", "青木 昴"]
    );
}

#[test]
fn the_same_is_offered_once_however_it_was_spaced_or_grouped() {
    let rows: [&[_]; 3] = [
        &[("phone", "０４２２６０１２３９"), ("doctor", "青木 美咲")],
        &[("phone", "090-0000-1234"), ("doctor", "青木\u{3000}美咲")],
        &[("doctor", "  "), ("phone", "")],
    ];
    assert_eq!(
        offered(Offer::Phone, &[], &rows),
        ["０４２２６０１２３９", "090-0000-1234"]
    );
    assert_eq!(offered(Offer::Supporter, &[], &rows), ["青木\u{3000}美咲"]);
}

#[test]
fn of_much_the_last_five_are_offered() {
    let rows: Vec<[(&str, &str); 1]> = ["一", "二", "三", "四", "五", "六", "二"]
        .map(|place| [("clinic", place)])
        .to_vec();
    let rows: Vec<&[(&str, &str)]> = rows.iter().map(<[_; 1]>::as_slice).collect();
    assert_eq!(
        offered(Offer::Place, &[], &rows),
        ["三", "四", "五", "六", "二"]
    );
}

#[test]
fn what_stands_on_the_sheet_itself_is_nearest() {
    let mut note = Note::default();
    for (form, part, id) in [(&CHILD, "family", "phone"), (&CARE, "rows", "phone")] {
        let mut record = Record::default();
        let row = answers(&[(id, &format!("090-0000-000{}", part.len()))]);
        record.groups.insert(part.to_owned(), vec![row]);
        note.put(form, &record);
    }
    let of = |here| known(&[CHILD, CARE], &note, Offer::Phone, here);
    assert_eq!(of("care"), ["090-0000-0006", "090-0000-0004"]);
    assert_eq!(of("child"), ["090-0000-0004", "090-0000-0006"]);
}

#[test]
fn what_never_leaves_the_device_is_carried_into_no_other_field() {
    let numbers = offered(Offer::Phone, &[("secret", "090-9999-9999")], &[]);
    assert_eq!(numbers, ["0422-60-1239"]);
}

#[test]
fn a_blank_note_offers_nothing() {
    assert!(known(&[CHILD, CARE], &Note::default(), Offer::Person, "").is_empty());
}
