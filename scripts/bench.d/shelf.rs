//! A vault of any size for `scripts/bench`, as the JSON of a browser's storage:
//! `cargo run --example shelf -- CHILDREN ROWS PAPERS`. Every child has a written note; the first has the rows and the papers.

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    use serde_json::{Map, Value, json};
    use stepnote::{
        answer::{Answer, Attachment, Milestone, Period, Typed},
        form::{Kind, Question},
        forms::ALL,
        record::{Answers, Note, Record},
        vault::{KdfParams, MemoryShelf, Profile, Shelf, Vault, derive_kek},
    };

    const PASSPHRASE: &str = "けやきの みち 2026 さくら";
    let mut counts = std::env::args()
        .skip(1)
        .map(|count| count.parse::<usize>().expect("a number"));
    let [children, rows, papers] =
        std::array::from_fn(|_| counts.next().expect("CHILDREN ROWS PAPERS"));

    let mut state = 0x5eed_u64;
    // Nothing here is secret, and it is the same from run to run.
    let mut random = |bytes: &mut [u8]| {
        for byte in bytes {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            *byte = (state >> 56) as u8;
        }
    };
    let text = |question: &Question| {
        format!(
            "{}を書きました。中央線の駅の名前をぜんぶ言えます。",
            question.label.ja
        )
    };
    let day = || Typed::from_iso("2024-04-08").expect("a date");
    let mut left = papers;
    let mut note = |rows: usize, papers: bool, random: &mut dyn FnMut(&mut [u8])| {
        let mut answer = |question: &Question| match question.kind {
            Kind::Date => Some(Answer::Date(day())),
            Kind::Period | Kind::Months => Some(Answer::Period(Period {
                from: day(),
                ongoing: true,
                ..Period::default()
            })),
            Kind::Milestone => Some(Answer::Milestone(Milestone::On(day()))),
            Kind::One(choices) => Some(Answer::Text(choices.first()?.code.to_owned())),
            Kind::Many(choices) => Some(Answer::Choices(vec![choices.first()?.code.to_owned()])),
            Kind::Files if papers => {
                let mut hex = |bytes: usize| {
                    let mut all = vec![0; bytes];
                    random(&mut all);
                    use std::fmt::Write;
                    all.iter().fold(String::new(), |mut hex, byte| {
                        let _ = write!(hex, "{byte:02x}");
                        hex
                    })
                };
                let here = left.min(1 + left / 4);
                left -= here;
                let file = |_| Attachment {
                    id: hex(16),
                    key: hex(32),
                    media: "image/jpeg".to_owned(),
                    size: 400_000,
                    name: "発達検査の結果".to_owned(),
                };
                Some(Answer::Files((0..here).map(file).collect()))
            }
            Kind::Age(_) | Kind::Files => None,
            _ => Some(Answer::Text(text(question))),
        };
        let mut answers = |questions: &mut dyn Iterator<Item = &'static Question>| {
            let mut answers = Answers::default();
            for question in questions {
                if let Some(answer) = answer(question) {
                    answers.put(question.id, answer);
                }
            }
            answers
        };
        let mut note = Note::default();
        for form in ALL {
            let mut record = Record {
                answers: answers(&mut form.once()),
                ..Record::default()
            };
            for part in form.groups() {
                let long = form.id == "medication";
                let entries = (0..if long { rows } else { rows.min(12) })
                    .map(|_| answers(&mut part.questions.iter()));
                record.groups.insert(part.id.to_owned(), entries.collect());
            }
            note.put(form, &record);
        }
        note
    };

    let params = KdfParams::make(Profile::LIGHTEST, &mut random).expect("random bytes");
    let kek = derive_kek(PASSPHRASE, &params).expect("a key");
    let shelf = MemoryShelf::default();
    let mut vault = Vault::create(&shelf, &kek, params, &mut random).expect("a vault");
    for child in 0..children {
        let first = child == 0;
        let note = note(if first { rows } else { 3 }, first, &mut random);
        let label = json!({ "name": format!("こども{}", child + 1), "colour": "ai" });
        vault
            .add_child(label, &note.to_bytes(), 1_795_000_000_000, &mut random)
            .expect("room for a child");
    }
    let kept: Map<String, Value> = shelf
        .keys("")
        .into_iter()
        .map(|key| {
            let value = shelf.get(&key).expect("what is there");
            (key, Value::from(value))
        })
        .collect();
    println!(
        "{}",
        json!({ "shelf": kept, "passphrase": PASSPHRASE, "child": "こども1" })
    );
}
