//! An invented family, written as a tired parent writes: every sheet full, with the names that
//! break software. Nobody here exists; the street numbers and the telephone numbers cannot.
#![allow(dead_code)] // Each test file takes what it needs.

use stepnote::{
    answer::{Answer, Period, Typed},
    form::{Form, Kind, Question},
    forms::{INTRODUCTION, MEDICATION, PROFILE},
    record::{Answers, Note, Record},
};

/// The child's name. 髙 and 﨑 look like 高 and 崎 and are not; between the names stands U+3000.
pub const CHILD: &str = "\u{9AD9}\u{FA11}\u{3000}陽向";

/// The mother, who writes.
pub const MOTHER: &str = "\u{9AD9}\u{FA11}\u{3000}美咲";

/// The grandmother: 𠮷 is outside the basic plane, and is not 吉.
pub const GRANDMOTHER: &str = "\u{20BB7}田\u{3000}和子";

/// The aunt: compatibility ideographs (神 as U+FA19, 祥 as U+FA1A), which NFC would exchange.
pub const AUNT: &str = "\u{FA19}谷\u{3000}\u{FA1A}子";

/// A name of sixty characters, as some of us have.
pub const LONG_NAME: &str = "マリア・イザベル・アレハンドラ・デ・ラ・クルス・サントス・フェルナンデス・\u{9AD9}\u{FA11}・オリヴェイラ・陽向・ロサリア\u{3000}ヴァレリア";

const LIKES: &str = "電車とバスが大好きで、中央線の駅の名前を端から順に言えます。絵をかくときは、まず線路から。\
ブランコは「空が近くなるから」と、何十回でもこいでいます。小さい子にやさしく、妹が泣くと、だまってタオルを持ってきてくれます。\
数字を覚えるのも得意で、家族の誕生日はぜんぶ陽向が教えてくれます。ひとつのことに集中しているときの横顔が、私はいちばん好きです。";

const DISLIKES: &str = "大きな音（そうじ機、運動会のピストル、トイレの手をかわかす機械）が苦手で、耳をふさいで動けなくなります。\
イヤーマフがあれば、たいてい乗りこえられます。\n予定が急にかわると泣いてしまうので、前の日に紙にかいて見せてください。\
のりや絵の具が手につくのも嫌がりますが、ぬれタオルがそばにあると安心してさわれることがあります。\
給食は白いごはんだけの日もあります。しからずに見守ってもらえると、とても助かります。";

const EPISODE: &str = "三歳の冬、公園で知らない子がころんだとき、陽向は自分の手ぶくろをぬいで、その子の手にはめてあげていました。\
まだ言葉が出ないころのことで、私は泣いてしまいました。話しはじめたのは四歳になる少し前、最初の言葉は「でんしゃ、きた」です。\
いまは一日じゅうしゃべっています。うまくいかない日もありますが、寝る前に「きょうの いいこと」をひとつ言いあうのが、うちの習慣です。\n\
こまったときは、まず電車の話をしてみてください。";

/// All three sheets, full: 髙﨑 陽向, six years old, starting school next April.
pub fn note() -> Note {
    let mut note = Note::default();
    note.put(&PROFILE, &profile(CHILD));
    note.put(&INTRODUCTION, &introduction());
    note.put(&MEDICATION, &medication());
    note.set_written(&PROFILE, true);
    note.set_written(&INTRODUCTION, true);
    note
}

/// The same child under a name of sixty characters.
pub fn note_with_a_long_name() -> Note {
    let mut note = note();
    note.put(&PROFILE, &profile(LONG_NAME));
    note
}

fn profile(name: &str) -> Record {
    let mut record = once(
        &PROFILE,
        &[
            ("date", "2026-11-08"),
            ("kana", "たかさき\u{3000}ひなた"),
            ("name", name),
            ("sex", "女"),
            ("birth", "2020-09-03"),
            ("postcode", "180-0014"),
            (
                "address",
                "武蔵野市関前9丁目99番99号\u{3000}こもれびハイツ203",
            ),
        ],
    );
    let family = [
        [
            "本人",
            "たかさき\u{3000}ひなた",
            name,
            "2020-09-03",
            "together",
        ],
        [
            "母",
            "たかさき\u{3000}みさき",
            MOTHER,
            "1988-05-21",
            "together",
        ],
        [
            "父",
            "たかさき\u{3000}けんたろう",
            "\u{9AD9}\u{FA11}\u{3000}健太郎",
            "1986-12-02",
            "together",
        ],
        [
            "妹",
            "たかさき\u{3000}つむぎ",
            "\u{9AD9}\u{FA11}\u{3000}紬",
            "2023-03-30",
            "together",
        ],
        [
            "祖母（母の母）",
            "よしだ\u{3000}かずこ",
            GRANDMOTHER,
            "1955",
            "apart",
        ],
        [
            "おば（母の姉）",
            "かみや\u{3000}さちこ",
            AUNT,
            "1984-07",
            "apart",
        ],
    ];
    let ids = ["relation", "kana", "name", "birth", "living"];
    group(&mut record, &PROFILE, "family", ids, &family);
    let contacts = [
        ["母", "たかさき\u{3000}みさき", MOTHER, "090-0000-1234"],
        [
            "祖母（母の母）",
            "よしだ\u{3000}かずこ",
            GRANDMOTHER,
            "0422-00-0000",
        ],
    ];
    let ids = ["relation", "kana", "name", "phone"];
    group(&mut record, &PROFILE, "contacts", ids, &contacts);
    record
}

fn introduction() -> Record {
    once(
        &INTRODUCTION,
        &[
            ("date", "2026-11-15"),
            ("writer", &format!("母\u{3000}{MOTHER}")),
            ("nickname", "ひなちゃん（自分では「ひな」と言います）"),
            ("likes", LIKES),
            ("dislikes", DISLIKES),
            ("episode", EPISODE),
        ],
    )
}

/// From a year alone to a single day; two go on.
fn medication() -> Record {
    let rows = [
        [
            "2021/..",
            "アトピー性皮膚炎",
            "こもれび坂皮ふ科",
            "保湿剤（ヘパリン類似物質）\n赤いところにだけ、ぬり薬",
            "おふろのあと。べたべたを嫌がるので、手早く。",
        ],
        [
            "2023-11/2026-09",
            "気管支ぜん息",
            "こぶし通りこどもクリニック",
            "モンテルカスト細粒4mg\u{3000}1日1回",
            "寝る前。ヨーグルトにまぜるとのめます。",
        ],
        [
            "2024-02-17",
            "熱性けいれん（2分くらいでおさまった）",
            "はなみずき台病院\u{3000}小児科",
            "坐薬（ジアゼパム6mg）を1回",
            "救急で。そのあとはおきていません。",
        ],
        [
            "2026-09-12/..",
            "気管支ぜん息",
            "こぶし通りこどもクリニック",
            "モンテルカストチュアブル錠5mg\u{3000}1日1回",
            "6歳になったので細粒からかわりました。寝る前。",
        ],
        [
            "2026-10/..",
            "ねつきにくさ",
            "けやき並木発達クリニック",
            "メラトニン顆粒\u{3000}1mg",
            "20時ごろ。様子を見て、量をきめていくところです。",
        ],
    ];
    let ids = ["when", "diagnosis", "clinic", "medicine", "remarks"];
    let mut record = Record::default();
    group(&mut record, &MEDICATION, "rows", ids, &rows);
    record
}

fn once(form: &Form, written: &[(&str, &str)]) -> Record {
    let mut record = Record::default();
    for (id, words) in written {
        let question = form.question(id).expect("the form asks it");
        record.answers.put(id, answer(question, words));
    }
    record
}

fn group<const N: usize>(
    record: &mut Record,
    form: &Form,
    part: &str,
    ids: [&str; N],
    rows: &[[&str; N]],
) {
    let section = form.groups().find(|section| section.id == part);
    let section = section.expect("the form has this part");
    let entries = rows.iter().map(|row| {
        let mut entry = Answers::default();
        for (id, words) in ids.iter().zip(row) {
            let question = section.question(id).expect("the part asks it");
            entry.put(id, answer(question, words));
        }
        entry
    });
    record.groups.insert(part.to_owned(), entries.collect());
}

/// Dates as ISO 8601; periods as its intervals, `..` for an end that is open.
fn answer(question: &Question, words: &str) -> Answer {
    match question.kind {
        Kind::Date => Answer::Date(date(words)),
        Kind::Period => Answer::Period(match words.split_once('/') {
            None => Period {
                from: date(words),
                ..Period::default()
            },
            Some((from, "..")) => Period {
                from: date(from),
                ongoing: true,
                ..Period::default()
            },
            Some((from, until)) => Period {
                from: date(from),
                until: date(until),
                ongoing: false,
            },
        }),
        _ => Answer::Text(words.to_owned()),
    }
}

fn date(iso: &str) -> Typed {
    Typed::from_iso(iso).expect("a date")
}
