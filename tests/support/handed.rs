//! A hand-over as an office gets it: a slip, sheets, a table of who does what, under a consent.

use serde_json::{Value, json};
use stepnote::{
    answer::{Answer, PartialDate, Typed},
    consent::{agreed, draft, to_office},
    envelope::{Code, Wire, seal},
    form::Form,
    forms::{ACTIONS, INTRODUCTION, MEDICATION, PROFILE, SLIP},
    record::{Note, Record},
    share::{Bundle, Carrier, Going, Made, Picked},
    text::Lang,
};

/// The number of the slip, and of the case.
pub const SLIP_NO: &str = "20261121-1";

/// A hand-over to an office, sealed.
pub struct Handed {
    /// The file.
    pub file: Vec<u8>,
    /// The code that opens it.
    pub code: String,
    /// The number that both sides compare.
    pub receipt: String,
}

fn put(note: &mut Note, form: &'static Form, one: &str, answers: Value) -> Picked {
    let Value::Object(answers) = answers else {
        panic!("answers are an object")
    };
    let record = Record::from_json(form, &answers);
    if one.is_empty() {
        note.put(form, &record);
        Picked::whole(form)
    } else {
        note.put_one(form, one, &record);
        Picked::one_of(form, one)
    }
}

/// What the introduction says.
const LIKES: &str = "電車の図鑑。中央線の駅を東京から高尾まで言えます。";

/// The note it comes from.
pub fn note() -> Note {
    written(LIKES).0
}

fn written(likes: &str) -> (Note, Vec<Picked>) {
    let mut note = Note::default();
    let picks = vec![
        put(
            &mut note,
            &PROFILE,
            "",
            json!({"name": "髙﨑 陽向", "kana": "たかさき ひなた", "birth": "2021-09-14",
            "family": [{"relation": "母", "name": "髙﨑 美咲"}, {"relation": "祖母", "name": "髙﨑 𠮷子"}]}),
        ),
        put(&mut note, &INTRODUCTION, "", json!({"likes": likes})),
        put(
            &mut note,
            &MEDICATION,
            "",
            json!({"rows": [{"medicine": "モンテルカスト細粒4mg　1回1包"}, {"medicine": "ヘパリン類似物質クリーム"}]}),
        ),
        put(
            &mut note,
            &SLIP,
            "s1",
            json!({"slip_no": SLIP_NO, "case_no": SLIP_NO, "made_on": "2026-11-21", "reply_by": "2099-12-05",
            "to_office": "ハビット", "complaint": "ことばが ゆっくりで、来年の入園が心配です。", "ask": "発達の相談をお願いします。",
            "parent_wish": "家でできることを知りたいです。", "do_not_share": "父方の祖父母"}),
        ),
        put(
            &mut note,
            &ACTIONS,
            SLIP_NO,
            json!({"rows": [
            {"side": "parent", "what": "母子手帳を持っていく", "due": "2099-12-01"}, {"what": "見学の日を決める"}]}),
        ),
    ];
    (note, picks)
}

/// What goes, agreed to on a day, until another.
fn bundle(
    (note, picks): (Note, Vec<Picked>),
    agreed_on: PartialDate,
    until: PartialDate,
    looked_at: PartialDate,
) -> Bundle {
    let going = Going::of(&note, &picks, Carrier::File, None);
    let what = ["連絡票", "私のプロフィール", "私の紹介", "服薬の記録"].map(str::to_owned);
    let mut consent = draft(
        "ハビット（こども発達支援室）",
        "ことばの相談",
        &what,
        agreed_on,
    );
    for (id, text) in [
        ("who", "髙﨑 美咲"),
        ("relation", "母"),
        ("sign", "髙﨑 美咲"),
    ] {
        consent.answers.put(id, Answer::Text(text.to_owned()));
    }
    for (id, day) in [("signed_on", agreed_on), ("until", until)] {
        consent.answers.put(id, Answer::Date(Typed::from(day)));
    }
    let made = Made {
        on: agreed_on,
        lang: Lang::Ja,
        salt: [7; 16],
    };
    to_office(&going, &agreed(&consent, looked_at).expect("valid"), made)
}

/// Something that is handed over today, for half a year.
pub fn today(today: PartialDate) -> Handed {
    saying(today, LIKES)
}

/// The same, with an introduction that says this.
pub fn saying(today: PartialDate, likes: &str) -> Handed {
    let until = today.plus_days(180).expect("a day");
    sealed(&bundle(written(likes), today, until, today))
}

/// Something whose consent ended so many days ago.
pub fn ended(today: PartialDate, days: i32) -> Handed {
    let until = today.plus_days(-days).expect("a day");
    let agreed_on = until.plus_days(-60).expect("a day");
    sealed(&bundle(written(LIKES), agreed_on, until, until))
}

fn sealed(bundle: &Bundle) -> Handed {
    let mut next = 0_u8;
    let mut random = |bytes: &mut [u8]| {
        for byte in bytes {
            next = next.wrapping_mul(5).wrapping_add(113);
            *byte = next;
        }
    };
    let code = Code::make(&mut random).expect("a code");
    let text = bundle.to_bytes();
    let file = seal(&text, &code, Wire::File, &mut random).expect("sealed");
    Handed {
        file: file.to_file().into_bytes(),
        code: code.as_str().to_owned(),
        receipt: Bundle::receipt(&text).expect("a salt").spoken(),
    }
}
