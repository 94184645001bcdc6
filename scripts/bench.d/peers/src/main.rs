//! What `scripts/bench` asks of this machine and not of a browser, as JSON: `questions` (all of ours, for a form of
//! SurveyJS), `notes` (twenty notes, sealed by us and packed by others), `loss` (codes shown until a reader has all).

use std::io::Write as _;

use serde_json::{Value, json};
use stepnote::{
    answer::{Answer, Milestone, PartialDate, Period, Typed},
    carrier::qr::{Density, Join, Took, fragments, split},
    envelope::{Code, seal_both},
    form::{Form, Kind, Question},
    forms::ALL,
    record::{Answers, Note, Record},
    share::Bundle,
    text::Lang,
};

const BASE: &str = "https://stepnote.example.jp/app/";

/// The same from run to run; nothing here is secret.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as u32
    }

    fn below(&mut self, end: usize) -> usize {
        self.next() as usize % end
    }

    fn comes(&mut self, percent: u32) -> bool {
        self.next() % 100 < percent
    }
}

fn main() {
    let answer = match std::env::args().nth(1).as_deref() {
        Some("questions") => questions(),
        Some("notes") => notes(),
        Some("loss") => loss(),
        _ => panic!("questions, notes or loss"),
    };
    println!("{answer}");
}

/// The same questions as a form of SurveyJS: a page for each sheet, a panel with one row for each list.
fn questions() -> Value {
    let element = |question: &Question| {
        let choices = |all: &[stepnote::form::Choice]| all.iter().map(|one| json!({ "value": one.code, "text": one.label.ja })).collect::<Vec<_>>();
        let mut element = json!({ "name": question.id, "title": question.label.ja, "description": question.hint.map(|hint| hint.ja) });
        let kind = match question.kind {
            Kind::Lines => json!({ "type": "comment" }),
            Kind::Date => json!({ "type": "text", "inputType": "date" }),
            Kind::Phone => json!({ "type": "text", "inputType": "tel" }),
            Kind::One(all) => json!({ "type": "radiogroup", "choices": choices(all) }),
            Kind::Many(all) => json!({ "type": "checkbox", "choices": choices(all) }),
            Kind::Files => json!({ "type": "file" }),
            Kind::Drawn => json!({ "type": "signaturepad" }),
            Kind::Age(_) => json!({ "type": "expression" }),
            _ => json!({ "type": "text" }),
        };
        element.as_object_mut().unwrap().extend(kind.as_object().unwrap().clone());
        element
    };
    let page = |form: &Form| {
        let parts = form.sections.iter().flat_map(|section| {
            let elements: Vec<Value> = section.questions.iter().map(element).collect();
            match section.repeat {
                None => elements,
                Some(_) => vec![json!({ "type": "paneldynamic", "name": section.id, "title": section.title.ja, "panelCount": 1, "templateElements": elements })],
            }
        });
        json!({ "name": form.id, "title": form.title.ja, "description": form.lead.ja, "elements": parts.collect::<Vec<_>>() })
    };
    json!({ "pages": ALL.iter().map(page).collect::<Vec<_>>() })
}

/// What parents write, in pieces.
const SAID: [&str; 24] = [
    "電車とバスが大好きで、中央線の駅の名前を端から順に言えます。",
    "大きな音が苦手で、耳をふさいで動けなくなることがあります。",
    "イヤーマフがあれば、たいてい乗りこえられます。",
    "予定が急にかわると泣いてしまうので、前の日に紙にかいて見せてください。",
    "のりや絵の具が手につくのを嫌がりますが、ぬれタオルがそばにあると安心します。",
    "給食は白いごはんだけの日もあります。",
    "しからずに見守ってもらえると、とても助かります。",
    "一歳半の健診で言葉がおそいと言われ、二歳から通いはじめました。",
    "話しはじめたのは四歳になる少し前です。",
    "いまは一日じゅうしゃべっています。",
    "寝る前に「きょうの いいこと」をひとつ言いあうのが、うちの習慣です。",
    "卵とえびで、じんましんが出ます。",
    "ねつが出るとけいれんすることがあり、座薬を持っています。",
    "はじめての場所では、入口で十分ほど待つと自分から入れます。",
    "絵カードを使うと、つぎにすることがわかります。",
    "夜は二時間おきに目をさますので、私も寝不足が続いています。",
    "祖母が週に二回、お迎えを手伝ってくれます。",
    "手先の作業は苦手ですが、はしは練習中です。",
    "階段は手すりがあれば一人でのぼれます。",
    "集団の中では、いちばん後ろにいることが多いです。",
    "友だちがころぶと、すぐに先生を呼びにいきます。",
    "トイレは声をかければ行けます。外では紙パンツを使います。",
    "毎月、心理の先生と相談しています。",
    "小学校のことは、まだ決めていません。",
];
const SHORT: [&str; 12] = ["髙﨑　陽向", "武蔵野市吉祥寺北町9-99-9", "むさしの小児科", "そら児童発達支援", "母", "父", "祖母（母方）", "週2回", "言語聴覚士", "リスペリドン内用液 0.5mL", "朝食後", "みどりのこども館"];

fn note(dice: &mut Dice, full: u32) -> Note {
    let mut answer = |question: &Question| {
        if !dice.comes(full) {
            return None;
        }
        let day = |dice: &mut Dice| Typed::from_iso(&format!("20{}-{:02}-{:02}", 18 + dice.below(9), 1 + dice.below(12), 1 + dice.below(28)));
        Some(match question.kind {
            Kind::Date => Answer::Date(day(dice)?),
            Kind::Period | Kind::Months => Answer::Period(Period { from: day(dice)?, ongoing: true, ..Period::default() }),
            Kind::Milestone => Answer::Milestone(Milestone::On(day(dice)?)),
            Kind::One(all) => Answer::Text(all[dice.below(all.len())].code.to_owned()),
            Kind::Many(all) => Answer::Choices(vec![all[dice.below(all.len())].code.to_owned()]),
            Kind::Phone => Answer::Text(format!("0422-60-{:04}", dice.below(10_000))),
            Kind::Postcode => Answer::Text(format!("180-{:04}", dice.below(10_000))),
            Kind::Kana(_) => Answer::Text("たかさき　ひなた".to_owned()),
            Kind::Lines => Answer::Text((0..1 + dice.below(5)).map(|_| SAID[dice.below(SAID.len())]).collect()),
            Kind::Line => Answer::Text(SHORT[dice.below(SHORT.len())].to_owned()),
            Kind::Age(_) | Kind::Files | Kind::Drawn => return None,
        })
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
        let mut record = Record { answers: answers(&mut form.once()), ..Record::default() };
        for (n, part) in form.groups().enumerate() {
            let rows = (0..1 + n % 3 + full as usize / 30).map(|_| answers(&mut part.questions.iter()));
            record.groups.insert(part.id.to_owned(), rows.collect());
        }
        note.put(form, &record);
    }
    note
}

/// Twenty hand-overs from a few words to nearly everything: ours sealed, and the same JSON packed by others and
/// sealed in the same way.
fn notes() -> Value {
    let mut dice = Dice(20_261_122);
    let mut random = Dice(7);
    let mut random = |bytes: &mut [u8]| bytes.fill_with(|| random.next() as u8);
    let code = Code::make(&mut random).expect("random bytes");
    let all = (0..20).map(|n| {
        let note = note(&mut dice, 15 + 4 * n);
        let chosen: Vec<&Form> = ALL.iter().filter(|_| dice.comes(30 + 3 * n)).collect();
        let chosen = if chosen.is_empty() { vec![&ALL[1]] } else { chosen };
        let day = PartialDate::day(2026, 11, 22).expect("a day");
        let json = Bundle::of(&note, &chosen, day, Lang::Ja).to_bytes();
        let (_, codes) = seal_both(&json, &code, &mut random).expect("sealed");
        let Some(ours) = codes.and_then(|codes| codes.to_bin().ok()).map(|bin| bin.len()) else {
            return json!({ "json": json.len() });
        };
        let around = ours - miniz_oxide::deflate::compress_to_vec(&json, 10).len();
        let packed = [("ours", ours), ("xz", around + xz(&json)), ("brotli", around + brotli(&json)), ("ppmd", around + ppmd(&json))];
        let of = |len: usize| json!({ "bytes": len, "codes": fragments(len, BASE.len(), Density::Normal).ok() });
        let mut row = json!({ "json": json.len() });
        row.as_object_mut().unwrap().extend(packed.map(|(name, len)| (name.to_owned(), of(len))));
        row
    });
    Value::Array(all.collect())
}

/// Raw LZMA2 at its best: without the 32 bytes that a file of xz has around it.
fn xz(plain: &[u8]) -> usize {
    let mut writer = lzma_rust2::Lzma2Writer::new(Vec::new(), lzma_rust2::Lzma2Options::with_preset(9));
    writer.write_all(plain).expect("memory");
    writer.finish().expect("memory").len()
}

fn brotli(plain: &[u8]) -> usize {
    let mut packed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut packed, 4096, 11, 22);
    writer.write_all(plain).expect("memory");
    drop(writer);
    packed.len()
}

fn ppmd(plain: &[u8]) -> usize {
    let mut writer = ppmd_rust::Ppmd7Encoder::new(Vec::new(), 6, 1 << 24).expect("memory");
    writer.write_all(plain).expect("memory");
    writer.finish(false).expect("memory").len()
}

const TRIES: u32 = 100;

/// How many codes are shown until a reader that misses some has all: ours, the same K codes over and over, and the
/// fountain of `ur` with fragments of the same length. Means of a hundred tries.
fn loss() -> Value {
    let mut dice = Dice(99);
    let mut rows = Vec::new();
    for len in [1_200, 3_300, 10_000] {
        let message: Vec<u8> = (0..len).map(|_| dice.next() as u8).collect();
        let set = split(&message, BASE.len(), Density::Normal).expect("it fits");
        for percent in [0, 10, 30, 50] {
            let mut sums = [0_u32; 3];
            for _ in 0..TRIES {
                let mut join = Join::new();
                for n in set.order() {
                    sums[0] += 1;
                    if !dice.comes(percent) && matches!(join.take(format!("{BASE}#{}", set.digits(n)).as_bytes()), Took::Complete(_)) {
                        break;
                    }
                }
                let mut seen = vec![false; set.k()];
                for n in (0..set.k()).cycle() {
                    sums[1] += 1;
                    seen[n] |= !dice.comes(percent);
                    if seen.iter().all(|seen| *seen) {
                        break;
                    }
                }
                let mut fountain = ur::Encoder::bytes(&message, message.len().div_ceil(set.k())).expect("a message");
                let mut reader = ur::Decoder::default();
                while !reader.complete() {
                    sums[2] += 1;
                    let part = fountain.next_part().expect("a part");
                    if !dice.comes(percent) {
                        reader.receive(&part).expect("its own part");
                    }
                }
            }
            let [ours, cycling, ur] = sums.map(|sum| f64::from(sum) / f64::from(TRIES));
            let ideal = set.k() as f64 / (1.0 - f64::from(percent) / 100.0);
            rows.push(json!({ "bytes": len, "k": set.k(), "loss": percent, "ours": ours, "cycling": cycling, "ur": ur, "ideal": ideal }));
        }
    }
    Value::Array(rows)
}
